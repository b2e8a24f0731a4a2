//! XML that stays well-formed whatever the texts in it hold. It knows nothing of feeds or sitemaps.

use std::fmt::Write;

/// A text for element content or an attribute value: the five special signs become references, and signs that XML 1.0
/// forbids (control characters, non-characters) are left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    push_escaped(&mut out, text);
    out
}

/// The same at the end of a text. What needs no change, nearly everything, is taken over in runs.
fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(may_change) {
        let (plain, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut signs = after.chars();
        match signs.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\'') => out.push_str("&#39;"),
            // A bare carriage return would come back from a parser as a line feed.
            Some('\r') | None => {}
            Some(sign) if is_allowed(sign) => out.push(sign),
            Some(_) => {}
        }
        rest = signs.as_str();
    }
    out.push_str(rest);
}

/// Can a sign that begins with this byte be other than itself? Non-characters begin with 0xef.
const fn may_change(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0xef) || (byte < 0x20 && byte != b'\n' && byte != b'\t')
}

/// Characters of XML 1.0, section 2.2.
const fn is_allowed(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}

/// A document being written, element by element. Names of elements and attributes come from code, values from anywhere.
#[derive(Debug, Clone)]
pub struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document in UTF-8 with nothing in it yet.
    #[must_use]
    pub fn new() -> Xml {
        Xml { out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), open: Vec::new() }
    }

    /// A processing instruction before the root, such as a style sheet for people who open a feed in a browser.
    pub fn instruction(&mut self, text: &str) {
        let _ = writeln!(self.out, "<?{text}?>");
    }

    /// Opens an element; [`Xml::close`] ends it.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.indent();
        self.start(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name);
    }

    /// Ends the element opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            let _ = writeln!(self.out, "</{name}>");
        }
    }

    /// An element with a text.
    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.indent();
        self.start(name, attributes);
        self.out.push('>');
        push_escaped(&mut self.out, text);
        let _ = writeln!(self.out, "</{name}>");
    }

    /// The same, if there is a text.
    pub fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.leaf(name, &[], text);
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.start(name, attributes);
        self.out.push_str("/>\n");
    }

    /// The document, with whatever is still open closed.
    #[must_use]
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn indent(&mut self) {
        // One space a level: readable, and next to nothing once compressed.
        for _ in 0..self.open.len() {
            self.out.push(' ');
        }
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.out, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.out, " {key}=\"");
            push_escaped(&mut self.out, value);
            self.out.push('"');
        }
    }
}

impl Default for Xml {
    fn default() -> Self {
        Xml::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_and_forbidden_signs_cannot_break_the_document() {
        assert_eq!(escape("a<b>&\"'\u{0}\u{b}\u{ffff}\r\n🌶"), "a&lt;b&gt;&amp;&quot;&#39;\n🌶");
    }

    #[test]
    fn what_is_open_is_closed_in_order() {
        let mut xml = Xml::new();
        xml.open("a", &[("k", "\"")]);
        xml.open("b", &[]);
        xml.leaf("c", &[], "]]>");
        let end = xml.finish();
        assert!(end.ends_with("<a k=\"&quot;\">\n <b>\n  <c>]]&gt;</c>\n </b>\n</a>\n"), "{end}");
    }
}
