//! Products (specification 4.3).

use super::business::as_written;
use super::common::date;
use super::fields::Fields;
use super::{demands, presence, proofs};
use crate::bahasa::Language;
use crate::diagnostic::{Code, Finding, Reading, Span};
use crate::limits::{TIERS_MAX, VARIANTS_MAX};
use crate::model::{
    Bilingual, Category, Common, Days, Decimal, Entry, Exemption, Export, Id, Lengths, Measure, Named, Photo, Price,
    ProductFacts, ProductLinks, Promotion, Scalar, Season, Seller, Stock, Tier, Unit, Variant, Wholesale, YearMonth,
};
use crate::parse::{Node, Value};
use crate::schema::FieldKind;

/// Reads a product; `None` when something without which it cannot be shown is missing (and reported).
pub fn read(fields: &Fields<'_>, mut common: Common) -> Option<Entry<ProductFacts, ProductLinks<Named>>> {
    let seller = seller(fields);
    let category = category(fields, "kategori");
    let price = fields.value("harga", "harga", Price::read);
    let unit = unit(fields);
    let stock = stock(fields);
    let facts = ProductFacts {
        category: category.unwrap_or(Id::new(0)),
        other_categories: other_categories(fields),
        unit: unit.unwrap_or(Id::new(0)),
        price: price.unwrap_or(Price::Ask),
        price_month: fields.value("harga_per", "bulan", |scalar| YearMonth::read(scalar.text)),
        tiers: tiers(fields, price),
        promotion: promotion(fields, price),
        variants: variants(fields, &mut common),
        stock: stock.clone().unwrap_or(Stock::Ready),
        least_order: least_order(fields),
        capacity: fields.amount("kapasitas"),
        custom: fields.flag("custom").unwrap_or(false),
        custom_text: fields.bilingual("custom_teks"),
        materials: fields.bilingual_lines("bahan"),
        size: size(fields),
        weight_g: fields.whole("berat_g").map(|grams| grams as u32),
        content: fields.text("isi"),
        colour: fields.bilingual("warna"),
        pattern: fields.bilingual("motif"),
        technique: fields.bilingual("teknik"),
        care: fields.bilingual_prose("perawatan"),
        proofs: proofs::read(fields, "izin"),
        exemption: exemption(fields),
        ingredients: fields.bilingual_lines("komposisi"),
        allergens: fields.bilingual_lines("alergen"),
        shelf_life: fields.bilingual("simpan"),
        storage: fields.bilingual("simpan_cara"),
        serving: fields.bilingual("saran_saji"),
        age: fields.bilingual("usia"),
        shops: presence::shops(fields),
        origin: fields.text("asal"),
        sku: sku(fields),
        export: export(fields),
        e_catalogue: fields.flag("ekatalog").unwrap_or(false),
    };
    let mut demands = category.map_or_else(Vec::new, |category| demands::of_category(fields, &facts, category));
    demands.extend(demands::of_words(fields, &common, &facts));
    if common.photos.is_empty() && !fields.has("foto") && !fields.ctx.draft {
        fields.report(fields.span, Finding::new(Code::FotoKurang));
    }
    let links = ProductLinks {
        seller: seller?,
        innovations: fields.references("inovasi"),
        similar: fields.references("serupa"),
        demands,
    };
    // What could not be read has a stand-in, so that the links of a broken entry are still judged. Without categories and
    // units there is nothing to stand in.
    let tables = fields.ctx.tables;
    (!tables.categories.is_empty() && !tables.units.is_empty()).then_some(Entry { common, facts, links })
}

/// Exactly one of `umkm` and `koperasi`.
fn seller(fields: &Fields<'_>) -> Option<crate::model::SellerLink<Named>> {
    match (fields.reference("umkm"), fields.reference("koperasi")) {
        (Some(business), None) => Some(Seller::Business(business)),
        (None, Some(cooperative)) => Some(Seller::Cooperative(cooperative)),
        (Some(_), Some(second)) => {
            fields.report(second.span, Finding::new(Code::ProdPemilik));
            None
        }
        (None, None) => {
            if !fields.has("umkm") && !fields.has("koperasi") {
                fields.report_absent("umkm");
            }
            None
        }
    }
}

/// A leaf of the category tree. A top category without children is a leaf too.
fn category(fields: &Fields<'_>, name: &'static str) -> Option<Id<Category>> {
    let (text, span) = fields.spanned_text(name)?;
    let found = find_category(fields, &text, span)?;
    report_branch(fields, found, &text, span);
    Some(found)
}

