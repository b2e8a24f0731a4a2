//! Stylesheet, scripts and icons: joined, made small, named by their content so that they can be kept for a year.

use std::collections::BTreeMap;

use crate::bahasa::Language;
use crate::config::BaseUrl;
use crate::diagnostic::{Code, Finding, Place, Problems, Span};
use crate::plan::Fixed;
use crate::search::join_modules;
use crate::theme::Theme;

/// Assets of a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// Output path (without a slash in front) and bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Name in templates to ready address, by language; the search script differs between languages.
    pub urls: [BTreeMap<String, String>; 2],
}

impl Assets {
    /// The addresses for a language.
    pub fn urls(&self, language: Language) -> &BTreeMap<String, String> {
        let [id, en] = &self.urls;
        language.pick(id, en)
    }
}

/// The folder of hashed assets.
pub const FOLDER: &str = "aset";

/// Makes all assets but the service worker, which names the others.
pub fn make(theme: &Theme, base: &BaseUrl, languages: &[Language], problems: &mut Problems) -> Assets {
    let mut assets = Assets::default();
    for (name, asset) in &theme.config.assets {
        if asset.fill.is_some() {
            let url = base.href(&format!("/{}", asset.out));
            assets.urls.iter_mut().for_each(|urls| {
                urls.insert(name.clone(), url.clone());
            });
            continue;
        }
        let sources: Vec<&String> = asset.join.iter().chain(asset.copy.as_ref()).collect();
        let mut bytes = Vec::new();
        for source in sources {
            match theme.files.get(&format!("assets/{source}")) {
                Some(part) => {
                    bytes.extend_from_slice(part);
                    if !asset.join.is_empty() {
                        bytes.push(b'\n');
                    }
                }
                None => report(theme, source, "berkas tidak ada", problems),
            }
        }
        let bytes = match asset.minify.as_deref() {
            Some("css") => minify_css(&String::from_utf8_lossy(&bytes)).into_bytes(),
            Some("js") => minify_js(&String::from_utf8_lossy(&bytes)).into_bytes(),
            _ => bytes,
        };
        let hashed = asset.hash.as_deref() != Some("no");
        let url = put(&mut assets, &asset.out, bytes, hashed, asset.at_root.is_some(), base);
        assets.urls.iter_mut().for_each(|urls| {
            urls.insert(name.clone(), url.clone());
        });
    }
    for &language in languages {
        search_script(theme, base, language, &mut assets, problems);
    }
    // Every page names it; it is made apart.
    let manifest = |language: Language| base.href(manifest_path(language));
    let [id, en] = &mut assets.urls;
    id.insert("manifest".to_owned(), manifest(Language::Id));
    en.insert("manifest".to_owned(), manifest(Language::En));
    assets
}

/// Where the manifest of a language stands.
pub const fn manifest_path(language: Language) -> &'static str {
    match language {
        Language::Id => "/manifest.webmanifest",
        Language::En => "/en/manifest.webmanifest",
    }
}

fn put(assets: &mut Assets, out: &str, bytes: Vec<u8>, hashed: bool, at_root: bool, base: &BaseUrl) -> String {
    let name = if hashed {
        let hash = blake3::hash(&bytes).to_hex();
        let (stem, ending) = out.rsplit_once('.').unwrap_or((out, "bin"));
        format!("{stem}-{}.{ending}", hash.get(..10).unwrap_or_default())
    } else {
        out.to_owned()
    };
    let path = if at_root { name } else { format!("{FOLDER}/{name}") };
    let url = base.href(&format!("/{path}"));
    assets.files.insert(path, bytes);
    url
}

fn report(theme: &Theme, file: &str, why: &str, problems: &mut Problems) {
    let place = Place::new(format!("themes/{}/assets/{file}", theme.config.name), Span::WHOLE);
    problems.add(place, Finding::new(Code::TemaRusak).with("rincian", why));
}

/// A script of the search.
struct SearchScript {
    /// The module it begins with.
    entry: &'static str,
    /// How its file's name begins.
    out: &'static str,
    /// Its name in templates.
    name: &'static str,
    /// How the names of the strings that it says begin.
    strings: &'static [&'static str],
}

