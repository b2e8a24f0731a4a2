//! Numbers as people write them in YAML: whole numbers, decimals, yes and no, sizes, amounts, ranges of days.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::bahasa::{Language, group, is_dash, narrow};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// A single value of a YAML file, with what YAML makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scalar<'a> {
    /// The text, without quotation marks.
    pub text: &'a str,
    /// Whether it stood in quotation marks (or in a block), so that YAML takes it as text whatever it holds.
    pub quoted: bool,
}

impl<'a> Scalar<'a> {
    /// A value without quotation marks.
    #[must_use]
    pub fn plain(text: &'a str) -> Self {
        Self { text, quoted: false }
    }

    /// A value in quotation marks.
    #[must_use]
    pub fn quoted(text: &'a str) -> Self {
        Self { text, quoted: true }
    }

    /// The whole number that YAML 1.2 sees here: decimal, `0x…` or `0o…`, with a sign. Digits with a leading zero
    /// (`017`, `0812…`) are text, as YAML readers in practice have it.
    #[must_use]
    pub fn as_yaml_integer(&self) -> Option<i64> {
        if self.quoted {
            return None;
        }
        if let Some(digits) = self.text.strip_prefix("0x") {
            return radix(digits, 16);
        }
        if let Some(digits) = self.text.strip_prefix("0o") {
            return radix(digits, 8);
        }
        let digits = self.text.strip_prefix(['-', '+']).unwrap_or(self.text);
        let padded = digits.len() > 1 && digits.starts_with('0');
        let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if whole && !padded { self.text.parse().ok() } else { None }
    }

    /// The number with a fraction or an exponent that YAML 1.2 sees here. `25.000` is 25, `12E3` is 12000.
    #[must_use]
    pub fn as_yaml_float(&self) -> Option<f64> {
        if self.quoted {
            return None;
        }
        match self.text.strip_prefix(['-', '+']).unwrap_or(self.text) {
            ".inf" | ".Inf" | ".INF" => {
                return Some(if self.text.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY });
            }
            ".nan" | ".NaN" | ".NAN" => return (!self.text.starts_with(['-', '+'])).then_some(f64::NAN),
            _ => {}
        }
        if is_float_form(self.text) { self.text.parse().ok() } else { None }
    }
}

impl<'a> From<&'a str> for Scalar<'a> {
    /// A value in quotation marks: text that comes from elsewhere than YAML is just text.
    fn from(text: &'a str) -> Self {
        Self::quoted(text)
    }
}

fn radix(digits: &str, radix: u32) -> Option<i64> {
    if digits.starts_with(['+', '-']) { None } else { i64::from_str_radix(digits, radix).ok() }
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, with a point or an exponent in it.
fn is_float_form(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mantissa_fits = match mantissa.split_once('.') {
        Some(("", fraction)) => digits(fraction),
        Some((whole, fraction)) => digits(whole) && (fraction.is_empty() || digits(fraction)),
        None => digits(mantissa) && exponent.is_some(),
    };
    let exponent_fits = exponent.is_none_or(|e| digits(e.strip_prefix(['-', '+']).unwrap_or(e)));
    mantissa_fits && exponent_fits
}

/// Whether digits are cut into thousands by `mark`: `1.250.000`. At least one mark is needed.
pub(super) fn is_grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let mut rest = groups.peekable();
    (1..=3).contains(&first.len())
        && digits(first)
        && rest.peek().is_some()
        && rest.all(|group| group.len() == 3 && digits(group))
}

/// Reads yes or no: `ya`, `tidak`, `iya`, `yes`, `no`, `true`, `false`, however cased.
///
/// # Errors
/// `UMUM-PILIHAN` for anything else.
pub fn flag(text: &str) -> Read<bool> {
    match narrow(text).to_lowercase().as_str() {
        "ya" | "iya" | "true" | "yes" | "benar" => Ok(Reading::clean(true)),
        "tidak" | "false" | "no" | "bukan" | "tdk" => Ok(Reading::clean(false)),
        _ => Err(Finding::new(Code::UmumPilihan).with("nilai", text).with("daftar", "ya, tidak")),
    }
}

