//! Days and months of the civil calendar. There is no clock here: "today" is always an argument.

mod moment;
mod season;
mod written;

pub use moment::{Moment, When};
pub use season::Season;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::bahasa::{Language, Weekday, month_name, month_short};

/// A day of the Gregorian calendar, from year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

    /// The day in Western Indonesian Time at a moment given in seconds since 1970, UTC.
    #[must_use]
    pub fn of_seconds(seconds: i64) -> Option<Self> {
        let day = seconds.checked_add(7 * 3_600)?.div_euclid(86_400);
        i32::try_from(day).ok().map(Self::from_day_number)
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
        let number = |from: usize, to: usize| {
            text.get(from..to).filter(|t| t.bytes().all(|b| b.is_ascii_digit())).and_then(|t| t.parse::<u16>().ok())
        };
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

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
}

impl fmt::Display for YearMonth {
    /// ISO 8601: `2026-03`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
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
    fn dates_are_shown_in_both_languages() {
        let day = date("2026-08-05");
        assert_eq!(day.display(Language::Id), "5 Agustus 2026");
        assert_eq!(day.display(Language::En), "5 August 2026");
        assert_eq!(day.display_short(Language::Id), "5 Agu 2026");
        assert_eq!(day.display_long(Language::En), "Wednesday, 5 August 2026");
    }
}
