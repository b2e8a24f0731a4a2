//! Outputs to the published folder: the only writer of the site.
//!
//! A new site grows beside the old one and takes its place in one step, so that whoever looks sees one whole site, old or
//! new, however a build ends. What has not changed is linked, not copied: its time of change stays. Only files that a
//! build made are ever removed; others in the folder are kept and named.

mod files;
mod look;
mod manifest;
mod spare;

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use files::{link, make_folder, read, remove_tree, swap, write_file};
use look::{Folder, Place};
use manifest::Claims;
pub use manifest::{Manifest, Outputs, Reason, Record, VERSION, keep_record, last_manifest, record};
use rayon::prelude::*;
use serde::Serialize;

use crate::cache::Cache;
use crate::disk::Fault;
use crate::model::Date;

/// What a finished build did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files made.
    pub made: usize,
    /// Files left as they were.
    pub kept: usize,
    /// Files removed.
    pub removed: usize,
    /// Bytes of the whole site.
    pub bytes: u64,
    /// Files of the whole site.
    pub files: usize,
    /// Files in the folder that are not ours, kept.
    pub foreign: Vec<String>,
}

/// An output of the new site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Output<'a> {
    /// Path in the folder.
    pub path: &'a str,
    /// Hash of its bytes.
    pub hash: &'a [u8; 32],
    /// Its size.
    pub size: u64,
}

/// A site in the making.
pub struct Stage<'a> {
    out: PathBuf,
    fresh: PathBuf,
    cache: &'a Cache,
    before: Manifest,
    /// For each output of the last build: which file it is, if it stands untouched.
    standing: Vec<Option<Place>>,
    /// For each output of the last build: does its file live on?
    stays: Vec<AtomicBool>,
    today: Date,
    /// Records of outputs that were made, or whose bytes are those of the last build though they come from something else.
    records: Mutex<BTreeMap<String, Record>>,
}

impl<'a> Stage<'a> {
    /// Begins a new site for `out`. Looks which outputs of the last build still stand untouched.
    ///
    /// # Errors
    /// When `out` is a file, or holds another's files where ours must go, or cannot be looked at.
    pub fn begin(out: &Path, cache: &'a Cache, today: Date) -> Result<Stage<'a>, Fault> {
        if out.exists() && !out.is_dir() {
            let cause = std::io::Error::new(ErrorKind::NotADirectory, "tujuan ini sebuah berkas, bukan folder");
            return Err(Fault::new("menulis situs ke", out, cause));
        }
        let before = last_manifest(cache, out);
        let folder = Folder::open(out);
        let look = |(path, record): (&String, &Record)| {
            let found = folder.look(path)?;
            // Untouched at a glance, or else by its bytes.
            let same = found.stamp == record.stamp
                || read(&out.join(path)).is_ok_and(|bytes| *blake3::hash(&bytes).as_bytes() == record.hash);
            same.then_some(found.place)
        };
        let standing: Vec<Option<Place>> = before.outputs.par_iter().map(look).collect();
        let name = out.file_name().map_or_else(|| "situs".to_owned(), |name| name.to_string_lossy().into_owned());
        let fresh = out.with_file_name(format!(".{name}.etalase-baru"));
        remove_tree(&fresh)?;
        remove_tree(&spare::folders(out).1)?;
        let stays = standing.iter().map(|_| AtomicBool::new(false)).collect();
        let out = out.to_path_buf();
        Ok(Stage { out, fresh, cache, before, standing, stays, today, records: Mutex::default() })
    }

    /// The last build's manifest.
    pub fn before(&self) -> &Manifest {
        &self.before
    }

    /// A record about the site in this folder that was left by [`Stage::keep_record`], if it is whole and of this version.
    pub fn record<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        record(self.cache, &self.out, name)
    }

    /// Leaves a record about the site in this folder for the next build.
    pub fn keep_record<T: Serialize>(&self, name: &str, record: &T) {
        keep_record(self.cache, &self.out, name, record);
    }

    /// Do all outputs of the last build stand untouched?
    pub fn all_intact(&self) -> bool {
        !self.standing.is_empty() && self.standing.iter().all(Option::is_some)
    }

    fn is_intact(&self, at: usize) -> bool {
        self.standing.get(at).is_some_and(Option::is_some)
    }

    fn let_stay(&self, at: usize) {
        if let Some(stays) = self.stays.get(at) {
            stays.store(true, Ordering::Relaxed);
        }
    }

    fn stays(&self, at: usize) -> bool {
        self.stays.get(at).is_some_and(|stays| stays.load(Ordering::Relaxed))
    }

    /// Keeps an output of the last build if it was made from the same and stands untouched. Says whether it did.
    pub fn keep(&self, path: &str, fingerprint: &[u8; 32]) -> bool {
        let Some((at, _, record)) = self.before.outputs.get_full(path) else { return false };
        let same = record.fingerprint == *fingerprint && self.is_intact(at);
        if same {
            self.let_stay(at);
        }
        same
    }

