//! The source files as git keeps them: as they stand in a commit, or as they are staged for the next one.
//!
//! Nothing is checked out. What the working folder holds unchanged is read there, the rest through one
//! `git cat-file --batch`.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Disk, Fault, Folder, Item};
use crate::limits::BLOB_BYTES_MAX;

/// Why git could not be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// The program is not there.
    NoGit,
    /// The folder is in no repository.
    NoRepository,
    /// There is no commit of this name.
    NoSuchCommit(String),
    /// Git said something else.
    Failed(String),
}

impl fmt::Display for Unusable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unusable::NoGit => write!(out, "Program git tidak ditemukan. Pasang git, lalu ulangi."),
            Unusable::NoRepository => write!(out, "Folder ini bukan bagian dari repositori git."),
            Unusable::NoSuchCommit(name) => {
                write!(out, "“{name}” bukan nama cabang, tag, atau commit di repositori ini.")
            }
            Unusable::Failed(words) => write!(out, "git: {}", words.trim()),
        }
    }
}

/// A repository, seen from a folder in it; all paths are below that folder.
#[derive(Debug, Clone)]
pub struct Repository {
    root: PathBuf,
    environment: Vec<(String, OsString)>,
}

/// Which files of a repository are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Version {
    /// What the next commit would hold.
    Staged,
    /// A commit, by its hash.
    Commit(String),
}

