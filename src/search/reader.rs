//! Answers queries from the files of an index, exactly as the script in the browser does.
//!
//! All weights are whole numbers, so that both give the same scores. The order of a result is: score, completeness,
//! freshness, and then a shuffle that changes every day and is the same for everyone, so that no maker is always first.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::build::{PRICE_KEY, START_FILE};
use super::bytes::{Broken, Bytes, ReadError, inflate, read_words};
use super::cards::{self, Card};
use super::columns::{decode_prices, read_planes};
use super::head::{FORMAT_VERSION, Head};
use super::matching::{Candidate, Match, Typed, Vocabulary, candidates, split};
use super::postings::{FieldClass, read_postings};
use super::understand::{Chip, ChipKind, Understood, understand};
use super::words::{STOP_WORDS, query_words, shown};

/// The most files of words that one typed word may fetch, when it is no word of the index.
const COLD_SHARDS_MAX: usize = 2;
/// The most files of single long lists that one typed word may fetch.
const LONG_LISTS_MAX: usize = 2;
/// Up to so many letters a query is looked for only among the words of the start file.
const SHORT_LETTERS: usize = 3;
/// A document needs at least one word in so many.
const PARTIAL_WORDS: u32 = 3;
/// What a title is worth more when a word of it begins with the single letter that is typed behind the query.
const LETTER_BONUS: u32 = 30_000;
/// Percent of the weight of all words that a partial match must cover.
const PARTIAL_PERCENT: u32 = 60;

/// Where the files of an index come from.
pub trait IndexSource {
    /// The bytes of a file as the build wrote it, or `None` when it is not there.
    fn read(&self, name: &str) -> Option<Vec<u8>>;
}

impl<F: Fn(&str) -> Option<Vec<u8>>> IndexSource for F {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self(name)
    }
}

/// How to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The most hits wanted.
    pub limit: usize,
    /// The day for the shuffle of equals, counted from any fixed day.
    pub day: u32,
    /// Whether the last word may still be in the middle of being typed.
    pub open: bool,
}

/// Why a hit is one, for one word of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The word as searched.
    pub typed: String,
    /// The word of the index that matched.
    pub found: String,
    /// How they belong together.
    pub how: Match,
    /// Where the word stands.
    pub class: FieldClass,
}

/// A document found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the index.
    pub document: u32,
    /// Slug of its kind.
    pub kind: String,
    /// What is shown of it.
    pub card: Card,
    /// Higher is better; only comparable within one answer.
    pub score: u32,
    /// Whether words of the query are missing in it, or only a far guess matched.
    pub approximate: bool,
    /// One reason for each word that matched.
    pub reasons: Vec<Reason>,
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answer {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many documents match all words; when none does, how many match most.
    pub total: usize,
    /// Words of the query that the hits do not have.
    pub dropped: Vec<String>,
    /// Words that were read as other words: typed, and meant.
    pub corrections: Vec<(String, String)>,
    /// Filters found in the query.
    pub chips: Vec<Chip>,
}

/// Words with their posting lists: a shard, or the hot words of the start file.
struct Block {
    words: Vocabulary,
    starts: Vec<usize>,
    bytes: Vec<u8>,
}

impl Block {
    fn decode(bytes: Vec<u8>, head: &Head) -> Result<Self, Broken> {
        let mut reader = Bytes::new(&bytes);
        let words = read_words(&mut reader)?;
        let mut starts = Vec::with_capacity(words.len());
        for _ in 0..words.len() {
            let start = reader.position();
            starts.push(start);
            if bytes.get(start) == Some(&0) {
                reader.byte()?;
                reader.number()?;
            } else {
                read_postings(&mut reader, head.documents, |_, _| {})?;
            }
        }
        Ok(Self { words: Vocabulary::of_words(words), starts, bytes })
    }

    /// The bytes from the posting list of a word on.
    fn list(&self, word: &str) -> Option<&[u8]> {
        let at = self.words.words.binary_search_by(|known| known.as_str().cmp(word)).ok()?;
        self.bytes.get(*self.starts.get(at)?..)
    }
}

