//! The whole walk over the sample content, and over small made-up sites in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use etalase::cache::Cache;
use etalase::config::BaseUrl;
use etalase::diagnostic::Problems;
use etalase::disk::{Disk, Memory};
use etalase::model::Date;
use etalase::pipeline::{self, Options, Silent};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn options(base: Option<&str>) -> Options {
    Options {
        today: Date::new(2026, 11, 24).unwrap(),
        base: base.map(|url| BaseUrl::read(url).unwrap()),
        drafts: false,
    }
}

/// The sample content without its photos (they have tests of their own), so that a build takes a second.
pub fn sample() -> Memory {
    let mut disk = Memory::new();
    for entry in walkdir::WalkDir::new(root().join("content")).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
        if path.contains("/.") || !entry.file_type().is_file() {
            continue;
        }
        let text = path.ends_with(".md") || path.ends_with(".yaml");
        let bytes = if text { std::fs::read(entry.path()).unwrap() } else { small_photo(&path) };
        disk.put(&path, bytes);
    }
    disk
}

/// A picture of one colour, different for every path.
fn small_photo(path: &str) -> Vec<u8> {
    let hash = path.bytes().fold(7_u8, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte));
    let picture = image::RgbImage::from_pixel(64, 48, image::Rgb([hash, 128, 255 - hash]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let found =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    found
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

pub fn build(disk: &Memory, base: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let mut problems = Problems::new();
    let report = pipeline::build(disk, &out, &options(base), &Cache::none(), &Silent, &mut problems).unwrap();
    let errors: Vec<_> =
        problems.sorted().into_iter().filter(|problem| problem.level() == etalase::diagnostic::Level::Error).collect();
    assert!(report.is_some(), "{errors:#?}");
    files(&out)
}

/// Values of an attribute in HTML, entities undone.
pub fn attributes<'a>(html: &'a str, name: &str) -> impl Iterator<Item = String> + use<'a> {
    let start = format!(" {name}=\"");
    let parts: Vec<&str> = html.split(start.as_str()).skip(1).collect();
    parts
        .into_iter()
        .filter_map(|part| part.split('"').next())
        .map(|value| value.replace("&amp;", "&").replace("&#x2F;", "/"))
}

pub fn check_links(site: &BTreeMap<String, Vec<u8>>, base: &str) {
    let mut dead = BTreeSet::new();
    let page = |path: &str| site.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok());
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        let mut links: Vec<String> = attributes(html, "href").chain(attributes(html, "src")).collect();
        for set in attributes(html, "srcset") {
            links.extend(set.split(',').map(|part| part.trim().split(' ').next().unwrap().to_owned()));
        }
        for link in links {
            if link.starts_with("https://")
                || link.starts_with("mailto:")
                || link.starts_with("tel:")
                || link.starts_with("data:")
            {
                continue;
            }
            let (target, anchor) = link.split_once('#').unwrap_or((link.as_str(), ""));
            let target = target.split('?').next().unwrap();
            let file = if target.is_empty() {
                path.clone()
            } else {
                let Some(below) = target.strip_prefix(base) else {
                    dead.insert(format!("{path}: {link} (not below {base})"));
                    continue;
                };
                if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() }
            };
            if !site.contains_key(&file) {
                dead.insert(format!("{path}: {link}"));
            } else if !anchor.is_empty()
                && file.ends_with(".html")
                && !page(&file).unwrap().contains(&format!(" id=\"{anchor}\""))
            {
                dead.insert(format!("{path}: {link} (no such anchor)"));
            }
        }
    }
    let shown: Vec<_> = dead.iter().take(20).cloned().collect();
    assert!(dead.is_empty(), "{} dead links:\n{}", dead.len(), shown.join("\n"));
}

#[test]
fn every_link_picture_and_anchor_of_the_sample_site_resolves_also_below_a_path() {
    let disk = sample();
    let site = build(&disk, None);
    assert!(site.len() > 1000, "{} files", site.len());
    check_links(&site, "/");
    let below = build(&disk, Some("https://example.org/katalog/"));
    check_links(&below, "/katalog/");
}

