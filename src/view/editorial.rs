//! Events, news, stories, impact figures.

use super::block::{Callout, Figure, Quote};
use super::card::CardRow;
use super::center::Registration;
use super::contact::Contact;
use super::picture::Picture;
use super::text::{Badge, Chip, Day, Fact, Link, Prose, Words};
use serde::Serialize;

/// `agenda.html`: an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EventPage {
    /// Slug.
    pub id: String,
    /// Title.
    pub title: Words,
    /// Kind: "Pelatihan".
    pub kind: String,
    /// One sentence.
    pub summary: Option<Words>,
    /// "Dibatalkan", "Ditunda", "Gratis".
    pub badges: Vec<Badge>,
    /// Said when it is cancelled or postponed.
    pub notice: Option<String>,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// More photos, role `cover`.
    pub photos: Vec<Picture>,
    /// Start with time zone.
    pub start: Day,
    /// End, ISO with time zone; the browser marks the page as past after it.
    pub end_iso: String,
    /// Over already on the day of the build.
    pub is_past: bool,
    /// "Sabtu, 19 Desember 2026".
    pub days: String,
    /// "09.00–17.00 WIB".
    pub times: Option<String>,
    /// Hall, address; `None` for an event that is only online.
    pub venue: Option<Venue>,
    /// Takes place online too.
    pub online: Option<Online>,
    /// Quota, cost, for whom, registration end.
    pub facts: Vec<Fact>,
    /// Registration; `None` when nobody has to register.
    pub registration: Option<Registration>,
    /// Contact for registration.
    pub contact: Contact,
    /// Calendar file; `None` when cancelled.
    pub ics_url: Option<String>,
    /// Speakers.
    pub speakers: Vec<Chip>,
    /// Programme it belongs to.
    pub programme: Option<Link>,
    /// Text.
    pub body: Option<Prose>,
    /// What came of it; only after the event.
    pub review: Option<Prose>,
    /// Other coming events: rows.
    pub others: Option<CardRow>,
    /// Archive of past events.
    pub archive: Link,
    /// Last change.
    pub updated: Option<Day>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// Where an event takes place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Venue {
    /// "Aula Innovation Center".
    pub name: Words,
    /// Street.
    pub address: Option<String>,
    /// "Setu, Setu": kelurahan and kecamatan.
    pub area: Option<String>,
    /// Page of that place.
    pub area_url: Option<String>,
}

/// The online side of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Online {
    /// "Daring".
    pub label: String,
    /// Room; `None` in sample mode or when the event is over.
    pub url: Option<String>,
}

/// `kabar.html`: a news item.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NewsPage {
    /// Slug.
    pub id: String,
    /// Title.
    pub title: Words,
    /// Topic, with the way to its list.
    pub topic: Option<Chip>,
    /// Opening sentence.
    pub summary: Option<Words>,
    /// Day.
    pub date: Day,
    /// Day of the last change, when later.
    pub updated: Option<Day>,
    /// "3 menit baca".
    pub minutes: String,
    /// Office that wrote it.
    pub author: Option<String>,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// Text; headings from `h2`.
    pub body: Option<Prose>,
    /// "Sumber: Bisnis.com, 1 September 2016 (Nurudin Abdullah)".
    pub source: Option<Words>,
    /// Address of the source.
    pub source_url: Option<String>,
    /// What it is about: products, businesses, programmes, …, rows of ready cards by shape.
    pub related: Vec<Related>,
    /// Newer and older items: teaser cards.
    pub more: Option<CardRow>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// Cards of one shape an item is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Related {
    /// Shape of the grid.
    pub shape: String,
    /// Cards with title.
    pub row: CardRow,
}

/// `cerita.html`: a success story.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StoryPage {
    /// Slug.
    pub id: String,
    /// Title.
    pub title: Words,
    /// Opening sentence.
    pub summary: Option<Words>,
    /// Day.
    pub date: Option<Day>,
    /// "3 menit baca".
    pub minutes: String,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// How it was.
    pub before: Option<Words>,
    /// How it is.
    pub after: Option<Words>,
    /// Words of the person, with consent.
    pub quote: Option<Quote>,
    /// Text; headings from `h2`.
    pub body: Option<Prose>,
    /// Whom it is about: one ready business card.
    pub about: Option<CardRow>,
    /// Products of theirs: product cards.
    pub products: Option<CardRow>,
    /// Innovations they use: teaser cards.
    pub innovations: Option<CardRow>,
    /// Other stories: teaser cards.
    pub others: Option<CardRow>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// `dampak.html`: figures, counted from the content or typed with a source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImpactPage {
    /// Title.
    pub title: Words,
    /// One or two sentences.
    pub lead: Option<Words>,
    /// Counted figures.
    pub counted: Vec<Figure>,
    /// "Dihitung dari isi situs pada 24 November 2026."
    pub counted_note: String,
    /// Distributions counted from the content: by kecamatan, by category.
    pub charts: Vec<BarChart>,
    /// Typed figures.
    pub reported: Vec<Reported>,
    /// Said when there are no typed figures.
    pub reported_none: Option<String>,
    /// The same as data.
    pub downloads: Vec<Link>,
    /// Ways on.
    pub callouts: Vec<Callout>,
}

/// Horizontal bars in a table: the table is the text alternative.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BarChart {
    /// Anchor, ASCII.
    pub id: String,
    /// "Usaha per kecamatan".
    pub title: String,
    /// What it shows, in one sentence.
    pub summary: String,
    /// Head of the first column: "Kecamatan".
    pub label_head: String,
    /// Head of the second column: "Usaha".
    pub value_head: String,
    /// Bars, in order.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Words.
    pub label: Words,
    /// Page behind it.
    pub url: Option<String>,
    /// "12".
    pub value: String,
    /// Length in thousandths of the longest bar, 0 to 1000.
    pub size: u32,
}

/// A typed figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reported {
    /// Anchor, ASCII.
    pub id: String,
    /// Name.
    pub name: Words,
    /// "1.284".
    pub value: String,
    /// "jam".
    pub unit: Words,
    /// One sentence.
    pub summary: Option<Words>,
    /// What is counted.
    pub definition: Option<Words>,
    /// "Data per 31 Oktober 2026".
    pub as_of: Option<String>,
    /// Who says so.
    pub source: Option<Words>,
    /// By year.
    pub series: Option<Series>,
}

/// Columns by year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Series {
    /// Text instead of the picture: "2024: 612, 2025: 1.047, 2026: 1.284 jam".
    pub text: String,
    /// Head of the first column: "Tahun".
    pub year_head: String,
    /// Head of the second column: the unit.
    pub value_head: String,
    /// Width of the drawing: 64 units a column.
    pub width: u32,
    /// The columns, oldest first.
    pub columns: Vec<Column>,
}

/// One column of a drawing 160 units high, whose base stands at 130.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Column {
    /// "2026".
    pub year: String,
    /// "1.284".
    pub value: String,
    /// Left edge.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// Height, up to 100.
    pub height: u32,
    /// Middle, for the words.
    pub middle: u32,
}
