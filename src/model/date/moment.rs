//! Times of day in western Indonesia.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Date;
use crate::bahasa::{Language, clock, narrow, read_clock};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// A day and a time of day in western Indonesian time (WIB, seven hours ahead of UTC, all year round).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    date: Date,
    /// Minutes after midnight, 0 to 1439.
    minute: u16,
}

impl Moment {
    /// The moment `minute` minutes after midnight of a day; 1440 is midnight of the next one. Later minutes of the day
    /// do not exist.
    #[must_use]
    pub fn new(date: Date, minute: u16) -> Option<Self> {
        match minute {
            0..1440 => Some(Self { date, minute }),
            1440 => Some(Self { date: date.plus_days(1), minute: 0 }),
            _ => None,
        }
    }

    /// The day.
    #[must_use]
    pub fn date(self) -> Date {
        self.date
    }

    /// Minutes after midnight, 0 to 1439.
    #[must_use]
    pub fn minute_of_day(self) -> u16 {
        self.minute
    }

    /// How many minutes it is from here to `other`; negative when that lies before.
    #[must_use]
    pub fn minutes_until(self, other: Self) -> i64 {
        other.total() - self.total()
    }

    fn total(self) -> i64 {
        i64::from(self.date.day_number()) * 1440 + i64::from(self.minute)
    }

    /// The moment so many minutes later (earlier, when negative).
    #[must_use]
    pub fn plus_minutes(self, minutes: i32) -> Self {
        let total = self.total() + i64::from(minutes);
        let date = Date::from_day_number(i32::try_from(total.div_euclid(1440)).unwrap_or(i32::MAX));
        Self { date, minute: u16::try_from(total.rem_euclid(1440)).unwrap_or(0) }
    }

    /// For machines, with its distance from UTC: `2026-12-05T09:00:00+07:00`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{}T{}:00+07:00", self.date, clock(self.minute, Language::En))
    }

    /// In UTC as calendars want it: `20261205T020000Z`.
    #[must_use]
    pub fn utc_compact(self) -> String {
        let utc = self.plus_minutes(-7 * 60);
        let date = utc.date;
        format!(
            "{:04}{:02}{:02}T{:02}{:02}00Z",
            date.year(),
            date.month(),
            date.day(),
            utc.minute / 60,
            utc.minute % 60
        )
    }

    /// As read by people: `5 Desember 2026 pukul 09.00 WIB`, `5 December 2026, 09:00 WIB`.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        let joint = language.pick(" pukul ", ", ");
        format!("{}{joint}{} WIB", self.date.display(language), clock(self.minute, language))
    }

    /// Reads `2026-12-05T09:00`, `2026-12-05 09.00 WIB`, `5 Desember 2026 pukul 9.00`, `2026-12-05T02:00:00Z`. A time
    /// of another zone is turned into WIB, with the remark `AGENDA-ZONA`.
    ///
    /// # Errors
    /// `UMUM-WAKTU`; the errors of [`Date::read`] for its day.
    pub fn read(text: &str) -> Read<Self> {
        match When::read(text)? {
            Reading { value: When::At(moment), remarks } => Ok(Reading { value: moment, remarks }),
            Reading { value: When::Day(_), .. } => Err(Finding::new(Code::UmumWaktu).with("nilai", text.trim())),
        }
    }
}

impl fmt::Display for Moment {
    /// ISO 8601, as [`Moment::iso`].
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.iso())
    }
}

/// A whole day or a moment: when an event begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum When {
    /// All day long.
    Day(Date),
    /// At a time.
    At(Moment),
}

impl When {
    /// The day.
    #[must_use]
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::At(moment) => moment.date,
        }
    }

    /// For machines: `2026-12-05`, or `2026-12-05T09:00:00+07:00`.
    #[must_use]
    pub fn iso(self) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::At(moment) => moment.iso(),
        }
    }

    /// As read by people.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        match self {
            Self::Day(date) => date.display(language),
            Self::At(moment) => moment.display(language),
        }
    }

    /// Reads a day ([`Date::read`]) or a moment ([`Moment::read`]).
    ///
    /// # Errors
    /// As those.
    pub fn read(text: &str) -> Read<Self> {
        let clean = narrow(text);
        let refused = || Finding::new(Code::UmumWaktu).with("nilai", text.trim());
        let Some((day, time)) = split_time(&clean) else {
            return Date::read(text).map(|reading| reading.map(Self::Day));
        };
        let reading = Date::read(day).map_err(|finding| match finding.code {
            Code::UmumTanggalRancu => finding,
            _ => refused(),
        })?;
        let (time, offset) = split_zone(time);
        let minute = read_clock(time).ok_or_else(refused)?;
        let local = Moment::new(reading.value, minute).ok_or_else(refused)?;
        let offset = match offset {
            Zone::Unsaid => 7 * 60,
            Zone::Offset(minutes) => minutes,
            Zone::Unknown => return Err(refused()),
        };
        let moment = local.plus_minutes(7 * 60 - offset);
        let moved = (moment != local).then(|| {
            Finding::new(Code::AgendaZona).with("nilai", text.trim()).with("hasil", moment.display(Language::Id))
        });
        Ok(reading.map(|_| Self::At(moment)).remark_if(moved))
    }
}

