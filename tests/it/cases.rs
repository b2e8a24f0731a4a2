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
        "bom" => return huge_png(),
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

/// The header of a picture of 60,000 by 60,000 pixels.
fn huge_png() -> Vec<u8> {
    let mut bytes = picture("bom", 1, 1);
    bytes[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
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
    problems.sorted()
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
const ELSEWHERE: [Code; 3] = [Code::InangBatas, Code::TemaAnggaran, Code::GitDangkal];

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
