//! Fields that every kind of entry has (specification 3).

use super::{LINE, choice, field};
use crate::diagnostic::Code;
use crate::model::Kind;
use crate::schema::{Choice, Field, FieldKind, Scope};

/// Publication states.
pub const STATUS: &[Choice] =
    &[choice("terbit", "Terbit", "Published"), choice("draf", "Draf", "Draft"), choice("arsip", "Arsip", "Archived")];

/// States of an owner's consent.
pub const CONSENT_STATUS: &[Choice] =
    &[choice("ya", "Ya", "Yes"), choice("belum", "Belum", "Not yet"), choice("ditarik", "Ditarik", "Withdrawn")];

const SCOPES: &[Choice] = &[
    choice("nama_pemilik", "Nama pemilik", "Owner's name"),
    choice("foto_pemilik", "Foto pemilik", "Owner's photo"),
    choice("whatsapp", "WhatsApp", "WhatsApp"),
    choice("telepon", "Telepon", "Telephone"),
    choice("surel", "Surel", "E-mail"),
    choice("alamat_lengkap", "Alamat lengkap", "Full address"),
    choice("titik_peta", "Titik peta", "Map point"),
    choice("medsos", "Media sosial", "Social media"),
    choice("nib", "NIB", "NIB"),
    choice("qris", "QRIS", "QRIS"),
    choice("kapasitas", "Kapasitas", "Capacity"),
];

/// `persetujuan`.
pub const CONSENT: &[Field] = &[
    field("status", FieldKind::Choice(CONSENT_STATUS), "Status").required().example("ya"),
    field("tanggal", FieldKind::Date, "Tanggal formulir").required().example("2026-02-10"),
    field("bukti", LINE, "Nomor bukti")
        .required_as(Code::PdpBukti)
        .private()
        .help("Nomor formulir yang disimpan dinas; formulirnya sendiri tidak disimpan di sini.")
        .example("PDP-2026-0012"),
    field("lingkup", FieldKind::List(&FieldKind::Choice(SCOPES), 11), "Yang boleh terbit")
        .example("[whatsapp, medsos]"),
    field("sampai", FieldKind::Date, "Berlaku sampai").example("2029-02-10"),
    field("ditarik_pada", FieldKind::Date, "Ditarik pada"),
];

/// One photo, written out.
pub const PHOTO: &[Field] = &[
    field("berkas", FieldKind::File, "Berkas foto").required().example("foto-1.jpg"),
    field("alt", FieldKind::Text { min: 0, max: 200 }, "Keterangan foto")
        .help("Apa yang terlihat, untuk orang yang tidak melihat fotonya.")
        .example("Bingkai foto kayu pinus berdiri di meja"),
    field("alt_en", FieldKind::Text { min: 0, max: 200 }, "Keterangan foto (Inggris)"),
    field("kredit", LINE, "Pemotret"),
    field("izin", LINE, "Izin memakai foto"),
    field("ada_anak", FieldKind::Flag, "Ada anak di foto"),
    field("fokus", FieldKind::List(&FieldKind::Decimal { min: 0.0, max: 1.0 }, 2), "Titik penting foto")
        .help("Dua angka 0 sampai 1: dari kiri, dari atas.")
        .example("[0.5, 0.4]"),
];

/// Characters of a name that cards show whole in three lines, and that search results do not cut.
const NAME_HANDY: usize = 80;
/// Characters of a summary that search results and shared messages show whole.
const SUMMARY_HANDY: usize = 160;

/// The English part of an entry.
pub const ENGLISH: &[Field] = &[
    field("nama", FieldKind::Text { min: 3, max: 120 }, "Nama (Inggris)").handy(NAME_HANDY),
    field("judul", FieldKind::Text { min: 3, max: 120 }, "Judul (Inggris)").handy(NAME_HANDY),
    field("ringkas", FieldKind::Text { min: 0, max: 220 }, "Ringkasan (Inggris)").handy(SUMMARY_HANDY),
    field("deskripsi", FieldKind::Prose, "Deskripsi (Inggris)"),
];

const NAME: Field = field("nama", FieldKind::Text { min: 3, max: 120 }, "Nama")
    .required()
    .handy(NAME_HANDY)
    .help("Sebaiknya 3 sampai 80 huruf.")
    .example("Bingkai Rantika");
const TITLE: Field = field("judul", FieldKind::Text { min: 3, max: 120 }, "Judul")
    .required()
    .handy(NAME_HANDY)
    .help("Sebaiknya 3 sampai 80 huruf.");
const CONSENT_FIELD: Field =
    field("persetujuan", FieldKind::Record(CONSENT), "Persetujuan pemilik").required_as(Code::PdpTiada).private();
const CONSENT_OPTIONAL: Field = field("persetujuan", FieldKind::Record(CONSENT), "Persetujuan narasumber").private();

const SHARED: &[Field] = &[
    field("ringkas", FieldKind::Text { min: 40, max: 220 }, "Ringkasan")
        .handy(SUMMARY_HANDY)
        .help("Satu kalimat 40 sampai 160 huruf; dipakai di kartu, mesin pencari, dan pesan yang dibagikan."),
    field("deskripsi", FieldKind::Prose, "Deskripsi"),
    field("en", FieldKind::Record(ENGLISH), "Bahasa Inggris"),
    field("status", FieldKind::Choice(STATUS), "Status terbit").example("terbit"),
    field("terbit_pada", FieldKind::Date, "Terbit pada").example("2026-03-17"),
    field("diperbarui", FieldKind::Date, "Diperbarui").example("2026-11-02"),
    field("diperiksa_pada", FieldKind::Date, "Diperiksa pada").example("2026-09-15"),
    field("diperiksa_oleh", LINE, "Diperiksa oleh")
        .private()
        .help("Jabatan, bukan nama orang.")
        .example("Petugas data"),
    field("alamat_lama", FieldKind::List(&FieldKind::Path, 20), "Alamat lama")
        .help("Alamat halaman sebelum berganti nama; pengunjung diarahkan ke alamat baru.")
        .example("[/produk/bingkai-a4/]"),
    field("foto", FieldKind::List(&FieldKind::Photo, crate::limits::PHOTOS_MAX), "Foto").example("[foto-1.jpg]"),
    field("kata_kunci", FieldKind::List(&FieldKind::Text { min: 2, max: 40 }, 10), "Kata kunci"),
    field("unggulan", FieldKind::Flag, "Pilihan redaksi"),
    field("contoh", FieldKind::Flag, "Entri contoh"),
];

/// Is the entry's name called `judul`?
pub const fn has_title(kind: Kind) -> bool {
    matches!(kind, Kind::Event | Kind::News | Kind::Story | Kind::Page)
}

/// The common fields of a kind, in the order in which they are best written.
pub fn of(kind: Kind) -> impl Iterator<Item = &'static Field> {
    let name = if has_title(kind) { &TITLE } else { &NAME };
    let consent = match kind {
        Kind::Business | Kind::Cooperative | Kind::Mentor => Some(&CONSENT_FIELD),
        Kind::Story => Some(&CONSENT_OPTIONAL),
        _ => None,
    };
    std::iter::once(name).chain(SHARED).chain(consent)
}

/// Consent scope of the owner's name, used where people are named.
pub const OWNER: Scope = Scope::OwnerName;
