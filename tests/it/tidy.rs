//! The tree keeps its own rules: the code map in ARCHITECTURE.md is the layer order, and the code obeys it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

fn rust_files() -> Vec<(String, String)> {
    let src = root().join("src");
    let files = walkdir::WalkDir::new(&src).sort_by_file_name().into_iter().map(Result::unwrap);
    let rust = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "rs"));
    rust.map(|file| {
        let below = file.path().strip_prefix(&src).unwrap().to_str().unwrap().to_owned();
        (below, std::fs::read_to_string(file.path()).unwrap())
    })
    .collect()
}

/// Rows of the code map, top layer first.
fn layers() -> Vec<String> {
    let map = read("src/ARCHITECTURE.md");
    let section = map.split("## Code map").nth(1).unwrap().split("\n## ").next().unwrap().to_owned();
    let row = |line: &str| line.strip_prefix("| `")?.split('`').next().map(str::to_owned);
    section.lines().filter_map(row).collect()
}

/// The code of a file without its tests and comments.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]").next().unwrap();
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Modules of the crate that a text names, with `use crate::{…}` opened.
fn named_modules(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split("crate::").skip(1) {
        let name: String = part.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect();
        if !name.is_empty() {
            found.push(name);
        }
    }
    found
}

#[test]
fn modules_use_only_layers_below_them() {
    let layers = layers();
    assert!(layers.len() > 15, "the code map was not read");
    let rank: BTreeMap<&str, usize> = layers.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    // Said in the text below the table.
    let friends = [("schema", "model"), ("model", "schema"), ("parse", "model"), ("disk", "bahasa")];
    let mut breaches = Vec::new();
    for (file, text) in rust_files() {
        let own = match file.split('/').next().unwrap() {
            "lib.rs" => continue,
            first => first.trim_end_matches(".rs"),
        };
        let Some(own_rank) = rank.get(own) else { panic!("{file}: `{own}` is not in the code map") };
        for other in named_modules(&code(&text)) {
            let Some(other_rank) = rank.get(other.as_str()) else { continue };
            if other_rank < own_rank && !friends.contains(&(own, other.as_str())) {
                breaches.push(format!("{file} uses `{other}`, which lies above `{own}`"));
            }
        }
    }
    breaches.sort();
    breaches.dedup();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_module_is_in_the_code_map_and_every_row_exists() {
    let layers = layers();
    let declared: Vec<String> = read("src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned))
        .collect();
    for module in &declared {
        assert!(layers.contains(module), "`{module}` is missing in the code map");
    }
    for row in layers.iter().filter(|row| *row != "main") {
        assert!(declared.contains(row), "the code map names `{row}`, which is no module");
    }
}

#[test]
fn files_stay_readable() {
    let long: Vec<String> = rust_files()
        .into_iter()
        .filter(|(_, text)| text.lines().count() > 1000)
        .map(|(file, text)| format!("{file}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "split these: {}", long.join(", "));
}

#[test]
fn nothing_is_left_unfinished() {
    // Put together, so that this file does not find itself.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["todo", "!("], ["unimplemented", "!("], ["dbg", "!("]]
        .map(|parts| parts.concat());
    for (file, text) in rust_files() {
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{file} holds {mark}");
        }
    }
}

#[test]
fn the_readme_names_commands_that_exist() {
    let readme = read("README.md");
    let help = std::process::Command::new(env!("CARGO_BIN_EXE_etalase")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for line in readme.lines().filter_map(|line| line.trim().strip_prefix("etalase ")) {
        let command = line.split_whitespace().next().unwrap();
        assert!(help.contains(&format!("  {command}")), "README names `etalase {command}`, --help does not");
    }
}
