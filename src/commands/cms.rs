//! `cms`: a browser editor for the content, derived from the field tables.
//!
//! Two files, `admin/config.yml` and `admin/index.html`, for Sveltia CMS (its configuration is that of Decap CMS, which
//! reads the same file). The editor itself is not part of this program: the owner puts a chosen version beside them,
//! as `admin/BACA.md` says. It runs in the browser and writes to the repository; there is no server of ours.

mod widget;
mod yaml;

use std::path::Path;

use super::put::{self, NewFile};
use super::schema::Vocabulary;
use super::sheet::column::file_order;
use crate::model::Kind;
use crate::schema::{english_fields_of, fields_of, tables};
use widget::{Form, name_field};
use yaml::Yaml;

/// The repository that the editor writes to, and the script it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// `github` or `gitlab`.
    pub service: String,
    /// `pemilik/nama`.
    pub repository: String,
    /// The branch that is published.
    pub branch: String,
    /// Where the page finds the editor: a file beside it, or an address.
    pub script: String,
}

impl Default for Wish {
    fn default() -> Wish {
        Wish {
            service: "github".to_owned(),
            repository: "pemilik/nama-repositori".to_owned(),
            branch: "main".to_owned(),
            script: "sveltia-cms.js".to_owned(),
        }
    }
}

/// What a kind is called in the list of collections: many, one.
const fn labels(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Business => ("UMKM", "UMKM"),
        Kind::Cooperative => ("Koperasi", "Koperasi"),
        Kind::Product => ("Produk", "Produk"),
        Kind::Innovation => ("Inovasi", "Inovasi"),
        Kind::Programme => ("Program", "Program"),
        Kind::Facility => ("Fasilitas", "Fasilitas"),
        Kind::WorkingGroup => ("Kelompok kerja", "Kelompok kerja"),
        Kind::Partner => ("Mitra", "Mitra"),
        Kind::Mentor => ("Mentor", "Mentor"),
        Kind::Funding => ("Pembiayaan", "Skema pembiayaan"),
        Kind::Event => ("Agenda", "Acara"),
        Kind::News => ("Kabar", "Kabar"),
        Kind::Story => ("Cerita", "Cerita"),
        Kind::Collection => ("Koleksi", "Koleksi"),
        Kind::Impact => ("Dampak", "Angka dampak"),
        Kind::Page => ("Halaman", "Halaman"),
    }
}

/// Kinds that are mostly fields, written as `.yaml` with the text in `deskripsi`.
const fn is_data(kind: Kind) -> bool {
    matches!(kind, Kind::Business | Kind::Cooperative | Kind::Impact)
}

/// `admin/config.yml`.
pub fn config(wish: &Wish, words: &Vocabulary) -> String {
    let form = Form { words, optional: false };
    let mut collections: Vec<Yaml> = Kind::ALL.into_iter().map(|kind| collection(&form, kind)).collect();
    collections.push(settings(&form));
    let config = Yaml::Map(vec![
        (
            "backend",
            Yaml::Map(vec![
                ("name", Yaml::text(&*wish.service)),
                ("repo", Yaml::text(&*wish.repository)),
                ("branch", Yaml::text(&*wish.branch)),
            ]),
        ),
        // Decap uses it only on this very machine, with its own small server: for trying it out.
        ("local_backend", Yaml::Flag(true)),
        ("media_folder", Yaml::text("content/foto")),
        ("public_folder", Yaml::text("/foto")),
        (
            "slug",
            Yaml::Map(vec![
                ("encoding", Yaml::text("ascii")),
                ("clean_accents", Yaml::Flag(true)),
                ("maxlength", Yaml::Whole(60)),
            ]),
        ),
        // An empty field in a file is a mistake; a field that is not there is none.
        (
            "output",
            Yaml::Map(vec![
                ("omit_empty_optional_fields", Yaml::Flag(true)),
                ("yaml", Yaml::Map(vec![("indent_size", Yaml::Whole(2))])),
            ]),
        ),
        ("collections", Yaml::List(collections)),
    ]);
    format!(
        "# Dibuat oleh “etalase cms” dari daftar kolom. Jangan disunting: jalankan lagi setelah kategori, satuan, atau wilayah berubah.\n{}",
        config.document()
    )
}

