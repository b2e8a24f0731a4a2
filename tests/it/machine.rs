//! What machines read: whatever stands in the content, every format stays well-formed, says what it must, and keeps to
//! itself what is nobody's business. Formats are parsed by other people's libraries.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use etalase::bahasa::Language;
use etalase::cache::Cache;
use etalase::config::{BaseUrl, Site};
use etalase::diagnostic::Problems;
use etalase::disk::Folder;
use etalase::make::{
    calendar, channels, feed, host, llms, manifest, open_data, opensearch, robots, share, sitemap, vcard,
};
use etalase::model::*;
use etalase::pipeline::{self, Known, Options};
use etalase::plan::files::{self, FeedKind};
use etalase::plan::{Fixed, Redirect, address};
use etalase::structured::{self, Context, ListItem, Page, PageKind};
use serde_json::Value;

/// Everything that has ever broken a format.
const HOSTILE: &str = "Keripik \"Pedas\" & <b>'Manis'</b></script><!-- ]]> -->\u{0}\u{1b}; a,b\\c 🌶️ مرحبا \u{202e}x\u{2028}\nBEGIN:VEVENT\r\n# judul [x](y) {% raw %}";

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// The folder of the sample site: this repository.
fn root() -> PathBuf {
    PathBuf::from(option_env!("ETALASE_SAMPLE_ROOT").unwrap_or(env!("CARGO_MANIFEST_DIR")))
}

fn load() -> (Catalog, Site) {
    let options = Options { today: today(), base: None, drafts: false };
    let mut problems = Problems::new();
    let loaded =
        pipeline::load(&Folder::new(root()), &options, &Known { cache: &Cache::none(), seen: None }, &mut problems)
            .unwrap();
    assert!(loaded.catalog.products.len() > 20, "the sample catalogue was not read");
    (loaded.catalog, loaded.site)
}

/// The sample site, as it is published.
static SAMPLE: LazyLock<(Catalog, Site)> = LazyLock::new(load);

/// The same content as if it were real, below a path.
static REAL: LazyLock<(Catalog, Site)> = LazyLock::new(|| {
    let (catalog, site) = load();
    (catalog, real(site))
});

/// The same with a hostile text in every field.
static POISONED: LazyLock<(Catalog, Site)> = LazyLock::new(|| {
    let (catalog, site) = load();
    (poison(catalog), poison_site(real(site)))
});

fn real(site: Site) -> Site {
    Site { sample: false, base: BaseUrl::read("https://contoh.example/katalog").unwrap(), ..site }
}

// Poison.

fn text() -> String {
    HOSTILE.to_owned()
}

fn both() -> Bilingual {
    Bilingual { id: text(), en: Some(format!("{HOSTILE} en")) }
}

fn each(list: &mut [Bilingual]) {
    list.iter_mut().for_each(|item| *item = both());
}

fn any(value: &mut Option<Bilingual>) {
    *value = Some(both());
}

fn plain(value: &mut Option<String>) {
    *value = Some(text());
}

fn prose(value: &mut BilingualProse) {
    value.id.plain = text();
    value.id.html = "<p>Kata &amp; <a href=\"/produk/\">tautan</a> 🌶️</p>".to_owned();
    value.en = Some(value.id.clone());
}

fn common(common: &mut Common) {
    common.name = both();
    any(&mut common.summary);
    prose(&mut common.body);
    common.keywords = vec![text(), text()];
    for photo in &mut common.photos {
        any(&mut photo.alt);
        plain(&mut photo.credit);
    }
}

fn proofs(list: &mut [Proof]) {
    for proof in list {
        plain(&mut proof.number);
        plain(&mut proof.text);
        plain(&mut proof.giver);
    }
}

fn presence(presence: &mut Presence) {
    plain(&mut presence.street);
    plain(&mut presence.directions);
    plain(&mut presence.capacity);
}

fn source(source: &mut Option<Source>) {
    if let Some(source) = source {
        source.medium = text();
        plain(&mut source.author);
    }
}

fn table<T: Clone>(table: &Table<T>, change: impl Fn(&mut T)) -> Table<T> {
    let mut rows = table.rows().to_vec();
    rows.iter_mut().for_each(change);
    Table::new(rows)
}

fn poison(mut catalog: Catalog) -> Catalog {
    catalog.categories = table(&catalog.categories, |row| {
        row.name = both();
        any(&mut row.summary);
    });
    catalog.units = table(&catalog.units, |row| (row.name, row.en_one, row.en_other) = (text(), text(), text()));
    for district in &mut catalog.places.districts {
        district.name = text();
        district.villages.iter_mut().for_each(|village| village.name = text());
    }
    catalog.products = table(&catalog.products, |row| {
        common(&mut row.common);
        let facts = &mut row.facts;
        for list in [&mut facts.materials, &mut facts.ingredients, &mut facts.allergens] {
            each(list);
        }
        let texts = [
            &mut facts.custom_text,
            &mut facts.size,
            &mut facts.colour,
            &mut facts.pattern,
            &mut facts.technique,
            &mut facts.shelf_life,
            &mut facts.storage,
            &mut facts.serving,
            &mut facts.age,
        ];
        texts.into_iter().for_each(any);
        for value in [&mut facts.capacity, &mut facts.content, &mut facts.origin, &mut facts.sku] {
            plain(value);
        }
        proofs(&mut facts.proofs);
        for variant in &mut facts.variants {
            variant.name = text();
            plain(&mut variant.axis);
        }
    });
    catalog.businesses = table(&catalog.businesses, |row| {
        common(&mut row.common);
        plain(&mut row.facts.owner);
        presence(&mut row.facts.presence);
        proofs(&mut row.facts.proofs);
    });
    catalog.cooperatives = table(&catalog.cooperatives, |row| {
        common(&mut row.common);
        each(&mut row.facts.units);
        row.facts.officers = vec![(text(), text())];
        plain(&mut row.facts.legal_number);
        presence(&mut row.facts.presence);
    });
    poison_center(&mut catalog);
    catalog
}

