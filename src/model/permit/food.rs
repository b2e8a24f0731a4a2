//! Permits for food, medicine and cosmetics.

use super::{SOON_DAYS, all_digits, compact, digits_of, unspaced, without_prefixes};
use crate::bahasa::Language;
use crate::diagnostic::{Code, Finding, Read, Reading};
use crate::model::date::Date;

/// The code of Kota Tangerang Selatan in registration numbers.
const HOME_AREA: &str = "3674";

numbers! {
    /// A permit for food made at home (P-IRT), shown as 13 digits, a hyphen and the year of expiry.
    Pirt;
    /// A registration with the food and drug authority, shown as `BPOM RI MD 999900001234` or `BPOM NA18999900001`.
    Bpom;
    /// A halal certificate of BPJPH, `ID` and 17 digits.
    Halal;
}

impl Pirt {
    /// Reads 15 digits, with `P-IRT No.` in front or not, and says whether the permit still holds on `today`.
    ///
    /// Remarks: `PIRT-WILAYAH` for another city or regency, `PIRT-KEMASAN` for an unknown packaging digit,
    /// `PIRT-SEGERA` in the last 60 days.
    ///
    /// # Errors
    /// `PIRT-LAMA` for the 12 digits of old permits, `PIRT-KEDALUWARSA`, `PIRT-FORMAT`.
    pub fn read(text: &str, today: Date) -> Read<Self> {
        let clean = compact(text);
        let prefixes = ["SPP-IRT", "SPPIRT", "P-IRT", "PIRT", "DINKES", "NOMOR", "NO.", "NO", ":", "."];
        let number = without_prefixes(&clean, &prefixes).replace('.', "");
        let digits = number.replacen('-', "", 1);
        let hyphen_fits = number.find('-').is_none_or(|at| at == 13);
        if digits.len() != 15 || !all_digits(&digits) || digits.starts_with('0') || !hyphen_fits {
            let old = digits_of(&number).len() == 12;
            return Err(Finding::new(if old { Code::PirtLama } else { Code::PirtFormat }).with("nilai", text.trim()));
        }
        let pirt = Self { text: format!("{}-{}", &digits[..13], &digits[13..]) };
        if pirt.expiry_year() < today.year() {
            return Err(Finding::new(Code::PirtKedaluwarsa).with("tahun", pirt.expiry_year()));
        }
        let unknown = pirt.packaging(Language::Id).is_none();
        let packaging = unknown.then(|| Finding::new(Code::PirtKemasan).with("kode", &pirt.text[..1]));
        let area = (pirt.area() != HOME_AREA).then(|| Finding::new(Code::PirtWilayah).with("kode", pirt.area()));
        let left = today.days_until(pirt.expires());
        let soon = (left < SOON_DAYS).then(|| Finding::new(Code::PirtSegera).with("hari", left));
        Ok(Reading::clean(pirt).remark_if(packaging).remark_if(area).remark_if(soon))
    }

    /// What the food is packed in, by the first digit; nothing for an unknown one.
    #[must_use]
    pub fn packaging(&self, language: Language) -> Option<&'static str> {
        let (id, en) = match self.text.as_bytes().first()? {
            b'1' => ("kaca", "glass"),
            b'2' => ("plastik", "plastic"),
            b'3' => ("karton", "carton"),
            b'4' => ("kaleng", "can"),
            b'5' => ("aluminium foil", "aluminium foil"),
            b'6' => ("kemasan lain", "other packaging"),
            b'7' => ("komposit", "composite"),
            b'8' => ("kemasan ganda", "double packaging"),
            _ => return None,
        };
        Some(language.pick(id, en))
    }

    /// The two digits of the kind of food.
    #[must_use]
    pub fn food_type(&self) -> &str {
        &self.text[1..3]
    }

    /// The four digits of province and city; 3674 is Kota Tangerang Selatan.
    #[must_use]
    pub fn area(&self) -> &str {
        &self.text[3..7]
    }

    /// The two digits that count the maker's products.
    #[must_use]
    pub fn product_serial(&self) -> &str {
        &self.text[7..9]
    }

    /// The four digits that count the makers of the area.
    #[must_use]
    pub fn maker_serial(&self) -> &str {
        &self.text[9..13]
    }

    /// The year in which it ends.
    #[must_use]
    pub fn expiry_year(&self) -> i32 {
        2000 + self.text[14..].parse::<i32>().unwrap_or(0)
    }

    /// The last day of that year.
    #[must_use]
    pub fn expires(&self) -> Date {
        Date::new(self.expiry_year(), 12, 31).unwrap_or_else(|| Date::from_day_number(i32::MAX))
    }
}

/// What a BPOM registration is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BpomKind {
    /// Food made here (MD).
    Food,
    /// Imported food (ML).
    ImportedFood,
    /// Cosmetics (NA to NE).
    Cosmetic,
    /// Traditional medicine (TR, TI, TL).
    Herbal,
    /// Food supplements (SD, SI).
    Supplement,
}

