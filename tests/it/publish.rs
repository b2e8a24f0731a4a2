//! How a site is put in its place: foreign files, the folder of the site before, killed builds, sites made in part.

use std::collections::BTreeMap;
use std::path::Path;

use etalase::cache::Cache;
use etalase::diagnostic::Problems;
use etalase::disk::Memory;
use etalase::pipeline::{self, Extent, Silent};

use crate::site::{Dice, a_maker, a_product, build, files, options, small};

/// A site large enough to be laid in the folder of the one before.
fn large() -> Memory {
    let mut disk = small();
    for number in 0..90 {
        disk.put(&format!("content/produk/barang-{number}.md"), a_product(&format!("Barang {number}"), 9_000, ""));
        let maker = a_maker("terbit").replace("Sanggar Dua", &format!("Sanggar {number}"));
        disk.put(
            &format!("content/umkm/sanggar-{number}.yaml"),
            maker.replace("0812-0000-0002", &format!("0812-0000-1{number:03}")),
        );
    }
    disk
}

#[test]
fn foreign_files_are_kept_and_named_and_ours_that_were_touched_are_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let cache = Cache::in_folder(folder.path());
    let disk = small();
    let run = || {
        let mut problems = Problems::new();
        pipeline::build(&disk, &out, &options(None), &cache, &Silent, &mut problems).unwrap().unwrap()
    };
    run();
    let whole = files(&out);
    std::fs::write(out.join("milik-orang.txt"), "jangan dihapus").unwrap();
    std::fs::write(out.join("index.html"), "dirusak").unwrap();
    let report = run();
    assert_eq!(report.written.foreign, ["milik-orang.txt"]);
    let mut now = files(&out);
    assert_eq!(now.remove("milik-orang.txt").as_deref(), Some("jangan dihapus".as_bytes()));
    assert_eq!(now, whole);
    // Another version of the program cannot read the manifest, but it knows which files were made by one.
    for entry in std::fs::read_dir(cache.folder().unwrap()).unwrap().map(Result::unwrap) {
        if entry.file_name().to_string_lossy().starts_with("catatan-") {
            std::fs::write(entry.path(), "dari versi lain").unwrap();
        }
    }
    std::fs::write(out.join("umkm/index.html"), "dari versi lain").unwrap();
    let report = run();
    assert_eq!(report.written.foreign, ["milik-orang.txt"]);
    assert_eq!(report.written.kept, 0, "a manifest that cannot be read was trusted");
    now = files(&out);
    assert!(now.remove("milik-orang.txt").is_some());
    assert_eq!(now, whole);
}

#[test]
fn a_large_site_is_laid_in_the_folder_of_the_one_before_and_is_whole_whatever_was_done_to_either() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let spare = folder.path().join(".public.etalase-cadangan");
    let cache = Cache::in_folder(folder.path());
    let mut disk = large();
    let built = |disk: &Memory, out: &Path, cache: &Cache| {
        let mut problems = Problems::new();
        let report = pipeline::build(disk, out, &options(None), cache, &Silent, &mut problems).unwrap();
        assert!(report.unwrap().written.files > 500, "the site is too small for a spare");
        files(out)
    };
    let mut price = 10_000;
    let mut step = |disk: &mut Memory, foreign: &[&str]| {
        price += 1_000;
        disk.put("content/produk/barang-7.md", a_product("Barang 7", price, ""));
        let mut now = built(disk, &out, &cache);
        for path in foreign {
            assert!(now.remove(*path).is_some(), "{path} was not kept");
        }
        let beside = tempfile::tempdir().unwrap();
        assert!(now == built(disk, &beside.path().join("public"), &Cache::none()), "differs from a clean build");
        let empty = walkdir::WalkDir::new(&out)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_dir() && std::fs::read_dir(entry.path()).unwrap().next().is_none());
        assert_eq!(empty.count(), 0, "empty folders are left");
    };
    step(&mut disk, &[]);
    step(&mut disk, &[]);
    assert!(spare.is_dir(), "the old site was not kept");
    // Entries come and go; every second site is laid in the folder of the one two before.
    disk.remove("content/produk/barang-3.md");
    step(&mut disk, &[]);
    disk.put("content/produk/barang-baru.md", a_product("Barang Baru", 5_000, ""));
    step(&mut disk, &[]);
    // A foreign file lives on in both folders, until it is taken away.
    std::fs::write(out.join("milik-orang.txt"), "jangan dihapus").unwrap();
    step(&mut disk, &["milik-orang.txt"]);
    step(&mut disk, &["milik-orang.txt"]);
    std::fs::remove_file(out.join("milik-orang.txt")).unwrap();
    step(&mut disk, &[]);
    step(&mut disk, &[]);
    // Someone meddles with the published site, with the spare, with both.
    std::fs::write(out.join("index.html"), "dirusak").unwrap();
    step(&mut disk, &[]);
    std::fs::remove_file(spare.join("index.html")).unwrap();
    std::fs::remove_dir_all(spare.join("produk/barang-9")).unwrap();
    step(&mut disk, &[]);
    std::fs::remove_file(spare.join("index.html")).unwrap();
    std::fs::write(spare.join("index.html"), "bukan ini").unwrap();
    step(&mut disk, &[]);
    std::fs::remove_dir_all(&spare).unwrap();
    step(&mut disk, &[]);
    std::fs::remove_dir_all(&out).unwrap();
    step(&mut disk, &[]);
    step(&mut disk, &[]);
}

