//! `review --base REF|FOLDER`: what a proposed change does, for the person who has to say yes to it. It is called as git
//! hosts call it, and is printed as Markdown, so that a workflow can put it under the proposal.
//!
//! Both states are read, the older one as git keeps it without checking anything out, and both are built beside each
//! other with one cache. Told are the mistakes, what the touched entries say now and how complete they are, and what the
//! site shows differently. What is private is only said to have changed ([`veil`]).

pub mod changes;
mod entries;
mod markdown;
mod site;
pub mod text;
mod veil;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Serialize;

pub use entries::{FieldChange, Fix, State, Touched};
pub use markdown::MARK;
pub use site::{Bytes, PageRef, Shown, SiteChanges};
use veil::Veil;

use super::sheet::site::{Content, load};
use super::{Ending, Format, Setting, check, repository};
use crate::bahasa::Language;
use crate::cache::Cache;
use crate::diagnostic::{Counts, Diagnostic, Level, Problems, show};
use crate::disk::git::{Unusable, Version};
use crate::disk::{Disk, Fault, Folder};
use crate::pipeline::{self, Loaded, Options, Silent};

/// One of the two states of the site.
pub struct Side<'a> {
    /// Its files.
    disk: &'a dyn Disk,
    /// Its entries as they are written.
    content: Content,
    /// Its entries as they are understood, drafts too.
    loaded: Loaded,
    /// What is wrong with it.
    problems: Problems,
    /// Where it was built, unless it could not be.
    built: Option<PathBuf>,
    /// Language of the words.
    language: Language,
    /// Is English one of the site's languages?
    english: bool,
}

/// A mistake as the review tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// Code.
    pub code: &'static str,
    /// `error`, `warning` or `advice`.
    pub level: &'static str,
    /// File.
    pub file: String,
    /// Line, from 1; 0 when the whole file is meant.
    pub line: u32,
    /// What is wrong.
    pub message: String,
    /// What to write or do.
    pub hint: String,
}

/// The review.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Review {
    /// What was compared with, as it was asked for.
    pub base: String,
    /// How many mistakes of each level.
    pub counts: Counts,
    /// Those of the touched files, and those that the change brings to others.
    pub mistakes: Vec<Mistake>,
    /// Errors and warnings of before that are gone.
    pub mended: usize,
    /// Entries that are touched.
    pub entries: Vec<Touched>,
    /// Other files that are: settings, tables, theme.
    pub others: Vec<String>,
    /// What the site shows differently. None when one of the two cannot be built.
    pub site: Option<SiteChanges>,
    /// The state before could not be built, so nothing can be said about the site.
    pub base_broken: bool,
}

/// Runs it.
///
/// # Errors
/// A [`Fault`] when the machine fails.
pub fn run(setting: &Setting, base: &str) -> Result<Ending, Fault> {
    let language = setting.language();
    let folder = setting.root.join(base);
    if !base.is_empty() && folder.join("content").is_dir() {
        return of(setting, base, &Folder::new(folder));
    }
    let snapshot = repository::open(&setting.root).and_then(|repository| {
        let commit = repository.commit(base)?;
        let start = repository.fork_point(&commit);
        repository.snapshot(&Version::Commit(start), &check::SOURCES)
    });
    match snapshot {
        Ok(snapshot) => of(setting, base, &snapshot),
        Err(unusable) => {
            setting.console.error(&unusable.to_string());
            if matches!(unusable, Unusable::NoSuchCommit(_) | Unusable::NoRepository) {
                setting.console.say(language.pick(
                    "Tulis nama cabang, tag, atau commit (--base main), atau folder yang memuat content/.",
                    "Name a branch, a tag or a commit (--base main), or a folder that holds content/.",
                ));
            }
            Ok(Ending::Misuse)
        }
    }
}

/// Folder for the two sites while they are compared.
const FOLDER: &str = ".etalase/tinjau";

fn of(setting: &Setting, base: &str, old: &dyn Disk) -> Result<Ending, Fault> {
    let _lock = super::build::lock(setting)?;
    let rooms = setting.root.join(FOLDER);
    clear(&rooms)?;
    // The past of files is left out on both sides: days of commits differ on every touched page and tell nothing new.
    let new = Folder::new(&setting.root);
    let answer = side(setting, old, &rooms.join("lama"))
        .and_then(|old| Ok((old, side(setting, &new, &rooms.join("baru"))?)))
        .and_then(|(old, new)| review(setting, base, old, new));
    let cleared = clear(&rooms);
    let review = answer?;
    cleared?;
    setting.console.print(&match setting.format {
        Format::Json => serde_json::to_string_pretty(&review).unwrap_or_default() + "\n",
        Format::Human | Format::Github => markdown::page(&review, setting.language()),
    });
    Ok(check::ending(review.counts, false))
}

