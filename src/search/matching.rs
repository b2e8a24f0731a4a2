//! From one typed word to the words of the index that it may mean, each with a weight.

use std::collections::BTreeMap;

use super::bytes::{Broken, Bytes, read_words};
use super::words::{edits, roots, spelling_key};

/// The most words of the index that one typed word stands for.
const MATCHES_MAX: usize = 24;

/// Bits of the byte of a word in the list of all words: the magnitude of its frequency, and whether it is a word of a
/// title.
const MAGNITUDE: u8 = 0x3f;
pub(super) const TITLE_MARK: u8 = 0x40;

/// A word of this length may have one wrong letter.
const ONE_EDIT_LETTERS: usize = 3;
/// A word of the index of this length may be meant for another, when nothing is found with it.
const DOUBTED_LETTERS: usize = 5;
/// So many consonants say a word that is written without its vowels.
const CONSONANTS_MIN: usize = 3;
/// A word of this length may have two.
const TWO_EDITS_LETTERS: usize = 7;

/// How a typed word and a word of the index belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// The same word.
    Exact,
    /// The typed word is its beginning.
    Prefix,
    /// An old or foreign spelling of the same word.
    Spelling,
    /// The same root, with or without affixes.
    Root,
    /// One or two wrong letters.
    Typo {
        /// How many.
        edits: u8,
    },
    /// Two typed words that are one in the index.
    Joined,
    /// A filter phrase.
    Phrase,
}

/// A word of the index with its weight, at most 1000.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) term: String,
    pub(super) weight: u32,
    pub(super) how: Match,
}

/// All words of the index, with the magnitude of their frequency (base-2 logarithm of the number of documents).
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub(super) words: Vec<String>,
    magnitudes: Vec<u8>,
}

impl Vocabulary {
    pub(super) fn decode(bytes: &mut Bytes) -> Result<Self, Broken> {
        let words = read_words(bytes)?;
        let marks = bytes.take(words.len())?;
        let magnitudes = marks.iter().map(|mark| mark & MAGNITUDE).collect();
        Ok(Self { words, magnitudes })
    }

    /// A view on a part of the words, whose frequency is unknown.
    pub(super) fn of_words(words: Vec<String>) -> Self {
        let magnitudes = vec![0; words.len()];
        Self { words, magnitudes }
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
    }

    /// The words that begin so, with their magnitude.
    pub(super) fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, u32)> {
        let start = self.words.partition_point(|word| word.as_str() < prefix);
        self.entries(start).take_while(move |(word, _)| word.starts_with(prefix))
    }

    fn entries(&self, start: usize) -> impl Iterator<Item = (&str, u32)> {
        let words = self.words.iter().skip(start).map(String::as_str);
        words.zip(self.magnitudes.iter().skip(start).map(|&magnitude| u32::from(magnitude)))
    }
}

/// What is known of a typed word before it is matched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed<'a> {
    pub(super) word: &'a str,
    /// Whether the word may go on: it is the last one, and no blank follows.
    pub(super) open: bool,
    /// Whether to look for more than the word itself although it is known, because nothing was found with it.
    pub(super) eager: bool,
    /// Whether the word may lose affixes.
    pub(super) protected: bool,
}

/// The words of the index that a typed word may mean, best first.
pub(super) fn candidates(typed: Typed, known: &Vocabulary) -> Vec<Candidate> {
    let mut found = Found::default();
    let exact = known.contains(typed.word);
    let is_number = typed.word.starts_with(|c: char| c.is_ascii_digit());
    if exact {
        found.put(typed.word, 1000, Match::Exact);
    }
    put_prefixes(typed, known, exact, &mut found);
    if !is_number {
        put_roots(typed, known, exact, &mut found);
        if !exact {
            put_spellings(typed, known, &mut found);
        }
        let may_go_on = typed.open && known.beginning(typed.word).next().is_some();
        let doubted = typed.eager && typed.word.chars().count() >= DOUBTED_LETTERS;
        if (!exact && (typed.eager || !may_go_on)) || (exact && doubted) {
            put_typos(typed, known, exact, &mut found);
        }
    }
    found.finish()
}

/// Two words of the index that were typed as one, when there are such.
pub(super) fn split(word: &str, known: &Vocabulary) -> Option<(String, String)> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 6 {
        return None;
    }
    let mut best: Option<(u32, String, String)> = None;
    for at in 3..=letters.len() - 3 {
        let (left, right): (String, String) = (letters[..at].iter().collect(), letters[at..].iter().collect());
        let both = frequency(&left, known).zip(frequency(&right, known));
        if let Some((left_magnitude, right_magnitude)) = both {
            let worth = left_magnitude.min(right_magnitude) + 1;
            if best.as_ref().is_none_or(|(known, _, _)| worth > *known) {
                best = Some((worth, left, right));
            }
        }
    }
    best.map(|(_, left, right)| (left, right))
}

fn frequency(word: &str, known: &Vocabulary) -> Option<u32> {
    let at = known.words.binary_search_by(|entry| entry.as_str().cmp(word)).ok()?;
    known.magnitudes.get(at).map(|&magnitude| u32::from(magnitude))
}

/// The words found so far; each keeps its highest weight.
#[derive(Default)]
struct Found(BTreeMap<String, (u32, Match)>);

impl Found {
    fn put(&mut self, term: &str, weight: u32, how: Match) {
        match self.0.get_mut(term) {
            Some(known) if known.0 >= weight => {}
            Some(known) => *known = (weight, how),
            None => {
                self.0.insert(term.to_owned(), (weight, how));
            }
        }
    }

