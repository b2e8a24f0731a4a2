//! What a theme declares: templates, picture roles, budgets, assets, strings. The default theme is embedded in the
//! binary; a site replaces single files by laying files of the same name in its own `themes/<name>/`.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::bahasa::{Language, group};
use crate::diagnostic::{Code, Finding, Problems, Span};
use crate::disk::{Disk, Fault};
use crate::parse::{self, Value};

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/etalase");

/// The view contract this program speaks.
const API: u32 = 1;

/// A loaded theme.
#[derive(Debug, Clone)]
pub struct Theme {
    /// `theme.yaml`.
    pub config: ThemeConfig,
    /// All files below the theme's folder, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    strings: [Strings; 2],
}

/// `theme.yaml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeConfig {
    /// Version of the view contract.
    pub api: u32,
    /// Name.
    pub name: String,
    /// Languages it has strings for.
    pub languages: Vec<String>,
    /// Picture roles by name.
    pub pictures: BTreeMap<String, PictureRole>,
    /// Byte budgets after brotli.
    pub budgets: Budgets,
    /// Page kind to template.
    pub pages: BTreeMap<String, String>,
    /// Part to template.
    pub parts: BTreeMap<String, String>,
    /// Assets by the name templates use.
    pub assets: BTreeMap<String, Asset>,
    /// How the site looks on a phone's home screen.
    pub manifest: ManifestLook,
}

/// What a theme says about `manifest.webmanifest`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestLook {
    /// Colour behind the first picture, `#rrggbb`.
    pub background_color: String,
    /// Colour of the browser's frame.
    pub theme_color: String,
    /// `standalone`, `minimal-ui`, `browser`.
    pub display: String,
    /// Names of icon assets.
    pub icons: Vec<String>,
    /// Fixed pages reached by a long press.
    pub shortcuts: Vec<String>,
}

/// What is made of a photo in one role.
#[derive(Debug, Clone, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct PictureRole {
    /// Widths in pixels; never enlarged.
    pub widths: Vec<u32>,
    /// `w:h`, or `none` for the photo's own shape.
    pub aspect: String,
    /// How it gets that shape: only `cover` (cut) so far.
    #[serde(default)]
    pub fit: Option<String>,
    /// WebP quality, 0 to 100.
    pub quality: u8,
    /// Width of the JPEG for old browsers.
    #[serde(default)]
    pub jpeg: Option<u32>,
    /// Formats, when not WebP and JPEG.
    #[serde(default)]
    pub formats: Vec<String>,
    /// What stands there while it loads.
    #[serde(default)]
    pub placeholder: Option<String>,
}

impl PictureRole {
    /// Width to height, if the role has a shape of its own.
    pub fn shape(&self) -> Option<(u32, u32)> {
        let (width, height) = self.aspect.split_once(':')?;
        Some((width.trim().parse().ok()?, height.trim().parse().ok()?))
    }
}

/// Byte budgets after brotli.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budgets {
    /// HTML of a page.
    pub html: usize,
    /// HTML by page kind.
    #[serde(default)]
    pub html_by_kind: BTreeMap<String, usize>,
    /// The stylesheet.
    pub css: usize,
    /// Script of a page.
    pub script: usize,
    /// Script of the search page.
    pub script_search: usize,
    /// All of the first view.
    pub first_view: usize,
}

/// A file that pages refer to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// File name before the hash is put in.
    pub out: String,
    /// Parts laid end to end.
    #[serde(default)]
    pub join: Vec<String>,
    /// A single source.
    #[serde(default)]
    pub copy: Option<String>,
    /// A single source whose `"%NAME%"` places the build fills.
    #[serde(default)]
    pub fill: Option<String>,
    /// `css` or `js`: white space and comments are taken out.
    #[serde(default)]
    pub minify: Option<String>,
    /// `no`: the name stays as it is.
    #[serde(default)]
    pub hash: Option<String>,
    /// `yes`: stands at the site's root.
    #[serde(default)]
    pub at_root: Option<String>,
}

/// The strings of one language.
#[derive(Debug, Clone, Default)]
pub struct Strings {
    language: Language,
    texts: BTreeMap<String, Text>,
}

/// A string; English has plural forms.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Text {
    One(String),
    Plural { one: String, other: String },
}

impl Strings {
    /// The string with this key; a missing key shows itself, so that it is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        match self.texts.get(key) {
            Some(Text::One(text) | Text::Plural { other: text, .. }) => text,
            None => key,
        }
    }

    /// Is there such a string?
    pub fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// The string with its placeholders filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        put_in(self.get(key), values)
    }

    /// The string for `n` things, with `{n}` filled.
    pub fn count(&self, key: &str, n: usize) -> String {
        let template = match self.texts.get(key) {
            Some(Text::Plural { one, .. }) if n == 1 => one,
            _ => self.get(key),
        };
        put_in(template, &[("n", &group(n as u64, self.language))])
    }

    /// The string as JSON: a text, or `{"one", "other"}`.
    pub fn json(&self, key: &str) -> serde_json::Value {
        match self.texts.get(key) {
            Some(Text::One(text)) => serde_json::Value::from(text.as_str()),
            Some(Text::Plural { one, other }) => serde_json::json!({"one": one, "other": other}),
            None => serde_json::Value::Null,
        }
    }

    /// All strings as a nested value for templates: `t.nav.beranda`, plural ones as `{one, other}`.
    pub fn nested(&self) -> BTreeMap<&str, BTreeMap<&str, serde_json::Value>> {
        let mut groups: BTreeMap<&str, BTreeMap<&str, serde_json::Value>> = BTreeMap::new();
        for (key, text) in &self.texts {
            let (head, tail) = key.split_once('.').unwrap_or(("", key));
            let value = match text {
                Text::One(text) => serde_json::Value::from(text.as_str()),
                Text::Plural { one, other } => serde_json::json!({"one": one, "other": other}),
            };
            groups.entry(head).or_default().insert(tail, value);
        }
        groups
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }
}