fn poison_center(catalog: &mut Catalog) {
    catalog.innovations = table(&catalog.innovations, |row| {
        common(&mut row.common);
        prose(&mut row.facts.problem);
        prose(&mut row.facts.solution);
        any(&mut row.facts.developer);
        for result in &mut row.facts.results {
            result.measure = both();
            (result.after, result.before) = (text(), Some(text()));
            for value in [&mut result.unit, &mut result.method] {
                plain(value);
            }
        }
    });
    catalog.programmes = table(&catalog.programmes, |row| {
        common(&mut row.common);
        for list in [&mut row.facts.benefits, &mut row.facts.requirements, &mut row.facts.steps] {
            each(list);
        }
        any(&mut row.facts.office);
    });
    catalog.facilities = table(&catalog.facilities, |row| {
        common(&mut row.common);
        each(&mut row.facts.equipment);
        any(&mut row.facts.booking);
    });
    catalog.groups = table(&catalog.groups, |row| {
        common(&mut row.common);
        any(&mut row.facts.focus);
    });
    catalog.partners = table(&catalog.partners, |row| {
        common(&mut row.common);
        plain(&mut row.facts.short);
        any(&mut row.facts.role);
        source(&mut row.facts.source);
    });
    catalog.mentors = table(&catalog.mentors, |row| {
        common(&mut row.common);
        plain(&mut row.facts.title);
        for list in [&mut row.facts.expertise, &mut row.facts.languages] {
            each(list);
        }
    });
    catalog.fundings = table(&catalog.fundings, |row| {
        common(&mut row.common);
        for value in [&mut row.facts.interest, &mut row.facts.term, &mut row.facts.lender] {
            any(value);
        }
    });
    catalog.events = table(&catalog.events, |row| {
        common(&mut row.common);
        if let Some(venue) = &mut row.facts.venue {
            venue.name = text();
            for value in [&mut venue.address, &mut venue.village] {
                plain(value);
            }
        }
    });
    catalog.news = table(&catalog.news, |row| {
        common(&mut row.common);
        for value in [&mut row.facts.topic, &mut row.facts.author] {
            plain(value);
        }
        source(&mut row.facts.source);
    });
    catalog.stories = table(&catalog.stories, |row| common(&mut row.common));
    catalog.collections = table(&catalog.collections, |row| common(&mut row.common));
    catalog.impacts = table(&catalog.impacts, |row| {
        common(&mut row.common);
        row.facts.unit = both();
        plain(&mut row.facts.source);
        any(&mut row.facts.definition);
    });
}

fn poison_site(mut site: Site) -> Site {
    (site.name, site.tagline, site.city) = (both(), both(), both());
    site.office.name = text();
    plain(&mut site.office.address);
    site
}

/// The hostile text as a well-behaved XML reader gives it back.
fn as_xml(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\u{0}', '\u{1b}'], "")
}

// Graphs.

/// The graphs of every page of a site in one language, with the path of each.
fn graphs((catalog, site): &(Catalog, Site), language: Language) -> Vec<(String, Value)> {
    let ctx = Context { catalog, site, language, today: today(), logo: Some("https://contoh.example/logo.svg") };
    let images = ["https://contoh.example/i/foto-1200.jpg".to_owned()];
    let home = Fixed::Home.path(language);
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |path: String, title: &str, make: &dyn Fn(&Page<'_>) -> String| {
        let crumbs = [("Beranda".to_owned(), home.clone()), (title.to_owned(), path.clone())];
        let page = Page { path: &path, title, description: Some(HOSTILE), crumbs: &crumbs, images: &images };
        all.push((path.clone(), make(&page)));
    };
    macro_rules! entries {
        ($table:ident, $kind:expr, $function:path) => {
            for (id, row) in catalog.$table.iter() {
                let path = address::entry($kind, &row.common.slug, language);
                add(path, row.common.name.text(language), &|page| $function(&ctx, page, id));
            }
        };
    }
    entries!(products, Kind::Product, structured::product);
    entries!(businesses, Kind::Business, structured::business);
    entries!(cooperatives, Kind::Cooperative, structured::cooperative);
    entries!(innovations, Kind::Innovation, structured::innovation);
    entries!(programmes, Kind::Programme, structured::programme);
    entries!(facilities, Kind::Facility, structured::facility);
    entries!(groups, Kind::WorkingGroup, structured::working_group);
    entries!(partners, Kind::Partner, structured::partner);
    entries!(mentors, Kind::Mentor, structured::mentor);
    entries!(fundings, Kind::Funding, structured::funding);
    entries!(events, Kind::Event, structured::event);
    entries!(news, Kind::News, structured::news);
    entries!(stories, Kind::Story, structured::story);
    let items: Vec<ListItem> = (1..4).map(|at| ListItem { name: text(), path: format!("/produk/p-{at}/") }).collect();
    add(Fixed::Products.path(language), HOSTILE, &|page| structured::list(&ctx, page, &items, 24, 27));
    add(address::district(catalog, 0, language), HOSTILE, &|page| structured::place(&ctx, page, (0, None), &items, 3));
    let village = PlaceId { district: 0, village: 0 };
    add(address::village(catalog, village, language), HOSTILE, &|page| {
        structured::place(&ctx, page, (0, Some(0)), &items, 3)
    });
    add(Fixed::About.path(language), HOSTILE, &|page| structured::page(&ctx, page, PageKind::About));
    add(Fixed::Impact.path(language), HOSTILE, &|page| structured::impact(&ctx, page, &[(text(), 12)]));
    let tables: Vec<(&str, String, String)> = open_data::documentation(language)
        .into_iter()
        .map(|table| (table.name, table.title.to_owned(), table.text.to_owned()))
        .collect();
    add(Fixed::OpenData.path(language), HOSTILE, &|page| structured::open_data(&ctx, page, &tables));
    add(home.clone(), HOSTILE, &|page| structured::home(&ctx, &Page { crumbs: &[], ..*page }));
    all.into_iter()
        .map(|(path, text)| {
            assert!(!text.contains('<'), "{path}: a raw < could end the script");
            let graph = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
            (path, graph)
        })
        .collect()
}

fn nodes(graph: &Value) -> &Vec<Value> {
    assert_eq!(graph["@context"], "https://schema.org");
    graph["@graph"].as_array().unwrap()
}

fn is_a(node: &Value, kind: &str) -> bool {
    match &node["@type"] {
        Value::String(own) => own == kind,
        Value::Array(own) => own.iter().any(|own| own == kind),
        _ => false,
    }
}

fn main_node<'a>(graph: &'a Value, kinds: &[&str]) -> Option<&'a Value> {
    nodes(graph).iter().find(|node| kinds.iter().any(|kind| is_a(node, kind)))
}

/// Calls `see` for every object of a tree.
fn each_object(value: &Value, see: &mut dyn FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            see(object);
            object.values().for_each(|value| each_object(value, see));
        }
        Value::Array(items) => items.iter().for_each(|value| each_object(value, see)),
        _ => {}
    }
}

fn as_list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().collect(),
        one => vec![one],
    }
}

#[test]
fn json_ld_of_hostile_entries_is_json_that_cannot_end_its_script() {
    for language in Language::ALL {
        let graphs = graphs(&POISONED, language);
        assert!(graphs.len() > 100);
        for (path, graph) in &graphs {
            let names = nodes(graph).iter().filter_map(|node| node["name"].as_str());
            assert!(
                names.into_iter().any(|name| name.starts_with("Keripik \"Pedas\" & <b>")),
                "{path}: the text was changed"
            );
        }
    }
}

