//! Photos in a whole build: what is said of them, and when they are made again.

use std::path::Path;

use etalase::cache::Cache;
use etalase::diagnostic::Problems;
use etalase::disk::Memory;
use etalase::model::Date;
use etalase::pipeline::{self, Options, Report, Silent};
use image::{ExtendedColorType, ImageEncoder};

/// A photo in two colours, so that different seeds give different bytes.
fn photo(width: u32, height: u32, seed: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([seed, if (x / 40 + y / 40) % 2 == 0 { 60 } else { 190 }, 255 - seed])
    });
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 60);
    encoder.write_image(picture.as_raw(), width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A site of one maker; products are added by [`product`].
fn site() -> Memory {
    let mut disk = Memory::new();
    disk.put("content/situs.yaml", "nama: Uji\nalamat_situs: https://uji.example\nkota: Kota Uji\n");
    disk.put(
        "content/umkm/warung-uji.yaml",
        "nama: Warung Uji\nringkas: Warung kecil untuk menguji katalog, dengan ringkasan cukup panjang.\njenis_usaha: kerajinan\n\
         alamat: {kelurahan: Kedaung, kecamatan: Pamulang}\nkontak: {whatsapp: 0812-0000-0001}\n\
         persetujuan: {status: ya, tanggal: 2026-01-05, bukti: PDP-1, lingkup: [whatsapp]}\n",
    );
    disk
}

fn product(disk: &mut Memory, slug: &str, file: &str, bytes: Vec<u8>) {
    disk.put(
        &format!("content/produk/{slug}/index.md"),
        format!(
            "---\nnama: Meja {slug}\numkm: warung-uji\nkategori: ukiran-kayu\nharga: 250000\nsatuan: buah\nstok: siap\nberat_g: 900\n\
             foto:\n  - {{berkas: {file}, alt: Meja dari kayu jati}}\n---\n\nDari kayu.\n"
        ),
    );
    disk.put(&format!("content/produk/{slug}/{file}"), bytes);
}

fn options() -> Options {
    Options { today: Date::new(2026, 11, 24).unwrap(), base: None, drafts: false }
}

/// The codes about photos, with the entry each one points to.
fn remarks(disk: &Memory) -> Vec<String> {
    let mut problems = Problems::new();
    pipeline::check(disk, &options(), &Cache::none(), &mut problems).unwrap();
    let found = problems.sorted().into_iter().map(|problem| format!("{} {}", problem.code(), problem.place.file));
    found.filter(|line| line.starts_with("FOTO-") || line.starts_with("BERKAS-")).collect()
}

fn build(disk: &Memory, out: &Path, cache: &Cache) -> Report {
    let mut problems = Problems::new();
    let report = pipeline::build(disk, out, &options(), cache, &Silent, &mut problems).unwrap();
    report.unwrap_or_else(|| panic!("{:#?}", problems.sorted()))
}

#[test]
fn a_good_photo_gets_no_remark() {
    let mut disk = site();
    product(&mut disk, "baik", "foto-1.jpg", photo(1600, 1200, 10));
    assert_eq!(remarks(&disk), [""; 0]);
}

#[test]
fn every_check_of_photos_has_its_code() {
    let mut big = photo(1600, 1200, 20);
    big.resize(8_100_000, 0);
    let mut huge = photo(1600, 1200, 30);
    huge.resize(40_100_000, 0);
    let mut bomb = include_bytes!("../fixtures/pictures/1x1.png").to_vec();
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let whole = photo(1600, 1200, 40);
    for (code, bytes) in [
        ("FOTO-KECIL", photo(800, 600, 50)),
        ("FOTO-RASIO", photo(1600, 400, 60)),
        ("FOTO-GPS", include_bytes!("../fixtures/pictures/gps.jpg").to_vec()),
        ("FOTO-BESAR", big),
        ("BERKAS-BESAR", huge),
        ("FOTO-PIKSEL", bomb),
        ("FOTO-FORMAT", b"<!DOCTYPE html><title>404</title>".to_vec()),
        ("FOTO-HEIC", b"\0\0\0\x24ftypheic\0\0\0\0mif1heic".to_vec()),
        ("FOTO-RUSAK", whole[..300].to_vec()),
    ] {
        let mut disk = site();
        product(&mut disk, "meja", "foto-1.jpg", bytes);
        let found = remarks(&disk);
        assert!(found.contains(&format!("{code} content/produk/meja/index.md")), "{code}: {found:?}");
    }
}

#[test]
fn the_same_photo_at_two_entries_is_told_once_at_the_second() {
    let mut disk = site();
    product(&mut disk, "a", "foto-1.jpg", photo(1600, 1200, 10));
    product(&mut disk, "b", "lain.jpg", photo(1600, 1200, 10));
    assert_eq!(remarks(&disk), ["FOTO-SAMA content/produk/b/index.md"]);
}

#[test]
fn a_photo_is_decoded_once_whatever_it_is_called_and_wherever_it_lies() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let cache = Cache::in_folder(folder.path());
    let mut disk = site();
    product(&mut disk, "meja", "foto-1.jpg", photo(1600, 1200, 10));
    assert_eq!(build(&disk, &folder.path().join("public"), &cache).decoded, 1);
    let names = |out: &Path| -> Vec<_> {
        let all = walkdir::WalkDir::new(out.join("i")).sort_by_file_name().into_iter().map(Result::unwrap);
        all.filter(|entry| entry.file_type().is_file())
            .map(|entry| (entry.file_name().to_owned(), std::fs::read(entry.path()).unwrap()))
            .collect()
    };
    let first = names(&folder.path().join("public"));
    assert!(first.len() >= 9);

    // Another name, another entry, another output folder: the same bytes and settings, the same files, nothing decoded.
    let mut renamed = site();
    product(&mut renamed, "kursi", "IMG_0001.JPG", photo(1600, 1200, 10));
    assert_eq!(build(&renamed, &folder.path().join("lain"), &cache).decoded, 0);
    assert_eq!(names(&folder.path().join("lain")), first);

    // Another machine has no cache yet, and comes to the same.
    let other = Cache::in_folder(elsewhere.path());
    assert_eq!(build(&renamed, &elsewhere.path().join("public"), &other).decoded, 1);
    assert_eq!(names(&elsewhere.path().join("public")), first);

    // Other bytes are another photo.
    product(&mut renamed, "kursi", "IMG_0001.JPG", photo(1600, 1200, 11));
    assert_eq!(build(&renamed, &folder.path().join("lain"), &cache).decoded, 1);
    assert_ne!(names(&folder.path().join("lain")), first);
}

