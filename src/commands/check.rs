//! `check`: everything that `build` checks, and writes nothing to the site.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Ending, Format, Setting, repository};
use crate::cache::Cache;
use crate::diagnostic::{Counts, Diagnostic, Level, Problems};
use crate::disk::git::{Repository, Unusable, Version};
use crate::disk::{Disk, Fault};
use crate::model::Kind;
use crate::pipeline::{self, Options};

/// Runs it.
pub fn run(setting: &Setting, paths: &[PathBuf], strict: bool) -> Result<Ending, Fault> {
    let mut problems = Problems::new();
    let options = Options { today: setting.today, base: None, drafts: false };
    let disk = setting.disk();
    // What builds keep is used where it is there; a check begins no folder of its own.
    let cache = Cache::in_folder(&setting.root);
    let cache = if cache.folder().is_some_and(Path::is_dir) { cache } else { Cache::none() };
    pipeline::check(&disk, &options, &cache, &mut problems)?;
    if !paths.is_empty() {
        match named(setting, paths, &disk, &problems)? {
            Ok(wanted) => problems.retain_files(|file| wanted.iter().any(|path| path.covers(file))),
            Err(stranger) => {
                setting.console.error(&stranger);
                return Ok(Ending::Misuse);
            }
        }
    }
    let counts = problems.counts();
    let silent = problems.is_empty();
    setting.console.problems(problems, &disk);
    if silent && setting.format == Format::Human {
        setting.console.say(setting.language().pick("Semua entri baik.", "All entries are sound."));
    }
    Ok(ending(counts, strict))
}

/// Folders that a site is made of.
pub const SOURCES: [&str; 2] = ["content", "themes"];

/// Checks what git is about to record, not what lies in the folder: for the hook before a commit. Told are the mistakes
/// of the files to be recorded, and errors elsewhere that only this commit brings, as by a removed maker.
pub fn staged(setting: &Setting, strict: bool) -> Result<Ending, Fault> {
    match try_staged(setting, strict) {
        Ok(answer) => answer,
        Err(unusable) => {
            setting.console.error(&unusable.to_string());
            Ok(Ending::Misuse)
        }
    }
}

fn try_staged(setting: &Setting, strict: bool) -> Result<Result<Ending, Fault>, Unusable> {
    let repository = repository::open(&setting.root)?;
    let below =
        |path: &str| SOURCES.iter().any(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
    let mut recorded = repository.staged_changes()?;
    recorded.retain(|path| below(path));
    if recorded.is_empty() && !repository.staged_removals()?.iter().any(|path| below(path)) {
        setting
            .console
            .say(setting.language().pick("Tidak ada isi yang akan dicatat.", "No content is about to be recorded."));
        return Ok(Ok(Ending::Fine));
    }
    let disk = repository.snapshot(&Version::Staged, &SOURCES)?;
    let mut problems = match problems_of(setting, &disk) {
        Ok(problems) => problems,
        Err(fault) => return Ok(Err(fault)),
    };
    keep_own(&mut problems, &recorded, || known_before(setting, &repository))?;
    let counts = problems.counts();
    setting.console.problems(problems, &disk);
    Ok(Ok(ending(counts, strict)))
}

/// Keeps what a change of these files answers for: their own mistakes, and errors elsewhere that were not there before
/// it. `before` gives the signatures of those; it is asked only when needed.
///
/// # Errors
/// Those of `before`.
pub fn keep_own<E>(
    problems: &mut Problems,
    changed: &BTreeSet<Arc<str>>,
    before: impl FnOnce() -> Result<BTreeSet<String>, E>,
) -> Result<(), E> {
    // What is wrong with a photo is said where its entry names it.
    let folder = |path: &str| path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned());
    let photos: BTreeSet<String> = changed.iter().filter(|path| !is_text(path)).map(|path| folder(path)).collect();
    let here =
        |problem: &Diagnostic| changed.contains(&problem.place.file) || photos.contains(&folder(&problem.place.file));
    let elsewhere = |problem: &Diagnostic| problem.level() == Level::Error && !here(problem);
    let before = if problems.iter().any(elsewhere) { before()? } else { BTreeSet::new() };
    problems.retain(|problem| here(problem) || (elsewhere(problem) && !before.contains(&problem.signature())));
    Ok(())
}

