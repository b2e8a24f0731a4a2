//! The texts of the codes, read once from the YAML files in `texts/` (embedded in the program), and how a message is
//! filled in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::code::Texts;
use crate::bahasa::Language;

/// One file for each family of codes, in the order of the code table.
pub(super) const FILES: &[(&str, &str)] = &[
    ("umum", include_str!("texts/umum.yaml")),
    ("berkas", include_str!("texts/berkas.yaml")),
    ("pdp", include_str!("texts/pdp.yaml")),
    ("foto", include_str!("texts/foto.yaml")),
    ("umkm", include_str!("texts/umkm.yaml")),
    ("kontak", include_str!("texts/kontak.yaml")),
    ("koperasi", include_str!("texts/koperasi.yaml")),
    ("produk", include_str!("texts/produk.yaml")),
    ("izin", include_str!("texts/izin.yaml")),
    ("tautan", include_str!("texts/tautan.yaml")),
    ("layanan", include_str!("texts/layanan.yaml")),
    ("situs", include_str!("texts/situs.yaml")),
];

/// A text in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    id: String,
    en: String,
}

impl Both {
    fn get(&self, language: Language) -> &str {
        match language {
            Language::Id => &self.id,
            Language::En => &self.en,
        }
    }
}

/// All texts of one code, as they stand in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    title: Both,
    message: Both,
    why: Both,
    fix: Both,
    before: String,
    after: String,
}

/// A file that cannot be read gives no texts; a test keeps that from happening.
static ENTRIES: LazyLock<BTreeMap<String, Entry>> =
    LazyLock::new(|| FILES.iter().flat_map(|(_, text)| parse(text).unwrap_or_default()).collect());

fn parse(text: &str) -> Result<BTreeMap<String, Entry>, serde_yaml::Error> {
    serde_yaml::from_str(text)
}

/// The texts of the code with this name.
pub(super) fn of(name: &'static str, language: Language) -> Texts {
    let Some(entry) = ENTRIES.get(name) else {
        return Texts { title: name, message: name, why: "", fix: "", before: "", after: "" };
    };
    Texts {
        title: entry.title.get(language),
        message: entry.message.get(language),
        why: entry.why.get(language),
        fix: entry.fix.get(language),
        before: entry.before.trim_end(),
        after: entry.after.trim_end(),
    }
}

