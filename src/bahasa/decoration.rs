//! Emoji, stars, fancy letters and rows of signs in names, where they only hide the words from a search.

/// Whether a text has emoji or decoration.
#[must_use]
pub fn is_decorated(text: &str) -> bool {
    text.chars().any(is_ornament) || text.chars().any(is_fancy_letter) || has_row_of_signs(text)
}

/// The text without emoji and decoration; fancy letters become plain ones, and spaces close up.
#[must_use]
pub fn without_decoration(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if is_fancy_letter(c) {
            plain.push_str(deunicode::deunicode_char(c).unwrap_or_default());
        } else if is_ornament(c) {
            plain.push(' ');
        } else if !(is_row_sign(c) && plain.ends_with(c)) {
            plain.push(c);
        }
    }
    let only_signs = |word: &str| word != "+" && word.chars().all(is_row_sign);
    let words: Vec<&str> = plain.split_whitespace().filter(|word| !only_signs(word)).collect();
    words.join(" ").trim_matches(['*', '~', '=', '_', '•', '«', '»', ' ']).to_owned()
}

/// Emoji, dingbats, stars, arrows, boxes, and the invisible marks that join them.
fn is_ornament(c: char) -> bool {
    matches!(c,
        '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2500}'..='\u{27bf}'
        | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{3030}' | '\u{303d}'
        | '\u{e0020}'..='\u{e007f}')
}

/// Letters drawn as mathematical or enclosed ones: 𝓑, Ⓑ.
fn is_fancy_letter(c: char) -> bool {
    matches!(c, '\u{1d400}'..='\u{1d7ff}' | '\u{2460}'..='\u{24ff}')
}

fn is_row_sign(c: char) -> bool {
    matches!(c, '!' | '*' | '~' | '=' | '_' | '#' | '+' | '^' | '<' | '>' | '|' | '«' | '»' | '•')
}

/// Two of the same sign in a row, or a sign on its own between spaces at either end.
fn has_row_of_signs(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let row = c == before && is_row_sign(c);
        before = c;
        row
    }) || text.trim().starts_with(['*', '~', '•', '»', '='])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoration_is_found_and_removed() {
        for (text, plain) in [
            ("🔥 Keripik Pedas 🔥🔥", "Keripik Pedas"),
            ("Keripik Pedas!!!", "Keripik Pedas!"),
            ("*** Batik ***", "Batik"),
            ("★ Batik ➜ Tulis", "Batik Tulis"),
            ("𝓑𝓪𝓽𝓲𝓴 Tulis", "Batik Tulis"),
            ("Batik ❤️ Ibu", "Batik Ibu"),
        ] {
            assert!(is_decorated(text), "{text}");
            assert_eq!(without_decoration(text), plain);
        }
    }

    #[test]
    fn signs_with_a_meaning_stay() {
        for text in [
            "Bingkai 20×30 cm",
            "Sudut 45°",
            "Anggrek + Pot",
            "Kue & Roti",
            "Usia 3+",
            "Batik® 100%",
            "Oleh-oleh (isi 10)",
            "½ kg",
        ] {
            assert!(!is_decorated(text), "{text}");
            assert_eq!(without_decoration(text), text);
        }
    }
}
