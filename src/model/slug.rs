//! The names of entries in addresses.

use std::fmt;

use crate::bahasa::without_decoration;
use crate::diagnostic::{Code, Finding, Read, Reading};

/// Longer names are cut by messengers and unreadable in print.
pub const LONGEST: usize = 60;

/// Names that the site uses itself, and names that Windows does not allow for files.
const RESERVED: [&str; 17] = [
    "cari", "en", "halaman", "index", "data", "aset", "cetak", "arsip", "con", "prn", "aux", "nul", "com1", "com2",
    "com3", "lpt1", "lpt2",
];

/// The name of an entry in its address: small letters, digits and single hyphens, at most 60.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug {
    text: String,
}

impl Slug {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Reads the name of a file or folder, without its ending.
    ///
    /// # Errors
    /// `UMUM-SLUG` (with the name that would do), `UMUM-SLUG-TERPAKAI`, `UMUM-PANJANG`.
    pub fn read(name: &str) -> Read<Self> {
        if !is_valid(name) {
            let finding = Finding::new(Code::UmumSlug).with("nama", name);
            return Err(match slugify(name) {
                fixed if fixed.is_empty() => finding,
                fixed => finding.with("saran", &fixed).instead(fixed),
            });
        }
        if name.len() > LONGEST {
            let shorter = slugify(name);
            let finding = Finding::new(Code::UmumPanjang).with("kolom", "nama berkas").with("n", name.len());
            return Err(finding.with("maks", LONGEST).instead(shorter));
        }
        if is_reserved(name) {
            let other = format!("{name}-2");
            return Err(Finding::new(Code::UmumSlugTerpakai).with("nama", name).with("saran", &other).instead(other));
        }
        Ok(Reading::clean(Self { text: name.to_owned() }))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// Whether it has the form of a name in an address: `^[a-z0-9]+(-[a-z0-9]+)*$`. Its length does not matter here.
#[must_use]
pub fn is_valid(name: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    name.split('-').all(part)
}

/// Whether the site needs the name for itself.
#[must_use]
pub fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// Makes a name for an address of any text: small letters without accents, `&` spoken as `dan`, `×` as `x`, everything
/// else that is no letter or digit a hyphen; emoji go. It is cut at a hyphen to 60 characters. A text without any
/// letter or digit gives an empty name.
#[must_use]
pub fn slugify(text: &str) -> String {
    let mut slug = String::new();
    for c in without_decoration(text).chars() {
        match c {
            '&' => push_word(&mut slug, "-dan-"),
            '×' => push_word(&mut slug, "x"),
            '\'' | '’' | '‘' | '`' | '°' | '®' | '™' | '©' | '\u{ad}' | '\u{200b}'..='\u{200f}' => {}
            _ if c.is_ascii() => push_ascii(&mut slug, c),
            _ => push_word(&mut slug, deunicode::deunicode_char(c).unwrap_or("-")),
        }
    }
    let slug = slug.trim_matches('-');
    if slug.len() <= LONGEST {
        return slug.to_owned();
    }
    let cut = &slug[..LONGEST];
    let whole_words = slug.as_bytes().get(LONGEST) == Some(&b'-');
    let end = if whole_words { LONGEST } else { cut.rfind('-').filter(|at| *at > LONGEST / 2).unwrap_or(LONGEST) };
    cut[..end].trim_end_matches('-').to_owned()
}

fn push_word(slug: &mut String, word: &str) {
    for c in word.chars() {
        push_ascii(slug, c);
    }
}

/// Adds a letter or digit; anything else becomes a hyphen, unless one stands there.
fn push_ascii(slug: &mut String, c: char) {
    if c.is_ascii_alphanumeric() {
        slug.push(c.to_ascii_lowercase());
    } else if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_things_become_names_of_files() {
        for (text, slug) in [
            ("Bingkai Foto 20×30 cm", "bingkai-foto-20x30-cm"),
            ("Jig Sudut 45° (Baru!)", "jig-sudut-45-baru"),
            ("Sambal Cumi/Asin", "sambal-cumi-asin"),
            ("Kue & Roti", "kue-dan-roti"),
            ("Kue&Roti", "kue-dan-roti"),
            ("Café Jum'at", "cafe-jumat"),
            ("  -- Oleh-oleh --  ", "oleh-oleh"),
            ("Ｂatik", "batik"),
            ("🎉 Batik 🎉", "batik"),
            ("🎉🎉", ""),
            ("!!!", ""),
            ("", ""),
        ] {
            assert_eq!(slugify(text), slug, "{text}");
        }
    }

    #[test]
    fn long_names_are_cut_between_words() {
        let long = slugify(&"keripik singkong ".repeat(6));
        assert_eq!(long, "keripik-singkong-keripik-singkong-keripik-singkong-keripik");
        assert_eq!(slugify(&"a".repeat(80)).len(), LONGEST);
        assert_eq!(slugify(&format!("{} b", "a".repeat(60))), "a".repeat(60));
    }

    #[test]
    fn names_of_files_are_checked() {
        assert_eq!(Slug::read("batik-2026").unwrap().value.as_str(), "batik-2026");
        let finding = Slug::read("Batik Tulis").unwrap_err();
        assert_eq!((finding.code, finding.instead.as_deref()), (Code::UmumSlug, Some("batik-tulis")));
        for name in ["", "-a", "a-", "a--b", "a_b", "é", "A"] {
            assert_eq!(Slug::read(name).unwrap_err().code, Code::UmumSlug, "{name}");
        }
        assert_eq!(Slug::read("cari").unwrap_err().code, Code::UmumSlugTerpakai);
        let finding = Slug::read(&"a".repeat(61)).unwrap_err();
        assert_eq!((finding.code, finding.instead.map(|text| text.len())), (Code::UmumPanjang, Some(60)));
    }
}
