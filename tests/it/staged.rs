//! The hook before a commit: what is staged is checked, not what lies in the folder.

use std::process::{Command, Output};

use crate::repository::Repository;

const PRODUCT: &str = "content/produk/bingkai-kayu-contoh/index.md";
const MAKER: &str = "content/umkm/bingkai-contoh/index.yaml";

/// A sample site with the hook switched on and everything recorded.
fn hooked() -> Repository {
    let repository = Repository::with_sample(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let hook = repository.path().join(".githooks/pre-commit");
        std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    repository.done(&["config", "core.hooksPath", ".githooks"]);
    repository
}

fn add(site: &Repository, path: &str) {
    site.done(&["add", "--", path]);
}

fn commit(site: &Repository) -> Output {
    site.git(&["commit", "--quiet", "-m", "ubah"])
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn with_bad_price(text: &str) -> String {
    let changed: Vec<String> = text
        .lines()
        .map(|line| if line.starts_with("harga:") { "harga: 25.000".to_owned() } else { line.to_owned() })
        .collect();
    changed.join("\n") + "\n"
}

#[test]
fn a_mistake_that_is_staged_stops_the_commit() {
    let site = hooked();
    let good = site.read(PRODUCT);
    site.write(PRODUCT, &with_bad_price(&good));
    add(&site, PRODUCT);
    let refused = commit(&site);
    assert!(!refused.status.success());
    let words = said(&refused);
    assert!(words.contains("PROD-HARGA-TITIK") && words.contains("Pencatatan dibatalkan"), "{words}");
    // Mended in the folder, but not added again: what would be recorded is still wrong.
    site.write(PRODUCT, &good);
    let refused = commit(&site);
    assert!(!refused.status.success() && said(&refused).contains("25.000"), "{}", said(&refused));
}

#[test]
fn a_mistake_that_is_only_in_the_folder_does_not() {
    let site = hooked();
    let good = site.read(PRODUCT);
    site.write(PRODUCT, &format!("{good}\nSatu kalimat lagi.\n"));
    add(&site, PRODUCT);
    site.write(PRODUCT, &with_bad_price(&good));
    let done = commit(&site);
    assert!(done.status.success(), "{}", said(&done));
    let recorded = site.git(&["show", &format!("HEAD:{PRODUCT}")]);
    assert!(said(&recorded).contains("Satu kalimat lagi."));
}

#[test]
fn old_mistakes_of_other_files_are_not_this_commits() {
    let site = hooked();
    site.write("content/kabar/lama/index.md", "---\njudul: Kabar Lama\ncontoh: ya\ntanggal: 31/02/2026\n---\n\nIsi.\n");
    add(&site, "content/kabar/lama/index.md");
    site.done(&["commit", "--quiet", "--no-verify", "-m", "salah"]);
    site.write(PRODUCT, &format!("{}\nSatu kalimat lagi.\n", site.read(PRODUCT)));
    add(&site, PRODUCT);
    let done = commit(&site);
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn a_removed_maker_that_products_name_stops_the_commit() {
    let site = hooked();
    site.done(&["rm", "--quiet", MAKER]);
    let refused = commit(&site);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("UMUM-RUJUK") && said(&refused).contains(PRODUCT), "{}", said(&refused));
    // Together with its products and the news about it, it may go.
    site.done(&["rm", "--quiet", "-r", "content/produk", "content/kabar"]);
    let done = commit(&site);
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn names_with_spaces_and_marks_are_read() {
    let site = hooked();
    site.write("content/produk/Keripik 'pedas' $5.md", "nama: x\n");
    site.done(&["add", "--all"]);
    let refused = commit(&site);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("Keripik 'pedas' $5.md"), "{}", said(&refused));
}

#[test]
fn a_commit_without_content_asks_nothing() {
    let site = hooked();
    site.write("catatan kerja.txt", "x");
    add(&site, "catatan kerja.txt");
    // The folder's own mistakes do not matter.
    site.write(PRODUCT, "---\nrusak: [\n---\n");
    let done = commit(&site);
    assert!(done.status.success(), "{}", said(&done));
}

/// `git commit -a` and `git commit FILE` use an index of their own.
#[test]
fn commits_of_named_files_check_these_files() {
    let site = hooked();
    let good = site.read(PRODUCT);
    site.write(PRODUCT, &with_bad_price(&good));
    for words in [&["commit", "--quiet", "-a", "-m", "x"][..], &["commit", "--quiet", "-m", "x", "--", PRODUCT]] {
        let refused = site.git(words);
        assert!(!refused.status.success() && said(&refused).contains("PROD-HARGA-TITIK"), "{}", said(&refused));
    }
    let other = "content/produk/bingkai-kolase-contoh/index.md";
    site.write(other, &format!("{}\nSatu kalimat lagi.\n", site.read(other)));
    let done = site.git(&["commit", "--quiet", "-m", "x", "--", other]);
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn outside_of_a_repository_it_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
    command.arg("--root").arg(folder.path()).args(["check", "--staged"]).env("GIT_CEILING_DIRECTORIES", "/");
    let answer = command.output().unwrap();
    assert_eq!(answer.status.code(), Some(2));
    assert!(said(&answer).contains("bukan bagian dari repositori git"), "{}", said(&answer));
}
