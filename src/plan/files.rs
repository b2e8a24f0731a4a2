//! Where the files for machines stand: feeds, calendars, open data, and what hosts read. Paths start with a slash and are
//! still without the base path, as in [`super::address`].

use super::address::{self, Fixed};
use crate::bahasa::Language;
use crate::model::{Event, Kind};

/// The licence of the open data: Creative Commons Attribution 4.0.
pub const LICENCE: Licence = Licence {
    name: "CC-BY-4.0",
    title: "Creative Commons Attribution 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
};

/// A licence as machines want it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Licence {
    /// SPDX name.
    pub name: &'static str,
    /// Name for people.
    pub title: &'static str,
    /// Its text.
    pub url: &'static str,
}

/// What a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedKind {
    /// News and stories.
    News,
    /// New products.
    Products,
    /// Events.
    Events,
}

impl FeedKind {
    /// All feeds.
    pub const ALL: [FeedKind; 3] = [FeedKind::News, FeedKind::Products, FeedKind::Events];

    /// The list it belongs to.
    pub const fn section(self) -> Fixed {
        match self {
            FeedKind::News => Fixed::News,
            FeedKind::Products => Fixed::Products,
            FeedKind::Events => Fixed::Events,
        }
    }

    /// `/kabar/atom.xml`, `/en/news/atom.xml`.
    pub fn path(self, language: Language) -> String {
        format!("{}atom.xml", self.section().path(language))
    }

    /// Its title, for `<link rel="alternate">` and readers.
    pub const fn title(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Id, FeedKind::News) => "Kabar dan cerita",
            (Language::En, FeedKind::News) => "News and stories",
            (Language::Id, FeedKind::Products) => "Produk baru",
            (Language::En, FeedKind::Products) => "New products",
            (Language::Id, FeedKind::Events) => "Agenda",
            (Language::En, FeedKind::Events) => "Events",
        }
    }
}

/// Calendar of all events: `/agenda.ics`, `/en/events.ics`.
pub fn calendar(language: Language) -> String {
    let list = Fixed::Events.path(language);
    format!("{}.ics", list.trim_end_matches('/'))
}

/// Calendar of one event, beside its page.
pub fn event_calendar(event: &Event, language: Language) -> String {
    let slug = &event.common.slug;
    format!("{}{slug}.ics", address::entry(Kind::Event, slug, language))
}

/// Contact card of a maker or mentor, beside its page (one file serves both languages).
pub fn contact_card(kind: Kind, slug: &str) -> String {
    format!("{}kontak.vcf", address::entry(kind, slug, Language::Id))
}

/// Contact card of the office.
pub const OFFICE_CARD: &str = "/kontak.vcf";

/// Description of the search for browsers: `/opensearch.xml`, `/en/opensearch.xml`.
pub fn open_search(language: Language) -> String {
    format!("{}opensearch.xml", address::root(language))
}

/// `/manifest.webmanifest`, `/en/manifest.webmanifest`.
pub fn manifest(language: Language) -> String {
    format!("{}manifest.webmanifest", address::root(language))
}

/// Guide for language models: `/llms.txt`, `/en/llms.txt`.
pub fn llms(language: Language) -> String {
    format!("{}llms.txt", address::root(language))
}

/// A table of the open data, `/data/produk.csv`.
pub fn data(table: &str, ending: &str) -> String {
    format!("/data/{table}.{ending}")
}

/// Description of the open data (Frictionless Data Package).
pub const DATA_PACKAGE: &str = "/data/datapackage.json";
/// The search index's start file; the files it names lie in the folder [`SEARCH_FOLDER`].
pub const SEARCH_START: &str = "/indeks.bin";
/// The names of all files of the search index.
pub const SEARCH_LIST: &str = "/indeks.json";
/// Files of the search index, named by their content.
pub const SEARCH_FOLDER: &str = "/indeks/";
/// Feed for Google Merchant Center.
pub const GOOGLE_FEED: &str = "/produk/umpan.xml";
/// Catalogue for Meta and WhatsApp.
pub const META_CATALOGUE: &str = "/produk/meta.csv";
/// What search engines may read.
pub const ROBOTS: &str = "/robots.txt";
/// Whom to tell about a hole (RFC 9116).
pub const SECURITY: &str = "/.well-known/security.txt";
/// Withdrawn addresses, for whoever runs caches in front of the site.
pub const WITHDRAWN: &str = "/hapus.txt";
/// The sitemap, or the index of its parts.
pub const SITEMAP: &str = "/sitemap.xml";

/// Part `number` (from 1) of a sitemap that is too long for one file.
pub fn sitemap_part(number: usize) -> String {
    format!("/sitemap-{number}.xml")
}

/// Folders that hold nothing but files of the site itself.
const OWN_FOLDERS: [&str; 7] = ["aset", "i", "indeks", "data", "bagikan", "admin", ".well-known"];
/// Names of files that hosts, browsers and readers of feeds look for, in whatever folder.
const OWN_NAMES: [&str; 20] = [
    "404.html",
    "CNAME",
    "_headers",
    "_redirects",
    "agenda.ics",
    "atom.xml",
    "events.ics",
    "hapus.txt",
    "indeks.bin",
    "indeks.json",
    "kontak.vcf",
    "llms.txt",
    "manifest.webmanifest",
    "meta.csv",
    "nginx.conf.contoh",
    "opensearch.xml",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
    "umpan.xml",
];

/// Would a page at this path stand in the way of such a file?
pub fn is_own(path: &str) -> bool {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let is_name = |name: &&str| OWN_NAMES.contains(name) || (name.starts_with("sitemap-") && name.ends_with(".xml"));
    parts.first().is_some_and(|first| OWN_FOLDERS.contains(first)) || parts.iter().any(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_site_are_told_from_pages() {
        for path in
            ["/sitemap.xml/", "/sitemap-2.xml/", "/admin/", "/data/lama/", "/en/news/atom.xml/", "/robots.txt/x/"]
        {
            assert!(is_own(path), "{path}");
        }
        for path in ["/", "/produk/data/", "/tentang/admin/", "/produk/lama.html/", "/sitemap/", "/indeks-lama/"] {
            assert!(!is_own(path), "{path}");
        }
        // What is written there is covered.
        for language in [Language::Id, Language::En] {
            let feeds = FeedKind::ALL.map(|kind| kind.path(language));
            let others = [calendar(language), open_search(language), manifest(language), llms(language)];
            for path in feeds.iter().chain(&others) {
                assert!(is_own(path), "{path}");
            }
        }
        for path in
            [DATA_PACKAGE, SEARCH_START, SEARCH_LIST, GOOGLE_FEED, META_CATALOGUE, ROBOTS, SECURITY, WITHDRAWN, SITEMAP]
        {
            assert!(is_own(path), "{path}");
        }
        assert!(is_own(&sitemap_part(3)) && is_own(OFFICE_CARD));
    }
}