/// One script for pages with results, and one for all others, where a field and its suggestions are all there is.
const SEARCH_SCRIPTS: [SearchScript; 2] = [
    SearchScript { entry: "main.js", out: "cari", name: "search_js", strings: &[""] },
    SearchScript { entry: "field.js", out: "saran", name: "field_js", strings: FIELD_STRINGS },
];

/// What a field and its suggestions say.
const FIELD_STRINGS: &[&str] = &[
    "cari.gagal",
    "cari.hapus_riwayat",
    "cari.memuat",
    "cari.riwayat",
    "hasil.kata",
    "hasil.lagi",
    "hasil.lain",
    "hasil.pembuat",
    "hasil.saran",
    "nav.",
];

/// The search scripts: their modules joined into one file each, with the interface's words in the page's language.
fn search_script(theme: &Theme, base: &BaseUrl, language: Language, assets: &mut Assets, problems: &mut Problems) {
    let folder = "assets/js/search";
    for SearchScript { entry, out, name, strings } in SEARCH_SCRIPTS {
        let source = |module: &str| match module {
            "text.js" => Some(words_module(theme, language, strings)),
            module => theme.text(&format!("{folder}/{module}")).map(str::to_owned),
        };
        if theme.text(&format!("{folder}/{entry}")).is_none() {
            continue;
        }
        match join_modules(entry, &source) {
            Ok(script) => {
                let out = format!("{out}-{}.js", language.code());
                let url = put(assets, &out, script.into_bytes(), true, false, base);
                let [id, en] = &mut assets.urls;
                language.pick(id, en).insert(name.to_owned(), url);
            }
            Err(error) => report(theme, &format!("js/search/{entry}"), &error.to_string(), problems),
        }
    }
}

