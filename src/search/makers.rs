//! Makers: what all documents of one maker share, its name and place, is stored once.
//!
//! A word of a name has a list of makers instead of a list of all their documents, and one column says who made what.
//! In a large catalogue that column would be too much for a first answer; then the words stand at the documents.

use std::collections::{BTreeMap, HashMap};

use super::columns::push_planes;
use super::document::SearchDocument;
use super::fields::{DocumentWords, WordFinder};
use super::postings::FieldClass;

/// The makers of all documents. Empty when the catalogue is too large.
pub(super) struct Makers {
    /// For each document its maker, counted from 1; 0 when it has none.
    of: Vec<u32>,
    /// For each maker the words of name and place.
    words: Vec<DocumentWords>,
    /// For each maker how many documents it has.
    documents: Vec<u32>,
}

impl Makers {
    pub(super) fn new(documents: &[&SearchDocument], finder: &WordFinder, documents_max: usize) -> Self {
        if documents.len() > documents_max {
            return Self { of: Vec::new(), words: Vec::new(), documents: Vec::new() };
        }
        let mut known: HashMap<(&str, Option<&str>, Option<&str>), u32> = HashMap::new();
        let mut makers = Self { of: Vec::with_capacity(documents.len()), words: Vec::new(), documents: Vec::new() };
        for document in documents {
            let Some(name) = document.maker.as_deref() else {
                makers.of.push(0);
                continue;
            };
            let key = (name, document.district.as_deref(), document.village.as_deref());
            let next = known.len() as u32 + 1;
            let number = *known.entry(key).or_insert(next);
            if number == next {
                makers.words.push(finder.words_of_maker(document));
                makers.documents.push(0);
            }
            makers.documents[number as usize - 1] += 1;
            makers.of.push(number);
        }
        makers
    }

    pub(super) fn count(&self) -> u32 {
        self.words.len() as u32
    }

    pub(super) fn documents_of(&self, maker: u32) -> u32 {
        self.documents.get(maker as usize).copied().unwrap_or_default()
    }

    /// The words that a document has by its maker.
    pub(super) fn words_of(&self, document: u32) -> Option<&BTreeMap<String, FieldClass>> {
        let number = self.of.get(document as usize)?.checked_sub(1)?;
        self.words.get(number as usize).map(|words| &words.words)
    }

    /// For each word the makers that have it.
    pub(super) fn lists(&self) -> BTreeMap<String, Vec<(u32, FieldClass)>> {
        let mut lists: BTreeMap<String, Vec<(u32, FieldClass)>> = BTreeMap::new();
        for (maker, words) in (0..).zip(&self.words) {
            for (word, class) in &words.words {
                lists.entry(word.clone()).or_default().push((maker, *class));
            }
        }
        lists
    }

    /// The file that says who made what.
    pub(super) fn column(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.of.len() * 2 + 8);
        push_planes(&mut out, &self.of, 2);
        out
    }
}
