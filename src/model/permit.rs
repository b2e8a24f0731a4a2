//! Registration numbers: what a well-formed one looks like and what its digits say.
//!
//! A well-formed number is not a genuine one. Nothing here says that a permit exists; that is for staff to check.

use std::fmt;

use super::date::Date;
use super::number::Decimal;
use crate::bahasa::{Language, is_dash, narrow};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// How many days before its end a permit is said to end soon.
pub const SOON_DAYS: i32 = 60;

/// The code of Kota Tangerang Selatan in registration numbers.
const HOME_AREA: &str = "3674";

/// Upper case, no spaces, one kind of dash.
fn compact(text: &str) -> String {
    narrow(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if is_dash(c) { '-' } else { c })
        .collect::<String>()
        .to_uppercase()
}

/// Takes words such as `NO.` off the front, as often as they stand there.
fn without_prefixes<'a>(mut text: &'a str, words: &[&str]) -> &'a str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
    }
    text
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Without the marks that people put between digits.
fn unspaced(text: &str) -> String {
    compact(text).replace(['.', '-'], "")
}

/// Declares a value that is a checked text.
macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name {
                text: String,
            }

            impl $name {
                /// The number as it is shown.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.text
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(&self.text)
                }
            }
        )+
    };
}

numbers! {
    /// A business registration number (Nomor Induk Berusaha), 13 digits.
    Nib;
    /// A class of business in the Indonesian classification (KBLI), 5 digits.
    Kbli;
    /// A permit for food made at home (P-IRT), shown as 13 digits, a hyphen and the year of expiry.
    Pirt;
    /// A registration with the food and drug authority, shown as `BPOM RI MD 999900001234` or `BPOM NA18999900001`.
    Bpom;
    /// A halal certificate of BPJPH, `ID` and 17 digits.
    Halal;
    /// A national standard, shown as `SNI 8303:2016` or `SNI ISO 9001:2015`.
    Sni;
    /// A registered trademark, copyright, design or patent.
    Right;
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

impl Sni {
    /// Reads `SNI 8303:2016`, `sni iso 9001 : 2015`, `SNI ISO/IEC 17025:2017`.
    ///
    /// # Errors
    /// `SNI-FORMAT`; where only the colon is wrong (`SNI 01-2973-1992`) with the number as it should stand.
    pub fn read(text: &str) -> Read<Self> {
        let clean = compact(text);
        let refused = || Finding::new(Code::SniFormat).with("nilai", text.trim());
        let rest = clean.strip_prefix("SNI").ok_or_else(refused)?.trim_start_matches([':', '-']);
        let body = ["ISO/IEC", "ISO", "IEC"].into_iter().find(|body| rest.starts_with(body)).unwrap_or_default();
        let rest = rest[body.len()..].trim_start_matches('-');
        let shown = |number: &str, year: &str| match body {
            "" => format!("SNI {number}:{year}"),
            body => format!("SNI {body} {number}:{year}"),
        };
        if let Some((number, year)) = rest.rsplit_once(':')
            && is_standard_number(number)
            && is_year(year)
        {
            return Ok(Reading::clean(Self { text: shown(number, year) }));
        }
        match rest.rsplit_once(['-', '/']) {
            Some((number, year)) if is_standard_number(number) && is_year(year) => {
                Err(refused().instead(shown(number, year)))
            }
            _ => Err(refused()),
        }
    }
}

fn is_standard_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && all_digits(text) && (text.starts_with("19") || text.starts_with("20"))
}

