//! Products and services.

use serde_json::Value;

use super::node::{Node, property, quantity};
use super::page::PageKind;
use super::{Context, Page, offer};
use crate::bahasa::Language;
use crate::model::{Category, CategoryRule, Dimensions, Id, Kind, PermitKind, Product, Seller, Variant};
use crate::plan::address;

/// The page of a product.
pub fn product(ctx: &Context<'_>, page: &Page<'_>, id: Id<Product>) -> String {
    let product = ctx.catalog.products.get(id);
    let thing = if is_service(ctx, product) { service(ctx, page, product) } else { goods(ctx, page, product) };
    ctx.graph(page, PageKind::Item, vec![thing])
}

/// Does it lie in a category of services?
pub(super) fn is_service(ctx: &Context<'_>, product: &Product) -> bool {
    ctx.catalog.categories.rule_of(product.facts.category) == Some(CategoryRule::Service)
}

/// `Makanan > Camilan & keripik`.
pub(super) fn category_path(ctx: &Context<'_>, id: Id<Category>) -> String {
    let category = ctx.catalog.categories.get(id);
    let name = ctx.text(&category.name);
    match category.parent {
        Some(parent) => format!("{} > {name}", ctx.text(&ctx.catalog.categories.get(parent).name)),
        None => name.to_owned(),
    }
}

fn service(ctx: &Context<'_>, page: &Page<'_>, product: &Product) -> Node {
    let facts = &product.facts;
    let node = Node::new("Service").id(product_id(ctx, product));
    ctx.described_without_keywords(node, &product.common, page)
        .set("serviceType", ctx.text(&ctx.catalog.categories.get(facts.category).name))
        .set("category", category_path(ctx, facts.category))
        .set("provider", ctx.seller(product.links.seller))
        .set("areaServed", ctx.city())
        .few("offers", offer::offers(ctx, product))
        .list("hasCertification", ctx.certifications(&facts.proofs))
        .list("award", ctx.awards(&facts.proofs))
        .list("isSimilarTo", similar(ctx, product))
        .list("subjectOf", innovations(ctx, product))
}

fn goods(ctx: &Context<'_>, page: &Page<'_>, product: &Product) -> Node {
    let facts = &product.facts;
    let own = |variant: &Variant| variant.price.is_some() || variant.sku.is_some() || variant.photo.is_some();
    let grouped = facts.variants.iter().any(own);
    let node = Node::new(if grouped { "ProductGroup" } else { "Product" }).id(product_id(ctx, product));
    let node = ctx
        .described(node, &product.common, page)
        .set("category", category_path(ctx, facts.category))
        .set("manufacturer", ctx.seller(product.links.seller))
        .set("brand", brand(ctx, product))
        .list("material", ctx.texts(&facts.materials))
        .maybe("color", ctx.maybe_text(&facts.colour))
        .maybe("pattern", ctx.maybe_text(&facts.pattern))
        .set("countryOfOrigin", Node::new("Country").set("name", "ID"))
        .maybe("audience", facts.age.as_ref().and_then(|age| audience(&age.id)))
        .list("hasCertification", ctx.certifications(&facts.proofs))
        .list("award", ctx.awards(&facts.proofs))
        .list("isSimilarTo", similar(ctx, product))
        .list("subjectOf", innovations(ctx, product))
        .list("sameAs", shops(ctx, product))
        .list("additionalProperty", properties(ctx, product));
    let node = measured(node, product, ctx);
    if grouped {
        variants(ctx, page, product, node)
    } else {
        node.maybe("sku", facts.sku.as_deref()).few("offers", offer::offers(ctx, product))
    }
}

fn product_id(ctx: &Context<'_>, product: &Product) -> String {
    ctx.entry_id(Kind::Product, &product.common.slug)
}

/// Small makers have no brand but their own name.
fn brand(ctx: &Context<'_>, product: &Product) -> Node {
    let name = match product.links.seller {
        Seller::Business(id) => &ctx.catalog.businesses.get(id).common.name,
        Seller::Cooperative(id) => &ctx.catalog.cooperatives.get(id).common.name,
    };
    Node::new("Brand").set("name", ctx.text(name))
}

