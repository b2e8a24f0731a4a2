//! Cooperatives (specification 4.2).

use super::business::{as_written, founding_year};
use super::common::date;
use super::fields::Fields;
use super::presence;
use crate::diagnostic::{Code, Finding};
use crate::model::{
    Common, Consent, ConsentStatus, CoopNik, CooperativeFacts, Entry, LegalEntity, Members, NoLinks, YearMonth,
};

/// Least members of a primary cooperative, and least member cooperatives of a secondary one.
const MEMBERS_MIN: (u32, u32) = (9, 3);

/// Reads a cooperative.
pub fn read(fields: &Fields<'_>, common: Common) -> Entry<CooperativeFacts, NoLinks> {
    let consent =
        fields.ctx.consent().unwrap_or(Consent { status: ConsentStatus::Missing, scopes: Default::default() });
    if !common.name.id.to_lowercase().starts_with("koperasi") && !fields.ctx.draft {
        let name = format!("Koperasi {}", common.name.id);
        fields.report(common.name_span, Finding::new(Code::KopNama).with("saran", &name).instead(name));
    }
    let kind = fields.choice("jenis").unwrap_or("konsumen");
    let tier = fields.choice("bentuk").unwrap_or("primer");
    let units = fields.bilingual_lines("unit_usaha");
    let lends = kind == "simpan_pinjam" || units.iter().any(|unit| unit.id.to_lowercase().contains("simpan pinjam"));
    let audience = fields.choice("layanan_untuk");
    if lends && audience != Some("anggota") {
        fields.report(fields.span_of("layanan_untuk"), Finding::new(Code::KopSp).instead("layanan_untuk: anggota"));
    }
    let members = fields.record("anggota").and_then(|record| read_members(&record, tier));
    let last_meeting = fields.whole("rat_terakhir").map(|year| year as i32);
    if let Some(year) = last_meeting
        && year + 2 < fields.ctx.rules.today.year()
    {
        fields.report(fields.span_of("rat_terakhir"), Finding::new(Code::KopRat).with("tahun", year));
    }
    let officers = fields
        .records("pengurus")
        .iter()
        .filter_map(|record| Some((record.text("nama")?, record.text("jabatan")?)))
        .collect();
    let facts = CooperativeFacts {
        kind,
        pattern: fields.choice("pola"),
        tier,
        groups: fields.choices("kelompok"),
        legal_number: fields.value("badan_hukum", "nomor", |scalar| {
            LegalEntity::read(scalar.text).map(|reading| reading.map(|number| number.to_string()))
        }),
        legal_date: date(fields, "badan_hukum_tanggal"),
        registration_number: fields.value("nik", "angka", |scalar| {
            CoopNik::read(scalar.text).map(|reading| reading.map(|number| number.to_string()))
        }),
        since: founding_year(fields, "sejak"),
        members,
        last_meeting,
        units,
        members_only: lends || audience == Some("anggota"),
        joining: fields.bilingual_prose("cara_gabung"),
        officers,
        presence: presence::read(fields),
        consent,
    };
    Entry { common, facts, links: NoLinks }
}

fn read_members(record: &Fields<'_>, tier: &str) -> Option<Members> {
    let count = |name: &'static str| {
        let text = record.value(name, "angka bulat", as_written)?;
        let number = text.parse::<u32>().ok();
        if number.is_none() {
            record.report(record.span_of(name), Finding::new(Code::KopAnggota));
        }
        number
    };
    let people = count("orang")?;
    let (men, women) = (count("laki"), count("perempuan"));
    let secondary = tier == "sekunder";
    if secondary && people < MEMBERS_MIN.1 {
        record.report(record.span_of("orang"), Finding::new(Code::KopSekunder));
    } else if !secondary && people < MEMBERS_MIN.0 {
        record.report(record.span_of("orang"), Finding::new(Code::KopAnggota));
    }
    if let (Some(men), Some(women)) = (men, women)
        && men + women != people
    {
        let finding = Finding::new(Code::KopJumlah)
            .with("laki", men)
            .with("perempuan", women)
            .with("orang", people)
            .instead((men + women).to_string());
        record.report(record.span_of("orang"), finding);
    }
    let as_of = record.value("per", "bulan", |scalar| YearMonth::read(scalar.text));
    Some(Members { people, men, women, businesses: count("umkm"), as_of })
}
