//! Outputs to the published folder: the only writer of the site.
//!
//! A new site grows beside the old one and takes its place in one step, so that whoever looks sees one whole site, old or
//! new, however a build ends. What has not changed is linked, not copied: its time of change stays. Only files that a
//! build made are ever removed; others in the folder are kept and named.

mod look;
mod spare;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use look::{Folder, Place};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::cache::Cache;
use crate::disk::Fault;

/// What is known of one output of the last build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Hash of everything its job saw.
    pub fingerprint: [u8; 32],
    /// Hash of its bytes.
    pub hash: [u8; 32],
    /// Its size.
    pub size: u64,
    /// Size and time of change of its file, to see at a glance whether someone touched it.
    pub stamp: u64,
    /// Why it was last made.
    pub reason: Reason,
    /// Day of the build that made it.
    pub made_on: String,
}

/// Why an output was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// There was none.
    New,
    /// What it shows has changed.
    Changed,
    /// Its file was missing or had been touched.
    Damaged,
}

/// All outputs of the last build, by path in the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of program and manifest; another one is not trusted.
    pub version: String,
    /// Hash of everything the whole build saw.
    pub site: [u8; 32],
    /// The outputs.
    pub outputs: BTreeMap<String, Record>,
    /// Numbers of the summary.
    pub pages: usize,
    /// Problems that were not errors, as a JSON text.
    pub remarks: Vec<u8>,
    /// Files in the folder that are not ours.
    pub foreign: Vec<String>,
    /// The site before this one, if it was kept.
    pub spare: Option<spare::Spare>,
}

/// Version of the manifest's form and of what makes outputs.
pub const VERSION: &str = crate::PROGRAM;

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

/// A site in the making.
pub struct Stage<'a> {
    out: PathBuf,
    fresh: PathBuf,
    cache: &'a Cache,
    before: Manifest,
    /// Outputs of the last build that stand untouched, and which file each is.
    intact: HashMap<String, Place>,
    today: String,
    records: Mutex<BTreeMap<String, Record>>,
    kept: Mutex<BTreeSet<String>>,
}

/// By the path from the site's root: a site that was moved as a whole, or unpacked elsewhere, is known again.
fn manifest_name(cache: &Cache, out: &Path) -> String {
    let root = cache.folder().and_then(Path::parent);
    let below = root.and_then(|root| out.strip_prefix(root).ok()).unwrap_or(out);
    format!("catatan-{}", crate::cache::Key::of(&[below.to_string_lossy().as_bytes()]).short())
}

/// The manifest of the last build into this folder, if it can be trusted.
pub fn last_manifest(cache: &Cache, out: &Path) -> Manifest {
    let found =
        cache.record(&manifest_name(cache, out)).and_then(|bytes| postcard::from_bytes::<Manifest>(&bytes).ok());
    found.filter(|manifest| manifest.version == VERSION).unwrap_or_default()
}

/// A record about the site in a folder that was left by [`keep_record`], if it is whole and of this version.
pub fn record<T: serde::de::DeserializeOwned>(cache: &Cache, out: &Path, name: &str) -> Option<T> {
    let bytes = cache.record(&format!("{name}-{}", manifest_name(cache, out)))?;
    let (version, record): (String, T) = postcard::from_bytes(&bytes).ok()?;
    (version == VERSION).then_some(record)
}

/// Leaves a record about the site in a folder for the next build.
pub fn keep_record<T: Serialize>(cache: &Cache, out: &Path, name: &str, record: &T) {
    if let Ok(bytes) = postcard::to_stdvec(&(VERSION, record)) {
        cache.set_record(&format!("{name}-{}", manifest_name(cache, out)), &bytes);
    }
}

