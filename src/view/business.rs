//! Profiles of UMKM (`umkm.html`) and cooperatives (`koperasi.html`), and their printed pieces.

use super::block::{Figure, Proof};
use super::card::{CardRow, Price};
use super::contact::{Contact, Hours};
use super::picture::Picture;
use super::text::{Badge, Chip, Fact, Link, Prose, Words};
use serde::Serialize;

/// A business or a cooperative.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct BusinessPage {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Words,
    /// "Kerajinan", "Koperasi produsen".
    pub kind: Option<Link>,
    /// One sentence.
    pub summary: Option<Words>,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// More photos, role `cover`.
    pub photos: Vec<Picture>,
    /// Skala, NIB, koperasi.
    pub badges: Vec<Badge>,
    /// "Sejak 2014", "48 anggota", "RAT terakhir: 2026".
    pub figures: Vec<Figure>,
    /// How to reach it.
    pub contact: Contact,
    /// Opening hours.
    pub hours: Option<Hours>,
    /// Where it is.
    pub place: Where,
    /// Story or description.
    pub about: Option<Prose>,
    /// Owner (with consent), capacity, legal form, KBLI, badan hukum.
    pub facts: Vec<Fact>,
    /// Permits of the whole business.
    pub proofs: Vec<Proof>,
    /// Its products: the first 24; `all` leads to the rest.
    pub products: CardRow,
    /// Further pages of its products when there are more than fit.
    pub product_pages: Option<super::list::Pagination>,
    /// Said when it has no products yet.
    pub no_products: Option<String>,
    /// Cooperative the business belongs to.
    pub cooperative: Option<Link>,
    /// What a cooperative does.
    pub units: Vec<Words>,
    /// Member businesses of a cooperative.
    pub members: Option<CardRow>,
    /// How to join (cooperative).
    pub join: Option<Prose>,
    /// "Layanan simpan pinjam khusus anggota".
    pub members_only: Option<String>,
    /// Programmes followed.
    pub programmes: Vec<Chip>,
    /// Innovations used.
    pub innovations: Vec<Chip>,
    /// Stories about it, ready cards.
    pub stories: Vec<String>,
    /// Page with the printable QR card.
    pub print_url: Option<String>,
    /// Sheet of price tags.
    pub tags_url: Option<String>,
    /// vCard; only when the consent covers a contact.
    pub vcard_url: Option<String>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// A place as far as the consent goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Where {
    /// Street and number, with consent.
    pub street: Option<String>,
    /// "depan masjid", with consent.
    pub hint: Option<String>,
    /// "Pondok Benda, Pamulang 15416".
    pub area: String,
    /// Page of the kelurahan.
    pub area_url: Option<String>,
    /// `geo:` or map link; only with consent.
    pub map_url: Option<String>,
    /// "Lokasi kira-kira (kelurahan)" when only the area is known.
    pub approximate: Option<String>,
}

/// `cetak.html`: a card with QR, twice per A4 sheet and once as counter sign.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PrintCardPage {
    /// Name of the business.
    pub name: Words,
    /// One sentence.
    pub summary: Option<Words>,
    /// "Pondok Benda, Pamulang".
    pub place: String,
    /// "0812-0000-0001", with consent and not in sample mode.
    pub number: Option<String>,
    /// Whole SVG element of the QR code, `role="img"` and `aria-label` set.
    pub qr_svg: String,
    /// Address in the QR code, as people read it.
    pub url_text: String,
    /// Back to the profile.
    pub back: Link,
    /// "P-IRT", "Halal".
    pub badges: Vec<Badge>,
    /// "Situs contoh: …"; printed on the card too.
    pub sample_note: Option<String>,
}

/// `label-harga.html`: price tags of a business, cut from A4.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PriceTagPage {
    /// Name of the business.
    pub seller: Words,
    /// One tag per product.
    pub tags: Vec<PriceTag>,
    /// Back to the profile.
    pub back: Link,
    /// "Situs contoh: …".
    pub sample_note: Option<String>,
}

/// One price tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PriceTag {
    /// Product name.
    pub name: Words,
    /// Price.
    pub price: Price,
    /// "150 g", "P-IRT 2063674990001-30".
    pub lines: Vec<String>,
    /// QR of the product page.
    pub qr_svg: String,
}
