//! The whole walk, in order. Read this first.
//!
//! ```text
//! Disk → Sources → Document → Draft → Catalog → Plan → pages, pictures, index, feeds → the published folder
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::album::Album;
use crate::bahasa::Language;
use crate::cache::Cache;
use crate::diagnostic::{Code, Finding, Problems};
use crate::disk::{Disk, Fault, History, ListedOnce};
pub use crate::load::{Known, Loaded, Options, load};
use crate::make::asset::{self, Assets};
use crate::make::editor::{self, Editor};
use crate::make::page::ledger::{Ledger, Reading, State};
use crate::make::page::{self, CardStore, Desk, PlaceIndex, Press};
use crate::make::{cards, compress, host, machine, picture, search};
use crate::plan::{self, Plan, payment_codes, pictures};
use crate::search::Memo;
use crate::seen::Seen;
use crate::theme::{self, Theme};
use crate::write::{self, Output, Stage, Written};

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

/// Everything that can be known to be wrong without making anything. Photos that `cache` does not know yet are decoded.
///
/// # Errors
/// A [`Fault`] when the disk fails.
pub fn check(disk: &dyn Disk, options: &Options, cache: &Cache, problems: &mut Problems) -> Result<Loaded, Fault> {
    let loaded = load(disk, options, &Known { cache, seen: None }, problems)?;
    plan::plan(&loaded.catalog, &loaded.site, options.today, problems);
    let surveyed = pictures::survey(disk, &loaded.sources.assets, pictures::uses(&loaded.catalog), cache, problems)?;
    pictures::verify(disk, &surveyed, cache, problems)?;
    payment_codes::judge(disk, &loaded.sources.assets, &loaded.catalog, cache, problems)?;
    theme::load(disk, &loaded.site.theme, problems)?;
    Ok(loaded)
}

/// How much of a site is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// What a person looks at. What only programs read (search index, feeds, share cards) stays as the last build left it,
    /// until the whole is made: for a preview, where somebody waits for a page.
    Pages,
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
    build_extent(Extent::Whole, disk, out, options, cache, progress, problems)
}

