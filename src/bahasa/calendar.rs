//! Names of months and days, and the time of day.

use super::Language;
use super::plain::narrow;

const MONTHS: [[&str; 2]; 12] = [
    ["Januari", "January"],
    ["Februari", "February"],
    ["Maret", "March"],
    ["April", "April"],
    ["Mei", "May"],
    ["Juni", "June"],
    ["Juli", "July"],
    ["Agustus", "August"],
    ["September", "September"],
    ["Oktober", "October"],
    ["November", "November"],
    ["Desember", "December"],
];

const SHORT_MONTHS: [[&str; 2]; 12] = [
    ["Jan", "Jan"],
    ["Feb", "Feb"],
    ["Mar", "Mar"],
    ["Apr", "Apr"],
    ["Mei", "May"],
    ["Jun", "Jun"],
    ["Jul", "Jul"],
    ["Agu", "Aug"],
    ["Sep", "Sep"],
    ["Okt", "Oct"],
    ["Nov", "Nov"],
    ["Des", "Dec"],
];

/// Other ways to write a month, old spellings among them.
const MONTH_ALIASES: [(&str, u8); 12] = [
    ("pebruari", 2),
    ("peb", 2),
    ("mrt", 3),
    ("agt", 8),
    ("ags", 8),
    ("agst", 8),
    ("agust", 8),
    ("sept", 9),
    ("okto", 10),
    ("nop", 11),
    ("nopember", 11),
    ("desem", 12),
];

/// The name of a month (1 to 12): `Maret`, `March`. Empty for any other number.
#[must_use]
pub fn month_name(month: u8, language: Language) -> &'static str {
    named(&MONTHS, month, language)
}

/// The short name of a month (1 to 12): `Mar`, `Agu`, `Aug`. Empty for any other number.
#[must_use]
pub fn month_short(month: u8, language: Language) -> &'static str {
    named(&SHORT_MONTHS, month, language)
}

fn named(table: &[[&'static str; 2]; 12], month: u8, language: Language) -> &'static str {
    let row = usize::from(month).checked_sub(1).and_then(|index| table.get(index));
    row.map_or("", |names| names[language as usize])
}

/// The number (1 to 12) of a month's name in either language, short or long, with or without a full stop.
#[must_use]
pub fn month_named(text: &str) -> Option<u8> {
    let word = text.trim().trim_end_matches('.').to_lowercase();
    let known =
        |table: &[[&str; 2]; 12]| table.iter().position(|names| names.iter().any(|name| name.to_lowercase() == word));
    let position = known(&MONTHS).or_else(|| known(&SHORT_MONTHS));
    position
        .and_then(|index| u8::try_from(index + 1).ok())
        .or_else(|| MONTH_ALIASES.iter().find(|(alias, _)| *alias == word).map(|(_, month)| *month))
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Senin.
    Monday,
    /// Selasa.
    Tuesday,
    /// Rabu.
    Wednesday,
    /// Kamis.
    Thursday,
    /// Jumat.
    Friday,
    /// Sabtu.
    Saturday,
    /// Minggu.
    Sunday,
}

impl Weekday {
    /// All days, Monday first as in ISO 8601.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// Monday is 0, Sunday is 6.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// The day that comes after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self.index() + 1) % 7]
    }

    /// Its name: `Senin`, `Monday`.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        const ID: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
        language.pick(ID[self.index()], self.english())
    }

    /// Its short name: `Sen`, `Mon`.
    #[must_use]
    pub fn short(self, language: Language) -> &'static str {
        const ID: [&str; 7] = ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"];
        language.pick(ID[self.index()], &self.english()[..3])
    }

    /// Its English name, which is also its name in schema.org's `DayOfWeek`.
    #[must_use]
    pub fn english(self) -> &'static str {
        const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        EN[self.index()]
    }
}

/// The day that a name in either language means, short or long: `Jum'at`, `Ahad`, `Thu`.
#[must_use]
pub fn weekday_named(text: &str) -> Option<Weekday> {
    let word: String = text.trim().trim_end_matches('.').to_lowercase().replace(['\'', '’', '‘', '`'], "");
    if let Some(day) = Weekday::ALL.into_iter().find(|day| {
        Language::ALL.into_iter().any(|l| day.name(l).to_lowercase() == word || day.short(l).to_lowercase() == word)
    }) {
        return Some(day);
    }
    match word.as_str() {
        "snn" | "senen" => Some(Weekday::Monday),
        "slasa" | "tues" => Some(Weekday::Tuesday),
        "rebo" | "rbu" | "weds" => Some(Weekday::Wednesday),
        "kms" | "kemis" | "thur" | "thurs" => Some(Weekday::Thursday),
        "jumaat" | "jmt" => Some(Weekday::Friday),
        "sbt" | "saptu" => Some(Weekday::Saturday),
        "ahad" | "mgg" | "ming" | "mg" => Some(Weekday::Sunday),
        _ => None,
    }
}

