//! The words under which one document is found, and how well each tells what it is.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::build::{merge, place_term};
use super::document::{Lexicon, SearchDocument};
use super::postings::FieldClass;
use super::words::{STOP_WORDS, fold, roots, words, words_of_folded};

/// A root shorter than this is too often an accident.
const ROOT_LETTERS_MIN: usize = 4;

/// The words of one document, each once, in its highest class; running text is not among them.
#[derive(Debug, Default)]
pub(super) struct DocumentWords {
    pub(super) words: BTreeMap<String, FieldClass>,
}

/// Words to the documents that have them only in running text.
pub(super) type TextLists = HashMap<String, Vec<u32>>;

/// The words of a phrase.
type Phrase = Vec<String>;
/// First word of a phrase to the whole phrase and its aliases.
type Aliases = HashMap<String, Vec<(Phrase, Vec<Alias>)>>;
/// Names of a category, and those of all its parents.
type CategoryNames = (Vec<Phrase>, Vec<Phrase>);

impl DocumentWords {
    /// Takes in the words of another; each keeps its higher class.
    pub(super) fn absorb(&mut self, other: Self) {
        other.words.into_iter().for_each(|(word, class)| self.add(&word, class));
    }

    fn add(&mut self, word: &str, class: FieldClass) {
        match self.words.get_mut(word) {
            Some(known) => *known = (*known).max(class),
            None => {
                self.words.insert(word.to_owned(), class);
            }
        }
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
        documents: &'a [SearchDocument],
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

    pub(super) fn words_of(&self, document: &SearchDocument) -> DocumentWords {
        let mut found = DocumentWords::default();
        self.add_title(&document.title, &mut found);
        if let Some(title) = &document.title_en {
            self.add_title(title, &mut found);
        }
        if let Some((own, parents)) = document.category.as_deref().and_then(|slug| self.categories.get(slug)) {
            own.iter().for_each(|name| self.add_phrase(name, FieldClass::Maker, &mut found));
            parents.iter().for_each(|name| self.add_phrase(name, FieldClass::Attribute, &mut found));
        }
        for word in self.spell(document.kind.spoken()) {
            self.add_phrase(&[word], FieldClass::Attribute, &mut found);
        }
        self.add_facets(document, &mut found);
        for attribute in &document.attributes {
            let phrase = self.spell(attribute);
            self.add_phrase(&phrase, FieldClass::Attribute, &mut found);
            // What an entry says in so many words counts more than what follows from its facts.
            let term = phrase.concat();
            if self.filters.contains(term.as_str()) {
                found.add(&term, FieldClass::Maker);
            }
        }
        found
    }

    /// The words of the maker and the place: the same for all documents of a maker.
    pub(super) fn words_of_maker(&self, document: &SearchDocument) -> DocumentWords {
        let mut found = DocumentWords::default();
        if let Some(maker) = &document.maker {
            self.add_phrase(&self.spell(maker), FieldClass::Maker, &mut found);
        }
        self.add_place(document, &mut found);
        found
    }

    /// Adds the words of the running text that the document has nowhere else.
    pub(super) fn add_text(
        &self,
        number: u32,
        document: &SearchDocument,
        known: impl Fn(&str) -> bool,
        lists: &mut TextLists,
    ) {
        for text in [&document.text, &document.text_en] {
            let folded = fold(text);
            for word in words_of_folded(&folded, &self.lexicon.spellings) {
                if let Some(list) = lists.get_mut(word.as_ref()) {
                    if list.last() != Some(&number) && !known(&word) {
                        list.push(number);
                    }
                } else if word.chars().nth(1).is_some() && !STOP_WORDS.contains(&word.as_ref()) {
                    let list = if known(&word) { Vec::new() } else { vec![number] };
                    lists.insert(word.into_owned(), list);
                }
            }
        }
    }

    fn spell(&self, text: &str) -> Vec<String> {
        words(text, &self.lexicon.spellings)
    }

    fn add_title(&self, title: &str, found: &mut DocumentWords) {
        let title = self.spell(title);
        for (at, word) in title.iter().enumerate() {
            let class = match at {
                0 => FieldClass::TitleStart,
                1 => FieldClass::TitleSecond,
                _ => FieldClass::Title,
            };
            found.add(word, class);
        }
        self.add_aliases(&title, FieldClass::Maker, found);
    }

    /// A maker, category or attribute. Two words are also one: "rawa buntu" and "rawabuntu".
    fn add_phrase(&self, phrase: &[String], class: FieldClass, found: &mut DocumentWords) {
        for word in phrase.iter().filter(|word| !STOP_WORDS.contains(&word.as_str())) {
            found.add(word, class);
        }
        if let [left, right] = phrase
            && !left.starts_with(|c: char| c.is_numeric())
        {
            found.add(&format!("{left}{right}"), FieldClass::Attribute);
        }
        let weaker = if class == FieldClass::Maker { FieldClass::Attribute } else { FieldClass::Text };
        self.add_aliases(phrase, weaker, found);
    }

    fn add_place(&self, document: &SearchDocument, found: &mut DocumentWords) {
        let district = self.lexicon.districts.iter().find(|d| Some(d.slug.as_str()) == document.district.as_deref());
        let Some(district) = district else { return };
        self.add_phrase(&self.spell(&district.name), FieldClass::Attribute, found);
        found.add(&place_term(&district.slug, ""), FieldClass::Attribute);
        let village = district.villages.iter().find(|v| Some(v.slug.as_str()) == document.village.as_deref());
        if let Some(village) = village {
            self.add_phrase(&self.spell(&village.name), FieldClass::Attribute, found);
            for alias in &village.aliases {
                self.add_phrase(&self.spell(alias), FieldClass::Attribute, found);
            }
            found.add(&place_term(&district.slug, &village.slug), FieldClass::Attribute);
        }
    }

    fn add_facets(&self, document: &SearchDocument, found: &mut DocumentWords) {
        for facet in &self.lexicon.facets {
            let chosen = document.facets.get(&facet.key).map(Vec::as_slice).unwrap_or_default();
            for value in facet.values.iter().filter(|value| chosen.contains(&value.slug)) {
                if let Some(term) = self.phrase_terms.get(&(facet.key.clone(), value.slug.clone())) {
                    found.add(term, FieldClass::Attribute);
                }
                if facet.indexed {
                    self.add_phrase(&self.spell(&value.label), FieldClass::Attribute, found);
                    self.add_phrase(&self.spell(&value.label_en), FieldClass::Attribute, found);
                }
            }
        }
    }

    fn add_aliases(&self, phrase: &[String], class: FieldClass, found: &mut DocumentWords) {
        for at in 0..phrase.len() {
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

    /// Lets a root find the words made of it ("bunga" finds "berbunga"), where the root is a word of a title. A prefix
    /// finds the rest.
    pub(super) fn add_roots(&self, lists: &mut HashMap<String, Vec<(u32, FieldClass)>>) {
        let mut gained: BTreeMap<String, Vec<(u32, FieldClass)>> = BTreeMap::new();
        for (word, list) in lists.iter().filter(|(word, _)| !self.protected.contains(*word)) {
            for root in roots(word) {
                let known = root.len() >= ROOT_LETTERS_MIN && self.title_words.contains(&root);
                if known && !word.starts_with(&root) {
                    let strong = list.iter().filter(|(_, class)| *class >= FieldClass::Attribute);
                    gained
                        .entry(root)
                        .or_default()
                        .extend(strong.map(|&(document, class)| (document, class.min(FieldClass::Attribute))));
                }
            }
        }
        for (root, list) in gained {
            merge(lists.entry(root).or_default(), list);
        }
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
