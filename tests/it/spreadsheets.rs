//! Export to a spreadsheet and import from one: what goes out comes back unchanged, and what an office fills in is
//! understood or refused with a reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use etalase::commands::export::{self, Listing};
use etalase::commands::import::{self, Finished, Options, Outcome, Plan};
use etalase::commands::sheet::column::{Column, columns_of};
use etalase::commands::sheet::content::Content as Value;
use etalase::commands::sheet::edit::{self, Patch};
use etalase::commands::sheet::grid::{Cell, Grid};
use etalase::commands::sheet::listing::Hints;
use etalase::commands::sheet::site::{Content, load};
use etalase::commands::sheet::workbook;
use etalase::diagnostic::Problems;
use etalase::disk::{Disk, Folder, Memory};
use etalase::model::{Date, Kind};
use etalase::schema::FieldKind;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

fn sample_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn sample() -> Content {
    load(&Folder::new(sample_folder()), today()).unwrap()
}

/// A site with the tables of the sample and these entries.
fn site(entries: &[(&str, &str)]) -> Memory {
    let mut disk = Memory::new();
    let sample = Folder::new(sample_folder());
    for name in ["situs", "data/wilayah", "data/kategori", "data/satuan"] {
        let path = format!("content/{name}.yaml");
        disk.put(&path, sample.read(&path).unwrap());
    }
    for (path, text) in entries {
        disk.put(path, text.as_bytes());
    }
    disk
}

const MAKER: (&str, &str) = (
    "content/umkm/dapur-sari/index.yaml",
    "# Dicatat di kantor\nnama: Dapur Sari\njenis_usaha: makanan\nalamat: {kelurahan: Ciater, kecamatan: Serpong}\nkontak: {whatsapp: \"0812-0000-0001\"} # sudah dicoba\npersetujuan: {status: ya, tanggal: 2026-02-01, bukti: PDP-1, lingkup: [whatsapp]}\n",
);

fn plan_of(disk: &Memory, grids: &[Grid], hints: &Hints) -> Plan {
    import::plan(&load(disk, today()).unwrap(), grids, hints, false)
}

/// Applies a plan and gives the site after it.
fn applied(disk: &Memory, plan: &Plan) -> Memory {
    let mut after = disk.clone();
    for (path, text) in plan.writes.iter().flat_map(|write| &write.files) {
        after.put(path, text.as_bytes());
    }
    after
}

fn text_of(disk: &Memory, path: &str) -> String {
    String::from_utf8(disk.read(path).unwrap()).unwrap()
}

/// What every row came to, as words.
fn outcomes(plan: &Plan) -> Vec<String> {
    let rows = plan.sheets.iter().flat_map(|sheet| &sheet.rows);
    rows.map(|row| format!("{} {} {}", row.row + 1, row.outcome.word(), row.slug)).collect()
}

fn complaints(plan: &Plan) -> String {
    let rows = plan.sheets.iter().flat_map(|sheet| &sheet.rows);
    rows.flat_map(|row| row.mistakes.iter().map(move |mistake| format!("{}: {}\n", row.row + 1, mistake.sentence())))
        .collect()
}

fn csv(text: &str) -> Vec<Grid> {
    workbook::read("produk.csv", text.as_bytes()).unwrap()
}

#[test]
fn the_whole_sample_comes_back_unchanged_from_a_workbook() {
    let content = sample();
    let listings: Vec<Listing> = Kind::ALL.into_iter().map(|kind| export::listing(&content, kind)).collect();
    let rows: usize = listings.iter().map(|listing| listing.rows.len()).sum();
    assert!(rows > 100, "{rows}");
    let bytes = export::workbook(&content, &listings, today()).unwrap();
    let grids = workbook::read("isi.xlsx", &bytes).unwrap();
    let plan = import::plan(&content, &grids, &Hints::default(), false);
    let others: Vec<String> = outcomes(&plan).into_iter().filter(|row| !row.contains(" sama ")).collect();
    assert!(others.is_empty(), "{others:#?}\n{}", complaints(&plan));
    assert_eq!(plan.count(|outcome| *outcome == Outcome::Unchanged), rows);
    assert!(plan.writes.is_empty());
}

#[test]
fn the_whole_sample_comes_back_unchanged_from_tables() {
    let content = sample();
    for kind in Kind::ALL {
        let listing = export::listing(&content, kind);
        if listing.rows.is_empty() {
            continue;
        }
        let grids = workbook::read(&format!("{}.csv", kind.folder()), &export::table(&listing)).unwrap();
        let plan = import::plan(&content, &grids, &Hints::default(), false);
        assert_eq!(
            plan.count(|outcome| *outcome == Outcome::Unchanged),
            listing.rows.len(),
            "{kind:?} {:?} {}",
            outcomes(&plan),
            complaints(&plan)
        );
    }
}

