//! `init DIR`: a new, empty site that builds and passes `check`, with what its staff and its host need around it.

use std::path::Path;

use include_dir::{Dir, File, include_dir};

use super::put::{self, NewFile};
use super::schema::{self, Vocabulary};
use crate::bahasa::nearest;
use crate::disk::Memory;
use crate::model::Date;

/// Texts that are laid out as they are: `site/` for every site, `sample/` for `--contoh`, one folder for each host.
static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/init");

/// The tables that every site starts with, those of the sample site.
const TABLES: [(&str, &str); 5] = [
    ("kategori", include_str!("../../content/data/kategori.yaml")),
    ("satuan", include_str!("../../content/data/satuan.yaml")),
    ("wilayah", include_str!("../../content/data/wilayah.yaml")),
    ("sinonim", include_str!("../../content/data/sinonim.yaml")),
    ("kata_terlindung", include_str!("../../content/data/kata_terlindung.yaml")),
];

/// Pages of the sample site that are true of any site.
const PAGES: [(&str, &str); 5] = [
    ("cara-daftar", include_str!("../../content/halaman/cara-daftar.md")),
    ("cara-belanja", include_str!("../../content/halaman/cara-belanja.md")),
    ("privasi", include_str!("../../content/halaman/privasi.md")),
    ("aksesibilitas", include_str!("../../content/halaman/aksesibilitas.md")),
    ("data", include_str!("../../content/halaman/data.md")),
];

/// Files of GitHub that also serve a site which GitHub builds for another host.
const SHARED: [&str; 2] = [".github/actions/etalase/action.yml", ".github/workflows/periksa.yml"];

/// Where the site will be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named for the service")]
pub enum Host {
    Github,
    Gitlab,
    Netlify,
    Cloudflare,
    Cpanel,
}

impl Host {
    /// All, in the order in which they are offered.
    pub const ALL: [Host; 5] = [Host::Github, Host::Gitlab, Host::Netlify, Host::Cloudflare, Host::Cpanel];

    /// Its word on the command line, and its folder among the texts.
    pub const fn word(self) -> &'static str {
        match self {
            Host::Github => "github",
            Host::Gitlab => "gitlab",
            Host::Netlify => "netlify",
            Host::Cloudflare => "cloudflare",
            Host::Cpanel => "cpanel",
        }
    }

    /// The host with this word.
    ///
    /// # Errors
    /// A sentence with all of them, and the nearest if there is one.
    pub fn parse(word: &str) -> Result<Host, String> {
        let lower = word.trim().to_lowercase();
        Host::ALL.into_iter().find(|host| host.word() == lower).ok_or_else(|| {
            let words = Host::ALL.map(Host::word);
            let close =
                nearest(&lower, &words).map(|close| format!(" Mungkin maksudnya “{close}”?")).unwrap_or_default();
            format!("“{word}” bukan inang yang dikenal.{close} Pilihan: {}.", words.join(", "))
        })
    }
}

/// What is wished for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// The host whose workflow is to be laid out.
    pub host: Option<Host>,
    /// A hook that checks what is about to be committed.
    pub hook: bool,
    /// A few sample entries.
    pub sample: bool,
    /// The day on which the site is made.
    pub today: Date,
}

/// Every file of the new site.
pub fn files(wish: &Wish) -> Vec<NewFile> {
    let mut files = vec![
        NewFile::text("content/situs.yaml", settings(wish.sample)),
        NewFile::text("content/halaman/tentang.md", dated(text("site/tentang.md"), wish.today)),
        NewFile::text("README.md", text("site/README.md")),
        NewFile::text("CONTRIBUTING.md", text("site/CONTRIBUTING.md")),
        NewFile::text(".gitignore", text("site/gitignore")),
        NewFile::text(".gitattributes", text("site/gitattributes")),
    ];
    files.extend(TABLES.map(|(name, text)| NewFile::text(format!("content/data/{name}.yaml"), text)));
    files.extend(PAGES.map(|(name, text)| NewFile::text(format!("content/halaman/{name}.md"), page(text, wish.today))));
    files.extend(schema::files(&vocabulary(wish.today)));
    files.extend(schema::editor_files());
    if wish.sample {
        files.extend(below("sample").into_iter().map(|(path, bytes)| NewFile::bytes(format!("content/{path}"), bytes)));
    }
    if wish.hook {
        files.push(NewFile::program(".githooks/pre-commit", text("site/pre-commit")));
    }
    if let Some(host) = wish.host {
        let shared = below(Host::Github.word()).into_iter().filter(|(path, _)| SHARED.contains(&path.as_str()));
        let shared = shared.filter(|_| host == Host::Cloudflare);
        files.extend(
            below(host.word())
                .into_iter()
                .chain(shared)
                .map(|(path, bytes)| NewFile { executable: bytes.starts_with(b"#!"), ..NewFile::bytes(path, bytes) }),
        );
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// An embedded text; a test holds that each is there.
fn text(path: &str) -> &'static str {
    TEXTS.get_file(path).and_then(File::contents_utf8).unwrap_or_default()
}

/// All files below a folder of the embedded texts, their paths below it.
fn below(folder: &str) -> Vec<(String, Vec<u8>)> {
    fn collect(dir: &Dir<'_>, prefix: &str, found: &mut Vec<(String, Vec<u8>)>) {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            if let Some(path) = path.strip_prefix(prefix) {
                found.push((path.to_owned(), file.contents().to_vec()));
            }
        }
        dir.dirs().for_each(|dir| collect(dir, prefix, found));
    }
    let mut found = Vec::new();
    if let Some(dir) = TEXTS.get_dir(folder) {
        collect(dir, &format!("{folder}/"), &mut found);
    }
    found
}

