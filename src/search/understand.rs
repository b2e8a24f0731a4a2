//! Phrases of a query that are filters, not words: a price, a place, a permit, a way to buy. They become chips.

use super::build::PLACE_KEY;
use super::head::{Head, HeadPhrase};

/// The longest phrase of a filter, in words.
const PHRASE_WORDS_MAX: usize = 4;

/// Words before a place that say it is meant as one.
const PLACE_WORDS: [&str; 16] = [
    "di",
    "dari",
    "in",
    "from",
    "near",
    "dekat",
    "sekitar",
    "daerah",
    "area",
    "wilayah",
    "kec",
    "kecamatan",
    "kel",
    "kelurahan",
    "asal",
    "around",
];

/// Words before a highest price.
const MOST: [&[&str]; 21] = [
    &["di", "bawah"],
    &["dibawah"],
    &["bawah"],
    &["kurang", "dari"],
    &["tidak", "lebih", "dari"],
    &["maks"],
    &["maksimal"],
    &["maksimum"],
    &["max"],
    &["under"],
    &["below"],
    &["less", "than"],
    &["up", "to"],
    &["paling", "mahal"],
    &["sampai"],
    &["hingga"],
    &["budget"],
    &["bujet"],
    &["harga"],
    &["seharga"],
    &["price"],
];

/// Words before a lowest price.
const LEAST: [&[&str]; 13] = [
    &["di", "atas"],
    &["diatas"],
    &["atas"],
    &["lebih", "dari"],
    &["min"],
    &["minimal"],
    &["minimum"],
    &["above"],
    &["over"],
    &["more", "than"],
    &["at", "least"],
    &["paling", "murah"],
    &["mulai"],
];

/// Words that may stand between such words and the amount.
const PRICE_FILLERS: [&str; 4] = ["harga", "dari", "price", "than"];

/// Words between the two ends of a range.
const RANGE_WORDS: [&str; 8] = ["sampai", "hingga", "dan", "to", "and", "s", "d", "sd"];

/// A filter found in a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The words it was read from, joined by blanks.
    pub words: String,
    /// What it asks for.
    pub kind: ChipKind,
}

/// What a chip asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChipKind {
    /// A value of a facet, or a place (`key` is `tempat`, `value` the index of the place).
    Value {
        /// Key of the facet.
        key: String,
        /// Index of the value.
        value: u32,
        /// The word of the index that holds the documents.
        term: String,
    },
    /// A range of prices in rupiah, both ends included.
    Price {
        /// Lowest price.
        min: Option<u64>,
        /// Highest price.
        max: Option<u64>,
    },
}

/// A query, parted into words and filters.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Understood {
    pub(super) words: Vec<String>,
    pub(super) chips: Vec<Chip>,
}

/// Parts the words of a query into those to be searched and those that are filters.
pub(super) fn understand(words: &[String], head: &Head) -> Understood {
    let mut found = Understood::default();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let chip = price(rest).or_else(|| place(rest, head)).or_else(|| facet(rest, head));
        match chip {
            Some((kind, length)) => {
                let words = rest[..length].join(" ");
                found.chips.push(Chip { words, kind });
                at += length;
            }
            None => {
                found.words.push(words[at].clone());
                at += 1;
            }
        }
    }
    found
}

/// An amount of money in front of the words: its value, the value of one of its unit, its length, and whether it can
/// only be money.
struct Amount {
    value: u64,
    unit: u64,
    length: usize,
    money: bool,
}

/// Numbers as words. What stands before "puluh" and "ratus" is multiplied, "belas" adds ten.
const NUMBER_WORDS: [(&str, u64); 13] = [
    ("satu", 1),
    ("dua", 2),
    ("tiga", 3),
    ("empat", 4),
    ("lima", 5),
    ("enam", 6),
    ("tujuh", 7),
    ("delapan", 8),
    ("sembilan", 9),
    ("sepuluh", 10),
    ("sebelas", 11),
    ("seratus", 100),
    ("setengah", 0),
];

/// A unit of money behind an amount.
fn unit_of(word: Option<&String>) -> u64 {
    match word.map(String::as_str) {
        Some("rb" | "rbu" | "rebu" | "ribu" | "ribuan" | "rban" | "k") => 1_000,
        Some("jt" | "juta" | "jutaan" | "mio") => 1_000_000,
        _ => 1,
    }
}

