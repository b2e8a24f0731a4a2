//! Markdown after reading: HTML that is safe to print, and what else is known of the text.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Span;

/// A text that was written in Markdown.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Prose {
    /// HTML of its blocks. Raw HTML in the source became text; links to this site start with `/` and are still without
    /// the base path.
    pub html: String,
    /// The words alone, for search and descriptions.
    pub plain: String,
    /// Links to this site: path, and where it stands.
    pub links: Vec<(String, Span)>,
    /// Number of words.
    pub words: u32,
}

impl Prose {
    /// Nothing written?
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }
}