impl Right {
    /// Reads the number of a right. Only the form of trademarks (`IDM` and 9 digits) is known well enough to remark on
    /// another one (`HKI-FORMAT`).
    ///
    /// # Errors
    /// `UMUM-KOSONG`.
    pub fn read(kind: PermitKind, text: &str) -> Read<Self> {
        let clean = compact(text);
        let number = without_prefixes(&clean, &["NOMOR", "NO.", "NO", ":"]);
        if number.is_empty() {
            return Err(Finding::new(Code::UmumKosong));
        }
        let mark = number.strip_prefix("IDM").is_some_and(|digits| digits.len() == 9 && all_digits(digits));
        let odd = kind == PermitKind::Trademark && !mark;
        let remark = odd.then(|| Finding::new(Code::HkiFormat).with("nilai", text.trim()));
        Ok(Reading::clean(Self { text: number.to_owned() }).remark_if(remark))
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

/// Reads a share of local content, 0 to 100: `82,5`, `82.5%`.
///
/// # Errors
/// `TKDN-NILAI`.
pub fn read_local_content(text: &str) -> Read<Decimal> {
    let refused = || Finding::new(Code::TkdnNilai).with("nilai", text.trim());
    let reading = Decimal::read(text).map_err(|_| refused())?;
    if (0..=100_000).contains(&reading.value.thousandths()) { Ok(reading) } else { Err(refused()) }
}

/// Says whether something that holds until `until` has ended on `today` (an error) or ends within 60 days (a remark).
///
/// # Errors
/// `IZIN-KEDALUWARSA`.
pub fn validity(name: &str, until: Date, today: Date) -> Result<Option<Finding>, Finding> {
    let left = today.days_until(until);
    if left < 0 {
        return Err(Finding::new(Code::IzinKedaluwarsa).with("izin", name).with("tanggal", until));
    }
    let soon = || Finding::new(Code::IzinSegera).with("izin", name).with("tanggal", until).with("hari", left);
    Ok((left < SOON_DAYS).then(soon))
}

/// A kind of permit, certificate, right or other proof of quality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermitKind {
    /// Home-made food.
    Pirt,
    /// Food and drug authority.
    Bpom,
    /// Halal certificate.
    Halal,
    /// National standard.
    Sni,
    /// Trademark.
    Trademark,
    /// Copyright.
    Copyright,
    /// Industrial design.
    Design,
    /// Patent.
    Patent,
    /// Share of local content.
    LocalContent,
    /// Laboratory test.
    LabTest,
    /// Award.
    Award,
}

impl PermitKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Pirt,
        Self::Bpom,
        Self::Halal,
        Self::Sni,
        Self::Trademark,
        Self::Copyright,
        Self::Design,
        Self::Patent,
        Self::LocalContent,
        Self::LabTest,
        Self::Award,
    ];

    /// Its name in entries: `pirt`, `merek`, `uji_lab`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Pirt => "pirt",
            Self::Bpom => "bpom",
            Self::Halal => "halal",
            Self::Sni => "sni",
            Self::Trademark => "merek",
            Self::Copyright => "hak_cipta",
            Self::Design => "desain_industri",
            Self::Patent => "paten",
            Self::LocalContent => "tkdn",
            Self::LabTest => "uji_lab",
            Self::Award => "penghargaan",
        }
    }

    /// The kind with this name in entries.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let key = key.trim().to_lowercase().replace(['-', ' '], "_");
        Self::ALL.into_iter().find(|kind| kind.key() == key || (*kind == Self::Pirt && key == "p_irt"))
    }

    /// Its name for people.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Self::Pirt => "P-IRT",
            Self::Bpom => "BPOM",
            Self::Halal => "Halal",
            Self::Sni => "SNI",
            Self::Trademark => language.pick("Merek", "Trademark"),
            Self::Copyright => language.pick("Hak cipta", "Copyright"),
            Self::Design => language.pick("Desain industri", "Industrial design"),
            Self::Patent => language.pick("Paten", "Patent"),
            Self::LocalContent => "TKDN",
            Self::LabTest => language.pick("Uji laboratorium", "Laboratory test"),
            Self::Award => language.pick("Penghargaan", "Award"),
        }
    }

    /// Who gives it; nothing where that differs from case to case.
    #[must_use]
    pub fn issuer(self, language: Language) -> Option<&'static str> {
        match self {
            Self::Pirt => Some(language.pick("Dinas Kesehatan", "City health office")),
            Self::Bpom => Some(language.pick("Badan Pengawas Obat dan Makanan", "Food and Drug Authority (BPOM)")),
            Self::Halal => Some(
                language.pick("Badan Penyelenggara Jaminan Produk Halal", "Halal Product Assurance Agency (BPJPH)"),
            ),
            Self::Sni => Some(language.pick("Badan Standardisasi Nasional", "National Standardization Agency (BSN)")),
            Self::Trademark | Self::Copyright | Self::Design | Self::Patent => Some(
                language
                    .pick("Direktorat Jenderal Kekayaan Intelektual", "Directorate General of Intellectual Property"),
            ),
            Self::LocalContent => Some(language.pick("Kementerian Perindustrian", "Ministry of Industry")),
            Self::LabTest | Self::Award => None,
        }
    }

    /// Where anybody can check a number, if there is such a site.
    #[must_use]
    pub fn check_site(self) -> Option<&'static str> {
        match self {
            Self::Bpom => Some("https://cekbpom.pom.go.id/"),
            Self::Halal => Some("https://bpjph.halal.go.id/"),
            Self::Trademark | Self::Copyright | Self::Design | Self::Patent => {
                Some("https://pdki-indonesia.dgip.go.id/")
            }
            Self::LocalContent => Some("https://tkdn.kemenperin.go.id/"),
            Self::Pirt | Self::Sni | Self::LabTest | Self::Award => None,
        }
    }
}

