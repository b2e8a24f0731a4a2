//! News: by year and by topic, and a page for each item.

use std::collections::BTreeMap;

use super::super::cards::Card;
use super::super::center::{capital, report, row, source, titled};
use super::super::desk::Desk;
use super::super::facets::{self, Mark};
use super::{Period, by_period};
use crate::bahasa::group;
use crate::model::{AnyId, AnyLink, Id, Kind, News, slugify};
use crate::plan::{Fixed, address, files};
use crate::view::card::{CardRow, TeaserCard};
use crate::view::center::{GroupedList, Subscription, Topic};
use crate::view::editorial::{NewsPage, Related};
use crate::view::text::{Chip, Empty, Link, Words};

/// Other items shown below one.
const MORE: usize = 3;
/// Titles of one topic in the index.
const TITLES: usize = 20;
/// What the list is filtered by.
const KEYS: &[(&str, &str)] = &[("topik", "saring.topik"), ("tahun", "saring.tahun")];

fn card(desk: &Desk<'_>, id: Id<News>) -> String {
    desk.card(Card::Teaser(Kind::News, id.index() as u32))
}

fn url(desk: &Desk<'_>, item: &News) -> String {
    desk.href(&address::news(item, desk.language))
}

/// All news, by year, with an index of topics on the first page.
pub fn list(desk: &Desk<'_>, page: usize) -> GroupedList {
    let all = desk.plan.order.news();
    let period = |id: Id<News>| {
        let year = desk.catalog.news.get(id).facts.date.year();
        Period { anchor: format!("y-{year}"), title: year.to_string() }
    };
    let (groups, chips, pages) = by_period(desk, Fixed::News, page, all, period, |id| {
        facets::item(card(desk, id), &marks(desk, desk.catalog.news.get(id)))
    });
    let marked = all.iter().map(|id| marks(desk, desk.catalog.news.get(*id)));
    let feed = desk.link(desk.t("warta.langganan"), desk.href(&files::FeedKind::News.path(desk.language)));
    let nothing = Empty {
        title: desk.t("kosong.kabar").to_owned(),
        hint: None,
        links: vec![
            desk.link(desk.t("nav.agenda"), desk.fixed(Fixed::Events)),
            desk.link(desk.t("nav.cerita"), desk.fixed(Fixed::Stories)),
        ],
    };
    GroupedList {
        title: Words::new(desk.t("nav.kabar")),
        lead: (page == 1).then(|| Words::new(desk.t("warta.isi"))),
        count: (!all.is_empty()).then(|| desk.count("warta.jumlah", all.len())),
        shape: "teaser".to_owned(),
        chips,
        chips_label: desk.t("warta.menurut_tahun").to_owned(),
        filters: facets::filters(desk, KEYS, marked, super::first(desk, Fixed::News, page)),
        groups,
        empty: all.is_empty().then_some(nothing),
        pages,
        topics: if page == 1 { topics(desk, all) } else { Vec::new() },
        topics_title: desk.t("warta.menurut_topik").to_owned(),
        subscriptions: vec![Subscription { icon: "rss".to_owned(), link: feed }],
        ..GroupedList::default()
    }
}

fn marks(desk: &Desk<'_>, item: &News) -> Vec<Mark> {
    let mut marks = vec![Mark::year(item.facts.date.year())];
    let topic = item.facts.topic.as_deref();
    marks.extend(topic.map(|topic| Mark::new("topik", topic, titled(desk.indonesian(topic)), 0)));
    marks
}

fn topic_anchor(topic: &str) -> String {
    format!("topik-{}", slugify(topic))
}

/// Does the index of topics hold this one? An archived item may be the last of its topic.
fn is_indexed(desk: &Desk<'_>, topic: &str) -> bool {
    let anchor = topic_anchor(topic);
    let mut topics = desk.plan.order.news().iter().filter_map(|id| desk.catalog.news.get(*id).facts.topic.as_deref());
    topics.any(|other| topic_anchor(other) == anchor)
}

/// Topics with their newest items; the same topic in another spelling of case is one.
fn topics(desk: &Desk<'_>, all: &[Id<News>]) -> Vec<Topic> {
    let mut found: BTreeMap<String, (&str, Vec<&News>)> = BTreeMap::new();
    for item in all.iter().map(|id| desk.catalog.news.get(*id)) {
        if let Some(topic) = item.facts.topic.as_deref() {
            found.entry(topic_anchor(topic)).or_insert((topic, Vec::new())).1.push(item);
        }
    }
    let one = |(id, (topic, items)): (String, (&str, Vec<&News>))| Topic {
        id,
        title: titled(desk.indonesian(topic)),
        count: group(items.len() as u64, desk.language),
        links: items
            .iter()
            .take(TITLES)
            .map(|item| Link { label: desk.words(&item.common.name), url: url(desk, item) })
            .collect(),
    };
    found.into_iter().map(one).collect()
}

