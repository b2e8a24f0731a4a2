//! Kecamatan and kelurahan. Most have nothing yet when a site starts, so an empty one must still help.

use super::cards::Card;
use super::desk::Desk;
use super::list;
use crate::bahasa::group;
use crate::model::reads::{self, Space};
use crate::model::{Business, Cooperative, Event, Id, PlaceId, Product};
use crate::plan::{Fixed, address};
use crate::view::block::Figure;
use crate::view::card::CardRow;
use crate::view::place::{District, DistrictIndex, PlacePage, PlaceRow};
use crate::view::text::{Chip, ChipRow, Empty, Link, Words};

/// Cards of one kind on a place page.
const ROW: usize = 12;

/// Who is where. Made once per language and kept by [`super::Pages`].
#[derive(Debug, Default, Hash)]
pub struct PlaceIndex {
    /// UMKM by place.
    businesses: std::collections::BTreeMap<PlaceId, Vec<Id<Business>>>,
    /// Cooperatives by place.
    cooperatives: std::collections::BTreeMap<PlaceId, Vec<Id<Cooperative>>>,
    /// Products by place of their maker, in the editor's order.
    products: std::collections::BTreeMap<PlaceId, Vec<Id<Product>>>,
}

impl PlaceIndex {
    /// Sorts everyone in.
    pub fn new(catalog: &crate::model::Catalog, order: &crate::plan::order::Orders) -> PlaceIndex {
        let mut index = PlaceIndex::default();
        for id in order.businesses() {
            if let Some(place) = catalog.businesses.get(*id).facts.presence.place {
                index.businesses.entry(place).or_default().push(*id);
            }
        }
        for id in order.cooperatives() {
            if let Some(place) = catalog.cooperatives.get(*id).facts.presence.place {
                index.cooperatives.entry(place).or_default().push(*id);
            }
        }
        for id in order.products() {
            if let Some(place) = catalog.place_of_seller(catalog.products.get(*id).links.seller) {
                index.products.entry(place).or_default().push(*id);
            }
        }
        index
    }

    /// Itself; notes that it was read.
    fn looked_up(&self) -> &PlaceIndex {
        reads::note(Space::PLACES, 0);
        self
    }
}

/// Products whose makers are at places that `at` accepts, in the editor's order.
pub fn products_in(desk: &Desk<'_>, at: impl Fn(PlaceId) -> bool) -> Vec<Id<Product>> {
    let found = desk
        .places
        .looked_up()
        .products
        .iter()
        .filter(|(place, _)| at(**place))
        .flat_map(|(_, products)| products.iter().copied());
    desk.plan.order.sorted(&found.collect::<Vec<_>>())
}

fn gather<T: Copy>(map: &std::collections::BTreeMap<PlaceId, Vec<T>>, at: &impl Fn(PlaceId) -> bool) -> Vec<T> {
    map.iter().filter(|(place, _)| at(**place)).flat_map(|(_, list)| list.iter().copied()).collect()
}

/// All kecamatan.
pub fn index(desk: &Desk<'_>) -> DistrictIndex {
    let district = |(at, district): (usize, &crate::model::District)| {
        let at = at as u16;
        let inside = |place: PlaceId| place.district == at;
        let facts = vec![
            desk.count("daftar.jumlah_umkm", gather(&desk.places.looked_up().businesses, &inside).len()),
            desk.count("daftar.jumlah_produk", products_in(desk, inside).len()),
        ];
        District {
            name: district.name.clone(),
            url: desk.href(&address::district(desk.catalog, at, desk.language)),
            facts,
            villages: villages(desk, at),
        }
    };
    DistrictIndex {
        title: Words::new(desk.t("nav.kecamatan")),
        intro: None,
        districts: desk.catalog.places.districts.iter().enumerate().map(district).collect(),
    }
}

fn villages(desk: &Desk<'_>, district: u16) -> Vec<Chip> {
    let villages = desk.catalog.places.districts.get(district as usize).map_or(&[][..], |district| &district.villages);
    let chip = |(at, village): (usize, &crate::model::Village)| {
        let place = PlaceId { district, village: at as u16 };
        let count = desk.places.looked_up().businesses.get(&place).map_or(0, Vec::len)
            + desk.places.looked_up().cooperatives.get(&place).map_or(0, Vec::len);
        let url = desk.href(&address::village(desk.catalog, place, desk.language));
        desk.chip(Words::new(village.name.clone()), url, Some(count).filter(|count| *count > 0))
    };
    villages.iter().enumerate().map(chip).collect()
}

/// A kecamatan.
pub fn district(desk: &Desk<'_>, at: u16) -> PlacePage {
    let Some(district) = desk.catalog.places.districts.get(at as usize) else { return PlacePage::default() };
    let others = desk.catalog.places.districts.iter().enumerate().filter(|(other, _)| *other != at as usize).map(
        |(other, district)| {
            desk.chip(
                Words::new(district.name.clone()),
                desk.href(&address::district(desk.catalog, other as u16, desk.language)),
                None,
            )
        },
    );
    let chips = vec![
        ChipRow { label: desk.t("saring.kelurahan").to_owned(), chips: villages(desk, at) },
        ChipRow { label: desk.t("umum.semua_kecamatan").to_owned(), chips: others.collect() },
    ];
    let page = PlacePage {
        name: district.name.clone(),
        kind: desk.t("saring.kecamatan").to_owned(),
        chips,
        events: events(desk, at, None),
        ..PlacePage::default()
    };
    fill(desk, page, |place| place.district == at, &format!("kec={}", district.slug))
}

