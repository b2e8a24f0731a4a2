//! Numbers of businesses, cooperatives and places.

use super::mark::is_year;
use super::{all_digits, digits_of, unspaced, without_prefixes};
use crate::bahasa::{is_dash, narrow};
use crate::diagnostic::{Code, Finding, Read, Reading};

numbers! {
    /// A business registration number (Nomor Induk Berusaha), 13 digits.
    Nib;
    /// A class of business in the Indonesian classification (KBLI), 5 digits.
    Kbli;
    /// The number of a cooperative's legal entity.
    LegalEntity;
    /// The registration number of a cooperative (NIK koperasi); not the number of anybody's identity card.
    CoopNik;
    /// The merchant number of a QRIS code, `ID` and 13 digits.
    Nmid;
    /// A postcode, 5 digits.
    Postcode;
}

impl Nib {
    /// Reads 13 digits, with or without spaces, dots, hyphens, and `NIB` in front.
    ///
    /// # Errors
    /// `UMKM-NIB` for any other number of digits; `UMKM-NIB-PALSU` for one digit repeated or digits counted up.
    pub fn read(text: &str) -> Read<Self> {
        let clean = unspaced(text);
        let number = without_prefixes(&clean, &["NIB", "NOMOR", "NO", ":"]);
        if number.len() != 13 || !all_digits(number) {
            return Err(Finding::new(Code::UmkmNib).with("n", digits_of(number).len()));
        }
        let steps: Vec<i16> =
            number.as_bytes().windows(2).map(|pair| (i16::from(pair[1]) - i16::from(pair[0])).rem_euclid(10)).collect();
        if steps.iter().all(|step| *step == 0) || steps.iter().all(|step| *step == 1) {
            return Err(Finding::new(Code::UmkmNibPalsu).with("nilai", number));
        }
        Ok(Reading::clean(Self { text: number.to_owned() }))
    }
}

impl Kbli {
    /// Reads 5 digits; a leading zero counts.
    ///
    /// # Errors
    /// `UMKM-KBLI`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = unspaced(text);
        let code = without_prefixes(&clean, &["KBLI", ":"]);
        if code.len() == 5 && all_digits(code) {
            Ok(Reading::clean(Self { text: code.to_owned() }))
        } else {
            Err(Finding::new(Code::UmkmKbli).with("nilai", text.trim()))
        }
    }

    /// The first two digits: the division, such as 10 for food.
    #[must_use]
    pub fn division(&self) -> &str {
        &self.text[..2]
    }
}

impl LegalEntity {
    /// Reads `AHU-0012345.AH.01.26.TAHUN 2021` or `518/BH/…/2015`; another form is remarked on (`KOP-BH`).
    ///
    /// # Errors
    /// `UMUM-KOSONG`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = narrow(text).split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase().replace(is_dash, "-");
        if clean.is_empty() {
            return Err(Finding::new(Code::UmumKosong));
        }
        let usual = is_ministry_number(&clean) || is_office_number(&clean);
        let remark = (!usual).then(|| Finding::new(Code::KopBh).with("nilai", &clean));
        Ok(Reading::clean(Self { text: clean }).remark_if(remark))
    }
}

/// `AHU-` 6 or 7 digits `.AH.01.2` a digit, and perhaps `.TAHUN` and a year.
fn is_ministry_number(text: &str) -> bool {
    let Some((serial, rest)) = text.strip_prefix("AHU-").and_then(|rest| rest.split_once(".AH.01.2")) else {
        return false;
    };
    let Some((kind, year)) = rest.split_at_checked(1) else { return false };
    let year_fits = year.is_empty() || year.strip_prefix(".TAHUN ").is_some_and(is_year);
    (6..=7).contains(&serial.len()) && all_digits(serial) && all_digits(kind) && year_fits
}

/// 1 to 5 digits, `/BH/`, and something more.
fn is_office_number(text: &str) -> bool {
    text.split_once("/BH/").is_some_and(|(serial, rest)| serial.len() <= 5 && all_digits(serial) && !rest.is_empty())
}

impl CoopNik {
    /// Reads digits; other characters or an odd length are remarked on (`KOP-NIK`).
    ///
    /// # Errors
    /// `UMUM-KOSONG` when there is not one digit.
    pub fn read(text: &str) -> Read<Self> {
        let clean = unspaced(text);
        let digits = digits_of(&clean);
        if digits.is_empty() {
            return Err(Finding::new(Code::UmumKosong));
        }
        let odd = digits.len() != clean.len() || !(10..=16).contains(&digits.len());
        let remark = odd.then(|| Finding::new(Code::KopNik).with("n", 13));
        Ok(Reading::clean(Self { text: digits }).remark_if(remark))
    }
}

impl Nmid {
    /// Reads `ID` and 13 digits; another form is remarked on (`QRIS-NMID`).
    ///
    /// # Errors
    /// `UMUM-KOSONG`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = unspaced(text);
        let number = without_prefixes(&clean, &["NMID", ":"]);
        if number.is_empty() {
            return Err(Finding::new(Code::UmumKosong));
        }
        let usual = number.strip_prefix("ID").is_some_and(|digits| digits.len() == 13 && all_digits(digits));
        let remark = (!usual).then(|| Finding::new(Code::QrisNmid).with("nilai", number));
        Ok(Reading::clean(Self { text: number.to_owned() }).remark_if(remark))
    }
}

impl Postcode {
    /// Reads 5 digits. Whether they fit the place is for the table of places to say.
    ///
    /// # Errors
    /// `UMUM-ANGKA`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = unspaced(text);
        if clean.len() == 5 && all_digits(&clean) {
            Ok(Reading::clean(Self { text: clean }))
        } else {
            Err(Finding::new(Code::UmumAngka).with("nilai", text.trim()).with("contoh", "15416"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_only_remarked_on() {
        assert!(LegalEntity::read("ahu-0012345.ah.01.26.tahun 2021").unwrap().remarks.is_empty());
        assert!(LegalEntity::read("518/BH/CONTOH/2008").unwrap().remarks.is_empty());
        assert_eq!(LegalEntity::read("nomor 5").unwrap().remarks[0].code, Code::KopBh);
        assert_eq!(CoopNik::read("36740-2002-0001").unwrap().value.as_str(), "3674020020001");
        assert_eq!(CoopNik::read("3674A").unwrap().remarks[0].code, Code::KopNik);
        assert_eq!(Nmid::read("NMID: ID1020099990001").unwrap().remarks, []);
        assert_eq!(Nmid::read("ID10").unwrap().remarks[0].code, Code::QrisNmid);
    }

    #[test]
    fn numbers_that_are_refused() {
        assert_eq!(Nib::read("1234567890123").unwrap_err().code, Code::UmkmNibPalsu);
        assert_eq!(Nib::read("12345").unwrap_err().argument("n"), Some("5"));
        assert_eq!(Kbli::read("01301").unwrap().value.division(), "01");
        assert_eq!(Kbli::read("1301").unwrap_err().code, Code::UmkmKbli);
        assert_eq!(Postcode::read("15416").unwrap().value.as_str(), "15416");
        assert_eq!(Postcode::read("1541").unwrap_err().code, Code::UmumAngka);
    }
}
