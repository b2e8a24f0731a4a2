//! YAML events to fields with places, and a broken file's likely cause in plain words.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use super::{Node, Pair, Value};
use crate::diagnostic::{Code, Finding, Span};

/// Why a file could not be read, and where.
type Broken = (Span, Finding);

/// What may stand at the top of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Root {
    /// Fields only.
    Map,
    /// Fields, or a list that is given back under [`super::ROWS`].
    ListOrMap,
}

/// The fields of a file, and the comments between them.
pub type Parsed = (Vec<Pair>, Vec<(String, Span)>);

/// Reads the mapping that stands at `range` of `text`; places are those of `text`.
pub fn parse(text: &str, range: Range<usize>, wanted: Root) -> Result<Parsed, Broken> {
    let yaml = text.get(range.clone()).unwrap_or_default();
    let mut reader = Reader {
        text,
        events: Parser::new_from_str(yaml),
        offset: offset(text, range.start),
        nodes: 0,
        comments: Vec::new(),
    };
    let root = match reader.document() {
        Ok(root) => root,
        Err(Stop::At(span, finding)) => return Err((span, finding)),
        Err(Stop::Syntax(at)) => return Err(explain(text, range, at)),
    };
    let comments = reader.comments;
    match root {
        None | Some(Node { value: Value::Null, .. }) => Ok((Vec::new(), comments)),
        Some(Node { value: Value::Map(fields), .. }) => Ok((fields, comments)),
        Some(node @ Node { value: Value::List(_), .. }) if wanted == Root::ListOrMap => {
            Ok((vec![Pair { key: super::ROWS.to_owned(), key_span: node.span, node }], comments))
        }
        Some(node) => {
            let shown = text.get(node.span.start as usize..node.span.end as usize).unwrap_or_default();
            let first = shown.lines().next().unwrap_or_default();
            let finding = broken(node.span.line, "Isi berkas harus berupa “kolom: isi” di tiap baris")
                .instead(format!("nama: {}", first.trim()));
            Err((node.span, finding))
        }
    }
}

/// How far the YAML part is shifted inside the file.
struct Offset {
    bytes: usize,
    lines: u32,
}

fn offset(text: &str, bytes: usize) -> Offset {
    let lines = text.get(..bytes).unwrap_or_default().bytes().filter(|byte| *byte == b'\n').count();
    Offset { bytes, lines: lines as u32 }
}

enum Stop {
    At(Span, Finding),
    /// The parser's own complaint, at this byte of the file.
    Syntax(usize),
}

struct Reader<'a, I: Iterator> {
    text: &'a str,
    events: I,
    offset: Offset,
    nodes: usize,
    comments: Vec<(String, Span)>,
}

