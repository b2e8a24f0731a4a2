//! Whether the payee's name that a bank shows is the name of a business.

/// Words that say what kind of business it is and not which; banks and owners leave them out or put them in at will.
const FORMS: [&str; 28] = [
    "cv",
    "pt",
    "ud",
    "pd",
    "fa",
    "tbk",
    "persero",
    "perorangan",
    "toko",
    "tk",
    "kios",
    "warung",
    "wr",
    "wrg",
    "kedai",
    "usaha",
    "dagang",
    "umkm",
    "ikm",
    "koperasi",
    "kop",
    "ksu",
    "ksp",
    "kspps",
    "kud",
    "primer",
    "dan",
    "qris",
];

/// Letters that two names must share at least, unless they share half of the business's.
const SHARED_MIN: usize = 12;

/// Is `payee`, as it stands in a payment code, the name of `business`? Banks write it in capitals and cut it, put words in
/// another order or behind a comma, and drop the legal form.
#[must_use]
pub fn is_payee(payee: &str, business: &str) -> bool {
    let (payee, business) = (words(payee), words(business));
    let whole: usize = business.iter().map(String::len).sum();
    let enough = |shared: usize| shared > 0 && (shared >= SHARED_MIN || shared * 2 >= whole);
    let (joined, other) = (payee.concat(), business.concat());
    // Written as one word, or cut anywhere.
    if (other.starts_with(&joined) || joined.starts_with(&other)) && enough(joined.len().min(other.len())) {
        return true;
    }
    // Each word of one is a word of the other; the last word of a payee may be cut.
    let of_business = shared(&payee, &business, true);
    let of_payee = shared(&business, &payee, false);
    of_business.into_iter().chain(of_payee).any(enough)
}

/// How many letters `part` has when each of its words is one of `whole`, each used once.
fn shared(part: &[String], whole: &[String], last_is_cut: bool) -> Option<usize> {
    let mut left: Vec<&String> = whole.iter().collect();
    for (at, word) in part.iter().enumerate() {
        let cut = last_is_cut && at + 1 == part.len();
        let same = left.iter().position(|other| *other == word);
        let found = same.or_else(|| left.iter().position(|other| cut && other.starts_with(word.as_str())))?;
        left.remove(found);
    }
    Some(part.iter().map(String::len).sum())
}

/// The words of a name in small plain letters, without legal forms; with them where there is nothing else.
fn words(name: &str) -> Vec<String> {
    // "C.V." and "Ma'am" are one word each.
    let plain = deunicode::deunicode(name).to_lowercase().replace(['.', '\'', '`', '"'], "");
    let all = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned);
    let all: Vec<String> = all.collect();
    let own: Vec<String> = all.iter().filter(|word| !FORMS.contains(&word.as_str())).cloned().collect();
    if own.is_empty() { all } else { own }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_as_banks_write_them() {
        for (payee, business) in [
            ("BINGKAI RANTIKA", "Bingkai Rantika"),
            ("RANTIKA BINGKAI", "Bingkai Rantika"),
            ("RANTIKA, BINGKAI", "Bingkai Rantika"),
            ("TOKO BINGKAI RANTIKA", "Bingkai Rantika"),
            ("BINGKAI RANTIKA", "CV Bingkai Rantika"),
            ("C.V. BINGKAI RANTIKA", "Bingkai Rantika"),
            ("BINGKAIRANTIKA", "Bingkai Rantika"),
            ("BINGKAI RANTIKA, PAMULANG", "Bingkai Rantika"),
            ("BINGKAI RANTIKA, PMLG", "UD. Bingkai Rantika"),
            ("RANTIKA", "Bingkai Rantika"),
            ("WARUNG ENAK", "Warung Énak"),
            ("DAPUR IBU RATNA, SERPO", "Dapur Ibu Ratna Serpong"),
            ("KRIYA TUJUH RUMPUN", "Koperasi Kriya Tujuh Rumpun"),
            ("KOP KRIYA TUJUH RUMPUN", "Koperasi Kriya Tujuh Rumpun"),
            // Cut at 25 characters.
            ("KELOMPOK WANITA TANI MEKA", "Kelompok Wanita Tani Mekar Sari Jaya Abadi Pondok Benda"),
            ("KOPERASI PRODUSEN KRIYA T", "Koperasi Produsen Kriya Tujuh Rumpun Nusantara"),
            ("KOPI & TEH SORENIKA", "Kopi dan Teh Sorenika"),
            ("TOKO", "Toko"),
        ] {
            assert!(is_payee(payee, business), "{payee} | {business}");
        }
    }

    #[test]
    fn names_of_others() {
        for (payee, business) in [
            ("TOKO MAJU JAYA", "Bingkai Rantika"),
            ("BINGKAI MAJU JAYA", "Bingkai Rantika"),
            ("BINGKAI", "Bingkai Rantika Nusantara"),
            ("BUDI SANTOSO", "Bingkai Rantika"),
            ("TOKO", "Toko Rantika"),
            ("WARUNG", "Bingkai Rantika"),
            ("B", "Bingkai Rantika"),
            ("", "Bingkai Rantika"),
            ("...", "Bingkai Rantika"),
            ("BINGKAI RANTIKA", ""),
            ("RANTIKA RANTIKA", "Bingkai Rantika"),
        ] {
            assert!(!is_payee(payee, business), "{payee} | {business}");
        }
    }

    proptest! {
        #[test]
        fn a_name_in_capitals_cut_at_25_is_known_again(name in "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){0,3}") {
            let cut: String = name.to_uppercase().chars().take(25).collect();
            prop_assert!(is_payee(&cut, &name));
        }

        #[test]
        fn no_pair_of_texts_breaks_it(one in "\\PC{0,40}", other in "\\PC{0,40}") {
            let _ = is_payee(&one, &other);
        }
    }
}