#[test]
fn every_field_can_be_written_anew() {
    // Entries taken out and imported from their own export say the same again.
    let content = sample();
    for kind in Kind::ALL {
        let listing = export::listing(&content, kind);
        let Ok(grids) = workbook::read(&format!("{}.csv", kind.folder()), &export::table(&listing)) else { continue };
        let mut without = sample();
        without.sources.entries.retain(|entry| entry.kind != kind);
        let plan = import::plan(&without, &grids, &Hints::default(), false);
        let refused = plan.count(|outcome| *outcome == Outcome::Refused);
        let lost: Vec<String> = outcomes(&plan).into_iter().filter(|row| row.contains("ditolak")).collect();
        assert!(refused <= hard_to_rebuild(kind), "{kind:?} {lost:#?} {}", complaints(&plan));
        assert_same_again(kind, &listing, &plan);
    }
}

#[test]
fn every_text_of_the_sample_can_be_changed_and_changed_back() {
    let content = sample();
    let mut changed = 0;
    for entry in &content.sources.entries {
        let columns = columns_of(entry.kind);
        let keys: Vec<String> = columns.iter().map(Column::key).collect();
        let file = &content.files[&entry.file];
        let english = entry.english.as_ref().map(|path| &content.files[path]);
        let texts = export::cells(&columns, file, english);
        for (column, old) in
            columns.iter().zip(texts).filter(|(column, old)| !column.english && !old.is_empty() && is_text(column))
        {
            let patch = |text: &str| {
                let value = Patch::Set(Value::text(text));
                column.path.iter().rev().fold(None, |inner: Option<Patch>, name| {
                    Some(Patch::Into(vec![((*name).to_owned(), inner.unwrap_or_else(|| value.clone()))]))
                })
            };
            let apply = |text: &str, new: &str| {
                let document = etalase::parse::parse(&entry.file, text.as_bytes(), &mut Problems::new());
                let Some(Patch::Into(patches)) = patch(new) else { panic!("no path") };
                edit::apply(text, &document, &keys, &patches)
                    .unwrap_or_else(|error| panic!("{} {}: {error}", entry.file, column.key()))
            };
            let there = apply(&file.text, &format!("{old}: #1"));
            let back = apply(&there, &old);
            // Only quotes may stay behind, which the first change needed.
            assert_eq!(back.replace('"', ""), file.text.replace('"', ""), "{} {}", entry.file, column.key());
            changed += 1;
        }
    }
    assert!(changed > 500, "{changed}");
}

fn is_text(column: &Column) -> bool {
    matches!(column.field.kind, FieldKind::Text { .. } | FieldKind::Prose)
}

/// Withdrawn entries have no name to make an entry of.
fn hard_to_rebuild(kind: Kind) -> usize {
    if kind == Kind::Business { 1 } else { 0 }
}

fn assert_same_again(kind: Kind, listing: &Listing, plan: &Plan) {
    let columns = etalase::commands::sheet::column::columns_of(kind);
    let texts: BTreeMap<&str, &str> =
        plan.writes.iter().flat_map(|write| &write.files).map(|(path, text)| (path.as_str(), text.as_str())).collect();
    for (slug, cells) in &listing.rows {
        let found =
            texts.iter().find(|(path, _)| path.contains(&format!("/{slug}/")) || path.contains(&format!("/{slug}.")));
        let Some((path, text)) = found else { continue };
        let file = etalase::commands::sheet::site::File::read(&(*path).into(), text.as_bytes().to_vec());
        let again = export::cells(&columns, &file, None);
        for ((column, old), new) in columns.iter().zip(cells).zip(&again) {
            assert_eq!(old.trim(), new.trim(), "{slug} {}\n{text}", column.key());
        }
    }
}