impl<'a, I> Reader<'a, I>
where
    I: Iterator<Item = Result<(Event<'a>, granit_parser::Span), granit_parser::ScanError>>,
{
    /// The next event that is data.
    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, Stop> {
        loop {
            match self.events.next() {
                None => return Ok(None),
                Some(Err(error)) => {
                    let at = error.marker().byte_offset().unwrap_or(0);
                    return Err(Stop::Syntax(self.offset.bytes + at));
                }
                Some(Ok((Event::Comment(text, _), span))) => {
                    let span = self.span(&span);
                    self.comments.push((text.into_owned(), span));
                }
                Some(Ok((event, span))) => return Ok(Some((event, self.span(&span)))),
            }
        }
    }

    fn span(&self, span: &granit_parser::Span) -> Span {
        let byte = |marker: &granit_parser::Marker| (self.offset.bytes + marker.byte_offset().unwrap_or(0)) as u32;
        Span {
            start: byte(&span.start),
            end: byte(&span.end),
            line: span.start.line() as u32 + self.offset.lines,
            column: span.start.col() as u32 + 1,
        }
    }

    /// The one document of the file.
    fn document(&mut self) -> Result<Option<Node>, Stop> {
        let mut root = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => break,
                event if root.is_none() => root = Some(self.node(event, span, 0)?),
                _ => return Err(Stop::At(span, broken(span.line, "Satu berkas hanya boleh memuat satu entri"))),
            }
        }
        Ok(root)
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, Stop> {
        self.nodes += 1;
        if depth > crate::limits::DEPTH_MAX {
            return Err(Stop::At(span, limit("tingkat kedalaman", depth, crate::limits::DEPTH_MAX)));
        }
        if self.nodes > crate::limits::NODES_MAX {
            return Err(Stop::At(span, limit("jumlah isi", self.nodes, crate::limits::NODES_MAX)));
        }
        if event.tag().is_some() {
            return Err(Stop::At(span, self.unquoted(span, "Tanda “!” di awal isi punya arti khusus")));
        }
        match event {
            Event::Scalar(text, style, anchor, _) => {
                self.refuse_anchor(anchor, span)?;
                let quoted = style != ScalarStyle::Plain;
                let empty = !quoted && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value = if empty { Value::Null } else { Value::Scalar { text: text.into_owned(), quoted } };
                Ok(Node { span: self.trimmed(span), value })
            }
            Event::SequenceStart(_, anchor, _) => {
                self.refuse_anchor(anchor, span)?;
                self.list(span, depth)
            }
            Event::MappingStart(_, anchor, _) => {
                self.refuse_anchor(anchor, span)?;
                self.map(span, depth)
            }
            Event::Alias(_) => Err(Stop::At(span, self.unquoted(span, "Tanda “*” di awal isi punya arti khusus"))),
            _ => Err(Stop::Syntax(span.start as usize)),
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node, Stop> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                Some((Event::SequenceEnd, end)) => {
                    let last = items.last().map_or(end, |item: &Node| item.span);
                    let span = Span { end: end.end.max(last.end), ..start };
                    return Ok(Node { span: self.trimmed(span), value: Value::List(items) });
                }
                Some((event, span)) => items.push(self.node(event, span, depth + 1)?),
                None => return Err(Stop::Syntax(self.text.len())),
            }
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node, Stop> {
        let mut fields = Vec::new();
        loop {
            match self.next()? {
                Some((Event::MappingEnd, end)) => {
                    let last = fields.last().map_or(end, |pair: &Pair| pair.node.span);
                    let span = Span { end: end.end.max(last.end), ..start };
                    return Ok(Node { span: self.trimmed(span), value: Value::Map(fields) });
                }
                Some((Event::Scalar(key, ..), key_span)) => {
                    let Some((event, span)) = self.next()? else { return Err(Stop::Syntax(self.text.len())) };
                    let node = self.node(event, span, depth + 1)?;
                    fields.push(Pair { key: key.into_owned(), key_span: self.trimmed(key_span), node });
                }
                Some((_, span)) => return Err(Stop::At(span, broken(span.line, "Nama kolom harus berupa kata"))),
                None => return Err(Stop::Syntax(self.text.len())),
            }
        }
    }

    fn refuse_anchor(&self, anchor: usize, span: Span) -> Result<(), Stop> {
        if anchor == 0 {
            Ok(())
        } else {
            Err(Stop::At(span, self.unquoted(span, "Tanda “&” di awal isi punya arti khusus")))
        }
    }

    /// A span without the line break some events carry at their end.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        Span { end: span.start + text.trim_end().len() as u32, ..span }
    }

    fn unquoted(&self, span: Span, why: &str) -> Finding {
        let line = line_at(self.text, span.start as usize);
        let finding = broken(span.line, why);
        match quote_value(line) {
            Some(mended) => finding.instead(mended),
            None => finding,
        }
    }
}

fn broken(line: u32, why: &str) -> Finding {
    Finding::new(Code::UmumYaml).with("baris", line).with("rincian", why)
}

fn limit(what: &str, found: usize, most: usize) -> Finding {
    Finding::new(Code::BerkasBatas).with("apa", what).with("n", found).with("maks", most)
}

/// The whole line around a byte, without its line break.
fn line_at(text: &str, at: usize) -> &str {
    let at = at.min(text.len());
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |found| found + 1);
    let end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |found| start + found);
    text.get(start..end).unwrap_or_default().trim_end_matches('\r')
}

/// `kolom: isi` with the value in quotes.
fn quote_value(line: &str) -> Option<String> {
    let (key, value) = line.split_once(':')?;
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    let value = value.trim_matches(|mark| mark == '"' || mark == '\'');
    Some(format!("{key}: \"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")))
}

/// Finds the line that is most likely to blame and says in words what is wrong with it.
///
/// The parser often stumbles only lines later, so the lines before the complaint are looked at too.
fn explain(text: &str, range: Range<usize>, at: usize) -> Broken {
    let until = at.clamp(range.start, range.end);
    let stumbled = line_start(text, until);
    let next = stumbled + line_at(text, stumbled).len() + 1;
    let mut lines: Vec<usize> = if next < range.end { vec![next, stumbled] } else { vec![stumbled] };
    // A line that only follows may be innocent; it counts only for what is wrong by itself.
    if !line_at(text, next).starts_with('\t') {
        lines.retain(|line| *line != next);
    }
    while let Some(&first) = lines.last()
        && first > range.start
        && lines.len() < 30
    {
        lines.push(line_start(text, first - 1).max(range.start));
    }
    let suspect = lines.iter().find_map(|start| suspicion(line_at(text, *start)).map(|why| (*start, why)));
    let (start, (why, mended)) = suspect.unwrap_or_else(|| {
        let start = line_start(text, until);
        (
            start,
            (
                "Susunan baris ini tidak bisa dipahami; periksa tanda titik dua, tanda petik, dan jarak di awal baris",
                None,
            ),
        )
    });
    let line = line_at(text, start);
    let indent = line.len() - line.trim_start().len();
    let span = Span::locate(text, start + indent..start + line.trim_end().len());
    let finding = broken(span.line, why);
    (
        span,
        match mended {
            Some(mended) => finding.instead(mended),
            None => finding,
        },
    )
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at.min(text.len())).and_then(|before| before.rfind('\n')).map_or(0, |found| found + 1)
}

