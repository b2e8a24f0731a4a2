//! Every code has a case: its example in `explain` has the mistake, at its place and nothing beside it, and the mended
//! example has none.
//!
//! The examples themselves stand in `src/diagnostic/texts/`, once, because `etalase explain` shows them. What it takes to
//! try one stands in `tests/cases/codes.tsv`; the example is laid over the small sound site in `tests/cases/content/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use etalase::bahasa::Language;
use etalase::cache::Cache;
use etalase::diagnostic::{Code, Diagnostic, Problems, placeholders, show};
use etalase::disk::{Disk, Fault, Item, Memory};
use etalase::model::Date;
use etalase::pipeline::{self, Options, Silent};

use crate::qris;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pictures");

fn options() -> Options {
    Options { today: Date::new(2026, 11, 24).unwrap(), base: None, drafts: false }
}

/// How one code is tried.
struct Case {
    code: Code,
    /// The file that the example changes, and in which the mistake is found.
    file: String,
    /// Line and column in the example; 0 for the file as a whole, and line 1 column 1 for what is missing in it.
    place: (u32, u32),
    /// Pictures (`nama=bahan`) and other means.
    means: Vec<String>,
}

fn cases() -> Vec<Case> {
    let table = std::fs::read_to_string(Path::new(FOLDER).join("codes.tsv")).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let case = |row: &str| {
        let [code, file, place, means] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let code = Code::parse(code).unwrap_or_else(|| panic!("{row}: no such code"));
        let (line, column) = place.split_once(':').unwrap_or_else(|| panic!("{row}: no place"));
        let means = means.split(' ').filter(|word| *word != "-").map(str::to_owned).collect();
        Case { code, file: file.to_owned(), place: (line.parse().unwrap(), column.parse().unwrap()), means }
    };
    rows.map(case).collect()
}

/// The sound site, with a picture of its own for each that an entry names.
fn sound() -> Memory {
    let mut disk = Memory::new();
    for entry in walkdir::WalkDir::new(Path::new(FOLDER).join("content")).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(FOLDER).unwrap().to_str().unwrap();
            disk.put(path, std::fs::read(entry.path()).unwrap());
        }
    }
    for product in ["bingkai-a4", "tas-rajut", "keripik-singkong"] {
        let path = format!("content/produk/{product}/depan.png");
        let picture = picture(&path, 1200, 900);
        disk.put(&path, picture);
    }
    disk
}

