//! What a proposed change does, told to the person who has to say yes to it.

use std::ops::Deref;
use std::process::{Command, Output};

use serde_json::Value;

use crate::repository::Repository;

const PRODUCT: &str = "content/produk/bingkai-kayu-contoh/index.md";
const OTHER: &str = "content/produk/bingkai-kolase-contoh/index.md";
const MAKER: &str = "content/umkm/bingkai-contoh/index.yaml";

/// A sample site with one commit on `main`; what is written afterwards is the proposal.
struct Proposal {
    repository: Repository,
}

impl Deref for Proposal {
    type Target = Repository;

    fn deref(&self) -> &Repository {
        &self.repository
    }
}

impl Proposal {
    fn new() -> Proposal {
        Proposal { repository: Repository::with_sample(false) }
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.arg("--root").arg(self.path()).args(["--date", "2026-11-24", "--lang", "id"]).args(words);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CEILING_DIRECTORIES", "/");
        command.output().unwrap()
    }

    /// The review as text and as JSON, and how the command ended.
    fn review(&self) -> (String, Value, i32) {
        let text = self.run(&["review", "--base", "main"]);
        let json = self.run(&["--format", "json", "review", "--base", "main"]);
        assert_eq!(text.status.code(), json.status.code());
        let parsed = serde_json::from_slice(&json.stdout);
        let value = parsed.unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&json.stderr)));
        (String::from_utf8(text.stdout).unwrap(), value, text.status.code().unwrap())
    }
}

fn addresses(pages: &Value) -> Vec<&str> {
    pages.as_array().unwrap().iter().map(|page| page["address"].as_str().unwrap()).collect()
}

#[test]
fn a_changed_price_is_told_once_with_all_its_pages() {
    let site = Proposal::new();
    site.change(PRODUCT, "harga: 45000", "harga: 48000");
    let (text, json, code) = site.review();
    assert_eq!(code, 0, "{text}");
    let entry = &json["entries"][0];
    assert_eq!((entry["file"].as_str(), entry["state"].as_str()), (Some(PRODUCT), Some("changed")));
    assert_eq!(entry["fields"].as_array().unwrap().len(), 1, "{entry}");
    assert_eq!((&entry["fields"][0]["before"], &entry["fields"][0]["after"]), (&"45000".into(), &"48000".into()));
    let words = json["site"]["words"].as_array().unwrap();
    let price: Vec<&Value> = words.iter().filter(|row| row["before"] == "Rp45.000 / buah").collect();
    assert_eq!(price.len(), 1, "{words:#?}");
    assert_eq!(price[0]["after"], "Rp48.000 / buah");
    let pages = addresses(&price[0]["pages"]);
    for page in ["/produk/bingkai-kayu-contoh/", "/produk/", "/umkm/bingkai-contoh/"] {
        assert!(pages.contains(&page), "{page} not in {pages:?}");
    }
    assert!(
        json["site"]["added"].as_array().unwrap().is_empty() && json["site"]["gone"].as_array().unwrap().is_empty()
    );
    assert!(
        text.contains("| Harga | 45000 | 48000 |") && text.contains("“Rp45.000 / buah” → “Rp48.000 / buah”"),
        "{text}"
    );
    assert!(!site.path().join(".etalase/tinjau").exists(), "the two sites stand in the way");
}

#[test]
fn nothing_changed_is_said_so() {
    let site = Proposal::new();
    let (text, json, code) = site.review();
    assert_eq!(code, 0);
    assert!(json["entries"].as_array().unwrap().is_empty() && json["others"].as_array().unwrap().is_empty());
    assert!(
        text.contains("Tidak ada entri yang berubah") && text.contains("pengunjung melihat situs yang sama"),
        "{text}"
    );
    // A comment in a file changes the file, but nothing that is seen.
    site.change(PRODUCT, "# Entri contoh.", "# Catatan lain.");
    let (text, json, _) = site.review();
    assert_eq!(json["entries"][0]["fields"].as_array().unwrap().len(), 0);
    assert!(text.contains("pengunjung melihat situs yang sama"), "{text}");
}

