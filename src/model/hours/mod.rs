//! Opening hours.

mod parse;

use serde::{Deserialize, Serialize};

use crate::bahasa::{Language, Weekday, clock};
use crate::diagnostic::{Code, Finding, Read, Reading};

const DAY: u16 = 24 * 60;

/// A time during which it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// Minutes after midnight, below 1440.
    pub opens: u16,
    /// Minutes after the same midnight; above 1440 when it closes on the next day.
    pub closes: u16,
}

impl Interval {
    /// Whether it is open all day and night.
    #[must_use]
    pub fn is_all_day(self) -> bool {
        self.opens == 0 && self.closes == DAY
    }

    fn overlaps(self, other: Self) -> bool {
        self.opens < other.closes && other.opens < self.closes
    }
}

/// When a place is open, day by day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct OpeningHours {
    /// Monday first; in order of time; none when closed.
    days: [Vec<Interval>; 7],
    by_appointment: bool,
    closed_on_holidays: bool,
}

impl OpeningHours {
    /// When it is open on a day; nothing when it is closed.
    #[must_use]
    pub fn on(&self, day: Weekday) -> &[Interval] {
        &self.days[day.index()]
    }

    /// Whether visitors should make an appointment.
    #[must_use]
    pub fn by_appointment(&self) -> bool {
        self.by_appointment
    }

    /// Whether it is closed on public holidays.
    #[must_use]
    pub fn closed_on_holidays(&self) -> bool {
        self.closed_on_holidays
    }

    /// Whether it is open at a minute (after midnight) of a day; the night before counts when it passes midnight.
    #[must_use]
    pub fn is_open(&self, day: Weekday, minute: u16) -> bool {
        let holds = |day: Weekday, minute: u16| self.on(day).iter().any(|i| (i.opens..i.closes).contains(&minute));
        let yesterday = Weekday::ALL[(day.index() + 6) % 7];
        holds(day, minute) || holds(yesterday, minute.saturating_add(DAY))
    }

    /// Days with the same hours, in order of their first day; closed days last.
    #[must_use]
    pub fn groups(&self) -> Vec<(Vec<Weekday>, &[Interval])> {
        let mut groups: Vec<(Vec<Weekday>, &[Interval])> = Vec::new();
        for day in Weekday::ALL {
            let hours = self.on(day);
            match groups.iter_mut().find(|(_, other)| *other == hours) {
                Some((days, _)) => days.push(day),
                None => groups.push((vec![day], hours)),
            }
        }
        groups.sort_by_key(|(days, hours)| (hours.is_empty(), days[0]));
        groups
    }

    /// As read by people: `Senin–Jumat 08.00–17.00; Sabtu 08.00–12.00; Minggu tutup`.
    #[must_use]
    pub fn display(&self, language: Language) -> String {
        let mut parts = Vec::new();
        if self.days.iter().any(|hours| !hours.is_empty()) {
            for (days, hours) in self.groups() {
                parts.push(format!("{} {}", show_days(&days, language), show_hours(hours, language)));
            }
        }
        if self.closed_on_holidays {
            parts.push(language.pick("hari libur nasional tutup", "closed on public holidays").to_owned());
        }
        if self.by_appointment {
            parts.push(language.pick("dengan janji", "by appointment").to_owned());
        }
        parts.join("; ")
    }

    /// For the browser: seven lists of `[opens, closes]`, Sunday first as in `Date.getDay()`.
    #[must_use]
    pub fn json(&self) -> String {
        let sunday_first = [6, 0, 1, 2, 3, 4, 5].map(|index: usize| {
            let pairs: Vec<String> = self.days[index].iter().map(|i| format!("[{},{}]", i.opens, i.closes)).collect();
            format!("[{}]", pairs.join(","))
        });
        format!("[{}]", sunday_first.join(","))
    }

    /// Reads hours such as `Senin-Jumat 08.00-17.00, Sabtu 08.00-12.00; Minggu libur`, `setiap hari 10.00–21.00`,
    /// `Senin–Kamis 8 pagi–5 sore (istirahat 12.00–13.00)`, `Jumat–Sabtu 18.00–02.00`, `24 jam`, `dengan janji`.
    ///
    /// Days that are not named are closed. Where a day is named twice, later hours replace those they overlap.
    ///
    /// # Errors
    /// `UMKM-JAM`.
    pub fn read(text: &str) -> Read<Self> {
        let refused = || Finding::new(Code::UmkmJam).with("nilai", text.trim());
        parse::parse(text).map(Reading::clean).ok_or_else(refused)
    }

    /// Reads a list, each item as [`OpeningHours::read`].
    ///
    /// # Errors
    /// `UMKM-JAM`.
    pub fn read_list<'a>(items: impl IntoIterator<Item = &'a str>) -> Read<Self> {
        Self::read(&items.into_iter().collect::<Vec<_>>().join("\n"))
    }
}