    /// As [`Stage::keep`], for all outputs that share a fingerprint: all of them, or none. Of none at all nothing is known.
    pub fn keep_all(&self, fingerprint: &[u8; 32]) -> bool {
        let of_group = |(_, record): &(usize, &Record)| record.fingerprint == *fingerprint;
        let group: Vec<usize> = self.before.outputs.values().enumerate().filter(of_group).map(|(at, _)| at).collect();
        let all = !group.is_empty() && group.iter().all(|at| self.is_intact(*at));
        if all {
            group.into_iter().for_each(|at| self.let_stay(at));
        }
        all
    }

    /// Keeps every other output of the last build that stands untouched, whatever it was made from.
    pub fn keep_rest(&self) {
        let records = lock(&self.records);
        for (at, path) in self.before.outputs.keys().enumerate() {
            if self.is_intact(at) && !records.contains_key(path) {
                self.let_stay(at);
            }
        }
    }

    /// Puts an output into the new site. The same bytes as before leave the old file in place.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&self, path: &str, fingerprint: [u8; 32], bytes: &[u8]) -> Result<(), Fault> {
        let hash = *blake3::hash(bytes).as_bytes();
        let old = self.before.outputs.get_full(path);
        let reason = match old {
            None => Reason::New,
            Some((_, _, record)) if record.fingerprint == fingerprint => Reason::Damaged,
            Some(_) => Reason::Changed,
        };
        let record = match old.filter(|(at, _, old)| old.hash == hash && self.is_intact(*at)) {
            Some((at, _, old)) => {
                self.let_stay(at);
                Record { fingerprint, ..old.clone() }
            }
            None => {
                let stamp = write_file(&self.fresh.join(path), bytes)?;
                Record { fingerprint, hash, size: bytes.len() as u64, stamp, reason, made_on: self.today }
            }
        };
        lock(&self.records).insert(path.to_owned(), record);
        Ok(())
    }

    /// Lets `read` see every output put or kept so far.
    pub fn outputs<T>(&self, read: impl FnOnce(Vec<Output<'_>>) -> T) -> T {
        let records = lock(&self.records);
        let before = self.before.outputs.iter().enumerate();
        let kept = before.filter(|(at, (path, _))| self.stays(*at) && !records.contains_key(*path));
        let all = kept.map(|(_, pair)| pair).chain(records.iter());
        read(all.map(|(path, record)| Output { path, hash: &record.hash, size: record.size }).collect())
    }

    /// The bytes of an output that was put or kept.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, Fault> {
        let kept = self.before.outputs.get_index_of(path).is_some_and(|at| self.stays(at));
        let file = if kept { self.out.join(path) } else { self.fresh.join(path) };
        read(&file).map_err(|cause| Fault::new("membaca", file, cause))
    }

    /// Leaves everything as it was.
    pub fn abandon(self) {
        let _ = remove_tree(&self.fresh);
    }

    /// Puts the new site in the place of the old one.
    ///
    /// # Errors
    /// When a link, the swap or the clean-up fails; before the swap the old site is untouched.
    pub fn finish(self, site: [u8; 32], pages: usize) -> Result<Written, Fault> {
        let records = std::mem::take(&mut *lock(&self.records));
        let found = Folder::open(&self.out).files();
        let claims = Claims::read(self.cache, &self.out);
        let ours = claims.paths();
        let is_ours = |path: &str| self.before.outputs.contains_key(path) || ours.contains(path);
        let foreign = self.foreign(&found, &records, &is_ours)?;
        let parts = Parts::of(&self, &records, &foreign);
        let removed = self.before.outputs.keys().filter(|path| !parts.has(path)).count();
        let changed = !parts.made.is_empty() || removed > 0 || !self.out.exists();
        let names = || parts.kept.iter().map(|(path, _)| *path).chain(parts.made.iter().copied());
        let mut spare = self.before.spare.clone();
        if changed {
            // Before the new site stands there; what went is struck off after it.
            let new = names().filter(|path| !ours.contains(path));
            claims.set(self.cache, ours.iter().copied().chain(new));
            spare = self.publish(&found, &parts, &foreign)?;
        }
        let (made, kept) = (parts.made.len(), parts.kept.len());
        Claims::read(self.cache, &self.out).set(self.cache, names());
        drop(parts);
        let outputs = self.outputs_now(records);
        let bytes = outputs.values().map(|record| record.size).sum();
        let written = Written { made, kept, removed, bytes, files: outputs.len(), foreign: foreign.clone() };
        let manifest = Manifest { version: VERSION.to_owned(), site, outputs, pages, foreign, spare };
        if let Ok(bytes) = postcard::to_stdvec(&manifest) {
            self.cache.set_record(&manifest::manifest_name(self.cache, &self.out), &bytes);
        }
        remove_tree(&self.fresh)?;
        Ok(written)
    }

    /// The records of the new site: those of the last build whose files live on, and the new ones over them.
    fn outputs_now(&self, records: BTreeMap<String, Record>) -> Outputs {
        let before = self.before.outputs.iter().enumerate().filter(|(at, _)| self.stays(*at));
        let mut outputs: Outputs = before.map(|(_, (path, record))| (path.clone(), record.clone())).collect();
        outputs.extend(records);
        outputs.sort_unstable_keys();
        outputs
    }

    /// Lays the new site, in the spare folder if there is one, and exchanges it with the old one.
    fn publish(&self, found: &[String], parts: &Parts<'_>, foreign: &[String]) -> Result<Option<spare::Spare>, Fault> {
        let staying: Vec<(&str, Option<Place>)> =
            parts.kept.iter().copied().chain(foreign.iter().map(|path| (path.as_str(), None))).collect();
        let worth = spare::is_worth(parts.made.len() + staying.len(), staying.len());
        let before = self.before.outputs.keys().chain(&self.before.foreign).map(String::as_str);
        let stale = before.filter(|path| !parts.has(path));
        let renewed = self.before.spare.as_ref().filter(|_| worth);
        let renewed = renewed.and_then(|spare| {
            spare.renew(&self.out, &self.fresh, &staying, &parts.made, stale, &|path| parts.has(path))
        });
        if renewed.is_none() {
            self.link_all(&staying)?;
        }
        let new = renewed.as_deref().unwrap_or(&self.fresh);
        let noted = if worth { spare::Spare::note(&self.out, found, &|path| parts.has(path)) } else { None };
        swap(new, &self.out)?;
        if noted.is_some() {
            spare::put_away(new, &self.out);
        } else {
            remove_tree(new)?;
            remove_tree(&spare::folders(&self.out).0)?;
        }
        Ok(noted)
    }

    /// Files in the old folder that no build made. One that stands where we must write is a fault.
    fn foreign(
        &self,
        found: &[String],
        records: &BTreeMap<String, Record>,
        is_ours: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<String>, Fault> {
        let mut foreign = Vec::new();
        for path in found.iter().filter(|path| !is_ours(path)) {
            let Some(record) = records.get(path) else {
                foreign.push(path.clone());
                continue;
            };
            let file = self.out.join(path);
            if !read(&file).is_ok_and(|bytes| *blake3::hash(&bytes).as_bytes() == record.hash) {
                let cause = std::io::Error::new(
                    ErrorKind::AlreadyExists,
                    "berkas ini bukan buatan etalase; pindahkan dulu, atau pakai folder lain (--out)",
                );
                return Err(Fault::new("mengganti", file, cause));
            }
        }
        Ok(foreign)
    }

    fn link_all(&self, paths: &[(&str, Option<Place>)]) -> Result<(), Fault> {
        let folders: BTreeSet<PathBuf> =
            paths.iter().filter_map(|(path, _)| self.fresh.join(path).parent().map(Path::to_path_buf)).collect();
        make_folder(&self.fresh)?;
        folders.iter().try_for_each(|folder| make_folder(folder))?;
        paths.par_iter().try_for_each(|(path, _)| link(&self.out.join(path), &self.fresh.join(path)))
    }
}

