//! What the office writes: events, news, stories, collections, impact figures, free pages (specification 4.5).

use super::{LINE, SENTENCE, center, choice, field};
use crate::model::Kind;
use crate::schema::{Choice, Field, FieldKind};

/// Kinds of event.
pub const EVENT_KIND: &[Choice] = &[
    choice("pelatihan", "Pelatihan", "Training"),
    choice("bazar", "Bazar", "Bazaar"),
    choice("pameran", "Pameran", "Exhibition"),
    choice("temu_bisnis", "Temu bisnis", "Business meeting"),
    choice("layanan", "Layanan", "Service day"),
    choice("lomba", "Lomba", "Competition"),
    choice("simulasi", "Simulasi", "Simulation"),
];

/// Is the event on? And the states of publication that any entry has.
pub const EVENT_STATUS: &[Choice] = &[
    choice("jadwal", "Sesuai jadwal", "As scheduled"),
    choice("tunda", "Ditunda", "Postponed"),
    choice("batal", "Dibatalkan", "Cancelled"),
    choice("terbit", "Terbit", "Published"),
    choice("draf", "Draf", "Draft"),
    choice("arsip", "Arsip", "Archived"),
];

const VENUE: &[Field] = &[
    field("nama", LINE, "Nama tempat").required(),
    field("alamat", LINE, "Alamat"),
    field("kelurahan", LINE, "Kelurahan"),
    field("kecamatan", FieldKind::District, "Kecamatan"),
    field("titik", FieldKind::Point, "Titik peta"),
];

const ONLINE: &[Field] = &[field("tautan", FieldKind::Url, "Tautan").required()];

/// Event.
pub const EVENT: &[Field] = &[
    field("jenis", FieldKind::Choice(EVENT_KIND), "Jenis").required().example("pelatihan"),
    field("mulai", FieldKind::Moment, "Mulai").required().example("2026-12-05T09:00"),
    field("selesai", FieldKind::Moment, "Selesai").example("2026-12-05T12:00"),
    field("tempat", FieldKind::Record(VENUE), "Tempat"),
    field("daring", FieldKind::Record(ONLINE), "Daring"),
    field("kuota", FieldKind::Whole { min: 1, max: 1_000_000 }, "Kuota"),
    field("biaya", FieldKind::Rupiah, "Biaya").example("0"),
    field("pendaftaran", FieldKind::Record(center::REGISTRATION), "Pendaftaran"),
    field("pembicara", FieldKind::List(&FieldKind::Reference(Kind::Mentor), 20), "Pembicara"),
    field("sasaran", FieldKind::List(&FieldKind::Choice(center::TARGET), 5), "Untuk siapa"),
    field("status", FieldKind::Choice(EVENT_STATUS), "Status").example("jadwal"),
    field("program", FieldKind::Reference(Kind::Programme), "Program"),
    field("ulasan", FieldKind::Prose, "Ulasan setelah acara"),
];

/// News.
pub const NEWS: &[Field] = &[
    field("tanggal", FieldKind::Date, "Tanggal").required(),
    field("topik", LINE, "Topik"),
    field("sumber", FieldKind::Record(center::SOURCE), "Sumber"),
    field("penulis", LINE, "Penulis").help("Nama bidang, bukan nama orang."),
    field("terkait", FieldKind::List(&FieldKind::AnyEntry, 20), "Terkait").example("[produk/nastar-500]"),
];

const QUOTATION: &[Field] = &[
    field("teks", SENTENCE, "Kutipan").required(),
    field("teks_en", SENTENCE, "Kutipan (Inggris)"),
    field("izin", FieldKind::Flag, "Narasumber mengizinkan").required(),
];

/// Success story.
pub const STORY: &[Field] = &[
    field("tanggal", FieldKind::Date, "Tanggal"),
    field("umkm", FieldKind::Reference(Kind::Business), "UMKM"),
    field("koperasi", FieldKind::Reference(Kind::Cooperative), "Koperasi"),
    field("sebelum", SENTENCE, "Sebelum"),
    field("sesudah", SENTENCE, "Sesudah"),
    field("kutipan", FieldKind::Record(QUOTATION), "Kutipan"),
];

const RULE: &[Field] = &[
    field("kategori", FieldKind::List(&FieldKind::Category, 20), "Kategori"),
    field("harga_maks", FieldKind::Rupiah, "Harga tertinggi"),
    field("kata_kunci", FieldKind::List(&LINE, 20), "Kata kunci"),
    field("inovasi", FieldKind::Flag, "Hasil inovasi"),
    field("ekatalog", FieldKind::Flag, "Ada di e-Katalog"),
];

/// Collection.
pub const COLLECTION: &[Field] = &[
    field("produk", FieldKind::List(&FieldKind::Reference(Kind::Product), 200), "Produk pilihan"),
    field("aturan", FieldKind::Record(RULE), "Aturan"),
    field("mulai", FieldKind::Date, "Mulai"),
    field("selesai", FieldKind::Date, "Selesai"),
];

/// Impact figure.
pub const IMPACT: &[Field] = &[
    field("nilai", FieldKind::Whole { min: 0, max: 1_000_000_000_000 }, "Nilai").required(),
    field("satuan", LINE, "Satuan").required(),
    field("per", FieldKind::Date, "Per tanggal"),
    field("sumber", SENTENCE, "Sumber"),
    field("definisi", SENTENCE, "Definisi"),
    field("seri", FieldKind::Series, "Seri tahunan").example("{2025: 12, 2026: 20}"),
];

/// Free page.
pub const PAGE: &[Field] = &[];
