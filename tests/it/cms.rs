//! The browser editor's configuration: sound YAML, an input for every field of every kind, and nothing else.

use std::collections::BTreeSet;

use etalase::commands::cms::{Wish, config, page};
use etalase::commands::schema::{District, Village, Vocabulary};
use etalase::model::Kind;
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
fn compare(path: &str, inputs: &Value, fields: &[&'static Field], body: &str) {
    let wanted: BTreeSet<&str> =
        fields.iter().map(|field| if field.name == "deskripsi" { body } else { field.name }).collect();
    assert_eq!(names(inputs), wanted, "{path}");
    for field in fields {
        let name = if field.name == "deskripsi" { body } else { field.name };
        let input = inputs.as_array().unwrap().iter().find(|input| input["name"] == name).unwrap();
        let path = format!("{path}.{name}");
        assert_eq!(input["required"].as_bool(), Some(field.required && name != "en"), "{path}");
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
        compare(&path, &input["fields"], &inner.iter().collect::<Vec<_>>(), "deskripsi");
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
        compare(kind.folder(), inputs, &fields_of(kind), body);
        let english = inputs.as_array().unwrap().iter().find(|input| input["name"] == "en").unwrap();
        compare(&format!("{}.en", kind.folder()), &english["fields"], &english_fields_of(kind), "deskripsi");
        assert_eq!(collection["folder"], format!("content/{}", kind.folder()));
    }
    let settings = &collection(&config, "pengaturan")["files"][0];
    compare("situs", &settings["fields"], &tables::data::SITE.iter().collect::<Vec<_>>(), "deskripsi");
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

#[test]
fn the_page_loads_only_what_was_asked_for() {
    let page = page("https://contoh.example/a\"b.js");
    assert!(page.contains("src=\"https://contoh.example/a&quot;b.js\""), "{page}");
    assert_eq!(page.matches("src=").count(), 1);
}
