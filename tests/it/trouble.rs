//! A build when the machine or people get in its way: the old site stands whole, the message says what and where, and the
//! next build is as good as one from nothing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use etalase::cache::Cache;
use etalase::diagnostic::Problems;
use etalase::disk::{Disk, Fault, Item, Memory};
use etalase::pipeline::{self, Report, Silent};

use crate::site::{files, options, small};

/// Lays a site in a folder.
fn lay(folder: &Path, disk: &Memory) {
    for (path, bytes) in disk.all() {
        let target = folder.join(path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, bytes).unwrap();
    }
}

fn program(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
    command.args(["--date", "2026-11-24", "--root"]).arg(root).stdin(Stdio::null());
    command
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn built(disk: &dyn Disk, out: &Path, cache: &Cache) -> Report {
    let mut problems = Problems::new();
    pipeline::build(disk, out, &options(None), cache, &Silent, &mut problems).unwrap().unwrap()
}

fn clean(disk: &dyn Disk) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    built(disk, &folder.path().join("public"), &Cache::none());
    files(&folder.path().join("public"))
}

#[test]
fn an_output_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &small());
    let file = folder.path().join("sebuah-berkas");
    std::fs::write(&file, "bukan situs").unwrap();
    let mut places = vec![file.clone(), file.join("di-bawahnya")];
    if cfg!(target_os = "linux") {
        places.push(PathBuf::from("/proc/situs"));
    }
    for place in places {
        let output = program(folder.path()).arg("build").arg("--out").arg(&place).output().unwrap();
        let text = said(&output);
        assert_eq!(output.status.code(), Some(3), "{text}");
        assert!(text.contains(file.file_name().unwrap().to_str().unwrap()) || text.contains("/proc/"), "{text}");
        assert!(!text.contains("panicked"), "{text}");
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "bukan situs");
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_the_old_site() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = small();
    lay(folder.path(), &disk);
    let public = folder.path().join("public");
    assert!(program(folder.path()).arg("build").status().unwrap().success());
    let old = files(&public);
    disk.put("content/situs.yaml", "nama: Situs Baru\nalamat_situs: https://uji.example\nkota: Kota Uji\n");
    lay(folder.path(), &disk);
    // No file may grow past 4 KiB, as on a full disk: the first writes succeed, the first large page does not.
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"]).arg(env!("CARGO_BIN_EXE_etalase"));
    let output = limited.args(["--date", "2026-11-24", "--root"]).arg(folder.path()).arg("build").output().unwrap();
    let text = said(&output);
    assert_eq!(output.status.code(), Some(3), "{text}");
    assert!(text.contains("gagal menulis") && text.contains(".html"), "{text}");
    assert_eq!(files(&public), old, "the old site was touched");
    assert!(program(folder.path()).arg("build").status().unwrap().success());
    assert_eq!(files(&public), clean(&disk), "a failed build spoiled the next");
}

#[test]
fn a_second_build_says_that_it_waits_and_then_does_its_work() {
    let folder = tempfile::tempdir().unwrap();
    let disk = small();
    lay(folder.path(), &disk);
    std::fs::create_dir_all(folder.path().join(".etalase")).unwrap();
    let lock = std::fs::File::create(folder.path().join(".etalase/kunci")).unwrap();
    lock.lock().unwrap();
    let log = folder.path().join("log");
    let out = || std::fs::File::create(&log).unwrap();
    let mut waiting = program(folder.path()).arg("build").stdout(Stdio::null()).stderr(out()).spawn().unwrap();
    let waited = (0..200).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        std::fs::read_to_string(&log).unwrap().contains("Menunggu build lain")
    });
    assert!(waited, "it did not say that it waits: {}", std::fs::read_to_string(&log).unwrap());
    assert!(waiting.try_wait().unwrap().is_none() && !folder.path().join("public").exists());
    drop(lock);
    assert!(waiting.wait().unwrap().success());
    assert_eq!(files(&folder.path().join("public")), clean(&disk));
}

/// A site of which one file changes after it was read so many times.
struct Changing {
    before: Memory,
    after: Memory,
    path: &'static str,
    reads_left: AtomicUsize,
}

impl Disk for Changing {
    fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
        self.before.list(folder)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        if path != self.path {
            return self.before.read(path);
        }
        let left = self.reads_left.load(Ordering::Relaxed);
        self.reads_left.store(left.saturating_sub(1), Ordering::Relaxed);
        if left > 0 { self.before.read(path) } else { self.after.read(path) }
    }
}

#[test]
fn content_that_changes_while_a_build_runs_is_found_by_the_next() {
    for path in ["content/produk/meja-kayu.md", "content/situs.yaml"] {
        for reads in 0..4 {
            let folder = tempfile::tempdir().unwrap();
            let (out, cache) = (folder.path().join("public"), Cache::in_folder(folder.path()));
            let before = small();
            let mut after = before.clone();
            let text = String::from_utf8(before.read(path).unwrap()).unwrap();
            after.put(path, text.replace("Meja Kayu", "Meja Lipat").replace("nama: Uji", "nama: Kota"));
            assert_ne!(after.read(path).unwrap(), before.read(path).unwrap());
            built(&Changing { before, after: after.clone(), path, reads_left: AtomicUsize::new(reads) }, &out, &cache);
            built(&after, &out, &cache);
            assert!(files(&out) == clean(&after), "{path} changed after {reads} readings");
        }
    }
}

#[test]
fn a_cache_that_was_damaged_or_cleared_is_no_harm_and_one_with_new_times_is_known_again() {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), &small());
    let run = |root: &Path, more: &[&str]| {
        let output = program(root).arg("build").args(more).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    };
    run(folder.path(), &[]);
    let whole = files(&folder.path().join("public"));
    // Unpacked elsewhere, as from the cache of a build service: every time is another, every byte the same.
    let other = tempfile::tempdir().unwrap();
    for (path, bytes) in files(folder.path()) {
        let target = other.path().join(path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, bytes).unwrap();
    }
    let report = run(other.path(), &["--timings"]);
    assert!(report.contains("(0 dibuat"), "{report}");
    assert_eq!(files(&other.path().join("public")), whole);
    // Each file of the cache is spoilt in its turn: cut short, or one bit turned.
    let store = folder.path().join(".etalase");
    for (at, (path, bytes)) in files(&store).into_iter().filter(|(_, bytes)| !bytes.is_empty()).enumerate() {
        let mut spoilt = bytes.clone();
        if at % 2 == 0 {
            spoilt.truncate(bytes.len() / 2);
        } else {
            spoilt[bytes.len() / 3] ^= 4;
        }
        std::fs::write(store.join(&path), spoilt).unwrap();
        std::fs::write(folder.path().join("content/kabar.txt"), path.as_bytes()).unwrap();
        run(folder.path(), &[]);
        assert!(files(&folder.path().join("public")) == whole, "{path} was trusted");
    }
    run(folder.path(), &["--clean"]);
    assert_eq!(files(&folder.path().join("public")), whole);
}
