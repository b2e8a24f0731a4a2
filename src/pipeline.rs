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
use crate::make::editor::{self, Editor};
use crate::make::page::ledger::{Ledger, Reading, State};
use crate::make::page::{self, CardStore, Desk, PlaceIndex, Press};
use crate::make::{cards, compress, host, machine, picture, search};
use crate::model::{Catalog, Date};
use crate::parse;
use crate::plan::{self, Plan, pictures};
use crate::resolve::resolve;
use crate::seen::Seen;
use crate::theme::{self, Theme};
use crate::validate::data::{DataFiles, Words};
use crate::validate::{self, Draft, Halves, Rules, Tables};
use crate::write::{self, Stage, Written};

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
    let mut seen = Read::default();
    let (mut site, rules) = read_site(disk, &sources, options.today, problems, &mut seen)?;
    if let Some(base) = &options.base {
        site.base = base.clone();
    }
    let (tables, words) = read_tables(disk, &sources, &rules, problems, &mut seen)?;
    let mut drafts = read_entries(disk, &sources, &rules, &tables, problems, &mut seen);
    date_from_history(disk.history(), &sources, &mut drafts, options.today, problems, &mut seen);
    report_mixture(&site, &drafts, problems);
    let catalog = resolve(drafts, tables, options.drafts, problems);
    Ok(Loaded { site, rules, catalog, words, sources, hashes: seen.parts })
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

/// One entry's draft, its problems, and the hashes of what was read for it.
type Judged = (Draft, Problems, Vec<(Arc<str>, [u8; 32])>);

