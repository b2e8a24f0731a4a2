//! What hosts get beside the pages: smaller forms of files, and days of change from the history.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use etalase::cache::Cache;
use etalase::diagnostic::Problems;
use etalase::disk::{Disk, History, Memory};
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

// Days from the history.

fn lastmod(sitemap: &str, path: &str) -> Option<String> {
    let document = roxmltree::Document::parse(sitemap).unwrap();
    let url = document
        .root_element()
        .children()
        .find(|url| url.children().any(|node| node.tag_name().name() == "loc" && node.text().unwrap().ends_with(path)));
    let url = url.unwrap_or_else(|| panic!("{path} is not in the sitemap"));
    url.children().find(|node| node.tag_name().name() == "lastmod").and_then(|node| node.text()).map(str::to_owned)
}

#[test]
fn days_from_the_history_are_part_of_what_a_build_sees() {
    let known = |days: &[(&str, i64)]| {
        History::Known(Arc::new(days.iter().map(|(path, day)| ((*path).to_owned(), day * 86_400)).collect()))
    };
    let mut disk = small();
    let place = Place::new();
    place.build(&disk);
    let day =
        |place: &Place| lastmod(std::str::from_utf8(&place.files()["sitemap.xml"]).unwrap(), "/produk/meja-kayu/");
    assert_eq!(day(&place), None);
    // 20,000 days after 1970 is 4 October 2024; the last one lies after the day of the build.
    for (days, expected) in [(20_000, Some("2024-10-04")), (20_001, Some("2024-10-05")), (30_000, None)] {
        disk.set_history(known(&[("content/produk/meja-kayu.md", days), ("content/umkm/warung-uji.yaml", 19_000)]));
        place.build(&disk);
        assert_eq!(day(&place).as_deref(), expected);
        assert!(place.files() == clean(&disk), "{days}: other than a build from nothing");
        assert!(place.build(&disk).untouched);
    }
    disk.put("content/produk/meja-kayu.md", product("Meja Kayu", "diperbarui: 2025-02-03\n"));
    place.build(&disk);
    assert_eq!(day(&place).as_deref(), Some("2025-02-03"), "what the author says counts");
}

/// A repository with a site in the folder `situs`, and what is done in it.
struct Repository(tempfile::TempDir);

impl Repository {
    fn site(&self) -> PathBuf {
        self.0.path().join("situs")
    }

    fn git(&self, folder: &Path, arguments: &[&str], time: &str) {
        let mut command = Command::new("git");
        command.arg("-C").arg(folder).args(["-c", "user.name=Uji", "-c", "user.email=uji@contoh.example"]);
        command.args(["-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"]).args(arguments);
        let output = command.env("GIT_COMMITTER_DATE", time).env("GIT_AUTHOR_DATE", time).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self, time: &str) {
        self.git(self.0.path(), &["add", "--all"], time);
        self.git(self.0.path(), &["commit", "--quiet", "--message", "isi"], time);
    }

    fn write(&self, path: &str, text: &str) {
        std::fs::write(self.site().join(path), text).unwrap();
    }
}

fn etalase(root: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
    let output = command.args(["--date", "2026-11-24", "--lang", "id", "--root"]).arg(root).args(arguments).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

#[test]
fn pages_tell_the_day_their_text_was_last_committed() {
    let repository = Repository(tempfile::tempdir().unwrap());
    let site = repository.site();
    for (path, bytes) in small().all() {
        std::fs::create_dir_all(site.join(path).parent().unwrap()).unwrap();
        std::fs::write(site.join(path), bytes).unwrap();
    }
    std::fs::write(repository.0.path().join(".gitignore"), ".etalase\npublic\n").unwrap();
    let days = |root: &Path| {
        etalase(root, &["build"]);
        let sitemap = std::fs::read_to_string(root.join("public/sitemap.xml")).unwrap();
        ["meja-kayu", "kursi-kayu"].map(|slug| lastmod(&sitemap, &format!("/produk/{slug}/")))
    };
    assert_eq!(days(&site), [None, None], "no repository, no days");
    repository.git(repository.0.path(), &["init", "--quiet"], "");
    assert_eq!(days(&site), [None, None], "no commit yet");
    // Evening in London is the next day in Jakarta.
    repository.commit("2026-03-05T18:30:00Z");
    let first = Some("2026-03-06".to_owned());
    assert_eq!(days(&site), [first.clone(), first.clone()]);
    repository.write("content/produk/kursi-kayu.md", &product("Kursi Kayu Jati", ""));
    repository.write("content/produk/rak-kayu.md", &product("Rak Kayu", ""));
    assert_eq!(days(&site), [first.clone(), first.clone()], "what is not committed has no new day");
    repository.commit("2026-07-01T01:00:00Z");
    assert_eq!(days(&site), [first, Some("2026-07-01".to_owned())]);
    let told = etalase(&site, &["build", "--verify"]);
    assert!(told.contains("Sama persis"), "{told}");

    // A copy without its past knows no days, and says so once.
    let copy = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.0.path().display());
    repository.git(copy.path(), &["clone", "--quiet", "--depth", "1", &from, "salinan"], "");
    let shallow = copy.path().join("salinan/situs");
    assert_eq!(days(&shallow), [None, None]);
    let found = etalase(&shallow, &["--format", "json", "check"]);
    assert_eq!(found.matches("\"GIT-DANGKAL\"").count(), 1, "{found}");
    assert!(!etalase(&site, &["--format", "json", "check"]).contains("GIT-DANGKAL"));
}

// Addresses that cannot be.

