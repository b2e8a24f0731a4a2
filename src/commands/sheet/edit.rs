//! Writes changed values into an entry's own text: only their own bytes change. Comments, order, quotes and layout of all
//! the rest stay; what is new is added at its place in the table. Nothing is ever taken away.

use std::ops::Range;

use super::content::{Content, same_text};
use super::source::{Spot, double_quoted, field_source, has_lines, inline, key_source, value_source};
use crate::diagnostic::Problems;
use crate::parse::{self, Document, Node, Pair, Value};

/// What is to be written at a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Patch {
    /// This value.
    Set(Content),
    /// Some fields of the record that stands there.
    Into(Vec<(String, Patch)>),
}

struct Edit {
    range: Range<usize>,
    with: String,
}

/// Keys of fields (`alamat.kelurahan`) as they are best written, below a path of records.
#[derive(Clone)]
struct Order<'a> {
    keys: &'a [String],
    path: String,
}

impl Order<'_> {
    /// The place of a field; unknown ones come last.
    fn place(&self, name: &str) -> usize {
        let key = format!("{}{name}", self.path);
        let begins =
            |other: &String| other.strip_prefix(&key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.keys.iter().position(begins).unwrap_or(usize::MAX)
    }

    fn below(&self, name: &str) -> Order<'_> {
        Order { keys: self.keys, path: format!("{}{name}.", self.path) }
    }
}

/// The text of `document` with the patches in it. `order` lists the keys of its kind as they are best written.
///
/// # Errors
/// A sentence, when the file is laid out in a way in which this change cannot be made for sure.
pub fn apply(text: &str, document: &Document, order: &[String], patches: &[(String, Patch)]) -> Result<String, String> {
    let stuck = || "Susunan berkas entri ini tidak bisa disunting otomatis; ubah langsung di berkasnya.".to_owned();
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let spot = Spot { text, newline, indent: 0, flow: false };
    let mut edits = Vec::new();
    let mut fields = patches.to_vec();
    if let Some(body) = document.body.as_ref().filter(|_| writes_body(document))
        && let Some(at) = fields.iter().position(|(name, _)| name == "deskripsi")
        && let (_, Patch::Set(content)) = fields.remove(at)
    {
        let range = body.span.start as usize..body.span.end as usize;
        edits.push(Edit {
            range: range.clone(),
            with: new_body(text, range, content.as_text().unwrap_or_default(), newline),
        });
    }
    edit_fields(
        spot,
        &document.fields,
        fields_start(document, text),
        &Order { keys: order, path: String::new() },
        &fields,
        &mut edits,
    )
    .ok_or_else(stuck)?;
    let changed = splice(text, edits).ok_or_else(stuck)?;
    let mut problems = Problems::new();
    let again = parse::parse(&document.file, changed.as_bytes(), &mut problems);
    let sound = !again.broken && holds_fields(&document.fields, &again.fields, &fields) && problems.iter().count() == 0;
    if sound { Ok(changed) } else { Err(stuck()) }
}

/// The text of a page stands below the fields in a Markdown file, unless it stands in the field already.
pub fn writes_body(document: &Document) -> bool {
    let filled = document.body.as_ref().is_some_and(|body| !body.text.trim().is_empty());
    document.body.is_some() && (filled || !document.fields.iter().any(|pair| pair.key == "deskripsi"))
}

/// A new entry's file.
pub fn compose(markdown: bool, order: &[String], patches: &[(String, Patch)]) -> String {
    let spot = Spot { text: "", newline: "\n", indent: 0, flow: false };
    let mut out = String::new();
    let mut body = String::new();
    let order = Order { keys: order, path: String::new() };
    let mut sorted: Vec<&(String, Patch)> = patches.iter().collect();
    sorted.sort_by_key(|(name, _)| order.place(name));
    for (name, patch) in sorted {
        match patch {
            Patch::Set(Content::Text { text, .. }) if markdown && name == "deskripsi" => {
                body = format!("\n{}\n", text.trim())
            }
            patch => {
                out.push_str(&field_source(spot, name, &settled(patch)));
                out.push('\n');
            }
        }
    }
    if markdown { format!("---\n{out}---\n{body}") } else { out }
}

