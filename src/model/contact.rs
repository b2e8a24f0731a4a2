//! Telephone numbers, WhatsApp links and e-mail addresses.

use serde::{Deserialize, Serialize};

use crate::bahasa::{Language, is_dash, narrow, nearest};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// WhatsApp refuses or cuts longer links.
const LONGEST_LINK: usize = 1_800;
/// Longer messages are not read by anybody.
const LONGEST_TEXT: usize = 700;

/// A telephone number: an Indonesian one, or one of another country where the site welcomes them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Phone {
    /// With the country code and nothing but digits.
    digits: String,
}

impl Phone {
    /// The number with its country code, digits only: `6281200000001`.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The digits after the country code.
    fn national(&self) -> &str {
        self.digits.strip_prefix("62").unwrap_or(&self.digits)
    }

    /// Whether it is a mobile number.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        self.digits.starts_with("628")
    }

    /// As read by people: `0812-0000-0001`, `021-7400-0000`; in English `+62 812-0000-0001`.
    #[must_use]
    pub fn display(&self, language: Language) -> String {
        if !self.digits.starts_with("62") {
            return format!("+{}", groups_of_digits(&self.digits).join(" "));
        }
        let national = self.national();
        let area = match national.as_bytes() {
            [b'2', b'1' | b'2' | b'4', ..] => 2,
            _ => 3,
        };
        let (area, rest) = national.split_at(area.min(national.len()));
        let mut out = format!("{}{area}", language.pick("0", "+62 "));
        for group in groups_of_digits(rest) {
            out.push('-');
            out.push_str(group);
        }
        out
    }

    /// The address that a telephone dials: `tel:+6281200000001`.
    #[must_use]
    pub fn tel_uri(&self) -> String {
        format!("tel:+{}", self.digits)
    }

    /// The address that opens WhatsApp with this text: `https://wa.me/62…?text=…`.
    ///
    /// The text is held to 700 characters and the address to 1,800 bytes. A longer text is cut in front of its last
    /// line, which is the address of the page. An empty text gives the bare address.
    #[must_use]
    pub fn whatsapp_link(&self, text: &str) -> String {
        let base = format!("https://wa.me/{}", self.digits);
        let text = text.trim();
        if text.is_empty() {
            return base;
        }
        let room = LONGEST_LINK - base.len() - "?text=".len();
        let fitted = if fits(text, room) { text.to_owned() } else { shorten(text, room) };
        if fitted.is_empty() { base } else { format!("{base}?text={}", encode_component(&fitted)) }
    }

    /// Reads a WhatsApp number or its `wa.me` link. A landline is remarked on (`WA-RUMAH`), a zero after the country
    /// code too (`WA-620`).
    ///
    /// # Errors
    /// `UMUM-KOSONG`, `WA-KARAKTER`, `WA-GRUP`, `WA-PENDEK`, `WA-NEGARA`, `WA-FORMAT`, `WA-PANJANG`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = narrow(text);
        let number = match number_of_link(&clean) {
            Some(found) => found?,
            None => clean,
        };
        from_number(&number)
    }

    /// As [`Phone::read`], but a number of another country is welcome too, when it begins with `+` or `00`.
    ///
    /// # Errors
    /// As [`Phone::read`], without `WA-NEGARA`.
    pub fn read_abroad(text: &str) -> Read<Self> {
        let read = Self::read(text);
        let Err(Finding { code: Code::WaNegara, .. }) = &read else { return read };
        let digits: String = narrow(text).chars().filter(char::is_ascii_digit).collect();
        let digits = digits.strip_prefix("00").unwrap_or(&digits);
        // E.164 has at most 15 digits; no country's numbers have fewer than 8 with its code.
        if digits.starts_with('0') || !(8..=15).contains(&digits.len()) {
            return Err(Finding::new(Code::WaPanjang).with("nilai", text.trim()));
        }
        Ok(Reading::clean(Self { digits: digits.to_owned() }))
    }

    /// Reads a number to be called: as [`Phone::read`], but a landline is nothing to remark on.
    ///
    /// # Errors
    /// `UMUM-KOSONG`, `WA-NEGARA`; `KONTAK-TELEPON` for all else.
    pub fn read_telephone(text: &str) -> Read<Self> {
        match Self::read(text) {
            Ok(mut reading) => {
                reading.remarks.retain(|finding| finding.code != Code::WaRumah);
                Ok(reading)
            }
            Err(finding) if matches!(finding.code, Code::UmumKosong | Code::WaNegara) => Err(finding),
            Err(_) => Err(Finding::new(Code::KontakTelepon).with("nilai", text.trim())),
        }
    }
}

