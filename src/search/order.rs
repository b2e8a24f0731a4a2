//! The order of documents in the index, and what follows from it alone.

use std::collections::HashMap;

use rayon::prelude::*;

use super::document::{DocumentKind, Lexicon, SearchDocument};
use super::head::HeadKind;
use super::words::words;

/// The documents in index order: by kind, category and title, so that posting lists are runs and neighbours on the
/// result page share a file.
pub(super) struct Order<'a> {
    pub(super) documents: Vec<&'a SearchDocument>,
    /// Words of the title of each document.
    title_lengths: Vec<u32>,
    /// Title in the form by which titles are sorted.
    title_keys: Vec<String>,
}

impl<'a> Order<'a> {
    pub(super) fn new(documents: &'a [SearchDocument], lexicon: &Lexicon) -> Self {
        let category_rank: HashMap<&str, usize> =
            lexicon.categories.iter().enumerate().map(|(rank, category)| (category.slug.as_str(), rank)).collect();
        let mut keyed: Vec<_> = documents
            .par_iter()
            .map(|document| {
                let title = words(&document.title, &lexicon.spellings);
                let rank = document.category.as_deref().and_then(|slug| category_rank.get(slug));
                let rank = rank.copied().unwrap_or(usize::MAX);
                (document.kind, rank, title.join(" "), document.maker.as_deref(), document.slug.as_str(), document)
            })
            .collect();
        keyed.par_sort_by(|a, b| (a.0, a.1, &a.2, a.3, a.4).cmp(&(b.0, b.1, &b.2, b.3, b.4)));
        Self {
            title_lengths: keyed.iter().map(|key| key.2.split(' ').count() as u32).collect(),
            documents: keyed.iter().map(|key| key.5).collect(),
            title_keys: keyed.into_iter().map(|key| key.2).collect(),
        }
    }

    pub(super) fn kinds(&self) -> Vec<HeadKind> {
        let mut kinds: Vec<HeadKind> = Vec::new();
        for kind in DocumentKind::ALL {
            let start = kinds.last().map_or(0, |kind| kind.end);
            let count = self.documents.iter().filter(|document| document.kind == kind).count() as u32;
            if count > 0 {
                kinds.push(HeadKind {
                    slug: kind.slug().to_owned(),
                    start,
                    end: start + count,
                    weight: kind.weight_percent(),
                });
            }
        }
        kinds
    }

    /// The words of a title.
    pub(super) fn title_words(&self, at: usize) -> impl Iterator<Item = &str> {
        self.title_keys.get(at).into_iter().flat_map(|key| key.split(' '))
    }

    /// One byte a document: fresh (1), completeness class (2, 4), featured (8), words of the title less one up to
    /// four (16 up), sold out (128).
    pub(super) fn qualities(&self) -> Vec<u32> {
        let newest = self.documents.iter().map(|document| document.date).max().unwrap_or_default();
        let fresh_from = newest.saturating_sub(10_000);
        self.documents
            .iter()
            .zip(&self.title_lengths)
            .map(|(document, &length)| {
                let fresh = u32::from(document.date > 0 && document.date >= fresh_from);
                let complete = match document.completeness {
                    85.. => 3,
                    70.. => 2,
                    50.. => 1,
                    _ => 0,
                };
                // Longer titles are never equal to a query; one number for all of them compresses better.
                let length = if (1..=4).contains(&length) { length } else { 8 };
                let sold_out =
                    document.facets.get("stok").is_some_and(|stock| stock.iter().any(|word| word == "habis"));
                fresh | complete << 1 | u32::from(document.featured) << 3 | (length - 1) << 4 | u32::from(sold_out) << 7
            })
            .collect()
    }

    /// The place of each title in the alphabet.
    pub(super) fn name_ranks(&self) -> Vec<u32> {
        let mut sorted: Vec<u32> = (0..self.title_keys.len() as u32).collect();
        sorted.sort_by_key(|&document| (&self.title_keys[document as usize], document));
        let mut ranks = vec![0; sorted.len()];
        for (rank, document) in sorted.into_iter().enumerate() {
            ranks[document as usize] = rank as u32;
        }
        ranks
    }
}