/// What a new site is laid from.
struct Parts<'s> {
    stage: &'s Stage<'s>,
    /// Outputs of the last build that live on, and which file each is.
    kept: Vec<(&'s str, Option<Place>)>,
    /// Outputs that were made, sorted.
    made: Vec<&'s str>,
    /// Files of others, sorted.
    foreign: &'s [String],
}

impl<'s> Parts<'s> {
    fn of(stage: &'s Stage<'s>, records: &'s BTreeMap<String, Record>, foreign: &'s [String]) -> Self {
        let before = stage.before.outputs.keys().zip(&stage.standing).enumerate();
        let kept = before.filter(|(at, _)| stage.stays(*at)).map(|(_, (path, place))| (path.as_str(), *place));
        let stays = |path: &str| stage.before.outputs.get_index_of(path).is_some_and(|at| stage.stays(at));
        let made = records.keys().map(String::as_str).filter(|path| !stays(path));
        Parts { stage, kept: kept.collect(), made: made.collect(), foreign }
    }

    /// Will a file of this name stand in the new site?
    fn has(&self, path: &str) -> bool {
        self.stage.before.outputs.get_index_of(path).is_some_and(|at| self.stage.stays(at))
            || self.made.binary_search(&path).is_ok()
            || self.foreign.binary_search_by(|known| known.as_str().cmp(path)).is_ok()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
