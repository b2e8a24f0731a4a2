//! What all pages of a language share: names, menu, office, addresses of assets.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::utility;
use crate::bahasa::Language;
use crate::make::asset::Assets;
use crate::plan::{Fixed, files};
use crate::view::chrome::{NavGroup, NavItem, Office, Site};

/// The view `site`.
pub fn site_view(desk: &Desk<'_>, assets: &Assets) -> Site {
    let site = desk.site;
    let language = desk.language;
    let other = site.languages.iter().copied().find(|other| *other != language);
    Site {
        name: site.name.text(language).to_owned(),
        short_name: short_name(desk),
        tagline: site.tagline.text(language).to_owned(),
        lang: language.code().to_owned(),
        locale: language.pick("id_ID", "en_GB").to_owned(),
        base_url: site.base.absolute("/"),
        sample: site.sample,
        urls: urls(desk),
        assets: assets.urls(language).clone(),
        search_index: site.base.href(files::SEARCH_START),
        nav: nav(desk),
        office: office(desk),
        updated: desk.day(desk.today),
        other_home: other
            .map(|other| desk.link(desk.t("nav.bahasa"), site.base.href(crate::plan::address::root(other)))),
        other_lang: other.map(|other| other.code().to_owned()),
        price_months: site.price_months,
        headers: BTreeMap::new(),
        footers: BTreeMap::new(),
    }
}

/// The first words of the name, as they fit below an icon.
pub fn short_name(desk: &Desk<'_>) -> String {
    let name = desk.site.name.text(desk.language);
    let mut short = String::new();
    for word in name.split_whitespace() {
        if !short.is_empty() && short.chars().count() + 1 + word.chars().count() > 16 {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

fn urls(desk: &Desk<'_>) -> BTreeMap<String, String> {
    let pairs = [
        ("home", Fixed::Home),
        ("products", Fixed::Products),
        ("categories", Fixed::Categories),
        ("businesses", Fixed::Businesses),
        ("cooperatives", Fixed::Cooperatives),
        ("districts", Fixed::Districts),
        ("collections", Fixed::Collections),
        ("search", Fixed::Search),
        ("saved", Fixed::Saved),
        ("inquiry", Fixed::Inquiry),
        ("how_to_buy", Fixed::HowToBuy),
        ("list_business", Fixed::ListYourBusiness),
        ("report", Fixed::Report),
        ("data", Fixed::OpenData),
        ("about", Fixed::About),
        ("offline", Fixed::Offline),
        ("events", Fixed::Events),
        ("archive", Fixed::EventArchive),
        ("funding", Fixed::Funding),
        ("partners", Fixed::Partners),
        ("cooperate", Fixed::Cooperate),
    ];
    let mut urls: BTreeMap<String, String> =
        pairs.iter().map(|(name, fixed)| ((*name).to_owned(), desk.fixed(*fixed))).collect();
    // Pages a site writes itself; without them the link leads to what it does have.
    for (name, slug) in [("privacy", "privasi"), ("accessibility", "aksesibilitas")] {
        let written = desk.catalog.pages.rows().iter().any(|page| &*page.common.slug == slug);
        let url = if written { desk.entry(crate::model::Kind::Page, slug) } else { desk.fixed(Fixed::About) };
        urls.insert(name.to_owned(), url);
    }
    urls
}

/// The three groups of the menu (specification 9.2).
fn nav(desk: &Desk<'_>) -> Vec<NavGroup> {
    let item = |key: &str, fixed: Fixed, section: &str| NavItem {
        label: desk.strings.get(key).to_owned(),
        url: desk.fixed(fixed),
        section: section.to_owned(),
    };
    let group = |label: &str, key: &str, items: Vec<NavItem>| NavGroup {
        label: desk.strings.get(label).to_owned(),
        key: key.to_owned(),
        items,
    };
    vec![
        group(
            "nav.belanja",
            "belanja",
            vec![
                item("nav.produk", Fixed::Products, "produk"),
                item("nav.kategori", Fixed::Categories, "kategori"),
                item("nav.koleksi", Fixed::Collections, "koleksi"),
                item("nav.umkm", Fixed::Businesses, "umkm"),
                item("nav.koperasi", Fixed::Cooperatives, "koperasi"),
                item("nav.kecamatan", Fixed::Districts, "kecamatan"),
            ],
        ),
        group(
            "nav.pusat",
            "pusat",
            vec![
                item("nav.inovasi", Fixed::Innovations, "inovasi"),
                item("nav.program", Fixed::Programmes, "program"),
                item("nav.fasilitas", Fixed::Facilities, "fasilitas"),
                item("nav.pokja", Fixed::WorkingGroups, "pokja"),
                item("nav.mentor", Fixed::Mentors, "mentor"),
                item("nav.pembiayaan", Fixed::Funding, "pembiayaan"),
                item("nav.mitra", Fixed::Partners, "mitra"),
            ],
        ),
        group(
            "nav.info",
            "info",
            vec![
                item("nav.agenda", Fixed::Events, "agenda"),
                item("nav.kabar", Fixed::News, "kabar"),
                item("nav.cerita", Fixed::Stories, "cerita"),
                item("nav.dampak", Fixed::Impact, "dampak"),
                item("nav.tentang", Fixed::About, "tentang"),
            ],
        ),
    ]
}

fn office(desk: &Desk<'_>) -> Office {
    let office = &desk.site.office;
    let zone = |hours: String| format!("{hours} WIB");
    let text = desk.language.pick("Halo, saya ingin bertanya.", "Hello, I have a question.");
    debug_assert!(matches!(desk.language, Language::Id | Language::En));
    Office {
        name: office.name.clone(),
        address: office.address.iter().cloned().collect(),
        hours: office.hours.as_ref().map(|hours| zone(hours.display(desk.language))),
        contact: utility::office_contact(desk, text),
    }
}