#[test]
fn the_same_content_gives_the_same_bytes_on_one_thread_and_on_eight() {
    let disk = sample();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| build(&disk, None))
    };
    let (one, eight) = (on(1), on(8));
    let differing: Vec<_> =
        one.iter().filter(|(path, bytes)| eight.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert!(differing.is_empty() && one.len() == eight.len(), "{differing:?}");
}

#[test]
fn nothing_private_is_in_the_built_site() {
    let disk = sample();
    let site = build(&disk, None);
    let mut secrets = BTreeSet::new();
    for (path, bytes) in files(&root().join("content")) {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for line in text.lines() {
            let value =
                |key: &str| line.trim().strip_prefix(key).map(|value| value.trim().trim_matches('"').to_owned());
            secrets.extend(
                line.split("bukti:").nth(1).map(|rest| rest.split([',', '}']).next().unwrap().trim().to_owned()),
            );
            if path.starts_with("umkm/") {
                secrets.extend(value("nib:").filter(|_| !text.contains(" nib") || !text.contains("lingkup")));
            }
            secrets.extend(value("diperiksa_oleh:"));
        }
    }
    secrets.retain(|secret| secret.len() > 5);
    assert!(secrets.len() > 10, "the sample content should hold private values: {secrets:?}");
    for (path, bytes) in &site {
        for secret in &secrets {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{path} holds the private value {secret}");
        }
        let name = "anyam-lesmana";
        let named = bytes.windows(name.len()).any(|window| window == name.as_bytes());
        let may = path.contains(name)
            || ["hapus.txt", "_redirects", ".htaccess", "nginx.conf.contoh", "_headers"].contains(&path.as_str());
        assert!(!named || may, "{path} names a withdrawn business");
    }
}

#[test]
fn a_site_in_sample_mode_leads_to_no_real_contact_and_is_not_indexed() {
    let site = build(&sample(), None);
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for bad in ["https://wa.me/", "href=\"tel:", "href=\"https://www.tokopedia.com", "hasCertification"] {
            assert!(!html.contains(bad), "{path} holds {bad}");
        }
        if !html.contains("http-equiv=\"refresh\"") {
            assert!(html.contains("noindex"), "{path} may be indexed");
        }
    }
}

#[test]
fn the_strict_policy_holds_no_inline_script_style_or_foreign_request() {
    for (path, bytes) in build(&sample(), None).iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(!html.contains(" style=\""), "{path} has an inline style");
        assert!(!html.contains("<style"), "{path} has a style element");
        for script in html.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            assert!(
                tag.contains(" src=\"/") || tag.contains("application/ld+json"),
                "{path} has an inline script: {tag}"
            );
        }
        assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{path} has a handler");
    }
}

/// A small sound site.
pub fn small() -> Memory {
    let mut disk = Memory::new();
    disk.put("content/situs.yaml", "nama: Uji\nalamat_situs: https://uji.example\nkota: Kota Uji\n");
    disk.put(
        "content/umkm/warung-uji.yaml",
        "nama: Warung Uji\nringkas: Warung kecil untuk menguji katalog, dengan ringkasan cukup panjang.\njenis_usaha: kerajinan\n\
         alamat: {kelurahan: Kedaung, kecamatan: Pamulang}\nkontak: {whatsapp: 0812-0000-0001}\n\
         persetujuan: {status: ya, tanggal: 2026-01-05, bukti: PDP-1, lingkup: [whatsapp]}\n",
    );
    for (slug, name, price) in [("meja-kayu", "Meja Kayu", 250_000), ("kursi-kayu", "Kursi Kayu", 120_000)] {
        disk.put(
            &format!("content/produk/{slug}.md"),
            format!(
                "---\nnama: {name}\numkm: warung-uji\nkategori: ukiran-kayu\nharga: {price}\nsatuan: buah\nstok: siap\nberat_g: 900\n---\n\nDari kayu.\n"
            ),
        );
    }
    disk
}

