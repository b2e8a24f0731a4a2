//! Gives the program a print of its own sources, so that nothing that another version left in a cache is ever trusted.

#![allow(clippy::disallowed_methods, reason = "runs before there is a program")]

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Everything that decides what the program makes; the theme and the tables are compiled in.
const SOURCES: [&str; 5] = ["Cargo.toml", "Cargo.lock", "src", "themes", "content/data"];

fn main() {
    let mut files = BTreeMap::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        collect(Path::new(source), &mut files);
    }
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    println!("cargo::rustc-env=ETALASE_SOURCES={:016x}", hasher.finish());
}

fn collect(path: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|entry| collect(&entry.path(), files));
    } else {
        files.insert(path.to_owned(), std::fs::read(path).unwrap_or_default());
    }
}
