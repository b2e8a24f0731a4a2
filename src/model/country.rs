//! Countries by their two letters (ISO 3166-1).

use crate::bahasa::{narrow, nearest};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// A country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country {
    code: &'static str,
}

/// All codes, in alphabetical order.
const CODES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA \
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA \
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP \
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS \
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS \
    RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW \
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Names that people write instead of the code.
const NAMES: [(&str, &str); 16] = [
    ("indonesia", "ID"),
    ("jepang", "JP"),
    ("korea", "KR"),
    ("korea selatan", "KR"),
    ("malaysia", "MY"),
    ("singapura", "SG"),
    ("thailand", "TH"),
    ("vietnam", "VN"),
    ("tiongkok", "CN"),
    ("cina", "CN"),
    ("india", "IN"),
    ("australia", "AU"),
    ("belanda", "NL"),
    ("jerman", "DE"),
    ("amerika serikat", "US"),
    ("inggris", "GB"),
];

impl Country {
    /// Its two letters, `ID`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.code
    }

    /// The country with these two letters, however they are cased.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        CODES.split(' ').find(|known| known.eq_ignore_ascii_case(code)).map(|code| Self { code })
    }

    /// Reads two letters. A name is answered with its code.
    ///
    /// # Errors
    /// `UMUM-PILIHAN`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = narrow(text);
        if let Some(country) = Self::find(&clean) {
            return Ok(Reading::clean(country));
        }
        let finding = Finding::new(Code::UmumPilihan)
            .with("nilai", &clean)
            .with("daftar", "kode negara dua huruf, misalnya ID, JP, MY, SG, NL");
        let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        let meant = nearest(&clean.to_lowercase(), &names);
        let code = meant.and_then(|name| NAMES.iter().find(|(known, _)| *known == name)).map(|(_, code)| *code);
        let code = code.or_else(|| clean.eq_ignore_ascii_case("uk").then_some("GB"));
        Err(match code {
            Some(code) => finding.instead(code),
            None => finding,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_pairs_of_letters() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.iter().all(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(NAMES.iter().all(|(_, code)| codes.contains(code)));
    }

    #[test]
    fn reads_codes_and_answers_names() {
        assert_eq!(Country::read(" jp ").unwrap().value.code(), "JP");
        for (text, wanted) in [("Jepang", Some("JP")), ("UK", Some("GB")), ("XX", None), ("IDN", None)] {
            let finding = Country::read(text).unwrap_err();
            assert_eq!((finding.code, finding.instead.as_deref()), (Code::UmumPilihan, wanted), "{text}");
        }
    }
}
