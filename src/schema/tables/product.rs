//! Products, and the permits and proofs of quality they carry (specification 4.3 and 4.4).

use super::{LINE, LINES, SENTENCE, business, choice, field};
use crate::diagnostic::Code;
use crate::model::Kind;
use crate::schema::{Choice, Field, FieldKind};

/// Kinds of permit and proof.
pub const PERMIT_KIND: &[Choice] = &[
    choice("pirt", "P-IRT", "Home-food permit (P-IRT)"),
    choice("bpom", "BPOM", "BPOM"),
    choice("halal", "Halal", "Halal"),
    choice("sni", "SNI", "National standard (SNI)"),
    choice("merek", "Merek", "Trademark"),
    choice("hak_cipta", "Hak cipta", "Copyright"),
    choice("desain_industri", "Desain industri", "Industrial design"),
    choice("paten", "Paten", "Patent"),
    choice("tkdn", "TKDN", "Local content (TKDN)"),
    choice("uji_lab", "Uji laboratorium", "Laboratory test"),
    choice("penghargaan", "Penghargaan", "Award"),
];

/// State of an intellectual property right.
pub const RIGHT_STATUS: &[Choice] =
    &[choice("terdaftar", "Terdaftar", "Registered"), choice("proses", "Dalam proses", "Pending")];

/// One permit or proof.
pub const PERMIT: &[Field] = &[
    field("jenis", FieldKind::Choice(PERMIT_KIND), "Jenis").required().example("pirt"),
    field("nomor", LINE, "Nomor").verbatim().example("\"2063674990001-30\""),
    field("nilai", FieldKind::Decimal { min: -1e9, max: 1e9 }, "Nilai TKDN (persen)").example("82.5"),
    field("uraian", SENTENCE, "Uraian"),
    field("lembaga", LINE, "Lembaga"),
    field("status", FieldKind::Choice(RIGHT_STATUS), "Status"),
    field("tahun", FieldKind::Whole { min: 1945, max: 2100 }, "Tahun"),
    field("terbit", FieldKind::Date, "Tanggal terbit"),
    field("berlaku_sampai", FieldKind::Date, "Berlaku sampai"),
    field("diperiksa_pada", FieldKind::Date, "Diperiksa pada"),
];

/// States of stock.
pub const STOCK: &[Choice] = &[
    choice("siap", "Siap kirim", "In stock"),
    choice("terbatas", "Stok terbatas", "Limited stock"),
    choice("po", "Pre-order", "Pre-order"),
    choice("pesanan", "Dibuat sesuai pesanan", "Made to order"),
    choice("musiman", "Musiman", "Seasonal"),
    choice("habis", "Stok habis", "Out of stock"),
    choice("berhenti", "Tidak diproduksi lagi", "No longer made"),
];

/// Why food needs no permit.
pub const EXEMPTION: &[Choice] = &[
    choice("segar", "Pangan segar", "Fresh food"),
    choice("siap_saji", "Siap saji", "Ready to eat"),
    choice("simpan_kurang_7_hari", "Daya simpan kurang dari 7 hari", "Shelf life under 7 days"),
    choice("produk_pabrikan", "Produk pabrikan berizin sendiri", "Factory goods with their own permits"),
];

/// One option, written out.
pub const VARIANT: &[Field] = &[
    field("nama", LINE, "Nama pilihan").required(),
    field("harga", FieldKind::Price, "Harga"),
    field("stok", FieldKind::Choice(STOCK), "Ketersediaan"),
    field("foto", FieldKind::File, "Foto"),
    field("sku", LINE, "SKU").verbatim(),
];

const PROMOTION: &[Field] = &[
    field("harga_coret", FieldKind::Rupiah, "Harga sebelum potongan").required(),
    field("sampai", FieldKind::Date, "Sampai tanggal").required_as(Code::ProdHargaCoret),
];

const EXPORT: &[Field] = &[
    field("siap", FieldKind::Flag, "Siap ekspor"),
    field("hs", FieldKind::Digits, "Kode HS"),
    field("moq", FieldKind::Amount, "Pesanan ekspor minimal"),
    field("lead", FieldKind::Amount, "Lama pengerjaan ekspor"),
];

/// Units of length.
pub const LENGTH_UNIT: &[Choice] =
    &[choice("mm", "Milimeter", "Millimetre"), choice("cm", "Sentimeter", "Centimetre"), choice("m", "Meter", "Metre")];

