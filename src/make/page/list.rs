//! Lists of cards: all products, categories, directories, collections.

use super::cards::Card;
use super::desk::Desk;
use crate::model::{Category, Collection, Id, Kind, Point, Product};
use crate::plan::{Fixed, address, page_count};
use crate::view::list::{CategoryGroup, CategoryIndex, CategoryTile, Filters, ListPage, Pagination};
use crate::view::text::{Chip, ChipRow, Empty, Words};

/// Numbers shown in a pagination.
const NUMBERS: usize = 9;

/// The slice of one page.
pub fn slice<T: Copy>(desk: &Desk<'_>, all: &[T], page: usize) -> Vec<T> {
    let per_page = desk.site.per_page;
    all.iter().copied().skip((page - 1) * per_page).take(per_page).collect()
}

/// Links between the pages of a list at `base`; `None` when there is one page.
pub fn pagination(desk: &Desk<'_>, base: &str, page: usize, pages: usize) -> Option<Pagination> {
    if pages <= 1 {
        return None;
    }
    let url = |number: usize| desk.href(&address::page(base, number));
    let mut numbers: Vec<Chip> = Vec::new();
    let mut last = 0;
    for number in 1..=pages {
        let near = number.abs_diff(page) <= 2;
        if number != 1 && number != pages && !near && pages > NUMBERS {
            continue;
        }
        if number > last + 1 {
            numbers.push(Chip { label: Words::new("…"), url: None, count: None, current: false });
        }
        last = number;
        let label = Words::new(crate::bahasa::group(number as u64, desk.language));
        numbers.push(Chip { label, url: Some(url(number)), count: None, current: number == page });
    }
    let (n, m) = (page.to_string(), pages.to_string());
    Some(Pagination {
        label: desk.fill("daftar.halaman", &[("n", &n), ("m", &m)]),
        prev: (page > 1).then(|| url(page - 1)),
        next: (page < pages).then(|| url(page + 1)),
        numbers,
    })
}

fn filters(desk: &Desk<'_>, kind: &str, scope: String) -> Option<Filters> {
    Some(Filters { kind: kind.to_owned(), scope, page: desk.site.per_page as u32, ..Filters::default() })
}

/// Filters of a directory of makers. They can be sorted by distance too, as far as the middles of places are known: no maker's own point
/// is told.
fn maker_filters(desk: &Desk<'_>, kind: &str, facets: &str) -> Option<Filters> {
    let mut centres = Vec::new();
    let mut add = |name: String, centre: Option<Point>| {
        let point = |centre: Point| format!("{name} {} {}", centre.latitude(), centre.longitude());
        centres.extend(centre.map(point));
    };
    for district in &desk.catalog.places.districts {
        add(district.slug.clone(), district.centre);
        for village in &district.villages {
            add(format!("{}/{}", district.slug, village.slug), village.centre);
        }
    }
    let usual = filters(desk, kind, String::new())?;
    Some(Filters { facets: facets.to_owned(), centres: centres.join(";"), ..usual })
}

/// All products.
pub fn products(desk: &Desk<'_>, page: usize) -> ListPage {
    let all = desk.plan.order.products();
    ListPage {
        title: Words::new(desk.t("nav.produk")),
        intro: Some(desk.site.tagline.text(desk.language))
            .filter(|text| page == 1 && !text.is_empty())
            .map(|text| desk.paragraph(text)),
        count: Some(desk.count("daftar.jumlah_produk", all.len())),
        shape: "product".to_owned(),
        chips: if page == 1 { vec![category_chips(desk), district_chips(desk)] } else { Vec::new() },
        filters: filters(desk, "produk", String::new()),
        order: Some(desk.t("urut.pilihan").to_owned()),
        cards: desk.product_cards(slice(desk, all, page)),
        empty: all.is_empty().then(|| no_products(desk)),
        pages: pagination(desk, &Fixed::Products.path(desk.language), page, page_count(all.len(), desk.site.per_page)),
        ..ListPage::default()
    }
}

/// Said where a list of products is empty.
pub fn no_products(desk: &Desk<'_>) -> Empty {
    Empty {
        title: desk.t("kosong.produk").to_owned(),
        hint: Some(desk.t("kosong.produk_saran").to_owned()),
        links: vec![
            desk.link(desk.t("umum.semua_kategori"), desk.fixed(Fixed::Categories)),
            desk.link(desk.t("nav.daftar"), desk.fixed(Fixed::ListYourBusiness)),
        ],
    }
}

/// Top categories in their order.
pub fn top_categories(desk: &Desk<'_>) -> Vec<Id<Category>> {
    let mut tops: Vec<(i64, Id<Category>)> = desk
        .catalog
        .categories
        .iter()
        .filter(|(_, category)| category.parent.is_none())
        .map(|(id, category)| (category.order, id))
        .collect();
    tops.sort();
    tops.into_iter().map(|(_, id)| id).collect()
}

