//! `new KIND NAME [--from FILE…]`: a draft of an entry to fill in, with its photos beside it.
//!
//! Fields stand in the order of the tables: required ones with a good value and a mark (`# ← ganti`), the others as
//! comments with what they are for. The draft passes `check` as it is, and is not published until its `status` goes.

use std::path::{Path, PathBuf};

use super::put::{self, NewFile};
use super::schema::example;
use crate::bahasa::nearest;
use crate::diagnostic::Problems;
use crate::disk::{Disk, Folder};
use crate::model::{Date, Kind, slug, slugify};
use crate::schema::{Field, FieldKind, Visibility, fields_of, tables};

/// Stands behind every value that somebody has to replace.
pub const MARK: &str = "# ← ganti";

/// A photo to be put beside the entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its name where it comes from, for messages.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is wished for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// Kind of entry.
    pub kind: Kind,
    /// Its name as people read it.
    pub name: String,
    /// Photos, the main one first.
    pub photos: Vec<Photo>,
    /// The day on which it is made.
    pub today: Date,
    /// It is for a sample site, whose entries are all marked as samples.
    pub sample: bool,
}

/// The kind that a word on the command line means: `produk`, also `product`.
///
/// # Errors
/// A sentence with all kinds, and the nearest if there is one.
pub fn kind(word: &str) -> Result<Kind, String> {
    let lower = word.trim().to_lowercase();
    let english = [
        ("product", Kind::Product),
        ("business", Kind::Business),
        ("cooperative", Kind::Cooperative),
        ("innovation", Kind::Innovation),
        ("programme", Kind::Programme),
        ("facility", Kind::Facility),
        ("partner", Kind::Partner),
        ("funding", Kind::Funding),
        ("event", Kind::Event),
        ("news", Kind::News),
        ("story", Kind::Story),
        ("collection", Kind::Collection),
        ("impact", Kind::Impact),
        ("page", Kind::Page),
    ];
    let named = english.iter().find(|(name, _)| *name == lower).map(|(_, kind)| *kind);
    Kind::from_folder(&lower).or(named).ok_or_else(|| {
        let folders: Vec<&str> = Kind::ALL.iter().map(|kind| kind.folder()).collect();
        let close = nearest(&lower, &folders).map(|close| format!(" Mungkin maksudnya “{close}”?")).unwrap_or_default();
        format!("“{word}” bukan jenis entri.{close} Pilihan: {}.", folders.join(", "))
    })
}

/// The files of the new entry: itself and its photos.
///
/// # Errors
/// A sentence when no address can be made of the name, or a photo is of a kind that cannot be used.
pub fn files(wish: &Wish) -> Result<Vec<NewFile>, String> {
    let slug = slug_of(wish)?;
    let folder = format!("content/{}/{slug}", wish.kind.folder());
    let photos = wish.photos.iter().enumerate().map(|(at, photo)| Ok((photo_name(photo, at + 1)?, photo)));
    let photos: Vec<(String, &Photo)> = photos.collect::<Result<_, String>>()?;
    let names: Vec<&str> = photos.iter().map(|(name, _)| name.as_str()).collect();
    let ending = if is_data(wish.kind) { "yaml" } else { "md" };
    let mut files = vec![NewFile::text(format!("{folder}/index.{ending}"), entry(wish, &names))];
    files.extend(photos.iter().map(|(name, photo)| NewFile::bytes(format!("{folder}/{name}"), photo.bytes.clone())));
    Ok(files)
}

fn slug_of(wish: &Wish) -> Result<String, String> {
    let slug = slugify(&wish.name);
    if slug.is_empty() {
        return Err(format!(
            "Dari nama “{}” tidak bisa dibuat alamat. Tulis nama dengan huruf atau angka.",
            wish.name.trim()
        ));
    }
    let taken = wish.kind != Kind::Page && slug::is_reserved(&slug);
    Ok(if taken { format!("{slug}-1") } else { slug })
}