/// Reads an index.
pub struct Reader<'a> {
    source: &'a dyn IndexSource,
    head: Head,
    qualities: Vec<u32>,
    hot: Block,
    vocabulary: RefCell<Option<Rc<Vocabulary>>>,
    blocks: RefCell<HashMap<String, Rc<Block>>>,
}

impl<'a> Reader<'a> {
    /// Opens the index whose start file has this name.
    ///
    /// # Errors
    /// When the file is missing, damaged, or of another version.
    pub fn open(source: &'a dyn IndexSource) -> Result<Self, ReadError> {
        let bytes = read_file(source, START_FILE)?;
        let mut reader = Bytes::new(&bytes);
        let text = reader.text().map_err(|broken| broken.in_file(START_FILE))?;
        let head: Head = serde_json::from_str(text).map_err(|_| Broken.in_file(START_FILE))?;
        if head.version != FORMAT_VERSION {
            return Err(ReadError::OtherVersion(head.version));
        }
        let parts = Self::open_parts(&mut reader, &head).map_err(|broken| broken.in_file(START_FILE))?;
        let (qualities, hot, vocabulary) = parts;
        Ok(Self {
            source,
            head,
            qualities,
            hot,
            vocabulary: RefCell::new(vocabulary.map(Rc::new)),
            blocks: RefCell::new(HashMap::new()),
        })
    }

    fn open_parts(reader: &mut Bytes, head: &Head) -> Result<(Vec<u32>, Block, Option<Vocabulary>), Broken> {
        let qualities = read_planes(reader)?;
        if qualities.len() != head.documents as usize {
            return Err(Broken);
        }
        let length = reader.count()?;
        let hot = Block::decode(reader.take(length)?.to_vec(), head)?;
        let length = reader.count()?;
        let rest = reader.take(length)?;
        let vocabulary = if rest.is_empty() { None } else { Some(Vocabulary::decode(&mut Bytes::new(rest))?) };
        // Where words stand on cards: of use only where files are far away.
        let length = reader.count()?;
        reader.take(length)?;
        Ok((qualities, hot, vocabulary))
    }

    /// The tables of the index.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Answers a query.
    ///
    /// # Errors
    /// When a file that is needed is missing or damaged.
    pub fn query(&self, text: &str, options: Options) -> Result<Answer, ReadError> {
        let words = query_words(text, &self.head.spellings);
        let open = options.open && text.trim_end().len() == text.len();
        let understood = understand(&words, &self.head);
        let chips = understood.chips.clone();
        let mut search = self.search(&understood, open, false)?;
        if search.full.is_empty() {
            search = self.search(&understood, open, true)?;
        }
        if search.full.is_empty() && !chips.is_empty() {
            let plain = Understood { words, chips: Vec::new() };
            let as_words = self.search(&plain, open, true)?;
            let better = !as_words.full.is_empty() || search.partial.is_empty();
            if better {
                return self.answer(as_words, Vec::new(), options);
            }
        }
        self.answer(search, chips, options)
    }

    /// One walk over the posting lists of all words.
    fn search(&self, understood: &Understood, open: bool, eager: bool) -> Result<Search, ReadError> {
        let (words, letter) = searched_words(understood, open);
        let terms = self.terms_of(&words, understood, open && letter.is_none(), eager)?;
        let mut search = Search::new(self.head.documents, terms);
        for at in 0..search.terms.len() {
            let postings = self.postings_of(&search.terms[at], search.terms.len() == 1)?;
            search.add(at, &postings);
        }
        for chip in &understood.chips {
            if let ChipKind::Price { min, max } = chip.kind {
                search.keep_prices(&self.prices()?, min, max);
            }
        }
        if let Some(letter) = letter {
            self.prefer(&letter, words.len(), &mut search)?;
        }
        search.finish(self);
        Ok(search)
    }

