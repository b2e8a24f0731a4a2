//! Months of every year.

use serde::{Deserialize, Serialize};

use crate::bahasa::{Language, is_dash, month_name, month_named, narrow};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// Months of every year in which something is to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
