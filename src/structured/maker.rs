//! UMKM and cooperatives.

use super::node::{Node, property};
use super::page::{PageKind, opening_hours};
use super::product::{catalogue, price_range};
use super::{Context, Page};
use crate::model::{
    Business, CategoryRule, Cooperative, Id, Kind, Members, OpeningHours, Presence, Seller, SellerId, Status,
};
use crate::schema::tables;

/// The page of a UMKM.
pub fn business(ctx: &Context<'_>, page: &Page<'_>, id: Id<Business>) -> String {
    let business = ctx.catalog.businesses.get(id);
    let facts = &business.facts;
    let presence = &facts.presence;
    let kind = type_of(ctx, business);
    let node = ctx.described(Node::new(kind).id(ctx.seller_id(Seller::Business(id))), &business.common, page);
    let scale = facts.scale.and_then(|scale| ctx.label(tables::business::SCALE, scale));
    let field = facts.field.map(|field| ctx.text(&ctx.catalog.categories.get(field).name));
    let node = node
        .maybe("foundingDate", facts.since.map(|year| format!("{year:04}")))
        .maybe("founder", facts.owner.as_deref().map(|owner| Node::new("Person").set("name", owner)))
        .list("knowsAbout", field)
        .list("identifier", identifiers(facts.business_number.as_deref(), &facts.activity_codes))
        .maybe("memberOf", business.links.cooperative.map(|id| ctx.seller(Seller::Cooperative(id))))
        .list("hasCertification", ctx.certifications(&facts.proofs))
        .list("award", ctx.awards(&facts.proofs));
    let node = located(ctx, node, presence);
    let node = reachable(ctx, node, presence);
    let node = selling(ctx, node, Seller::Business(id));
    let node = node.when(is_place(kind), |node| {
        let node = visited(ctx, node, Seller::Business(id), presence);
        node.list(
            "additionalProperty",
            scale.map(|scale| property(ctx.language.pick("Skala usaha", "Business size"), scale)),
        )
    });
    ctx.graph(page, PageKind::Profile, vec![node])
}

