//! Events: what is coming, the archive, a page for each.

use super::super::cards::Card;
use super::super::center::{
    archived, chip_to, cost, fact, link_to, more_photos, registration, report, row, targets, updated,
};
use super::super::desk::Desk;
use super::super::facets::{self, Mark};
use super::super::shared::{self, badge};
use super::{Period, by_period};
use crate::bahasa::{clock, month_name, month_short};
use crate::model::{Event, Id, Kind, PlaceId};
use crate::plan::{Fixed, address, files};
use crate::schema::tables;
use crate::view::card::EventRow;
use crate::view::center::{GroupedList, Subscription};
use crate::view::editorial::{EventPage, Online, Venue};
use crate::view::facet::Item;
use crate::view::text::{Badge, Chip, Day, Empty, Fact, Words};

/// Other events shown below one.
const OTHERS: usize = 3;
/// What the list of coming events is filtered by.
const KEYS: &[(&str, &str)] = &[
    ("jenis", "saring.jenis_acara"),
    ("kec", "saring.kecamatan"),
    ("sasaran", "saring.sasaran"),
    ("biaya", "saring.biaya"),
    ("cara", "saring.cara"),
];
/// What the archive is filtered by.
const ARCHIVE_KEYS: &[(&str, &str)] = &[
    ("jenis", "saring.jenis_acara"),
    ("tahun", "saring.tahun"),
    ("kec", "saring.kecamatan"),
    ("sasaran", "saring.sasaran"),
];

fn token(desk: &Desk<'_>, id: Id<Event>) -> String {
    desk.card(Card::Event(id))
}

fn item(desk: &Desk<'_>, id: Id<Event>) -> Item {
    facets::item(token(desk, id), &marks(desk, desk.catalog.events.get(id)))
}

fn marks(desk: &Desk<'_>, event: &Event) -> Vec<Mark> {
    let facts = &event.facts;
    let mut marks = facets::targets(desk, &facts.targets);
    marks.push(Mark::year(facts.start.date().year()));
    marks.extend(Mark::choice(desk, "jenis", tables::editorial::EVENT_KIND, facts.kind));
    marks.extend(facts.cost.map(|amount| facets::cost(desk, amount)));
    let district = place(desk, event).and_then(|place| desk.catalog.places.district(place));
    marks.extend(district.map(|district| Mark::new("kec", &district.slug, Words::new(district.name.clone()), 0)));
    if facts.venue.is_some() {
        marks.push(Mark::new("cara", "tatap-muka", Words::new(desk.t("agenda.luring")), 0));
    }
    if facts.online.is_some() {
        marks.push(Mark::new("cara", "daring", Words::new(desk.t("agenda.daring")), 1));
    }
    marks
}

/// What is coming, by month.
pub fn list(desk: &Desk<'_>, page: usize) -> GroupedList {
    let coming = desk.plan.order.coming();
    let past = desk.plan.order.past().len();
    let period = |id: Id<Event>| {
        // What has begun in an earlier month is still going on in this one.
        let month = desk.catalog.events.get(id).facts.start.date().max(desk.today).year_month();
        Period { anchor: format!("m-{month}"), title: month.display(desk.language) }
    };
    let (groups, mut chips, pages) = by_period(desk, Fixed::Events, page, coming, period, |id| item(desk, id));
    if past > 0 {
        chips.push(desk.chip(Words::new(desk.t("acara.arsip")), desk.fixed(Fixed::EventArchive), Some(past)));
    }
    let calendar = desk.link(desk.t("acara.langganan"), desk.href(&files::calendar(desk.language)));
    let nothing = Empty {
        title: desk.t("kosong.agenda").to_owned(),
        hint: Some(desk.t("kosong.agenda_saran").to_owned()),
        links: vec![
            desk.link(desk.t("acara.arsip"), desk.fixed(Fixed::EventArchive)),
            desk.link(desk.t("nav.kabar"), desk.fixed(Fixed::News)),
        ],
    };
    GroupedList {
        title: Words::new(desk.t("nav.agenda")),
        lead: (page == 1).then(|| Words::new(desk.t("acara.isi"))),
        count: (!coming.is_empty()).then(|| desk.count("acara.jumlah", coming.len())),
        shape: "row".to_owned(),
        chips,
        chips_label: desk.t("acara.menurut_bulan").to_owned(),
        filters: facets::filters(
            desk,
            KEYS,
            coming.iter().map(|id| marks(desk, desk.catalog.events.get(*id))),
            super::first(desk, Fixed::Events, page),
        ),
        groups,
        empty: coming.is_empty().then_some(nothing),
        pages,
        subscriptions: vec![Subscription { icon: "kalender".to_owned(), link: calendar }],
        ..GroupedList::default()
    }
}

/// What has been, by year, last to first.
pub fn archive(desk: &Desk<'_>, page: usize) -> GroupedList {
    let past = desk.plan.order.past();
    let period = |id: Id<Event>| {
        let year = desk.catalog.events.get(id).facts.start.date().year();
        Period { anchor: format!("y-{year}"), title: year.to_string() }
    };
    let (groups, mut chips, pages) = by_period(desk, Fixed::EventArchive, page, past, period, |id| item(desk, id));
    chips.push(desk.chip(Words::new(desk.t("agenda.akan")), desk.fixed(Fixed::Events), None));
    let back = desk.link(desk.t("nav.agenda"), desk.fixed(Fixed::Events));
    let nothing = Empty { title: desk.t("acara.arsip_kosong").to_owned(), hint: None, links: vec![back] };
    GroupedList {
        title: Words::new(desk.t("acara.arsip")),
        lead: (page == 1).then(|| Words::new(desk.t("acara.arsip_isi"))),
        count: (!past.is_empty()).then(|| desk.count("acara.jumlah", past.len())),
        shape: "row".to_owned(),
        chips,
        chips_label: desk.t("warta.menurut_tahun").to_owned(),
        filters: facets::filters(
            desk,
            ARCHIVE_KEYS,
            past.iter().map(|id| marks(desk, desk.catalog.events.get(*id))),
            super::first(desk, Fixed::EventArchive, page),
        ),
        groups,
        empty: past.is_empty().then_some(nothing),
        pages,
        ..GroupedList::default()
    }
}

fn kind(desk: &Desk<'_>, event: &Event) -> String {
    shared::label(tables::editorial::EVENT_KIND, event.facts.kind, desk.language).to_owned()
}

/// "09.00–12.00 WIB", "09.00 WIB sampai selesai"; `None` for a whole day.
fn times(desk: &Desk<'_>, event: &Event) -> Option<String> {
    let from = event.facts.start.minute_of_day();
    let shown = clock(from, desk.language);
    match event.facts.end {
        _ if event.facts.is_whole_day() => None,
        Some(until) => Some(format!("{shown}–{} WIB", clock(until.minute_of_day(), desk.language))),
        None => Some(desk.fill("acara.sampai_selesai", &[("a", &format!("{shown} WIB"))])),
    }
}

/// "Sabtu, 19 Desember 2026", "Sabtu, 19 Desember – Minggu, 20 Desember 2026".
fn days(desk: &Desk<'_>, event: &Event) -> String {
    let (first, last) = (event.facts.start.date(), event.facts.ends().date());
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
    let (first, last) = (event.facts.start.date(), event.facts.ends().date());
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
        end_iso: event.facts.ends().iso(),
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
    let past = event.facts.is_past(desk.today);
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
        end_iso: event.facts.ends().iso(),
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
    let coming = desk.plan.order.coming().iter().copied();
    coming.filter(|other| *other != id).take(OTHERS).map(|other| token(desk, other)).collect()
}