fn settings(sample: bool) -> String {
    let mut settings = text("site/situs.yaml").to_owned();
    if sample {
        settings.push_str("# Situs contoh: pita di tiap halaman, tombol kontak mati, tidak masuk mesin pencari. Hapus bersama entri contohnya.\ncontoh: ya\n");
    }
    settings
}

/// A page of the sample site as the page of a new one: not a sample, of today, and to be read by somebody first.
fn page(text: &str, today: Date) -> String {
    let old = ["contoh:", "terbit_pada:", "diperbarui:", "diperiksa_pada:", "diperiksa_oleh:"];
    let kept: Vec<&str> = text.lines().filter(|line| !old.iter().any(|start| line.starts_with(start))).collect();
    dated(&without_sample_section(&kept.join("\n")), today)
}

/// The section that speaks of the sample site goes, up to the next heading.
fn without_sample_section(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut skipping = false;
    for line in text.lines() {
        if line.starts_with("## ") {
            skipping = line.to_lowercase().contains("situs contoh");
        }
        if !skipping {
            kept.push(line);
        }
    }
    format!("{}\n", kept.join("\n").trim_end())
}

fn dated(text: &str, today: Date) -> String {
    let head = format!("---\n# Halaman awal. Baca dan sesuaikan dengan kantor Anda.\nterbit_pada: {today}\n");
    text.replacen("---\n", &head, 1)
}

/// The words of the tables that the site starts with.
fn vocabulary(today: Date) -> Vocabulary {
    let mut disk = Memory::new();
    TABLES.iter().for_each(|(name, text)| disk.put(&format!("content/data/{name}.yaml"), *text));
    Vocabulary::read(&disk, today).unwrap_or_default()
}

/// Makes the site in `folder`. Returns what to tell.
///
/// # Errors
/// A message in Indonesian that names every file in the way (then nothing is written), or what could not be written.
pub fn run(folder: &Path, wish: &Wish) -> Result<String, String> {
    let files = files(wish);
    put::all_new(folder, &files)?;
    Ok(next_steps(folder, wish, files.len()))
}

fn next_steps(folder: &Path, wish: &Wish, count: usize) -> String {
    let mut steps = vec![
        format!("Masuk ke folder {}, lalu buka content/situs.yaml dan ganti isi yang bertanda “←”.", folder.display()),
        "Baca halaman awal di content/halaman/ dan sesuaikan dengan kantor Anda.".to_owned(),
        "Lihat hasilnya selagi mengisi: etalase serve".to_owned(),
        "Buat entri pertama: etalase new umkm \"Nama Usaha\", lalu etalase new produk \"Nama Produk\"".to_owned(),
    ];
    if wish.hook {
        steps.push("Pasang pemeriksa sebelum tiap catatan git: git config core.hooksPath .githooks".to_owned());
    }
    match wish.host {
        Some(_) => steps.push("Ikuti petunjuk penerbitan di TERBIT.md.".to_owned()),
        None => {
            let words = Host::ALL.map(Host::word).join(", ");
            steps.push(format!(
                "Untuk menerbitkan, buat juga berkas inangnya dengan --host ({words}) di folder kosong lain."
            ));
        }
    }
    let mut told = format!("Situs baru dibuat di {} ({count} berkas).\n\nLangkah berikutnya:\n", folder.display());
    for (at, step) in steps.iter().enumerate() {
        told.push_str(&format!("  {}. {step}\n", at + 1));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_section_about_the_sample_goes() {
        let text = "---\njudul: Data\n---\n\nIsi.\n\n## Di situs contoh\n\nRekaan.\n\n## Lain\n\nTetap.\n";
        assert_eq!(without_sample_section(text), "---\njudul: Data\n---\n\nIsi.\n\n## Lain\n\nTetap.\n");
    }

    #[test]
    fn hosts_are_found_by_their_words() {
        assert_eq!(Host::parse(" GitHub "), Ok(Host::Github));
        assert!(Host::parse("netlfy").unwrap_err().contains("“netlify”"));
    }
}