/// An amount in words: "seratus ribu", "lima puluh ribu", "seribu", "setengah juta".
fn spelled_amount(words: &[String]) -> Option<Amount> {
    let whole = |value, length| Some(Amount { value, unit: value, length, money: true });
    match words.first()?.as_str() {
        "seribu" => return whole(1_000, 1),
        "sejuta" => return whole(1_000_000, 1),
        _ => {}
    }
    let (mut sum, mut last, mut at) = (0, 0, 0);
    while let Some(word) = words.get(at) {
        match word.as_str() {
            "puluh" if last > 0 => (sum, last) = (sum + last * 10, 0),
            "ratus" if last > 0 => (sum, last) = (sum + last * 100, 0),
            "belas" if last > 0 => (sum, last) = (sum + last + 10, 0),
            word => match NUMBER_WORDS.iter().find(|(known, _)| *known == word) {
                Some(&(_, value)) => (sum, last) = (sum + last, value),
                None => break,
            },
        }
        at += 1;
    }
    let unit = unit_of(words.get(at));
    if at == 0 || unit == 1 {
        return None;
    }
    let value = if at == 1 && words.first()? == "setengah" { unit / 2 } else { (sum + last) * unit };
    Some(Amount { value, unit, length: at + 1, money: true })
}

fn amount(words: &[String]) -> Option<Amount> {
    if let Some(spelled) = spelled_amount(words) {
        return Some(spelled);
    }
    let currency = matches!(words.first()?.as_str(), "rp" | "idr" | "rupiah");
    let start = usize::from(currency);
    let number = words.get(start)?;
    if number.len() > 12 || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let unit = unit_of(words.get(start + 1));
    let whole: u64 = whole.parse().ok()?;
    let tenths: u64 = decimals.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0).into();
    let value = whole.checked_mul(unit)? + tenths * unit / 10;
    Some(Amount { value, unit, length: start + 1 + usize::from(unit > 1), money: currency || unit > 1 })
}

fn price(words: &[String]) -> Option<(ChipKind, usize)> {
    if let Some(range) = price_range(words) {
        return Some(range);
    }
    for (starts, is_most) in [(MOST.as_slice(), true), (LEAST.as_slice(), false)] {
        for start in starts {
            if !begins(words, start) {
                continue;
            }
            let mut at = start.len();
            while words.get(at).is_some_and(|word| PRICE_FILLERS.contains(&word.as_str())) {
                at += 1;
            }
            let Some(amount) = amount(&words[at..]).filter(|amount| amount.money || amount.value >= 1_000) else {
                continue;
            };
            let (min, max) = if is_most { (None, Some(amount.value)) } else { (Some(amount.value), None) };
            return Some((ChipKind::Price { min, max }, at + amount.length));
        }
    }
    let bare = amount(words).filter(|amount| amount.money && amount.value >= 1_000)?;
    Some((ChipKind::Price { min: None, max: Some(bare.value) }, bare.length))
}

/// "50rb-100rb", "50-100 ribu", "antara 50 dan 100 ribu".
fn price_range(words: &[String]) -> Option<(ChipKind, usize)> {
    let start = usize::from(matches!(words.first()?.as_str(), "antara" | "between" | "harga" | "kisaran"));
    let low = amount(&words[start..])?;
    let mut at = start + low.length;
    while words.get(at).is_some_and(|word| RANGE_WORDS.contains(&word.as_str())) {
        at += 1;
    }
    let high = amount(&words[at..])?;
    let min = if low.unit == 1 && low.value < 1_000 { low.value * high.unit } else { low.value };
    let is_range = (high.money || (low.value >= 1_000 && high.value >= 1_000)) && min < high.value;
    is_range.then_some((ChipKind::Price { min: Some(min), max: Some(high.value) }, at + high.length))
}

fn begins(words: &[String], start: &[&str]) -> bool {
    words.len() >= start.len() && words.iter().zip(start).all(|(word, expected)| word == expected)
}

fn place(words: &[String], head: &Head) -> Option<(ChipKind, usize)> {
    let mut at = 0;
    while words.get(at).is_some_and(|word| PLACE_WORDS.contains(&word.as_str())) {
        at += 1;
    }
    if at == 0 {
        return None;
    }
    let (phrase, length) = longest_phrase(&words[at..], head, |key| key == PLACE_KEY)?;
    Some((value_of(phrase), at + length))
}

