//! Photos that are broken, mislabelled or mean harm, through the program itself: what it says, how it ends, how much memory
//! it takes, and what it leaves behind.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};

use etalase::disk::Memory;
use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::photos::{photo, product, site};

/// Most memory that the program may ask for, in KiB of address space. Threads and allocator reserve a good part of it
/// without touching it; the smallest of the bombs would need 3.6 GB.
const MEMORY_MAX: u32 = 1 << 20;
/// Most seconds of CPU: against endless work, not a measure of speed.
const SECONDS_MAX: u32 = 120;

/// The program under a limit of memory (where the system knows one).
fn etalase(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_etalase");
    let mut command = if cfg!(target_os = "linux") {
        let mut command = Command::new("sh");
        let limits = format!("ulimit -v {MEMORY_MAX} && ulimit -t {SECONDS_MAX} && exec \"$@\"");
        command.args(["-c", &limits, "sh", program]);
        command
    } else {
        Command::new(program)
    };
    command.args(["--date", "2026-11-24", "--lang", "id"]).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// One chunk of a PNG.
fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut named = name.to_vec();
    named.extend(data);
    let mut sum = flate2::Crc::new();
    sum.update(&named);
    [&(data.len() as u32).to_be_bytes(), named.as_slice(), &sum.sum().to_be_bytes()].concat()
}

/// So many zeros, deflated: about a thousandth of them.
fn deflated_zeros(count: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    let mut left = count;
    while left > 0 {
        let now = left.min(zeros.len());
        packed.write_all(&zeros[..now]).unwrap();
        left -= now;
    }
    packed.finish().unwrap()
}

/// A whole PNG in black and white, one bit a pixel, with chunks before its rows.
fn png(width: u32, height: u32, before: &[u8], rows: &[u8]) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([1, 0, 0, 0, 0]);
    [b"\x89PNG\r\n\x1a\n", chunk(*b"IHDR", &header).as_slice(), before, &chunk(*b"IDAT", rows), &chunk(*b"IEND", b"")]
        .concat()
}

/// A photo whose header tells another size.
fn resized_jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = photo(64, 64, 5);
    let frame = bytes.windows(2).position(|w| matches!(w, [0xFF, 0xC0 | 0xC2])).unwrap();
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

/// Photos that must be refused, each with its code.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let whole = photo(1600, 1200, 10);
    let square = 60_000;
    let full_rows = deflated_zeros(square as usize * (square as usize / 8 + 1));
    let large_rows = deflated_zeros(10_000 * (10_000 / 8 + 1));
    vec![
        ("terpotong.jpg", whole[..whole.len() / 2].to_vec(), "FOTO-PUTUS"),
        ("terpotong.png", png(1600, 1200, b"", &deflated_zeros(201 * 1200))[..150].to_vec(), "FOTO-PUTUS"),
        ("kurang-baris.png", png(1600, 1200, b"", &deflated_zeros(201 * 600)), "FOTO-RUSAK"),
        ("kosong.jpg", Vec::new(), "FOTO-PUTUS"),
        ("halaman.jpg", b"<!DOCTYPE html><html><title>404</title></html>".to_vec(), "FOTO-BUKAN"),
        ("bom.png", png(square, square, b"", b""), "FOTO-PIKSEL"),
        ("bom.jpg", resized_jpeg(60_000, 60_000), "FOTO-PIKSEL"),
        ("bom-berisi.png", png(square, square, b"", &full_rows), "FOTO-PIKSEL"),
        ("bom-panjang.png", png(30_000, 4, b"", &deflated_zeros(4 * 3751)), "FOTO-PIKSEL"),
        ("berat.png", png(10_000, 10_000, b"", &large_rows), "FOTO-MEMORI"),
        // Within every limit by its header, and next to nothing inside.
        ("hampa.jpg", resized_jpeg(9_000, 9_000), "FOTO-PUTUS"),
    ]
}

/// Photos that look odd and are sound, each with the remark it gets.
fn odd() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let zeros = deflated_zeros(60_000 * 7_501);
    let profile = chunk(*b"iCCP", &[b"x\0\0".as_slice(), &zeros].concat());
    vec![
        ("titik.png", include_bytes!("../fixtures/pictures/1x1.png").to_vec(), "FOTO-KECIL"),
        ("titik.jpg", include_bytes!("../fixtures/pictures/1x1.jpg").to_vec(), "FOTO-KECIL"),
        ("garis.png", include_bytes!("../fixtures/pictures/1x5000.png").to_vec(), "FOTO-RASIO"),
        ("garis.jpg", include_bytes!("../fixtures/pictures/1x5000.jpg").to_vec(), "FOTO-RASIO"),
        // A small picture with 450 MB of zeros where its rows or its profile should end.
        ("buntut.png", png(100, 100, b"", &zeros), "FOTO-KECIL"),
        ("profil.png", png(101, 100, &profile, &deflated_zeros(14 * 100)), "FOTO-KECIL"),
    ]
}

