//! "Mungkin maksudnya …?"

/// The candidate that a misspelt name most probably means, if one is near enough.
///
/// Letters may be wrong, missing, extra or swapped: one in names up to four letters, two up to eight, three beyond.
/// Case, spaces, hyphens and underscores do not count. A candidate that begins with the name counts as near too
/// (`bingkai` for `bingkai-rantika`). Of equally near ones the first counts.
#[must_use]
pub fn nearest<'a, I, S>(name: &str, candidates: I) -> Option<&'a str>
where
    I: IntoIterator<Item = &'a S>,
    S: AsRef<str> + ?Sized + 'a,
{
    let wanted = folded(name);
    let length = wanted.chars().count();
    if length == 0 || length > 100 {
        return None;
    }
    let allowed = match length {
        1 => 0,
        2..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let candidate = candidate.as_ref();
        let other = folded(candidate);
        let distance = if length >= 4 && other.starts_with(&wanted) && other != wanted {
            // Near, but any real misspelling comes first.
            allowed
        } else if other.chars().count().abs_diff(length) > allowed {
            continue;
        } else {
            strsim::damerau_levenshtein(&wanted, &other)
        };
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn folded(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [&str; 6] = ["nama", "harga", "harga_per", "satuan", "kategori", "foto"];

    #[test]
    fn slips_of_the_pen_are_mended() {
        for (name, meant) in [
            ("hrga", "harga"),
            ("Harga", "harga"),
            ("hagra", "harga"),
            ("harga per", "harga_per"),
            ("katagori", "kategori"),
            ("photo", "foto"),
            ("nma", "nama"),
        ] {
            assert_eq!(nearest(name, FIELDS.iter()), Some(meant), "{name}");
        }
    }

    #[test]
    fn a_beginning_is_near_enough() {
        assert_eq!(nearest("bingkai", ["batik-larasvanda", "bingkai-rantika"].iter()), Some("bingkai-rantika"));
    }

    #[test]
    fn what_is_far_off_suggests_nothing() {
        for name in ["", "x", "zzzz", "alamat_rumah_pemilik", "ha"] {
            assert_eq!(nearest(name, FIELDS.iter()), None, "{name}");
        }
    }
}
