//! Working groups: their index and their pages.

use super::super::cards::Card;
use super::super::desk::Desk;
use super::super::facets;
use super::{chip_to, fact, grouped, nothing_yet, plain_teaser, row, see_all, teasers};
use crate::model::{Id, Kind, Programme, WorkingGroup};
use crate::plan::Fixed;
use crate::view::card::TeaserCard;
use crate::view::center::{Goal, Group, GroupedList, Note, WorkingGroupPage};
use crate::view::facet::Item;
use crate::view::text::{Chip, Words};

/// All working groups.
pub fn list(desk: &Desk<'_>) -> GroupedList {
    let listed = desk.catalog.groups.listed();
    let card = |id: Id<WorkingGroup>| desk.card(Card::Teaser(Kind::WorkingGroup, id.index() as u32));
    let items: Vec<Item> = listed.map(|(id, _)| facets::item(card(id), &[])).collect();
    let page = GroupedList {
        title: Words::new(desk.t("nav.pokja")),
        lead: Some(Words::new(desk.t("kelompok.isi"))),
        count: Some(desk.count("kelompok.jumlah", items.len())),
        shape: "teaser".to_owned(),
        empty: Some(nothing_yet(desk, "kelompok.kosong", None)),
        ..GroupedList::default()
    };
    grouped(desk, page, vec![Group { items, ..Group::default() }])
}

/// Its card.
pub fn teaser(desk: &Desk<'_>, id: Id<WorkingGroup>) -> TeaserCard {
    let entry = desk.catalog.groups.get(id);
    let programmes = programmes(desk, id).len();
    let innovations = desk.catalog.back.group_innovations.get(id).len();
    let mut meta = Vec::new();
    if programmes > 0 {
        meta.push(desk.count("kelompok.n_program", programmes));
    }
    if innovations > 0 {
        meta.push(desk.count("pusat.jumlah_inovasi", innovations));
    }
    TeaserCard { meta, ..plain_teaser(desk, Kind::WorkingGroup, &entry.common) }
}

/// Programmes it names, and those that name it.
fn programmes(desk: &Desk<'_>, id: Id<WorkingGroup>) -> Vec<Id<Programme>> {
    let mut all = desk.catalog.groups.get(id).links.programmes.clone();
    let back = desk.catalog.back.group_programmes.get(id);
    let missing: Vec<Id<Programme>> = back.iter().copied().filter(|programme| !all.contains(programme)).collect();
    all.extend(missing);
    all
}

/// Builds the page of a working group.
pub fn view(desk: &Desk<'_>, id: Id<WorkingGroup>) -> WorkingGroupPage {
    let entry = desk.catalog.groups.get(id);
    let (common, facts) = (&entry.common, &entry.facts);
    let programmes = programmes(desk, id);
    let programme_cards = teasers(desk, Kind::Programme, &programmes, |id| &desk.catalog.programmes.get(id).common);
    let innovations = desk.catalog.back.group_innovations.get(id);
    let innovation_cards = teasers(desk, Kind::Innovation, innovations, |id| &desk.catalog.innovations.get(id).common);
    let mut notes = facts.notes.clone();
    notes.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let mut rows = Vec::new();
    rows.extend(facts.focus.as_ref().map(|text| fact(desk.t("pokja.fokus"), desk.words(text))));
    rows.extend(facts.chair.as_ref().map(|text| fact(desk.t("pokja.ketua"), desk.words(text))));
    WorkingGroupPage {
        id: common.slug.to_string(),
        name: desk.words(&common.name),
        summary: desk.maybe_words(&common.summary),
        cover: desk.described_picture(common, "cover"),
        facts: rows,
        body: desk.prose(&common.body),
        goals: facts.goals.iter().map(|given| goal(desk, given)).collect(),
        notes: notes.iter().map(|(day, text)| Note { date: desk.day(*day), text: desk.indonesian(text) }).collect(),
        members: entry
            .links
            .members
            .iter()
            .map(|id| chip_to(desk, Kind::Partner, &desk.catalog.partners.get(*id).common))
            .collect(),
        programmes: row(desk.t("kelompok.program"), programme_cards, see_all(desk, Fixed::Programmes)),
        innovations: row(desk.t("kelompok.inovasi"), innovation_cards, see_all(desk, Fixed::Innovations)),
        contact: super::office_about(desk, Kind::WorkingGroup, common, "beli.wa_tanya", "pusat.wa_isi"),
        others: others(desk, id),
        updated: super::updated(desk, common),
        report_url: super::report(desk, &desk.entry(Kind::WorkingGroup, &common.slug)),
    }
}

fn others(desk: &Desk<'_>, id: Id<WorkingGroup>) -> Vec<Chip> {
    let listed = desk.catalog.groups.iter().filter(|(other, entry)| *other != id && entry.common.is_listed());
    listed.map(|(_, entry)| chip_to(desk, Kind::WorkingGroup, &entry.common)).collect()
}

fn goal(desk: &Desk<'_>, goal: &crate::model::Goal) -> Goal {
    let target = super::number(desk, goal.target);
    let percent =
        goal.reached.filter(|_| goal.target > 0.0).map(|reached| (reached / goal.target * 100.0).round().max(0.0));
    let value = match goal.reached {
        Some(reached) => desk.fill("kelompok.dari", &[("capaian", &super::number(desk, reached)), ("target", &target)]),
        None => desk.fill("kelompok.target", &[("target", &target)]),
    };
    Goal {
        label: desk.indonesian(&goal.text),
        value,
        unit: goal.measure.as_deref().map(|text| desk.indonesian(text)),
        share: percent.map_or_else(|| desk.t("kelompok.belum").to_owned(), |percent| format!("{percent}%")),
        percent: percent.map(|percent| percent.min(100.0) as u32),
        as_of: super::as_of(desk, goal.as_of),
    }
}