/// Reads a whole number that is not negative: `1000`, `"1.000"`.
///
/// # Errors
/// `UMUM-ANGKA-TITIK` for a plain `1.000`, which YAML takes for 1; `UMUM-ANGKA` for what is no whole number.
pub fn whole(scalar: Scalar<'_>) -> Read<u64> {
    let text = narrow(scalar.text);
    if let Some(value) = scalar.as_yaml_float() {
        return Err(dotted_number(&text, value));
    }
    let digits = if is_grouped(&text, '.') { text.replace('.', "") } else { text.clone() };
    let plain = digits.strip_prefix('+').unwrap_or(&digits);
    match plain.parse() {
        Ok(number) if plain.bytes().all(|b| b.is_ascii_digit()) => Ok(Reading::clean(number)),
        _ => Err(Finding::new(Code::UmumAngka).with("nilai", text).with("contoh", "25")),
    }
}

/// A number that lost its thousands to YAML, or that should have been whole.
fn dotted_number(text: &str, value: f64) -> Finding {
    if is_grouped(text, '.') {
        let meant = text.replace('.', "");
        let read = text.split('.').next().unwrap_or_default();
        return Finding::new(Code::UmumAngkaTitik)
            .with("nilai", text)
            .with("salah", read)
            .with("benar", &meant)
            .instead(meant);
    }
    let finding = Finding::new(Code::UmumAngka).with("nilai", text);
    if value.is_finite() && (0.0..1e15).contains(&value) {
        finding.with("contoh", value.round())
    } else {
        finding.with("contoh", "25")
    }
}

/// A number with up to three decimal places, kept exactly: temperatures, sizes, percentages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Decimal {
    thousandths: i64,
}

impl Decimal {
    /// The nearest to a number.
    #[must_use]
    pub fn nearest(number: f64) -> Self {
        Self::from_thousandths((number * 1000.0).round() as i64)
    }

    /// A number given in thousandths: 1500 is 1,5.
    #[must_use]
    pub fn from_thousandths(thousandths: i64) -> Self {
        Self { thousandths }
    }

    /// The number in thousandths.
    #[must_use]
    pub fn thousandths(self) -> i64 {
        self.thousandths
    }

    /// Reads `82,5`, `82.5`, `1.250,5`, `1,250.5`, `18%`, `−3`. More than three decimals are rounded half up.
    ///
    /// # Errors
    /// `UMUM-ANGKA`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = narrow(text);
        let number = clean.trim_end_matches('%').trim_end();
        match decimal(number) {
            Some(value) => Ok(Reading::clean(value)),
            None => Err(Finding::new(Code::UmumAngka).with("nilai", clean).with("contoh", "82,5")),
        }
    }

    /// As read by people: `82,5`, in English `82.5`; thousands are set apart.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        let magnitude = self.thousandths.unsigned_abs();
        let sign = if self.thousandths < 0 { "−" } else { "" };
        let whole = group(magnitude / 1000, language);
        let fraction = format!("{:03}", magnitude % 1000);
        match fraction.trim_end_matches('0') {
            "" => format!("{sign}{whole}"),
            digits => format!("{sign}{whole}{}{digits}", language.pick(',', '.')),
        }
    }
}

impl fmt::Display for Decimal {
    /// For machines: a point, no thousands, `-` for minus.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.thousandths.unsigned_abs();
        let sign = if self.thousandths < 0 { "-" } else { "" };
        let fraction = format!("{:03}", magnitude % 1000);
        match fraction.trim_end_matches('0') {
            "" => write!(formatter, "{sign}{}", magnitude / 1000),
            digits => write!(formatter, "{sign}{}.{digits}", magnitude / 1000),
        }
    }
}