/// As [`build`], for a part of the site.
///
/// # Errors
/// As [`build`].
pub fn build_extent(
    extent: Extent,
    disk: &dyn Disk,
    out: &Path,
    options: &Options,
    cache: &Cache,
    progress: &dyn Progress,
    problems: &mut Problems,
) -> Result<Option<Report>, Fault> {
    let disk = &ListedOnce::new(disk);
    let mut timings = Timings::default();
    let start = Instant::now();
    let past = write::record::<Past>(cache, out, PAST).unwrap_or_default();
    let seen = cache.time().map(|now| Seen::look(disk, &past.seen, now)).transpose()?.flatten();
    let settings = settings_print(options, disk.history());
    timings.note("periksa", start);
    if let Some(seen) = seen.as_ref().filter(|seen| past.settings == settings && seen.print() == past.print)
        && let Some(remarks) = Problems::from_bytes(&past.remarks)
    {
        let stage = Stage::begin(out, cache, options.today)?;
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
    let loaded = load(disk, options, &Known { cache, seen: seen.as_ref() }, problems)?;
    timings.note("baca", start);
    timings.stages.extend(loaded.times);
    let since = Instant::now();
    let theme = theme::load(disk, &loaded.site.theme, problems)?;
    let plan = plan::plan(&loaded.catalog, &loaded.site, options.today, problems);
    let surveyed = pictures::survey(disk, &loaded.sources.assets, pictures::uses(&loaded.catalog), cache, problems)?;
    let codes = payment_codes::judge(disk, &loaded.sources.assets, &loaded.catalog, cache, problems)?;
    timings.note("rencana", since);
    let Some(theme) = theme.filter(|_| !problems.has_errors()) else {
        // Nothing will be made, and so nothing would tell which photos are damaged.
        pictures::verify(disk, &surveyed, cache, problems)?;
        return Ok(None);
    };
    let stage = Stage::begin(out, cache, options.today)?;
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
    let ledger = work.run(extent, progress, problems, &mut timings)?;
    let Some(ledger) = ledger.filter(|_| !problems.has_errors()) else {
        stage.abandon();
        return Ok(None);
    };
    let compressed = work.compressed.into_inner();
    let since = Instant::now();
    let past = seen
        .filter(|_| extent == Extent::Whole)
        .filter(|seen| saw_the_same(seen, &loaded, &theme, &surveyed, &codes))
        .map(|seen| Past {
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
    // A site made in part is equal to none.
    let site_print = if extent == Extent::Whole { site_print } else { Default::default() };
    let written = stage.finish(site_print, plan.pages.len())?;
    past.iter().for_each(keep);
    timings.note("pasang", since);
    // A large cache takes long to walk; once a day is enough.
    let day = options.today.to_string();
    if cache.record(PRUNED).as_deref() != Some(day.as_bytes()) {
        cache.prune(&album.keys().collect(), CACHE_BYTES_MAX);
        cache.set_record(PRUNED, day.as_bytes());
    }
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
/// Name of the record of what the search index was made of.
const INDEX: &str = "indeks";
/// Name of the record of what the last build saw and said.
const PAST: &str = "masukan";

/// Name of the record of the day on which the cache was last cut to its size.
const PRUNED: &str = "dipangkas";

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
fn saw_the_same(
    seen: &Seen,
    loaded: &Loaded,
    theme: &Theme,
    surveyed: &[pictures::Surveyed],
    codes: &[payment_codes::Picture],
) -> bool {
    let same = |path: &str, hash: &[u8; 32]| seen.files.get(path).is_some_and(|file| file.hash == *hash);
    // Tables that stand in for missing files are part of the program.
    let read = loaded.hashes.iter().all(|(path, hash)| !seen.files.contains_key(path) || same(path, hash));
    let entries = loaded.sources.entries.iter().all(|entry| seen.files.contains_key(&*entry.file));
    let photos = surveyed.iter().all(|photo| same(&photo.used.path, &photo.hash));
    let codes = codes.iter().all(|picture| same(&picture.path, &picture.hash));
    let own = |path: &str| seen.files.get(&format!("themes/{}/{path}", loaded.site.theme));
    let themed = theme
        .files
        .iter()
        .all(|(path, bytes)| own(path).is_none_or(|file| file.hash == *blake3::hash(bytes).as_bytes()));
    read && entries && photos && codes && themed
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
        extent: Extent,
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
        if extent == Extent::Pages {
            let ledger = self.pages(&assets, progress, problems)?;
            timings.note("halaman", since);
            self.stage.keep_rest();
            return Ok(ledger);
        }
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
        let (index, feeds) = rayon::join(|| self.index(), || self.feeds(assets, editor));
        Ok([("  pencarian", index?), ("  umpan", feeds?)])
    }

    /// The search index. Answers how long it took.
    fn index(&self) -> Result<Duration, Fault> {
        let Loaded { catalog, site, words, .. } = self.loaded;
        let start = Instant::now();
        let memo = Memo::from_bytes(&self.stage.record::<Vec<u8>>(INDEX).unwrap_or_default());
        let index = search::make(catalog, site, self.album, words, self.options.today, &memo);
        for (path, bytes) in search::outputs(&index) {
            self.put(&path, bytes)?;
        }
        if !memo.is_unchanged() {
            self.stage.keep_record(INDEX, &memo.to_bytes());
        }
        Ok(start.elapsed())
    }

    /// What other programs read. Answers how long it took.
    fn feeds(&self, assets: &Assets, editor: Option<&Editor>) -> Result<Duration, Fault> {
        let start = Instant::now();
        let Loaded { catalog, site, .. } = self.loaded;
        let (theme, plan, album, today) = (self.theme, self.plan, self.album, self.options.today);
        let editor = editor.map(|editor| editor.policy.as_str());
        let machine = machine::Machine { catalog, site, theme, plan, album, assets, editor, today };
        machine.outputs(&machine::Outlet {
            put: &|path, print, bytes| match print {
                Some(print) => self.stage.put(path, print, bytes),
                None => self.put(path, bytes),
            },
            stand: &|print| self.stage.keep_all(print),
        })?;
        Ok(start.elapsed())
    }

    /// Lays `.br` and `.gz` files beside everything made so far.
    fn compress(&self) -> Result<(), Fault> {
        let plain =
            |file: &Output<'_>| compress::Plain { path: file.path.to_owned(), hash: *file.hash, size: file.size };
        let files: Vec<compress::Plain> = self.stage.outputs(|files| files.iter().map(plain).collect());
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
        let weighed = self.stage.outputs(|files| {
            let files: Vec<(&str, u64)> = files.iter().map(|file| (file.path, file.size)).collect();
            host::limits(&files, self.plan.redirects.len())
        });
        for finding in weighed {
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
        let make = |(at, job): (usize, &plan::PageJob)| -> Result<Option<Reading>, Fault> {
            let Some((desk, press, cards)) = rooms.get(&job.language) else { return Ok(None) };
            let path = plan::address::file(&job.path);
            progress.step();
            if let Some(reading) =
                changes.unchanged(at, &job.path).filter(|old| self.stage.keep(&path, old.fingerprint()))
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
        let readings: Vec<Option<Reading>> =
            self.plan.pages.par_iter().enumerate().map(make).collect::<Result<_, Fault>>()?;
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
