//! When each source file was last changed, from git: one `git log`, kept by the commit it was read at. Nothing here can
//! fail a build: without git, without a repository or before the first commit there are simply no days.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use crate::cache::Cache;
use crate::disk::History;

/// Name of the record in the cache.
const RECORD: &str = "riwayat";
/// Changes whenever the record would hold something else.
const VERSION: &str = "riwayat/1";

/// What git knows about the files below `root`.
pub fn read(root: &Path, cache: &Cache) -> History {
    let Some(facts) = git(root, &["rev-parse", "--is-shallow-repository", "--verify", "HEAD"]) else {
        return History::Unknown;
    };
    let facts = String::from_utf8_lossy(&facts);
    let mut lines = facts.lines();
    let (shallow, head) = (lines.next(), lines.next().unwrap_or_default());
    if shallow == Some("true") {
        return History::Shallow;
    }
    let key = format!("{VERSION} {head} {}", root.canonicalize().unwrap_or_default().display());
    let kept =
        cache.record(RECORD).and_then(|bytes| postcard::from_bytes::<(String, BTreeMap<String, i64>)>(&bytes).ok());
    if let Some((_, changes)) = kept.filter(|(own, _)| *own == key) {
        return History::Known(Arc::new(changes));
    }
    let log =
        ["log", "--format=%x01%ct", "--name-only", "-z", "--no-renames", "--no-merges", "--relative", "--", "content"];
    let Some(log) = git(root, &log) else { return History::Unknown };
    let changes = last_changes(&String::from_utf8_lossy(&log));
    // A command that only looks makes no folder.
    if cache.folder().is_some_and(Path::exists)
        && let Ok(bytes) = postcard::to_stdvec(&(&key, &changes))
    {
        cache.set_record(RECORD, &bytes);
    }
    History::Known(Arc::new(changes))
}

/// What git prints, when it is there and has something to say. A hook that this runs in names its own repository in
/// the environment; what counts is the one that `root` lies in.
fn git(root: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let mut command = Command::new("git");
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    let output = command.arg("-C").arg(root).args(arguments).output().ok()?;
    output.status.success().then_some(output.stdout)
}

/// The newest change of each path. Commits begin with U+0001 and their time; parts are set apart by NUL and line ends.
fn last_changes(log: &str) -> BTreeMap<String, i64> {
    let mut changes = BTreeMap::new();
    let mut time = 0;
    for part in log.split('\0').map(|part| part.trim_start_matches('\n')).filter(|part| !part.is_empty()) {
        match part.strip_prefix('\u{1}') {
            Some(number) => time = number.trim().parse().unwrap_or(0),
            None => {
                let newest = changes.entry(part.to_owned()).or_insert(time);
                *newest = time.max(*newest);
            }
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_change_counts_and_names_may_hold_anything() {
        let log = "\u{1}200\0\ncontent/a.md\0content/dua kata.md\0\0\u{1}300\0\ncontent/a.md\0\0\u{1}100\0\ncontent/dua kata.md\0";
        let changes = last_changes(log);
        assert_eq!(changes.get("content/a.md"), Some(&300));
        assert_eq!(changes.get("content/dua kata.md"), Some(&200));
        assert_eq!(changes.len(), 2);
        assert!(last_changes("").is_empty());
    }
}