    /// The words of a query with all they may mean; filters that are words of the index come last.
    fn terms_of(
        &self,
        words: &[String],
        understood: &Understood,
        open: bool,
        eager: bool,
    ) -> Result<Vec<Term>, ReadError> {
        let mut terms = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let open = open && at + 1 == words.len();
            let known = self.known_words(word, open, eager)?;
            let protected = self.head.protected.binary_search(word).is_ok();
            let candidates = candidates(Typed { word, open, eager, protected }, &known);
            let certain = candidates.first().is_some_and(|best| best.weight >= 550);
            match split(word, &known).filter(|_| !certain) {
                Some((left, right)) => terms.extend([Term::split(word, left), Term::split(word, right)]),
                None => terms.push(Term { typed: word.clone(), candidates, lowest: FieldClass::Text }),
            }
        }
        self.add_joined(words, eager, &mut terms)?;
        for chip in &understood.chips {
            if let ChipKind::Value { term, .. } = &chip.kind {
                terms.push(Term::phrase(&chip.words, term));
            }
        }
        Ok(terms)
    }

    /// Notes the documents whose title has a word of the start file that begins with a letter. It is worth more in the
    /// second place, where it follows a query of one word.
    fn prefer(&self, letter: &str, words: usize, search: &mut Search) -> Result<(), ReadError> {
        for (word, _) in self.hot.words.beginning(letter) {
            let Some(list) = self.hot.list(word).filter(|list| list.first() != Some(&0)) else { continue };
            let note = |document: u32, class: FieldClass| {
                if class >= FieldClass::Title {
                    let follows = class == FieldClass::TitleSecond && words == 1;
                    let bonus = if follows { 2 * LETTER_BONUS } else { LETTER_BONUS };
                    let known = &mut search.liked[document as usize];
                    *known = bonus.max(*known);
                }
            };
            read_postings(&mut Bytes::new(list), self.head.documents, note)
                .map_err(|broken| broken.in_file(START_FILE))?;
        }
        Ok(())
    }

    /// Two or three neighbours that are one word of the index: "eco print".
    fn add_joined(&self, words: &[String], eager: bool, terms: &mut [Term]) -> Result<(), ReadError> {
        for parts in words.windows(2).chain(words.windows(3)) {
            let joined = parts.concat();
            if joined.chars().count() < 6 || !self.known_words(&joined, false, eager)?.contains(&joined) {
                continue;
            }
            for term in terms.iter_mut().filter(|term| parts.contains(&term.typed)) {
                term.add(Candidate { term: joined.clone(), weight: 900, how: Match::Joined });
            }
        }
        Ok(())
    }

    /// The words among which a typed word is looked up: all words where their list is at hand or needed, else the hot
    /// words, else those of its shard.
    fn known_words(&self, word: &str, open: bool, eager: bool) -> Result<Rc<Vocabulary>, ReadError> {
        if self.head.vocabulary.is_empty() || eager {
            return self.vocabulary();
        }
        let finds = |words: &Vocabulary| {
            words.contains(word) || (open && word.chars().count() >= 3 && words.beginning(word).next().is_some())
        };
        if finds(&self.hot.words) {
            return Ok(Rc::new(Vocabulary::of_words(self.hot.words.words.clone())));
        }
        if let Some(block) = self.block_of(word)?
            && finds(&block.words)
        {
            return Ok(Rc::new(Vocabulary::of_words(block.words.words.clone())));
        }
        self.vocabulary()
    }

    fn vocabulary(&self) -> Result<Rc<Vocabulary>, ReadError> {
        if let Some(known) = &*self.vocabulary.borrow() {
            return Ok(Rc::clone(known));
        }
        let name = format!("w-{}.bin", self.head.vocabulary);
        let bytes = read_file(self.source, &name)?;
        let vocabulary = Vocabulary::decode(&mut Bytes::new(&bytes)).map_err(|broken| broken.in_file(&name))?;
        let vocabulary = Rc::new(vocabulary);
        *self.vocabulary.borrow_mut() = Some(Rc::clone(&vocabulary));
        Ok(vocabulary)
    }

    /// Hash of the shard that holds a word if any does.
    fn shard_of(&self, word: &str) -> Option<&str> {
        let shards = &self.head.shards;
        let at = shards.partition_point(|(first, _)| first.as_str() <= word).checked_sub(1)?;
        shards.get(at).map(|(_, hash)| hash.as_str())
    }

    /// The shard that holds a word if any does.
    fn block_of(&self, word: &str) -> Result<Option<Rc<Block>>, ReadError> {
        let Some(shard) = self.shard_of(word) else { return Ok(None) };
        if let Some(block) = self.blocks.borrow().get(shard) {
            return Ok(Some(Rc::clone(block)));
        }
        let name = format!("t-{shard}.bin");
        let bytes = read_file(self.source, &name)?;
        let block = Block::decode(bytes, &self.head).map_err(|broken| broken.in_file(&name))?;
        let block = Rc::new(block);
        self.blocks.borrow_mut().insert(shard.to_owned(), Rc::clone(&block));
        Ok(Some(block))
    }

    /// The best match of each document for one word of the query.
    fn postings_of(&self, term: &Term, alone: bool) -> Result<HashMap<u32, BestMatch>, ReadError> {
        let mut best = Best { matches: HashMap::new(), lowest: term.lowest, weight: 0, candidate: 0 };
        let cold_max = self.cold_shards_max(term, alone);
        let mut cold: Vec<&str> = Vec::new();
        let mut long = 0;
        for (at, candidate) in term.candidates.iter().enumerate() {
            let block;
            let list = match self.hot.list(&candidate.term) {
                Some(list) => list,
                None => {
                    let Some(shard) = self.shard_of(&candidate.term) else { continue };
                    if !cold.contains(&shard) {
                        if cold.len() >= cold_max {
                            continue;
                        }
                        cold.push(shard);
                    }
                    block = self.block_of(&candidate.term)?;
                    let Some(list) = block.as_deref().and_then(|block| block.list(&candidate.term)) else { continue };
                    list
                }
            };
            if list.first() == Some(&0) {
                long += 1;
                if long > LONG_LISTS_MAX {
                    continue;
                }
            }
            (best.weight, best.candidate) = (candidate.weight, at as u16);
            self.read_list(list, &mut best)?;
        }
        Ok(best.matches)
    }

    /// How many files of words a word may fetch: a word of the index needs its own, the beginning of one the file of the
    /// likeliest, the first letters of a query none.
    fn cold_shards_max(&self, term: &Term, alone: bool) -> usize {
        let is_hot = |candidate: &Candidate| self.hot.list(&candidate.term).is_some();
        match term.candidates.first() {
            Some(best) if best.weight >= 1000 => 1,
            _ if alone && term.typed.chars().count() <= SHORT_LETTERS && term.candidates.iter().any(is_hot) => 0,
            Some(best) if best.how == Match::Prefix => 1,
            _ => COLD_SHARDS_MAX,
        }
    }

    fn read_list(&self, list: &[u8], best: &mut Best) -> Result<(), ReadError> {
        let documents = self.head.documents;
        let mut reader = Bytes::new(list);
        if list.first() != Some(&0) {
            return read_postings(&mut reader, documents, |document, class| best.add(document, class))
                .map_err(|broken| broken.in_file("t"));
        }
        let number = reader.byte().and_then(|_| reader.number()).map_err(|broken| broken.in_file("t"))?;
        let hash = self.head.lists.get(number as usize).ok_or_else(|| Broken.in_file("t"))?;
        let name = format!("p-{hash}.bin");
        let bytes = read_file(self.source, &name)?;
        read_postings(&mut Bytes::new(&bytes), documents, |document, class| best.add(document, class))
            .map_err(|broken| broken.in_file(&name))
    }

    fn prices(&self) -> Result<Vec<Option<u64>>, ReadError> {
        let place = self.head.columns.iter().find_map(|(hash, keys)| {
            keys.iter().position(|key| key == PRICE_KEY).map(|at| (format!("f-{hash}.bin"), at))
        });
        let Some((name, at)) = place else { return Ok(vec![None; self.head.documents as usize]) };
        let bytes = read_file(self.source, &name)?;
        let mut reader = Bytes::new(&bytes);
        let mut column = || -> Result<Vec<Option<u64>>, Broken> {
            for _ in 0..at {
                let length = reader.count()?;
                reader.take(length)?;
            }
            reader.number()?;
            decode_prices(&mut reader)
        };
        column().map_err(|broken| broken.in_file(&name))
    }

    fn card(&self, document: u32) -> Result<Card, ReadError> {
        let chunk = self.chunk_of(document);
        let (start, hash) = self.head.chunks.get(chunk).ok_or_else(|| Broken.in_file("c"))?;
        let name = format!("c-{hash}.bin");
        let bytes = read_file(self.source, &name)?;
        let cards = cards::decode(&mut Bytes::new(&bytes)).map_err(|broken| broken.in_file(&name))?;
        cards.into_iter().nth((document - start) as usize).ok_or_else(|| Broken.in_file(&name))
    }

    fn chunk_of(&self, document: u32) -> usize {
        self.head.chunks.partition_point(|(start, _)| *start <= document).saturating_sub(1)
    }

    fn kind_of(&self, document: u32) -> (&str, u32) {
        let kind = self.head.kinds.iter().find(|kind| document < kind.end);
        kind.map_or(("", 100), |kind| (kind.slug.as_str(), kind.weight))
    }

    /// What decides between equal scores: higher comes first.
    fn rank(&self, document: u32, day: u32) -> (u32, u32, u32) {
        let quality = self.qualities.get(document as usize).map_or(0, |quality| quality & 7);
        let chunk = self.chunk_of(document) as u32;
        (quality, shuffle(day, chunk), shuffle(day, document))
    }

    fn answer(&self, search: Search, chips: Vec<Chip>, options: Options) -> Result<Answer, ReadError> {
        let any_full = !search.full.is_empty();
        let mut order = self.sorted(&search.full, options);
        if order.len() < options.limit {
            let more = self.sorted(&search.partial, Options { limit: options.limit - order.len(), ..options });
            order.extend(more);
        }
        let mut hits = Vec::with_capacity(order.len());
        for (document, score) in order {
            let card = self.card(document)?;
            let reasons = search.reasons(document);
            let far = reasons.iter().any(|reason| matches!(reason.how, Match::Typo { edits: 2.. }));
            let approximate = far || reasons.len() < search.terms.len();
            let kind = self.kind_of(document).0.to_owned();
            hits.push(Hit { document, kind, card, score, approximate, reasons });
        }
        let first = hits.first().map(|hit| hit.document);
        Ok(Answer {
            total: if any_full { search.full.len() } else { search.partial.len() },
            dropped: first.map(|document| search.missing(document)).unwrap_or_else(|| search.typed()),
            corrections: search.corrections(first),
            chips,
            hits,
        })
    }

    fn sorted(&self, scored: &[(u32, u32)], options: Options) -> Vec<(u32, u32)> {
        let mut ranked: Vec<_> =
            scored.iter().map(|&(document, score)| (score, self.rank(document, options.day), document)).collect();
        ranked.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)));
        ranked.into_iter().take(options.limit).map(|(score, _, document)| (document, score)).collect()
    }
}

