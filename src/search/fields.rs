//! The words under which one document is found, and how well each tells what it is.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::FixedState;

use super::document::{DocumentKind, Lexicon, SearchDocument};
use super::postings::FieldClass;
use super::tables::place_term;
use super::words::{STOP_WORDS, fold, pieces_joined, roots, words};

/// In so many first words of a title another name of a word counts as much as that of the maker.
const TITLE_ALIAS_WORDS: usize = 2;
/// A root shorter than this is too often an accident.
const ROOT_LETTERS_MIN: usize = 4;

/// The words of a phrase.
type Phrase = Vec<String>;
/// First word of a phrase to the whole phrase and its aliases.
type Aliases = HashMap<String, Vec<(Phrase, Vec<Alias>)>>;
/// Names of a category, and those of all its parents.
type CategoryNames = (Vec<Phrase>, Vec<Phrase>);
/// Words by number, each with its class; a word may stand there more than once.
type Said = Vec<(u32, FieldClass)>;

/// Numbers for words, and what was found for parts that many documents share.
#[derive(Default)]
pub(super) struct Found<'a> {
    numbers: HashMap<String, u32, FixedState>,
    /// Words of running text as they stand there, and the number of the word of the index; none for those left out.
    text: HashMap<String, Option<u32>, FixedState>,
    shared: HashMap<Shared<'a>, Said, FixedState>,
}

/// A part that many documents share.
#[derive(PartialEq, Eq, Hash)]
enum Shared<'a> {
    Maker(&'a str),
    Place(&'a str, Option<&'a str>),
    Category(&'a str),
    Kind(DocumentKind),
    Value(&'a str, &'a str),
}

impl<'a> Found<'a> {
    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// All words with their numbers, in no order.
    pub(super) fn into_numbers(self) -> impl Iterator<Item = (String, u32)> {
        self.numbers.into_iter()
    }

    fn number_of(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(word.to_owned(), number);
        number
    }

    fn share(&mut self, part: Shared<'a>, said: &mut Said, find: impl FnOnce(&mut Words)) {
        if let Some(known) = self.shared.get(&part) {
            said.extend_from_slice(known);
            return;
        }
        let mut own = Vec::new();
        find(&mut Words { numbers: self, said: &mut own });
        said.extend_from_slice(&own);
        self.shared.insert(part, own);
    }
}

/// Takes words.
struct Words<'w, 'a> {
    numbers: &'w mut Found<'a>,
    said: &'w mut Said,
}

impl Words<'_, '_> {
    fn add(&mut self, word: &str, class: FieldClass) {
        let number = self.numbers.number_of(word);
        self.said.push((number, class));
    }
}

/// Another way to say a phrase: what is typed, and whether it is said of the standard word of the group.
struct Alias {
    typed: Phrase,
    close: bool,
}

/// Finds the words of documents. Made once for a build.
pub(super) struct WordFinder<'a> {
    lexicon: &'a Lexicon,
    aliases: Aliases,
    phrase_terms: &'a BTreeMap<(String, String), String>,
    /// The words of the index that answer phrases.
    filters: HashSet<&'a str>,
    /// Words of category names, by slug.
    categories: HashMap<&'a str, CategoryNames>,
    protected: HashSet<String>,
    /// Words of titles: only these are roots.
    title_words: HashSet<String>,
}