const LENGTH: FieldKind = FieldKind::Decimal { min: 0.001, max: 100_000.0 };

/// A size in parts.
pub const SIZE: &[Field] = &[
    field("p", LENGTH, "Panjang").example("21"),
    field("l", LENGTH, "Lebar").example("29.7"),
    field("t", LENGTH, "Tinggi").example("2"),
    field("satuan", FieldKind::Choice(LENGTH_UNIT), "Satuan").required().example("cm"),
];

/// All own fields.
pub const FIELDS: &[Field] = &[
    field("umkm", FieldKind::Reference(Kind::Business), "UMKM pembuat").example("bingkai-rantika"),
    field("koperasi", FieldKind::Reference(Kind::Cooperative), "Koperasi pembuat"),
    field("kategori", FieldKind::Category, "Kategori").required().example("bingkai-dan-hiasan-dinding"),
    field("kategori_lain", FieldKind::List(&FieldKind::Category, 2), "Kategori lain"),
    field("harga", FieldKind::Price, "Harga").required().example("45000"),
    field("satuan", FieldKind::Unit, "Satuan").required().example("buah"),
    field("harga_per", FieldKind::Month, "Harga per bulan").example("2026-11"),
    field("grosir", FieldKind::List(&FieldKind::Tier, crate::limits::TIERS_MAX), "Harga grosir")
        .example("[[10, 41000], [50, 37000]]"),
    field("promo", FieldKind::Record(PROMOTION), "Promo"),
    field("varian", FieldKind::Variants, "Pilihan").example("[cokelat tua, natural]"),
    field("stok", FieldKind::Choice(STOCK), "Ketersediaan").required().example("siap"),
    field("hari", FieldKind::Days, "Lama pengerjaan (hari)").example("7"),
    field("bulan", LINE, "Bulan tersedia").example("Maret–April"),
    field("min", FieldKind::Whole { min: i64::MIN, max: i64::MAX }, "Pesanan minimal").example("50"),
    field("kapasitas", FieldKind::Amount, "Kapasitas").example("300/bulan"),
    field("custom", FieldKind::Flag, "Bisa pesan khusus"),
    field("custom_teks", SENTENCE, "Tentang pesanan khusus"),
    field("bahan", LINES, "Bahan").example("[kayu jati belanda, kaca 2 mm]"),
    field("ukuran", FieldKind::TextOr(SIZE), "Ukuran")
        .help("Teks, atau bagian-bagiannya: {p: 21, l: 29.7, satuan: cm} (panjang, lebar, tinggi).")
        .example("21 x 29,7 cm"),
    field("berat_g", FieldKind::Whole { min: 1, max: 1_000_000 }, "Berat kirim (gram)").example("650"),
    field("isi", LINE, "Isi bersih").example("150 g"),
    field("warna", LINE, "Warna"),
    field("motif", LINE, "Motif"),
    field("teknik", LINE, "Teknik").example("batik tulis"),
    field("perawatan", FieldKind::Prose, "Perawatan"),
    field("izin", FieldKind::List(&FieldKind::Record(PERMIT), 30), "Izin dan bukti mutu"),
    field("pengecualian", FieldKind::Choice(EXEMPTION), "Alasan tanpa izin edar").example("simpan_kurang_7_hari"),
    field("komposisi", LINES, "Komposisi"),
    field("alergen", LINES, "Alergen").example("[kacang tanah]"),
    field("simpan", LINE, "Daya simpan").example("4 bulan"),
    field("simpan_cara", SENTENCE, "Cara simpan"),
    field("saran_saji", SENTENCE, "Saran penyajian"),
    field("usia", LINE, "Usia yang disarankan").example("3+"),
    field("tautan", FieldKind::Record(business::LINKS), "Beli di tempat lain"),
    field("inovasi", FieldKind::List(&FieldKind::Reference(Kind::Innovation), 10), "Inovasi di balik produk"),
    field("asal", LINE, "Dibuat di").example("Tangerang Selatan"),
    field("sku", LINE, "SKU").verbatim().example("\"BR-A4-01\""),
    field("serupa", FieldKind::List(&FieldKind::Reference(Kind::Product), 8), "Produk serupa"),
    field("ekspor", FieldKind::Record(EXPORT), "Ekspor"),
    field("ekatalog", FieldKind::Flag, "Ada di e-Katalog pemerintah"),
];