fn codes(disk: &Memory) -> Vec<String> {
    let mut problems = Problems::new();
    pipeline::check(disk, &options(None), &Cache::none(), &mut problems).unwrap();
    let errors = problems.sorted().into_iter().filter(|problem| problem.level() == etalase::diagnostic::Level::Error);
    errors.map(|problem| format!("{} {}:{}", problem.code(), problem.place.file, problem.place.span.line)).collect()
}

#[test]
fn a_broken_entry_hides_no_other_and_everything_is_told_in_one_run() {
    let mut disk = small();
    disk.put("content/produk/a.md", "---\nnama: A B C\n---\n");
    disk.put("content/produk/b.md", "---\nnama: \"Kopi\nharga: 1\n---\n");
    disk.put("content/produk/c.md", vec![0xff, 0xfe, 0x00]);
    disk.put("content/produk/d.md", "");
    disk.put(
        "content/produk/e.md",
        "---\nnama: Rak Kayu\numkm: warung-ujii\nkategori: ukiran-kayu\nharga: 25.000\nsatuan: buah\nstock: siap\nstok: siap\nfoto: [tiada.jpg]\n---\n",
    );
    let found = codes(&disk);
    let expected = [
        "UMUM-WAJIB content/produk/a.md:1",
        "UMUM-YAML content/produk/b.md:2",
        "BERKAS-UTF8 content/produk/c.md:1",
        "BERKAS-KOSONG content/produk/d.md:0",
        "UMUM-RUJUK content/produk/e.md:3",
        "PROD-HARGA-TITIK content/produk/e.md:5",
        "UMUM-ASING content/produk/e.md:7",
        "FOTO-TIADA content/produk/e.md:9",
    ];
    for one in expected {
        assert!(found.iter().any(|code| code == one), "{one} is missing in {found:#?}");
    }
}

#[test]
fn two_hundred_entries_with_a_mistake_each_report_two_hundred_at_the_right_places() {
    let mut disk = small();
    for number in 0..200 {
        disk.put(
            &format!("content/produk/produk-{number}.md"),
            format!(
                "---\nnama: Produk {number}\numkm: warung-uji\nkategori: ukiran-kayu\nharga: 25.{number:03}\nsatuan: buah\nstok: siap\n---\n"
            ),
        );
    }
    let mut problems = Problems::new();
    pipeline::check(&disk, &options(None), &Cache::none(), &mut problems).unwrap();
    let found: BTreeSet<_> = problems
        .sorted()
        .into_iter()
        .filter(|problem| problem.code().as_str() == "PROD-HARGA-TITIK")
        .map(|problem| (problem.place.file.to_string(), problem.place.span.line, problem.place.span.column))
        .collect();
    assert_eq!(found.len(), 200);
    assert!(found.iter().all(|(_, line, column)| (*line, *column) == (5, 8)));
}

#[test]
fn a_build_with_mistakes_leaves_the_old_site_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let cache = Cache::in_folder(folder.path());
    let run = |disk: &Memory| {
        let mut problems = Problems::new();
        pipeline::build(disk, &out, &options(None), &cache, &Silent, &mut problems).unwrap().is_some()
    };
    let mut disk = small();
    assert!(run(&disk));
    let before = files(&out);
    disk.put("content/produk/rusak.md", "---\nnama: X\n---\n");
    assert!(!run(&disk));
    assert_eq!(files(&out), before);
}

/// A seeded generator: tests must not roll real dice.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A product of the made-up site.
pub fn a_product(name: &str, price: u64, extra: &str) -> String {
    format!(
        "---\nnama: {name}\numkm: warung-uji\nkategori: ukiran-kayu\nharga: {price}\nsatuan: buah\nstok: siap\nberat_g: 5\n{extra}---\n\nTeks.\n"
    )
}

