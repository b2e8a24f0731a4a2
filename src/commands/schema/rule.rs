//! What holds between the fields of an entry: completeness, consent, and the rules of single kinds.

use serde_json::{Map, Value, json};

use super::pattern;
use super::shape::add;
use crate::model::Kind;
use crate::schema::{Field, FieldKind, Scope, Visibility, tables};

/// All rules of a kind, for `allOf`.
pub(super) fn of(kind: Kind, fields: &[&'static Field]) -> Vec<Value> {
    let mut rules = vec![completeness(kind, fields)];
    if fields.iter().any(|field| field.name == "persetujuan") {
        rules.push(withdrawn_entry());
        rules.push(missing_consent());
        rules.extend(Scope::ALL.into_iter().filter_map(|scope| closed_scope(fields, scope)));
    }
    match kind {
        Kind::Product => rules.extend(product()),
        Kind::Cooperative => rules.extend(cooperative()),
        Kind::Funding => rules.push(json!({"required": ["tautan_resmi"]})),
        _ => {}
    }
    rules
}

fn is(value: &str) -> Value {
    json!({"type": "string", "pattern": format!(r"^\s*{value}\s*$")})
}

fn one(word: &str) -> Value {
    json!({"type": "string", "pattern": pattern::loose([word])})
}

fn is_draft() -> Value {
    json!({"required": ["status"], "properties": {"status": is("draf")}})
}

/// Consent was withdrawn: only the address of the entry may be known.
fn is_withdrawn() -> Value {
    json!({
        "required": ["persetujuan"],
        "properties": {"persetujuan": {"type": "object", "required": ["status"], "properties": {"status": is("ditarik")}}}
    })
}

/// What must be there, unless the entry is a draft or withdrawn.
fn completeness(kind: Kind, fields: &[&'static Field]) -> Value {
    let mut whole = required(fields.iter().copied());
    match kind {
        Kind::Event => add(&mut whole, "anyOf", json!([{"required": ["tempat"]}, {"required": ["daring"]}])),
        Kind::Impact => require(&mut whole, &["sumber", "definisi", "per"]),
        _ => {}
    }
    json!({"if": {"anyOf": [is_draft(), is_withdrawn()]}, "else": whole})
}

/// The required fields of a record, and of the records inside it.
pub(super) fn required(fields: impl Iterator<Item = &'static Field>) -> Value {
    let mut names: Vec<&str> = Vec::new();
    let mut inside = Map::new();
    for field in fields {
        if field.required {
            names.push(field.name);
        }
        let part = match &field.kind {
            FieldKind::Record(table) if field.name != "en" => required(table.iter()),
            FieldKind::TextOr(table) => required(table.iter()),
            FieldKind::List(FieldKind::Record(table), _) => with_items(required(table.iter())),
            FieldKind::List(FieldKind::Photo, _) => with_items(required(tables::common::PHOTO.iter())),
            _ => continue,
        };
        if part != json!({}) {
            inside.insert(field.name.to_owned(), part);
        }
    }
    let mut whole = json!({});
    if !names.is_empty() {
        add(&mut whole, "required", json!(names));
    }
    if !inside.is_empty() {
        add(&mut whole, "properties", Value::Object(inside));
    }
    whole
}

/// The same for a list of such records as for one alone: `required` concerns objects only, `items` lists only.
fn with_items(mut part: Value) -> Value {
    if part != json!({}) {
        let items = part.clone();
        add(&mut part, "items", items);
    }
    part
}

fn require(schema: &mut Value, names: &[&str]) {
    let Value::Object(map) = schema else { return };
    let list = map.entry("required").or_insert_with(|| json!([]));
    if let Value::Array(list) = list {
        list.extend(names.iter().map(|name| json!(name)));
    }
}

fn withdrawn_entry() -> Value {
    json!({
        "if": is_withdrawn(),
        "then": {
            "propertyNames": {"enum": ["persetujuan", "contoh", "status"]},
            "properties": {"persetujuan": {"required": ["ditarik_pada"]}}
        }
    })
}

/// `belum` is an honest answer, but nothing can be published with it.
fn missing_consent() -> Value {
    let not_yet = json!({"properties": {"status": {"not": one("belum"), "errorMessage": "Entri tidak bisa terbit tanpa persetujuan pemilik."}}});
    json!({"properties": {"persetujuan": not_yet}})
}

/// Fields that this scope opens must not be filled in while a given consent does not name it.
fn closed_scope(fields: &[&'static Field], scope: Scope) -> Option<Value> {
    let closed = forbidden(fields.iter().copied(), scope)?;
    let word = one(scope.word());
    let named = json!({"anyOf": [word.clone(), {"type": "array", "contains": word}]});
    let unnamed = json!({"anyOf": [
        {"not": {"required": ["lingkup"]}},
        {"properties": {"lingkup": {"not": named}}}
    ]});
    let consent = json!({
        "type": "object", "required": ["status"],
        "properties": {"status": one("ya")},
        "allOf": [unnamed]
    });
    Some(json!({"if": {"required": ["persetujuan"], "properties": {"persetujuan": consent}}, "then": closed}))
}

fn forbidden(fields: impl Iterator<Item = &'static Field>, scope: Scope) -> Option<Value> {
    let mut inside = Map::new();
    for field in fields {
        let part = match &field.kind {
            _ if field.visibility == Visibility::Consent(scope) => Some(json!(false)),
            FieldKind::Record(table) if field.name != "en" => forbidden(table.iter(), scope),
            FieldKind::List(FieldKind::Record(table), _) => forbidden(table.iter(), scope).map(with_items),
            _ => None,
        };
        if let Some(part) = part {
            inside.insert(field.name.to_owned(), part);
        }
    }
    if inside.is_empty() { None } else { Some(json!({"properties": inside})) }
}

/// One maker; the days and months that some states of stock need.
fn product() -> Vec<Value> {
    let when = |words: &[&str], field: &str| {
        let state = json!({"type": "string", "pattern": pattern::loose(words.iter().copied())});
        json!({"if": {"required": ["stok"], "properties": {"stok": state}}, "then": {"required": [field]}})
    };
    vec![
        json!({
            "if": {"required": ["koperasi"]},
            "then": {"properties": {"umkm": false}},
            "else": {"required": ["umkm"]}
        }),
        when(&["po", "pesanan"], "hari"),
        when(&["musiman"], "bulan"),
    ]
}

/// Least numbers of members, and whom loans are for.
fn cooperative() -> Vec<Value> {
    let lending = r"[sS][iI][mM][pP][aA][nN] [pP][iI][nN][jJ][aA][mM]";
    let unit = json!({"type": "string", "pattern": lending});
    let lends = json!({"anyOf": [
        {"required": ["jenis"], "properties": {"jenis": one("simpan_pinjam")}},
        {"required": ["unit_usaha"], "properties": {"unit_usaha": {"anyOf": [unit, {"type": "array", "contains": unit}]}}}
    ]});
    let members = |least: u32| json!({"properties": {"anggota": {"properties": {"orang": {"minimum": least}}}}});
    vec![
        json!({"if": lends, "then": {"required": ["layanan_untuk"], "properties": {"layanan_untuk": one("anggota")}}}),
        json!({
            "if": {"required": ["bentuk"], "properties": {"bentuk": one("sekunder")}},
            "then": members(3), "else": members(9)
        }),
    ]
}
