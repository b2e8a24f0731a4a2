//! `situs.yaml` and the tables under `data/`.

use super::{LINE, LINES, SENTENCE, center, choice, field};
use crate::schema::{Choice, Field, FieldKind};

/// Rules a category brings with it (specification 4.4).
pub const CATEGORY_RULE: &[Choice] = &[
    choice("pangan", "Pangan", "Food"),
    choice("kosmetik", "Kosmetik", "Cosmetics"),
    choice("jamu", "Jamu", "Herbal medicine"),
    choice("mainan", "Mainan", "Toys"),
    choice("kebersihan", "Kebersihan", "Cleaning"),
    choice("jasa", "Jasa", "Services"),
];

/// One category.
pub const CATEGORY: &[Field] = &[
    field("slug", LINE, "Alamat").required(),
    field("nama", LINE, "Nama").required(),
    field("en", LINE, "Nama (Inggris)").required(),
    field("slug_en", LINE, "Alamat (Inggris)"),
    field("induk", LINE, "Induk"),
    field("aturan", FieldKind::Choice(CATEGORY_RULE), "Aturan"),
    field("ikon", LINE, "Ikon"),
    field("urutan", FieldKind::Whole { min: 0, max: 10_000 }, "Urutan"),
    field("ringkas", SENTENCE, "Ringkasan"),
    field("ringkas_en", SENTENCE, "Ringkasan (Inggris)"),
    field("panduan", FieldKind::Prose, "Panduan memilih, di akhir halaman kategori"),
    field("panduan_en", FieldKind::Prose, "Panduan memilih (Inggris)"),
];

/// One kelurahan.
pub const VILLAGE: &[Field] = &[
    field("slug", LINE, "Alamat").required(),
    field("nama", LINE, "Nama").required(),
    field("kode", LINE, "Kode wilayah"),
    field("kode_pos", FieldKind::Digits, "Kode pos"),
    field("alias", LINES, "Nama lain"),
    field("titik", FieldKind::Point, "Titik tengah").example("[-6.34, 106.74]"),
];

/// One kecamatan.
pub const DISTRICT: &[Field] = &[
    field("slug", LINE, "Alamat").required(),
    field("nama", LINE, "Nama").required(),
    field("kode", LINE, "Kode wilayah"),
    field("titik", FieldKind::Point, "Titik tengah").example("[-6.34, 106.74]"),
    field("kelurahan", FieldKind::List(&FieldKind::Record(VILLAGE), 200), "Kelurahan").required(),
];

/// One unit of sale.
pub const UNIT: &[Field] = &[
    field("slug", LINE, "Satuan").required(),
    field("nama", LINE, "Nama").required(),
    field("en", LINE, "Inggris").required(),
    field("en_jamak", LINE, "Inggris jamak"),
    field("isi", FieldKind::Whole { min: 1, max: 100_000 }, "Isi"),
];

const LANGUAGE: &[Choice] =
    &[choice("id", "Bahasa Indonesia", "Indonesian"), choice("en", "Bahasa Inggris", "English")];

const OFFICE: &[Field] = &[
    field("nama", LINE, "Nama kantor").required(),
    field("alamat", SENTENCE, "Alamat"),
    field("jam", FieldKind::Hours, "Jam layanan"),
    field("whatsapp", FieldKind::Phone, "WhatsApp"),
    field("telepon", FieldKind::Phone, "Telepon"),
    field("surel", FieldKind::Email, "Surel"),
];

const LIMITS: &[Field] = &[
    field("harga_bulan", FieldKind::Whole { min: 1, max: 120 }, "Umur harga (bulan)").example("6"),
    field("periksa_bulan", FieldKind::Whole { min: 1, max: 120 }, "Umur data (bulan)").example("12"),
    field("modal_hari", FieldKind::Whole { min: 1, max: 3650 }, "Umur skema pembiayaan (hari)").example("90"),
];

const CHANNELS: &[Field] = &[
    field("google", FieldKind::Flag, "Umpan Google Merchant"),
    field("meta", FieldKind::Flag, "Katalog Meta/WhatsApp"),
];

const HOSTING: &[Field] = &[
    field("cname", LINE, "Nama domain (GitHub Pages)"),
    field("kompres", FieldKind::Flag, "Tulis berkas .br dan .gz"),
];

/// `situs.yaml`.
pub const SITE: &[Field] = &[
    field("nama", LINE, "Nama situs").required(),
    field("nama_en", LINE, "Nama situs (Inggris)"),
    field("tagline", SENTENCE, "Kalimat pembuka"),
    field("tagline_en", SENTENCE, "Kalimat pembuka (Inggris)"),
    field("alamat_situs", LINE, "Alamat situs").required().example("https://etalase.example"),
    field("bahasa", FieldKind::List(&FieldKind::Choice(LANGUAGE), 2), "Bahasa").example("[id, en]"),
    field("contoh", FieldKind::Flag, "Situs contoh"),
    field("kota", LINE, "Nama kota").required().example("Kota Tangerang Selatan"),
    field("kota_en", LINE, "Nama kota (Inggris)"),
    field("kantor", FieldKind::Record(OFFICE), "Kantor"),
    field("batas", FieldKind::Record(LIMITS), "Batas umur data"),
    field("populer", FieldKind::List(&LINE, 12), "Kata yang sering dicari"),
    field("populer_en", FieldKind::List(&LINE, 12), "Kata yang sering dicari (Inggris)"),
    field("tema", LINE, "Tema").example("etalase"),
    field("per_halaman", FieldKind::Whole { min: 6, max: 96 }, "Produk per halaman").example("24"),
    field("negara_lain", FieldKind::Flag, "Terima nomor WhatsApp luar negeri"),
    field("kode_wilayah_pirt", FieldKind::Digits, "Kode wilayah P-IRT").example("\"3674\""),
    field("kanal", FieldKind::Record(CHANNELS), "Kanal penjualan"),
    field("inang", FieldKind::Record(HOSTING), "Inang"),
    field("avif", FieldKind::Flag, "Buat gambar AVIF juga"),
    field("komitmen", FieldKind::Record(COMMITMENT), "Komitmen"),
];

const COMMITMENT: &[Field] = &[
    field("teks", SENTENCE, "Isi").required(),
    field("teks_en", SENTENCE, "Isi (Inggris)"),
    field("oleh", LINE, "Oleh").required(),
    field("jabatan", LINE, "Jabatan").required(),
    field("sumber", FieldKind::Record(center::SOURCE), "Sumber").required(),
];