impl<'a> Stage<'a> {
    /// Begins a new site for `out`. Looks which outputs of the last build still stand untouched.
    ///
    /// # Errors
    /// When `out` is a file, or holds another's files where ours must go, or cannot be looked at.
    pub fn begin(out: &Path, cache: &'a Cache, today: String) -> Result<Stage<'a>, Fault> {
        if out.exists() && !out.is_dir() {
            let cause =
                std::io::Error::new(std::io::ErrorKind::NotADirectory, "tujuan ini sebuah berkas, bukan folder");
            return Err(Fault::new("menulis situs ke", out, cause));
        }
        let before = last_manifest(cache, out);
        let folder = Folder::open(out);
        let look = |(path, record): (&String, &Record)| {
            let found = folder.look(path)?;
            // Untouched at a glance, or else by its bytes.
            let same = found.stamp == record.stamp
                || read(&out.join(path)).is_some_and(|bytes| *blake3::hash(&bytes).as_bytes() == record.hash);
            same.then(|| (path.clone(), found.place))
        };
        let intact = before.outputs.par_iter().filter_map(look).collect();
        let name = out.file_name().map_or_else(|| "situs".to_owned(), |name| name.to_string_lossy().into_owned());
        let fresh = out.with_file_name(format!(".{name}.etalase-baru"));
        remove_tree(&fresh)?;
        remove_tree(&spare::folders(out).1)?;
        Ok(Stage {
            out: out.to_path_buf(),
            fresh,
            cache,
            before,
            intact,
            today,
            records: Mutex::default(),
            kept: Mutex::default(),
        })
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
        !self.before.outputs.is_empty() && self.intact.len() == self.before.outputs.len()
    }

    /// Keeps an output of the last build if it was made from the same and stands untouched. Says whether it did.
    pub fn keep(&self, path: &str, fingerprint: &[u8; 32]) -> bool {
        let Some(record) = self.before.outputs.get(path) else { return false };
        if record.fingerprint != *fingerprint || !self.intact.contains_key(path) {
            return false;
        }
        lock(&self.records).insert(path.to_owned(), record.clone());
        lock(&self.kept).insert(path.to_owned());
        true
    }

    /// Puts an output into the new site. The same bytes as before leave the old file in place.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&self, path: &str, fingerprint: [u8; 32], bytes: &[u8]) -> Result<(), Fault> {
        let hash = *blake3::hash(bytes).as_bytes();
        let old = self.before.outputs.get(path);
        let reason = match old {
            None => Reason::New,
            Some(record) if record.fingerprint == fingerprint => Reason::Damaged,
            Some(_) => Reason::Changed,
        };
        if let Some(old) = old.filter(|old| old.hash == hash && self.intact.contains_key(path)) {
            lock(&self.records).insert(path.to_owned(), Record { fingerprint, ..old.clone() });
            lock(&self.kept).insert(path.to_owned());
            return Ok(());
        }
        let target = self.fresh.join(path);
        let stamp = write_file(&target, bytes)?;
        let record = Record { fingerprint, hash, size: bytes.len() as u64, stamp, reason, made_on: self.today.clone() };
        lock(&self.records).insert(path.to_owned(), record);
        Ok(())
    }

    /// Paths put or kept so far.
    pub fn paths(&self) -> Vec<(String, u64)> {
        lock(&self.records).iter().map(|(path, record)| (path.clone(), record.size)).collect()
    }

    /// Every output put or kept so far, with the hash of its bytes and its size.
    pub fn outputs(&self) -> Vec<(String, [u8; 32], u64)> {
        lock(&self.records).iter().map(|(path, record)| (path.clone(), record.hash, record.size)).collect()
    }

    /// The bytes of an output that was put or kept.
    ///
    /// # Errors
    /// When its file cannot be read.
    #[expect(clippy::disallowed_methods, reason = "the writer looks at its own files")]
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, Fault> {
        let kept = lock(&self.kept).contains(path);
        let file = if kept { self.out.join(path) } else { self.fresh.join(path) };
        std::fs::read(&file).map_err(|cause| Fault::new("membaca", file, cause))
    }

    /// Leaves everything as it was.
    pub fn abandon(self) {
        let _ = remove_tree(&self.fresh);
    }

