//! `check` as staff and workflows run it: the forms of its answer, one entry alone, warnings that fail; and permits that
//! a maker holds for all it makes.

use std::path::Path;
use std::process::{Command, Output};

use etalase::cache::Cache;
use etalase::commands::init::{Wish, files};
use etalase::diagnostic::{Code, Problems};
use etalase::disk::{Disk, Memory};
use etalase::model::Date;
use etalase::pipeline::{self, Options};
use serde_json::Value;

const PRODUCT: &str = "content/produk/bingkai-kayu-contoh/index.md";
const OTHER: &str = "content/produk/bingkai-kolase-contoh/index.md";
const MAKER: &str = "content/umkm/bingkai-contoh/index.yaml";

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

fn sample() -> Memory {
    let mut disk = Memory::new();
    for file in files(&Wish { host: None, hook: false, sample: true, today: today() }) {
        disk.put(&file.path, file.bytes);
    }
    disk
}

fn change(disk: &mut Memory, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(disk.read(path).unwrap()).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
    disk.put(path, text.replacen(from, to, 1));
}

/// The sample with one error in a product, one in its maker, and a warning in another product.
fn faulty() -> tempfile::TempDir {
    let mut disk = sample();
    change(&mut disk, PRODUCT, "stok: ", "warrna: cokelat\nstok: ");
    change(&mut disk, MAKER, "skala: mikro", "skala: raksasa");
    change(&mut disk, OTHER, "nama: ", "diperiksa_pada: 2027-01-02\nnama: ");
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in disk.all() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn run(place: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
    command.current_dir(place).args(["--date", "2026-11-24", "--lang", "id"]).args(words).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Code and file of each row.
fn rows(output: &Output) -> Vec<(String, String)> {
    let rows: Vec<Value> = serde_json::from_str(&stdout(output)).unwrap();
    rows.iter()
        .map(|row| (row["code"].as_str().unwrap().to_owned(), row["file"].as_str().unwrap().to_owned()))
        .collect()
}

fn row(code: &str, file: &str) -> (String, String) {
    (code.to_owned(), file.to_owned())
}

#[test]
fn json_is_an_array_of_rows_with_the_documented_fields() {
    let site = faulty();
    let output = run(site.path(), &["--format", "json", "check"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "");
    let rows: Vec<Value> = serde_json::from_str(&stdout(&output)).unwrap();
    let fields = ["code", "level", "file", "line", "column", "message", "hint"];
    for row in &rows {
        let names: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
        assert!(fields.iter().all(|field| names.contains(field)) && names.len() == fields.len(), "{names:?}");
        assert!(["error", "warning", "advice"].contains(&row["level"].as_str().unwrap()), "{row}");
        assert!(!row["message"].as_str().unwrap().contains('{'), "{row}");
    }
    let unknown = rows.iter().find(|row| row["code"] == "UMUM-ASING").unwrap();
    let text = std::fs::read_to_string(site.path().join(PRODUCT)).unwrap();
    let line = text.lines().position(|line| line.starts_with("warrna:")).unwrap() + 1;
    assert_eq!((unknown["file"].as_str(), unknown["line"].as_u64()), (Some(PRODUCT), Some(line as u64)));
    assert_eq!((unknown["column"].as_u64(), unknown["hint"].as_str()), (Some(1), Some("tulis: warna")));
    // A sound site is an empty array.
    let sound = tempfile::tempdir().unwrap();
    let made = run(sound.path(), &["init", "situs"]);
    assert!(made.status.success(), "{}", stderr(&made));
    let output = run(&sound.path().join("situs"), &["--format", "json", "--quiet", "check"]);
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("[]\n", Some(0)));
}

#[test]
fn annotations_name_level_file_line_and_column_on_one_line_each() {
    let site = faulty();
    let output = run(site.path(), &["--format", "github", "check"]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(1), ""));
    let text = stdout(&output);
    let json = rows(&run(site.path(), &["--format", "json", "check"]));
    assert_eq!(text.lines().count(), json.len());
    for (line, (code, file)) in text.lines().zip(&json) {
        let (command, rest) = line.strip_prefix("::").unwrap().split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&command), "{line}");
        let (properties, message) = rest.split_once("::").unwrap();
        let properties: Vec<(&str, &str)> =
            properties.split(',').map(|property| property.split_once('=').unwrap()).collect();
        let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["file", "line", "col", "title"], "{line}");
        assert_eq!((properties[0].1, properties[3].1), (file.as_str(), code.as_str()));
        assert!(properties[1].1.parse::<u32>().unwrap() > 0 && properties[2].1.parse::<u32>().unwrap() > 0, "{line}");
        assert!(!message.is_empty());
    }
    assert!(
        text.contains("::error file=content/umkm/bingkai-contoh/index.yaml,line=7,col=8,title=UMUM-PILIHAN::"),
        "{text}"
    );
}

