//! Where something stands in the content.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A stretch of one file: byte offsets, and the line and column a person counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte, counted from the start of the file.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Line of the first byte, from 1; 0 means the file as a whole.
    pub line: u32,
    /// Column of the first byte in characters, from 1.
    pub column: u32,
}

impl Span {
    /// The file as a whole, when no single line is to blame.
    pub const WHOLE: Span = Span { start: 0, end: 0, line: 0, column: 0 };

    /// The span of `range` (bytes) inside `text`, with line and column counted.
    pub fn locate(text: &str, range: std::ops::Range<usize>) -> Span {
        let start = floor_boundary(text, range.start.min(text.len()));
        let end = floor_boundary(text, range.end.min(text.len())).max(start);
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Span {
            start: start as u32,
            end: end as u32,
            line: 1 + before.bytes().filter(|byte| *byte == b'\n').count() as u32,
            column: 1 + before.get(line_start..).unwrap_or_default().chars().count() as u32,
        }
    }
}

/// The last character boundary at or before `at`.
fn floor_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A span in a named file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Path below the site's root, with forward slashes.
    pub file: Arc<str>,
    /// The stretch in that file.
    pub span: Span,
}

impl Place {
    /// The file as a whole.
    pub fn whole(file: impl Into<Arc<str>>) -> Place {
        Place { file: file.into(), span: Span::WHOLE }
    }

    /// A stretch of a file.
    pub fn new(file: impl Into<Arc<str>>, span: Span) -> Place {
        Place { file: file.into(), span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locates_lines_and_columns_in_characters() {
        let text = "satu\nkopi é: x\n";
        let at = text.find('x').unwrap();
        let span = Span::locate(text, at..at + 1);
        assert_eq!((span.line, span.column), (2, 9));
    }

    #[test]
    fn never_cuts_a_character() {
        let span = Span::locate("é", 1..9);
        assert_eq!((span.start, span.end), (0, 2));
    }
}
