//! Builds the index: documents in, files out. Nothing here depends on anything but the documents and the settings, so
//! the same catalogue gives the same bytes, and a file whose contents did not change keeps its name.

use std::collections::{BTreeMap, HashSet};
use std::mem::take;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::bytes::{Bytes, deflate, hash_of, push_number, push_text, push_words, read_words};
use super::cards::{self, Card};
use super::columns::{SetColumn, day_number, encode_prices, encode_ranks, push_planes};
use super::cuts::{Row, cut, mark_of};
use super::document::{DocumentKind, Lexicon, SearchDocument, Settings};
use super::fields::WordFinder;
use super::head::{FORMAT_VERSION, Head, HeadPhrase};
use super::matching::TITLE_MARK;
use super::memo::{Memo, PartKey, key_of};
use super::order::Order;
use super::postings::{FieldClass, push_postings};
use super::tables::Tables;
use super::terms::Terms;
use super::whereabouts::Whereabouts;
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

/// The fewest and the most cards of a chunk, about.
const CHUNK_CARDS_MIN: usize = 32;
const CHUNK_CARDS_MAX: usize = 1024;

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
    build_anew(documents, lexicon, settings, &Memo::default())
}

/// As [`build`], with what the last index was made of.
pub fn build_anew(documents: &[SearchDocument], lexicon: &Lexicon, settings: &Settings, memo: &Memo) -> Index {
    let order = Order::new(documents, lexicon);
    let tables = Tables::new(lexicon);
    let mut files = Files { settings: *settings, memo, list: Vec::new(), parts: Vec::new() };
    let mut head = tables.head(&order);
    let mut words = Words::find(&order, &tables, settings, memo, &mut files);
    head.lists = take(&mut words.lists);
    head.shards = take(&mut words.shards);
    head.vocabulary = take(&mut words.vocabulary_file);
    head.phrases = take(&mut words.phrases);
    head.protected = take(&mut words.protected);
    write_cards(&order, &tables, settings, &mut files, &mut head);
    write_columns(&order, &tables, settings, &mut files, &mut head);
    let whereabouts = whereabouts(&order, &tables, &words, &head, memo);
    write_start(&head, &order, [&words.hot, &words.vocabulary, &whereabouts], &mut files);
    let products = documents.iter().filter(|document| document.kind == DocumentKind::Product).count();
    files.finish(products <= WHOLE_PRODUCTS_MAX)
}

/// All that follows from the words of the documents alone: most of the index, and most of the work. A new price or
/// picture leaves it as it was.
#[derive(Default, Serialize, Deserialize)]
struct Words {
    /// As in the head.
    lists: Vec<String>,
    shards: Vec<(String, String)>,
    vocabulary_file: String,
    phrases: Vec<HeadPhrase>,
    protected: Vec<String>,
    /// For the start file: words with their lists, and the list of all words if it belongs there.
    hot: Vec<u8>,
    vocabulary: Vec<u8>,
    /// Its files: kind, and the key of the compressed bytes.
    files: Vec<(char, PartKey)>,
    /// What all this follows from.
    key: PartKey,
}

impl Words {
    fn find(order: &Order, tables: &Tables, settings: &Settings, memo: &Memo, files: &mut Files) -> Self {
        let prints: Vec<PartKey> = order.documents.par_iter().map(|document| document.print_of_words()).collect();
        let rules = format!("{:?} {settings:?}", tables.lexicon);
        let key = key_of(&[b"words", rules.as_bytes(), prints.as_flattened()]);
        let before = files.parts.len();
        let mut made = false;
        let is_whole = |words: &Self| words.files.iter().all(|(_, key)| memo.find(*key).is_some());
        let words = memo.value(key, is_whole, || {
            made = true;
            let mut words = Self::make(order, tables, settings, files);
            words.files = files.parts[before..].to_vec();
            words.key = key;
            words
        });
        if !made {
            for &(kind, key) in &words.files {
                files.put(kind, key, memo.find(key).unwrap_or_default());
            }
        }
        words
    }

    fn make(order: &Order, tables: &Tables, settings: &Settings, files: &mut Files) -> Self {
        let finder = WordFinder::new(&order.documents, tables.lexicon, &tables.phrase_terms);
        let terms = Terms::new(&order.documents, settings, &finder);
        let mut words = write_terms(&terms, finder.title_words(), settings, files);
        words.phrases = tables.phrases(&terms);
        words.protected = protected_here(tables.lexicon, &terms);
        words
    }
}

