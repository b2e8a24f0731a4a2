//! Programmes and services: their index and their pages.

use super::super::cards::Card;
use super::super::desk::Desk;
use super::super::facets::{self, Mark};
use super::super::shared;
use super::{fact, grouped, link_to, linked_fact, nothing_yet, plain_teaser, row, see_all, teasers};
use crate::model::{Id, Kind, Outcome, Programme, Seller};
use crate::plan::Fixed;
use crate::schema::tables;
use crate::view::block::{Callout, Step};
use crate::view::card::TeaserCard;
use crate::view::center::{Group, GroupedList, ProgrammePage, Sourced};
use crate::view::text::{Fact, Words};

/// What the list is filtered by.
const KEYS: &[(&str, &str)] = &[
    ("sasaran", "saring.sasaran"),
    ("bidang", "saring.bidang"),
    ("daftar", "saring.daftar"),
    ("biaya", "saring.biaya"),
];

/// All programmes, those open for registration first.
pub fn list(desk: &Desk<'_>) -> GroupedList {
    let listed = desk.catalog.programmes.listed();
    let mut all: Vec<(Id<Programme>, &Programme)> = listed.collect();
    all.sort_by_key(|(id, entry)| (!entry.common.featured, *id));
    let group = |id: &str| Group {
        id: id.to_owned(),
        title: desk.strings.get(&format!("layanan.kelompok_{id}")).to_owned(),
        note: None,
        items: all
            .iter()
            .filter(|(_, entry)| state(desk, entry) == id)
            .map(|(id, entry)| facets::item(card(desk, *id), &marks(desk, entry)))
            .collect(),
    };
    let page = GroupedList {
        title: Words::new(desk.t("nav.program")),
        lead: Some(Words::new(desk.t("layanan.isi"))),
        count: Some(desk.count("layanan.jumlah", all.len())),
        shape: "teaser".to_owned(),
        chips_label: desk.t("layanan.menurut").to_owned(),
        filters: facets::filters(desk, KEYS, all.iter().map(|(_, entry)| marks(desk, entry)), String::new()),
        empty: Some(nothing_yet(desk, "layanan.kosong", Some("layanan.kosong_saran"))),
        callouts: vec![register(desk), super::partner::invitation(desk)],
        ..GroupedList::default()
    };
    grouped(desk, page, ["buka", "segera", "lain"].map(group).to_vec())
}

/// "Daftarkan usaha".
pub fn register(desk: &Desk<'_>) -> Callout {
    Callout {
        title: desk.fill("layanan.punya_usaha", &[("kota", desk.city())]),
        text: desk.t("layanan.punya_usaha_isi").to_owned(),
        link: desk.link(desk.t("nav.daftar"), desk.fixed(Fixed::ListYourBusiness)),
    }
}

fn marks(desk: &Desk<'_>, entry: &Programme) -> Vec<Mark> {
    let facts = &entry.facts;
    let state = state(desk, entry);
    let rank = if state == "buka" { 0 } else { 1 };
    let mut marks = facets::targets(desk, &facts.targets);
    marks.extend(
        facts.fields.iter().filter_map(|field| Mark::choice(desk, "bidang", tables::center::FIELD_OF_WORK, field)),
    );
    if state != "lain" {
        marks.push(Mark::new("daftar", state, Words::new(desk.strings.get(&format!("prog.{state}"))), rank));
    }
    marks.extend(facts.cost.map(|cost| facets::cost(desk, cost)));
    marks
}

fn card(desk: &Desk<'_>, id: Id<Programme>) -> String {
    desk.card(Card::Teaser(Kind::Programme, id.index() as u32))
}