#[test]
fn every_graph_has_site_publisher_page_and_no_dangling_reference() {
    for site in [&*SAMPLE, &*REAL] {
        for (path, graph) in graphs(site, Language::Id) {
            for kind in ["WebSite", "GovernmentOrganization"] {
                assert!(main_node(&graph, &[kind]).is_some(), "{path} has no {kind}");
            }
            let mut known = BTreeSet::new();
            each_object(&graph, &mut |object| {
                if let (Some(id), true) = (object.get("@id"), object.len() > 1) {
                    known.insert(id.as_str().unwrap().to_owned());
                }
            });
            each_object(&graph, &mut |object| {
                if let (Some(id), 1) = (object.get("@id").and_then(Value::as_str), object.len()) {
                    assert!(known.contains(id), "{path}: {id} leads nowhere");
                }
            });
            let ids: Vec<&str> = nodes(&graph).iter().map(|node| node["@id"].as_str().unwrap()).collect();
            let single: BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(single.len(), ids.len(), "{path}: two things with one id: {ids:?}");
        }
    }
}

#[test]
fn every_address_in_a_graph_is_absolute_and_below_the_base_path() {
    for language in Language::ALL {
        for (path, graph) in graphs(&REAL, language) {
            each_object(&graph, &mut |object| {
                for key in ["url", "@id", "item", "contentUrl"] {
                    let Some(text) = object.get(key).and_then(Value::as_str) else { continue };
                    let url = url::Url::parse(text).unwrap_or_else(|error| panic!("{path}: {key} {text}: {error}"));
                    assert_eq!(url.scheme(), "https", "{path}: {text}");
                    if url.host_str() == Some("contoh.example") && !text.ends_with(".svg") && !text.contains("/i/") {
                        assert!(text.starts_with("https://contoh.example/katalog/"), "{path}: {text}");
                    }
                }
            });
        }
    }
}