/// The words to search for, and the single letter behind them: the first of a next word says too little to be searched.
fn searched_words(understood: &Understood, open: bool) -> (Vec<String>, Option<String>) {
    let mut words = understood.words.clone();
    if words.len() >= 3 {
        words.retain(|word| !STOP_WORDS.contains(&word.as_str()));
    }
    let mut seen = Vec::new();
    words.retain(|word| {
        !seen.contains(word) && {
            seen.push(word.clone());
            true
        }
    });
    let is_letter = open && words.len() >= 2 && words.last().is_some_and(|word| is_one_letter(word));
    let letter = if is_letter { words.pop() } else { None };
    (words, letter)
}

fn is_one_letter(word: &str) -> bool {
    word.chars().count() == 1 && !word.starts_with(char::is_numeric)
}

fn read_file(source: &dyn IndexSource, name: &str) -> Result<Vec<u8>, ReadError> {
    let packed = source.read(name).ok_or_else(|| ReadError::Missing(name.to_owned()))?;
    inflate(&packed).map_err(|broken| broken.in_file(name))
}

/// A number that looks random but is the same for everyone on one day.
fn shuffle(day: u32, item: u32) -> u32 {
    let mut mixed = day.wrapping_mul(0x9e37_79b1) ^ item.wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2c1b_3c6d);
    mixed = (mixed ^ (mixed >> 12)).wrapping_mul(0x297a_2d39);
    mixed ^ (mixed >> 15)
}