/// The list of an office: a title, merged headings in two rows, numbering, blank rows, a sum, prices in every spelling.
fn office_workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet();
    sheet.set_name("Data UMKM").unwrap();
    sheet.merge_range(0, 0, 0, 8, "DATA UMKM BINAAN TAHUN 2026", &bold).unwrap();
    for (column, heading) in
        [(0, "No"), (1, "Nama Usaha"), (2, "Nama Pemilik"), (3, "Bidang Usaha"), (7, "No HP"), (8, "NIB")]
    {
        sheet.merge_range(2, column, 3, column, heading, &bold).unwrap();
    }
    sheet.merge_range(2, 4, 2, 6, "Alamat", &bold).unwrap();
    for (column, heading) in [(4, "Jalan"), (5, "Kelurahan"), (6, "Kecamatan")] {
        sheet.write(3, column, heading).unwrap();
    }
    for column in 0..9 {
        sheet.write(4, column, f64::from(column) + 1.0).unwrap();
    }
    let rows: [(&str, &str, &str, &str, &str, f64, f64); 2] = [
        ("Keripik Bu Yanti", "Yanti", "Makanan", "Kel. Ciater", "Kec. Serpong", 81_200_000_002.0, 220_009_861_929.0),
        ("Batik Wening", "Wening", "kerajinan", "Serua", "ciputat", 6_281_200_000_003.0, 9_999_000_000_011.0),
    ];
    for (at, (name, owner, trade, village, district, phone, nib)) in rows.iter().enumerate() {
        let row = 5 + at as u32 * 2; // a blank row between
        sheet.write(row, 0, at as f64 + 1.0).unwrap();
        for (column, text) in [(1, name), (2, owner), (3, trade), (5, village), (6, district)] {
            sheet.write(row, column, *text).unwrap();
        }
        sheet.write(row, 7, *phone).unwrap();
        sheet.write(row, 8, *nib).unwrap();
    }
    sheet.merge_range(9, 0, 9, 8, "Jumlah", &bold).unwrap();
    products(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn products(sheet: &mut Worksheet) {
    sheet.set_name("Produk").unwrap();
    let headings = [
        "No.",
        "Nama UMKM",
        "Nama Produk",
        "Harga Jual (Rp)",
        "Satuan",
        "Stok",
        "Berat",
        "Kategori",
        "Bahan",
        "Tgl Periksa",
        "Daya Simpan",
        "No P-IRT",
        "Alergen",
        "Komposisi",
    ];
    for (column, heading) in headings.iter().enumerate() {
        sheet.write(0, column as u16, *heading).unwrap();
    }
    sheet.merge_range(1, 1, 2, 1, "Dapur Sari", &Format::new()).unwrap();
    sheet.write(1, 2, "Keripik Bayam").unwrap();
    sheet.write(1, 3, "Rp12.500").unwrap();
    sheet.write(1, 4, "bks").unwrap();
    sheet.write(1, 5, "Ready").unwrap();
    sheet.write(1, 6, "0,2 kg").unwrap();
    sheet.write(1, 7, "Camilan").unwrap();
    sheet.write(1, 8, "bayam, tepung beras").unwrap();
    let day = ExcelDateTime::from_ymd(2026, 10, 5).unwrap();
    sheet.write_datetime_with_format(1, 9, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    sheet.write(1, 10, "3 bulan").unwrap();
    sheet.write(1, 11, "2063674990031-30").unwrap();
    sheet.write(1, 12, "gandum").unwrap();
    sheet.write(1, 13, "bayam, tepung beras, garam").unwrap();
    sheet.write(2, 2, "Kue Bawang").unwrap();
    sheet.write(2, 3, 15_000).unwrap();
    sheet.write(2, 4, "Toples").unwrap();
    sheet.write(2, 5, 12).unwrap();
    sheet.write(2, 7, "camilan").unwrap();
    sheet.write(2, 11, "belum").unwrap();
    sheet.write(3, 1, "Dapur Sarii").unwrap();
    sheet.write(3, 2, "Kue Lupis").unwrap();
    sheet.write(3, 3, "dua puluh").unwrap();
    sheet.write(3, 4, "porsi").unwrap();
    sheet.write(3, 5, "siap").unwrap();
    sheet.write(3, 7, "kue-dan-roti").unwrap();
}

#[test]
fn an_office_list_is_understood() {
    let disk = site(&[MAKER]);
    let grids = workbook::read("umkm.xlsx", &office_workbook()).unwrap();
    let content = load(&disk, today()).unwrap();
    let plan = import::plan(&content, &grids, &Hints::default(), true);
    assert_eq!(
        outcomes(&plan),
        [
            "6 baru (draf) keripik-bu-yanti",
            "8 baru (draf) batik-wening",
            "2 baru keripik-bayam",
            "3 baru (draf) kue-bawang",
            "4 ditolak kue-lupis"
        ],
        "{}",
        complaints(&plan)
    );
    let after = applied(&disk, &plan);
    let maker = text_of(&after, "content/umkm/keripik-bu-yanti/index.yaml");
    for line in [
        "nama: Keripik Bu Yanti\n",
        "jenis_usaha: makanan\n",
        "nib: \"0220009861929\"\n",
        "kelurahan: Ciater, kecamatan: Serpong",
        "whatsapp: \"0812-0000-0002\"",
        "status: draf\n",
    ] {
        assert!(maker.contains(line), "{line}\n{maker}");
    }
    let product = text_of(&after, "content/produk/keripik-bayam/index.md");
    for line in [
        "umkm: dapur-sari\n",
        "harga: 12500\n",
        "satuan: bungkus\n",
        "stok: siap\n",
        "berat_g: 200\n",
        "kategori: camilan\n",
        "bahan: [bayam, tepung beras]\n",
        "diperiksa_pada: 2026-10-05\n",
        "  - {jenis: pirt, nomor: 2063674990031-30}\n",
    ] {
        assert!(product.contains(line), "{line}\n{product}");
    }
    // Again: nothing changes.
    let again = import::plan(&load(&after, today()).unwrap(), &grids, &Hints::default(), true);
    assert!(again.writes.is_empty(), "{:?} {}", outcomes(&again), complaints(&again));
    // Each mistake is told at its cell.
    let row = plan.sheets[1].rows.last().unwrap();
    let columns: Vec<Option<u32>> = row.mistakes.iter().map(|mistake| mistake.column).collect();
    assert!(columns.contains(&Some(3)), "{:?}", row.mistakes);
}

#[test]
fn a_change_touches_only_its_own_bytes() {
    let disk = site(&[MAKER]);
    let plan = plan_of(
        &disk,
        &workbook::read("umkm.csv", b"Nama Usaha;Kelurahan;No HP;Instagram\nDapur Sari;Buaran;0812 0000 0009;\n")
            .unwrap(),
        &Hints::default(),
    );
    assert_eq!(outcomes(&plan), ["2 berubah dapur-sari"], "{}", complaints(&plan));
    let want = MAKER.1.replace("Ciater", "Buaran").replace("0812-0000-0001", "0812-0000-0009");
    assert_eq!(text_of(&applied(&disk, &plan), MAKER.0), want);
}

#[test]
fn empty_cells_take_nothing_away() {
    let disk = site(&[MAKER]);
    let plan = plan_of(
        &disk,
        &workbook::read("umkm.csv", b"slug;nama;jenis_usaha;kontak.whatsapp\ndapur-sari;;-;\n").unwrap(),
        &Hints::default(),
    );
    assert_eq!(outcomes(&plan), ["2 sama dapur-sari"], "{}", complaints(&plan));
}

#[test]
fn two_rows_of_one_entry_are_refused() {
    let disk = site(&[MAKER]);
    let text = "nama;umkm;harga;satuan;stok;kategori\nPapan Nama;dapur-sari;5000;buah;siap;suvenir\nPapan Nama;dapur-sari;6000;buah;siap;suvenir\n";
    let plan = plan_of(&disk, &csv(text), &Hints::default());
    assert_eq!(outcomes(&plan), ["2 baru papan-nama", "3 ditolak papan-nama"], "{}", complaints(&plan));
    assert!(complaints(&plan).contains("entri yang sama dengan baris 2"));
}

#[test]
fn the_same_product_of_two_makers_is_two_entries() {
    let other = (
        MAKER.0.replace("dapur-sari", "dapur-edi"),
        MAKER.1.replace("Dapur Sari", "Dapur Edi").replace("PDP-1", "PDP-2"),
    );
    let disk = site(&[MAKER, (&other.0, &other.1)]);
    let text = "nama;umkm;harga;satuan;stok;kategori\nPapan Nama;Dapur Sari;5000;buah;siap;suvenir\nPapan Nama;Dapur Edi;6000;buah;siap;suvenir\n";
    let plan = plan_of(&disk, &csv(text), &Hints::default());
    assert_eq!(outcomes(&plan), ["2 baru papan-nama", "3 baru papan-nama-dapur-edi"], "{}", complaints(&plan));
    let after = applied(&disk, &plan);
    let again = plan_of(&after, &csv(text), &Hints::default());
    assert!(again.writes.is_empty(), "{:?}", outcomes(&again));
}

#[test]
fn one_run_tells_every_mistake_of_a_row() {
    let disk = site(&[MAKER]);
    let text = "nama;umkm;harga;satuan;stok;kategori;foto\nPapan Nama;dapur-sarii-jaya;lima ribu;buah;siap;suvenir;hilang.jpg\nTatakan;dapur-sari;3000;buah;siap;suvenir;\n";
    let plan = plan_of(&disk, &csv(text), &Hints::default());
    assert_eq!(outcomes(&plan), ["2 ditolak papan-nama", "3 baru tatakan"], "{}", complaints(&plan));
    let said = complaints(&plan);
    for word in ["dapur-sarii-jaya", "lima ribu", "hilang.jpg"] {
        assert_eq!(said.matches(&format!("“{word}”")).count(), 1, "{word}: {said}");
    }
}

#[test]
fn a_product_of_a_refused_maker_is_refused_too() {
    let disk = site(&[]);
    let mut makers =
        workbook::read("umkm.csv", b"nama;jenis_usaha;kelurahan;kecamatan\nToko Baru;makanan;Ciater;Pamulang\n")
            .unwrap();
    makers.extend(csv("nama;umkm;harga;satuan;stok;kategori\nPapan Nama;Toko Baru;5000;buah;siap;suvenir\n"));
    let plan = plan_of(&disk, &makers, &Hints::default());
    assert_eq!(outcomes(&plan), ["2 ditolak toko-baru", "2 ditolak papan-nama"]);
    assert!(complaints(&plan).contains("toko-baru"), "{}", complaints(&plan));
    assert!(plan.writes.is_empty());
}

#[test]
fn a_photo_that_is_not_there_is_told() {
    let disk = site(&[MAKER]);
    let text = "nama;umkm;harga;satuan;stok;kategori;foto\nPapan Nama;dapur-sari;5000;buah;siap;suvenir;papan.jpg\n";
    let plan = plan_of(&disk, &csv(text), &Hints::default());
    assert_eq!(outcomes(&plan), ["2 ditolak papan-nama"]);
    assert!(complaints(&plan).contains("papan.jpg"), "{}", complaints(&plan));
    let mut with_photo = disk.clone();
    with_photo.put("content/foto/papan.jpg", b"x".to_vec());
    let plan = plan_of(&with_photo, &csv(text), &Hints::default());
    assert_eq!(outcomes(&plan), ["2 baru papan-nama"], "{}", complaints(&plan));
    assert!(
        text_of(&applied(&with_photo, &plan), "content/produk/papan-nama/index.md").contains("foto: [/foto/papan.jpg]")
    );
}

#[test]
fn old_text_encodings_and_separators_are_read() {
    let disk = site(&[MAKER]);
    let bytes = b"Nama Produk,Nama UMKM,Harga,Satuan,Stok,Kategori\r\nCaf\xe9 Mini,Dapur Sari,\"Rp 12.500,-\",buah,siap,suvenir\r\n";
    let plan = plan_of(&disk, &workbook::read("produk.csv", bytes).unwrap(), &Hints::default());
    assert_eq!(outcomes(&plan), ["2 baru cafe-mini"], "{}", complaints(&plan));
    let text = text_of(&applied(&disk, &plan), "content/produk/cafe-mini/index.md");
    assert!(text.contains("nama: Café Mini\n") && text.contains("harga: 12500\n"), "{text}");
}

#[test]
fn numbers_that_a_spreadsheet_ruined_are_told() {
    let disk = site(&[MAKER]);
    let plan =
        plan_of(&disk, &workbook::read("umkm.csv", b"nama;no hp\nDapur Sari;8.12E+10\n").unwrap(), &Hints::default());
    assert_eq!(outcomes(&plan), ["2 ditolak dapur-sari"]);
    assert!(complaints(&plan).contains("8.12E+10"));
    let mut grid = Grid { name: "umkm".into(), ..Grid::default() };
    for (column, heading) in ["nama", "sejak", "ringkas"].into_iter().enumerate() {
        grid.put(0, column as u32, Cell::Text(heading.into()));
    }
    grid.put(1, 0, Cell::Text("Dapur Sari".into()));
    grid.put(1, 1, Cell::Formula);
    grid.put(1, 2, Cell::Fault("#REF!".into()));
    let plan = plan_of(&disk, &[grid], &Hints { kind: Some(Kind::Business), ..Hints::default() });
    let text = complaints(&plan);
    assert!(text.contains("rumus yang hasilnya tidak tersimpan") && text.contains("#REF!"), "{text}");
}

#[test]
fn formulas_give_the_result_that_is_kept() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in ["Nama Produk", "Nama UMKM", "Harga", "Satuan", "Stok", "Kategori"].into_iter().enumerate()
    {
        sheet.write(0, column as u16, heading).unwrap();
    }
    for (row, result) in [(1, "12500"), (2, " ")] {
        for (column, text) in [
            (0, if row == 1 { "Papan Satu" } else { "Papan Dua" }),
            (1, "Dapur Sari"),
            (3, "buah"),
            (4, "siap"),
            (5, "suvenir"),
        ] {
            sheet.write(row, column, text).unwrap();
        }
        sheet.write_formula(row, 2, Formula::new("=2500*5").set_result(result)).unwrap();
    }
    let grids = workbook::read("produk.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let plan = plan_of(&site(&[MAKER]), &grids, &Hints::default());
    assert_eq!(outcomes(&plan), ["2 baru papan-satu", "3 ditolak papan-dua"], "{}", complaints(&plan));
    assert!(complaints(&plan).contains("rumus"), "{}", complaints(&plan));
}

#[test]
fn files_that_are_no_sheets_are_refused_in_a_sentence() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "x").unwrap();
    let sound = book.save_to_buffer().unwrap();
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &wide].concat();
    for (name, bytes, word) in [
        ("a.xlsx", locked, "kata sandi"),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "97"),
        ("a.xlsm", sound.clone(), "makro"),
        ("a.xlsx", sound.get(..sound.len() / 2).unwrap().to_vec(), "rusak"),
        ("a.xlsx", b"bukan zip".to_vec(), "rusak"),
        ("a.pdf", b"%PDF-1.7".to_vec(), ".xlsx, .ods, dan .csv"),
        ("a.csv", b"  \n".to_vec(), "kosong"),
    ] {
        let message = workbook::read(name, &bytes).unwrap_err();
        assert!(message.contains(word) && message.contains(name), "{message}");
    }
    let mut empty = Workbook::new();
    empty.add_worksheet();
    let message = workbook::read("kosong.xlsx", &empty.save_to_buffer().unwrap()).unwrap_err();
    assert!(message.contains("tidak berisi"), "{message}");
}