fn facet(words: &[String], head: &Head) -> Option<(ChipKind, usize)> {
    let (phrase, length) = longest_phrase(words, head, |key| key != PLACE_KEY)?;
    Some((value_of(phrase), length))
}

fn value_of(phrase: &HeadPhrase) -> ChipKind {
    ChipKind::Value { key: phrase.key.clone(), value: phrase.value, term: phrase.term.clone() }
}

fn longest_phrase<'a>(words: &[String], head: &'a Head, key: impl Fn(&str) -> bool) -> Option<(&'a HeadPhrase, usize)> {
    (1..=words.len().min(PHRASE_WORDS_MAX)).rev().find_map(|length| {
        let spoken = words[..length].join(" ");
        let phrase = head.phrases.iter().find(|phrase| phrase.words == spoken && key(&phrase.key))?;
        Some((phrase, length))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::words::query_words;

    fn head() -> Head {
        let phrase = |words: &str, term: &str, key: &str| HeadPhrase {
            words: words.to_owned(),
            term: term.to_owned(),
            key: key.to_owned(),
            value: 0,
        };
        let phrases = vec![
            phrase("halal", "halal", "mutu"),
            phrase("pamulang", "@pamulang", "tempat"),
            phrase("pamulang barat", "@pamulang/pamulang-barat", "tempat"),
            phrase("siap kirim", "siapkirim", "stok"),
        ];
        Head { phrases, ..Head::default() }
    }

    /// The words left over, and each chip as text.
    fn read(query: &str) -> (String, Vec<String>) {
        let found = understand(&query_words(query, &Default::default()), &head());
        let chips = found.chips.iter().map(|chip| match &chip.kind {
            ChipKind::Price { min, max } => format!("{}-{}", min.unwrap_or(0), max.unwrap_or(0)),
            ChipKind::Value { term, .. } => term.clone(),
        });
        (found.words.join(" "), chips.collect())
    }

    #[test]
    fn prices_are_read_as_people_write_them() {
        for (query, range) in [
            ("tas di bawah 50 ribu", "0-50000"),
            ("tas dibawah 50rb", "0-50000"),
            ("tas under 50k", "0-50000"),
            ("tas maks 100000", "0-100000"),
            ("tas harga di bawah Rp50.000", "0-50000"),
            ("tas di atas 1,5 juta", "1500000-0"),
            ("tas 50rb-100rb", "50000-100000"),
            ("tas 50-100 ribu", "50000-100000"),
            ("tas antara 50 dan 100rb", "50000-100000"),
            ("tas 75rb", "0-75000"),
            ("tas 100 ribuan", "0-100000"),
            ("tas dibawah seratus ribu", "0-100000"),
            ("tas maks dua puluh lima ribu", "0-25000"),
            ("tas di bawah dua ratus lima puluh ribu", "0-250000"),
            ("tas di bawah setengah juta", "0-500000"),
            ("tas di atas sejuta", "1000000-0"),
        ] {
            let (_, chips) = read(query);
            assert_eq!(chips.last().map(String::as_str), Some(range), "{query}");
        }
    }

    #[test]
    fn numbers_that_are_no_price_stay_words() {
        for query in ["nastar 500", "bingkai 20x30", "tas maks 20", "mug 300 ml", "di bawah", "dua rasa", "seratus"] {
            assert!(read(query).1.is_empty(), "{query}");
        }
    }

    #[test]
    fn places_need_a_word_before_them_and_the_longest_wins() {
        assert_eq!(read("tas pamulang"), ("tas pamulang".to_owned(), vec![]));
        assert_eq!(read("tas di pamulang barat"), ("tas".to_owned(), vec!["@pamulang/pamulang-barat".to_owned()]));
        assert_eq!(read("tas di jakarta"), ("tas di jakarta".to_owned(), vec![]));
    }

    #[test]
    fn several_filters_stand_in_one_query() {
        let (words, chips) = read("keripik halal siap kirim di pamulang");
        assert_eq!(words, "keripik");
        assert_eq!(chips, ["halal", "siapkirim", "@pamulang"]);
    }
}
