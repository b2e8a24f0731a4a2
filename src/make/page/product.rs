//! The product page.

use serde_json::json;

use super::desk::Desk;
use super::shared::{self, ContactNeeds, badge};
use crate::bahasa::{group, rupiah};
use crate::model::{Bilingual, Decimal, Exemption, Id, Price, Product, SellerId, Status, Stock, Variant};
use crate::plan::{Fixed, address};
use crate::schema::tables;
use crate::view::block::Figure;
use crate::view::card::CardRow;
use crate::view::product::{
    InnovationNote, Item, Maker, Measured, OptionGroup, OptionValue, Photo, PriceNote, ProductPage, Tier,
};
use crate::view::text::{Fact, Link, Words};

/// Cards in the rows below.
const ROW: usize = 8;

/// Builds the view of a product.
pub fn view(desk: &Desk<'_>, id: Id<Product>) -> ProductPage {
    let product = desk.catalog.products.get(id);
    let (common, facts) = (&product.common, &product.facts);
    let seller = product.links.seller;
    let category = desk.catalog.categories.get(facts.category);
    ProductPage {
        id: common.slug.to_string(),
        name: desk.words(&common.name),
        summary: desk.maybe_words(&common.summary),
        category: Some(Link { label: desk.words(&category.name), url: desk.category_url(facts.category) }),
        badges: shared::product_badges(desk, product, 4),
        gallery: gallery(desk, product),
        price: shared::price(desk, product),
        wholesale: tiers(desk, product),
        minimum: facts.least_order.filter(|least| *least > 1).map(|least| {
            let unit = shared::unit_word(desk.catalog.units.get(facts.unit), u64::from(least), desk.language);
            desk.fill("produk.min", &[("n", &group(u64::from(least), desk.language)), ("satuan", unit)])
        }),
        stock: Some(shared::stock(desk, &facts.stock)),
        options: options(desk, product),
        custom: custom(desk, product),
        contact: contact(desk, product),
        item: item(desk, product),
        proofs: shared::proofs(desk, &facts.proofs),
        proof_note: facts.exemption.map(|reason| exemption(desk, reason)),
        description: desk.prose(&common.body),
        facts: details(desk, product),
        innovations: innovations(desk, product),
        maker: maker(desk, seller),
        more: more(desk, id, seller),
        similar: similar(desk, id),
        collections: collections(desk, id),
        tags: tags(desk, product),
        price_note: price_note(desk, product),
        report_url: format!("{}?dari={}", desk.fixed(Fixed::Report), desk.product_url(product)),
        notice: notice(desk, product),
    }
}

fn notice(desk: &Desk<'_>, product: &Product) -> Option<String> {
    if product.facts.stock == Stock::Discontinued {
        return Some(desk.t("stok.berhenti").to_owned());
    }
    (product.common.status == Status::Archived).then(|| desk.t("pusat.arsip").to_owned())
}

fn gallery(desk: &Desk<'_>, product: &Product) -> Vec<Photo> {
    let all = product.common.photos.len();
    let one = |(at, photo): (usize, &crate::model::Photo)| {
        let large = desk.picture(photo, "gallery")?;
        let thumb = desk.picture(photo, "thumb")?;
        let label = desk.fill("produk.foto_ke", &[("n", &(at + 1).to_string()), ("m", &all.to_string())]);
        Some(Photo {
            large,
            thumb: crate::view::picture::Picture { alt: String::new(), alt_lang: None, ..thumb },
            label,
        })
    };
    product.common.photos.iter().enumerate().filter_map(one).collect()
}

fn tiers(desk: &Desk<'_>, product: &Product) -> Vec<Tier> {
    let unit = desk.catalog.units.get(product.facts.unit);
    let one = |tier: &crate::model::Tier| {
        let word = shared::unit_word(unit, tier.minimum, desk.language);
        Tier {
            min: u32::try_from(tier.minimum).unwrap_or(u32::MAX),
            label: format!("{}+ {word}", group(tier.minimum, desk.language)),
            price: rupiah(tier.price, desk.language),
        }
    };
    product.facts.tiers.iter().map(one).collect()
}

