//! What must never be published: numbers of identity cards, tax and bank accounts, and fields that hold secrets.
//!
//! Git keeps whatever was committed, so this is looked for in all text and in the names of files, before a commit.

use std::ops::Range;

use crate::diagnostic::{Code, Finding};

/// Fields that may not stand in any entry, because of what they hold.
const FORBIDDEN_KEYS: [&str; 62] = [
    "omzet",
    "omset",
    "modal",
    "laba",
    "keuntungan",
    "penghasilan",
    "pendapatan",
    "gaji",
    "utang",
    "hutang",
    "pinjaman",
    "aset",
    "neraca",
    "shu",
    "tanggal_lahir",
    "tgl_lahir",
    "tempat_lahir",
    "ttl",
    "umur_pemilik",
    "nik",
    "no_nik",
    "nomor_nik",
    "ktp",
    "no_ktp",
    "nomor_ktp",
    "foto_ktp",
    "kk",
    "no_kk",
    "nomor_kk",
    "kartu_keluarga",
    "npwp",
    "no_npwp",
    "nomor_npwp",
    "alamat_rumah",
    "alamat_pemilik",
    "alamat_ktp",
    "rekening",
    "no_rekening",
    "nomor_rekening",
    "norek",
    "bank",
    "agama",
    "suku",
    "status_kawin",
    "status_perkawinan",
    "golongan_darah",
    "nama_ibu",
    "ibu_kandung",
    "paspor",
    "no_paspor",
    "kata_sandi",
    "sandi",
    "password",
    "pin",
    "turnover",
    "capital",
    "income",
    "salary",
    "birth_date",
    "date_of_birth",
    "home_address",
    "bank_account",
];

/// Whether a field may stand in no entry at all. A cooperative's `nik` is not meant: its caller knows that field.
#[must_use]
pub fn is_forbidden_key(key: &str) -> bool {
    let key = key.trim().to_lowercase().replace(['-', ' '], "_");
    FORBIDDEN_KEYS.contains(&key.as_str())
}

/// A number with all but its ends hidden: `3674••••••••0001`.
#[must_use]
pub fn mask(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().filter(char::is_ascii_digit).collect();
    let shown = if digits.len() >= 12 { 4 } else { 2 };
    let middle = digits.len().saturating_sub(2 * shown);
    let ends = if middle == 0 { 0 } else { shown };
    let mut out: String = digits.iter().take(ends).collect();
    out.extend(std::iter::repeat_n('•', digits.len() - 2 * ends));
    out.extend(digits.iter().skip(digits.len() - ends));
    out
}

