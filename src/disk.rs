//! The only reader of sources. Everything above works on what this hands over, so that a whole site can also live in
//! memory (tests) and no stage can quietly look somewhere else.

pub mod git;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// The machine's failure: disk full, no permission, a file that vanished. Never the author's mistake.
#[derive(Debug)]
pub struct Fault {
    /// What was being done, as a verb phrase ("membaca").
    pub action: &'static str,
    /// The path it was done to.
    pub path: PathBuf,
    /// What the system said.
    pub cause: std::io::Error,
}

impl Fault {
    /// Wraps a system error with what was done to which path.
    pub fn new(action: &'static str, path: impl Into<PathBuf>, cause: std::io::Error) -> Fault {
        Fault { action, path: path.into(), cause }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "gagal {} {}: {}", self.action, self.path.display(), self.cause)
    }
}

impl std::error::Error for Fault {}

/// One file that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Path below the root, with forward slashes.
    pub path: Arc<str>,
    /// Bytes.
    pub size: u64,
    /// Changes when the file changes: size, times and place on the disk. Not to be trusted when the file was changed just
    /// before it was looked at.
    pub stamp: u64,
    /// When it was last changed in any way, in nanoseconds since 1970.
    pub changed: u64,
    /// A link that leads out of the root.
    pub strays: bool,
}

/// What is known of the past of source files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum History {
    /// Nothing.
    #[default]
    Unknown,
    /// There is one, but cut off: it would tell wrong days.
    Shallow,
    /// When each file was last changed, by its path below the root: seconds since 1970, UTC.
    Known(Arc<BTreeMap<String, i64>>),
}

static UNKNOWN: History = History::Unknown;

/// A tree of source files.
pub trait Disk: Sync {
    /// All files below `folder` (a path below the root; empty is the root), sorted by path. A missing folder is empty.
    /// Hidden files and folders (leading dot) are left out.
    fn list(&self, folder: &str) -> Result<Vec<Item>, Fault>;

    /// The bytes of one file.
    fn read(&self, path: &str) -> Result<Vec<u8>, Fault>;

    /// When files were last changed. Of most trees nothing is known.
    fn history(&self) -> &History {
        &UNKNOWN
    }
}

/// A folder of the file system.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    history: History,
}

impl Folder {
    /// The folder that holds `content/`.
    pub fn new(root: impl Into<PathBuf>) -> Folder {
        Folder { root: root.into(), history: History::Unknown }
    }

    /// The same with what is known of its past.
    pub fn with_history(self, history: History) -> Folder {
        Folder { history, ..self }
    }

    /// A path below the root, with forward slashes.
    fn below(&self, path: &Path) -> Arc<str> {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/").into()
    }

    /// A link that leads nowhere, round in a circle, or out of the root.
    fn stray(&self, path: &Path) -> Item {
        Item { path: self.below(path), size: 0, stamp: 0, changed: 0, strays: true }
    }

    /// Its path.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl Disk for Folder {
    fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
        let top = self.root.join(folder);
        if !top.exists() {
            return Ok(Vec::new());
        }
        let canonical_root = canonical(&self.root)?;
        let visible =
            |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
        let mut items = Vec::new();
        let mut walk =
            walkdir::WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter().filter_entry(visible);
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                // A link to nowhere, or to a folder above itself, is the author's affair, not the machine's.
                Err(error) if is_bad_link(&error) => {
                    items.push(self.stray(error.path().unwrap_or(&top)));
                    continue;
                }
                Err(error) => {
                    let path = error.path().unwrap_or(&top).to_path_buf();
                    let cause = error.into_io_error().unwrap_or_else(|| std::io::Error::other("tautan berputar"));
                    return Err(Fault::new("menelusuri", path, cause));
                }
            };
            let strays = entry.path_is_symlink() && is_astray(entry.path(), &canonical_root)?;
            if entry.file_type().is_dir() {
                // What lies behind a link out of the site is not looked at.
                if strays {
                    items.push(self.stray(entry.path()));
                    walk.skip_current_dir();
                }
                continue;
            }
            let meta = entry.metadata().map_err(|error| {
                let cause = error.into_io_error().unwrap_or_else(|| std::io::Error::other("tidak terbaca"));
                Fault::new("memeriksa", entry.path(), cause)
            })?;
            items.push(Item {
                path: self.below(entry.path()),
                size: meta.len(),
                stamp: stamp(&meta),
                changed: changed(&meta),
                strays,
            });
        }
        items.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(items)
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one reader")]
    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        let full = self.root.join(path);
        std::fs::read(&full).map_err(|cause| Fault::new("membaca", full, cause))
    }

    fn history(&self) -> &History {
        &self.history
    }
}