/// Puts the arguments into the placeholders (`{name}`) of a message.
///
/// A sentence with a placeholder that has no value is left out, so that `Mungkin maksudnya “{saran}”?` vanishes when
/// there is nothing to suggest. The first sentence always stays, with the bare placeholder if need be. Text that came
/// in through an argument is never searched for placeholders again.
#[must_use]
pub fn fill(template: &str, arguments: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    for (index, sentence) in sentences(template).into_iter().enumerate() {
        let (text, complete) = fill_sentence(sentence, arguments);
        if complete || index == 0 {
            out.push_str(&text);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The names of the placeholders in a message, in order of their first use.
#[must_use]
pub fn placeholders(template: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = template;
    while let Some((_, name, after)) = next_placeholder(rest) {
        if !names.contains(&name) {
            names.push(name);
        }
        rest = after;
    }
    names
}

/// Fills one sentence; the flag says whether every placeholder had a value.
fn fill_sentence(sentence: &str, arguments: &[(&'static str, String)]) -> (String, bool) {
    let mut out = String::new();
    let mut complete = true;
    let mut rest = sentence;
    while let Some((before, name, after)) = next_placeholder(rest) {
        out.push_str(before);
        match arguments.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                complete = false;
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    (out, complete)
}

/// Splits off the text before the next placeholder, its name, and the text after it.
fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let inside = &text[open + 1..];
        let length = inside.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
        if length > 0 && inside.as_bytes().get(length) == Some(&b'}') {
            return Some((&text[..open], &inside[..length], &inside[length + 1..]));
        }
        from = open + 1;
    }
    None
}

/// Cuts a message after each full stop, question or exclamation mark that is followed by a space and a capital letter,
/// a quotation mark or a placeholder. The space belongs to the sentence before it.
fn sentences(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        if !matches!(mark, '.' | '?' | '!') {
            continue;
        }
        let Some(after) = text[at + mark.len_utf8()..].strip_prefix(' ') else {
            continue;
        };
        if after.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '{')) {
            let end = text.len() - after.len();
            parts.push(&text[start..end]);
            start = end;
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::code::Code;
    use super::*;

    #[test]
    fn every_file_can_be_read_and_no_code_stands_twice() {
        let mut seen = BTreeSet::new();
        for (file, text) in FILES {
            let entries = parse(text).unwrap_or_else(|error| panic!("{file}.yaml: {error}"));
            for name in entries.into_keys() {
                assert!(Code::parse(&name).is_some(), "{file}.yaml: {name} is not a code");
                assert!(seen.insert(name.clone()), "{file}.yaml: {name} stands in two files");
            }
        }
        assert_eq!(seen.len(), Code::ALL.len());
    }

    #[test]
    fn every_code_has_all_texts_in_both_languages() {
        for code in Code::ALL {
            for language in [Language::Id, Language::En] {
                let texts = code.texts(language);
                for (name, text) in [
                    ("title", texts.title),
                    ("message", texts.message),
                    ("why", texts.why),
                    ("fix", texts.fix),
                    ("before", texts.before),
                    ("after", texts.after),
                ] {
                    assert!(!text.trim().is_empty(), "{code}: {name} is missing in {language:?}");
                }
                let words = texts.title.split_whitespace().count();
                assert!((2..=7).contains(&words), "{code}: title “{}” has {words} words", texts.title);
                assert!(!texts.title.ends_with('.'), "{code}: a title is no sentence");
                assert!(texts.why.ends_with('.') && texts.fix.ends_with('.'), "{code}: why and fix are sentences");
            }
            assert_ne!(code.texts(Language::Id).before, code.texts(Language::Id).after, "{code}: before equals after");
        }
    }

    #[test]
    fn both_messages_take_the_same_arguments() {
        for code in Code::ALL {
            let sorted = |language| {
                let mut names = placeholders(code.texts(language).message);
                names.sort_unstable();
                names
            };
            assert_eq!(sorted(Language::Id), sorted(Language::En), "{code}");
        }
    }

    #[test]
    fn every_brace_belongs_to_a_placeholder() {
        for code in Code::ALL {
            for language in [Language::Id, Language::En] {
                let message = code.texts(language).message;
                let braces = message.matches(['{', '}']).count();
                let placed: usize =
                    placeholders(message).iter().map(|name| message.matches(&format!("{{{name}}}")).count()).sum();
                assert_eq!(braces, placed * 2, "{code}: {message}");
            }
        }
    }

    #[test]
    fn fills_every_placeholder_once() {
        let arguments = [("kolom", "na{saran}ma".to_owned()), ("saran", "nama".to_owned())];
        assert_eq!(
            fill("Kolom “{kolom}” tidak dikenal. Mungkin maksudnya “{saran}”?", &arguments),
            "Kolom “na{saran}ma” tidak dikenal. Mungkin maksudnya “nama”?"
        );
    }

    #[test]
    fn drops_a_sentence_without_its_value() {
        let arguments = [("kolom", "hrga".to_owned())];
        assert_eq!(
            fill("Kolom “{kolom}” tidak dikenal. Mungkin maksudnya “{saran}”?", &arguments),
            "Kolom “hrga” tidak dikenal."
        );
        assert_eq!(fill("Baris {baris}: rusak. {rincian}. Beri petik.", &[]), "Baris {baris}: rusak. Beri petik.");
    }

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        assert_eq!(
            sentences("Write digits only, e.g. 0812. Then {a}."),
            ["Write digits only, e.g. 0812. ", "Then {a}."]
        );
    }

    #[test]
    fn placeholders_are_lower_case_names_in_braces() {
        assert_eq!(placeholders("{a} dan {b_c}, {a} {B} {} {1}"), ["a", "b_c"]);
    }
}
