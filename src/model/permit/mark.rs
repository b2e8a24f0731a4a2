//! Standards, intellectual property and local content.

use super::{PermitKind, all_digits, compact, without_prefixes};
use crate::diagnostic::{Code, Finding, Read, Reading};
use crate::model::number::Decimal;

numbers! {
    /// A national standard, shown as `SNI 8303:2016` or `SNI ISO 9001:2015`.
    Sni;
    /// A registered trademark, copyright, design or patent.
    Right;
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

pub(super) fn is_year(text: &str) -> bool {
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

/// Reads a share of local content, 0 to 100: `82,5`, `82.5%`.
///
/// # Errors
/// `TKDN-NILAI`.
pub fn read_local_content(text: &str) -> Read<Decimal> {
    let refused = || Finding::new(Code::TkdnNilai).with("nilai", text.trim());
    let reading = Decimal::read(text).map_err(|_| refused())?;
    if (0..=100_000).contains(&reading.value.thousandths()) { Ok(reading) } else { Err(refused()) }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn rights_are_only_remarked_on() {
        assert_eq!(Right::read(PermitKind::Trademark, "IDM 000999999").unwrap().remarks, []);
        assert_eq!(Right::read(PermitKind::Trademark, "12345").unwrap().remarks[0].code, Code::HkiFormat);
        assert_eq!(Right::read(PermitKind::Patent, "12345").unwrap().remarks, []);
    }

    #[test]
    fn local_content_is_a_percentage() {
        assert_eq!(read_local_content("82,5 %").unwrap().value.thousandths(), 82_500);
        assert_eq!(read_local_content("120").unwrap_err().code, Code::TkdnNilai);
    }
}
