//! Events, news, stories, collections, impact figures (specification 4.5).

use std::collections::BTreeMap;

use super::business::as_written;
use super::center::{fee, registration, source};
use super::common::date;
use super::fields::Fields;
use super::presence;
use super::product::find_category;
use crate::diagnostic::{Code, Finding};
use crate::model::*;
use crate::parse::Value;

/// Reads an event; `None` without a start.
pub fn event(fields: &Fields<'_>, common: Common) -> Option<Entry<EventFacts, EventLinks<Named>>> {
    let start = moment(fields, "mulai");
    let end = moment(fields, "selesai");
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        fields.report(fields.span_of("selesai"), Finding::new(Code::AgendaWaktu));
    }
    let venue = fields.record("tempat").and_then(|record| venue(&record));
    let online = fields.record("daring").and_then(|record| presence::url(&record, "tautan"));
    if venue.is_none() && online.is_none() && !fields.has("tempat") && !fields.has("daring") && !fields.ctx.draft {
        fields.report(fields.span, Finding::new(Code::AgendaTempat).instead("tempat: {nama: Nama tempat}"));
    }
    let facts = EventFacts {
        kind: fields.choice("jenis").unwrap_or("layanan"),
        start: start?,
        end,
        venue,
        online,
        capacity: fields.whole("kuota").map(|places| places as u32),
        cost: fee(fields, "biaya"),
        registration: registration(fields),
        targets: fields.choices("sasaran"),
        state: fields.choice("status").filter(|state| matches!(*state, "tunda" | "batal")).unwrap_or("jadwal"),
        review: fields.bilingual_prose("ulasan"),
    };
    let links = EventLinks { speakers: fields.references("pembicara"), programme: fields.reference("program") };
    Some(Entry { common, facts, links })
}

/// A day and time; without a zone it is WIB, which is said once.
fn moment(fields: &Fields<'_>, name: &'static str) -> Option<Moment> {
    fields.value(name, "tanggal dan jam", |scalar| Moment::read(scalar.text))
}

fn venue(record: &Fields<'_>) -> Option<Venue> {
    let district = record.spanned_text("kecamatan").and_then(|(name, span)| {
        let places = &record.ctx.tables.places;
        let found = places.find_district(&name);
        if found.is_none() {
            let names: Vec<&str> = places.districts.iter().map(|district| district.name.as_str()).collect();
            let finding = Finding::new(Code::UmkmKecamatan).with("nilai", &name).with("daftar", names.join(", "));
            record.report(span, finding);
        }
        found
    });
    let _ = presence::read_point(record, "titik");
    let village = record.spanned_text("kelurahan");
    if let (Some(district), Some((name, span))) = (district, &village)
        && record.ctx.tables.places.find_village(district, name).is_none()
    {
        presence::report_village(record, district, name, *span);
    }
    Some(Venue {
        name: record.text("nama")?,
        address: record.text("alamat"),
        village: village.map(|(name, _)| name),
        district,
    })
}

/// Reads a news item; `None` without its day.
pub fn news(fields: &Fields<'_>, common: Common) -> Option<News> {
    let day = date(fields, "tanggal");
    let source = source(fields);
    let quotes = ["menurut ", "dikutip dari", "dilansir", "mengutip"];
    let text = common.body.id.plain.to_lowercase();
    if source.is_none() && !fields.has("sumber") && quotes.iter().any(|words| text.contains(words)) {
        fields.report(
            fields.span,
            Finding::new(Code::KabarSumber).instead("sumber: {media: Nama media, tanggal: 2026-01-31}"),
        );
    }
    let facts = NewsFacts { date: day?, topic: fields.text("topik"), source, author: fields.text("penulis") };
    let links = NewsLinks { related: fields.references("terkait").into_iter().map(AnyLink::Named).collect() };
    Some(Entry { common, facts, links })
}

