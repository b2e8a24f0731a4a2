//! Pictures of QRIS codes: what is read in them, what is said of it and where, and that nothing of them is published.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use etalase::cache::Cache;
use etalase::diagnostic::{Problems, show};
use etalase::disk::{Disk, Fault, Item, Memory};
use etalase::model::Date;
use etalase::pipeline::{self, Options, Silent};
use image::{GrayImage, ImageFormat, Luma};

/// A tag of a payload with its value.
fn tag(tag: &str, value: &str) -> String {
    format!("{tag}{:02}{value}", value.chars().count())
}

/// A payload without its checksum; kind `11` stays, `12` is for one payment.
pub fn body(kind: &str, name: &str) -> String {
    let account = tag("26", &[tag("00", "COM.CONTOH.WWW"), tag("01", "936009990000000001"), tag("03", "UMI")].concat());
    let scheme = tag("51", &[tag("00", "ID.CO.QRIS.WWW"), tag("02", "ID1020099990001"), tag("03", "UMI")].concat());
    let shop = [tag("52", "5812"), tag("53", "360"), tag("58", "ID"), tag("59", name)].concat();
    [tag("00", "01"), tag("01", kind), account, scheme, shop, tag("60", "TANGERANG SELATAN"), tag("61", "15416")]
        .concat()
}

/// The same with its checksum.
pub fn sealed(body: &str) -> String {
    let body = format!("{body}6304");
    let mut sum = 0xffff_u16;
    for byte in body.bytes() {
        sum ^= u16::from(byte) << 8;
        for _ in 0..8 {
            sum = if sum & 0x8000 == 0 { sum << 1 } else { sum << 1 ^ 0x1021 };
        }
    }
    format!("{body}{sum:04X}")
}

/// A sound payload for this payee.
pub fn payload(name: &str) -> String {
    sealed(&body("11", name))
}

/// A code with so many pixels a module and its white edge.
fn drawn(text: &str, scale: u32) -> GrayImage {
    let code = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Medium).unwrap();
    let side = (code.size() as u32 + 8) * scale;
    GrayImage::from_fn(side, side, |x, y| {
        Luma([if code.get_module((x / scale) as i32 - 4, (y / scale) as i32 - 4) { 0 } else { 255 }])
    })
}

