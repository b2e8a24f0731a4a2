//! The words that a site itself defines: its categories, units, places and the names of its entries.

use std::collections::BTreeMap;

use crate::model::Kind;
use crate::validate::Tables;

/// Words that editors may offer and check. Empty lists leave a field open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    /// Slug and name of every category.
    pub categories: Vec<(String, String)>,
    /// Slug and name of the top categories.
    pub top_categories: Vec<(String, String)>,
    /// Slug and name of every unit of sale.
    pub units: Vec<(String, String)>,
    /// Every kecamatan with its kelurahan.
    pub districts: Vec<District>,
    /// Slugs of the entries that there are, by kind. They are offered, but a new one is no mistake.
    pub entries: BTreeMap<Kind, Vec<String>>,
}

/// A kecamatan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct District {
    /// Its name as shown.
    pub name: String,
    /// Its other spelling.
    pub slug: String,
    /// Names of its kelurahan, and then their other spellings.
    pub villages: Vec<Village>,
}

/// A kelurahan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Village {
    /// Its name as shown.
    pub name: String,
    /// Slug and aliases.
    pub other: Vec<String>,
}

impl Vocabulary {
    /// The words of a site's tables and entries.
    pub fn of(tables: &Tables, entries: impl IntoIterator<Item = (Kind, String)>) -> Vocabulary {
        let pair = |slug: &str, name: &str| (slug.to_owned(), name.to_owned());
        let categories = tables.categories.rows();
        let mut vocabulary = Vocabulary {
            categories: categories.iter().map(|row| pair(&row.slug, &row.name.id)).collect(),
            top_categories: categories.iter().filter(|row| row.parent.is_none()).map(|row| pair(&row.slug, &row.name.id)).collect(),
            units: tables.units.rows().iter().map(|row| pair(&row.slug, &row.name)).collect(),
            districts: tables.places.districts.iter().map(district).collect(),
            entries: BTreeMap::new(),
        };
        for (kind, slug) in entries {
            vocabulary.entries.entry(kind).or_default().push(slug);
        }
        vocabulary
    }

    /// The known slugs of a kind.
    pub fn slugs(&self, kind: Kind) -> &[String] {
        self.entries.get(&kind).map_or(&[], Vec::as_slice)
    }
}

fn district(district: &crate::model::District) -> District {
    let village = |village: &crate::model::Village| {
        let mut other = vec![village.slug.clone()];
        other.extend(village.aliases.iter().cloned());
        Village { name: village.name.clone(), other }
    };
    District { name: district.name.clone(), slug: district.slug.clone(), villages: district.villages.iter().map(village).collect() }
}
