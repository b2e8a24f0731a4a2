//! What people and programs put into the content that is no entry: each is answered with a code at its file, nothing
//! panics, and the entries beside it are judged as if it were not there.

use std::fmt::Write as _;

use etalase::cache::Cache;
use etalase::commands::init::{Wish, files};
use etalase::diagnostic::{Code, Diagnostic, Problems};
use etalase::disk::{Disk, Memory};
use etalase::model::{Date, Kind};
use etalase::pipeline::{self, Options};
use etalase::schema::fields_of;
use proptest::prelude::*;

const PRODUCT: &str = "content/produk/bingkai-kayu-contoh/index.md";

fn sample() -> Memory {
    let mut disk = Memory::new();
    let wish = Wish { host: None, hook: false, sample: true, today: Date::new(2026, 11, 24).unwrap() };
    for file in files(&wish) {
        disk.put(&file.path, file.bytes);
    }
    disk
}

fn judge(disk: &Memory) -> Vec<Diagnostic> {
    let mut problems = Problems::new();
    let options = Options { today: Date::new(2026, 11, 24).unwrap(), base: None, drafts: false };
    pipeline::check(disk, &options, &Cache::none(), &mut problems).unwrap();
    problems.sorted()
}

/// Codes told of a file, and of all others.
fn told(disk: &Memory, path: &str) -> (Vec<Code>, Vec<Code>) {
    let (here, elsewhere): (Vec<_>, Vec<_>) = judge(disk).into_iter().partition(|one| *one.place.file == *path);
    let codes = |list: Vec<Diagnostic>| list.iter().map(Diagnostic::code).collect();
    (codes(here), codes(elsewhere))
}

fn text(disk: &Memory) -> String {
    String::from_utf8(disk.read(PRODUCT).unwrap()).unwrap()
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let mut plain = sample();
    let broken = text(&plain).replace("stok: siap", "stok: siap\nwarrna: merah");
    plain.put(PRODUCT, broken.clone());
    let mut windows = sample();
    windows.put(PRODUCT, format!("\u{feff}{}", broken.replace('\n', "\r\n")));
    let rows = |disk: &Memory| -> Vec<(String, Code, u32, u32)> {
        let row =
            |one: &Diagnostic| (one.place.file.to_string(), one.code(), one.place.span.line, one.place.span.column);
        judge(disk).iter().map(row).collect()
    };
    assert!(rows(&plain).iter().any(|row| row.1 == Code::UmumAsing));
    assert_eq!(rows(&windows), rows(&plain));
}

#[test]
fn everything_odd_has_its_code_at_its_place() {
    let before = judge(&sample()).len();
    let long = "x".repeat(50 << 20);
    let mut bomb = String::from("a: &a [ha, ha]\n");
    for at in 1..40 {
        let _ = writeln!(bomb, "a{at}: &a{at} [*a, *a, *a, *a, *a, *a, *a, *a, *a]");
    }
    let deep = |levels: usize| format!("bahan: {}{}\n", "[".repeat(levels), "]".repeat(levels));
    let cases: Vec<(&str, String, Code)> = vec![
        ("content/kabar/tab.yaml", "judul: Kabar\nsumber:\n\tmedia: Koran\n".into(), Code::UmumYaml),
        ("content/kabar/titik-dua.yaml", "judul: Batik: Tulis\n".into(), Code::UmumYaml),
        ("content/kabar/kutip.yaml", "judul: \"Kabar\ntanggal: 2026-01-02\n".into(), Code::UmumYaml),
        ("content/kabar/keong.yaml", "judul: @kabar\n".into(), Code::UmumYaml),
        ("content/kabar/ganda.yaml", "judul: Kabar A\njudul: Kabar B\ntanggal: 2026-01-02\n".into(), Code::UmumGanda),
        ("content/kabar/jangkar.yaml", "judul: &a Kabar A\nringkas: *a\n".into(), Code::UmumYaml),
        ("content/kabar/bom.yaml", bomb, Code::UmumYaml),
        ("content/kabar/besar.yaml", long, Code::BerkasBesar),
        ("content/kabar/dalam.yaml", deep(40), Code::BerkasBatas),
        // Past what any reader of YAML goes down into.
        ("content/kabar/sumur.yaml", deep(5_000), Code::UmumYaml),
        ("content/kabar/Nama Besar.yaml", "judul: Kabar A\ntanggal: 2026-01-02\n".into(), Code::UmumSlug),
        ("content/kabar/dua.yaml", "judul: Kabar A\n---\njudul: Kabar B\n".into(), Code::UmumYaml),
        ("content/kabar/kosong.yaml", "\n\n".into(), Code::BerkasKosong),
        ("content/kabar/daftar.yaml", "- judul: Kabar A\n".into(), Code::UmumYaml),
        ("content/kabar/melengkung.yaml", "judul: “Kabar A”\ntanggal: 2026-01-02\n".into(), Code::UmumKutip),
    ];
    for (path, text, code) in cases {
        let mut disk = sample();
        disk.put(path, text);
        let (here, elsewhere) = told(&disk, path);
        assert!(here.contains(&code), "{path}: {here:?}");
        assert_eq!(elsewhere.len(), before, "{path}: other entries are judged otherwise: {elsewhere:?}");
    }
}

