//! The one set of field readers that every kind of entry shares.
//!
//! A record is opened against its table ([`crate::schema`]): unknown, missing and empty fields are reported then and
//! there. After that each field is asked for by name and comes out typed, or not at all with the reason reported. The
//! owner's consent is applied here, in one place: what may not be published never leaves this module.

mod read;

use std::cell::Cell;
use std::sync::Arc;

use super::context::Context;
use crate::bahasa::nearest;
use crate::diagnostic::{Code, Finding, Read, Span};
use crate::model::Scalar;
use crate::parse::{Node, Pair, Value};
use crate::schema::{Field, FieldKind, Visibility};

/// An opened record: its fields, its table, and (at the top of an entry) its English half.
pub struct Fields<'a> {
    /// The entry it belongs to.
    pub ctx: &'a Context<'a>,
    /// Where the record stands, for what is missing in it.
    pub span: Span,
    pairs: &'a [Pair],
    table: Vec<&'static Field>,
    file: Arc<str>,
    english: Option<Box<Fields<'a>>>,
    asked: Cell<u64>,
}

/// How strictly a record is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Required fields must be there.
    Whole,
    /// A part: nothing is required.
    Part,
}

impl<'a> Fields<'a> {
    /// Opens a record and reports what can be seen without looking into the fields.
    pub fn open(
        ctx: &'a Context<'a>,
        file: &Arc<str>,
        pairs: &'a [Pair],
        table: Vec<&'static Field>,
        span: Span,
        opening: Opening,
    ) -> Fields<'a> {
        let fields = Fields { ctx, span, pairs, table, file: file.clone(), english: None, asked: Cell::new(0) };
        fields.report_unknown();
        if opening == Opening::Whole && !ctx.draft {
            fields.report_missing();
        }
        fields
    }

    /// Gives the record its English half.
    pub fn with_english(mut self, english: Option<Fields<'a>>) -> Fields<'a> {
        self.english = english.map(Box::new);
        self
    }

    /// The English half.
    pub fn english(&self) -> Option<&Fields<'a>> {
        self.english.as_deref()
    }

    fn report_unknown(&self) {
        for pair in self.pairs {
            if self.table.iter().any(|field| field.name == pair.key) {
                continue;
            }
            let mut finding = if crate::model::private::is_forbidden_key(&pair.key) {
                Finding::new(Code::PdpRahasia).with("kolom", &pair.key)
            } else {
                Finding::new(Code::UmumAsing).with("kolom", &pair.key)
            };
            if finding.code == Code::UmumAsing
                && let Some(close) = self.meant(&pair.key)
            {
                finding = finding.with("saran", close).instead(close);
            }
            self.report(pair.key_span, finding);
        }
    }

    fn report_missing(&self) {
        for field in self.table.iter().filter(|field| field.required) {
            if !self.has(field.name) && !self.misspelt(field.name) {
                self.report_absent(field.name);
            }
        }
    }

    /// An unknown key already asks whether this field was meant: its absence is the same mistake.
    fn misspelt(&self, name: &str) -> bool {
        let unknown = self.pairs.iter().filter(|pair| self.field(&pair.key).is_none());
        unknown.into_iter().any(|pair| self.meant(&pair.key) == Some(name))
    }

    /// The field that an unknown key probably means.
    fn meant(&self, key: &str) -> Option<&'static str> {
        let known = |alias: &&'static str| self.field(alias).is_some();
        let names: Vec<&'static str> = self.table.iter().map(|field| field.name).collect();
        let close = nearest(key, &names);
        let close = names.iter().copied().find(|name| Some(*name) == close);
        known_alias(key).filter(known).or(close)
    }

    /// Says that a field must be there.
    pub fn report_absent(&self, name: &str) {
        let (code, example) = self.field(name).map_or((Code::UmumWajib, ""), |field| (field.missing, field.example));
        let finding = Finding::new(code).with("kolom", name);
        let file = self.pairs.iter().find(|pair| pair.key == "berkas");
        let finding = match file.map(|pair| &pair.node.value) {
            Some(Value::Scalar { text, .. }) => finding.with("berkas", text.trim()),
            _ => finding,
        };
        // A consent is given by its owner: it can be asked for, but no wording of it can be proposed.
        let finding = if code == Code::UmumWajib || !example.is_empty() {
            finding.instead(format!("{name}: {example}").trim_end())
        } else {
            finding
        };
        self.report(self.span, finding);
    }

    /// Reports at a place of this record's file.
    pub fn report(&self, span: Span, finding: Finding) {
        self.ctx.report_in(&self.file, span, finding);
    }

    fn field(&self, name: &str) -> Option<&'static Field> {
        self.table.iter().copied().find(|field| field.name == name)
    }

    /// The field and its written value, if it is there, not empty, and may be published.
    fn find(&self, name: &'static str) -> Option<(&'static Field, &'a Node)> {
        let position = self.table.iter().position(|field| field.name == name);
        debug_assert!(position.is_some(), "no field {name} in the table");
        self.asked.set(self.asked.get() | 1 << (position? as u64).min(63));
        let field = self.field(name)?;
        let pair = self.pair(name)?;
        let empty = match &pair.node.value {
            Value::Null => true,
            Value::Scalar { text, .. } => text.trim().is_empty(),
            Value::List(_) | Value::Map(_) => false,
        };
        if empty {
            self.report(pair.key_span, Finding::new(Code::UmumKosong).with("kolom", name));
            return None;
        }
        if let Visibility::Consent(scope) = field.visibility
            && let Some(consent) = self.ctx.consent()
            && !consent.allows(scope)
        {
            if consent.status == crate::model::ConsentStatus::Given {
                self.report(
                    pair.key_span,
                    Finding::new(Code::PdpLingkup).with("kolom", name).with("lingkup", scope.word()),
                );
            }
            return None;
        }
        Some((field, &pair.node))
    }

    /// Names of table fields that were never asked for: a test holds readers and tables together with it.
    pub fn never_asked(&self) -> Vec<&'static str> {
        let asked = self.asked.get();
        let unasked = self.table.iter().enumerate().filter(|(at, _)| asked & (1 << (*at as u64).min(63)) == 0);
        unasked.map(|(_, field)| field.name).collect()
    }

    /// The field as it was written. Empty quotes are what a form leaves of a field that somebody has cleared: as if it
    /// were not there. A name with nothing behind it was forgotten by a person, and is asked about.
    fn pair(&self, name: &str) -> Option<&'a Pair> {
        let cleared =
            |node: &Node| matches!(&node.value, Value::Scalar { text, quoted: true } if text.trim().is_empty());
        self.pairs.iter().find(|pair| pair.key == name && !cleared(&pair.node))
    }

    /// Was the field written at all?
    pub fn has(&self, name: &str) -> bool {
        self.pair(name).is_some()
    }

    /// Was anything at all written in a record?
    pub fn has_content(&self, name: &str) -> bool {
        self.pair(name).is_some_and(|pair| {
            !matches!(&pair.node.value, Value::Map(inner) if inner.is_empty()) && pair.node.value != Value::Null
        })
    }

    /// Names of the fields that were written.
    pub fn written(&self) -> impl Iterator<Item = &'a Pair> {
        self.pairs.iter()
    }

    /// Where a field's value stands; the record itself if it is not there.
    pub fn span_of(&self, name: &str) -> Span {
        self.pairs.iter().find(|pair| pair.key == name).map_or(self.span, |pair| pair.node.span)
    }

    fn wrong_type(&self, field: &Field, node: &Node, wanted: &str) {
        let found = match &node.value {
            Value::Null => "kosong",
            Value::Scalar { .. } => "teks",
            Value::List(_) => "daftar",
            Value::Map(_) => "beberapa kolom",
        };
        let finding =
            Finding::new(Code::UmumTipe).with("kolom", field.name).with("harapan", wanted).with("nyata", found);
        let finding = if field.example.is_empty() {
            finding
        } else {
            finding.instead(format!("{}: {}", field.name, field.example))
        };
        self.report(node.span, finding);
    }

    /// The one text of a value.
    fn scalar(&self, field: &Field, node: &'a Node, wanted: &str) -> Option<Scalar<'a>> {
        match &node.value {
            Value::Scalar { text, quoted: true } => Some(Scalar { text, quoted: true }),
            Value::Scalar { text, quoted: false } => {
                Some(Scalar { text: self.uncurled(field, text, node.span), quoted: false })
            }
            _ => {
                self.wrong_type(field, node, wanted);
                None
            }
        }
    }

    /// A value in the curly quotation marks of a word processor: they were meant as quotes, so they are taken off.
    fn uncurled(&self, field: &Field, text: &'a str, span: Span) -> &'a str {
        let inner = text.strip_prefix(['“', '”', '„']).and_then(|rest| rest.strip_suffix(['”', '“']));
        let Some(inner) = inner.filter(|inner| !inner.contains(['“', '”'])) else { return text };
        let finding = Finding::new(Code::UmumKutip).with("kolom", field.name).instead(format!("\"{inner}\""));
        self.report(span, finding);
        inner
    }

    /// Takes a reader's answer: its value, or nothing and the reason reported.
    pub fn accept<T>(&self, name: &str, span: Span, read: Read<T>) -> Option<T> {
        let (value, findings) = match read {
            Ok(reading) => (Some(reading.value), reading.remarks),
            Err(finding) => (None, vec![finding]),
        };
        for finding in findings {
            self.report(span, finding.with("kolom", name));
        }
        value
    }

    /// A value read by its own reader.
    pub fn value<T>(&self, name: &'static str, wanted: &str, read: impl FnOnce(Scalar<'_>) -> Read<T>) -> Option<T> {
        let (field, node) = self.find(name)?;
        let scalar = self.scalar(field, node, wanted)?;
        self.accept(name, node.span, read(scalar))
    }

    /// A record inside the record.
    pub fn record(&self, name: &'static str) -> Option<Fields<'a>> {
        let (field, node) = self.find(name)?;
        self.open_record(field, node, field.kind.record()?)
    }

    /// Was it written as a record?
    pub fn is_record(&self, name: &str) -> bool {
        self.pair(name).is_some_and(|pair| matches!(pair.node.value, Value::Map(_)))
    }

    /// A list of records.
    pub fn records(&self, name: &'static str) -> Vec<Fields<'a>> {
        let Some((field, inner, items)) = self.items(name) else { return Vec::new() };
        let FieldKind::Record(table) = inner else { return Vec::new() };
        items.into_iter().filter_map(|node| self.open_record(field, node, table)).collect()
    }

    fn open_record(&self, field: &Field, node: &'a Node, table: &'static [Field]) -> Option<Fields<'a>> {
        match &node.value {
            Value::Map(pairs) => {
                Some(Fields::open(self.ctx, &self.file, pairs, table.iter().collect(), node.span, Opening::Whole))
            }
            _ => {
                self.wrong_type(field, node, "beberapa kolom (“kolom: isi”)");
                None
            }
        }
    }

    /// The written value itself, for fields with a form of their own.
    pub fn raw(&self, name: &'static str) -> Option<&'a Node> {
        self.find(name).map(|(_, node)| node)
    }

    /// Reports that a value has not the form it should have.
    pub fn report_form(&self, name: &'static str, node: &Node, wanted: &str) {
        if let Some(field) = self.field(name) {
            self.wrong_type(field, node, wanted);
        }
    }
}

/// English keys that people who know other catalogues write.
fn known_alias(key: &str) -> Option<&'static str> {
    let pairs = [
        ("name", "nama"),
        ("title", "judul"),
        ("price", "harga"),
        ("unit", "satuan"),
        ("category", "kategori"),
        ("stock", "stok"),
        ("photo", "foto"),
        ("photos", "foto"),
        ("images", "foto"),
        ("gambar", "foto"),
        ("summary", "ringkas"),
        ("ringkasan", "ringkas"),
        ("description", "deskripsi"),
        ("weight", "berat_g"),
        ("berat", "berat_g"),
        ("material", "bahan"),
        ("variants", "varian"),
        ("address", "alamat"),
        ("contact", "kontak"),
        ("since", "sejak"),
        ("berdiri", "sejak"),
        ("label", "kata_kunci"),
        ("tags", "kata_kunci"),
        ("sertifikasi", "izin"),
        ("pemilik", "nama_pemilik"),
        ("date", "tanggal"),
    ];
    let lower = key.to_lowercase();
    pairs.iter().find(|(alias, _)| *alias == lower).map(|(_, name)| *name)
}