/// A patch as a whole value, for a record that is not there yet.
fn settled(patch: &Patch) -> Content {
    match patch {
        Patch::Set(content) => content.clone(),
        Patch::Into(parts) => Content::Record(parts.iter().map(|(name, part)| (name.clone(), settled(part))).collect()),
    }
}

/// Where the first field would stand.
fn fields_start(document: &Document, text: &str) -> usize {
    if let Some(first) = document.fields.first() {
        return line_start(text, first.key_span.start as usize);
    }
    if document.file.ends_with(".md") { text.find('\n').map_or(text.len(), |at| at + 1) } else { 0 }
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |found| found + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |found| at + found)
}

/// The last byte of a field; an empty value has none of its own.
fn pair_end(pair: &Pair) -> usize {
    match pair.node.value {
        Value::Null => pair.key_span.end as usize,
        _ => (pair.node.span.end as usize).max(pair.key_span.end as usize),
    }
}

/// The body with its own lines around it, and the new text inside.
fn new_body(text: &str, range: Range<usize>, new: &str, newline: &str) -> String {
    let old = text.get(range).unwrap_or_default();
    let lead = old.get(..old.len() - old.trim_start().len()).unwrap_or_default();
    let tail = old.trim_start().get(old.trim().len()..).unwrap_or_default();
    let lead = if old.trim().is_empty() { newline } else { lead };
    let tail = if old.trim().is_empty() || tail.is_empty() { newline } else { tail };
    format!("{lead}{}{tail}", new.trim().replace('\n', newline))
}

/// Edits the fields of one record; those that are not there are added behind their nearest neighbour of the table.
fn edit_fields(
    spot: Spot<'_>,
    pairs: &[Pair],
    start: usize,
    order: &Order<'_>,
    patches: &[(String, Patch)],
    edits: &mut Vec<Edit>,
) -> Option<()> {
    let place = |name: &str| order.place(name);
    let mut sorted: Vec<&(String, Patch)> = patches.iter().collect();
    sorted.sort_by_key(|(name, _)| place(name));
    for (name, patch) in sorted {
        match pairs.iter().find(|pair| pair.key == *name) {
            Some(pair) => edit_pair(spot, pair, order, patch, edits)?,
            None => {
                let before = pairs
                    .iter()
                    .filter(|pair| place(name) == usize::MAX || place(&pair.key) < place(name))
                    .max_by_key(|pair| pair_end(pair));
                edits.push(addition(spot, before, start, name, &settled(patch)));
            }
        }
    }
    Some(())
}

/// A field that was not there.
fn addition(spot: Spot<'_>, before: Option<&Pair>, start: usize, name: &str, content: &Content) -> Edit {
    let text = spot.text;
    if spot.flow {
        let source = format!("{}: {}", key_source(name), inline(content));
        return match before {
            Some(pair) => Edit { range: pair_end(pair)..pair_end(pair), with: format!(", {source}") },
            None => Edit { range: start..start, with: format!("{source}, ") },
        };
    }
    let source = field_source(spot, name, content);
    match before {
        Some(pair) => {
            let end = line_end(text, pair_end(pair));
            let cut = if text.get(..end).is_some_and(|line| line.ends_with('\r')) { end - 1 } else { end };
            Edit { range: cut..cut, with: format!("{}{source}", spot.newline) }
        }
        None => Edit { range: start..start, with: format!("{source}{}", spot.newline) },
    }
}

