//! The hook before a commit: what is staged is checked, not what lies in the folder.

use std::path::Path;
use std::process::{Command, Output};

use etalase::commands::init::{Wish, files};
use etalase::model::Date;

const PRODUCT: &str = "content/produk/bingkai-kayu-contoh/index.md";
const MAKER: &str = "content/umkm/bingkai-contoh/index.yaml";

/// A site in a repository, with the hook switched on and everything recorded.
struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    fn new() -> Repository {
        let repository = Repository { folder: tempfile::tempdir().unwrap() };
        let wish = Wish { host: None, hook: true, sample: true, today: Date::new(2026, 11, 24).unwrap() };
        for file in files(&wish) {
            repository.write(&file.path, file.as_text());
        }
        let hook = repository.path().join(".githooks/pre-commit");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        for words in [
            &["init", "--quiet"][..],
            &["config", "user.name", "Petugas"],
            &["config", "user.email", "petugas@contoh.example"],
            &["config", "commit.gpgsign", "false"],
            &["add", "--all"],
            &["commit", "--quiet", "--no-verify", "-m", "awal"],
            &["config", "core.hooksPath", ".githooks"],
        ] {
            let done = repository.git(words);
            assert!(done.status.success(), "{}", said(&done));
        }
        repository
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Git with our program on the search path, and none of the surroundings' own settings.
    fn git(&self, words: &[&str]) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_etalase")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
        let mut command = Command::new("git");
        command.current_dir(self.path()).args(words).env("PATH", path).env("LC_ALL", "C");
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command.output().unwrap()
    }

    fn add(&self, path: &str) {
        assert!(self.git(&["add", "--", path]).status.success());
    }

    fn commit(&self) -> Output {
        self.git(&["commit", "--quiet", "-m", "ubah"])
    }
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
    let site = Repository::new();
    let good = site.read(PRODUCT);
    site.write(PRODUCT, &with_bad_price(&good));
    site.add(PRODUCT);
    let refused = site.commit();
    assert!(!refused.status.success());
    let words = said(&refused);
    assert!(words.contains("PROD-HARGA-TITIK") && words.contains("Pencatatan dibatalkan"), "{words}");
    // Mended in the folder, but not added again: what would be recorded is still wrong.
    site.write(PRODUCT, &good);
    let refused = site.commit();
    assert!(!refused.status.success() && said(&refused).contains("25.000"), "{}", said(&refused));
}

#[test]
fn a_mistake_that_is_only_in_the_folder_does_not() {
    let site = Repository::new();
    let good = site.read(PRODUCT);
    site.write(PRODUCT, &format!("{good}\nSatu kalimat lagi.\n"));
    site.add(PRODUCT);
    site.write(PRODUCT, &with_bad_price(&good));
    let done = site.commit();
    assert!(done.status.success(), "{}", said(&done));
    let recorded = site.git(&["show", &format!("HEAD:{PRODUCT}")]);
    assert!(said(&recorded).contains("Satu kalimat lagi."));
}

#[test]
fn old_mistakes_of_other_files_are_not_this_commits() {
    let site = Repository::new();
    site.write("content/kabar/lama/index.md", "---\njudul: Kabar Lama\ncontoh: ya\ntanggal: 31/02/2026\n---\n\nIsi.\n");
    site.add("content/kabar/lama/index.md");
    assert!(site.git(&["commit", "--quiet", "--no-verify", "-m", "salah"]).status.success());
    site.write(PRODUCT, &format!("{}\nSatu kalimat lagi.\n", site.read(PRODUCT)));
    site.add(PRODUCT);
    let done = site.commit();
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn a_removed_maker_that_products_name_stops_the_commit() {
    let site = Repository::new();
    assert!(site.git(&["rm", "--quiet", MAKER]).status.success());
    let refused = site.commit();
    assert!(!refused.status.success());
    assert!(said(&refused).contains("UMUM-RUJUK") && said(&refused).contains(PRODUCT), "{}", said(&refused));
    // Together with its products and the news about it, it may go.
    assert!(site.git(&["rm", "--quiet", "-r", "content/produk", "content/kabar"]).status.success());
    let done = site.commit();
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn names_with_spaces_and_marks_are_read() {
    let site = Repository::new();
    site.write("content/produk/Keripik 'pedas' $5.md", "nama: x\n");
    assert!(site.git(&["add", "--all"]).status.success());
    let refused = site.commit();
    assert!(!refused.status.success());
    assert!(said(&refused).contains("Keripik 'pedas' $5.md"), "{}", said(&refused));
}

#[test]
fn a_commit_without_content_asks_nothing() {
    let site = Repository::new();
    site.write("catatan kerja.txt", "x");
    site.add("catatan kerja.txt");
    // The folder's own mistakes do not matter.
    site.write(PRODUCT, "---\nrusak: [\n---\n");
    let done = site.commit();
    assert!(done.status.success(), "{}", said(&done));
}

/// `git commit -a` and `git commit FILE` use an index of their own.
#[test]
fn commits_of_named_files_check_these_files() {
    let site = Repository::new();
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