fn encoded(picture: &GrayImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A picture of nothing but the code.
pub fn png(text: &str, scale: u32) -> Vec<u8> {
    encoded(&drawn(text, scale), ImageFormat::Png)
}

/// A photo of the code on a table: turned, seen from the side, badly lit, grainy, as a JPEG.
fn photo(text: &str, (width, height): (u32, u32), share: f64) -> Vec<u8> {
    let code = drawn(text, 4);
    let side = f64::from(code.width());
    let scale = share * f64::from(height) / side;
    let (cos, sin) = (0.35_f64.cos(), 0.35_f64.sin());
    let mut grain = 1_u32;
    let picture = GrayImage::from_fn(width, height, |x, y| {
        let (across, down) = (f64::from(x) - f64::from(width) / 2.0, f64::from(y) - f64::from(height) / 2.0);
        let (u, v) = ((across * cos + down * sin) / scale, (down * cos - across * sin) / scale);
        let far = 1.0 - 0.25 * u / side;
        let (u, v) = (u / far + side / 2.0, v / far + side / 2.0);
        let inside = u >= 0.0 && v >= 0.0 && u < side && v < side;
        let bare = if inside {
            30 + u32::from(code.get_pixel(u as u32, v as u32).0[0]) * 4 / 5
        } else {
            90 + (x / 37 + y / 53) % 4 * 20
        };
        grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let light = 100 - 45 * x / width;
        Luma([((bare * light / 100) as i32 + (grain >> 26) as i32 - 32).clamp(0, 255) as u8])
    });
    encoded(&picture, ImageFormat::Jpeg)
}

/// A site of one maker with a picture of its code; `merchant` is a line of the entry.
fn site(merchant: &str, scopes: &str, picture: &[u8]) -> Memory {
    let mut disk = Memory::new();
    disk.put("content/situs.yaml", "nama: Uji\nalamat_situs: https://uji.example\nkota: Kota Uji\n");
    disk.put(
        "content/umkm/bingkai-rantika/index.yaml",
        format!(
            "nama: Bingkai Rantika\nqris:\n  terima: ya\n{merchant}  gambar: papan.jpg\njenis_usaha: kerajinan\nnib: \"9999000000012\"\n\
             ringkas: Bingkai kayu untuk foto keluarga, dibuat di bengkel kecil.\nen: {{nama: Rantika Frames}}\n\
             alamat: {{kelurahan: Kedaung, kecamatan: Pamulang}}\nkontak: {{whatsapp: 0812-0000-0001}}\n\
             persetujuan: {{status: ya, tanggal: 2026-01-05, bukti: PDP-1, lingkup: [{scopes}]}}\n"
        ),
    );
    disk.put("content/umkm/bingkai-rantika/papan.jpg", picture);
    disk
}

fn options() -> Options {
    Options { today: Date::new(2026, 11, 24).unwrap(), base: None, drafts: false }
}

/// Code, line and column of what is said of the field, beside the warning that each such picture has.
fn said(disk: &dyn Disk, cache: &Cache) -> Vec<String> {
    let mut problems = Problems::new();
    pipeline::check(disk, &options(), cache, &mut problems).unwrap();
    let told = problems.sorted();
    let warned = told.iter().filter(|problem| problem.code().as_str() == "QRIS-GAMBAR").count();
    assert_eq!(warned, 1, "each picture is warned of");
    let ours = told.into_iter().filter(|problem| {
        let code = problem.code().as_str();
        (code.starts_with("QRIS-") && code != "QRIS-GAMBAR") || code.starts_with("FOTO-") || code.starts_with("PDP-")
    });
    ours.map(|problem| format!("{} {}:{}", problem.code(), problem.place.span.line, problem.place.span.column))
        .collect()
}

const SCOPES: &str = "whatsapp, qris";

#[test]
fn a_picture_is_read_and_judged_where_it_is_named() {
    let other = sealed(&body("11", "BINGKAI RANTIKA").replace("ID.CO.QRIS.WWW", "SG.PAYNOW.WWWW"));
    for (expected, picture) in [
        ("", png(&payload("BINGKAI RANTIKA"), 6)),
        ("", png(&payload("RANTIKA FRAMES"), 6)),
        ("QRIS-NAMA 4:11", png(&payload("BUDI SANTOSO"), 6)),
        ("QRIS-RUSAK 4:11", png(&payload("BINGKAI RANTIKA").replace("RANTIKA", "RANTIKO"), 6)),
        ("QRIS-SEKALI 4:11", png(&sealed(&body("12", "BINGKAI RANTIKA")), 6)),
        ("QRIS-BUKAN 4:11", png("https://contoh.example/toko?ref=1", 6)),
        ("QRIS-BUKAN 4:11", png(&other, 6)),
        (
            "QRIS-BACA 4:11",
            encoded(&GrayImage::from_fn(900, 700, |x, y| Luma([(x * y % 251) as u8])), ImageFormat::Jpeg),
        ),
        ("FOTO-PUTUS 4:11", photo(&payload("BINGKAI RANTIKA"), (800, 600), 0.7)[..9000].to_vec()),
        ("FOTO-BUKAN 4:11", b"<!DOCTYPE html><title>QRIS</title>".to_vec()),
    ] {
        let found = said(&site("", SCOPES, &picture), &Cache::none()).join(", ");
        assert_eq!(found, expected);
    }
}

#[test]
fn photos_of_a_stand_are_read() {
    for (size, share) in [((1600, 1200), 0.6), ((3000, 4000), 0.3), ((4000, 3000), 0.2), ((900, 700), 0.7)] {
        for (name, expected) in [("BINGKAI RANTIKA", ""), ("BUDI SANTOSO", "QRIS-NAMA 4:11")] {
            let found = said(&site("", SCOPES, &photo(&payload(name), size, share)), &Cache::none()).join(", ");
            assert_eq!(found, expected, "{size:?} {share}");
        }
    }
}

#[test]
fn the_other_codes_of_a_sheet_do_not_matter() {
    let mut sheet = GrayImage::from_pixel(1400, 1000, Luma([255]));
    image::imageops::replace(&mut sheet, &drawn("https://unduh.example/aplikasi", 5), 30, 30);
    image::imageops::replace(&mut sheet, &drawn(&payload("BINGKAI RANTIKA"), 8), 600, 200);
    assert_eq!(said(&site("", SCOPES, &encoded(&sheet, ImageFormat::Png)), &Cache::none()), [""; 0]);
}

#[test]
fn the_number_that_is_written_must_be_the_one_in_the_picture() {
    let picture = png(&payload("BINGKAI RANTIKA"), 6);
    for (merchant, expected) in [
        ("  nmid: ID1020099990001\n", ""),
        ("  nmid: \"NMID: ID 1020 0999 90001\"\n", ""),
        ("  nmid: ID1020099990002\n", "QRIS-NMID-BEDA 5:11"),
    ] {
        assert_eq!(said(&site(merchant, SCOPES, &picture), &Cache::none()).join(", "), expected, "{merchant}");
    }
}

/// Notes which files are read.
struct Watched {
    files: Memory,
    reads: Mutex<Vec<String>>,
}

impl Watched {
    fn new(files: Memory) -> Watched {
        Watched { files, reads: Mutex::default() }
    }

    /// How often the picture was read since the last question.
    fn pictures(&self) -> usize {
        let reads = std::mem::take(&mut *self.reads.lock().unwrap());
        reads.iter().filter(|path| path.ends_with("papan.jpg")).count()
    }
}

impl Disk for Watched {
    fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
        self.files.list(folder)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        self.reads.lock().unwrap().push(path.to_owned());
        self.files.read(path)
    }
}

