//! Files and folders of a site in the making: written, linked, exchanged, removed.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::look;
use crate::disk::Fault;

#[expect(clippy::disallowed_methods, reason = "the writer looks at its own files")]
pub(super) fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    std::fs::read(path)
}

pub(super) fn make_folder(path: &Path) -> Result<(), Fault> {
    std::fs::create_dir_all(path).map_err(|cause| Fault::new("membuat folder", path, cause))
}

/// Writes a file, and its folder if that is not there yet. Gives its stamp.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<u64, Fault> {
    let fault = |cause| Fault::new("menulis", path, cause);
    let mut file = match File::create(path) {
        // Most files come to folders that are there.
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), make_folder)?;
            File::create(path).map_err(fault)?
        }
        opened => opened.map_err(fault)?,
    };
    file.write_all(bytes).map_err(fault)?;
    Ok(look::stamp_of(&file.metadata().map_err(fault)?))
}

/// Links, or copies where links are not to be had.
pub(super) fn link(from: &Path, to: &Path) -> Result<(), Fault> {
    if std::fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    std::fs::copy(from, to).map(|_| ()).map_err(|cause| Fault::new("menyalin", from, cause))
}

/// Puts `fresh` in the place of `out`: in one step where the system can exchange two folders, else in two.
#[expect(clippy::disallowed_methods, reason = "this is the one writer")]
pub(super) fn swap(fresh: &Path, out: &Path) -> Result<(), Fault> {
    let fault = |cause: std::io::Error| Fault::new("memasang situs baru di", out, cause);
    if let Some(parent) = out.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        make_folder(parent)?;
    }
    if !out.exists() {
        return std::fs::rename(fresh, out).map_err(fault);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, fresh, CWD, out, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let aside = fresh.with_extension("lama");
    remove_tree(&aside)?;
    std::fs::rename(out, &aside).map_err(fault)?;
    if let Err(cause) = std::fs::rename(fresh, out) {
        let _ = std::fs::rename(&aside, out);
        return Err(fault(cause));
    }
    remove_tree(&aside)
}

#[expect(clippy::disallowed_methods, reason = "removes only the folder a build made for itself")]
pub(super) fn remove_tree(path: &Path) -> Result<(), Fault> {
    // Most of a large site lies two folders deep; these go in parallel, the rest in one sweep.
    let inner = walkdir::WalkDir::new(path).min_depth(2).max_depth(2).into_iter().flatten();
    let folders: Vec<PathBuf> =
        inner.filter(|entry| entry.file_type().is_dir()).map(walkdir::DirEntry::into_path).collect();
    folders.par_iter().for_each(|folder| {
        let _ = std::fs::remove_dir_all(folder);
    });
    match std::fs::remove_dir_all(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Fault::new("menghapus", path, cause)),
        _ => Ok(()),
    }
}
