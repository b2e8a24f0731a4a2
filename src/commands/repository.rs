//! The git repository around the site, in the surroundings in which git started us.

use std::ffi::OsString;
use std::path::Path;

use crate::disk::git::{Repository, Unusable};

/// Names by which git tells a hook where things are; relative ones are meant from where the hook was started.
const PLACES: [&str; 3] = ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"];

/// Opens it.
///
/// # Errors
/// There is no git, or no repository.
pub fn open(root: &Path) -> Result<Repository, Unusable> {
    let absolute = |name: &str| -> Option<(String, OsString)> {
        let place = std::env::var_os(name)?;
        Some((name.to_owned(), std::path::absolute(place).ok()?.into_os_string()))
    };
    Repository::open(root, PLACES.iter().filter_map(|name| absolute(name)).collect())
}