/// A picture of one colour, different for every name.
fn picture(name: &str, width: u32, height: u32) -> Vec<u8> {
    let hash = name.bytes().fold(7_u8, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte));
    let picture = image::RgbImage::from_pixel(width, height, image::Rgb([hash, 128, 255 - hash]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A picture as the table describes it: `1200x900`, `1200x900+9000000` (with so many idle bytes behind it), `#40000` (so
/// many bytes that are no picture), `=depan.png` (the same as another), or a file of the fixtures.
fn stuff(name: &str, what: &str) -> Vec<u8> {
    if let Some(count) = what.strip_prefix('#') {
        return vec![0; count.parse().unwrap()];
    }
    if let Some(twin) = what.strip_prefix('=') {
        return picture(twin, 1200, 900);
    }
    match what {
        // The beginning of a photo, as of a download that broke off.
        "terputus" => return std::fs::read(Path::new(PICTURES).join("444.jpg")).unwrap()[..120].to_vec(),
        // What a telephone of another maker writes: only its first bytes matter.
        "heic" => return b"\0\0\0\x18ftypheic\0\0\0\0heicmif1".to_vec(),
        "tiff" => return b"II*\0\x08\0\0\0\0\0\0\0\0\0".to_vec(),
        "qris" => return qris::png(&qris::payload("BINGKAI RANTIKA"), 8),
        "qris-diubah" => return qris::png(&qris::payload("BINGKAI RANTIKA").replace("RANTIKA", "RANTIKO"), 8),
        "qris-kasir" => return qris::png(&qris::sealed(&qris::body("12", "BINGKAI RANTIKA")), 8),
        "qr-tautan" => return qris::png("https://bingkai-rantika.example/katalog/", 8),
        "halaman" => return b"<!DOCTYPE html><html><title>Foto</title></html>".to_vec(),
        "bom" => return huge_png(60_000),
        "berat" => return huge_png(10_000),
        _ => {}
    }
    let (size, idle) = what.split_once('+').unwrap_or((what, "0"));
    match size.split_once('x').map(|(width, height)| (width.parse(), height.parse())) {
        Some((Ok(width), Ok(height))) => {
            let mut bytes = picture(name, width, height);
            bytes.resize(bytes.len() + idle.parse::<usize>().unwrap(), 0);
            bytes
        }
        _ => std::fs::read(Path::new(PICTURES).join(what)).unwrap(),
    }
}

/// The header of a square picture with so many pixels a side.
fn huge_png(side: u32) -> Vec<u8> {
    let mut bytes = picture("bom", 1, 1);
    bytes[16..20].copy_from_slice(&side.to_be_bytes());
    bytes[20..24].copy_from_slice(&side.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// The checksum of PNG.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

/// The parts of an example: a line `# content/…` begins another file.
fn parts<'a>(file: &'a str, example: &'a str) -> Vec<(&'a str, String)> {
    let mut parts: Vec<(&str, String)> = vec![(file, String::new())];
    for line in example.lines() {
        if let Some(path) =
            line.strip_prefix("# ").filter(|path| path.starts_with("content/") || path.starts_with("themes/"))
        {
            parts.push((path, String::new()));
        } else {
            let part = parts.last_mut().unwrap();
            part.1.push_str(line);
            part.1.push('\n');
        }
    }
    parts.retain(|(_, text)| !text.is_empty());
    parts
}

/// Blocks of a YAML text: each begins at a line that is not indented. The name of a row is its first line.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if !line.starts_with([' ', '\t', '#']) && !line.is_empty() || blocks.is_empty() {
            let name = if line.starts_with("- ") { line } else { line.split(':').next().unwrap_or(line) };
            blocks.push((name.to_owned(), String::new()));
        }
        let block = blocks.last_mut().unwrap();
        block.1.push_str(line);
        block.1.push('\n');
    }
    blocks
}

/// Lays an example over the sound site. Fields of both examples leave the sound file first, so that what one of them
/// lacks is missing.
fn lay(disk: &mut Memory, case: &Case, example: &str, both: [&str; 2]) {
    let gone: BTreeMap<&str, BTreeSet<String>> = both.iter().flat_map(|text| parts(&case.file, text)).fold(
        BTreeMap::new(),
        |mut gone: BTreeMap<&str, BTreeSet<String>>, (file, text)| {
            gone.entry(file).or_default().extend(blocks(&text).into_iter().map(|(name, _)| name));
            gone
        },
    );
    for (file, names) in &gone {
        if let Ok(bytes) = disk.read(file) {
            let kept = blocks(&String::from_utf8(bytes).unwrap()).into_iter().filter(|(name, _)| !names.contains(name));
            let text: String = kept.map(|(_, block)| block).collect();
            disk.put(file, text);
        }
    }
    for (file, text) in parts(&case.file, example) {
        let rest = disk.read(file).unwrap_or_default();
        // A letter that is no UTF-8 cannot stand in a text about it.
        let mut bytes = Vec::new();
        for (at, piece) in text.split('\u{fffd}').enumerate() {
            if at > 0 {
                bytes.push(0xe9);
            }
            bytes.extend_from_slice(piece.as_bytes());
        }
        bytes.extend(rest);
        disk.put(file, bytes);
    }
}

/// A disk on which one file cannot be read, and one is a link out of the site.
struct Trouble<'a> {
    disk: &'a Memory,
    locked: Option<&'a str>,
    stray: Option<&'a str>,
}

impl Disk for Trouble<'_> {
    fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
        let mut items = self.disk.list(folder)?;
        for item in &mut items {
            item.strays = self.stray == Some(&*item.path);
        }
        Ok(items)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        if self.locked == Some(path) {
            return Err(Fault::new("membaca", path, std::io::ErrorKind::PermissionDenied.into()));
        }
        self.disk.read(path)
    }
}

/// Everything that is wrong with a site with one of the two examples.
fn problems(case: &Case, broken: bool) -> Vec<Diagnostic> {
    let texts = case.code.texts(Language::Id);
    let example = if broken { texts.before } else { texts.after };
    let has = |word: &str| case.means.iter().any(|mean| mean == word);
    let mut disk = sound();
    let folder = case.file.rsplit_once('/').unwrap().0;
    for mean in &case.means {
        if let Some((name, what)) = mean.split_once('=') {
            disk.put(&format!("{folder}/{name}"), stuff(name, what));
        }
    }
    if has("berkas") {
        // The example is a list of names for the file.
        let bytes = disk.read(&case.file).unwrap();
        disk.remove(&case.file);
        for path in example.lines() {
            disk.put(path, bytes.clone());
        }
    } else if !has("keadaan") {
        lay(&mut disk, case, example, [texts.before, texts.after]);
    }
    if has("kosong") && broken {
        disk.put(&case.file, Vec::new());
    }
    if has("hilang") && broken {
        disk.remove(&case.file);
    }
    let trouble = Trouble {
        disk: &disk,
        locked: (has("terkunci") && broken).then_some(&case.file),
        stray: (has("menyimpang") && broken).then_some(&case.file),
    };
    let mut problems = Problems::new();
    if has("bangun") {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("public");
        pipeline::build(&trouble, &out, &options(), &Cache::none(), &Silent, &mut problems).unwrap();
    } else {
        pipeline::check(&trouble, &options(), &Cache::none(), &mut problems).unwrap();
    }
    // Some mistakes are never alone.
    let beside =
        |problem: &Diagnostic| case.means.iter().any(|mean| mean.strip_prefix('+') == Some(problem.code().as_str()));
    problems.sorted().into_iter().filter(|problem| !beside(problem)).collect()
}

