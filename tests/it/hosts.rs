//! What hosts get beside the pages: smaller forms of files, and days of change from the history.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use etalase::cache::Cache;
use etalase::diagnostic::Problems;
use etalase::disk::{Disk, Memory};
use etalase::model::Date;
use etalase::pipeline::{self, Options, Report, Silent};

fn options() -> Options {
    Options { today: Date::new(2026, 11, 24).unwrap(), base: None, drafts: false }
}

fn settings(more: &str) -> String {
    format!("nama: Uji\nalamat_situs: https://uji.example\nkota: Kota Uji\n{more}")
}

fn product(name: &str, more: &str) -> String {
    format!(
        "---\nnama: {name}\numkm: warung-uji\nkategori: ukiran-kayu\nharga: 250000\nsatuan: buah\nstok: siap\nberat_g: 900\n{more}---\n\nDari kayu.\n"
    )
}

fn small() -> Memory {
    let mut disk = Memory::new();
    disk.put("content/situs.yaml", settings(""));
    disk.put(
        "content/umkm/warung-uji.yaml",
        "nama: Warung Uji\nringkas: Warung kecil untuk menguji katalog, dengan ringkasan cukup panjang.\njenis_usaha: kerajinan\n\
         alamat: {kelurahan: Kedaung, kecamatan: Pamulang}\nkontak: {whatsapp: 0812-0000-0001}\n\
         persetujuan: {status: ya, tanggal: 2026-01-05, bukti: PDP-1, lingkup: [whatsapp]}\n",
    );
    disk.put("content/produk/meja-kayu.md", product("Meja Kayu", ""));
    disk.put("content/produk/kursi-kayu.md", product("Kursi Kayu", ""));
    disk
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let found = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|file| file.file_type().is_file());
    found
        .map(|file| {
            let path = file.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, std::fs::read(file.path()).unwrap())
        })
        .collect()
}

/// A folder with cache and site that builds follow each other in.
struct Place {
    _folder: tempfile::TempDir,
    out: PathBuf,
    cache: Cache,
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        Place { out: folder.path().join("public"), cache: Cache::in_folder(folder.path()), _folder: folder }
    }

    fn build(&self, disk: &dyn Disk) -> Report {
        let mut problems = Problems::new();
        let report = pipeline::build(disk, &self.out, &options(), &self.cache, &Silent, &mut problems).unwrap();
        report.unwrap_or_else(|| panic!("{:#?}", problems.sorted()))
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.out)
    }
}

fn clean(disk: &dyn Disk) -> BTreeMap<String, Vec<u8>> {
    let place = Place { cache: Cache::none(), ..Place::new() };
    place.build(disk);
    place.files()
}

/// The smaller forms of a site, each held against its file.
fn check_forms(site: &BTreeMap<String, Vec<u8>>) -> [usize; 2] {
    let mut seen = [0, 0];
    for (path, bytes) in site {
        let (which, plain) = match path.rsplit_once('.') {
            Some((plain, "br")) => (0, plain),
            Some((plain, "gz")) => (1, plain),
            _ => continue,
        };
        let mut unpacked = Vec::new();
        if which == 0 {
            brotli::Decompressor::new(bytes.as_slice(), 4096).read_to_end(&mut unpacked).unwrap();
        } else {
            flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked).unwrap();
        }
        assert!(site.get(plain) == Some(&unpacked), "{path} unpacks to something else than {plain}");
        assert!(bytes.len() < unpacked.len(), "{path} is no smaller");
        seen[which] += 1;
    }
    seen
}

#[test]
fn smaller_forms_stand_beside_files_unpack_to_the_same_and_are_made_once() {
    let mut disk = small();
    disk.put("content/situs.yaml", settings("inang: {kompres: ya}\n"));
    let place = Place::new();
    let first = place.build(&disk);
    let site = place.files();
    let [br, gz] = check_forms(&site);
    assert!(br > 100 && gz > 100 && first.compressed >= br, "{br} .br, {gz} .gz, {} compressed", first.compressed);
    for path in ["index.html", "produk/meja-kayu/index.html", "sitemap.xml", "404.html"] {
        assert!(site.contains_key(&format!("{path}.br")) && site.contains_key(&format!("{path}.gz")), "{path}");
    }
    for path in ["_headers", "_redirects", ".htaccess", "nginx.conf.contoh"] {
        assert!(!site.contains_key(&format!("{path}.br")), "{path} is for the host, not for readers");
    }
    assert!(!site.keys().any(|path| path.ends_with(".br.gz") || path.ends_with(".gz.br")));

    assert!(place.build(&disk).untouched);
    // A site that lost its folder takes all forms from the cache.
    std::fs::remove_dir_all(&place.out).unwrap();
    assert_eq!(place.build(&disk).compressed, 0, "what was compressed before is compressed again");
    assert!(place.files() == site);

    disk.put("content/produk/meja-kayu.md", product("Meja Kayu Besar", ""));
    let changed = place.build(&disk);
    assert!(changed.compressed > 0 && changed.compressed <= changed.written.made, "{changed:?}");
    check_forms(&place.files());
    assert!(place.files() == clean(&disk), "other than a build from nothing");
}

#[test]
fn smaller_forms_come_and_go_with_the_setting() {
    let mut disk = small();
    let place = Place::new();
    place.build(&disk);
    let plain = place.files();
    assert_eq!(check_forms(&plain), [0, 0]);
    disk.put("content/situs.yaml", settings("inang: {kompres: ya}\n"));
    place.build(&disk);
    assert!(check_forms(&place.files())[0] > 0);
    assert!(place.files() == clean(&disk));
    disk.put("content/situs.yaml", settings(""));
    place.build(&disk);
    assert!(place.files() == plain, "forms of files are left behind");
}
