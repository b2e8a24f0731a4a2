//! Personal data that must never be committed: searched in all text of a file, comments included (specification 3.1). The
//! names of files are searched where they are listed.

use super::{Context, Halves};
use crate::diagnostic::Code;
use crate::diagnostic::Span;
use crate::model::private::scan_private;
use crate::parse::{Document, Node, Pair, Value};

/// Fields whose digits are numbers of the business, checked by their own readers.
const NUMBER_FIELDS: [&str; 8] = ["nik", "nib", "nomor", "whatsapp", "telepon", "nmid", "badan_hukum", "kode_pos"];

/// Searches the entry's files.
pub fn scan(ctx: &Context<'_>, halves: Halves<'_>) {
    for document in [Some(halves.main), halves.english].into_iter().flatten() {
        scan_document(ctx, document);
    }
}

/// Searches one file: its fields, its comments (git keeps them too) and its body.
pub fn scan_document(ctx: &Context<'_>, document: &Document) {
    scan_fields(ctx, document, &document.fields);
    for (text, span) in &document.comments {
        scan_text(ctx, document, "#", text, *span, false);
    }
    if let Some(body) = &document.body {
        scan_text(ctx, document, "deskripsi", &body.text, body.span, true);
    }
}

fn scan_fields(ctx: &Context<'_>, document: &Document, fields: &[Pair]) {
    for pair in fields {
        if !NUMBER_FIELDS.contains(&pair.key.as_str()) || is_free_number(pair, fields) {
            scan_node(ctx, document, &pair.key, &pair.node);
        }
    }
}

/// The number of a right, a test or an award has no form of its own that would tell it from the number of a person.
fn is_free_number(pair: &Pair, fields: &[Pair]) -> bool {
    let kind = fields.iter().find(|field| field.key == "jenis").map(|field| &field.node.value);
    let formal = ["pirt", "bpom", "halal", "sni"];
    pair.key == "nomor" && !matches!(kind, Some(Value::Scalar { text, .. }) if formal.contains(&text.trim()))
}

fn scan_node(ctx: &Context<'_>, document: &Document, key: &str, node: &Node) {
    match &node.value {
        Value::Null => {}
        Value::Scalar { text, .. } => {
            scan_text(ctx, document, key, text, node.span, is_prose(text));
        }
        Value::List(items) => items.iter().for_each(|item| scan_node(ctx, document, key, item)),
        Value::Map(fields) => scan_fields(ctx, document, fields),
    }
}

/// Something said to people, not a value that happens to be a number or an address: three words or more.
fn is_prose(text: &str) -> bool {
    let word = |part: &&str| part.chars().any(char::is_alphabetic) && !part.contains('@');
    text.split_whitespace().filter(word).nth(2).is_some()
}

fn scan_text(ctx: &Context<'_>, document: &Document, key: &str, text: &str, span: Span, prose: bool) {
    let contacts_too = |finding: &crate::diagnostic::Finding| prose || finding.code != Code::PdpKontakTeks;
    for (range, finding) in scan_private(text).into_iter().filter(|(_, finding)| contacts_too(finding)) {
        let local = Span::locate(text, range);
        let place = Span {
            start: span.start + local.start,
            end: span.start + local.end,
            line: span.line + local.line - 1,
            column: if local.line == 1 { span.column + local.column - 1 } else { local.column },
        };
        ctx.report_in(&document.file, place, finding.with("kolom", key));
    }
}

#[cfg(test)]
mod tests {
    use super::is_prose;

    #[test]
    fn a_sentence_is_prose_however_short_and_a_value_is_none() {
        assert!(is_prose("Pesan lewat 0812-0000-0001 ya"));
        assert!(is_prose("Hubungi kami di toko@contoh.example"));
        assert!(!is_prose("0812-0000-0001"));
        assert!(!is_prose("+62 812 0000 0001 (WA)"));
        assert!(!is_prose("Toko <toko@contoh.example>"));
    }
}