fn edit_pair(spot: Spot<'_>, pair: &Pair, order: &Order<'_>, patch: &Patch, edits: &mut Vec<Edit>) -> Option<()> {
    match (patch, &pair.node.value) {
        (Patch::Set(content), _) if content.is_in(&pair.node) => Some(()),
        (Patch::Into(parts), Value::Map(pairs)) => {
            let inner = inside(spot, &pair.node, pairs);
            let start = pairs.first().map_or(pair.node.span.start as usize + 1, |first| first.key_span.start as usize);
            let start = if inner.flow { start } else { line_start(spot.text, start) };
            edit_fields(inner, pairs, start, &order.below(&pair.key), parts, edits)
        }
        (Patch::Into(_), Value::Null) => replace(spot, pair, &settled(patch), edits),
        (Patch::Into(_), _) => None,
        (Patch::Set(Content::List(items)), Value::List(nodes))
            if edit_list(spot, &pair.node, nodes, items, edits).is_some() =>
        {
            Some(())
        }
        (Patch::Set(content), _) => replace(spot, pair, content, edits),
    }
}

/// The spot inside a record.
fn inside<'a>(spot: Spot<'a>, node: &Node, pairs: &[Pair]) -> Spot<'a> {
    let flow = spot.flow || spot.text.get(node.span.start as usize..).is_some_and(|rest| rest.starts_with('{'));
    let indent = pairs.first().map_or(spot.indent + 2, |pair| pair.key_span.column as usize - 1);
    Spot { flow, indent, ..spot }
}

/// Writes a new value in place of the old one. Comments inside the old one move above it.
fn replace(spot: Spot<'_>, pair: &Pair, content: &Content, edits: &mut Vec<Edit>) -> Option<()> {
    let text = spot.text;
    let colon = pair.key_span.end as usize + text.get(pair.key_span.end as usize..)?.find(':')? + 1;
    let end = pair_end(pair).max(colon);
    let old = text.get(colon..end)?;
    let source = match &pair.node.value {
        Value::Scalar { quoted: true, .. } if old.trim_start().starts_with(['"', '\'']) && !has_lines(content) => {
            content.as_text().map_or_else(|| value_source(spot, content), double_quoted)
        }
        _ => value_source(spot, content),
    };
    let (value, comment) = match comments(text, colon, end, &pair.node) {
        found if found.is_empty() => (source, None),
        found => (source, Some(found)),
    };
    let gap = if value.starts_with(['\n', '\r']) { "" } else { " " };
    if let Some(comment) = comment {
        let at = line_start(text, pair.key_span.start as usize);
        let pad = " ".repeat(spot.indent);
        let lines: String = comment.iter().map(|line| format!("{pad}{line}{}", spot.newline)).collect();
        edits.push(Edit { range: at..at, with: lines });
    }
    edits.push(Edit { range: colon..end, with: format!("{gap}{value}") });
    Some(())
}

/// Comments between the parts of a value.
fn comments(text: &str, from: usize, to: usize, node: &Node) -> Vec<String> {
    let mut leaves = Vec::new();
    leaves_of(node, &mut leaves);
    let mut found = Vec::new();
    let mut at = from;
    for (start, end) in leaves.into_iter().chain([(to, to)]) {
        let gap = text.get(at..start.max(at)).unwrap_or_default();
        let lines = gap.lines().filter_map(|line| line.find('#').and_then(|mark| line.get(mark..)));
        found.extend(lines.map(|line| line.trim_end().to_owned()));
        at = end.max(at);
    }
    found
}

fn leaves_of(node: &Node, leaves: &mut Vec<(usize, usize)>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| leaves_of(item, leaves)),
        Value::Map(pairs) => {
            for pair in pairs {
                leaves.push((pair.key_span.start as usize, pair.key_span.end as usize));
                leaves_of(&pair.node, leaves);
            }
        }
        Value::Scalar { .. } => leaves.push((node.span.start as usize, node.span.end as usize)),
        Value::Null => {}
    }
}

