//! The whole walk, in order. Read this first.
//!
//! ```text
//! Disk → Sources → Document → Draft → Catalog → Plan → pages, pictures, index, feeds → the published folder
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::album::Album;
use crate::bahasa::Language;
use crate::cache::Cache;
use crate::config::{BaseUrl, Site};
use crate::diagnostic::{Code, Finding, Place, Problems, Span};
use crate::discover::{EntrySource, Sources, discover};
use crate::disk::{Disk, Fault, History, Item};
use crate::make::asset::{self, Assets};
use crate::make::page::{self, CardStore, Desk, PlaceIndex, Press};
use crate::make::{cards, compress, host, machine, picture, search};
use crate::model::{Catalog, Date};
use crate::parse;
use crate::plan::{self, Plan, pictures};
use crate::resolve::resolve;
use crate::theme::{self, Theme};
use crate::validate::data::{DataFiles, Words};
use crate::validate::{self, Draft, Halves, Rules, Tables};
use crate::write::{Stage, Written};

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
    /// Hash of every byte that was read.
    pub fingerprint: [u8; 32],
}

/// How long each stage took.
#[derive(Debug, Clone, Default)]
pub struct Timings {
    /// Name of the stage and its time, in order.
    pub stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    fn note(&mut self, name: &'static str, since: Instant) {
        self.stages.push((name, since.elapsed()));
    }
}

/// Told how far a build is.
pub trait Progress: Sync {
    /// A stage begins, with so many steps.
    fn stage(&self, name: &'static str, steps: usize);
    /// One step is done.
    fn step(&self);
}

/// Says nothing.
pub struct Silent;

impl Progress for Silent {
    fn stage(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
}

/// What a build did.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Pages of the site.
    pub pages: usize,
    /// Photos in use.
    pub photos: usize,
    /// Photos decoded in this build.
    pub decoded: usize,
    /// Files that smaller forms were made of in this build.
    pub compressed: usize,
    /// Files.
    pub written: Written,
    /// Times.
    pub timings: Timings,
    /// Nothing had changed at all.
    pub untouched: bool,
}

/// The tables that stand in for missing files of `content/data/`.
const DEFAULT_TABLES: [(&str, &str); 5] = [
    ("wilayah", include_str!("../content/data/wilayah.yaml")),
    ("kategori", include_str!("../content/data/kategori.yaml")),
    ("satuan", include_str!("../content/data/satuan.yaml")),
    ("sinonim", include_str!("../content/data/sinonim.yaml")),
    ("kata_terlindung", include_str!("../content/data/kata_terlindung.yaml")),
];

/// Reads, parses, judges and links everything.
///
/// # Errors
/// A [`Fault`] when the disk fails. The authors' mistakes go to `problems`.
pub fn load(disk: &dyn Disk, options: &Options, problems: &mut Problems) -> Result<Loaded, Fault> {
    let sources = discover(disk, problems)?;
    let mut seen = Seen::default();
    let (mut site, rules) = read_site(disk, &sources, options.today, problems, &mut seen)?;
    if let Some(base) = &options.base {
        site.base = base.clone();
    }
    let (tables, words) = read_tables(disk, &sources, &rules, problems, &mut seen)?;
    let mut drafts = read_entries(disk, &sources, &rules, &tables, problems, &mut seen);
    date_from_history(disk.history(), &sources, &mut drafts, options.today, problems, &mut seen);
    report_mixture(&site, &drafts, problems);
    let catalog = resolve(drafts, tables, options.drafts, problems);
    Ok(Loaded { site, rules, catalog, words, sources, fingerprint: seen.finish() })
}

/// Hash of everything read, whatever the order of reading.
#[derive(Default)]
struct Seen {
    parts: BTreeMap<String, [u8; 32]>,
}

impl Seen {
    fn add(&mut self, path: &str, bytes: &[u8]) {
        self.parts.insert(path.to_owned(), *blake3::hash(bytes).as_bytes());
    }