/// One word of the query, and what it may mean.
struct Term {
    typed: String,
    candidates: Vec<Candidate>,
    /// The lowest class that counts.
    lowest: FieldClass,
}

impl Term {
    fn split(typed: &str, part: String) -> Self {
        let candidate = Candidate { term: part, weight: 900, how: Match::Joined };
        Self { typed: typed.to_owned(), candidates: vec![candidate], lowest: FieldClass::Text }
    }

    fn phrase(typed: &str, term: &str) -> Self {
        let candidate = Candidate { term: term.to_owned(), weight: 1000, how: Match::Phrase };
        Self { typed: typed.to_owned(), candidates: vec![candidate], lowest: FieldClass::Attribute }
    }

    fn add(&mut self, candidate: Candidate) {
        if !self.candidates.iter().any(|known| known.term == candidate.term) {
            self.candidates.push(candidate);
        }
    }
}

/// The best match of one word in one document: its value, the candidate, and where it stands.
type BestMatch = (u32, u16, FieldClass);

/// Collects the best matches of one word of the query.
struct Best {
    matches: HashMap<u32, BestMatch>,
    lowest: FieldClass,
    weight: u32,
    candidate: u16,
}

impl Best {
    fn add(&mut self, document: u32, class: FieldClass) {
        if class < self.lowest {
            return;
        }
        let value = self.weight * class.weight_percent();
        let known = self.matches.entry(document).or_insert((0, 0, class));
        if value > known.0 {
            *known = (value, self.candidate, class);
        }
    }
}