/// A zip file without compression, for files that no library here writes.
fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let mut crc = flate2::Crc::new();
        crc.update(text.as_bytes());
        let at = (out.len() as u32).to_le_bytes();
        let size = (text.len() as u32).to_le_bytes();
        let head = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 33, 0][..],
            &crc.sum().to_le_bytes(),
            &size,
            &size,
            &(name.len() as u16).to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        out.extend([b"PK\x03\x04", head.as_slice(), name.as_bytes(), text.as_bytes()].concat());
        list.extend([b"PK\x01\x02", &[20, 0][..], &head, &[0; 10], &at, name.as_bytes()].concat());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let end = [
        b"PK\x05\x06",
        &[0; 4][..],
        &count,
        &count,
        &(list.len() as u32).to_le_bytes(),
        &(out.len() as u32).to_le_bytes(),
        &[0, 0],
    ]
    .concat();
    [out, list, end].concat()
}

#[test]
fn open_document_sheets_are_read() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let head: String =
        ["Nama Produk", "Nama UMKM", "Harga", "Satuan", "Stok", "Kategori", "Tanggal Periksa"].map(cell).concat();
    let row = [
        cell("Papan Nama"),
        cell("Dapur Sari"),
        "<table:table-cell office:value-type=\"float\" office:value=\"12500\"><text:p>12.500</text:p></table:table-cell>".to_owned(),
        cell("buah"),
        cell("siap"),
        cell("suvenir"),
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-10-05\"><text:p>5 Okt</text:p></table:table-cell>".to_owned(),
    ]
    .concat();
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Produk\"><table:table-row>{head}</table:table-row><table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"7\"/></table:table-row><table:table-row>{row}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mime = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    let manifest = (
        "META-INF/manifest.xml",
        "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
    );
    let bytes = zip(&[mime, manifest, ("content.xml", &content)]);
    let disk = site(&[MAKER]);
    let plan = plan_of(&disk, &workbook::read("produk.ods", &bytes).unwrap(), &Hints::default());
    assert_eq!(outcomes(&plan), ["5 baru papan-nama"], "{}", complaints(&plan));
    let text = text_of(&applied(&disk, &plan), "content/produk/papan-nama/index.md");
    assert!(text.contains("harga: 12500\n") && text.contains("diperiksa_pada: 2026-10-05\n"), "{text}");
}

