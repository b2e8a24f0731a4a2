//! Feeds for shopping platforms: Google Merchant Center (RSS 2.0) and the catalogues of Meta and WhatsApp (CSV). Only
//! goods with a price and a picture, which is what both platforms ask for. None on a sample site.

use crate::bahasa::{Language, excerpt};
use crate::config::Site;
use crate::model::{Catalog, CategoryRule, Id, Product, Seller, Status, Stock};
use crate::plan::address;
use crate::xml::Xml;

/// Longest title and description that both platforms take.
const TITLE_MAX: usize = 150;
const DESCRIPTION_MAX: usize = 5_000;
/// Pictures besides the main one.
const MORE_PICTURES_MAX: usize = 10;

/// One product as the platforms want it.
struct Offer<'a> {
    id: &'a str,
    title: String,
    description: String,
    link: String,
    pictures: Vec<String>,
    price: u64,
    before: Option<u64>,
    availability: &'static str,
    ready: Option<String>,
    maker: &'a str,
    category: String,
    weight: Option<u32>,
}

/// Absolute addresses of a product's pictures (JPEG or PNG), the main one first.
pub type Pictures<'a> = dyn Fn(Id<Product>) -> Vec<String> + 'a;

/// The feed for Google Merchant Center.
pub fn google(catalog: &Catalog, site: &Site, today: crate::model::Date, pictures: &Pictures<'_>) -> Option<String> {
    if site.sample {
        return None;
    }
    let mut xml = Xml::new();
    xml.open("rss", &[("version", "2.0"), ("xmlns:g", "http://base.google.com/ns/1.0")]);
    xml.open("channel", &[]);
    xml.leaf("title", &[], &site.name.id);
    xml.leaf("link", &[], &site.base.absolute("/"));
    xml.leaf("description", &[], &site.tagline.id);
    for offer in offers(catalog, site, today, pictures) {
        item(&mut xml, &offer);
    }
    Some(xml.finish())
}

fn item(xml: &mut Xml, offer: &Offer<'_>) {
    xml.open("item", &[]);
    xml.leaf("g:id", &[], offer.id);
    xml.leaf("g:title", &[], &offer.title);
    xml.leaf("g:description", &[], &offer.description);
    xml.leaf("g:link", &[], &offer.link);
    let mut pictures = offer.pictures.iter();
    xml.maybe("g:image_link", pictures.next().map(String::as_str));
    pictures.take(MORE_PICTURES_MAX).for_each(|picture| xml.leaf("g:additional_image_link", &[], picture));
    xml.leaf("g:availability", &[], offer.availability);
    xml.maybe("g:availability_date", offer.ready.as_deref());
    match offer.before {
        Some(before) => {
            xml.leaf("g:price", &[], &money(before));
            xml.leaf("g:sale_price", &[], &money(offer.price));
        }
        None => xml.leaf("g:price", &[], &money(offer.price)),
    }
    xml.leaf("g:condition", &[], "new");
    xml.leaf("g:brand", &[], offer.maker);
    // Hand-made goods have no GTIN and no part number.
    xml.leaf("g:identifier_exists", &[], "no");
    xml.leaf("g:product_type", &[], &offer.category);
    xml.maybe("g:shipping_weight", offer.weight.map(|grams| format!("{grams} g")).as_deref());
    xml.close();
}

/// The catalogue for Meta and WhatsApp.
///
/// # Errors
/// Only those of the writer, which writes to memory.
pub fn meta(
    catalog: &Catalog,
    site: &Site,
    today: crate::model::Date,
    pictures: &Pictures<'_>,
) -> Result<Option<Vec<u8>>, csv::Error> {
    if site.sample {
        return Ok(None);
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record([
        "id",
        "title",
        "description",
        "availability",
        "condition",
        "price",
        "sale_price",
        "link",
        "image_link",
        "additional_image_link",
        "brand",
        "product_type",
    ])?;
    for offer in offers(catalog, site, today, pictures) {
        let (price, sale) = match offer.before {
            Some(before) => (money(before), money(offer.price)),
            None => (money(offer.price), String::new()),
        };
        let more: Vec<&str> = offer.pictures.iter().skip(1).take(MORE_PICTURES_MAX).map(String::as_str).collect();
        let availability = meta_availability(offer.availability);
        let first = offer.pictures.first().map_or("", String::as_str);
        writer.write_record([
            offer.id,
            offer.title.as_str(),
            offer.description.as_str(),
            availability,
            "new",
            price.as_str(),
            sale.as_str(),
            offer.link.as_str(),
            first,
            more.join(",").as_str(),
            offer.maker,
            offer.category.as_str(),
        ])?;
    }
    writer.into_inner().map(Some).map_err(|error| csv::Error::from(error.into_error()))
}

/// Google's word as Meta writes it.
fn meta_availability(word: &str) -> &'static str {
    match word {
        "in_stock" => "in stock",
        "out_of_stock" => "out of stock",
        "preorder" => "preorder",
        _ => "available for order",
    }
}

