//! What surrounds a page's content: title, description, addresses in both languages, breadcrumbs, structured data.

use serde::Serialize;

use super::Prepared;
use super::desk::Desk;
use crate::bahasa::{Language, excerpt};
use crate::model::{Bilingual, Common, Kind, SellerId, Status};
use crate::plan::files::FeedKind;
use crate::plan::{Fixed, PageJob, Subject, address};
use crate::structured;
use crate::view::Page;
use crate::view::chrome::{Alternate, Feed, Frame, LanguageSwitch, OgImage, PageHead};
use crate::view::text::{Chip, Words};

/// Characters of a description.
const DESCRIPTION: usize = 160;

/// What is known of a page before its content is.
pub struct Parts<'a> {
    desk: &'a Desk<'a>,
    job: &'a PageJob,
    title: String,
    description: Option<String>,
    robots: Option<String>,
    crumbs: Vec<(String, String)>,
    og_type: &'static str,
    entry: Option<&'a Common>,
}

/// Section of a list by date.
pub fn dated_section(list: Fixed) -> &'static str {
    match list {
        Fixed::News => "kabar",
        Fixed::Stories => "cerita",
        _ => "agenda",
    }
}

/// Section of a maker.
pub fn seller_section(seller: SellerId) -> &'static str {
    match seller {
        SellerId::Business(_) => "umkm",
        SellerId::Cooperative(_) => "koperasi",
    }
}

impl<'a> Parts<'a> {
    /// Finds title, description and crumbs of a planned page.
    pub fn new(desk: &'a Desk<'a>, job: &'a PageJob) -> Parts<'a> {
        let entry = entry_of(desk, &job.subject);
        let title = title(desk, &job.subject, entry);
        let description = description(desk, &job.subject, entry);
        let crumbs = crumbs(desk, job, &title);
        let og_type = match job.subject {
            Subject::Entry(Kind::Product, _) => "product",
            Subject::Entry(Kind::News | Kind::Story, _) => "article",
            _ => "website",
        };
        let robots = robots(desk, &job.subject, entry);
        Parts { desk, job, title, description, robots, crumbs, og_type, entry }
    }

    /// Joins it with the content to a whole page.
    pub fn finish<B: Serialize + Send + 'static>(self, kind: &'static str, section: &str, content: B) -> Prepared {
        let head = self.head();
        let frame = Frame {
            section: section.to_owned(),
            crumbs: self.visible_crumbs(),
            switch: self.switch(),
            kind: kind.to_owned(),
        };
        Prepared::new(kind, Page { head, frame, page: content })
    }

    fn head(&self) -> PageHead {
        let desk = self.desk;
        let site = desk.site.name.text(desk.language);
        let home = self.job.subject == Subject::Fixed(Fixed::Home);
        let title = if home { site.to_owned() } else { format!("{} · {site}", self.title) };
        let (prev, next) = self.neighbours();
        PageHead {
            title,
            description: self.description.clone(),
            canonical: desk.absolute(&self.job.path),
            alternates: self.alternates(),
            robots: self.robots.clone(),
            og_title: if home { site.to_owned() } else { self.title.clone() },
            og_type: self.og_type.to_owned(),
            og_image: self.og_image(),
            json_ld: self.json_ld(),
            prev,
            next,
            feeds: self.feeds(),
            search: matches!(self.job.subject, Subject::Fixed(Fixed::Search)),
        }
    }

