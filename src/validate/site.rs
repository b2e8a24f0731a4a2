//! `content/situs.yaml` to [`Site`] and the [`Rules`] that entries are judged by.

use std::collections::BTreeMap;

use super::context::{Context, Rules, Tables};
use super::fields::{Fields, Opening};
use super::{center, presence};
use crate::bahasa::Language;
use crate::config::{BaseUrl, Channels, Commitment, Office, Site};
use crate::diagnostic::{Code, Finding, Problems, Span};
use crate::model::{Bilingual, Date};
use crate::parse::Document;
use crate::schema::tables;

/// Products on one list page, unless the site says otherwise.
const PER_PAGE: i64 = 24;

/// Reads the settings. What is missing gets its usual value, so that entries can be judged all the same.
pub fn read(document: &Document, today: Date, problems: &mut Problems) -> (Site, Rules) {
    let mut rules = Rules {
        today,
        price_months: 6,
        check_months: 12,
        funding_days: 90,
        foreign_numbers: false,
        pirt_area: "3674".to_owned(),
        english: true,
    };
    let (tables, assets) = (Tables::default(), BTreeMap::new());
    let before = rules.clone();
    let ctx = Context::new(document.file.clone(), "content".into(), &before, &tables, &assets);
    let start = Span { line: 1, column: 1, ..Span::WHOLE };
    let opening = if document.broken { Opening::Part } else { Opening::Whole };
    let fields =
        Fields::open(&ctx, &document.file, &document.fields, tables::data::SITE.iter().collect(), start, opening);
    super::privacy::scan_document(&ctx, document);
    let site = site(&fields, &mut rules);
    problems.append(ctx.into_problems());
    (site, rules)
}

fn pair(fields: &Fields<'_>, id: &'static str, en: &'static str) -> Bilingual {
    Bilingual { id: fields.text(id).unwrap_or_default(), en: fields.text(en) }
}

fn site(fields: &Fields<'_>, rules: &mut Rules) -> Site {
    let mut languages: Vec<Language> = fields.choices("bahasa").into_iter().filter_map(Language::parse).collect();
    languages.push(Language::Id);
    languages.sort();
    languages.dedup();
    rules.english = languages.contains(&Language::En);
    rules.foreign_numbers = fields.flag("negara_lain").unwrap_or(false);
    if let Some(limits) = fields.record("batas") {
        let months = |name: &'static str, usual: u32| limits.whole(name).map_or(usual, |number| number as u32);
        rules.price_months = months("harga_bulan", rules.price_months);
        rules.check_months = months("periksa_bulan", rules.check_months);
        rules.funding_days = months("modal_hari", rules.funding_days);
    }
    if let Some(area) = fields.value("kode_wilayah_pirt", "4 angka", super::business::as_written) {
        rules.pirt_area = area;
    }
    let address = fields.value("alamat_situs", "alamat https", |scalar| {
        BaseUrl::read(scalar.text).map(crate::diagnostic::Reading::clean)
    });
    let channels = fields.record("kanal").map(|record| Channels {
        google: record.flag("google").unwrap_or(false),
        meta: record.flag("meta").unwrap_or(false),
    });
    let hosting = fields.record("inang");
    let hosting = hosting.as_ref();
    let avif = fields.flag("avif").unwrap_or(false);
    if avif && !cfg!(feature = "avif") {
        fields.report(fields.span_of("avif"), Finding::new(Code::FotoAvif));
    }
    Site {
        name: pair(fields, "nama", "nama_en"),
        tagline: pair(fields, "tagline", "tagline_en"),
        base: address.unwrap_or(BaseUrl { origin: "https://etalase.example".to_owned(), path: "/".to_owned() }),
        languages,
        sample: fields.flag("contoh").unwrap_or(false),
        city: pair(fields, "kota", "kota_en"),
        office: fields.record("kantor").map(|record| office(&record)).unwrap_or_default(),
        popular: [fields.lines("populer"), fields.lines("populer_en")],
        theme: fields.text("tema").unwrap_or_else(|| "etalase".to_owned()),
        per_page: fields.whole("per_halaman").unwrap_or(PER_PAGE) as usize,
        channels: channels.unwrap_or_default(),
        cname: hosting.and_then(|record| record.text("cname")),
        compress: hosting.and_then(|record| record.flag("kompres")).unwrap_or(false),
        avif,
        commitment: fields.record("komitmen").and_then(|record| commitment(&record)),
        price_months: rules.price_months,
    }
}

fn office(record: &Fields<'_>) -> Office {
    Office {
        name: record.text("nama").unwrap_or_default(),
        address: record.text("alamat"),
        hours: presence::hours(record),
        whatsapp: presence::phone(record, "whatsapp"),
        telephone: presence::phone(record, "telepon"),
        email: presence::email(record, "surel"),
    }
}

fn commitment(record: &Fields<'_>) -> Option<Commitment> {
    Some(Commitment {
        text: Bilingual { id: record.text("teks")?, en: record.text("teks_en") },
        by: record.text("oleh")?,
        role: record.text("jabatan")?,
        source: center::source(record)?,
    })
}