#[test]
fn a_thing_has_one_id_in_both_languages() {
    let ids = |language| -> BTreeSet<String> {
        let graphs = graphs(&REAL, language);
        let products = graphs.iter().filter_map(|(_, graph)| main_node(graph, &["Product", "ProductGroup", "Service"]));
        products.map(|node| node["@id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(Language::Id), ids(Language::En));
}

#[test]
fn a_place_page_is_about_its_place_and_lists_what_is_there() {
    let (catalog, _) = &*REAL;
    let path = address::village(catalog, PlaceId { district: 0, village: 0 }, Language::Id);
    let graphs = graphs(&REAL, Language::Id);
    let (_, graph) = graphs.iter().find(|(own, _)| *own == path).unwrap();
    let page = main_node(graph, &["CollectionPage"]).unwrap();
    let area = main_node(graph, &["AdministrativeArea"]).unwrap();
    assert_eq!(page["about"]["@id"], area["@id"]);
    assert_eq!(page["mainEntity"]["@id"], main_node(graph, &["ItemList"]).unwrap()["@id"]);
    assert!(area["containedInPlace"]["name"].as_str().unwrap().contains(&catalog.places.districts[0].name));
}

#[test]
fn a_list_counts_on_from_the_page_before_it() {
    let graphs = graphs(&REAL, Language::Id);
    let (_, graph) = graphs.iter().find(|(path, _)| path == "/produk/").unwrap();
    let list = main_node(graph, &["ItemList"]).unwrap();
    let places: Vec<u64> =
        as_list(&list["itemListElement"]).iter().map(|row| row["position"].as_u64().unwrap()).collect();
    assert_eq!(places, [25, 26, 27]);
    assert_eq!(list["numberOfItems"], 27);
}

#[test]
fn products_have_what_a_product_snippet_needs() {
    let graphs = graphs(&REAL, Language::Id);
    let (catalog, _) = &*REAL;
    let mut seen = (0, 0, 0);
    for product in catalog.products.rows() {
        let path = address::product(product, Language::Id);
        let (_, graph) = graphs.iter().find(|(own, _)| *own == path).unwrap();
        let node = main_node(graph, &["Product", "ProductGroup", "Service"]).unwrap();
        assert_eq!(node["name"], product.common.name.id.as_str());
        let variants = as_list(&node["hasVariant"]);
        let offers: Vec<&Value> = as_list(&node["offers"])
            .into_iter()
            .chain(variants.iter().flat_map(|variant| as_list(&variant["offers"])))
            .collect();
        if product.facts.price == Price::Ask {
            assert!(offers.is_empty(), "{path}: an offer without a price");
            seen.0 += 1;
            continue;
        }
        assert!(!offers.is_empty(), "{path} has a price and no offer");
        for offer in offers {
            assert_eq!(offer["priceCurrency"], "IDR", "{path}");
            assert!(offer["availability"].as_str().unwrap().starts_with("https://schema.org/"), "{path}");
            assert!(offer["seller"]["name"].is_string(), "{path}: sold by nobody");
            match offer["@type"].as_str() {
                Some("Offer") => assert!(offer["price"].is_u64() && offer["price"] != 0, "{path}: {}", offer["price"]),
                Some("AggregateOffer") => {
                    seen.1 += 1;
                    assert!(offer["lowPrice"].is_u64(), "{path}");
                    assert_eq!(offer["highPrice"].as_u64(), product.facts.price.highest(), "{path}");
                }
                kind => panic!("{path}: {kind:?}"),
            }
            if is_a(node, "Service") {
                seen.2 += 1;
                assert!(offer["itemCondition"].is_null(), "{path}: a service is neither new nor used");
            }
        }
    }
    assert!(seen.1 > 0 && seen.2 > 0, "the sample has no range and no service any more: {seen:?}");
}

#[test]
fn no_page_shows_a_product_without_an_offer() {
    for language in Language::ALL {
        for (path, graph) in graphs(&REAL, language) {
            each_object(&graph, &mut |object| {
                if object.get("@type").is_some_and(|kind| kind == "Product") {
                    assert!(object.contains_key("offers"), "{path}: {:?} is for sale nowhere", object.get("name"));
                }
            });
        }
    }
}

#[test]
fn an_unknown_price_makes_no_offer_and_an_old_promotion_is_not_told() {
    let (catalog, site) = load();
    let mut rows = catalog.products.rows().to_vec();
    let until = today().plus_days(-1);
    rows[0].facts.price = Price::Ask;
    rows[0].facts.variants.clear();
    for (row, until) in [(1, until), (2, today())] {
        rows[row].facts.price = Price::Exact(10_000);
        rows[row].facts.variants.clear();
        rows[row].facts.promotion = Some(Promotion { before: 12_000, until });
    }
    let catalog = Catalog { products: Table::new(rows), ..catalog };
    let site = real(site);
    let ctx = Context { catalog: &catalog, site: &site, language: Language::Id, today: today(), logo: None };
    let text = |at: usize| structured::product(&ctx, &Page { path: "/produk/x/", ..Page::default() }, Id::new(at));
    assert!(!text(0).contains("\"Offer\"") && !text(0).contains("AggregateOffer"));
    assert!(!text(1).contains("StrikethroughPrice") && !text(1).contains("priceValidUntil"));
    assert!(text(2).contains("\"price\":12000") && text(2).contains("\"priceValidUntil\":\"2026-11-24\""));
}

#[test]
fn nothing_is_rated_and_a_sample_tells_no_permit_contact_or_shop() {
    for site in [&*SAMPLE, &*REAL] {
        for (path, graph) in graphs(site, Language::Id) {
            each_object(&graph, &mut |object| {
                for key in ["aggregateRating", "review", "ratingCount"] {
                    assert!(!object.contains_key(key), "{path}: {key}");
                }
            });
        }
    }
    for (path, graph) in graphs(&SAMPLE, Language::Id) {
        let text = graph.to_string();
        for secret in ["hasCertification", "\"telephone\"", "wa.me", "\"email\"", "tokopedia", "shopee"] {
            assert!(!text.contains(secret), "{path}: {secret}");
        }
    }
    let real: String = graphs(&REAL, Language::Id).iter().map(|(_, graph)| graph.to_string()).collect();
    for shown in ["hasCertification", "\"telephone\"", "wa.me"] {
        assert!(real.contains(shown), "{shown} is missing where it may be shown");
    }
}

#[test]
fn expired_permits_are_left_out() {
    let (catalog, site) = &*REAL;
    let count = |today: Date| {
        let ctx = Context { catalog, site, language: Language::Id, today, logo: None };
        let page = Page { path: "/produk/x/", ..Page::default() };
        let all = catalog.products.iter().map(|(id, _)| structured::product(&ctx, &page, id));
        all.map(|text| text.matches("certificationIdentification").count()).sum::<usize>()
    };
    assert!(count(today()) > count(Date::new(2099, 1, 1).unwrap()));
}

#[test]
fn events_have_what_an_event_result_needs() {
    let kinds = ["Event", "EducationEvent", "SaleEvent", "ExhibitionEvent", "BusinessEvent"];
    let mut seen = 0;
    for site in [&*SAMPLE, &*REAL] {
        for (path, graph) in graphs(site, Language::Id).iter().filter(|(path, _)| path.starts_with("/agenda/")) {
            let node = main_node(graph, &kinds).unwrap_or_else(|| panic!("{path} is no event"));
            let start = node["startDate"].as_str().unwrap();
            assert!(start.ends_with("+07:00"), "{path}: {start}");
            assert!(node["endDate"].as_str().unwrap() >= &start[..10], "{path}");
            for key in ["eventStatus", "eventAttendanceMode"] {
                assert!(
                    node[key].as_str().unwrap().starts_with("https://schema.org/Event") || key == "eventAttendanceMode"
                );
            }
            for key in ["name", "description", "url"] {
                assert!(node[key].is_string(), "{path}: {key}");
            }
            assert!(node["organizer"]["name"].is_string() && node["organizer"]["url"].is_string(), "{path}");
            let places = as_list(&node["location"]);
            assert!(!places.is_empty(), "{path} is nowhere");
            for place in places {
                match place["@type"].as_str() {
                    Some("Place") => assert!(place["name"].is_string() && !place["address"].is_null(), "{path}"),
                    Some("VirtualLocation") => {
                        assert!(url::Url::parse(place["url"].as_str().unwrap()).is_ok(), "{path}")
                    }
                    kind => panic!("{path}: {kind:?}"),
                }
            }
            let online = node["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode";
            assert_eq!(online, as_list(&node["location"]).iter().all(|place| is_a(place, "VirtualLocation")), "{path}");
            for offer in as_list(&node["offers"]) {
                assert!(
                    offer["price"].is_u64() && offer["url"].is_string() && offer["availability"].is_string(),
                    "{path}"
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}

#[test]
fn breadcrumbs_count_from_one_and_every_step_has_name_and_address() {
    for (path, graph) in graphs(&REAL, Language::En) {
        let Some(trail) = main_node(&graph, &["BreadcrumbList"]) else {
            assert_eq!(path, "/en/", "only the home page has no way to it");
            continue;
        };
        let steps = trail["itemListElement"].as_array().unwrap();
        assert!(steps.len() >= 2, "{path}");
        for (at, step) in steps.iter().enumerate() {
            assert_eq!(step["position"], at + 1, "{path}");
            assert!(step["name"].is_string() && step["item"].is_string(), "{path}");
        }
    }
}

#[test]
fn articles_have_a_short_headline_a_day_an_author_and_a_picture() {
    let mut quoted = 0;
    let is_article = |path: &str| path.starts_with("/kabar/") || path.starts_with("/cerita/");
    for site in [&*REAL, &*POISONED] {
        for (path, graph) in graphs(site, Language::Id).iter().filter(|(path, _)| is_article(path)) {
            let article = nodes(graph).last().unwrap();
            assert!(is_a(article, "NewsArticle") || is_a(article, "Article"), "{path}");
            assert!(article["headline"].as_str().unwrap().chars().count() <= 110, "{path}");
            assert!(Date::parse_iso(article["datePublished"].as_str().unwrap()).is_some(), "{path}");
            assert!(article["dateModified"].as_str() >= article["datePublished"].as_str(), "{path}");
            assert!(as_list(&article["author"]).iter().all(|author| author["name"].is_string()), "{path}");
            assert!(!as_list(&article["image"]).is_empty() && article["publisher"]["name"].is_string(), "{path}");
            quoted += usize::from(!article["isBasedOn"].is_null());
        }
    }
    assert!(quoted > 0, "no news item names its source any more");
}

#[test]
fn businesses_are_local_only_where_visitors_are_welcome() {
    let (catalog, _) = &*REAL;
    let graphs = graphs(&REAL, Language::Id);
    let places = ["LocalBusiness", "Store", "FoodEstablishment"];
    let mut seen = BTreeSet::new();
    for business in catalog.businesses.rows() {
        let path = address::entry(Kind::Business, &business.common.slug, Language::Id);
        let (_, graph) = graphs.iter().find(|(own, _)| *own == path).unwrap();
        let node = nodes(graph).last().unwrap();
        let presence = &business.facts.presence;
        let welcome = matches!(presence.visits, Some("ya" | "janji"));
        assert_eq!(places.iter().any(|kind| is_a(node, kind)), welcome, "{path}");
        seen.insert(node["@type"].as_str().unwrap().to_owned());
        let address = &node["address"];
        assert!(
            node["name"].is_string() && node["url"].is_string() && address["addressLocality"].is_string(),
            "{path}"
        );
        assert_eq!(address["addressCountry"], "ID", "{path}");
        assert_eq!(address["streetAddress"].as_str(), presence.street.as_deref(), "{path}");
        assert_eq!(node["geo"].is_null(), !welcome || presence.point.is_none(), "{path}");
        if welcome && presence.hours.is_some() {
            assert!(!as_list(&node["openingHoursSpecification"]).is_empty(), "{path}");
            let products = catalog.back.business_products.get(Id::new(0));
            assert!(products.is_empty() || node["priceRange"].is_string(), "{path}");
        }
    }
    assert!(seen.len() >= 3, "the sample shows too few kinds of business: {seen:?}");
}

// Sitemap.

fn sitemap_entries(catalog: &Catalog) -> Vec<sitemap::Entry> {
    let entry = |product: &Product| sitemap::Entry {
        path_id: address::product(product, Language::Id),
        path_en: Some(address::product(product, Language::En)),
        lastmod: product.common.freshness(),
        images: vec!["https://contoh.example/katalog/i/a.jpg?x=1&y=2".to_owned()],
        noindex: false,
    };
    let mut all: Vec<sitemap::Entry> = catalog.products.rows().iter().map(entry).collect();
    all.push(sitemap::Entry { path_id: "/rahasia/".to_owned(), noindex: true, ..sitemap::Entry::default() });
    all
}

/// The rules of sitemap.xsd, and those of the two extensions that we use.
fn check_urlset(text: &str) -> Vec<String> {
    const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
    let document = roxmltree::Document::parse(text).unwrap();
    let root = document.root_element();
    assert_eq!((root.tag_name().name(), root.tag_name().namespace()), ("urlset", Some(SITEMAP)));
    let mut found = Vec::new();
    for url in root.children().filter(roxmltree::Node::is_element) {
        assert_eq!(url.tag_name().name(), "url");
        let names: Vec<&str> =
            url.children().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
        assert_eq!(names.first(), Some(&"loc"), "the address comes first");
        assert!(names.iter().filter(|name| **name == "lastmod").count() <= 1);
        for node in url.children().filter(roxmltree::Node::is_element) {
            match (node.tag_name().name(), node.tag_name().namespace()) {
                ("loc", Some(SITEMAP)) => {
                    let text = node.text().unwrap();
                    assert!(text.chars().count() <= 2_048 && url::Url::parse(text).is_ok(), "{text}");
                    found.push(text.to_owned());
                }
                ("lastmod", Some(SITEMAP)) => assert!(Date::parse_iso(node.text().unwrap()).is_some()),
                ("link", Some("http://www.w3.org/1999/xhtml")) => {
                    assert_eq!(node.attribute("rel"), Some("alternate"));
                    assert!(matches!(node.attribute("hreflang"), Some("id" | "en" | "x-default")));
                    assert!(url::Url::parse(node.attribute("href").unwrap()).is_ok());
                }
                ("image", Some("http://www.google.com/schemas/sitemap-image/1.1")) => {
                    let place = node.children().find(roxmltree::Node::is_element).unwrap();
                    assert_eq!(place.tag_name().name(), "loc");
                    assert!(url::Url::parse(place.text().unwrap()).is_ok());
                }
                other => panic!("{other:?} has no place in a sitemap"),
            }
        }
    }
    found
}

#[test]
fn the_sitemap_keeps_the_schema_and_both_languages_point_at_each_other() {
    let (catalog, site) = &*REAL;
    let parts = sitemap::sitemap(site, &sitemap_entries(catalog));
    assert_eq!(parts.len(), 1);
    let addresses = check_urlset(&parts[0].1);
    assert_eq!(addresses.len(), catalog.products.len() * 2);
    assert!(addresses.iter().all(|address| address.starts_with("https://contoh.example/katalog/")));
    assert!(!parts[0].1.contains("rahasia"), "what is not to be found is listed");
    let document = roxmltree::Document::parse(&parts[0].1).unwrap();
    for url in document.root_element().children().filter(roxmltree::Node::is_element) {
        let own = url
            .children()
            .find(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
            .unwrap();
        let others: Vec<&str> = url.children().filter_map(|node| node.attribute("href")).collect();
        assert!(others.contains(&own.text().unwrap()), "a page must list itself among its languages");
        assert_eq!(others.len(), 3);
    }
}

#[test]
fn fifty_thousand_addresses_fill_a_sitemap_and_more_make_an_index() {
    let (_, site) = &*REAL;
    let entries: Vec<sitemap::Entry> = (0..50_001)
        .map(|at| sitemap::Entry { path_id: format!("/produk/p-{at}/"), ..sitemap::Entry::default() })
        .collect();
    assert_eq!(sitemap::sitemap(site, &entries[..50_000]).len(), 1);
    let parts = sitemap::sitemap(site, &entries);
    assert_eq!(parts.len(), 3);
    let index = roxmltree::Document::parse(&parts[0].1).unwrap();
    let places: Vec<&str> =
        index.descendants().filter(|node| node.tag_name().name() == "loc").filter_map(|node| node.text()).collect();
    let expected: Vec<String> = parts[1..].iter().map(|(path, _)| site.base.absolute(path)).collect();
    assert_eq!(places, expected);
    let total: usize = parts[1..].iter().map(|(_, text)| check_urlset(text).len()).sum();
    assert_eq!(total, 50_001);
    assert!(sitemap::sitemap(site, &[]).is_empty(), "the format has no empty sitemap");
}

// Feeds and calendars.

#[test]
fn feeds_of_hostile_entries_are_atom_and_give_the_texts_back() {
    let (catalog, site) = &*POISONED;
    for language in Language::ALL {
        for kind in FeedKind::ALL {
            let text = feed::feed(kind, catalog, site, language, today());
            let feed = text.parse::<atom_syndication::Feed>().unwrap_or_else(|error| panic!("{kind:?}: {error}"));
            assert!(!feed.entries().is_empty(), "{kind:?}");
            assert_eq!(
                feed.links().iter().find(|link| link.rel() == "self").unwrap().href(),
                site.base.absolute(&kind.path(language))
            );
            let name = as_xml(&language.pick(text_of(Language::Id), text_of(Language::En)));
            let mut ids = BTreeSet::new();
            for entry in feed.entries() {
                assert_eq!(entry.title().value, name);
                assert!(ids.insert(entry.id().to_owned()), "two entries with one id");
                assert!(url::Url::parse(entry.id()).is_ok());
                assert!(entry.published().is_some_and(|published| *published <= *entry.updated()));
                let content = entry.content().and_then(|content| content.value()).unwrap();
                assert!(content.contains("href=\"https://contoh.example/katalog/produk/\""), "{content}");
            }
            let days: Vec<_> = feed.entries().iter().map(|entry| *entry.published().unwrap()).collect();
            assert!(days.windows(2).all(|pair| pair[0] >= pair[1]), "the newest does not come first");
            assert!(feed.updated() >= feed.entries().iter().map(atom_syndication::Entry::updated).max().unwrap());
        }
    }
}

fn text_of(language: Language) -> String {
    both().text(language).to_owned()
}

#[test]
fn feeds_do_not_change_with_the_day() {
    let (catalog, site) = &*REAL;
    for kind in FeedKind::ALL {
        let later = feed::feed(kind, catalog, site, Language::Id, today().plus_days(30));
        assert_eq!(feed::feed(kind, catalog, site, Language::Id, today()), later, "{kind:?}");
    }
}

/// Undoes the escaping of a TEXT value.
fn unescape(value: &str) -> String {
    let mut out = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(sign) => out.push(sign),
                None => {}
            },
            sign => out.push(sign),
        }
    }
    out
}

fn check_lines(text: &str) {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "a line does not end in CRLF");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
}

/// The hostile text as a calendar gives it back: control characters have no place there.
fn as_line(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|sign| !sign.is_control() || *sign == '\n').collect()
}

#[test]
fn calendars_of_hostile_events_parse_and_hold_one_entry_for_each_event() {
    let (catalog, site) = &*POISONED;
    for language in Language::ALL {
        let text = calendar::all(catalog, site, language, today());
        check_lines(&text);
        let calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).collect::<Result<_, _>>().unwrap();
        assert_eq!(calendars.len(), 1);
        let zone = &calendars[0].timezones[0];
        assert_eq!(zone.properties[0].value.as_deref(), Some("Asia/Jakarta"));
        assert_eq!(calendars[0].events.len(), catalog.events.len());
        let mut ids = BTreeSet::new();
        for event in &calendars[0].events {
            let get = |name: &str| {
                let property = event.properties.iter().find(|property| property.name == name);
                property.and_then(|property| property.value.clone()).unwrap_or_else(|| panic!("no {name}"))
            };
            let summary = unescape(&get("SUMMARY"));
            assert!(summary.ends_with(&as_line(&text_of(language))), "{summary:?}");
            assert!(ids.insert(get("UID")), "two events with one UID");
            assert!(url::Url::parse(&get("URL")).is_ok());
            for name in ["DTSTAMP", "DTSTART", "DESCRIPTION", "STATUS"] {
                get(name);
            }
            let start = event.properties.iter().find(|property| property.name == "DTSTART").unwrap();
            let zone = start.params.as_ref().unwrap().iter().find(|(name, _)| name == "TZID").unwrap();
            assert_eq!(zone.1, ["Asia/Jakarta"]);
        }
    }
    for (id, event) in catalog.events.iter() {
        let text = calendar::one(catalog, site, Language::Id, today(), id);
        let parsed = ical::IcalParser::new(text.as_bytes()).next().unwrap().unwrap();
        assert_eq!(parsed.events.len(), 1);
        let local = event.facts.start.iso().replace(['-', ':'], "");
        assert!(text.contains(&format!("DTSTART;TZID=Asia/Jakarta:{}\r\n", &local[..15])), "{text}");
    }
}

#[test]
fn contact_cards_hold_what_was_allowed_and_a_sample_has_none() {
    let (catalog, site) = &*POISONED;
    let mut cards = 0;
    for (id, business) in catalog.businesses.iter() {
        let presence = &business.facts.presence;
        let reachable = presence.whatsapp.is_some() || presence.telephone.is_some() || presence.email.is_some();
        let card = vcard::business(catalog, site, id);
        assert_eq!(card.is_some(), reachable, "{}", business.common.slug);
        assert!(vcard::business(&SAMPLE.0, &SAMPLE.1, id).is_none(), "a sample number could belong to somebody");
        let Some(card) = card else { continue };
        check_lines(&card);
        let parsed: Vec<_> = ical::VcardParser::new(card.as_bytes()).collect::<Result<_, _>>().unwrap();
        assert_eq!(parsed.len(), 1);
        let get = |name: &str| {
            parsed[0].properties.iter().find(|property| property.name == name).and_then(|p| p.value.clone())
        };
        assert!(unescape(&get("FN").unwrap()).contains(&as_line(HOSTILE)));
        if let Some(phone) = &presence.whatsapp {
            assert_eq!(get("TEL").unwrap(), format!("+{}", phone.digits()));
        }
        cards += 1;
    }
    assert!(cards > 0);
    assert!(vcard::office(&SAMPLE.1).is_none());
    assert!(vcard::office(site).is_some());
}

// Open data and channels.

fn no_picture(_: Kind, _: usize) -> Option<String> {
    None
}

#[test]
fn open_data_of_hostile_entries_is_the_same_in_csv_and_json() {
    let (catalog, site) = &*POISONED;
    let tables = open_data::tables(catalog, site, today(), &no_picture);
    let package: Value = serde_json::from_str(&open_data::data_package(&tables, site, today())).unwrap();
    assert_eq!(package["licenses"][0]["name"], files::LICENCE.name);
    for (at, table) in tables.iter().enumerate() {
        let bytes = table.csv().unwrap();
        let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(bytes.as_slice());
        let header: Vec<String> = reader.headers().unwrap().iter().map(ToOwned::to_owned).collect();
        let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        let json: Value = serde_json::from_slice(&table.json(site, today()).unwrap()).unwrap();
        let rows = json["baris"].as_array().unwrap();
        assert!(!rows.is_empty() && rows.len() == records.len(), "{}", table.name());
        let fields = package["resources"][at]["schema"]["fields"].as_array().unwrap();
        let described: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(header, described, "{}: described otherwise than written", table.name());
        for (record, row) in records.iter().zip(rows) {
            for (name, cell) in header.iter().zip(record) {
                let expected = match &row[name.as_str()] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    Value::Array(items) => {
                        items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(" | ")
                    }
                    other => other.to_string(),
                };
                assert_eq!(cell, expected, "{}.{name}", table.name());
            }
        }
        let mut ids: Vec<&str> = records.iter().map(|record| &record[0]).collect();
        ids.dedup();
        assert_eq!(ids.len(), records.len(), "{}: an id twice", table.name());
    }
}

#[test]
fn open_data_holds_no_contact_no_street_and_no_point() {
    let (catalog, site) = &*REAL;
    let tables = open_data::tables(catalog, site, today(), &no_picture);
    let all: String = tables
        .iter()
        .map(|table| {
            String::from_utf8(table.csv().unwrap()).unwrap()
                + &String::from_utf8(table.json(site, today()).unwrap()).unwrap()
        })
        .collect();
    let presences = catalog.businesses.rows().iter().map(|row| &row.facts.presence);
    let mut checked = 0;
    for presence in presences.chain(catalog.cooperatives.rows().iter().map(|row| &row.facts.presence)) {
        let phones = [&presence.whatsapp, &presence.telephone].into_iter().flatten();
        let mut private: Vec<String> =
            phones.flat_map(|phone| [phone.digits().to_owned(), phone.display(Language::Id)]).collect();
        private.extend(
            presence.email.clone().into_iter().chain(presence.street.clone()).chain(presence.directions.clone()),
        );
        private.extend(presence.point.map(|point| point.latitude()));
        for value in private {
            checked += 1;
            assert!(!all.contains(&value), "{value} stands in the open data");
        }
    }
    for owner in catalog.businesses.rows().iter().filter_map(|row| row.facts.owner.as_ref()) {
        assert!(!all.contains(owner.as_str()), "{owner} stands in the open data");
    }
    assert!(checked > 10);
}

#[test]
fn open_data_of_a_sample_holds_no_permit_number() {
    let (catalog, site) = &*SAMPLE;
    let tables = open_data::tables(catalog, site, today(), &no_picture);
    let all: String =
        tables.iter().map(|table| String::from_utf8(table.json(site, today()).unwrap()).unwrap()).collect();
    let numbers =
        catalog.products.rows().iter().flat_map(|row| &row.facts.proofs).filter_map(|proof| proof.number.as_deref());
    let mut checked = 0;
    for number in numbers {
        checked += 1;
        assert!(!all.contains(number), "{number}");
    }
    assert!(checked > 5);
}

#[test]
fn the_documentation_of_the_data_names_every_column_that_is_written() {
    let (catalog, site) = &*REAL;
    for language in Language::ALL {
        let documented = open_data::documentation(language);
        for (table, filled) in documented.iter().zip(open_data::tables(catalog, site, today(), &no_picture)) {
            let html = open_data::documentation_html(table, site, language);
            let tidy = format!("<x>{}</x>", html.replace(" download>", ">"));
            let document = roxmltree::Document::parse(&tidy).unwrap();
            let names: Vec<&str> = document
                .descendants()
                .filter(|node| node.has_tag_name("code"))
                .filter_map(|node| node.text())
                .collect();
            let bytes = filled.csv().unwrap();
            let header = csv::Reader::from_reader(bytes.as_slice()).headers().unwrap().clone();
            assert_eq!(names, header.iter().collect::<Vec<_>>(), "{}", table.name);
            let links: Vec<&str> = document.descendants().filter_map(|node| node.attribute("href")).collect();
            assert_eq!(
                links,
                [format!("/katalog/data/{}.csv", table.name), format!("/katalog/data/{}.json", table.name)]
            );
        }
    }
}

fn picture(id: Id<Product>) -> Vec<String> {
    (0..id.index() % 3).map(|at| format!("https://contoh.example/katalog/i/{}-{at}.jpg?a=1&b=2", id.index())).collect()
}

#[test]
fn channel_feeds_of_hostile_entries_parse_and_hold_only_what_can_be_sold() {
    const G: &str = "http://base.google.com/ns/1.0";
    let (catalog, site) = &*POISONED;
    let text = channels::google(catalog, site, today(), &picture).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let items: Vec<_> = document.descendants().filter(|node| node.has_tag_name("item")).collect();
    assert!(!items.is_empty());
    for item in &items {
        let get = |name: &str| item.children().find(|node| node.has_tag_name((G, name))).and_then(|node| node.text());
        for name in ["id", "title", "description", "link", "image_link", "availability", "price", "condition", "brand"]
        {
            assert!(get(name).is_some_and(|text| !text.is_empty()), "{name}");
        }
        let (price, currency) = get("price").unwrap().split_once(' ').unwrap();
        assert!(price.parse::<u64>().is_ok() && currency == "IDR");
        assert!(get("title").unwrap().chars().count() <= 150);
        let states = ["in_stock", "out_of_stock", "preorder", "backorder"];
        assert!(states.contains(&get("availability").unwrap()));
        let waits = matches!(get("availability"), Some("preorder" | "backorder"));
        assert_eq!(get("availability_date").is_some(), waits, "a date where, and only where, one has to wait");
    }
    let bytes = channels::meta(catalog, site, today(), &picture).unwrap().unwrap();
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(bytes.as_slice());
    let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(records.len(), items.len());
    assert!(records.iter().all(|record| url::Url::parse(&record[7]).is_ok() && url::Url::parse(&record[8]).is_ok()));
    assert!(channels::google(&SAMPLE.0, &SAMPLE.1, today(), &picture).is_none(), "a sample must not be on sale");
    assert!(channels::meta(&SAMPLE.0, &SAMPLE.1, today(), &picture).unwrap().is_none());
}

// Small files.

#[test]
fn small_files_of_a_hostile_site_stay_well_formed() {
    let (catalog, site) = &*POISONED;
    for language in Language::ALL {
        let text = opensearch::opensearch(site, language, Some("https://contoh.example/a.png?a&b"));
        let document = roxmltree::Document::parse(&text).unwrap();
        let short = document.descendants().find(|node| node.tag_name().name() == "ShortName").unwrap();
        assert!(short.text().unwrap().chars().count() <= 16);
        let template = document.descendants().find_map(|node| node.attribute("template")).unwrap();
        assert!(template.starts_with("https://contoh.example/katalog/") && template.ends_with("?q={searchTerms}"));

        let look = manifest::Look {
            background: "#fff".to_owned(),
            theme: "#000".to_owned(),
            display: "standalone".to_owned(),
            icons: vec![manifest::Icon {
                href: "/katalog/aset/i.png".to_owned(),
                size: Some(192),
                mime: "image/png".to_owned(),
                maskable: true,
            }],
            shortcuts: vec![(Fixed::Search, text_of(language))],
        };
        let manifest: Value = serde_json::from_str(&manifest::manifest(site, language, HOSTILE, &look)).unwrap();
        assert_eq!(manifest["name"], text_of(language).as_str());
        assert_eq!(manifest["scope"], "/katalog/");
        assert!(manifest["start_url"].as_str().unwrap().starts_with("/katalog/"));
        assert_eq!(manifest["icons"].as_array().unwrap().len(), 2);

        let guide = llms::llms(catalog, site, language);
        let titles: Vec<&str> = guide.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(
            titles.iter().filter(|line| line.starts_with("# ")).count(),
            1,
            "a text became a heading: {titles:?}"
        );
        assert!(!guide.contains("BEGIN:VEVENT\n") && !guide.contains("[x](y)"));
    }
    let robots = robots::robots(site);
    assert!(
        robots.contains("Sitemap: https://contoh.example/katalog/sitemap.xml\n") && !robots.contains("Disallow: /")
    );
}

// Hosts.

fn redirects() -> Vec<Redirect> {
    let place = etalase::diagnostic::Place::whole("content/produk/baru.md");
    vec![Redirect { from: "/produk/lama/".to_owned(), to: "/produk/baru/".to_owned(), place }]
}

const LAYOUT: host::Layout<'static> = host::Layout {
    hashed: &["/aset/", "/i/"],
    brief: &["/indeks.bin"],
    worker: Some("/sw.js"),
    editor: None,
    compressed: true,
};

#[test]
fn no_header_is_given_by_two_rules_that_match_the_same_file() {
    let (_, site) = &*REAL;
    let policy = "default-src 'self'; style-src 'unsafe-inline'";
    let text = host::headers(site, &host::Layout { editor: Some(policy), ..LAYOUT });
    let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut taken_off: Vec<(&str, &str)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(header) if header.starts_with("! ") => {
                taken_off.push((rules.last().unwrap().0, header.trim_start_matches("! ")));
            }
            Some(header) => {
                let (name, value) = header.split_once(": ").unwrap();
                assert!(!value.is_empty() && line.len() < 2_000);
                rules.last_mut().unwrap().1.push(name);
            }
            None => rules.push((line, Vec::new())),
        }
    }
    assert!(rules.len() <= 100, "Cloudflare reads 100 rules");
    let matches = |rule: &str, path: &str| rule.strip_suffix('*').map_or(rule == path, |start| path.starts_with(start));
    for (path, _) in rules.iter().filter(|(path, _)| *path != "/*") {
        assert!(path.starts_with("/katalog/"), "{path}");
        // What a rule takes off first is not given by the one for all files.
        let matching = rules.iter().filter(|(rule, _)| matches(rule, path));
        let given = matching.flat_map(|(rule, names)| names.iter().map(move |name| (*rule, *name)));
        let stays = |(rule, name): &(&str, &str)| *rule != "/*" || !taken_off.contains(&(*path, *name));
        let names: Vec<&str> = given.filter(stays).map(|(_, name)| name).collect();
        let single: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(single.len(), names.len(), "{path}: {names:?}");
    }
    let admin = rules.iter().find(|(path, _)| *path == "/katalog/admin/*").unwrap();
    assert_eq!(admin.1, ["Content-Security-Policy", "Cross-Origin-Opener-Policy"]);
    assert!(admin.1.iter().all(|name| taken_off.contains(&(admin.0, name))), "{taken_off:?}");
    assert!(text.contains(&format!("  Content-Security-Policy: {policy}\n")));
    assert!(!host::headers(site, &LAYOUT).contains("admin"));
    let all = &rules[0].1;
    for name in [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Strict-Transport-Security",
    ] {
        assert!(all.contains(&name), "{name}");
    }
    assert!(!all.contains(&"X-Robots-Tag") && host::headers(&SAMPLE.1, &LAYOUT).contains("X-Robots-Tag: noindex"));
}

