//! Whole numbers and amounts of rupiah.

use super::Language;

/// A number with its thousands set apart: `1.250.000`, in English `1,250,000`.
#[must_use]
pub fn group(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(language.pick('.', ','));
        }
        out.push(digit);
    }
    out
}

/// An amount in rupiah: `Rp25.000`, in English `Rp25,000`. It holds no space, so it never breaks over two lines.
#[must_use]
pub fn rupiah(amount: u64, language: Language) -> String {
    format!("Rp{}", group(amount, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(group(0, Language::Id), "0");
        assert_eq!(group(999, Language::Id), "999");
        assert_eq!(group(1_000, Language::Id), "1.000");
        assert_eq!(group(12_345_678, Language::En), "12,345,678");
        assert_eq!(rupiah(1_250_000, Language::Id), "Rp1.250.000");
        assert_eq!(rupiah(25_000, Language::En), "Rp25,000");
    }
}
