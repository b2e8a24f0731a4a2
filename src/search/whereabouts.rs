//! In which blocks of neighbouring cards a word of a title stands. It stands in the start file, so that a reader can fetch
//! the cards of a first answer at once, and see on them which documents hold the words.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use super::bytes::push_number;
use super::order::Order;
use super::postings::push_runs;
use super::tables::Tables;
use super::words::words;

/// A block has as many cards as the square root of all, divided by this: so the whole grows more slowly than the catalogue.
const ROOT_PARTS: usize = 2;
/// The fewest cards of a block.
const CARDS_MIN: usize = 8;

/// The blocks in which a word begins a title, and those in which it stands elsewhere in one.
#[derive(Default)]
struct Blocks {
    leading: Vec<u32>,
    other: Vec<u32>,
}

/// For each word the blocks in which it stands.
pub(super) struct Whereabouts {
    /// Cards of a block.
    size: usize,
    blocks: HashMap<String, Blocks, FixedState>,
    /// Words of the names of makers and categories, which stand on cards as well, but anywhere.
    names: HashSet<String, FixedState>,
}

impl Whereabouts {
    /// Looks through all titles; `starts` gives the first document of each file of cards, where a block begins anew.
    pub(super) fn new(order: &Order, tables: &Tables, starts: &[u32]) -> Self {
        let spell = |text: &str| words(text, &tables.lexicon.spellings);
        let count = order.documents.len();
        let size = (count.isqrt() / ROOT_PARTS).max(CARDS_MIN);
        let mut found = Self { size, blocks: HashMap::default(), names: HashSet::default() };
        for category in &tables.lexicon.categories {
            found.names.extend(spell(&category.name));
            found.names.extend(spell(&category.name_en));
        }
        let mut makers: HashSet<&str, FixedState> = HashSet::default();
        let ends = starts.iter().skip(1).map(|&end| end as usize).chain([count]);
        let mut block = 0;
        for (start, end) in starts.iter().map(|&start| start as usize).zip(ends) {
            for (at, document) in (start..end).zip(order.documents.get(start..end).unwrap_or_default()) {
                let block = block + ((at - start) / size) as u32;
                found.add(order.title_words(at), block);
                if let Some(title) = &document.title_en {
                    found.add(spell(title).iter().map(String::as_str), block);
                }
                let maker = document.maker.as_deref().filter(|maker| makers.insert(maker));
                found.names.extend(maker.into_iter().flat_map(spell));
            }
            block += (end - start).div_ceil(size) as u32;
        }
        found
    }

    fn add<'w>(&mut self, title: impl Iterator<Item = &'w str>, block: u32) {
        for (at, word) in title.enumerate() {
            if !self.blocks.contains_key(word) {
                self.blocks.insert(word.to_owned(), Blocks::default());
            }
            let Some(known) = self.blocks.get_mut(word) else { continue };
            let list = if at == 0 { &mut known.leading } else { &mut known.other };
            if list.last() != Some(&block) {
                list.push(block);
            }
        }
    }

    /// The size of a block; then for each of these words whether it is one of a name, the runs of blocks in which it begins a
    /// title, and of others in which it stands in one.
    pub(super) fn encode<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<u8> {
        let mut out = Vec::new();
        let none = Blocks::default();
        push_number(&mut out, self.size as u64);
        for word in words {
            let Blocks { leading, other } = self.blocks.get(word).unwrap_or(&none);
            out.push(u8::from(self.names.contains(word)));
            push_runs(&mut out, leading.iter().copied());
            push_runs(&mut out, other.iter().copied().filter(|block| leading.binary_search(block).is_err()));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::document::{Category, DocumentKind, Lexicon, SearchDocument};

    #[test]
    fn each_word_gives_its_blocks() {
        let category = Category {
            slug: "camilan".to_owned(),
            parent: String::new(),
            name: "Camilan".to_owned(),
            name_en: "Chips".to_owned(),
        };
        let lexicon = Lexicon { categories: vec![category], ..Lexicon::default() };
        let documents: Vec<SearchDocument> = (0..20)
            .map(|at| SearchDocument {
                maker: Some("Dapur Ijah".to_owned()),
                title_en: (at == 18).then(|| "Spicy egg".to_owned()),
                ..SearchDocument::new(DocumentKind::Product, format!("{at:02}"), if at < 3 { "Abon" } else { "Telur" })
            })
            .collect();
        let (order, tables) = (Order::new(&documents, &lexicon), Tables::new(&lexicon));
        // Blocks of eight: 0..8, 8..10 end the first file; 10..18 and 18..20 are the second.
        let found = Whereabouts::new(&order, &tables, &[0, 10]);
        let of = |word: &str| found.encode([word].into_iter());
        assert_eq!(of("abon"), [8, 0, 1, 0, 0], "in the first block, and no name");
        assert_eq!(of("telur"), [8, 0, 1, 1, 2, 0], "in all four");
        assert_eq!(of("egg"), [8, 0, 0, 1, 3 << 1], "in the last, not at the head");
        assert_eq!(of("ijah"), [8, 1, 0, 0], "the name of a maker");
        assert_eq!(of("chips"), [8, 1, 0, 0], "the name of a category");
        assert_eq!(of("pisang"), [8, 0, 0, 0]);
    }
}
