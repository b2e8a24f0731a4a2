//! A value between an entry and a cell: as one text that says the same in both directions.
//!
//! | value | cell |
//! | --- | --- |
//! | one text | itself |
//! | list of texts | `a; b; c` |
//! | list of records | one line each: `jenis: pirt \| nomor: 2063…` |
//! | text or record | the text, or `p: 21 \| l: 29,7 \| satuan: cm` |
//! | options by axis | one line each: `warna: biru; hijau` |
//! | wholesale prices | `10 = 41000; 50 = 37000` |
//! | years and numbers | `2025: 12; 2026: 20` |
//!
//! A part that holds a mark of its own form stands in double quotes.

use super::lookup::Lookup;
use super::written::canonical;
use crate::parse::{Node, Pair, Value};
use crate::schema::{Field, FieldKind, tables};

/// A value that is to be written into an entry.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// One text; `quoted` when it must not be taken for a number.
    Text {
        /// The text.
        text: String,
        /// Write it in quotes.
        quoted: bool,
    },
    /// A list.
    List(Vec<Content>),
    /// Named values.
    Record(Vec<(String, Content)>),
}

impl Content {
    /// A text as it is.
    pub fn text(text: impl Into<String>) -> Content {
        Content::Text { text: text.into(), quoted: false }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Content::Text { text, .. } = self { Some(text) } else { None }
    }

    /// Does an entry already say this? Quotes and layout do not count; one value alone is a list of one.
    pub fn is_in(&self, node: &Node) -> bool {
        match (self, &node.value) {
            (Content::Text { text, .. }, Value::Scalar { text: other, .. }) => same_text(text, other),
            (Content::Text { text, .. }, Value::Null) => text.is_empty(),
            (Content::List(items), Value::List(nodes)) => {
                items.len() == nodes.len() && items.iter().zip(nodes).all(|(item, node)| item.is_in(node))
            }
            (Content::List(items), Value::Scalar { .. }) => matches!(items.as_slice(), [one] if one.is_in(node)),
            (Content::Record(parts), Value::Map(pairs)) => {
                let found = |name: &str| pairs.iter().find(|pair| pair.key == name);
                parts.len() == pairs.len()
                    && parts.iter().all(|(name, part)| found(name).is_some_and(|pair| part.is_in(&pair.node)))
            }
            _ => false,
        }
    }
}

/// Texts are the same without the space around them, which a cell and a block of YAML treat differently.
pub fn same_text(a: &str, b: &str) -> bool {
    let lines = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    lines(a) == lines(b)
}

