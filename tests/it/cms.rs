//! The browser editor's configuration: sound YAML, an input for every field of every kind, and nothing else.

use std::collections::BTreeSet;

use etalase::cache::Cache;
use etalase::commands::cms::{Wish, config, page};
use etalase::commands::schema::{District, Village, Vocabulary};
use etalase::model::Kind;
use etalase::pipeline::Known;
use etalase::schema::{Field, FieldKind, english_fields_of, fields_of, tables};
use serde_json::Value;

fn read() -> Value {
    let pair = |value: &str, name: &str| (value.to_owned(), name.to_owned());
    let village = Village { name: "Pondok Benda".to_owned(), other: Vec::new() };
    let words = Vocabulary {
        categories: vec![pair("camilan", "Camilan: \"manis\" & asin")],
        top_categories: vec![pair("makanan", "Makanan")],
        units: vec![pair("100 g", "100 g")],
        districts: vec![District { name: "Pamulang".to_owned(), slug: "pamulang".to_owned(), villages: vec![village] }],
        ..Vocabulary::default()
    };
    serde_yaml::from_str(&config(&Wish::default(), &words)).expect("sound YAML")
}

fn collection<'a>(config: &'a Value, name: &str) -> &'a Value {
    config["collections"].as_array().unwrap().iter().find(|collection| collection["name"] == name).unwrap()
}

fn names(fields: &Value) -> BTreeSet<&str> {
    fields.as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect()
}