    fn finish(self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for (path, hash) in self.parts {
            hasher.update(path.as_bytes()).update(&[0]).update(&hash);
        }
        *hasher.finalize().as_bytes()
    }
}

fn read_site(
    disk: &dyn Disk,
    sources: &Sources,
    today: Date,
    problems: &mut Problems,
    seen: &mut Seen,
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
    seen: &mut Seen,
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

/// One entry's draft, its problems, and the hashes of what was read for it.
type Read = (Draft, Problems, Vec<(Arc<str>, [u8; 32])>);

fn read_entries(
    disk: &dyn Disk,
    sources: &Sources,
    rules: &Rules,
    tables: &Tables,
    problems: &mut Problems,
    seen: &mut Seen,
) -> Vec<Draft> {
    let read: Vec<Read> =
        sources.entries.par_iter().map(|source| read_entry(disk, source, rules, tables, &sources.assets)).collect();
    let mut drafts = Vec::with_capacity(read.len());
    for (draft, found, hashes) in read {
        problems.append(found);
        seen.parts.extend(hashes.into_iter().map(|(path, hash)| (path.to_string(), hash)));
        drafts.push(draft);
    }
    drafts
}

fn read_entry(
    disk: &dyn Disk,
    source: &EntrySource,
    rules: &Rules,
    tables: &Tables,
    assets: &BTreeMap<Arc<str>, Item>,
) -> Read {
    let mut problems = Problems::new();
    let mut hashes = Vec::new();
    let mut document = |file: &Arc<str>| {
        match disk.read(file) {
            Ok(bytes) => {
                hashes.push((file.clone(), *blake3::hash(&bytes).as_bytes()));
                parse::parse(file, &bytes, &mut problems)
            }
            // One file that is locked or damaged must not hide what is wrong with the others.
            Err(fault) => {
                let finding = Finding::new(Code::BerkasBaca).with("berkas", file).with("rincian", &fault.cause);
                problems.add_to_file(file, finding);
                parse::Document::unread(file)
            }
        }
    };
    let main = document(&source.file);
    let english = source.english.as_ref().map(&mut document);
    let (draft, found) =
        validate::validate(source, Halves { main: &main, english: english.as_ref() }, rules, tables, assets);
    problems.append(found);
    (draft, problems, hashes)
}

/// The day an entry was last changed, where its author does not say: when its text was last committed. Days to come
/// (a build for an earlier day) are not told.
fn date_from_history(
    history: &History,
    sources: &Sources,
    drafts: &mut [Draft],
    today: Date,
    problems: &mut Problems,
    seen: &mut Seen,
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

/// Everything that can be known to be wrong without making anything. `photos` says whether to look at them too.
///
/// # Errors
/// A [`Fault`] when the disk fails.
pub fn check(disk: &dyn Disk, options: &Options, cache: &Cache, problems: &mut Problems) -> Result<Loaded, Fault> {
    let loaded = load(disk, options, problems)?;
    plan::plan(&loaded.catalog, &loaded.site, options.today, problems);
    pictures::survey(disk, &loaded.sources.assets, pictures::uses(&loaded.catalog), cache, problems)?;
    theme::load(disk, &loaded.site.theme, problems)?;
    Ok(loaded)
}

/// Builds the site into `out`. Nothing is published when there are errors in `problems`; then the answer is `None`.
///
/// # Errors
/// A [`Fault`] when the machine fails; the old site stands.
pub fn build(
    disk: &dyn Disk,
    out: &Path,
    options: &Options,
    cache: &Cache,
    progress: &dyn Progress,
    problems: &mut Problems,
) -> Result<Option<Report>, Fault> {
    let mut timings = Timings::default();
    let start = Instant::now();
    progress.stage("membaca", 0);
    let loaded = load(disk, options, problems)?;
    timings.note("baca", start);
    let since = Instant::now();
    let theme = theme::load(disk, &loaded.site.theme, problems)?;
    let plan = plan::plan(&loaded.catalog, &loaded.site, options.today, problems);
    let surveyed = pictures::survey(disk, &loaded.sources.assets, pictures::uses(&loaded.catalog), cache, problems)?;
    timings.note("rencana", since);
    let Some(theme) = theme.filter(|_| !problems.has_errors()) else { return Ok(None) };
    let stage = Stage::begin(out, cache, options.today.to_string())?;
    let site_print = site_fingerprint(&loaded, &theme, options, &surveyed);
    if stage.before().site == site_print && stage.all_intact() {
        let written = Written {
            kept: stage.before().outputs.len(),
            files: stage.before().outputs.len(),
            bytes: stage.before().outputs.values().map(|record| record.size).sum(),
            ..Written::default()
        };
        let pages = stage.before().pages;
        stage.abandon();
        return Ok(Some(Report {
            pages,
            photos: surveyed.len(),
            written,
            timings,
            untouched: true,
            ..Report::default()
        }));
    }
    let since = Instant::now();
    progress.stage("gambar", surveyed.len());
    let step = || progress.step();
    let album = picture::make(disk, &surveyed, &theme, loaded.site.avif, cache, problems, &step)?;
    timings.note("gambar", since);
    let work = Work {
        disk,
        loaded: &loaded,
        theme: &theme,
        plan: &plan,
        album: &album,
        options,
        cache,
        stage: &stage,
        compressed: AtomicUsize::new(0),
    };
    if !work.run(progress, problems, &mut timings)? || problems.has_errors() {
        stage.abandon();
        return Ok(None);
    }
    let compressed = work.compressed.into_inner();
    let since = Instant::now();
    let written = stage.finish(site_print, plan.pages.len(), Vec::new())?;
    timings.note("pasang", since);
    let used = album.keys().collect();
    cache.prune(&used, CACHE_BYTES_MAX);
    Ok(Some(Report {
        pages: plan.pages.len(),
        photos: surveyed.len(),
        decoded: album.decoded,
        compressed,
        written,
        timings,
        untouched: false,
    }))
}

/// Bytes of made things that the cache keeps.
const CACHE_BYTES_MAX: u64 = 4_000_000_000;

/// Everything a build sees, in one hash.
fn site_fingerprint(loaded: &Loaded, theme: &Theme, options: &Options, surveyed: &[pictures::Surveyed]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(crate::write::VERSION.as_bytes()).update(&loaded.fingerprint).update(&theme.fingerprint());
    hasher.update(format!("{:?} {} {:?}", options.today, options.drafts, loaded.site.base).as_bytes());
    for photo in surveyed {
        hasher.update(photo.used.path.as_bytes()).update(&photo.hash);
    }
    *hasher.finalize().as_bytes()
}

/// What the making of outputs works with.
struct Work<'a> {
    disk: &'a dyn Disk,
    loaded: &'a Loaded,
    theme: &'a Theme,
    plan: &'a Plan,
    album: &'a Album,
    options: &'a Options,
    cache: &'a Cache,
    stage: &'a Stage<'a>,
    /// Files compressed in this build.
    compressed: AtomicUsize,
}

impl Work<'_> {
    /// Makes everything. `false` when a template failed; then that is in `problems`.
    fn run(&self, progress: &dyn Progress, problems: &mut Problems, timings: &mut Timings) -> Result<bool, Fault> {
        let since = Instant::now();
        self.pictures()?;
        timings.note("salin gambar", since);
        let since = Instant::now();
        let index =
            search::make(&self.loaded.catalog, &self.loaded.site, self.album, &self.loaded.words, self.options.today);
        for (path, bytes) in search::outputs(&index) {
            self.put(&path, bytes)?;
        }
        timings.note("pencarian", since);
        let site = &self.loaded.site;
        let mut assets = asset::make(self.theme, &site.base, &site.languages, problems);
        if let Some((path, bytes)) = asset::worker(self.theme, &assets, &site.base, &site.languages) {
            assets.files.insert(path, bytes);
        }
        for (path, bytes) in &assets.files {
            self.put(path, bytes)?;
        }
        let since = Instant::now();
        progress.stage("halaman", self.plan.pages.len());
        let good = self.pages(&assets, progress, problems)?;
        timings.note("halaman", since);
        let since = Instant::now();
        let machine = machine::Machine {
            catalog: &self.loaded.catalog,
            site,
            theme: self.theme,
            plan: self.plan,
            album: self.album,
            assets: &assets,
            today: self.options.today,
        };
        for (path, bytes) in machine.outputs() {
            self.put(&path, &bytes)?;
        }
        timings.note("umpan", since);
        let since = Instant::now();
        let cards = cards::Cards {
            disk: self.disk,
            catalog: &self.loaded.catalog,
            site,
            theme: self.theme,
            plan: self.plan,
            album: self.album,
            cache: self.cache,
        };
        cards.make(&|path, fingerprint| self.stage.keep(path, fingerprint), &|path, fingerprint, bytes| {
            self.stage.put(path, fingerprint, bytes)
        })?;
        timings.note("kartu bagikan", since);
        if site.compress {
            let since = Instant::now();
            self.compress()?;
            timings.note("kompres", since);
        }
        self.weigh(&assets, problems);
        Ok(good)
    }

    /// Lays `.br` and `.gz` files beside everything made so far.
    fn compress(&self) -> Result<(), Fault> {
        let plain = |(path, hash, size)| compress::Plain { path, hash, size };
        let files: Vec<compress::Plain> = self.stage.outputs().into_iter().map(plain).collect();
        let made = compress::beside(
            &files,
            self.cache,
            &|path| self.stage.bytes(path),
            &|path, fingerprint| self.stage.keep(path, fingerprint),
            &|path, fingerprint, bytes| self.stage.put(path, fingerprint, bytes),
        )?;
        self.compressed.store(made, Ordering::Relaxed);
        Ok(())
    }

    /// What a host may refuse, and what breaks the theme's budgets.
    fn weigh(&self, assets: &Assets, problems: &mut Problems) {
        let paths = self.stage.paths();
        let files: Vec<(&str, u64)> = paths.iter().map(|(path, size)| (path.as_str(), *size)).collect();
        for finding in host::limits(&files, self.plan.redirects.len()) {
            problems.add_to_file("content/situs.yaml", finding);
        }
        let budgets = &self.theme.config.budgets;
        for (path, bytes) in &assets.files {
            let most = match path.rsplit('.').next() {
                Some("css") => budgets.css,
                Some("js") if path.contains("/cari-") => budgets.script_search,
                Some("js") => budgets.script,
                _ => continue,
            };
            let packed = crate::make::compress::brotli(bytes).map_or(bytes.len(), |packed| packed.len());
            if packed > most {
                let kilobytes = |n: usize| format!("{:.1}", n as f64 / 1000.0).replace('.', ",");
                let finding = Finding::new(Code::TemaAnggaran)
                    .with("halaman", path)
                    .with("kb", kilobytes(packed))
                    .with("maks", kilobytes(most));
                problems.add_to_file(&format!("themes/{}", self.theme.config.name), finding);
            }
        }
    }

    /// Puts bytes whose making is too cheap to be spared: their own hash is their fingerprint.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Fault> {
        let fingerprint = *blake3::hash(bytes).as_bytes();
        if self.stage.keep(path, &fingerprint) { Ok(()) } else { self.stage.put(path, fingerprint, bytes) }
    }