/// Lays a site into a folder.
fn lay(disk: &Memory, folder: &Path) {
    for (path, bytes) in disk.all() {
        let target = folder.join(path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, bytes).unwrap();
    }
}

/// All files below a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    all.map(|entry| (name(entry.path()), std::fs::read(entry.path()).unwrap())).collect()
}

/// Names right below a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_site_with_broken_photos_names_each_and_leaves_the_old_site_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_str().unwrap();
    let mut disk = site();
    product(&mut disk, "baik", "foto-1.jpg", photo(1600, 1200, 77));
    lay(&disk, folder.path());
    let built = etalase(&["--root", root, "build"]);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    let (old, around) = (files(&folder.path().join("public")), names(folder.path()));

    let bad = refused();
    for (name, bytes, _) in &bad {
        product(&mut disk, &name.replace('.', "-"), name, bytes.clone());
    }
    lay(&disk, folder.path());
    for command in [["check", "--format=json"], ["build", "--format=json"]] {
        let output = etalase(&[&["--root", root], command.as_slice()].concat());
        assert_eq!(output.status.code(), Some(1), "{command:?}: {}", said(&output));
        let list: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        let text = |problem: &serde_json::Value, key: &str| problem[key].as_str().unwrap().to_owned();
        let mut told: Vec<(String, String, String)> = list
            .iter()
            .filter(|problem| problem["level"] == "error")
            .map(|problem| (text(problem, "file"), text(problem, "code"), text(problem, "message")))
            .collect();
        assert_eq!(told.len(), bad.len(), "{command:?}: {told:#?}");
        for (name, _, code) in &bad {
            let entry = format!("content/produk/{}/index.md", name.replace('.', "-"));
            let at = told.iter().position(|(file, found, _)| *file == entry && found == code);
            let (_, _, message) = told.swap_remove(at.unwrap_or_else(|| panic!("{name}: no {code} in {told:#?}")));
            assert!(message.contains(name), "{message}");
        }
    }
    assert_eq!(files(&folder.path().join("public")), old, "the old site has changed");
    assert_eq!(names(folder.path()), around, "something lies beside it");

    // A site that never was is not begun either.
    let output = etalase(&["--root", root, "build", "--out", "baru"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(names(folder.path()), around, "something lies beside it");
}

#[test]
fn odd_photos_get_a_remark_and_a_site() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = site();
    let odd = odd();
    for (name, bytes, _) in &odd {
        product(&mut disk, &name.replace('.', "-"), name, bytes.clone());
    }
    lay(&disk, folder.path());
    let output = etalase(&["--root", folder.path().to_str().unwrap(), "--format", "json", "build"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let told = said(&output);
    let site = files(&folder.path().join("public"));
    for (name, _, code) in odd {
        let slug = name.replace('.', "-");
        let remark = told.lines().find(|line| line.contains(code) && line.contains(&slug));
        assert!(remark.is_some_and(|line| line.contains(name)), "{name}: no {code} in {told}");
        let page = String::from_utf8_lossy(&site[&format!("produk/{slug}/index.html")]);
        let shown = site.keys().filter(|file| file.starts_with("i/") && page.contains(file.as_str())).count();
        assert!(shown >= 2, "{name}: {shown} files on its page");
    }
}

#[test]
fn pictures_alone_name_each_broken_file_and_write_nothing_of_it() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (bad, good) = (refused(), odd());
    for (name, bytes, _) in bad.iter().chain(&good) {
        std::fs::write(from.path().join(name), bytes).unwrap();
    }
    let (input, output) = (from.path().to_str().unwrap(), to.path().to_str().unwrap());
    let ended = etalase(&["images", input, output]);
    assert_eq!(ended.status.code(), Some(1), "{}", said(&ended));
    let told = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(told.lines().count(), bad.len(), "{told}");
    for (name, _, code) in &bad {
        let line = told.lines().find(|line| line.contains(&format!("/{name}:")));
        assert!(line.is_some_and(|line| line.contains(code)), "{name}: no {code} in {told}");
    }
    // Six files of each sound picture; the last of two of one name stays.
    let stems: std::collections::BTreeSet<&str> = good.iter().filter_map(|(name, ..)| name.split('.').next()).collect();
    let made = files(to.path());
    assert_eq!(made.len(), stems.len() * 6, "{:?}", made.keys());
    for (name, bytes) in &made {
        assert!(stems.iter().any(|stem| name.starts_with(stem)), "{name}");
        match name.rsplit('.').next() {
            Some("txt") => assert!(bytes.starts_with(b"data:image/webp;base64,UklGR"), "{name}"),
            _ => assert!(image::load_from_memory(bytes).is_ok(), "{name}"),
        }
    }
}

#[test]
fn a_folder_that_is_not_there_is_the_machines_fault() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("tiada");
    let output = etalase(&["images", missing.to_str().unwrap(), folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    assert!(said(&output).contains("tiada"));
}