/// Three or more days in a row are a range; others are listed.
fn show_days(days: &[Weekday], language: Language) -> String {
    if days.len() == 7 {
        return language.pick("Setiap hari", "Every day").to_owned();
    }
    let name = |day: Weekday| language.pick(day.name(language), day.short(language));
    let mut parts = Vec::new();
    let mut rest = days;
    while let Some(first) = rest.first() {
        let run = rest.iter().zip(0..).take_while(|(day, step)| day.index() == first.index() + step).count();
        if run >= 3 {
            parts.push(format!("{}–{}", name(*first), name(rest[run - 1])));
            rest = &rest[run..];
        } else {
            parts.push(name(*first).to_owned());
            rest = &rest[1..];
        }
    }
    parts.join(", ")
}

fn show_hours(hours: &[Interval], language: Language) -> String {
    match hours {
        [] => language.pick("tutup", "closed").to_owned(),
        [all] if all.is_all_day() => language.pick("24 jam", "24 hours").to_owned(),
        _ => {
            let show = |minute: u16| clock(if minute > DAY { minute - DAY } else { minute }, language);
            let parts: Vec<String> = hours.iter().map(|i| format!("{}–{}", show(i.opens), show(i.closes))).collect();
            parts.join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let reading = OpeningHours::read(text).unwrap_or_else(|finding| panic!("{text}: {finding:?}"));
        reading.value.display(Language::Id)
    }

    #[test]
    fn hours_as_people_write_them() {
        for (text, expected) in [
            (
                "Senin-Jumat 08.00-17.00, Sabtu 08.00-12.00; Minggu libur",
                "Senin–Jumat 08.00–17.00; Sabtu 08.00–12.00; Minggu tutup",
            ),
            ("setiap hari 10.00–21.00", "Setiap hari 10.00–21.00"),
            ("10.00 - 21.00 WIB", "Setiap hari 10.00–21.00"),
            ("Senin s.d. Sabtu pukul 8:00 s/d 16:00", "Senin–Sabtu 08.00–16.00; Minggu tutup"),
            ("Senin, Rabu & Jum'at: 9-15", "Senin, Rabu, Jumat 09.00–15.00; Selasa, Kamis, Sabtu, Minggu tutup"),
            ("Setiap hari 8 pagi - 5 sore kecuali Minggu", "Senin–Sabtu 08.00–17.00; Minggu tutup"),
            (
                "Senin–Jumat 08.00–16.00 (istirahat 12.00–13.00)",
                "Senin–Jumat 08.00–12.00, 13.00–16.00; Sabtu, Minggu tutup",
            ),
            ("Senin–Jumat 08.00–12.00 dan 13.00–16.00", "Senin–Jumat 08.00–12.00, 13.00–16.00; Sabtu, Minggu tutup"),
            ("Sabtu–Senin 18.00–02.00", "Senin, Sabtu, Minggu 18.00–02.00; Selasa–Jumat tutup"),
            ("24 jam", "Setiap hari 24 jam"),
            (
                "hari kerja 8-16; hari libur nasional tutup",
                "Senin–Jumat 08.00–16.00; Sabtu, Minggu tutup; hari libur nasional tutup",
            ),
            ("Dengan janji", "dengan janji"),
            ("Senin-Sabtu 08.00-17.00, Sabtu 08.00-12.00", "Senin–Jumat 08.00–17.00; Sabtu 08.00–12.00; Minggu tutup"),
            ("Senin 08.00-12.00\nSenin 13.00-17.00", "Senin 08.00–12.00, 13.00–17.00; Selasa–Minggu tutup"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_shown_is_read_back() {
        for text in [
            "Senin-Jumat 08.00-17.00, Sabtu 08.00-12.00",
            "Jumat 18.00–02.00",
            "24 jam",
            "Rabu 09.00-10.00; dengan janji",
            "setiap hari 7-9 & 16-20; libur nasional tutup",
        ] {
            let hours = OpeningHours::read(text).unwrap().value;
            assert_eq!(OpeningHours::read(&hours.display(Language::Id)).unwrap().value, hours, "{text}");
        }
    }

    #[test]
    fn what_says_nothing_or_two_things_is_refused() {
        for text in [
            "",
            "tutup",
            "Senin",
            "Senin 08.00",
            "8-5",
            "Senin 25.00-26.00",
            "Senin 08.00-08.00",
            "kapan saja",
            "Senin 08.00-12.00, 10.00-14.00",
            "Senin 8-17; 9-10",
            "istirahat 12-13",
            "08.00-habis",
            "Minggu tutup",
        ] {
            assert_eq!(OpeningHours::read(text).map_err(|finding| finding.code).unwrap_err(), Code::UmkmJam, "{text}");
        }
    }

    #[test]
    fn a_night_goes_on_past_midnight() {
        let hours = OpeningHours::read("Sabtu 18.00–02.00").unwrap().value;
        assert!(hours.is_open(Weekday::Saturday, 1_100));
        assert!(hours.is_open(Weekday::Sunday, 60));
        assert!(!hours.is_open(Weekday::Sunday, 120));
        assert!(!hours.is_open(Weekday::Saturday, 60));
        assert_eq!(hours.json(), "[[],[],[],[],[],[],[[1080,1560]]]");
    }

    #[test]
    fn english_is_short() {
        let hours = OpeningHours::read_list(["Senin–Jumat 08.00–17.00", "Minggu tutup"]).unwrap().value;
        assert_eq!(hours.display(Language::En), "Mon–Fri 08:00–17:00; Sat, Sun closed");
    }
}