#[test]
fn macros_and_stray_cells_are_refused() {
    let bytes = zip(&[("xl/workbook.xml", "<workbook/>"), ("xl/vbaProject.bin", "x")]);
    assert!(workbook::read("a.xlsx", &bytes).unwrap_err().contains("makro"));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "nama").unwrap();
    sheet.write(1_000_000, 16_000, "x").unwrap();
    let message = workbook::read("a.xlsx", &book.save_to_buffer().unwrap()).unwrap_err();
    assert!(message.contains("terlalu besar"), "{message}");
}

#[test]
fn no_bytes_make_the_reader_panic() {
    let sound = office_workbook();
    for at in (0..sound.len()).step_by(997) {
        let mut broken = sound.clone();
        broken[at] ^= 0x55;
        let _ = workbook::read("a.xlsx", &broken);
        let _ = workbook::read("a.csv", &broken[at..]);
    }
}

#[test]
fn a_form_of_google_is_understood() {
    let disk = site(&[]);
    let text = "Timestamp,Email Address,Apa nama usaha Anda?,Nomor WhatsApp yang aktif,Kelurahan tempat usaha,Bidang usaha apa?,Apakah bersedia ditampilkan?\n2026/11/02 9:10:11 AM GMT+7,a@b.id,Warung Ami,081200000007,Serua,makanan,Ya\n";
    let content = load(&disk, today()).unwrap();
    let grids = workbook::read("jawaban.csv", text.as_bytes()).unwrap();
    let plan = import::plan(&content, &grids, &Hints { kind: Some(Kind::Business), ..Hints::default() }, true);
    assert_eq!(outcomes(&plan), ["2 baru (draf) warung-ami"], "{}", complaints(&plan));
    let text = text_of(&applied(&disk, &plan), "content/umkm/warung-ami/index.yaml");
    assert!(
        text.contains("kelurahan: Serua, kecamatan: Ciputat") && text.contains("whatsapp: \"0812-0000-0007\""),
        "{text}"
    );
    assert!(!text.contains("persetujuan"), "a click in a form is no signed consent\n{text}");
}