/// A category that has finer ones below it is too wide for a product.
fn report_branch(fields: &Fields<'_>, category: Id<Category>, text: &str, span: Span) {
    let categories = fields.ctx.tables.categories.rows().iter();
    let finer: Vec<&str> = categories.filter(|row| row.parent == Some(category)).map(|row| row.slug.as_str()).collect();
    if !finer.is_empty() {
        let finding = Finding::new(Code::ProdKategoriInduk).with("nilai", text).with("daftar", finer.join(", "));
        fields.report(span, finding);
    }
}

fn other_categories(fields: &Fields<'_>) -> Vec<Id<Category>> {
    let written = fields.values("kategori_lain", "kategori", as_written);
    let one = |(text, span): (String, Span)| {
        let found = find_category(fields, &text, span)?;
        report_branch(fields, found, &text, span);
        Some(found)
    };
    written.into_iter().filter_map(one).collect()
}

/// Finds a category by slug or name.
pub fn find_category(fields: &Fields<'_>, text: &str, span: Span) -> Option<Id<Category>> {
    let categories = &fields.ctx.tables.categories;
    let found = categories
        .iter()
        .find(|(_, category)| category.slug == text || category.name.id.eq_ignore_ascii_case(text))
        .map(|(id, _)| id);
    if found.is_some() {
        return found;
    }
    let slugs: Vec<&str> = categories.rows().iter().map(|category| category.slug.as_str()).collect();
    let mut finding = Finding::new(Code::ProdKategori).with("nilai", text);
    if let Some(close) = crate::bahasa::nearest(text, &slugs) {
        finding = finding.with("saran", close).instead(close);
    }
    fields.report(span, finding);
    None
}

fn unit(fields: &Fields<'_>) -> Option<Id<Unit>> {
    let (text, span) = fields.spanned_text("satuan")?;
    let units = &fields.ctx.tables.units;
    let wanted = text.to_lowercase();
    let found =
        units.iter().find(|(_, unit)| unit.slug == wanted || unit.name.to_lowercase() == wanted).map(|(id, _)| id);
    if found.is_none() {
        let slugs: Vec<&str> = units.rows().iter().map(|unit| unit.slug.as_str()).collect();
        let mut finding = Finding::new(Code::ProdSatuan).with("nilai", &text).with("daftar", slugs.join(", "));
        if let Some(close) = crate::bahasa::nearest(&wanted, &slugs) {
            finding = finding.instead(close);
        }
        fields.report(span, finding);
    }
    found
}

/// `stok`, with the days and months it needs.
fn stock(fields: &Fields<'_>) -> Option<Stock> {
    let days = lead_time(fields);
    let season = fields.value("bulan", "bulan", |scalar| Season::read(scalar.text));
    let word = fields.choice("stok")?;
    let needs_days = matches!(word, "po" | "pesanan");
    if needs_days && days.is_none() && !fields.has("hari") {
        fields.report(fields.span_of("stok"), Finding::new(Code::ProdPo));
    }
    if word == "musiman" && season.is_none() && !fields.has("bulan") {
        fields.report_absent("bulan");
    }
    let days_or_one = days.or(Days::new(1, 1));
    Some(match word {
        "siap" => Stock::Ready,
        "terbatas" => Stock::Limited,
        "po" => Stock::PreOrder(days_or_one?),
        "pesanan" => Stock::MadeToOrder(days_or_one?),
        "musiman" => {
            Stock::Seasonal(season.or_else(|| Season::read("Januari").ok().map(|reading| reading.value))?, days)
        }
        "habis" => Stock::SoldOut,
        _ => Stock::Discontinued,
    })
}

fn lead_time(fields: &Fields<'_>) -> Option<Days> {
    let node = fields.raw("hari")?;
    let text = match &node.value {
        Value::Scalar { text, .. } => text.clone(),
        Value::List(items) => items.iter().filter_map(scalar_text).collect::<Vec<_>>().join("-"),
        _ => String::new(),
    };
    fields.accept("hari", node.span, Days::read(&text))
}

fn scalar_text(node: &Node) -> Option<&str> {
    if let Value::Scalar { text, .. } = &node.value { Some(text.trim()) } else { None }
}

fn least_order(fields: &Fields<'_>) -> Option<u32> {
    let text = fields.value("min", "angka", as_written)?;
    let number = text.parse::<u32>().ok().filter(|number| *number >= 1);
    if number.is_none() {
        fields.report(fields.span_of("min"), Finding::new(Code::ProdMin));
    }
    number
}