/// Cuts a text into day and time, where there is a time.
fn split_time(text: &str) -> Option<(&str, &str)> {
    let lower = text.to_ascii_lowercase();
    for word in ["pukul", "pkl", "jam"] {
        if let Some(at) = lower.find(word) {
            return Some((
                text[..at].trim_end_matches([' ', ',']),
                text[at + word.len()..].trim_start_matches(['.', ' ']),
            ));
        }
    }
    let iso_day = text.get(..10).filter(|day| Date::parse_iso(day).is_some());
    if let Some(rest) = iso_day.and_then(|_| text.get(10..)) {
        let rest = rest.trim_start_matches(['T', 't', ' ', ',']);
        return (!rest.is_empty()).then(|| (&text[..10], rest));
    }
    // The last word that looks like 09.00 begins the time; a year never holds a mark.
    let mut from = 0;
    for word in text.split(' ') {
        let clean = word.trim_end_matches(',');
        let looks = clean.len() <= 8 && clean.starts_with(|c: char| c.is_ascii_digit());
        let marks = clean.matches(['.', ':']).count();
        if from > 0 && looks && (marks == 1 || clean.matches(':').count() == 2) && read_clock(clean).is_some() {
            return Some((text[..from].trim_end_matches([' ', ',']), &text[from..]));
        }
        from += word.len() + 1;
    }
    None
}

/// The time zone of a written time.
enum Zone {
    Unsaid,
    /// Minutes ahead of UTC.
    Offset(i32),
    Unknown,
}

/// Cuts the zone off the end of a time.
fn split_zone(time: &str) -> (&str, Zone) {
    let time = time.trim();
    let upper = time.to_ascii_uppercase();
    for (name, hours) in [("WIB", 7), ("WITA", 8), ("WIT", 9), ("UTC", 0), ("GMT", 0), ("Z", 0)] {
        if upper.ends_with(name) {
            return (time[..time.len() - name.len()].trim_end(), Zone::Offset(hours * 60));
        }
    }
    let Some(at) = time.rfind(['+', '-', '−']).filter(|at| *at > 0) else {
        return (time, Zone::Unsaid);
    };
    let sign = if time[at..].starts_with('+') { 1 } else { -1 };
    let digits: String = time[at..].chars().filter(char::is_ascii_digit).collect();
    let clean = time[at..].chars().skip(1).all(|c| c.is_ascii_digit() || c == ':');
    let zone = match (clean, digits.len(), digits.parse::<i32>()) {
        (true, 2, Ok(hours)) if hours <= 14 => Zone::Offset(sign * hours * 60),
        (true, 4, Ok(both)) if both / 100 <= 14 && both % 100 < 60 => {
            Zone::Offset(sign * (both / 100 * 60 + both % 100))
        }
        _ => Zone::Unknown,
    };
    (time[..at].trim_end(), zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn moments_as_people_write_them() {
        for text in [
            "2026-12-05T09:00",
            "2026-12-05 09.00",
            "2026-12-05T09:00:00+07:00",
            "2026-12-05T09:00:00+0700",
            "5 Desember 2026 09.00",
            "5 Desember 2026, 09.00 WIB",
            "Sabtu, 5 Desember 2026 pukul 9 pagi",
            "5 Des 2026 pkl. 9.00",
        ] {
            let reading = Moment::read(text).unwrap_or_else(|finding| panic!("{text}: {finding:?}"));
            assert_eq!(
                (reading.value.iso().as_str(), reading.remarks.len()),
                ("2026-12-05T09:00:00+07:00", 0),
                "{text}"
            );
        }
    }

    #[test]
    fn other_zones_become_wib_with_a_remark() {
        for text in ["2026-12-05T02:00:00Z", "2026-12-05 10.00 WITA", "5 Desember 2026 11.00 WIT"] {
            let reading = Moment::read(text).unwrap();
            assert_eq!(reading.value.iso(), "2026-12-05T09:00:00+07:00", "{text}");
            assert_eq!(reading.remarks[0].code, Code::AgendaZona);
        }
        assert_eq!(Moment::read("2026-12-05T20:00Z").unwrap().value.to_string(), "2026-12-06T03:00:00+07:00");
    }

    #[test]
    fn a_moment_needs_a_time_and_a_day() {
        for text in ["2026-12-05", "09.00", "2026-12-05T25:00", "2026-12-05T09:00+99:00", "besok pukul 9"] {
            assert!(Moment::read(text).is_err(), "{text}");
        }
        assert_eq!(When::read("5 Desember 2026").unwrap().value, When::Day(date("2026-12-05")));
        assert_eq!(When::read("05/01/2026 09.00").unwrap_err().code, Code::UmumTanggalRancu);
        assert_eq!(Moment::new(date("2026-12-05"), 1440).unwrap().iso(), "2026-12-06T00:00:00+07:00");
        assert_eq!(Moment::read("2026-12-05 03:30").unwrap().value.utc_compact(), "20261204T203000Z");
    }
}
