//! Blocks shared by several kinds of page, one component each.

use super::text::{Day, Link, Prose, Words};
use serde::Serialize;

/// A number with its meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// "53", "82,5%".
    pub value: String,
    /// "produk".
    pub label: String,
    /// "Data per 1 November 2026. Sumber: …".
    pub note: Option<String>,
    /// Where it can be read in full.
    pub url: Option<String>,
}

/// A permit, certificate, test or award.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// Kind: `pirt`, `bpom`, `halal`, `sni`, `merek`, `tkdn`, `uji_lab`, `penghargaan`.
    pub kind: String,
    /// "P-IRT".
    pub label: String,
    /// Number, ready to print; hidden (`None`) when expired or in a state of application.
    pub number: Option<String>,
    /// Free text ("Hasil uji: …").
    pub text: Option<Words>,
    /// "Berlaku sampai 31 Desember 2030".
    pub valid: Option<String>,
    /// ISO day after which the browser hides the number and shows `expired`.
    pub valid_until: Option<String>,
    /// "Masa berlaku sudah lewat".
    pub expired: String,
    /// Expired already on the day of the build.
    pub is_expired: bool,
    /// "Periksa nomor ini di cekbpom.pom.go.id".
    pub check: Option<Link>,
    /// "Nomor disampaikan pelaku usaha dan diperiksa petugas pada …".
    pub note: Option<String>,
}

/// One numbered step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Short title; may be empty when the text says all.
    pub title: Words,
    /// Text.
    pub body: Option<Prose>,
}

/// A quotation with its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The words.
    pub text: Words,
    /// "Airin Rachmi Diany, Wali Kota (2016)".
    pub by: String,
    /// "Bisnis.com".
    pub source: Option<Link>,
    /// Day of the statement; a quotation is never shown as a statement of today.
    pub date: Option<Day>,
}

/// A call to do something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Callout {
    /// "Punya usaha di Tangsel?".
    pub title: String,
    /// One sentence.
    pub text: String,
    /// The action.
    pub link: Link,
}

/// A titled piece of a free page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Anchor, ASCII.
    pub id: String,
    /// Title (`h2`).
    pub title: Words,
    /// Text.
    pub body: Prose,
}

/// A file to fetch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Download {
    /// Words.
    pub label: Words,
    /// Address.
    pub url: String,
    /// "PDF, 320 kB".
    pub meta: String,
}