/// `grosir`: pairs of pieces and price, rising and falling.
fn tiers(fields: &Fields<'_>, retail: Option<Price>) -> Vec<Tier> {
    let Some(node) = fields.raw("grosir") else { return Vec::new() };
    let Value::List(items) = &node.value else {
        fields.report_form("grosir", node, "daftar [jumlah, harga]");
        return Vec::new();
    };
    let mut tiers = Vec::new();
    fields.within("grosir", node, items.len(), TIERS_MAX);
    for item in items.iter().take(TIERS_MAX) {
        match tier(fields, item) {
            Some(tier) => tiers.push(tier),
            None => return Vec::new(),
        }
    }
    match Wholesale::new(tiers, retail.and_then(Price::lowest)) {
        Ok(wholesale) => wholesale.tiers().to_vec(),
        Err(finding) => {
            fields.report(node.span, finding.with("kolom", "grosir"));
            Vec::new()
        }
    }
}

fn tier(fields: &Fields<'_>, node: &Node) -> Option<Tier> {
    if let Value::List(pair) = &node.value
        && let [least, price] = pair.as_slice()
        && let (Some(least_text), Value::Scalar { text, quoted }) = (scalar_text(least), &price.value)
        && let Ok(least) = least_text.parse::<u64>()
    {
        let price = fields.accept("grosir", price.span, Price::read(Scalar { text, quoted: *quoted }))?;
        return Some(Tier { minimum: least, price: price.lowest()? });
    }
    fields.report_form("grosir", node, "[jumlah, harga]");
    None
}

fn promotion(fields: &Fields<'_>, price: Option<Price>) -> Option<Promotion> {
    let record = fields.record("promo")?;
    let before = record.value("harga_coret", "harga", Price::read).and_then(Price::lowest);
    let until = date(&record, "sampai");
    let now = price.and_then(Price::lowest);
    // Without a price to compare with (broken, or to be asked) nothing can be struck through.
    let higher = before.zip(now).is_some_and(|(before, now)| before > now);
    if !higher && before.is_some() && (now.is_some() || price == Some(Price::Ask)) {
        record.report(record.span_of("harga_coret"), Finding::new(Code::ProdHargaCoret));
    }
    Some(Promotion { before: before.filter(|_| higher)?, until: until? })
        .filter(|promotion| promotion.until >= fields.ctx.rules.today)
}

/// `varian`: a list of names, a list of records, or axes of names. Photos that only an option names join the product's.
fn variants(fields: &Fields<'_>, common: &mut Common) -> Vec<Variant> {
    debug_assert!(matches!(FieldKind::Variants, FieldKind::Variants));
    let Some(node) = fields.raw("varian") else { return Vec::new() };
    let mut found: Vec<(Variant, Span)> = Vec::new();
    match &node.value {
        Value::Scalar { text, .. } => found.extend(text.split(',').map(|name| (named(None, name), node.span))),
        Value::List(items) => {
            items.iter().for_each(|item| found.extend(variant(fields, None, item).map(|v| (v, item.span))))
        }
        Value::Map(axes) => {
            for axis in axes {
                if let Value::List(items) = &axis.node.value {
                    for item in items {
                        found.extend(variant(fields, Some(&axis.key), item).map(|v| (v, item.span)));
                    }
                } else {
                    fields.report_form("varian", &axis.node, "daftar pilihan");
                }
            }
        }
        Value::Null => {}
    }
    for (at, (variant, span)) in found.iter().enumerate() {
        let twin = found
            .iter()
            .take(at)
            .any(|(other, _)| other.axis == variant.axis && other.name.eq_ignore_ascii_case(&variant.name));
        if twin || variant.name.is_empty() {
            fields.report(*span, Finding::new(Code::ProdVarian).with("nilai", &variant.name));
        }
    }
    if found.len() > VARIANTS_MAX {
        fields.report(node.span, Finding::new(Code::ProdVarianBanyak).with("maks", VARIANTS_MAX));
    }
    for (variant, span) in &found {
        if let Some(path) = &variant.photo
            && !common.photos.iter().any(|photo| photo.path == *path)
        {
            let of_variant = |name: &str| format!("{name}: {}", variant.name);
            let alt = Bilingual { id: of_variant(&common.name.id), en: common.name.en.as_deref().map(of_variant) };
            common.photos.push(Photo { path: path.clone(), alt: Some(alt), credit: None, focus: None, span: *span });
        }
    }
    found.into_iter().map(|(variant, _)| variant).collect()
}

