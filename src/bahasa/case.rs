//! Text that shouts, and the same text said quietly.

/// Words that are written in capitals anyway.
const ACRONYMS: [&str; 62] = [
    "UMKM", "UKM", "IKM", "SNI", "P-IRT", "PIRT", "BPOM", "MD", "ML", "HKI", "TKDN", "NIB", "KBLI", "QRIS", "COD",
    "PO", "RI", "BSD", "UIN", "LPM", "CV", "PT", "UD", "RT", "RW", "MUI", "BPJPH", "LED", "USB", "DIY", "PVC", "HPL",
    "MDF", "UV", "ATK", "TPU", "TPE", "HVS", "XS", "XL", "XXL", "XXXL", "II", "III", "IV", "VI", "VII", "VIII", "IX",
    "TV", "PC", "SD", "SMP", "SMA", "SMK", "TK", "PAUD", "PKK", "INAPEN", "BUMN", "BUMD", "ASI",
];

/// Words that stay small in a name.
const SMALL_WORDS: [&str; 15] = [
    "dan", "di", "dari", "ke", "untuk", "dengan", "yang", "atau", "pada", "dalam", "oleh", "tanpa", "of", "and", "the",
];

/// Units of measure and what they look like when they do not shout.
const UNITS: [(&str, &str); 14] = [
    ("CM", "cm"),
    ("MM", "mm"),
    ("M", "m"),
    ("KG", "kg"),
    ("GR", "g"),
    ("G", "g"),
    ("GRAM", "gram"),
    ("ML", "ml"),
    ("LTR", "liter"),
    ("LITER", "liter"),
    ("PCS", "pcs"),
    ("LEMBAR", "lembar"),
    ("BUAH", "buah"),
    ("METER", "meter"),
];

/// Whether a text is written in capitals only. Acronyms, sizes and numbers are no shouting.
#[must_use]
pub fn is_shouting(text: &str) -> bool {
    let loud: usize = words(text).filter(|word| !keeps_capitals(word)).map(letters).sum();
    loud >= 4 && !text.chars().any(char::is_lowercase)
}

/// A name said quietly, each word with a capital: `BINGKAI FOTO DAN PIGURA UMKM` becomes
/// `Bingkai Foto dan Pigura UMKM`.
#[must_use]
pub fn title_case(text: &str) -> String {
    quiet(text, |word, first| {
        let small = word.to_lowercase();
        if !first && SMALL_WORDS.contains(&small.as_str()) { small } else { capitalized(word) }
    })
}

/// A sentence said quietly: `KERIPIK ENAK. DIGORENG HARI INI` becomes `Keripik enak. Digoreng hari ini`.
#[must_use]
pub fn sentence_case(text: &str) -> String {
    quiet(text, |word, first| if first { capitalized(word) } else { word.to_lowercase() })
}

/// Changes each word that shouts; spaces and signs stay. `change` is told whether the word begins a sentence.
fn quiet(text: &str, change: impl Fn(&str, bool) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut first = true;
    let mut after_number = false;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        let space = &part[word.len()..];
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let unit = UNITS.iter().find(|(loud, _)| *loud == bare).filter(|_| after_number);
        match unit {
            Some((loud, small)) => out.push_str(&word.replace(loud, small)),
            None if keeps_capitals(bare) || bare.chars().any(char::is_lowercase) => out.push_str(word),
            None => out.push_str(&change(word, first)),
        }
        out.push_str(space);
        if !bare.is_empty() {
            first = word.ends_with(['.', '!', '?', ':']);
            after_number = bare.ends_with(|c: char| c.is_ascii_digit());
        }
    }
    out
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// Acronyms, and words with a digit in them such as `A4` or `20X30`.
fn keeps_capitals(word: &str) -> bool {
    ACRONYMS.contains(&word) || letters(word) <= 1 || word.chars().any(|c| c.is_ascii_digit())
}

/// A capital at the start and after each hyphen or slash.
fn capitalized(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut start = true;
    for c in word.chars() {
        if start && c.is_alphabetic() {
            out.extend(c.to_uppercase());
            start = false;
        } else {
            out.extend(c.to_lowercase());
            start = start || matches!(c, '/' | '(');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shouting_is_heard() {
        for text in ["BINGKAI FOTO", "BATIK", "KERIPIK 150 G", "PRODUK UMKM ASLI!"] {
            assert!(is_shouting(text), "{text}");
        }
        for text in ["UMKM", "SNI P-IRT", "A4", "Bingkai FOTO", "XL", "", "20X30 CM", "QRIS"] {
            assert!(!is_shouting(text), "{text}");
        }
    }

    #[test]
    fn names_are_said_quietly() {
        for (text, quiet) in [
            ("BINGKAI FOTO DAN PIGURA UMKM", "Bingkai Foto dan Pigura UMKM"),
            ("OLEH-OLEH TANGSEL (ISI 10)", "Oleh-oleh Tangsel (Isi 10)"),
            ("KERIPIK 150 GR, PEDAS", "Keripik 150 g, Pedas"),
            ("BINGKAI A4 UKURAN XL", "Bingkai A4 Ukuran XL"),
            ("dan LAIN-LAIN", "dan Lain-lain"),
        ] {
            assert_eq!(title_case(text), quiet);
        }
    }

    #[test]
    fn sentences_are_said_quietly() {
        assert_eq!(
            sentence_case("KERIPIK ENAK. DIGORENG TIAP HARI, ADA P-IRT!"),
            "Keripik enak. Digoreng tiap hari, ada P-IRT!"
        );
    }
}