    /// Puts the new site in the place of the old one.
    ///
    /// # Errors
    /// When a link, the swap or the clean-up fails; before the swap the old site is untouched.
    pub fn finish(self, site: [u8; 32], pages: usize, remarks: Vec<u8>) -> Result<Written, Fault> {
        let records = std::mem::take(&mut *lock(&self.records));
        let kept = std::mem::take(&mut *lock(&self.kept));
        let standing = Folder::open(&self.out).files();
        let own = self.own_files();
        let foreign = self.foreign(&standing, &records, &own)?;
        let removed = self.before.outputs.keys().filter(|path| !records.contains_key(*path)).count();
        let made = records.len() - kept.len();
        let written = Written {
            made,
            kept: kept.len(),
            removed,
            bytes: records.values().map(|record| record.size).sum(),
            files: records.len(),
            foreign: foreign.clone(),
        };
        let spare = self.before.spare.clone();
        let mut manifest =
            Manifest { version: VERSION.to_owned(), site, outputs: records, pages, remarks, foreign, spare };
        let changed = made > 0 || removed > 0 || !self.out.exists();
        if changed {
            // Before the new site stands there; what went is struck off after it.
            if manifest.outputs.keys().any(|path| !own.contains(path)) {
                self.claim(own.iter().chain(manifest.outputs.keys()));
            }
            manifest.spare = self.publish(&standing, &kept, &manifest)?;
        }
        if let Ok(bytes) = postcard::to_stdvec(&manifest) {
            self.cache.set_record(&manifest_name(self.cache, &self.out), &bytes);
        }
        if own.len() != manifest.outputs.len() || manifest.outputs.keys().any(|path| !own.contains(path)) {
            self.claim(manifest.outputs.keys());
        }
        remove_tree(&self.fresh)?;
        Ok(written)
    }

    /// Lays the new site, in the spare folder if there is one, and exchanges it with the old one.
    fn publish(
        &self,
        standing: &[String],
        kept: &BTreeSet<String>,
        manifest: &Manifest,
    ) -> Result<Option<spare::Spare>, Fault> {
        let kept: BTreeSet<&str> = kept.iter().chain(&manifest.foreign).map(String::as_str).collect();
        let mut site: BTreeSet<&str> = manifest.outputs.keys().map(String::as_str).collect();
        let made: BTreeSet<&str> = site.difference(&kept).copied().collect();
        site.extend(&kept);
        let before: BTreeSet<&str> =
            self.before.outputs.keys().chain(&self.before.foreign).map(String::as_str).collect();
        let worth = spare::is_worth(site.len(), kept.len());
        let renewed = manifest.spare.as_ref().filter(|_| worth);
        let renewed =
            renewed.and_then(|spare| spare.renew(&self.out, &self.fresh, &kept, &made, &before, &self.intact));
        if renewed.is_none() {
            self.link_all(&kept)?;
        }
        let new = renewed.as_deref().unwrap_or(&self.fresh);
        let noted = if worth { spare::Spare::note(&self.out, standing, &site) } else { None };
        swap(new, &self.out)?;
        if noted.is_some() {
            spare::put_away(new, &self.out);
        } else {
            remove_tree(new)?;
            remove_tree(&spare::folders(&self.out).0)?;
        }
        Ok(noted)
    }

    /// Name of the list of files that builds made in this folder. Unlike the manifest it is read by every version of the
    /// program, and it is written before a new site is put in place: neither an update nor a killed build makes our own
    /// files look like another's.
    fn list_name(&self) -> String {
        format!("berkas-{}", manifest_name(self.cache, &self.out))
    }

