//! What all kinds share: names, texts, photos, dates, consent.

use std::sync::Arc;

use super::fields::{Fields, Opening};
use super::{Context, Halves};
use crate::diagnostic::{Code, Finding, Span};
use crate::discover::EntrySource;
use crate::limits::PHOTOS_MAX;
use crate::model::{Bilingual, BilingualProse, Common, Consent, ConsentStatus, Date, Kind, Photo, Status, Withdrawn};
use crate::parse::{Document, Node, Value};
use crate::schema::{self, Scope, tables};

/// `status` as written, before anything is judged.
pub fn written_status(document: &Document) -> Option<&str> {
    scalar_of(document, "status")
}

fn scalar_of<'a>(document: &'a Document, name: &str) -> Option<&'a str> {
    let pair = document.fields.iter().find(|pair| pair.key == name)?;
    if let Value::Scalar { text, .. } = &pair.node.value { Some(text.trim()) } else { None }
}

/// An entry whose owner withdrew consent: only its address may be known. Data that still stands there is reported.
pub fn tombstone(ctx: &Context<'_>, source: &EntrySource, document: &Document) -> Option<Withdrawn> {
    let consent = document.fields.iter().find(|pair| pair.key == "persetujuan")?;
    let Value::Map(inner) = &consent.node.value else { return None };
    let value = |name: &str| inner.iter().find(|pair| pair.key == name).map(|pair| &pair.node);
    let status = value("status")?;
    if !matches!(&status.value, Value::Scalar { text, .. } if text.trim() == "ditarik") {
        return None;
    }
    let table = tables::common::CONSENT.iter().collect();
    let fields = Fields::open(ctx, &document.file, inner, table, consent.node.span, Opening::Part);
    let day = fields.value("ditarik_pada", "tanggal", |scalar| Date::read(scalar.text));
    if day.is_none() && !fields.has("ditarik_pada") {
        fields.report_absent("ditarik_pada");
    }
    let kept = ["persetujuan", "contoh", "status"];
    let body = document.body.as_ref().is_some_and(|body| !body.text.trim().is_empty());
    if body || document.fields.iter().any(|pair| !kept.contains(&pair.key.as_str())) {
        let shown = day.map_or_else(|| "(tanpa tanggal)".to_owned(), |day| day.to_string());
        ctx.report(status.span, Finding::new(Code::PdpTarik).with("tanggal", shown));
    }
    Some(Withdrawn { kind: source.kind, slug: source.slug.clone() })
}

/// Opens the English half, wherever it stands.
pub fn english<'a>(ctx: &'a Context<'a>, kind: Kind, halves: Halves<'a>, fields: &Fields<'a>) -> Option<Fields<'a>> {
    let table = schema::english_fields_of(kind);
    let inside = fields.raw("en");
    if let (Some(node), Some(_)) = (inside, halves.english) {
        let finding = Finding::new(Code::UmumEnGanda).with("kolom", "en").with("berkas", english_name(halves));
        fields.report(node.span, finding);
    }
    if let Some(document) = halves.english {
        let start = Span { line: 1, column: 1, ..Span::WHOLE };
        return Some(Fields::open(ctx, &document.file, &document.fields, table, start, Opening::Part));
    }
    match &inside?.value {
        Value::Map(pairs) => Some(Fields::open(ctx, &halves.main.file, pairs, table, inside?.span, Opening::Part)),
        _ => {
            fields.report_form("en", inside?, "beberapa kolom (“nama: …”, “ringkas: …”)");
            None
        }
    }
}

/// The name of the file with the English text.
fn english_name(halves: Halves<'_>) -> &str {
    let file = halves.english.map_or("", |document| &*document.file);
    file.rsplit('/').next().unwrap_or(file)
}

/// Reads what all kinds share, and the consent, by which all later fields are judged.
pub fn read(fields: &Fields<'_>, source: &EntrySource, halves: Halves<'_>) -> Common {
    read_consent(fields, source.kind);
    let ctx = fields.ctx;
    let name_field = if tables::common::has_title(source.kind) { "judul" } else { "nama" };
    let (name, name_span) = fields.spanned_text(name_field).unwrap_or_else(|| (source.slug.to_string(), fields.span));
    let english_name = fields.english().and_then(|english| english.text(name_field));
    let body = BilingualProse {
        id: fields.body(halves.main.body.as_ref()),
        en: fields
            .english()
            .map(|english| english.body(halves.english.and_then(|document| document.body.as_ref())))
            .filter(|prose| !prose.is_empty()),
    };
    let checked = past(fields, "diperiksa_pada");
    report_age(fields, checked);
    let common = Common {
        slug: source.slug.clone(),
        file: source.file.clone(),
        name: Bilingual { id: name, en: english_name },
        name_span,
        summary: fields.bilingual("ringkas"),
        body,
        photos: photos(fields),
        keywords: fields.lines("kata_kunci"),
        featured: fields.flag("unggulan").unwrap_or(false),
        sample: fields.flag("contoh").unwrap_or(false),
        status: status(fields),
        published: date(fields, "terbit_pada"),
        updated: past(fields, "diperbarui"),
        checked,
        old_paths: old_paths(fields),
    };
    let _ = fields.text("diperiksa_oleh");
    if ctx.rules.english && !ctx.draft && source.kind != Kind::Impact {
        advise_english(fields, &common, name_field);
    }
    common
}

