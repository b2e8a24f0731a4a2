//! Funding schemes: a table with links to the official pages, and a page for each. There is no form here, and nothing is
//! reckoned.

use super::super::cards::Card;
use super::super::desk::Desk;
use super::super::facets::{self, Mark};
use super::super::shared;
use super::{chip_to, fact, nothing_yet, plain_teaser, row, see_all};
use crate::bahasa::{rupiah, sort_key};
use crate::model::{Date, Event, Funding, Id, Kind, Programme};
use crate::plan::Fixed;
use crate::schema::tables;
use crate::view::card::{CardRow, TeaserCard};
use crate::view::center::{FundingList, FundingPage, Scheme};
use crate::view::text::{Chip, Fact, Words};

/// The field of work of programmes that help with funding.
const FIELD: &str = "permodalan";
/// Days for which a check counts as fresh.
const CHECKED_DAYS: i32 = 90;
/// Lines of the list of papers.
const PAPERS: u8 = 7;
/// What the table is filtered by.
const KEYS: &[(&str, &str)] = &[("sasaran", "saring.sasaran"), ("jenis", "saring.jenis_dana")];

/// The table of schemes.
pub fn list(desk: &Desk<'_>) -> FundingList {
    let mut listed: Vec<&Funding> =
        desk.catalog.fundings.rows().iter().filter(|entry| entry.common.is_listed()).collect();
    listed.sort_by_cached_key(|entry| sort_key(entry.common.name.text(desk.language)));
    let filters = facets::filters(desk, KEYS, listed.iter().map(|entry| marks(desk, entry)), String::new());
    let schemes: Vec<Scheme> = listed.into_iter().map(|entry| scheme(desk, entry)).collect();
    let clinics = clinics(desk);
    let events: Vec<Id<Event>> =
        clinics.iter().flat_map(|id| desk.catalog.back.programme_events.get(*id)).copied().collect();
    let [events, _] = super::event_rows(desk, &events, ["dana.klinik", "layanan.acara_lewat"]);
    FundingList {
        title: Words::new(desk.t("nav.pembiayaan")),
        lead: Some(Words::new(desk.t("dana.isi"))),
        warning: super::warning(desk),
        empty: schemes.is_empty().then(|| nothing_yet(desk, "dana.kosong", Some("dana.kosong_saran"))),
        schemes,
        filters,
        checklist: papers(desk),
        programmes: help(desk),
        events,
        contact: super::office(desk, desk.t("beli.wa_tanya"), desk.t("dana.wa_isi"), &desk.fixed(Fixed::Funding), None),
    }
}

/// Programmes that help with funding.
fn clinics(desk: &Desk<'_>) -> Vec<Id<Programme>> {
    let of_field = |entry: &Programme| entry.facts.fields.contains(&FIELD) && entry.common.is_listed();
    desk.catalog.programmes.iter().filter(|(_, entry)| of_field(entry)).map(|(id, _)| id).collect()
}

fn help(desk: &Desk<'_>) -> Option<CardRow> {
    let cards = clinics(desk).into_iter().map(|id| desk.card(Card::Teaser(Kind::Programme, id.index() as u32)));
    row(desk.t("dana.bantuan"), cards.collect(), see_all(desk, Fixed::Programmes))
}

fn papers(desk: &Desk<'_>) -> Vec<Words> {
    (1..=PAPERS).map(|at| Words::new(desk.strings.get(&format!("dana.siap_{at}")))).collect()
}

/// Its card.
pub fn teaser(desk: &Desk<'_>, id: Id<Funding>) -> TeaserCard {
    let entry = desk.catalog.fundings.get(id);
    let mut meta: Vec<String> = ceiling(desk, entry).into_iter().collect();
    meta.extend(super::targets(desk, &entry.facts.targets));
    TeaserCard { kicker: Some(kind(desk, entry)), meta, ..plain_teaser(desk, Kind::Funding, &entry.common) }
}

fn kind(desk: &Desk<'_>, entry: &Funding) -> String {
    shared::label(tables::center::FUNDING_KIND, entry.facts.kind, desk.language).to_owned()
}