/// Items that stay keep their bytes; changed ones are rewritten, new ones added. `None` when the list gets shorter or its
/// form does not allow it: then it is written anew.
fn edit_list(spot: Spot<'_>, node: &Node, nodes: &[Node], items: &[Content], edits: &mut Vec<Edit>) -> Option<()> {
    let text = spot.text;
    if items.len() < nodes.len() || nodes.is_empty() {
        return None;
    }
    let flow = spot.flow || text.get(node.span.start as usize..)?.starts_with('[');
    let last = nodes.last()?;
    let lead = text.get(line_start(text, last.span.start as usize)..last.span.start as usize)?;
    if !flow && lead.trim() != "-" {
        return None;
    }
    if nodes.iter().any(|node| matches!(node.value, Value::Null)) {
        return None;
    }
    let mut changes = Vec::new();
    for (item, node) in items.iter().zip(nodes) {
        edit_item(Spot { flow, ..spot }, node, item, &mut changes)?;
    }
    for item in items.get(nodes.len()..)? {
        let end = last.span.end as usize;
        let with = if flow { format!(", {}", inline(item)) } else { format!("{}{lead}{}", spot.newline, inline(item)) };
        let end = if flow { end } else { line_end(text, end) };
        let cut = if !flow && text.get(..end)?.ends_with('\r') { end - 1 } else { end };
        changes.push(Edit { range: cut..cut, with });
    }
    edits.extend(changes);
    Some(())
}

fn edit_item(spot: Spot<'_>, node: &Node, item: &Content, edits: &mut Vec<Edit>) -> Option<()> {
    if item.is_in(node) {
        return Some(());
    }
    if let (Content::Record(parts), Value::Map(pairs)) = (item, &node.value)
        && pairs.iter().all(|pair| parts.iter().any(|(name, _)| *name == pair.key))
    {
        let patches: Vec<(String, Patch)> =
            parts.iter().map(|(name, part)| (name.clone(), Patch::Set(part.clone()))).collect();
        let start = pairs.first().map_or(node.span.start as usize + 1, |first| first.key_span.start as usize);
        let order = Order { keys: &[], path: String::new() };
        return edit_fields(inside(Spot { flow: false, ..spot }, node, pairs), pairs, start, &order, &patches, edits);
    }
    let block = matches!(&node.value, Value::Scalar { quoted: true, .. })
        && spot.text.get(node.span.start as usize..)?.starts_with(['|', '>']);
    if block {
        return None;
    }
    edits.push(Edit { range: node.span.start as usize..node.span.end as usize, with: inline(item) });
    Some(())
}

/// Applies edits that do not touch each other.
fn splice(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| edit.range.start);
    let mut out = String::with_capacity(text.len() + 256);
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.range.start)?);
        out.push_str(&edit.with);
        at = edit.range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// Is every old field as it was, or as the patches want it?
fn holds_fields(old: &[Pair], new: &[Pair], patches: &[(String, Patch)]) -> bool {
    let patch_of = |name: &str| patches.iter().find(|(other, _)| other == name).map(|(_, patch)| patch);
    let added = patches.iter().filter(|(name, _)| !old.iter().any(|pair| pair.key == *name)).count();
    let old_stand = old.iter().all(|pair| {
        let Some(now) = new.iter().find(|other| other.key == pair.key) else { return false };
        match patch_of(&pair.key) {
            None => same_node(&pair.node, &now.node),
            Some(Patch::Set(content)) => content.is_in(&now.node),
            Some(Patch::Into(parts)) => match (&pair.node.value, &now.node.value) {
                (Value::Map(before), Value::Map(after)) => holds_fields(before, after, parts),
                (_, Value::Map(after)) => holds_fields(&[], after, parts),
                _ => false,
            },
        }
    });
    let new_stand = patches.iter().all(|(name, patch)| {
        old.iter().any(|pair| pair.key == *name)
            || new.iter().any(|pair| pair.key == *name && settled(patch).is_in(&pair.node))
    });
    old_stand && new_stand && new.len() == old.len() + added
}