    fn claim<'p>(&self, paths: impl Iterator<Item = &'p String>) {
        let lines: Vec<&str> = paths.map(String::as_str).collect();
        self.cache.set_record(&self.list_name(), lines.join("\n").as_bytes());
    }

    fn own_files(&self) -> HashSet<String> {
        let list = self.cache.record(&self.list_name()).unwrap_or_default();
        String::from_utf8_lossy(&list).lines().map(str::to_owned).collect()
    }

    /// Files in the old folder that no build made. One that stands where we must write is a fault.
    fn foreign(
        &self,
        standing: &[String],
        records: &BTreeMap<String, Record>,
        own: &HashSet<String>,
    ) -> Result<Vec<String>, Fault> {
        let mut foreign = Vec::new();
        for path in standing {
            if self.before.outputs.contains_key(path) || own.contains(path) {
                continue;
            }
            if records.contains_key(path) {
                let file = self.out.join(path);
                let same = read(&file).is_some_and(|bytes| {
                    records.get(path).is_some_and(|record| *blake3::hash(&bytes).as_bytes() == record.hash)
                });
                if !same {
                    let cause = std::io::Error::new(
                        std::io::ErrorKind::AlreadyExists,
                        "berkas ini bukan buatan etalase; pindahkan dulu, atau pakai folder lain (--out)",
                    );
                    return Err(Fault::new("mengganti", file, cause));
                }
                continue;
            }
            foreign.push(path.clone());
        }
        Ok(foreign)
    }

    fn link_all(&self, paths: &BTreeSet<&str>) -> Result<(), Fault> {
        let folders: BTreeSet<PathBuf> =
            paths.iter().filter_map(|path| self.fresh.join(path).parent().map(Path::to_path_buf)).collect();
        make_folder(&self.fresh)?;
        folders.iter().try_for_each(|folder| make_folder(folder))?;
        let list: Vec<&str> = paths.iter().copied().collect();
        list.par_iter().try_for_each(|path| link(&self.out.join(path), &self.fresh.join(path)))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[expect(clippy::disallowed_methods, reason = "the writer looks at its own files")]
fn read(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

fn make_folder(path: &Path) -> Result<(), Fault> {
    std::fs::create_dir_all(path).map_err(|cause| Fault::new("membuat folder", path, cause))
}

/// Writes a file, and its folder if that is not there yet. Gives its stamp.
fn write_file(path: &Path, bytes: &[u8]) -> Result<u64, Fault> {
    let fault = |cause| Fault::new("menulis", path, cause);
    let mut file = match File::create(path) {
        // Most files come to folders that are there.
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), make_folder)?;
            File::create(path).map_err(fault)?
        }
        opened => opened.map_err(fault)?,
    };
    file.write_all(bytes).map_err(fault)?;
    Ok(look::stamp_of(&file.metadata().map_err(fault)?))
}

/// Links, or copies where links are not to be had.
fn link(from: &Path, to: &Path) -> Result<(), Fault> {
    if std::fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    std::fs::copy(from, to).map(|_| ()).map_err(|cause| Fault::new("menyalin", from, cause))
}

/// Puts `fresh` in the place of `out`: in one step where the system can exchange two folders, else in two.
#[expect(clippy::disallowed_methods, reason = "this is the one writer")]
fn swap(fresh: &Path, out: &Path) -> Result<(), Fault> {
    let fault = |cause: std::io::Error| Fault::new("memasang situs baru di", out, cause);
    if let Some(parent) = out.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        make_folder(parent)?;
    }
    if !out.exists() {
        return std::fs::rename(fresh, out).map_err(fault);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, fresh, CWD, out, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let aside = fresh.with_extension("lama");
    remove_tree(&aside)?;
    std::fs::rename(out, &aside).map_err(fault)?;
    if let Err(cause) = std::fs::rename(fresh, out) {
        let _ = std::fs::rename(&aside, out);
        return Err(fault(cause));
    }
    remove_tree(&aside)
}

#[expect(clippy::disallowed_methods, reason = "removes only the folder a build made for itself")]
fn remove_tree(path: &Path) -> Result<(), Fault> {
    // Most of a large site lies two folders deep; these go in parallel, the rest in one sweep.
    let inner = walkdir::WalkDir::new(path).min_depth(2).max_depth(2).into_iter().flatten();
    let folders: Vec<PathBuf> =
        inner.filter(|entry| entry.file_type().is_dir()).map(walkdir::DirEntry::into_path).collect();
    folders.par_iter().for_each(|folder| {
        let _ = std::fs::remove_dir_all(folder);
    });
    match std::fs::remove_dir_all(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Fault::new("menghapus", path, cause)),
        _ => Ok(()),
    }
}