/// The text of a cell for a value of this kind.
pub fn shown(kind: &FieldKind, node: &Node) -> String {
    match (&node.value, kind) {
        (Value::Null, _) => String::new(),
        (Value::Scalar { text, .. }, FieldKind::List(..)) => quote_if(text.trim_end(), &[";", ",", "\n"]),
        (Value::Scalar { text, .. }, _) => text.trim_end().to_owned(),
        (Value::List(items), FieldKind::Days) => join(items, "-"),
        (Value::List(items), FieldKind::Point) => join(items, ", "),
        (Value::List(items), FieldKind::List(FieldKind::Tier, _)) => {
            items.iter().map(tier).collect::<Vec<_>>().join("; ")
        }
        (Value::List(items), _) if items.iter().any(|item| matches!(item.value, Value::Map(_))) => {
            items.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        (Value::List(items), FieldKind::Hours) => items.iter().filter_map(scalar).collect::<Vec<_>>().join("; "),
        (Value::List(items), _) => list(items),
        (Value::Map(pairs), FieldKind::Series) => pairs
            .iter()
            .map(|pair| format!("{}: {}", pair.key, scalar(&pair.node).unwrap_or_default()))
            .collect::<Vec<_>>()
            .join("; "),
        (Value::Map(pairs), FieldKind::Variants) => pairs.iter().map(axis).collect::<Vec<_>>().join("\n"),
        (Value::Map(pairs), _) => record(pairs),
    }
}

fn scalar(node: &Node) -> Option<&str> {
    if let Value::Scalar { text, .. } = &node.value { Some(text.trim_end()) } else { None }
}

fn join(items: &[Node], mark: &str) -> String {
    items.iter().filter_map(scalar).collect::<Vec<_>>().join(mark)
}

/// `a; b`. A list of one with a comma needs quotes, since people write commas between items.
fn list(items: &[Node]) -> String {
    let one = |item: &Node| match &item.value {
        Value::List(inner) => quote_if(&list(inner), &[";", "\""]),
        _ => {
            quote_if(scalar(item).unwrap_or_default(), if items.len() == 1 { &[";", ",", "\n"] } else { &[";", "\n"] })
        }
    };
    items.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn tier(node: &Node) -> String {
    match &node.value {
        Value::List(pair) => join(pair, " = "),
        _ => scalar(node).unwrap_or_default().to_owned(),
    }
}

fn axis(pair: &Pair) -> String {
    let value = match &pair.node.value {
        Value::List(items) => list(items),
        _ => quote_if(scalar(&pair.node).unwrap_or_default(), &[";", "\n"]),
    };
    format!("{}: {value}", pair.key)
}

/// One line of a list of records.
fn line(node: &Node) -> String {
    match &node.value {
        Value::Map(pairs) => record(pairs),
        _ => quote_if(scalar(node).unwrap_or_default(), &["|", "\n", ": "]),
    }
}

fn record(pairs: &[Pair]) -> String {
    let part = |pair: &Pair| {
        let value = match &pair.node.value {
            Value::List(items) => quote_if(&list(items), &["|"]),
            _ => quote_if(scalar(&pair.node).unwrap_or_default(), &["|", "\n"]),
        };
        format!("{}: {value}", pair.key)
    };
    pairs.iter().map(part).collect::<Vec<_>>().join(" | ")
}

/// In quotes if it holds one of the marks, or would lose something without.
fn quote_if(text: &str, marks: &[&str]) -> String {
    if text.is_empty() || text.starts_with('"') || text.trim() != text || marks.iter().any(|mark| text.contains(mark)) {
        let inner = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        return format!("\"{inner}\"");
    }
    text.to_owned()
}

/// The text without the quotes of [`quote_if`].
fn unquote(text: &str) -> String {
    let text = text.trim();
    let Some(inner) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return text.to_owned() };
    let mut out = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            _ => out.push(letter),
        }
    }
    out
}