fn same_node(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar { text: a, .. }, Value::Scalar { text: b, .. }) => same_text(a, b),
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_node(a, b)),
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.key == b.key && same_node(&a.node, &b.node))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(name: &str, content: Content) -> (String, Patch) {
        (name.to_owned(), Patch::Set(content))
    }

    fn edited(file: &str, text: &str, patches: &[(String, Patch)]) -> String {
        let document = parse::parse(&file.into(), text.as_bytes(), &mut Problems::new());
        let order =
            ["nama", "harga", "stok", "bahan", "kontak.whatsapp", "kontak.surel", "izin", "deskripsi", "en.nama"];
        apply(text, &document, &order.map(str::to_owned), patches).unwrap()
    }

    #[test]
    fn comments_and_order_stay() {
        let text = "# Kepala\nstok: siap # ada\nnama: \"Kopi\"  # nama\n\nharga: 12000 # naik Mei\nbahan:\n  # utama\n  - biji\n  - gula # aren\n";
        let patches = [
            set("harga", Content::text("13000")),
            set("nama", Content::text("Kopi Enak")),
            set("bahan", Content::List(vec![Content::text("biji"), Content::text("gula pasir"), Content::text("air")])),
        ];
        let want = "# Kepala\nstok: siap # ada\nnama: \"Kopi Enak\"  # nama\n\nharga: 13000 # naik Mei\nbahan:\n  # utama\n  - biji\n  - gula pasir # aren\n  - air\n";
        assert_eq!(edited("a.yaml", text, &patches), want);
    }

    #[test]
    fn new_fields_come_to_their_place() {
        let text = "nama: Kopi\nbahan: [a]\nkontak: {whatsapp: \"0812\"}\ndeskripsi: |\n  Satu.\n\n  Dua.\n";
        let patches = [
            set("harga", Content::text("1000")),
            ("kontak".to_owned(), Patch::Into(vec![set("surel", Content::text("a@b.id"))])),
            ("en".to_owned(), Patch::Into(vec![set("deskripsi", Content::text("One.\n\nTwo."))])),
            set("izin", Content::List(vec![Content::Record(vec![("jenis".into(), Content::text("pirt"))])])),
        ];
        let want = "nama: Kopi\nharga: 1000\nbahan: [a]\nkontak: {whatsapp: \"0812\", surel: a@b.id}\nizin:\n  - {jenis: pirt}\ndeskripsi: |\n  Satu.\n\n  Dua.\nen:\n  deskripsi: |\n    One.\n\n    Two.\n";
        assert_eq!(edited("a.yaml", text, &patches), want);
    }

    #[test]
    fn bodies_and_blocks_are_replaced() {
        let text = "---\r\nnama: Kopi\r\n---\r\n\r\nLama.\r\n";
        assert_eq!(
            edited("a.md", text, &[set("deskripsi", Content::text("Satu.\n\nDua."))]),
            "---\r\nnama: Kopi\r\n---\r\n\r\nSatu.\r\n\r\nDua.\r\n"
        );
        let text = "nama: Kopi\ndeskripsi: |\n  Lama.\n  Sekali.\n# akhir\nen: {nama: Coffee}\n";
        assert_eq!(
            edited("a.yaml", text, &[set("deskripsi", Content::text("Baru.\nSekali."))]),
            "nama: Kopi\ndeskripsi: |\n  Baru.\n  Sekali.\n# akhir\nen: {nama: Coffee}\n"
        );
    }

    #[test]
    fn what_yaml_would_misread_is_quoted() {
        for text in ["a: b", "@x", "- y", "12E3", "017", "null", "x #y", "", "\"a\"", "it's", "#1", "a:", "{x"] {
            let source =
                field_source(Spot { text: "", newline: "\n", indent: 0, flow: false }, "nama", &Content::text(text));
            let document = parse::parse(&"a.yaml".into(), source.as_bytes(), &mut Problems::new());
            assert!(Content::text(text).is_in(&document.fields[0].node), "{source}");
        }
    }

    #[test]
    fn comments_of_a_shorter_list_move_up() {
        let text = "nama: K\nbahan:\n  - a # satu\n  - b\n";
        assert_eq!(
            edited("a.yaml", text, &[set("bahan", Content::List(vec![Content::text("b")]))]),
            "nama: K\n# satu\nbahan: [b]\n"
        );
    }
}