#[test]
fn an_old_address_claimed_twice_or_taken_by_a_page_is_told_at_its_place() {
    let mut disk = small();
    disk.put("content/produk/kursi-kayu.md", product("Kursi Kayu", "alamat_lama: [/produk/lama/, /produk/]\n"));
    disk.put("content/produk/meja-kayu.md", product("Meja Kayu", "alamat_lama: [/produk/lama/, /sitemap.xml]\n"));
    let mut problems = Problems::new();
    pipeline::check(&disk, &options(), &Cache::none(), &mut problems).unwrap();
    let told: Vec<_> = problems
        .sorted()
        .into_iter()
        .filter(|problem| problem.code().as_str() == "ALAMAT-BENTROK")
        .map(|problem| {
            let said = |name: &str| problem.finding.argument(name).unwrap_or_default().to_owned();
            (problem.place.file.to_string(), problem.place.span.line, said("alamat"), said("a"))
        })
        .collect();
    let at = |file: &str, address: &str, by: &str| (file.to_owned(), 9, address.to_owned(), by.to_owned());
    let expected = [
        at("content/produk/kursi-kayu.md", "/produk/", "halaman yang masih ada"),
        at("content/produk/meja-kayu.md", "/produk/lama/", "content/produk/kursi-kayu.md"),
        at("content/produk/meja-kayu.md", "/sitemap.xml/", "berkas situs sendiri"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn an_address_of_the_site_without_scheme_is_refused_and_one_with_port_and_path_works() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in small().all() {
        std::fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
        std::fs::write(folder.path().join(path), bytes).unwrap();
    }
    let run = |address: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.args(["--date", "2026-11-24", "--lang", "id", "--root"]).arg(folder.path());
        command.args(["build", "--base-url", address]).output().unwrap()
    };
    for bad in
        ["contoh.example", "contoh.example/katalog", "https://contoh.example:99999/", "https://contoh.example/?a=1"]
    {
        let output = run(bad);
        assert_eq!(output.status.code(), Some(2), "{bad}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("--base-url") && told.contains(bad), "{told}");
        assert!(!folder.path().join("public").exists(), "{bad}: something was written");
    }
    assert!(run("http://contoh.example:8080/katalog").status.success());
    let read = |path: &str| std::fs::read_to_string(folder.path().join("public").join(path)).unwrap();
    assert!(read("robots.txt").contains("Sitemap: http://contoh.example:8080/katalog/sitemap.xml"));
    let home = read("index.html");
    assert!(home.contains("href=\"/katalog/produk/\"") && !home.contains("href=\"/produk/\""));
}

/// The browser editor is published where it lies in the sources, comes and goes with its page, and every build sees it.
#[test]
fn a_browser_editor_is_published_with_a_policy_of_its_own() {
    let place = Place::new();
    let mut disk = small();
    place.build(&disk);
    let without = place.files();
    assert!(!without.keys().any(|path| path.starts_with("admin/")));
    let text = |files: &BTreeMap<String, Vec<u8>>, path: &str| String::from_utf8(files[path].clone()).unwrap();
    for name in ["_headers", ".htaccess", "nginx.conf.contoh"] {
        assert!(!text(&without, name).contains("admin"), "{name}");
    }
    disk.put("admin/index.html", "<!doctype html><script src=\"decap-cms.js\"></script>");
    disk.put("admin/config.yml", "backend: {name: gitlab, repo: dinas/situs}\n");
    disk.put("admin/decap-cms.js", "1");
    disk.put("admin/BACA.md", "Petunjuk");
    place.build(&disk);
    let with = place.files();
    assert_eq!(with, clean(&disk), "as a build from nothing");
    let admin: Vec<&str> = with.keys().map(String::as_str).filter(|path| path.starts_with("admin/")).collect();
    assert_eq!(admin, ["admin/config.yml", "admin/decap-cms.js", "admin/index.html"]);
    for name in ["_headers", ".htaccess", "nginx.conf.contoh"] {
        let text = text(&with, name);
        assert!(
            text.contains("/admin/") && text.contains("'unsafe-eval'") && text.contains(" https://gitlab.com "),
            "{name}"
        );
    }
    // Another service, and the policy follows.
    disk.put("admin/config.yml", "backend: {name: github, repo: dinas/situs}\n");
    place.build(&disk);
    let moved = place.files();
    assert!(
        text(&moved, "_headers").contains("https://api.github.com") && !text(&moved, "_headers").contains("gitlab")
    );
    disk.remove("admin/index.html");
    place.build(&disk);
    assert_eq!(place.files(), without);
}

/// A build tells what only it can know, beside how much else there is to look at.
#[test]
fn a_build_warns_of_what_a_host_would_refuse() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = small();
    disk.put("admin/index.html", "<!doctype html>");
    disk.put("admin/besar.js", vec![b' '; 26 << 20]);
    for (path, bytes) in disk.all() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let build = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.args(["--lang", "id", "--date", "2026-11-24", "--root"]).arg(folder.path()).arg("build");
        let output = command.output().unwrap();
        (String::from_utf8(output.stderr).unwrap(), output.status.code())
    };
    let (told, ending) = build();
    assert_eq!(ending, Some(0), "{told}");
    assert!(
        told.contains("INANG-BATAS") && told.contains("Cloudflare Pages") && told.contains("admin/besar.js"),
        "{told}"
    );
    assert!(!told.contains("FOTO-KURANG") && told.contains("etalase check"), "{told}");
    // The site says what it weighs, also when nothing had changed; and so does the warning.
    let (again, _) = build();
    assert!(again.contains("INANG-BATAS") && again.contains(" MB dalam "), "{again}");
    std::fs::write(folder.path().join("admin/besar.js"), "kecil").unwrap();
    let (sound, _) = build();
    assert!(!sound.contains("INANG-BATAS"), "{sound}");
}