/// Parts between marks; a mark inside a part that stands in quotes does not count.
fn split(text: &str, is_mark: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (at, letter) in text.char_indices() {
        let before = text.get(start..at).unwrap_or_default();
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if quoted => quoted = false,
            '"' if before.trim().is_empty() || before.trim_end().ends_with(':') => quoted = true,
            _ if !quoted && is_mark(text.get(at..).unwrap_or_default()) => {
                parts.push(before.trim());
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts.retain(|part| !part.is_empty());
    parts
}

fn at_semicolon(rest: &str) -> bool {
    rest.starts_with([';', '\n'])
}

/// A comma between items, not a decimal comma.
fn at_comma(rest: &str) -> bool {
    rest.starts_with(',')
        && !rest.get(1..).is_some_and(|after| after.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// Reads the text of a cell.
pub fn read(field: &Field, text: &str, lookup: &Lookup<'_>) -> Content {
    let kind = &field.kind;
    let one = |kind: &FieldKind, text: &str| value(field.name, kind, text, lookup);
    match kind {
        FieldKind::List(FieldKind::Tier, _) => {
            Content::List(split(text, at_semicolon).into_iter().map(read_tier).collect())
        }
        FieldKind::List(FieldKind::Record(fields), _) => records(fields, text, lookup),
        FieldKind::List(FieldKind::Photo, _) => photos(text, lookup),
        FieldKind::List(inner, _) => {
            let parts = items(text, inner);
            Content::List(parts.into_iter().map(|part| one(inner, &unquote(part))).collect())
        }
        FieldKind::TextOr(fields) if is_record(fields, text) => read_record(fields, text, lookup),
        FieldKind::Variants => variants(text, lookup),
        FieldKind::Series => series(text),
        FieldKind::Hours => match split(text, at_semicolon).as_slice() {
            [] | [_] => Content::text(text.trim()),
            parts => Content::List(parts.iter().map(|part| Content::text(*part)).collect()),
        },
        FieldKind::Days => days(text),
        FieldKind::Point => point(text),
        FieldKind::Prose => Content::text(text.trim()),
        kind => one(kind, text),
    }
}

/// Items of a list: by semicolons or lines, else by commas.
fn items<'t>(text: &'t str, inner: &FieldKind) -> Vec<&'t str> {
    let long = matches!(inner, FieldKind::Text { max, .. } if *max > 120);
    let parts = split(text, at_semicolon);
    match parts.as_slice() {
        // Sentences hold commas, so a single one is one item.
        [one] if !long && !one.starts_with('"') => split(one, at_comma),
        _ => parts,
    }
}

fn value(name: &str, kind: &FieldKind, text: &str, lookup: &Lookup<'_>) -> Content {
    let quoted = matches!(kind, FieldKind::Phone | FieldKind::Digits);
    Content::Text { text: canonical(name, kind, text, lookup), quoted }
}

fn read_tier(part: &str) -> Content {
    let Some((least, price)) = part.split_once('=').or_else(|| part.split_once(':')) else {
        return Content::text(part);
    };
    let price = canonical("grosir", &FieldKind::Price, price, &Lookup::default());
    Content::List(vec![Content::text(least.trim()), Content::text(price)])
}

/// Does a text that may be a line name the parts of a record?
fn is_record(fields: &[Field], text: &str) -> bool {
    let names = |part: &str| part.split_once(':').is_some_and(|(name, _)| fields.iter().any(|f| f.name == name.trim()));
    let parts = split(text, |rest| rest.starts_with('|'));
    parts.len() > 1 && parts.into_iter().all(names)
}

/// `kolom: isi | kolom: isi`, one record a line.
fn records(fields: &'static [Field], text: &str, lookup: &Lookup<'_>) -> Content {
    let lines = split(text, |rest| rest.starts_with('\n'));
    Content::List(lines.into_iter().map(|line| read_record(fields, line, lookup)).collect())
}

fn read_record(fields: &'static [Field], line: &str, lookup: &Lookup<'_>) -> Content {
    let parts = split(line, |rest| rest.starts_with('|')).into_iter().map(|part| {
        let (name, text) = match part.split_once(':') {
            Some((name, text)) if !name.contains(['"', ' ']) => (name.trim(), text),
            // Without a name it is the first thing that such a record must have.
            _ => (fields.iter().find(|field| field.required).map_or("nama", |field| field.name), part),
        };
        let content = match fields.iter().find(|field| field.name == name) {
            Some(field) if matches!(field.kind, FieldKind::List(..)) => read(field, &unquote(text), lookup),
            Some(field) => value(name, &field.kind, &unquote(text), lookup),
            None => Content::text(unquote(text)),
        };
        (name.to_owned(), content)
    });
    Content::Record(parts.collect())
}

/// File names between semicolons or commas; or one a line, with more about it after a bar.
fn photos(text: &str, lookup: &Lookup<'_>) -> Content {
    if !text.contains(['|', '\n']) && !text.contains(": ") {
        let parts = items(text, &FieldKind::File);
        return Content::List(parts.into_iter().map(|part| Content::text(unquote(part))).collect());
    }
    let lines = split(text, |rest| rest.starts_with('\n'));
    let one = |line: &str| match read_record(tables::common::PHOTO, line, lookup) {
        Content::Record(parts) if parts.len() == 1 && !line.starts_with("berkas:") => {
            parts.into_iter().next().map_or_else(|| Content::text(""), |(_, part)| part)
        }
        record => record,
    };
    Content::List(lines.into_iter().map(one).collect())
}

/// Names; or records, one a line; or axes, one a line.
fn variants(text: &str, lookup: &Lookup<'_>) -> Content {
    let lines = split(text, |rest| rest.starts_with('\n'));
    let name_of = |line: &str| line.split_once(": ").map(|(name, _)| name.trim().to_owned());
    let known = |name: &str| tables::product::VARIANT.iter().any(|field| field.name == name);
    let names: Vec<Option<String>> = lines.iter().map(|line| name_of(line)).collect();
    if text.contains('|') || names.iter().flatten().any(|name| known(name)) {
        return records(tables::product::VARIANT, text, lookup);
    }
    if !names.is_empty() && names.iter().all(Option::is_some) {
        let axis = |line: &&str| {
            let (name, values) = line.split_once(':').unwrap_or((line, ""));
            let values = items(values, &FieldKind::File).into_iter().map(|item| Content::text(unquote(item)));
            (name.trim().to_owned(), Content::List(values.collect()))
        };
        return Content::Record(lines.iter().map(axis).collect());
    }
    Content::List(items(text, &FieldKind::File).into_iter().map(|item| Content::text(unquote(item))).collect())
}

fn series(text: &str) -> Content {
    let pair = |part: &str| {
        let (year, number) = part.split_once(':').or_else(|| part.split_once('='))?;
        Some((year.trim().to_owned(), Content::text(number.trim())))
    };
    Content::Record(split(text, |rest| at_semicolon(rest) || at_comma(rest)).into_iter().filter_map(pair).collect())
}

fn days(text: &str) -> Content {
    let narrow: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    match narrow.split_once(['-', '–']) {
        Some((from, to))
            if [from, to].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())) =>
        {
            Content::List(vec![Content::text(from), Content::text(to)])
        }
        _ => Content::text(text.trim()),
    }
}