fn children(desk: &Desk<'_>, id: Id<Category>) -> Vec<Id<Category>> {
    let mut children = desk.catalog.back.category_children.get(id).to_vec();
    children.sort_by_key(|id| (desk.catalog.categories.get(*id).order, *id));
    children
}

fn in_category(desk: &Desk<'_>, id: Id<Category>) -> usize {
    desk.catalog.back.category_products.get(id).len()
}

/// A category as a chip; one without products leads nowhere but is named.
pub fn category_chip(desk: &Desk<'_>, id: Id<Category>) -> Chip {
    desk.chip(desk.words(&desk.catalog.categories.get(id).name), desk.category_url(id), Some(in_category(desk, id)))
}

/// The row of top categories.
pub fn category_chips(desk: &Desk<'_>) -> ChipRow {
    let chips = top_categories(desk).into_iter().map(|id| category_chip(desk, id)).collect();
    ChipRow { label: desk.t("nav.kategori").to_owned(), chips }
}

/// The row of kecamatan.
pub fn district_chips(desk: &Desk<'_>) -> ChipRow {
    let chips = desk.catalog.places.districts.iter().enumerate().map(|(at, district)| {
        let url = desk.href(&address::district(desk.catalog, at as u16, desk.language));
        let count = super::place::products_in(desk, |place| place.district == at as u16).len();
        desk.chip(Words::new(district.name.clone()), url, Some(count))
    });
    ChipRow { label: desk.t("nav.kecamatan").to_owned(), chips: chips.collect() }
}

/// A category.
pub fn category(desk: &Desk<'_>, id: Id<Category>, page: usize) -> ListPage {
    let category = desk.catalog.categories.get(id);
    let all = desk.plan.order.category(id);
    let mut chips = Vec::new();
    let below = children(desk, id);
    if !below.is_empty() {
        let label = desk.t("nav.kategori").to_owned();
        chips.push(ChipRow { label, chips: below.into_iter().map(|id| category_chip(desk, id)).collect() });
    } else if let Some(parent) = category.parent {
        let siblings =
            children(desk, parent).into_iter().map(|other| Chip { current: other == id, ..category_chip(desk, other) });
        chips.push(ChipRow {
            label: desk.catalog.categories.get(parent).name.text(desk.language).to_owned(),
            chips: siblings.collect(),
        });
    }
    let related = related_collections(desk, all);
    ListPage {
        title: desk.words(&category.name),
        intro: category.summary.as_ref().filter(|_| page == 1).map(|text| summary(desk, text)),
        count: Some(desk.count("daftar.jumlah_produk", all.len())),
        shape: "product".to_owned(),
        chips,
        filters: filters(desk, "produk", format!("kategori={}", category.slug)),
        order: Some(desk.t("urut.pilihan").to_owned()),
        cards: desk.product_cards(slice(desk, all, page)),
        empty: all.is_empty().then(|| no_products(desk)),
        pages: pagination(
            desk,
            &address::category(desk.catalog, id, desk.language),
            page,
            page_count(all.len(), desk.site.per_page),
        ),
        related_title: if related.is_empty() { String::new() } else { desk.t("nav.koleksi").to_owned() },
        related,
        guide: if page == 1 { desk.prose(&category.guide) } else { None },
        ..ListPage::default()
    }
}

fn summary(desk: &Desk<'_>, text: &crate::model::Bilingual) -> crate::view::text::Prose {
    let words = desk.words(text);
    crate::view::text::Prose { lang: words.lang, ..desk.paragraph(&words.text) }
}

/// Collections that hold at least two of these products.
fn related_collections(desk: &Desk<'_>, products: &[Id<Product>]) -> Vec<String> {
    let holds = |id: Id<Collection>| {
        let inside = desk.catalog.back.collection_products.get(id);
        inside.iter().filter(|product| products.contains(product)).count() >= 2
    };
    let found = desk.catalog.collections.listed().map(|(id, _)| id).filter(|id| holds(*id)).take(3);
    found.map(|id| desk.card(Card::Teaser(Kind::Collection, id.index() as u32))).collect()
}

/// All categories.
pub fn category_index(desk: &Desk<'_>) -> CategoryIndex {
    let group = |id| CategoryGroup {
        tile: tile(desk, id),
        children: children(desk, id).into_iter().map(|child| category_chip(desk, child)).collect(),
    };
    CategoryIndex {
        title: Words::new(desk.t("nav.kategori")),
        intro: None,
        groups: top_categories(desk).into_iter().map(group).collect(),
    }
}