/// A second maker with a product, whose status can change.
pub fn a_maker(status: &str) -> String {
    format!(
        "nama: Sanggar Dua\nringkas: Sanggar kedua untuk menguji katalog, dengan ringkasan cukup panjang.\njenis_usaha: kerajinan\n\
         alamat: {{kelurahan: Kedaung, kecamatan: Pamulang}}\nkontak: {{whatsapp: 0812-0000-0002}}\nstatus: {status}\n\
         persetujuan: {{status: ya, tanggal: 2026-01-05, bukti: PDP-2, lingkup: [whatsapp]}}\n"
    )
}

/// One edit of any kind that staff make.
fn edit(disk: &mut Memory, dice: &mut Dice, step: u64, slugs: &mut Vec<String>, day: &mut Date) {
    let price = 10_000 + dice.roll(900) * 100;
    let some = |dice: &mut Dice, slugs: &[String]| slugs[dice.roll(slugs.len() as u64) as usize].clone();
    match dice.roll(14) {
        0 | 1 => {
            let slug = format!("baru-{step}");
            disk.put(&format!("content/produk/{slug}.md"), a_product(&format!("Baru {step}"), price, ""));
            slugs.push(slug);
        }
        2 if !slugs.is_empty() => {
            let slug = slugs.remove(dice.roll(slugs.len() as u64) as usize);
            disk.remove(&format!("content/produk/{slug}.md"));
        }
        3 => disk.put("content/produk/meja-kayu.md", a_product(&format!("Meja Kayu {step}"), price, "unggulan: ya\n")),
        4 => {
            disk.put("content/produk/kursi-kayu/index.md", a_product("Kursi Kayu", price, "foto: [a.png]\n"));
            disk.remove("content/produk/kursi-kayu.md");
            disk.put("content/produk/kursi-kayu/a.png", small_photo(&step.to_string()));
        }
        5 => disk.put(
            "content/situs.yaml",
            format!("nama: Uji {step}\nalamat_situs: https://uji.example\nkota: Kota Uji\nbahasa: [id, en]\n"),
        ),
        // A price alone, and with the month it holds for: the order of lists may change.
        6 if !slugs.is_empty() => {
            let slug = some(dice, slugs);
            let month = if dice.roll(2) == 0 { "" } else { "harga_per: 2026-10\ndiperbarui: 2026-11-20\n" };
            disk.put(&format!("content/produk/{slug}.md"), a_product(&format!("Nama {slug}"), price, month));
        }
        7 if !slugs.is_empty() => {
            let slug = some(dice, slugs);
            disk.put(
                &format!("content/produk/{slug}.md"),
                a_product(&format!("Nama {slug}"), price, "status: arsip\n"),
            );
        }
        // Renamed: the old address leads to the new one.
        8 if !slugs.is_empty() => {
            let old = slugs.remove(dice.roll(slugs.len() as u64) as usize);
            disk.remove(&format!("content/produk/{old}.md"));
            let new = format!("ganti-{step}");
            let extra = format!("alamat_lama: [/produk/{old}/]\n");
            disk.put(&format!("content/produk/{new}.md"), a_product("Ganti Nama", price, &extra));
            slugs.push(new);
        }
        // The maker is published, taken back to the desk with what it makes, or withdraws its consent.
        9 | 10 => {
            let (file, product) = ("content/umkm/sanggar-dua.yaml", "content/produk/topeng.md");
            disk.put(product, a_product("Topeng", price, "").replace("warung-uji", "sanggar-dua"));
            match dice.roll(3) {
                0 => disk.put(file, a_maker("terbit")),
                1 => disk.put(file, a_maker("draf")),
                _ => {
                    disk.put(
                        file,
                        "persetujuan: {status: ditarik, tanggal: 2026-01-05, ditarik_pada: 2026-11-01, bukti: PDP-2}\n",
                    );
                    disk.remove(product);
                }
            }
        }
        11 => {
            let card = std::fs::read_to_string(root().join("themes/etalase/templates/produk.html")).unwrap();
            disk.put(
                "themes/etalase/templates/produk.html",
                card.replace("{%- endblock", &format!("<!-- {step} -->{{%- endblock")),
            );
        }
        12 => *day = Date::from_day_number(day.day_number() + 1),
        _ => disk.put("content/produk/kursi-kayu/a.png", small_photo(&format!("lain {step}"))),
    }
}