/// Is it the text of an entry, not a photo?
pub fn is_text(path: &str) -> bool {
    path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".yml")
}

/// What was wrong before this commit. Without a commit there was nothing.
fn known_before(setting: &Setting, repository: &Repository) -> Result<BTreeSet<String>, Unusable> {
    let Ok(head) = repository.commit("HEAD") else { return Ok(BTreeSet::new()) };
    let disk = repository.snapshot(&Version::Commit(head), &SOURCES)?;
    let problems = problems_of(setting, &disk).map_err(|fault| Unusable::Failed(fault.to_string()))?;
    Ok(problems.iter().map(Diagnostic::signature).collect())
}

/// Photos that were looked at before are not read again, so that a hook is quick.
fn problems_of(setting: &Setting, disk: &dyn Disk) -> Result<Problems, Fault> {
    let mut problems = Problems::new();
    let options = Options { today: setting.today, base: None, drafts: false };
    pipeline::check(disk, &options, &Cache::in_folder(&setting.root), &mut problems)?;
    Ok(problems)
}

/// What a PATH means: a file, a folder with all in it, or an entry with both its languages and its photos.
enum Named {
    Below(String),
    Entry(String),
}

impl Named {
    fn covers(&self, file: &str) -> bool {
        let after = |path: &str, marks: &[char]| file.strip_prefix(path).is_some_and(|rest| rest.starts_with(marks));
        match self {
            Named::Below(path) => file == path || after(path, &['/']),
            Named::Entry(path) => after(path, &['/', '.']),
        }
    }
}

/// The paths as sources name them; or what to say of one that is nothing of the site.
fn named(
    setting: &Setting,
    paths: &[PathBuf],
    disk: &dyn Disk,
    problems: &Problems,
) -> Result<Result<Vec<Named>, String>, Fault> {
    let mut known: BTreeSet<Arc<str>> = problems.iter().map(|problem| problem.place.file.clone()).collect();
    for folder in SOURCES {
        known.extend(disk.list(folder)?.into_iter().map(|item| item.path));
    }
    let mut found = Vec::new();
    for path in paths {
        let below = below_root(setting, path);
        // People leave out the first folder, and the ending.
        let forms = [below.clone(), format!("content/{below}")];
        let named = forms.into_iter().map(meant).find(|named| known.iter().any(|file| named.covers(file)));
        match named {
            Some(named) => found.push(named),
            None => {
                let shown = path.display();
                return Ok(Err(setting.language().pick(
                    format!("“{shown}” tidak ada di content/. Sebut sebuah entri, misalnya content/produk/bingkai-a4."),
                    format!("“{shown}” is not in content/. Name an entry, such as content/produk/bingkai-a4."),
                )));
            }
        }
    }
    Ok(Ok(found))
}

/// `content/produk/x.md`, `content/produk/x/index.en.md`, `content/produk/x/foto.jpg` and `content/produk/x` are one entry.
fn meant(path: String) -> Named {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["content", folder, slug, ..] if Kind::from_folder(folder).is_some() => {
            let slug = slug.split('.').next().unwrap_or(slug);
            Named::Entry(format!("content/{folder}/{slug}"))
        }
        _ => Named::Below(path),
    }
}

/// A path as sources name it: below the root, with forward slashes. One that exists is looked for from where the person
/// stands, any other from the root.
fn below_root(setting: &Setting, path: &Path) -> String {
    let real = path.canonicalize().ok().zip(setting.root.canonicalize().ok());
    let real = real.as_ref().and_then(|(path, root)| path.strip_prefix(root).ok());
    let below = real.unwrap_or_else(|| path.strip_prefix(&setting.root).unwrap_or(path));
    let parts = below.components().filter(|part| !matches!(part, std::path::Component::CurDir));
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Errors always fail; warnings when asked.
pub fn ending(counts: Counts, strict: bool) -> Ending {
    if counts.errors > 0 || (strict && counts.warnings > 0) { Ending::Mistakes } else { Ending::Fine }
}
