//! What is known of the last build into a folder: its outputs, other records of it, and which files in it are ours.

use std::collections::HashSet;
use std::path::Path;

use foldhash::fast::FixedState;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::spare;
use crate::cache::{Cache, Key};
use crate::model::Date;

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
    pub made_on: Date,
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

/// Outputs by path in the folder, sorted.
pub type Outputs = IndexMap<String, Record, FixedState>;

/// All outputs of the last build.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of program and manifest; another one is not trusted.
    pub version: String,
    /// Hash of everything the whole build saw.
    pub site: [u8; 32],
    /// The outputs.
    pub outputs: Outputs,
    /// Numbers of the summary.
    pub pages: usize,
    /// Files in the folder that are not ours.
    pub foreign: Vec<String>,
    /// The site before this one, if it was kept.
    pub spare: Option<spare::Spare>,
}

/// Version of the manifest's form and of what makes outputs.
pub const VERSION: &str = crate::PROGRAM;

/// By the path from the site's root: a site that was moved as a whole, or unpacked elsewhere, is known again.
pub(super) fn manifest_name(cache: &Cache, out: &Path) -> String {
    let root = cache.folder().and_then(Path::parent);
    let below = root.and_then(|root| out.strip_prefix(root).ok()).unwrap_or(out);
    format!("catatan-{}", Key::of(&[below.to_string_lossy().as_bytes()]).short())
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

/// The list of files that builds made in a folder. Unlike the manifest it is read by every version of the program, and it
/// is written before a new site is put in place: neither an update nor a killed build makes our own files look like
/// another's.
pub(super) struct Claims {
    name: String,
    list: String,
}

impl Claims {
    /// Those of the last builds.
    pub(super) fn read(cache: &Cache, out: &Path) -> Claims {
        let name = format!("berkas-{}", manifest_name(cache, out));
        let list = cache.record(&name).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        Claims { name, list }
    }

    /// The files, to look them up.
    pub(super) fn paths(&self) -> HashSet<&str, FixedState> {
        self.list.lines().collect()
    }

    /// Claims these files, and no others.
    pub(super) fn set<'p>(&self, cache: &Cache, paths: impl Iterator<Item = &'p str>) {
        let mut lines: Vec<&str> = paths.collect();
        lines.sort_unstable();
        let list = lines.join("\n");
        if list != self.list {
            cache.set_record(&self.name, list.as_bytes());
        }
    }
}
