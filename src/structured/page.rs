//! The site itself, its publisher, the way to a page, lists and plain pages.

use super::node::Node;
use super::{Context, Page};
use crate::bahasa::Language;
use crate::model::{OpeningHours, PlaceId};
use crate::plan::address::{self, Fixed};

/// What kind of page it is, to schema.org.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// Any page.
    Web,
    /// A list.
    Collection,
    /// Who is behind the site.
    About,
    /// How to reach the office.
    Contact,
    /// The search.
    Search,
    /// A person.
    Profile,
    /// One thing on sale.
    Item,
}

impl PageKind {
    const fn name(self) -> &'static str {
        match self {
            PageKind::Web => "WebPage",
            PageKind::Collection => "CollectionPage",
            PageKind::About => "AboutPage",
            PageKind::Contact => "ContactPage",
            PageKind::Search => "SearchResultsPage",
            PageKind::Profile => "ProfilePage",
            PageKind::Item => "ItemPage",
        }
    }
}

/// One row of a list: name, and path of its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// Name.
    pub name: String,
    /// Path of its page, without the base path.
    pub path: String,
}

/// The home page.
pub fn home(ctx: &Context<'_>, page: &Page<'_>) -> String {
    ctx.graph(page, PageKind::Web, Vec::new())
}

/// Any page that is about nothing else in the catalogue.
pub fn page(ctx: &Context<'_>, page: &Page<'_>, kind: PageKind) -> String {
    ctx.graph(page, kind, Vec::new())
}

/// A list, or page of a list. `before` is how many items stand on the pages before this one, `total` how many the whole
/// list has.
pub fn list(ctx: &Context<'_>, page: &Page<'_>, items: &[ListItem], before: usize, total: usize) -> String {
    ctx.graph(page, PageKind::Collection, vec![item_list(ctx, page, items, before, total)])
}

/// A kecamatan (`village` none) or kelurahan, and what is made there.
pub fn place(
    ctx: &Context<'_>,
    page: &Page<'_>,
    (district, village): (u16, Option<u16>),
    items: &[ListItem],
    total: usize,
) -> String {
    let list = item_list(ctx, page, items, 0, total);
    let area = match village {
        Some(village) => village_area(ctx, PlaceId { district, village }),
        None => district_area(ctx, district),
    };
    ctx.graph_about(page, PageKind::Collection, vec![list], area)
}

fn district_area(ctx: &Context<'_>, district: u16) -> Option<Node> {
    let name = &ctx.catalog.places.districts.get(district as usize)?.name;
    let node = Node::new("AdministrativeArea")
        .id(ctx.id(&address::district(ctx.catalog, district, Language::Id), "wilayah"))
        .set("name", ctx.language.pick(format!("Kecamatan {name}"), format!("{name} district")))
        .set("url", ctx.url(&address::district(ctx.catalog, district, ctx.language)))
        .set("containedInPlace", ctx.city());
    Some(node)
}

fn village_area(ctx: &Context<'_>, place: PlaceId) -> Option<Node> {
    let name = &ctx.catalog.places.village(place)?.name;
    let node = Node::new("AdministrativeArea")
        .id(ctx.id(&address::village(ctx.catalog, place, Language::Id), "wilayah"))
        .set("name", ctx.language.pick(format!("Kelurahan {name}"), name.clone()))
        .set("url", ctx.url(&address::village(ctx.catalog, place, ctx.language)))
        .maybe("containedInPlace", district_area(ctx, place.district));
    Some(node)
}

fn item_list(ctx: &Context<'_>, page: &Page<'_>, items: &[ListItem], before: usize, total: usize) -> Node {
    let row = |(at, item): (usize, &ListItem)| {
        Node::new("ListItem")
            .set("position", before + at + 1)
            .set("name", item.name.as_str())
            .set("url", ctx.url(&item.path))
    };
    Node::new("ItemList")
        .id(ctx.id(page.path, "daftar"))
        .set("name", page.title)
        .set("numberOfItems", total)
        .set("itemListOrder", "https://schema.org/ItemListUnordered")
        .list("itemListElement", items.iter().enumerate().map(row))
}

