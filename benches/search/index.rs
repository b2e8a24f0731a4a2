//! Times the making of the search index alone and says what it weighs. The catalogue is written by
//! `benches/catalog/gen_catalog.py`. The index is left in OUT (`OUT.bin` and `OUT/`), for the other scripts here.
//!
//! cargo bench --bench search -- CATALOGUE OUT [ROUNDS]

#![allow(clippy::disallowed_methods, reason = "a bench lays out folders of its own")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use etalase::album::Album;
use etalase::cache::Cache;
use etalase::diagnostic::Problems;
use etalase::disk::Folder;
use etalase::make::search;
use etalase::model::Date;
use etalase::pipeline::{Known, Options, load};
use etalase::search::{START_FILE, Settings, build};

/// CPU seconds of all threads of this process so far.
fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<f64> = behind_name.split_whitespace().map(|field| field.parse().unwrap_or(0.0)).collect();
    fields.get(11..13).map_or(0.0, |times| times.iter().sum::<f64>() / 100.0)
}

/// The most memory used so far, in megabytes.
fn peak_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [root, out, rest @ ..] = arguments.as_slice() else {
        println!("cargo bench --bench search -- CATALOGUE OUT [ROUNDS]");
        return Ok(());
    };
    let rounds = rest.first().and_then(|rounds| rounds.parse().ok()).unwrap_or(3);
    let today = Date::new(2026, 11, 24).ok_or("no such day")?;
    let options = Options { today, base: None, drafts: false };
    let cache = Cache::none();
    let known = Known { cache: &cache, seen: None };
    let mut problems = Problems::default();
    let loaded = load(&Folder::new(root), &options, &known, &mut problems).map_err(|fault| format!("{fault:?}"))?;
    let album = Album::default();
    let (documents, lexicon) = search::documents(&loaded.catalog, &loaded.site, &album, &loaded.words, today);
    println!("{} documents, {:.0} MB before", documents.len(), peak_memory());
    let mut files = Vec::new();
    for _ in 0..rounds {
        let (cpu, wall) = (cpu_seconds(), Instant::now());
        files = build(&documents, &lexicon, &Settings::standard()).files;
        println!("{:.2} s CPU, {:.2} s", cpu_seconds() - cpu, wall.elapsed().as_secs_f64());
    }
    println!("{:.0} MB at most", peak_memory());
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let _ = fs::remove_dir_all(out);
    fs::create_dir_all(out)?;
    for file in &files {
        let (kind, path) = match file.name.as_str() {
            START_FILE => ("start", Path::new(out).with_extension("bin")),
            name => (name.get(..1).unwrap_or_default(), Path::new(out).join(name)),
        };
        let entry = kinds.entry(kind).or_default();
        *entry = (entry.0 + 1, entry.1 + file.bytes.len());
        fs::write(path, &file.bytes)?;
    }
    let all: usize = kinds.values().map(|(_, bytes)| bytes).sum();
    println!("{all} bytes in {} files: {kinds:?}", files.len());
    Ok(())
}