/// One group for a plain list, one per axis otherwise.
fn options(desk: &Desk<'_>, product: &Product) -> Vec<OptionGroup> {
    let price = product.facts.price;
    // The gallery holds the photos that could be made, in this order.
    let shown: Vec<_> = product.common.photos.iter().filter(|photo| desk.picture(photo, "gallery").is_some()).collect();
    let number = |variant: &Variant| {
        let at = shown.iter().position(|photo| Some(&photo.path) == variant.photo.as_ref())?;
        u32::try_from(at + 1).ok()
    };
    let mut groups: Vec<(Option<&str>, Vec<OptionValue>)> = Vec::new();
    for variant in &product.facts.variants {
        let gone = matches!(variant.stock, Some("habis" | "berhenti")).then(|| desk.t("stok.habis").to_owned());
        let own = variant.price.filter(|own| Some(*own) != price.lowest() || price.lowest() != price.highest());
        let value = OptionValue {
            value: variant.name.clone(),
            price: own.map(|own| rupiah(own, desk.language)),
            gone,
            photo: number(variant),
        };
        match groups.iter_mut().find(|(axis, _)| *axis == variant.axis.as_deref()) {
            Some((_, values)) => values.push(value),
            None => groups.push((variant.axis.as_deref(), vec![value])),
        }
    }
    let named = |(at, (axis, values)): (usize, (Option<&str>, Vec<OptionValue>))| OptionGroup {
        label: axis.map_or_else(|| desk.t("produk.varian").to_owned(), crate::bahasa::title_case),
        name: format!("pilihan-{}", at + 1),
        values,
    };
    groups.into_iter().enumerate().map(named).collect()
}

fn custom(desk: &Desk<'_>, product: &Product) -> Option<Words> {
    match &product.facts.custom_text {
        Some(text) => Some(desk.words(text)),
        None => product.facts.custom.then(|| Words::new(desk.t("saring.custom"))),
    }
}

/// The parts of the WhatsApp message, in the page's language; the product's Indonesian name stands in English messages
/// too, since its maker must know it.
struct Message {
    hello: String,
    product: String,
    price: String,
    ask: String,
}

fn message(desk: &Desk<'_>, product: &Product) -> Message {
    let seller = desk.seller(product.links.seller);
    let site = desk.site.name.text(desk.language);
    let name = &product.common.name;
    let shown = match &name.en {
        Some(en) if desk.language == crate::bahasa::Language::En && *en != name.id => format!("{en} ({})", name.id),
        _ => name.id.clone(),
    };
    Message {
        hello: desk.fill("wa.sapa", &[("nama", &seller.name.id), ("situs", site)]),
        product: desk.fill("wa.produk", &[("produk", &shown)]),
        price: desk.fill("wa.harga", &[("harga", &shared::price(desk, product).text)]),
        ask: desk.t("wa.tanya_stok").to_owned(),
    }
}

fn contact(desk: &Desk<'_>, product: &Product) -> crate::view::contact::Contact {
    let facts = &product.facts;
    let message = message(desk, product);
    let link = desk.absolute(&address::product(product, desk.language));
    let text = [&message.hello, &message.product, &message.price, &message.ask, &link].map(String::as_str).join("\n");
    let wholesale =
        !facts.tiers.is_empty() || facts.least_order.is_some_and(|least| least >= 10) || facts.export.is_some();
    let bulk = wholesale.then(|| {
        [&message.hello, &message.product, &desk.t("wa.grosir").to_owned(), &link].map(String::as_str).join("\n")
    });
    let orderable = !matches!(facts.stock, Stock::SoldOut | Stock::Discontinued) && facts.price != Price::Ask;
    let needs = ContactNeeds {
        label: desk.t(if orderable { "beli.wa" } else { "beli.wa_tanya" }),
        text,
        bulk,
        shops: &facts.shops,
        e_catalogue: facts.e_catalogue,
    };
    shared::contact(desk, product.links.seller, needs)
}