/// Kinds that are mostly fields are written as `.yaml`, kinds that are mostly text as `.md`.
fn is_data(kind: Kind) -> bool {
    matches!(kind, Kind::Business | Kind::Cooperative | Kind::Impact)
}

fn photo_name(photo: &Photo, number: usize) -> Result<String, String> {
    let ending = photo.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let ending = match ending.as_str() {
        "jpeg" | "jpg" => "jpg",
        "png" => "png",
        "webp" => "webp",
        "heic" | "heif" => {
            return Err(format!(
                "{}: foto HEIC dari iPhone belum bisa dipakai. Buka di aplikasi Foto, lalu simpan atau kirim sebagai JPEG.",
                photo.name
            ));
        }
        _ => return Err(format!("{}: foto harus berkas JPEG, PNG, atau WebP.", photo.name)),
    };
    Ok(format!("foto-{number}.{ending}"))
}

/// The text of the entry.
fn entry(wish: &Wish, photos: &[&str]) -> String {
    let data = is_data(wish.kind);
    let mut out = String::new();
    if !data {
        out.push_str("---\n");
    }
    out.push_str(&format!(
        "# Rancangan. Ganti isi yang bertanda “←”, hapus tanda “#” di depan kolom yang ingin dipakai,\n\
         # lalu {}. Periksa dengan “etalase check”.\n",
        publishing(wish.kind)
    ));
    let fields = fields_of(wish.kind);
    let later = |field: &Field| {
        matches!(field.name, "deskripsi" | "en" | "contoh" | "terbit_pada" | "diperbarui" | "alamat_lama")
    };
    let context = Context { wish, photos };
    fields.iter().filter(|field| !later(field)).for_each(|field| context.field(field, &mut out));
    fields
        .iter()
        .filter(|field| later(field) && field.name != "deskripsi")
        .for_each(|field| context.field(field, &mut out));
    if data {
        out.push_str(&format!("deskripsi: |\n  Tulis di sini.  {MARK}\n").replace(&format!("  {MARK}"), ""));
    } else {
        out.push_str("---\n\nTulis isinya di sini.\n");
    }
    out
}

/// How the draft becomes an entry.
fn publishing(kind: Kind) -> &'static str {
    match kind {
        Kind::Innovation => "ganti “status: draf” dengan ide, uji, pakai, atau berhenti supaya terbit",
        _ => "hapus baris “status: draf” supaya terbit",
    }
}

struct Context<'a> {
    wish: &'a Wish,
    photos: &'a [&'a str],
}

