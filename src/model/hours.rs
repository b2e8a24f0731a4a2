//! Opening hours, as people write them.

use crate::bahasa::{Language, Weekday, clock, is_dash, narrow, read_clock, weekday_named};
use crate::diagnostic::{Code, Finding, Read, Reading};

const DAY: u16 = 24 * 60;

/// A time during which it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
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
        let tokens = tokens(text).ok_or_else(refused)?;
        let mut parser = Parser { tokens: &tokens, at: 0, hours: Self::default(), last: Vec::new() };
        parser.run().ok_or_else(refused)?;
        Ok(Reading::clean(parser.hours))
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

/// A word of the small language of opening hours.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Days(Vec<Weekday>),
    Holiday,
    /// A time; `bare` when only the hour was said, and no part of the day.
    Time {
        minute: u16,
        bare: bool,
    },
    Dash,
    Comma,
    /// A semicolon or a new line.
    End,
    Closed,
    AllDay,
    Pause,
    Appointment,
}

/// Phrases of several words, and what stands for them inside this file.
const PHRASES: [(&str, &str); 22] = [
    ("hari libur nasional", " #holiday "),
    ("libur nasional", " #holiday "),
    ("hari besar", " #holiday "),
    ("tanggal merah", " #holiday "),
    ("public holidays", " #holiday "),
    ("sampai dengan", "-"),
    ("s.d.", "-"),
    ("s/d", "-"),
    (" sd ", "-"),
    ("setiap hari", " #all "),
    ("tiap hari", " #all "),
    ("every day", " #all "),
    ("hari kerja", " #work "),
    ("akhir pekan", " #weekend "),
    ("24 jam", " #day "),
    ("24 hours", " #day "),
    ("dengan perjanjian", " #janji "),
    ("dengan janji", " #janji "),
    ("sesuai janji", " #janji "),
    ("janji temu", " #janji "),
    ("by appointment", " #janji "),
    ("janji dulu", " #janji "),
];

/// Cuts the text into tokens; nothing for a word that has no meaning here.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut text = narrow(text).to_lowercase().replace(['’', '‘', '\''], "").replace(is_dash, "-");
    for (phrase, mark) in PHRASES {
        text = text.replace(phrase, mark);
    }
    let mut tokens = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if first.is_ascii_digit() => time_length(rest),
            '#' => 1 + rest[1..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - 1),
            _ if first.is_alphabetic() => rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        rest = after;
        if first.is_ascii_digit() {
            tokens.push(time_token(word)?);
        } else {
            tokens.extend(word_token(word)?);
        }
    }
    Some(tokens)
}

/// The bytes of a time with its part of the day: `08.00`, `8 pagi`.
fn time_length(text: &str) -> usize {
    let digits = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ':')).unwrap_or(text.len());
    let rest = &text[digits..];
    let word = rest.trim_start_matches(' ');
    let gap = rest.len() - word.len();
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    match &word[..end] {
        "pagi" | "siang" | "sore" | "malam" | "am" | "pm" => digits + gap + end,
        _ => digits,
    }
}

fn time_token(word: &str) -> Option<Token> {
    let bare = word.bytes().all(|b| b.is_ascii_digit());
    read_clock(word).map(|minute| Token::Time { minute, bare })
}

