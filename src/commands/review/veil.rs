//! What a review may not repeat. It is posted where it stays, and is sent by e-mail: values that belong to a person, or
//! that an owner may withdraw, are only said to have changed.

use std::collections::BTreeSet;

use crate::bahasa::narrow;
use crate::model::private::scan_private;

/// Shorter texts hide nothing: they would cover half of all words.
const LETTERS_MIN: usize = 4;
/// Digits by which a number is known, however it is written.
const DIGITS_MIN: usize = 8;

/// The texts that are not to be repeated.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    texts: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl Veil {
    /// Adds a value.
    pub fn hide(&mut self, value: &str) {
        for part in value.split(['\n', ';', '|']) {
            let part = part.split_once(": ").map_or(part, |(_, rest)| rest).trim().trim_matches('"');
            let folded = fold(part);
            if folded.chars().count() >= LETTERS_MIN {
                self.texts.insert(folded);
            }
            let digits = digits(part);
            if digits.len() >= DIGITS_MIN {
                self.numbers.insert(digits);
            }
        }
    }

    /// The text, if it may be repeated.
    pub fn shown(&self, text: &str) -> Option<String> {
        let folded = fold(text);
        let known = self.texts.iter().any(|hidden| folded.contains(hidden.as_str()));
        let digits = digits(text);
        let numbered = self.numbers.iter().any(|number| digits.contains(number.as_str()));
        let private = !scan_private(text).is_empty();
        (!known && !numbered && !private).then(|| text.to_owned())
    }
}

fn fold(text: &str) -> String {
    narrow(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Its digits, without the zero or the code of the country that a telephone number begins with.
fn digits(text: &str) -> String {
    let digits: String = narrow(text).chars().filter(char::is_ascii_digit).collect();
    let bare = digits.strip_prefix("62").or_else(|| digits.strip_prefix('0')).unwrap_or(&digits);
    bare.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_values_are_known_however_they_are_written() {
        let mut veil = Veil::default();
        veil.hide("Bu Ranti");
        veil.hide("0812-9999-0001");
        veil.hide("nama: Pak Dodi | jabatan: ketua\nya");
        for text in ["Dibuat oleh bu  RANTI.", "+62 812-9999-0001", "Hubungi 081299990001", "Pak Dodi"] {
            assert_eq!(veil.shown(text), None, "{text}");
        }
        assert_eq!(veil.shown("Kaca bening, ya"), Some("Kaca bening, ya".to_owned()));
        assert_eq!(Veil::default().shown("Rp45.000"), Some("Rp45.000".to_owned()));
        assert_eq!(Veil::default().shown("NIK 3674014107900001"), None);
    }
}
