//! `schema`: JSON Schemas of everything that staff write, derived from the field tables, and the settings by which
//! editors use them.
//!
//! The schemas stand in `content/.schema/`, one per folder, one for `situs.yaml` and one per table of `data/`. They are
//! made from the same tables as the readers and say the same, in Indonesian; `tests/it/schema.rs` holds the two together.
//! The front matter of `.md` files is YAML too, but the editors' YAML support only sees `.yaml` files; there `check`
//! (or `serve`) is the one that speaks.

pub(in crate::commands) mod example;
pub(in crate::commands) mod pattern;
mod rule;
mod shape;
mod vocabulary;

use serde_json::{Value, json};

pub use example::json as json_of_node;
pub(in crate::commands) use shape::bounds;
pub use vocabulary::{District, Village, Vocabulary};

use super::put::{self, NewFile};
use crate::model::Kind;
use crate::schema::{Field, english_fields_of, fields_of, tables};
use shape::{Shaper, add};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Where the schemas of a site stand, below its root.
pub const FOLDER: &str = "content/.schema";

/// Something that staff write and that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An entry of a kind.
    Entry(Kind),
    /// The English half of an entry in a file of its own.
    English(Kind),
    /// `content/situs.yaml`.
    Site,
    /// `content/data/kategori.yaml`.
    Categories,
    /// `content/data/wilayah.yaml`.
    Places,
    /// `content/data/satuan.yaml`.
    Units,
    /// `content/data/sinonim.yaml`.
    Synonyms,
    /// `content/data/kata_terlindung.yaml`.
    ProtectedWords,
}

impl Subject {
    /// All that get a file of their own: entries of every kind, the settings, the tables.
    pub fn all() -> Vec<Subject> {
        let rest = [
            Subject::Site,
            Subject::Categories,
            Subject::Places,
            Subject::Units,
            Subject::Synonyms,
            Subject::ProtectedWords,
        ];
        Kind::ALL.into_iter().map(Subject::Entry).chain(rest).collect()
    }

    /// Its name on the command line and as a file: `produk`, `situs`, `kategori`.
    pub fn name(self) -> String {
        match self {
            Subject::Entry(kind) => kind.folder().to_owned(),
            Subject::English(kind) => format!("{}.en", kind.folder()),
            Subject::Site => "situs".to_owned(),
            Subject::Categories => "kategori".to_owned(),
            Subject::Places => "wilayah".to_owned(),
            Subject::Units => "satuan".to_owned(),
            Subject::Synonyms => "sinonim".to_owned(),
            Subject::ProtectedWords => "kata_terlindung".to_owned(),
        }
    }

    /// The subject with this name.
    pub fn parse(name: &str) -> Option<Subject> {
        let english = Kind::ALL.into_iter().map(Subject::English);
        Subject::all().into_iter().chain(english).find(|subject| subject.name() == name.trim().to_lowercase())
    }

    /// The files it is for, as a pattern that editors match.
    pub fn files(self) -> Vec<String> {
        match self {
            Subject::Entry(kind) => {
                let folder = kind.folder();
                vec![format!("content/{folder}/*.yaml"), format!("content/{folder}/*/index.yaml")]
            }
            Subject::English(kind) => {
                let folder = kind.folder();
                vec![format!("content/{folder}/*.en.yaml"), format!("content/{folder}/*/index.en.yaml")]
            }
            Subject::Site => vec!["content/situs.yaml".to_owned()],
            table => vec![format!("content/data/{}.yaml", table.name())],
        }
    }
}

/// The JSON Schema (draft 2020-12) of an entry, without the words of any one site.
pub fn json_schema(kind: Kind) -> Value {
    of(Subject::Entry(kind), &Vocabulary::default())
}

/// The JSON Schema of anything that staff write. With a vocabulary it knows the site's categories, units, places and
/// entries.
pub fn of(subject: Subject, words: &Vocabulary) -> Value {
    let shaper = Shaper { words };
    let mut schema = match subject {
        Subject::Entry(kind) => entry(&shaper, kind),
        Subject::English(kind) => shaper.record(&english_fields_of(kind)),
        Subject::Site => whole(&shaper, tables::data::SITE),
        Subject::Categories => rows(&shaper, tables::data::CATEGORY),
        Subject::Places => rows(&shaper, tables::data::DISTRICT),
        Subject::Units => rows(&shaper, tables::data::UNIT),
        Subject::Synonyms => json!({"type": "object", "additionalProperties": word_list()}),
        Subject::ProtectedWords => word_list(),
    };
    let definitions = shaper.definitions(&schema);
    if !definitions.is_empty() {
        add(&mut schema, "$defs", Value::Object(definitions));
    }
    add(&mut schema, "$schema", json!(DIALECT));
    add(&mut schema, "title", json!(title(subject)));
    schema
}

fn title(subject: Subject) -> String {
    match subject {
        Subject::Entry(kind) => format!("Entri {}", kind.folder()),
        Subject::English(kind) => format!("Entri {} dalam bahasa Inggris", kind.folder()),
        Subject::Site => "Pengaturan situs".to_owned(),
        Subject::Categories => "Kategori".to_owned(),
        Subject::Places => "Wilayah".to_owned(),
        Subject::Units => "Satuan".to_owned(),
        Subject::Synonyms => "Sinonim pencarian".to_owned(),
        Subject::ProtectedWords => "Kata yang tidak dipotong pencarian".to_owned(),
    }
}

