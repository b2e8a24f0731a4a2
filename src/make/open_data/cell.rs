//! Values of the open data, and how they are got out of entries.

use serde::{Serialize, Serializer};

use super::source::From;
use crate::bahasa::Language;
use crate::model::{
    Bilingual, Catalog, Common, Date, Days, Kind, PermitKind, PlaceId, Presence, Proof, Seller, SellerId, Stock,
};
use crate::plan::address;

/// Between the values of a list in one CSV cell.
const LIST_SIGN: &str = " | ";

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Nothing,
    Text(String),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    List(Vec<String>),
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Nothing => to.serialize_unit(),
            Cell::Text(text) => to.serialize_str(text),
            Cell::Integer(number) => to.serialize_i64(*number),
            Cell::Number(number) => to.serialize_f64(*number),
            Cell::Boolean(yes) => to.serialize_bool(*yes),
            Cell::List(items) => to.collect_seq(items),
        }
    }
}

impl Cell {
    pub(super) fn as_csv(&self) -> String {
        match self {
            Cell::Nothing => String::new(),
            Cell::Text(text) => harmless(text),
            Cell::Integer(number) => number.to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Boolean(yes) => yes.to_string(),
            Cell::List(items) => harmless(&items.join(LIST_SIGN)),
        }
    }
}

/// Spreadsheets take a text that begins with one of these signs for a formula and run it. An apostrophe in front makes
/// it text; a number with its sign stays as it is.
fn harmless(text: &str) -> String {
    let mut signs = text.trim_start().chars();
    let formula = match signs.next() {
        Some('=' | '@') => true,
        Some('+' | '-') => !signs.next().is_some_and(|sign| sign.is_ascii_digit()),
        _ => text.starts_with(['\t', '\r']),
    };
    if formula { format!("'{text}") } else { text.to_owned() }
}

pub(super) fn text(value: impl Into<String>) -> Cell {
    let value = value.into();
    if value.trim().is_empty() { Cell::Nothing } else { Cell::Text(value) }
}

pub(super) fn maybe<T: Into<String>>(value: Option<T>) -> Cell {
    value.map_or(Cell::Nothing, text)
}

pub(super) fn whole<T: TryInto<i64>>(value: Option<T>) -> Cell {
    value.and_then(|value| value.try_into().ok()).map_or(Cell::Nothing, Cell::Integer)
}

pub(super) fn day(value: Option<Date>) -> Cell {
    maybe(value.map(|day| day.to_string()))
}

pub(super) fn list(values: impl IntoIterator<Item = impl Into<String>>) -> Cell {
    Cell::List(values.into_iter().map(Into::into).filter(|value: &String| !value.trim().is_empty()).collect())
}

pub(super) fn indonesian(values: &[Bilingual]) -> Cell {
    list(values.iter().map(|value| value.id.clone()))
}

pub(super) fn slugs<'a>(values: impl IntoIterator<Item = &'a Common>) -> Cell {
    list(values.into_iter().map(|common| common.slug.to_string()))
}

pub(super) fn page(from: &From<'_>, kind: Kind, common: &Common) -> Cell {
    text(from.site.base.absolute(&address::entry(kind, &common.slug, Language::Id)))
}

pub(super) fn district(from: &From<'_>, place: Option<PlaceId>) -> Cell {
    maybe(place.and_then(|place| from.catalog.places.district(place)).map(|district| district.name.as_str()))
}

pub(super) fn village(from: &From<'_>, place: Option<PlaceId>) -> Cell {
    maybe(place.and_then(|place| from.catalog.places.village(place)).map(|village| village.name.as_str()))
}

pub(super) fn postcode(from: &From<'_>, presence: &Presence) -> Cell {
    let village = presence.place.and_then(|place| from.catalog.places.village(place));
    maybe(presence.postcode.as_deref().or(village.map(|village| village.postcode.as_str())))
}

/// The number of a permit that is valid today.
pub(super) fn permit(from: &From<'_>, proofs: &[Proof], kind: PermitKind) -> Cell {
    let valid = |proof: &&Proof| proof.kind == kind && !proof.is_expired(from.today) && !from.site.sample;
    maybe(proofs.iter().find(valid).and_then(|proof| proof.number.clone()))
}

pub(super) fn seller_common(catalog: &Catalog, seller: SellerId) -> &Common {
    match seller {
        Seller::Business(id) => &catalog.businesses.get(id).common,
        Seller::Cooperative(id) => &catalog.cooperatives.get(id).common,
    }
}

pub(super) fn days(stock: &Stock) -> Option<Days> {
    match stock {
        Stock::PreOrder(days) | Stock::MadeToOrder(days) | Stock::Seasonal(_, Some(days)) => Some(*days),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_runs_no_cell() {
        for text in ["=1+1", "@sum(a1)", " =x", "+cmd", "-x", "\tx"] {
            assert!(harmless(text).starts_with('\''), "{text}");
        }
        for text in ["-6.3", "+6281", "kopi = enak", ""] {
            assert_eq!(harmless(text), text);
        }
    }
}
