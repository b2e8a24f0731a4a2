//! Mentors: their index and their pages, as far as each has consented.

use super::super::cards::Card;
use super::super::desk::Desk;
use super::super::facets::{self, Mark};
use super::super::shared;
use super::{fact, grouped, link_to, nothing_yet, plain_teaser, row, see_all};
use crate::model::{Id, Kind, Mentor};
use crate::plan::Fixed;
use crate::schema::Scope;
use crate::view::card::TeaserCard;
use crate::view::center::{Group, GroupedList, MentorPage};
use crate::view::contact::{Contact, Way};
use crate::view::text::{Fact, Words};

/// Other mentors shown below one.
const OTHERS: usize = 3;
/// Fields of expertise on a card.
const EXPERTISE: usize = 2;

/// What the list is filtered by.
const KEYS: &[(&str, &str)] = &[("keahlian", "saring.keahlian"), ("mitra", "saring.asal")];

/// All mentors.
pub fn list(desk: &Desk<'_>) -> GroupedList {
    let all: Vec<(Id<Mentor>, &Mentor)> = desk.catalog.mentors.listed().collect();
    let items = all.iter().map(|(id, entry)| facets::item(card(desk, *id), &marks(desk, entry))).collect();
    let page = GroupedList {
        title: Words::new(desk.t("nav.mentor")),
        lead: Some(Words::new(desk.t("pendamping.isi"))),
        count: Some(desk.count("pendamping.jumlah", all.len())),
        shape: "teaser".to_owned(),
        filters: facets::filters(desk, KEYS, all.iter().map(|(_, entry)| marks(desk, entry)), String::new()),
        empty: Some(nothing_yet(desk, "pendamping.kosong", Some("layanan.kosong_saran"))),
        ..GroupedList::default()
    };
    grouped(desk, page, vec![Group { items, ..Group::default() }])
}

fn marks(desk: &Desk<'_>, entry: &Mentor) -> Vec<Mark> {
    let skills = entry.facts.expertise.iter();
    let mut marks: Vec<Mark> =
        skills.map(|text| Mark::new("keahlian", &text.id, super::titled(desk.words(text)), 0)).collect();
    marks.extend(entry.links.institution.map(|id| {
        let partner = &desk.catalog.partners.get(id).common;
        Mark::new("mitra", &partner.slug, desk.words(&partner.name), 0)
    }));
    marks
}

fn card(desk: &Desk<'_>, id: Id<Mentor>) -> String {
    desk.card(Card::Teaser(Kind::Mentor, id.index() as u32))
}

/// Its card.
pub fn teaser(desk: &Desk<'_>, id: Id<Mentor>) -> TeaserCard {
    let entry = desk.catalog.mentors.get(id);
    let first: Vec<&str> = entry.facts.expertise.iter().take(EXPERTISE).map(|text| text.text(desk.language)).collect();
    let plain = plain_teaser(desk, Kind::Mentor, &entry.common);
    TeaserCard {
        title: name(desk, entry),
        kicker: Some(super::capital(&first.join(", "))).filter(|text| !text.is_empty()),
        picture: plain.picture.clone().filter(|_| entry.facts.consent.allows(Scope::OwnerPhoto)),
        ..plain
    }
}

/// The name with its academic title.
fn name(desk: &Desk<'_>, entry: &Mentor) -> Words {
    let words = desk.words(&entry.common.name);
    match &entry.facts.title {
        Some(title) => Words { text: format!("{}, {title}", words.text), ..words },
        None => words,
    }
}

/// Builds the page of a mentor.
pub fn view(desk: &Desk<'_>, id: Id<Mentor>) -> MentorPage {
    let entry = desk.catalog.mentors.get(id);
    let (common, facts) = (&entry.common, &entry.facts);
    let institution =
        entry.links.institution.map(|id| link_to(desk, Kind::Partner, &desk.catalog.partners.get(id).common));
    let [events, past_events] =
        super::event_rows(desk, desk.catalog.back.mentor_events.get(id), ["pendamping.acara", "layanan.acara_lewat"]);
    let count = desk.catalog.mentors.len();
    let around = (1..count).map(|step| Id::new((id.index() + step) % count));
    let others = around.filter(|other| desk.catalog.mentors.get(*other).common.is_listed()).take(OTHERS);
    MentorPage {
        id: common.slug.to_string(),
        name: name(desk, entry),
        summary: desk.maybe_words(&common.summary),
        picture: desk.described_picture(common, "card").filter(|_| facts.consent.allows(Scope::OwnerPhoto)),
        institution: institution.clone(),
        expertise: facts.expertise.iter().map(|text| super::titled(desk.words(text))).collect(),
        facts: details(desk, entry, institution),
        contact: contact(desk, entry),
        body: desk.prose(&common.body),
        events,
        past_events,
        others: row(
            desk.t("pendamping.lain"),
            others.map(|other| card(desk, other)).collect(),
            see_all(desk, Fixed::Mentors),
        ),
        updated: super::updated(desk, common),
        report_url: super::report(desk, &desk.entry(Kind::Mentor, &common.slug)),
    }
}

fn details(desk: &Desk<'_>, entry: &Mentor, institution: Option<crate::view::text::Link>) -> Vec<Fact> {
    let facts = &entry.facts;
    let mut rows = Vec::new();
    rows.extend(super::linked_fact(desk.t("pendamping.lembaga"), institution.into_iter().collect()));
    rows.extend(facts.schedule.as_ref().map(|text| fact(desk.t("mentor.jadwal"), desk.words(text))));
    rows.extend(facts.meeting.as_ref().map(|text| fact(desk.t("pendamping.temu"), desk.words(text))));
    rows.extend(super::joined(desk, &facts.languages).map(|text| fact(desk.t("pendamping.bahasa"), text)));
    rows
}

/// The mentor's own number and accounts where there is a consent, else the office.
fn contact(desk: &Desk<'_>, entry: &Mentor) -> Contact {
    let facts = &entry.facts;
    let live = !desk.site.sample;
    let mut contact = super::office_about(desk, Kind::Mentor, &entry.common, "pendamping.wa", "pendamping.wa_isi");
    if let Some(phone) = &facts.whatsapp {
        let text = desk.fill("pendamping.wa_isi", &[("nama", entry.common.name.text(desk.language))]);
        contact.whatsapp = Some(shared::whatsapp(desk, phone, desk.t("pendamping.wa"), &text));
    }
    if let Some(email) = &facts.email {
        contact.ways = vec![Way {
            icon: "surel".to_owned(),
            label: desk.language.pick("Surel", "E-mail").to_owned(),
            shown: email.clone(),
            url: live.then(|| format!("mailto:{email}")),
        }];
    }
    contact.ways.extend(facts.social.iter().map(|link| Way {
        icon: link.kind().key().to_owned(),
        label: link.kind().label().to_owned(),
        shown: link.host().to_owned(),
        url: live.then(|| link.address().to_owned()),
    }));
    contact
}
