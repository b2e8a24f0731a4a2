//! Filters of a list that stands whole in its pages: what may be chosen, and which card has what. The script of the site filters by these;
//! nothing is fetched but the further pages of the same list.

use super::text::Words;
use serde::Serialize;

/// A card in a list, with the values it is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Ready card.
    pub card: String,
    /// "status=pakai tkt=8": one word per value, for `data-marks`.
    pub marks: String,
}

/// The filters of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Filters {
    /// What may be chosen, most useful first.
    pub facets: Vec<Facet>,
    /// Address of the first page of the list; empty on that page itself. A further page sends the choice there.
    pub first: String,
}

/// One question: "Status", "Untuk siapa".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// Name in the address of the page.
    pub key: String,
    /// "Status".
    pub label: String,
    /// At least two.
    pub values: Vec<FacetValue>,
}

/// One answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// ASCII, without blanks.
    pub value: String,
    /// "Sudah dipakai".
    pub label: Words,
    /// How many entries of the whole list have it.
    pub count: usize,
}