impl Context<'_> {
    /// One field: its explanation, and its line or lines.
    fn field(&self, field: &Field, out: &mut String) {
        match field.name {
            "nama" | "judul" => out.push_str(&format!("{}: {}\n", field.name, quoted(self.wish.name.trim()))),
            "status" => {
                explain(field, out);
                out.push_str("status: draf\n");
            }
            "foto" if !self.photos.is_empty() => self.photos(field, out),
            "ringkas" => {
                explain(field, out);
                out.push_str("# ringkas: Satu kalimat yang menjelaskan ini kepada orang yang belum mengenalnya.\n");
            }
            // One of the two makers must be named; the draft names the commoner.
            "umkm" if self.wish.kind == Kind::Product => {
                out.push_str("# UMKM pembuat: nama folder di content/umkm. Kalau pembuatnya koperasi, ganti “umkm” dengan “koperasi”.\n");
                out.push_str(&format!("umkm: nama-umkm  {MARK}\n"));
            }
            "koperasi" if self.wish.kind == Kind::Product => {}
            "tautan_resmi" => self.live(field, out),
            "persetujuan" => consent(field, out),
            "en" => english(out),
            "contoh" if self.wish.sample => {
                explain(field, out);
                out.push_str("contoh: ya\n");
            }
            "terbit_pada" => out.push_str(&format!("terbit_pada: {}\n", self.wish.today)),
            "tempat" if self.wish.kind == Kind::Event => self.live(field, out),
            _ if field.required => self.live(field, out),
            _ => self.commented(field, out),
        }
    }

    /// A field that must be filled in, with a value that can be read.
    fn live(&self, field: &Field, out: &mut String) {
        explain(field, out);
        let sample = self.sample(field);
        for (at, line) in self.lines(field, &sample).iter().enumerate() {
            let mark = if at == 0 { format!("  {MARK}") } else { String::new() };
            out.push_str(&format!("{line}{mark}\n"));
        }
    }

    fn commented(&self, field: &Field, out: &mut String) {
        explain(field, out);
        for line in self.lines(field, &self.sample(field)) {
            out.push_str(&format!("# {line}\n"));
        }
    }

    /// A good value; dates are of these days.
    fn sample(&self, field: &Field) -> String {
        let today = self.wish.today;
        match field.kind {
            FieldKind::Date if field.name.ends_with("sampai") => today.plus_months(12).to_string(),
            FieldKind::Date => today.to_string(),
            FieldKind::Month => today.year_month().to_string(),
            FieldKind::Moment => {
                let shown = example::text(field);
                let time = shown.split_once('T').map_or("09:00", |(_, time)| time);
                format!("{}T{time}", today.plus_days(14))
            }
            _ => example::text(field),
        }
    }

    /// `name: value` on one line, or a record on several.
    fn lines(&self, field: &Field, sample: &str) -> Vec<String> {
        match field.kind {
            FieldKind::Prose => vec![format!("{}: |", field.name), format!("  {sample}")],
            FieldKind::Record(table) if field.example.is_empty() => {
                let inner = table.iter().filter(|inner| keep(table, inner));
                let inner = inner.map(|inner| format!("  {}: {}", inner.name, self.sample(inner)));
                std::iter::once(format!("{}:", field.name)).chain(inner).collect()
            }
            _ => vec![format!("{}: {sample}", field.name)],
        }
    }

    fn photos(&self, field: &Field, out: &mut String) {
        explain(field, out);
        out.push_str("foto:\n");
        for photo in self.photos {
            out.push_str(&format!("  - berkas: {photo}\n    alt: Apa yang terlihat di foto ini  {MARK}\n"));
        }
    }
}

/// What a field is for, as a comment. Fields whose name says it all have none.
fn explain(field: &Field, out: &mut String) {
    let mut text = field.title.to_owned();
    if let Some(choices) = field.choices()
        && choices.len() <= 12
    {
        let words: Vec<&str> = choices.iter().map(|choice| choice.value).collect();
        text.push_str(&format!(": {}", words.join(", ")));
    }
    text.push('.');
    if !field.help.is_empty() {
        text.push_str(&format!(" {}", field.help));
    }
    match field.visibility {
        Visibility::Consent(scope) | Visibility::Coarse(scope) => {
            text.push_str(&format!(" Perlu izin pemilik ({}).", scope.word()));
        }
        Visibility::Private => text.push_str(" Tidak terbit."),
        Visibility::Public => {}
    }
    out.push_str(&format!("# {text}\n"));
}

/// Of a record that must be there, what must be in it; of any other, all of it but records in records.
fn keep(table: &[Field], field: &Field) -> bool {
    let any_required = table.iter().any(|field| field.required);
    let simple = !matches!(field.kind, FieldKind::Record(_));
    // A platform that no longer sells is still read, but nobody should start there.
    let closed = crate::model::LinkKind::shop(field.name).is_some_and(crate::model::LinkKind::is_closed);
    if any_required { field.required } else { simple && !closed }
}

