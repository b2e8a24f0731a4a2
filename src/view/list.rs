//! Lists of cards: all products, a category, a directory, a collection.

use super::picture::Picture;
use super::text::{Chip, ChipRow, Empty, Link, Prose, Words};
use serde::Serialize;

/// `daftar.html`: any list. Serves `/produk/`, `/umkm/`, `/koperasi/`, `/kategori/…/`, `/koleksi/<slug>/` and lists of other kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListPage {
    /// Title (`h1`).
    pub title: Words,
    /// One or two sentences; only on the first page of the list.
    pub intro: Option<Prose>,
    /// "53 produk".
    pub count: Option<String>,
    /// Role `cover`; collections have one.
    pub cover: Option<Picture>,
    /// Shape of the grid: `product`, `business`, `teaser`, `row`.
    pub shape: String,
    /// Rows of static choices (sub-categories, kecamatan, price bands).
    pub chips: Vec<ChipRow>,
    /// Filters by the search script, which comes when they are wanted; `None` where search does not serve.
    pub filters: Option<Filters>,
    /// "Diurutkan: pilihan redaksi".
    pub order: Option<String>,
    /// Ready cards of this page of the list.
    pub cards: Vec<String>,
    /// Said instead of cards.
    pub empty: Option<Empty>,
    /// Pages of the list; `None` when there is one.
    pub pages: Option<Pagination>,
    /// Ready cards of related collections (teasers).
    pub related: Vec<String>,
    /// Title above `related`.
    pub related_title: String,
    /// Guide text at the end, first page only.
    pub guide: Option<Prose>,
    /// Feeds and data files of this list.
    pub downloads: Vec<Link>,
}

/// What the search script may filter on a list, see `assets/js/search/README.md`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Filters {
    /// Kind of the entries: `produk`, `umkm`, `koperasi`, ….
    pub kind: String,
    /// What the list is limited to: `kategori=camilan`, `kec=pamulang`; empty for all.
    pub scope: String,
    /// Entries on one page of the list.
    pub page: u32,
    /// Facets in their order, parted by blanks; empty for those of products.
    pub facets: String,
    /// Middles of places for sorting by distance: "pamulang -6.34 106.74;pamulang/benda-baru …"; empty where nobody may sort so.
    pub centres: String,
}

/// Links between the pages of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pagination {
    /// "Halaman 2 dari 5".
    pub label: String,
    /// Address of the page before.
    pub prev: Option<String>,
    /// Address of the page after.
    pub next: Option<String>,
    /// At most nine: numbers with addresses; the current one is marked, a gap has the label "…" and no address.
    pub numbers: Vec<Chip>,
}

/// `kategori-indeks.html` and `koleksi-indeks.html`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CategoryIndex {
    /// Title.
    pub title: Words,
    /// A sentence.
    pub intro: Option<Prose>,
    /// Top categories.
    pub groups: Vec<CategoryGroup>,
}

/// A top category with its children.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CategoryGroup {
    /// Tile of the category itself.
    pub tile: CategoryTile,
    /// Its children.
    pub children: Vec<Chip>,
}

/// A category as tile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CategoryTile {
    /// Slug, for the pattern's variant.
    pub id: String,
    /// Address.
    pub url: String,
    /// Name.
    pub name: Words,
    /// "12 produk".
    pub count: String,
    /// Nothing inside yet.
    pub empty: bool,
    /// Role `thumb`, the picture of one of its products.
    pub picture: Option<Picture>,
}
