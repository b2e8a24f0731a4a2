//! What staff may write: one table of fields per kind of entry.
//!
//! The same tables drive the readers in [`crate::validate`] (names, limits, choices, suggestions), the JSON Schema for
//! editors, the forms of the browser editor and the columns of spreadsheets, so that none of them can disagree.

mod field;
pub mod tables;

pub use field::{Choice, Field, FieldKind, Scope, TEXT_OR_MAX, Visibility};

use crate::model::Kind;

/// The fields of an entry of this kind, common ones first.
pub fn fields_of(kind: Kind) -> Vec<&'static Field> {
    let own = match kind {
        Kind::Product => tables::product::FIELDS,
        Kind::Business => tables::business::FIELDS,
        Kind::Cooperative => tables::cooperative::FIELDS,
        Kind::Innovation => tables::center::INNOVATION,
        Kind::Programme => tables::center::PROGRAMME,
        Kind::Facility => tables::center::FACILITY,
        Kind::WorkingGroup => tables::center::WORKING_GROUP,
        Kind::Partner => tables::center::PARTNER,
        Kind::Mentor => tables::center::MENTOR,
        Kind::Funding => tables::center::FUNDING,
        Kind::Event => tables::editorial::EVENT,
        Kind::News => tables::editorial::NEWS,
        Kind::Story => tables::editorial::STORY,
        Kind::Collection => tables::editorial::COLLECTION,
        Kind::Impact => tables::editorial::IMPACT,
        Kind::Page => tables::editorial::PAGE,
    };
    // A kind may say more about a common field (an event's `status`); then its own row stands.
    let common = tables::common::of(kind).filter(|field| own.iter().all(|own| own.name != field.name));
    common.chain(own).collect()
}

/// The fields of the English half of an entry: every text of its kind may be written in English too.
pub fn english_fields_of(kind: Kind) -> Vec<&'static Field> {
    let is_text = |field: &&'static Field| {
        let text = |kind: &FieldKind| kind.line().is_some() || *kind == FieldKind::Prose;
        text(&field.kind) || matches!(field.kind, FieldKind::List(inner, _) if text(inner))
    };
    let never = ["diperiksa_oleh", "kata_kunci", "sku", "badan_hukum", "negara"];
    fields_of(kind).into_iter().filter(is_text).filter(|field| !never.contains(&field.name)).collect()
}
