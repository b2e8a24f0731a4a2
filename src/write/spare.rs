//! The site before this one, kept beside the published folder, so that the next build needs to lay only what differs
//! instead of linking every file anew and removing every old one.
//!
//! Nearly all files of it are the very files of the published site (hard links), so it takes little room. It is never
//! trusted: each file that is to stay must be the same file, by its place on the disk, as the published one; else it is
//! laid anew. Before anything in it is touched it gets another name, so that one left half-done by a killed build is
//! never taken up again.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::files::{link, make_folder, remove_tree};
use super::look::{Folder, Place, place_of_folder};
use crate::disk::Fault;

/// From so many files on, a spare is worth its folder.
const FILES_MIN: usize = 500;

/// What is known of the spare.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spare {
    /// Device and number of its folder.
    place: (u64, u64),
    /// Files in it that the site after it no longer had.
    extra: Vec<String>,
}

/// Where the spare of `out` lies, and the name it has while it is worked on.
pub fn folders(out: &Path) -> (PathBuf, PathBuf) {
    let name = out.file_name().map_or_else(|| "situs".to_owned(), |name| name.to_string_lossy().into_owned());
    let beside = |ending: &str| out.with_file_name(format!(".{name}.etalase-{ending}"));
    (beside("cadangan"), beside("tukar"))
}

/// Is it worth keeping the old site, of which `kept` of `files` files live on?
pub fn is_worth(files: usize, kept: usize) -> bool {
    cfg!(unix) && files >= FILES_MIN && kept * 10 >= files * 9
}

impl Spare {
    /// Notes a folder as the spare of a site, before it is moved away. `standing`: all files in it.
    pub fn note(folder: &Path, standing: &[String], site_has: &dyn Fn(&str) -> bool) -> Option<Spare> {
        let extra = standing.iter().filter(|path| !site_has(path)).cloned().collect();
        Some(Spare { place: place_of_folder(folder)?, extra })
    }

    /// Makes the spare equal to the new site: `kept` files are those of `out` (with their places, as far as they are known),
    /// `made` ones those of `fresh`. The rest of what may stand in it, `stale` and what was noted, goes. Gives the folder,
    /// under its working name, or `None` when there is no spare to be had; then nothing but the spare was touched.
    pub fn renew<'p>(
        &self,
        out: &Path,
        fresh: &Path,
        kept: &[(&str, Option<Place>)],
        made: &[&str],
        stale: impl Iterator<Item = &'p str>,
        site_has: &dyn Fn(&str) -> bool,
    ) -> Option<PathBuf> {
        let (spare, work) = folders(out);
        if place_of_folder(&spare)? != self.place {
            return None;
        }
        rename(&spare, &work).ok()?;
        let extra = self.extra.iter().map(String::as_str).filter(|path| !site_has(path));
        stale.for_each(|path| remove(&work, path));
        extra.for_each(|path| remove(&work, path));
        let standing = Folder::open(&work);
        let lay = |from: &Path, path: &str, source_is: Option<Place>| -> Result<(), Fault> {
            let there = standing.look(path).map(|look| look.place);
            if there.is_some() && there == source_is {
                return Ok(());
            }
            let (source, target) = (from.join(path), work.join(path));
            if there.is_some() || target.symlink_metadata().is_ok() {
                remove_file(&target);
            } else if let Some(folder) = target.parent() {
                make_folder(folder)?;
            }
            link(&source, &target)
        };
        let laid = kept.par_iter().try_for_each(|(path, place)| lay(out, path, *place));
        let laid = laid.and_then(|()| made.par_iter().try_for_each(|path| lay(fresh, path, None)));
        if laid.is_err() {
            let _ = remove_tree(&work);
            return None;
        }
        Some(work)
    }
}

/// Puts the old site, which is now called `old`, in the place of the spare.
pub fn put_away(old: &Path, out: &Path) {
    let (spare, _) = folders(out);
    // A spare that cannot be kept is no loss: the next build goes the long way.
    if remove_tree(&spare).is_err() || rename(old, &spare).is_err() {
        let _ = remove_tree(old);
    }
}

#[expect(clippy::disallowed_methods, reason = "moves only a folder that a build made for itself")]
fn rename(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::rename(from, to)
}

#[expect(clippy::disallowed_methods, reason = "removes only a file of the spare site")]
fn remove_file(path: &Path) {
    let _ = std::fs::remove_file(path);
}

/// Removes a file, and the folders above it that are empty then.
fn remove(top: &Path, path: &str) {
    let file = top.join(path);
    remove_file(&file);
    let mut folder = file.parent();
    while let Some(empty) = folder.filter(|folder| *folder != top && std::fs::remove_dir(folder).is_ok()) {
        folder = empty.parent();
    }
}
