//! What one field may hold, as a JSON Schema.
//!
//! Where a reader accepts several forms, so does the schema: a list may be written as one value, a number in quotes, a
//! price as `25rb`. What only gets a warning is accepted too, with one exception: a bare price below 500 (see
//! [`price`]).

use serde_json::{Map, Value, json};

use super::{Vocabulary, example, pattern};
use crate::model::LinkKind;
use crate::schema::{Choice, Field, FieldKind, TEXT_OR_MAX, Visibility, tables};

/// The least bare number that is taken for a price. `harga: 25.000` is the number 25 to every YAML reader, and JSON
/// Schema cannot tell it from `25`; nothing is that cheap, so editors say so.
const LEAST_BARE_PRICE: u64 = 500;
/// No price is believed beyond this.
const HIGHEST_PRICE: u64 = 1_000_000_000_000;

/// Turns fields into schemas, with the words of one site.
pub(super) struct Shaper<'a> {
    pub(super) words: &'a Vocabulary,
}

impl Shaper<'_> {
    /// A record: its fields and no others. What is required stands elsewhere, since drafts need not be complete.
    pub(super) fn record(&self, fields: &[&'static Field]) -> Value {
        let contact =
            fields.iter().any(|field| field.name == "whatsapp") && fields.iter().any(|field| field.name == "instagram");
        let one = |field: &&'static Field| (field.name.to_owned(), self.field(field, contact));
        let properties: Map<String, Value> = fields.iter().map(one).collect();
        json!({"type": "object", "properties": properties, "additionalProperties": false})
    }

    fn table(&self, table: &'static [Field]) -> Value {
        let mut record = self.record(&table.iter().collect::<Vec<_>>());
        if table == tables::product::PERMIT {
            add(&mut record, "allOf", Value::Array(permit_rules()));
        }
        if table == tables::business::ADDRESS && !self.words.districts.is_empty() {
            add(&mut record, "allOf", Value::Array(self.village_rules()));
        }
        record
    }

    /// One field with its title, its explanation and good values.
    pub(super) fn field(&self, field: &'static Field, contact: bool) -> Value {
        let mut shape = self.shape(&field.kind, field.name, contact);
        add(&mut shape, "title", json!(field.title));
        let text = description(field);
        if !text.is_empty() {
            add(&mut shape, "description", json!(text));
        }
        let mut examples: Vec<Value> = example::values(field);
        if let Some(slugs) = self.known_entries(&field.kind) {
            examples = slugs;
        }
        if !examples.is_empty() {
            add(&mut shape, "examples", Value::Array(examples));
        }
        shape
    }

    fn known_entries(&self, kind: &FieldKind) -> Option<Vec<Value>> {
        let slugs = match kind {
            FieldKind::Reference(kind) => self.words.slugs(*kind).to_vec(),
            FieldKind::Seller => {
                let businesses = self.words.slugs(crate::model::Kind::Business);
                [businesses, self.words.slugs(crate::model::Kind::Cooperative)].concat()
            }
            _ => return None,
        };
        if slugs.is_empty() { None } else { Some(slugs.into_iter().map(Value::String).collect()) }
    }

    /// The form of a value; forms that occur often stand once, under a name.
    fn shape(&self, kind: &FieldKind, name: &str, contact: bool) -> Value {
        match shared(kind, name) {
            Some(shared) => json!({"$ref": format!("#/$defs/{shared}")}),
            None => self.form(kind, name, contact),
        }
    }

    /// The definitions that a schema refers to, and those that these refer to.
    pub(super) fn definitions(&self, schema: &Value) -> Map<String, Value> {
        let mut found = Map::new();
        let mut open = references(schema);
        while let Some(name) = open.pop() {
            if !found.contains_key(&name)
                && let Some((_, kind)) = SHARED.iter().find(|(shared, _)| *shared == name)
            {
                let form = self.form(kind, "", false);
                open.extend(references(&form));
                found.insert(name, form);
            }
        }
        found
    }

    fn form(&self, kind: &FieldKind, name: &str, contact: bool) -> Value {
        match kind {
            FieldKind::Text { max, .. } => text_of(name, *max),
            FieldKind::TextOr(table) => either(vec![text_of(name, TEXT_OR_MAX), self.table(table)]),
            FieldKind::Prose => json!({"type": ["string", "number", "boolean"], "pattern": pattern::FILLED}),
            FieldKind::Flag => flag(),
            FieldKind::Whole { min, max } => whole(name, *min, *max),
            FieldKind::Decimal { min, max } => decimal(*min, *max),
            FieldKind::Amount | FieldKind::Path | FieldKind::AnyEntry => text(),
            FieldKind::Date => string(pattern::date(), "Tulis tanggal seperti 2026-03-17 atau 17 Maret 2026."),
            FieldKind::Month => string(pattern::month(), "Tulis bulan seperti 2026-02 atau Februari 2026."),
            FieldKind::Moment => string(pattern::moment(), "Tulis tanggal dan jam seperti 2026-12-05T09:00."),
            FieldKind::Price => price(),
            FieldKind::Rupiah => rupiah(),
            FieldKind::Days => days(),
            FieldKind::Phone => phone(),
            FieldKind::Email => string(pattern::email(), "Tulis alamat surel seperti nama@contoh.id."),
            FieldKind::Url => string(pattern::url(), "Tulis alamat lengkap yang diawali https://."),
            FieldKind::Link => link(name, contact),
            FieldKind::Digits => digits(name),
            FieldKind::Choice(choices) => choice(choices),
            FieldKind::Reference(_) | FieldKind::Seller => text(),
            FieldKind::Category if name == "jenis_usaha" => named(&self.words.top_categories),
            FieldKind::Category => named(&self.words.categories),
            FieldKind::Unit => named(&self.words.units),
            FieldKind::District => self.district(),
            FieldKind::Village => text(),
            FieldKind::Hours => hours(),
            FieldKind::Point => point(),
            FieldKind::Photo => either(vec![text(), self.table(tables::common::PHOTO)]),
            FieldKind::File => text(),
            FieldKind::Variants => self.variants(),
            FieldKind::Tier => tier(),
            FieldKind::Series => series(),
            FieldKind::List(inner, most) => self.list(inner, *most, name, contact),
            FieldKind::Record(table) => self.table(table),
        }
    }

    /// A list, or one value alone. Lines may also stand in one text with commas between them.
    fn list(&self, inner: &FieldKind, most: usize, name: &str, contact: bool) -> Value {
        let item = self.shape(inner, name, contact);
        let mut list = json!({"type": "array", "items": item.clone(), "maxItems": most});
        if name == "fokus" {
            add(&mut list, "minItems", json!(2));
            return list;
        }
        let alone = match inner {
            FieldKind::Text { max, .. } if *max <= 120 => {
                json!({"type": ["string", "number", "boolean"], "pattern": pattern::comma_list(*max)})
            }
            FieldKind::Tier => return list,
            _ => item,
        };
        either(vec![list, alone])
    }

    fn district(&self) -> Value {
        let names: Vec<&str> = self.words.districts.iter().map(|district| district.name.as_str()).collect();
        if names.is_empty() {
            return text();
        }
        let slugs = self.words.districts.iter().map(|district| district.slug.as_str());
        let all: Vec<&str> = names.iter().copied().chain(slugs).collect();
        either(vec![json!({"enum": names}), place_name(&all)])
    }

    /// The kelurahan of each kecamatan.
    fn village_rules(&self) -> Vec<Value> {
        let rule = |district: &super::vocabulary::District| {
            let names: Vec<&str> = district.villages.iter().map(|village| village.name.as_str()).collect();
            let other = district.villages.iter().flat_map(|village| village.other.iter().map(String::as_str));
            let all: Vec<&str> = names.iter().copied().chain(other).collect();
            let known = either(vec![json!({"enum": names}), place_name(&all)]);
            json!({
                "if": {"required": ["kecamatan"], "properties": {"kecamatan": place_name(&[&district.name, &district.slug])}},
                "then": {"properties": {"kelurahan": known}}
            })
        };
        self.words.districts.iter().map(rule).collect()
    }

    /// Names, records, or axes of them.
    fn variants(&self) -> Value {
        let mut record = self.table(tables::product::VARIANT);
        add(&mut record, "required", json!(["nama"]));
        let items = json!({"type": "array", "items": either(vec![text(), record])});
        either(vec![text(), items.clone(), json!({"type": "object", "additionalProperties": items})])
    }
}

