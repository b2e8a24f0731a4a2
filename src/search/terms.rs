//! All words of the index with their posting lists.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::document::{SearchDocument, Settings};
use super::fields::{Found, WordFinder};
use super::postings::FieldClass;

/// How many documents are read by one thread at a time.
const PART_DOCUMENTS: usize = 512;

/// A posting list: documents, each once in its highest class, sorted.
pub(super) type List = Vec<(u32, FieldClass)>;

/// All words of the index with their posting lists, sorted.
pub(super) struct Terms {
    pub(super) words: Vec<String>,
    pub(super) lists: Vec<List>,
}

impl Terms {
    pub(super) fn new(documents: &[&SearchDocument], settings: &Settings, finder: &WordFinder) -> Self {
        let parts: Vec<Part> = documents
            .par_chunks(PART_DOCUMENTS)
            .enumerate()
            .map(|(part, documents)| Part::of((part * PART_DOCUMENTS) as u32, documents, finder))
            .collect();
        let mut own = Lists::default();
        let mut text: Vec<Vec<u32>> = Vec::new();
        for part in parts {
            for (word, number) in part.words.into_numbers() {
                let known = own.number_of(word);
                if text.len() <= known {
                    text.resize_with(known + 1, Vec::new);
                }
                own.lists[known].extend_from_slice(&part.own[number as usize]);
                text[known].extend_from_slice(&part.text[number as usize]);
            }
        }
        own.keep_rare_text(text, settings.text_bytes_per_document * documents.len());
        own.add_roots(finder);
        own.sorted()
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
    }
}

/// The words of neighbouring documents, by number.
struct Part<'a> {
    words: Found<'a>,
    own: Vec<List>,
    /// For each word the documents that have it only in running text.
    text: Vec<Vec<u32>>,
}

impl<'a> Part<'a> {
    /// Reads documents, the first of which has the number `first`.
    fn of(first: u32, documents: &[&'a SearchDocument], finder: &WordFinder<'a>) -> Self {
        let mut part = Self { words: Found::default(), own: Vec::new(), text: Vec::new() };
        let mut said = Vec::new();
        for (document, entry) in (first..).zip(documents) {
            said.clear();
            finder.words_of(entry, &mut part.words, &mut said);
            part.make_room();
            for &(word, class) in &said {
                match part.own[word as usize].last_mut() {
                    Some((last, known)) if *last == document => *known = class.max(*known),
                    _ => part.own[word as usize].push((document, class)),
                }
            }
            finder.words_of_text(entry, &mut part.words, &mut |words, word| {
                if part.own.len() <= word as usize {
                    part.own.resize_with(words, Vec::new);
                    part.text.resize_with(words, Vec::new);
                }
                let own = part.own[word as usize].last().is_some_and(|(last, _)| *last == document);
                if !own && part.text[word as usize].last() != Some(&document) {
                    part.text[word as usize].push(document);
                }
            });
        }
        part.make_room();
        part
    }

    fn make_room(&mut self) {
        self.own.resize_with(self.words.len(), Vec::new);
        self.text.resize_with(self.words.len(), Vec::new);
    }
}

/// Posting lists of all words, as they grow.
#[derive(Default)]
struct Lists {
    numbers: HashMap<String, usize, FixedState>,
    lists: Vec<List>,
}

impl Lists {
    fn number_of(&mut self, word: String) -> usize {
        let next = self.lists.len();
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.lists.push(Vec::new());
        }
        number
    }

    /// Adds the words of running text, the rarest first, until their lists take `bytes_max` bytes: a rare word tells
    /// most and costs least, and a word of half the catalogue tells nothing.
    fn keep_rare_text(&mut self, text: Vec<Vec<u32>>, bytes_max: usize) {
        let words = self.numbers.iter().map(|(word, &number)| (word.as_str(), number));
        let mut rare: Vec<(&str, usize)> = words.filter(|&(_, number)| !text[number].is_empty()).collect();
        rare.sort_unstable_by(|a, b| (text[a.1].len(), a.0).cmp(&(text[b.1].len(), b.0)));
        let mut bytes = 0;
        for (word, number) in rare {
            bytes += text[number].len() + word.len();
            if bytes > bytes_max {
                break;
            }
            merge(&mut self.lists[number], text[number].iter().map(|&document| (document, FieldClass::Text)));
        }
    }

    /// Lets a root find the words made of it ("bunga" finds "berbunga"), where the root is a word of a title. A prefix
    /// finds the rest.
    fn add_roots(&mut self, finder: &WordFinder) {
        let mut gained: Vec<(String, List)> = Vec::new();
        for (word, &number) in &self.numbers {
            for root in finder.roots_of(word) {
                let strong = self.lists[number].iter().filter(|(_, class)| *class >= FieldClass::Attribute);
                let list = strong.map(|&(document, class)| (document, class.min(FieldClass::Attribute))).collect();
                gained.push((root, list));
            }
        }
        for (root, list) in gained {
            let number = self.number_of(root);
            merge(&mut self.lists[number], list);
        }
    }

    /// Words without documents, met only in text that was left out, go.
    fn sorted(mut self) -> Terms {
        let mut words: Vec<(String, usize)> =
            self.numbers.into_iter().filter(|&(_, number)| !self.lists[number].is_empty()).collect();
        words.par_sort_unstable();
        let lists = words.iter().map(|&(_, number)| std::mem::take(&mut self.lists[number])).collect();
        Terms { words: words.into_iter().map(|(word, _)| word).collect(), lists }
    }
}

/// Adds documents to a sorted list; one that is there already keeps its higher class.
fn merge(list: &mut List, more: impl IntoIterator<Item = (u32, FieldClass)>) {
    list.extend(more);
    list.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    list.dedup_by_key(|entry| entry.0);
}
