//! The words that a visitor sees on a built page, as blocks that can be compared.

/// A paragraph, a heading, a cell: one line. A card: its lines together, so that it is told as one thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Block {
    /// Its lines.
    pub lines: Vec<String>,
    /// Position of the heading among the lines of a card; none for what is no card.
    pub heading: Option<usize>,
}

impl Block {
    fn line(text: String) -> Block {
        Block { lines: vec![text], heading: None }
    }

    /// Is it a card?
    pub fn is_card(&self) -> bool {
        self.heading.is_some()
    }

    /// What it is called, or its words.
    pub fn name(&self) -> &str {
        self.lines.get(self.heading.unwrap_or(0)).map_or("", String::as_str)
    }
}

/// A page without its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its first heading, else its title.
    pub title: String,
    /// It only sends visitors on to another page.
    pub moved: bool,
    /// Its words, in order.
    pub blocks: Vec<Block>,
}

/// Elements whose content nobody sees.
const UNSEEN: [&str; 6] = ["script", "style", "svg", "template", "noscript", "head"];
/// Elements that stand within a line.
const INLINE: [&str; 27] = [
    "a", "abbr", "b", "bdi", "br", "cite", "code", "data", "del", "em", "i", "img", "ins", "kbd", "mark", "picture",
    "q", "small", "source", "span", "strong", "sub", "sup", "time", "u", "use", "wbr",
];

/// Reads the HTML of a page that was built here.
pub fn read(html: &str) -> Page {
    let mut reader = Reader { title: title(html), ..Reader::default() };
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        reader.text(rest.get(..open).unwrap_or_default());
        rest = rest.get(open..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some((tag, after)) = rest.get(1..).and_then(split_tag) else { break };
        rest = after;
        let name = tag.split([' ', '\n', '\t', '/']).next().unwrap_or_default();
        if name == "head" {
            // Inside the head only the sign of a moved page counts.
            reader.moved |= head_of(rest).contains("http-equiv=\"refresh\"");
        }
        if UNSEEN.contains(&name) && !tag.ends_with('/') {
            rest = rest.split_once(&format!("</{name}>")).map_or("", |(_, after)| after);
            continue;
        }
        reader.tag(tag, name);
    }
    reader.text(rest);
    reader.end_line();
    Page { title: reader.heading_or_title(), moved: reader.moved, blocks: reader.blocks }
}

fn head_of(html: &str) -> &str {
    html.split_once("</head>").map_or(html, |(head, _)| head)
}

fn title(html: &str) -> String {
    let text =
        html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map_or("", |(text, _)| text);
    squeeze(&decoded(text))
}

