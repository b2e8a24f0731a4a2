//! What a product costs, whether it is to be had, and from whom.

use super::Context;
use super::node::{Node, quantity};
use crate::model::{Days, Price, Product, Stock, Tier, Variant};
use crate::plan::address;

/// All offers of a product; none when the buyer has to ask for the price.
pub(super) fn offers(ctx: &Context<'_>, product: &Product) -> Vec<Node> {
    let facts = &product.facts;
    let mut all = match facts.price {
        Price::Ask => return Vec::new(),
        Price::Exact(price) => vec![single(ctx, product, price)],
        Price::Range(low, high) => vec![aggregate(ctx, product, low).set("highPrice", high)],
        Price::From(low) => vec![aggregate(ctx, product, low)],
    };
    all.extend(facts.tiers.iter().map(|tier| wholesale(ctx, product, tier)));
    all
}

/// The offer of one variant: its own price, else that of the product.
pub(super) fn of_variant(ctx: &Context<'_>, product: &Product, variant: &Variant) -> Option<Node> {
    let offer = match (variant.price, product.facts.price) {
        (Some(price), _) | (None, Price::Exact(price)) => {
            terms(ctx, product, Node::new("Offer").set("price", price).set("priceCurrency", "IDR"))
        }
        (None, Price::Range(low, high)) => aggregate(ctx, product, low).set("highPrice", high),
        (None, Price::From(low)) => aggregate(ctx, product, low),
        (None, Price::Ask) => return None,
    };
    Some(match variant.stock {
        Some(word) => offer.set("availability", availability_of_word(word, &product.facts.stock, ctx)),
        None => offer,
    })
}

fn single(ctx: &Context<'_>, product: &Product, price: u64) -> Node {
    let facts = &product.facts;
    let unit = ctx.catalog.units.get(facts.unit);
    let unit = ctx.language.pick(unit.name.as_str(), unit.en_one.as_str());
    let current =
        Node::new("UnitPriceSpecification").set("price", price).set("priceCurrency", "IDR").set("unitText", unit);
    let promotion = facts.promotion.filter(|promotion| promotion.until >= ctx.today);
    let struck = promotion.map(|promotion| {
        Node::new("UnitPriceSpecification")
            .set("priceType", "https://schema.org/StrikethroughPrice")
            .set("price", promotion.before)
            .set("priceCurrency", "IDR")
    });
    let offer = Node::new("Offer")
        .set("price", price)
        .set("priceCurrency", "IDR")
        .maybe("priceValidUntil", promotion.map(|promotion| promotion.until.to_string()))
        .few("priceSpecification", [Some(current), struck].into_iter().flatten());
    terms(ctx, product, offer)
}

/// A price that is known from below only, or from both sides.
fn aggregate(ctx: &Context<'_>, product: &Product, low: u64) -> Node {
    let offer = Node::new("AggregateOffer").set("lowPrice", low).set("priceCurrency", "IDR").set("offerCount", 1);
    terms(ctx, product, offer)
}

fn wholesale(ctx: &Context<'_>, product: &Product, tier: &Tier) -> Node {
    let offer = Node::new("Offer").set("price", tier.price).set("priceCurrency", "IDR");
    terms(ctx, product, offer).set("eligibleQuantity", Node::new("QuantitativeValue").set("minValue", tier.minimum))
}

/// What holds for every offer of a product.
fn terms(ctx: &Context<'_>, product: &Product, offer: Node) -> Node {
    let facts = &product.facts;
    let least = facts.least_order.filter(|least| *least > 1);
    let is_goods = !super::product::is_service(ctx, product);
    offer
        .set("availability", availability(ctx, &facts.stock))
        .when(is_goods, |offer| offer.set("itemCondition", "https://schema.org/NewCondition"))
        .set("url", ctx.url(&address::product(product, ctx.language)))
        .set("seller", ctx.seller(product.links.seller))
        .set("areaServed", Node::new("Country").set("name", "ID"))
        .maybe("deliveryLeadTime", lead_time(&facts.stock))
        .maybe("eligibleQuantity", least.map(|least| Node::new("QuantitativeValue").set("minValue", least)))
}

fn lead_time(stock: &Stock) -> Option<Node> {
    let days: Days = match stock {
        Stock::PreOrder(days) | Stock::MadeToOrder(days) | Stock::Seasonal(_, Some(days)) => *days,
        _ => return None,
    };
    let node = if days.least == days.most {
        quantity(days.least, "DAY")
    } else {
        Node::new("QuantitativeValue").set("minValue", days.least).set("maxValue", days.most).set("unitCode", "DAY")
    };
    Some(node)
}

/// The word of schema.org for the stock; seasonal goods are in stock in their months only.
fn availability(ctx: &Context<'_>, stock: &Stock) -> &'static str {
    match stock {
        Stock::Ready => "https://schema.org/InStock",
        Stock::Limited => "https://schema.org/LimitedAvailability",
        Stock::PreOrder(_) => "https://schema.org/PreOrder",
        Stock::MadeToOrder(_) => "https://schema.org/MadeToOrder",
        Stock::Seasonal(season, _) if season.contains(ctx.today.month()) => "https://schema.org/InStock",
        Stock::Seasonal(..) | Stock::SoldOut => "https://schema.org/OutOfStock",
        Stock::Discontinued => "https://schema.org/Discontinued",
    }
}

/// The same for the word in a variant.
fn availability_of_word(word: &str, whole: &Stock, ctx: &Context<'_>) -> &'static str {
    match word {
        "siap" => "https://schema.org/InStock",
        "terbatas" => "https://schema.org/LimitedAvailability",
        "po" => "https://schema.org/PreOrder",
        "pesanan" => "https://schema.org/MadeToOrder",
        "habis" => "https://schema.org/OutOfStock",
        "berhenti" => "https://schema.org/Discontinued",
        _ => availability(ctx, whole),
    }
}