#[test]
fn a_new_product_has_a_score_and_the_three_cheapest_fixes() {
    let site = Proposal::new();
    let text = "---\nnama: Bingkai Cermin Bulat\numkm: bingkai-contoh\nkategori: bingkai-dan-hiasan-dinding\nharga: 99000\n\
                satuan: buah\nstok: siap\nbahan: [kayu, cermin]\ncontoh: ya\n---\n\nCermin bulat dengan tepi kayu yang dihaluskan dengan tangan. Siap digantung.\n";
    site.write("content/produk/bingkai-cermin-bulat/index.md", text);
    let (text, json, code) = site.review();
    assert_eq!(code, 0, "{text}");
    let entry = &json["entries"][0];
    assert_eq!(entry["state"], "new");
    assert_eq!(entry["score"], serde_json::json!([null, 15]));
    let fixes = entry["fixes"].as_array().unwrap();
    let lines: Vec<&str> = fixes.iter().map(|fix| fix["lines"].as_str().unwrap()).collect();
    assert_eq!(
        lines,
        ["harga_per: 2026-11", "berat_g: 250  # ← ganti", "diperiksa_pada: 2026-11-24"],
        "the most points for the least work, in the order of the table"
    );
    assert!(addresses(&json["site"]["added"]).contains(&"/produk/bingkai-cermin-bulat/"));
    let words = json["site"]["words"].as_array().unwrap();
    let card = words.iter().find(|row| row["what"] == "card_added" && row["after"] == "Bingkai Cermin Bulat").unwrap();
    assert!(addresses(&card["pages"]).contains(&"/produk/"), "{card}");
    assert!(json["site"]["bytes"]["halaman"]["after"].as_u64() > json["site"]["bytes"]["halaman"]["before"].as_u64());
    assert!(text.contains("kelengkapan **15**") && text.contains("`harga_per: 2026-11`"), "{text}");
    // What the advice says can be written as it stands.
    let path = "content/produk/bingkai-cermin-bulat/index.md";
    site.change(path, "contoh: ya", &format!("contoh: ya\n{}", lines.join("\n")));
    let (text, json, code) = site.review();
    assert_eq!((code, &json["entries"][0]["score"]), (0, &serde_json::json!([null, 30])), "{text}");
}

#[test]
fn a_removed_product_is_gone_from_the_pages_that_had_it() {
    let site = Proposal::new();
    std::fs::remove_dir_all(site.path().join("content/produk/bingkai-kolase-contoh")).unwrap();
    let (text, json, code) = site.review();
    assert_eq!(code, 0, "{text}");
    assert_eq!(
        (json["entries"][0]["state"].as_str(), json["entries"][0]["file"].as_str()),
        (Some("gone"), Some(OTHER))
    );
    assert_eq!(addresses(&json["site"]["gone"]), ["/produk/bingkai-kolase-contoh/"]);
    let words = json["site"]["words"].as_array().unwrap();
    assert!(words.iter().any(|row| row["what"] == "card_removed"), "{words:#?}");
    assert!(text.contains("status: arsip"), "{text}");
}

