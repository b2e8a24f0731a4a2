//! How the files of a published folder stand, at a glance. A large site has tens of thousands of them, so the folder is
//! opened once and each path is looked up from there.

use std::path::Path;

#[cfg(target_os = "linux")]
use rayon::prelude::*;

/// Which file it is: device and number. A hard link is the same file.
pub type Place = (u64, u64);

/// A plain file, as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Size and time of change in one number; never 0.
    pub stamp: u64,
    /// Which file it is; the same for all where the system does not tell.
    pub place: Place,
}

/// A folder to look into.
pub struct Folder {
    #[cfg(unix)]
    handle: Option<rustix::fd::OwnedFd>,
    #[cfg(not(target_os = "linux"))]
    path: std::path::PathBuf,
}

#[cfg(unix)]
impl Folder {
    /// Opens it; one that is not there has no files.
    pub fn open(path: &Path) -> Folder {
        use rustix::fs::{Mode, OFlags};
        #[cfg(target_os = "linux")]
        let access = OFlags::PATH;
        #[cfg(not(target_os = "linux"))]
        let access = OFlags::RDONLY;
        let flags = access | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let handle = rustix::fs::open(path, flags, Mode::empty()).ok();
        Folder {
            handle,
            #[cfg(not(target_os = "linux"))]
            path: path.to_owned(),
        }
    }

    /// A plain file below it; a link is not followed.
    pub fn look(&self, path: &str) -> Option<Look> {
        use rustix::fs::{AtFlags, FileType};
        let stat = rustix::fs::statat(self.handle.as_ref()?, path, AtFlags::SYMLINK_NOFOLLOW).ok()?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return None;
        }
        let seconds = (stat.st_mtime as i64).max(0) as u64;
        let nanoseconds = seconds.saturating_mul(1_000_000_000).saturating_add(stat.st_mtime_nsec as u64);
        Some(Look { stamp: stamp(nanoseconds, stat.st_size as u64), place: (stat.st_dev as u64, stat.st_ino as u64) })
    }
}

#[cfg(target_os = "linux")]
impl Folder {
    /// Paths of all files below it, with forward slashes, sorted; whatever is no folder counts as a file. A page has a folder
    /// of its own, so there are tens of thousands: each level is read by all threads, with two calls a folder.
    pub fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut level = vec![String::new()];
        while !level.is_empty() {
            let read: Vec<(Vec<String>, Vec<String>)> = level.par_iter().map(|folder| self.members(folder)).collect();
            level.clear();
            for (more_files, more_folders) in read {
                files.extend(more_files);
                level.extend(more_folders);
            }
        }
        files.sort_unstable();
        files
    }

    /// Files and folders of one folder below it.
    fn members(&self, folder: &str) -> (Vec<String>, Vec<String>) {
        use rustix::fs::{AtFlags, FileType, Mode, OFlags, RawDir, openat, statat};
        let mut found = (Vec::new(), Vec::new());
        let here = if folder.is_empty() { "." } else { folder };
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let Some(opened) = self.handle.as_ref().and_then(|top| openat(top, here, flags, Mode::empty()).ok()) else {
            return found;
        };
        let mut room = [std::mem::MaybeUninit::uninit(); 8192];
        let mut entries = RawDir::new(&opened, &mut room);
        while let Some(Ok(entry)) = entries.next() {
            let name = entry.file_name();
            if matches!(name.to_bytes(), b"." | b"..") {
                continue;
            }
            let is_folder = match entry.file_type() {
                // Some file systems do not say.
                FileType::Unknown => statat(&opened, name, AtFlags::SYMLINK_NOFOLLOW)
                    .is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::Directory),
                kind => kind == FileType::Directory,
            };
            let name = name.to_string_lossy();
            let path = if folder.is_empty() { name.into_owned() } else { format!("{folder}/{name}") };
            if is_folder { found.1.push(path) } else { found.0.push(path) }
        }
        found
    }
}

#[cfg(not(target_os = "linux"))]
impl Folder {
    /// Paths of all files below it, with forward slashes, sorted; whatever is no folder counts as a file.
    pub fn files(&self) -> Vec<String> {
        let walk = walkdir::WalkDir::new(&self.path).min_depth(1).into_iter().flatten();
        let shown = |entry: walkdir::DirEntry| {
            let below = entry.path().strip_prefix(&self.path).unwrap_or(entry.path());
            below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
        };
        let mut paths: Vec<String> = walk.filter(|entry| !entry.file_type().is_dir()).map(shown).collect();
        paths.sort();
        paths
    }
}

#[cfg(not(unix))]
impl Folder {
    /// Opens it; one that is not there has no files.
    pub fn open(path: &Path) -> Folder {
        Folder { path: path.to_owned() }
    }

    /// A plain file below it; a link is not followed.
    pub fn look(&self, path: &str) -> Option<Look> {
        let meta = self.path.join(path).symlink_metadata().ok().filter(std::fs::Metadata::is_file)?;
        Some(Look { stamp: stamp_of(&meta), place: (0, 0) })
    }
}

/// Device and number of a folder, where the system tells.
pub fn place_of_folder(path: &Path) -> Option<Place> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let meta = path.symlink_metadata().ok()?;
        Some((meta.dev(), meta.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// The stamp of a file that was just written.
pub fn stamp_of(meta: &std::fs::Metadata) -> u64 {
    let modified = meta.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    stamp(modified.map_or(0, |since| since.as_nanos() as u64), meta.len())
}

fn stamp(modified: u64, size: u64) -> u64 {
    (modified ^ size.rotate_left(40)).max(1)
}
