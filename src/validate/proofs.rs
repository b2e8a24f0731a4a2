//! Permits and proofs of quality (specification 4.4).

use super::common::{date, past};
use super::fields::Fields;
use crate::bahasa::Language;
use crate::diagnostic::{Code, Finding};
use crate::model::{Date, PermitKind, PermitNumber, Proof};

/// Days before the end of a permit at which the office is warned.
const SOON_DAYS: i32 = 60;

/// Reads a list of them. What is expired keeps its kind but loses its number.
pub fn read(fields: &Fields<'_>, name: &'static str) -> Vec<Proof> {
    fields.records(name).iter().filter_map(one).collect()
}

fn one(record: &Fields<'_>) -> Option<Proof> {
    let kind = PermitKind::parse(record.choice("jenis")?)?;
    let rules = record.ctx.rules;
    let status = record.choice("status");
    let number = number(record, kind, rules.today, &rules.pirt_area);
    let mut proof = Proof {
        kind,
        percent: record.decimal("nilai"),
        text: record.text("uraian"),
        giver: record.text("lembaga"),
        year: record.whole("tahun").map(|year| year as i32),
        registered: status != Some("proses"),
        issued: past(record, "terbit"),
        valid_until: date(record, "berlaku_sampai").or(number.as_ref().and_then(PermitNumber::expires)),
        checked: past(record, "diperiksa_pada"),
        number: number.map(|number| number.as_str().to_owned()),
    };
    if kind == PermitKind::LocalContent {
        let in_range = proof.percent.is_some_and(|percent| (0.0..=100.0).contains(&percent));
        if !in_range || proof.number.is_none() {
            record.report(record.span_of("nilai"), Finding::new(Code::TkdnNilai));
        }
    }
    require_words(record, kind);
    judge_validity(record, &mut proof, rules.today);
    Some(proof)
}

/// The number, of its kind's form. Food, halal, BPOM and SNI cannot do without one.
fn number(record: &Fields<'_>, kind: PermitKind, today: Date, home_area: &str) -> Option<PermitNumber> {
    let pending = record.choice("status") == Some("proses");
    let must = match kind {
        PermitKind::Pirt | PermitKind::Bpom | PermitKind::Halal | PermitKind::Sni => true,
        // Without a number only a pending right can be told apart from an invented one.
        PermitKind::Trademark | PermitKind::Copyright | PermitKind::Design | PermitKind::Patent => !pending,
        PermitKind::LocalContent | PermitKind::LabTest | PermitKind::Award => false,
    };
    let Some((text, span)) = record.spanned_text("nomor") else {
        if must && !record.has("nomor") && !record.ctx.draft {
            record.report_absent("nomor");
        }
        return None;
    };
    let mut read = PermitNumber::read(kind, &text, today);
    if let Ok(reading) = &mut read {
        // Another city may have its own code; a date of its own makes the number's year no news.
        let at_home = |finding: &Finding| finding.argument("kode") == Some(home_area);
        let dated = record.has("berlaku_sampai");
        reading.remarks.retain(|finding| match finding.code {
            Code::PirtWilayah => !at_home(finding),
            Code::PirtSegera => !dated,
            _ => true,
        });
    }
    record.accept("nomor", span, read)
}

/// What a test or an award cannot do without.
fn require_words(record: &Fields<'_>, kind: PermitKind) {
    let needed: &[&str] = match kind {
        PermitKind::LabTest => &["uraian", "lembaga", "terbit"],
        PermitKind::Award => &["uraian", "lembaga", "tahun"],
        _ => &[],
    };
    for name in needed.iter().filter(|name| !record.has(name) && !record.ctx.draft) {
        record.report_absent(name);
    }
}

/// Ended, or about to end.
fn judge_validity(record: &Fields<'_>, proof: &mut Proof, today: Date) {
    let Some(last) = proof.valid_until.filter(|_| record.has("berlaku_sampai")) else { return };
    let home_food = proof.kind == PermitKind::Pirt;
    let name = proof.kind.name(Language::Id);
    let span = record.span_of("berlaku_sampai");
    let left = today.days_until(last);
    if left < 0 {
        let finding = if home_food {
            Finding::new(Code::PirtKedaluwarsa).with("tahun", last.year())
        } else {
            Finding::new(Code::IzinKedaluwarsa).with("izin", name).with("tanggal", last)
        };
        record.report(span, finding);
        proof.number = None;
    } else if left < SOON_DAYS {
        let finding = if home_food {
            Finding::new(Code::PirtSegera).with("hari", left)
        } else {
            Finding::new(Code::IzinSegera).with("izin", name).with("tanggal", last).with("hari", left)
        };
        record.report(span, finding);
    }
}