impl Bpom {
    /// Reads `MD` or `ML` with 12 or 15 digits, `NA` to `NE` with 11, `TR`, `TI`, `TL`, `SD` or `SI` with 9; `BPOM RI`
    /// may stand in front. `ML` is remarked on (`BPOM-ML`).
    ///
    /// # Errors
    /// `BPOM-FORMAT`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = unspaced(text);
        let number = without_prefixes(&clean, &["BADANPOM", "BPOM", "RI", "NOMOR", "NO", ":"]);
        let refused = || Finding::new(Code::BpomFormat).with("nilai", text.trim());
        let (letters, digits) = number.split_at_checked(2).ok_or_else(refused)?;
        let (kind, lengths) = kind_of_letters(letters).ok_or_else(refused)?;
        if !all_digits(digits) || !lengths.contains(&digits.len()) {
            return Err(refused());
        }
        let shown = match kind {
            BpomKind::Food | BpomKind::ImportedFood => format!("BPOM RI {letters} {digits}"),
            _ => format!("BPOM {letters}{digits}"),
        };
        let imported = (kind == BpomKind::ImportedFood).then(|| Finding::new(Code::BpomMl));
        Ok(Reading::clean(Self { text: shown }).remark_if(imported))
    }

    /// What it is for.
    #[must_use]
    pub fn kind(&self) -> BpomKind {
        let number = without_prefixes(&self.text, &["BPOM ", "RI "]);
        number.get(..2).and_then(kind_of_letters).map_or(BpomKind::Food, |(kind, _)| kind)
    }
}

/// The kind that two letters stand for, and how many digits may follow.
fn kind_of_letters(letters: &str) -> Option<(BpomKind, &'static [usize])> {
    match letters {
        "MD" => Some((BpomKind::Food, &[12, 15])),
        "ML" => Some((BpomKind::ImportedFood, &[12, 15])),
        "NA" | "NB" | "NC" | "ND" | "NE" => Some((BpomKind::Cosmetic, &[11])),
        "TR" | "TI" | "TL" => Some((BpomKind::Herbal, &[9])),
        "SD" | "SI" => Some((BpomKind::Supplement, &[9])),
        _ => None,
    }
}

impl Halal {
    /// Reads `ID` and 17 digits. Without `ID` it is read and remarked on (`HALAL-ID`).
    ///
    /// # Errors
    /// `HALAL-KH` for the number of the decree, `HALAL-LAMA` for 11 to 16 bare digits, `HALAL-FORMAT`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = unspaced(text).replace("IDHALAL:", "ID").replace("IDHALAL", "ID");
        let number = without_prefixes(&clean, &["SERTIFIKAT", "HALAL", "BPJPH", "NOMOR", "NO", ":"]);
        let digits = number.strip_prefix("ID").unwrap_or(number);
        if digits.len() == 17 && all_digits(digits) {
            let shown = format!("ID{digits}");
            let bare = digits.len() == number.len();
            let remark = bare.then(|| Finding::new(Code::HalalId).with("hasil", &shown).instead(shown.clone()));
            return Ok(Reading::clean(Self { text: shown }).remark_if(remark));
        }
        let decree = number.find("KH").is_some_and(|at| at <= 2);
        let code = match number.len() {
            _ if decree => Code::HalalKh,
            11..=16 if all_digits(number) => Code::HalalLama,
            _ => Code::HalalFormat,
        };
        Err(Finding::new(code).with("nilai", text.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        Date::new(2026, 11, 24).unwrap()
    }

    #[test]
    fn the_digits_of_a_pirt_are_understood() {
        let pirt = Pirt::read("SPP-IRT: 206 3674 99 0001-30", today()).unwrap().value;
        assert_eq!(pirt.as_str(), "2063674990001-30");
        assert_eq!(pirt.packaging(Language::Id), Some("plastik"));
        assert_eq!(
            (pirt.food_type(), pirt.area(), pirt.product_serial(), pirt.maker_serial()),
            ("06", "3674", "99", "0001")
        );
        assert_eq!(pirt.expires().to_string(), "2030-12-31");
    }

    #[test]
    fn a_pirt_that_ends_this_year_ends_soon() {
        let reading = Pirt::read("2063674990001-26", today()).unwrap();
        assert_eq!(reading.remarks[0].argument("hari"), Some("37"));
        assert!(Pirt::read("2063674990001-26", Date::new(2026, 6, 1).unwrap()).unwrap().remarks.is_empty());
        assert_eq!(Pirt::read("9063674990001-30", today()).unwrap().remarks[0].code, Code::PirtKemasan);
        assert_eq!(Pirt::read("20636749900-0130", today()).unwrap_err().code, Code::PirtFormat);
    }

    #[test]
    fn bpom_numbers_say_what_they_are_for() {
        for (text, shown, kind) in [
            ("bpom ri md 9999.0000.1234", "BPOM RI MD 999900001234", BpomKind::Food),
            ("ML999900001234", "BPOM RI ML 999900001234", BpomKind::ImportedFood),
            ("NE18999900001", "BPOM NE18999900001", BpomKind::Cosmetic),
            ("POM TL999900001", "", BpomKind::Herbal),
            ("BPOM SD 999900001", "BPOM SD999900001", BpomKind::Supplement),
        ] {
            match Bpom::read(text) {
                Ok(reading) => assert_eq!((reading.value.as_str(), reading.value.kind()), (shown, kind)),
                Err(finding) => assert_eq!((shown, finding.code), ("", Code::BpomFormat)),
            }
        }
        assert!(Bpom::read("NF18999900001").is_err());
        assert!(Bpom::read("é").is_err());
    }
}
