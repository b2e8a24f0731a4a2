//! The innovation center (specification 4.5).

use super::business::as_written;
use super::common::{date, file, past};
use super::fields::Fields;
use super::{presence, proofs};
use crate::diagnostic::{Code, Finding};
use crate::model::*;

/// Reads an innovation.
pub fn innovation(fields: &Fields<'_>, common: Common) -> Entry<InnovationFacts, InnovationLinks<Named>> {
    let readiness = fields.value("tkt", "angka 1 sampai 9", as_written).and_then(|text| {
        let level = text.parse::<u8>().ok().filter(|level| (1..=9).contains(level));
        if level.is_none() {
            fields.report(fields.span_of("tkt"), Finding::new(Code::InovTkt));
        }
        level
    });
    let basis = fields.record("tkt_dasar").and_then(|basis| Some((basis.text("oleh")?, past(&basis, "tanggal"))));
    if basis.is_none() && !fields.has("tkt_dasar") {
        fields.report(fields.span_of("tkt"), Finding::new(Code::InovTktDasar));
    }
    let results: Vec<Measurement> = fields.records("hasil").iter().filter_map(measurement).collect();
    if results.is_empty() && !fields.has("hasil") && !fields.ctx.draft {
        fields.report(fields.span, Finding::new(Code::InovHasil));
    }
    let facts = InnovationFacts {
        problem: fields.bilingual_prose("masalah"),
        solution: fields.bilingual_prose("solusi"),
        readiness: readiness.unwrap_or(1),
        readiness_basis: basis,
        progress: match fields.choice("status") {
            Some("uji") => Progress::Trial,
            Some("pakai") => Progress::InUse,
            Some("berhenti") => Progress::Discontinued,
            _ => Progress::Idea,
        },
        results,
        developer: fields.bilingual("pengembang_teks"),
        rights: proofs::read(fields, "hki"),
        downloads: fields.records("unduhan").iter().filter_map(download).collect(),
    };
    let links = InnovationLinks {
        users: fields.references("penerap").into_iter().map(AdopterLink::Unknown).collect(),
        developers: fields.references("pengembang"),
        group: fields.reference("pokja"),
        programmes: fields.references("program"),
    };
    Entry { common, facts, links }
}

fn measurement(record: &Fields<'_>) -> Option<Measurement> {
    let date = past(record, "tanggal");
    let before = record.text("sebelum");
    if date.is_none() || before.is_none() {
        record.report(record.span, Finding::new(Code::InovHasil));
    }
    Some(Measurement {
        measure: Bilingual { id: record.text("ukuran")?, en: record.text("ukuran_en") },
        before,
        after: record.text("sesudah")?,
        unit: record.text("satuan"),
        date,
        method: record.text("metode"),
    })
}

/// Ending of a file for download, and its most bytes.
const DOWNLOAD: (&str, u64) = (".pdf", 5_000_000);

fn download(record: &Fields<'_>) -> Option<Download> {
    let path = file(record, "berkas")?;
    if !path.to_lowercase().ends_with(DOWNLOAD.0) {
        let finding =
            Finding::new(Code::UmumTipe).with("kolom", "berkas").with("harapan", "berkas PDF").with("nyata", &*path);
        record.report(record.span_of("berkas"), finding);
    }
    if let Some(item) = record.ctx.assets.get(&path)
        && item.size > DOWNLOAD.1
    {
        let finding = Finding::new(Code::BerkasBesar)
            .with("mb", format!("{:.1}", item.size as f64 / 1e6).replace('.', ","))
            .with("maks", DOWNLOAD.1 / 1_000_000);
        record.report(record.span_of("berkas"), finding);
    }
    Some(Download { name: record.text("nama")?, path })
}

/// Reads `pendaftaran`.
pub fn registration(fields: &Fields<'_>) -> Option<Registration> {
    let record = fields.record("pendaftaran")?;
    Some(Registration {
        status: record.choice("status"),
        url: presence::url(&record, "tautan"),
        whatsapp: presence::phone(&record, "whatsapp"),
        until: date(&record, "sampai"),
    })
}

/// Whole rupiah, 0 for free. What a scheme lends may be far more than what a product costs.
pub fn fee(fields: &Fields<'_>, name: &'static str) -> Option<u64> {
    fields.value(name, "rupiah", |scalar| {
        let mut reading = Fee::read(scalar)?;
        reading.remarks.retain(|finding| finding.code != Code::ProdHargaWajar);
        Ok(reading.map(|fee| if let Fee::Paid(price) = fee { price.lowest().unwrap_or(0) } else { 0 }))
    })
}

/// Reads a programme.
pub fn programme(fields: &Fields<'_>, common: Common) -> Entry<ProgrammeFacts, ProgrammeLinks<Named>> {
    let outcome = |record: &Fields<'_>| {
        Some(Outcome {
            text: record.text("uraian")?,
            value: record.amount("nilai")?,
            unit: record.text("satuan"),
            as_of: record.value("per", "bulan", |scalar| YearMonth::read(scalar.text)),
            source: record.text("sumber")?,
        })
    };
    let facts = ProgrammeFacts {
        targets: fields.choices("sasaran"),
        fields: fields.choices("bidang"),
        benefits: fields.bilingual_lines("manfaat"),
        requirements: fields.bilingual_lines("syarat"),
        steps: fields.bilingual_lines("langkah"),
        cost: fee(fields, "biaya"),
        registration: registration(fields),
        schedule: fields.bilingual("jadwal"),
        office: fields.bilingual("penanggung_jawab"),
        outcomes: fields.records("hasil").iter().filter_map(outcome).collect(),
    };
    let links = ProgrammeLinks { group: fields.reference("pokja"), partners: fields.references("mitra") };
    Entry { common, facts, links }
}