/// The files made so far.
struct Files<'a> {
    settings: Settings,
    memo: &'a Memo,
    list: Vec<IndexFile>,
    /// Kind and key of the compressed bytes of each.
    parts: Vec<(char, PartKey)>,
}

impl Files<'_> {
    /// Adds compressed files of one kind, made in parallel, and gives the hashes of their names.
    fn add(&mut self, kind: char, contents: &[Vec<u8>]) -> Vec<String> {
        let level = self.settings.level;
        let pack = |bytes: &Vec<u8>| {
            let key = key_of(&[b"packed", &level.to_le_bytes(), bytes]);
            (key, self.memo.part(key, || deflate(bytes, level)))
        };
        let packed: Vec<(PartKey, Vec<u8>)> = contents.par_iter().map(pack).collect();
        packed.into_iter().map(|(key, bytes)| self.put(kind, key, bytes)).collect()
    }

    /// Puts a file by its compressed bytes, and gives the hash of its name.
    fn put(&mut self, kind: char, key: PartKey, bytes: Vec<u8>) -> String {
        let hash = hash_of(&bytes);
        self.list.push(IndexFile { name: format!("{kind}-{hash}.bin"), bytes });
        self.parts.push((kind, key));
        hash
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

/// Writes shards and long lists, and gives what the head and the start file hold of them.
fn write_terms(terms: &Terms, title_words: &HashSet<String>, settings: &Settings, files: &mut Files) -> Words {
    let mut words = Words::default();
    let encoded: Vec<Vec<u8>> = terms
        .lists
        .par_iter()
        .map(|list| {
            let mut out = Vec::new();
            push_postings(&mut out, list);
            out
        })
        .collect();
    let (long, lists) = part_long_lists(&encoded, settings.list_bytes);
    words.lists = files.add('p', &lists);
    let size = |at: usize| if long.contains_key(&at) { 2 } else { encoded[at].len() };
    let vocabulary = vocabulary(terms, title_words);
    let embedded = vocabulary.len() <= settings.vocabulary_bytes;
    let hot = hot_terms(terms, &size, settings.hot_bytes);

    let cold: Vec<usize> = (0..terms.words.len()).filter(|at| hot.binary_search(at).is_err()).collect();
    let entry = |at: usize| match long.get(&at) {
        Some(&list) => ListEntry::File(list),
        None => ListEntry::Inline(&encoded[at]),
    };
    let shards = cut_shards(terms, &cold, &size, settings.shard_bytes);
    let blocks: Vec<Vec<u8>> = shards.par_iter().map(|shard| block(terms, shard, &entry)).collect();
    let firsts = shards.iter().filter_map(|shard| shard.first().map(|&at| terms.words[at].clone()));
    words.shards = firsts.zip(files.add('t', &blocks)).collect();
    words.hot = block(terms, &hot, &entry);
    if embedded {
        words.vocabulary = vocabulary;
    } else {
        words.vocabulary_file = files.add_one('w', vocabulary);
    }
    words
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
            let value = terms.lists[at].iter().filter(|(_, class)| *class >= FieldClass::Maker).count();
            let all = terms.lists[at].len();
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
fn cut_shards<'a>(terms: &Terms, cold: &'a [usize], size: &impl Fn(usize) -> usize, bytes: usize) -> Vec<&'a [usize]> {
    let start_of = |at: usize| terms.words[at].chars().take(2);
    let mut before: Option<usize> = None;
    let mut rows = Vec::with_capacity(cold.len());
    for &at in cold {
        let new_start = before.is_none_or(|before| !start_of(before).eq(start_of(at)));
        let word = terms.words[at].as_str();
        // Lists shrink to about three quarters, front-coded words to about their own last letters.
        let weight = size(at) * 3 / 4 + word.len() / 3 + 1;
        rows.push(Row { weight, reluctance: u8::from(!new_start), mark: mark_of(word) });
        before = Some(at);
    }
    cut(&rows, bytes).into_iter().map(|range| &cold[range]).collect()
}

