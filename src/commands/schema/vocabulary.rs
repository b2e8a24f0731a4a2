//! The words that a site itself defines: its categories, units, places and the names of its entries.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Problems;
use crate::discover;
use crate::disk::{Disk, Fault};
use crate::model::{Date, Kind};
use crate::parse::{self, Document};
use crate::validate::{Tables, data, site};

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
            top_categories: categories
                .iter()
                .filter(|row| row.parent.is_none())
                .map(|row| pair(&row.slug, &row.name.id))
                .collect(),
            units: tables.units.rows().iter().map(|row| pair(&row.slug, &row.name)).collect(),
            districts: tables.places.districts.iter().map(district).collect(),
            entries: BTreeMap::new(),
        };
        for (kind, slug) in entries {
            vocabulary.entries.entry(kind).or_default().push(slug);
        }
        vocabulary
    }

    /// The words of the site on a disk. What is missing or wrong there is passed over: `check` speaks of it.
    ///
    /// # Errors
    /// A [`Fault`] when the disk fails.
    pub fn read(disk: &dyn Disk, today: Date) -> Result<Vocabulary, Fault> {
        let mut problems = Problems::new();
        let sources = discover::discover(disk, &mut problems)?;
        let mut table = |name: &str| -> Result<Document, Fault> {
            let file: Arc<str> = format!("content/data/{name}.yaml").into();
            let bytes = if sources.data.contains_key(name) { disk.read(&file)? } else { Vec::new() };
            Ok(parse::parse_table(&file, &bytes, &mut problems))
        };
        let (places, categories, units) = (table("wilayah")?, table("kategori")?, table("satuan")?);
        let file: Arc<str> = "content/situs.yaml".into();
        let bytes = sources.site.as_ref().map(|file| disk.read(file)).transpose()?.unwrap_or_default();
        let settings = parse::parse(&file, &bytes, &mut problems);
        let (_, rules) = site::read(&settings, today, &mut problems);
        let files = data::DataFiles { places: &places, categories: &categories, units: &units };
        let tables = data::read(&files, &rules, &mut problems);
        let entries = sources.entries.iter().map(|entry| (entry.kind, entry.slug.to_string()));
        Ok(Vocabulary::of(&tables, entries))
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
    District {
        name: district.name.clone(),
        slug: district.slug.clone(),
        villages: district.villages.iter().map(village).collect(),
    }
}