/// One folder of entries, each in a folder of its own with its photos beside it.
fn collection(form: &Form<'_>, kind: Kind) -> Yaml {
    let (many, one) = labels(kind);
    let name = name_field(kind);
    // Free pages have no photos as a rule and stand side by side.
    let path = if kind == Kind::Page { "{{slug}}" } else { "{{slug}}/index" };
    let (extension, format) = if is_data(kind) { ("yaml", "yaml") } else { ("md", "yaml-frontmatter") };
    Yaml::Map(vec![
        ("name", Yaml::text(kind.folder())),
        ("label", Yaml::text(many)),
        ("label_singular", Yaml::text(one)),
        ("folder", Yaml::Text(format!("content/{}", kind.folder()))),
        ("path", Yaml::text(path)),
        ("slug", Yaml::Text(format!("{{{{{name}}}}}"))),
        ("identifier_field", Yaml::text(name)),
        ("summary", Yaml::Text(format!("{{{{{name}}}}}"))),
        ("extension", Yaml::text(extension)),
        ("format", Yaml::text(format)),
        ("create", Yaml::Flag(true)),
        ("media_folder", Yaml::text("")),
        ("public_folder", Yaml::text("")),
        ("fields", Yaml::List(inputs(form, kind))),
    ])
}

/// The inputs of a kind, in the order in which a file is best written: the editor writes it so. The body of a `.md` file
/// is called `body` by the editor.
fn inputs(form: &Form<'_>, kind: Kind) -> Vec<Yaml> {
    let mut inputs = Vec::new();
    let mut last = Vec::new();
    let order = file_order(kind);
    let mut fields = fields_of(kind);
    fields.sort_by_key(|field| order.iter().position(|name| *name == field.name));
    for field in fields {
        match field.name {
            "en" => last.push(Yaml::Map(vec![
                ("name", Yaml::text("en")),
                ("label", Yaml::text("Bahasa Inggris")),
                ("widget", Yaml::text("object")),
                ("collapsed", Yaml::Flag(true)),
                ("required", Yaml::Flag(false)),
                ("fields", Yaml::List(Form { optional: true, ..*form }.fields(&english_fields_of(kind)))),
            ])),
            "deskripsi" if !is_data(kind) => inputs.push(form.field(field, "body", false)),
            _ => inputs.push(form.field(field, field.name, false)),
        }
    }
    inputs.append(&mut last);
    inputs
}

/// `content/situs.yaml` as a file of its own.
fn settings(form: &Form<'_>) -> Yaml {
    let file = Yaml::Map(vec![
        ("name", Yaml::text("situs")),
        ("label", Yaml::text("Situs")),
        ("file", Yaml::text("content/situs.yaml")),
        ("fields", Yaml::List(form.fields(&tables::data::SITE.iter().collect::<Vec<_>>()))),
    ]);
    Yaml::Map(vec![
        ("name", Yaml::text("pengaturan")),
        ("label", Yaml::text("Pengaturan")),
        ("files", Yaml::List(vec![file])),
    ])
}

/// `admin/index.html`.
pub fn page(script: &str) -> String {
    let script = script.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>Isi etalase</title>\n<link href=\"config.yml\" type=\"text/yaml\" rel=\"cms-config-url\">\n</head>\n<body>\n\
         <noscript>Penyunting ini memerlukan JavaScript. Berkasnya tetap bisa disunting langsung di repositori.</noscript>\n\
         <script src=\"{script}\"></script>\n<script src=\"pratinjau.js\"></script>\n</body>\n</html>\n"
    )
}

const GUIDE: &str = include_str!("cms/BACA.md");
const PREVIEW: &str = include_str!("cms/pratinjau.js");

/// `admin/pratinjau.js`: how an entry looks, for the pane beside its form.
pub fn preview() -> String {
    let kinds: Vec<String> = Kind::ALL.iter().map(|kind| format!("\"{}\"", kind.folder())).collect();
    PREVIEW.replace("of KINDS)", &format!("of [{}])", kinds.join(", ")))
}

/// The files of the editor's folder.
pub fn files(wish: &Wish, words: &Vocabulary) -> Vec<NewFile> {
    vec![
        NewFile::text("admin/config.yml", config(wish, words)),
        NewFile::text("admin/index.html", page(&wish.script)),
        NewFile::text("admin/pratinjau.js", preview()),
        NewFile::text("admin/BACA.md", GUIDE),
    ]
}

/// Writes the editor's files below `root`: configuration and preview anew, the others where they are missing. Returns what to
/// tell.
///
/// # Errors
/// A message with the path that could not be written.
pub fn run(root: &Path, wish: &Wish, words: &Vocabulary) -> Result<String, String> {
    let mut told = String::new();
    for file in files(wish, words) {
        let ours = ["admin/config.yml", "admin/pratinjau.js"].contains(&file.path.as_str());
        let kept = !ours && put::exists(root, &file.path);
        if !kept {
            put::replace(root, &file)?;
            told.push_str(&format!("{} ditulis.\n", file.path));
        }
    }
    let local = !wish.script.contains("://");
    if local && !put::exists(root, &format!("admin/{}", wish.script)) {
        told.push_str(&format!("Belum ada admin/{}; cara mengambilnya ada di admin/BACA.md.\n", wish.script));
    }
    if wish.repository == Wish::default().repository {
        told.push_str("Isi “repo” di admin/config.yml dengan nama repositori Anda, atau jalankan lagi dengan --repo pemilik/nama.\n");
    }
    Ok(told)
}
