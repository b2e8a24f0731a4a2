//! The tables of the lexicon as the index needs them: slugs looked up, and the part of the head that follows from them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::build::PLACE_KEY;
use super::document::{FacetLogic, Lexicon, SearchDocument};
use super::head::{FORMAT_VERSION, Head, HeadCategory, HeadFacet, HeadPhrase, HeadPlace};
use super::order::Order;
use super::terms::Terms;
use super::words::words;

/// The tables of the lexicon, with slugs looked up.
pub(super) struct Tables<'a> {
    pub(super) lexicon: &'a Lexicon,
    categories: HashMap<&'a str, u32>,
    places: Vec<HeadPlace>,
    place_index: HashMap<(&'a str, &'a str), u32>,
    /// For each facet: slug of a value to its index.
    values: Vec<HashMap<&'a str, u32>>,
    /// Facet key and value slug to the word of the index that answers its phrases.
    pub(super) phrase_terms: BTreeMap<(String, String), String>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
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

    pub(super) fn category_of(&self, document: &SearchDocument) -> Option<u32> {
        self.categories.get(document.category.as_deref()?).copied()
    }

    pub(super) fn place_of(&self, document: &SearchDocument) -> Option<u32> {
        let district = document.district.as_deref()?;
        let village = document.village.as_deref().unwrap_or_default();
        self.place_index.get(&(district, village)).or_else(|| self.place_index.get(&(district, ""))).copied()
    }

    /// Indices of the values that a document has of one facet, sorted.
    pub(super) fn values_of(&self, facet: usize, document: &SearchDocument) -> Vec<u32> {
        let key = &self.lexicon.facets[facet].key;
        let chosen = document.facets.get(key).map(Vec::as_slice).unwrap_or_default();
        let known: BTreeSet<u32> =
            chosen.iter().filter_map(|slug| self.values[facet].get(slug.as_str()).copied()).collect();
        known.into_iter().collect()
    }

    pub(super) fn head(&self, order: &Order) -> Head {
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
    pub(super) fn phrases(&self, terms: &Terms) -> Vec<HeadPhrase> {
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