/// "Rp5.000.000–Rp50.000.000", "Sampai Rp250.000.000".
fn ceiling(desk: &Desk<'_>, entry: &Funding) -> Option<String> {
    let amount = |value: u64| rupiah(value, desk.language);
    match entry.facts.ceiling {
        (Some(from), Some(to)) if from < to => Some(format!("{}–{}", amount(from), amount(to))),
        (_, Some(to)) => Some(desk.fill("dana.sampai", &[("n", &amount(to))])),
        (Some(from), None) => Some(desk.fill("dana.mulai", &[("n", &amount(from))])),
        (None, None) => None,
    }
}

/// Day from which the last check is called old.
fn old_from(entry: &Funding) -> Option<Date> {
    entry.common.checked.map(|day| day.plus_days(CHECKED_DAYS + 1))
}

fn scheme(desk: &Desk<'_>, entry: &Funding) -> Scheme {
    let url = entry.facts.url.as_deref();
    let old = old_from(entry);
    Scheme {
        url: desk.entry(Kind::Funding, &entry.common.slug),
        name: desk.words(&entry.common.name),
        kind: kind(desk, entry),
        targets: super::targets(desk, &entry.facts.targets).join(", "),
        ceiling: ceiling(desk, entry).unwrap_or_else(|| desk.t("dana.lihat_resmi").to_owned()),
        official: url.filter(|_| !desk.site.sample).map(str::to_owned),
        official_host: url.map(super::host).unwrap_or("–").to_owned(),
        checked: entry.common.checked.map(|day| desk.day(day)),
        old_from: old.map(|day| day.to_string()),
        is_old: old.is_some_and(|day| day <= desk.today),
        marks: facets::words(&marks(desk, entry)),
    }
}

fn marks(desk: &Desk<'_>, entry: &Funding) -> Vec<Mark> {
    let mut marks = facets::targets(desk, &entry.facts.targets);
    marks.extend(Mark::choice(desk, "jenis", tables::center::FUNDING_KIND, entry.facts.kind));
    marks
}

/// Builds the page of a scheme.
pub fn view(desk: &Desk<'_>, id: Id<Funding>) -> FundingPage {
    let entry = desk.catalog.fundings.get(id);
    let (common, facts) = (&entry.common, &entry.facts);
    let url = desk.entry(Kind::Funding, &common.slug);
    let old = old_from(entry);
    let official = facts.url.as_ref().filter(|_| !desk.site.sample);
    FundingPage {
        id: common.slug.to_string(),
        name: desk.words(&common.name),
        kind: kind(desk, entry),
        summary: desk.maybe_words(&common.summary),
        warning: super::warning(desk),
        targets: super::targets(desk, &facts.targets),
        facts: details(desk, entry),
        requirements: super::words(desk, &facts.requirements),
        official: official.map(|url| desk.link(desk.t("modal.resmi"), url.clone())),
        official_host: facts.url.as_deref().map(super::host).unwrap_or_default().to_owned(),
        checked: common.checked.map(|day| desk.fill("modal.diperiksa", &[("tanggal", &day.display(desk.language))])),
        old_from: old.map(|day| day.to_string()),
        old: desk.t("dana.lama").to_owned(),
        is_old: old.is_some_and(|day| day <= desk.today),
        body: desk.prose(&common.body),
        checklist: papers(desk),
        programmes: help(desk),
        others: others(desk, id),
        contact: super::office_about(desk, Kind::Funding, common, "beli.wa_tanya", "pusat.wa_isi"),
        updated: super::updated(desk, common),
        report_url: super::report(desk, &url),
    }
}

fn details(desk: &Desk<'_>, entry: &Funding) -> Vec<Fact> {
    let facts = &entry.facts;
    let mut rows = Vec::new();
    rows.extend(ceiling(desk, entry).map(|text| fact(desk.t("modal.plafon"), Words::new(text))));
    rows.extend(facts.interest.as_ref().map(|text| fact(desk.t("dana.bunga"), desk.words(text))));
    rows.extend(facts.term.as_ref().map(|text| fact(desk.t("dana.tenor"), desk.words(text))));
    rows.extend(facts.lender.as_ref().map(|text| fact(desk.t("dana.penyalur"), desk.words(text))));
    rows
}

fn others(desk: &Desk<'_>, id: Id<Funding>) -> Vec<Chip> {
    let listed = desk.catalog.fundings.iter().filter(|(other, entry)| *other != id && entry.common.is_listed());
    listed.map(|(_, entry)| chip_to(desk, Kind::Funding, &entry.common)).collect()
}