/// Four digits and the rest; three and three where only six are left.
fn groups_of_digits(digits: &str) -> Vec<&str> {
    let first = match digits.len() {
        0..=4 => return vec![digits],
        5 | 6 => 3,
        _ => 4,
    };
    let (head, tail) = digits.split_at(first);
    vec![head, tail]
}

/// The number in a WhatsApp link, if the text is one; an error when the link holds no number.
fn number_of_link(text: &str) -> Option<Result<String, Finding>> {
    let lower = text.to_ascii_lowercase();
    let start = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme)).map_or(0, str::len);
    let start = start + if lower[start..].starts_with("www.") { 4 } else { 0 };
    let end = lower[start..].find(['/', '?']).map_or(lower.len(), |at| start + at);
    let rest = text.get(end..).unwrap_or_default();
    match &lower[start..end] {
        "chat.whatsapp.com" => Some(Err(Finding::new(Code::WaGrup))),
        "wa.link" => Some(Err(Finding::new(Code::WaPendek))),
        "wa.me" => {
            let path = rest.split('?').next().unwrap_or_default().trim_matches('/');
            let digits = path.strip_prefix('+').unwrap_or(path);
            let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            Some(if whole { Ok(path.to_owned()) } else { Err(Finding::new(Code::WaPendek)) })
        }
        "whatsapp.com" | "api.whatsapp.com" | "web.whatsapp.com" => Some(phone_parameter(rest)),
        _ => None,
    }
}

/// The value of `phone=` in a query. A plus sign there is a space to web servers, and means the plus of +62.
fn phone_parameter(rest: &str) -> Result<String, Finding> {
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    let value = query.split(['&', '#']).find_map(|pair| pair.strip_prefix("phone=")).unwrap_or_default();
    let value = value.replace("%2B", "+").replace("%2b", "+").replace("%20", " ");
    if value.trim().is_empty() { Err(Finding::new(Code::WaPendek)) } else { Ok(value) }
}

fn from_number(text: &str) -> Read<Phone> {
    if text.is_empty() {
        return Err(Finding::new(Code::UmumKosong));
    }
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '.' | '/') || is_dash(c);
    if !text.chars().all(allowed) {
        return Err(Finding::new(Code::WaKarakter).with("nilai", text));
    }
    let refused = |code| Finding::new(code).with("nilai", text);
    let (digits, dropped_zero) = with_country_code(text).map_err(refused)?;
    let phone = Phone { digits };
    let remark = dropped_zero
        .then(|| Finding::new(Code::Wa620).with("hasil", &phone.digits).instead(format!("+{}", phone.digits)));
    let national = phone.national();
    if is_mobile_number(national) {
        Ok(Reading::clean(phone).remark_if(remark))
    } else if is_landline_number(national) {
        let landline = Finding::new(Code::WaRumah).with("nilai", phone.display(Language::Id));
        Ok(Reading::clean(phone).remark_if(remark).remark(landline))
    } else if national.starts_with('8') {
        Err(refused(Code::WaPanjang))
    } else {
        Err(refused(Code::WaFormat))
    }
}

/// The digits of a number with the country code 62 in front; the flag says that a zero behind it was dropped.
fn with_country_code(text: &str) -> Result<(String, bool), Code> {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    let (international, digits) = match all.strip_prefix("00") {
        Some(rest) if text.starts_with("00") => (true, rest),
        _ => (text.starts_with('+'), all.as_str()),
    };
    if let Some(rest) = digits.strip_prefix("620") {
        return Ok((format!("62{rest}"), true));
    }
    if digits.starts_with("62") {
        return Ok((digits.to_owned(), false));
    }
    match digits.as_bytes() {
        [] => Err(Code::WaFormat),
        _ if international => Err(Code::WaNegara),
        [b'0', ..] => Ok((format!("62{}", &digits[1..]), false)),
        [b'8', ..] => Ok((format!("62{digits}"), false)),
        _ => Err(Code::WaFormat),
    }
}