/// The whole head of a Shopify export, a product with two sizes and three pictures, and one without options.
#[test]
fn a_shopify_export_becomes_products() {
    let disk = site(&[MAKER]);
    let head = "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,\
                Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,\
                Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,\
                Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Status";
    let rows = [
        "papan-nama,Papan Nama Kayu,\"<p>Dari <b>kayu jati</b> tua.</p><ul><li>Diukir tangan</li></ul>\",Dapur Sari,Home & Garden > Decor,Suvenir,\"kayu, ukir\",true,Ukuran,Kecil,,,,,PN-K,400,shopify,3,deny,manual,45000.00,,true,true,,https://cdn.example/a.jpg,1,,false,,,active",
        "papan-nama,,,,,,,,,Besar,,,,,PN-B,900,shopify,0,deny,manual,65000.00,,true,true,,https://cdn.example/b.jpg,2,,,,,",
        "papan-nama,,,,,,,,,,,,,,,,,,,,,,,,,https://cdn.example/c.jpg,3,,,,,",
        "tatakan,Tatakan Gelas,<p>Isi enam.</p>,Dapur Sari,,Suvenir,,true,Title,Default Title,,,,,TG,0,shopify,0,deny,manual,30000.00,,true,true,,,,,false,,,draft",
    ];
    let text = format!("{head}\n{}\n", rows.join("\n"));
    let mapping = import::mapping("peta.yaml", b"isi: {satuan: buah}\n").unwrap();
    let plan = plan_of(&disk, &workbook::read("products_export.csv", text.as_bytes()).unwrap(), &mapping);
    assert_eq!(outcomes(&plan), ["2 baru papan-nama-kayu", "5 baru tatakan-gelas"], "{}", complaints(&plan));
    let after = applied(&disk, &plan);
    let board = text_of(&after, "content/produk/papan-nama-kayu/index.md");
    for line in [
        "umkm: dapur-sari\n",
        "harga: 45000-65000\n",
        "stok: siap\n",
        "kategori: suvenir\n",
        "berat_g: 400\n",
        "nama: Kecil",
        "harga: 65000",
        "**kayu jati**",
        "- Diukir tangan",
    ] {
        assert!(board.contains(line), "{line}\n{board}");
    }
    let coaster = text_of(&after, "content/produk/tatakan-gelas/index.md");
    assert!(coaster.contains("status: draf\n") && coaster.contains("harga: 30000\n"), "{coaster}");
    assert!(!coaster.contains("varian") && !coaster.contains("berat_g"), "{coaster}");
    let again = plan_of(&after, &workbook::read("products_export.csv", text.as_bytes()).unwrap(), &mapping);
    assert!(again.writes.is_empty(), "{:?} {}", outcomes(&again), complaints(&again));
}

