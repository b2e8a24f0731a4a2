//! The product page, `produk.html`.

use super::block::{Figure, Proof};
use super::card::{CardRow, Price};
use super::contact::{Contact, Hours};
use super::picture::Picture;
use super::text::{Badge, Chip, Day, Fact, Link, Prose, Words};
use serde::Serialize;

/// One product.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ProductPage {
    /// Slug, the key of the device-only lists.
    pub id: String,
    /// Name.
    pub name: Words,
    /// One sentence below the name.
    pub summary: Option<Words>,
    /// Leaf category, above the name.
    pub category: Option<Link>,
    /// "Baru", "Pilihan".
    pub badges: Vec<Badge>,
    /// Photos in the role `gallery`; empty prints the pattern box.
    pub gallery: Vec<Photo>,
    /// Price.
    pub price: Price,
    /// Rising minimum, falling price; empty when there is no wholesale price.
    pub wholesale: Vec<Tier>,
    /// "Minimal pesan 50 set".
    pub minimum: Option<String>,
    /// Stock line.
    pub stock: Option<Badge>,
    /// Choices: one group for a plain list, one per axis otherwise.
    pub options: Vec<OptionGroup>,
    /// Can be made to order; the sentence that says how.
    pub custom: Option<Words>,
    /// How to buy.
    pub contact: Contact,
    /// What the script needs to refine the message and to fill the lists on the device.
    pub item: Item,
    /// Permits, certificates, tests, awards.
    pub proofs: Vec<Proof>,
    /// Said when food needs no permit ("Pangan segar/siap saji"), with the reason.
    pub proof_note: Option<String>,
    /// Description; headings from `h3`.
    pub description: Option<Prose>,
    /// Details table.
    pub facts: Vec<Fact>,
    /// Innovations behind it.
    pub innovations: Vec<InnovationNote>,
    /// Who makes it.
    pub maker: Maker,
    /// More from the maker.
    pub more: Option<CardRow>,
    /// Similar products.
    pub similar: Option<CardRow>,
    /// Collections it is part of.
    pub collections: Vec<Link>,
    /// Tags.
    pub tags: Vec<Chip>,
    /// Age of the price; `None` when there is no price or no date.
    pub price_note: Option<PriceNote>,
    /// Report page with this product named, ready address.
    pub report_url: String,
    /// Archived or no longer made: a notice above everything.
    pub notice: Option<String>,
}

/// A photo of the gallery: large and as thumbnail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Photo {
    /// Role `gallery`.
    pub large: Picture,
    /// Role `thumb`.
    pub thumb: Picture,
    /// "Foto 2 dari 5".
    pub label: String,
}

/// One wholesale step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tier {
    /// Smallest quantity as a number, for the script.
    pub min: u32,
    /// "10+ buah".
    pub label: String,
    /// "Rp41.000".
    pub price: String,
}

/// A group of choices ("Warna").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OptionGroup {
    /// "Pilihan", "Warna".
    pub label: String,
    /// ASCII name for the radio group, unique on the page.
    pub name: String,
    /// Choices.
    pub values: Vec<OptionValue>,
}

/// One choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OptionValue {
    /// As written by the seller, always Indonesian.
    pub value: String,
    /// Own price, when it differs.
    pub price: Option<String>,
    /// Sold out: shown struck through and disabled, with this word ("Stok habis").
    pub gone: Option<String>,
    /// Number of its photo in the gallery, from 1.
    pub photo: Option<u32>,
}

/// What the script keeps and sends. Printed once, as the JSON text of a `data-item` attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The JSON text: `{"id","url","name","price","unit","img","seller","seller_name","seller_url","wa","text":{…}}`, see the README.
    pub json: String,
    /// A quantity makes sense (not for "per bulan" services).
    pub countable: bool,
    /// Smallest quantity, 1 by default.
    pub min: u32,
    /// Unit word, "buah".
    pub unit: Option<String>,
}

/// "Inovasi di balik produk ini".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct InnovationNote {
    /// Address of the innovation.
    pub url: String,
    /// Name.
    pub name: Words,
    /// What was wrong.
    pub problem: Option<Words>,
    /// The best measured result, with figures before and after.
    pub result: Option<Measured>,
    /// 1 to 9.
    pub tkt: u8,
    /// Whole words: "Tingkat kesiapterapan teknologi (TKT) 8 dari 9".
    pub tkt_label: String,
    /// "Sudah dipakai".
    pub status: Badge,
}

/// A result with both figures, all ready to print.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// "Kayu terbuang".
    pub label: Words,
    /// "18%".
    pub before: String,
    /// "7%".
    pub after: String,
    /// "120 bingkai, Januari 2026, ditimbang".
    pub note: Option<Words>,
}

/// Card of the maker on the product page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Maker {
    /// Profile.
    pub url: String,
    /// Name.
    pub name: Words,
    /// Role `thumb`.
    pub picture: Option<Picture>,
    /// "Pondok Benda, Pamulang".
    pub place: String,
    /// Address of the kelurahan page.
    pub place_url: Option<String>,
    /// "Sejak 2014".
    pub since: Option<String>,
    /// One sentence.
    pub summary: Option<Words>,
    /// "Usaha mikro", "Memiliki NIB", "Anggota Koperasi …".
    pub badges: Vec<Badge>,
    /// Hours, for "Buka sekarang".
    pub hours: Option<Hours>,
    /// Figures: "5 produk".
    pub figures: Vec<Figure>,
}

/// How old the price is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PriceNote {
    /// Day or month of the price.
    pub date: Day,
    /// "Harga dari penjual, diperbarui Februari 2026. Tanyakan ongkos kirim."
    pub fresh: String,
    /// "Harga belum diperbarui lebih dari 6 bulan. Konfirmasi dulu ke penjual."
    pub old: String,
    /// Old already on the day of the build; the browser may turn it on later.
    pub is_old: bool,
    /// ISO day from which it is old.
    pub old_from: String,
}
