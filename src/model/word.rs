//! Words of the fixed lists in the tables of fields, as written in content ("po", "konsumen").
//!
//! They are borrowed from the tables. Read back from a record they are looked up there again: a word that no table holds
//! any more makes the record void.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::de::{Deserialize, Deserializer, Error};

use crate::model::Kind;
use crate::schema::{self, Field, FieldKind};

/// A word of a fixed list. An alias, because a plain reference would make `serde` borrow it from the record.
pub type Word = &'static str;

/// Reads one.
pub fn one<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    known(<&str>::deserialize(from)?)
}

/// Reads one that may be missing.
pub fn maybe<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Word>, D::Error> {
    Option::<&str>::deserialize(from)?.map(known).transpose()
}

/// Reads a list.
pub fn many<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Word>, D::Error> {
    Vec::<&str>::deserialize(from)?.into_iter().map(known).collect()
}

fn known<E: Error>(text: &str) -> Result<Word, E> {
    static WORDS: LazyLock<HashSet<Word>> = LazyLock::new(|| {
        let mut words = HashSet::new();
        for kind in Kind::ALL {
            schema::fields_of(kind).into_iter().for_each(|field| collect(field, &mut words));
        }
        words
    });
    WORDS.get(text).copied().ok_or_else(|| E::custom("a word of no list"))
}

fn collect(field: &'static Field, words: &mut HashSet<Word>) {
    of_kind(&field.kind, words);
}

fn of_kind(kind: &'static FieldKind, words: &mut HashSet<Word>) {
    match kind {
        FieldKind::Choice(choices) => words.extend(choices.iter().map(|choice| choice.value)),
        FieldKind::List(inner, _) => of_kind(inner, words),
        FieldKind::Record(fields) => fields.iter().for_each(|field| collect(field, words)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Some3 {
        #[serde(deserialize_with = "one")]
        stock: Word,
        #[serde(deserialize_with = "maybe")]
        form: Option<Word>,
        #[serde(deserialize_with = "many")]
        payment: Vec<Word>,
    }

    #[test]
    fn words_come_back_only_when_a_table_holds_them() {
        let good = Some3 { stock: "po", form: None, payment: vec!["tunai", "qris"] };
        let bytes = postcard::to_stdvec(&good).unwrap();
        assert_eq!(postcard::from_bytes::<Some3>(&bytes), Ok(good));
        let odd = Some3 { stock: "po", form: Some("tak-ada-di-tabel"), payment: Vec::new() };
        assert!(postcard::from_bytes::<Some3>(&postcard::to_stdvec(&odd).unwrap()).is_err());
    }
}