    fn other_languages(&self) -> impl Iterator<Item = Language> + '_ {
        self.desk.site.languages.iter().copied()
    }

    fn alternates(&self) -> Vec<Alternate> {
        if self.desk.site.languages.len() < 2 || matches!(self.job.subject, Subject::Fixed(Fixed::NotFound)) {
            return Vec::new();
        }
        let path = |language: Language| self.job.subject.path(self.desk.catalog, language);
        let one = |language: Language| Alternate {
            lang: language.code().to_owned(),
            url: self.desk.absolute(&path(language)),
        };
        let mut all: Vec<Alternate> = self.other_languages().map(one).collect();
        all.push(Alternate { lang: "x-default".to_owned(), url: self.desk.absolute(&path(Language::Id)) });
        all
    }

    fn switch(&self) -> Option<LanguageSwitch> {
        let other = self.other_languages().find(|language| *language != self.desk.language)?;
        Some(LanguageSwitch {
            lang: other.code().to_owned(),
            label: self.desk.t("nav.bahasa").to_owned(),
            title: self.desk.t("nav.bahasa_label").to_owned(),
            url: self.desk.href(&self.job.subject.path(self.desk.catalog, other)),
        })
    }

    /// Pages of a list before and after.
    fn neighbours(&self) -> (Option<String>, Option<String>) {
        let desk = self.desk;
        let (subject, page, len): (fn(usize, Subject) -> Subject, usize, usize) = match self.job.subject {
            Subject::Products(page) => (|page, _| Subject::Products(page), page, desk.plan.order.products().len()),
            Subject::Businesses(page) => {
                (|page, _| Subject::Businesses(page), page, desk.plan.order.businesses().len())
            }
            Subject::Cooperatives(page) => {
                (|page, _| Subject::Cooperatives(page), page, desk.plan.order.cooperatives().len())
            }
            Subject::Dated(list, page) => {
                let order = &desk.plan.order;
                let len = match list {
                    Fixed::EventArchive => order.past().len(),
                    Fixed::News => order.news().len(),
                    Fixed::Stories => order.stories().len(),
                    _ => order.coming().len(),
                };
                (with_page, page, len)
            }
            Subject::Category(id, page) => (with_page, page, desk.catalog.back.category_products.get(id).len()),
            Subject::Collection(id, page) => (with_page, page, desk.catalog.back.collection_products.get(id).len()),
            Subject::Seller(id, page) => (with_page, page, desk.catalog.products_of(id).len()),
            _ => return (None, None),
        };
        let pages = crate::plan::page_count(len, desk.site.per_page);
        let url = |page: usize| desk.absolute(&subject(page, self.job.subject).path(desk.catalog, desk.language));
        ((page > 1).then(|| url(page - 1)), (page < pages).then(|| url(page + 1)))
    }

    fn og_image(&self) -> Option<OgImage> {
        let desk = self.desk;
        let own = crate::plan::share::path(desk.catalog, &self.job.subject, desk.language);
        let url = match own {
            Some(path) => desk.absolute(&path),
            None => format!("{}{}", desk.site.base.origin, desk.assets.urls(desk.language).get("share")?),
        };
        let alt = self.entry.map_or_else(
            || desk.site.name.text(desk.language).to_owned(),
            |common| common.name.text(desk.language).to_owned(),
        );
        Some(OgImage { url, width: 1200, height: 630, alt })
    }

    fn feeds(&self) -> Vec<Feed> {
        let desk = self.desk;
        let atom = |title: &str, fixed: FeedKind| Feed {
            title: format!("{title} · {}", desk.site.name.text(desk.language)),
            mime: "application/atom+xml".to_owned(),
            url: desk.href(&fixed.path(desk.language)),
        };
        match self.job.subject {
            Subject::Fixed(Fixed::Home) | Subject::Dated(Fixed::News, 1) | Subject::Entry(Kind::News, _) => {
                vec![atom(desk.t("nav.kabar"), FeedKind::News)]
            }
            Subject::Products(1) => vec![atom(desk.t("nav.produk"), FeedKind::Products)],
            Subject::Dated(Fixed::Events, 1) => vec![atom(desk.t("nav.agenda"), FeedKind::Events)],
            _ => Vec::new(),
        }
    }

    fn visible_crumbs(&self) -> Vec<Chip> {
        let last = self.crumbs.len().saturating_sub(1);
        let chip = |(at, (label, path)): (usize, &(String, String))| Chip {
            label: Words::new(label.clone()),
            url: (at < last).then(|| self.desk.href(path)),
            count: None,
            current: at == last,
        };
        self.crumbs.iter().enumerate().map(chip).collect()
    }

    fn json_ld(&self) -> Vec<String> {
        let desk = self.desk;
        if matches!(self.job.subject, Subject::Fixed(Fixed::NotFound | Fixed::Offline) | Subject::Withdrawn(_)) {
            return Vec::new();
        }
        let logo = desk.assets.urls(desk.language).get("icon_512").map(|url| format!("{}{url}", desk.site.base.origin));
        let context = structured::Context {
            catalog: desk.catalog,
            site: desk.site,
            language: desk.language,
            today: desk.today,
            logo: logo.as_deref(),
        };
        let images = self.images();
        let page = structured::Page {
            path: &self.job.path,
            title: &self.title,
            description: self.description.as_deref(),
            crumbs: &self.crumbs,
            images: &images,
        };
        vec![super::graph::of(desk, &context, &page, &self.job.subject)]
    }

    fn images(&self) -> Vec<String> {
        let Some(common) = self.entry else { return Vec::new() };
        let role = if matches!(self.job.subject, Subject::Entry(Kind::Product, _)) { "gallery" } else { "cover" };
        common.photos.iter().filter_map(|photo| self.desk.picture_url(photo, role)).collect()
    }
}