/// `8[1-35-9]` and 7 to 10 more digits: no mobile network begins with 84 or 80.
fn is_mobile_number(national: &str) -> bool {
    let bytes = national.as_bytes();
    matches!(bytes, [b'8', b'1'..=b'3' | b'5'..=b'9', ..]) && (9..=12).contains(&bytes.len())
}

/// An area code that begins with 2 to 7; 8 to 10 digits in all.
fn is_landline_number(national: &str) -> bool {
    let bytes = national.as_bytes();
    matches!(bytes, [b'2'..=b'7', ..]) && (8..=10).contains(&bytes.len())
}

fn fits(text: &str, room: usize) -> bool {
    text.chars().count() <= LONGEST_TEXT && encode_component(text).len() <= room
}

/// Cuts a text in front of its last line until it fits; without that line if the line alone is too long.
fn shorten(text: &str, room: usize) -> String {
    let (body, last) = text.rsplit_once('\n').unwrap_or((text, ""));
    let last = if fits(last, room / 2) { last } else { "" };
    let with_last = |body: &str| match (body.trim_end(), last) {
        (body, "") => format!("{body}…"),
        (body, last) => format!("{body}…\n{last}"),
    };
    let mut kept = String::new();
    for word in body.split_inclusive(char::is_whitespace) {
        let longer = format!("{kept}{word}");
        if !fits(&with_last(&longer), room) {
            break;
        }
        kept = longer;
    }
    if kept.trim().is_empty() { last.to_owned() } else { with_last(&kept) }
}

/// Encodes a text for a query, as `encodeURIComponent` does in browsers: a space is `%20`, a line break `%0A`.
#[must_use]
pub fn encode_component(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len() * 3 / 2);
    for byte in text.replace("\r\n", "\n").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    out
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email {
    address: String,
}

/// Where most people here have their mail; used to mend slips of the pen.
const MAIL_HOSTS: [&str; 8] = [
    "gmail.com",
    "yahoo.com",
    "yahoo.co.id",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "ymail.com",
    "rocketmail.com",
];

impl Email {
    /// The address; the part after the `@` in lower case.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The address that opens a mail program: `mailto:…`.
    #[must_use]
    pub fn mailto(&self) -> String {
        format!("mailto:{}", self.address)
    }

    /// Reads an e-mail address, with or without `mailto:`.
    ///
    /// # Errors
    /// `KONTAK-SUREL`, with a suggestion for a misspelt well-known host such as `gmial.com`.
    pub fn read(text: &str) -> Read<Self> {
        let clean = narrow(text);
        let address = clean.strip_prefix("mailto:").unwrap_or(&clean);
        let refused = || Finding::new(Code::KontakSurel).with("nilai", address);
        let (local, host) = address.rsplit_once('@').ok_or_else(refused)?;
        let host = host.to_lowercase();
        if !is_mail_local(local) || !is_host_name(&host) {
            return Err(refused());
        }
        let full = format!("{local}@{host}");
        match nearest(&host, MAIL_HOSTS.iter()) {
            Some(meant) if meant != host && !is_other_host(&host) => {
                let suggestion = format!("{local}@{meant}");
                Err(refused().with("saran", &suggestion).instead(suggestion))
            }
            _ => Ok(Reading::clean(Self { address: full })),
        }
    }
}

/// Real hosts that only look like slips of the well-known ones.
fn is_other_host(host: &str) -> bool {
    matches!(host, "mail.com" | "email.com" | "yahoo.co.uk" | "hotmail.co.id" | "gmx.com")
}

fn is_mail_local(local: &str) -> bool {
    let dotted = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    let allowed = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    (1..=64).contains(&local.len()) && !dotted && local.chars().all(allowed)
}