/// A place only when it receives visitors.
fn type_of(ctx: &Context<'_>, business: &Business) -> &'static str {
    let food = business.facts.field.is_some_and(|id| ctx.catalog.categories.rule_of(id) == Some(CategoryRule::Food));
    match business.facts.presence.visits {
        Some("ya") if food => "FoodEstablishment",
        Some("ya") => "Store",
        Some("janji") => "LocalBusiness",
        _ => "Organization",
    }
}

fn is_place(kind: &str) -> bool {
    kind != "Organization"
}

fn identifiers(number: Option<&str>, codes: &[String]) -> Vec<Node> {
    let named = |name: &str, value: &str| Node::new("PropertyValue").set("propertyID", name).set("value", value);
    number.map(|number| named("NIB", number)).into_iter().chain(codes.iter().map(|code| named("KBLI", code))).collect()
}

/// The page of a cooperative.
pub fn cooperative(ctx: &Context<'_>, page: &Page<'_>, id: Id<Cooperative>) -> String {
    let cooperative = ctx.catalog.cooperatives.get(id);
    let facts = &cooperative.facts;
    let visits = facts.presence.visits == Some("ya");
    let types: &[&str] = if visits { &["Cooperative", "LocalBusiness"] } else { &["Cooperative", "Organization"] };
    let node = Node::of_types(types).id(ctx.seller_id(Seller::Cooperative(id)));
    let named = |name: &str, value: &str| Node::new("PropertyValue").set("propertyID", name).set("value", value);
    let legal =
        facts.legal_number.as_deref().map(|number| named(ctx.language.pick("Badan hukum", "Legal entity"), number));
    let registered = facts.registration_number.as_deref().map(|number| named("NIK koperasi", number));
    let officer =
        |(name, role): &(String, String)| Node::new("Person").set("name", name.as_str()).set("jobTitle", role.as_str());
    let listed = |id: &&Id<Business>| ctx.catalog.businesses.get(**id).common.status == Status::Published;
    let members = ctx.catalog.back.cooperative_members.get(id).iter().filter(listed);
    let node = ctx
        .described(node, &cooperative.common, page)
        .maybe("foundingDate", facts.since.map(|year| format!("{year:04}")))
        .list("knowsAbout", ctx.label(tables::cooperative::KIND, facts.kind))
        .list("identifier", legal.into_iter().chain(registered))
        .list("department", ctx.texts(&facts.units).into_iter().map(|name| Node::new("Organization").set("name", name)))
        .list("employee", facts.officers.iter().map(officer))
        .list("member", members.map(|id| ctx.seller(Seller::Business(*id))));
    let node = located(ctx, node, &facts.presence);
    let node = reachable(ctx, node, &facts.presence);
    let node = selling(ctx, node, Seller::Cooperative(id));
    let node = node.when(visits, |node| {
        let node = visited(ctx, node, Seller::Cooperative(id), &facts.presence);
        node.list("additionalProperty", facts.members.as_ref().map(|members| member_count(ctx, members)))
    });
    ctx.graph(page, PageKind::Profile, vec![node])
}

fn member_count(ctx: &Context<'_>, members: &Members) -> Node {
    property(ctx.language.pick("Anggota", "Members"), members.people)
}

/// Address and map point, as exact as the owner allowed.
fn located(ctx: &Context<'_>, node: Node, presence: &Presence) -> Node {
    let village = presence.place.and_then(|place| ctx.catalog.places.village(place));
    let district = presence.place.and_then(|place| ctx.catalog.places.district(place));
    let locality: Vec<&str> =
        [village.map(|village| village.name.as_str()), district.map(|district| district.name.as_str())]
            .into_iter()
            .flatten()
            .collect();
    let postcode = presence.postcode.as_deref().or(village.map(|village| village.postcode.as_str()));
    let address = Node::new("PostalAddress")
        .maybe("streetAddress", presence.street.as_deref())
        .set("addressLocality", locality.join(", "))
        .set("addressRegion", ctx.text(&ctx.site.city))
        .maybe("postalCode", postcode)
        .set("addressCountry", "ID");
    node.set("address", address)
}

/// Contacts, social media and shops; none of them on a sample site, where they could belong to somebody.
fn reachable(ctx: &Context<'_>, node: Node, presence: &Presence) -> Node {
    if ctx.site.sample {
        return node;
    }
    let phone = presence.telephone.as_ref().or(presence.whatsapp.as_ref());
    let links = presence.social.iter().chain(&presence.shops).filter(|link| !link.kind().is_closed());
    let chat = presence.whatsapp.as_ref().map(|phone| {
        Node::new("ContactPoint")
            .set("contactType", "sales")
            .set("telephone", format!("+{}", phone.digits()))
            .set("url", phone.whatsapp_link(""))
            .set("availableLanguage", "id")
    });
    node.maybe("telephone", phone.map(|phone| format!("+{}", phone.digits())))
        .maybe("email", presence.email.as_deref())
        .maybe("contactPoint", chat)
        .list("sameAs", links.map(|link| link.address().to_owned()))
}

/// What is sold there, and where it is sent.
fn selling(ctx: &Context<'_>, node: Node, seller: SellerId) -> Node {
    let (kind, common, presence) = match seller {
        Seller::Business(id) => {
            let business = ctx.catalog.businesses.get(id);
            (Kind::Business, &business.common, &business.facts.presence)
        }
        Seller::Cooperative(id) => {
            let cooperative = ctx.catalog.cooperatives.get(id);
            (Kind::Cooperative, &cooperative.common, &cooperative.facts.presence)
        }
    };
    let everywhere =
        presence.delivery.iter().any(|way| matches!(*way, "seluruh_indonesia" | "ekspedisi" | "luar_negeri"));
    let area = if everywhere { Node::new("Country").set("name", "ID") } else { ctx.city() };
    node.set("areaServed", area).maybe(
        "hasOfferCatalog",
        catalogue(ctx, ctx.part_id(kind, &common.slug, "produk"), &ctx.listed_products(seller)),
    )
}

/// What only a place has: hours, ways to pay, price range, map point.
fn visited(ctx: &Context<'_>, node: Node, seller: SellerId, presence: &Presence) -> Node {
    let mut payment = ctx.labels(tables::business::PAYMENT, &presence.payment);
    if presence.qris && !payment.contains(&"QRIS") {
        payment.push("QRIS");
    }
    let point = presence.point.map(|point| {
        // Numbers as written: a float would show more digits than were given.
        Node::new("GeoCoordinates").set("latitude", point.latitude()).set("longitude", point.longitude())
    });
    node.maybe("geo", point)
        .list("openingHoursSpecification", presence.hours.as_ref().map(hours).unwrap_or_default())
        .set("paymentAccepted", payment.join(", "))
        .set("currenciesAccepted", "IDR")
        .maybe("priceRange", price_range(ctx, &ctx.listed_products(seller)))
}

fn hours(hours: &OpeningHours) -> Vec<Node> {
    opening_hours(hours)
}