    /// Picture files: their name tells their content, so one that stands is not even read.
    fn pictures(&self) -> Result<(), Fault> {
        let names: Vec<&str> = self.album.names().collect();
        names.par_iter().try_for_each(|name| {
            let path = format!("i/{name}");
            let fingerprint = *blake3::hash(name.as_bytes()).as_bytes();
            if self.stage.keep(&path, &fingerprint) {
                return Ok(());
            }
            match self.album.bytes(name, self.cache) {
                Some(bytes) => self.stage.put(&path, fingerprint, &bytes),
                None => {
                    let cause = std::io::Error::new(
                        std::io::ErrorKind::NotFound,
                        "simpanan rusak; jalankan lagi dengan --clean",
                    );
                    Err(Fault::new("membaca simpanan gambar", path, cause))
                }
            }
        })
    }

    fn pages(&self, assets: &Assets, progress: &dyn Progress, problems: &mut Problems) -> Result<bool, Fault> {
        let places = PlaceIndex::new(&self.loaded.catalog, &self.plan.order);
        let mut rooms: BTreeMap<Language, (Desk<'_>, Press, CardStore)> = BTreeMap::new();
        for &language in &self.loaded.site.languages {
            let desk = Desk {
                catalog: &self.loaded.catalog,
                plan: self.plan,
                site: &self.loaded.site,
                theme: self.theme,
                strings: self.theme.strings(language),
                pictures: self.album,
                assets,
                places: &places,
                language,
                today: self.options.today,
            };
            let view = page::site_view(&desk, assets);
            match Press::new(self.theme, language, view) {
                Ok(press) => {
                    rooms.insert(language, (desk, press, CardStore::new(&self.loaded.catalog)));
                }
                Err(error) => {
                    page::template_problem(&error, &self.theme.config.name, problems);
                    return Ok(false);
                }
            }
        }
        let failed: std::sync::Mutex<Option<tera::Error>> = std::sync::Mutex::new(None);
        let rendered = AtomicUsize::new(0);
        self.plan.pages.par_iter().try_for_each(|job| -> Result<(), Fault> {
            let Some((desk, press, cards)) = rooms.get(&job.language) else { return Ok(()) };
            let prepared = page::prepare(desk, job);
            let fingerprint = press.page_fingerprint(desk, cards, &prepared);
            let path = plan::address::file(&job.path);
            progress.step();
            if self.stage.keep(&path, &fingerprint) {
                return Ok(());
            }
            rendered.fetch_add(1, Ordering::Relaxed);
            match press.print(desk, cards, prepared) {
                Ok(html) => self.stage.put(&path, fingerprint, html.as_bytes()),
                Err(error) => {
                    let mut first = failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    first.get_or_insert(error);
                    Ok(())
                }
            }
        })?;
        for redirect in &self.plan.redirects {
            if let Some((desk, press, _)) = rooms.get(&Language::Id) {
                match press.print_redirect(desk, redirect) {
                    Ok(html) => self.put(&plan::address::file(&redirect.from), html.as_bytes())?,
                    Err(error) => {
                        failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner).get_or_insert(error);
                    }
                }
            }
        }
        let failed = failed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(error) = &failed {
            page::template_problem(error, &self.theme.config.name, problems);
        }
        Ok(failed.is_none())
    }
}
