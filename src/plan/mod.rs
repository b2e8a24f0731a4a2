//! Catalog and settings to a [`Plan`]: every page and its path, before any is made.

pub mod address;
pub mod files;
pub mod order;
pub mod payment_codes;
pub mod pictures;
pub mod share;
pub mod sources;

use std::collections::BTreeMap;

pub use address::Fixed;

use crate::bahasa::Language;
use crate::config::Site;
use crate::diagnostic::{Code, Finding, Place, Problems, Span};
use crate::model::{Catalog, Category, Collection, Common, Id, Kind, PlaceId, Prose, SellerId};

/// What one page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A fixed page that is not a list in pages.
    Fixed(Fixed),
    /// Page `n` of all products.
    Products(usize),
    /// Page `n` of all UMKM.
    Businesses(usize),
    /// Page `n` of all cooperatives.
    Cooperatives(usize),
    /// Page `n` of a list by date: events, their archive, news, stories.
    Dated(Fixed, usize),
    /// Page `n` of a category.
    Category(Id<Category>, usize),
    /// Page `n` of a collection.
    Collection(Id<Collection>, usize),
    /// Page `n` of a maker's profile; from 2 on only products.
    Seller(SellerId, usize),
    /// The card with the QR code of a maker.
    PrintCard(SellerId),
    /// The price tags of a maker.
    PriceTags(SellerId),
    /// A kecamatan.
    District(u16),
    /// A kelurahan.
    Village(PlaceId),
    /// An entry with a page of its own.
    Entry(Kind, u32),
    /// The notice in place of a withdrawn entry.
    Withdrawn(usize),
}

/// One page to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageJob {
    /// Its path, with slashes at both ends (but for `404.html`).
    pub path: String,
    /// Its language.
    pub language: Language,
    /// What it is about.
    pub subject: Subject,
}

/// A path that leads to another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// Old path.
    pub from: String,
    /// New path.
    pub to: String,
    /// Where the entry names it.
    pub place: Place,
}

/// Every page of the site, and the orders its lists have.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Pages by path.
    pub pages: Vec<PageJob>,
    /// Old addresses.
    pub redirects: Vec<Redirect>,
    /// The order of the editor: products, businesses, cooperatives.
    pub order: order::Orders,
}

impl Subject {
    /// Its path in a language.
    pub fn path(&self, catalog: &Catalog, language: Language) -> String {
        match *self {
            Subject::Fixed(fixed) => fixed.path(language),
            Subject::Products(page) => address::page(&Fixed::Products.path(language), page),
            Subject::Businesses(page) => address::page(&Fixed::Businesses.path(language), page),
            Subject::Cooperatives(page) => address::page(&Fixed::Cooperatives.path(language), page),
            Subject::Dated(fixed, page) => address::page(&fixed.path(language), page),
            Subject::Category(id, page) => address::page(&address::category(catalog, id, language), page),
            Subject::Collection(id, page) => {
                let slug = &catalog.collections.get(id).common.slug;
                address::page(&address::entry(Kind::Collection, slug, language), page)
            }
            Subject::Seller(id, page) => address::page(&address::seller(catalog, id, language), page),
            Subject::PrintCard(id) => {
                format!("{}{}/", address::seller(catalog, id, language), language.pick("cetak", "print"))
            }
            Subject::PriceTags(id) => {
                format!("{}{}/", address::seller(catalog, id, language), language.pick("label-harga", "price-tags"))
            }
            Subject::District(district) => address::district(catalog, district, language),
            Subject::Village(place) => address::village(catalog, place, language),
            Subject::Entry(kind, index) => address::any(catalog, crate::model::AnyId { kind, index }, language),
            Subject::Withdrawn(at) => {
                let gone = catalog.withdrawn.get(at);
                gone.map(|gone| address::entry(gone.kind, &gone.slug, language)).unwrap_or_default()
            }
        }
    }
}

/// Plans the whole site. Reports addresses that two things claim, and links in texts that lead nowhere.
pub fn plan(catalog: &Catalog, site: &Site, today: crate::model::Date, problems: &mut Problems) -> Plan {
    let order = order::orders(catalog, today);
    let mut pages = Vec::new();
    for &language in &site.languages {
        for subject in subjects(catalog, site, &order) {
            pages.push(PageJob { path: subject.path(catalog, language), language, subject });
        }
    }
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    report_twins(catalog, &pages, problems);
    let redirects = redirects(catalog, &pages, problems);
    report_dead_links(catalog, &pages, &redirects, problems);
    Plan { pages, redirects, order }
}

/// How many pages a list of `len` needs; an empty list still has one.
pub fn page_count(len: usize, per_page: usize) -> usize {
    len.div_ceil(per_page.max(1)).max(1)
}