#[test]
fn a_woocommerce_export_becomes_products() {
    let disk = site(&[MAKER]);
    let text = "ID,Type,SKU,Name,Published,\"Is featured?\",\"Visibility in catalog\",\"Short description\",Description,\"In stock?\",Stock,\"Weight (kg)\",\"Sale price\",\"Regular price\",Categories,Tags,Images,\"Attribute 1 name\",\"Attribute 1 value(s)\"\n\
        11,simple,PN,Papan Nama Kayu,1,1,visible,<p>Papan nama kayu jati untuk meja kantor dan pintu rumah.</p>,<p>Diukir tangan.</p>,1,4,0.4,,45000,\"Rumah > Suvenir, Baru\",\"kayu, ukir\",https://toko.example/a.jpg,,\n\
        12,variable,TG,Tatakan Gelas,0,0,visible,,<p>Isi enam.</p>,0,,,,,Suvenir,,,Warna,\"Merah, Biru\"\n\
        13,variation,TG-M,Tatakan Gelas - Merah,1,0,visible,,,1,,,,30000,,,,Warna,Merah\n\
        14,variation,TG-B,Tatakan Gelas - Biru,1,0,visible,,,1,,,,32000,,,,Warna,Biru\n";
    let mapping = import::mapping("peta.yaml", b"isi: {umkm: dapur-sari, satuan: buah}\n").unwrap();
    let plan = plan_of(&disk, &workbook::read("wc-product-export.csv", text.as_bytes()).unwrap(), &mapping);
    assert_eq!(outcomes(&plan), ["2 baru papan-nama-kayu", "3 baru tatakan-gelas"], "{}", complaints(&plan));
    let after = applied(&disk, &plan);
    let board = text_of(&after, "content/produk/papan-nama-kayu/index.md");
    for line in
        ["harga: 45000\n", "berat_g: 400\n", "kategori: suvenir\n", "unggulan: ya\n", "ringkas: Papan nama kayu jati"]
    {
        assert!(board.contains(line), "{line}\n{board}");
    }
    let coaster = text_of(&after, "content/produk/tatakan-gelas/index.md");
    assert!(coaster.contains("harga: 30000-32000\n") && coaster.contains("varian: [Merah, Biru]\n"), "{coaster}");
}

#[test]
fn a_mapping_names_columns_and_fills_gaps() {
    let disk = site(&[MAKER]);
    let mapping = "jenis: produk\nkolom: {Judul Barang: nama, Angka: harga, Catatan: \"-\"}\nisi: {umkm: dapur-sari, satuan: buah, stok: siap, kategori: suvenir}\n";
    let hints = import::mapping("peta.yaml", mapping.as_bytes()).unwrap();
    let plan = plan_of(&disk, &csv("Judul Barang;Angka;Catatan\nPapan Nama;5000;x\n"), &hints);
    assert_eq!(outcomes(&plan), ["2 baru papan-nama"], "{}", complaints(&plan));
    let message = import::mapping("peta.yaml", b"kolom: {A: hrga}\n").unwrap_err();
    assert!(message.contains("harga"), "{message}");
}

#[test]
fn twenty_thousand_rows_are_no_trouble() {
    let mut text = String::from("nama;umkm;harga;satuan;stok;kategori\n");
    (0..20_000).for_each(|at| text.push_str(&format!("Papan Nama {at};dapur-sari;{};buah;siap;suvenir\n", 1000 + at)));
    let plan = plan_of(&site(&[MAKER]), &csv(&text), &Hints::default());
    assert_eq!(
        plan.count(|outcome| *outcome == Outcome::New),
        20_000,
        "{}",
        complaints(&plan).get(..500).unwrap_or_default()
    );
}

/// A folder of its own for a test that writes.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        let folder = std::env::temp_dir().join(format!("etalase-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Scratch(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn write_site(folder: &Path, disk: &Memory) {
    for item in disk.list("").unwrap() {
        let path = folder.join(&*item.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, disk.read(&item.path).unwrap()).unwrap();
    }
}

fn options(dry_run: bool) -> Options {
    Options { dry_run, kind: None, mapping: None, drafts: true, today: today() }
}

