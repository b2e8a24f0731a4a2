//! The typed readers of fields: texts, lists, numbers, choices, links.

use std::collections::BTreeSet;

use super::Fields;
use crate::bahasa::{is_decorated, is_shouting, nearest, sentence_case, without_decoration};
use crate::diagnostic::{Code, Finding, Read, Span};
use crate::model::{Bilingual, BilingualProse, Prose, Reference, Scalar};
use crate::parse::{Body, Node, Value, markdown};
use crate::schema::{Choice, Field, FieldKind};

impl<'a> Fields<'a> {
    /// One line of text within its limits.
    pub fn text(&self, name: &'static str) -> Option<String> {
        self.spanned_text(name).map(|(text, _)| text)
    }

    /// One line of text and its place.
    pub fn spanned_text(&self, name: &'static str) -> Option<(String, Span)> {
        let (field, node) = self.find(name)?;
        let scalar = self.scalar(field, node, "teks")?;
        Some((self.judged_text(field, &field.kind, scalar.text, node.span), node.span))
    }

    /// Length, capitals and decoration of a text.
    fn judged_text(&self, field: &Field, kind: &FieldKind, text: &str, span: Span) -> String {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = text.chars().count();
        if let Some((min, max)) = kind.line() {
            let over = |code: Code, name: &'static str, bound: usize| {
                Finding::new(code).with("kolom", field.name).with("n", length).with(name, bound)
            };
            if length > max {
                self.report(span, over(Code::UmumPanjang, "maks", max));
            } else if length < min && !self.ctx.draft {
                self.report(span, over(Code::UmumPendek, "min", min));
            } else if let Some(handy) = field.handy.filter(|handy| length > *handy) {
                self.report(span, over(Code::UmumRingkaskan, "maks", handy));
            }
        }
        if is_shouting(&text) && !field.verbatim {
            let calm = sentence_case(&text);
            self.report(
                span,
                Finding::new(Code::UmumBesar).with("kolom", field.name).with("saran", &calm).instead(calm),
            );
        }
        if is_decorated(&text) {
            let clean = without_decoration(&text);
            self.report(span, Finding::new(Code::UmumEmoji).with("kolom", field.name).instead(clean));
        }
        text
    }

    /// A number or a text about a number, as written.
    pub fn amount(&self, name: &'static str) -> Option<String> {
        self.value(name, "teks atau angka", |scalar| {
            Ok(crate::diagnostic::Reading::clean(scalar.text.trim().to_owned()))
        })
    }

    /// Items of a list; one value alone is a list of one.
    pub(super) fn items(&self, name: &'static str) -> Option<(&'static Field, &'static FieldKind, Vec<&'a Node>)> {
        let (field, node) = self.find(name)?;
        let FieldKind::List(inner, most) = &field.kind else {
            debug_assert!(false, "{name} is no list");
            return None;
        };
        let items: Vec<&Node> = match &node.value {
            Value::List(items) => items.iter().collect(),
            _ => vec![node],
        };
        if !matches!(inner, FieldKind::Decimal { .. }) {
            self.report_repeated(name, &items);
        }
        self.within(name, node, items.len(), *most);
        Some((field, inner, items.into_iter().take(*most).collect()))
    }

    /// Says so when a list is longer than it may be: what is past the limit is not read.
    pub fn within(&self, name: &str, node: &Node, found: usize, most: usize) {
        if found > most {
            let finding = Finding::new(Code::UmumBanyak).with("kolom", name).with("n", found).with("maks", most);
            self.report(node.span, finding);
        }
    }

    /// The same item twice in one list.
    fn report_repeated(&self, name: &str, items: &[&Node]) {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for node in items {
            if let Value::Scalar { text, .. } = &node.value
                && items.len() > 1
                && !seen.insert(folded(text))
            {
                let finding = Finding::new(Code::UmumUlang).with("nilai", text.trim()).with("kolom", name);
                self.report(node.span, finding);
            }
        }
    }

    /// A list whose items have their own reader.
    pub fn values<T>(&self, name: &'static str, wanted: &str, read: impl Fn(Scalar<'_>) -> Read<T>) -> Vec<(T, Span)> {
        let Some((field, _, items)) = self.items(name) else { return Vec::new() };
        let one = |node: &&'a Node| {
            let scalar = self.scalar(field, node, wanted)?;
            Some((self.accept(name, node.span, read(scalar))?, node.span))
        };
        items.iter().filter_map(one).collect()
    }

    /// Lines of a list. A text with commas is a list too: "singkong, garam".
    pub fn lines(&self, name: &'static str) -> Vec<String> {
        let Some((field, inner, items)) = self.items(name) else { return Vec::new() };
        let mut lines = Vec::new();
        for node in &items {
            let Some(scalar) = self.scalar(field, node, "daftar teks") else { continue };
            let alone = items.len() == 1 && inner_is_short(inner);
            let parts: Vec<&str> = if alone { split_commas(scalar.text) } else { vec![scalar.text] };
            for part in parts {
                lines.push(self.judged_text(field, inner, part, node.span));
            }
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// A text in both languages.
    pub fn bilingual(&self, name: &'static str) -> Option<Bilingual> {
        let id = self.text(name)?;
        let en = self.english().and_then(|english| english.text(name));
        Some(Bilingual { id, en })
    }

    /// Lines in both languages; the English ones count only if there are as many.
    pub fn bilingual_lines(&self, name: &'static str) -> Vec<Bilingual> {
        let id = self.lines(name);
        let mut en = self.english().map(|english| english.lines(name)).unwrap_or_default();
        if en.len() != id.len() {
            if !en.is_empty()
                && let Some(english) = self.english()
            {
                let count = |lines: usize| format!("{lines} isian");
                let finding = Finding::new(Code::UmumEnBeda)
                    .with("kolom", name)
                    .with("id", count(id.len()))
                    .with("en", count(en.len()));
                english.report(english.span_of(name), finding);
            }
            en.clear();
        }
        let mut en = en.into_iter();
        id.into_iter().map(|id| Bilingual { id, en: en.next() }).collect()
    }

    /// A Markdown field.
    pub fn prose(&self, name: &'static str) -> Prose {
        let Some((field, node)) = self.find(name) else { return Prose::default() };
        let Some(scalar) = self.scalar(field, node, "teks") else { return Prose::default() };
        self.markdown(name, scalar.text, node.span)
    }

    /// A Markdown field in both languages.
    pub fn bilingual_prose(&self, name: &'static str) -> BilingualProse {
        let en = self.english().filter(|english| english.has(name)).map(|english| english.prose(name));
        BilingualProse { id: self.prose(name), en: en.filter(|prose| !prose.is_empty()) }
    }

    /// The body of a `.md` file, as the field `deskripsi`.
    pub fn body(&self, body: Option<&Body>) -> Prose {
        match body.filter(|body| !body.text.trim().is_empty()) {
            Some(body) => self.markdown("deskripsi", &body.text, body.span),
            None => self.prose("deskripsi"),
        }
    }

    fn markdown(&self, name: &str, text: &str, span: Span) -> Prose {
        let (mut prose, links, complaints) = markdown::render(text);
        for (range, finding) in complaints {
            self.report(inside(span, text, range), finding.with("kolom", name));
        }
        prose.links = links.into_iter().map(|(path, range)| (path, inside(span, text, range))).collect();
        prose
    }

    /// `ya` or `tidak`.
    pub fn flag(&self, name: &'static str) -> Option<bool> {
        self.value(name, "ya atau tidak", |scalar| crate::model::flag(scalar.text))
    }

    /// A whole number within its limits.
    pub fn whole(&self, name: &'static str) -> Option<i64> {
        let (field, node) = self.find(name)?;
        let scalar = self.scalar(field, node, "angka bulat")?;
        let negative = scalar.text.trim().parse::<i64>().ok().filter(|number| *number < 0);
        let number = match negative {
            Some(number) => number,
            None => {
                let read = crate::model::whole(scalar).map_err(|finding| example_of(field, finding));
                i64::try_from(self.accept(name, node.span, read)?).unwrap_or(i64::MAX)
            }
        };
        let FieldKind::Whole { min, max } = field.kind else { return Some(number) };
        if !(min..=max).contains(&number) {
            let finding = Finding::new(Code::UmumRentang)
                .with("kolom", name)
                .with("min", min)
                .with("maks", max)
                .with("nilai", scalar.text.trim());
            self.report(node.span, finding);
            return None;
        }
        Some(number)
    }

    /// A number, decimal comma accepted.
    pub fn decimal(&self, name: &'static str) -> Option<f64> {
        let number = self.value(name, "angka", |scalar| {
            let reading = crate::model::Decimal::read(scalar.text)?;
            Ok(reading.map(|value| value.thousandths() as f64 / 1000.0))
        })?;
        if let Some(FieldKind::Decimal { min, max }) = self.field(name).map(|field| field.kind)
            && !(min..=max).contains(&number)
        {
            let finding = Finding::new(Code::UmumRentang)
                .with("kolom", name)
                .with("min", min)
                .with("maks", max)
                .with("nilai", number);
            self.report(self.span_of(name), finding);
            return None;
        }
        Some(number)
    }

    /// One of the table's choices.
    pub fn choice(&self, name: &'static str) -> Option<&'static str> {
        let (field, node) = self.find(name)?;
        let FieldKind::Choice(choices) = field.kind else { return None };
        let scalar = self.scalar(field, node, "satu pilihan")?;
        self.chosen(name, choices, scalar.text, node.span)
    }

    /// Several of the table's choices.
    pub fn choices(&self, name: &'static str) -> Vec<&'static str> {
        let Some((field, inner, items)) = self.items(name) else { return Vec::new() };
        let FieldKind::Choice(choices) = inner else { return Vec::new() };
        let one = |node: &&'a Node| {
            let scalar = self.scalar(field, node, "satu pilihan")?;
            self.chosen(name, choices, scalar.text, node.span)
        };
        items.iter().filter_map(one).collect()
    }

    fn chosen(&self, name: &str, choices: &'static [Choice], text: &str, span: Span) -> Option<&'static str> {
        let wanted = text.trim();
        let same =
            |choice: &&Choice| choice.value.eq_ignore_ascii_case(wanted) || folded(choice.value) == folded(wanted);
        if let Some(choice) = choices.iter().find(same) {
            return Some(choice.value);
        }
        let list: Vec<&str> = choices.iter().map(|choice| choice.value).collect();
        let mut finding =
            Finding::new(Code::UmumPilihan).with("nilai", wanted).with("kolom", name).with("daftar", list.join(", "));
        if let Some(close) = nearest(wanted, &list) {
            finding = finding.instead(close);
        }
        self.report(span, finding);
        None
    }

    /// A link to another entry.
    pub fn reference(&self, name: &'static str) -> Option<Reference> {
        let (field, node) = self.find(name)?;
        let scalar = self.scalar(field, node, "nama entri")?;
        Some(Reference { name: entry_name(scalar.text).to_owned(), span: node.span })
    }

    /// Links to other entries.
    pub fn references(&self, name: &'static str) -> Vec<Reference> {
        let Some((field, _, items)) = self.items(name) else { return Vec::new() };
        let one = |node: &&'a Node| {
            let scalar = self.scalar(field, node, "nama entri")?;
            Some(Reference { name: entry_name(scalar.text).to_owned(), span: node.span })
        };
        items.iter().filter_map(one).collect()
    }
}

/// Shows the field's own example instead of a general one.
fn example_of(field: &Field, mut finding: Finding) -> Finding {
    if !field.example.is_empty() {
        finding.arguments.retain(|(name, _)| *name != "contoh");
        finding = finding.with("contoh", field.example);
    }
    finding
}

fn folded(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn inner_is_short(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Text { max, .. } if *max <= 120)
}

/// Splits at commas that are not decimal commas and not inside brackets.
fn split_commas(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0_i32);
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b',' if depth <= 0 && !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                parts.push(text.get(start..at).unwrap_or_default().trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts
}

/// The name of an entry as a link gives it. An editor in the browser names it by its file, `bingkai-rantika/index`.
fn entry_name(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix("/index").unwrap_or(text)
}

/// The place of a byte range of a text that itself starts at `span`.
///
/// Exact for bodies. In a block of YAML the text has lost its indentation, so lines are right and columns near.
fn inside(span: Span, text: &str, range: std::ops::Range<usize>) -> Span {
    let local = Span::locate(text, range);
    Span {
        start: span.start + local.start,
        end: (span.start + local.end).max(span.start + local.start),
        line: span.line + local.line - 1,
        column: if local.line == 1 { span.column + local.column - 1 } else { local.column },
    }
}
