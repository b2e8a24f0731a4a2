//! Sorting as people expect it.

/// A key that sorts names without regard to case, accents and leading signs, and numbers by their value: `Roti 2` comes
/// before `Roti 10`. Names that differ only in those stay apart: the name itself is the end of the key.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let plain = deunicode::deunicode(name).to_lowercase();
    let plain = plain.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut key = String::with_capacity(plain.len() * 2 + 8);
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            push_number(&mut key, &rest[..end]);
            rest = &rest[end..];
        } else {
            // A run of signs and spaces is one space, which comes before digits and letters.
            if first.is_ascii_alphanumeric() {
                key.push(first);
            } else if !key.ends_with(' ') {
                key.push(' ');
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    key.push('\u{1}');
    key.push_str(name);
    key
}

/// A number sorts by how many digits it has, and then by the digits.
fn push_number(key: &mut String, digits: &str) {
    let digits = digits.trim_start_matches('0');
    let length = u8::try_from(digits.len().min(9)).unwrap_or(9);
    key.push(char::from(b'0' + length));
    key.push_str(digits);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_people_look_for_them() {
        let mut names =
            ["Roti 10", "roti 2", "Éclair", "“Batik” Tulis", "Zaitun", "Roti", "1 Liter", "Roti-2b", "batik cap"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["1 Liter", "batik cap", "“Batik” Tulis", "Éclair", "Roti", "roti 2", "Roti-2b", "Roti 10", "Zaitun"]
        );
    }

    #[test]
    fn names_that_look_alike_keep_one_order() {
        assert_ne!(sort_key("Batik"), sort_key("batik"));
        assert!(sort_key("") < sort_key("a"));
    }
}
