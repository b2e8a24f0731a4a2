//! Cards. Each is rendered once per language and printed on every list that shows it, so a card knows nothing of the page around it.

use super::picture::Picture;
use super::text::{Badge, Day, Words};
use serde::Serialize;

/// A price, ready to print.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Price {
    /// "Rp45.000", "Mulai Rp350.000", "Rp25.000–Rp40.000" or "Tanya harga".
    pub text: String,
    /// "/ buah"; `None` when there is no unit or no price.
    pub unit: Option<String>,
    /// `true` for "Tanya harga": printed quieter, without digits.
    pub ask: bool,
    /// Price before the promotion, "Rp55.000".
    pub old: Option<String>,
    /// Last ISO day of the promotion; the browser hides `old` (and shows nothing else) after it.
    pub old_until: Option<String>,
}

/// `parts/card-product.html`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProductCard {
    /// Address of the product page in this language.
    pub url: String,
    /// Name, up to 120 characters; the card shows three lines.
    pub name: Words,
    /// Picture in the role `card`; `None` prints the pattern box.
    pub picture: Option<Picture>,
    /// Price line.
    pub price: Price,
    /// Name of the business or cooperative.
    pub seller: String,
    /// Kecamatan.
    pub place: String,
    /// Shown only when it is not simply "Siap kirim".
    pub stock: Option<Badge>,
    /// At most two: permits, "Baru", "Pilihan".
    pub badges: Vec<Badge>,
}

/// `parts/card-business.html`, for UMKM and cooperatives alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BusinessCard {
    /// Address of the profile in this language.
    pub url: String,
    /// Name.
    pub name: Words,
    /// Picture in the role `card`; usually the first photo of the business or of its first product.
    pub picture: Option<Picture>,
    /// Kind: "Kerajinan", "Koperasi produsen".
    pub kind: String,
    /// "Pondok Benda, Pamulang".
    pub place: String,
    /// One sentence.
    pub summary: Option<Words>,
    /// "5 produk", "48 anggota".
    pub facts: Vec<String>,
    /// At most two.
    pub badges: Vec<Badge>,
}

/// `parts/card-teaser.html`: anything with a title, a sentence and perhaps a picture (innovation, news, story, programme, collection, partner).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TeaserCard {
    /// Address.
    pub url: String,
    /// Title.
    pub title: Words,
    /// One or two sentences.
    pub summary: Option<Words>,
    /// Picture in the role `cover` (3:2).
    pub picture: Option<Picture>,
    /// Line above the title: "TKT 8 dari 9", "Bazar".
    pub kicker: Option<String>,
    /// Publication day.
    pub date: Option<Day>,
    /// Line below: "4 produk", "3 menit baca".
    pub meta: Vec<String>,
    /// State labels: "Sudah dipakai", "Pendaftaran dibuka".
    pub badges: Vec<Badge>,
}

/// `parts/row-event.html`: an event in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EventRow {
    /// Address of the event page.
    pub url: String,
    /// Title.
    pub title: Words,
    /// Start with time zone, for the browser and `<time>`.
    pub start: Day,
    /// End, ISO with time zone; the browser marks the row as past after it.
    pub end_iso: String,
    /// "14".
    pub day: String,
    /// "Mar".
    pub month: String,
    /// "Sabtu, 09.00–12.00 WIB".
    pub when: String,
    /// "Ruang pamer, Serpong" or "Daring".
    pub place: String,
    /// Kind: "Pelatihan".
    pub kind: String,
    /// "Dibatalkan", "Gratis".
    pub badges: Vec<Badge>,
}

/// Cards in a row with a title and a way to all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CardRow {
    /// "Produk serupa".
    pub title: String,
    /// Ready cards, printed as they are.
    pub cards: Vec<String>,
    /// Where all of them stand.
    pub all: Option<super::text::Link>,
}
