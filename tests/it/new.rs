//! What `new` makes can be read, is complete in its fields, and passes `check` as a draft.

use std::sync::Arc;

use etalase::commands::new::{MARK, Photo, Wish, files, kind};
use etalase::diagnostic::{Level, Problems};
use etalase::discover::discover;
use etalase::disk::{Disk, Folder, Memory};
use etalase::model::{Date, Kind};
use etalase::parse;
use etalase::schema::fields_of;
use etalase::validate::{self, Halves, data, site};

fn wish(kind: Kind, name: &str, photos: &[&str]) -> Wish {
    let photos = photos.iter().map(|name| Photo { name: (*name).to_owned(), bytes: b"gambar".to_vec() }).collect();
    Wish { kind, name: name.to_owned(), photos, today: Date::new(2026, 11, 24).unwrap(), sample: false }
}

/// Puts the files into a site with the tables of the sample and says what is wrong with them.
fn mistakes(kind: Kind, disk: &Memory) -> Vec<String> {
    let mut problems = Problems::new();
    let sources = discover(disk, &mut problems).unwrap();
    let sample = Folder::new(env!("CARGO_MANIFEST_DIR"));
    let [places, categories, units] = ["wilayah", "kategori", "satuan"].map(|name| {
        let path: Arc<str> = format!("content/data/{name}.yaml").into();
        parse::parse_table(&path, &sample.read(&path).unwrap(), &mut problems)
    });
    let path: Arc<str> = "content/situs.yaml".into();
    let settings = parse::parse(&path, &sample.read(&path).unwrap(), &mut problems);
    let (_, rules) = site::read(&settings, Date::new(2026, 11, 24).unwrap(), &mut problems);
    let tables =
        data::read(&data::DataFiles { places: &places, categories: &categories, units: &units }, &rules, &mut problems);
    let [source] = &sources.entries[..] else { panic!("{kind:?}: {:?}", sources.entries) };
    let document = parse::parse(&source.file, &disk.read(&source.file).unwrap(), &mut problems);
    problems.append(
        validate::validate(source, Halves { main: &document, english: None }, &rules, &tables, &sources.assets).1,
    );
    let grave = problems.sorted().into_iter().filter(|problem| problem.level() != Level::Advice);
    grave.map(|problem| format!("{} {:?}", problem.code(), problem.finding.arguments)).collect()
}

#[test]
fn every_kind_of_draft_passes() {
    for kind in Kind::ALL {
        for photos in [&[][..], &["IMG 01.JPEG", "b.png"]] {
            let files = files(&wish(kind, "Keripik: Singkong & Daun Jeruk 150 g", photos)).unwrap();
            let mut disk = Memory::new();
            files.iter().for_each(|file| disk.put(&file.path, file.bytes.clone()));
            assert_eq!(mistakes(kind, &disk), Vec::<String>::new(), "{}", files[0].as_text());
            assert!(
                files[0]
                    .path
                    .starts_with(&format!("content/{}/keripik-singkong-dan-daun-jeruk-150-g/index.", kind.folder()))
            );
        }
    }
}

#[test]
fn a_draft_names_every_field_of_its_kind() {
    for kind in Kind::ALL {
        let files = files(&wish(kind, "Contoh Nama", &[])).unwrap();
        let text = files[0].as_text();
        for field in fields_of(kind) {
            let named =
                text.lines().any(|line| line.trim_start_matches(['#', ' ']).starts_with(&format!("{}:", field.name)));
            let spoken = field.name == "koperasi" && kind == Kind::Product
                || field.name == "deskripsi" && files[0].path.ends_with(".md");
            assert!(named || spoken, "{kind:?}: {}\n{text}", field.name);
        }
        assert!(text.contains("status: draf"));
    }
}

/// A comment that becomes a field by losing its mark must be one that can be read.
#[test]
fn the_commented_fields_are_good_too() {
    for kind in Kind::ALL {
        let files = files(&wish(kind, "Contoh Nama", &[])).unwrap();
        let names: Vec<&str> = fields_of(kind).iter().map(|field| field.name).collect();
        let text: Vec<String> = files[0]
            .as_text()
            .lines()
            .map(|line| {
                let bare = line.strip_prefix("# ").or(line.strip_prefix('#')).unwrap_or(line);
                let is_field = names.iter().any(|name| bare.starts_with(&format!("{name}:")));
                if is_field || bare.starts_with("  ") { bare.to_owned() } else { line.to_owned() }
            })
            .collect();
        let mut disk = Memory::new();
        disk.put(&files[0].path, text.join("\n"));
        let folder = files[0].path.rsplit_once('/').unwrap().0;
        for asset in ["foto-1.jpg", "berkas.pdf"] {
            disk.put(&format!("{folder}/{asset}"), "x");
        }
        // A field may not be wanted here, or need another beside it; but none may be unreadable.
        let form = [
            "UMUM-ASING",
            "UMUM-TIPE",
            "UMUM-YAML",
            "UMUM-PILIHAN",
            "UMUM-KOSONG",
            "UMUM-TANGGAL",
            "UMUM-BULAN",
            "UMUM-WAKTU",
            "PROD-HARGA",
            "UMKM-JAM",
            "UMKM-TITIK",
            "TAUTAN-",
            "WA-",
            "KONTAK-",
            "FOTO-TIADA",
            "UMUM-GANDA",
        ];
        let found: Vec<String> =
            mistakes(kind, &disk).into_iter().filter(|said| form.iter().any(|code| said.starts_with(code))).collect();
        // The example consent does not open the map point, which is only said.
        let found: Vec<String> = found.into_iter().filter(|said| !said.starts_with("UMKM-TITIK-PRESISI")).collect();
        assert_eq!(found, Vec::<String>::new(), "{}", text.join("\n"));
    }
}

/// Sample and real entries must not mix, so a draft in a sample site is a sample.
#[test]
fn a_draft_in_a_sample_site_is_a_sample() {
    let mut wish = wish(Kind::News, "Kabar Baru", &[]);
    assert!(files(&wish).unwrap()[0].as_text().contains("\n# contoh: ya\n"));
    wish.sample = true;
    assert!(files(&wish).unwrap()[0].as_text().contains("\ncontoh: ya\n"));
}

#[test]
fn names_that_cannot_be_used_are_refused() {
    assert!(files(&wish(Kind::Product, "???", &[])).unwrap_err().contains("alamat"));
    assert!(files(&wish(Kind::Product, "Bingkai", &["IMG_1.HEIC"])).unwrap_err().contains("JPEG"));
    assert!(files(&wish(Kind::Product, "Bingkai", &["catatan.txt"])).unwrap_err().contains("catatan.txt"));
    assert_eq!(files(&wish(Kind::Product, "Cari", &[])).unwrap()[0].path, "content/produk/cari-1/index.md");
    assert_eq!(kind("Produk"), Ok(Kind::Product));
    assert!(kind("prduk").unwrap_err().contains("“produk”"));
    let text = files(&wish(Kind::Product, "Batik: \"Tulis\"", &[])).unwrap()[0].as_text().to_owned();
    assert!(text.contains(r#"nama: "Batik: \"Tulis\"""#) && text.contains(MARK));
}