#[test]
fn a_renamed_entry_is_one_entry_and_its_old_address_is_thought_of() {
    let site = Proposal::new();
    let (old, new) = ("content/produk/bingkai-kayu-contoh", "content/produk/bingkai-jati");
    std::fs::rename(site.path().join(old), site.path().join(new)).unwrap();
    let (text, json, _) = site.review();
    let entries = json["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 1, "{entries:#?}");
    let state = serde_json::json!({"renamed": {"from": "/produk/bingkai-kayu-contoh/", "redirected": false}});
    assert_eq!(entries[0]["state"], state);
    assert!(text.contains("`alamat_lama: [/produk/bingkai-kayu-contoh/]`"), "{text}");
    assert_eq!(addresses(&json["site"]["gone"]), ["/produk/bingkai-kayu-contoh/"]);
    // With the line that was advised.
    site.change(&format!("{new}/index.md"), "contoh: ya", "contoh: ya\nalamat_lama: [/produk/bingkai-kayu-contoh/]");
    let (text, json, code) = site.review();
    assert_eq!(code, 0, "{text}");
    assert_eq!(addresses(&json["site"]["moved"]), ["/produk/bingkai-kayu-contoh/"]);
    assert!(json["site"]["gone"].as_array().unwrap().is_empty());
    assert!(!text.contains("tidak ditemukan") && text.contains("pindah dari"), "{text}");
}

#[test]
fn a_broken_entry_stops_it_and_the_mistake_is_told_with_its_line() {
    let site = Proposal::new();
    site.change(PRODUCT, "harga: 45000", "harga: 45.000");
    let (text, json, code) = site.review();
    assert_eq!(code, 1);
    let mistake = &json["mistakes"][0];
    assert_eq!(
        (mistake["code"].as_str(), mistake["file"].as_str(), mistake["line"].as_u64()),
        (Some("PROD-HARGA-TITIK"), Some(PRODUCT), Some(7))
    );
    assert_eq!(json["site"], Value::Null);
    assert!(text.contains("Belum bisa terbit") && text.contains("baris 7") && text.contains("harga: 45000"), "{text}");
    // What was wrong before, elsewhere, is not this proposal's.
    site.record();
    site.change(OTHER, "contoh: ya", "contoh: ya\nkata_kunci: [kolase]");
    let (text, json, code) = site.review();
    let told = json["mistakes"].as_array().unwrap().iter().filter(|mistake| mistake["file"] == PRODUCT).count();
    assert_eq!((code, told), (0, 0), "{text}");
    assert!(text.contains("sebelum usulan ini tidak bisa dibuat"), "{text}");
}

#[test]
fn a_removed_maker_is_told_as_the_mistake_it_makes_elsewhere() {
    let site = Proposal::new();
    std::fs::remove_file(site.path().join(MAKER)).unwrap();
    let (text, json, code) = site.review();
    assert_eq!(code, 1);
    let files: Vec<&str> =
        json["mistakes"].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap()).collect();
    assert!(files.contains(&PRODUCT), "{text}");
}

#[test]
fn what_is_private_is_not_repeated() {
    let site = Proposal::new();
    let secret = "nama: Bingkai Contoh Uji\nnama_pemilik: Bu Sekar Wangi\ncontoh: ya\njenis_usaha: kerajinan\n\
        alamat: {jalan: Jalan Melati Rahasia No. 7, kelurahan: Kedaung, kecamatan: Pamulang}\nkontak: {whatsapp: \"0812-3456-7801\"}\n\
        diperiksa_oleh: Petugas Lapangan Tiga\n\
        persetujuan: {status: ya, tanggal: 2026-01-05, bukti: PDP-2026-0077, lingkup: [nama_pemilik, whatsapp, alamat_lengkap]}\n";
    site.write(MAKER, secret);
    site.record();
    // Another number, another owner, another note of the office.
    site.change(MAKER, "0812-3456-7801", "0812-3456-7802");
    site.change(MAKER, "Bu Sekar Wangi", "Bu Melur Asri");
    site.change(MAKER, "Petugas Lapangan Tiga", "Petugas Lapangan Empat");
    site.change(MAKER, "PDP-2026-0077", "PDP-2026-0078");
    let (text, json, code) = site.review();
    assert_eq!(code, 0, "{text}");
    let hidden = ["7801", "7802", "Sekar", "Melur", "Lapangan", "PDP-2026", "Melati"];
    for word in hidden {
        assert!(!text.contains(word) && !json.to_string().contains(word), "{word}: {text}");
    }
    let titles: Vec<&str> =
        json["entries"][0]["fields"].as_array().unwrap().iter().map(|field| field["title"].as_str().unwrap()).collect();
    assert_eq!(titles.len(), 4, "that they changed is told: {titles:?}");
    assert!(text.contains("data pribadi berubah"), "{text}");
    // Consent withdrawn: not even the name.
    site.write(MAKER, "persetujuan: {status: ditarik, ditarik_pada: 2026-11-20}\ncontoh: ya\n");
    let (text, json, _) = site.review();
    for word in hidden.iter().chain(&["Bingkai Contoh Uji"]) {
        assert!(!text.contains(word) && !json.to_string().contains(word), "{word}: {text}");
    }
}

#[test]
fn an_identity_number_in_a_proposal_is_not_repeated() {
    let site = Proposal::new();
    site.change(PRODUCT, "Permukaan diamplas", "NIK pembuat 3674014107900001. Permukaan diamplas");
    let (text, json, code) = site.review();
    assert_eq!((code, json["mistakes"][0]["code"].as_str()), (1, Some("PDP-NIK")), "{text}");
    assert!(!text.contains("3674014107900001") && !json.to_string().contains("3674014107900001"), "{text}");
}

#[test]
fn a_draft_and_other_files_are_named() {
    let site = Proposal::new();
    site.write("content/produk/baru/index.md", "---\nnama: Bingkai Baru\numkm: bingkai-contoh\nkategori: bingkai-dan-hiasan-dinding\nharga: 99000\nsatuan: buah\nstok: siap\nstatus: draf\ncontoh: ya\n---\n\nIsi.\n");
    site.change("content/situs.yaml", "Produk UMKM dan koperasi, langsung", "Karya warga, langsung");
    let (text, json, code) = site.review();
    assert_eq!(code, 0, "{text}");
    assert_eq!(json["entries"][0]["unseen"], "draf");
    assert_eq!(json["others"], serde_json::json!(["content/situs.yaml"]));
    assert!(json["site"]["added"].as_array().unwrap().is_empty());
    assert!(text.contains("Masih draf"), "{text}");
}

#[test]
fn it_compares_with_a_folder_and_with_where_the_branch_began() {
    let site = Proposal::new();
    let before = tempfile::tempdir().unwrap();
    for entry in walkdir::WalkDir::new(site.path().join("content")).into_iter().flatten() {
        let target = before.path().join(entry.path().strip_prefix(site.path()).unwrap());
        match entry.file_type().is_dir() {
            true => std::fs::create_dir_all(target).unwrap(),
            false => std::fs::copy(entry.path(), target).map(|_| ()).unwrap(),
        }
    }
    site.done(&["checkout", "--quiet", "-b", "usulan"]);
    site.change(PRODUCT, "harga: 45000", "harga: 48000");
    site.record();
    // Meanwhile somebody else has changed another entry.
    site.done(&["checkout", "--quiet", "main"]);
    site.change(OTHER, "contoh: ya", "contoh: ya\nkata_kunci: [kolase]");
    site.record();
    site.done(&["checkout", "--quiet", "usulan"]);
    let (_, json, _) = site.review();
    let files = |json: &Value| -> Vec<String> {
        json["entries"].as_array().unwrap().iter().map(|entry| entry["file"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(files(&json), [PRODUCT]);
    let folder = site.run(&["--format", "json", "review", "--base", before.path().to_str().unwrap()]);
    assert_eq!(files(&serde_json::from_slice(&folder.stdout).unwrap()), [PRODUCT]);
}

#[test]
fn what_is_no_commit_and_no_folder_is_wrong_use() {
    let site = Proposal::new();
    for base in ["tidak-ada", "--help-me", ""] {
        let answer = site.run(&["review", &format!("--base={base}")]);
        assert_eq!(answer.status.code(), Some(2), "{base}: {}", String::from_utf8_lossy(&answer.stderr));
        assert!(answer.stdout.is_empty());
    }
}