/// The token of a word or sign; an inner nothing for words that only fill.
fn word_token(word: &str) -> Option<Option<Token>> {
    let token = match word {
        " " | "." | ":" | "(" | ")" => return Some(None),
        "wib" | "pukul" | "pkl" | "jam" | "buka" | "hari" | "mulai" | "open" | "operasional" => return Some(None),
        "-" | "sampai" | "hingga" | "to" => Token::Dash,
        "," | "&" | "+" | "/" | "dan" | "and" | "serta" => Token::Comma,
        ";" | "\n" | "|" => Token::End,
        "tutup" | "libur" | "closed" | "kecuali" => Token::Closed,
        "istirahat" | "jeda" | "break" => Token::Pause,
        "janji" | "perjanjian" | "#janji" => Token::Appointment,
        "#holiday" => Token::Holiday,
        "#day" => Token::AllDay,
        "#all" => Token::Days(Weekday::ALL.to_vec()),
        "#work" => Token::Days(Weekday::ALL[..5].to_vec()),
        "#weekend" => Token::Days(Weekday::ALL[5..].to_vec()),
        _ => Token::Days(vec![weekday_named(word)?]),
    };
    Some(Some(token))
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    hours: OpeningHours,
    /// The days named last, to which a pause belongs.
    last: Vec<Weekday>,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn skip_separators(&mut self) {
        while matches!(self.peek(), Some(Token::Comma | Token::End)) {
            self.at += 1;
        }
    }

    /// Reads all parts. At least one must say something.
    fn run(&mut self) -> Option<()> {
        let mut parts = 0;
        loop {
            self.skip_separators();
            if self.peek().is_none() {
                break;
            }
            self.part(parts == 0)?;
            parts += 1;
        }
        let says_something = self.hours.by_appointment || self.hours.days.iter().any(|hours| !hours.is_empty());
        says_something.then_some(())
    }

    /// Days with their hours, or a pause, or a word that holds for all.
    fn part(&mut self, first: bool) -> Option<()> {
        if self.take(&Token::Pause) {
            return self.pause();
        }
        if self.take(&Token::Appointment) {
            self.hours.by_appointment = true;
            return Some(());
        }
        if self.take(&Token::Closed) {
            let (days, holiday) = self.days();
            let named = holiday || !days.is_empty();
            self.close(&days, holiday);
            return named.then_some(());
        }
        let (mut days, holiday) = self.days();
        if days.is_empty() && !holiday {
            // Hours without days hold for all of them, but only when nothing was said before.
            if !first {
                return None;
            }
            days = Weekday::ALL.to_vec();
        }
        self.take(&Token::Comma);
        if self.take(&Token::Closed) {
            self.close(&days, holiday);
            return Some(());
        }
        let hours = self.hours_of_part()?;
        self.open(&days, &hours);
        if self.take(&Token::Appointment) {
            self.hours.by_appointment = true;
        }
        self.last = days;
        Some(())
    }

    /// Days and ranges of days, with or without signs between them; and whether holidays are among them.
    fn days(&mut self) -> (Vec<Weekday>, bool) {
        let mut days: Vec<Weekday> = Vec::new();
        let mut holiday = false;
        loop {
            let separated = self.at;
            if !days.is_empty() || holiday {
                self.take(&Token::Comma);
            }
            match self.peek().cloned() {
                Some(Token::Days(named)) => {
                    self.at += 1;
                    days.extend(self.rest_of_range(&named));
                }
                Some(Token::Holiday) => {
                    self.at += 1;
                    holiday = true;
                }
                _ => {
                    self.at = separated;
                    days.sort_unstable();
                    days.dedup();
                    return (days, holiday);
                }
            }
        }
    }

    /// The days of a range whose first day was read; the days themselves when no range follows.
    fn rest_of_range(&mut self, named: &[Weekday]) -> Vec<Weekday> {
        if let ([first], Some(Token::Dash), Some(Token::Days(end))) = (named, self.peek(), self.tokens.get(self.at + 1))
            && let [last] = end.as_slice()
        {
            self.at += 2;
            let mut days = vec![*first];
            while days.last() != Some(last) {
                days.push(days[days.len() - 1].next());
            }
            return days;
        }
        named.to_vec()
    }

    /// One or more intervals, or all day.
    fn hours_of_part(&mut self) -> Option<Vec<Interval>> {
        if self.take(&Token::AllDay) {
            return Some(vec![Interval { opens: 0, closes: DAY }]);
        }
        let mut hours = vec![self.interval()?];
        while matches!((self.peek(), self.tokens.get(self.at + 1)), (Some(Token::Comma), Some(Token::Time { .. }))) {
            self.at += 1;
            hours.push(self.interval()?);
        }
        hours.sort_unstable();
        let apart = hours.windows(2).all(|pair| !pair[0].overlaps(pair[1]));
        apart.then_some(hours)
    }

    /// `08.00-17.00`. Of bare hours the second must be later: `8-5` could mean two things.
    fn interval(&mut self) -> Option<Interval> {
        let (opens, first_bare) = self.time()?;
        if !self.take(&Token::Dash) {
            return None;
        }
        let (closes, second_bare) = self.time()?;
        let unclear = first_bare && second_bare && closes <= opens;
        if opens >= DAY || opens == closes || unclear {
            return None;
        }
        let closes = if closes < opens { closes + DAY } else { closes };
        Some(Interval { opens, closes })
    }

    fn time(&mut self) -> Option<(u16, bool)> {
        match self.peek() {
            Some(&Token::Time { minute, bare }) => {
                self.at += 1;
                Some((minute, bare))
            }
            _ => None,
        }
    }

    /// A pause takes its time out of the days named last.
    fn pause(&mut self) -> Option<()> {
        let pause = self.interval()?;
        if self.last.is_empty() {
            return None;
        }
        for day in self.last.clone() {
            let hours = &mut self.hours.days[day.index()];
            *hours = hours.iter().flat_map(|open| without(*open, pause)).collect();
        }
        Some(())
    }

    fn open(&mut self, days: &[Weekday], hours: &[Interval]) {
        for day in days {
            let known = &mut self.hours.days[day.index()];
            if known.iter().any(|old| hours.iter().any(|new| old.overlaps(*new))) {
                known.clear();
            }
            known.extend_from_slice(hours);
            known.sort_unstable();
        }
    }

    fn close(&mut self, days: &[Weekday], holiday: bool) {
        for day in days {
            self.hours.days[day.index()].clear();
        }
        self.hours.closed_on_holidays |= holiday;
    }
}

/// What is left of an interval without a pause.
fn without(open: Interval, pause: Interval) -> Vec<Interval> {
    if !open.overlaps(pause) {
        return vec![open];
    }
    let before = Interval { opens: open.opens, closes: pause.opens.max(open.opens) };
    let after = Interval { opens: pause.closes.min(open.closes), closes: open.closes };
    [before, after].into_iter().filter(|part| part.opens < part.closes && part.opens < DAY).collect()
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
