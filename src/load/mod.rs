//! Everything that is read and understood, up to the [`Catalog`]: sources, settings, tables, entries, links.

mod entries;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use entries::Known;
use entries::Reader;

use crate::config::{BaseUrl, Site};
use crate::diagnostic::{Code, Finding, Place, Problems, Span};
use crate::discover::{Sources, discover};
use crate::disk::{Disk, Fault, History};
use crate::model::{Catalog, Date};
use crate::parse;
use crate::resolve::resolve;
use crate::validate::data::{DataFiles, Words};
use crate::validate::{self, Draft, Rules, Tables};

/// What a build is asked for. The clock and the environment come in here and nowhere else.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day of the build.
    pub today: Date,
    /// Another address than the one in `situs.yaml`.
    pub base: Option<BaseUrl>,
    /// Take entries with `status: draf` too.
    pub drafts: bool,
}

/// Everything that was read and understood.
pub struct Loaded {
    /// Settings.
    pub site: Site,
    /// Rules that entries were judged by.
    pub rules: Rules,
    /// Everything that may be published.
    pub catalog: Catalog,
    /// Words of the search.
    pub words: Words,
    /// Files of the content.
    pub sources: Sources,
    /// Hashes of the files that were read, by path.
    pub hashes: BTreeMap<String, [u8; 32]>,
    /// How long entries took, and the links between them.
    pub times: [(&'static str, Duration); 2],
}

/// The tables that stand in for missing files of `content/data/`.
const DEFAULT_TABLES: [(&str, &str); 5] = [
    ("wilayah", include_str!("../../content/data/wilayah.yaml")),
    ("kategori", include_str!("../../content/data/kategori.yaml")),
    ("satuan", include_str!("../../content/data/satuan.yaml")),
    ("sinonim", include_str!("../../content/data/sinonim.yaml")),
    ("kata_terlindung", include_str!("../../content/data/kata_terlindung.yaml")),
];

/// Reads, parses, judges and links everything.
///
/// # Errors
/// A [`Fault`] when the disk fails. The authors' mistakes go to `problems`.
pub fn load(disk: &dyn Disk, options: &Options, known: &Known<'_>, problems: &mut Problems) -> Result<Loaded, Fault> {
    let sources = discover(disk, problems)?;
    let mut seen = Read::default();
    let (mut site, rules) = read_site(disk, &sources, options.today, problems, &mut seen)?;
    if let Some(base) = &options.base {
        site.base = base.clone();
    }
    let (tables, words) = read_tables(disk, &sources, &rules, problems, &mut seen)?;
    let start = Instant::now();
    let reader = Reader::new(disk, &sources, &rules, &tables, options.today, &seen.parts);
    let mut drafts = Vec::with_capacity(sources.entries.len());
    for judged in reader.read(known) {
        problems.append(judged.problems);
        seen.parts.extend(judged.hashes.into_iter().map(|(path, hash)| (path.to_string(), hash)));
        drafts.push(judged.draft);
    }
    date_from_history(disk.history(), &sources, &mut drafts, options.today, problems, &mut seen);
    report_mixture(&site, &drafts, problems);
    let entries = start.elapsed();
    let catalog = resolve(drafts, tables, options.drafts, problems);
    let times = [("  entri", entries), ("  hubungan", start.elapsed() - entries)];
    Ok(Loaded { site, rules, catalog, words, sources, hashes: seen.parts, times })
}

/// Hashes of everything read, whatever the order of reading.
#[derive(Default)]
struct Read {
    parts: BTreeMap<String, [u8; 32]>,
}

impl Read {
    fn add(&mut self, path: &str, bytes: &[u8]) {
        self.parts.insert(path.to_owned(), *blake3::hash(bytes).as_bytes());
    }
}

fn read_site(
    disk: &dyn Disk,
    sources: &Sources,
    today: Date,
    problems: &mut Problems,
    seen: &mut Read,
) -> Result<(Site, Rules), Fault> {
    let path: Arc<str> = sources.site.clone().unwrap_or_else(|| "content/situs.yaml".into());
    let bytes = match &sources.site {
        Some(path) => disk.read(path)?,
        None => {
            problems.add_to_file(&path, Finding::new(Code::SitusTiada));
            Vec::new()
        }
    };
    seen.add(&path, &bytes);
    let mut own = Problems::new();
    let document = parse::parse(&path, &bytes, &mut own);
    if sources.site.is_some() {
        problems.append(own);
    }
    Ok(validate::site::read(&document, today, problems))
}

fn read_tables(
    disk: &dyn Disk,
    sources: &Sources,
    rules: &Rules,
    problems: &mut Problems,
    seen: &mut Read,
) -> Result<(Tables, Words), Fault> {
    let mut documents = Vec::new();
    for (name, standard) in DEFAULT_TABLES {
        let own = sources.data.get(name);
        let path: Arc<str> = own.cloned().unwrap_or_else(|| format!("content/data/{name}.yaml").into());
        let bytes = match own {
            Some(path) => disk.read(path)?,
            None => standard.as_bytes().to_vec(),
        };
        seen.add(&path, &bytes);
        documents.push(parse::parse_table(&path, &bytes, problems));
    }
    let known: BTreeSet<&str> = DEFAULT_TABLES.iter().map(|(name, _)| *name).collect();
    for (name, path) in sources.data.iter().filter(|(name, _)| !known.contains(name.as_str())) {
        problems.add_to_file(path, Finding::new(Code::BerkasAsing).with("berkas", format!("data/{name}.yaml")));
    }
    let [places, categories, units, synonyms, protected] = documents.as_slice() else {
        return Ok((Tables::default(), Words::default()));
    };
    let tables = validate::data::read(&DataFiles { places, categories, units }, rules, problems);
    Ok((tables, validate::data::words(synonyms, protected)))
}

/// The day an entry was last changed, where its author does not say: when its text was last committed. Days to come
/// (a build for an earlier day) are not told.
fn date_from_history(
    history: &History,
    sources: &Sources,
    drafts: &mut [Draft],
    today: Date,
    problems: &mut Problems,
    seen: &mut Read,
) {
    let changes = match history {
        History::Unknown => return,
        History::Shallow => {
            problems.add_to_file("content/situs.yaml", Finding::new(Code::GitDangkal));
            return;
        }
        History::Known(changes) => changes,
    };
    for (source, draft) in sources.entries.iter().zip(drafts) {
        let Some(common) = crate::resolve::common_of_mut(draft).filter(|common| common.updated.is_none()) else {
            continue;
        };
        let files = std::iter::once(&source.file).chain(&source.english);
        let newest = files.filter_map(|file| changes.get(&**file)).max();
        common.updated = newest.and_then(|seconds| Date::of_seconds(*seconds)).filter(|day| *day <= today);
        if let Some(day) = common.updated {
            seen.add(&format!("{}\nriwayat", source.file), day.to_string().as_bytes());
        }
    }
}

/// Sample and real entries must not stand side by side.
fn report_mixture(site: &Site, drafts: &[Draft], problems: &mut Problems) {
    let commons = || drafts.iter().filter_map(crate::resolve::common_of);
    let odd = commons().filter(|common| common.sample != site.sample);
    let all_odd = commons().all(|common| common.sample != site.sample);
    for common in odd.filter(|common| site.sample || common.sample).take(if all_odd { 1 } else { usize::MAX }) {
        // A sample site may hold free pages that are true of any site.
        if site.sample && matches!(common.file.split('/').nth(1), Some("halaman")) {
            continue;
        }
        let place = Place::new(common.file.clone(), Span { line: 1, column: 1, ..Span::WHOLE });
        problems.add(place, Finding::new(Code::ContohCampur));
    }
}