/// The number of a permit, by its kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermitNumber {
    /// Home-made food.
    Pirt(Pirt),
    /// Food and drug authority.
    Bpom(Bpom),
    /// Halal certificate.
    Halal(Halal),
    /// National standard.
    Sni(Sni),
    /// Trademark, copyright, design or patent.
    Right(Right),
    /// Any other text: the number of a certificate, a laboratory's report, the name of an award.
    Text(String),
}

impl PermitNumber {
    /// Reads the number of a permit of this kind.
    ///
    /// # Errors
    /// Those of the kind's own reader; `UMUM-KOSONG` for an empty text.
    pub fn read(kind: PermitKind, text: &str, today: Date) -> Read<Self> {
        match kind {
            PermitKind::Pirt => Pirt::read(text, today).map(|reading| reading.map(Self::Pirt)),
            PermitKind::Bpom => Bpom::read(text).map(|reading| reading.map(Self::Bpom)),
            PermitKind::Halal => Halal::read(text).map(|reading| reading.map(Self::Halal)),
            PermitKind::Sni => Sni::read(text).map(|reading| reading.map(Self::Sni)),
            PermitKind::Trademark | PermitKind::Copyright | PermitKind::Design | PermitKind::Patent => {
                Right::read(kind, text).map(|reading| reading.map(Self::Right))
            }
            PermitKind::LocalContent | PermitKind::LabTest | PermitKind::Award => match narrow(text) {
                empty if empty.is_empty() => Err(Finding::new(Code::UmumKosong)),
                text => Ok(Reading::clean(Self::Text(text))),
            },
        }
    }

    /// The number as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pirt(number) => number.as_str(),
            Self::Bpom(number) => number.as_str(),
            Self::Halal(number) => number.as_str(),
            Self::Sni(number) => number.as_str(),
            Self::Right(number) => number.as_str(),
            Self::Text(text) => text,
        }
    }

    /// The day on which the number itself says that it ends.
    #[must_use]
    pub fn expires(&self) -> Option<Date> {
        match self {
            Self::Pirt(number) => Some(number.expires()),
            _ => None,
        }
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

    #[test]
    fn standards_are_written_one_way() {
        for (text, shown) in [
            ("sni 8303:2016", "SNI 8303:2016"),
            ("SNI ISO 9001 : 2015", "SNI ISO 9001:2015"),
            ("SNI ISO/IEC 17025:2017", "SNI ISO/IEC 17025:2017"),
            ("SNI 01-2973:1992", "SNI 01-2973:1992"),
        ] {
            assert_eq!(Sni::read(text).unwrap().value.as_str(), shown);
        }
        assert_eq!(Sni::read("SNI 01-2973-1992").unwrap_err().instead.as_deref(), Some("SNI 01-2973:1992"));
        for text in ["", "SNI", "SNI 8303", "8303:2016", "SNI 8303:1816", "SNI abc:2016"] {
            assert_eq!(Sni::read(text).unwrap_err().code, Code::SniFormat, "{text}");
        }
    }

    #[test]
    fn numbers_that_are_only_remarked_on() {
        assert!(LegalEntity::read("ahu-0012345.ah.01.26.tahun 2021").unwrap().remarks.is_empty());
        assert!(LegalEntity::read("518/BH/CONTOH/2008").unwrap().remarks.is_empty());
        assert_eq!(LegalEntity::read("nomor 5").unwrap().remarks[0].code, Code::KopBh);
        assert_eq!(Right::read(PermitKind::Trademark, "IDM 000999999").unwrap().remarks, []);
        assert_eq!(Right::read(PermitKind::Trademark, "12345").unwrap().remarks[0].code, Code::HkiFormat);
        assert_eq!(Right::read(PermitKind::Patent, "12345").unwrap().remarks, []);
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
        assert_eq!(read_local_content("82,5 %").unwrap().value.thousandths(), 82_500);
        assert_eq!(read_local_content("120").unwrap_err().code, Code::TkdnNilai);
    }

    #[test]
    fn permits_end() {
        let day = |text| Date::parse_iso(text).unwrap();
        assert_eq!(validity("SNI", day("2027-06-01"), today()), Ok(None));
        assert_eq!(validity("SNI", day("2026-12-01"), today()).unwrap().unwrap().argument("hari"), Some("7"));
        assert_eq!(validity("SNI", day("2026-11-24"), today()).unwrap().unwrap().argument("hari"), Some("0"));
        assert_eq!(validity("SNI", day("2026-11-23"), today()).unwrap_err().code, Code::IzinKedaluwarsa);
    }

    #[test]
    fn kinds_are_found_by_their_names() {
        for kind in PermitKind::ALL {
            assert_eq!(PermitKind::parse(kind.key()), Some(kind));
        }
        assert_eq!(PermitKind::parse("P-IRT"), Some(PermitKind::Pirt));
        assert_eq!(PermitKind::parse("sertifikat"), None);
    }
}