/// What the script needs, see the theme's README.
fn item(desk: &Desk<'_>, product: &Product) -> Item {
    let (common, facts) = (&product.common, &product.facts);
    let seller = desk.seller(product.links.seller);
    let unit = desk.catalog.units.get(facts.unit);
    let unit_word = shared::unit_word(unit, 1, desk.language).to_owned();
    let message = message(desk, product);
    let price = shared::price(desk, product);
    let number = shared::presence(desk, product.links.seller).whatsapp.as_ref().filter(|_| !desk.site.sample);
    let thumb = common.photos.first().and_then(|photo| desk.picture(photo, "thumb")).map(|picture| picture.src);
    let tiers: Vec<_> = tiers(desk, product).into_iter().map(|tier| json!([tier.min, tier.price])).collect();
    let least = facts.least_order.unwrap_or(1);
    let name = desk.words(&common.name);
    let json = json!({
        "id": &*common.slug,
        "url": desk.product_url(product),
        "link": desk.absolute(&address::product(product, desk.language)),
        "name": name.text,
        "lang": name.lang.as_deref().unwrap_or(desk.language.code()),
        "price": price.text,
        "unit": price.unit.unwrap_or_default(),
        "unit_word": unit_word,
        "img": thumb,
        "min": least,
        "seller": &*seller.slug,
        "seller_name": seller.name.text(desk.language),
        "seller_url": desk.seller_url(product.links.seller),
        "wa": number.map(crate::model::Phone::digits),
        "tiers": tiers,
        "text": {
            "hello": message.hello,
            "product": message.product,
            "option": desk.t("wa.varian"),
            "amount": desk.t("wa.jumlah"),
            "price": desk.t("wa.harga"),
            "ask": message.ask,
        },
    });
    Item { json: json.to_string(), countable: !shared::is_service(desk, product), min: least, unit: Some(unit_word) }
}

fn exemption(desk: &Desk<'_>, reason: Exemption) -> String {
    let word = match reason {
        Exemption::Fresh => "segar",
        Exemption::ReadyToEat => "siap_saji",
        Exemption::ShortShelfLife => "simpan_kurang_7_hari",
        Exemption::FactoryGoods => "produk_pabrikan",
    };
    let reason_text = shared::label(tables::product::EXEMPTION, word, desk.language);
    match reason {
        Exemption::Fresh | Exemption::ReadyToEat => desk.t("mutu.segar").to_owned(),
        _ => format!("{}.", reason_text),
    }
}

/// The details table, in the order in which people ask.
fn details(desk: &Desk<'_>, product: &Product) -> Vec<Fact> {
    let facts = &product.facts;
    let en = desk.language == crate::bahasa::Language::En;
    let own = |id: &'static str, english: &'static str| if en { english } else { id };
    let mut rows = Vec::new();
    let mut add = |label: &str, value: Option<Words>| {
        if let Some(value) = value.filter(|value| !value.text.is_empty()) {
            rows.push(Fact { label: label.to_owned(), value, html: None, links: Vec::new() });
        }
    };
    let list = |items: &[Bilingual]| joined(desk, items);
    add(desk.t("produk.isi"), facts.content.as_ref().map(|text| Words::new(text.clone())));
    add(desk.t("produk.bahan"), list(&facts.materials));
    add(desk.t("produk.komposisi"), list(&facts.ingredients));
    add(desk.t("produk.alergen"), list(&facts.allergens));
    add(desk.t("produk.ukuran"), desk.maybe_words(&facts.size));
    add(desk.t("produk.berat"), facts.weight_g.map(|grams| Words::new(weight(desk, grams))));
    add(own("Warna", "Colour"), desk.maybe_words(&facts.colour));
    add(own("Motif", "Pattern"), desk.maybe_words(&facts.pattern));
    add(own("Teknik", "Technique"), desk.maybe_words(&facts.technique));
    add(desk.t("produk.simpan"), desk.maybe_words(&facts.shelf_life));
    add(desk.t("produk.simpan_cara"), desk.maybe_words(&facts.storage));
    add(own("Saran penyajian", "Serving suggestion"), desk.maybe_words(&facts.serving));
    add(own("Usia", "Age"), desk.maybe_words(&facts.age));
    add(desk.t("umkm.kapasitas"), facts.capacity.as_ref().map(|text| desk.indonesian(text)));
    add("SKU", facts.sku.as_ref().map(|text| Words::new(text.clone())));
    if let Some(export) = &facts.export {
        add(desk.t("saring.ekspor"), Some(Words::new(desk.t("umum.ya"))));
        add(own("Kode HS", "HS code"), export.hs_code.as_ref().map(|code| Words::new(code.clone())));
        add(
            own("Pesanan ekspor minimal", "Minimum export order"),
            export.least.as_ref().map(|text| desk.indonesian(text)),
        );
        add(own("Lama pengerjaan ekspor", "Export lead time"), export.lead.as_ref().map(|text| desk.indonesian(text)));
    }
    let origin = facts.origin.clone().unwrap_or_else(|| desk.site.city.text(desk.language).to_owned());
    add(desk.t("produk.asal"), Some(Words::new(origin)));
    if let Some(care) = desk.prose(&facts.care) {
        rows.push(Fact {
            label: desk.t("produk.perawatan").to_owned(),
            value: Words::default(),
            html: Some(care.html),
            links: Vec::new(),
        });
    }
    rows
}

