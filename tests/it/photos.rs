//! Photos in a whole build: what is said of them, and when they are made again.

use std::path::Path;

use etalase::cache::Cache;
use etalase::diagnostic::Problems;
use etalase::disk::{Disk, Memory};
use etalase::model::Date;
use etalase::pipeline::{self, Options, Report, Silent};
use image::{ExtendedColorType, ImageEncoder};

/// A photo in two colours, so that different seeds give different bytes.
pub fn photo(width: u32, height: u32, seed: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([seed, if (x / 40 + y / 40) % 2 == 0 { 60 } else { 190 }, 255 - seed])
    });
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 60);
    encoder.write_image(picture.as_raw(), width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A site of one maker; products are added by [`product`].
pub fn site() -> Memory {
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

pub fn product(disk: &mut Memory, slug: &str, file: &str, bytes: Vec<u8>) {
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
        ("FOTO-BUKAN", b"<!DOCTYPE html><title>404</title>".to_vec()),
        ("FOTO-FORMAT", b"II*\0\x08\0\0\0\0\0\0\0\0\0".to_vec()),
        ("FOTO-HEIC", b"\0\0\0\x24ftypheic\0\0\0\0mif1heic".to_vec()),
        ("FOTO-PUTUS", whole[..300].to_vec()),
        ("FOTO-RUSAK", vec![0; 300]),
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
    let loaded =
        pipeline::load(&disk, &options(), &pipeline::Known { cache: &Cache::none(), seen: None }, &mut Problems::new())
            .unwrap();
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

/// What stands in a page for a picture until it is there.
fn placeholders(html: &str) -> Vec<&str> {
    let pictures = html.match_indices("<img").filter_map(|(at, _)| html[at..].split('>').next());
    let ours = pictures.filter(|tag| tag.contains("/i/"));
    ours.map(|tag| tag.split_once("class=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default())
        .collect()
}

#[test]
fn a_placeholder_costs_at_most_sixty_bytes_a_picture_in_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = site();
    product(&mut disk, "meja", "foto-1.jpg", photo(1600, 1200, 10));
    product(&mut disk, "kursi", "foto-1.jpg", photo(1600, 1200, 240));
    product(&mut disk, "tembus", "foto-1.png", include_bytes!("../fixtures/pictures/alpha.png").to_vec());
    build(&disk, folder.path(), &Cache::none());
    let style = |name: &str| {
        let all = walkdir::WalkDir::new(folder.path().join("aset")).into_iter().map(Result::unwrap);
        let sheets = all.filter(|entry| entry.path().extension().is_some_and(|end| end == "css"));
        sheets.into_iter().any(|sheet| std::fs::read_to_string(sheet.path()).unwrap().contains(&format!(".{name}")))
    };
    let (mut pictures, mut bare, mut kinds) = (0, 0, std::collections::BTreeSet::new());
    let pages = walkdir::WalkDir::new(folder.path()).into_iter().map(Result::unwrap);
    for page in pages.filter(|entry| entry.path().extension().is_some_and(|end| end == "html")) {
        let html = std::fs::read_to_string(page.path()).unwrap();
        // Nothing beside the classes: no picture as text, no inline style.
        assert!(!html.contains("data:image") && !html.contains(" style="), "{}", page.path().display());
        for class in placeholders(&html) {
            pictures += 1;
            // A transparent picture would show it for ever.
            bare += usize::from(class.is_empty());
            let cost = " class=\"\"".len() + class.len();
            assert!(cost <= 60, "{}: {cost} bytes: {class}", page.path().display());
            assert!(class.is_empty() || class.split(' ').count() == 7, "{class}");
            kinds.extend(class.split(' ').filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
    assert!(pictures > 12 && bare > 1 && bare < pictures / 2, "{pictures} pictures, {bare} without");
    assert!(kinds.len() > 7, "two photos, one sketch: {kinds:?}");
    assert!(kinds.iter().all(|name| style(name)), "the stylesheet does not know all of {kinds:?}");
}

#[test]
fn explain_tells_of_a_picture_when_it_was_made_and_why_and_from_what() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = site();
    product(&mut disk, "meja", "foto-1.jpg", photo(1600, 1200, 10));
    let lay = |disk: &Memory| {
        for (path, bytes) in disk.all() {
            let target = folder.path().join(path);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, bytes).unwrap();
        }
    };
    lay(&disk);
    let etalase = |date: &str, arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.args(["--lang", "id", "--date", date, "--root"]).arg(folder.path()).args(arguments);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    etalase("2026-11-24", &["build"]);
    let names = || -> Vec<String> {
        let all = std::fs::read_dir(folder.path().join("public/i")).unwrap();
        all.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let card =
        |told: &str| told.contains("dari: content/produk/meja/foto-1.jpg (card; content/produk/meja/index.md:10)");
    let told: Vec<(String, String)> =
        names().into_iter().map(|name| (etalase("2026-11-24", &["explain", &format!("/i/{name}")]), name)).collect();
    for (told, name) in &told {
        assert!(told.starts_with(&format!("i/{name}\n")), "{told}");
        assert!(told.contains("terakhir dibuat: 2026-11-24 (baru)"), "{told}");
        let size = folder.path().join("public/i").join(name).metadata().unwrap().len();
        assert!(
            told.contains(&format!("besar: {}", etalase::bahasa::group(size, etalase::bahasa::Language::Id))),
            "{told}"
        );
        assert_eq!(told.matches("dari: content/produk/meja/foto-1.jpg (").count(), 1, "{told}");
    }
    // WebP at three widths and one JPEG of the card.
    assert_eq!(told.iter().filter(|(told, _)| card(told)).count(), 4);

    // A file that someone removed is made again, and only that; the rest keeps its day.
    let lost = told.iter().find(|(told, _)| card(told)).map(|(_, name)| name.clone()).unwrap();
    std::fs::remove_file(folder.path().join("public/i").join(&lost)).unwrap();
    etalase("2026-11-25", &["build"]);
    for (_, name) in &told {
        let now = etalase("2026-11-25", &["explain", &format!("/i/{name}")]);
        let expected = if *name == lost {
            "terakhir dibuat: 2026-11-25 (berkasnya hilang atau diubah orang)"
        } else {
            "terakhir dibuat: 2026-11-24 (baru)"
        };
        assert!(now.contains(expected), "{now}");
    }

    // Other bytes are another file; of the old one nothing is known any more.
    product(&mut disk, "meja", "foto-1.jpg", photo(1600, 1200, 200));
    lay(&disk);
    etalase("2026-11-26", &["build"]);
    assert!(etalase("2026-11-26", &["explain", &format!("/i/{lost}")]).contains("tidak ada di situs terakhir"));
    for name in names() {
        assert!(etalase("2026-11-26", &["explain", &format!("i/{name}")]).contains("2026-11-26 (baru)"), "{name}");
    }
}

#[test]
fn the_photo_of_an_option_joins_the_gallery_and_its_option_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = site();
    product(&mut disk, "meja", "foto-1.jpg", photo(1600, 1200, 10));
    disk.put("content/produk/meja/merah.jpg", photo(900, 700, 120));
    let entry = String::from_utf8(disk.read("content/produk/meja/index.md").unwrap()).unwrap();
    let options =
        "varian:\n  - {nama: merah, foto: merah.jpg}\n  - {nama: biru, foto: foto-1.jpg}\n  - {nama: hijau}\n";
    disk.put("content/produk/meja/index.md", entry.replacen("stok: siap\n", &format!("stok: siap\n{options}"), 1));
    assert_eq!(remarks(&disk), ["FOTO-KECIL content/produk/meja/index.md"]);
    build(&disk, folder.path(), &Cache::none());
    let html = std::fs::read_to_string(folder.path().join("produk/meja/index.html")).unwrap();
    assert!(html.contains("alt=\"Meja meja: merah\""));
    let options: Vec<&str> = html.match_indices("data-value").map(|(at, _)| &html[..at]).collect();
    let number = |before: &&str| {
        before.rsplit("<li").next().unwrap().split("data-photo=").nth(1).map(|rest| rest[1..2].to_owned())
    };
    let numbers: Vec<Option<String>> = options.iter().map(number).collect();
    assert_eq!(numbers, [Some("2".to_owned()), Some("1".to_owned()), None]);
    // The variants of the product in the graph have pictures of their own.
    let graph = html.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let graph: serde_json::Value = serde_json::from_str(graph).unwrap();
    let image = |name: &str| {
        let mut left = vec![&graph];
        while let Some(node) = left.pop() {
            match node {
                serde_json::Value::Object(pairs) if node["name"] == name => return pairs["image"].to_string(),
                serde_json::Value::Object(pairs) => left.extend(pairs.values()),
                serde_json::Value::Array(items) => left.extend(items),
                _ => {}
            }
        }
        panic!("no {name} in {graph}");
    };
    assert_ne!(image("Meja meja: merah"), image("Meja meja: biru"));
    assert_eq!(image("Meja meja: hijau"), image("Meja meja: biru"));
}