fn read_entries(
    disk: &dyn Disk,
    sources: &Sources,
    rules: &Rules,
    tables: &Tables,
    problems: &mut Problems,
    seen: &mut Read,
) -> Vec<Draft> {
    let read: Vec<Judged> =
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
) -> Judged {
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

/// Everything that can be known to be wrong without making anything. Photos that `cache` does not know yet are decoded.
///
/// # Errors
/// A [`Fault`] when the disk fails.
pub fn check(disk: &dyn Disk, options: &Options, cache: &Cache, problems: &mut Problems) -> Result<Loaded, Fault> {
    let loaded = load(disk, options, problems)?;
    plan::plan(&loaded.catalog, &loaded.site, options.today, problems);
    let surveyed = pictures::survey(disk, &loaded.sources.assets, pictures::uses(&loaded.catalog), cache, problems)?;
    pictures::verify(disk, &surveyed, cache, problems)?;
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
    let past = write::record::<Past>(cache, out, PAST).unwrap_or_default();
    let seen = cache.time().map(|now| Seen::look(disk, &past.seen, now)).transpose()?.flatten();
    let settings = settings_print(options, disk.history());
    timings.note("periksa", start);
    if let Some(seen) = seen.as_ref().filter(|seen| past.settings == settings && seen.print() == past.print)
        && let Some(remarks) = Problems::from_bytes(&past.remarks)
    {
        let stage = Stage::begin(out, cache, options.today.to_string())?;
        if stage.before().site == past.site && stage.all_intact() {
            let report = untouched(&stage, past.photos, timings);
            problems.append(remarks);
            if *seen != past.seen {
                // Same bytes under other times: next time the times tell.
                stage.keep_record(PAST, &Past { seen: seen.clone(), ..past });
            }
            stage.abandon();
            return Ok(Some(report));
        }
    }
    let start = Instant::now();
    progress.stage("membaca", 0);
    let loaded = load(disk, options, problems)?;
    timings.note("baca", start);
    let since = Instant::now();
    let theme = theme::load(disk, &loaded.site.theme, problems)?;
    let plan = plan::plan(&loaded.catalog, &loaded.site, options.today, problems);
    let surveyed = pictures::survey(disk, &loaded.sources.assets, pictures::uses(&loaded.catalog), cache, problems)?;
    timings.note("rencana", since);
    let Some(theme) = theme.filter(|_| !problems.has_errors()) else {
        // Nothing will be made, and so nothing would tell which photos are damaged.
        pictures::verify(disk, &surveyed, cache, problems)?;
        return Ok(None);
    };
    let stage = Stage::begin(out, cache, options.today.to_string())?;
    let site_print = site_fingerprint(&loaded, &theme, options, &surveyed);
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
    let ledger = work.run(progress, problems, &mut timings)?;
    let Some(ledger) = ledger.filter(|_| !problems.has_errors()) else {
        stage.abandon();
        return Ok(None);
    };
    let compressed = work.compressed.into_inner();
    let since = Instant::now();
    let past = seen.filter(|seen| saw_the_same(seen, &loaded, &theme, &surveyed)).map(|seen| Past {
        settings,
        print: seen.print(),
        site: site_print,
        photos: surveyed.len(),
        remarks: problems.to_bytes(),
        seen,
    });
    stage.keep_record(LEDGER, &ledger);
    drop(ledger);
    let keep = |past: &Past| write::keep_record(cache, out, PAST, past);
    let written = stage.finish(site_print, plan.pages.len(), Vec::new())?;
    past.iter().for_each(keep);
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

/// Name of the record of what pages read.
const LEDGER: &str = "bacaan";
/// Name of the record of what the last build saw and said.
const PAST: &str = "masukan";

/// What the last build saw and said.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
struct Past {
    /// Hash of the options.
    settings: [u8; 32],
    /// Hash of all sources.
    print: [u8; 32],
    /// The site's own hash, as in the manifest.
    site: [u8; 32],
    /// Photos in use.
    photos: usize,
    /// What was said that is no error.
    remarks: Vec<u8>,
    /// The sources, file by file.
    seen: Seen,
}

/// Hash of all that steers a build beside its sources: the days of commits and the embedded theme too.
fn settings_print(options: &Options, history: &History) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(format!("{} {options:?} {history:?}", crate::write::VERSION).as_bytes());
    hasher.update(&theme::embedded_fingerprint());
    *hasher.finalize().as_bytes()
}

/// Were the files read for the build the ones that were seen before it? A file may change while a build runs.
fn saw_the_same(seen: &Seen, loaded: &Loaded, theme: &Theme, surveyed: &[pictures::Surveyed]) -> bool {
    let same = |path: &str, hash: &[u8; 32]| seen.files.get(path).is_some_and(|file| file.hash == *hash);
    // Tables that stand in for missing files are part of the program.
    let read = loaded.hashes.iter().all(|(path, hash)| !seen.files.contains_key(path) || same(path, hash));
    let entries = loaded.sources.entries.iter().all(|entry| seen.files.contains_key(&*entry.file));
    let photos = surveyed.iter().all(|photo| same(&photo.used.path, &photo.hash));
    let own = |path: &str| seen.files.get(&format!("themes/{}/{path}", loaded.site.theme));
    let themed = theme
        .files
        .iter()
        .all(|(path, bytes)| own(path).is_none_or(|file| file.hash == *blake3::hash(bytes).as_bytes()));
    read && entries && photos && themed
}

/// The report of a build that had nothing to do.
fn untouched(stage: &Stage<'_>, photos: usize, timings: Timings) -> Report {
    let before = stage.before();
    let written = Written {
        kept: before.outputs.len(),
        files: before.outputs.len(),
        bytes: before.outputs.values().map(|record| record.size).sum(),
        ..Written::default()
    };
    Report { pages: before.pages, photos, written, timings, untouched: true, ..Report::default() }
}

/// Where a file below `/i/` came from, a line each: the photo, the role, the entry that names it.
///
/// # Errors
/// A [`Fault`] when a photo or the theme cannot be read.
pub fn origins_of_picture(disk: &dyn Disk, loaded: &Loaded, name: &str, cache: &Cache) -> Result<Vec<String>, Fault> {
    let mut problems = Problems::new();
    let Some(theme) = theme::load(disk, &loaded.site.theme, &mut problems)? else { return Ok(Vec::new()) };
    let uses = pictures::uses(&loaded.catalog);
    let surveyed = pictures::survey(disk, &loaded.sources.assets, uses, cache, &mut problems)?;
    let line = |(photo, role): (&pictures::Surveyed, &str)| {
        format!("{} ({role}; {}:{})", photo.used.path, photo.used.place.file, photo.used.place.span.line)
    };
    Ok(picture::origins(&surveyed, &theme, loaded.site.avif, name).into_iter().map(line).collect())
}

/// Bytes of made things that the cache keeps.
const CACHE_BYTES_MAX: u64 = 4_000_000_000;

/// Everything a build sees, in one hash.
fn site_fingerprint(loaded: &Loaded, theme: &Theme, options: &Options, surveyed: &[pictures::Surveyed]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(crate::write::VERSION.as_bytes()).update(&theme.fingerprint());
    for (path, hash) in &loaded.hashes {
        hasher.update(path.as_bytes()).update(&[0]).update(hash);
    }
    hasher.update(format!("{:?} {} {:?}", options.today, options.drafts, loaded.site.base).as_bytes());
    for photo in surveyed {
        hasher.update(photo.used.path.as_bytes()).update(&photo.hash);
    }
    *hasher.finalize().as_bytes()
}

/// What pages of each language are made with.
type Rooms<'a> = BTreeMap<Language, (Desk<'a>, Press, CardStore)>;

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
    /// Makes everything, and tells what pages read. `None` when a template failed; then that is in `problems`.
    fn run(
        &self,
        progress: &dyn Progress,
        problems: &mut Problems,
        timings: &mut Timings,
    ) -> Result<Option<Ledger>, Fault> {
        let since = Instant::now();
        self.pictures()?;
        timings.note("salin gambar", since);
        let site = &self.loaded.site;
        let mut assets = asset::make(self.theme, &site.base, &site.languages, problems);
        if let Some((path, bytes)) = asset::worker(self.theme, &assets, &site.base, &site.languages) {
            assets.files.insert(path, bytes);
        }
        for (path, bytes) in &assets.files {
            self.put(path, bytes)?;
        }
        let editor = editor::find(self.disk)?;
        for path in editor.iter().flat_map(|editor| &editor.files) {
            self.put(path, &self.disk.read(path)?)?;
        }
        let since = Instant::now();
        progress.stage("halaman", self.plan.pages.len());
        // What only programs read is made by few hands and takes long: the pages go on beside it.
        let (beside, ledger) =
            rayon::join(|| self.for_programs(&assets, editor.as_ref()), || self.pages(&assets, progress, problems));
        let ledger = ledger?;
        timings.note("halaman", since);
        timings.stages.extend(beside?);
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
        Ok(ledger)
    }

    /// The search index and everything else that no person reads. Answers how long each took, beside the pages.
    fn for_programs(&self, assets: &Assets, editor: Option<&Editor>) -> Result<[(&'static str, Duration); 2], Fault> {
        let Loaded { catalog, site, words, .. } = self.loaded;
        let start = Instant::now();
        let index = search::make(catalog, site, self.album, words, self.options.today);
        for (path, bytes) in search::outputs(&index) {
            self.put(&path, bytes)?;
        }
        drop(index);
        let searching = start.elapsed();
        let (theme, plan, album, today) = (self.theme, self.plan, self.album, self.options.today);
        let editor = editor.map(|editor| editor.policy.as_str());
        let machine = machine::Machine { catalog, site, theme, plan, album, assets, editor, today };
        machine.outputs(|path, bytes| self.put(path, bytes))?;
        Ok([("  pencarian", searching), ("  umpan", start.elapsed() - searching)])
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
            let packed = compress::travelling_size(bytes, self.cache);
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

    /// How everything stands that pages can read.
    fn state(&self, assets: &Assets, rooms: &Rooms<'_>, places: &PlaceIndex) -> State {
        let Loaded { catalog, sources, hashes, site, .. } = self.loaded;
        let mut hasher = blake3::Hasher::new();
        let mut add = |bytes: &[u8]| {
            hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
        };
        let options = self.options;
        add(format!("{} {:?} {} {:?}", crate::write::VERSION, options.today, options.drafts, site.base).as_bytes());
        for (language, (_, press, _)) in rooms {
            add(&press.fingerprint);
            add(format!("{language:?} {:?}", assets.urls(*language)).as_bytes());
        }
        let entries: BTreeSet<&str> =
            sources.entries.iter().flat_map(|entry| [Some(&*entry.file), entry.english.as_deref()]).flatten().collect();
        for (path, hash) in hashes.iter().filter(|(path, _)| !entries.contains(path.as_str())) {
            add(path.as_bytes());
            add(hash);
        }
        for (path, item) in &sources.assets {
            add(path.as_bytes());
            add(&item.size.to_le_bytes());
        }
        let of = |path: &str| hashes.get(path).copied().unwrap_or_default();
        let source = sources.entries.iter().map(|entry| {
            let english = entry.english.as_ref().map(|file| of(file));
            let both = crate::cache::Key::of(&[&of(&entry.file), english.as_ref().map_or(&[], |hash| hash.as_slice())]);
            (&*entry.file, both.bytes())
        });
        State::new(*hasher.finalize().as_bytes(), catalog, &self.plan.order, places, self.album, &source.collect())
    }

    fn pages(
        &self,
        assets: &Assets,
        progress: &dyn Progress,
        problems: &mut Problems,
    ) -> Result<Option<Ledger>, Fault> {
        let places = PlaceIndex::new(&self.loaded.catalog, &self.plan.order);
        let mut rooms: Rooms<'_> = BTreeMap::new();
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
                    return Ok(None);
                }
            }
        }
        let state = self.state(assets, &rooms, &places);
        let before: Ledger = self.stage.record(LEDGER).unwrap_or_default();
        let changes = before.changes(&state);
        let failed: std::sync::Mutex<Option<tera::Error>> = std::sync::Mutex::new(None);
        let make = |job: &plan::PageJob| -> Result<Option<Reading>, Fault> {
            let Some((desk, press, cards)) = rooms.get(&job.language) else { return Ok(None) };
            let path = plan::address::file(&job.path);
            progress.step();
            if let Some(reading) = changes.unchanged(&job.path).filter(|old| self.stage.keep(&path, old.fingerprint()))
            {
                return Ok(Some(reading.clone()));
            }
            let (prepared, fingerprint, cells) = page::read(desk, press, cards, job);
            let reading = Some(Reading::new(&job.path, fingerprint, &cells));
            if self.stage.keep(&path, &fingerprint) {
                return Ok(reading);
            }
            match press.print(desk, cards, prepared) {
                Ok(html) => self.stage.put(&path, fingerprint, html.as_bytes()).map(|()| reading),
                Err(error) => {
                    let mut first = failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    first.get_or_insert(error);
                    Ok(None)
                }
            }
        };
        let readings: Vec<Option<Reading>> = self.plan.pages.par_iter().map(make).collect::<Result<_, Fault>>()?;
        let ledger = Ledger::new(state, readings.into_iter().flatten().collect());
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
        Ok(failed.is_none().then_some(ledger))
    }
}