/// A decimal number with a comma or a point; the last mark is the decimal one, the other sets thousands apart.
fn decimal(text: &str) -> Option<Decimal> {
    let (negative, text) = match text.strip_prefix(is_dash) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = split_decimal(text)?;
    if whole.is_empty() || whole.len() > 15 || fraction.len() > 9 {
        return None;
    }
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits(&whole) || !digits(&fraction) {
        return None;
    }
    let padded = format!("{fraction:0<4}");
    let ten_thousandths: i64 = padded[..4].parse().ok()?;
    let magnitude = whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add((ten_thousandths + 5) / 10)?;
    Some(Decimal { thousandths: if negative { -magnitude } else { magnitude } })
}

/// The digits before and after the decimal mark.
fn split_decimal(text: &str) -> Option<(String, String)> {
    let mark = match (text.rfind(','), text.rfind('.')) {
        (None, None) => return Some((text.to_owned(), String::new())),
        (Some(comma), Some(point)) => comma.max(point),
        // 1.250.000 can only be thousands; 1.250 is a decimal number here.
        (Some(at), None) | (None, Some(at)) => {
            let sign = if text[at..].starts_with(',') { ',' } else { '.' };
            if text.matches(sign).count() > 1 {
                return is_grouped(text, sign).then(|| (text.replace(sign, ""), String::new()));
            }
            at
        }
    };
    let (whole, fraction) = (&text[..mark], &text[mark + 1..]);
    let other = if text[mark..].starts_with(',') { '.' } else { ',' };
    if whole.contains(other) && !is_grouped(whole, other) {
        return None;
    }
    (!fraction.is_empty()).then(|| (whole.replace(other, ""), fraction.to_owned()))
}

/// A number of days, or from so many to so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Days {
    /// The least.
    pub least: u16,
    /// The most; the same as `least` when it is one number.
    pub most: u16,
}

impl Days {
    /// The longest lead time that is believed.
    pub const LONGEST: u16 = 180;

    /// From `least` to `most` days, if both are believable and in order.
    #[must_use]
    pub fn new(least: u64, most: u64) -> Option<Self> {
        let fits = |n: u64| u16::try_from(n).ok().filter(|n| (1..=Self::LONGEST).contains(n));
        let (least, most) = (fits(least)?, fits(most)?);
        (least <= most).then_some(Self { least, most })
    }

    /// Reads `7`, `7 hari`, `3-5`, `3–5 hari`, `3 sampai 5 hari`, `2 minggu`.
    ///
    /// # Errors
    /// `PROD-HARI`.
    pub fn read(text: &str) -> Read<Self> {
        let refused = || Finding::new(Code::ProdHari).with("nilai", text.trim());
        let clean = narrow(text).to_lowercase();
        let (numbers, factor) = match clean.trim_end_matches(char::is_alphabetic).trim_end() {
            numbers if clean.ends_with("minggu") || clean.ends_with("weeks") || clean.ends_with("week") => (numbers, 7),
            numbers => match clean[numbers.len()..].trim() {
                "" | "hari" | "hr" | "day" | "days" => (numbers, 1),
                _ => return Err(refused()),
            },
        };
        let numbers = numbers.replace("s.d.", "-").replace("s/d", "-").replace("sampai", "-").replace(is_dash, "-");
        let mut parts = numbers.split('-').map(|part| part.trim().parse::<u64>().ok());
        let least = parts.next().flatten().ok_or_else(refused)?;
        let most = match parts.next() {
            Some(most) => most.ok_or_else(refused)?,
            None => least,
        };
        if parts.next().is_some() {
            return Err(refused());
        }
        let days = Self::new(least.saturating_mul(factor), most.saturating_mul(factor)).ok_or_else(refused)?;
        Ok(Reading::clean(days))
    }