/// All words that a mistyped word may mean. Behind them a byte each: the magnitude of its frequency, and a mark for words
/// of titles, which are good to suggest.
fn vocabulary(terms: &Terms, title_words: &HashSet<String>) -> Vec<u8> {
    let kept: Vec<usize> = (0..terms.words.len()).filter(|&at| !terms.words[at].starts_with('@')).collect();
    let mut out = Vec::new();
    push_words(&mut out, kept.iter().map(|&at| terms.words[at].as_str()));
    out.extend(kept.iter().map(|&at| {
        let magnitude = terms.lists[at].len().max(1).ilog2() as u8;
        magnitude | if title_words.contains(&terms.words[at]) { TITLE_MARK } else { 0 }
    }));
    out
}

/// In which blocks of cards the words of the vocabulary stand, when that is in the start file.
fn whereabouts(order: &Order, tables: &Tables, words: &Words, head: &Head, memo: &Memo) -> Vec<u8> {
    if words.vocabulary.is_empty() {
        return Vec::new();
    }
    let starts: Vec<u32> = head.chunks.iter().map(|(start, _)| *start).collect();
    let cuts: Vec<u8> = starts.iter().flat_map(|start| start.to_le_bytes()).collect();
    memo.part(key_of(&[b"whereabouts", &words.key, &cuts]), || {
        let known = read_words(&mut Bytes::new(&words.vocabulary)).unwrap_or_default();
        Whereabouts::new(order, tables, &starts).encode(known.iter().map(String::as_str))
    })
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
    let cuts = cut_chunks(order, &cards, settings);
    let chunks: Vec<Vec<u8>> = cuts.par_iter().map(|cut| cards::encode(&cards[cut.clone()])).collect();
    head.chunks = cuts.iter().map(|cut| cut.start as u32).zip(files.add('c', &chunks)).collect();
}

fn bits(values: &[u32]) -> u32 {
    values.iter().filter(|&&value| value < 32).fold(0, |bits, value| bits | 1 << value)
}

/// Cuts the cards into chunks, so many that one takes about `chunk_bytes`; measured on a sample, and rounded, so that
/// a change of the catalogue does not move all cuts.
fn cut_chunks(order: &Order, cards: &[Card], settings: &Settings) -> Vec<std::ops::Range<usize>> {
    let sample = &cards[cards.len() / 3..(cards.len() / 3 + 256).min(cards.len())];
    if sample.is_empty() {
        return Vec::new();
    }
    let bytes_each = (deflate(&cards::encode(sample), 6).len() / sample.len()).max(1);
    let wanted = (settings.chunk_bytes / bytes_each).clamp(CHUNK_CARDS_MIN, CHUNK_CARDS_MAX);
    let power = 1 << wanted.ilog2();
    let each = if wanted >= power * 3 / 2 { power * 3 / 2 } else { power };
    let rows: Vec<Row> = order
        .documents
        .iter()
        .map(|document| Row { weight: 1, reluctance: 0, mark: mark_of(&document.slug) })
        .collect();
    cut(&rows, each)
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
        [prices, columns, sorts].into_iter().flat_map(|columns| pack_columns(columns, settings, files.memo)).collect();
    let contents: Vec<Vec<u8>> = groups.iter().map(|(_, bytes)| bytes.clone()).collect();
    head.columns = files.add('f', &contents).into_iter().zip(groups.into_iter().map(|(keys, _)| keys)).collect();
}

/// Joins columns into files; each column is preceded by its length.
fn pack_columns(columns: Vec<(String, Vec<u8>)>, settings: &Settings, memo: &Memo) -> Vec<(Vec<String>, Vec<u8>)> {
    let mut groups: Vec<(Vec<String>, Vec<u8>, usize)> = Vec::new();
    for (key, bytes) in columns {
        let size = memo.value(key_of(&[b"size", &bytes]), |_| true, || deflate(&bytes, 1).len());
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

/// The start file: head, qualities, and its parts: hot words; the list of all words and their files of cards, when short.
fn write_start(head: &Head, order: &Order, parts: [&[u8]; 3], files: &mut Files) {
    let mut out = Vec::new();
    push_text(&mut out, &serde_json::to_string(head).unwrap_or_default());
    push_planes(&mut out, &order.qualities(), 1);
    for part in parts {
        push_number(&mut out, part.len() as u64);
        out.extend_from_slice(part);
    }
    let bytes = deflate(&out, files.settings.level);
    files.list.push(IndexFile { name: START_FILE.to_owned(), bytes });
}