/// A kelurahan.
pub fn village(desk: &Desk<'_>, place: PlaceId) -> PlacePage {
    let places = &desk.catalog.places;
    let (Some(district), Some(village)) = (places.district(place), places.village(place)) else {
        return PlacePage::default();
    };
    let around = villages(desk, place.district).into_iter().enumerate();
    let neighbours = ChipRow {
        label: desk.t("saring.kelurahan").to_owned(),
        chips: around.map(|(at, chip)| Chip { current: at == usize::from(place.village), ..chip }).collect(),
    };
    let kind =
        desk.language.pick(format!("Kelurahan di {}", district.name), format!("Urban village in {}", district.name));
    let page = PlacePage {
        name: village.name.clone(),
        kind,
        postcode: (!village.postcode.is_empty())
            .then(|| format!("{} {}", desk.language.pick("Kode pos", "Postcode"), village.postcode)),
        chips: vec![neighbours],
        events: events(desk, place.district, Some(&village.name)),
        ..PlacePage::default()
    };
    fill(desk, page, |other| other == place, &format!("kec={}/{}", district.slug, village.slug))
}

/// Figures and rows of whoever is at the place.
fn fill(desk: &Desk<'_>, mut page: PlacePage, at: impl Fn(PlaceId) -> bool, scope: &str) -> PlacePage {
    let businesses = gather(&desk.places.looked_up().businesses, &at);
    let cooperatives = gather(&desk.places.looked_up().cooperatives, &at);
    let products = products_in(desk, &at);
    let figure = |n: usize, label: &str| Figure {
        value: group(n as u64, desk.language),
        label: label.to_owned(),
        note: None,
        url: None,
    };
    page.figures = vec![
        figure(businesses.len(), desk.t("nav.umkm")),
        figure(cooperatives.len(), desk.t("nav.koperasi")),
        figure(products.len(), desk.t("nav.produk")),
    ];
    if businesses.is_empty() && cooperatives.is_empty() {
        page.figures.clear();
        page.empty = Some(empty(desk, &page.name));
    }
    page.categories = Some(categories(desk, &products)).filter(|row| !row.chips.is_empty());
    let row = |title: &str, cards: Vec<String>, all: Option<Link>| CardRow { title: title.to_owned(), cards, all };
    let see_all = |fixed: Fixed| Some(desk.link(desk.t("umum.lihat_semua"), format!("{}?{scope}", desk.fixed(fixed))));
    let rows = [
        (
            "business",
            row(
                desk.t("nav.umkm"),
                businesses.iter().take(ROW).map(|id| desk.card(Card::Business(*id))).collect(),
                see_all(Fixed::Businesses).filter(|_| businesses.len() > ROW),
            ),
        ),
        (
            "product",
            row(
                desk.t("nav.produk"),
                desk.product_cards(products.iter().copied().take(ROW)),
                see_all(Fixed::Products).filter(|_| products.len() > ROW),
            ),
        ),
        (
            "business",
            row(
                desk.t("nav.koperasi"),
                cooperatives.iter().take(ROW).map(|id| desk.card(Card::Cooperative(*id))).collect(),
                None,
            ),
        ),
    ];
    page.rows = rows
        .into_iter()
        .filter(|(_, row)| !row.cards.is_empty())
        .map(|(shape, row)| PlaceRow { shape: shape.to_owned(), row })
        .collect();
    page
}

/// Nothing here yet, and what to do instead.
fn empty(desk: &Desk<'_>, name: &str) -> Empty {
    Empty {
        title: desk.fill("kosong.umkm_kec", &[("nama", name)]),
        hint: None,
        links: vec![
            desk.link(desk.t("nav.daftar"), desk.fixed(Fixed::ListYourBusiness)),
            desk.link(desk.t("umum.semua_kecamatan"), desk.fixed(Fixed::Districts)),
        ],
    }
}

/// Categories present among these products.
fn categories(desk: &Desk<'_>, products: &[Id<Product>]) -> ChipRow {
    let mut counts: std::collections::BTreeMap<_, usize> = std::collections::BTreeMap::new();
    for product in products {
        let top = desk.catalog.top_category(desk.catalog.products.get(*product).facts.category);
        *counts.entry(top).or_default() += 1;
    }
    let tops = list::top_categories(desk).into_iter().filter_map(|id| counts.get(&id).map(|count| (id, *count)));
    let chips = tops.map(|(id, count)| {
        desk.chip(desk.words(&desk.catalog.categories.get(id).name), desk.category_url(id), Some(count))
    });
    ChipRow { label: desk.t("nav.kategori").to_owned(), chips: chips.collect() }
}

/// Coming events at the place.
fn events(desk: &Desk<'_>, district: u16, village: Option<&str>) -> Vec<String> {
    let here = |event: &Event| {
        let Some(venue) = &event.facts.venue else { return false };
        let known = venue.village.as_deref().and_then(|name| {
            let places = &desk.catalog.places;
            (0..places.districts.len() as u16).find_map(|at| places.find_village(at, name))
        });
        let in_district = venue.district == Some(district) || known.is_some_and(|place| place.district == district);
        in_district && village.is_none_or(|village| venue.village.as_deref() == Some(village))
    };
    let coming = desk.plan.order.coming().iter().filter(|id| here(desk.catalog.events.get(**id)));
    coming.map(|id| desk.card(Card::Event(*id))).collect()
}
