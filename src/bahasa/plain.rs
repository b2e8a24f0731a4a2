//! Text made plain: what phones and office programs put between the letters is undone before a value is read.

/// Makes full-width letters and digits narrow, every kind of space a plain one, and drops the marks that nobody sees
/// (zero-width spaces, direction marks, soft hyphens). Line breaks stay. Both ends are trimmed.
#[must_use]
pub fn narrow(text: &str) -> String {
    let plain: String = text.chars().filter_map(narrow_char).collect();
    let trimmed = plain.trim();
    if trimmed.len() == plain.len() { plain } else { trimmed.to_owned() }
}

/// The plain form of a character, or nothing when it is invisible.
fn narrow_char(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' => None,
        '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}' => None,
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    }
}

/// Whether a character is a hyphen, a dash or a minus sign of any kind.
#[must_use]
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_marks_go_and_wide_letters_become_narrow() {
        assert_eq!(narrow("\u{200e}０８１２\u{a0}0000\u{ad}１\u{feff} "), "0812 00001");
        assert_eq!(narrow(" satu\ndua "), "satu\ndua");
        assert_eq!(narrow("café"), "café");
    }

    #[test]
    fn dashes_of_all_kinds() {
        assert!("-‐‑‒–—―−".chars().all(is_dash));
        assert!(!"~_.".chars().any(is_dash));
    }
}