/// "katun, renda" in one language; Indonesian if any item has no translation.
fn joined(desk: &Desk<'_>, items: &[Bilingual]) -> Option<Words> {
    if items.is_empty() {
        return None;
    }
    let translated = desk.language == crate::bahasa::Language::En && items.iter().all(|item| item.en.is_some());
    let texts: Vec<&str> =
        items.iter().map(|item| if translated { item.text(desk.language) } else { &item.id }).collect();
    let text = texts.join(", ");
    Some(if translated { Words::new(text) } else { desk.indonesian(&text) })
}

fn weight(desk: &Desk<'_>, grams: u32) -> String {
    if grams >= 1000 {
        format!("{} kg", Decimal::from_thousandths(i64::from(grams)).display(desk.language))
    } else {
        format!("{grams} g")
    }
}

fn innovations(desk: &Desk<'_>, product: &Product) -> Vec<InnovationNote> {
    let one = |id: &Id<crate::model::Innovation>| {
        let innovation = desk.catalog.innovations.get(*id);
        let facts = &innovation.facts;
        let (problem, language) = facts.problem.get(desk.language);
        let short = crate::bahasa::excerpt(&problem.plain, 180);
        let problem = if language == desk.language { Words::new(short) } else { Words::foreign(short, "id") };
        let level = facts.readiness.to_string();
        InnovationNote {
            url: desk.entry(crate::model::Kind::Innovation, &innovation.common.slug),
            name: desk.words(&innovation.common.name),
            problem: Some(problem).filter(|words| !words.text.is_empty()),
            result: facts.results.first().and_then(|result| measured(desk, result)),
            tkt: facts.readiness,
            tkt_label: desk.fill("inov.tkt", &[("n", &level)]),
            status: badge(status_word(desk, facts.progress), "good"),
        }
    };
    product.links.innovations.iter().map(one).collect()
}

fn status_word(desk: &Desk<'_>, progress: crate::model::Progress) -> String {
    match progress {
        crate::model::Progress::Discontinued => desk.t("pusat.status_berhenti").to_owned(),
        progress => desk.strings.get(&format!("inov.status_{}", progress.word())).to_owned(),
    }
}

/// A measured result with its unit on both figures.
pub fn measured(desk: &Desk<'_>, result: &crate::model::Measurement) -> Option<Measured> {
    let unit = result
        .unit
        .as_deref()
        .map(|unit| if unit == "%" { unit.to_owned() } else { format!(" {unit}") })
        .unwrap_or_default();
    let before = result.before.as_ref()?;
    let mut notes: Vec<String> = result.method.iter().cloned().collect();
    notes.extend(result.date.map(|day| day.display(crate::bahasa::Language::Id)));
    Some(Measured {
        label: desk.words(&result.measure),
        before: format!("{before}{unit}"),
        after: format!("{}{unit}", result.after),
        note: (!notes.is_empty()).then(|| desk.indonesian(&notes.join(", "))),
    })
}

fn maker(desk: &Desk<'_>, seller: SellerId) -> Maker {
    let common = desk.seller(seller);
    let presence = shared::presence(desk, seller);
    let mut badges = Vec::new();
    let since = match seller {
        SellerId::Business(id) => {
            let business = desk.catalog.businesses.get(id);
            if let Some(scale) = business.facts.scale {
                badges.push(badge(desk.strings.get(&format!("umkm.skala_{scale}")), "plain"));
            }
            if business.facts.has_business_number {
                badges.push(badge(desk.t("umkm.nib_ada"), "good"));
            }
            if let Some(id) = business.links.cooperative {
                let name = desk.catalog.cooperatives.get(id).common.name.text(desk.language);
                badges.push(badge(desk.fill("umkm.anggota", &[("koperasi", name)]), "plain"));
            }
            business.facts.since
        }
        SellerId::Cooperative(id) => {
            let facts = &desk.catalog.cooperatives.get(id).facts;
            badges.push(badge(desk.strings.get(&format!("kop.jenis_{}", facts.kind)), "plain"));
            facts.since
        }
    };
    Maker {
        url: desk.seller_url(seller),
        name: desk.words(&common.name),
        picture: desk.main_picture(common, "thumb"),
        place: presence.place.map(|place| desk.area(place)).unwrap_or_default(),
        place_url: presence.place.map(|place| desk.href(&address::village(desk.catalog, place, desk.language))),
        since: since.map(|year| desk.fill("umkm.sejak", &[("tahun", &year.to_string())])),
        summary: desk.maybe_words(&common.summary),
        badges,
        hours: presence.hours.as_ref().map(|hours| shared::hours(desk, hours)),
        figures: Vec::<Figure>::new(),
    }
}

