//! Permits and other registration numbers: what a well-formed one looks like and what its digits say.
//!
//! A well-formed number is not a genuine one. Nothing here says that a permit exists; that is for staff to check.

use serde::{Deserialize, Serialize};

use super::date::Date;
use crate::bahasa::{Language, is_dash, narrow};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// Declares values that are checked texts.
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

            impl std::fmt::Display for $name {
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    formatter.write_str(&self.text)
                }
            }
        )+
    };
}

mod business;
mod food;
mod mark;
mod payee;
mod payment_code;

pub use business::{CoopNik, Kbli, LegalEntity, Nib, Nmid, Postcode};
pub use food::{Bpom, BpomKind, Halal, Pirt};
pub use mark::{Right, Sni, read_local_content};
pub use payee::is_payee;
pub use payment_code::PaymentCode;

/// How many days before its end a permit is said to end soon.
pub const SOON_DAYS: i32 = 60;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