fn with_page(page: usize, subject: Subject) -> Subject {
    match subject {
        Subject::Dated(list, _) => Subject::Dated(list, page),
        Subject::Category(id, _) => Subject::Category(id, page),
        Subject::Collection(id, _) => Subject::Collection(id, page),
        Subject::Seller(id, _) => Subject::Seller(id, page),
        other => other,
    }
}

/// The entry a page is about.
fn entry_of<'a>(desk: &Desk<'a>, subject: &Subject) -> Option<&'a Common> {
    match *subject {
        Subject::Entry(kind, index) => crate::plan::common(desk.catalog, kind, index),
        Subject::Seller(seller, _) | Subject::PrintCard(seller) | Subject::PriceTags(seller) => {
            Some(desk.seller(seller))
        }
        Subject::Collection(id, _) => Some(&desk.catalog.collections.get(id).common),
        _ => None,
    }
}

fn name_of(desk: &Desk<'_>, name: &Bilingual) -> String {
    name.text(desk.language).to_owned()
}

fn paged(desk: &Desk<'_>, title: String, page: usize) -> String {
    if page <= 1 {
        return title;
    }
    format!("{title}, {} {page}", desk.language.pick("halaman", "page"))
}

fn title(desk: &Desk<'_>, subject: &Subject, entry: Option<&Common>) -> String {
    let entry_name = || entry.map(|common| name_of(desk, &common.name)).unwrap_or_default();
    match *subject {
        Subject::Fixed(fixed) => fixed_title(desk, fixed),
        Subject::Dated(fixed, page) => paged(desk, fixed_title(desk, fixed), page),
        Subject::Products(page) => paged(desk, desk.t("nav.produk").to_owned(), page),
        Subject::Businesses(page) => paged(desk, desk.t("nav.umkm").to_owned(), page),
        Subject::Cooperatives(page) => paged(desk, desk.t("nav.koperasi").to_owned(), page),
        Subject::Category(id, page) => paged(desk, name_of(desk, &desk.catalog.categories.get(id).name), page),
        Subject::Collection(_, page) | Subject::Seller(_, page) => paged(desk, entry_name(), page),
        Subject::PrintCard(_) => desk.fill("umkm.cetak_judul", &[("nama", &entry_name())]),
        Subject::PriceTags(_) => desk.fill("umkm.label_judul", &[("nama", &entry_name())]),
        Subject::District(at) => {
            let name = desk.catalog.places.districts.get(at as usize).map_or("", |district| district.name.as_str());
            desk.language.pick(format!("Kecamatan {name}"), format!("{name} District"))
        }
        Subject::Village(place) => {
            let name = desk.area(place);
            desk.language.pick(format!("Kelurahan {name}"), name)
        }
        Subject::Entry(..) => entry_name(),
        Subject::Withdrawn(_) => desk.t("galat.ditarik_judul").to_owned(),
    }
}