#[test]
fn without_consent_the_picture_is_not_even_read() {
    let disk = Watched::new(site("", "whatsapp", &png(&payload("BUDI SANTOSO"), 6)));
    let mut problems = Problems::new();
    pipeline::check(&disk, &options(), &Cache::none(), &mut problems).unwrap();
    let told: Vec<String> = problems.sorted().iter().map(|problem| problem.code().as_str().to_owned()).collect();
    assert!(told.contains(&"PDP-LINGKUP".to_owned()), "{told:?}");
    assert!(told.iter().all(|code| !code.starts_with("QRIS-")), "{told:?}");
    assert_eq!(disk.pictures(), 0);
}

#[test]
fn what_was_read_is_remembered_until_the_picture_changes() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::in_folder(folder.path());
    let mut disk = Watched::new(site("", SCOPES, &png(&payload("BUDI SANTOSO"), 6)));
    let fresh = said(&disk, &cache);
    assert!(disk.pictures() > 0);
    assert_eq!(said(&disk, &cache), fresh);
    assert_eq!(disk.pictures(), 0, "read again");
    disk.files.put("content/umkm/bingkai-rantika/papan.jpg", png(&payload("BINGKAI RANTIKA"), 7));
    assert_eq!(said(&disk, &cache), [""; 0]);
    assert!(disk.pictures() > 0);
}