#[test]
fn people_get_the_mistakes_by_file_and_a_count() {
    let site = faulty();
    let output = run(site.path(), &["check"]);
    let text = stderr(&output);
    assert_eq!(stdout(&output), "");
    let json = rows(&run(site.path(), &["--format", "json", "check"]));
    let files: std::collections::BTreeSet<&String> = json.iter().map(|(_, file)| file).collect();
    let last = text.trim_end().lines().last().unwrap();
    assert!(last.starts_with("2 kesalahan, ") && last.ends_with(&format!(" di {} berkas", files.len())), "{last}");
    for (code, file) in &json {
        assert!(text.contains(&format!("[{code}]")) && text.contains(&**file), "{code} {file}");
    }
    // The corrected line stands below the mistake.
    assert!(text.contains("warna: cokelat"), "{text}");
}

#[test]
fn warnings_fail_only_when_asked() {
    let mut disk = sample();
    change(&mut disk, OTHER, "nama: ", "diperiksa_pada: 2027-01-02\nnama: ");
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in disk.all() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    assert_eq!(run(folder.path(), &["check"]).status.code(), Some(0));
    let strict = run(folder.path(), &["--format", "json", "check", "--strict"]);
    assert_eq!(strict.status.code(), Some(1));
    assert!(rows(&strict).contains(&row("UMUM-TANGGAL-MASADEPAN", OTHER)));
    // Of this entry alone there is nothing to warn of.
    assert_eq!(run(folder.path(), &["check", "--strict", "content/halaman"]).status.code(), Some(0));
}

#[test]
fn a_path_shows_only_its_entry_but_links_are_checked_against_all() {
    let site = faulty();
    std::fs::write(site.path().join("content/produk/bingkai-kayu-contoh/index.en.md"), "---\nwarnna: brown\n---\n")
        .unwrap();
    let shown = |words: &[&str]| {
        let output = run(site.path(), &[&["--format", "json", "--quiet", "check"], words].concat());
        (rows(&output), output.status.code())
    };
    let english = "content/produk/bingkai-kayu-contoh/index.en.md";
    let entry = (vec![row("UMUM-ASING", english), row("UMUM-ASING", PRODUCT)], Some(1));
    // The entry by its file, its folder, its photo, its other language; without the first folder, without the ending.
    for path in [
        PRODUCT,
        english,
        "content/produk/bingkai-kayu-contoh",
        "content/produk/bingkai-kayu-contoh/",
        "./content/produk/bingkai-kayu-contoh/index.md",
        "produk/bingkai-kayu-contoh",
        "content/produk/bingkai-kayu-contoh/foto-baru.jpg",
    ] {
        assert_eq!(shown(&[path]), entry, "{path}");
    }
    let whole = site.path().join(PRODUCT);
    assert_eq!(shown(&[whole.to_str().unwrap()]), entry, "an absolute path");
    assert_eq!(shown(&[OTHER]), (Vec::new(), Some(0)));
    assert_eq!(shown(&[OTHER, MAKER]), (vec![row("UMUM-PILIHAN", MAKER)], Some(1)));
    assert_eq!(shown(&["content/produk"]), entry);
    // From inside the content, as an editor runs it.
    let below = site.path().join("content/produk");
    let output =
        run(&below, &["--format", "json", "--quiet", "--root", "../..", "check", "bingkai-kayu-contoh/index.md"]);
    assert_eq!(rows(&output), entry.0);
    // Links: to what is there they are sound, though its entry is not shown; to nothing they are told.
    let text = std::fs::read_to_string(site.path().join(OTHER)).unwrap();
    assert!(text.contains("umkm: bingkai-contoh"));
    std::fs::write(site.path().join(OTHER), text.replace("umkm: bingkai-contoh", "umkm: bingkai-cntoh")).unwrap();
    assert_eq!(shown(&[OTHER]), (vec![row("UMUM-RUJUK", OTHER)], Some(1)));
}

#[test]
fn a_path_that_is_nothing_of_the_site_is_wrong_use() {
    let site = faulty();
    let output = run(site.path(), &["check", "content/produk/bingkai-kayu"]);
    assert_eq!(output.status.code(), Some(2));
    let text = stderr(&output);
    assert!(text.contains("content/produk/bingkai-kayu") && !text.contains("baik"), "{text}");
}

/// What is said of a product, by its code.
fn told(disk: &Memory, path: &str) -> Vec<Code> {
    let mut problems = Problems::new();
    let options = Options { today: today(), base: None, drafts: false };
    pipeline::check(disk, &options, &Cache::none(), &mut problems).unwrap();
    problems.sorted().iter().filter(|problem| *problem.place.file == *path).map(|problem| problem.code()).collect()
}

