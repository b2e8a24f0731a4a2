//! Builds the index: documents in, files out. Nothing here depends on anything but the documents and the settings, so
//! the same catalogue gives the same bytes, and a file whose contents did not change keeps its name.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::bytes::{deflate, hash_of, push_number, push_text, push_words};
use super::cards::{self, Card};
use super::columns::{SetColumn, day_number, encode_prices, encode_ranks, push_planes};
use super::document::{DocumentKind, FacetLogic, Lexicon, SearchDocument, Settings};
use super::fields::{DocumentWords, TextLists, WordFinder};
use super::head::{FORMAT_VERSION, Head, HeadCategory, HeadFacet, HeadKind, HeadPhrase, HeadPlace};
use super::makers::Makers;
use super::matching::{NAME_MARK, TITLE_MARK};
use super::postings::{FieldClass, push_both};
use super::words::{roots, words};

/// The key of the column of places.
pub(super) const PLACE_KEY: &str = "tempat";
/// The key of the column of categories.
pub(super) const CATEGORY_KEY: &str = "kategori";
/// Columns that are numbers, not sets.
pub(super) const PRICE_KEY: &str = "harga";
const DATE_KEY: &str = "tanggal";
const NAME_KEY: &str = "nama";

/// The start file. Its name stays, so that a change of the catalogue does not change every page that names it. It lies
/// beside the folder of all other files, so that a host can let that folder be kept for ever.
pub const START_FILE: &str = "indeks.bin";

/// A service worker keeps the whole index of a catalogue of up to so many products (about 250 kB).
const WHOLE_PRODUCTS_MAX: usize = 3_000;

/// How many documents are read by one thread at a time.
const PART_DOCUMENTS: usize = 512;

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    /// Its name, with the hash of its contents; that of the start file has none.
    pub name: String,
    /// Its contents, compressed where the format says so.
    pub bytes: Vec<u8>,
}

/// A finished index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// All files but the manifest, sorted by name.
    pub files: Vec<IndexFile>,
    /// The manifest, to be written beside the start file (`indeks.json`): the list of all files, for the service worker
    /// and for tools.
    pub manifest: Vec<u8>,
}

/// Builds the index of all documents.
pub fn build(documents: &[SearchDocument], lexicon: &Lexicon, settings: &Settings) -> Index {
    let order = Order::new(documents, lexicon);
    let tables = Tables::new(lexicon);
    let finder = WordFinder::new(documents, lexicon, &tables.phrase_terms);
    let makers = Makers::new(&order.documents, &finder, settings.makers_documents_max);
    let terms = Terms::new(&order.documents, settings, &finder, &makers);

    let mut files = Files { settings: *settings, list: Vec::new() };
    let mut head = tables.head(&order);
    if makers.count() > 0 {
        head.makers = (makers.count(), files.add_one('m', makers.column()));
    }
    let (hot, vocabulary) = write_terms(&terms, finder.title_words(), settings, &mut files, &mut head);
    write_cards(&order, &tables, settings, &mut files, &mut head);
    write_columns(&order, &tables, settings, &mut files, &mut head);
    head.phrases = tables.phrases(&terms);
    head.protected = protected_here(lexicon, &terms);
    write_start(&head, &order, &hot, &vocabulary, &mut files);
    let products = documents.iter().filter(|document| document.kind == DocumentKind::Product).count();
    files.finish(products <= WHOLE_PRODUCTS_MAX)
}

/// The files made so far.
struct Files {
    settings: Settings,
    list: Vec<IndexFile>,
}

impl Files {
    /// Adds compressed files of one kind, made in parallel, and gives the hashes of their names.
    fn add(&mut self, kind: char, contents: &[Vec<u8>]) -> Vec<String> {
        let level = self.settings.level;
        let packed: Vec<Vec<u8>> = contents.par_iter().map(|bytes| deflate(bytes, level)).collect();
        packed
            .into_iter()
            .map(|bytes| {
                let hash = hash_of(&bytes);
                self.list.push(IndexFile { name: format!("{kind}-{hash}.bin"), bytes });
                hash
            })
            .collect()
    }

