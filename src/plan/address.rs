//! Where everything stands: paths of pages, by language (specification 9.1). Paths start and end with a slash and are
//! still without the base path; [`crate::config::BaseUrl`] puts it in front.

use crate::bahasa::Language;
use crate::model::{AnyId, Catalog, Category, Id, Kind, News, PlaceId, Product, Seller, SellerId};

/// The path of a section or fixed page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is named for its page")]
pub enum Fixed {
    Home,
    Products,
    Categories,
    Businesses,
    Cooperatives,
    Districts,
    Innovations,
    Programmes,
    Facilities,
    WorkingGroups,
    Mentors,
    Funding,
    Partners,
    Cooperate,
    Events,
    EventArchive,
    News,
    Stories,
    Collections,
    Search,
    About,
    Impact,
    OpenData,
    ListYourBusiness,
    HowToBuy,
    Report,
    Saved,
    Inquiry,
    Offline,
    NotFound,
}

impl Fixed {
    /// All fixed pages.
    pub const ALL: [Fixed; 30] = [
        Fixed::Home,
        Fixed::Products,
        Fixed::Categories,
        Fixed::Businesses,
        Fixed::Cooperatives,
        Fixed::Districts,
        Fixed::Innovations,
        Fixed::Programmes,
        Fixed::Facilities,
        Fixed::WorkingGroups,
        Fixed::Mentors,
        Fixed::Funding,
        Fixed::Partners,
        Fixed::Cooperate,
        Fixed::Events,
        Fixed::EventArchive,
        Fixed::News,
        Fixed::Stories,
        Fixed::Collections,
        Fixed::Search,
        Fixed::About,
        Fixed::Impact,
        Fixed::OpenData,
        Fixed::ListYourBusiness,
        Fixed::HowToBuy,
        Fixed::Report,
        Fixed::Saved,
        Fixed::Inquiry,
        Fixed::Offline,
        Fixed::NotFound,
    ];

    /// Words of the path.
    const fn words(self, language: Language) -> &'static str {
        match (language, self) {
            (_, Fixed::Home) => "",
            (Language::Id, Fixed::Products) => "produk",
            (Language::En, Fixed::Products) => "products",
            (Language::Id, Fixed::Categories) => "kategori",
            (Language::En, Fixed::Categories) => "categories",
            (Language::Id, Fixed::Businesses) => "umkm",
            (Language::En, Fixed::Businesses) => "businesses",
            (Language::Id, Fixed::Cooperatives) => "koperasi",
            (Language::En, Fixed::Cooperatives) => "cooperatives",
            (Language::Id, Fixed::Districts) => "kecamatan",
            (Language::En, Fixed::Districts) => "districts",
            (Language::Id, Fixed::Innovations) => "inovasi",
            (Language::En, Fixed::Innovations) => "innovations",
            (Language::Id, Fixed::Programmes) => "program",
            (Language::En, Fixed::Programmes) => "programmes",
            (Language::Id, Fixed::Facilities) => "fasilitas",
            (Language::En, Fixed::Facilities) => "facilities",
            (Language::Id, Fixed::WorkingGroups) => "pokja",
            (Language::En, Fixed::WorkingGroups) => "working-groups",
            (Language::Id, Fixed::Mentors) => "mentor",
            (Language::En, Fixed::Mentors) => "mentors",
            (Language::Id, Fixed::Funding) => "pembiayaan",
            (Language::En, Fixed::Funding) => "funding",
            (Language::Id, Fixed::Partners) => "mitra",
            (Language::En, Fixed::Partners) => "partners",
            (Language::Id, Fixed::Cooperate) => "mitra/kerja-sama",
            (Language::En, Fixed::Cooperate) => "partners/cooperate",
            (Language::Id, Fixed::Events) => "agenda",
            (Language::En, Fixed::Events) => "events",
            (Language::Id, Fixed::EventArchive) => "agenda/arsip",
            (Language::En, Fixed::EventArchive) => "events/archive",
            (Language::Id, Fixed::News) => "kabar",
            (Language::En, Fixed::News) => "news",
            (Language::Id, Fixed::Stories) => "cerita",
            (Language::En, Fixed::Stories) => "stories",
            (Language::Id, Fixed::Collections) => "koleksi",
            (Language::En, Fixed::Collections) => "collections",
            (Language::Id, Fixed::Search) => "cari",
            (Language::En, Fixed::Search) => "search",
            (Language::Id, Fixed::About) => "tentang",
            (Language::En, Fixed::About) => "about",
            (Language::Id, Fixed::Impact) => "tentang/dampak",
            (Language::En, Fixed::Impact) => "about/impact",
            (Language::Id, Fixed::OpenData) => "tentang/data",
            (Language::En, Fixed::OpenData) => "about/data",
            (Language::Id, Fixed::ListYourBusiness) => "daftar-usaha",
            (Language::En, Fixed::ListYourBusiness) => "list-your-business",
            (Language::Id, Fixed::HowToBuy) => "cara-belanja",
            (Language::En, Fixed::HowToBuy) => "how-to-buy",
            (Language::Id, Fixed::Report) => "lapor",
            (Language::En, Fixed::Report) => "report",
            (Language::Id, Fixed::Saved) => "simpanan",
            (Language::En, Fixed::Saved) => "saved",
            (Language::Id, Fixed::Inquiry) => "daftar-tanya",
            (Language::En, Fixed::Inquiry) => "inquiry",
            (Language::Id, Fixed::Offline) => "luring",
            (Language::En, Fixed::Offline) => "offline",
            (_, Fixed::NotFound) => "404.html",
        }
    }

    /// Its path.
    pub fn path(self, language: Language) -> String {
        match self {
            Fixed::NotFound => format!("{}404.html", root(language)),
            _ => join(language, self.words(language)),
        }
    }
}