/// Forms that occur often, and their names.
const SHARED: [(&str, FieldKind); 12] = [
    ("tanggal", FieldKind::Date),
    ("bulan", FieldKind::Month),
    ("waktu", FieldKind::Moment),
    ("harga", FieldKind::Price),
    ("rupiah", FieldKind::Rupiah),
    ("telepon", FieldKind::Phone),
    ("surel", FieldKind::Email),
    ("alamat_web", FieldKind::Url),
    ("jam", FieldKind::Hours),
    ("ya_tidak", FieldKind::Flag),
    ("foto", FieldKind::Photo),
    ("izin", FieldKind::Record(tables::product::PERMIT)),
];

fn shared(kind: &FieldKind, name: &str) -> Option<&'static str> {
    match kind {
        FieldKind::Rupiah if is_price(name) => Some("harga"),
        kind => SHARED.iter().find(|(_, shared)| shared == kind).map(|(name, _)| *name),
    }
}

/// Names that a schema refers to.
fn references(schema: &Value) -> Vec<String> {
    match schema {
        Value::Object(map) => {
            let own = map.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
            own.map(str::to_owned).into_iter().chain(map.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// Rupiah that cannot be nothing.
fn is_price(name: &str) -> bool {
    matches!(name, "harga_coret" | "harga_maks")
}

/// Names of places are the same with and without the word before them.
fn place_name(words: &[&str]) -> Value {
    json!({"type": "string", "pattern": pattern::place(words.iter().copied())})
}

/// Adds a keyword to a schema.
pub(super) fn add(schema: &mut Value, keyword: &str, value: Value) {
    if let Value::Object(map) = schema {
        map.insert(keyword.to_owned(), value);
    }
}

fn either(forms: Vec<Value>) -> Value {
    json!({"anyOf": forms})
}

/// A text of a fixed form, and what editors say of another one.
fn string(pattern: impl Into<String>, otherwise: &str) -> Value {
    json!({"type": "string", "pattern": pattern.into(), "patternErrorMessage": otherwise})
}

/// Any text. YAML takes `20` and `true` for something else, the readers do not.
fn text() -> Value {
    json!({"type": ["string", "number", "boolean"], "pattern": pattern::FILLED})
}

/// A text, some of which have a form of their own that their table row does not tell.
fn text_of(name: &str, max: usize) -> Value {
    match (name, max) {
        ("bulan", _) => string(pattern::season(), "Tulis bulan seperti Maret atau Februari–Maret."),
        ("alamat_situs", _) => string(pattern::SITE_ADDRESS, "Tulis alamat lengkap yang diawali https://."),
        ("negara", 2) => string(r"^\s*[A-Za-z]{2}\s*$", "Tulis kode negara dua huruf, misalnya ID."),
        _ => json!({"type": ["string", "number", "boolean"], "pattern": pattern::FILLED, "maxLength": max}),
    }
}

fn flag() -> Value {
    either(vec![
        json!({"enum": ["ya", "tidak"]}),
        json!({"type": "boolean"}),
        string(pattern::flag(), "Tulis ya atau tidak."),
    ])
}

/// The bounds of a whole number. Three rows leave theirs to the reader.
pub(in crate::commands) fn bounds(name: &str, min: i64, max: i64) -> (i64, i64) {
    match name {
        "tkt" => (1, 9),
        "min" => (1, i64::from(u32::MAX)),
        "sejak" => (min.max(1900), max),
        _ => (min, max),
    }
}

fn whole(name: &str, min: i64, max: i64) -> Value {
    let (min, max) = bounds(name, min, max);
    let message = format!("Tulis angka bulat {min} sampai {max}.");
    let number = json!({"type": "integer", "minimum": min, "maximum": max});
    let quoted = match name {
        "tkt" => string(r"^\s*[1-9]\s*$", &message),
        _ => string(pattern::whole(min, max), &message),
    };
    either(vec![number, quoted])
}

fn decimal(min: f64, max: f64) -> Value {
    let number = json!({"type": "number", "minimum": min, "maximum": max});
    either(vec![number, string(pattern::DECIMAL, "Tulis angka seperti 82,5.")])
}

/// A bare number, or a text that names a price.
fn price() -> Value {
    either(vec![
        json!({
            "type": "integer", "minimum": LEAST_BARE_PRICE, "maximum": HIGHEST_PRICE,
            "errorMessage": "Harga ditulis tanpa titik (25000) atau dalam tanda petik (\"25.000\")."
        }),
        string(pattern::price(), "Tulis harga seperti 25000, \"25.000\", 25rb, 25000-40000, mulai 350000, atau tanya."),
    ])
}

/// A fee may be nothing.
fn rupiah() -> Value {
    either(vec![
        json!({"const": 0}),
        json!({"type": "integer", "minimum": LEAST_BARE_PRICE, "maximum": HIGHEST_PRICE}),
        string(pattern::fee(), "Tulis rupiah seperti 150000, \"150.000\", atau gratis."),
    ])
}

fn days() -> Value {
    let number = json!({"type": "integer", "minimum": 1, "maximum": crate::model::Days::LONGEST});
    let words = string(pattern::days(), "Tulis jumlah hari seperti 7, 3-5, atau 2 minggu (paling lama 180 hari).");
    let range =
        json!({"type": "array", "items": either(vec![number.clone(), words.clone()]), "minItems": 1, "maxItems": 2});
    either(vec![number, words, range])
}

fn phone() -> Value {
    // A number written without quotes loses its zero in an editor; the readers take the text.
    either(vec![
        string(pattern::phone(), "Tulis nomor seperti \"0812-0000-0001\"."),
        json!({"type": "integer", "minimum": 20_000_000, "maximum": 628_999_999_999_999_i64}),
    ])
}

fn link(name: &str, contact: bool) -> Value {
    let kind = if contact { LinkKind::contact(name) } else { LinkKind::shop(name) };
    let kind = kind.unwrap_or(LinkKind::Website);
    let message = match kind {
        LinkKind::Website => "Tulis alamat lengkap yang diawali https://.".to_owned(),
        _ => format!("Tulis alamat halaman di {} yang diawali https://.", kind.label()),
    };
    string(pattern::link(kind), &message)
}

fn digits(name: &str) -> Value {
    match name {
        "nib" => either(vec![
            string(pattern::nib(), "NIB terdiri atas 13 angka, dalam tanda petik."),
            json!({"type": "integer", "minimum": 1_000_000_000_000_i64, "maximum": 9_999_999_999_999_i64}),
        ]),
        "kbli" => either(vec![
            string(pattern::kbli(), "Kode KBLI terdiri atas 5 angka, dalam tanda petik."),
            json!({"type": "integer", "minimum": 10_000, "maximum": 99_999}),
        ]),
        _ => text(),
    }
}

fn choice(choices: &[Choice]) -> Value {
    let mut values: Vec<Value> = choices.iter().map(|choice| json!(choice.value)).collect();
    let mut labels: Vec<&str> = choices.iter().map(|choice| choice.id).collect();
    // 2020 is a number to YAML and a word to the reader.
    for choice in choices {
        if let Ok(number) = choice.value.parse::<i64>() {
            values.push(json!(number));
            labels.push(choice.id);
        }
    }
    let words = choices.iter().map(|choice| choice.value);
    let list: Vec<&str> = words.clone().collect();
    let message = format!("Pilih salah satu: {}.", list.join(", "));
    either(vec![json!({"enum": values, "enumDescriptions": labels}), string(pattern::loose(words), &message)])
}

/// A word of one of the site's own tables: first spelling, second spelling.
fn named(pairs: &[(String, String)]) -> Value {
    if pairs.is_empty() {
        return text();
    }
    let values: Vec<&str> = pairs.iter().map(|(value, _)| value.as_str()).collect();
    let labels: Vec<&str> = pairs.iter().map(|(_, name)| name.as_str()).collect();
    let all: Vec<&str> = values.iter().chain(&labels).copied().collect();
    let words = json!({"type": "string", "pattern": pattern::one_of(all.iter().copied())});
    either(vec![json!({"enum": values, "enumDescriptions": labels}), words])
}

fn hours() -> Value {
    let line = string(pattern::hours(), "Tulis hari dan jam seperti Senin-Jumat 08.00-17.00.");
    either(vec![line.clone(), json!({"type": "array", "items": line, "minItems": 1})])
}

fn point() -> Value {
    let bounds = crate::model::Bounds::TANGERANG_SELATAN;
    let degrees = |millionths: i32| f64::from(millionths) / 1e6;
    let range = |low: i32, high: i32| json!({"type": "number", "minimum": degrees(low), "maximum": degrees(high)});
    let message = "Tulis [lintang, bujur], misalnya [-6.334, 106.72].";
    let latitude = either(vec![range(bounds.south, bounds.north), string(pattern::latitude(), message)]);
    let longitude = either(vec![range(bounds.west, bounds.east), string(pattern::longitude(), message)]);
    let pair = json!({"type": "array", "prefixItems": [latitude, longitude], "minItems": 2, "maxItems": 2});
    either(vec![pair, string(pattern::point(), message)])
}

fn tier() -> Value {
    let least =
        either(vec![json!({"type": "integer", "minimum": 2}), string(r"^\s*[0-9]+\s*$", "Tulis jumlah, misalnya 10.")]);
    json!({"type": "array", "prefixItems": [least, price()], "minItems": 2, "maxItems": 2})
}

fn series() -> Value {
    json!({
        "type": "object",
        "patternProperties": {r"^\s*(?:19|2[01])[0-9]{2}\s*$|^\s*2200\s*$": decimal(-1e12, 1e12)},
        "additionalProperties": false
    })
}

/// Which permits need a number, and of what form.
fn permit_rules() -> Vec<Value> {
    let rule = |kind: &str| {
        let number = pattern::permit(kind).map_or_else(text, |form| {
            json!({"pattern": form, "patternErrorMessage": "Bentuk nomor tidak sesuai jenis izinnya; salin dari dokumennya."})
        });
        json!({
            "if": {"required": ["jenis"], "properties": {"jenis": {"type": "string", "pattern": pattern::loose([kind])}}},
            "then": {"required": ["nomor"], "properties": {"nomor": number}}
        })
    };
    let mut rules: Vec<Value> = ["pirt", "bpom", "halal", "sni"].into_iter().map(rule).collect();
    rules.push(json!({
        "if": {"required": ["jenis"], "properties": {"jenis": {"type": "string", "pattern": pattern::loose(["tkdn"])}}},
        "then": {"required": ["nilai", "nomor"], "properties": {"nilai": {"minimum": 0, "maximum": 100}}}
    }));
    rules
}

/// What a field is for, who sees it, and what may be chosen.
fn description(field: &Field) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !field.help.is_empty() {
        parts.push(field.help.to_owned());
    }
    match field.visibility {
        Visibility::Public => {}
        Visibility::Consent(scope) => {
            parts.push(format!(
                "Terbit bila persetujuan.lingkup memuat {}; tanpa itu kolom ini tidak boleh diisi.",
                scope.word()
            ));
        }
        Visibility::Coarse(scope) => {
            parts.push(format!("Terbit lengkap bila persetujuan.lingkup memuat {}.", scope.word()));
        }
        Visibility::Private => parts.push("Tidak pernah terbit.".to_owned()),
    }
    if field.required {
        parts.push("Wajib diisi.".to_owned());
    }
    parts.join(" ")
}