#[test]
fn two_languages_that_disagree_are_told() {
    let english = PRODUCT.replace("index.md", "index.en.md");
    let mut disk = sample();
    disk.put(
        PRODUCT,
        text(&disk).replace("stok: siap", "stok: siap\nen: {nama: Wooden frame A4, bahan: [pallet wood]}"),
    );
    let (here, _) = told(&disk, PRODUCT);
    assert!(here.contains(&Code::UmumEnBeda), "{here:?}");
    disk.put(&english, "---\nnama: Photo frame A4\n---\n");
    let both = judge(&disk);
    assert!(both.iter().any(|one| one.code() == Code::UmumEnGanda), "{both:?}");
}

/// A value of any form, as YAML on one line. Names are mostly those of real fields, so that readers are reached.
fn tree() -> impl Strategy<Value = String> {
    let names: Vec<&'static str> = {
        let mut names: Vec<_> = Kind::ALL.into_iter().flat_map(fields_of).map(|field| field.name).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let scalar = prop_oneof![
        "[-a-z0-9 .,/:@+]{0,14}".prop_map(|text| format!("{text:?}")),
        "[a-z0-9][-a-z0-9.+]{0,10}",
        Just("~".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| format!("{number:?}")),
        prop_oneof![Just("ya"), Just("tidak"), Just("siap"), Just("2026-02-30"), Just("25.000"), Just("berkas.jpg")]
            .prop_map(str::to_owned),
    ];
    let name = prop_oneof![4 => proptest::sample::select(names).prop_map(str::to_owned), 1 => "[a-z_]{1,8}"];
    scalar.prop_recursive(4, 48, 6, move |inner| {
        let pair = (name.clone(), inner.clone()).prop_map(|(name, value)| format!("{name}: {value}"));
        prop_oneof![
            proptest::collection::vec(inner, 0..6).prop_map(|items| format!("[{}]", items.join(", "))),
            proptest::collection::vec(pair, 0..6).prop_map(|pairs| format!("{{{}}}", pairs.join(", "))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_tree_makes_an_entry_of_any_kind_panic(values in proptest::collection::vec(tree(), 8), seed in any::<u64>()) {
        let mut disk = sample();
        let mut dice = seed;
        for kind in Kind::ALL {
            let mut entry = String::new();
            for field in fields_of(kind) {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                if dice >> 62 > 0 {
                    let _ = writeln!(entry, "{}: {}", field.name, values[(dice >> 33) as usize % values.len()]);
                }
            }
            disk.put(&format!("content/{}/apa-saja.yaml", kind.folder()), entry);
        }
        judge(&disk);
    }
}