fn advise_english(fields: &Fields<'_>, common: &Common, name_field: &str) {
    let missing = |name: &str| Finding::new(Code::UmumEnKurang).with("kolom", name);
    if common.name.en.is_none() {
        fields.report(common.name_span, missing(name_field));
    } else if common.summary.as_ref().is_some_and(|summary| summary.en.is_none()) {
        fields.report(fields.span_of("ringkas"), missing("ringkas"));
    }
    let digits = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    if let Some(english) = &common.name.en
        && digits(english) != digits(&common.name.id)
        && !digits(english).is_empty()
        && !digits(&common.name.id).is_empty()
    {
        let finding = Finding::new(Code::UmumEnBeda)
            .with("kolom", name_field)
            .with("id", quoted(&common.name.id))
            .with("en", quoted(english));
        fields.report(common.name_span, finding);
    }
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

fn status(fields: &Fields<'_>) -> Status {
    match fields.choice("status") {
        Some("draf") => Status::Draft,
        Some("arsip") => Status::Archived,
        _ => Status::Published,
    }
}

/// A day.
pub fn date(fields: &Fields<'_>, name: &'static str) -> Option<Date> {
    fields.value(name, "tanggal", |scalar| Date::read(scalar.text))
}

/// A day that must not lie ahead.
pub fn past(fields: &Fields<'_>, name: &'static str) -> Option<Date> {
    let day = date(fields, name)?;
    if day > fields.ctx.rules.today {
        fields.report(
            fields.span_of(name),
            Finding::new(Code::UmumTanggalMasadepan).with("nilai", day).with("kolom", name),
        );
    }
    Some(day)
}

fn report_age(fields: &Fields<'_>, checked: Option<Date>) {
    let rules = fields.ctx.rules;
    if let Some(day) = checked
        && day.plus_months(rules.check_months as i32) < rules.today
    {
        let finding = Finding::new(Code::UmumUsang).with("tanggal", day).with("bulan", rules.check_months);
        fields.report(fields.span_of("diperiksa_pada"), finding);
    }
}

fn old_paths(fields: &Fields<'_>) -> Vec<(String, Span)> {
    let clean = |scalar: crate::model::Scalar<'_>| {
        let text = scalar.text.trim();
        let parts = || text.trim_matches('/').split('/');
        let good = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"\\:*?\"<>|#%".contains(letter);
        if !text.starts_with('/') || !text.chars().all(good) || parts().any(|part| matches!(part, "" | "." | "..")) {
            return Err(Finding::new(Code::AlamatLama).with("nilai", text));
        }
        Ok(crate::diagnostic::Reading::clean(format!("/{}/", text.trim_matches('/'))))
    };
    fields.values("alamat_lama", "alamat (/produk/nama-lama/)", clean)
}

/// `persetujuan`: read first, since it decides what else may be kept.
fn read_consent(fields: &Fields<'_>, kind: Kind) {
    if !matches!(kind, Kind::Business | Kind::Cooperative | Kind::Mentor | Kind::Story) {
        return;
    }
    let missing = Consent { status: ConsentStatus::Missing, scopes: Default::default() };
    let Some(record) = fields.record("persetujuan") else {
        if kind != Kind::Story {
            fields.ctx.set_consent(missing);
        }
        return;
    };
    let rules = fields.ctx.rules;
    let given = match record.choice("status") {
        Some("ya") => true,
        Some(_) => {
            record.report(record.span_of("status"), Finding::new(Code::PdpTiada));
            false
        }
        None => false,
    };
    let day = past(&record, "tanggal");
    let proof = record.text("bukti");
    if given && proof.is_none() && record.has("bukti") {
        record.report(record.span_of("bukti"), Finding::new(Code::PdpBukti));
    }
    if let Some(until) = date(&record, "sampai")
        && until < rules.today
    {
        record.report(record.span_of("sampai"), Finding::new(Code::PdpKedaluwarsa).with("tanggal", until));
    }
    let _ = (day, date(&record, "ditarik_pada"));
    let scopes = record.choices("lingkup").into_iter().filter_map(Scope::parse).collect();
    let status = if given { ConsentStatus::Given } else { ConsentStatus::Missing };
    fields.ctx.set_consent(Consent { status, scopes });
}

