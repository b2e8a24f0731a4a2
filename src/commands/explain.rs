//! `explain CODE`: what a message means, why it matters, how to mend it, and an example before and after.

use crate::bahasa::{Language, nearest};
use crate::diagnostic::{Code, Level, placeholders};

/// Columns of a line of text.
const WIDTH: usize = 78;

/// The page about a code, as plain text.
///
/// # Errors
/// For a name that no code has: a sentence with the nearest ones.
pub fn run(name: &str, language: Language) -> Result<String, String> {
    match Code::parse(name) {
        Some(code) => Ok(page(code, language)),
        None => Err(unknown(name, language)),
    }
}

/// The page about a code.
pub fn page(code: Code, language: Language) -> String {
    let texts = code.texts(language);
    let consequence = match (code.level(), language) {
        (Level::Error, Language::Id) => "Selama masih ada, situs tidak diterbitkan.",
        (Level::Error, Language::En) => "While one of these stands, the site is not published.",
        (Level::Warning, Language::Id) => "Situs tetap terbit, tetapi sebaiknya ada yang memeriksa.",
        (Level::Warning, Language::En) => "The site is published, but somebody should have a look.",
        (Level::Advice, Language::Id) => "Sekadar saran; situs tetap terbit.",
        (Level::Advice, Language::En) => "Only advice; the site is published.",
    };
    let mut page = format!("{code} · {}\n\n{}\n\n", code.level().name(language), texts.title);
    paragraph(&mut page, language.pick("Pesannya", "The message"), &without_places(texts.message));
    paragraph(&mut page, language.pick("Mengapa", "Why"), texts.why);
    paragraph(&mut page, language.pick("Cara memperbaiki", "How to mend it"), texts.fix);
    snippet(&mut page, language.pick("Sebelum", "Before"), texts.before);
    snippet(&mut page, language.pick("Sesudah", "After"), texts.after);
    page.push_str(&wrapped(consequence, 0));
    page
}

/// A message with dots where a file's own words will stand.
fn without_places(message: &str) -> String {
    placeholders(message).into_iter().fold(message.to_owned(), |text, name| text.replace(&format!("{{{name}}}"), "…"))
}

fn paragraph(page: &mut String, heading: &str, text: &str) {
    page.push_str(heading);
    page.push('\n');
    page.push_str(&wrapped(text, 2));
    page.push('\n');
}

fn snippet(page: &mut String, heading: &str, lines: &str) {
    page.push_str(heading);
    page.push('\n');
    for line in lines.lines() {
        page.push_str(format!("    {line}").trim_end());
        page.push('\n');
    }
    page.push('\n');
}

/// A text in lines that fit a terminal, behind so many spaces.
fn wrapped(text: &str, indent: usize) -> String {
    let mut out = String::new();
    for paragraph in text.lines() {
        let mut length = 0;
        for word in paragraph.split_whitespace() {
            let letters = word.chars().count();
            if length > 0 && length + 1 + letters > WIDTH {
                out.push('\n');
                length = 0;
            }
            let gap = if length == 0 { indent } else { 1 };
            out.extend(std::iter::repeat_n(' ', gap));
            out.push_str(word);
            length += gap + letters;
        }
        out.push('\n');
    }
    out
}

/// What to say of a code that does not exist: the nearest, or all of the same family.
fn unknown(name: &str, language: Language) -> String {
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let name = name.trim();
    let said = language.pick("Tidak ada pesan dengan kode", "There is no message with the code");
    let mut answer = format!("{said} “{name}”.");
    if let Some(close) = nearest(name, &names) {
        answer.push_str(&format!(" {} {close}?", language.pick("Mungkin maksudnya", "Did you mean")));
        return answer;
    }
    let family = name.split('-').next().unwrap_or_default().to_uppercase();
    let mut same: Vec<&str> = names.iter().copied().filter(|code| code.split('-').next() == Some(&family)).collect();
    let head = if same.is_empty() {
        let mut families: Vec<&str> = names.iter().filter_map(|code| code.split('-').next()).collect();
        families.dedup();
        same = families;
        language.pick("Kode diawali salah satu kata ini:", "Codes begin with one of these words:")
    } else {
        language.pick("Yang ada:", "There are:")
    };
    answer.push_str(&format!(" {head}\n\n{}", wrapped(&same.join(" "), 2)));
    answer.trim_end().to_owned()
}

/// All codes with their titles, by family: what `explain` says without a code.
pub fn list(language: Language) -> String {
    let longest = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0);
    let mut out = String::new();
    let mut family = "";
    for code in Code::ALL {
        let own = code.as_str().split('-').next().unwrap_or_default();
        if own != family && !family.is_empty() {
            out.push('\n');
        }
        family = own;
        out.push_str(&format!("{code:longest$}  {}\n", code.texts(language).title));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_all_its_parts() {
        for language in Language::ALL {
            for code in Code::ALL {
                let (page, texts) = (page(*code, language), code.texts(language));
                assert!(page.starts_with(code.as_str()) && page.contains(texts.title), "{page}");
                let examples = texts.before.lines().chain(texts.after.lines());
                assert!(examples.into_iter().all(|line| page.contains(line.trim_end())), "{code}");
                let widest =
                    page.lines().filter(|line| !line.starts_with("    ")).map(|line| line.chars().count()).max();
                assert!(widest <= Some(WIDTH + 2), "{code}: {widest:?}");
            }
        }
    }

    #[test]
    fn a_slip_is_answered_with_the_nearest_code() {
        assert!(run("prod-harga-titk", Language::Id).unwrap_err().ends_with("PROD-HARGA-TITIK?"));
        assert!(run("WA-APAPUN", Language::Id).unwrap_err().contains("WA-GRUP"));
        assert!(run("zzz", Language::En).unwrap_err().contains("UMUM"));
        let page = run("umum-wajib", Language::En).unwrap();
        assert!(page.contains("Required field is missing") && page.contains("Field “…” is required."), "{page}");
    }

    #[test]
    fn the_list_names_every_code() {
        assert_eq!(list(Language::Id).lines().filter(|line| !line.is_empty()).count(), Code::ALL.len());
    }
}
