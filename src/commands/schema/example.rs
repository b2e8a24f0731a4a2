//! Good values of fields, as YAML and as JSON.

use serde_json::Value;

use crate::parse::{Node, Value as Written};
use crate::schema::{Field, FieldKind};

/// A good value as it would be written in an entry: on one line, or on lines of its own that start with two spaces.
pub(in crate::commands) fn text(field: &Field) -> String {
    match field.example {
        "" => of_kind(&field.kind, field.name),
        // A sign that means something to YAML must not stand bare at the front.
        bare if bare.starts_with(['@', '%', '&', '*', '!', '|', '>', '`']) => format!("\"{bare}\""),
        example => example.to_owned(),
    }
}

fn of_kind(kind: &FieldKind, name: &str) -> String {
    match kind {
        FieldKind::Text { max, .. } if *max <= 120 => "…".to_owned(),
        FieldKind::TextOr(_) => "…".to_owned(),
        FieldKind::Text { .. } | FieldKind::Prose => "Tulis di sini.".to_owned(),
        FieldKind::Flag => "ya".to_owned(),
        FieldKind::Whole { min, max } => whole(name, *min, *max).to_string(),
        FieldKind::Decimal { .. } => "0.5".to_owned(),
        FieldKind::Amount => "10 orang".to_owned(),
        FieldKind::Date => "2026-03-17".to_owned(),
        FieldKind::Month => "2026-11".to_owned(),
        FieldKind::Moment => "2026-12-05T09:00".to_owned(),
        FieldKind::Rupiah if name == "harga_coret" => "60000".to_owned(),
        FieldKind::Price | FieldKind::Rupiah => "45000".to_owned(),
        FieldKind::Days => "7".to_owned(),
        FieldKind::Phone => "\"0812-0000-0001\"".to_owned(),
        FieldKind::Email => "nama@contoh.example".to_owned(),
        FieldKind::Url => "https://www.contoh.example/halaman".to_owned(),
        FieldKind::Link => page_on(name),
        FieldKind::Path => "/produk/nama-lama/".to_owned(),
        FieldKind::Digits => digits(name).to_owned(),
        FieldKind::Choice(choices) => choices.first().map_or("…", |choice| choice.value).to_owned(),
        FieldKind::Reference(kind) => format!("nama-{}", kind.folder()),
        FieldKind::Seller => "nama-umkm".to_owned(),
        FieldKind::AnyEntry => "produk/nama-produk".to_owned(),
        FieldKind::Category => "kerajinan".to_owned(),
        FieldKind::Unit => "buah".to_owned(),
        FieldKind::District => "Pamulang".to_owned(),
        FieldKind::Village => "Pondok Benda".to_owned(),
        FieldKind::Hours => "Senin-Jumat 08.00-17.00".to_owned(),
        FieldKind::Point => "[-6.334, 106.72]".to_owned(),
        FieldKind::Photo => "foto-1.jpg".to_owned(),
        FieldKind::File => if name == "foto" { "foto-2.jpg" } else { "berkas.pdf" }.to_owned(),
        FieldKind::Variants => "[merah, biru]".to_owned(),
        FieldKind::Tier => "[10, 41000]".to_owned(),
        FieldKind::Series => "{2025: 12, 2026: 20}".to_owned(),
        FieldKind::List(inner, _) => format!("[{}]", of_kind(inner, name)),
        FieldKind::Record(table) if *table == crate::schema::tables::product::PERMIT => {
            "{jenis: pirt, nomor: \"2063674990001-30\", diperiksa_pada: 2026-11-02}".to_owned()
        }
        FieldKind::Record(table) => {
            let chosen: Vec<&Field> = table.iter().filter(|field| field.required).collect();
            let chosen = if chosen.is_empty() { table.iter().take(1).collect() } else { chosen };
            let fields: Vec<String> =
                chosen.iter().map(|field| format!("{}: {}", field.name, within(text(field)))).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

/// A value inside braces, where a comma would end it.
fn within(text: String) -> String {
    let closed = text.starts_with(['[', '{', '"']);
    if text.contains(',') && !closed { format!("\"{text}\"") } else { text }
}

fn whole(name: &str, min: i64, max: i64) -> i64 {
    match name {
        "tkt" => 7,
        "tahun" | "rat_terakhir" => 2026,
        "sejak" => 2015,
        _ => 1.clamp(min, max),
    }
}

fn digits(name: &str) -> &'static str {
    match name {
        "nmid" => "ID9999999999999",
        "nik" => "\"3674000000001\"",
        "hs" => "\"441400\"",
        "kode_pos" => "\"15416\"",
        _ => "\"12345\"",
    }
}

fn page_on(name: &str) -> String {
    use crate::model::{LinkKind, LinkRole};
    let kind = LinkKind::shop(name).or_else(|| LinkKind::contact(name)).unwrap_or(LinkKind::Website);
    match (kind.role(), kind.hosts().first()) {
        (LinkRole::Social, _) => "\"@namatoko\"".to_owned(),
        (_, Some(host)) => format!("https://www.{host}/namatoko"),
        (_, None) => "https://www.contoh.example".to_owned(),
    }
}

/// The example of a field as JSON, for the `examples` of a schema; nothing where an example would only repeat the obvious.
pub(super) fn values(field: &Field) -> Vec<Value> {
    let telling = !field.example.is_empty()
        || matches!(
            field.kind,
            FieldKind::Date
                | FieldKind::Month
                | FieldKind::Moment
                | FieldKind::Phone
                | FieldKind::Email
                | FieldKind::Hours
        );
    if telling { json_of_yaml(&text(field)).into_iter().collect() } else { Vec::new() }
}

/// A YAML value as the JSON that editors check.
fn json_of_yaml(yaml: &str) -> Option<Value> {
    let mut problems = crate::diagnostic::Problems::new();
    let document = crate::parse::parse(&"contoh.yaml".into(), format!("x: {yaml}\n").as_bytes(), &mut problems);
    document.fields.first().map(|pair| json(&pair.node))
}

/// A written value as editors see it: YAML 1.2 core, where `25.000` is the number 25 and `ya` is a text.
pub fn json(node: &Node) -> Value {
    match &node.value {
        Written::Null => Value::Null,
        Written::Scalar { text, quoted: true } => Value::String(text.clone()),
        Written::Scalar { text, quoted: false } => plain(text),
        Written::List(items) => Value::Array(items.iter().map(json).collect()),
        Written::Map(pairs) => Value::Object(pairs.iter().map(|pair| (pair.key.clone(), json(&pair.node))).collect()),
    }
}

fn plain(text: &str) -> Value {
    match text {
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let whole = !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit());
    if whole && let Ok(number) = text.trim_start_matches('+').parse::<i64>() {
        return Value::from(number);
    }
    let scalar = crate::model::Scalar::plain(text);
    if let Some(number) = scalar.as_yaml_integer() {
        return Value::from(number);
    }
    match scalar.as_yaml_float().and_then(serde_json::Number::from_f64) {
        Some(number) => Value::Number(number),
        None => Value::String(text.to_owned()),
    }
}
