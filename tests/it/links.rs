//! Symbolic links in the content: those that stay inside the site are followed, all others are told and not read.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::os::unix::fs::symlink;
use std::path::Path;

use etalase::cache::Cache;
use etalase::commands::init::{Wish, files};
use etalase::diagnostic::{Code, Problems};
use etalase::disk::{Disk, Folder};
use etalase::model::Date;
use etalase::pipeline::{self, Options};

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// The sample of `init` in a folder of its own.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files(&Wish { host: None, hook: false, sample: true, today: today() }) {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.bytes).unwrap();
    }
    folder
}

/// Every problem at a file, by the file.
fn told(root: &Path) -> BTreeMap<String, Vec<Code>> {
    let mut problems = Problems::new();
    let options = Options { today: today(), base: None, drafts: false };
    pipeline::check(&Folder::new(root), &options, &Cache::none(), &mut problems).unwrap();
    let mut found: BTreeMap<String, Vec<Code>> = BTreeMap::new();
    for problem in problems.sorted() {
        found.entry(problem.place.file.to_string()).or_default().push(problem.code());
    }
    found
}

#[test]
fn links_that_circle_lead_nowhere_or_leave_the_site_are_told_and_not_followed() {
    let folder = site();
    let root = folder.path();
    let before = told(root);
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("index.yaml"), "nama: Rahasia Petugas\n").unwrap();
    std::fs::write(outside.path().join("ktp.png"), b"rahasia").unwrap();
    let links: [(&str, &Path); 6] = [
        // To the folder it lies in, to a folder above that, to itself.
        ("content/produk/putaran", Path::new("../produk")),
        ("content/inovasi/akar", Path::new("../..")),
        ("content/foto/diri.png", Path::new("diri.png")),
        ("content/foto/hampa.png", Path::new("tidak-ada.png")),
        ("content/foto/ktp.png", &outside.path().join("ktp.png")),
        ("content/kabar/luar", outside.path()),
    ];
    std::fs::create_dir_all(root.join("content/foto")).unwrap();
    for folder in ["inovasi", "kabar"] {
        std::fs::create_dir_all(root.join("content").join(folder)).unwrap();
    }
    for (path, target) in links {
        symlink(target, root.join(path)).unwrap();
    }
    let mut after = told(root);
    for (path, _) in links {
        assert_eq!(after.remove(path), Some(vec![Code::BerkasTautan]), "{path}");
    }
    assert_eq!(after, before, "links bring no other message");
    let listed = Folder::new(root).list("content").unwrap();
    let below: Vec<&str> = listed
        .iter()
        .map(|item| &*item.path)
        .filter(|path| links.iter().any(|(link, _)| path.strip_prefix(link).is_some_and(|rest| !rest.is_empty())))
        .collect();
    assert_eq!(below, Vec::<&str>::new(), "nothing behind them is listed");
}

#[test]
fn a_link_inside_the_site_is_followed() {
    let folder = site();
    let root = folder.path();
    let before = told(root);
    let entry = Folder::new(root)
        .list("content")
        .unwrap()
        .into_iter()
        .find(|item| item.path.starts_with("content/produk/"))
        .unwrap();
    symlink(root.join(&*entry.path), root.join("content/produk/tiruan.md")).unwrap();
    let listed = Folder::new(root).list("content").unwrap();
    let twin = listed.iter().find(|item| &*item.path == "content/produk/tiruan.md").unwrap();
    assert!(!twin.strays && twin.size == entry.size);
    assert!(!told(root).get("content/produk/tiruan.md").is_some_and(|codes| codes.contains(&Code::BerkasTautan)));
    assert!(before.values().flatten().all(|code| *code != Code::BerkasTautan));
}

/// The program ends with mistakes in the content, not with a failure of the machine.
#[test]
fn a_circle_of_links_is_a_mistake_and_no_failure() {
    let folder = site();
    symlink("b", folder.path().join("content/produk/a")).unwrap();
    symlink("a", folder.path().join("content/produk/b")).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_etalase"))
        .args(["--lang", "id", "--date", "2026-11-24", "--root"])
        .arg(folder.path())
        .arg("check")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("content/produk/a") && said.contains("content/produk/b"), "{said}");
    assert_eq!(said.matches("BERKAS-TAUTAN").count(), 2, "{said}");
}