/// Finds what looks private in a text: `PDP-NIK`, `PDP-NPWP`, `PDP-REKENING` (errors), `PDP-KONTAK-TEKS` (a warning).
///
/// The places are in bytes, in order, and do not overlap. The number itself is only told in its masked form (`samar`).
#[must_use]
pub fn scan_private(text: &str) -> Vec<(Range<usize>, Finding)> {
    // Digits are rare in texts: one look for enough of them spares the real search.
    if text.chars().filter_map(digit).take(DIGITS_MIN).count() < DIGITS_MIN && !text.contains('@') {
        return Vec::new();
    }
    let numbers = numbers(text);
    let mut found: Vec<(Range<usize>, Finding)> = Vec::new();
    for number in &numbers {
        let begin = number.groups[0].start;
        if let Some((code, place)) = judge(text, number, begin) {
            let finding = Finding::new(code).with("samar", mask(&text_digits(text, &place)));
            found.push((place, finding));
        }
    }
    for place in addresses(text) {
        if found.iter().all(|(other, _)| other.end <= place.start || place.end <= other.start) {
            found.push((place, Finding::new(Code::PdpKontakTeks)));
        }
    }
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// Digits in groups, with one sign between each two: a space, a dot, a hyphen or a slash.
struct Number {
    groups: Vec<Range<usize>>,
    signs: Vec<char>,
}

impl Number {
    fn sizes(&self, text: &str) -> Vec<usize> {
        self.groups.iter().map(|group| text[group.clone()].chars().count()).collect()
    }

    fn place(&self, from: usize, to: usize) -> Range<usize> {
        self.groups[from].start..self.groups[to].end
    }

    fn all(&self) -> Range<usize> {
        self.place(0, self.groups.len() - 1)
    }
}

/// The value of a digit, full-width ones too.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}

fn text_digits(text: &str, place: &Range<usize>) -> String {
    text[place.clone()].chars().filter_map(digit).collect()
}

fn is_sign(c: char) -> bool {
    matches!(c, ' ' | '.' | '-' | '/' | '\u{a0}' | '\u{2010}'..='\u{2014}')
}

/// All numbers of a text.
fn numbers(text: &str) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut sign: Option<char> = None;
    let mut joined = false;
    let mut in_group = false;
    for (at, c) in text.char_indices() {
        if digit(c).is_some() {
            let end = at + c.len_utf8();
            match numbers.last_mut() {
                Some(number) if in_group => {
                    if let Some(group) = number.groups.last_mut() {
                        group.end = end;
                    }
                }
                Some(number) if joined => {
                    number.groups.push(at..end);
                    number.signs.push(sign.unwrap_or(' '));
                }
                _ => numbers.push(Number { groups: std::iter::once(at..end).collect(), signs: Vec::new() }),
            }
            (in_group, joined, sign) = (true, true, None);
        } else {
            // One sign keeps a number together; two, or anything else, end it.
            joined = in_group && is_sign(c);
            sign = Some(c);
            in_group = false;
        }
    }
    numbers
}

/// The shortest number looked for, that of an account, has so many digits.
const DIGITS_MIN: usize = 7;

/// What a number is, and which part of it.
fn judge(text: &str, number: &Number, begin: usize) -> Option<(Code, Range<usize>)> {
    let sizes = number.sizes(text);
    // Weights, years and prices: most numbers are too short to be anyone's.
    if sizes.iter().sum::<usize>() < DIGITS_MIN {
        return None;
    }
    if let Some(place) = identity_card(text, number, &sizes) {
        return Some((Code::PdpNik, place));
    }
    let digits = text_digits(text, &number.all());
    let before = context(text, begin);
    if is_tax_number(number, &sizes) || (matches!(digits.len(), 15 | 16) && ends_with_word(&before, &["npwp"], 14)) {
        return Some((Code::PdpNpwp, number.all()));
    }
    let phone = phone_in(text, number);
    if is_amount(number, &sizes, &before) {
        return None;
    }
    if (DIGITS_MIN..=18).contains(&digits.len()) && ends_with_word(&before, ACCOUNT_WORDS, 24) {
        return Some((Code::PdpRekening, number.all()));
    }
    if (9..=18).contains(&digits.len()) && phone.is_none() && ends_with_word(&before, BANKS, 14) {
        return Some((Code::PdpRekening, number.all()));
    }
    phone.map(|place| (Code::PdpKontakTeks, place))
}

/// The longest part of a number that is one of a telephone: other numbers may stand close by.
fn phone_in(text: &str, number: &Number) -> Option<Range<usize>> {
    let last = number.groups.len() - 1;
    let places = (0..=last).flat_map(|from| (from..=last).rev().map(move |to| (from, to)));
    // A telephone is written in a few groups; more are a table of figures.
    let places = places.filter(|(from, to)| to - from < 6).map(|(from, to)| number.place(from, to));
    places.into_iter().find(|place| {
        let before = &text[..place.start];
        let code = before.ends_with(|c: char| c.is_alphanumeric());
        !code && is_phone(&text_digits(text, place), before.ends_with('+'))
    })
}

