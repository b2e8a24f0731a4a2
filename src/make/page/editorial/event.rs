//! Events: what is coming, the archive, a page for each.

use super::super::cards::Card;
use super::super::center::{
    archived, chip_to, cost, fact, grouped, is_listed, link_to, more_photos, registration, report, row, targets,
    updated,
};
use super::super::desk::Desk;
use super::super::shared::{self, badge};
use crate::bahasa::{clock, month_name, month_short};
use crate::model::{Event, Id, Kind, Moment, PlaceId};
use crate::plan::{Fixed, address, files};
use crate::schema::tables;
use crate::view::card::EventRow;
use crate::view::center::{Group, GroupedList, Subscription};
use crate::view::editorial::{EventPage, Online, Venue};
use crate::view::text::{Badge, Chip, Day, Empty, Fact, Words};

/// Other events shown below one.
const OTHERS: usize = 3;
/// Last minute of a day: the end of an event that names none.
const LAST_MINUTE: u16 = 24 * 60 - 1;

/// When it ends: at the latest with its day.
fn end(event: &Event) -> Moment {
    let start = event.facts.start;
    event.facts.end.or_else(|| Moment::new(start.date(), LAST_MINUTE)).unwrap_or(start)
}

/// Was it over before the day of the build? On that day itself the browser knows better.
pub fn is_past(desk: &Desk<'_>, event: &Event) -> bool {
    end(event).date() < desk.today
}

/// Events of the lists, first to last.
fn listed<'a>(desk: &Desk<'a>, past: bool) -> Vec<(Id<Event>, &'a Event)> {
    let mut all: Vec<(Id<Event>, &Event)> =
        desk.catalog.events.iter().filter(|(_, event)| is_listed(&event.common)).collect();
    all.retain(|(_, event)| is_past(desk, event) == past);
    all.sort_by_key(|(id, event)| (event.facts.start, *id));
    all
}

fn token(desk: &Desk<'_>, id: Id<Event>) -> String {
    desk.card(Card::Event(id))
}

/// What is coming, by month.
pub fn list(desk: &Desk<'_>) -> GroupedList {
    let coming = listed(desk, false);
    let past = listed(desk, true).len();
    let mut groups: Vec<Group> = Vec::new();
    for (id, event) in &coming {
        // What has begun in an earlier month is still going on in this one.
        let month = event.facts.start.date().max(desk.today).year_month();
        let anchor = format!("m-{month}");
        match groups.last_mut() {
            Some(group) if group.id == anchor => group.cards.push(token(desk, *id)),
            _ => groups.push(Group {
                id: anchor,
                title: month.display(desk.language),
                note: None,
                cards: vec![token(desk, *id)],
            }),
        }
    }
    let archive = desk.chip(Words::new(desk.t("acara.arsip")), desk.fixed(Fixed::EventArchive), Some(past));
    let calendar = desk.link(desk.t("acara.langganan"), desk.href(&files::calendar(desk.language)));
    let page = GroupedList {
        title: Words::new(desk.t("nav.agenda")),
        lead: Some(Words::new(desk.t("acara.isi"))),
        count: Some(desk.count("acara.jumlah", coming.len())),
        shape: "row".to_owned(),
        chips: if past > 0 { vec![archive] } else { Vec::new() },
        chips_label: desk.t("acara.menurut_bulan").to_owned(),
        empty: Some(Empty {
            title: desk.t("kosong.agenda").to_owned(),
            hint: Some(desk.t("kosong.agenda_saran").to_owned()),
            links: vec![
                desk.link(desk.t("acara.arsip"), desk.fixed(Fixed::EventArchive)),
                desk.link(desk.t("nav.kabar"), desk.fixed(Fixed::News)),
            ],
        }),
        subscriptions: vec![Subscription { icon: "kalender".to_owned(), link: calendar }],
        ..GroupedList::default()
    };
    keep_titles(grouped(desk, page, groups.clone()), &groups)
}

/// A list by time keeps its titles even when there is one group: the month or year says when.
pub fn keep_titles(page: GroupedList, groups: &[Group]) -> GroupedList {
    let single = page.groups.len() == 1;
    let restored = page.groups.into_iter().map(|group| {
        let title =
            groups.iter().find(|other| other.id == group.id).map(|other| other.title.clone()).unwrap_or_default();
        if single { Group { title, ..group } } else { group }
    });
    GroupedList { groups: restored.collect(), ..page }
}