/// `/` or `/en/`.
pub const fn root(language: Language) -> &'static str {
    match language {
        Language::Id => "/",
        Language::En => "/en/",
    }
}

fn join(language: Language, words: &str) -> String {
    if words.is_empty() { root(language).to_owned() } else { format!("{}{words}/", root(language)) }
}

/// An entry of a kind whose page is `/<section>/<slug>/`.
pub fn entry(kind: Kind, slug: &str, language: Language) -> String {
    match (kind, slug) {
        (Kind::Page, "tentang") => Fixed::About.path(language),
        (Kind::Page, "cara-daftar") => Fixed::ListYourBusiness.path(language),
        (Kind::Page, "cara-belanja") => Fixed::HowToBuy.path(language),
        (Kind::Page, slug) => format!("{}{}/", Fixed::About.path(language), page_word(slug, language)),
        (Kind::Impact, _) => Fixed::Impact.path(language),
        _ => format!("{}{}/{slug}/", root(language), kind.section(language)),
    }
}

/// Free pages that the specification names have English words in their English address.
fn page_word(slug: &str, language: Language) -> &str {
    match (language, slug) {
        (Language::En, "privasi") => "privacy",
        (Language::En, "aksesibilitas") => "accessibility",
        _ => slug,
    }
}

/// A news item: below its year.
pub fn news(news: &News, language: Language) -> String {
    format!("{}{}/{}/", Fixed::News.path(language), news.facts.date.year(), news.common.slug)
}

/// A category, below its parent.
pub fn category(catalog: &Catalog, id: Id<Category>, language: Language) -> String {
    let category = catalog.categories.get(id);
    let base = Fixed::Categories.path(language);
    match category.parent {
        Some(parent) => format!("{base}{}/{}/", catalog.categories.get(parent).slug, category.slug),
        None => format!("{base}{}/", category.slug),
    }
}

/// A kecamatan.
pub fn district(catalog: &Catalog, district: u16, language: Language) -> String {
    let slug = catalog.places.districts.get(district as usize).map_or("", |district| district.slug.as_str());
    format!("{}{slug}/", Fixed::Districts.path(language))
}

/// A kelurahan, below its kecamatan.
pub fn village(catalog: &Catalog, place: PlaceId, language: Language) -> String {
    let slug = catalog.places.village(place).map_or("", |village| village.slug.as_str());
    format!("{}{slug}/", district(catalog, place.district, language))
}

/// A product.
pub fn product(product: &Product, language: Language) -> String {
    entry(Kind::Product, &product.common.slug, language)
}

/// A maker's profile.
pub fn seller(catalog: &Catalog, seller: SellerId, language: Language) -> String {
    match seller {
        Seller::Business(id) => entry(Kind::Business, &catalog.businesses.get(id).common.slug, language),
        Seller::Cooperative(id) => entry(Kind::Cooperative, &catalog.cooperatives.get(id).common.slug, language),
    }
}

/// An entry of any kind.
pub fn any(catalog: &Catalog, id: AnyId, language: Language) -> String {
    let index = id.index as usize;
    let slug = match id.kind {
        Kind::News => return catalog.news.at(index).map(|item| news(item, language)).unwrap_or_default(),
        Kind::Business => catalog.businesses.at(index).map(|entry| &entry.common.slug),
        Kind::Cooperative => catalog.cooperatives.at(index).map(|entry| &entry.common.slug),
        Kind::Product => catalog.products.at(index).map(|entry| &entry.common.slug),
        Kind::Innovation => catalog.innovations.at(index).map(|entry| &entry.common.slug),
        Kind::Programme => catalog.programmes.at(index).map(|entry| &entry.common.slug),
        Kind::Facility => catalog.facilities.at(index).map(|entry| &entry.common.slug),
        Kind::WorkingGroup => catalog.groups.at(index).map(|entry| &entry.common.slug),
        Kind::Partner => catalog.partners.at(index).map(|entry| &entry.common.slug),
        Kind::Mentor => catalog.mentors.at(index).map(|entry| &entry.common.slug),
        Kind::Funding => catalog.fundings.at(index).map(|entry| &entry.common.slug),
        Kind::Event => catalog.events.at(index).map(|entry| &entry.common.slug),
        Kind::Story => catalog.stories.at(index).map(|entry| &entry.common.slug),
        Kind::Collection => catalog.collections.at(index).map(|entry| &entry.common.slug),
        Kind::Impact => catalog.impacts.at(index).map(|entry| &entry.common.slug),
        Kind::Page => catalog.pages.at(index).map(|entry| &entry.common.slug),
    };
    slug.map(|slug| entry(id.kind, slug, language)).unwrap_or_default()
}

/// Page `number` (from 1) of a list.
pub fn page(list: &str, number: usize) -> String {
    if number <= 1 { list.to_owned() } else { format!("{list}halaman/{number}/") }
}

/// The file of a page in the output folder.
pub fn file(path: &str) -> String {
    let below = path.trim_start_matches('/');
    if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() }
}
