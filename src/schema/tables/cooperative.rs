//! Cooperatives (specification 4.2).

use super::{LINE, LINES, business, choice, field};
use crate::schema::{Choice, Field, FieldKind, Scope};

/// The five kinds of UU 25/1992.
pub const KIND: &[Choice] = &[
    choice("konsumen", "Konsumen", "Consumer"),
    choice("produsen", "Produsen", "Producer"),
    choice("jasa", "Jasa", "Service"),
    choice("pemasaran", "Pemasaran", "Marketing"),
    choice("simpan_pinjam", "Simpan pinjam", "Savings and loan"),
];

/// Members are people (primer) or cooperatives (sekunder).
pub const TIER: &[Choice] = &[choice("primer", "Primer", "Primary"), choice("sekunder", "Sekunder", "Secondary")];

/// Conventional or sharia.
pub const PATTERN: &[Choice] =
    &[choice("konvensional", "Konvensional", "Conventional"), choice("syariah", "Syariah", "Sharia")];

/// Groups a cooperative belongs to.
pub const GROUP: &[Choice] = &[
    choice("wanita", "Wanita", "Women"),
    choice("pemuda", "Pemuda", "Youth"),
    choice("karyawan", "Karyawan", "Employees"),
    choice("pasar", "Pasar", "Market"),
    choice("pesantren", "Pesantren", "Pesantren"),
    choice("kelurahan_merah_putih", "Kelurahan Merah Putih", "Merah Putih"),
    choice("pensiunan", "Pensiunan", "Pensioners"),
];

/// Who may use its services.
pub const AUDIENCE: &[Choice] = &[
    choice("anggota", "Anggota", "Members"),
    choice("anggota_dan_umum", "Anggota dan umum", "Members and the public"),
];

const MEMBERS: &[Field] = &[
    field("orang", FieldKind::Whole { min: 0, max: 1_000_000 }, "Jumlah anggota").required().example("48"),
    field("laki", FieldKind::Whole { min: 0, max: 1_000_000 }, "Laki-laki"),
    field("perempuan", FieldKind::Whole { min: 0, max: 1_000_000 }, "Perempuan"),
    field("umkm", FieldKind::Whole { min: 0, max: 1_000_000 }, "Anggota pelaku UMKM"),
    field("per", FieldKind::Month, "Per bulan").example("2026-01"),
];

const OFFICER: &[Field] =
    &[field("nama", LINE, "Nama").required().consent(Scope::OwnerName), field("jabatan", LINE, "Jabatan").required()];

/// All own fields.
pub const FIELDS: &[Field] = &[
    field("jenis", FieldKind::Choice(KIND), "Jenis koperasi").required().example("produsen"),
    field("pola", FieldKind::Choice(PATTERN), "Pola"),
    field("bentuk", FieldKind::Choice(TIER), "Bentuk").required().example("primer"),
    field("kelompok", FieldKind::List(&FieldKind::Choice(GROUP), 7), "Kelompok"),
    field("badan_hukum", LINE, "Nomor badan hukum").example("AHU-0012345.AH.01.26.TAHUN 2021"),
    field("badan_hukum_tanggal", FieldKind::Date, "Tanggal badan hukum"),
    field("nik", FieldKind::Digits, "NIK koperasi").help("Nomor induk koperasi, bukan NIK orang."),
    field("sejak", FieldKind::Whole { min: 0, max: 9999 }, "Tahun berdiri").example("2015"),
    field("anggota", FieldKind::Record(MEMBERS), "Anggota").example("{orang: 48, per: 2026-01}"),
    field("rat_terakhir", FieldKind::Whole { min: 1950, max: 2100 }, "Tahun RAT terakhir").example("2026"),
    field("unit_usaha", LINES, "Unit usaha").example("[toko kriya, bahan baku]"),
    field("layanan_untuk", FieldKind::Choice(AUDIENCE), "Layanan untuk").example("anggota"),
    field("cara_gabung", FieldKind::Prose, "Cara menjadi anggota"),
    field("pengurus", FieldKind::List(&FieldKind::Record(OFFICER), 30), "Pengurus"),
    business::ALAMAT,
    business::TITIK,
    business::KONTAK,
    business::TAUTAN,
    business::JAM,
    business::KUNJUNGAN,
    business::PEMBAYARAN,
    business::PENGIRIMAN,
    business::QRIS_FIELD,
    business::KAPASITAS,
];