fn entry(shaper: &Shaper<'_>, kind: Kind) -> Value {
    let fields = fields_of(kind);
    let mut schema = shaper.record(&fields);
    // The English half holds the texts of this kind, which its row in the common table cannot know.
    let mut english = shaper.record(&english_fields_of(kind));
    add(&mut english, "title", json!("Bahasa Inggris"));
    add(
        &mut english,
        "description",
        json!("Teks yang sama dalam bahasa Inggris. Bisa juga ditulis di berkas index.en.md."),
    );
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("en".to_owned(), english);
    }
    add(&mut schema, "allOf", Value::Array(rule::of(kind, &fields)));
    schema
}

/// A record that must be complete.
fn whole(shaper: &Shaper<'_>, table: &'static [Field]) -> Value {
    let mut record = shaper.record(&table.iter().collect::<Vec<_>>());
    add(&mut record, "allOf", json!([rule::required(table.iter())]));
    record
}

fn rows(shaper: &Shaper<'_>, table: &'static [Field]) -> Value {
    json!({"type": "array", "items": whole(shaper, table)})
}

fn word_list() -> Value {
    json!({"type": "array", "items": {"type": ["string", "number", "boolean"], "pattern": pattern::FILLED}})
}

/// The text of the schema with this name (`produk`, `produk.en`, `situs`, `kategori`, …).
///
/// # Errors
/// A sentence with all names, and the nearest if there is one.
pub fn show(name: &str, words: &Vocabulary) -> Result<String, String> {
    let Some(subject) = Subject::parse(name) else {
        let names: Vec<String> = Subject::all().into_iter().map(Subject::name).collect();
        let close = crate::bahasa::nearest(name, names.iter()).map(|close| format!(" Mungkin maksudnya “{close}”?"));
        return Err(format!("Tidak ada skema “{name}”.{} Pilihan: {}.", close.unwrap_or_default(), names.join(", ")));
    };
    Ok(text(&of(subject, words)))
}

/// A schema as it is written: two spaces for each level, a line break at the end.
pub fn text(schema: &Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}

/// Schemas of a site, ready to be laid into its folder.
pub fn files(words: &Vocabulary) -> Vec<NewFile> {
    let file = |subject: Subject| NewFile::text(format!("{FOLDER}/{}.json", subject.name()), text(&of(subject, words)));
    Subject::all().into_iter().map(file).collect()
}

/// `.vscode/settings.json`: which schema goes with which files, and the usual comforts.
pub fn editor_settings() -> String {
    let schemas: serde_json::Map<String, Value> = Subject::all()
        .into_iter()
        .map(|subject| (format!("./{FOLDER}/{}.json", subject.name()), json!(subject.files())))
        .collect();
    let settings = json!({
        "yaml.schemas": schemas,
        "yaml.format.enable": false,
        "yaml.schemaStore.enable": false,
        "editor.wordWrap": "on",
        "files.insertFinalNewline": true,
        "files.trimTrailingWhitespace": true,
        "[yaml]": {"editor.insertSpaces": true, "editor.tabSize": 2},
        "[markdown]": {"files.trimTrailingWhitespace": false}
    });
    text(&settings)
}

/// The editor's files: settings, and the extension that reads them.
pub fn editor_files() -> Vec<NewFile> {
    let extensions = json!({"recommendations": ["redhat.vscode-yaml"]});
    vec![
        NewFile::text(".vscode/settings.json", editor_settings()),
        NewFile::text(".vscode/extensions.json", text(&extensions)),
    ]
}

/// Writes all schemas below `root` (old ones are replaced) and the editor's settings where there are none yet. Returns
/// what to tell.
///
/// # Errors
/// A sentence with the path that could not be written.
pub fn run(root: &std::path::Path, words: &Vocabulary) -> Result<String, String> {
    let files = files(words);
    for file in &files {
        put::replace(root, file)?;
    }
    let mut told = format!("{} skema ditulis ke {FOLDER}/.\n", files.len());
    let (there, missing): (Vec<_>, Vec<_>) = editor_files().into_iter().partition(|file| put::exists(root, &file.path));
    put::all_new(root, &missing)?;
    for file in &missing {
        told.push_str(&format!("{} ditulis.\n", file.path));
    }
    if there.iter().any(|file| file.path == ".vscode/settings.json") {
        told.push_str(".vscode/settings.json sudah ada dan tidak diubah. Pastikan isinya memuat bagian ini:\n\n");
        told.push_str(&editor_settings());
    }
    told.push_str(
        "Visual Studio Code dengan ekstensi YAML (redhat.vscode-yaml) kini memberi saran dan menandai kesalahan di berkas\n\
         .yaml. Bagian atas berkas .md tidak dibaca ekstensi itu; untuk itu jalankan “etalase check” atau “etalase serve”.\n",
    );
    Ok(told)
}
