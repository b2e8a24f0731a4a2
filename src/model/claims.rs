//! Words that promise too much: in the name of a product, about health, and about halal.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::bahasa::narrow;

/// Words and phrases of advertising, which age and hide the name itself. Not among them: `sale`, which is also a way to
/// dry bananas.
const PROMOTION: [&str; 25] = [
    "murah",
    "termurah",
    "murmer",
    "promo",
    "diskon",
    "terlaris",
    "laris",
    "laris manis",
    "best seller",
    "bestseller",
    "obral",
    "cuci gudang",
    "gratis",
    "gratis ongkir",
    "free ongkir",
    "viral",
    "flash sale",
    "big sale",
    "harga pabrik",
    "harga grosir",
    "terbaik",
    "paling enak",
    "nomor satu",
    "wajib beli",
    "jual",
];

/// Words that claim to heal. Not among them: `obat`, which is also what a medicine box holds.
const HEALTH: [&str; 33] = [
    "menyembuhkan",
    "penyembuh",
    "mengobati",
    "obat alami",
    "menurunkan gula darah",
    "menurunkan kolesterol",
    "menurunkan tekanan darah",
    "menurunkan berat badan",
    "menurunkan asam urat",
    "mencegah kanker",
    "mencegah penyakit",
    "anti kanker",
    "antikanker",
    "anti diabetes",
    "antidiabetes",
    "anti tumor",
    "antitumor",
    "ampuh",
    "mujarab",
    "manjur",
    "cespleng",
    "berkhasiat",
    "khasiat",
    "pelangsing",
    "melangsingkan",
    "detoks",
    "detoksifikasi",
    "100% aman",
    "tanpa efek samping",
    "bebas efek samping",
    "meningkatkan kesuburan",
    "memperkuat imun",
    "awet muda",
];

/// The first word or phrase of advertising in a name, or the price in it.
#[must_use]
pub fn find_promotion(name: &str) -> Option<Range<usize>> {
    first(name, &PROMOTION_PHRASES).or_else(|| find_price(name))
}

/// The first word or phrase that claims to heal.
#[must_use]
pub fn find_health_claim(text: &str) -> Option<Range<usize>> {
    first(text, &HEALTH_PHRASES)
}

/// The word `halal` where it is said of the goods: not in `halal bihalal` (a gathering after Ramadan), nor denied as in
/// `belum halal`.
#[must_use]
pub fn find_halal_claim(text: &str) -> Option<Range<usize>> {
    let initial = |at: &usize| text.as_bytes()[*at..].get(..5).is_some_and(|five| five.eq_ignore_ascii_case(b"halal"));
    if text.is_ascii() && !(0..text.len()).any(|at| initial(&at)) {
        return None;
    }
    let words = words(text);
    let claim = words.iter().enumerate().find(|(index, (_, word))| {
        let before = index.checked_sub(1).and_then(|i| words.get(i)).map(|(_, word)| word.as_ref());
        let after = words.get(index + 1).map(|(_, word)| word.as_ref());
        let denied = matches!(before, Some("belum" | "tidak" | "non" | "bukan"));
        let gathering = matches!(after, Some("bihalal" | "bi")) || before == Some("bi");
        word == "halal" && !denied && !gathering
    });
    claim.map(|(_, (place, _))| place.clone())
}

type Words<'a> = Vec<(Range<usize>, Cow<'a, str>)>;

/// Words in lower case with their places; `%` counts as a word so that `100% aman` can be found. Signs that nobody sees
/// do not part a word and do not belong to it.
fn words(text: &str) -> Words<'_> {
    let mut words: Words<'_> = Vec::new();
    let mut open = false;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        // Most words stand in the text as they are compared.
        let plain = text.as_bytes()[at..].iter().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit()).count();
        let end = at + plain.max(c.len_utf8());
        let part = &text[at..end];
        if c.is_alphanumeric() {
            match words.last_mut().filter(|_| open) {
                Some((place, word)) => {
                    word.to_mut().extend(part.chars().flat_map(char::to_lowercase));
                    place.end = end;
                }
                None if plain > 0 => words.push((at..end, part.into())),
                None => words.push((at..end, part.to_lowercase().into())),
            }
            open = true;
        } else {
            open = open && matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}');
            if c == '%' {
                words.push((at..end, part.into()));
            }
        }
        at = end;
    }
    words
}

/// Phrases as lists of words, by their first word; those of one first word from the longest to the shortest.
type Phrases = HashMap<&'static str, Vec<Vec<Cow<'static, str>>>>;

