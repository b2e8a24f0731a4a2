//! How the files of a published folder stand, at a glance. A large site has tens of thousands of them, so the folder is
//! opened once and each path is looked up from there.

use std::path::Path;

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
    #[cfg(not(unix))]
    path: std::path::PathBuf,
}

#[cfg(unix)]
impl Folder {
    /// Opens it; one that is not there has no files.
    pub fn open(path: &Path) -> Folder {
        use rustix::fs::{Mode, OFlags};
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Folder { handle: rustix::fs::open(path, flags, Mode::empty()).ok() }
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
