//! Which files a build saw, so that the next one can tell at once that none of them has changed. Content decides: a file
//! whose size, times and place on the disk stand as they were is taken as unread, any other is read and hashed. So a
//! folder that was unpacked anew, with new times, is known again by its bytes.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::disk::{Disk, Fault, Item};

/// Folders with sources, each of which a build may use: content, themes, and the browser editor.
pub const FOLDERS: [&str; 3] = ["content", "themes", "admin"];
/// A file changed so shortly before it was looked at may change again within the same tick of the clock.
const SETTLED_NANOSECONDS: u64 = 2_000_000_000;

/// A file as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its stamp; 0 when it was too fresh to be trusted.
    stamp: u64,
    /// Hash of its bytes.
    pub hash: [u8; 32],
}

/// All files of the content and the themes, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The files.
    pub files: BTreeMap<String, File>,
}

impl Seen {
    /// Looks at all files; reads those that `before` does not know. `now` is the time of the disk in nanoseconds.
    ///
    /// `None` when a link leads out of the folder or a file cannot be read: then nothing can be said.
    ///
    /// # Errors
    /// When the folders cannot be listed.
    pub fn look(disk: &dyn Disk, before: &Seen, now: u64) -> Result<Option<Seen>, Fault> {
        let mut items: Vec<Item> = Vec::new();
        for folder in FOLDERS {
            items.extend(disk.list(folder)?);
        }
        if items.iter().any(|item| item.strays) {
            return Ok(None);
        }
        let one = |item: Item| -> Result<(String, File), Fault> {
            let stamp = if item.changed.saturating_add(SETTLED_NANOSECONDS) < now { item.stamp } else { 0 };
            let known = before.files.get(&*item.path).filter(|known| known.stamp != 0 && known.stamp == item.stamp);
            let hash = match known {
                Some(known) => known.hash,
                None => *blake3::hash(&disk.read(&item.path)?).as_bytes(),
            };
            Ok((item.path.to_string(), File { stamp, hash }))
        };
        let files = items.into_par_iter().map(one).collect::<Result<Vec<(String, File)>, Fault>>();
        Ok(files.ok().map(|files| Seen { files: files.into_iter().collect() }))
    }

    /// Hash of all paths and their bytes.
    pub fn print(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for (path, file) in &self.files {
            hasher.update(path.as_bytes()).update(&[0]).update(&file.hash);
        }
        *hasher.finalize().as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::disk::Memory;

    /// Counts readings, and gives every file the times it is told.
    struct Counting {
        files: Memory,
        changed: u64,
        reads: AtomicUsize,
    }

    impl Disk for Counting {
        fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
            let items = self.files.list(folder)?;
            // The stamp tells nothing of the bytes here, as when a clock is too coarse.
            Ok(items.into_iter().map(|item| Item { changed: self.changed, stamp: 1 + self.changed, ..item }).collect())
        }

        fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
            self.reads.fetch_add(1, Ordering::Relaxed);
            self.files.read(path)
        }
    }

    #[test]
    fn files_are_read_again_when_their_times_differ_or_were_too_fresh_to_tell() {
        let mut files = Memory::new();
        files.put("content/a.md", "a");
        files.put("themes/x/theme.yaml", "b");
        let mut disk = Counting { files, changed: 5_000_000_000, reads: AtomicUsize::new(0) };
        let look = |disk: &Counting, before: &Seen, now: u64| Seen::look(disk, before, now).unwrap().unwrap();
        let old = look(&disk, &Seen::default(), 60_000_000_000);
        assert_eq!(disk.reads.swap(0, Ordering::Relaxed), 2);
        assert_eq!(look(&disk, &old, 60_000_000_000), old);
        assert_eq!(disk.reads.swap(0, Ordering::Relaxed), 0, "nothing has changed, so nothing is read");
        // Unpacked anew with other times: read, and found to be the same.
        disk.changed = 6_000_000_000;
        assert_eq!(look(&disk, &old, 60_000_000_000).print(), old.print());
        assert_eq!(disk.reads.swap(0, Ordering::Relaxed), 2);
        // Looked at within the tick of its change: the stamp is not trusted the next time, and the change is seen.
        let fresh = look(&disk, &old, 6_000_000_001);
        disk.files.put("content/a.md", "c");
        assert_ne!(look(&disk, &fresh, 60_000_000_000).print(), fresh.print());
    }
}
