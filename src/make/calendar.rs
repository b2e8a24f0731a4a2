//! Calendars (RFC 5545): all events, or one. Times are those of Jakarta; an event that was called off says so.

use crate::bahasa::{Language, excerpt};
use crate::config::Site;
use crate::lines::Lines;
use crate::model::{Catalog, Date, Event, Id, Kind, Moment, Status};
use crate::plan::{address, files};
use crate::schema::tables::editorial::EVENT_KIND;

/// All events, in order of their start.
pub fn all(catalog: &Catalog, site: &Site, language: Language, today: Date) -> String {
    let mut events: Vec<&Event> =
        catalog.events.rows().iter().filter(|event| event.common.status == Status::Published).collect();
    events.sort_by(|a, b| (a.facts.start, &a.common.slug).cmp(&(b.facts.start, &b.common.slug)));
    let title = language.pick("Agenda", "Events");
    let name = format!("{title} · {}", site.name.text(language));
    let own = site.base.absolute(&files::calendar(language));
    write(&name, Some(&own), site, language, today, &events)
}

/// One event.
pub fn one(catalog: &Catalog, site: &Site, language: Language, today: Date, id: Id<Event>) -> String {
    let event = catalog.events.get(id);
    write(event.common.name.text(language), None, site, language, today, &[event])
}

fn write(name: &str, own: Option<&str>, site: &Site, language: Language, today: Date, events: &[&Event]) -> String {
    let mut out = Lines::default();
    out.plain("BEGIN:VCALENDAR");
    out.plain("VERSION:2.0");
    out.plain(language.pick("PRODID:-//etalase//agenda//ID", "PRODID:-//etalase//agenda//EN"));
    out.plain("CALSCALE:GREGORIAN");
    out.plain("METHOD:PUBLISH");
    out.text("NAME", name);
    out.text("X-WR-CALNAME", name);
    out.plain("X-WR-TIMEZONE:Asia/Jakarta");
    if let Some(own) = own {
        out.plain("REFRESH-INTERVAL;VALUE=DURATION:P1D");
        out.plain("X-PUBLISHED-TTL:P1D");
        out.plain(&format!("SOURCE;VALUE=URI:{own}"));
    }
    // Western Indonesia has one offset, all year round.
    out.plain("BEGIN:VTIMEZONE");
    out.plain("TZID:Asia/Jakarta");
    out.plain("BEGIN:STANDARD");
    out.plain("DTSTART:19700101T000000");
    out.plain("TZOFFSETFROM:+0700");
    out.plain("TZOFFSETTO:+0700");
    out.plain("TZNAME:WIB");
    out.plain("END:STANDARD");
    out.plain("END:VTIMEZONE");
    events.iter().for_each(|event| event_lines(&mut out, site, language, today, event));
    out.plain("END:VCALENDAR");
    out.finish()
}

fn event_lines(out: &mut Lines, site: &Site, language: Language, today: Date, event: &Event) {
    let facts = &event.facts;
    let url = site.base.absolute(&address::entry(Kind::Event, &event.common.slug, language));
    let stamp = event.common.freshness().unwrap_or(today);
    out.plain("BEGIN:VEVENT");
    out.plain(&format!("UID:{}@{}", event.common.slug, host(site)));
    out.plain(&format!("DTSTAMP:{}", utc(stamp)));
    out.plain(&format!("LAST-MODIFIED:{}", utc(stamp)));
    out.plain(&format!("DTSTART;TZID=Asia/Jakarta:{}", local(facts.start)));
    match facts.end.filter(|end| *end > facts.start) {
        Some(end) => out.plain(&format!("DTEND;TZID=Asia/Jakarta:{}", local(end))),
        // An event without an end is shown as one hour; calendars need some length to draw it.
        None => out.plain("DURATION:PT1H"),
    }
    out.text("SUMMARY", &summary(event, language));
    out.text("DESCRIPTION", &description(event, site, language, &url));
    if let Some(place) = location(event, site) {
        out.text("LOCATION", &place);
    }
    out.plain(&format!("URL:{url}"));
    out.plain(match facts.state {
        "batal" => "STATUS:CANCELLED",
        "tunda" => "STATUS:TENTATIVE",
        _ => "STATUS:CONFIRMED",
    });
    if let Some(kind) = EVENT_KIND.iter().find(|choice| choice.value == facts.kind) {
        out.text("CATEGORIES", language.pick(kind.id, kind.en));
    }
    out.plain("TRANSP:OPAQUE");
    out.plain("END:VEVENT");
}

/// What is called off says so where people look first.
fn summary(event: &Event, language: Language) -> String {
    let name = event.common.name.text(language);
    match event.facts.state {
        "batal" => format!("{}: {name}", language.pick("BATAL", "CANCELLED")),
        "tunda" => format!("{}: {name}", language.pick("DITUNDA", "POSTPONED")),
        _ => name.to_owned(),
    }
}

fn description(event: &Event, site: &Site, language: Language, url: &str) -> String {
    let summary = event.common.summary.as_ref().map(|summary| summary.text(language).to_owned());
    let body = excerpt(&event.common.body.get(language).0.plain, 600);
    let until = event.facts.registration.as_ref().and_then(|registration| registration.until);
    let until = until
        .map(|day| format!("{}: {}", language.pick("Pendaftaran sampai", "Registration until"), day.display(language)));
    let sample = site.sample.then(|| language.pick("Acara contoh.", "Sample event.").to_owned());
    let parts = [sample, summary, (!body.is_empty()).then_some(body), until, Some(url.to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

fn location(event: &Event, site: &Site) -> Option<String> {
    let facts = &event.facts;
    let venue = facts.venue.as_ref().map(|venue| {
        let parts = [Some(venue.name.as_str()), venue.address.as_deref(), venue.village.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    venue.or_else(|| facts.online.clone().filter(|_| !site.sample))
}

/// `20261205T090000`, on the clock of the calendar's time zone.
fn local(moment: Moment) -> String {
    let (day, minute) = (moment.date(), moment.minute_of_day());
    format!("{:04}{:02}{:02}T{:02}{:02}00", day.year(), day.month(), day.day(), minute / 60, minute % 60)
}

fn utc(day: Date) -> String {
    format!("{:04}{:02}{:02}T000000Z", day.year(), day.month(), day.day())
}

/// The host's name, for ids that no other site has.
fn host(site: &Site) -> &str {
    let host = site.base.origin.split_once("://").map_or(site.base.origin.as_str(), |(_, host)| host);
    host.split(':').next().unwrap_or(host)
}
