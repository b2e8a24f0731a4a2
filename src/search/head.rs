//! The head of the start file: all names and tables that a reader needs before the first answer, as JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The version of the format; a reader refuses any other.
pub const FORMAT_VERSION: u32 = 4;

/// Tables of an index. Names of files are stored without their kind and ending: `"0a1b2c3d4e"` in `shards` is
/// `t-0a1b2c3d4e.bin`.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Head {
    /// [`FORMAT_VERSION`].
    pub version: u32,
    /// How many documents there are.
    pub documents: u32,
    /// The kinds present, in document order.
    pub kinds: Vec<HeadKind>,
    /// The category tree, parents first.
    pub categories: Vec<HeadCategory>,
    /// Districts and villages.
    pub places: Vec<HeadPlace>,
    /// The facets.
    pub facets: Vec<HeadFacet>,
    /// Phrases that are filters.
    pub phrases: Vec<HeadPhrase>,
    /// Variant to standard spelling.
    pub spellings: BTreeMap<String, String>,
    /// Protected words that would otherwise lose an affix here.
    pub protected: Vec<String>,
    /// First word and file of each shard of words (`t-`).
    pub shards: Vec<(String, String)>,
    /// Files of single long posting lists (`p-`).
    pub lists: Vec<String>,
    /// First document and file of each chunk of cards (`c-`).
    pub chunks: Vec<(u32, String)>,
    /// Files of columns (`f-`) and the columns in each.
    pub columns: Vec<(String, Vec<String>)>,
    /// File of all words (`w-`); empty when they stand in the start file.
    pub vocabulary: String,
}

/// A kind and its documents, `start..end`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadKind {
    /// Slug of the kind.
    pub slug: String,
    /// First document.
    pub start: u32,
    /// Behind the last document.
    pub end: u32,
    /// Percent of the score that is kept.
    pub weight: u32,
}

/// A category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadCategory {
    /// Slug.
    pub slug: String,
    /// Index of the parent, -1 at the top.
    pub parent: i32,
    /// Indonesian name.
    pub name: String,
    /// English name.
    pub name_en: String,
}

/// A district or village; villages follow their district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadPlace {
    /// Slug.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Index of the district, -1 for a district.
    pub district: i32,
}

/// A facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadFacet {
    /// Key in URLs.
    pub key: String,
    /// Indonesian label.
    pub label: String,
    /// English label.
    pub label_en: String,
    /// Whether all chosen values are needed, not one of them.
    pub all: bool,
    /// Whether it stands on cards.
    pub card: bool,
    /// Slug, Indonesian label and English label of each value.
    pub values: Vec<(String, String, String)>,
}

/// A phrase that is a filter: its words, the word of the index that answers it, and what it chooses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct HeadPhrase {
    /// The words of the phrase, joined by blanks.
    pub words: String,
    /// The word of the index that holds its documents.
    pub term: String,
    /// Key of the facet, or `tempat`.
    pub key: String,
    /// Index of the value or place.
    pub value: u32,
}
