//! Names that people write in cells, and what they are called in entries: categories, units, places, other entries.

use std::collections::BTreeMap;

use crate::model::{Kind, slugify};
use crate::validate::Tables;

/// Everything a cell may name.
#[derive(Debug, Default)]
pub struct Lookup<'a> {
    tables: Option<&'a Tables>,
    entries: BTreeMap<Kind, BTreeMap<String, String>>,
}

/// Other words for units of sale.
const UNITS: [(&str, &str); 22] = [
    ("pcs", "buah"),
    ("pc", "buah"),
    ("piece", "buah"),
    ("bh", "buah"),
    ("biji", "buah"),
    ("unit", "buah"),
    ("bks", "bungkus"),
    ("bungkusan", "bungkus"),
    ("btl", "botol"),
    ("ktk", "kotak"),
    ("box", "kotak"),
    ("dus", "kotak"),
    ("kilo", "kg"),
    ("kilogram", "kg"),
    ("ltr", "liter"),
    ("lbr", "lembar"),
    ("psg", "pasang"),
    ("pak", "bungkus"),
    ("pack", "bungkus"),
    ("standing pouch", "pouch"),
    ("stoples", "toples"),
    ("lsn", "lusin"),
];

impl<'a> Lookup<'a> {
    /// With the tables of a site.
    pub fn new(tables: &'a Tables) -> Lookup<'a> {
        Lookup { tables: Some(tables), entries: BTreeMap::new() }
    }

    /// Makes an entry known by its slug and its name.
    pub fn add(&mut self, kind: Kind, slug: &str, name: &str) {
        let known = self.entries.entry(kind).or_default();
        known.insert(slug.to_owned(), slug.to_owned());
        known.entry(slugify(name)).or_insert_with(|| slug.to_owned());
    }

    /// The slug of an entry that was named; the text itself when there is none such.
    pub fn entry(&self, kinds: &[Kind], text: &str) -> String {
        let bare = text.trim().trim_start_matches('/').trim_end_matches('/');
        let find = |kind: &Kind| {
            let known = self.entries.get(kind)?;
            let bare = bare.strip_prefix(kind.folder()).and_then(|rest| rest.strip_prefix('/')).unwrap_or(bare);
            known.get(bare).or_else(|| known.get(&slugify(bare)))
        };
        kinds.iter().find_map(find).cloned().unwrap_or_else(|| text.trim().to_owned())
    }

    /// The slug of a category.
    pub fn category(&self, text: &str) -> String {
        // Shop exports write the whole way down: "Makanan > Camilan".
        let leaf = text.rsplit('>').next().unwrap_or(text).trim();
        let wanted = slugify(leaf);
        let rows = self.tables.map(|tables| tables.categories.rows()).unwrap_or_default();
        let same = |name: &str| slugify(name) == wanted;
        let found = rows
            .iter()
            .find(|row| row.slug == wanted || same(&row.name.id) || row.name.en.as_deref().is_some_and(same));
        found.map_or_else(|| leaf.to_owned(), |row| row.slug.clone())
    }

    /// A unit of sale as entries write it.
    pub fn unit(&self, text: &str) -> String {
        let wanted =
            text.trim().trim_start_matches('/').trim_start_matches("per ").trim().trim_end_matches('.').to_lowercase();
        let rows = self.tables.map(|tables| tables.units.rows()).unwrap_or_default();
        let find = |word: &str| {
            rows.iter()
                .find(|row| row.slug == word || row.name.to_lowercase() == word || row.en_one.to_lowercase() == word)
        };
        let other = || UNITS.iter().find(|(word, _)| *word == wanted).and_then(|(_, unit)| find(unit));
        find(&wanted).or_else(other).map_or_else(|| text.trim().to_owned(), |row| row.slug.clone())
    }

    /// A kecamatan's name as the table writes it.
    pub fn district(&self, text: &str) -> String {
        let bare = without_word(text, &["kecamatan", "kec.", "kec"]);
        let places = self.tables.map(|tables| &tables.places);
        let found = places.and_then(|places| places.districts.get(places.find_district(bare)? as usize));
        found.map_or_else(|| bare.to_owned(), |district| district.name.clone())
    }

    /// A kelurahan's name as the table writes it.
    pub fn village(&self, text: &str) -> String {
        let bare = without_word(text, &["kelurahan", "desa", "kel.", "kel"]);
        let districts = self.tables.map(|tables| tables.places.districts.as_slice()).unwrap_or_default();
        let found = (0..districts.len() as u16).find_map(|district| {
            let places = self.tables.map(|tables| &tables.places)?;
            places.village(places.find_village(district, bare)?)
        });
        found.map_or_else(|| bare.to_owned(), |village| village.name.clone())
    }

    /// The kecamatan of a kelurahan, if only one has a kelurahan of that name.
    pub fn district_of(&self, village: &str) -> Option<String> {
        let places = self.tables.map(|tables| &tables.places)?;
        let mut found =
            (0..places.districts.len() as u16).filter(|district| places.find_village(*district, village).is_some());
        let one = found.next()?;
        if found.next().is_some() {
            None
        } else {
            places.districts.get(one as usize).map(|district| district.name.clone())
        }
    }
}

fn without_word<'t>(text: &'t str, words: &[&str]) -> &'t str {
    let text = text.trim();
    for word in words {
        if let (Some(start), Some(rest)) = (text.get(..word.len()), text.get(word.len()..))
            && start.eq_ignore_ascii_case(word)
            && rest.starts_with([' ', ':'])
        {
            return rest.trim_start_matches([' ', ':']);
        }
    }
    text
}
