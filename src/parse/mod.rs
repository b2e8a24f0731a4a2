//! Source text to [`Document`]: fields with their places, and the body. Nothing is judged here but the form.

pub mod markdown;
mod yaml;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Finding, Place, Problems, Span};

/// A value as written, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where.
    pub span: Span,
    /// What.
    pub value: Value,
}

/// The forms a value can have.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing was written.
    Null,
    /// One text; `quoted` tells `"12"` from `12`.
    Scalar {
        /// The text without quotes.
        text: String,
        /// Was it in quotes (or a block)?
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Named values, in the order written.
    Map(Vec<Pair>),
}

/// One field as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Its name.
    pub key: String,
    /// Where the name stands.
    pub key_span: Span,
    /// Its value.
    pub node: Node,
}

/// A parsed file.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The file, below the site's root.
    pub file: Arc<str>,
    /// Its fields, in the order written.
    pub fields: Vec<Pair>,
    /// The Markdown body of a `.md` file, with its place in the file.
    pub body: Option<Body>,
    /// Comments between the fields, with their places.
    pub comments: Vec<(String, Span)>,
    /// Could not be read as YAML: the fields are a stand-in and must not be judged.
    pub broken: bool,
}

impl Document {
    /// Stands in for a file of which nothing is known.
    pub fn unread(file: &Arc<str>) -> Document {
        Document { file: file.clone(), fields: Vec::new(), body: None, comments: Vec::new(), broken: true }
    }
}

/// A Markdown body and where it starts.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// The Markdown text.
    pub text: String,
    /// Its place in the file.
    pub span: Span,
}

/// The key under which the rows of a table file stand.
pub const ROWS: &str = "(daftar)";

/// Reads a table of `content/data/`: a list of records, found under [`ROWS`], or a map of words.
pub fn parse_table(file: &Arc<str>, bytes: &[u8], problems: &mut Problems) -> Document {
    read(file, bytes, yaml::Root::ListOrMap, problems)
}

/// Reads one entry's bytes. Never fails: what cannot be read is a problem and a stand-in.
pub fn parse(file: &Arc<str>, bytes: &[u8], problems: &mut Problems) -> Document {
    read(file, bytes, yaml::Root::Map, problems)
}

fn read(file: &Arc<str>, bytes: &[u8], root: yaml::Root, problems: &mut Problems) -> Document {
    let mut document = Document::unread(file);
    let Some(text) = readable(file, bytes, problems) else { return document };
    let (yaml, body) =
        if file.ends_with(".md") { split_front_matter(file, text, problems) } else { (0..text.len(), None) };
    match yaml::parse(text, yaml, root) {
        Ok((fields, comments)) => {
            document.fields = fields;
            document.comments = comments;
            document.broken = false;
        }
        Err((span, finding)) => problems.add(Place::new(file.clone(), span), finding),
    }
    report_twins(file, &document.fields, problems);
    document.body = body;
    document
}

/// The text of a file, if it is text at all.
fn readable<'a>(file: &Arc<str>, bytes: &'a [u8], problems: &mut Problems) -> Option<&'a str> {
    if bytes.len() > crate::limits::ENTRY_BYTES_MAX {
        let finding = Finding::new(Code::BerkasBesar)
            .with("mb", format!("{:.1}", bytes.len() as f64 / 1e6).replace('.', ","))
            .with("maks", format!("{:.2}", crate::limits::ENTRY_BYTES_MAX as f64 / 1e6).replace('.', ","));
        problems.add_to_file(file, finding);
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned();
            let span = Span::locate(&good, good.len()..good.len());
            problems.add(Place::new(file.clone(), span), Finding::new(Code::BerkasUtf8).with("baris", span.line));
            return None;
        }
    };
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        problems.add_to_file(file, Finding::new(Code::BerkasKosong));
        return None;
    }
    Some(text)
}

/// Splits `---`, fields, `---`, body. The places of both stay those of the whole file.
fn split_front_matter(file: &Arc<str>, text: &str, problems: &mut Problems) -> (Range<usize>, Option<Body>) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let after_mark = |at: usize| text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |to| at + to + 1);
    let is_mark = |at: usize| text.get(at..after_mark(at)).is_some_and(|line| line.trim_end() == "---");
    if !is_mark(start) {
        let finding = Finding::new(Code::UmumYaml)
            .with("baris", 1)
            .with("rincian", "Berkas .md harus diawali baris “---”, lalu kolom-kolomnya, lalu baris “---” lagi")
            .instead("---");
        problems.add(Place::new(file.clone(), Span::locate(text, start..after_mark(start).min(text.len()))), finding);
        return (start..start, None);
    }
    let fields = after_mark(start);
    let mut line = fields;
    while line < text.len() && !is_mark(line) {
        line = after_mark(line);
    }
    let body = after_mark(line);
    let body_text = text.get(body..).unwrap_or_default();
    let body = Body { text: body_text.to_owned(), span: Span::locate(text, body..text.len()) };
    (fields..line, Some(body))
}

/// Fields written twice, at every depth.
fn report_twins(file: &Arc<str>, fields: &[Pair], problems: &mut Problems) {
    for (at, pair) in fields.iter().enumerate() {
        if let Some(first) = fields.iter().take(at).find(|other| other.key == pair.key) {
            let finding = Finding::new(Code::UmumGanda)
                .with("kolom", &pair.key)
                .with("a", first.key_span.line)
                .with("b", pair.key_span.line);
            problems.add(Place::new(file.clone(), pair.key_span), finding);
        }
        report_twins_in(file, &pair.node, problems);
    }
}

fn report_twins_in(file: &Arc<str>, node: &Node, problems: &mut Problems) {
    match &node.value {
        Value::Map(fields) => report_twins(file, fields, problems),
        Value::List(items) => items.iter().for_each(|item| report_twins_in(file, item, problems)),
        Value::Null | Value::Scalar { .. } => {}
    }
}
