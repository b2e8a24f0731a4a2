//! Days, months and moments of the civil calendar. There is no clock here: "today" is always an argument.

use std::fmt;

use crate::bahasa::{
    Language, Weekday, clock, is_dash, month_name, month_named, month_short, narrow, read_clock, weekday_named,
};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// A day of the Gregorian calendar, from year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    const FIRST: Self = Self { year: 1, month: 1, day: 1 };
    const LAST: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day, if there is such a day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let year = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        let exists = (1..=12).contains(&month) && (1..=days_in_month(i32::from(year), month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// The month it lies in.
    #[must_use]
    pub fn year_month(self) -> YearMonth {
        YearMonth { year: self.year, month: self.month }
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub fn day_number(self) -> i32 {
        // The year is taken to begin in March, so that the leap day comes last.
        let shifted = i32::from(self.month) + 9;
        let (years, months) = (self.year() - 1 + shifted / 12, shifted % 12);
        let leaps = years / 4 - years / 100 + years / 400;
        years * 365 + leaps + (months * 153 + 2) / 5 + i32::from(self.day) - 1 - 719_468
    }

    /// The day so many days after 1 January 1970; the first or last day there is, when it lies beyond.
    #[must_use]
    pub fn from_day_number(number: i32) -> Self {
        let (first, last) = (Self::FIRST.day_number(), Self::LAST.day_number());
        let number = number.clamp(first, last);
        // A guess that is never too late, then at most two steps of a year and of a month.
        let mut year = ((number - first) / 366 + 1).max(1);
        while Self::start_of(year + 1).is_some_and(|start| start.day_number() <= number) {
            year += 1;
        }
        let start = Self::start_of(year).unwrap_or(Self::FIRST).day_number();
        let mut rest = number - start;
        let mut month = 1;
        while month < 12 && rest >= i32::from(days_in_month(year, month)) {
            rest -= i32::from(days_in_month(year, month));
            month += 1;
        }
        let day = u8::try_from(rest + 1).unwrap_or(1);
        Self::new(year, month, day).unwrap_or(Self::LAST)
    }

    fn start_of(year: i32) -> Option<Self> {
        Self::new(year, 1, 1)
    }

    /// The day so many days later (earlier, when negative).
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self::from_day_number(self.day_number().saturating_add(days))
    }

    /// The same day so many months later (earlier, when negative), or the last day of that month.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let target = self.year_month().plus_months(months);
        let day = self.day.min(days_in_month(target.year(), target.month));
        Self { year: target.year, month: target.month, day }
    }

    /// How many days it is from here to `other`; negative when that lies before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        other.day_number() - self.day_number()
    }

    /// How many whole months have passed from here to `other`; negative when that lies before.
    #[must_use]
    pub fn months_until(self, other: Self) -> i32 {
        if other < self {
            return -other.months_until(self);
        }
        let months = self.year_month().months_until(other.year_month());
        if self.plus_months(months) > other { months - 1 } else { months }
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday.
        let index = (self.day_number() + 3).rem_euclid(7);
        Weekday::ALL[usize::try_from(index).unwrap_or(0)]
    }

    /// The day in ISO form, `2026-03-17`.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number =
            |from: usize, to: usize| text.get(from..to).filter(|t| is_digits(t)).and_then(|t| t.parse::<u16>().ok());
        Self::from_parts(number(0, 4)?, number(5, 7)?, number(8, 10)?)
    }

    fn from_parts(year: u16, month: u16, day: u16) -> Option<Self> {
        Self::new(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// As read by people: `17 Maret 2026`, `17 March 2026`.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        format!("{} {} {}", self.day, month_name(self.month, language), self.year)
    }

    /// In short: `17 Mar 2026`, `5 Agu 2026`, `5 Aug 2026`.
    #[must_use]
    pub fn display_short(self, language: Language) -> String {
        format!("{} {} {}", self.day, month_short(self.month, language), self.year)
    }

    /// With the day of the week: `Selasa, 17 Maret 2026`, `Tuesday, 17 March 2026`.
    #[must_use]
    pub fn display_long(self, language: Language) -> String {
        format!("{}, {}", self.weekday().name(language), self.display(language))
    }

    /// Reads `2026-03-17`, `2026/3/17`, `17 Maret 2026`, `17 Mar 2026`, `Selasa, 17 Maret 2026`, `March 17, 2026`,
    /// and `17/03/2026` where only one reading is a date. A day of the week that does not fit is remarked on.
    ///
    /// # Errors
    /// `UMUM-TANGGAL-RANCU` (with both readings as `a` and `b`) where day and month could be either;
    /// `UMUM-TANGGAL` for anything else.
    pub fn read(text: &str) -> Read<Self> {
        let words = words_of(text);
        let (stated, rest) = match words.first().and_then(|word| weekday_named(word)) {
            Some(weekday) => (Some(weekday), &words[1..]),
            None => (None, &words[..]),
        };
        let date = read_words(rest, text)?;
        let mismatch = stated.filter(|weekday| *weekday != date.weekday()).map(|weekday| {
            Finding::new(Code::UmumTanggalHari)
                .with("tanggal", date)
                .with("benar", date.weekday().name(Language::Id))
                .with("nilai", weekday.name(Language::Id))
        });
        Ok(Reading::clean(date).remark_if(mismatch))
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2026-03-17`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days the month has; 0 when there is no such month.
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The words and numbers of a written date. Any other character than the usual separators stays a word of its own, so
/// that it is refused.
fn words_of(text: &str) -> Vec<String> {
    let text = narrow(text).to_lowercase().replace(['\'', '’', '‘'], "");
    let mut words: Vec<String> = Vec::new();
    let mut kind = ' ';
    for c in text.chars() {
        let this = match c {
            _ if c.is_ascii_digit() => 'd',
            _ if c.is_alphabetic() => 'w',
            ' ' | ',' | '/' | '.' => ' ',
            _ if is_dash(c) => ' ',
            _ => '?',
        };
        match words.last_mut() {
            Some(last) if this == kind && this != ' ' => last.push(c),
            _ if this != ' ' => words.push(c.to_string()),
            _ => {}
        }
        kind = this;
    }
    if words.first().is_some_and(|word| matches!(word.as_str(), "tanggal" | "tgl")) {
        words.remove(0);
    }
    words
}

/// A date from its three words.
fn read_words(words: &[String], text: &str) -> Result<Date, Finding> {
    let refused = || Finding::new(Code::UmumTanggal).with("nilai", text.trim());
    let words: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| !matches!(*word, "st" | "nd" | "rd" | "th")).collect();
    let words = without_midnight(&words);
    let &[a, b, c] = words else {
        let compact = words.first().filter(|word| words.len() == 1 && word.len() == 8 && is_digits(word));
        let meant = compact.and_then(|w| Date::parse_iso(&format!("{}-{}-{}", &w[..4], &w[4..6], &w[6..])));
        return Err(match meant {
            Some(date) => refused().instead(date.to_string()),
            None => refused(),
        });
    };
    let number = |word: &str| {
        if is_digits(word) && word.len() <= 4 { word.parse::<u16>().ok() } else { None }
    };
    match (number(a), number(b), number(c)) {
        (Some(year), Some(month), Some(day)) if a.len() == 4 => Date::from_parts(year, month, day).ok_or_else(refused),
        (Some(first), Some(second), Some(year)) => numeric(first, second, year, c.len(), refused),
        (Some(day), None, Some(year)) => {
            spelled(b, day, year, c.len()).ok_or_else(refused)?.map_err(|date| refused().instead(date))
        }
        (None, Some(day), Some(year)) => {
            spelled(a, day, year, c.len()).ok_or_else(refused)?.map_err(|date| refused().instead(date))
        }
        _ => Err(refused()),
    }
}

/// Drops a time of midnight, which spreadsheets add to every date.
fn without_midnight<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    let midnight = words.get(3..).is_some_and(|rest| {
        rest.iter().any(|word| word.starts_with("00"))
            && rest.iter().all(|word| matches!(*word, "t" | "z" | ":") || word.bytes().all(|b| b == b'0'))
    });
    if midnight { &words[..3] } else { words }
}

/// A date with its month in letters. A year of two digits gives the date that was probably meant as an error.
fn spelled(month: &str, day: u16, year: u16, year_digits: usize) -> Option<Result<Date, String>> {
    let month = u16::from(month_named(month)?);
    match year_digits {
        4 => Date::from_parts(year, month, day).map(Ok),
        2 => Date::from_parts(2000 + year, month, day).map(|date| Err(date.to_string())),
        _ => None,
    }
}

/// A date of three numbers with the year last: fine when only one order of day and month makes a date.
fn numeric(a: u16, b: u16, year: u16, year_digits: usize, refused: impl Fn() -> Finding) -> Result<Date, Finding> {
    let candidates = match year_digits {
        4 => vec![Date::from_parts(year, b, a), Date::from_parts(year, a, b)],
        2 => vec![Date::from_parts(2000 + year, b, a), Date::from_parts(2000 + a, b, year)],
        _ => Vec::new(),
    };
    let mut dates: Vec<Date> = candidates.into_iter().flatten().collect();
    dates.dedup();
    let ambiguous = |finding: Finding| Finding { code: Code::UmumTanggalRancu, ..finding };
    match (dates.as_slice(), year_digits) {
        ([date], 4) => Ok(*date),
        ([date], _) => Err(ambiguous(refused()).instead(date.to_string())),
        ([first, second, ..], _) => Err(ambiguous(refused()).with("a", first).with("b", second)),
        ([], _) => Err(refused()),
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    year: i16,
    month: u8,
}

impl YearMonth {
    /// The month (1 to 12) of a year (1 to 9999).
    #[must_use]
    pub fn new(year: i32, month: u8) -> Option<Self> {
        Date::new(year, month, 1).map(Date::year_month)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date { year: self.year, month: self.month, day: 1 }
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        Date { year: self.year, month: self.month, day: days_in_month(self.year(), self.month) }
    }

    /// The month so many months later (earlier, when negative), held within the years 1 to 9999.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let index = (self.index() + i64::from(months)).clamp(12, 9999 * 12 + 11);
        let year = i16::try_from(index / 12).unwrap_or(i16::MAX);
        let month = u8::try_from(index % 12 + 1).unwrap_or(1);
        Self { year, month }
    }

    /// How many months it is from here to `other`; negative when that lies before.
    #[must_use]
    pub fn months_until(self, other: Self) -> i32 {
        i32::try_from(other.index() - self.index()).unwrap_or(0)
    }

    fn index(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }

    /// As read by people: `Maret 2026`, `March 2026`.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        format!("{} {}", month_name(self.month, language), self.year)
    }

    /// Reads `2026-02`, `02/2026`, `Februari 2026`, `Feb 2026`; of a whole date the month counts.
    ///
    /// # Errors
    /// `UMUM-BULAN`; `UMUM-TANGGAL-RANCU` for a whole date that could be two.
    pub fn read(text: &str) -> Read<Self> {
        let words = words_of(text);
        let refused = || Finding::new(Code::UmumBulan).with("nilai", text.trim());
        let number =
            |word: &str, digits: usize| word.parse::<u16>().ok().filter(|_| is_digits(word) && word.len() <= digits);
        let (month, year) = match words.as_slice() {
            [year, month] if year.len() == 4 && is_digits(year) => {
                (number(month, 2).or_else(|| month_named(month).map(u16::from)), number(year, 4))
            }
            [month, year] if year.len() == 4 => {
                (number(month, 2).or_else(|| month_named(month).map(u16::from)), number(year, 4))
            }
            [_, _, _, ..] => {
                return match Date::read(text) {
                    Ok(reading) => Ok(reading.map(Date::year_month)),
                    Err(finding) if finding.code == Code::UmumTanggalRancu => Err(finding),
                    Err(_) => Err(refused()),
                };
            }
            _ => return Err(refused()),
        };
        let month = month.and_then(|month| u8::try_from(month).ok()).ok_or_else(refused)?;
        let found = Self::new(i32::from(year.ok_or_else(refused)?), month).ok_or_else(refused)?;
        Ok(Reading::clean(found))
    }
}

impl fmt::Display for YearMonth {
    /// ISO 8601: `2026-03`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

/// Months of every year in which something is to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Season {
    /// Bit 0 is January.
    months: u16,
}

impl Season {
    /// Whether it holds the month (1 to 12).
    #[must_use]
    pub fn contains(self, month: u8) -> bool {
        (1..=12).contains(&month) && self.months & (1 << (month - 1)) != 0
    }

    /// Its months (1 to 12), in order of the calendar.
    #[must_use]
    pub fn months(self) -> Vec<u8> {
        (1..=12).filter(|month| self.contains(*month)).collect()
    }

    /// Reads `Maret–April`, `November sampai Januari`, `Maret, Juli dan Agustus–Oktober`, `sepanjang tahun`.
    ///
    /// # Errors
    /// `PROD-MUSIM`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = narrow(text).to_lowercase();
        if matches!(clean.as_str(), "sepanjang tahun" | "setiap bulan" | "all year") {
            return Ok(Reading::clean(Self { months: 0xfff }));
        }
        let clean = clean
            .replace("s.d.", "-")
            .replace("s/d", "-")
            .replace(" sampai ", "-")
            .replace(" hingga ", "-")
            .replace(is_dash, "-");
        let clean = clean.replace(" dan ", ",").replace(['&', ';', '/'], ",");
        let mut months = 0;
        for part in clean.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let Some(run) = Self::run(part) else {
                return Err(Finding::new(Code::ProdMusim).with("nilai", text.trim()));
            };
            months |= run;
        }
        if months == 0 {
            Err(Finding::new(Code::ProdMusim).with("nilai", text.trim()))
        } else {
            Ok(Reading::clean(Self { months }))
        }
    }

    /// The bits of one month or of a run of months, which may pass the turn of the year.
    fn run(part: &str) -> Option<u16> {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (month_named(first)?, month_named(last)?);
        let mut bits = 0;
        let mut month = first;
        loop {
            bits |= 1 << (month - 1);
            if month == last {
                return Some(bits);
            }
            month = month % 12 + 1;
        }
    }

    /// As read by people: `Maret–April`, `November–Januari`; a run that passes the turn of the year comes last.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        if self.months == 0xfff {
            return language.pick("sepanjang tahun", "all year").to_owned();
        }
        let starts = (1..=12).filter(|month| self.contains(*month) && !self.contains((month + 10) % 12 + 1));
        let runs: Vec<String> = starts
            .map(|start| {
                let mut end = start;
                while self.contains(end % 12 + 1) {
                    end = end % 12 + 1;
                }
                match (month_name(start, language), month_name(end, language)) {
                    (first, last) if first == last => first.to_owned(),
                    (first, last) => format!("{first}–{last}"),
                }
            })
            .collect();
        runs.join(", ")
    }
}

/// A day and a time of day in western Indonesian time (WIB, seven hours ahead of UTC, all year round).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    fn day_numbers_go_there_and_back() {
        assert_eq!(date("1970-01-01").day_number(), 0);
        assert_eq!(date("2026-11-24").day_number(), 20_781);
        assert_eq!(date("2000-02-29").plus_days(1), date("2000-03-01"));
        for number in (Date::FIRST.day_number()..=Date::LAST.day_number()).step_by(97) {
            assert_eq!(Date::from_day_number(number).day_number(), number);
        }
        assert_eq!(Date::LAST.plus_days(1), Date::LAST);
        assert_eq!(Date::from_day_number(i32::MIN), Date::FIRST);
    }

    #[test]
    fn the_calendar_is_gregorian() {
        assert_eq!(Date::new(1900, 2, 29), None);
        assert!(Date::new(2000, 2, 29).is_some());
        assert_eq!(Date::new(2026, 4, 31), None);
        assert_eq!(Date::new(2026, 0, 1), None);
        assert_eq!(date("2026-11-24").weekday(), Weekday::Tuesday);
        assert_eq!(date("1600-01-01").weekday(), Weekday::Saturday);
    }

    #[test]
    fn months_are_added_within_the_month() {
        assert_eq!(date("2026-01-31").plus_months(1), date("2026-02-28"));
        assert_eq!(date("2026-01-31").plus_months(-2), date("2025-11-30"));
        assert_eq!(date("2026-01-31").months_until(date("2026-02-28")), 1);
        assert_eq!(date("2026-01-31").months_until(date("2026-02-27")), 0);
        assert_eq!(date("2026-05-20").months_until(date("2025-11-24")), -5);
        assert_eq!(YearMonth::new(2026, 12).unwrap().plus_months(1).to_string(), "2027-01");
        assert_eq!(YearMonth::new(2024, 2).unwrap().last_day(), date("2024-02-29"));
        assert_eq!(YearMonth::new(1, 1).unwrap().plus_months(-5).to_string(), "0001-01");
    }

    #[test]
    fn dates_as_people_write_them() {
        for text in [
            "2026-03-17",
            " 2026/3/17 ",
            "17 Maret 2026",
            "17 mar 2026",
            "17-Mar-2026",
            "Selasa, 17 Maret 2026",
            "tgl. 17 Maret 2026",
            "March 17th, 2026",
            "17 March 2026",
            "17/03/2026",
            "03/17/2026",
            "17.03.2026",
            "2026-03-17 00:00:00",
            "2026-03-17T00:00:00Z",
            "2026‐03‐17",
        ] {
            assert_eq!(Date::read(text), Ok(Reading::clean(date("2026-03-17"))), "{text}");
        }
        assert_eq!(Date::read("05/05/2026").unwrap().value, date("2026-05-05"));
    }

    #[test]
    fn an_ambiguous_date_is_refused_with_both_readings() {
        let finding = Date::read("05/01/2026").unwrap_err();
        assert_eq!(finding.code, Code::UmumTanggalRancu);
        assert_eq!((finding.argument("a"), finding.argument("b")), (Some("2026-01-05"), Some("2026-05-01")));
        assert_eq!(Date::read("17/03/26").unwrap_err().code, Code::UmumTanggalRancu);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "besok",
            "2026-02-30",
            "31 Februari 2026",
            "2026-13-05",
            "Maret 2026",
            "17 Foo 2026",
            "2026",
            "1/2/3/4",
            "17 Maret 2026!",
            "99999-01-01",
        ] {
            assert_eq!(Date::read(text).unwrap_err().code, Code::UmumTanggal, "{text}");
        }
        assert_eq!(Date::read("20260317").unwrap_err().instead.as_deref(), Some("2026-03-17"));
        assert_eq!(Date::read("17 Maret 26").unwrap_err().instead.as_deref(), Some("2026-03-17"));
    }

    #[test]
    fn a_wrong_day_of_the_week_is_remarked_on() {
        let reading = Date::read("Senin, 17 Maret 2026").unwrap();
        assert_eq!(reading.value, date("2026-03-17"));
        assert_eq!(reading.remarks[0].argument("benar"), Some("Selasa"));
    }

    #[test]
    fn dates_are_shown_in_both_languages() {
        let day = date("2026-08-05");
        assert_eq!(day.display(Language::Id), "5 Agustus 2026");
        assert_eq!(day.display(Language::En), "5 August 2026");
        assert_eq!(day.display_short(Language::Id), "5 Agu 2026");
        assert_eq!(day.display_long(Language::En), "Wednesday, 5 August 2026");
    }

    #[test]
    fn months_as_people_write_them() {
        for text in ["2026-02", "2026/2", "02/2026", "Februari 2026", "Peb. 2026", "2026-02-10", "10 Februari 2026"] {
            assert_eq!(YearMonth::read(text).unwrap().value.to_string(), "2026-02", "{text}");
        }
        for text in ["", "2026", "2026-13", "Februari", "02-26", "2026-02-30"] {
            assert_eq!(YearMonth::read(text).unwrap_err().code, Code::UmumBulan, "{text}");
        }
    }

    #[test]
    fn seasons_may_pass_the_turn_of_the_year() {
        let season = Season::read("November–Januari").unwrap().value;
        assert_eq!(season.months(), [1, 11, 12]);
        assert_eq!(season.display(Language::Id), "November–Januari");
        assert_eq!(
            Season::read("Mar, Juli dan Ags s/d Okt").unwrap().value.display(Language::En),
            "March, July–October"
        );
        assert_eq!(Season::read("sepanjang tahun").unwrap().value.display(Language::Id), "sepanjang tahun");
        assert_eq!(Season::read("Februari-Januari").unwrap().value.months().len(), 12);
        assert_eq!(Season::read("Lebaran").unwrap_err().code, Code::ProdMusim);
        assert!(Season::read(" , ").is_err());
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
