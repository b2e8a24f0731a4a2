//! What a QRIS code says: the payload of a code for payments, as laid down by EMVCo and Bank Indonesia.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Finding, Read, Reading};

/// A sound, static QRIS: one that is put up once and paid into by everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentCode {
    /// Who receives the money, as banks show it: at most 25 characters, often cut.
    pub name: String,
    /// The merchant number (NMID), if the code has one.
    pub merchant: Option<String>,
}

/// How each code for payments begins: the version of its form.
const START: &str = "000201";
/// The name of QRIS in the template of tag 51.
const SCHEME: &str = "ID.CO.QRIS.WWW";

impl PaymentCode {
    /// Reads the text of a QR code.
    ///
    /// # Errors
    /// `QRIS-BUKAN` for any other text, `QRIS-RUSAK` for a code that was damaged or changed, `QRIS-SEKALI` for one that was
    /// made for a single payment.
    pub fn read(text: &str) -> Read<Self> {
        let text = text.trim();
        let stranger = || Finding::new(Code::QrisBukan).with("isi", glimpse(text));
        let broken = |part: &str| Finding::new(Code::QrisRusak).with("bagian", part);
        if !text.starts_with(START) {
            return Err(stranger());
        }
        let fields = fields(text).map_err(broken)?;
        if !has_sum(text, &fields) {
            return Err(broken("63"));
        }
        let template = field(&fields, "51").map(self::fields).transpose().map_err(|_| broken("51"))?;
        let Some(template) = template.filter(|template| field(template, "00") == Some(SCHEME)) else {
            return Err(stranger());
        };
        match field(&fields, "01") {
            None | Some("11") => {}
            Some("12") => return Err(Finding::new(Code::QrisSekali)),
            Some(_) => return Err(broken("01")),
        }
        let name = field(&fields, "59").map(str::trim).filter(|name| !name.is_empty()).ok_or_else(|| broken("59"))?;
        let merchant = field(&template, "02").map(|number| number.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Reading::clean(Self { name: name.to_owned(), merchant }))
    }
}

/// Tags with their values, each once: two digits of tag, two digits of length in characters, the value. The error is the
/// tag at which the text goes wrong.
fn fields(text: &str) -> Result<Vec<(&str, &str)>, &str> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (tag, value, after) = next_field(rest).ok_or_else(|| split(rest, 2).map_or(rest, |(tag, _)| tag))?;
        if field(&found, tag).is_some() {
            return Err(tag);
        }
        found.push((tag, value));
        rest = after;
    }
    Ok(found)
}

fn next_field(text: &str) -> Option<(&str, &str, &str)> {
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (tag, rest) = split(text, 2).filter(|(tag, _)| number(tag))?;
    let (length, rest) = split(rest, 2).filter(|(length, _)| number(length))?;
    let (value, rest) = split(rest, length.parse().ok()?)?;
    Some((tag, value, rest))
}

/// The first `count` characters and the rest; nothing when there are fewer.
fn split(text: &str, count: usize) -> Option<(&str, &str)> {
    let mut ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    ends.nth(count).map(|at| text.split_at(at))
}

fn field<'a>(fields: &[(&'a str, &'a str)], tag: &str) -> Option<&'a str> {
    fields.iter().find(|(name, _)| *name == tag).map(|(_, value)| *value)
}

/// Does the text end in the right checksum?
fn has_sum(text: &str, fields: &[(&str, &str)]) -> bool {
    let Some(("63", written)) = fields.last().copied() else { return false };
    let Some(covered) = text.strip_suffix(written) else { return false };
    written.len() == 4 && written.eq_ignore_ascii_case(&format!("{:04X}", sum_of(covered.as_bytes())))
}

/// CRC-16/CCITT-FALSE.
fn sum_of(bytes: &[u8]) -> u16 {
    bytes.iter().fold(u16::MAX, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte) << 8, |sum, _| if sum & 0x8000 == 0 { sum << 1 } else { sum << 1 ^ 0x1021 })
    })
}

/// Letters shown of a text that is no payment.
const GLIMPSE: usize = 16;