/// Sixteen digits in the usual groups that could be the number of an identity card: a province, and a day and a month
/// of birth (40 is added to the day of women).
fn identity_card(text: &str, number: &Number, sizes: &[usize]) -> Option<Range<usize>> {
    const GROUPS: [&[usize]; 6] =
        [&[16], &[4, 4, 4, 4], &[6, 6, 4], &[2, 2, 2, 6, 4], &[6, 2, 2, 2, 4], &[2, 2, 2, 2, 2, 2, 4]];
    (0..sizes.len()).find_map(|from| {
        let groups = GROUPS.iter().find(|groups| sizes[from..].starts_with(groups))?;
        let to = from + groups.len() - 1;
        let even = number.signs[from..to].windows(2).all(|pair| pair[0] == pair[1]);
        let place = number.place(from, to);
        let digits = text_digits(text, &place);
        (even && is_card_number(&digits)).then_some(place)
    })
}

fn is_card_number(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u8>().ok()).unwrap_or(0);
    let (province, day, month) = (part(0, 2), part(6, 8), part(8, 10));
    digits.len() == 16
        && (11..=97).contains(&province)
        && ((1..=31).contains(&day) || (41..=71).contains(&day))
        && (1..=12).contains(&month)
}

/// `01.234.567.8-901.000`.
fn is_tax_number(number: &Number, sizes: &[usize]) -> bool {
    sizes == [2, 3, 3, 1, 3, 3] && number.signs[..3].iter().all(|sign| *sign == '.')
}

/// Whether a number is money (`Rp150.000.000`, `1.250.000`) or a span of years (`2019-2026`).
fn is_amount(number: &Number, sizes: &[usize], before: &str) -> bool {
    let thousands = sizes.len() > 1
        && sizes[0] <= 3
        && sizes[1..].iter().all(|size| *size == 3)
        && number.signs.iter().all(|sign| *sign == '.');
    let years = sizes == [4, 4];
    thousands || years || before.ends_with(" rp") || before == "rp"
}

/// Words that announce the number of an account.
const ACCOUNT_WORDS: &[&str] = &["rekening", "rek", "norek", "account"];

/// Banks whose name in front of a long number announces an account.
const BANKS: &[&str] = &[
    "bca",
    "bri",
    "bni",
    "btn",
    "bsi",
    "mandiri",
    "cimb",
    "niaga",
    "danamon",
    "permata",
    "ocbc",
    "bjb",
    "panin",
    "maybank",
    "muamalat",
    "jago",
    "seabank",
    "transfer",
    "virtual account",
];