/// Builds `old` and `new` in turn with the program, kills it at random moments of its work (in thousandths of a second up to
/// `longest`), and looks each time that one of the two sites stands, whole.
fn kill(old: &Memory, new: &Memory, rounds: usize, longest: u64) {
    let folder = tempfile::tempdir().unwrap();
    let write = |disk: &Memory| {
        for (path, bytes) in disk.all() {
            let target = folder.path().join(path);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            if std::fs::read(&target).ok().as_deref() != Some(bytes) {
                std::fs::write(target, bytes).unwrap();
            }
        }
    };
    let program = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.args(["--quiet", "--date", "2026-11-24", "--root"]).arg(folder.path()).arg("build");
        command
    };
    let site = |disk: &Memory| {
        write(disk);
        assert!(program().status().unwrap().success());
        files(&folder.path().join("public"))
    };
    let sites = [site(old), site(new)];
    assert!(sites[0] != sites[1]);
    let mut dice = Dice(7);
    for disk in [old, new].into_iter().cycle().take(rounds) {
        write(disk);
        let mut child = program().spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_micros(dice.roll(longest * 1000)));
        let _ = child.kill();
        let _ = child.wait();
        let now = files(&folder.path().join("public"));
        assert!(sites.contains(&now), "neither the old nor the new site stands");
    }
    // And what was left lying about hinders nobody.
    assert!(site(old) == sites[0]);
    assert!(site(new) == sites[1]);
}

fn named(mut disk: Memory, name: &str) -> Memory {
    disk.put("content/situs.yaml", format!("nama: {name}\nalamat_situs: https://uji.example\nkota: Kota Uji\n"));
    disk
}

#[test]
fn a_build_killed_at_any_moment_leaves_one_whole_site() {
    kill(&named(small(), "Situs Lama"), &named(small(), "Situs Baru"), 20, 120);
}

#[test]
fn so_does_one_that_is_killed_while_it_lays_a_large_site_in_the_folder_of_the_one_before() {
    let priced = |price| {
        let mut disk = large();
        disk.put("content/produk/barang-7.md", a_product("Barang 7", price, ""));
        disk
    };
    kill(&priced(10_000), &priced(11_000), 16, 900);
}

#[test]
fn a_preview_makes_pages_first_and_the_rest_after_them() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let cache = Cache::in_folder(folder.path());
    let make = |extent: Extent, disk: &Memory| {
        let mut problems = Problems::new();
        let made = pipeline::build_extent(extent, disk, &out, &options(None), &cache, &Silent, &mut problems);
        (made.unwrap().unwrap(), files(&out))
    };
    let mut disk = small();
    let (_, before) = make(Extent::Whole, &disk);
    disk.put("content/produk/meja-kayu.md", a_product("Meja Kayu", 251_000, ""));
    let (_, between) = make(Extent::Pages, &disk);
    let text =
        |site: &BTreeMap<String, Vec<u8>>| String::from_utf8_lossy(&site["produk/meja-kayu/index.html"]).into_owned();
    assert!(text(&between).contains("251.000") && !text(&before).contains("251.000"));
    assert_eq!(between["data/produk.json"], before["data/produk.json"], "what programs read is still the old");
    assert_eq!(between["indeks.bin"], before["indeks.bin"]);
    let (report, after) = make(Extent::Whole, &disk);
    assert!(!report.untouched);
    assert!(after == build(&disk, None), "the whole is that of a clean build");
    // A site made in part is never taken for a whole one, not even when the content is what it was.
    disk.put("content/produk/meja-kayu.md", a_product("Meja Kayu", 252_000, ""));
    make(Extent::Pages, &disk);
    disk.put("content/produk/meja-kayu.md", a_product("Meja Kayu", 251_000, ""));
    let (report, again) = make(Extent::Whole, &disk);
    assert!(!report.untouched && again == after);
}