#[test]
fn a_made_picture_tells_where_it_came_from() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = site();
    product(&mut disk, "meja", "foto-1.jpg", photo(1600, 1200, 10));
    product(&mut disk, "kursi", "foto-1.jpg", photo(1600, 1200, 90));
    let out = folder.path().join("public");
    build(&disk, &out, &Cache::none());
    let loaded = pipeline::load(&disk, &options(), &mut Problems::new()).unwrap();
    let mut roles = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(out.join("i")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let told = pipeline::origins_of_picture(&disk, &loaded, &name, &Cache::none()).unwrap();
        assert_eq!(told.len(), 1, "{name}: {told:?}");
        roles.insert(told[0].clone());
    }
    assert_eq!(roles.len(), 6, "{roles:?}");
    assert!(roles.contains("content/produk/meja/foto-1.jpg (card; content/produk/meja/index.md:10)"), "{roles:?}");
}

#[test]
fn asking_for_avif_makes_it_or_says_why_not() {
    let mut disk = site();
    disk.put("content/situs.yaml", "nama: Uji\nalamat_situs: https://uji.example\nkota: Kota Uji\navif: ya\n");
    let told = remarks(&disk).contains(&"FOTO-AVIF content/situs.yaml".to_owned());
    assert_eq!(told, !cfg!(feature = "avif"));
}