/// Whether it is a host name with at least one dot and letters at its end.
pub(super) fn is_host_name(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    host.len() <= 253
        && host.contains('.')
        && host.split('.').all(label)
        && top.len() >= 2
        && !top.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(text: &str) -> Phone {
        Phone::read(text).unwrap_or_else(|finding| panic!("{text}: {finding:?}")).value
    }

    #[test]
    fn numbers_are_shown_and_dialled() {
        for (text, id, en) in [
            ("6281200000001", "0812-0000-0001", "+62 812-0000-0001"),
            ("62812000000012", "0812-0000-00012", "+62 812-0000-00012"),
            ("628120000001", "0812-0000-001", "+62 812-0000-001"),
            ("622174000000", "021-7400-0000", "+62 21-7400-0000"),
            ("0251-8000000", "0251-8000-000", "+62 251-8000-000"),
        ] {
            assert_eq!(phone(text).display(Language::Id), id, "{text}");
            assert_eq!(phone(text).display(Language::En), en, "{text}");
        }
        assert_eq!(phone("0812 0000 0001").tel_uri(), "tel:+6281200000001");
    }

    #[test]
    fn what_is_shown_is_read_back() {
        for digits in ["6281200000001", "628120000001", "62812000000012", "62811000000", "622174000000"] {
            let number = phone(digits);
            for language in Language::ALL {
                assert_eq!(phone(&number.display(language)), number);
            }
        }
    }

    #[test]
    fn a_telephone_may_be_a_landline() {
        assert!(Phone::read_telephone("(021) 7400 0000").unwrap().remarks.is_empty());
        assert_eq!(Phone::read_telephone("021-74 ext 3").unwrap_err().code, Code::KontakTelepon);
        assert_eq!(Phone::read_telephone("+60 12-345 6789").unwrap_err().code, Code::WaNegara);
    }

    #[test]
    fn texts_are_encoded_as_browsers_do() {
        let link = phone("0812-0000-0001").whatsapp_link("Halo, *Bingkai* & “A4”?\r\nJumlah: 2");
        assert_eq!(
            link,
            "https://wa.me/6281200000001?text=Halo%2C%20*Bingkai*%20%26%20%E2%80%9CA4%E2%80%9D%3F%0AJumlah%3A%202"
        );
        assert_eq!(phone("0812-0000-0001").whatsapp_link("  "), "https://wa.me/6281200000001");
    }

    #[test]
    fn a_long_text_is_cut_but_keeps_the_address_of_the_page() {
        let page = "https://contoh.example/produk/bingkai/";
        for body in ["kata ".repeat(400), "é".repeat(900), "日本 ".repeat(300)] {
            let link = phone("0812-0000-0001").whatsapp_link(&format!("{body}\n{page}"));
            assert!(link.len() <= LONGEST_LINK, "{}", link.len());
            assert!(link.ends_with(&encode_component(page)), "{link}");
        }
        let endless = phone("0812-0000-0001").whatsapp_link(&format!("Halo\n{}", "x".repeat(3_000)));
        assert!(endless.len() <= LONGEST_LINK && endless.contains("Halo"));
    }

    #[test]
    fn addresses_of_mail() {
        assert_eq!(Email::read(" mailto:Sari.Bu@Contoh.CO.ID ").unwrap().value.address(), "Sari.Bu@contoh.co.id");
        assert_eq!(Email::read("sari@gmail.com").unwrap().value.mailto(), "mailto:sari@gmail.com");
        assert!(Email::read("sari@mail.com").is_ok());
        let finding = Email::read("sari@gmial.com").unwrap_err();
        assert_eq!(finding.instead.as_deref(), Some("sari@gmail.com"));
        for text in [
            "",
            "sari",
            "sari@",
            "@contoh.id",
            "sari@contoh",
            "a b@contoh.id",
            "sari@contoh..id",
            ".s@contoh.id",
            "sari@1.2.3.4",
        ] {
            assert_eq!(Email::read(text).unwrap_err().code, Code::KontakSurel, "{text}");
        }
    }
}
