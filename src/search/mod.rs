//! Search: a static index, built here and read by the browser and by `etalase search`.
//!
//! [`build()`] turns documents into a few small files; [`Reader`] answers queries from them exactly as the script of the
//! theme does (`themes/etalase/assets/js/search/`). The format stands in `FORMAT.md` beside this file.
//!
//! Reading order: `document` (what goes in), `words` (text to words), `fields` (words of a document), `terms` (documents of a
//! word), `order`, `tables`, `cuts`; `postings`, `columns`, `cards`, `whereabouts`, `head` (what the files hold), `memo` (what
//! the last index was made of), `build`; then `understand` (phrases that are filters), `matching` (a typed word to words of
//! the index), `reader` (a query to ranked hits). `script` joins the modules of the browser.

mod build;
mod bytes;
mod cards;
mod columns;
mod cuts;
mod document;
mod facets;
mod fields;
mod head;
mod matching;
mod memo;
mod order;
mod postings;
mod reader;
mod script;
mod tables;
mod terms;
mod understand;
mod whereabouts;
mod words;

pub use build::{Index, IndexFile, START_FILE, build, build_anew};
pub use bytes::ReadError;
pub use cards::Card;
pub use document::{
    CardPicture, Category, District, DocumentKind, FacetDefinition, FacetLogic, FacetValue, Lexicon, SearchDocument,
    Settings, Village, default_spellings,
};
pub use facets::standard_facets;
pub use head::{FORMAT_VERSION, Head, HeadCategory, HeadFacet, HeadKind, HeadPhrase, HeadPlace};
pub use matching::Match;
pub use memo::Memo;
pub use postings::FieldClass;
pub use reader::{Answer, Hit, IndexSource, Options, Reader, Reason};
pub use script::{ScriptError, join_modules};
pub use understand::{Chip, ChipKind};
pub use words::{Spellings, edits, fold, query_words, roots, shown, spelling_key, words};