    /// `7`, or `3–5`.
    #[must_use]
    pub fn display(self) -> String {
        if self.least == self.most { self.least.to_string() } else { format!("{}–{}", self.least, self.most) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_sees_the_numbers_it_is_known_to_see() {
        for (text, number) in
            [("25000", 25_000), ("-5", -5), ("+6281200000001", 6_281_200_000_001), ("0x1F", 31), ("0o17", 15)]
        {
            assert_eq!(Scalar::plain(text).as_yaml_integer(), Some(number), "{text}");
            assert_eq!(Scalar::quoted(text).as_yaml_integer(), None, "{text}");
        }
        for text in ["017", "0220009861929", "25.000", "25_000", "25rb", "", "-", "0x", "0x-1", "99999999999999999999"]
        {
            assert_eq!(Scalar::plain(text).as_yaml_integer(), None, "{text}");
        }
        for (text, number) in [("25.000", 25.0), ("12E3", 12_000.0), (".5", 0.5), ("1.", 1.0), ("-1.5e-2", -0.015)] {
            assert_eq!(Scalar::plain(text).as_yaml_float(), Some(number), "{text}");
        }
        for text in ["25", "1.250.000", "25,000", "1e", "e3", ".", "1.2.3", "+.nan"] {
            assert_eq!(Scalar::plain(text).as_yaml_float(), None, "{text}");
        }
        assert_eq!(Scalar::quoted("25.000").as_yaml_float(), None);
        assert_eq!(Scalar::plain("-.inf").as_yaml_float(), Some(f64::NEG_INFINITY));
    }

    #[test]
    fn yes_and_no() {
        assert!(flag(" Iya ").unwrap().value);
        assert!(!flag("TIDAK").unwrap().value);
        assert_eq!(flag("mungkin").unwrap_err().code, Code::UmumPilihan);
    }

    #[test]
    fn a_count_with_a_dot_is_refused_unless_quoted() {
        assert_eq!(whole(Scalar::quoted("1.000")).unwrap().value, 1000);
        assert_eq!(whole(Scalar::plain("48")).unwrap().value, 48);
        let finding = whole(Scalar::plain("1.000")).unwrap_err();
        assert_eq!((finding.code, finding.instead.as_deref()), (Code::UmumAngkaTitik, Some("1000")));
        assert_eq!(whole(Scalar::plain("2.5")).unwrap_err().code, Code::UmumAngka);
        assert_eq!(whole(Scalar::plain("-3")).unwrap_err().code, Code::UmumAngka);
    }

    #[test]
    fn decimals_with_comma_or_point() {
        for (text, thousandths) in [
            ("82,5", 82_500),
            ("82.5", 82_500),
            ("1.250,5", 1_250_500),
            ("1.250.000", 1_250_000_000),
            ("18 %", 18_000),
            ("−3", -3_000),
            ("0,0005", 1),
        ] {
            assert_eq!(Decimal::read(text).unwrap().value.thousandths(), thousandths, "{text}");
        }
        for text in ["", ",", "1,2,3", "a", "1.25.000", "5,", "--1", "9999999999999999"] {
            assert!(Decimal::read(text).is_err(), "{text}");
        }
        let value = Decimal::from_thousandths(-1_250_500);
        assert_eq!(value.display(Language::Id), "−1.250,5");
        assert_eq!(value.display(Language::En), "−1,250.5");
        assert_eq!(value.to_string(), "-1250.5");
    }

    #[test]
    fn days_and_ranges_of_days() {
        for (text, least, most) in
            [("7", 7, 7), ("3–5 hari", 3, 5), ("3 s.d. 5", 3, 5), ("2 minggu", 14, 14), ("1-2 minggu", 7, 14)]
        {
            assert_eq!(Days::read(text).unwrap().value, Days { least, most }, "{text}");
        }
        for text in ["", "0", "181", "5-3", "1-2-3", "7 bulan", "segera", "-7"] {
            assert!(Days::read(text).is_err(), "{text}");
        }
        assert_eq!(Days { least: 3, most: 5 }.display(), "3–5");
    }
}