/// What people usually get wrong in a line, and the line put right.
fn suspicion(line: &str) -> Option<(&'static str, Option<String>)> {
    let indent = line.len() - line.trim_start().len();
    if line.get(..indent).is_some_and(|space| space.contains('\t')) {
        return Some(("Jarak di awal baris memakai tab; pakai spasi", Some(line.replace('\t', "  "))));
    }
    let body = line.trim().trim_start_matches("- ");
    if body.is_empty() || body.starts_with('#') {
        return None;
    }
    let Some((key, value)) = body.split_once(':') else {
        let word = body.split_whitespace().next().unwrap_or_default();
        let looks_like_key = word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
        if looks_like_key && body.contains(' ') && !line.trim().starts_with("- ") {
            let mended = format!("{}: {}", word, body.get(word.len()..).unwrap_or_default().trim());
            return Some(("Baris ini tidak punya titik dua setelah nama kolom", Some(mended)));
        }
        return None;
    };
    let mend = || quote_value(line);
    if !value.is_empty() && !value.starts_with(' ') && !key.contains(['"', '\'', '/']) && !value.starts_with("//") {
        return Some(("Setelah titik dua harus ada satu spasi", Some(line.replacen(':', ": ", 1))));
    }
    let value = value.trim();
    let opened = |mark: char| value.starts_with(mark) && (value.len() == 1 || !value.ends_with(mark));
    if opened('"') || opened('\'') {
        return Some(("Tanda petik dibuka tetapi tidak ditutup", mend()));
    }
    if let Some(first) = value.chars().next()
        && "@%`".contains(first)
    {
        return Some(("Isi yang diawali tanda khusus harus diberi tanda petik", mend()));
    }
    if let Some(first) = value.chars().next()
        && "&*!|>".contains(first)
        && value.len() > 1
        && !matches!(value, "|-" | "|+" | ">-" | ">+")
    {
        return Some(("Isi yang diawali tanda khusus harus diberi tanda petik", mend()));
    }
    if value.contains(": ") || value.ends_with(':') {
        return Some(("Isi memuat titik dua", mend()));
    }
    let balance = |open: char, close: char| value.matches(open).count() != value.matches(close).count();
    if (value.starts_with('[') && balance('[', ']')) || (value.starts_with('{') && balance('{', '}')) {
        return Some(("Kurung dibuka tetapi tidak ditutup", None));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(text: &str) -> (u32, String, Option<String>) {
        let (span, finding) = parse(text, 0..text.len(), Root::Map).unwrap_err();
        (span.line, finding.argument("rincian").unwrap_or_default().to_owned(), finding.instead)
    }

    #[test]
    fn keeps_places_of_a_part() {
        let text = "---\nnama: Kopi\nharga: 25.000\n---\n";
        let (fields, _) = parse(text, 4..29, Root::Map).unwrap();
        let price = &fields[1].node;
        assert_eq!((price.span.line, price.span.column), (3, 8));
        assert_eq!(&text[price.span.start as usize..price.span.end as usize], "25.000");
    }

    #[test]
    fn names_the_usual_causes() {
        let cases = [
            ("nama: Batik: Tulis\n", 1, "titik dua", Some("nama: \"Batik: Tulis\"")),
            ("nama: a\n\tringkas: b\n", 2, "tab", None),
            ("nama: @batik\n", 1, "tanda khusus", Some("nama: \"@batik\"")),
            ("nama: \"Kopi\nsejak: 2014\n", 1, "petik", Some("nama: \"Kopi\"")),
            ("nama Kopi Enak\nsejak: 2014\n", 1, "titik dua", Some("nama: Kopi Enak")),
            ("nama: &a x\n", 1, "khusus", Some("nama: \"&a x\"")),
        ];
        for (text, line, word, mended) in cases {
            let (found_line, why, instead) = finding(text);
            assert_eq!(found_line, line, "{text}");
            assert!(why.contains(word), "{text}: {why}");
            if mended.is_some() {
                assert_eq!(instead.as_deref(), mended, "{text}");
            }
        }
    }

    #[test]
    fn bounds_depth() {
        let text = format!("a: {}{}", "[".repeat(40), "]".repeat(40));
        assert_eq!(parse(&text, 0..text.len(), Root::Map).unwrap_err().1.code, Code::BerkasBatas);
    }
}