fn more(desk: &Desk<'_>, id: Id<Product>, seller: SellerId) -> Option<CardRow> {
    let products = desk.catalog.products_of(seller);
    let others: Vec<Id<Product>> =
        desk.plan.order.sorted(products).into_iter().filter(|other| *other != id).take(ROW).collect();
    if others.is_empty() {
        return None;
    }
    let name = desk.seller(seller).name.text(desk.language);
    Some(CardRow {
        title: desk.fill("produk.lain_umkm", &[("nama", name)]),
        cards: desk.product_cards(others),
        all: Some(desk.link(desk.count("umkm.semua_produk", products.len()), desk.seller_url(seller))),
    })
}

/// Hand-picked ones first, then products of the same category by other makers: those with a material in common before
/// the rest, each near the product in the editor's order, so that every product is shown somewhere.
fn similar(desk: &Desk<'_>, id: Id<Product>) -> Option<CardRow> {
    let product = desk.catalog.products.get(id);
    let mut picked: Vec<Id<Product>> = product.links.similar.clone();
    let category = desk.catalog.back.category_products.get(product.facts.category);
    let start = category.binary_search(&id).unwrap_or(0);
    let around = (1..category.len()).map(|step| category.get((start + step) % category.len())).take(40).flatten();
    let by_others = around.filter(|other| desk.catalog.products.get(**other).links.seller != product.links.seller);
    let mut candidates: Vec<Id<Product>> =
        by_others.copied().filter(|other| *other != id && !picked.contains(other)).collect();
    let shares_material = |other: &Id<Product>| {
        let theirs = &desk.catalog.products.get(*other).facts.materials;
        product.facts.materials.iter().any(|own| theirs.iter().any(|their| their.id == own.id))
    };
    candidates.sort_by_key(|other| !shares_material(other));
    picked.extend(candidates);
    picked.retain(|other| desk.catalog.products.get(*other).common.status != Status::Archived);
    picked.truncate(ROW);
    if picked.is_empty() {
        return None;
    }
    let category = desk.catalog.categories.get(product.facts.category);
    let all = Link { label: desk.words(&category.name), url: desk.category_url(product.facts.category) };
    Some(CardRow { title: desk.t("produk.serupa").to_owned(), cards: desk.product_cards(picked), all: Some(all) })
}

fn collections(desk: &Desk<'_>, id: Id<Product>) -> Vec<Link> {
    let one = |collection: &Id<crate::model::Collection>| {
        let common = &desk.catalog.collections.get(*collection).common;
        Link { label: desk.words(&common.name), url: desk.entry(crate::model::Kind::Collection, &common.slug) }
    };
    desk.catalog.back.product_collections.get(id).iter().map(one).collect()
}

fn tags(desk: &Desk<'_>, product: &Product) -> Vec<crate::view::text::Chip> {
    let search = desk.fixed(Fixed::Search);
    let one = |word: &String| {
        desk.chip(desk.indonesian(word), format!("{search}?q={}", crate::model::encode_component(word)), None)
    };
    product.common.keywords.iter().map(one).collect()
}

fn price_note(desk: &Desk<'_>, product: &Product) -> Option<PriceNote> {
    product.facts.price.lowest()?;
    let month = product.facts.price_month?;
    let old_from = month.plus_months(desk.site.price_months as i32 + 1).first_day();
    let shown = month.display(desk.language);
    Some(PriceNote {
        date: crate::view::text::Day { iso: month.to_string(), text: shown.clone() },
        fresh: desk.fill("harga.berubah", &[("tanggal", &shown)]),
        old: desk.fill("harga.lama", &[("bulan", &desk.site.price_months.to_string())]),
        is_old: desk.today >= old_from,
        old_from: old_from.to_string(),
    })
}