/// `foto`: files or records.
fn photos(fields: &Fields<'_>) -> Vec<Photo> {
    let Some(node) = fields.raw("foto") else { return Vec::new() };
    let items: Vec<&Node> = match &node.value {
        Value::List(items) => items.iter().collect(),
        _ => vec![node],
    };
    let mut photos: Vec<Photo> = Vec::new();
    fields.within("foto", node, items.len(), PHOTOS_MAX);
    for item in items.into_iter().take(PHOTOS_MAX) {
        if let Some(photo) = photo(fields, item) {
            if let Some(twin) = photos.iter().find(|other| other.path == photo.path) {
                let finding = Finding::new(Code::FotoSama).with("a", &*twin.path).with("b", &*photo.path);
                fields.report(photo.span, finding);
            }
            photos.push(photo);
        }
    }
    photos
}

fn photo(fields: &Fields<'_>, node: &Node) -> Option<Photo> {
    match &node.value {
        Value::Scalar { text, .. } => {
            let path = asset(fields, text, node.span)?;
            fields.report(node.span, Finding::new(Code::FotoAlt).with("berkas", text.trim()));
            Some(Photo { path, alt: None, credit: None, focus: None, span: node.span })
        }
        Value::Map(pairs) => {
            let table = tables::common::PHOTO.iter().collect();
            let record = Fields::open(fields.ctx, &fields.ctx.file, pairs, table, node.span, Opening::Whole);
            photo_record(&record)
        }
        _ => {
            fields.report_form("foto", node, "nama berkas foto");
            None
        }
    }
}

fn photo_record(record: &Fields<'_>) -> Option<Photo> {
    let (file, span) = record.spanned_text("berkas")?;
    let path = asset(record, &file, span);
    let alt = record.text("alt").map(|id| Bilingual { id, en: record.text("alt_en") });
    if alt.is_none() {
        record.report(span, Finding::new(Code::FotoAlt).with("berkas", &file));
    }
    let permission = record.text("izin");
    if record.flag("ada_anak") == Some(true) && permission.is_none() {
        record.report(record.span_of("ada_anak"), Finding::new(Code::PdpAnak).with("berkas", &file));
    }
    let numbers: Vec<f64> = record
        .values("fokus", "angka 0 sampai 1", |scalar| crate::model::Decimal::read(scalar.text))
        .into_iter()
        .map(|(value, _)| value.thousandths() as f64 / 1000.0)
        .collect();
    let focus = match numbers.as_slice() {
        [] => None,
        [x, y] if (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y) => Some((*x as f32, *y as f32)),
        _ => {
            let finding = Finding::new(Code::UmumTipe)
                .with("kolom", "fokus")
                .with("harapan", "dua angka 0 sampai 1")
                .with("nyata", "lain")
                .instead("[0.5, 0.5]");
            record.report(record.span_of("fokus"), finding);
            None
        }
    };
    Some(Photo { path: path?, alt, credit: record.text("kredit"), focus, span })
}

/// A file beside the entry, or below `content/foto/` when it starts with `/foto/`.
pub fn asset(fields: &Fields<'_>, name: &str, span: Span) -> Option<Arc<str>> {
    let ctx = fields.ctx;
    let name = name.trim();
    let path = match name.strip_prefix("/foto/") {
        Some(rest) => format!("content/foto/{rest}"),
        None => format!("{}/{name}", ctx.folder),
    };
    let escapes = name.split('/').any(|part| part == ".." || part == ".");
    if !escapes && let Some((found, _)) = ctx.assets.get_key_value(path.as_str()) {
        return Some(found.clone());
    }
    let near: Vec<&str> = ctx
        .assets
        .range(ctx.folder.clone()..)
        .take_while(|(asset, _)| asset.starts_with(&*ctx.folder))
        .filter_map(|(asset, _)| asset.strip_prefix(&*ctx.folder)?.strip_prefix('/'))
        .collect();
    let mut finding = Finding::new(Code::FotoTiada).with("berkas", name);
    if let Some(close) = crate::bahasa::nearest(name, &near) {
        finding = finding.instead(close);
    }
    fields.report(span, finding);
    None
}

/// Reads the files of a `File` field.
pub fn file(fields: &Fields<'_>, name: &'static str) -> Option<Arc<str>> {
    let (text, span) = fields.spanned_text(name)?;
    asset(fields, &text, span)
}