/// Reads a story.
pub fn story(fields: &Fields<'_>, common: Common) -> Entry<StoryFacts, StoryLinks<Named>> {
    let about = match (fields.reference("umkm"), fields.reference("koperasi")) {
        (Some(_), Some(second)) => {
            fields.report(second.span, Finding::new(Code::ProdPemilik));
            None
        }
        (Some(business), None) => Some(Seller::Business(business)),
        (None, Some(cooperative)) => Some(Seller::Cooperative(cooperative)),
        (None, None) => None,
    };
    let quotation = fields.record("kutipan").and_then(|record| {
        let (words, english, permitted) = (record.text("teks"), record.text("teks_en"), record.flag("izin"));
        if permitted == Some(false) {
            // A refused quotation is not shown, and should not lie in the files either.
            record.report(record.span_of("izin"), Finding::new(Code::PdpLingkup).with("kolom", "kutipan"));
        }
        Some(Bilingual { id: words.filter(|_| permitted == Some(true))?, en: english })
    });
    let facts = StoryFacts {
        date: date(fields, "tanggal").or(common.published),
        before: fields.bilingual("sebelum"),
        after: fields.bilingual("sesudah"),
        quotation,
    };
    Entry { common, facts, links: StoryLinks { about } }
}

/// Reads a collection.
pub fn collection(fields: &Fields<'_>, common: Common) -> Entry<CollectionFacts, CollectionLinks<Named>> {
    let mut facts = CollectionFacts {
        categories: Vec::new(),
        price_max: None,
        keywords: Vec::new(),
        innovation: false,
        e_catalogue: false,
        has_rule: false,
        start: date(fields, "mulai"),
        end: date(fields, "selesai"),
    };
    if let (Some(start), Some(end)) = (facts.start, facts.end)
        && end < start
    {
        fields.report(fields.span_of("selesai"), Finding::new(Code::AgendaWaktu));
    }
    if let Some(rule) = fields.record("aturan") {
        let written = rule.values("kategori", "kategori", as_written);
        facts.has_rule = true;
        facts.categories = written.into_iter().filter_map(|(text, span)| find_category(&rule, &text, span)).collect();
        facts.price_max = rule.value("harga_maks", "harga", Price::read).and_then(Price::lowest);
        facts.keywords = rule.lines("kata_kunci");
        facts.innovation = rule.flag("inovasi").unwrap_or(false);
        facts.e_catalogue = rule.flag("ekatalog").unwrap_or(false);
    }
    Entry { common, facts, links: CollectionLinks { products: fields.references("produk") } }
}

/// Reads an impact figure.
pub fn impact(fields: &Fields<'_>, common: Common) -> Entry<ImpactFacts, NoLinks> {
    let (source, definition) = (fields.text("sumber"), fields.bilingual("definisi"));
    let as_of = date(fields, "per");
    if (source.is_none() || definition.is_none() || as_of.is_none()) && !fields.ctx.draft {
        fields.report(fields.span_of("nilai"), Finding::new(Code::DampakSumber));
    }
    let facts = ImpactFacts {
        value: fields.whole("nilai").unwrap_or(0),
        unit: fields.bilingual("satuan").unwrap_or_default(),
        as_of,
        source,
        definition,
        series: series(fields),
    };
    Entry { common, facts, links: NoLinks }
}

/// `seri`: year to number.
fn series(fields: &Fields<'_>) -> BTreeMap<i32, f64> {
    let Some(node) = fields.raw("seri") else { return BTreeMap::new() };
    let Value::Map(pairs) = &node.value else {
        fields.report_form("seri", node, "tahun dan angka");
        return BTreeMap::new();
    };
    let mut series = BTreeMap::new();
    for pair in pairs {
        let year = pair.key.trim().parse::<i32>().ok().filter(|year| (1900..=2200).contains(year));
        let value = if let Value::Scalar { text, .. } = &pair.node.value { Decimal::read(text).ok() } else { None };
        match (year, value) {
            (Some(year), Some(value)) => {
                series.insert(year, value.value.thousandths() as f64 / 1000.0);
            }
            _ => fields.report_form("seri", &pair.node, "tahun dan angka"),
        }
    }
    series
}