#[expect(clippy::disallowed_methods, reason = "removes the folder it made for the comparison")]
fn clear(folder: &Path) -> Result<(), Fault> {
    match std::fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Fault::new("menghapus", folder, cause)),
        _ => Ok(()),
    }
}

fn side<'a>(setting: &Setting, disk: &'a dyn Disk, out: &Path) -> Result<Side<'a>, Fault> {
    let options = Options { today: setting.today, base: None, drafts: false };
    let mut problems = Problems::new();
    let cache = Cache::in_folder(&setting.root);
    let report = pipeline::build(disk, out, &options, &cache, &Silent, &mut problems)?;
    let known = pipeline::Known { cache: &cache, seen: None };
    let loaded = pipeline::load(disk, &Options { drafts: true, ..options }, &known, &mut Problems::new())?;
    let content = load(disk, setting.today)?;
    Ok(Side {
        disk,
        content,
        english: loaded.rules.english,
        loaded,
        problems,
        built: report.map(|_| out.to_path_buf()),
        language: setting.language(),
    })
}

fn review(setting: &Setting, base: &str, old: Side<'_>, mut new: Side<'_>) -> Result<Review, Fault> {
    let difference = entries::difference(&old, &new)?;
    let veil = entries::veil(&old, &new, &difference);
    let mut entries = entries::touched(&old, &new, &difference, &veil, setting.today);
    let signatures = |problems: &Problems| -> BTreeSet<String> {
        problems.iter().filter(|problem| problem.level() != Level::Advice).map(Diagnostic::signature).collect()
    };
    let before = signatures(&old.problems);
    // A build that stopped early has not come to every remark.
    let both = old.built.is_some() && new.built.is_some();
    let mended = if both { before.difference(&signatures(&new.problems)).count() } else { 0 };
    let mut problems = std::mem::take(&mut new.problems);
    check::keep_own(&mut problems, &difference.files, || Ok::<_, Fault>(before))?;
    let counts = problems.counts();
    let mut mistakes: Vec<Mistake> =
        problems.sorted().iter().map(|problem| mistake(problem, &new, &veil, setting.language())).collect();
    let rank = |level: &str| ["error", "warning", "advice"].iter().position(|known| *known == level);
    mistakes.sort_by_key(|mistake| rank(mistake.level));
    // While an entry is wrong, that comes first.
    let wrong = |file: &str| mistakes.iter().any(|mistake| mistake.level == "error" && mistake.file == file);
    for entry in entries.iter_mut().filter(|entry| wrong(&entry.file)) {
        (entry.score, entry.fixes) = (None, Vec::new());
    }
    let others = difference.files.iter().filter(|path| !is_entry(path)).map(|path| path.to_string()).collect();
    let site = match (&old.built, &new.built) {
        (Some(old), Some(new)) => {
            let addresses: Vec<&str> = entries.iter().map(|entry| entry.address.as_str()).collect();
            Some(site::compare(&Folder::new(old), &Folder::new(new), &veil, &addresses)?)
        }
        _ => None,
    };
    let base_broken = old.built.is_none();
    Ok(Review { base: base.to_owned(), counts, mistakes, mended, entries, others, site, base_broken })
}

/// Below the folder of a kind of entry.
fn is_entry(path: &str) -> bool {
    let mut parts = path.split('/');
    parts.next() == Some("content")
        && parts.next().is_some_and(|folder| crate::model::Kind::from_folder(folder).is_some())
}

/// A message that would repeat something private is cut to its title.
fn mistake(problem: &Diagnostic, new: &Side<'_>, veil: &Veil, language: Language) -> Mistake {
    let texts = problem.code().texts(language);
    let message = show::message(problem, language);
    let line = new.content.files.get(&problem.place.file).and_then(|file| show::corrected_line(problem, &file.text));
    let hint = match line {
        Some(line) => format!("{}: {line}", language.pick("tulis", "write")),
        None => show::hint(problem, language),
    };
    Mistake {
        code: problem.code().as_str(),
        level: problem.level().name(Language::En),
        file: problem.place.file.to_string(),
        line: problem.place.span.line,
        message: veil.shown(&message).unwrap_or_else(|| texts.title.to_owned()),
        hint: veil.shown(&hint).unwrap_or_else(|| texts.fix.to_owned()),
    }
}