static PROMOTION_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(&PROMOTION));
static HEALTH_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(&HEALTH));

fn phrases(list: &'static [&'static str]) -> Phrases {
    let mut phrases = Phrases::new();
    for phrase in list {
        let parts: Vec<Cow<'static, str>> = words(phrase).into_iter().map(|(_, word)| word).collect();
        let first = phrase.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(phrase);
        phrases.entry(first).or_default().push(parts);
    }
    phrases.values_mut().for_each(|same| same.sort_by_key(|parts| std::cmp::Reverse(parts.len())));
    phrases
}

/// The first of the phrases in the text; of those that begin at the same word the longest.
fn first(text: &str, phrases: &Phrases) -> Option<Range<usize>> {
    let words = words(text);
    words.iter().enumerate().find_map(|(start, (place, word))| {
        let rest = words.get(start..)?;
        let stands = |parts: &&Vec<Cow<'static, str>>| {
            rest.len() >= parts.len() && parts.iter().zip(rest).all(|(want, (_, word))| want == word)
        };
        let found = phrases.get(word.as_ref())?.iter().find(stands)?;
        let (last, _) = rest.get(found.len() - 1)?;
        Some(place.start..last.end)
    })
}

/// A price inside a name: `Rp25.000`, `25rb`, `25 ribuan`.
fn find_price(name: &str) -> Option<Range<usize>> {
    let words = words(name);
    words.iter().enumerate().find_map(|(index, (place, word))| {
        let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        let next = words.get(index + 1);
        if word.strip_prefix("rp").is_some_and(number) {
            return Some(place.clone());
        }
        if word == "rp" && next.is_some_and(|(_, word)| number(word)) {
            return next.map(|(end, _)| place.start..end.end);
        }
        let unit = |word: &str| matches!(word, "rb" | "rban" | "ribu" | "ribuan" | "jt" | "juta");
        let digits = word.trim_end_matches(char::is_alphabetic);
        if number(digits) && unit(&word[digits.len()..]) {
            return Some(place.clone());
        }
        next.filter(|(_, after)| number(word) && unit(after)).map(|(end, _)| place.start..end.end)
    })
}

/// Whether a name tells of a registered mark (®) or a pending one (™).
#[must_use]
pub fn has_registered_sign(text: &str) -> bool {
    text.contains('®') || narrow(text).to_lowercase().contains("(r)")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, find: fn(&str) -> Option<Range<usize>>) -> Option<&str> {
        find(text).map(|place| &text[place])
    }

    #[test]
    fn advertising_is_found() {
        for (name, word) in [
            ("Keripik MURAH Meriah", Some("MURAH")),
            ("Batik Best-Seller 2026", Some("Best-Seller")),
            ("Bingkai Rp25.000", Some("Rp25")),
            ("Sambal 25rb", Some("25rb")),
            ("Gamis 100 ribuan", Some("100 ribuan")),
            ("Kain Murahan", None),
            ("Sale Pisang Ambon", None),
            ("Sambal Flash Sale", Some("Flash Sale")),
            ("Keripik 150 g", None),
            ("Promosi Desa", None),
        ] {
            assert_eq!(found(name, find_promotion), word, "{name}");
        }
    }

    #[test]
    fn claims_to_heal_are_found() {
        for (text, word) in [
            ("sangat AM\u{ad}puh", Some("AM\u{ad}puh")),
            ("am\u{ad}puh sekali", Some("am\u{ad}puh")),
            ("obat Alami", Some("obat Alami")),
            ("Jahe ini ampuh mengobati flu", Some("ampuh")),
            ("dapat menurunkan  gula darah", Some("menurunkan  gula darah")),
            ("100% aman untuk bayi", Some("100% aman")),
            ("anti-kanker", Some("anti-kanker")),
            ("Menurunkan harga", None),
            ("Kotak obat dari jati", None),
        ] {
            assert_eq!(found(text, find_health_claim), word, "{text}");
        }
    }

    #[test]
    fn halal_is_a_claim_only_when_said_of_the_goods() {
        assert_eq!(found("Bahan 100% Halal.", find_halal_claim), Some("Halal"));
        for text in ["Bazar Halal Bihalal", "belum halal", "non-halal", "halalan", "Dihalalkan", "halal bi halal"] {
            assert_eq!(found(text, find_halal_claim), None, "{text}");
        }
    }

    #[test]
    fn marks_are_found() {
        assert!(has_registered_sign("Batik (R)") && has_registered_sign("Batik®"));
        assert!(!has_registered_sign("Batik™"));
    }
}