    fn finish(self) -> Vec<Candidate> {
        let mut list: Vec<Candidate> =
            self.0.into_iter().map(|(term, (weight, how))| Candidate { term, weight, how }).collect();
        list.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
        list.truncate(MATCHES_MAX);
        list
    }
}

fn put_prefixes(typed: Typed, known: &Vocabulary, exact: bool, found: &mut Found) {
    let length = typed.word.chars().count() as u32;
    let least = if typed.open { 2 } else { 3 };
    if length < least || (exact && !typed.open) {
        return;
    }
    let base = if typed.open { 820 } else { 700 };
    for (word, magnitude) in known.beginning(typed.word).filter(|(word, _)| *word != typed.word) {
        let share = 600 + 400 * length / word.chars().count() as u32;
        let weight = base * share / 1000 + 4 * magnitude.min(12);
        // "ud" may be a word, but is more likely the beginning of one.
        let kept = match (exact, length) {
            (false, _) => 100,
            (true, ..4) => 90,
            (true, _) => 70,
        };
        found.put(word, weight * kept / 100, Match::Prefix);
    }
}

fn put_roots(typed: Typed, known: &Vocabulary, exact: bool, found: &mut Found) {
    if typed.protected {
        return;
    }
    for root in roots(typed.word) {
        if known.contains(&root) {
            found.put(&root, if exact { 500 } else { 800 }, Match::Root);
        } else if !exact && root.len() >= 4 {
            let longest = root.len() + 3;
            let related: Vec<&str> = known.beginning(&root).map(|(word, _)| word).collect();
            related.into_iter().filter(|word| word.len() <= longest).for_each(|word| found.put(word, 600, Match::Root));
        }
    }
}

fn put_spellings(typed: Typed, known: &Vocabulary, found: &mut Found) {
    if typed.word.chars().count() < 3 {
        return;
    }
    let key = spelling_key(typed.word);
    if key.chars().count() < 2 {
        return;
    }
    for (word, _) in known.entries(0) {
        let other = spelling_key(word);
        if other == key {
            found.put(word, 900, Match::Spelling);
        } else if typed.open && key.len() >= 4 && other.starts_with(&key) {
            found.put(word, 650, Match::Spelling);
        }
    }
}

fn put_typos(typed: Typed, known: &Vocabulary, exact: bool, found: &mut Found) {
    let letters: Vec<char> = typed.word.chars().collect();
    let max = match letters.len() {
        TWO_EDITS_LETTERS.. => 2,
        ONE_EDIT_LETTERS.. => 1,
        _ => return,
    };
    let mut near: Vec<(usize, &str, u32)> = Vec::new();
    for (word, magnitude) in known.entries(0).filter(|(word, _)| !word.starts_with(|c: char| c.is_ascii_digit())) {
        let other: Vec<char> = word.chars().collect();
        if other.len() < 3 || word == typed.word {
            continue;
        }
        let same_start = other.first() == letters.first();
        let kept = |weight: u32| if same_start { weight } else { weight * 9 / 10 };
        if let Some(edits) = edits(&letters, &other, max, false) {
            let weight = if edits <= 1 { 600 } else { 420 };
            near.push((edits, word, kept(weight + 5 * magnitude.min(12))));
            continue;
        }
        let may_go_on = typed.open && letters.len() >= 5 && other.len() > letters.len();
        if may_go_on && edits(&letters, &other, 1, true).is_some() {
            near.push((2, word, kept(400 + 2 * magnitude.min(12))));
        }
    }
    near.extend(without_vowels(typed, known));
    if near.is_empty() {
        near = near_spellings(typed, known);
    }
    let nearest = near.iter().map(|(edits, _, _)| *edits).min().unwrap_or(0);
    for (edits, word, weight) in near.into_iter().filter(|(edits, _, _)| *edits == nearest) {
        found.put(word, if exact { weight * 4 / 5 } else { weight }, Match::Typo { edits: edits as u8 });
    }
}

/// Words that are typed as one types in a hurry, without vowels: "bln" for "bulan", "krpk" for "keripik".
fn without_vowels<'a>(typed: Typed, known: &'a Vocabulary) -> Vec<(usize, &'a str, u32)> {
    let wanted = consonants(typed.word);
    let length = wanted.chars().count();
    let vowels = typed.word.chars().count() - length;
    if length < CONSONANTS_MIN || vowels > 1 {
        return Vec::new();
    }
    let first = typed.word.chars().next();
    let fits = |word: &str| {
        word.chars().next() == first
            && word != typed.word
            && word.chars().count() > length + vowels
            && consonants(word) == wanted
            && is_within(typed.word, word)
    };
    let words = known.entries(0).filter(|(word, _)| fits(word));
    words.map(|(word, magnitude)| (1, word, 560 + 2 * magnitude.min(12))).collect()
}

fn consonants(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')).collect()
}

/// Whether the letters of a word stand in another in their order.
fn is_within(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.chars().all(|letter| letters.any(|other| other == letter))
}

/// Words whose spelling key is one edit away: "kripk" for "keripik".
fn near_spellings<'a>(typed: Typed, known: &'a Vocabulary) -> Vec<(usize, &'a str, u32)> {
    let key: Vec<char> = spelling_key(typed.word).chars().collect();
    if key.len() < 4 {
        return Vec::new();
    }
    let near = |word: &str| edits(&key, &spelling_key(word).chars().collect::<Vec<char>>(), 1, false).is_some();
    let words = known.entries(0).filter(|(word, _)| *word != typed.word && near(word));
    words.map(|(word, magnitude)| (2, word, 400 + 2 * magnitude.min(12))).collect()
}