fn subjects(catalog: &Catalog, site: &Site, order: &order::Orders) -> Vec<Subject> {
    let paged = |len: usize| 1..=page_count(len, site.per_page);
    let dated = [
        (Fixed::Events, order.coming().len()),
        (Fixed::EventArchive, order.past().len()),
        (Fixed::News, order.news().len()),
        (Fixed::Stories, order.stories().len()),
    ];
    let in_pages = |fixed: &Fixed| {
        matches!(fixed, Fixed::Products | Fixed::Businesses | Fixed::Cooperatives)
            || dated.iter().any(|(list, _)| list == fixed)
    };
    let as_page = |slug: &str| catalog.pages.rows().iter().any(|page| &*page.common.slug == slug);
    let by_entry = |fixed: &Fixed| match fixed {
        Fixed::About => as_page("tentang"),
        Fixed::ListYourBusiness => as_page("cara-daftar"),
        Fixed::HowToBuy => as_page("cara-belanja"),
        Fixed::OpenData => as_page("data"),
        _ => false,
    };
    let mut all: Vec<Subject> = Vec::new();
    all.extend(
        Fixed::ALL.iter().filter(|fixed| !in_pages(fixed) && !by_entry(fixed)).map(|fixed| Subject::Fixed(*fixed)),
    );
    all.extend(paged(order.products().len()).map(Subject::Products));
    all.extend(paged(order.businesses().len()).map(Subject::Businesses));
    all.extend(paged(order.cooperatives().len()).map(Subject::Cooperatives));
    for (list, len) in dated {
        all.extend(paged(len).map(|page| Subject::Dated(list, page)));
    }
    for (id, _) in catalog.categories.iter() {
        all.extend(paged(catalog.back.category_products.get(id).len()).map(|page| Subject::Category(id, page)));
    }
    for (id, _) in catalog.collections.iter() {
        all.extend(paged(catalog.back.collection_products.get(id).len()).map(|page| Subject::Collection(id, page)));
    }
    let businesses = catalog.businesses.iter().map(|(id, _)| SellerId::Business(id));
    let cooperatives = catalog.cooperatives.iter().map(|(id, _)| SellerId::Cooperative(id));
    for seller in businesses.chain(cooperatives) {
        let products = catalog.products_of(seller).len();
        all.extend(paged(products).map(|page| Subject::Seller(seller, page)));
        all.push(Subject::PrintCard(seller));
        if products > 0 {
            all.push(Subject::PriceTags(seller));
        }
    }
    for (at, district) in catalog.places.districts.iter().enumerate() {
        all.push(Subject::District(at as u16));
        let villages = 0..district.villages.len() as u16;
        all.extend(villages.map(|village| Subject::Village(PlaceId { district: at as u16, village })));
    }
    let with_page = |kind: Kind| !matches!(kind, Kind::Business | Kind::Cooperative | Kind::Collection | Kind::Impact);
    for kind in Kind::ALL.into_iter().filter(|kind| with_page(*kind)) {
        all.extend((0..commons(catalog, kind).len() as u32).map(|index| Subject::Entry(kind, index)));
    }
    all.extend((0..catalog.withdrawn.len()).map(Subject::Withdrawn));
    all
}

/// The same of the table of a kind, whichever it is.
macro_rules! of_table {
    ($catalog:ident, $kind:ident, |$table:ident| $value:expr) => {
        match $kind {
            Kind::Business => {
                let $table = &$catalog.businesses;
                $value
            }
            Kind::Cooperative => {
                let $table = &$catalog.cooperatives;
                $value
            }
            Kind::Product => {
                let $table = &$catalog.products;
                $value
            }
            Kind::Innovation => {
                let $table = &$catalog.innovations;
                $value
            }
            Kind::Programme => {
                let $table = &$catalog.programmes;
                $value
            }
            Kind::Facility => {
                let $table = &$catalog.facilities;
                $value
            }
            Kind::WorkingGroup => {
                let $table = &$catalog.groups;
                $value
            }
            Kind::Partner => {
                let $table = &$catalog.partners;
                $value
            }
            Kind::Mentor => {
                let $table = &$catalog.mentors;
                $value
            }
            Kind::Funding => {
                let $table = &$catalog.fundings;
                $value
            }
            Kind::Event => {
                let $table = &$catalog.events;
                $value
            }
            Kind::News => {
                let $table = &$catalog.news;
                $value
            }
            Kind::Story => {
                let $table = &$catalog.stories;
                $value
            }
            Kind::Collection => {
                let $table = &$catalog.collections;
                $value
            }
            Kind::Impact => {
                let $table = &$catalog.impacts;
                $value
            }
            Kind::Page => {
                let $table = &$catalog.pages;
                $value
            }
        }
    };
}

/// What all entries of a kind share, by position.
pub fn commons(catalog: &Catalog, kind: Kind) -> Vec<&Common> {
    of_table!(catalog, kind, |table| table.rows().iter().map(|entry| &entry.common).collect())
}

/// What all kinds share, of the entry at a position.
pub fn common(catalog: &Catalog, kind: Kind, index: u32) -> Option<&Common> {
    of_table!(catalog, kind, |table| table.at(index as usize).map(|entry| &entry.common))
}

/// The file a subject comes from, for messages.
fn file_of(catalog: &Catalog, subject: &Subject) -> Option<std::sync::Arc<str>> {
    match *subject {
        Subject::Entry(kind, index) => crate::plan::common(catalog, kind, index).map(|common| common.file.clone()),
        Subject::Seller(SellerId::Business(id), _) => Some(catalog.businesses.get(id).common.file.clone()),
        Subject::Seller(SellerId::Cooperative(id), _) => Some(catalog.cooperatives.get(id).common.file.clone()),
        Subject::Collection(id, _) => Some(catalog.collections.get(id).common.file.clone()),
        _ => None,
    }
}