/// The name of a fixed page.
pub fn fixed_title(desk: &Desk<'_>, fixed: Fixed) -> String {
    let key = match fixed {
        Fixed::Home => "nav.beranda",
        Fixed::Products => "nav.produk",
        Fixed::Categories => "nav.kategori",
        Fixed::Businesses => "nav.umkm",
        Fixed::Cooperatives => "nav.koperasi",
        Fixed::Districts => "nav.kecamatan",
        Fixed::Innovations => "nav.inovasi",
        Fixed::Programmes => "nav.program",
        Fixed::Facilities => "nav.fasilitas",
        Fixed::WorkingGroups => "nav.pokja",
        Fixed::Mentors => "nav.mentor",
        Fixed::Funding => "nav.pembiayaan",
        Fixed::Partners => "nav.mitra",
        Fixed::Cooperate => "ajak.judul",
        Fixed::Events => "nav.agenda",
        Fixed::EventArchive => "acara.arsip",
        Fixed::News => "nav.kabar",
        Fixed::Stories => "nav.cerita",
        Fixed::Collections => "nav.koleksi",
        Fixed::Search => "nav.cari",
        Fixed::About => "nav.tentang",
        Fixed::Impact => "nav.dampak",
        Fixed::OpenData => "nav.data",
        Fixed::ListYourBusiness => "nav.daftar",
        Fixed::HowToBuy => "nav.cara_belanja",
        Fixed::Report => "nav.lapor",
        Fixed::Saved => "nav.simpanan",
        Fixed::Inquiry => "tas.judul",
        Fixed::Offline => return desk.language.pick("Anda sedang luring", "You are offline").to_owned(),
        Fixed::NotFound => "galat.404_judul",
    };
    desk.t(key).to_owned()
}

/// One sentence for search engines and shared links.
fn description(desk: &Desk<'_>, subject: &Subject, entry: Option<&Common>) -> Option<String> {
    if let Some(common) = entry {
        let text = match &common.summary {
            Some(summary) => summary.text(desk.language).to_owned(),
            None => common.body.get(desk.language).0.plain.replace('\n', " "),
        };
        return Some(excerpt(&text, DESCRIPTION)).filter(|text| !text.is_empty());
    }
    let city = desk.site.city.text(desk.language);
    let text = match *subject {
        Subject::Fixed(Fixed::Home) => desk.site.tagline.text(desk.language).to_owned(),
        Subject::Category(id, _) => match &desk.catalog.categories.get(id).summary {
            Some(summary) => format!("{} {city}.", summary.text(desk.language)),
            None => format!("{}. {}.", name_of(desk, &desk.catalog.categories.get(id).name), city),
        },
        Subject::District(_) | Subject::Village(_) => {
            let name = title(desk, subject, None);
            desk.language.pick(
                format!("UMKM, koperasi, dan produk di {name}, {city}."),
                format!("Small businesses, cooperatives and products in {name}, {city}."),
            )
        }
        Subject::Products(_)
        | Subject::Businesses(_)
        | Subject::Cooperatives(_)
        | Subject::Dated(..)
        | Subject::Fixed(_) => {
            format!("{} · {}", title(desk, subject, None), desk.site.tagline.text(desk.language))
        }
        _ => return None,
    };
    Some(excerpt(&text, DESCRIPTION))
}

/// Pages that search engines should not list.
fn robots(desk: &Desk<'_>, subject: &Subject, entry: Option<&Common>) -> Option<String> {
    let hidden = matches!(
        subject,
        Subject::Fixed(
            Fixed::Search | Fixed::Saved | Fixed::Inquiry | Fixed::Offline | Fixed::NotFound | Fixed::Report
        ) | Subject::PrintCard(_)
            | Subject::PriceTags(_)
            | Subject::Withdrawn(_)
    );
    let archived = entry.is_some_and(|common| common.status != Status::Published);
    (hidden || archived || desk.site.sample).then(|| "noindex, follow".to_owned())
}