/// Compares the inputs of a record with its table, and those of the records in it.
///
/// Nothing is required inside a record that may be left out: the editor would not let anyone save without it.
fn compare(path: &str, inputs: &Value, fields: &[&'static Field], body: &str, optional: bool) {
    let wanted: BTreeSet<&str> =
        fields.iter().map(|field| if field.name == "deskripsi" { body } else { field.name }).collect();
    assert_eq!(names(inputs), wanted, "{path}");
    for field in fields {
        let name = if field.name == "deskripsi" { body } else { field.name };
        let input = inputs.as_array().unwrap().iter().find(|input| input["name"] == name).unwrap();
        let path = format!("{path}.{name}");
        assert_eq!(input["required"].as_bool(), Some(field.required && name != "en" && !optional), "{path}");
        assert!(input["widget"].is_string() && input["label"].is_string(), "{path}");
        if let Some(pattern) = input["pattern"].get(0) {
            regex_is_sound(&path, pattern.as_str().unwrap());
        }
        let inner = match &field.kind {
            FieldKind::Record(table) | FieldKind::List(FieldKind::Record(table), _) if name != "en" => *table,
            FieldKind::List(FieldKind::Photo, _) => tables::common::PHOTO,
            _ => {
                if let Some(choices) = field.choices() {
                    let values: Vec<&str> = input["options"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|option| option["value"].as_str().unwrap())
                        .collect();
                    assert_eq!(values, choices.iter().map(|choice| choice.value).collect::<Vec<_>>(), "{path}");
                }
                continue;
            }
        };
        let left_out = matches!(field.kind, FieldKind::Record(_)) && (optional || !field.required);
        compare(&path, &input["fields"], &inner.iter().collect::<Vec<_>>(), "deskripsi", left_out);
    }
}

/// A pattern that the schema evaluator takes is one that browsers take.
fn regex_is_sound(path: &str, pattern: &str) {
    let schema = serde_json::json!({"type": "string", "pattern": pattern});
    assert!(jsonschema::draft202012::new(&schema).is_ok(), "{path}: {pattern}");
}

#[test]
fn every_field_of_every_kind_has_its_input() {
    let config = read();
    for kind in Kind::ALL {
        let collection = collection(&config, kind.folder());
        let body = if collection["extension"] == "md" { "body" } else { "deskripsi" };
        let inputs = &collection["fields"];
        compare(kind.folder(), inputs, &fields_of(kind), body, false);
        let english = inputs.as_array().unwrap().iter().find(|input| input["name"] == "en").unwrap();
        compare(&format!("{}.en", kind.folder()), &english["fields"], &english_fields_of(kind), "deskripsi", true);
        assert_eq!(collection["folder"], format!("content/{}", kind.folder()));
    }
    let settings = &collection(&config, "pengaturan")["files"][0];
    compare("situs", &settings["fields"], &tables::data::SITE.iter().collect::<Vec<_>>(), "deskripsi", false);
}

#[test]
fn links_and_choices_know_their_places() {
    let config = read();
    let inputs = |name: &str| collection(&config, name)["fields"].as_array().unwrap().clone();
    let input = |kind: &str, name: &str| inputs(kind).into_iter().find(|input| input["name"] == name).unwrap();
    assert_eq!(input("produk", "umkm")["collection"], "umkm");
    assert_eq!(input("produk", "umkm")["value_field"], "{{slug}}");
    assert_eq!(input("produk", "serupa")["multiple"], true);
    assert_eq!(input("produk", "kategori")["options"][0]["label"], "Camilan: \"manis\" & asin");
    assert_eq!(input("umkm", "jenis_usaha")["options"][0]["value"], "makanan");
    assert_eq!(input("produk", "satuan")["options"][0]["value"], "100 g");
    assert_eq!(input("agenda", "status")["default"], "draf");
    assert_eq!(input("produk", "foto")["fields"][0]["widget"], "image");
}

/// What Decap CMS 3.16 wrote when the form was filled in: texts without and with quotes, the makers by their files.
#[test]
fn an_entry_as_the_form_writes_it_is_sound() {
    use etalase::cache::Cache;
    use etalase::commands::init::{Wish as Site, files};
    use etalase::diagnostic::{Level, Problems};
    use etalase::disk::Memory;
    use etalase::model::Date;
    let today = Date::new(2026, 11, 24).unwrap();
    let mut disk = Memory::new();
    for file in files(&Site { host: None, hook: false, sample: true, today }) {
        disk.put(&file.path, file.bytes);
    }
    disk.put(FORM_FILE.0, FORM_FILE.1);
    let mut photo = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(1200, 1200, |x, y| image::Rgb([(x / 5) as u8, (y / 5) as u8, 90]))
        .write_to(&mut photo, image::ImageFormat::Png)
        .unwrap();
    disk.put("content/produk/rak-bumbu-dinding/foto-talenan-1.png", photo.into_inner());
    let options = etalase::pipeline::Options { today, base: None, drafts: true };
    let mut problems = Problems::new();
    let loaded = etalase::pipeline::check(&disk, &options, &Cache::none(), &mut problems).unwrap();
    let grave: Vec<String> = problems
        .sorted()
        .into_iter()
        .filter(|problem| problem.level() == Level::Error)
        .map(|problem| format!("{} {} {:?}", problem.place.file, problem.code(), problem.finding.arguments))
        .collect();
    assert_eq!(grave, Vec::<String>::new());
    let product = loaded.catalog.products.rows().iter().find(|row| &*row.common.slug == "rak-bumbu-dinding").unwrap();
    assert_eq!(product.facts.price.lowest(), Some(125_000));
    // A field that was cleared in the form stays as empty quotes; one that is needed is missed all the same.
    let said = |change: [&str; 2]| -> Vec<String> {
        let mut disk = disk.clone();
        assert!(FORM_FILE.1.contains(change[0]));
        disk.put(FORM_FILE.0, FORM_FILE.1.replace(change[0], change[1]));
        let mut problems = Problems::new();
        etalase::pipeline::check(&disk, &options, &Cache::none(), &mut problems).unwrap();
        problems
            .sorted()
            .into_iter()
            .filter(|problem| problem.level() == Level::Error)
            .map(|one| one.code().to_string())
            .collect()
    };
    assert_eq!(said(["hari: 3-5", "hari: 3-5\nukuran: \"\"\nkapasitas: ''"]), Vec::<String>::new());
    assert_eq!(said(["stok: pesanan\nhari: 3-5", "stok: siap\nhari:"]), ["UMUM-KOSONG"]);
    let missing = "status: draf\n";
    assert!(said([missing, ""]).is_empty());
    assert_eq!(said(["status: draf\ndiperiksa_pada: 2026-11-20\n", "kategori_lain: []\n"]), Vec::<String>::new());
}

/// Without `status: draf`, what must be there is asked for although the form wrote the field.
#[test]
fn cleared_fields_that_must_be_there_are_missed() {
    use etalase::diagnostic::Problems;
    use etalase::disk::Memory;
    let mut disk = Memory::new();
    disk.put("content/situs.yaml", "nama: Uji\nalamat_situs: https://uji.example\nkota: Kota Uji\n");
    disk.put(
        "content/produk/rak/index.md",
        "---\nnama: Rak Bumbu\numkm: \"\"\nkategori: ukiran-kayu\nharga: \"\"\nsatuan: buah\nstok: siap\n---\n\nIsi.\n",
    );
    let today = etalase::model::Date::new(2026, 11, 24).unwrap();
    let options = etalase::pipeline::Options { today, base: None, drafts: false };
    let mut problems = Problems::new();
    etalase::pipeline::load(&disk, &options, &Known { cache: &Cache::none(), seen: None }, &mut problems).unwrap();
    let missed: Vec<&str> = problems.iter().filter_map(|problem| problem.finding.argument("kolom")).collect();
    assert!(missed.contains(&"harga") && missed.contains(&"umkm"), "{:#?}", problems.sorted());
    assert!(problems.has_errors());
}

const FORM_FILE: (&str, &str) = (
    "content/produk/rak-bumbu-dinding/index.md",
    r#"---
nama: Rak Bumbu Dinding
status: draf
diperiksa_pada: 2026-11-20
foto:
  - alt: Rak kayu tiga tingkat berisi botol bumbu
    berkas: foto-talenan-1.png
kata_kunci:
  - rak
contoh: true
umkm: bingkai-contoh/index
kategori: ukiran-kayu
harga: Rp125.000
satuan: buah
harga_per: 2026-11
stok: pesanan
hari: 3-5
min: 2
custom: true
bahan:
  - kayu jati
  - paku, lem
berat_g: 1200
izin:
  - jenis: merek
    nomor: IDM000123456
---
Rak tiga tingkat dari kayu jati. Cocok untuk dapur kecil.
"#,
);

#[test]
fn the_page_loads_only_what_was_asked_for() {
    let page = page("https://contoh.example/a\"b.js");
    assert!(page.contains("src=\"https://contoh.example/a&quot;b.js\""), "{page}");
    assert!(page.contains("src=\"pratinjau.js\""), "{page}");
    assert_eq!(page.matches("src=").count(), 2);
    let preview = etalase::commands::cms::preview();
    assert!(
        Kind::ALL.iter().all(|kind| preview.contains(&format!("\"{}\"", kind.folder()))) && !preview.contains("KINDS")
    );
}
