//! What surrounds the content: the site, the head, the frame of a page.

use super::contact::Contact;
use super::text::{Chip, Day, Link};
use serde::Serialize;
use std::collections::BTreeMap;

/// Global name `site`: one per language, borrowed by every render.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Site {
    /// Site name in this language.
    pub name: String,
    /// Short name for the header and the home screen.
    pub short_name: String,
    /// One sentence below the name.
    pub tagline: String,
    /// BCP 47 tag: "id" or "en".
    pub lang: String,
    /// Open Graph locale: "id_ID", "en_GB".
    pub locale: String,
    /// Absolute address of the site's root, with the final slash.
    pub base_url: String,
    /// Sample content: ribbon on each page, contact links off.
    pub sample: bool,
    /// Ready addresses of fixed pages by name: `home, products, categories, businesses, cooperatives, districts, collections, search, saved,
    /// inquiry, how_to_buy, list_business, report, privacy, accessibility, data, about, offline`.
    pub urls: BTreeMap<String, String>,
    /// Ready addresses of theme assets by name: `css, js, search_js, field_js, icons, logo, icon_192, apple_icon,
    /// manifest, worker`; `search_js` is the script in this language, `field_js` the part of it that fields need.
    pub assets: BTreeMap<String, String>,
    /// Address of the search index's start file in this language (`data-index`); empty when the site has no search.
    pub search_index: String,
    /// The three groups of the menu.
    pub nav: Vec<NavGroup>,
    /// Office that runs the site.
    pub office: Office,
    /// Day of the build.
    pub updated: Day,
    /// Home page in the other language, for the footer; `None` when the site has one language.
    pub other_home: Option<Link>,
    /// Tag of the other language.
    pub other_lang: Option<String>,
    /// Months after which a price counts as old.
    pub price_months: u32,
    /// Ready header per section key (see [`Frame::section`]), made from `parts/header.html`; the key `""` marks no entry as current.
    pub headers: BTreeMap<String, String>,
    /// Ready footer and bottom bar per section key, made from `parts/footer.html`.
    pub footers: BTreeMap<String, String>,
}

/// The view of `parts/header.html` and `parts/footer.html` (with `site` and `t` as globals).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FramePart {
    /// Section key of the pages it will stand on.
    pub section: String,
}

/// One of the groups "Belanja", "Innovation Center", "Info".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NavGroup {
    /// Heading.
    pub label: String,
    /// Stable ASCII key: `belanja`, `pusat`, `info`.
    pub key: String,
    /// Entries.
    pub items: Vec<NavItem>,
}

/// One entry of the menu.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NavItem {
    /// Words.
    pub label: String,
    /// Address.
    pub url: String,
    /// Section key, compared with [`Frame::section`] for `aria-current`.
    pub section: String,
}

/// The office in the footer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Office {
    /// "Dinas Koperasi dan UKM Kota Tangerang Selatan".
    pub name: String,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// "Senin–Jumat 08.00–16.00 WIB".
    pub hours: Option<String>,
    /// Its contacts.
    pub contact: Contact,
}

/// Everything in `<head>` that differs between pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PageHead {
    /// Whole `<title>`, site name included.
    pub title: String,
    /// Meta description.
    pub description: Option<String>,
    /// Absolute address of this page.
    pub canonical: String,
    /// Same page in other languages, `x-default` included.
    pub alternates: Vec<Alternate>,
    /// "noindex, follow"; `None` for pages to be found.
    pub robots: Option<String>,
    /// Open Graph title.
    pub og_title: String,
    /// Open Graph type: "website", "product", "article".
    pub og_type: String,
    /// Absolute address of the share picture with its size.
    pub og_image: Option<OgImage>,
    /// JSON-LD blocks, each one JSON text with `<` already written as `\u003c`; printed as they are.
    pub json_ld: Vec<String>,
    /// Previous page of a list.
    pub prev: Option<String>,
    /// Next page of a list.
    pub next: Option<String>,
    /// Feeds to announce.
    pub feeds: Vec<Feed>,
    /// Load the search script at once: only the search page. Elsewhere it comes when a search field is touched or a list is to be filtered.
    pub search: bool,
}

/// `<link rel="alternate" hreflang>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// "id", "en", "x-default".
    pub lang: String,
    /// Absolute address.
    pub url: String,
}

/// Share picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OgImage {
    /// Absolute address of a JPEG.
    pub url: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Text instead of it.
    pub alt: String,
}

/// `<link rel="alternate" type="application/atom+xml">`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Feed {
    /// Title of the feed.
    pub title: String,
    /// MIME type.
    pub mime: String,
    /// Ready address.
    pub url: String,
}

/// What stands around the content and differs between pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// Section key (`produk`, `umkm`, `beranda`, …) that picks the ready header and footer; `""` when none is current.
    pub section: String,
    /// From home down to the parent; the page itself is the last entry and has no address. Empty on the home page.
    pub crumbs: Vec<Chip>,
    /// Link to this page, or the nearest, in the other language; `None` when the site has one language.
    pub switch: Option<LanguageSwitch>,
    /// Kind of page, a class on `<body>` and a hook for the script: `produk`, `daftar`, `cari`, ….
    pub kind: String,
}

/// Link to the other language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LanguageSwitch {
    /// Tag of the other language.
    pub lang: String,
    /// "English".
    pub label: String,
    /// Full sentence for screen readers, in the other language; says so when only the section exists there.
    pub title: String,
    /// Address.
    pub url: String,
}