/// Puts values into the `{name}` places of a string.
pub fn put_in(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = template.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

impl Theme {
    /// The strings of a language.
    pub fn strings(&self, language: Language) -> &Strings {
        let [id, en] = &self.strings;
        language.pick(id, en)
    }

    /// A text file of the theme.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// The templates: name below `templates/` and source.
    pub fn templates(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, bytes)| {
            let name = path.strip_prefix("templates/")?;
            Some((name, std::str::from_utf8(bytes).ok()?))
        })
    }

    /// A hash of everything in the theme.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for (path, bytes) in &self.files {
            hasher.update(path.as_bytes()).update(&[0]).update(blake3::hash(bytes).as_bytes());
        }
        *hasher.finalize().as_bytes()
    }
}

/// Hash of all files of the embedded theme.
pub fn embedded_fingerprint() -> [u8; 32] {
    fn add(folder: &Dir<'_>, hasher: &mut blake3::Hasher) {
        for file in folder.files() {
            let path = file.path().to_string_lossy();
            hasher.update(path.as_bytes()).update(&[0]).update(blake3::hash(file.contents()).as_bytes());
        }
        folder.dirs().for_each(|inner| add(inner, hasher));
    }
    let mut hasher = blake3::Hasher::new();
    add(&DEFAULT, &mut hasher);
    *hasher.finalize().as_bytes()
}

/// Loads the theme of that name: the embedded one, with the site's own files laid over it.
///
/// # Errors
/// A [`Fault`] when a file of the site's theme cannot be read. What is wrong inside is a problem (`TEMA-RUSAK`).
pub fn load(disk: &dyn Disk, name: &str, problems: &mut Problems) -> Result<Option<Theme>, Fault> {
    let mut files = BTreeMap::new();
    collect(&DEFAULT, &mut files);
    let folder = format!("themes/{name}");
    for item in disk.list(&folder)? {
        if let Some(below) = item.path.strip_prefix(&format!("{folder}/")) {
            files.insert(below.to_owned(), disk.read(&item.path)?);
        }
    }
    let text =
        |path: &str| files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    let broken = |problems: &mut Problems, path: &str, span: Span, why: String| {
        let place = crate::diagnostic::Place::new(format!("{folder}/{path}"), span);
        problems.add(place, Finding::new(Code::TemaRusak).with("rincian", why));
    };
    let config: ThemeConfig = match serde_yaml::from_str(&text("theme.yaml")) {
        Ok(config) => config,
        Err(error) => {
            broken(problems, "theme.yaml", Span::WHOLE, error.to_string());
            return Ok(None);
        }
    };
    if config.api != API {
        broken(problems, "theme.yaml", Span::WHOLE, format!("api: {} (program ini memakai api: {API})", config.api));
        return Ok(None);
    }
    let strings = [Language::Id, Language::En].map(|language| {
        let path = format!("i18n/{}.yaml", language.code());
        read_strings(language, &text(&path), |why, span| broken(problems, &path, span, why))
    });
    let [id, en] = &strings;
    for key in id.keys().filter(|key| !en.has(key)).chain(en.keys().filter(|key| !id.has(key))) {
        broken(problems, "i18n", Span::WHOLE, format!("kunci “{key}” tidak ada di kedua bahasa"));
    }
    Ok(Some(Theme { config, files, strings }))
}

fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in dir.files() {
        files.insert(file.path().to_string_lossy().replace('\\', "/"), file.contents().to_vec());
    }
    dir.dirs().for_each(|inner| collect(inner, files));
}

/// Groups of strings; a string is a text or `{one, other}`.
fn read_strings(language: Language, text: &str, mut broken: impl FnMut(String, Span)) -> Strings {
    let mut problems = Problems::new();
    let document = parse::parse_table(&"i18n".into(), text.as_bytes(), &mut problems);
    for problem in problems.iter() {
        broken(problem.finding.argument("rincian").unwrap_or("YAML").to_owned(), problem.place.span);
    }
    let mut texts = BTreeMap::new();
    for group in &document.fields {
        let Value::Map(pairs) = &group.node.value else { continue };
        for pair in pairs {
            let scalar = |value: &Value| if let Value::Scalar { text, .. } = value { Some(text.clone()) } else { None };
            let text = match &pair.node.value {
                Value::Map(forms) => {
                    let form = |name: &str| {
                        forms.iter().find(|form| form.key == name).and_then(|form| scalar(&form.node.value))
                    };
                    form("other").map(|other| Text::Plural { one: form("one").unwrap_or_else(|| other.clone()), other })
                }
                value => scalar(value).map(Text::One),
            };
            match text {
                Some(text) => {
                    texts.insert(format!("{}.{}", group.key, pair.key), text);
                }
                None => broken(format!("“{}.{}” harus berupa teks", group.key, pair.key), pair.node.span),
            }
        }
    }
    Strings { language, texts }
}