/// Its card.
pub fn teaser(desk: &Desk<'_>, id: Id<News>) -> TeaserCard {
    let item = desk.catalog.news.get(id);
    TeaserCard {
        url: url(desk, item),
        title: desk.words(&item.common.name),
        summary: desk.maybe_words(&item.common.summary),
        picture: desk.main_picture(&item.common, "cover"),
        kicker: item.facts.topic.as_deref().map(capital),
        date: Some(desk.day(item.facts.date)),
        meta: vec![super::minutes(desk, &item.common.body)],
        badges: Vec::new(),
    }
}

/// Builds the page of an item.
pub fn view(desk: &Desk<'_>, id: Id<News>) -> NewsPage {
    let item = desk.catalog.news.get(id);
    let (common, facts) = (&item.common, &item.facts);
    let (source, source_url) = facts.source.as_ref().map(|given| source(desk, given)).unzip();
    NewsPage {
        id: common.slug.to_string(),
        title: desk.words(&common.name),
        topic: facts.topic.as_deref().map(|topic| Chip {
            label: titled(desk.indonesian(topic)),
            url: is_indexed(desk, topic).then(|| format!("{}#{}", desk.fixed(Fixed::News), topic_anchor(topic))),
            ..Chip::default()
        }),
        summary: desk.maybe_words(&common.summary),
        date: desk.day(facts.date),
        updated: common.updated.filter(|day| *day > facts.date).map(|day| desk.day(day)),
        minutes: super::minutes(desk, &common.body),
        author: facts.author.clone(),
        cover: desk.described_picture(common, "cover"),
        body: desk.prose(&common.body),
        source,
        source_url: source_url.flatten(),
        related: related(desk, item),
        more: row(
            desk.t("warta.lain"),
            more(desk, id),
            Some(desk.link(desk.t("warta.semua"), desk.fixed(Fixed::News))),
        ),
        report_url: report(desk, &url(desk, item)),
    }
}

/// Those of the same topic first, then the newest.
fn more(desk: &Desk<'_>, id: Id<News>) -> Vec<String> {
    let own = desk.catalog.news.get(id).facts.topic.as_deref();
    let mut others: Vec<Id<News>> = desk.plan.order.news().to_vec();
    others.retain(|other| *other != id);
    others.sort_by_key(|other| own.is_none() || desk.catalog.news.get(*other).facts.topic.as_deref() != own);
    others.into_iter().take(MORE).map(|other| card(desk, other)).collect()
}

/// What it is about: rows of cards by their shape, in the order of first mention.
fn related(desk: &Desk<'_>, item: &News) -> Vec<Related> {
    let mut rows: Vec<Related> = Vec::new();
    for link in &item.links.related {
        let AnyLink::Found(entry) = link else { continue };
        let Some((shape, token)) = token(desk, *entry) else { continue };
        match rows.iter_mut().find(|row| row.shape == shape) {
            Some(row) => row.row.cards.push(token),
            None => rows.push(Related {
                shape: shape.to_owned(),
                row: CardRow { title: String::new(), cards: vec![token], all: None },
            }),
        }
    }
    for (at, related) in rows.iter_mut().enumerate() {
        let key = match related.shape.as_str() {
            _ if at == 0 => "warta.tentang",
            "product" => "nav.produk",
            "business" => "hitung.usaha",
            "row" => "nav.agenda",
            _ => "kabar.terkait",
        };
        related.row.title = desk.t(key).to_owned();
    }
    rows
}

/// Shape of the grid and card of an entry; free pages and figures have none.
fn token(desk: &Desk<'_>, entry: AnyId) -> Option<(&'static str, String)> {
    let at = entry.index as usize;
    Some(match entry.kind {
        Kind::Product => ("product", desk.card(Card::Product(Id::new(at)))),
        Kind::Business => ("business", desk.card(Card::Business(Id::new(at)))),
        Kind::Cooperative => ("business", desk.card(Card::Cooperative(Id::new(at)))),
        Kind::Event => ("row", desk.card(Card::Event(Id::new(at)))),
        Kind::Impact | Kind::Page => return None,
        kind => ("teaser", desk.card(Card::Teaser(kind, entry.index))),
    })
}