#[test]
fn any_sequence_of_edits_gives_what_a_clean_build_gives() {
    for seed in [2026, 7] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("public");
        let cache = Cache::in_folder(folder.path());
        let mut disk = small();
        let mut dice = Dice(seed);
        let mut slugs: Vec<String> = Vec::new();
        let mut options = options(None);
        for step in 0..14 {
            edit(&mut disk, &mut dice, step, &mut slugs, &mut options.today);
            let run = |out: &Path, cache: &Cache| {
                let mut problems = Problems::new();
                let report = pipeline::build(&disk, out, &options, cache, &Silent, &mut problems).unwrap();
                let errors = problems.iter().filter(|problem| problem.level() == etalase::diagnostic::Level::Error);
                assert!(report.is_some(), "seed {seed}, step {step}: {:#?}", errors.collect::<Vec<_>>());
                (files(out), problems.clone().sorted())
            };
            let (now, said) = run(&out, &cache);
            let beside = tempfile::tempdir().unwrap();
            let (clean, said_clean) = run(&beside.path().join("public"), &Cache::none());
            let differing: Vec<_> = clean
                .iter()
                .filter(|(path, bytes)| now.get(*path) != Some(bytes))
                .map(|(path, _)| path)
                .chain(now.keys().filter(|path| !clean.contains_key(*path)))
                .collect();
            assert!(differing.is_empty(), "seed {seed}, step {step}: {differing:?}");
            assert_eq!(said, said_clean, "seed {seed}, step {step}: other remarks than a clean build");
        }
    }
}

#[test]
fn a_new_price_makes_only_the_pages_that_show_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let cache = Cache::in_folder(folder.path());
    let mut disk = small();
    // Another maker far from the change.
    disk.put("content/umkm/sanggar-dua.yaml", a_maker("terbit"));
    disk.put(
        "content/produk/tampah.md",
        a_product("Tampah", 90_000, "").replace("warung-uji", "sanggar-dua").replace("ukiran-kayu", "anyaman"),
    );
    let run = |disk: &Memory| {
        let mut problems = Problems::new();
        pipeline::build(disk, &out, &options(None), &cache, &Silent, &mut problems).unwrap().unwrap()
    };
    run(&disk);
    let time = |path: &str| std::fs::metadata(out.join(path)).unwrap().modified().unwrap();
    let far = ["umkm/sanggar-dua/cetak/index.html", "tentang/index.html", "kategori/kerajinan/anyaman/index.html"];
    let near = ["produk/meja-kayu/index.html", "umkm/warung-uji/index.html"];
    let before: Vec<_> = far.iter().chain(&near).map(|path| time(path)).collect();
    disk.put("content/produk/meja-kayu.md", a_product("Meja Kayu", 251_000, ""));
    let report = run(&disk);
    let after: Vec<_> = far.iter().chain(&near).map(|path| time(path)).collect();
    assert_eq!(before[..far.len()], after[..far.len()]);
    assert!(before[far.len()..].iter().zip(&after[far.len()..]).all(|(before, after)| before < after));
    assert!(report.written.made * 3 < report.written.files, "{:?}", report.written);
}