fn told(problem: &Diagnostic) -> String {
    let place = &problem.place;
    let message = show::message(problem, Language::Id);
    format!("{} {}:{}:{} {message}", problem.code(), place.file, place.span.line, place.span.column)
}

#[test]
fn the_site_under_the_cases_is_sound() {
    let mut problems = Problems::new();
    pipeline::check(&sound(), &options(), &Cache::none(), &mut problems).unwrap();
    assert_eq!(problems.sorted().iter().map(told).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    let mut missing: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    for case in &cases {
        assert!(missing.remove(case.code.as_str()), "{} has two cases", case.code);
    }
    // What only a host, a clone or a whole folder shows is tried where these are made.
    for code in ELSEWHERE {
        assert!(missing.remove(code.as_str()), "{code} has a case");
    }
    assert!(missing.is_empty(), "without a case: {missing:?}");
}

/// Codes whose example is no part of a content file; each has its own test below, or where it is named.
const ELSEWHERE: [Code; 4] = [Code::InangBatas, Code::TemaAnggaran, Code::GitDangkal, Code::FotoAvif];

#[test]
fn a_site_past_a_host_s_limit_is_told_and_one_below_it_is_not() {
    let told = |bytes: u64| {
        let found = etalase::make::host::limits(&[("unduhan.pdf", bytes)], 0);
        found.into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(told(26 << 20), [Code::InangBatas]);
    assert_eq!(told(24 << 20), []);
}

#[test]
fn a_file_past_the_theme_s_budget_is_told_and_one_below_it_is_not() {
    let told = |budget: &str| {
        let mut disk = sound();
        let theme = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/etalase/theme.yaml");
        let text = std::fs::read_to_string(theme).unwrap();
        assert!(text.contains("  css: 12288\n"), "the theme's budget of styles");
        disk.put("themes/etalase/theme.yaml", text.replace("  css: 12288\n", &format!("  css: {budget}\n")));
        let folder = tempfile::tempdir().unwrap();
        let mut problems = Problems::new();
        let out = folder.path().join("public");
        pipeline::build(&disk, &out, &options(), &Cache::none(), &Silent, &mut problems).unwrap();
        problems.sorted().iter().map(|problem| (problem.code(), problem.place.file.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(told("100"), [(Code::TemaAnggaran, "themes/etalase".to_owned())]);
    assert_eq!(told("12288"), []);
}

#[test]
fn each_example_has_its_mistake_and_the_mended_one_has_none() {
    let mut wrong = Vec::new();
    for case in cases() {
        let code = case.code;
        let found = problems(&case, true);
        // Where the example is a list of file names, the last one is to blame.
        let listed = case.means.iter().any(|mean| mean == "berkas");
        let blamed = if listed { code.texts(Language::Id).before.lines().last().unwrap() } else { &case.file };
        let expected = found.iter().any(|problem| {
            problem.code() == code
                && *problem.place.file == *blamed
                && (problem.place.span.line, problem.place.span.column) == case.place
        });
        if !expected || found.iter().any(|problem| problem.code() != code) {
            let list: Vec<String> = found.iter().map(told).collect();
            wrong.push(format!("{code} before, wanted {}:{:?}:\n    {}", case.file, case.place, list.join("\n    ")));
        }
        for problem in &found {
            for language in Language::ALL {
                let message = show::message(problem, language);
                if !placeholders(&message).is_empty() {
                    wrong.push(format!("{code}: a hole in “{message}”"));
                }
            }
        }
        let left = problems(&case, false);
        if !left.is_empty() {
            let list: Vec<String> = left.iter().map(told).collect();
            wrong.push(format!("{code} after:\n    {}", list.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} of the cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Mistakes of one product, with the code and the line and column (in the entry) at which each must be told.
const SLIPS: [(&str, Code, u32, u32); 20] = [
    ("harga: 25.000", Code::ProdHargaTitik, 1, 8),
    ("harga: dua lima", Code::ProdHarga, 1, 8),
    ("harga: 0", Code::ProdHargaNol, 1, 8),
    ("harga: 40000-25000", Code::ProdHargaRentang, 1, 8),
    ("satuan: pcs", Code::ProdSatuan, 1, 9),
    ("stok: ready", Code::UmumPilihan, 1, 7),
    ("stok: po", Code::ProdPo, 1, 7),
    ("kategori: bingkai", Code::ProdKategori, 1, 11),
    ("umkm: bingkai-rantka", Code::UmumRujuk, 1, 7),
    ("berat_g: enam ratus", Code::UmumAngka, 1, 10),
    ("berat_g: 0", Code::UmumRentang, 1, 10),
    ("warrna: merah", Code::UmumAsing, 1, 1),
    ("warna: [merah]", Code::UmumTipe, 1, 8),
    ("diperiksa_pada: 05/01/2026", Code::UmumTanggalRancu, 1, 17),
    ("harga_per: awal tahun", Code::UmumBulan, 1, 12),
    ("unggulan: mungkin", Code::UmumPilihan, 1, 11),
    ("tautan:\n  tokopedia: http://www.tokopedia.com/toko", Code::TautanHttps, 2, 14),
    ("grosir: [[10, 41000], [50, 42000]]", Code::ProdGrosir, 1, 9),
    ("izin:\n  - {jenis: sni, nomor: SNI 8303}", Code::SniFormat, 2, 25),
    ("deskripsi: |\n  Kayu <b>jati</b>.", Code::UmumHtml, 2, 8),
];

#[test]
fn two_hundred_entries_with_one_mistake_each_tell_two_hundred_in_one_run() {
    let mut disk = sound();
    let base = String::from_utf8(disk.read("content/produk/bingkai-a4/index.yaml").unwrap()).unwrap();
    let base = base.replace("berkas: depan.png", "berkas: /foto/bingkai.png");
    disk.put("content/foto/bingkai.png", picture("bingkai", 1200, 900));
    let mut wanted = Vec::new();
    for number in 0..200 {
        let (slip, code, line, column) = SLIPS[number % SLIPS.len()];
        let names: Vec<String> = blocks(slip).into_iter().map(|(name, _)| name).collect();
        let rest: String =
            blocks(&base).into_iter().filter(|(name, _)| !names.contains(name)).map(|(_, block)| block).collect();
        // Half of them are Markdown with front matter, and each mistake stands on another line.
        let comments = "# catatan\n".repeat(number / SLIPS.len());
        let front = number % 2;
        let (path, text) = if front == 1 {
            (format!("content/produk/uji-{number}.md"), format!("---\n{comments}{slip}\n{rest}---\n\nIsi.\n"))
        } else {
            (format!("content/produk/uji-{number}.yaml"), format!("{comments}{slip}\n{rest}"))
        };
        // The body of a Markdown file stands in the place of the field.
        let (path, text) = if slip.starts_with("deskripsi") {
            (format!("content/produk/uji-{number}.yaml"), format!("{comments}{slip}\n{rest}"))
        } else {
            (path, text)
        };
        let shift = (number / SLIPS.len()) as u32 + u32::from(path.ends_with(".md"));
        disk.put(&path, text);
        wanted.push((path, code, line + shift, column));
    }
    let mut problems = Problems::new();
    pipeline::check(&disk, &options(), &Cache::none(), &mut problems).unwrap();
    let found = problems.sorted();
    let first = |path: &str| found.iter().filter(|problem| *problem.place.file == *path).collect::<Vec<_>>();
    let mut wrong = Vec::new();
    for (path, code, line, column) in &wanted {
        let told = first(path);
        let span = told.first().map(|problem| problem.place.span).unwrap_or_default();
        // One pair of tags is two stretches of raw HTML.
        let once = told.len() == 1 || (*code == Code::UmumHtml && told.len() == 2);
        if !once || told[0].code() != *code || (span.line, span.column) != (*line, *column) {
            let list: Vec<String> = told.into_iter().map(self::told).collect();
            wrong.push(format!("{path}: wanted {code} {line}:{column}, found {}", list.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} of 200:\n{}", wrong.len(), wrong.join("\n"));
    let files: BTreeSet<&str> = found.iter().map(|problem| &*problem.place.file).collect();
    assert_eq!(files.len(), 200);
}

/// What is past a limit is told; nothing is cut in silence.
#[test]
fn every_limit_has_a_message() {
    let told_by = |file: &str, text: String| {
        let mut disk = sound();
        let names: Vec<String> = blocks(&text).into_iter().map(|(name, _)| name).collect();
        let rest = blocks(&String::from_utf8(disk.read(file).unwrap()).unwrap());
        let rest: String = rest.into_iter().filter(|(name, _)| !names.contains(name)).map(|(_, block)| block).collect();
        disk.put(file, format!("{text}{rest}"));
        let mut problems = Problems::new();
        pipeline::check(&disk, &options(), &Cache::none(), &mut problems).unwrap();
        problems.sorted().iter().map(Diagnostic::code).collect::<BTreeSet<_>>()
    };
    let product = "content/produk/bingkai-a4/index.yaml";
    let items = |count: usize, item: fn(usize) -> String| (0..count).map(item).collect::<Vec<_>>().join(", ");
    let tier: fn(usize) -> String = |at| format!("[{}, {}]", at + 2, 44_000 - at * 100);
    let word: fn(usize) -> String = |at| format!("kata {at}");
    for (file, over, within, code) in [
        (
            product,
            format!("grosir: [{}]\n", items(11, tier)),
            format!("grosir: [{}]\n", items(10, tier)),
            Code::UmumBanyak,
        ),
        (
            product,
            format!("kata_kunci: [{}]\n", items(11, word)),
            format!("kata_kunci: [{}]\n", items(10, word)),
            Code::UmumBanyak,
        ),
        (
            product,
            format!("bahan: [{}]\n", items(51, word)),
            format!("bahan: [{}]\n", items(50, word)),
            Code::UmumBanyak,
        ),
        (
            product,
            format!("varian: [{}]\n", items(51, word)),
            format!("varian: [{}]\n", items(50, word)),
            Code::ProdVarianBanyak,
        ),
        (
            product,
            format!("nama: {}\n", "a b ".repeat(31)),
            format!("nama: {}\n", "a b ".repeat(20)),
            Code::UmumPanjang,
        ),
        (
            product,
            format!("nama: {}\n", "a b ".repeat(30)),
            format!("nama: {}\n", "a b ".repeat(20)),
            Code::UmumRingkaskan,
        ),
        (
            product,
            format!("ringkas: {}c\n", "a b ".repeat(40)),
            format!("ringkas: {}\n", "a b ".repeat(40)),
            Code::UmumRingkaskan,
        ),
        (
            product,
            format!("perawatan: |\n  {}\n", "a ".repeat(140_000)),
            "perawatan: |\n  Lap.\n".to_owned(),
            Code::BerkasBesar,
        ),
        (
            product,
            format!("bahan: {}kayu{}\n", "[".repeat(13), "]".repeat(13)),
            "bahan: [kayu]\n".to_owned(),
            Code::BerkasBatas,
        ),
        (product, format!("bahan: [{}]\n", items(20_001, word)), "bahan: [kayu]\n".to_owned(), Code::BerkasBatas),
        (
            "content/umkm/bingkai-rantika.yaml",
            "kbli: [16291, 16292, 16293, 16294, 16295, 16296, 16297, 16298, 16299, 16221, 16222]\n".to_owned(),
            "kbli: [16291]\n".to_owned(),
            Code::UmumBanyak,
        ),
    ] {
        let shown: String = over.chars().take(40).collect();
        assert_eq!(told_by(file, over), BTreeSet::from([code]), "{shown}");
        assert_eq!(told_by(file, within), BTreeSet::new(), "{shown}");
    }
    let photos = |count: usize| {
        format!("foto: [{}]\n", items(count, |at| format!("{{berkas: foto-{at}.png, alt: Dari sisi {at}}}")))
    };
    let mut disk = sound();
    for at in 0..21 {
        disk.put(&format!("content/kabar/foto-{at}.png"), picture("foto", 1200 + at, 900));
    }
    let mut told = |count: usize| {
        disk.put(
            "content/kabar/dapur-uji.yaml",
            format!("judul: Dapur Uji\ntanggal: 2026-11-02\nen: {{judul: Test kitchen}}\n{}", photos(count)),
        );
        let mut problems = Problems::new();
        pipeline::check(&disk, &options(), &Cache::none(), &mut problems).unwrap();
        problems.sorted().iter().map(Diagnostic::code).collect::<BTreeSet<_>>()
    };
    assert_eq!(told(21), BTreeSet::from([Code::UmumBanyak]));
    assert_eq!(told(20), BTreeSet::new());
}