/// The group it stands in.
fn state(desk: &Desk<'_>, entry: &Programme) -> &'static str {
    let Some(registration) = &entry.facts.registration else { return "lain" };
    match registration.status {
        _ if registration.until.is_some_and(|last| last < desk.today) => "lain",
        Some("buka") => "buka",
        Some("segera") => "segera",
        _ => "lain",
    }
}

/// Its card.
pub fn teaser(desk: &Desk<'_>, id: Id<Programme>) -> TeaserCard {
    let entry = desk.catalog.programmes.get(id);
    let mut meta: Vec<String> = entry.facts.cost.map(|cost| super::cost(desk, cost)).into_iter().collect();
    meta.extend(super::targets(desk, &entry.facts.targets));
    TeaserCard {
        kicker: Some(fields(desk, entry)).filter(|text| !text.is_empty()),
        meta,
        badges: entry
            .facts
            .registration
            .as_ref()
            .and_then(|given| super::state_badge(desk, given))
            .into_iter()
            .collect(),
        ..plain_teaser(desk, Kind::Programme, &entry.common)
    }
}

/// "Produksi dan mutu, Promosi".
fn fields(desk: &Desk<'_>, entry: &Programme) -> String {
    let label = |field: &&'static str| shared::label(tables::center::FIELD_OF_WORK, field, desk.language);
    entry.facts.fields.iter().map(label).collect::<Vec<_>>().join(", ")
}

/// Builds the page of a programme.
pub fn view(desk: &Desk<'_>, id: Id<Programme>) -> ProgrammePage {
    let entry = desk.catalog.programmes.get(id);
    let (common, facts) = (&entry.common, &entry.facts);
    let back = &desk.catalog.back;
    let businesses = back.programme_businesses.get(id).iter().map(|id| Seller::Business(*id));
    let innovations = teasers(desk, Kind::Innovation, back.programme_innovations.get(id), |id| {
        &desk.catalog.innovations.get(id).common
    });
    let [events, past_events] =
        super::event_rows(desk, back.programme_events.get(id), ["layanan.acara", "layanan.acara_lewat"]);
    let url = desk.entry(Kind::Programme, &common.slug);
    let message = desk.fill("layanan.wa_isi", &[("nama", common.name.text(desk.language))]);
    let number = facts.registration.as_ref().and_then(|given| given.whatsapp.as_ref());
    ProgrammePage {
        id: common.slug.to_string(),
        name: desk.words(&common.name),
        kicker: fields(desk, entry),
        summary: desk.maybe_words(&common.summary),
        notice: super::archived(desk, common),
        cover: desk.described_picture(common, "cover"),
        targets: super::targets(desk, &facts.targets),
        benefits: super::words(desk, &facts.benefits),
        requirements: super::words(desk, &facts.requirements),
        steps: facts.steps.iter().map(|step| Step { title: desk.words(step), body: None }).collect(),
        facts: details(desk, entry),
        registration: super::registration(desk, facts.registration.as_ref()),
        contact: super::office(desk, desk.t("layanan.wa"), &message, &url, number),
        body: desk.prose(&common.body),
        results: facts.outcomes.iter().map(|outcome| result(desk, outcome)).collect(),
        relations: relations(desk, entry),
        businesses: row(desk.t("layanan.peserta"), super::maker_cards(desk, businesses), None),
        innovations: row(desk.t("layanan.inovasi"), innovations, see_all(desk, Fixed::Innovations)),
        events,
        past_events,
        updated: super::updated(desk, common),
        report_url: super::report(desk, &url),
    }
}

fn details(desk: &Desk<'_>, entry: &Programme) -> Vec<Fact> {
    let facts = &entry.facts;
    let mut rows = Vec::new();
    rows.extend(facts.schedule.as_ref().map(|text| fact(desk.t("layanan.jadwal"), desk.words(text))));
    rows.extend(facts.cost.map(|cost| fact(desk.t("prog.biaya"), Words::new(super::cost(desk, cost)))));
    rows.extend(facts.office.as_ref().map(|text| fact(desk.t("layanan.petugas"), desk.words(text))));
    rows
}

fn relations(desk: &Desk<'_>, entry: &Programme) -> Vec<Fact> {
    let group = entry.links.group.map(|id| link_to(desk, Kind::WorkingGroup, &desk.catalog.groups.get(id).common));
    let partners =
        entry.links.partners.iter().map(|id| link_to(desk, Kind::Partner, &desk.catalog.partners.get(*id).common));
    let rows = [
        linked_fact(desk.t("pusat.pokja"), group.into_iter().collect()),
        linked_fact(desk.t("layanan.mitra"), partners.collect()),
    ];
    rows.into_iter().flatten().collect()
}

fn result(desk: &Desk<'_>, outcome: &Outcome) -> Sourced {
    let value = crate::model::Decimal::read(&outcome.value).map(|reading| reading.value.display(desk.language));
    Sourced {
        value: value.unwrap_or_else(|_| outcome.value.clone()),
        unit: outcome.unit.as_deref().map(|text| desk.indonesian(text)),
        label: desk.indonesian(&outcome.text),
        as_of: super::as_of(desk, outcome.as_of),
        source: Some(desk.indonesian(&outcome.source)),
    }
}
