//! Dates and months as people write them.

use super::{Date, YearMonth};
use crate::bahasa::{Language, is_dash, month_named, narrow, weekday_named};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// Years in which something can have happened, or be planned. Others are mistyped.
const BELIEVABLE_YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

impl Date {
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
        if !BELIEVABLE_YEARS.contains(&date.year()) {
            return Err(Finding::new(Code::UmumTanggal).with("nilai", text.trim()));
        }
        let mismatch = stated.filter(|weekday| *weekday != date.weekday()).map(|weekday| {
            Finding::new(Code::UmumTanggalHari)
                .with("tanggal", date)
                .with("benar", date.weekday().name(Language::Id))
                .with("nilai", weekday.name(Language::Id))
        });
        Ok(Reading::clean(date).remark_if(mismatch))
    }
}

impl YearMonth {
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
        let year = year.filter(|year| BELIEVABLE_YEARS.contains(&i32::from(*year)));
        let found = Self::new(i32::from(year.ok_or_else(refused)?), month).ok_or_else(refused)?;
        Ok(Reading::clean(found))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
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
            "0206-01-01",
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
    fn months_as_people_write_them() {
        for text in ["2026-02", "2026/2", "02/2026", "Februari 2026", "Peb. 2026", "2026-02-10", "10 Februari 2026"] {
            assert_eq!(YearMonth::read(text).unwrap().value.to_string(), "2026-02", "{text}");
        }
        for text in ["", "2026", "2026-13", "Februari", "02-26", "2026-02-30"] {
            assert_eq!(YearMonth::read(text).unwrap_err().code, Code::UmumBulan, "{text}");
        }
    }
}
