//! The content as import and export need it: every entry's text, its parsed form and what it was judged to be.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Problems;
use crate::discover::{EntrySource, Sources, discover};
use crate::disk::{Disk, Fault, Item};
use crate::model::{Date, Kind};
use crate::parse::{self, Document};
use crate::validate::data::{self, DataFiles};
use crate::validate::{Draft, Halves, Rules, Tables, site, validate};

/// The tables that stand in for missing files of `content/data/`.
const STANDARD: [(&str, &str); 3] = [
    ("wilayah", include_str!("../../../content/data/wilayah.yaml")),
    ("kategori", include_str!("../../../content/data/kategori.yaml")),
    ("satuan", include_str!("../../../content/data/satuan.yaml")),
];

/// A file of an entry.
#[derive(Debug, Clone)]
pub struct File {
    /// Its text; empty when it is no text.
    pub text: String,
    /// The text, parsed.
    pub document: Document,
}

/// All entries of a site.
#[derive(Debug)]
pub struct Content {
    /// Which files are entries.
    pub sources: Sources,
    /// Settings that rules depend on.
    pub rules: Rules,
    /// Places, categories, units.
    pub tables: Tables,
    /// Files that are not entries.
    pub assets: BTreeMap<Arc<str>, Item>,
    /// Files of entries by path.
    pub files: BTreeMap<Arc<str>, File>,
    /// Positions of entries by kind and slug.
    places: BTreeMap<(Kind, Arc<str>), usize>,
}

/// Reads the content. Mistakes in it are not told here; `check` does that.
///
/// # Errors
/// A [`Fault`] when the disk fails.
pub fn load(disk: &dyn Disk, today: Date) -> Result<Content, Fault> {
    let mut unsaid = Problems::new();
    let sources = discover(disk, &mut unsaid)?;
    let bytes = sources.site.as_ref().map_or_else(|| Ok(Vec::new()), |path| disk.read(path))?;
    let document = parse::parse(&"content/situs.yaml".into(), &bytes, &mut unsaid);
    let (_, rules) = site::read(&document, today, &mut unsaid);
    let tables = read_tables(disk, &sources, &rules)?;
    let assets = sources.assets.clone();
    let mut files = BTreeMap::new();
    for path in sources.entries.iter().flat_map(|entry| [Some(&entry.file), entry.english.as_ref()]).flatten() {
        files.insert(path.clone(), File::read(path, disk.read(path)?));
    }
    let mut places = BTreeMap::new();
    for (at, entry) in sources.entries.iter().enumerate() {
        places.entry((entry.kind, entry.slug.clone())).or_insert(at);
    }
    Ok(Content { sources, rules, tables, assets, files, places })
}

impl File {
    /// Parses the bytes of a file.
    pub fn read(path: &Arc<str>, bytes: Vec<u8>) -> File {
        let document = parse::parse(path, &bytes, &mut Problems::new());
        File { text: String::from_utf8(bytes).unwrap_or_default(), document }
    }
}

fn read_tables(disk: &dyn Disk, sources: &Sources, rules: &Rules) -> Result<Tables, Fault> {
    let mut documents = Vec::new();
    let mut unsaid = Problems::new();
    for (name, standard) in STANDARD {
        let path: Arc<str> =
            sources.data.get(name).cloned().unwrap_or_else(|| format!("content/data/{name}.yaml").into());
        let bytes = if sources.data.contains_key(name) { disk.read(&path)? } else { standard.as_bytes().to_vec() };
        documents.push(parse::parse_table(&path, &bytes, &mut unsaid));
    }
    let [places, categories, units] = documents.as_slice() else { return Ok(Tables::default()) };
    Ok(data::read(&DataFiles { places, categories, units }, rules, &mut unsaid))
}

impl Content {
    /// Entries of a kind.
    pub fn entries(&self, kind: Kind) -> impl Iterator<Item = &EntrySource> {
        self.sources.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// The entry with this slug.
    pub fn entry(&self, kind: Kind, slug: &str) -> Option<&EntrySource> {
        let at = self.places.get(&(kind, Arc::from(slug)))?;
        self.sources.entries.get(*at).filter(|entry| entry.kind == kind && &*entry.slug == slug)
    }

    /// An entry's own file, and its English one.
    pub fn halves(&self, entry: &EntrySource) -> Option<(&File, Option<&File>)> {
        Some((self.files.get(&entry.file)?, entry.english.as_ref().and_then(|path| self.files.get(path))))
    }

    /// Judges an entry with the real validators.
    pub fn judge(&self, entry: &EntrySource, main: &Document, english: Option<&Document>) -> (Draft, Problems) {
        validate(entry, Halves { main, english }, &self.rules, &self.tables, &self.assets)
    }

    /// Judges an entry as it stands.
    pub fn judge_as_is(&self, entry: &EntrySource) -> Option<(Draft, Problems)> {
        let (main, english) = self.halves(entry)?;
        Some(self.judge(entry, &main.document, english.map(|file| &file.document)))
    }
}