/// What has been, by year, last to first.
pub fn archive(desk: &Desk<'_>) -> GroupedList {
    let past = listed(desk, true);
    let mut groups: Vec<Group> = Vec::new();
    for (id, event) in past.iter().rev() {
        let year = event.facts.start.date().year().to_string();
        let anchor = format!("y-{year}");
        match groups.last_mut() {
            Some(group) if group.id == anchor => group.cards.push(token(desk, *id)),
            _ => groups.push(Group { id: anchor, title: year, note: None, cards: vec![token(desk, *id)] }),
        }
    }
    let back = desk.link(desk.t("nav.agenda"), desk.fixed(Fixed::Events));
    let page = GroupedList {
        title: Words::new(desk.t("acara.arsip")),
        lead: Some(Words::new(desk.t("acara.arsip_isi"))),
        count: Some(desk.count("acara.jumlah", past.len())),
        shape: "row".to_owned(),
        chips: vec![desk.chip(Words::new(desk.t("agenda.akan")), desk.fixed(Fixed::Events), None)],
        chips_label: desk.t("warta.menurut_tahun").to_owned(),
        empty: Some(Empty { title: desk.t("acara.arsip_kosong").to_owned(), hint: None, links: vec![back] }),
        ..GroupedList::default()
    };
    keep_titles(grouped(desk, page, groups.clone()), &groups)
}

fn kind(desk: &Desk<'_>, event: &Event) -> String {
    shared::label(tables::editorial::EVENT_KIND, event.facts.kind, desk.language).to_owned()
}

/// "09.00–12.00 WIB", "09.00 WIB sampai selesai"; `None` for a whole day.
fn times(desk: &Desk<'_>, event: &Event) -> Option<String> {
    let from = event.facts.start.minute_of_day();
    let shown = clock(from, desk.language);
    match event.facts.end {
        Some(until) if from == 0 && until.minute_of_day() >= LAST_MINUTE => None,
        Some(until) => Some(format!("{shown}–{} WIB", clock(until.minute_of_day(), desk.language))),
        None if from == 0 => None,
        None => Some(desk.fill("acara.sampai_selesai", &[("a", &format!("{shown} WIB"))])),
    }
}

/// "Sabtu, 19 Desember 2026", "Sabtu, 19 Desember – Minggu, 20 Desember 2026".
fn days(desk: &Desk<'_>, event: &Event) -> String {
    let (first, last) = (event.facts.start.date(), end(event).date());
    if last <= first {
        return first.display_long(desk.language);
    }
    let opening = if first.year() == last.year() {
        format!("{}, {} {}", first.weekday().name(desk.language), first.day(), month_name(first.month(), desk.language))
    } else {
        first.display_long(desk.language)
    };
    format!("{opening} – {}", last.display_long(desk.language))
}

/// The place of the venue, when its kelurahan is one of the city's.
fn place(desk: &Desk<'_>, event: &Event) -> Option<PlaceId> {
    let venue = event.facts.venue.as_ref()?;
    let village = venue.village.as_deref()?;
    let places = &desk.catalog.places;
    let districts = match venue.district {
        Some(district) => vec![district],
        None => (0..places.districts.len() as u16).collect(),
    };
    districts.into_iter().find_map(|district| places.find_village(district, village))
}

/// "Ruang pamer, Setu" or "Daring".
fn where_short(desk: &Desk<'_>, event: &Event) -> String {
    match (&event.facts.venue, place(desk, event)) {
        (Some(venue), Some(place)) => format!("{}, {}", venue.name, desk.district_name(place)),
        (Some(venue), None) => venue.name.clone(),
        (None, _) => desk.t("agenda.daring").to_owned(),
    }
}

/// Cancelled, postponed, free.
fn badges(desk: &Desk<'_>, event: &Event) -> Vec<Badge> {
    let state = match event.facts.state {
        "batal" => Some(badge(desk.t("agenda.batal"), "warn")),
        "tunda" => Some(badge(desk.t("agenda.tunda"), "warn")),
        _ => None,
    };
    let free = (event.facts.cost == Some(0)).then(|| badge(desk.t("prog.gratis"), "good"));
    let online =
        (event.facts.online.is_some() && event.facts.venue.is_some()).then(|| badge(desk.t("agenda.daring"), "plain"));
    [state, free, online].into_iter().flatten().collect()
}

/// Its row in lists.
pub fn card(desk: &Desk<'_>, id: Id<Event>) -> EventRow {
    let event = desk.catalog.events.get(id);
    let (first, last) = (event.facts.start.date(), end(event).date());
    let language = desk.language;
    let span = if last <= first {
        first.weekday().name(language).to_owned()
    } else {
        let closing = format!("{} {}", last.day(), month_name(last.month(), language));
        let opening = if first.month() == last.month() {
            first.day().to_string()
        } else {
            format!("{} {}", first.day(), month_name(first.month(), language))
        };
        format!("{}–{}, {opening}–{closing}", first.weekday().name(language), last.weekday().name(language))
    };
    EventRow {
        url: desk.entry(Kind::Event, &event.common.slug),
        title: desk.words(&event.common.name),
        start: Day { iso: event.facts.start.iso(), text: first.display(language) },
        end_iso: end(event).iso(),
        day: first.day().to_string(),
        month: month_short(first.month(), language).to_owned(),
        when: times(desk, event).map_or_else(|| span.clone(), |times| format!("{span}, {times}")),
        place: where_short(desk, event),
        kind: kind(desk, event),
        badges: badges(desk, event),
    }
}