    fn add_one(&mut self, kind: char, contents: Vec<u8>) -> String {
        self.add(kind, &[contents]).pop().unwrap_or_default()
    }

    fn finish(mut self, whole: bool) -> Index {
        self.list.sort_by(|a, b| a.name.cmp(&b.name));
        self.list.dedup();
        let names: Vec<&str> =
            self.list.iter().map(|file| file.name.as_str()).filter(|name| *name != START_FILE).collect();
        let manifest = serde_json::json!({ "version": FORMAT_VERSION, "whole": whole, "files": names });
        Index { manifest: manifest.to_string().into_bytes(), files: self.list }
    }
}

/// The documents in index order: by kind, category and title, so that posting lists are runs and neighbours on the
/// result page share a file.
struct Order<'a> {
    documents: Vec<&'a SearchDocument>,
    /// Words of the title of each document.
    title_lengths: Vec<u32>,
    /// Title in the form by which titles are sorted.
    title_keys: Vec<String>,
}

impl<'a> Order<'a> {
    fn new(documents: &'a [SearchDocument], lexicon: &Lexicon) -> Self {
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

    fn kinds(&self) -> Vec<HeadKind> {
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

    /// One byte a document: fresh (1), completeness class (2, 4), featured (8), words of the title less one up to
    /// four (16 up), sold out (128).
    fn qualities(&self) -> Vec<u32> {
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
    fn name_ranks(&self) -> Vec<u32> {
        let mut sorted: Vec<u32> = (0..self.title_keys.len() as u32).collect();
        sorted.sort_by_key(|&document| (&self.title_keys[document as usize], document));
        let mut ranks = vec![0; sorted.len()];
        for (rank, document) in sorted.into_iter().enumerate() {
            ranks[document as usize] = rank as u32;
        }
        ranks
    }
}

/// The tables of the lexicon, with slugs looked up.
struct Tables<'a> {
    lexicon: &'a Lexicon,
    categories: HashMap<&'a str, u32>,
    places: Vec<HeadPlace>,
    place_index: HashMap<(&'a str, &'a str), u32>,
    /// For each facet: slug of a value to its index.
    values: Vec<HashMap<&'a str, u32>>,
    /// Facet key and value slug to the word of the index that answers its phrases.
    phrase_terms: BTreeMap<(String, String), String>,
}

impl<'a> Tables<'a> {
    fn new(lexicon: &'a Lexicon) -> Self {
        let mut places = Vec::new();
        let mut place_index = HashMap::new();
        for district in &lexicon.districts {
            let at = places.len() as i32;
            place_index.insert((district.slug.as_str(), ""), places.len() as u32);
            places.push(HeadPlace { slug: district.slug.clone(), name: district.name.clone(), district: -1 });
            for village in &district.villages {
                place_index.insert((district.slug.as_str(), village.slug.as_str()), places.len() as u32);
                places.push(HeadPlace { slug: village.slug.clone(), name: village.name.clone(), district: at });
            }
        }
        let values = lexicon
            .facets
            .iter()
            .map(|facet| facet.values.iter().enumerate().map(|(at, value)| (value.slug.as_str(), at as u32)).collect())
            .collect();
        let mut phrase_terms = BTreeMap::new();
        for facet in &lexicon.facets {
            for value in &facet.values {
                if let Some(first) = value.phrases.first() {
                    let term = words(first, &lexicon.spellings).concat();
                    phrase_terms.insert((facet.key.clone(), value.slug.clone()), term);
                }
            }
        }
        Self {
            lexicon,
            categories: lexicon.categories.iter().enumerate().map(|(at, c)| (c.slug.as_str(), at as u32)).collect(),
            places,
            place_index,
            values,
            phrase_terms,
        }
    }

    fn category_of(&self, document: &SearchDocument) -> Option<u32> {
        self.categories.get(document.category.as_deref()?).copied()
    }

    fn place_of(&self, document: &SearchDocument) -> Option<u32> {
        let district = document.district.as_deref()?;
        let village = document.village.as_deref().unwrap_or_default();
        self.place_index.get(&(district, village)).or_else(|| self.place_index.get(&(district, ""))).copied()
    }

    /// Indices of the values that a document has of one facet, sorted.
    fn values_of(&self, facet: usize, document: &SearchDocument) -> Vec<u32> {
        let key = &self.lexicon.facets[facet].key;
        let chosen = document.facets.get(key).map(Vec::as_slice).unwrap_or_default();
        let known: BTreeSet<u32> =
            chosen.iter().filter_map(|slug| self.values[facet].get(slug.as_str()).copied()).collect();
        known.into_iter().collect()
    }

    fn head(&self, order: &Order) -> Head {
        let lexicon = self.lexicon;
        Head {
            version: FORMAT_VERSION,
            documents: order.documents.len() as u32,
            kinds: order.kinds(),
            categories: lexicon
                .categories
                .iter()
                .map(|category| HeadCategory {
                    slug: category.slug.clone(),
                    parent: self.categories.get(category.parent.as_str()).map_or(-1, |&at| at as i32),
                    name: category.name.clone(),
                    name_en: category.name_en.clone(),
                })
                .collect(),
            places: self.places.clone(),
            facets: lexicon
                .facets
                .iter()
                .map(|facet| HeadFacet {
                    key: facet.key.clone(),
                    label: facet.label.clone(),
                    label_en: facet.label_en.clone(),
                    all: facet.logic == FacetLogic::All,
                    card: facet.on_card,
                    values: facet
                        .values
                        .iter()
                        .map(|value| (value.slug.clone(), value.label.clone(), value.label_en.clone()))
                        .collect(),
                })
                .collect(),
            spellings: lexicon.spellings.clone(),
            ..Head::default()
        }
    }

    /// The phrases whose word is in the index; places too, by name and other spellings.
    fn phrases(&self, terms: &Terms) -> Vec<HeadPhrase> {
        let spellings = &self.lexicon.spellings;
        let mut phrases = BTreeMap::new();
        let mut add = |text: &str, term: &str, key: &str, value: u32| {
            let spoken = words(text, spellings).join(" ");
            if !spoken.is_empty() && terms.contains(term) {
                phrases.entry(spoken).or_insert_with_key(|spoken| HeadPhrase {
                    words: spoken.clone(),
                    term: term.to_owned(),
                    key: key.to_owned(),
                    value,
                });
            }
        };
        for facet in &self.lexicon.facets {
            for (at, value) in facet.values.iter().enumerate() {
                if let Some(term) = self.phrase_terms.get(&(facet.key.clone(), value.slug.clone())) {
                    value.phrases.iter().for_each(|phrase| add(phrase, term, &facet.key, at as u32));
                }
            }
        }
        let mut at = 0;
        for district in &self.lexicon.districts {
            add(&district.name, &place_term(&district.slug, ""), PLACE_KEY, at);
            at += 1 + district.villages.len() as u32;
        }
        at = 0;
        for district in &self.lexicon.districts {
            for (step, village) in district.villages.iter().enumerate() {
                let term = place_term(&district.slug, &village.slug);
                for name in std::iter::once(&village.name).chain(&village.aliases) {
                    add(name, &term, PLACE_KEY, at + 1 + step as u32);
                }
            }
            at += 1 + district.villages.len() as u32;
        }
        phrases.into_values().collect()
    }
}

/// The word of the index that holds the documents of a place. No text gives it: texts have no "@".
pub(super) fn place_term(district: &str, village: &str) -> String {
    if village.is_empty() { format!("@{district}") } else { format!("@{district}/{village}") }
}

/// A posting list: documents or makers, each once, sorted.
type List = Vec<(u32, FieldClass)>;

/// All words of the index with their posting lists, sorted.
struct Terms {
    words: Vec<String>,
    /// Documents and makers of each word.
    lists: Vec<(List, List)>,
    /// How many documents have the word, by itself and by its makers.
    counts: Vec<u32>,
    /// How many of them by the name or place of the maker.
    names: Vec<u32>,
}

impl Terms {
    fn new(documents: &[&SearchDocument], settings: &Settings, finder: &WordFinder, makers: &Makers) -> Self {
        let parts: Vec<(Vec<DocumentWords>, TextLists)> = documents
            .par_chunks(PART_DOCUMENTS)
            .enumerate()
            .map(|(part, documents)| words_of_part((part * PART_DOCUMENTS) as u32, documents, finder, makers))
            .collect();
        let mut own: HashMap<String, List> = HashMap::new();
        let mut text: TextLists = HashMap::new();
        let mut number = 0;
        for (part, part_text) in parts {
            for entry in part {
                for (word, class) in entry.words {
                    own.entry(word).or_default().push((number, class));
                }
                number += 1;
            }
            for (word, list) in part_text {
                text.entry(word).or_default().extend(list);
            }
        }
        keep_rare_text(&mut own, text, settings.text_bytes_per_document * documents.len());
        finder.add_roots(&mut own);
        Self::sorted(own, makers)
    }

    fn sorted(own: HashMap<String, List>, makers: &Makers) -> Self {
        let mut lists: HashMap<String, (List, List)> =
            own.into_iter().map(|(word, list)| (word, (list, Vec::new()))).collect();
        for (word, list) in makers.lists() {
            lists.entry(word).or_default().1 = list;
        }
        let mut sorted: Vec<_> = lists.into_iter().collect();
        sorted.par_sort_by(|a, b| a.0.cmp(&b.0));
        let by_makers = |list: &List| list.iter().map(|&(maker, _)| makers.documents_of(maker)).sum::<u32>();
        Self {
            counts: sorted.iter().map(|(_, (own, made))| own.len() as u32 + by_makers(made)).collect(),
            names: sorted.iter().map(|(_, (_, made))| by_makers(made)).collect(),
            words: sorted.iter().map(|(word, _)| word.clone()).collect(),
            lists: sorted.into_iter().map(|(_, lists)| lists).collect(),
        }
    }

    fn contains(&self, word: &str) -> bool {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
    }
}

/// The words of neighbouring documents, the first of which has the number `first`.
fn words_of_part(
    first: u32,
    documents: &[&SearchDocument],
    finder: &WordFinder,
    makers: &Makers,
) -> (Vec<DocumentWords>, TextLists) {
    let mut text = HashMap::new();
    let mut found = Vec::with_capacity(documents.len());
    for (number, document) in (first..).zip(documents) {
        let mut words = finder.words_of(document);
        let maker = makers.words_of(number);
        if maker.is_none() {
            words.absorb(finder.words_of_maker(document));
        }
        let known = |word: &str| words.words.contains_key(word) || maker.is_some_and(|maker| maker.contains_key(word));
        finder.add_text(number, document, known, &mut text);
        found.push(words);
    }
    (found, text)
}

/// Adds the words of running text, the rarest first, until their lists take `bytes_max` bytes: a rare word tells most
/// and costs least, and a word of half the catalogue tells nothing.
fn keep_rare_text(lists: &mut HashMap<String, List>, text: TextLists, bytes_max: usize) {
    let mut rare: Vec<_> = text.into_iter().filter(|(_, list)| !list.is_empty()).collect();
    rare.sort_by(|a, b| (a.1.len(), &a.0).cmp(&(b.1.len(), &b.0)));
    let mut bytes = 0;
    for (word, list) in rare {
        bytes += list.len() + word.len();
        if bytes > bytes_max {
            break;
        }
        let list = list.into_iter().map(|document| (document, FieldClass::Text));
        merge(lists.entry(word).or_default(), list);
    }
}

/// Adds documents to a sorted list; one that is there already keeps its higher class.
pub(super) fn merge(list: &mut List, more: impl IntoIterator<Item = (u32, FieldClass)>) {
    list.extend(more);
    list.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    list.dedup_by_key(|entry| entry.0);
}

/// Writes shards and long lists. Gives the words of the start file, and the list of all words if it belongs there.
fn write_terms(
    terms: &Terms,
    title_words: &HashSet<String>,
    settings: &Settings,
    files: &mut Files,
    head: &mut Head,
) -> (Vec<u8>, Vec<u8>) {
    let encoded: Vec<Vec<u8>> = terms
        .lists
        .par_iter()
        .map(|(documents, makers)| {
            let mut out = Vec::new();
            push_both(&mut out, documents, makers);
            out
        })
        .collect();
    let (long, lists) = part_long_lists(&encoded, settings.list_bytes);
    head.lists = files.add('p', &lists);
    let size = |at: usize| if long.contains_key(&at) { 2 } else { encoded[at].len() };
    let names = name_terms(terms, &size, settings);
    let vocabulary = vocabulary(terms, &names, title_words);
    let embedded = vocabulary.len() <= settings.vocabulary_bytes;
    let hot = hot_terms(terms, &size, settings.hot_bytes);

    // Words of names are looked for together, so they lie together; but only the list of all words tells which they are.
    let apart = |at: &usize| embedded && names[*at];
    let cold = |at: &usize| hot.binary_search(at).is_err();
    let (together, rest): (Vec<usize>, Vec<usize>) = (0..terms.words.len()).filter(cold).partition(apart);
    let entry = |at: usize| match long.get(&at) {
        Some(&list) => ListEntry::File(list),
        None => ListEntry::Inline(&encoded[at]),
    };
    let mut write = |shards: Vec<Vec<usize>>| -> Vec<(String, String)> {
        let blocks: Vec<Vec<u8>> = shards.par_iter().map(|shard| block(terms, shard, &entry)).collect();
        let firsts = shards.iter().filter_map(|shard| shard.first().map(|&at| terms.words[at].clone()));
        firsts.zip(files.add('t', &blocks)).collect()
    };
    head.shards = write(cut_shards(terms, &rest, &size, settings.shard_bytes));
    head.names = write(cut_shards(terms, &together, &size, settings.names_bytes));
    let hot = block(terms, &hot, &entry);
    if embedded {
        return (hot, vocabulary);
    }
    head.vocabulary = files.add_one('w', vocabulary);
    (hot, Vec::new())
}

/// Which words are parts of names of makers most of the time; none when they would not fit into one file.
fn name_terms(terms: &Terms, size: &impl Fn(usize) -> usize, settings: &Settings) -> Vec<bool> {
    let is_name = |at: usize| terms.names[at] * 2 > terms.counts[at] && !terms.words[at].starts_with('@');
    let names: Vec<bool> = (0..terms.words.len()).map(is_name).collect();
    let bytes: usize = (0..names.len()).filter(|&at| names[at]).map(|at| size(at) * 2 / 3).sum();
    if bytes > settings.names_bytes { vec![false; names.len()] } else { names }
}

/// A posting list as it stands in a block: itself, or the number of its file.
enum ListEntry<'a> {
    Inline(&'a [u8]),
    File(usize),
}

/// Long lists by the index of their word, and their contents in order.
fn part_long_lists(encoded: &[Vec<u8>], bytes_max: usize) -> (BTreeMap<usize, usize>, Vec<Vec<u8>>) {
    let mut long = BTreeMap::new();
    let mut lists = Vec::new();
    for (at, list) in encoded.iter().enumerate().filter(|(_, list)| list.len() > bytes_max) {
        long.insert(at, lists.len());
        lists.push(list.clone());
    }
    (long, lists)
}

/// Words with their lists, as in a shard: the words, then for each its list, or a zero and the number of its file.
fn block<'a>(terms: &Terms, chosen: &[usize], entry: &impl Fn(usize) -> ListEntry<'a>) -> Vec<u8> {
    let mut out = Vec::new();
    push_words(&mut out, chosen.iter().map(|&at| terms.words[at].as_str()));
    for &at in chosen {
        match entry(at) {
            ListEntry::Inline(bytes) => out.extend_from_slice(bytes),
            ListEntry::File(list) => {
                out.push(0);
                push_number(&mut out, list as u64);
            }
        }
    }
    out
}

/// The words for the start file: those of titles that bring most documents for a byte.
fn hot_terms(terms: &Terms, size: &impl Fn(usize) -> usize, bytes_max: usize) -> Vec<usize> {
    let cost = |at: usize| terms.words[at].len() / 2 + 2 + size(at);
    let mut ranked: Vec<(usize, usize)> = (0..terms.words.len())
        .filter(|&at| !terms.words[at].starts_with('@'))
        .map(|at| {
            let value = terms.lists[at].0.iter().filter(|(_, class)| *class >= FieldClass::Maker).count();
            let all = terms.counts[at] as usize;
            ((value * 4 + all).min(4 * 400) * 64 / cost(at), at)
        })
        .collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut bytes = 0;
    let mut hot: Vec<usize> = Vec::new();
    for (_, at) in ranked {
        bytes += cost(at);
        if bytes > bytes_max {
            break;
        }
        hot.push(at);
    }
    hot.sort_unstable();
    hot
}

/// Cuts the words into shards of about `bytes` compressed bytes, between words that differ in their first two letters
/// where that is near, so that a prefix seldom needs two shards.
fn cut_shards(terms: &Terms, cold: &[usize], size: &impl Fn(usize) -> usize, bytes: usize) -> Vec<Vec<usize>> {
    let mut shards: Vec<Vec<usize>> = Vec::new();
    let mut taken = 0;
    let mut before = "";
    for &at in cold {
        let word = terms.words[at].as_str();
        let new_start = !word.chars().take(2).eq(before.chars().take(2));
        let full = taken > bytes * 5 / 4 || (taken > bytes && new_start);
        match shards.last_mut() {
            Some(shard) if !full => shard.push(at),
            _ => {
                shards.push(vec![at]);
                taken = 0;
            }
        }
        // Lists shrink to about three quarters, front-coded words to about their own last letters.
        taken += size(at) * 3 / 4 + word.len() / 3 + 1;
        before = word;
    }
    shards
}

/// All words that a mistyped word may mean. Behind them a byte each: the magnitude of its frequency, and marks for words
/// of titles, which are good to suggest, and for those that lie with the names.
fn vocabulary(terms: &Terms, names: &[bool], title_words: &HashSet<String>) -> Vec<u8> {
    let kept: Vec<usize> = (0..terms.words.len()).filter(|&at| !terms.words[at].starts_with('@')).collect();
    let mut out = Vec::new();
    push_words(&mut out, kept.iter().map(|&at| terms.words[at].as_str()));
    out.extend(kept.iter().map(|&at| {
        let magnitude = terms.counts[at].max(1).ilog2() as u8;
        let title = if title_words.contains(&terms.words[at]) { TITLE_MARK } else { 0 };
        magnitude | title | if names[at] { NAME_MARK } else { 0 }
    }));
    out
}

fn protected_here(lexicon: &Lexicon, terms: &Terms) -> Vec<String> {
    let mut kept: Vec<String> = lexicon
        .protected
        .iter()
        .flat_map(|word| words(word, &lexicon.spellings))
        .filter(|word| roots(word).iter().any(|root| terms.contains(root)))
        .collect();
    kept.sort();
    kept.dedup();
    kept
}

fn write_cards(order: &Order, tables: &Tables, settings: &Settings, files: &mut Files, head: &mut Head) {
    let on_card: Vec<usize> =
        (0..tables.lexicon.facets.len()).filter(|&at| tables.lexicon.facets[at].on_card).collect();
    let cards: Vec<Card> = order
        .documents
        .par_iter()
        .map(|document| {
            let marks = on_card.iter().map(|&facet| bits(&tables.values_of(facet, document))).collect();
            Card::new(document, tables.category_of(document), tables.place_of(document), marks)
        })
        .collect();
    let cuts = cut_chunks(&cards, settings);
    let chunks: Vec<Vec<u8>> = cuts.par_iter().map(|cut| cards::encode(&cards[cut.clone()])).collect();
    head.chunks = cuts.iter().map(|cut| cut.start as u32).zip(files.add('c', &chunks)).collect();
}

fn bits(values: &[u32]) -> u32 {
    values.iter().filter(|&&value| value < 32).fold(0, |bits, value| bits | 1 << value)
}

/// Cuts the cards into chunks of equal numbers, so many that one takes about `chunk_bytes`; measured on a sample.
fn cut_chunks(cards: &[Card], settings: &Settings) -> Vec<std::ops::Range<usize>> {
    let sample = &cards[cards.len() / 3..(cards.len() / 3 + 256).min(cards.len())];
    if sample.is_empty() {
        return Vec::new();
    }
    let bytes_each = (deflate(&cards::encode(sample), 6).len() / sample.len()).max(1);
    let each = (settings.chunk_bytes / bytes_each).clamp(32, 1024);
    (0..cards.len()).step_by(each).map(|start| start..(start + each).min(cards.len())).collect()
}

/// Writes the columns, several in one file as far as they are small.
fn write_columns(order: &Order, tables: &Tables, settings: &Settings, files: &mut Files, head: &mut Head) {
    let documents = &order.documents;
    let set = |values: &(dyn Fn(&SearchDocument) -> Vec<u32> + Sync)| {
        SetColumn::new(documents.iter().map(|document| values(document))).encode()
    };
    let prices = encode_prices(&documents.iter().map(|document| document.price).collect::<Vec<_>>());
    let mut columns: Vec<(String, Vec<u8>)> = vec![
        (CATEGORY_KEY.to_owned(), set(&|document| tables.category_of(document).into_iter().collect())),
        (PLACE_KEY.to_owned(), set(&|document| tables.place_of(document).into_iter().collect())),
    ];
    for (at, facet) in tables.lexicon.facets.iter().enumerate() {
        columns.push((facet.key.clone(), set(&|document| tables.values_of(at, document))));
    }
    let mut sorts = vec![(DATE_KEY.to_owned(), {
        let mut out = Vec::new();
        push_planes(&mut out, &documents.iter().map(|document| day_number(document.date)).collect::<Vec<_>>(), 2);
        out
    })];
    sorts.push((NAME_KEY.to_owned(), encode_ranks(&order.name_ranks())));
    // Prices apart: a query may ask for them alone.
    let prices = vec![(PRICE_KEY.to_owned(), prices)];
    let groups: Vec<_> =
        [prices, columns, sorts].into_iter().flat_map(|columns| pack_columns(columns, settings)).collect();
    let contents: Vec<Vec<u8>> = groups.iter().map(|(_, bytes)| bytes.clone()).collect();
    head.columns = files.add('f', &contents).into_iter().zip(groups.into_iter().map(|(keys, _)| keys)).collect();
}

/// Joins columns into files; each column is preceded by its length.
fn pack_columns(columns: Vec<(String, Vec<u8>)>, settings: &Settings) -> Vec<(Vec<String>, Vec<u8>)> {
    let mut groups: Vec<(Vec<String>, Vec<u8>, usize)> = Vec::new();
    for (key, bytes) in columns {
        let size = deflate(&bytes, 1).len();
        let fits = groups.last().is_some_and(|(_, _, taken)| taken + size <= settings.column_bytes);
        if !fits {
            groups.push((Vec::new(), Vec::new(), 0));
        }
        if let Some((keys, out, taken)) = groups.last_mut() {
            keys.push(key);
            push_number(out, bytes.len() as u64);
            out.extend(bytes);
            *taken += size;
        }
    }
    groups.into_iter().map(|(keys, bytes, _)| (keys, bytes)).collect()
}

/// The start file: head, qualities, hot words, and the list of all words when it is short.
fn write_start(head: &Head, order: &Order, hot: &[u8], vocabulary: &[u8], files: &mut Files) {
    let mut out = Vec::new();
    push_text(&mut out, &serde_json::to_string(head).unwrap_or_default());
    push_planes(&mut out, &order.qualities(), 1);
    push_number(&mut out, hot.len() as u64);
    out.extend_from_slice(hot);
    push_number(&mut out, vocabulary.len() as u64);
    out.extend_from_slice(vocabulary);
    let bytes = deflate(&out, files.settings.level);
    files.list.push(IndexFile { name: START_FILE.to_owned(), bytes });
}
