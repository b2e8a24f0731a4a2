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