/// The scores of one walk.
struct Search {
    terms: Vec<Term>,
    scores: Vec<u32>,
    /// Bit for each word that a document has.
    covered: Vec<u32>,
    /// How many words stand in the title as typed.
    in_title: Vec<u8>,
    /// Whether the first word begins the title (1) and the second follows it (2).
    leads: Vec<u8>,
    /// What it is worth that a word of the title begins with the letter behind the query.
    liked: Vec<u32>,
    allowed: Option<Vec<bool>>,
    /// How much each word tells: the rarer, the more.
    weights: Vec<u32>,
    /// For the reasons: the best match of each word in each document.
    matches: Vec<HashMap<u32, BestMatch>>,
    /// Documents with all words, and their scores.
    full: Vec<(u32, u32)>,
    /// Documents with most words.
    partial: Vec<(u32, u32)>,
}

impl Search {
    fn new(documents: u32, terms: Vec<Term>) -> Self {
        let documents = documents as usize;
        Self {
            terms,
            scores: vec![0; documents],
            covered: vec![0; documents],
            in_title: vec![0; documents],
            leads: vec![0; documents],
            liked: vec![0; documents],
            allowed: None,
            weights: Vec::new(),
            matches: Vec::new(),
            full: Vec::new(),
            partial: Vec::new(),
        }
    }

    fn add(&mut self, at: usize, postings: &HashMap<u32, BestMatch>) {
        let rarity = rarity(self.scores.len() as u32, postings.len() as u32);
        let factor = 614 + 11 * rarity;
        for (&document, &(value, candidate, class)) in postings {
            let document = document as usize;
            self.scores[document] += ((u64::from(value) * u64::from(factor)) >> 10) as u32;
            self.covered[document] |= 1 << at;
            let as_typed = self.terms[at].candidates[candidate as usize].weight >= 900;
            self.in_title[document] += u8::from(as_typed && class >= FieldClass::Title);
            self.leads[document] |= match (at, class) {
                (0, FieldClass::TitleStart) => 1,
                (1, FieldClass::TitleSecond) => 2,
                _ => 0,
            };
        }
        // A word that is only guessed is dropped before one that is known.
        let certainty = self.terms[at].candidates.first().map_or(0, |best| best.weight);
        self.weights.push(if postings.is_empty() { 0 } else { rarity * certainty / 1000 });
        self.matches.push(postings.clone());
    }

    fn keep_prices(&mut self, prices: &[Option<u64>], min: Option<u64>, max: Option<u64>) {
        let inside = |price: u64| min.is_none_or(|min| price >= min) && max.is_none_or(|max| price <= max);
        let allowed = self.allowed.get_or_insert_with(|| vec![true; prices.len()]);
        for (allowed, price) in allowed.iter_mut().zip(prices) {
            *allowed &= price.is_some_and(inside);
        }
    }