#[test]
fn the_start_of_the_search_index_is_never_kept_for_a_year() {
    let (_, site) = &*REAL;
    let rule = host::headers(site, &LAYOUT);
    assert!(rule.contains("\n/katalog/indeks.bin\n  Cache-Control: public, max-age=300\n"), "{rule}");
    let apache = host::htaccess(site, &redirects(), &LAYOUT);
    assert!(apache.contains("SetEnvIf Request_URI \"^/katalog/indeks\\.bin$\" ETALASE_SEBENTAR"), "{apache}");
    assert!(apache.contains("Header set Cache-Control \"public, max-age=300\" env=ETALASE_SEBENTAR"));
    let nginx = host::nginx(site, &redirects(), &LAYOUT);
    let block = nginx.split("location = /katalog/indeks.bin {").nth(1).and_then(|rest| rest.split('}').next());
    assert!(block.is_some_and(|block| block.contains("max-age=300") && !block.contains("immutable")), "{nginx}");
}

#[test]
fn the_content_policy_allows_no_foreign_and_no_inline_code() {
    let text = host::headers(&REAL.1, &LAYOUT);
    let policy = text.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: ")).unwrap();
    assert!(
        policy.contains("default-src 'self'")
            && policy.contains("frame-ancestors 'none'")
            && policy.contains("object-src 'none'")
    );
    assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("script-src"));
}