#[test]
fn an_import_writes_what_is_sound_and_returns_the_rest() {
    let folder = Scratch::new("impor");
    write_site(&folder.0, &site(&[MAKER]));
    let file = folder.0.join("umkm.xlsx");
    std::fs::write(&file, office_workbook()).unwrap();
    let done: Finished = import::run(&folder.0, &file, &options(true)).unwrap();
    assert!(!folder.0.join("content/produk").exists() && done.text.contains("--dry-run"), "{}", done.text);
    let done = import::run(&folder.0, &file, &options(false)).unwrap();
    assert!(!done.is_sound());
    assert!(folder.0.join("content/produk/keripik-bayam/index.md").exists());
    assert!(!folder.0.join("content/produk/kue-lupis").exists());
    let review = std::fs::read(folder.0.join("umkm-periksa.xlsx")).unwrap();
    let grids = workbook::read("umkm-periksa.xlsx", &review).unwrap();
    let products = grids.iter().find(|grid| grid.name == "Produk").unwrap();
    assert_eq!(products.get(0, 14), Some(&Cell::Text("Hasil periksa".into())));
    assert_eq!(products.get(3, 14), Some(&Cell::Text("ditolak".into())));
    assert!(products.get(3, 15).is_some_and(|cell| cell.shown().contains("dua puluh")), "{:?}", products.get(3, 15));
    // The returned workbook can be imported in turn; it is about the same entries.
    let again = import::run(&folder.0, &folder.0.join("umkm-periksa.xlsx"), &options(false)).unwrap();
    assert!(again.plan.writes.is_empty(), "{}", again.text);
    assert!(
        std::fs::read_dir(&folder.0).unwrap().all(|entry| !entry
            .unwrap()
            .file_name()
            .to_string_lossy()
            .contains("sementara"))
    );
}

/// What stands in a folder, by path.
fn snapshot(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|file| file.file_type().is_file());
    let one = |file: walkdir::DirEntry| {
        (file.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned(), std::fs::read(file.path()).unwrap())
    };
    files.map(one).collect()
}

/// The list of bad files, through the program itself: each is answered with exit code 1 and a sentence that names it, and
/// nothing of it is written.
#[test]
fn bad_files_are_refused_by_the_program_and_leave_nothing_behind() {
    let folder = Scratch::new("impor-buruk");
    write_site(&folder.0, &site(&[MAKER]));
    let before = snapshot(&folder.0.join("content"));
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "x").unwrap();
    let sound = book.save_to_buffer().unwrap();
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut empty = Workbook::new();
    empty.add_worksheet();
    let head = "nama;umkm;harga;satuan;stok;kategori;foto\n";
    let mut formula = Workbook::new();
    let sheet = formula.add_worksheet();
    for (column, text) in ["nama", "umkm", "harga", "satuan", "stok", "kategori"].into_iter().enumerate() {
        sheet.write(0, column as u16, text).unwrap();
    }
    for (column, text) in [(0, "Papan Nama"), (1, "dapur-sari"), (3, "buah"), (4, "siap"), (5, "suvenir")] {
        sheet.write(1, column, text).unwrap();
    }
    sheet.write_formula(1, 2, Formula::new("=1000*5").set_result(" ")).unwrap();
    let files: [(&str, Vec<u8>, &str); 11] = [
        ("makro.xlsm", sound.clone(), "makro"),
        ("makro.xlsx", zip(&[("xl/workbook.xml", "<workbook/>"), ("xl/vbaProject.bin", "x")]), "makro"),
        ("kunci.xlsx", [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &wide].concat(), "kata sandi"),
        ("lama.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "97"),
        ("rusak.xlsx", sound[..sound.len() / 2].to_vec(), "rusak"),
        ("kosong.xlsx", empty.save_to_buffer().unwrap(), "tidak berisi"),
        ("kosong.csv", b"\n".to_vec(), "kosong"),
        ("surat.pdf", b"%PDF-1.7".to_vec(), ".xlsx, .ods, dan .csv"),
        (
            "foto.csv",
            format!("{head}Papan Nama;dapur-sari;5000;buah;siap;suvenir;hilang.jpg\n").into_bytes(),
            "hilang.jpg",
        ),
        ("rumus.xlsx", formula.save_to_buffer().unwrap(), "rumus"),
        (
            "windows.csv",
            [head.as_bytes(), b"Caf\xe9 Mini;dapur-sari;lima ribu;buah;siap;suvenir;\n"].concat(),
            "lima ribu",
        ),
    ];
    for (name, bytes, word) in files {
        let file = folder.0.join(name);
        std::fs::write(&file, bytes).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.arg("--root").arg(&folder.0).args(["--lang", "id", "--date", "2026-11-24", "import"]).arg(&file);
        let done = command.output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert_eq!(done.status.code(), Some(1), "{name}: {said}");
        assert!(said.contains(word), "{name}: {said}");
        assert_eq!(snapshot(&folder.0.join("content")), before, "{name}: {said}");
    }
    // Of two rows of one entry the first is taken and the second refused, with its row.
    let file = folder.0.join("kembar.csv");
    std::fs::write(
        &file,
        format!("{head}Papan Nama;dapur-sari;5000;buah;siap;suvenir;\nPapan Nama;dapur-sari;6000;buah;siap;suvenir;\n"),
    )
    .unwrap();
    let done = import::run(&folder.0, &file, &options(false)).unwrap();
    assert!(!done.is_sound() && done.text.contains("baris 3: ditolak papan-nama"), "{}", done.text);
    let written = std::fs::read_to_string(folder.0.join("content/produk/papan-nama/index.md")).unwrap();
    assert!(written.contains("harga: 5000\n"), "{written}");
}