    /// Parts the documents into those with all words and those with most.
    fn finish(&mut self, reader: &Reader) {
        let all = (1_u32 << self.terms.len()) - 1;
        let most = self.weights.iter().sum::<u32>();
        let mut partial = Vec::new();
        for document in 0..self.scores.len() {
            let allowed = self.allowed.as_ref().is_none_or(|allowed| allowed[document]);
            let covered = self.covered[document];
            if !allowed || (covered == 0 && all != 0) || (all == 0 && self.allowed.is_none()) {
                continue;
            }
            let score = self.final_score(document, reader);
            if covered == all {
                self.full.push((document as u32, score));
                continue;
            }
            if covered.count_ones() * PARTIAL_WORDS < self.terms.len() as u32 {
                continue;
            }
            let weight = self.weight_of(covered);
            partial.push((document as u32, score + weight * 500, weight));
        }
        if !self.full.is_empty() {
            let filters = self.filters();
            partial.retain(|&(document, _, _)| self.covered[document as usize] & filters == filters);
        }
        let best = partial.iter().map(|(_, _, weight)| *weight).max().unwrap_or(0);
        let least = if self.full.is_empty() { best } else { most } * PARTIAL_PERCENT / 100;
        self.partial = partial
            .into_iter()
            .filter(|(_, _, weight)| *weight >= least && *weight > 0)
            .map(|(document, score, _)| (document, score))
            .collect();
    }

    /// Bits of the words that are filters: they may be left out only when nothing has all words.
    fn filters(&self) -> u32 {
        let is_filter = |term: &Term| term.lowest > FieldClass::Text;
        (0..).zip(&self.terms).filter(|(_, term)| is_filter(term)).fold(0, |bits, (at, _)| bits | 1 << at)
    }

    fn final_score(&self, document: usize, reader: &Reader) -> u32 {
        let quality = reader.qualities.get(document).copied().unwrap_or_default();
        let words = self.terms.len().min(8) as u32;
        let is_title = words > 0 && u32::from(self.in_title[document]) == words && (quality >> 4 & 7) + 1 == words;
        let percent = if is_title { 115 } else { reader.kind_of(document as u32).1 };
        let led = if self.leads[document] == 3 { 112 } else { 100 };
        self.scores[document] * percent / 100 * led / 100 + self.liked[document]
    }

    fn weight_of(&self, covered: u32) -> u32 {
        self.weights.iter().enumerate().filter(|(at, _)| covered >> at & 1 == 1).map(|(_, weight)| weight).sum()
    }

    fn reasons(&self, document: u32) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for (term, matches) in self.terms.iter().zip(&self.matches) {
            if let Some(&(_, candidate, class)) = matches.get(&document) {
                let candidate = &term.candidates[candidate as usize];
                reasons.push(Reason {
                    typed: term.typed.clone(),
                    found: candidate.term.clone(),
                    how: candidate.how,
                    class,
                });
            }
        }
        reasons
    }

    fn missing(&self, document: u32) -> Vec<String> {
        let pairs = self.terms.iter().zip(&self.matches);
        pairs.filter(|(_, matches)| !matches.contains_key(&document)).map(|(term, _)| shown(&term.typed)).collect()
    }

    fn typed(&self) -> Vec<String> {
        self.terms.iter().map(|term| shown(&term.typed)).collect()
    }

    /// Words of which only a guess is in the first hit.
    fn corrections(&self, document: Option<u32>) -> Vec<(String, String)> {
        let reasons = document.map(|document| self.reasons(document)).unwrap_or_default();
        reasons
            .into_iter()
            .filter(|reason| matches!(reason.how, Match::Typo { .. } | Match::Joined))
            .map(|reason| (shown(&reason.typed), shown(&reason.found)))
            .collect()
    }
}

/// How much a word tells that stands in so many documents: sixteen times the base-2 logarithm of the share, in whole
/// numbers, with straight lines between the powers of two.
fn rarity(documents: u32, with_word: u32) -> u32 {
    let ratio = (u64::from(documents) * 256 / (u64::from(with_word) + 1) + 256) as u32;
    let magnitude = 31 - ratio.leading_zeros();
    let fraction = (ratio >> (magnitude - 4)) & 15;
    (magnitude - 8) * 16 + fraction
}
