//! The tables, one file per room of the content folder.

pub mod business;
pub mod center;
pub mod common;
pub mod cooperative;
pub mod data;
pub mod editorial;
pub mod product;

use super::{Choice, Field, FieldKind};

/// Short form of a [`Choice`].
pub(crate) const fn choice(value: &'static str, id: &'static str, en: &'static str) -> Choice {
    Choice { value, id, en }
}

/// A line of text of at most 120 characters.
pub(crate) const LINE: FieldKind = FieldKind::Text { min: 0, max: 120 };
/// A list of lines.
pub(crate) const LINES: FieldKind = FieldKind::List(&LINE, 50);
/// A sentence or two.
pub(crate) const SENTENCE: FieldKind = FieldKind::Text { min: 0, max: 400 };
/// A list of sentences.
pub(crate) const SENTENCES: FieldKind = FieldKind::List(&SENTENCE, 50);

/// Short form of a field.
pub(crate) const fn field(name: &'static str, kind: FieldKind, title: &'static str) -> Field {
    Field::new(name, kind, title)
}