/// The site and its search.
pub(super) fn website(ctx: &Context<'_>) -> Node {
    let name = ctx.text(&ctx.site.name);
    let other = ctx.site.name.en.as_deref().map(|en| ctx.language.pick(en, ctx.site.name.id.as_str()));
    let target = Node::new("EntryPoint")
        .set("urlTemplate", format!("{}?q={{search_term_string}}", ctx.url(&Fixed::Search.path(ctx.language))));
    let search = Node::new("SearchAction").set("target", target).set("query-input", "required name=search_term_string");
    Node::new("WebSite")
        .id(website_id(ctx))
        .set("name", name)
        .maybe("alternateName", other.filter(|other| *other != name))
        .set("description", ctx.text(&ctx.site.tagline))
        .set("url", ctx.url(&Fixed::Home.path(ctx.language)))
        .list("inLanguage", ctx.site.languages.iter().map(|language| language.code()))
        .set("publisher", Node::reference(ctx.publisher_id()))
        .set("potentialAction", search)
}

fn website_id(ctx: &Context<'_>) -> String {
    ctx.id(&Fixed::Home.path(Language::Id), "situs")
}

/// The office that runs the site.
pub(super) fn publisher(ctx: &Context<'_>) -> Node {
    let office = &ctx.site.office;
    let address = office.address.as_ref().map(|address| {
        Node::new("PostalAddress")
            .set("streetAddress", address.as_str())
            .set("addressLocality", ctx.text(&ctx.site.city))
            .set("addressCountry", "ID")
    });
    let logo = ctx.logo.map(|url| Node::new("ImageObject").set("url", url));
    let reachable = !ctx.site.sample;
    let telephone = office.telephone.as_ref().or(office.whatsapp.as_ref()).filter(|_| reachable);
    let contact = telephone.map(|phone| {
        Node::new("ContactPoint")
            .set("contactType", "customer service")
            .set("telephone", format!("+{}", phone.digits()))
            .maybe("email", office.email.as_deref())
            .list("availableLanguage", ["id", "en"])
            .list("hoursAvailable", office.hours.as_ref().map(opening_hours).unwrap_or_default())
    });
    Node::new("GovernmentOrganization")
        .id(ctx.publisher_id())
        .set("name", ctx.publisher_name())
        .set("url", ctx.url(&Fixed::Home.path(ctx.language)))
        .maybe("logo", logo)
        .maybe("address", address)
        .maybe("email", office.email.as_deref().filter(|_| reachable))
        .maybe("contactPoint", contact)
        .set("areaServed", ctx.city())
}

/// The page as such.
pub(super) fn web_page(ctx: &Context<'_>, page: &Page<'_>, kind: PageKind) -> Node {
    let trail = (page.crumbs.len() > 1).then(|| Node::reference(ctx.id(page.path, "jejak")));
    Node::new(kind.name())
        .id(ctx.id(page.path, "laman"))
        .set("url", ctx.url(page.path))
        .set("name", page.title)
        .maybe("description", page.description)
        .set("inLanguage", ctx.language.code())
        .set("isPartOf", Node::reference(website_id(ctx)))
        .maybe("breadcrumb", trail)
        .maybe("primaryImageOfPage", page.images.first().map(|url| Node::new("ImageObject").set("url", url.as_str())))
}

/// The way from home to the page. Search engines want at least two steps.
pub(super) fn breadcrumbs(ctx: &Context<'_>, page: &Page<'_>) -> Option<Node> {
    let step = |(at, (name, path)): (usize, &(String, String))| {
        Node::new("ListItem").set("position", at + 1).set("name", name.as_str()).set("item", ctx.url(path))
    };
    let trail = Node::new("BreadcrumbList")
        .id(ctx.id(page.path, "jejak"))
        .list("itemListElement", page.crumbs.iter().enumerate().map(step));
    (page.crumbs.len() > 1).then_some(trail)
}

/// When something is open: one specification for each run of days with the same hours.
pub(super) fn opening_hours(hours: &OpeningHours) -> Vec<Node> {
    let mut all = Vec::new();
    for (days, intervals) in hours.groups() {
        for interval in intervals {
            // A day cannot end later than it begins: what closes after midnight ends on the next day's clock.
            let (opens, closes) = if interval.is_all_day() {
                ("00:00".to_owned(), "23:59".to_owned())
            } else {
                (clock(interval.opens), clock(interval.closes % 1440))
            };
            let days = days.iter().map(|day| format!("https://schema.org/{}", day.english()));
            let node =
                Node::new("OpeningHoursSpecification").few("dayOfWeek", days).set("opens", opens).set("closes", closes);
            all.push(node);
        }
    }
    all
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