/// Does a link lead out of the root, or to a folder that it lies in itself?
fn is_astray(link: &Path, canonical_root: &Path) -> Result<bool, Fault> {
    let target = canonical(link)?;
    let own = link.parent().map(canonical).transpose()?;
    Ok(!target.starts_with(canonical_root) || own.is_some_and(|own| own.starts_with(target)))
}

/// A link that leads nowhere or round in a circle. Behind one to itself the system sees a failure of its own kind.
fn is_bad_link(error: &walkdir::Error) -> bool {
    let locked = error.io_error().is_some_and(|cause| cause.kind() == std::io::ErrorKind::PermissionDenied);
    error.path().is_some_and(|path| path.is_symlink()) && !locked
}

fn canonical(path: &Path) -> Result<PathBuf, Fault> {
    path.canonicalize().map_err(|cause| Fault::new("memeriksa", path, cause))
}

fn modified(meta: &std::fs::Metadata) -> u64 {
    let modified = meta.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    modified.map_or(0, |since| since.as_nanos() as u64)
}

/// Nobody can turn back the time at which the system noted the last change.
#[cfg(unix)]
fn changed(meta: &std::fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    let noted = meta.ctime().max(0) as u64 * 1_000_000_000 + meta.ctime_nsec().max(0) as u64;
    modified(meta).max(noted)
}

#[cfg(not(unix))]
fn changed(meta: &std::fs::Metadata) -> u64 {
    modified(meta)
}

#[cfg(unix)]
fn place(meta: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(meta)
}

#[cfg(not(unix))]
fn place(_: &std::fs::Metadata) -> u64 {
    0
}

/// Never 0.
fn stamp(meta: &std::fs::Metadata) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for number in [meta.len(), modified(meta), changed(meta), place(meta)] {
        hasher.update(&number.to_le_bytes());
    }
    u64::from_le_bytes(first_eight(hasher.finalize().as_bytes())).max(1)
}

/// A disk whose folders are listed once, so that all stages of a run see the same files, and a large folder is walked once.
pub struct ListedOnce<'a> {
    disk: &'a dyn Disk,
    lists: Mutex<BTreeMap<String, Vec<Item>>>,
}

impl<'a> ListedOnce<'a> {
    /// Nothing is listed yet.
    pub fn new(disk: &'a dyn Disk) -> ListedOnce<'a> {
        ListedOnce { disk, lists: Mutex::default() }
    }
}

impl Disk for ListedOnce<'_> {
    fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
        let mut lists = self.lists.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(items) = lists.get(folder) {
            return Ok(items.clone());
        }
        let items = self.disk.list(folder)?;
        lists.insert(folder.to_owned(), items.clone());
        Ok(items)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        self.disk.read(path)
    }

    fn history(&self) -> &History {
        self.disk.history()
    }
}

/// A tree in memory, for tests and for themes embedded in the binary.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<Arc<str>, Vec<u8>>,
    history: History,
}

impl Memory {
    /// Without files.
    pub fn new() -> Memory {
        Memory::default()
    }

    /// Adds or replaces a file.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Tells its past.
    pub fn set_history(&mut self, history: History) {
        self.history = history;
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// All files.
    pub fn all(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (&**path, bytes.as_slice()))
    }
}

impl Disk for Memory {
    fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let hidden = |path: &str| path.split('/').any(|part| part.starts_with('.'));
        let inside = self.files.iter().filter(|(path, _)| path.starts_with(&prefix) && !hidden(path));
        Ok(inside
            .map(|(path, bytes)| Item {
                path: path.clone(),
                size: bytes.len() as u64,
                stamp: u64::from_le_bytes(first_eight(blake3::hash(bytes).as_bytes())).max(1),
                changed: 0,
                strays: false,
            })
            .collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        let missing = || Fault::new("membaca", path, std::io::ErrorKind::NotFound.into());
        self.files.get(path).cloned().ok_or_else(missing)
    }

    fn history(&self) -> &History {
        &self.history
    }
}

fn first_eight(bytes: &[u8; 32]) -> [u8; 8] {
    let mut eight = [0; 8];
    eight.copy_from_slice(&bytes[..8]);
    eight
}