/// `text.js` with the values of the theme's strings. Its keys are read from the module that stands in the theme for
/// tests: `hasil: "cari.hasil"` names the string, anything else is kept. Strings that begin otherwise than wanted go.
fn words_module(theme: &Theme, language: Language, wanted: &[&str]) -> String {
    let strings = theme.strings(language);
    let source = theme.text("assets/js/search/text.js").unwrap_or_default();
    let mut out = String::new();
    for line in source.lines() {
        let trimmed = line.trim();
        let key = trimmed.rsplit_once("// ").map(|(_, key)| key.trim()).filter(|key| strings.has(key));
        match (key, trimmed.split_once(':')) {
            (Some(key), _) if !wanted.iter().any(|start| key.starts_with(start)) => {}
            (Some(key), Some((name, _))) => {
                let value = strings.json(key);
                out.push_str(&format!("{name}: {value},\n"));
            }
            _ => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

/// Takes out comments and white space that mean nothing. Strings are left alone.
pub fn minify_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut quote = None;
    let mut space = false;
    while let Some(letter) = rest.next() {
        if let Some(mark) = quote {
            out.push(letter);
            if letter == '\\' {
                out.extend(rest.next());
            } else if letter == mark {
                quote = None;
            }
            continue;
        }
        if letter == '/' && rest.peek() == Some(&'*') {
            rest.next();
            let mut last = ' ';
            for inner in rest.by_ref() {
                if last == '*' && inner == '/' {
                    break;
                }
                last = inner;
            }
            space = true;
            continue;
        }
        if letter.is_whitespace() {
            space = true;
            continue;
        }
        let tight = "{};,>";
        let after_tight =
            out.chars().last().is_none_or(|last| tight.contains(last) || last == ':' && !ends_selector(&out));
        if space && !after_tight && !tight.contains(letter) {
            out.push(' ');
        }
        space = false;
        if letter == '}' && out.ends_with(';') {
            out.pop();
        }
        if letter == '"' || letter == '\'' {
            quote = Some(letter);
        }
        out.push(letter);
    }
    out
}

/// Is the colon at the end part of a selector (`a :hover`), not of a declaration? Only inside braces it is a declaration.
fn ends_selector(out: &str) -> bool {
    let open = out.rfind('{').map_or(0, |at| at + 1);
    let close = out.rfind('}').map_or(0, |at| at + 1);
    open <= close
}

/// Takes out comments that have a line of their own, empty lines and indentation; nothing that could be code or text.
pub fn minify_js(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut comment = false;
    let mut template = false;
    for line in script.lines() {
        if template {
            out.push_str(line);
            out.push('\n');
            template = line.matches('`').count() % 2 == 0;
            continue;
        }
        let trimmed = line.trim();
        if comment {
            comment = !trimmed.ends_with("*/");
            continue;
        }
        if trimmed.is_empty() || trimmed.starts_with("//") {
            continue;
        }
        if trimmed.starts_with("/*") {
            comment = !trimmed.ends_with("*/");
            if comment || !trimmed.contains("*/") || trimmed.find("*/").is_some_and(|at| at + 2 == trimmed.len()) {
                continue;
            }
        }
        out.push_str(trimmed);
        out.push('\n');
        template = line.matches('`').count() % 2 == 1;
    }
    out
}

/// The service worker: keeps what every page needs, and the offline pages.
pub fn worker(theme: &Theme, assets: &Assets, base: &BaseUrl, languages: &[Language]) -> Option<(String, Vec<u8>)> {
    let asset = theme.config.assets.values().find(|asset| asset.fill.is_some())?;
    let source = theme.text(&format!("assets/{}", asset.fill.as_ref()?))?;
    let mut precache: Vec<String> = Vec::new();
    for &language in languages {
        let urls = assets.urls(language);
        precache.extend(
            ["css", "js", "search_js", "field_js", "icons", "logo"].iter().filter_map(|name| urls.get(*name).cloned()),
        );
        precache.extend([Fixed::Offline, Fixed::Saved, Fixed::Inquiry].map(|fixed| base.href(&fixed.path(language))));
    }
    precache.sort();
    precache.dedup();
    let mut offline: Vec<[String; 2]> = languages
        .iter()
        .map(|language| [base.href(crate::plan::address::root(*language)), base.href(&Fixed::Offline.path(*language))])
        .collect();
    offline.sort_by_key(|[prefix, _]| std::cmp::Reverse(prefix.len()));
    let list = serde_json::to_string(&precache).ok()?;
    let pairs = serde_json::to_string(&offline).ok()?;
    let version = blake3::hash(format!("{list}{pairs}").as_bytes()).to_hex();
    let filled = source
        .replace("\"%VERSION%\"", &format!("\"{}\"", version.get(..10).unwrap_or_default()))
        .replace("[\"%PRECACHE%\"]", &list)
        .replace("[[\"%OFFLINE%\"]]", &pairs);
    Some((asset.out.clone(), minify_js(&filled).into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_keeps_what_matters() {
        let css = "/* x */\na :hover , b > c {\n  margin : 0 auto;\n  content: \" /* no */ \";\n}\n@media (min-width: 40em) { p { color: red; } }";
        let small = minify_css(css);
        assert!(small.starts_with("a :hover,b>c{"), "{small}");
        assert!(small.contains("content:\" /* no */ \"}"), "{small}");
        assert!(small.contains("0 auto"), "{small}");
    }

    #[test]
    fn scripts_keep_strings_and_templates() {
        let script =
            "/** doc\n * more */\nconst a = \"// no\"; // trailing stays\n  // gone\nconst b = `\n   two\n`;\n";
        assert_eq!(minify_js(script), "const a = \"// no\"; // trailing stays\nconst b = `\n   two\n`;\n");
    }

    #[test]
    fn a_search_script_holds_every_string_that_it_says() {
        let mut problems = Problems::new();
        let theme = crate::theme::load(&crate::disk::Memory::new(), "etalase", &mut problems).unwrap().unwrap();
        let base = BaseUrl::read("https://uji.example").unwrap();
        let mut assets = Assets::default();
        search_script(&theme, &base, Language::En, &mut assets, &mut problems);
        assert!(assets.files.len() == 2 && problems.is_empty());
        for (path, bytes) in &assets.files {
            let script = std::str::from_utf8(bytes).unwrap();
            let quoted = script.split('"').skip(1).step_by(2);
            let said = |text: &&str| theme.strings(Language::En).has(text);
            let said: std::collections::BTreeSet<&str> = quoted.filter(said).collect();
            assert!(said.contains("hasil.saran") && said.len() > 20, "{path}: {said:?}");
            for key in said {
                assert!(script.contains(&format!("\"{key}\":")), "{path} says {key} and does not hold it");
            }
        }
    }
}
