//! Free pages, device-only lists, search, errors, redirects.

use super::block::{Callout, Download, Figure, Quote, Section, Step};
use super::contact::Contact;
use super::picture::Picture;
use super::text::{Chip, ChipRow, Day, Empty, Fact, Link, Prose, Words};
use serde::Serialize;

/// `halaman.html`: a free page (about, privacy, accessibility, how to buy, list your business, report, open data).
///
/// Every block is optional and printed in the order of the fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FreePage {
    /// Title (`h1`).
    pub title: Words,
    /// One or two sentences.
    pub lead: Option<Words>,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// A dated, sourced statement ("Komitmen").
    pub quote: Option<Quote>,
    /// Text before the sections; headings from `h2`.
    pub body: Option<Prose>,
    /// Numbered steps with a title above them.
    pub steps: Option<Steps>,
    /// Titled pieces; two or more get a table of contents.
    pub sections: Vec<Section>,
    /// What to bring, with boxes to tick on paper.
    pub checklist: Option<Checklist>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Facts.
    pub facts: Vec<Fact>,
    /// Files.
    pub downloads: Vec<Download>,
    /// Office to turn to.
    pub contact: Option<Contact>,
    /// Title above the contact.
    pub contact_title: Option<String>,
    /// Ways on.
    pub callouts: Vec<Callout>,
    /// Last change.
    pub updated: Option<Day>,
    /// The page is meant to be printed (a form): shows the print button.
    pub printable: bool,
    /// The report page: the script names the page that is reported (from `?dari=`).
    pub report: bool,
}

/// Numbered steps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Steps {
    /// Title.
    pub title: String,
    /// The steps.
    pub items: Vec<Step>,
}

/// A list to tick.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Checklist {
    /// Title.
    pub title: String,
    /// Lines.
    pub items: Vec<Words>,
}

/// `simpanan.html` and `daftar-tanya.html`: lists that live on the device; the page brings only words and ways on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DevicePage {
    /// Title.
    pub title: String,
    /// What it is and where it is kept.
    pub lead: String,
    /// Shown while the list is empty, and always without script.
    pub empty: Empty,
    /// Popular products, ready cards.
    pub suggestions: Vec<String>,
    /// Title above them.
    pub suggestions_title: String,
}

/// `cari.html`: search, and without script the ways to browse.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SearchPage {
    /// Title.
    pub title: String,
    /// Results on one page.
    pub page: u32,
    /// Six popular words.
    pub popular: Vec<Chip>,
    /// Categories, kecamatan, price bands as links: the page without script, and help when nothing is found.
    pub browse: Vec<ChipRow>,
}

/// `404.html`, `luring.html`, `ditarik.html`: a short message with ways on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MessagePage {
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// Show the search field.
    pub search: bool,
    /// Ways on.
    pub links: Vec<Link>,
    /// Categories.
    pub chips: Vec<Chip>,
    /// Offline page: the script lists the pages that can be read.
    pub cached_title: Option<String>,
}

/// `alih.html`: an entry that moved. Has no frame; `head.canonical` is the new address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RedirectPage {
    /// New address, relative or rooted.
    pub url: String,
    /// Name of the page.
    pub name: Words,
}