/// Each variant is a product of its own, with its own offer.
fn variants(ctx: &Context<'_>, page: &Page<'_>, product: &Product, group: Node) -> Node {
    let facts = &product.facts;
    let one = |(at, variant): (usize, &Variant)| {
        let axis = variant.axis.as_deref().and_then(axis);
        let node = Node::new("Product")
            .id(format!("{}-{}", product_id(ctx, product), at + 1))
            .set("name", format!("{}: {}", ctx.text(&product.common.name), variant.name))
            .set("isVariantOf", Node::reference(product_id(ctx, product)))
            .maybe("sku", variant.sku.as_deref())
            .list("image", image_of(page, product, variant))
            .few("offers", offer::of_variant(ctx, product, variant));
        match axis {
            Some(axis) => node.set(axis, variant.name.as_str()),
            None => {
                node.list("additionalProperty", [property(option_name(ctx, variant).as_str(), variant.name.as_str())])
            }
        }
    };
    let mut axes: Vec<String> = facts
        .variants
        .iter()
        .map(|variant| {
            let known = variant.axis.as_deref().and_then(axis);
            known.map_or_else(|| option_name(ctx, variant), |axis| format!("https://schema.org/{axis}"))
        })
        .collect();
    axes.dedup();
    group
        .set("productGroupID", facts.sku.clone().unwrap_or_else(|| product.common.slug.to_string()))
        .list("variesBy", axes)
        .list("hasVariant", facts.variants.iter().enumerate().map(one))
}

/// The address of a variant's own photo, else of the product's first.
fn image_of(page: &Page<'_>, product: &Product, variant: &Variant) -> Option<String> {
    let photos = &product.common.photos;
    let own = photos.iter().position(|photo| Some(&photo.path) == variant.photo.as_ref());
    // Where a photo could not be made, addresses and photos do not go together.
    let own = own.filter(|_| page.images.len() == photos.len());
    page.images.get(own.unwrap_or(0)).cloned()
}

/// The property of schema.org that an axis of options speaks of.
fn axis(name: &str) -> Option<&'static str> {
    match name.to_lowercase().as_str() {
        "warna" | "colour" | "color" => Some("color"),
        "ukuran" | "size" => Some("size"),
        "bahan" | "material" => Some("material"),
        "motif" | "pattern" => Some("pattern"),
        _ => None,
    }
}

fn option_name(ctx: &Context<'_>, variant: &Variant) -> String {
    variant.axis.clone().unwrap_or_else(|| ctx.language.pick("Pilihan", "Option").to_owned())
}

/// Weight, size and net content, where they are understood.
fn measured(node: Node, product: &Product, ctx: &Context<'_>) -> Node {
    let facts = &product.facts;
    let size = facts.size.as_ref().map(|size| (ctx.text(size), Dimensions::find(&size.id)));
    let node = node.maybe("weight", facts.weight_g.map(|grams| quantity(grams, "GRM")));
    let content = facts.content.as_deref();
    let node = node.maybe("size", content);
    let Some((text, dimensions)) = size else { return node };
    let node = node.when(content.is_none(), |node| node.set("size", text));
    let Some(dimensions) = dimensions else { return node };
    let code = dimensions.unit().common_code();
    let side = |side: Option<crate::model::Decimal>| {
        side.and_then(|side| side.to_string().parse::<f64>().ok()).map(|side| quantity(side, code))
    };
    node.maybe("width", side(dimensions.width()))
        .maybe("depth", side(dimensions.depth()))
        .maybe("height", side(dimensions.height()))
}

