//! A store of things that were made, by the hash of everything that steered the making; and a shelf for the records of
//! the last build. Lives in `.etalase/` and is the only other thing that is written. It may vanish at any time: then
//! things are made again. What cannot be read back whole counts as missing.

use std::path::{Path, PathBuf};

use crate::disk::Fault;

/// The name of one made thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of these inputs; each is set apart from the next.
    pub fn of(inputs: &[&[u8]]) -> Key {
        let mut hasher = blake3::Hasher::new();
        for input in inputs {
            hasher.update(&(input.len() as u64).to_le_bytes()).update(input);
        }
        Key(*hasher.finalize().as_bytes())
    }

    /// The first 16 hex digits: a file name.
    pub fn short(&self) -> String {
        self.0.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The hash itself.
    pub fn bytes(&self) -> [u8; 32] {
        self.0
    }

    fn long(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The store.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    /// In `<root>/.etalase/`.
    pub fn in_folder(root: &Path) -> Cache {
        Cache { folder: Some(root.join(".etalase")) }
    }

    /// Keeps nothing.
    pub fn none() -> Cache {
        Cache { folder: None }
    }

    /// Its folder.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    fn path(&self, key: &Key) -> Option<PathBuf> {
        let name = key.long();
        let (shelf, rest) = name.split_at(2);
        Some(self.folder.as_ref()?.join("simpan").join(shelf).join(rest))
    }

    /// What was made for this key, if it is there and whole: every thing carries its own hash.
    pub fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let mut bytes = read(&self.path(key)?)?;
        let split = bytes.len().checked_sub(32)?;
        let hash = bytes.split_off(split);
        (blake3::hash(&bytes).as_bytes().as_slice() == hash).then_some(bytes)
    }

    /// Keeps it. A full disk is no reason to fail: then it is made again next time.
    pub fn put(&self, key: &Key, bytes: &[u8]) {
        let Some(path) = self.path(key) else { return };
        let mut sealed = bytes.to_vec();
        sealed.extend_from_slice(blake3::hash(bytes).as_bytes());
        let _ = write_whole(&path, &sealed);
    }

    /// A record by name, if it is there and whole.
    pub fn record(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = read(&self.folder.as_ref()?.join(name))?;
        let split = bytes.len().checked_sub(32)?;
        let hash = bytes.split_off(split);
        (blake3::hash(&bytes).as_bytes().as_slice() == hash).then_some(bytes)
    }

    /// Keeps a record.
    pub fn set_record(&self, name: &str, bytes: &[u8]) {
        let Some(folder) = &self.folder else { return };
        let mut sealed = bytes.to_vec();
        sealed.extend_from_slice(blake3::hash(bytes).as_bytes());
        let _ = write_whole(&folder.join(name), &sealed);
    }

    /// The time of the disk the cache lies on, in nanoseconds since 1970: that of a file written just now.
    pub fn time(&self) -> Option<u64> {
        let path = self.folder.as_ref()?.join("jam");
        write_whole(&path, b"").ok()?;
        let modified = path.metadata().ok()?.modified().ok()?;
        Some(modified.duration_since(std::time::UNIX_EPOCH).ok()?.as_nanos() as u64)
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// When the folder cannot be removed.
    #[expect(clippy::disallowed_methods, reason = "the cache owns its folder")]
    pub fn clear(&self) -> Result<(), Fault> {
        match &self.folder {
            Some(folder) if folder.exists() => {
                std::fs::remove_dir_all(folder).map_err(|cause| Fault::new("menghapus", folder.clone(), cause))
            }
            _ => Ok(()),
        }
    }

    /// Forgets things not used for the longest time until at most `bytes_max` are kept. `used` are never forgotten.
    #[expect(clippy::disallowed_methods, reason = "the cache owns its folder")]
    pub fn prune(&self, used: &std::collections::BTreeSet<Key>, bytes_max: u64) {
        let Some(folder) = &self.folder else { return };
        let keep: std::collections::BTreeSet<PathBuf> = used.iter().filter_map(|key| self.path(key)).collect();
        let mut old = Vec::new();
        let mut total = 0;
        for entry in walkdir::WalkDir::new(folder.join("simpan")).into_iter().flatten() {
            if let Ok(meta) = entry.metadata()
                && meta.is_file()
            {
                total += meta.len();
                if !keep.contains(entry.path()) {
                    old.push((meta.modified().ok(), meta.len(), entry.into_path()));
                }
            }
        }
        old.sort();
        for (_, size, path) in old {
            if total <= bytes_max {
                break;
            }
            if std::fs::remove_file(path).is_ok() {
                total -= size;
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the cache owns its folder")]
fn read(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

/// Writes beside the target and renames, so that nobody ever sees half a file.
#[expect(clippy::disallowed_methods, reason = "the cache owns its folder")]
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let unique = format!("{}-{:?}", std::process::id(), std::thread::current().id());
    let beside = path.with_extension(unique.replace(['(', ')'], ""));
    std::fs::write(&beside, bytes)?;
    std::fs::rename(&beside, path)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "spoils files of its own")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_oldest_unused_things_go_first_and_used_ones_never() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let keys: Vec<Key> = (0..6_u8).map(|number| Key::of(&[&[number]])).collect();
        for (age, key) in keys.iter().enumerate() {
            cache.put(key, &[7; 1_000]);
            let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000 + age as u64);
            std::fs::File::options().write(true).open(cache.path(key).unwrap()).unwrap().set_modified(time).unwrap();
        }
        // Six of 1,032 bytes; three fit.
        cache.prune(&BTreeSet::from([keys[0]]), 3_200);
        let left: Vec<bool> = keys.iter().map(|key| cache.get(key).is_some()).collect();
        assert_eq!(left, [true, false, false, false, true, true]);
        cache.prune(&keys.iter().copied().collect(), 0);
        assert!(cache.get(&keys[0]).is_some() && cache.get(&keys[5]).is_some());
    }

    #[test]
    fn what_is_not_whole_counts_as_missing() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let key = Key::of(&[b"a"]);
        cache.put(&key, b"isi");
        assert_eq!(cache.get(&key).as_deref(), Some(b"isi".as_slice()));
        let path = cache.path(&key).unwrap();
        let whole = std::fs::read(&path).unwrap();
        for length in 0..whole.len() {
            std::fs::write(&path, &whole[..length]).unwrap();
            assert_eq!(cache.get(&key), None, "cut to {length} bytes");
        }
    }
}
