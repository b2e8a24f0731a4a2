//! The staff report over the sample site.

use std::path::Path;

use etalase::commands::report::{self, Format, Report, Settings};
use etalase::commands::sheet::site::load;
use etalase::diagnostic::Problems;
use etalase::disk::{Disk, Folder, Memory};
use etalase::model::Date;
use etalase::resolve::resolve;

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

fn report_of(disk: &dyn Disk) -> Report {
    let content = load(disk, today()).unwrap();
    let mut problems = Problems::new();
    let mut drafts = Vec::new();
    for entry in &content.sources.entries {
        let (draft, found) = content.judge_as_is(entry).unwrap();
        problems.append(found);
        drafts.push(draft);
    }
    let catalog = resolve(drafts, content.tables.clone(), false, &mut problems);
    report::make(
        disk,
        &catalog,
        problems,
        Settings { today: today(), price_months: 6, check_months: 12, english: true },
    )
}

/// The sample without its pictures but some, so that the test stays quick.
fn sample() -> Memory {
    let folder = Folder::new(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut disk = Memory::new();
    for item in folder.list("content").unwrap() {
        let is_text = item.path.ends_with(".md") || item.path.ends_with(".yaml");
        // Entries name their pictures; an empty file stands for one.
        disk.put(&item.path, if is_text { folder.read(&item.path).unwrap() } else { Vec::new() });
    }
    disk
}

#[test]
fn the_sample_is_told_in_all_forms() {
    let report = report_of(&sample());
    assert!(report.businesses >= 10 && report.cooperatives == 3 && report.products.len() >= 50);
    assert_eq!(report.districts.len(), 7);
    assert_eq!(
        report
            .districts
            .iter()
            .map(|district| district.villages_covered + district.villages_empty.len())
            .sum::<usize>(),
        54
    );
    assert!(report.products.is_sorted_by_key(|product| product.score));
    for product in &report.products {
        assert_eq!(product.score == 100, product.missing.is_empty(), "{product:?}");
    }
    assert!(
        !report.links.is_empty()
            && report.links.iter().all(|link| link.url.starts_with("https://") && !link.entries.is_empty())
    );
    let html = report.text(Format::Html);
    assert!(html.contains("<svg") && !html.contains("<script") && html.contains("noindex"));
    assert_eq!(html.matches("<section").count(), html.matches("</section>").count());
    assert!(report.text(Format::Markdown).starts_with("# Laporan"));
    let json: serde_json::Value = serde_json::from_str(&report.text(Format::Json)).unwrap();
    assert_eq!(json["products"].as_array().unwrap().len(), report.products.len());
    // Nothing that consent keeps private and no number of a form of consent is in it.
    assert!(!html.contains("PDP-2026"));
}

#[test]
fn endings_old_prices_and_twins_are_found() {
    let mut disk = sample();
    let product = |name: &str, more: &str| {
        format!(
            "---\nnama: {name}\numkm: bingkai-rantika\nkategori: suvenir\nharga: 5000\nsatuan: buah\nstok: siap\ncontoh: ya\n{more}---\n\nIsi <b>x</b>.\n"
        )
    };
    disk.put(
        "content/produk/uji-a/index.md",
        product("Papan Kenangan", "harga_per: 2025-01\npromo: {harga_coret: 9000, sampai: 2026-12-01}\n"),
    );
    disk.put("content/produk/uji-b/index.md", product("Papan Kenangann", ""));
    let report = report_of(&disk);
    let ending = report.endings.iter().find(|ending| ending.entry.file.contains("uji-a")).unwrap();
    assert_eq!((ending.days, ending.what.as_str()), (7, "promo"));
    let old: Vec<(Option<i32>, bool)> = report
        .old_prices
        .iter()
        .filter(|price| price.entry.file.contains("/uji-"))
        .map(|price| (price.months, price.entry.file.contains("uji-a")))
        .collect();
    assert_eq!(old, [(None, false), (Some(22), true)]);
    assert!(
        report.twins.iter().any(|twin| twin.entry.file.contains("/uji-") && twin.text.contains("Papan Kenangan")),
        "{:?}",
        report.twins
    );
}

/// A picture with a pattern that its fingerprint can hold on to.
fn picture(seed: u32, side: u32) -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(side, side, |x, y| {
        let (u, v) = (x * 8 / side, y * 8 / side);
        let shade = ((u * 7 + v * 13 + seed * (u * v + u + 3)) % 11 * 23) as u8;
        image::Rgb([shade, shade.wrapping_add(20), 255 - shade])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(pixels).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn the_photo_clinic_sees_what_is_wrong() {
    let mut disk = sample();
    let product = |slug: &str, maker: &str| {
        (
            format!("content/produk/{slug}/index.md"),
            format!(
                "---\nnama: Barang {slug}\numkm: {maker}\nkategori: suvenir\nharga: 5000\nsatuan: buah\nstok: siap\nfoto: [a.png]\ncontoh: ya\n---\n"
            ),
        )
    };
    for (slug, maker, bytes) in [
        ("klinik-satu", "bingkai-rantika", picture(1, 640)),
        ("klinik-dua", "batik-larasvanda", picture(1, 500)),
        ("klinik-tiga", "kopi-sorenika", picture(5, 1300)),
    ] {
        let (path, text) = product(slug, maker);
        disk.put(&path, text);
        disk.put(&path.replace("index.md", "a.png"), bytes);
    }
    let black = image::RgbImage::from_pixel(1300, 1300, image::Rgb([5, 5, 5]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(black).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let (path, text) = product("klinik-gelap", "kopi-sorenika");
    disk.put(&path, text);
    disk.put(&path.replace("index.md", "a.png"), bytes.into_inner());
    let report = report_of(&disk);
    let files = |title: &str| -> Vec<String> {
        let clinic = report.clinic.iter().find(|clinic| clinic.title == title);
        clinic
            .into_iter()
            .flat_map(|clinic| &clinic.photos)
            .filter(|photo| photo.entry.file.contains("klinik-"))
            .map(|photo| photo.path.clone())
            .collect()
    };
    assert_eq!(files("Foto terlalu kecil"), ["content/produk/klinik-dua/a.png", "content/produk/klinik-satu/a.png"]);
    assert_eq!(files("Terlalu gelap"), ["content/produk/klinik-gelap/a.png"]);
    assert_eq!(files("Foto yang sama dipakai dua penjual"), ["content/produk/klinik-dua/a.png"]);
    assert!(files("Mungkin buram").contains(&"content/produk/klinik-gelap/a.png".to_owned()));
}

/// A drawing with large and small shapes, as a photo has them. `shade` turns its light, 0 to 1, into that of the photo.
fn drawing(shade: impl Fn(f32) -> f32) -> image::RgbImage {
    image::RgbImage::from_fn(1300, 1300, |x, y| {
        let coarse = ((x / 130 * 7 + y / 130 * 13) % 11) as f32 / 10.0;
        let fine = ((x / 5 * 31 + y / 5 * 17) % 7) as f32 / 6.0;
        let light = (shade(0.7 * coarse + 0.3 * fine) * 255.0) as u8;
        image::Rgb([light, light, light])
    })
}

fn png(pixels: &image::RgbImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Every detector, with a photo that sets it off; none of them is set off by a sound photo.
#[test]
fn every_detector_of_the_clinic_fires_for_its_photo_and_for_no_other() {
    let sound = drawing(|light| 0.1 + 0.7 * light);
    let mut bars = sound.clone();
    let rim = bars.enumerate_pixels_mut().filter(|(_, y, _)| !(195..1105).contains(y));
    rim.for_each(|(_, _, pixel)| *pixel = image::Rgb([0, 0, 0]));
    let gps = include_bytes!("../fixtures/pictures/gps.jpg").to_vec();
    let heic = [b"\0\0\0\x18ftypheic".as_slice(), &[0; 64]].concat();
    let sound_png = png(&sound);
    let cut = sound_png[..sound_png.len() / 2].to_vec();
    let photos: [(&str, &str, &str, Vec<u8>); 10] = [
        ("baik", "a.png", "", sound_png.clone()),
        (
            "kecil",
            "a.png",
            "Foto terlalu kecil",
            png(&image::imageops::resize(&sound, 700, 700, image::imageops::FilterType::Triangle)),
        ),
        ("buram", "a.png", "Mungkin buram", png(&image::imageops::blur(&sound, 9.0))),
        ("gelap", "a.png", "Terlalu gelap", png(&drawing(|light| 0.25 * light))),
        ("terang", "a.png", "Terlalu terang", png(&drawing(|light| 0.8 + 0.3 * light))),
        ("pudar", "a.png", "Pudar", png(&drawing(|light| 0.4 + 0.15 * light))),
        ("layar", "a.png", "Mungkin tangkapan layar atau berbingkai", png(&bars)),
        ("lokasi", "a.jpg", "Foto menyimpan lokasi (GPS)", gps),
        ("iphone", "a.heic", "Foto HEIC dari iPhone", heic),
        ("rusak", "a.png", "Berkas foto rusak atau tidak dikenal", cut),
    ];
    let mut disk = sample();
    for (slug, file, _, bytes) in &photos {
        let text = format!(
            "---\nnama: Klinik {slug}\numkm: bingkai-rantika\nkategori: suvenir\nharga: 5000\nsatuan: buah\nstok: siap\n\
             foto:\n  - berkas: {file}\n    alt: Papan kayu dengan ukiran\ncontoh: ya\n---\n"
        );
        disk.put(&format!("content/produk/klinik-{slug}/index.md"), text);
        disk.put(&format!("content/produk/klinik-{slug}/{file}"), bytes.clone());
    }
    // The same photo at another maker, smaller and turned into a JPEG; and one without a text.
    let mut copy = std::io::Cursor::new(Vec::new());
    image::imageops::resize(&sound, 1210, 1210, image::imageops::FilterType::Triangle)
        .write_to(&mut copy, image::ImageFormat::Jpeg)
        .unwrap();
    disk.put(
        "content/produk/klinik-salinan/index.md",
        "---\nnama: Klinik Salinan\numkm: batik-larasvanda\nkategori: suvenir\nharga: 5000\nsatuan: buah\nstok: siap\nfoto: [a.jpg]\ncontoh: ya\n---\n",
    );
    disk.put("content/produk/klinik-salinan/a.jpg", copy.into_inner());
    disk.put(
        "content/produk/klinik-kosong/index.md",
        "---\nnama: Klinik Kosong\numkm: batik-larasvanda\nkategori: suvenir\nharga: 5000\nsatuan: buah\nstok: siap\ncontoh: ya\n---\n",
    );
    let report = report_of(&disk);
    let under = |title: &str| -> Vec<&str> {
        let clinic = report.clinic.iter().find(|clinic| clinic.title == title).unwrap_or_else(|| panic!("{title}"));
        assert!(clinic.advice.len() > 30, "{title} says what to do");
        let files = clinic.photos.iter().map(|photo| photo.entry.file.as_str());
        files.filter_map(|file| file.strip_prefix("content/produk/klinik-")?.strip_suffix("/index.md")).collect()
    };
    for (slug, _, title, _) in photos.iter().filter(|(_, _, title, _)| !title.is_empty()) {
        assert!(under(title).contains(slug), "{title}: {:?}", under(title));
    }
    for clinic in &report.clinic {
        let twin = clinic.title.starts_with("Foto yang sama");
        assert!(twin || !under(&clinic.title).contains(&"baik"), "{}: {:?}", clinic.title, under(&clinic.title));
    }
    // Dull, dark and shaken go together at times; these may not be mixed up.
    assert_eq!(under("Terlalu gelap"), ["gelap"]);
    assert_eq!(under("Terlalu terang"), ["terang"]);
    assert_eq!(under("Mungkin tangkapan layar atau berbingkai"), ["layar"]);
    assert_eq!(under("Foto HEIC dari iPhone"), ["iphone"]);
    assert_eq!(under("Foto menyimpan lokasi (GPS)"), ["lokasi"]);
    assert_eq!(under("Berkas foto rusak atau tidak dikenal"), ["rusak"]);
    assert_eq!(under("Belum ada keterangan foto"), ["salinan"]);
    assert_eq!(under("Produk dan usaha tanpa foto"), ["kosong"]);
    let twins = report.clinic.iter().find(|clinic| clinic.title == "Foto yang sama dipakai dua penjual").unwrap();
    let pair = |photo: &&report::PhotoRemark| photo.path.contains("klinik-") && photo.text.contains("klinik-salinan");
    assert!(twins.photos.iter().any(|photo| pair(&photo)), "{:?}", twins.photos);
}