/// The consent stays a comment until the form is signed: without it the entry cannot be published, which is right.
fn consent(field: &Field, out: &mut String) {
    out.push_str(&format!("# {}. Isi setelah formulir ditandatangani; tanpa ini entri tidak terbit.\n", field.title));
    let scopes = tables::common::CONSENT.iter().find(|inner| inner.name == "lingkup").and_then(Field::choices);
    let words: Vec<&str> = scopes.unwrap_or_default().iter().map(|choice| choice.value).collect();
    out.push_str(&format!("# Isi “lingkup” hanya dengan yang dicentang pemilik: {}.\n", words.join(", ")));
    out.push_str("# persetujuan:\n");
    for inner in tables::common::CONSENT.iter().filter(|inner| inner.required || inner.name == "lingkup") {
        out.push_str(&format!("#   {}: {}\n", inner.name, example::text(inner)));
    }
}

fn english(out: &mut String) {
    out.push_str(
        "# Bahasa Inggris: kolom teks yang sama dengan di atas.\n# en:\n#   ringkas: One sentence in English.\n",
    );
}

/// A name as YAML reads it back: in quotes where its signs would mean something else.
fn quoted(text: &str) -> String {
    let plain = |text: &str| {
        let first = text.chars().next().is_some_and(char::is_alphabetic);
        first && !text.contains(": ") && !text.contains(" #") && !text.ends_with(':') && !reads_as_other(text)
    };
    if plain(text) { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

fn reads_as_other(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "null" | "true" | "false" | "ya" | "tidak" | "yes" | "no" | "on" | "off")
}

/// Makes the entry below `root` and copies the photos. Returns what to tell.
///
/// # Errors
/// A sentence in Indonesian: an unknown kind, a photo that cannot be read or used, a file in the way.
pub fn run(root: &Path, kind_word: &str, name: &str, from: &[PathBuf], today: Date) -> Result<String, String> {
    let kind = kind(kind_word)?;
    let photos = from.iter().map(|path| read_photo(path)).collect::<Result<_, String>>()?;
    let wish = Wish { kind, name: name.to_owned(), photos, today, sample: is_sample(root, today) };
    let files = files(&wish)?;
    put::all_new(root, &files)?;
    Ok(next_steps(&wish, &files))
}

/// What was made and what to do now.
fn next_steps(wish: &Wish, files: &[NewFile]) -> String {
    let mut told = String::from("Dibuat:\n");
    for file in files {
        told.push_str(&format!("  {}\n", file.path));
    }
    let path = files.first().map_or("", |file| file.path.as_str());
    let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
    told.push_str("\nLangkah berikutnya:\n");
    let mut steps = vec![format!("Buka {path}, lalu ganti isi yang bertanda “←”.")];
    if wish.photos.is_empty() && wish.kind == Kind::Product {
        steps.push(format!("Taruh foto di {folder}/ dengan nama foto-1.jpg, foto-2.jpg, lalu isi kolom “foto”."));
    }
    if matches!(wish.kind, Kind::Business | Kind::Cooperative | Kind::Mentor) {
        steps.push("Minta pemilik menandatangani formulir persetujuan, lalu isi “persetujuan”.".to_owned());
    }
    steps.push(format!("Periksa: etalase check {folder}"));
    let publish = publishing(wish.kind);
    let mut letters = publish.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    steps.push(format!("{capital}."));
    for (at, step) in steps.iter().enumerate() {
        told.push_str(&format!("  {}. {step}\n", at + 1));
    }
    told
}

/// Does the site say that all of it is a sample? A site that cannot be read says nothing; `check` speaks of that.
fn is_sample(root: &Path, today: Date) -> bool {
    let file = "content/situs.yaml";
    let bytes = Folder::new(root).read(file).unwrap_or_default();
    let mut problems = Problems::new();
    let document = crate::parse::parse(&file.into(), &bytes, &mut problems);
    crate::validate::site::read(&document, today, &mut problems).0.sample
}

#[expect(clippy::disallowed_methods, reason = "photos come from anywhere, not from the site's sources")]
fn read_photo(path: &Path) -> Result<Photo, String> {
    let bytes = std::fs::read(path).map_err(|cause| format!("{} tidak bisa dibaca: {cause}", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Photo { name, bytes })
}