const FOOD: &str = "content/produk/keripik.yaml";

/// A snack that asks for a food permit and calls itself halal.
fn with_food(maker: &str) -> Memory {
    let mut disk = sample();
    disk.put(
        FOOD,
        "nama: Keripik Singkong 150 g\numkm: bingkai-contoh\nkategori: camilan\nharga: 18000\nsatuan: bungkus\n\
         stok: siap\nberat_g: 170\nsimpan: 4 bulan\nkomposisi: [singkong]\nalergen: [kedelai]\ncontoh: ya\n\
         ringkas: Keripik singkong halal dengan daun jeruk, digoreng dua kali sampai renyah.\n",
    );
    let text = String::from_utf8(disk.read(MAKER).unwrap()).unwrap();
    disk.put(MAKER, format!("{maker}{text}"));
    disk
}

#[test]
fn permits_of_the_maker_hold_for_its_products() {
    let asked = |maker: &str| {
        let codes = told(&with_food(maker), FOOD);
        [Code::ProdPanganIzin, Code::HalalKlaim].map(|code| codes.contains(&code))
    };
    assert_eq!(asked(""), [true, true]);
    let pirt = "izin:\n  - {jenis: pirt, nomor: \"2063674990001-30\"}\n";
    assert_eq!(asked(pirt), [false, true]);
    let halal = "izin:\n  - {jenis: halal, nomor: ID36110099999990001}\n";
    assert_eq!(asked(halal), [true, false]);
    assert_eq!(asked(&format!("{pirt}  - {{jenis: halal, nomor: ID36110099999990001}}\n")), [false, false]);
    // An award is no permit.
    assert_eq!(asked("izin:\n  - {jenis: penghargaan, uraian: Juara, lembaga: Dinas, tahun: 2025}\n"), [true, true]);
    // A number that is refused has its own message, at the maker; the products do not repeat it.
    let broken = with_food("izin:\n  - {jenis: pirt, nomor: \"123\"}\n");
    assert!(told(&broken, MAKER).contains(&Code::PirtFormat));
    assert!(!told(&broken, FOOD).contains(&Code::ProdPanganIzin));
    // A maker that cannot be read at all may hold anything.
    let mut unread = with_food("");
    unread.put(MAKER, "nama: [\n");
    assert!(told(&unread, MAKER).contains(&Code::UmumYaml));
    assert!(!told(&unread, FOOD).contains(&Code::ProdPanganIzin));
}

#[test]
fn permits_of_one_maker_do_nothing_for_another() {
    let mut disk = with_food("");
    let text = String::from_utf8(disk.read(MAKER).unwrap()).unwrap();
    let other = text.replace("nama: ", "izin:\n  - {jenis: pirt, nomor: \"2063674990001-30\"}\nnama: ");
    disk.put("content/umkm/dapur-lain/index.yaml", other);
    assert!(told(&disk, FOOD).contains(&Code::ProdPanganIzin));
}

/// Only numbers that have a form of their own are not searched for those of persons.
#[test]
fn the_number_of_an_award_cannot_hide_that_of_an_identity_card() {
    let told_of = |izin: &str| {
        let mut disk = sample();
        change(&mut disk, PRODUCT, "stok: ", &format!("izin:\n  - {izin}\nstok: "));
        told(&disk, PRODUCT)
    };
    let award = "{jenis: penghargaan, uraian: Juara, lembaga: Dinas, tahun: 2025, nomor: \"3674014108900001\"}";
    assert!(told_of(award).contains(&Code::PdpNik));
    assert!(told_of("{jenis: merek, nomor: \"3674014108900001\"}").contains(&Code::PdpNik));
    let permit = told_of("{jenis: pirt, nomor: \"2063674990001-30\"}");
    assert!(!permit.contains(&Code::PdpNik), "{permit:?}");
}

#[test]
fn a_size_in_parts_is_a_size() {
    let mut disk = sample();
    change(&mut disk, PRODUCT, "ukuran: 21 x 29,7 cm", "ukuran: {p: 21, l: \"29,7\", satuan: cm}");
    let mut problems = Problems::new();
    let options = Options { today: today(), base: None, drafts: false };
    let loaded = pipeline::check(&disk, &options, &Cache::none(), &mut problems).unwrap();
    assert!(!problems.has_errors(), "{:?}", problems.sorted());
    let product = loaded.catalog.products.rows().iter().find(|row| &*row.common.slug == "bingkai-kayu-contoh").unwrap();
    let size = product.facts.size.as_ref().unwrap();
    assert_eq!((size.id.as_str(), size.en.as_deref()), ("21 × 29,7 cm", Some("21 × 29.7 cm")));
}
