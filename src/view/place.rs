//! Places: `kecamatan-indeks.html` and `wilayah.html` (a kecamatan or a kelurahan).

use super::block::Figure;
use super::card::CardRow;
use super::text::{Chip, ChipRow, Empty, Prose, Words};
use serde::Serialize;

/// All districts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DistrictIndex {
    /// Title.
    pub title: Words,
    /// A sentence.
    pub intro: Option<Prose>,
    /// The seven kecamatan.
    pub districts: Vec<District>,
}

/// A kecamatan in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct District {
    /// Name.
    pub name: String,
    /// Address.
    pub url: String,
    /// "3 UMKM", "12 produk".
    pub facts: Vec<String>,
    /// Its kelurahan.
    pub villages: Vec<Chip>,
}

/// A kecamatan or a kelurahan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlacePage {
    /// "Pamulang".
    pub name: String,
    /// "Kecamatan", "Kelurahan di Pamulang".
    pub kind: String,
    /// "Kode pos 15416".
    pub postcode: Option<String>,
    /// A sentence.
    pub intro: Option<Prose>,
    /// Computed figures.
    pub figures: Vec<Figure>,
    /// Categories of the products made here.
    pub categories: Option<ChipRow>,
    /// Kelurahan of a kecamatan, neighbours, in this order.
    pub chips: Vec<ChipRow>,
    /// Businesses, products, cooperatives; empty rows are left out.
    pub rows: Vec<PlaceRow>,
    /// Events here: ready rows.
    pub events: Vec<String>,
    /// Nothing here yet.
    pub empty: Option<Empty>,
}

/// A row of cards of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlaceRow {
    /// Shape of the grid: `product`, `business`.
    pub shape: String,
    /// Cards with title and way on.
    pub row: CardRow,
}