fn named(axis: Option<&str>, name: &str) -> Variant {
    Variant {
        axis: axis.map(str::to_owned),
        name: name.trim().to_owned(),
        price: None,
        stock: None,
        sku: None,
        photo: None,
    }
}

fn variant(fields: &Fields<'_>, axis: Option<&str>, node: &Node) -> Option<Variant> {
    let pairs = match &node.value {
        Value::Scalar { text, .. } => return Some(named(axis, text)),
        Value::Map(pairs) => pairs,
        _ => {
            fields.report_form("varian", node, "nama pilihan");
            return None;
        }
    };
    let table = crate::schema::tables::product::VARIANT.iter().collect();
    let record = Fields::open(fields.ctx, &fields.ctx.file, pairs, table, node.span, super::fields::Opening::Whole);
    let Some(name) = record.text("nama") else {
        // Elsewhere a missing name has been told already; a draft may be unfinished, but nothing of it is dropped in silence.
        if fields.ctx.draft && !record.has("nama") {
            record.report(node.span, Finding::new(Code::ProdVarian).with("nilai", ""));
        }
        return None;
    };
    let price = record.value("harga", "harga", Price::read).and_then(Price::lowest);
    if record.has("harga") && price.is_none() {
        record.report(record.span_of("harga"), Finding::new(Code::ProdVarian).with("nilai", &name));
    }
    Some(Variant {
        axis: axis.map(str::to_owned),
        name,
        price,
        stock: record.choice("stok"),
        sku: record.text("sku"),
        photo: super::common::file(&record, "foto"),
    })
}

fn exemption(fields: &Fields<'_>) -> Option<Exemption> {
    Some(match fields.choice("pengecualian")? {
        "segar" => Exemption::Fresh,
        "siap_saji" => Exemption::ReadyToEat,
        "simpan_kurang_7_hari" => Exemption::ShortShelfLife,
        _ => Exemption::FactoryGoods,
    })
}

/// `ukuran`: a text, or lengths by name, which are told as a text.
fn size(fields: &Fields<'_>) -> Option<Bilingual> {
    let told = |half: &Fields<'_>, language: Language| {
        if half.is_record("ukuran") { lengths(half)?.describe(language) } else { half.text("ukuran") }
    };
    let id = told(fields, Language::Id)?;
    let english = fields.english().and_then(|english| told(english, Language::En));
    let same = || if fields.is_record("ukuran") { told(fields, Language::En) } else { None };
    Some(Bilingual { id, en: english.or_else(same) })
}

fn lengths(fields: &Fields<'_>) -> Option<Lengths> {
    let record = fields.record("ukuran")?;
    let side = |name| record.decimal(name).map(Decimal::nearest);
    let (length, width, height) = (side("p"), side("l"), side("t"));
    let unit = record.choice("satuan").and_then(Measure::parse);
    if !["p", "l", "t"].iter().any(|name| record.has(name)) && !fields.ctx.draft {
        record.report_absent("p");
    }
    Some(Lengths { length, width, height, unit: unit? })
}

/// A SKU written without quotes may already have been changed by YAML (`12E3` is 12000).
fn sku(fields: &Fields<'_>) -> Option<String> {
    fields.value("sku", "teks", |scalar| {
        let reading = Reading::clean(scalar.text.trim().to_owned());
        if scalar.quoted || scalar.as_yaml_float().is_none() || scalar.as_yaml_integer().is_some() {
            return Ok(reading);
        }
        let finding = Finding::new(Code::UmumTipe)
            .with("harapan", "teks dalam tanda petik")
            .with("nyata", "angka")
            .instead(format!("\"{}\"", scalar.text));
        Ok(reading.remark(finding))
    })
}

fn export(fields: &Fields<'_>) -> Option<Export> {
    let record = fields.record("ekspor")?;
    let ready = record.flag("siap").unwrap_or(true);
    let hs_code = record.value("hs", "6 sampai 10 angka", as_written);
    if let Some(code) = &hs_code {
        let digits = code.chars().filter(char::is_ascii_digit).count();
        if !(6..=10).contains(&digits) || code.chars().any(|c| !c.is_ascii_digit() && c != '.') {
            record.report(record.span_of("hs"), Finding::new(Code::ProdHs).with("nilai", code));
        }
    }
    let export = Export { hs_code, least: record.amount("moq"), lead: record.amount("lead") };
    ready.then_some(export)
}
