//! Facilities: their index and their pages.

use super::super::cards::Card;
use super::super::desk::Desk;
use super::super::facets;
use super::super::shared::{self, badge};
use super::{fact, grouped, nothing_yet, plain_teaser, row, see_all};
use crate::model::{Facility, Id, Kind};
use crate::plan::Fixed;
use crate::view::card::TeaserCard;
use crate::view::center::{FacilityPage, Group, GroupedList};
use crate::view::text::{Badge, Fact, Words};

/// Other facilities shown below one.
const OTHERS: usize = 3;

/// All facilities, by state.
pub fn list(desk: &Desk<'_>) -> GroupedList {
    let all: Vec<(Id<Facility>, &Facility)> = desk.catalog.facilities.listed().collect();
    let group = |id: &str| Group {
        id: id.to_owned(),
        title: desk.strings.get(&format!("fasil.kelompok_{id}")).to_owned(),
        note: None,
        items: all
            .iter()
            .filter(|(_, entry)| state(entry) == id)
            .map(|(id, _)| facets::item(card(desk, *id), &[]))
            .collect(),
    };
    let page = GroupedList {
        title: Words::new(desk.t("nav.fasilitas")),
        lead: Some(Words::new(desk.t("fasil.isi"))),
        count: Some(desk.count("fasil.jumlah", all.len())),
        shape: "teaser".to_owned(),
        chips_label: desk.t("pusat.menurut_status").to_owned(),
        empty: Some(nothing_yet(desk, "fasil.kosong", None)),
        ..GroupedList::default()
    };
    grouped(desk, page, ["beroperasi", "dibangun", "rencana"].map(group).to_vec())
}

fn card(desk: &Desk<'_>, id: Id<Facility>) -> String {
    desk.card(Card::Teaser(Kind::Facility, id.index() as u32))
}

/// A facility that does not say its state is in use.
pub fn state(entry: &Facility) -> &'static str {
    entry.facts.state.unwrap_or("beroperasi")
}

fn state_badge(desk: &Desk<'_>, entry: &Facility) -> Badge {
    let tone = match state(entry) {
        "beroperasi" => "good",
        "dibangun" => "warn",
        _ => "plain",
    };
    badge(desk.strings.get(&format!("fasil.{}", state(entry))), tone)
}

/// Its card.
pub fn teaser(desk: &Desk<'_>, id: Id<Facility>) -> TeaserCard {
    let entry = desk.catalog.facilities.get(id);
    TeaserCard {
        kicker: entry.facts.room.as_ref().map(|room| room.text(desk.language).to_owned()),
        badges: vec![state_badge(desk, entry)],
        ..plain_teaser(desk, Kind::Facility, &entry.common)
    }
}

/// Builds the page of a facility.
pub fn view(desk: &Desk<'_>, id: Id<Facility>) -> FacilityPage {
    let entry = desk.catalog.facilities.get(id);
    let (common, facts) = (&entry.common, &entry.facts);
    let not_yet =
        (state(entry) != "beroperasi").then(|| desk.strings.get(&format!("fasil.{}_isi", state(entry))).to_owned());
    let ready = not_yet.is_none();
    let (label, text) = if ready { ("fasil.wa", "fasil.wa_isi") } else { ("beli.wa_tanya", "fasil.wa_kapan") };
    let count = desk.catalog.facilities.len();
    let around = (1..count).map(|step| Id::new((id.index() + step) % count));
    let others = around.filter(|other| desk.catalog.facilities.get(*other).common.is_listed()).take(OTHERS);
    FacilityPage {
        id: common.slug.to_string(),
        name: desk.words(&common.name),
        summary: desk.maybe_words(&common.summary),
        state: Some(state_badge(desk, entry)),
        notice: super::archived(desk, common).or(not_yet),
        cover: desk.described_picture(common, "cover"),
        photos: super::more_photos(desk, common),
        facts: details(desk, entry),
        equipment: super::words(desk, &facts.equipment),
        hours: facts.hours.as_ref().filter(|_| ready).map(|hours| shared::hours(desk, hours)),
        booking: facts.booking.as_ref().filter(|_| ready).map(|text| desk.words(text)),
        rules: super::words(desk, &facts.rules),
        body: desk.prose(&common.body),
        contact: super::office_about(desk, Kind::Facility, common, label, text),
        others: row(
            desk.t("fasil.lain"),
            others.map(|other| card(desk, other)).collect(),
            see_all(desk, Fixed::Facilities),
        ),
        updated: super::updated(desk, common),
        report_url: super::report(desk, &desk.entry(Kind::Facility, &common.slug)),
    }
}

fn details(desk: &Desk<'_>, entry: &Facility) -> Vec<Fact> {
    let facts = &entry.facts;
    let mut rows = Vec::new();
    rows.extend(facts.room.as_ref().map(|text| fact(desk.t("fasil.ruang"), desk.words(text))));
    rows.extend(facts.capacity.as_ref().map(|text| fact(desk.t("fas.kapasitas"), desk.indonesian(text))));
    rows.extend(facts.cost.as_ref().map(|text| fact(desk.t("prog.biaya"), price(desk, text))));
    rows
}

/// "Gratis", an amount, or the words of the entry.
fn price(desk: &Desk<'_>, text: &str) -> Words {
    match text.trim().parse::<u64>() {
        Ok(amount) => Words::new(super::cost(desk, amount)),
        Err(_) => desk.indonesian(text),
    }
}