/// The words before a number, in lower case and parted by single spaces.
fn context(text: &str, begin: usize) -> String {
    let before: Vec<char> = text[..begin].chars().rev().take(48).collect();
    let before: String = before.into_iter().rev().flat_map(char::to_lowercase).collect();
    before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether one of the words stands near the end: at most `reach` characters follow it, and none of them is a number.
fn ends_with_word(before: &str, words: &[&str], reach: usize) -> bool {
    let padded = format!(" {before} ");
    words.iter().any(|word| {
        let Some(at) = padded.rfind(&format!(" {word} ")) else { return false };
        let after = padded[at + word.len() + 1..].trim();
        after.chars().count() <= reach && !after.chars().any(|c| c.is_ascii_digit())
    })
}

/// Whether digits are those of an Indonesian telephone, as written in a text.
fn is_phone(digits: &str, plus: bool) -> bool {
    let national = match (digits.strip_prefix("62"), digits.strip_prefix('0')) {
        (Some(rest), _) if plus || rest.starts_with('8') => rest,
        (_, Some(rest)) => rest,
        _ => return false,
    };
    match national.as_bytes() {
        [b'8', b'1'..=b'3' | b'5'..=b'9', ..] => (9..=12).contains(&national.len()),
        [b'2', b'1' | b'2' | b'4', ..] => (9..=10).contains(&national.len()),
        [b'2'..=b'7', ..] => plus && (8..=10).contains(&national.len()),
        _ => false,
    }
}

/// The places of e-mail addresses.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    let signs = text.char_indices().filter(|(_, c)| *c == '@');
    let places = signs.filter_map(|(at, _)| {
        let start = text[..at].char_indices().rev().take_while(|(_, c)| name(*c)).last().map(|(start, _)| start)?;
        let host = text[at + 1..].split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').next()?;
        let host = host.trim_end_matches(['.', '-']);
        let (_, top) = host.rsplit_once('.')?;
        let letters = top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
        (letters && !host.starts_with('.')).then(|| start..at + 1 + host.len())
    });
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> Vec<(&str, Code)> {
        scan_private(text).into_iter().map(|(place, finding)| (&text[place], finding.code)).collect()
    }

    #[test]
    fn numbers_of_identity_cards_are_found() {
        for text in [
            "3674012501900001",
            "3674016501900001",
            "3674 0125 0190 0001",
            "367401.250190.0001",
            "36-74-01-25-01-90-0001",
            "３６７４０１２５０１９００００１",
        ] {
            assert_eq!(scan(&format!("KTP: {text}.")), [(text, Code::PdpNik)], "{text}");
        }
        let found = scan_private("foto/3674012501900001.jpg");
        assert_eq!(found[0].1.argument("samar"), Some("3674••••••••0001"));
    }

    #[test]
    fn other_long_numbers_are_not() {
        for text in [
            "ID36110099999990001",
            "9999000000012",
            "MD 999900001234567",
            "3674019901900001",
            "2063674990001-30",
            "36740125019000012",
            "SNI 01-2973-1992",
            "AHU-0012345.AH.01.26.TAHUN 2021",
            "tahun 2019-2026, 12.500.000",
            "pukul 08.00-17.00",
            "20 x 30 cm, 1.250 gram",
        ] {
            assert_eq!(scan(text), [], "{text}");
        }
    }

    #[test]
    fn tax_numbers_are_found() {
        assert_eq!(scan("01.234.567.8-901.000"), [("01.234.567.8-901.000", Code::PdpNpwp)]);
        assert_eq!(scan("NPWP: 012345678901000"), [("012345678901000", Code::PdpNpwp)]);
    }

    #[test]
    fn accounts_are_found() {
        for (text, number) in [
            ("No. rekening 123-456-7890 a.n. Contoh", "123-456-7890"),
            ("Transfer ke BCA 1234567890", "1234567890"),
            ("bayar via BRI 0123-01-012345-50-1", "0123-01-012345-50-1"),
        ] {
            assert_eq!(scan(text), [(number, Code::PdpRekening)], "{text}");
        }
        assert_eq!(scan("kelompok mandiri 2015"), []);
        for text in ["Rekening bersama 2019-2026", "transfer Rp150000000", "transfer 150.000.000", "di-acc 20260317"] {
            assert_eq!(scan(text), [], "{text}");
        }
    }

    #[test]
    fn ways_of_contact_are_found_in_prose() {
        for (text, found) in [
            ("Hubungi 0812-0000-0001 ya", "0812-0000-0001"),
            ("WA +62 812 0000 0001.", "62 812 0000 0001"),
            ("telp 6281200000001", "6281200000001"),
            ("telepon 021-74000000", "021-74000000"),
            ("0812-0000-0001 10.00-17.00", "0812-0000-0001"),
            ("kirim ke bu.sari@contoh.example.", "bu.sari@contoh.example"),
        ] {
            assert_eq!(scan(text), [(found, Code::PdpKontakTeks)], "{text}");
        }
        for text in ["@bingkai", "a@b", "12@34.56", "kode A081200000001", "0812"] {
            assert_eq!(scan(text), [], "{text}");
        }
    }

    #[test]
    fn secrets_have_names() {
        for key in ["omzet", "Tanggal-Lahir", "NIK", "no rekening"] {
            assert!(is_forbidden_key(key), "{key}");
        }
        assert!(!is_forbidden_key("nib"));
        assert_eq!(mask("1234567890"), "12••••••90");
        assert_eq!(mask("1234"), "••••");
        assert_eq!(mask(""), "");
    }
}
