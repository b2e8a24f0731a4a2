//! Markdown to safe HTML, on the event stream: raw HTML becomes text, link schemes are checked, headings get ids.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Code, Finding};
use crate::model::{Prose, slugify};

/// What was found wrong in a text, by byte range of the text.
pub type Complaint = (Range<usize>, Finding);

/// Internal links found, by byte range of the text.
type Links = Vec<(String, Range<usize>)>;

/// Reads a Markdown text. Links of the result still have places of the text alone; the caller shifts them.
pub fn render(text: &str) -> (Prose, Links, Vec<Complaint>) {
    let mut pass = Pass::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let events: Vec<Event<'_>> =
        Parser::new_ext(text, options).into_offset_iter().flat_map(|(event, range)| pass.event(event, range)).collect();
    let mut html = String::with_capacity(text.len() * 5 / 4);
    pulldown_cmark::html::push_html(&mut html, name_headings(events).into_iter());
    let words = crate::bahasa::count_words(&pass.plain) as u32;
    let prose = Prose { html, plain: pass.plain.trim().to_owned(), links: Vec::new(), words };
    (prose, pass.links, pass.complaints)
}

#[derive(Default)]
struct Pass {
    plain: String,
    links: Links,
    complaints: Vec<Complaint>,
    /// Inside links and images that were refused: how many ends to swallow.
    refused: Vec<bool>,
    in_link: usize,
}

impl Pass {
    fn event<'a>(&mut self, event: Event<'a>, range: Range<usize>) -> Vec<Event<'a>> {
        match event {
            Event::Html(raw) | Event::InlineHtml(raw) => {
                self.complaints.push((range, Finding::new(Code::UmumHtml)));
                vec![Event::Text(raw)]
            }
            Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
            Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                self.in_link += 1;
                let dest_url = match link_type {
                    LinkType::Email => CowStr::from(format!("mailto:{dest_url}")),
                    _ => dest_url,
                };
                let good = self.judge_link(&dest_url, range);
                self.refused.push(!good);
                if good {
                    vec![Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id })]
                } else {
                    vec![]
                }
            }
            Event::End(TagEnd::Link) => {
                self.in_link -= 1;
                if self.refused.pop().unwrap_or(false) { vec![] } else { vec![Event::End(TagEnd::Link)] }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let shown = dest_url.to_string();
                self.complaints.push((range, Finding::new(Code::UmumTeksGambar).with("nilai", shown)));
                vec![]
            }
            Event::End(TagEnd::Image) => vec![],
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                vec![Event::Start(Tag::Heading { level: below_title(level), id, classes, attrs })]
            }
            Event::End(TagEnd::Heading(level)) => {
                self.plain.push('\n');
                vec![Event::End(TagEnd::Heading(below_title(level)))]
            }
            Event::Text(words) => {
                self.plain.push_str(&words);
                if self.in_link == 0 { linkify(words) } else { vec![Event::Text(words)] }
            }
            Event::Code(words) => {
                self.plain.push_str(&words);
                vec![Event::Code(words)]
            }
            Event::SoftBreak | Event::HardBreak => {
                self.plain.push(' ');
                vec![event]
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                self.plain.push('\n');
                vec![event]
            }
            Event::Start(Tag::Table(_)) => {
                vec![Event::InlineHtml("<div class=\"table-box\" tabindex=\"0\" role=\"group\">".into()), event]
            }
            Event::End(TagEnd::Table) => vec![event, Event::InlineHtml("</div>".into())],
            event => vec![event],
        }
    }

    /// Only https, mail, telephone, this site and this page may be linked.
    fn judge_link(&mut self, url: &str, range: Range<usize>) -> bool {
        if url.starts_with('/') && !url.starts_with("//") {
            self.links.push((url.to_owned(), range));
            return true;
        }
        let good = ["https://", "mailto:", "tel:", "#"].iter().any(|start| url.starts_with(start));
        if !good {
            self.complaints.push((range, Finding::new(Code::UmumTeksTautan).with("nilai", url)));
        }
        good
    }
}

/// The page's name is its only first heading.
fn below_title(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

/// Addresses written out become links.
fn linkify(words: CowStr<'_>) -> Vec<Event<'_>> {
    if !words.contains("https://") {
        return vec![Event::Text(words)];
    }
    let mut events = Vec::new();
    let mut rest: &str = &words;
    while let Some(at) = rest.find("https://") {
        let (before, from) = rest.split_at(at);
        let end = from.find(|letter: char| letter.is_whitespace() || "<>\"".contains(letter)).unwrap_or(from.len());
        let url = from.get(..end).unwrap_or(from).trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        let link =
            Tag::Link { link_type: LinkType::Inline, dest_url: url.to_owned().into(), title: "".into(), id: "".into() };
        events.push(Event::Text(before.to_owned().into()));
        events.push(Event::Start(link));
        events.push(Event::Text(url.to_owned().into()));
        events.push(Event::End(TagEnd::Link));
        rest = from.get(url.len()..).unwrap_or_default();
    }
    events.push(Event::Text(rest.to_owned().into()));
    events
}

/// Gives each heading an id made of its words, unique on the page and never that of a part of the page.
fn name_headings(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..events.len() {
        let words = heading_words(&events, at);
        if let Some(Event::Start(Tag::Heading { id, .. })) = events.get_mut(at) {
            let base = format!("isi-{}", slugify(&words));
            let times = taken.entry(base.clone()).or_insert(0);
            *times += 1;
            *id = Some(if *times == 1 { base } else { format!("{base}-{times}") }.into());
        }
    }
    events
}

fn heading_words(events: &[Event<'_>], at: usize) -> String {
    if !matches!(events.get(at), Some(Event::Start(Tag::Heading { .. }))) {
        return String::new();
    }
    let inside = events.iter().skip(at + 1).take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    inside
        .filter_map(|event| if let Event::Text(words) | Event::Code(words) = event { Some(&**words) } else { None })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_becomes_text_and_is_reported() {
        let (prose, _, complaints) = render("Halo <b>x</b>\n\n<script>alert(1)</script>\n");
        assert!(!prose.html.contains("<script>") && !prose.html.contains("<b>"));
        assert_eq!(complaints.len(), 3);
    }

    #[test]
    fn only_safe_links_survive() {
        let (prose, links, complaints) = render("[a](javascript:x) [b](/umkm/y/) https://x.example/a.");
        assert!(!prose.html.contains("javascript"));
        assert_eq!(links.first().map(|link| link.0.as_str()), Some("/umkm/y/"));
        assert!(prose.html.contains("<a href=\"https://x.example/a\">https://x.example/a</a>."));
        assert_eq!(complaints.len(), 1);
    }

    #[test]
    fn headings_have_unique_ids() {
        let (prose, ..) = render("# Cara\n\n## Cara\n");
        assert!(prose.html.contains("<h2 id=\"isi-cara\">") && prose.html.contains("<h2 id=\"isi-cara-2\">"));
    }
}
