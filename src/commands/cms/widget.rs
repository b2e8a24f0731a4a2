//! Which input of the browser editor a field gets.

use super::yaml::Yaml;
use crate::commands::schema::{Vocabulary, example, pattern};
use crate::model::{Kind, LinkKind};
use crate::schema::{Choice, Field, FieldKind, TEXT_OR_MAX, Visibility, tables};

/// Turns fields into inputs, with the words of one site.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) words: &'a Vocabulary,
    /// Inside a record that may be left out. An editor would ask for its parts even when all of it is empty, so there
    /// none is required; `check` asks for them when the record is begun.
    pub(super) optional: bool,
}

/// Keywords of an input, after its name and label.
type Input = Vec<(&'static str, Yaml)>;

impl Form<'_> {
    /// The inputs of a record.
    pub(super) fn fields(&self, fields: &[&'static Field]) -> Vec<Yaml> {
        let contact = is_contact(fields);
        fields.iter().map(|field| self.field(field, field.name, contact)).collect()
    }

    fn table(&self, table: &'static [Field]) -> Yaml {
        Yaml::List(self.fields(&table.iter().collect::<Vec<_>>()))
    }

    /// One input. `name` is the field's own, but for a body.
    pub(super) fn field(&self, field: &'static Field, name: &'static str, contact: bool) -> Yaml {
        let mut input: Input = vec![("name", Yaml::text(name)), ("label", Yaml::text(field.title))];
        let inner = Form { optional: self.optional || !field.required, ..*self };
        let inner = if matches!(field.kind, FieldKind::Record(_)) { &inner } else { self };
        input.extend(inner.input(&field.kind, field.name, contact));
        input.push(("required", Yaml::Flag(field.required && !self.optional)));
        let hint = hint(field);
        if !hint.is_empty() {
            input.push(("hint", Yaml::Text(hint)));
        }
        Yaml::Map(input)
    }

    fn input(&self, kind: &FieldKind, name: &str, contact: bool) -> Input {
        match kind {
            FieldKind::Text { max, .. } => text_of(name, *max),
            // An editor has one input for a field: the line, which says as much as the record.
            FieldKind::TextOr(_) => text_of(name, TEXT_OR_MAX),
            FieldKind::Prose => vec![
                widget("markdown"),
                ("buttons", Yaml::texts(BUTTONS)),
                ("editor_components", Yaml::List(Vec::new())),
            ],
            FieldKind::Flag => vec![widget("boolean")],
            FieldKind::Whole { min, max } => whole(name, *min, *max),
            FieldKind::Decimal { min, max } => {
                vec![
                    widget("number"),
                    ("value_type", Yaml::text("float")),
                    ("min", Yaml::Decimal(*min)),
                    ("max", Yaml::Decimal(*max)),
                ]
            }
            FieldKind::Amount | FieldKind::Path | FieldKind::AnyEntry | FieldKind::Seller => vec![widget("string")],
            FieldKind::Date => day(),
            FieldKind::Month => matching(pattern::month(), "Tulis bulan seperti 2026-02 atau Februari 2026"),
            FieldKind::Moment => {
                let format = ("format", Yaml::text("YYYY-MM-DDTHH:mm"));
                vec![
                    widget("datetime"),
                    format,
                    ("date_format", Yaml::text("DD/MM/YYYY")),
                    ("time_format", Yaml::text("HH:mm")),
                ]
            }
            FieldKind::Price => {
                matching(pattern::price(), "Tulis harga seperti 25000, 25rb, 25000-40000, mulai 350000, atau tanya")
            }
            FieldKind::Rupiah => matching(pattern::fee(), "Tulis rupiah seperti 150000 atau gratis"),
            FieldKind::Days => matching(pattern::days(), "Tulis jumlah hari seperti 7, 3-5, atau 2 minggu"),
            FieldKind::Phone => matching(pattern::phone(), "Tulis nomor seperti 0812-0000-0001"),
            FieldKind::Email => matching(pattern::email(), "Tulis alamat surel seperti nama@contoh.id"),
            FieldKind::Url => matching(pattern::url(), "Tulis alamat lengkap yang diawali https://"),
            FieldKind::Link => link(name, contact),
            FieldKind::Digits => digits(name),
            FieldKind::Choice(choices) => choice(choices, name),
            FieldKind::Reference(kind) => relation(*kind),
            FieldKind::Category if name == "jenis_usaha" => self.named(&self.words.top_categories),
            FieldKind::Category => self.named(&self.words.categories),
            FieldKind::Unit => self.named(&self.words.units),
            FieldKind::District => {
                self.options(self.words.districts.iter().map(|district| (district.name.clone(), district.name.clone())))
            }
            FieldKind::Village => self.villages(),
            FieldKind::Hours => matching(pattern::hours(), "Tulis hari dan jam seperti Senin-Jumat 08.00-17.00"),
            FieldKind::Point => matching(pattern::point(), "Tulis lintang, bujur seperti -6.334, 106.72"),
            FieldKind::Photo => vec![widget("object"), ("fields", self.table(tables::common::PHOTO))],
            FieldKind::File if name == "berkas" || name == "gambar" || name == "foto" => {
                vec![widget("image"), ("choose_url", Yaml::Flag(false))]
            }
            FieldKind::File => vec![widget("file"), ("choose_url", Yaml::Flag(false))],
            FieldKind::Variants => list_of(named_item("pilihan", "Pilihan", vec![widget("string")])),
            FieldKind::Tier => tier(),
            FieldKind::Series => {
                vec![widget("keyvalue"), ("key_label", Yaml::text("Tahun")), ("value_label", Yaml::text("Angka"))]
            }
            FieldKind::List(inner, most) => self.list(inner, *most, name),
            FieldKind::Record(table) => {
                vec![widget("object"), ("collapsed", Yaml::Flag(true)), ("fields", self.table(table))]
            }
        }
    }

    /// An item that somebody has added is meant to be filled in.
    fn list(&self, inner: &FieldKind, most: usize, name: &str) -> Input {
        let form = Form { optional: false, ..*self };
        form.items(inner, most, name)
    }

    fn items(&self, inner: &FieldKind, most: usize, name: &str) -> Input {
        let most = ("max", Yaml::Whole(i64::try_from(most).unwrap_or(i64::MAX)));
        let mut input = match inner {
            // A select or a relation takes several by itself.
            FieldKind::Choice(_) | FieldKind::Reference(_) | FieldKind::Category => {
                let mut input = self.input(inner, name, false);
                input.retain(|(keyword, _)| *keyword != "default");
                input.push(("multiple", Yaml::Flag(true)));
                input
            }
            FieldKind::Record(table) => records(self.table(table), summary(table)),
            FieldKind::Photo => records(self.table(tables::common::PHOTO), "berkas"),
            FieldKind::Decimal { .. } if name == "fokus" => {
                let mut input = list_of(named_item("angka", "Angka 0 sampai 1", self.input(inner, name, false)));
                input.push(("min", Yaml::Whole(2)));
                input
            }
            _ => list_of(named_item("isi", "Isi", self.input(inner, name, false))),
        };
        input.push(most);
        input
    }

    fn named(&self, pairs: &[(String, String)]) -> Input {
        self.options(pairs.iter().map(|(value, label)| (value.clone(), label.clone())))
    }

    fn villages(&self) -> Input {
        let all = self.words.districts.iter().flat_map(|district| {
            district
                .villages
                .iter()
                .map(|village| (village.name.clone(), format!("{} ({})", village.name, district.name)))
        });
        self.options(all)
    }

    /// A select, or a plain text while the site has no such table.
    fn options(&self, pairs: impl Iterator<Item = (String, String)>) -> Input {
        let options: Vec<Yaml> = pairs.map(|(value, label)| option(&value, &label)).collect();
        if options.is_empty() {
            vec![widget("string")]
        } else {
            vec![widget("select"), ("options", Yaml::List(options))]
        }
    }
}

/// Signs of a text that the site shows; no pictures, no raw HTML.
const BUTTONS: [&str; 9] =
    ["bold", "italic", "link", "heading-two", "heading-three", "quote", "bulleted-list", "numbered-list", "code"];

fn is_contact(fields: &[&'static Field]) -> bool {
    let has = |name: &str| fields.iter().any(|field| field.name == name);
    has("whatsapp") && has("instagram")
}

fn widget(name: &str) -> (&'static str, Yaml) {
    ("widget", Yaml::text(name))
}

fn option(value: &str, label: &str) -> Yaml {
    Yaml::Map(vec![("label", Yaml::text(label)), ("value", Yaml::text(value))])
}

/// A line that must match, and what is said otherwise.
fn matching(pattern: String, otherwise: &str) -> Input {
    vec![widget("string"), ("pattern", Yaml::texts([pattern.as_str(), otherwise]))]
}

fn text_of(name: &str, max: usize) -> Input {
    match name {
        "bulan" => return matching(pattern::season(), "Tulis bulan seperti Maret atau Februari–Maret"),
        "alamat_situs" => {
            return matching(pattern::SITE_ADDRESS.to_owned(), "Tulis alamat lengkap yang diawali https://");
        }
        _ => {}
    }
    let most = ("maxlength", Yaml::Whole(i64::try_from(max).unwrap_or(i64::MAX)));
    vec![widget(if max > 120 { "text" } else { "string" }), most]
}

fn whole(name: &str, min: i64, max: i64) -> Input {
    let (min, max) = crate::commands::schema::bounds(name, min, max);
    vec![widget("number"), ("value_type", Yaml::text("int")), ("min", Yaml::Whole(min)), ("max", Yaml::Whole(max))]
}

fn day() -> Input {
    let format = ("format", Yaml::text("YYYY-MM-DD"));
    vec![widget("datetime"), format, ("date_format", Yaml::text("DD/MM/YYYY")), ("time_format", Yaml::Flag(false))]
}

fn link(name: &str, contact: bool) -> Input {
    let kind = if contact { LinkKind::contact(name) } else { LinkKind::shop(name) }.unwrap_or(LinkKind::Website);
    let message = match kind {
        LinkKind::Website => "Tulis alamat lengkap yang diawali https://".to_owned(),
        _ => format!("Tulis alamat halaman di {}", kind.label()),
    };
    matching(pattern::link(kind), &message)
}

fn digits(name: &str) -> Input {
    match name {
        "nib" => matching(pattern::nib(), "NIB terdiri atas 13 angka"),
        "kbli" => matching(pattern::kbli(), "Kode KBLI terdiri atas 5 angka"),
        _ => vec![widget("string")],
    }
}

/// New entries start as drafts.
fn choice(choices: &'static [Choice], name: &str) -> Input {
    let options = choices.iter().map(|choice| option(choice.value, choice.id)).collect();
    let mut input = vec![widget("select"), ("options", Yaml::List(options))];
    if name == "status" && choices.iter().any(|choice| choice.value == "draf") {
        input.push(("default", Yaml::text("draf")));
    }
    input
}

fn relation(kind: Kind) -> Input {
    let name = name_field(kind);
    vec![
        widget("relation"),
        ("collection", Yaml::text(kind.folder())),
        ("value_field", Yaml::text("{{slug}}")),
        ("search_fields", Yaml::texts([name])),
        ("display_fields", Yaml::texts([name])),
    ]
}

/// What the name of a kind's entries is called.
pub(super) fn name_field(kind: Kind) -> &'static str {
    if tables::common::has_title(kind) { "judul" } else { "nama" }
}

fn named_item(name: &'static str, label: &str, mut input: Input) -> Yaml {
    let mut item: Input = vec![("name", Yaml::text(name)), ("label", Yaml::text(label))];
    item.append(&mut input);
    Yaml::Map(item)
}

/// Simple items stand open: closed ones would all look alike.
fn list_of(item: Yaml) -> Input {
    vec![widget("list"), ("collapsed", Yaml::Flag(false)), ("field", item)]
}

fn records(fields: Yaml, summary: &str) -> Input {
    let summary = ("summary", Yaml::Text(format!("{{{{fields.{summary}}}}}")));
    vec![widget("list"), ("collapsed", Yaml::Flag(true)), summary, ("fields", fields)]
}

/// The field that tells the records of a list apart: the first that must be there.
fn summary(table: &'static [Field]) -> &'static str {
    table.iter().find(|field| field.required).or(table.first()).map_or("nama", |field| field.name)
}

/// Pairs of numbers.
fn tier() -> Input {
    let number =
        named_item("angka", "Jumlah minimal, lalu harga", vec![widget("number"), ("value_type", Yaml::text("int"))]);
    let mut pair = list_of(number);
    pair.extend([("min", Yaml::Whole(2)), ("max", Yaml::Whole(2))]);
    pair
}

/// What the field is for, who sees it, and a good value.
fn hint(field: &'static Field) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !field.help.is_empty() {
        parts.push(field.help.to_owned());
    }
    match field.visibility {
        Visibility::Public => {}
        Visibility::Consent(scope) => parts.push(format!("Isi hanya bila persetujuan memuat {}.", scope.word())),
        Visibility::Coarse(scope) => {
            parts.push(format!("Terbit lengkap hanya bila persetujuan memuat {}.", scope.word()))
        }
        Visibility::Private => parts.push("Tidak terbit.".to_owned()),
    }
    let typed = matches!(
        field.kind,
        FieldKind::Text { .. }
            | FieldKind::TextOr(_)
            | FieldKind::Amount
            | FieldKind::Price
            | FieldKind::Month
            | FieldKind::Days
            | FieldKind::Phone
            | FieldKind::Hours
            | FieldKind::Point
            | FieldKind::Digits
            | FieldKind::Rupiah
            | FieldKind::Link
            | FieldKind::Seller
    );
    if typed && !field.example.is_empty() {
        parts.push(format!("Contoh: {}", example::text(field).trim_matches(['"', '[', ']'])));
    }
    parts.join(" ")
}
