//! Values as YAML writes them, so that they are read back as they are.

use super::content::Content;

/// A line longer than this is broken into a block.
const LINE_MAX: usize = 118;

/// Where an edit happens: how deep, and between braces or not.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) text: &'a str,
    pub(super) newline: &'static str,
    pub(super) indent: usize,
    pub(super) flow: bool,
}

/// `nama: isi`, on as many lines as it takes, without the last line break.
pub(super) fn field_source(spot: Spot<'_>, name: &str, content: &Content) -> String {
    let pad = " ".repeat(spot.indent);
    let value = value_source(spot, content);
    let gap = if value.starts_with(['\n', '\r']) { "" } else { " " };
    format!("{pad}{}:{gap}{value}", key_source(name))
}

/// A key, quoted where YAML needs it.
pub(super) fn key_source(name: &str) -> String {
    if is_plain(name) && !name.contains(':') { name.to_owned() } else { double_quoted(name) }
}

/// Is there a text of several lines in it?
pub(super) fn has_lines(content: &Content) -> bool {
    match content {
        Content::Text { text, .. } => text.contains('\n'),
        Content::List(items) => items.iter().any(has_lines),
        Content::Record(parts) => parts.iter().any(|(_, part)| has_lines(part)),
    }
}

/// A value as it stands behind `nama:`.
pub(super) fn value_source(spot: Spot<'_>, content: &Content) -> String {
    if spot.flow {
        return inline(content);
    }
    let (newline, pad) = (spot.newline, " ".repeat(spot.indent + 2));
    match content {
        Content::Text { text, .. } if text.contains('\n') && !text.starts_with([' ', '\n']) => {
            let lines =
                text.lines().map(|line| if line.trim().is_empty() { String::new() } else { format!("{pad}{line}") });
            format!("|{newline}{}", lines.collect::<Vec<_>>().join(newline))
        }
        Content::Text { text, quoted } => scalar_source(text, *quoted, false),
        Content::List(items) => {
            let one_line = inline(content);
            let records = items.iter().any(|item| matches!(item, Content::Record(_)));
            if one_line.len() + spot.indent + 16 <= LINE_MAX && !records {
                return one_line;
            }
            items.iter().map(|item| format!("{newline}{pad}- {}", inline(item))).collect()
        }
        Content::Record(parts) => {
            let one_line = inline(content);
            if one_line.len() + spot.indent + 16 <= LINE_MAX && !has_lines(content) {
                return one_line;
            }
            let inner = Spot { indent: spot.indent + 2, ..spot };
            parts.iter().map(|(name, part)| format!("{newline}{}", field_source(inner, name, part))).collect()
        }
    }
}

/// A value on one line, fit to stand between braces.
pub(super) fn inline(content: &Content) -> String {
    match content {
        Content::Text { text, quoted } => scalar_source(text, *quoted, true),
        Content::List(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Content::Record(parts) => {
            let parts = parts.iter().map(|(name, part)| format!("{}: {}", key_source(name), inline(part)));
            format!("{{{}}}", parts.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A text with quotes if YAML would not read it back as it is.
fn scalar_source(text: &str, quoted: bool, flow: bool) -> String {
    let bare = is_plain(text) && !(flow && text.contains([',', '[', ']', '{', '}']));
    if bare && !quoted { text.to_owned() } else { double_quoted(text) }
}

/// Would YAML read this text, unquoted, as the same text?
fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let special = "-?:,[]{}#&*!|>'\"%@`~=".contains(first);
    let number = first == '-' && text.chars().nth(1).is_some_and(|second| second.is_ascii_digit());
    let word = !matches!(text.to_lowercase().as_str(), "null" | "~" | "true" | "false" | "yes" | "no" | "on" | "off");
    (!special || number)
        && word
        && text.trim() == text
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.chars().any(char::is_control)
        && !looks_like_lost_number(text)
}

/// Texts that YAML takes for another number than was meant: `12E3`, `017`, `0x1F`, `1_000`.
fn looks_like_lost_number(text: &str) -> bool {
    let start_zero = text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = text.contains(['e', 'E', '_'])
        && text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.parse::<f64>().is_ok();
    start_zero || exponent || text.starts_with("0x") || text.starts_with("0o") || text.starts_with('+')
}

/// A text in double quotation marks.
pub(super) fn double_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            letter if letter.is_control() => out.push_str(&format!("\\u{:04x}", letter as u32)),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}