/// Name and path from home down to the page itself; empty on the home page.
fn crumbs(desk: &Desk<'_>, job: &PageJob, title: &str) -> Vec<(String, String)> {
    let language = desk.language;
    let step = |fixed: Fixed| (fixed_title(desk, fixed), fixed.path(language));
    let mut way = vec![step(Fixed::Home)];
    match job.subject {
        Subject::Fixed(Fixed::Home) => return Vec::new(),
        Subject::Fixed(Fixed::Cooperate) => way.push(step(Fixed::Partners)),
        Subject::Dated(list, page) => {
            way.extend((list == Fixed::EventArchive).then(|| step(Fixed::Events)));
            way.extend((page > 1).then(|| step(list)));
        }
        Subject::Fixed(Fixed::Impact | Fixed::OpenData) => way.push(step(Fixed::About)),
        Subject::Products(page) if page > 1 => way.push(step(Fixed::Products)),
        Subject::Businesses(page) if page > 1 => way.push(step(Fixed::Businesses)),
        Subject::Cooperatives(page) if page > 1 => way.push(step(Fixed::Cooperatives)),
        Subject::Fixed(_) | Subject::Products(_) | Subject::Businesses(_) | Subject::Cooperatives(_) => {}
        Subject::Category(id, page) => {
            way.push(step(Fixed::Categories));
            let parent = desk.catalog.categories.get(id).parent;
            let above = parent.into_iter().chain((page > 1).then_some(id));
            way.extend(above.map(|id| {
                (name_of(desk, &desk.catalog.categories.get(id).name), address::category(desk.catalog, id, language))
            }));
        }
        Subject::Collection(..) => way.push(step(Fixed::Collections)),
        Subject::Seller(seller, page) => {
            way.push(seller_list(desk, seller));
            if page > 1 {
                way.push((name_of(desk, &desk.seller(seller).name), address::seller(desk.catalog, seller, language)));
            }
        }
        Subject::PrintCard(seller) | Subject::PriceTags(seller) => {
            way.push(seller_list(desk, seller));
            way.push((name_of(desk, &desk.seller(seller).name), address::seller(desk.catalog, seller, language)));
        }
        Subject::District(_) => way.push(step(Fixed::Districts)),
        Subject::Village(place) => {
            way.push(step(Fixed::Districts));
            way.push((desk.district_name(place).to_owned(), address::district(desk.catalog, place.district, language)));
        }
        Subject::Entry(kind, index) => entry_crumbs(desk, kind, index, &mut way),
        Subject::Withdrawn(at) => {
            if let Some(gone) = desk.catalog.withdrawn.get(at) {
                way.push(step(if gone.kind == Kind::Cooperative { Fixed::Cooperatives } else { Fixed::Businesses }));
            }
        }
    }
    way.push((title.to_owned(), job.path.clone()));
    way
}

fn seller_list(desk: &Desk<'_>, seller: SellerId) -> (String, String) {
    let fixed = match seller {
        SellerId::Business(_) => Fixed::Businesses,
        SellerId::Cooperative(_) => Fixed::Cooperatives,
    };
    (fixed_title(desk, fixed), fixed.path(desk.language))
}

fn entry_crumbs(desk: &Desk<'_>, kind: Kind, index: u32, way: &mut Vec<(String, String)>) {
    let language = desk.language;
    let step = |fixed: Fixed| (fixed_title(desk, fixed), fixed.path(language));
    match kind {
        Kind::Product => {
            way.push(step(Fixed::Products));
            if let Some(product) = desk.catalog.products.at(index as usize) {
                let leaf = product.facts.category;
                let parent = desk.catalog.categories.get(leaf).parent;
                way.extend(parent.into_iter().chain([leaf]).map(|id| {
                    (
                        name_of(desk, &desk.catalog.categories.get(id).name),
                        address::category(desk.catalog, id, language),
                    )
                }));
            }
        }
        Kind::Innovation => way.push(step(Fixed::Innovations)),
        Kind::Programme => way.push(step(Fixed::Programmes)),
        Kind::Facility => way.push(step(Fixed::Facilities)),
        Kind::WorkingGroup => way.push(step(Fixed::WorkingGroups)),
        Kind::Partner => way.push(step(Fixed::Partners)),
        Kind::Mentor => way.push(step(Fixed::Mentors)),
        Kind::Funding => way.push(step(Fixed::Funding)),
        Kind::Event => way.push(step(Fixed::Events)),
        Kind::News => way.push(step(Fixed::News)),
        Kind::Story => way.push(step(Fixed::Stories)),
        Kind::Page => {
            let slug = desk.catalog.pages.at(index as usize).map_or("", |page| &*page.common.slug);
            if !matches!(slug, "tentang" | "cara-daftar" | "cara-belanja") {
                way.push(step(Fixed::About));
            }
        }
        Kind::Business | Kind::Cooperative | Kind::Collection | Kind::Impact => {}
    }
}