impl<'a> WordFinder<'a> {
    pub(super) fn new(
        documents: &[&'a SearchDocument],
        lexicon: &'a Lexicon,
        phrase_terms: &'a BTreeMap<(String, String), String>,
    ) -> Self {
        let spell = |text: &str| words(text, &lexicon.spellings);
        let mut title_words = HashSet::new();
        for document in documents {
            title_words.extend(spell(&document.title));
            title_words.extend(document.title_en.iter().flat_map(|title| spell(title)));
        }
        Self {
            aliases: aliases(lexicon, phrase_terms),
            phrase_terms,
            filters: phrase_terms.values().map(String::as_str).collect(),
            categories: category_words(lexicon),
            protected: lexicon.protected.iter().flat_map(|word| spell(word)).collect(),
            title_words,
            lexicon,
        }
    }

    /// All words of titles.
    pub(super) fn title_words(&self) -> &HashSet<String> {
        &self.title_words
    }

    /// Finds the words of a document but those of its running text.
    pub(super) fn words_of(&self, document: &'a SearchDocument, numbers: &mut Found<'a>, said: &mut Said) {
        let mut own = Words { numbers: &mut *numbers, said: &mut *said };
        self.add_title(&document.title, &mut own);
        if let Some(title) = &document.title_en {
            self.add_title(title, &mut own);
        }
        for attribute in &document.attributes {
            let phrase = self.spell(attribute);
            self.add_phrase(&phrase, FieldClass::Attribute, &mut own);
            // What an entry says in so many words counts more than what follows from its facts.
            let term = phrase.concat();
            if self.filters.contains(term.as_str()) {
                own.add(&term, FieldClass::Maker);
            }
        }
        if let Some(slug) = document.category.as_deref() {
            numbers.share(Shared::Category(slug), said, |found| {
                let Some((own, parents)) = self.categories.get(slug) else { return };
                own.iter().for_each(|name| self.add_phrase(name, FieldClass::Maker, found));
                parents.iter().for_each(|name| self.add_phrase(name, FieldClass::Attribute, found));
            });
        }
        numbers.share(Shared::Kind(document.kind), said, |found| {
            for word in self.spell(document.kind.spoken()) {
                self.add_phrase(&[word], FieldClass::Attribute, found);
            }
        });
        if let Some(maker) = document.maker.as_deref() {
            numbers.share(Shared::Maker(maker), said, |found| {
                self.add_phrase(&self.spell(maker), FieldClass::Maker, found);
            });
        }
        if let Some(district) = document.district.as_deref() {
            let village = document.village.as_deref();
            numbers.share(Shared::Place(district, village), said, |found| self.add_place(district, village, found));
        }
        for (key, values) in &document.facets {
            for value in values {
                numbers.share(Shared::Value(key, value), said, |found| self.add_value(key, value, found));
            }
        }
    }

    /// Gives the words of the running text, by number, as often as they stand there, and how many words there are.
    pub(super) fn words_of_text(
        &self,
        document: &SearchDocument,
        numbers: &mut Found,
        each: &mut impl FnMut(usize, u32),
    ) {
        for text in [&document.text, &document.text_en] {
            let folded = fold(text);
            for word in pieces_joined(&folded) {
                let known = match numbers.text.get(word.as_ref()) {
                    Some(&known) => known,
                    None => self.note_text(word, numbers),
                };
                if let Some(number) = known {
                    each(numbers.len(), number);
                }
            }
        }
    }

    fn note_text(&self, word: Cow<str>, numbers: &mut Found) -> Option<u32> {
        let spelled = self.lexicon.spellings.get(word.as_ref()).map_or(word.as_ref(), String::as_str);
        let is_worth = spelled.chars().nth(1).is_some() && !STOP_WORDS.contains(&spelled);
        let number = is_worth.then(|| numbers.number_of(spelled));
        numbers.text.insert(word.into_owned(), number);
        number
    }

    fn spell(&self, text: &str) -> Vec<String> {
        words(text, &self.lexicon.spellings)
    }

    fn add_title(&self, title: &str, found: &mut Words) {
        let title = self.spell(title);
        for (at, word) in title.iter().enumerate() {
            let class = match at {
                0 => FieldClass::TitleStart,
                1 => FieldClass::TitleSecond,
                _ => FieldClass::Title,
            };
            found.add(word, class);
        }
        // What a thing is stands first: an orchid, not a motif of orchids.
        self.add_aliases(&title, FieldClass::Maker, TITLE_ALIAS_WORDS, found);
    }

    /// A maker, category or attribute. Two words are also one: "rawa buntu" and "rawabuntu".
    fn add_phrase(&self, phrase: &[String], class: FieldClass, found: &mut Words) {
        for word in phrase.iter().filter(|word| !STOP_WORDS.contains(&word.as_str())) {
            found.add(word, class);
        }
        if let [left, right] = phrase
            && !left.starts_with(|c: char| c.is_numeric())
        {
            found.add(&format!("{left}{right}"), FieldClass::Attribute);
        }
        let weaker = if class == FieldClass::Maker { FieldClass::Attribute } else { FieldClass::Text };
        self.add_aliases(phrase, weaker, phrase.len(), found);
    }

    fn add_place(&self, district: &str, village: Option<&str>, found: &mut Words) {
        let Some(district) = self.lexicon.districts.iter().find(|known| known.slug == district) else { return };
        self.add_phrase(&self.spell(&district.name), FieldClass::Attribute, found);
        found.add(&place_term(&district.slug, ""), FieldClass::Attribute);
        if let Some(village) = district.villages.iter().find(|known| Some(known.slug.as_str()) == village) {
            self.add_phrase(&self.spell(&village.name), FieldClass::Attribute, found);
            for alias in &village.aliases {
                self.add_phrase(&self.spell(alias), FieldClass::Attribute, found);
            }
            found.add(&place_term(&district.slug, &village.slug), FieldClass::Attribute);
        }
    }

    /// The words of a value of a facet.
    fn add_value(&self, key: &str, value: &str, found: &mut Words) {
        let Some(facet) = self.lexicon.facets.iter().find(|facet| facet.key == key) else { return };
        let Some(value) = facet.values.iter().find(|known| known.slug == value) else { return };
        if let Some(term) = self.phrase_terms.get(&(key.to_owned(), value.slug.clone())) {
            found.add(term, FieldClass::Attribute);
        }
        if facet.indexed {
            self.add_phrase(&self.spell(&value.label), FieldClass::Attribute, found);
            self.add_phrase(&self.spell(&value.label_en), FieldClass::Attribute, found);
        }
    }

    /// The other ways to say parts of a phrase; behind its first words they count for less.
    fn add_aliases(&self, phrase: &[String], highest: FieldClass, first_words: usize, found: &mut Words) {
        for at in 0..phrase.len() {
            let class = if at < first_words { highest } else { highest.min(FieldClass::Attribute) };
            let Some(candidates) = self.aliases.get(&phrase[at]) else { continue };
            for (said, aliases) in candidates.iter().filter(|(said, _)| phrase[at..].starts_with(said)) {
                if said.len() > 1 {
                    found.add(&said.concat(), class);
                }
                for alias in aliases {
                    let class = if alias.close { class } else { FieldClass::Text };
                    alias.typed.iter().for_each(|word| found.add(word, class));
                    if alias.typed.len() > 1 {
                        found.add(&alias.typed.concat(), class);
                    }
                }
            }
        }
    }

    /// The roots of a word that are words of titles; a prefix finds those with which it begins.
    pub(super) fn roots_of(&self, word: &str) -> Vec<String> {
        if self.protected.contains(word) {
            return Vec::new();
        }
        let mut found = roots(word);
        found.retain(|root| {
            root.len() >= ROOT_LETTERS_MIN && !word.starts_with(root.as_str()) && self.title_words.contains(root)
        });
        found
    }
}

/// For each category the words of its names and of those of its parents, in both languages.
fn category_words(lexicon: &Lexicon) -> HashMap<&str, CategoryNames> {
    let mut found: HashMap<&str, CategoryNames> = HashMap::new();
    for category in &lexicon.categories {
        let own = vec![words(&category.name, &lexicon.spellings), words(&category.name_en, &lexicon.spellings)];
        let parents = match found.get(category.parent.as_str()) {
            Some((own, parents)) => [own.as_slice(), parents.as_slice()].concat(),
            None => Vec::new(),
        };
        found.insert(&category.slug, (own, parents));
    }
    found
}

/// From the groups of synonyms: which phrase of a document answers which typed phrase. The standard word and the others
/// answer each other; two others of a group only loosely, for "vanda" is an orchid but no "dendrobium". A phrase does
/// not answer a longer one that contains it, nor do two that contain the standard word: a "batik cap" is no "batik tulis". Words that choose a filter, such as
/// "halal", answer only what is really said.
fn aliases(lexicon: &Lexicon, phrase_terms: &BTreeMap<(String, String), String>) -> Aliases {
    let filters: HashSet<&String> = phrase_terms.values().collect();
    let mut rules: BTreeMap<Phrase, BTreeMap<Phrase, bool>> = BTreeMap::new();
    for group in &lexicon.synonyms {
        let group: Vec<Phrase> = group.iter().map(|phrase| words(phrase, &lexicon.spellings)).collect();
        for (said_at, said) in group.iter().enumerate() {
            for (typed_at, typed) in group.iter().enumerate() {
                let narrower = said.iter().all(|word| typed.contains(word));
                if said.is_empty() || typed.is_empty() || narrower || filters.contains(&typed.concat()) {
                    continue;
                }
                let close = said_at == 0 || typed_at == 0;
                let special = |phrase: &Phrase| group[0].iter().all(|word| phrase.contains(word));
                if !close && (special(said) || special(typed)) {
                    continue;
                }
                let known = rules.entry(said.clone()).or_default().entry(typed.clone()).or_default();
                *known |= close;
            }
        }
    }
    let mut by_first: Aliases = HashMap::new();
    for (said, typed) in rules {
        let aliases = typed.into_iter().map(|(typed, close)| Alias { typed, close }).collect();
        let first = said.first().cloned().unwrap_or_default();
        by_first.entry(first).or_default().push((said, aliases));
    }
    by_first
}