/// `3+` is a child of three or more; `0–12 bulan` is counted in months.
fn audience(age: &str) -> Option<Node> {
    let numbers: Vec<u32> =
        age.split(|sign: char| !sign.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
    let node = Node::new("PeopleAudience");
    let months = age.to_lowercase().contains("bulan");
    match (numbers.as_slice(), months) {
        ([least, most], true) => {
            let span =
                Node::new("QuantitativeValue").set("minValue", *least).set("maxValue", *most).set("unitCode", "MON");
            Some(node.set("suggestedAge", span))
        }
        ([least], true) => Some(
            node.set("suggestedAge", Node::new("QuantitativeValue").set("minValue", *least).set("unitCode", "MON")),
        ),
        ([least, most], false) => Some(node.set("suggestedMinAge", *least).set("suggestedMaxAge", *most)),
        ([least], false) => Some(node.set("suggestedMinAge", *least)),
        _ => None,
    }
}

/// Similar products chosen by hand, else the maker's others in the same category.
fn similar(ctx: &Context<'_>, product: &Product) -> Vec<Node> {
    let listed = |id: &&Id<Product>| ctx.catalog.products.get(**id).common.status == crate::model::Status::Published;
    product.links.similar.iter().filter(listed).map(|id| line(ctx, *id)).collect()
}

/// A product in one line, without a type: to search engines a product without an offer is a mistake.
pub(super) fn line(ctx: &Context<'_>, id: Id<Product>) -> Node {
    let product = ctx.catalog.products.get(id);
    Node::reference(product_id(ctx, product))
        .set("name", ctx.text(&product.common.name))
        .set("url", ctx.url(&address::product(product, ctx.language)))
}

fn innovations(ctx: &Context<'_>, product: &Product) -> Vec<Node> {
    let one = |id: &Id<crate::model::Innovation>| {
        ctx.mention(Kind::Innovation, "CreativeWork", &ctx.catalog.innovations.get(*id).common)
    };
    product.links.innovations.iter().map(one).collect()
}

/// The product's pages on other platforms.
fn shops(ctx: &Context<'_>, product: &Product) -> Vec<String> {
    let open = product.facts.shops.iter().filter(|link| !ctx.site.sample && !link.kind().is_closed());
    open.map(|link| link.address().to_owned()).collect()
}

/// Facts without a property of their own.
fn properties(ctx: &Context<'_>, product: &Product) -> Vec<Node> {
    let facts = &product.facts;
    let mut all: Vec<Node> = Vec::new();
    let mut add = |id: &str, en: &str, value: Value| {
        let empty = value.as_str().is_some_and(|text| text.trim().is_empty());
        if !value.is_null() && !empty {
            all.push(property(ctx.language.pick(id, en), value));
        }
    };
    let text = |text: &Option<crate::model::Bilingual>| Value::from(ctx.maybe_text(text));
    let words = |texts: &[crate::model::Bilingual]| Value::from(ctx.texts(texts).join(", "));
    add("Teknik", "Technique", text(&facts.technique));
    add("Komposisi", "Ingredients", words(&facts.ingredients));
    add("Alergen", "Allergens", words(&facts.allergens));
    add("Masa simpan", "Shelf life", text(&facts.shelf_life));
    add("Cara simpan", "Storage", text(&facts.storage));
    add("Saran saji", "Serving suggestion", text(&facts.serving));
    add("Usia", "Age", text(&facts.age));
    add("Kapasitas produksi", "Production capacity", Value::from(facts.capacity.as_deref()));
    add("Dibuat di", "Made in", Value::from(facts.origin.as_deref()));
    if facts.custom {
        add(
            "Bisa pesan khusus",
            "Custom orders",
            Value::from(ctx.maybe_text(&facts.custom_text).unwrap_or(ctx.language.pick("ya", "yes"))),
        );
    }
    let options: Vec<&str> =
        facts.variants.iter().filter(|variant| variant.price.is_none()).map(|variant| variant.name.as_str()).collect();
    add("Pilihan", "Options", Value::from(options.join(", ")));
    if let Some(export) = &facts.export {
        add("Kode HS", "HS code", Value::from(export.hs_code.as_deref()));
        add("Pesanan ekspor minimum", "Minimum export order", Value::from(export.least.as_deref()));
        add("Waktu siap ekspor", "Export lead time", Value::from(export.lead.as_deref()));
    }
    let tests = facts.proofs.iter().filter(|proof| proof.kind == PermitKind::LabTest && !ctx.site.sample);
    for proof in tests {
        add("Hasil uji", "Test result", Value::from(proof.text.as_deref()));
    }
    all
}

/// The price range of a maker: `Rp18.000–Rp95.000`.
pub(super) fn price_range(ctx: &Context<'_>, ids: &[Id<Product>]) -> Option<String> {
    let prices = || ids.iter().map(|id| ctx.catalog.products.get(*id).facts.price);
    let low = prices().filter_map(|price| price.lowest()).min()?;
    let high = prices().filter_map(|price| price.highest().or(price.lowest())).max()?;
    let show = |amount| crate::bahasa::rupiah(amount, ctx.language);
    Some(if low == high { show(low) } else { format!("{}–{}", show(low), show(high)) })
}

/// A catalogue of offers without the offers: names and addresses only.
pub(super) fn catalogue(ctx: &Context<'_>, id: String, ids: &[Id<Product>]) -> Option<Node> {
    let row = |(at, id): (usize, &Id<Product>)| {
        let product = ctx.catalog.products.get(*id);
        Node::new("ListItem")
            .set("position", at + 1)
            .set("name", ctx.text(&product.common.name))
            .set("url", ctx.url(&address::product(product, ctx.language)))
    };
    let node = Node::new("OfferCatalog")
        .id(id)
        .set("name", ctx.language.pick("Produk", "Products"))
        .set("numberOfItems", ids.len())
        .list("itemListElement", ids.iter().enumerate().map(row));
    (!ids.is_empty()).then_some(node)
}

impl Context<'_> {
    /// `Service` has no keywords.
    fn described_without_keywords(&self, node: Node, common: &crate::model::Common, page: &Page<'_>) -> Node {
        let bare = crate::model::Common { keywords: Vec::new(), ..common.clone() };
        self.described(node, &bare, page)
    }

    /// The products of a maker that are listed.
    pub(super) fn listed_products(&self, seller: crate::model::SellerId) -> Vec<Id<Product>> {
        let listed = |id: &Id<Product>| self.catalog.products.get(*id).common.status == crate::model::Status::Published;
        self.catalog.products_of(seller).iter().copied().filter(listed).collect()
    }

    /// The absolute address of an entry's Indonesian page, with a fragment, for parts of it.
    pub(super) fn part_id(&self, kind: Kind, slug: &str, part: &str) -> String {
        self.id(&address::entry(kind, slug, Language::Id), part)
    }
}