#[test]
fn a_wrong_code_stops_a_build_and_a_right_one_is_not_published() {
    let folder = tempfile::tempdir().unwrap();
    let (out, cache) = (folder.path().join("public"), Cache::in_folder(folder.path()));
    let build = |disk: &Memory| {
        let mut problems = Problems::new();
        let report = pipeline::build(disk, &out, &options(), &cache, &Silent, &mut problems).unwrap();
        let codes: Vec<String> = problems.sorted().iter().map(|problem| problem.code().as_str().to_owned()).collect();
        (report, codes)
    };
    let right = png(&payload("BINGKAI RANTIKA"), 6);
    let (report, codes) = build(&site("", SCOPES, &right));
    assert_eq!((report.unwrap().photos, codes.contains(&"QRIS-GAMBAR".to_owned())), (0, true));
    let files =
        || walkdir::WalkDir::new(&out).into_iter().map(Result::unwrap).filter(|file| file.file_type().is_file());
    for file in files() {
        let bytes = std::fs::read(file.path()).unwrap();
        let holds = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
        assert!(bytes != right && !holds(b"ID1020099990001") && !holds(b"papan.jpg"), "{:?}", file.path());
    }
    let before: Vec<_> = files().map(|file| (file.path().to_owned(), std::fs::read(file.path()).unwrap())).collect();
    // Nothing but the picture has changed.
    let (report, codes) = build(&site("", SCOPES, &png(&payload("BUDI SANTOSO"), 6)));
    assert!(report.is_none() && codes.contains(&"QRIS-NAMA".to_owned()), "{codes:?}");
    let after: Vec<_> = files().map(|file| (file.path().to_owned(), std::fs::read(file.path()).unwrap())).collect();
    assert_eq!(before, after);
}

/// The program itself, under a limit of CPU seconds.
fn check(root: &Path) -> (Option<i32>, String) {
    let program = env!("CARGO_BIN_EXE_etalase");
    let limited = ["-c", "ulimit -t 120 2>/dev/null; exec \"$@\"", "sh", program];
    let output = Command::new("sh")
        .args(limited)
        .args(["--root", root.to_str().unwrap(), "--date", "2026-11-24", "--lang", "id", "check"])
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code(), said)
}

#[test]
fn the_program_tells_file_line_and_payee_and_ends_whatever_the_picture_holds() {
    let corner = |at: u32| (at % 18).abs_diff(9);
    let wall = GrayImage::from_fn(1600, 1600, |x, y| {
        let ring = corner(x).max(corner(y));
        Luma([if ring < 3 || ring == 5 || ring == 6 { 0 } else { 255 }])
    });
    for (picture, ending, words) in [
        (png(&payload("BINGKAI RANTIKA"), 6), 0, ["QRIS-GAMBAR", "papan.jpg"]),
        (png(&payload("BUDI SANTOSO"), 6), 1, ["QRIS-NAMA", "BUDI SANTOSO"]),
        (png("WIFI:S:Warung;P:rahasia;;", 6), 1, ["QRIS-BUKAN", "WIFI:…"]),
        (encoded(&wall, ImageFormat::Png), 0, ["QRIS-BACA", "papan.jpg"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let disk = site("", SCOPES, &picture);
        for item in disk.list("content").unwrap() {
            let path = folder.path().join(&*item.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, disk.read(&item.path).unwrap()).unwrap();
        }
        let (code, said) = check(folder.path());
        assert_eq!(code, Some(ending), "{said}");
        assert!(words.iter().all(|word| said.contains(word)), "{words:?}: {said}");
        assert!(said.contains("content/umkm/bingkai-rantika/index.yaml:4:11"), "{said}");
        assert!(!said.contains("rahasia") && !said.contains("panicked"), "{said}");
    }
}

#[test]
fn messages_say_the_same_in_both_languages() {
    let mut problems = Problems::new();
    let disk = site("  nmid: ID1020099990002\n", SCOPES, &png(&payload("BUDI SANTOSO"), 6));
    pipeline::check(&disk, &options(), &Cache::none(), &mut problems).unwrap();
    for problem in problems.sorted().iter().filter(|problem| problem.code().as_str().starts_with("QRIS-N")) {
        for language in etalase::bahasa::Language::ALL {
            let message = show::message(problem, language);
            let real = if problem.code().as_str() == "QRIS-NAMA" { "BUDI SANTOSO" } else { "ID1020099990001" };
            assert!(message.contains(real), "{message}");
        }
    }
}