#[test]
fn a_build_that_finds_nothing_changed_says_what_the_first_one_said() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let cache = Cache::in_folder(folder.path());
    let mut disk = small();
    disk.put("content/umkm/sanggar-dua.yaml", a_maker("terbit"));
    let run = || {
        let mut problems = Problems::new();
        let report = pipeline::build(&disk, &out, &options(None), &cache, &Silent, &mut problems).unwrap().unwrap();
        (report.untouched, problems.sorted())
    };
    let (_, first) = run();
    let (untouched, second) = run();
    assert!(untouched && !first.is_empty());
    assert_eq!(first, second);
    // A damaged record of the cache counts as none: the site is judged anew, and comes out the same.
    let whole = files(&out);
    for entry in std::fs::read_dir(cache.folder().unwrap()).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_file() {
            let mut bytes = std::fs::read(entry.path()).unwrap();
            if let Some(byte) = bytes.first_mut() {
                *byte ^= 0x55;
            }
            std::fs::write(entry.path(), bytes).unwrap();
        }
    }
    let (untouched, third) = run();
    assert!(!untouched);
    assert_eq!((third, files(&out)), (first, whole));
}

#[test]
fn nothing_changed_leaves_every_file_and_its_time_alone() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let cache = Cache::in_folder(folder.path());
    let disk = small();
    let run = || {
        let mut problems = Problems::new();
        pipeline::build(&disk, &out, &options(None), &cache, &Silent, &mut problems).unwrap().unwrap()
    };
    run();
    let times = || -> Vec<_> {
        let all = walkdir::WalkDir::new(&out).sort_by_file_name().into_iter().map(Result::unwrap);
        all.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap())).collect()
    };
    let before = times();
    let report = run();
    assert!(report.untouched && report.written.made == 0);
    assert_eq!(times(), before);
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_an_entry_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let mut disk = small();
        disk.put("content/produk/apa-saja.md", bytes);
        codes(&disk);
    }

    #[test]
    fn no_yaml_makes_an_entry_panic(lines in proptest::collection::vec("(nama|harga|varian|foto|en|izin|grosir|kontak|jam|stok|hari|titik|persetujuan|promo): [-a-z0-9:{}\\[\\], \"'#&*!|>@%.]{0,30}", 0..14)) {
        for folder in ["produk", "umkm", "koperasi", "agenda", "inovasi", "dampak"] {
            let mut disk = small();
            disk.put(&format!("content/{folder}/apa-saja.yaml"), lines.join("\n"));
            codes(&disk);
        }
    }
}

#[test]
fn a_changed_price_changes_only_pages_that_show_the_product_and_one_start_file() {
    let disk = sample();
    let before = build(&disk, None);
    let mut disk = disk;
    let path = "content/produk/tunik-linen/index.md";
    let text = String::from_utf8(disk.read(path).unwrap()).unwrap();
    let line = text.lines().find(|line| line.starts_with("harga:")).expect("the tunic has a price");
    disk.put(path, text.replace(line, "harga: 198765").into_bytes());
    let after = build(&disk, None);
    let changed: Vec<&String> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert!(changed.iter().any(|path| *path == "produk/tunik-linen/index.html"), "{changed:?}");
    let pages: Vec<&&String> = changed.iter().filter(|path| path.ends_with(".html")).collect();
    for page in &pages {
        let html = String::from_utf8_lossy(&after[**page]);
        let shows = ["tunik-linen", "Tunik Linen", "198.765", "198,765"].iter().any(|sign| html.contains(sign));
        assert!(shows, "{page} does not show the product");
    }
    let all = after.keys().filter(|path| path.ends_with(".html")).count();
    assert!(pages.len() * 4 < all, "{} of {all} pages", pages.len());
    assert!(changed.iter().any(|path| *path == "indeks.bin"), "{changed:?}");
    let search = String::from_utf8_lossy(&after["cari/index.html"]);
    assert!(search.contains("data-index=\"/indeks.bin\""), "the pages name the start file");
    assert!(!changed.iter().any(|path| *path == "sw.js"), "the worker names no file of the index");
    let index = changed.iter().filter(|path| path.starts_with("indeks/")).count();
    assert!(index <= 2, "cards and prices: {changed:?}");
}