/// A category as a tile, with the picture of one of its products.
pub fn tile(desk: &Desk<'_>, id: Id<Category>) -> CategoryTile {
    let category = desk.catalog.categories.get(id);
    let products = desk.plan.order.category(id);
    let picture =
        products.iter().find_map(|product| desk.main_picture(&desk.catalog.products.get(*product).common, "thumb"));
    CategoryTile {
        id: category.slug.clone(),
        url: desk.category_url(id),
        name: desk.words(&category.name),
        count: desk.count("daftar.jumlah_produk", products.len()),
        empty: products.is_empty(),
        picture,
    }
}

/// The directory of UMKM.
pub fn businesses(desk: &Desk<'_>, page: usize) -> ListPage {
    let all = desk.plan.order.businesses();
    ListPage {
        title: Words::new(desk.t("nav.umkm")),
        count: Some(desk.count("daftar.jumlah_umkm", all.len())),
        shape: "business".to_owned(),
        chips: if page == 1 { vec![district_chips(desk)] } else { Vec::new() },
        filters: maker_filters(desk, "umkm", "kec skala mutu beli"),
        order: Some(desk.t("urut.nama").to_owned()),
        cards: slice(desk, all, page).into_iter().map(|id| desk.card(Card::Business(id))).collect(),
        empty: all.is_empty().then(|| no_products(desk)),
        pages: pagination(
            desk,
            &Fixed::Businesses.path(desk.language),
            page,
            page_count(all.len(), desk.site.per_page),
        ),
        ..ListPage::default()
    }
}

/// The directory of cooperatives.
pub fn cooperatives(desk: &Desk<'_>, page: usize) -> ListPage {
    let all = desk.plan.order.cooperatives();
    ListPage {
        title: Words::new(desk.t("nav.koperasi")),
        count: Some(desk.count("daftar.jumlah_koperasi", all.len())),
        shape: "business".to_owned(),
        filters: maker_filters(desk, "koperasi", "kec jenis-koperasi mutu beli"),
        order: Some(desk.t("urut.nama").to_owned()),
        cards: slice(desk, all, page).into_iter().map(|id| desk.card(Card::Cooperative(id))).collect(),
        empty: all.is_empty().then(|| no_products(desk)),
        pages: pagination(
            desk,
            &Fixed::Cooperatives.path(desk.language),
            page,
            page_count(all.len(), desk.site.per_page),
        ),
        ..ListPage::default()
    }
}

/// All collections; those out of season stand last.
pub fn collections(desk: &Desk<'_>) -> ListPage {
    let mut all: Vec<(bool, Id<Collection>)> =
        desk.catalog.collections.listed().map(|(id, collection)| (!in_season(desk, &collection.facts), id)).collect();
    all.sort();
    ListPage {
        title: Words::new(desk.t("nav.koleksi")),
        count: (!all.is_empty()).then(|| desk.count("daftar.jumlah_koleksi", all.len())),
        shape: "teaser".to_owned(),
        cards: all.iter().map(|(_, id)| desk.card(Card::Teaser(Kind::Collection, id.index() as u32))).collect(),
        empty: all.is_empty().then(|| no_products(desk)),
        ..ListPage::default()
    }
}

/// Is it the season of a collection?
pub fn in_season(desk: &Desk<'_>, facts: &crate::model::CollectionFacts) -> bool {
    facts.start.is_none_or(|start| start <= desk.today) && facts.end.is_none_or(|end| end >= desk.today)
}

/// A collection. Hand-picked products keep their order.
pub fn collection(desk: &Desk<'_>, id: Id<Collection>, page: usize) -> ListPage {
    let collection = desk.catalog.collections.get(id);
    let all = desk.catalog.back.collection_products.get(id);
    let base = address::entry(Kind::Collection, &collection.common.slug, desk.language);
    let season = match (collection.facts.start, collection.facts.end) {
        (Some(start), Some(end)) => Some(format!("{} – {}", start.display(desk.language), end.display(desk.language))),
        _ => None,
    };
    ListPage {
        title: desk.words(&collection.common.name),
        intro: collection.common.summary.as_ref().filter(|_| page == 1).map(|text| summary(desk, text)),
        count: Some(desk.count("daftar.jumlah_produk", all.len())),
        cover: if page == 1 { desk.described_picture(&collection.common, "cover") } else { None },
        shape: "product".to_owned(),
        order: season,
        cards: desk.product_cards(slice(desk, all, page)),
        empty: all.is_empty().then(|| no_products(desk)),
        pages: pagination(desk, &base, page, page_count(all.len(), desk.site.per_page)),
        guide: if page == 1 { desk.prose(&collection.common.body) } else { None },
        ..ListPage::default()
    }
}