/// Everything that may be on sale elsewhere: listed goods (services have no place there) with a picture and a price
/// that is one number. A price "from" is not the price of anything.
fn offers<'a>(catalog: &'a Catalog, site: &Site, today: crate::model::Date, pictures: &Pictures<'_>) -> Vec<Offer<'a>> {
    let mut all: Vec<Offer<'a>> = catalog
        .products
        .iter()
        .filter_map(|(id, product)| offer(catalog, site, today, pictures(id), product))
        .collect();
    all.sort_by(|a, b| a.id.cmp(b.id));
    all
}

fn offer<'a>(
    catalog: &'a Catalog,
    site: &Site,
    today: crate::model::Date,
    pictures: Vec<String>,
    product: &'a Product,
) -> Option<Offer<'a>> {
    let facts = &product.facts;
    let crate::model::Price::Exact(price) = facts.price else { return None };
    let category = catalog.categories.get(facts.category);
    let top = catalog.categories.get(catalog.top_category(facts.category));
    let is_service = catalog.categories.rule_of(facts.category) == Some(CategoryRule::Service);
    let gone = matches!(facts.stock, Stock::Discontinued);
    if pictures.is_empty() || is_service || gone || product.common.status != Status::Published {
        return None;
    }
    let maker = match product.links.seller {
        Seller::Business(id) => &catalog.businesses.get(id).common.name.id,
        Seller::Cooperative(id) => &catalog.cooperatives.get(id).common.name.id,
    };
    let summary = product.common.summary.as_ref().map(|summary| summary.id.clone());
    let body = product.common.body.id.plain.trim();
    let description = [summary, (!body.is_empty()).then(|| body.to_owned())];
    let description = description.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    let description = if description.is_empty() { product.common.name.id.clone() } else { description };
    let promotion = facts.promotion.filter(|promotion| promotion.until >= today && promotion.before > price);
    let (availability, ready) = availability(&facts.stock, today);
    let own = category.name.id.as_str();
    Some(Offer {
        id: &product.common.slug,
        title: excerpt(&product.common.name.id, TITLE_MAX - 1),
        description: excerpt(&description, DESCRIPTION_MAX - 1),
        link: site.base.absolute(&address::product(product, Language::Id)),
        pictures,
        price,
        before: promotion.map(|promotion| promotion.before),
        availability,
        ready,
        maker,
        category: if category.parent.is_some() { format!("{} > {own}", top.name.id) } else { own.to_owned() },
        weight: facts.weight_g,
    })
}

/// `45000 IDR`: no separators, since a point would be a fraction to them.
fn money(rupiah: u64) -> String {
    format!("{rupiah} IDR")
}

/// The word of both platforms, and the day on which an order placed today would be ready.
fn availability(stock: &Stock, today: crate::model::Date) -> (&'static str, Option<String>) {
    let on = |days: &crate::model::Days| Some(format!("{}T00:00+0700", today.plus_days(i32::from(days.most))));
    match stock {
        Stock::Ready | Stock::Limited => ("in_stock", None),
        Stock::PreOrder(days) => ("preorder", on(days)),
        Stock::MadeToOrder(days) => ("backorder", on(days)),
        Stock::Seasonal(season, days) if season.contains(today.month()) => match days {
            Some(days) => ("backorder", on(days)),
            None => ("in_stock", None),
        },
        Stock::Seasonal(..) | Stock::SoldOut | Stock::Discontinued => ("out_of_stock", None),
    }
}