/// Reads a facility.
pub fn facility(fields: &Fields<'_>, common: Common) -> Entry<FacilityFacts, NoLinks> {
    let facts = FacilityFacts {
        room: fields.bilingual("ruang"),
        capacity: fields.amount("kapasitas"),
        equipment: fields.bilingual_lines("alat"),
        hours: presence::hours(fields),
        booking: fields.bilingual("cara_pesan"),
        cost: fields.amount("biaya"),
        rules: fields.bilingual_lines("aturan"),
        state: fields.choice("status").filter(|state| matches!(*state, "rencana" | "dibangun" | "beroperasi")),
    };
    Entry { common, facts, links: NoLinks }
}

/// Reads a working group.
pub fn working_group(fields: &Fields<'_>, common: Common) -> Entry<WorkingGroupFacts, WorkingGroupLinks<Named>> {
    let goal = |record: &Fields<'_>| {
        Some(Goal {
            text: record.text("uraian")?,
            measure: record.text("ukuran"),
            target: record.decimal("target")?,
            reached: record.decimal("capaian"),
            as_of: record.value("per", "bulan", |scalar| YearMonth::read(scalar.text)),
        })
    };
    let note = |record: &Fields<'_>| Some((date(record, "tanggal")?, record.text("isi")?));
    let mut notes: Vec<(Date, String)> = fields.records("catatan").iter().filter_map(note).collect();
    notes.sort();
    let facts = WorkingGroupFacts {
        focus: fields.bilingual("fokus"),
        chair: fields.bilingual("ketua"),
        goals: fields.records("target").iter().filter_map(goal).collect(),
        notes,
    };
    let links = WorkingGroupLinks { members: fields.references("lembaga"), programmes: fields.references("program") };
    Entry { common, facts, links }
}

/// Reads a source.
pub fn source(fields: &Fields<'_>) -> Option<Source> {
    let record = fields.record("sumber")?;
    Some(Source {
        medium: record.text("media")?,
        date: past(&record, "tanggal"),
        author: record.text("penulis"),
        url: presence::url(&record, "tautan"),
    })
}

/// Reads a partner.
pub fn partner(fields: &Fields<'_>, common: Common) -> Entry<PartnerFacts, NoLinks> {
    let logo = fields.record("logo").and_then(|record| {
        let permitted = record.text("izin").is_some();
        file(&record, "berkas").filter(|_| permitted)
    });
    let facts = PartnerFacts {
        short: fields.text("singkatan"),
        kind: fields.choice("jenis").unwrap_or("swasta"),
        country: fields
            .value("negara", "kode 2 huruf", |scalar| Country::read(scalar.text))
            .map_or_else(|| "ID".to_owned(), |country| country.code().to_owned()),
        role: fields.bilingual("peran"),
        since: fields.whole("sejak").map(|year| year as i32),
        site: presence::url(fields, "situs"),
        logo,
        basis: fields.record("dasar").and_then(|basis| Some((basis.text("dokumen")?, date(&basis, "tanggal")))),
        source: source(fields),
    };
    Entry { common, facts, links: NoLinks }
}

/// Reads a mentor. The name itself needs consent: without it the entry is not published (`PDP-TIADA`).
pub fn mentor(fields: &Fields<'_>, common: Common) -> Entry<MentorFacts, MentorLinks<Named>> {
    let contact = fields.record("kontak");
    let facts = MentorFacts {
        title: fields.text("gelar"),
        expertise: fields.bilingual_lines("keahlian"),
        languages: fields.bilingual_lines("bahasa"),
        schedule: fields.bilingual("jadwal"),
        meeting: fields.bilingual("cara_temu"),
        whatsapp: contact.as_ref().and_then(|contact| presence::phone(contact, "whatsapp")),
        email: contact.as_ref().and_then(|contact| presence::email(contact, "surel")),
        social: contact.as_ref().map(presence::social).unwrap_or_default(),
        consent: fields.ctx.consent().unwrap_or(Consent { status: ConsentStatus::Missing, scopes: Default::default() }),
    };
    let links = MentorLinks { institution: fields.reference("lembaga") };
    Entry { common, facts, links }
}

/// Reads a funding scheme.
pub fn funding(fields: &Fields<'_>, common: Common) -> Entry<FundingFacts, NoLinks> {
    let url = presence::url(fields, "tautan_resmi");
    if url.is_none() && !fields.has("tautan_resmi") {
        fields.report(
            fields.span,
            Finding::new(Code::ModalResmi).instead("tautan_resmi: https://www.contoh.go.id/skema"),
        );
    }
    let rules = fields.ctx.rules;
    if let Some(day) = common.checked
        && day.days_until(rules.today) > rules.funding_days as i32
    {
        let finding = Finding::new(Code::ModalPeriksa).with("tanggal", day).with("hari", rules.funding_days);
        fields.report(fields.span_of("diperiksa_pada"), finding);
    }
    let ceiling = fields.record("plafon").map(|record| {
        let (least, most) = (fee(&record, "dari"), fee(&record, "sampai"));
        if least.zip(most).is_some_and(|(least, most)| least > most) {
            record.report(record.span_of("sampai"), Finding::new(Code::ProdHargaRentang));
        }
        (least, most)
    });
    let facts = FundingFacts {
        kind: fields.choice("jenis").unwrap_or("kredit"),
        targets: fields.choices("sasaran"),
        ceiling: ceiling.unwrap_or_default(),
        interest: fields.bilingual("bunga_teks"),
        term: fields.bilingual("tenor_teks"),
        requirements: fields.bilingual_lines("syarat"),
        lender: fields.bilingual("penyalur"),
        url,
    };
    Entry { common, facts, links: NoLinks }
}
