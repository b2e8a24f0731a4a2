//! UMKM (specification 4.1).

use super::fields::Fields;
use super::{presence, proofs};
use crate::bahasa::nearest;
use crate::diagnostic::{Code, Finding, Reading};
use crate::model::{
    BusinessFacts, BusinessLinks, Category, Common, Consent, ConsentStatus, Entry, Id, Kbli, Named, Nib, Reference,
};
use crate::schema::Scope;

/// Reads a UMKM.
pub fn read(fields: &Fields<'_>, common: Common) -> Entry<BusinessFacts, BusinessLinks<Named>> {
    let consent =
        fields.ctx.consent().unwrap_or(Consent { status: ConsentStatus::Missing, scopes: Default::default() });
    let presence = presence::read(fields);
    // What was written and refused, or may not be shown, has its own message.
    let written = fields.has_content("kontak") || fields.has_content("tautan");
    if !presence.has_contact() && !written && presence.street.is_none() && consent.status == ConsentStatus::Given {
        fields.report(fields.span_of("kontak"), Finding::new(Code::UmkmTanpaKontak));
    }
    let number = fields
        .value("nib", "13 angka", |scalar| Nib::read(scalar.text).map(|reading| reading.map(|nib| nib.to_string())));
    if !fields.has("nib") && !fields.ctx.draft {
        fields.report(fields.span, Finding::new(Code::UmkmNibKosong));
    }
    let exports = fields.flag("siap_ekspor").unwrap_or(false);
    let countries = fields.lines("negara");
    let facts = BusinessFacts {
        field: field_of_business(fields),
        owner: fields.text("nama_pemilik"),
        form: fields.choice("bentuk_usaha"),
        since: founding_year(fields, "sejak"),
        scale: fields.choice("skala"),
        number_mark: number.as_deref().map(|number| (mark_of(number), fields.span_of("nib"))),
        has_business_number: number.is_some(),
        business_number: number.filter(|_| consent.allows(Scope::BusinessNumber)),
        activity_codes: activity_codes(fields),
        presence,
        export: exports.then_some(countries),
        proofs: proofs::read(fields, "izin"),
        consent,
    };
    let links = BusinessLinks { cooperative: fields.reference("koperasi"), programmes: guidance(fields) };
    Entry { common, facts, links }
}

/// The first bytes of a number's hash.
fn mark_of(number: &str) -> u64 {
    let hash = blake3::hash(number.as_bytes());
    hash.as_bytes().iter().take(8).fold(0, |mark, byte| mark << 8 | u64::from(*byte))
}

/// `jenis_usaha`: a top category.
fn field_of_business(fields: &Fields<'_>) -> Option<Id<Category>> {
    let (name, span) = fields.spanned_text("jenis_usaha")?;
    let tops = || fields.ctx.tables.categories.iter().filter(|(_, category)| category.parent.is_none());
    let found = tops().find(|(_, category)| category.slug == name || category.name.id.eq_ignore_ascii_case(&name));
    if let Some((id, _)) = found {
        return Some(id);
    }
    let slugs: Vec<&str> = tops().map(|(_, category)| category.slug.as_str()).collect();
    let mut finding = Finding::new(Code::UmumPilihan)
        .with("nilai", &name)
        .with("kolom", "jenis_usaha")
        .with("daftar", slugs.join(", "));
    if let Some(close) = nearest(&name, &slugs) {
        finding = finding.instead(close);
    }
    fields.report(span, finding);
    None
}

/// A year between 1900 and today.
pub fn founding_year(fields: &Fields<'_>, name: &'static str) -> Option<i32> {
    let year = fields.whole(name)?;
    if (1900..=i64::from(fields.ctx.rules.today.year())).contains(&year) {
        return Some(year as i32);
    }
    fields.report(fields.span_of(name), Finding::new(Code::UmkmTahun).with("nilai", year));
    None
}

fn activity_codes(fields: &Fields<'_>) -> Vec<String> {
    let codes = fields.values("kbli", "kode 5 angka", |scalar| {
        Kbli::read(scalar.text).map(|reading| reading.map(|code| code.to_string()))
    });
    let edition = fields.choice("kbli_versi");
    if !codes.is_empty() && edition == Some("2020") {
        fields.report(fields.span_of("kbli_versi"), Finding::new(Code::UmkmKbliLama));
    }
    for (code, span) in &codes {
        if !has_division(code, edition == Some("2025")) {
            let finding =
                Finding::new(Code::UmkmKbliTakada).with("kode", code).with("versi", edition.unwrap_or("2020"));
            fields.report(*span, finding);
        }
    }
    codes.into_iter().map(|(code, _)| code).collect()
}

/// Whether the first two digits are a division of KBLI, which follows the international classification (ISIC): revision 4
/// in the edition of 2020, revision 5 in that of 2025, where vehicles lost their own division.
fn has_division(code: &str, newest: bool) -> bool {
    let division: u8 = code.get(..2).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    let empty = matches!(division, 0 | 4 | 34 | 40 | 44 | 48 | 54 | 57 | 67 | 76 | 83 | 89);
    let gone = newest && division == 45;
    !empty && !gone
}

fn guidance(fields: &Fields<'_>) -> Vec<(Reference, Option<i32>)> {
    let records = fields.records("pembinaan");
    let one = |record: &Fields<'_>| Some((record.reference("program")?, record.whole("tahun").map(|year| year as i32)));
    records.iter().filter_map(one).collect()
}

/// A text that is kept as written.
pub fn as_written(scalar: crate::model::Scalar<'_>) -> crate::diagnostic::Read<String> {
    Ok(Reading::clean(scalar.text.trim().to_owned()))
}