/// A tag up to its `>`, which may stand in a quoted value too.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if letter == open => quote = None,
            (None, '>') => return Some((text.get(..at)?, text.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag.get(start..)?.split('"').next()
}

#[derive(Default)]
struct Reader {
    title: String,
    heading: Option<String>,
    moved: bool,
    blocks: Vec<Block>,
    line: String,
    /// Lines of the card that is being read, its depth of `article`s, and where its heading is.
    card: Option<(Vec<String>, usize, Option<usize>)>,
    in_heading: bool,
    /// Length of the line when an element in it was closed; another length when text came after it.
    closed: usize,
}

impl Reader {
    fn text(&mut self, text: &str) {
        self.line.push_str(&decoded(text));
    }

    fn tag(&mut self, tag: &str, name: &str) {
        if name == "img"
            && let Some(alt) = attribute(tag, "alt").filter(|alt| !alt.is_empty())
        {
            self.line.push_str(&format!(" [{}] ", decoded(alt)));
        }
        let bare = tag.trim_start_matches('/').split([' ', '\n', '\t', '/']).next().unwrap_or_default();
        if INLINE.contains(&bare) {
            // Two things side by side without a space between are set apart by the style sheet.
            let beside = self.closed == self.line.len() && !tag.starts_with('/');
            if beside || matches!(bare, "br" | "img" | "wbr") {
                self.line.push(' ');
            }
            self.closed = if tag.starts_with('/') { self.line.len() } else { usize::MAX };
            return;
        }
        self.end_line();
        match bare {
            "article" => self.article(tag),
            "h1" | "h2" | "h3" | "h4" => self.in_heading = !tag.starts_with('/'),
            _ => {}
        }
        if bare == "h1" && tag.starts_with('/') && self.heading.is_none() {
            self.heading = self.blocks.last().map(|block| block.name().to_owned());
        }
    }

    fn article(&mut self, tag: &str) {
        let is_card = attribute(tag, "class").is_some_and(|classes| classes.split(' ').any(|class| class == "card"));
        match (&mut self.card, tag.starts_with('/')) {
            (None, false) if is_card => self.card = Some((Vec::new(), 1, None)),
            (Some((_, depth, _)), false) => *depth += 1,
            (Some((_, depth, _)), true) if *depth > 1 => *depth -= 1,
            (card @ Some(_), true) => {
                if let Some((lines, _, heading)) = card.take()
                    && !lines.is_empty()
                {
                    self.blocks.push(Block { lines, heading: Some(heading.unwrap_or(0)) });
                }
            }
            _ => {}
        }
    }

    fn end_line(&mut self) {
        let line = squeeze(&std::mem::take(&mut self.line));
        if line.is_empty() {
            return;
        }
        match &mut self.card {
            Some((lines, _, heading)) => {
                if self.in_heading && heading.is_none() {
                    *heading = Some(lines.len());
                }
                lines.push(line);
            }
            None => self.blocks.push(Block::line(line)),
        }
    }

    fn heading_or_title(&self) -> String {
        self.heading.clone().unwrap_or_else(|| self.title.clone())
    }
}

fn squeeze(text: &str) -> String {
    let visible = text.replace(['\u{ad}', '\u{200b}', '\u{2060}'], "");
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The signs that templates and our Markdown write as entities.
fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let known = rest.get(1..).and_then(|after| after.split_once(';')).and_then(|(name, after)| {
            let letter = match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                "nbsp" => Some(' '),
                name => name.strip_prefix('#').and_then(numbered),
            };
            letter.map(|letter| (letter, after))
        });
        match known {
            Some((letter, after)) => {
                out.push(letter);
                rest = after;
            }
            None => {
                out.push('&');
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    out + rest
}

fn numbered(name: &str) -> Option<char> {
    let number = match name.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => name.parse(),
    };
    number.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_is_read() {
        let page = read(
            "<!doctype html><html><head><title>Mug &amp; gelas · Situs</title><script>let a = '<p>x</p>';</script></head>\
             <body><svg><title>ikon</title></svg><h1>Mug &#39;A&#x27;</h1><p>Satu <b>dua</b>&nbsp;tiga</p><!-- <p>bukan</p> -->\
             <img src=\"a.jpg\" alt=\"Mug > gelas\"><template><p>kosong</p></template></body></html>",
        );
        assert_eq!(page.title, "Mug 'A'");
        let lines: Vec<&str> = page.blocks.iter().map(Block::name).collect();
        assert_eq!(lines, ["Mug 'A'", "Satu dua tiga", "[Mug > gelas]"]);
        assert_eq!(read("<p><b>Makanan</b><span>13</span> produk</p>").blocks[0].name(), "Makanan 13 produk");
        assert!(!page.moved);
    }

    #[test]
    fn a_card_is_one_block_with_its_heading() {
        let page = read(
            "<article class=\"wrap\"><p>Isi</p><ul><li><article class=\"card card-x\"><ul><li>Halal</li></ul><h3><a href=\"/\">Mug</a></h3>\
             <p>Rp1.000</p></article></li></ul><p>Lagi</p></article>",
        );
        let card = Block { lines: vec!["Halal".into(), "Mug".into(), "Rp1.000".into()], heading: Some(1) };
        assert_eq!(page.blocks, [Block::line("Isi".into()), card, Block::line("Lagi".into())]);
        assert_eq!(page.blocks[1].name(), "Mug");
    }

    #[test]
    fn a_page_that_moved_is_known() {
        assert!(read("<head><meta http-equiv=\"refresh\" content=\"0\"></head><h1>Pindah</h1>").moved);
    }

    #[test]
    fn broken_html_ends() {
        for html in ["<", "<p", "a < b", "<script>", "&", "&amp", "<!-- x", "<article class=\"card\"><h3>x"] {
            let _ = read(html);
        }
        assert_eq!(read("Harga &lt; Rp5 &foo; &#x110000;").blocks[0].name(), "Harga < Rp5 &foo; &#x110000;");
    }
}