#[test]
fn redirects_and_error_pages_stand_below_the_base_path_on_every_host() {
    let (_, site) = &*REAL;
    let list = host::redirects(site, &redirects());
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = line.split(' ').collect();
        assert_eq!(parts.len(), 3, "{line}");
        assert!(parts[0].starts_with("/katalog/") && parts[1].starts_with("/katalog/"), "{line}");
    }
    assert!(
        list.contains(
            "/katalog/produk/lama/ /katalog/produk/baru/ 301\n/katalog/produk/lama /katalog/produk/baru/ 301\n"
        )
    );
    let apache = host::htaccess(site, &redirects(), &LAYOUT);
    assert!(apache.contains("ErrorDocument 404 /katalog/404.html\n") && apache.contains("RewriteBase /katalog/\n"));
    assert!(apache.contains("RewriteRule \"^produk/lama/?$\" \"/katalog/produk/baru/\" [R=301,L]"));
    assert_eq!(apache.matches("<IfModule").count(), apache.matches("</IfModule>").count());
    assert_eq!(apache.matches("<FilesMatch").count(), apache.matches("</FilesMatch>").count());
    assert!(host::htaccess_english(site).unwrap().contains("ErrorDocument 404 /katalog/en/404.html\n"));
    let nginx = host::nginx(site, &redirects(), &LAYOUT);
    assert_eq!(
        nginx.lines().filter(|line| !line.starts_with('#')).map(|line| line.matches('{').count()).sum::<usize>(),
        nginx.lines().filter(|line| !line.starts_with('#')).map(|line| line.matches('}').count()).sum::<usize>()
    );
    assert!(nginx.contains("location = /katalog/produk/lama { return 301 /katalog/produk/baru/; }"));
}