/// A time of day, given in minutes after midnight: `08.00`, in English `08:00`. `1440` is `24.00`.
#[must_use]
pub fn clock(minute: u16, language: Language) -> String {
    format!("{:02}{}{:02}", minute / 60, language.pick('.', ':'), minute % 60)
}

/// Minutes after midnight of a time such as `8`, `08.00`, `08:30`, `8 pagi`, `9 malam`, `24.00`, `9 am`.
#[must_use]
pub fn read_clock(text: &str) -> Option<u16> {
    let text = narrow(text).to_lowercase();
    let text =
        text.trim_start_matches("pukul").trim_start_matches("jam").trim_start_matches("pkl").trim_start_matches('.');
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ':')).unwrap_or(text.len());
    let (time, period) = (text[..digits].trim_end_matches('.'), text[digits..].trim());
    let mut parts = time.split(['.', ':']);
    let hour = parse_at_most(parts.next()?, 24)?;
    let minute = parts.next().map_or(Some(0), |part| if part.len() == 2 { parse_at_most(part, 59) } else { None })?;
    let seconds_are_zero = parts.next().is_none_or(|part| part == "00");
    if !seconds_are_zero || parts.next().is_some() {
        return None;
    }
    let hour = hour_of_period(hour, period)?;
    let total = hour * 60 + minute;
    (total <= 24 * 60).then_some(total)
}

fn parse_at_most(text: &str, most: u16) -> Option<u16> {
    let plain = !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|number| plain && *number <= most)
}

/// The hour on the 24-hour clock of an hour said with its part of the day.
fn hour_of_period(hour: u16, period: &str) -> Option<u16> {
    match period {
        "" => Some(hour),
        "pagi" | "am" | "a.m" if hour <= 12 => Some(if hour == 12 { 0 } else { hour }),
        "siang" if (10..=12).contains(&hour) => Some(hour),
        "siang" if (1..=3).contains(&hour) => Some(hour + 12),
        "sore" if (2..=7).contains(&hour) => Some(hour + 12),
        "malam" if (6..=11).contains(&hour) => Some(hour + 12),
        "malam" if hour == 12 => Some(24),
        "malam" if (1..=3).contains(&hour) => Some(hour),
        "pm" | "p.m" if (1..=12).contains(&hour) => Some(if hour == 12 { 12 } else { hour + 12 }),
        "siang" | "sore" | "malam" if hour > 12 => Some(hour),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_all_their_names() {
        for (text, month) in [("maret", 3), ("March", 3), ("Agt.", 8), ("Nopember", 11), ("may", 5), ("MEI", 5)] {
            assert_eq!(month_named(text), Some(month), "{text}");
        }
        assert_eq!(month_named("Senin"), None);
        assert_eq!(month_name(13, Language::Id), "");
        assert_eq!(month_short(8, Language::En), "Aug");
    }

    #[test]
    fn days_are_known_by_all_their_names() {
        for (text, day) in [("Jum’at", Weekday::Friday), ("ahad", Weekday::Sunday), ("Kam.", Weekday::Thursday)] {
            assert_eq!(weekday_named(text), Some(day), "{text}");
        }
        assert_eq!(weekday_named("besok"), None);
        assert_eq!(Weekday::Sunday.next(), Weekday::Monday);
        assert_eq!(Weekday::Wednesday.short(Language::En), "Wed");
    }

    #[test]
    fn times_are_read_as_people_say_them() {
        for (text, minutes) in [
            ("8", 480),
            ("08.30", 510),
            ("pukul 9:05", 545),
            ("8 pagi", 480),
            ("12 siang", 720),
            ("1 siang", 780),
            ("5 sore", 1020),
            ("9 malam", 1260),
            ("12 malam", 1440),
            ("24.00", 1440),
            ("12 am", 0),
            ("09:00:00", 540),
        ] {
            assert_eq!(read_clock(text), Some(minutes), "{text}");
        }
        for text in ["", "25", "24.30", "8.5", "8.60", "malam", "12345", "8 besok", "-8", "1.2.3.4"] {
            assert_eq!(read_clock(text), None, "{text}");
        }
        assert_eq!(clock(485, Language::Id), "08.05");
        assert_eq!(clock(1440, Language::En), "24:00");
    }
}