/// Two pages on one path: on a disk that does not tell capitals apart, too.
fn report_twins(catalog: &Catalog, pages: &[PageJob], problems: &mut Problems) {
    for pair in pages.windows(2) {
        if let [a, b] = pair
            && a.path == b.path
            && !same_entry(catalog, &a.subject, &b.subject)
        {
            let files = [file_of(catalog, &a.subject), file_of(catalog, &b.subject)];
            let shown = |at: usize| files.get(at).and_then(Option::as_deref).unwrap_or("halaman bawaan").to_owned();
            let place = files.iter().flatten().next().cloned().unwrap_or_else(|| "content".into());
            let finding =
                Finding::new(Code::AlamatBentrok).with("alamat", &a.path).with("a", shown(0)).with("b", shown(1));
            problems.add(Place::whole(place), finding);
        }
    }
}

/// Two files of one kind and name: discovery has told that already.
fn same_entry(catalog: &Catalog, a: &Subject, b: &Subject) -> bool {
    let name = |subject: &Subject| {
        let file = file_of(catalog, subject)?;
        let below = file.strip_prefix("content/")?.to_owned();
        let (folder, rest) = below.split_once('/')?;
        let slug = rest.split_once('/').map_or(rest.rsplit_once('.').map_or(rest, |(stem, _)| stem), |(slug, _)| slug);
        Some((folder.to_owned(), slug.to_owned()))
    };
    matches!((name(a), name(b)), (Some(a), Some(b)) if a == b)
}

/// Old addresses of entries. One that is taken, or claimed twice, is a mistake.
fn redirects(catalog: &Catalog, pages: &[PageJob], problems: &mut Problems) -> Vec<Redirect> {
    let taken = |path: &str| pages.binary_search_by(|page| page.path.as_str().cmp(path)).is_ok();
    let mut found: BTreeMap<String, Redirect> = BTreeMap::new();
    for kind in Kind::ALL {
        for (index, common) in commons(catalog, kind).into_iter().enumerate() {
            for (from, span) in &common.old_paths {
                let place = common.place(*span);
                let to = address::any(catalog, crate::model::AnyId { kind, index: index as u32 }, Language::Id);
                let redirect = Redirect { from: from.clone(), to, place: place.clone() };
                let owner = found.get(from).map(|other| other.place.file.to_string());
                let owner = owner.or_else(|| taken(from).then(|| "halaman yang masih ada".to_owned()));
                let owner = owner.or_else(|| files::is_own(from).then(|| "berkas situs sendiri".to_owned()));
                if let Some(owner) = owner {
                    let finding = Finding::new(Code::AlamatBentrok)
                        .with("alamat", from)
                        .with("a", owner)
                        .with("b", &*common.file);
                    problems.add(place, finding);
                } else {
                    found.insert(from.clone(), redirect);
                }
            }
        }
    }
    found.into_values().collect()
}

/// Links in texts to pages of this site that do not exist.
fn report_dead_links(catalog: &Catalog, pages: &[PageJob], redirects: &[Redirect], problems: &mut Problems) {
    let known = |link: &str| {
        let path = link.split(['#', '?']).next().unwrap_or(link);
        let path = if path.ends_with('/') || path.rsplit('/').next().is_some_and(|last| last.contains('.')) {
            path.to_owned()
        } else {
            format!("{path}/")
        };
        pages.binary_search_by(|page| page.path.as_str().cmp(&path)).is_ok()
            || redirects.binary_search_by(|redirect| redirect.from.as_str().cmp(&path)).is_ok()
            || path.starts_with("/data/")
            || path.ends_with(".ics")
            || path.ends_with("atom.xml")
    };
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let mut judge = |file: &std::sync::Arc<str>, prose: &Prose| {
        for (link, span) in prose.links.iter().filter(|(link, _)| !known(link)) {
            let mut finding = Finding::new(Code::UmumTeksRujuk).with("nilai", link);
            if let Some(close) = crate::bahasa::nearest(link, &paths) {
                finding = finding.with("saran", close).instead(close);
            }
            problems.add(Place { file: file.clone(), span: *span }, finding);
        }
    };
    for kind in Kind::ALL {
        for common in commons(catalog, kind) {
            judge(&common.file, &common.body.id);
            if let Some(english) = &common.body.en {
                judge(&common.file, english);
            }
        }
    }
    for innovation in catalog.innovations.rows() {
        judge(&innovation.common.file, &innovation.facts.problem.id);
        judge(&innovation.common.file, &innovation.facts.solution.id);
    }
    let table: std::sync::Arc<str> = "content/data/kategori.yaml".into();
    for (_, category) in catalog.categories.iter() {
        judge(&table, &category.guide.id);
        if let Some(english) = &category.guide.en {
            judge(&table, english);
        }
    }
    debug_assert_eq!(Span::WHOLE.line, 0);
}