/// Builds the page of an event.
pub fn view(desk: &Desk<'_>, id: Id<Event>) -> EventPage {
    let event = desk.catalog.events.get(id);
    let (common, facts) = (&event.common, &event.facts);
    let past = is_past(desk, event);
    let called_off = match facts.state {
        "batal" => Some(desk.t("acara.batal_isi").to_owned()),
        "tunda" => Some(desk.t("acara.tunda_isi").to_owned()),
        _ => None,
    };
    let on = called_off.is_none();
    let url = desk.entry(Kind::Event, &common.slug);
    EventPage {
        id: common.slug.to_string(),
        title: desk.words(&common.name),
        kind: kind(desk, event),
        summary: desk.maybe_words(&common.summary),
        badges: badges(desk, event),
        notice: called_off.or_else(|| archived(desk, common)),
        cover: desk.described_picture(common, "cover"),
        photos: more_photos(desk, common),
        start: Day { iso: facts.start.iso(), text: facts.start.date().display(desk.language) },
        end_iso: end(event).iso(),
        is_past: past,
        days: days(desk, event),
        times: times(desk, event),
        venue: venue(desk, event),
        online: facts.online.as_ref().map(|room| Online {
            label: desk.t("agenda.daring").to_owned(),
            url: Some(room.clone()).filter(|_| !desk.site.sample && !past && on),
        }),
        facts: details(desk, event),
        registration: facts.registration.as_ref().filter(|_| on).map(|given| registration(desk, Some(given))),
        contact: contact(desk, event, &url),
        ics_url: (facts.state != "batal").then(|| desk.href(&files::event_calendar(event, desk.language))),
        speakers: speakers(desk, event),
        programme: event
            .links
            .programme
            .map(|id| link_to(desk, Kind::Programme, &desk.catalog.programmes.get(id).common)),
        body: desk.prose(&common.body),
        review: desk.prose(&facts.review).filter(|_| past || facts.start.date() <= desk.today),
        others: row(
            desk.t("acara.lain"),
            others(desk, id),
            Some(desk.link(desk.t("umum.lihat_semua"), desk.fixed(Fixed::Events))),
        ),
        archive: desk.link(desk.t("acara.arsip"), desk.fixed(Fixed::EventArchive)),
        updated: updated(desk, common),
        report_url: report(desk, &url),
    }
}

fn venue(desk: &Desk<'_>, event: &Event) -> Option<Venue> {
    let venue = event.facts.venue.as_ref()?;
    let place = place(desk, event);
    Some(Venue {
        name: desk.indonesian(&venue.name),
        address: venue.address.clone(),
        area: place.map(|place| desk.area(place)).or_else(|| venue.village.clone()),
        area_url: place.map(|place| desk.href(&address::village(desk.catalog, place, desk.language))),
    })
}

fn details(desk: &Desk<'_>, event: &Event) -> Vec<Fact> {
    let facts = &event.facts;
    let mut rows = Vec::new();
    rows.extend(facts.cost.map(|amount| fact(desk.t("prog.biaya"), Words::new(cost(desk, amount)))));
    rows.extend(
        facts
            .capacity
            .map(|places| fact(desk.t("acara.kuota"), Words::new(desk.count("acara.orang", places as usize)))),
    );
    let whom = targets(desk, &facts.targets).join(", ");
    if !whom.is_empty() {
        rows.push(fact(desk.t("prog.untuk"), Words::new(whom)));
    }
    rows
}

fn contact(desk: &Desk<'_>, event: &Event, url: &str) -> crate::view::contact::Contact {
    let number = event.facts.registration.as_ref().and_then(|given| given.whatsapp.as_ref());
    let day = event.facts.start.date().display(desk.language);
    let text = desk.fill("acara.wa_isi", &[("nama", event.common.name.text(desk.language)), ("tanggal", &day)]);
    super::super::center::office(desk, desk.t("acara.wa"), &text, url, number)
}

fn speakers(desk: &Desk<'_>, event: &Event) -> Vec<Chip> {
    event.links.speakers.iter().map(|id| chip_to(desk, Kind::Mentor, &desk.catalog.mentors.get(*id).common)).collect()
}

/// The next ones that are coming.
fn others(desk: &Desk<'_>, id: Id<Event>) -> Vec<String> {
    let coming = listed(desk, false);
    coming.iter().filter(|(other, _)| *other != id).take(OTHERS).map(|(other, _)| token(desk, *other)).collect()
}
