//! The home page, `beranda.html`.

use super::block::{Callout, Figure};
use super::card::CardRow;
use super::list::CategoryTile;
use super::picture::Picture;
use super::text::{Chip, Link, Words};
use serde::Serialize;

/// Home.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HomePage {
    /// Main sentence (`h1`).
    pub title: String,
    /// Sentence below it.
    pub lead: String,
    /// Up to four products whose photos form the flower of the hero (role `card`).
    pub petals: Vec<Petal>,
    /// Six popular words leading to the search page.
    pub popular: Vec<Chip>,
    /// Eight categories.
    pub categories: Vec<CategoryTile>,
    /// "Pilihan minggu ini": eight product cards.
    pub picks: Option<CardRow>,
    /// Collection band.
    pub band: Option<Band>,
    /// "Inovasi di balik produk": three teaser cards.
    pub innovations: Option<CardRow>,
    /// Seven kecamatan with counts.
    pub districts: Vec<Chip>,
    /// Upcoming events: one to three ready rows; hidden when none.
    pub events: Option<CardRow>,
    /// One story.
    pub story: Option<Story>,
    /// Three computed figures.
    pub figures: Vec<Figure>,
    /// Daftarkan Usaha, Ikut pendampingan, Jadi mitra.
    pub callouts: Vec<Callout>,
    /// News: three teaser cards.
    pub news: Option<CardRow>,
}

/// A picture of the hero, linked to its product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Petal {
    /// Product page.
    pub url: String,
    /// Product name, also the link's name.
    pub name: Words,
    /// Role `card`, `alt` empty.
    pub picture: Picture,
}

/// A collection across the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Band {
    /// "Koleksi pilihan".
    pub kicker: String,
    /// Name.
    pub title: Words,
    /// Sentence.
    pub summary: Option<Words>,
    /// Address.
    pub link: Link,
    /// Up to three product cards.
    pub cards: Vec<String>,
}

/// A success story on the home page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Story {
    /// "Cerita sukses".
    pub kicker: String,
    /// Title.
    pub title: Words,
    /// Sentence.
    pub summary: Option<Words>,
    /// Sentence of the person, with consent.
    pub quote: Option<Words>,
    /// Who says it.
    pub by: Option<String>,
    /// Role `cover`.
    pub picture: Option<Picture>,
    /// Address.
    pub link: Link,
}
