//! Atom feeds: news and stories, new products, events, in each language.

use crate::bahasa::{Language, excerpt};
use crate::config::Site;
use crate::model::{Catalog, Common, Date, Kind, Status};
use crate::plan::address;
use crate::plan::files::FeedKind;
use crate::xml::Xml;

/// Entries of one feed.
const ENTRIES_MAX: usize = 40;

/// One row of a feed.
struct Item<'a> {
    common: &'a Common,
    path: String,
    published: Date,
    updated: Date,
    categories: Vec<String>,
    author: Option<String>,
    lead: Option<String>,
}

/// A feed. `today` only stands for an entry that knows no day of its own.
pub fn feed(kind: FeedKind, catalog: &Catalog, site: &Site, language: Language, today: Date) -> String {
    let mut items = match kind {
        FeedKind::News => news(catalog, language, today),
        FeedKind::Products => products(catalog, language, today),
        FeedKind::Events => events(catalog, language, today),
    };
    items.retain(|item| item.common.status == Status::Published);
    items.sort_by(|a, b| (b.published, b.updated, &a.common.slug).cmp(&(a.published, a.updated, &b.common.slug)));
    items.truncate(ENTRIES_MAX);
    write(kind, site, language, today, &items)
}

fn write(kind: FeedKind, site: &Site, language: Language, today: Date, items: &[Item<'_>]) -> String {
    let own = site.base.absolute(&kind.path(language));
    let page = site.base.absolute(&kind.section().path(language));
    let newest = items.iter().map(|item| item.updated).max().unwrap_or(today);
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language.code())]);
    xml.leaf("id", &[], &own);
    xml.leaf("title", &[], &format!("{} · {}", kind.title(language), site.name.text(language)));
    xml.leaf("subtitle", &[], site.tagline.text(language));
    xml.leaf("updated", &[], &moment(newest));
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)]);
    for other in site.languages.iter().filter(|other| **other != language) {
        let href = site.base.absolute(&kind.path(*other));
        let mime = "application/atom+xml";
        xml.empty("link", &[("rel", "alternate"), ("hreflang", other.code()), ("type", mime), ("href", &href)]);
    }
    xml.open("author", &[]);
    xml.leaf(
        "name",
        &[],
        if site.office.name.trim().is_empty() { site.name.text(language) } else { &site.office.name },
    );
    xml.close();
    xml.leaf("generator", &[("version", env!("CARGO_PKG_VERSION"))], "etalase");
    items.iter().for_each(|item| entry(&mut xml, site, language, item));
    xml.finish()
}

fn entry(xml: &mut Xml, site: &Site, language: Language, item: &Item<'_>) {
    let url = site.base.absolute(&item.path);
    let (name, name_language) = item.common.name.get(language);
    xml.open("entry", &[("xml:lang", name_language.code())]);
    xml.leaf("id", &[], &url);
    xml.leaf("title", &[], name);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &url)]);
    xml.leaf("published", &[], &moment(item.published));
    xml.leaf("updated", &[], &moment(item.updated));
    if let Some(author) = &item.author {
        xml.open("author", &[]);
        xml.leaf("name", &[], author);
        xml.close();
    }
    for category in &item.categories {
        xml.empty("category", &[("term", category)]);
    }
    let body = item.common.body.get(language).0;
    let summary = item.common.summary.as_ref().map(|summary| summary.text(language).to_owned());
    let summary = summary.or_else(|| (!body.plain.trim().is_empty()).then(|| excerpt(&body.plain, 240)));
    let lead = item.lead.as_deref();
    let summary = [lead, summary.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    xml.maybe("summary", (!summary.is_empty()).then_some(summary.as_str()));
    if !body.is_empty() {
        xml.leaf("content", &[("type", "html"), ("xml:base", &url)], &absolute_links(&body.html, site));
    }
    xml.close();
}

/// Links to this site as a reader outside of it needs them. The HTML is ours, so its attributes look just so.
fn absolute_links(html: &str, site: &Site) -> String {
    let root = site.base.absolute("/");
    html.replace("href=\"/", &format!("href=\"{root}")).replace("src=\"/", &format!("src=\"{root}"))
}

/// The start of a day, western Indonesian time.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00+07:00")
}

fn item<'a>(common: &'a Common, path: String, day: Option<Date>, today: Date) -> Item<'a> {
    let published = day.or(common.published).or(common.updated).or(common.checked).unwrap_or(today);
    let updated = common.updated.map_or(published, |updated| updated.max(published));
    Item { common, path, published, updated, categories: common.keywords.clone(), author: None, lead: None }
}

fn news<'a>(catalog: &'a Catalog, language: Language, today: Date) -> Vec<Item<'a>> {
    let news = catalog.news.listed().map(|(_, news)| {
        let mut row = item(&news.common, address::news(news, language), Some(news.facts.date), today);
        row.categories.extend(news.facts.topic.clone());
        row.author = news.facts.author.clone();
        row
    });
    let stories = catalog.stories.listed().map(|(_, story)| {
        item(&story.common, address::entry(Kind::Story, &story.common.slug, language), story.facts.date, today)
    });
    news.chain(stories).collect()
}

fn products<'a>(catalog: &'a Catalog, language: Language, today: Date) -> Vec<Item<'a>> {
    let row = |product: &'a crate::model::Product| {
        let mut row = item(&product.common, address::product(product, language), None, today);
        row.categories.push(catalog.categories.get(product.facts.category).name.text(language).to_owned());
        row.author = Some(maker(catalog, product, language));
        row.lead = Some(product.facts.price.display(language));
        row
    };
    catalog.products.listed().map(|(_, product)| row(product)).collect()
}

fn maker(catalog: &Catalog, product: &crate::model::Product, language: Language) -> String {
    let name = match product.links.seller {
        crate::model::Seller::Business(id) => &catalog.businesses.get(id).common.name,
        crate::model::Seller::Cooperative(id) => &catalog.cooperatives.get(id).common.name,
    };
    name.text(language).to_owned()
}

fn events<'a>(catalog: &'a Catalog, language: Language, today: Date) -> Vec<Item<'a>> {
    let row = |event: &'a crate::model::Event| {
        let path = address::entry(Kind::Event, &event.common.slug, language);
        // What is announced is new; the day of the event itself stands in front of its summary.
        let mut row = item(&event.common, path, None, event.facts.start.date().min(today));
        row.lead = Some(event.facts.start.display(language));
        row
    };
    catalog.events.listed().map(|(_, event)| row(event)).collect()
}