/// `-6.334, 106.72`, with points; or `-6,334; 106,72`, with commas.
fn point(text: &str) -> Content {
    let bare = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    let (one, other) = match bare.split_once(';') {
        Some((one, other)) => (one.replace(',', "."), other.replace(',', ".")),
        None => match bare.split_once(", ").or_else(|| bare.split_once(',')) {
            Some((one, other)) => (one.replace(',', "."), other.replace(',', ".")),
            None => return Content::text(text.trim()),
        },
    };
    let (one, other) = (one.trim(), other.trim());
    if one.parse::<f64>().is_ok() && other.parse::<f64>().is_ok() {
        Content::List(vec![Content::text(one), Content::text(other)])
    } else {
        Content::text(text.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Problems;
    use crate::schema::tables::common::PHOTO;

    fn node(yaml: &str) -> Node {
        let document = crate::parse::parse(&"a.yaml".into(), format!("x: {yaml}\n").as_bytes(), &mut Problems::new());
        document.fields.into_iter().next().unwrap().node
    }

    const LINE: FieldKind = FieldKind::Text { min: 0, max: 120 };

    #[test]
    fn every_form_comes_back() {
        let cases = [
            (FieldKind::List(&LINE, 9), "[a, \"b; c\", \"d, e\"]"),
            (FieldKind::List(&LINE, 9), "[\"kaca 2 mm, bening\"]"),
            (FieldKind::List(&LINE, 9), "[\" x\", \"\\\"y\\\"\"]"),
            (FieldKind::List(&FieldKind::Tier, 9), "[[10, 41000], [50, 37000]]"),
            (FieldKind::List(&FieldKind::Photo, 9), "[a.jpg, b.jpg]"),
            (FieldKind::List(&FieldKind::Photo, 9), "[{berkas: a.jpg, alt: \"a | b: c\", fokus: [0.5, 0.4]}, b.jpg]"),
            (FieldKind::List(&FieldKind::Record(PHOTO), 9), "[{berkas: a.jpg, alt: \"x\\ny\"}]"),
            (FieldKind::Variants, "[S, M]"),
            (FieldKind::Variants, "[{nama: S, harga: 1000, stok: siap}, {nama: M}]"),
            (FieldKind::Variants, "{warna: [biru, \"merah; tua\"], ukuran: [S]}"),
            (FieldKind::TextOr(tables::product::SIZE), "21 x 29,7 cm | tebal"),
            (FieldKind::TextOr(tables::product::SIZE), "{p: 21, l: \"29,7\", satuan: cm}"),
            (FieldKind::Days, "[14, 21]"),
            (FieldKind::Days, "7"),
            (FieldKind::Point, "[-6.338, 106.722]"),
            (FieldKind::Series, "{2025: 12, 2026: 20}"),
        ];
        for (kind, yaml) in cases {
            let (node, field) = (node(yaml), Field::new("x", kind, "x"));
            let cell = shown(&kind, &node);
            let content = read(&field, &cell, &Lookup::default());
            assert!(content.is_in(&node), "{yaml}: {cell:?} {content:?}");
        }
    }

    #[test]
    fn people_write_commas_and_lines() {
        let field = Field::new("bahan", FieldKind::List(&LINE, 9), "x");
        let texts = |cell: &str| match read(&field, cell, &Lookup::default()) {
            Content::List(items) => items.iter().filter_map(Content::as_text).map(str::to_owned).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        assert_eq!(texts("kayu, kaca 1,5 mm"), ["kayu", "kaca 1,5 mm"]);
        assert_eq!(texts("kayu\nkaca; lem"), ["kayu", "kaca", "lem"]);
    }
}