impl Repository {
    /// The repository that `root` lies in. `environment` is set for every call of git.
    ///
    /// # Errors
    /// There is no git, or no repository.
    pub fn open(root: &Path, environment: Vec<(String, OsString)>) -> Result<Repository, Unusable> {
        let repository = Repository { root: root.to_path_buf(), environment };
        match repository.text(&["rev-parse", "--is-inside-work-tree"]) {
            Ok(answer) if answer.trim() == "true" => Ok(repository),
            Ok(_) => Err(Unusable::NoRepository),
            Err(Unusable::Failed(words)) if words.contains("not a git repository") => Err(Unusable::NoRepository),
            Err(other) => Err(other),
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command
            .current_dir(&self.root)
            .args(arguments)
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        // Words that are looked at are English whatever the reader's language.
        command.env("LC_ALL", "C").stdin(Stdio::null());
        command
    }

    /// What git prints.
    ///
    /// # Errors
    /// Git is missing, or failed: then what it said.
    pub fn bytes(&self, arguments: &[&str]) -> Result<Vec<u8>, Unusable> {
        let answer = self.command(arguments).output().map_err(|_| Unusable::NoGit)?;
        if answer.status.success() {
            Ok(answer.stdout)
        } else {
            Err(Unusable::Failed(String::from_utf8_lossy(&answer.stderr).into_owned()))
        }
    }

    /// What git prints, as text.
    ///
    /// # Errors
    /// As [`Repository::bytes`].
    pub fn text(&self, arguments: &[&str]) -> Result<String, Unusable> {
        self.bytes(arguments).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Paths that git prints with a zero byte behind each.
    fn paths(&self, arguments: &[&str]) -> Result<BTreeSet<Arc<str>>, Unusable> {
        let bytes = self.bytes(arguments)?;
        Ok(bytes.split(|byte| *byte == 0).filter_map(|path| std::str::from_utf8(path).ok()).map(Arc::from).collect())
    }

    /// The commit of this name.
    ///
    /// # Errors
    /// There is none.
    pub fn commit(&self, name: &str) -> Result<String, Unusable> {
        // A name that begins with a hyphen would be an option.
        let safe = !name.starts_with('-') && !name.is_empty();
        let found = safe.then(|| {
            self.text(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{name}^{{commit}}")])
        });
        match found {
            Some(Ok(hash)) => Ok(hash.trim().to_owned()),
            Some(Err(Unusable::NoGit)) => Err(Unusable::NoGit),
            _ => Err(Unusable::NoSuchCommit(name.to_owned())),
        }
    }

    /// Where the work on the present commit began: the newest commit that it shares with `other`, or `other` itself when
    /// the history that is here does not tell.
    pub fn fork_point(&self, other: &str) -> String {
        self.text(&["merge-base", other, "HEAD"]).map_or_else(|_| other.to_owned(), |hash| hash.trim().to_owned())
    }

    /// Files that the next commit changes or adds; removed ones are not among them.
    ///
    /// # Errors
    /// Git failed.
    pub fn staged_changes(&self) -> Result<BTreeSet<Arc<str>>, Unusable> {
        self.staged("ACMT")
    }

    /// Files that the next commit removes.
    ///
    /// # Errors
    /// Git failed.
    pub fn staged_removals(&self) -> Result<BTreeSet<Arc<str>>, Unusable> {
        self.staged("D")
    }

    /// Files of the next commit that git marks with one of these letters.
    fn staged(&self, letters: &str) -> Result<BTreeSet<Arc<str>>, Unusable> {
        let filter = format!("--diff-filter={letters}");
        let diff = ["diff", "--cached", "--name-only", "--relative", "--no-renames", &filter, "--no-ext-diff", "-z"];
        let mut paths = self.paths(&diff)?;
        paths.remove("");
        Ok(paths)
    }

    /// The files of a version below these folders.
    ///
    /// # Errors
    /// Git failed.
    pub fn snapshot(&self, version: &Version, folders: &[&str]) -> Result<Snapshot, Unusable> {
        let staged = self.blobs(&Version::Staged, folders)?;
        let mut command = vec!["diff-files", "--name-only", "--relative", "-z", "--"];
        // The times of files that git remembers may be out of date; then it would call everything changed.
        let _ = self.bytes(&["update-index", "-q", "--refresh"]);
        command.extend(folders);
        let touched = self.paths(&command)?;
        let folder = Folder::new(&self.root);
        let mut here: BTreeMap<Arc<str>, Item> = BTreeMap::new();
        for name in folders {
            let items = folder.list(name).map_err(|fault| Unusable::Failed(fault.to_string()))?;
            here.extend(items.into_iter().map(|item| (item.path.clone(), item)));
        }
        let wanted = if *version == Version::Staged { staged.clone() } else { self.blobs(version, folders)? };
        let file = |(path, blob): (Arc<str>, Blob)| {
            let same = staged.get(&path).is_some_and(|other| other.id == blob.id) && !touched.contains(&path);
            let item = here.get(&path).filter(|item| same && !item.strays);
            let file = match item {
                Some(item) => Kept { item: item.clone(), blob: None },
                None => Kept {
                    item: Item {
                        path: path.clone(),
                        size: blob.size,
                        stamp: blob.stamp(),
                        changed: 0,
                        strays: blob.is_link,
                    },
                    blob: Some(blob.id),
                },
            };
            (path, file)
        };
        let files = wanted.into_iter().map(file).collect();
        Ok(Snapshot { folder, files, store: Mutex::new(None), repository: self.clone() })
    }

    fn blobs(&self, version: &Version, folders: &[&str]) -> Result<BTreeMap<Arc<str>, Blob>, Unusable> {
        let form = "--format=%(objectmode) %(objectname) %(objectsize)%x09%(path)";
        let mut arguments = match version {
            Version::Staged => vec!["ls-files", "--cached", form, "-z", "--"],
            Version::Commit(hash) => vec!["ls-tree", "-r", form, "-z", hash.as_str(), "--"],
        };
        arguments.extend(folders);
        let bytes = self.bytes(&arguments)?;
        Ok(bytes.split(|byte| *byte == 0).filter_map(|row| Blob::read(std::str::from_utf8(row).ok()?)).collect())
    }
}

/// A file as git names it.
#[derive(Debug, Clone)]
struct Blob {
    id: String,
    size: u64,
    is_link: bool,
}

impl Blob {
    /// `100644 <hash> <size>\t<path>`; hidden files are left out, as every [`Disk`] does, and so are other repositories.
    fn read(row: &str) -> Option<(Arc<str>, Blob)> {
        let (facts, path) = row.split_once('\t')?;
        let mut facts = facts.split_whitespace();
        let (mode, id, size) = (facts.next()?, facts.next()?, facts.next()?);
        let hidden = path.split('/').any(|part| part.starts_with('.'));
        let blob = Blob { id: id.to_owned(), size: size.parse().ok()?, is_link: mode == "120000" };
        (!hidden && mode != "160000").then(|| (Arc::from(path), blob))
    }

    fn stamp(&self) -> u64 {
        self.id.get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or(0)
    }
}

#[derive(Debug, Clone)]
struct Kept {
    item: Item,
    /// Its name in git, when the working folder does not hold the same.
    blob: Option<String>,
}

/// The files of one version.
pub struct Snapshot {
    repository: Repository,
    folder: Folder,
    files: BTreeMap<Arc<str>, Kept>,
    store: Mutex<Option<Store>>,
}

impl Disk for Snapshot {
    fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
        let inside =
            |path: &str| folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        Ok(self.files.values().filter(|file| inside(&file.item.path)).map(|file| file.item.clone()).collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        let missing = || Fault::new("membaca", path, std::io::ErrorKind::NotFound.into());
        let file = self.files.get(path).ok_or_else(missing)?;
        let Some(blob) = &file.blob else { return self.folder.read(path) };
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = |cause| Fault::new("membaca dari git", path, cause);
        let open = match store.take() {
            Some(open) => open,
            None => Store::open(&self.repository).map_err(failed)?,
        };
        // A store that failed in the middle of an answer is not put back.
        let (open, bytes) = open.read(blob).map_err(failed)?;
        *store = Some(open);
        Ok(bytes)
    }
}

/// A running `git cat-file --batch`.
struct Store {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Store {
    fn open(repository: &Repository) -> std::io::Result<Store> {
        let mut command = repository.command(&["cat-file", "--batch"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let questions = child.stdin.take();
        let answers = child.stdout.take().ok_or_else(|| std::io::Error::other("git tidak menjawab"))?;
        Ok(Store { child, questions, answers: BufReader::new(answers) })
    }

    fn read(mut self, blob: &str) -> std::io::Result<(Store, Vec<u8>)> {
        let closed = || std::io::Error::other("git tidak menjawab");
        let questions = self.questions.as_mut().ok_or_else(closed)?;
        writeln!(questions, "{blob}")?;
        questions.flush()?;
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        // `<hash> blob <size>`, else `<hash> missing`.
        let size: u64 = head.split_whitespace().nth(2).and_then(|size| size.parse().ok()).ok_or_else(closed)?;
        if size > BLOB_BYTES_MAX {
            return Err(std::io::Error::new(std::io::ErrorKind::FileTooLarge, "berkas terlalu besar"));
        }
        let mut bytes = vec![0; size as usize];
        self.answers.read_exact(&mut bytes)?;
        self.answers.read_exact(&mut [0])?;
        Ok((self, bytes))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Without questions git ends by itself; it is waited for, so that no dead process is left.
        self.questions = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