#[test]
fn security_txt_has_a_contact_and_ends_within_a_year() {
    let text = host::security(&REAL.1, today());
    assert!(text.lines().filter(|line| line.starts_with("Contact: ")).all(|line| line[9..].contains(':')));
    let expires = text.lines().find_map(|line| line.strip_prefix("Expires: ")).unwrap();
    let day = Date::parse_iso(&expires[..10]).unwrap();
    assert!((1..365).contains(&today().days_until(day)));
    assert!(text.contains("Canonical: https://contoh.example/katalog/.well-known/security.txt\n"));
}

#[test]
fn withdrawn_entries_are_listed_for_the_operator_without_a_name() {
    let (catalog, site) = &*REAL;
    assert!(!catalog.withdrawn.is_empty(), "the sample has no withdrawn entry any more");
    let text = host::withdrawn(catalog, site).unwrap();
    assert_eq!(text.lines().count(), catalog.withdrawn.len() * site.languages.len());
    assert!(text.lines().all(|line| line.starts_with("https://contoh.example/katalog/")));
}

// Share cards.

#[test]
fn share_cards_have_one_size_stay_small_and_survive_any_text() {
    let title = include_bytes!("../../themes/etalase/assets/font/judul.ttf");
    let text = include_bytes!("../../themes/etalase/assets/font/teks.ttf");
    let fonts = share::Fonts::new(title, text).unwrap();
    let long = "Satukatayangpanjangsekalitanpaspasidanmasihlebihpanjanglagi ".repeat(4);
    for title in [HOSTILE, "", "مرحبا", "🌶️", &long] {
        let card = share::ShareCard {
            title,
            kicker: title,
            price: Some(title),
            maker: Some(title),
            site_name: title,
            ..share::ShareCard::default()
        };
        let bytes = share::card(&card, &fonts).unwrap();
        let facts = etalase::picture::inspect(&bytes, &etalase::picture::Limits::default()).unwrap();
        assert_eq!((facts.width, facts.height), (1200, 630));
        assert!(bytes.len() <= 100_000, "{} bytes", bytes.len());
        assert_eq!(bytes, share::card(&card, &fonts).unwrap(), "the same card, other bytes");
    }
    assert!(
        share::card(&share::ShareCard { photo: Some(b"bukan foto"), ..share::ShareCard::default() }, &fonts).is_err()
    );
}