/// Enough of a strange text to know it again, and no more: the host of a link, the kind of a record (`WIFI:`), or a few
/// letters without digits. What else it holds may be somebody's secret.
fn glimpse(text: &str) -> String {
    if let Some((scheme, rest)) = text.split_once("://") {
        let (server, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let host = server.rsplit('@').next().unwrap_or_default();
        if !host.is_empty() && host.len() <= 60 && scheme.chars().all(|c| c.is_ascii_alphanumeric()) {
            let more = if path.len() > 1 { "/…" } else { "" };
            return format!("{scheme}://{host}{more}");
        }
    }
    let kind = text.split_once(':').map(|(kind, _)| kind);
    if let Some(kind) = kind.filter(|kind| kind.len() <= GLIMPSE && kind.chars().all(|c| c.is_ascii_alphabetic())) {
        return format!("{kind}:…");
    }
    let masked = |c: char| if c.is_numeric() { '•' } else { c };
    let start: String = text.chars().filter(|c| !c.is_control()).take(GLIMPSE).map(masked).collect();
    if text.chars().count() > GLIMPSE { format!("{start}…") } else { start }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tag(tag: &str, value: &str) -> String {
        format!("{tag}{:02}{value}", value.chars().count())
    }

    /// Closes a payload with its checksum.
    fn sealed(body: &str) -> String {
        let body = format!("{body}6304");
        let sum = sum_of(body.as_bytes());
        format!("{body}{sum:04X}")
    }

    fn body(kind: &str, name: &str) -> String {
        let merchant = tag("51", &format!("{}{}", tag("00", "ID.CO.QRIS.WWW"), tag("02", "ID1020099990001")));
        let account = tag("26", &format!("{}{}", tag("00", "COM.CONTOH.WWW"), tag("01", "936009990000000001")));
        let place = [tag("52", "5812"), tag("53", "360"), tag("58", "ID")].concat();
        [tag("00", "01"), tag("01", kind), account, merchant, place, tag("59", name), tag("60", "TANGERANG")].concat()
    }

    fn code(text: &str) -> Code {
        PaymentCode::read(text).unwrap_err().code
    }

    #[test]
    fn the_checksum_is_the_one_of_the_standard() {
        assert_eq!(sum_of(b"123456789"), 0x29b1);
        assert_eq!(sum_of(b""), 0xffff);
    }

    #[test]
    fn a_sound_code_tells_name_and_number() {
        let read = PaymentCode::read(&format!(" {}\n", sealed(&body("11", "BINGKAI RANTIKA")))).unwrap().value;
        assert_eq!(
            read,
            PaymentCode { name: "BINGKAI RANTIKA".to_owned(), merchant: Some("ID1020099990001".to_owned()) }
        );
        let small = sealed(&body("11", "BINGKAI RANTIKA")).to_lowercase();
        assert_eq!(code(&small), Code::QrisRusak, "letters that became small are another text");
        let whole = sealed(&body("11", "WARUNG ÉNAK"));
        assert_eq!(PaymentCode::read(&whole).unwrap().value.name, "WARUNG ÉNAK");
        let (start, sum) = whole.split_at(whole.len() - 4);
        assert!(PaymentCode::read(&format!("{start}{}", sum.to_lowercase())).is_ok(), "the sum in small letters");
    }

    #[test]
    fn a_code_for_one_payment_is_told() {
        assert_eq!(code(&sealed(&body("12", "BINGKAI RANTIKA"))), Code::QrisSekali);
        assert_eq!(code(&sealed(&body("13", "BINGKAI RANTIKA"))), Code::QrisRusak);
        let without = sealed(&body("11", "BINGKAI RANTIKA").replace("010211", ""));
        assert!(PaymentCode::read(&without).is_ok(), "static, where nothing is said");
    }

    #[test]
    fn a_changed_letter_and_a_cut_text_are_damage() {
        let whole = sealed(&body("11", "BINGKAI RANTIKA"));
        for end in START.len()..whole.len() {
            assert_eq!(code(&whole[..end]), Code::QrisRusak, "cut to {end}");
        }
        for at in START.len()..whole.len() {
            let mut changed = whole.clone().into_bytes();
            changed[at] = if changed[at] == b'7' { b'8' } else { b'7' };
            assert_eq!(code(&String::from_utf8(changed).unwrap()), Code::QrisRusak, "letter {at}");
        }
        assert_eq!(code(&format!("{whole}5904ABCD")), Code::QrisRusak, "something behind the sum");
        for hostile in ["00020159", "000201599", "00020159XX", "0002015999", "000201-1-1", "0002015904ÉÉ", "000201ééé"]
        {
            assert_eq!(code(hostile), Code::QrisRusak, "{hostile}");
        }
    }

    #[test]
    fn fields_that_are_missing_or_twice_there() {
        let whole = body("11", "BINGKAI RANTIKA");
        let without_name = whole.replace("5915BINGKAI RANTIKA", "");
        let finding = PaymentCode::read(&sealed(&without_name)).unwrap_err();
        assert_eq!((finding.code, finding.argument("bagian")), (Code::QrisRusak, Some("59")));
        assert_eq!(code(&sealed(&format!("{whole}5904LAIN"))), Code::QrisRusak);
        assert_eq!(code(&sealed(&whole.replace("ID.CO.QRIS.WWW", "SG.PAYNOW.WWWW"))), Code::QrisBukan);
        assert_eq!(code(&sealed(&whole.replace("0014ID.CO.QRIS", "0099ID.CO.QRIS"))), Code::QrisRusak);
    }

    #[test]
    fn other_texts_are_told_and_not_told_whole() {
        for (text, shown) in [
            ("https://toko.example/a?kunci=rahasia", "https://toko.example/…"),
            ("https://toko.example", "https://toko.example"),
            ("https://aku:rahasia@toko.example/", "https://toko.example"),
            ("WIFI:S:Warung;P:rahasia;;", "WIFI:…"),
            ("BEGIN:VCARD\nFN:Ibu", "BEGIN:…"),
            ("9900000000000001", "••••••••••••••••"),
            ("Halo", "Halo"),
            ("Bapak Anu di Jalan Mawar 5", "Bapak Anu di Jal…"),
            ("", ""),
        ] {
            let finding = PaymentCode::read(text).unwrap_err();
            assert_eq!((finding.code, finding.argument("isi")), (Code::QrisBukan, Some(shown)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", tags in "000201([0-9]{2}0[0-9].{0,9}){0,6}") {
            let _ = PaymentCode::read(&text);
            let _ = PaymentCode::read(&tags);
            let headed = [START, &text].concat();
            prop_assert!(PaymentCode::read(&headed).is_err());
            let _ = PaymentCode::read(&sealed(&format!("{START}{text}")));
        }

        #[test]
        fn any_name_comes_back(name in "[A-Z0-9 .,'&é-]{0,25}") {
            let read = PaymentCode::read(&sealed(&body("11", &name)));
            match name.trim() {
                "" => prop_assert!(read.is_err()),
                name => prop_assert_eq!(read.unwrap().value.name, name),
            }
        }
    }
}
