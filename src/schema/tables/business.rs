//! UMKM (specification 4.1).

use super::{LINE, LINES, choice, field};
use crate::model::Kind;
use crate::schema::{Choice, Field, FieldKind, Scope};

/// Size classes of PP 7/2021; only the class is stored, never the amounts.
pub const SCALE: &[Choice] =
    &[choice("mikro", "Mikro", "Micro"), choice("kecil", "Kecil", "Small"), choice("menengah", "Menengah", "Medium")];

/// Legal forms.
pub const FORM: &[Choice] = &[
    choice("perorangan", "Perorangan", "Sole trader"),
    choice("PT Perorangan", "PT Perorangan", "Single-person company"),
    choice("PT", "PT", "Limited company"),
    choice("CV", "CV", "Limited partnership"),
    choice("UD", "UD", "Trading business"),
    choice("kelompok", "Kelompok", "Group"),
];

/// Does the maker receive visitors?
pub const VISITS: &[Choice] =
    &[choice("ya", "Ya", "Yes"), choice("tidak", "Tidak", "No"), choice("janji", "Janji dulu", "By appointment")];

/// Ways to pay.
pub const PAYMENT: &[Choice] = &[
    choice("tunai", "Tunai", "Cash"),
    choice("transfer", "Transfer bank", "Bank transfer"),
    choice("qris", "QRIS", "QRIS"),
    choice("cod", "Bayar di tempat (COD)", "Cash on delivery"),
    choice("e-wallet", "Dompet digital", "E-wallet"),
];

/// Ways to get the goods.
pub const DELIVERY: &[Choice] = &[
    choice("ambil", "Ambil sendiri", "Pick-up"),
    choice("kurir_toko", "Kurir toko", "Seller's courier"),
    choice("instan", "Kurir instan", "Instant courier"),
    choice("ekspedisi", "Ekspedisi", "Parcel service"),
    choice("seluruh_indonesia", "Seluruh Indonesia", "All of Indonesia"),
    choice("luar_negeri", "Luar negeri", "Abroad"),
];

/// Editions of the KBLI list of business fields.
pub const KBLI_EDITION: &[Choice] =
    &[choice("2020", "KBLI 2020", "KBLI 2020"), choice("2025", "KBLI 2025", "KBLI 2025")];

/// `alamat`.
pub const ADDRESS: &[Field] = &[
    field("jalan", LINE, "Jalan dan nomor").consent(Scope::FullAddress).example("Jl. Contoh No. 1"),
    field("kelurahan", FieldKind::Village, "Kelurahan").required().example("Pondok Benda"),
    field("kecamatan", FieldKind::District, "Kecamatan").required().example("Pamulang"),
    field("kode_pos", FieldKind::Digits, "Kode pos").example("15416"),
    field("petunjuk", LINE, "Petunjuk jalan").consent(Scope::FullAddress).example("depan masjid"),
];

/// `kontak`.
pub const CONTACT: &[Field] = &[
    field("whatsapp", FieldKind::Phone, "WhatsApp").consent(Scope::WhatsApp).example("0812-0000-0001"),
    field("telepon", FieldKind::Phone, "Telepon").consent(Scope::Telephone),
    field("surel", FieldKind::Email, "Surel").consent(Scope::Email),
    field("situs", FieldKind::Url, "Situs web").consent(Scope::SocialMedia),
    field("instagram", FieldKind::Link, "Instagram").consent(Scope::SocialMedia).example("@contoh"),
    field("facebook", FieldKind::Link, "Facebook").consent(Scope::SocialMedia),
    field("tiktok", FieldKind::Link, "TikTok").consent(Scope::SocialMedia),
    field("youtube", FieldKind::Link, "YouTube").consent(Scope::SocialMedia),
];

/// `tautan`: shops on other platforms.
pub const LINKS: &[Field] = &[
    field("tokopedia", FieldKind::Link, "Tokopedia"),
    field("shopee", FieldKind::Link, "Shopee"),
    field("tiktok", FieldKind::Link, "TikTok Shop"),
    field("blibli", FieldKind::Link, "Blibli"),
    field("lazada", FieldKind::Link, "Lazada"),
    field("gofood", FieldKind::Link, "GoFood"),
    field("grabfood", FieldKind::Link, "GrabFood"),
    field("shopeefood", FieldKind::Link, "ShopeeFood"),
    field("inaproc", FieldKind::Link, "Katalog Elektronik (INAPROC)"),
    field("padi", FieldKind::Link, "PaDi UMKM"),
    field("bukalapak", FieldKind::Link, "Bukalapak"),
    field("situs", FieldKind::Link, "Situs web"),
];

/// `qris`.
pub const QRIS: &[Field] = &[
    field("terima", FieldKind::Flag, "Terima QRIS").example("ya"),
    field("nmid", FieldKind::Digits, "NMID").consent(Scope::Qris),
    field("gambar", FieldKind::File, "Gambar QRIS").consent(Scope::Qris),
    field("nama", LINE, "Nama pada QRIS").consent(Scope::Qris).verbatim(),
];

const GUIDANCE: &[Field] = &[
    field("program", FieldKind::Reference(Kind::Programme), "Program").required(),
    field("tahun", FieldKind::Whole { min: 1990, max: 2100 }, "Tahun"),
];

/// Contact, place and payment: shared with cooperatives.
pub const ALAMAT: Field = field("alamat", FieldKind::Record(ADDRESS), "Alamat").required();
/// Map point.
pub const TITIK: Field =
    field("titik", FieldKind::Point, "Titik peta").coarse(Scope::MapPoint).example("[-6.334, 106.72]");
/// Contacts.
pub const KONTAK: Field = field("kontak", FieldKind::Record(CONTACT), "Kontak");
/// Shops elsewhere.
pub const TAUTAN: Field = field("tautan", FieldKind::Record(LINKS), "Toko di tempat lain");
/// Opening hours.
pub const JAM: Field = field("jam", FieldKind::Hours, "Jam buka").example("Senin-Jumat 08.00-17.00");
/// Visits.
pub const KUNJUNGAN: Field = field("kunjungan", FieldKind::Choice(VISITS), "Menerima kunjungan").example("janji");
/// Payment.
pub const PEMBAYARAN: Field =
    field("pembayaran", FieldKind::List(&FieldKind::Choice(PAYMENT), 5), "Cara bayar").example("[tunai, qris]");
/// Delivery.
pub const PENGIRIMAN: Field =
    field("pengiriman", FieldKind::List(&FieldKind::Choice(DELIVERY), 6), "Pengiriman").example("[ambil, ekspedisi]");
/// QRIS.
pub const QRIS_FIELD: Field = field("qris", FieldKind::Record(QRIS), "QRIS");
/// Capacity.
pub const KAPASITAS: Field =
    field("kapasitas", FieldKind::Amount, "Kapasitas produksi").consent(Scope::Capacity).example("300 buah/bulan");

/// All own fields.
pub const FIELDS: &[Field] = &[
    field("nama_pemilik", LINE, "Nama pemilik").consent(Scope::OwnerName),
    field("jenis_usaha", FieldKind::Category, "Jenis usaha").required().example("kerajinan"),
    field("bentuk_usaha", FieldKind::Choice(FORM), "Bentuk usaha").example("perorangan"),
    field("sejak", FieldKind::Whole { min: 0, max: 9999 }, "Tahun berdiri").example("2014"),
    field("skala", FieldKind::Choice(SCALE), "Skala usaha").example("mikro"),
    field("nib", FieldKind::Digits, "NIB").coarse(Scope::BusinessNumber).example("\"9999000000012\""),
    field("kbli", FieldKind::List(&FieldKind::Digits, 10), "Kode KBLI").example("[\"16293\"]"),
    field("kbli_versi", FieldKind::Choice(KBLI_EDITION), "Versi KBLI").example("2020"),
    ALAMAT,
    TITIK,
    KONTAK,
    TAUTAN,
    JAM,
    KUNJUNGAN,
    PEMBAYARAN,
    PENGIRIMAN,
    QRIS_FIELD,
    KAPASITAS,
    field("siap_ekspor", FieldKind::Flag, "Siap ekspor"),
    field("negara", LINES, "Negara tujuan ekspor"),
    field("koperasi", FieldKind::Reference(Kind::Cooperative), "Anggota koperasi"),
    field("pembinaan", FieldKind::List(&FieldKind::Record(GUIDANCE), 30), "Program yang diikuti"),
    field("izin", FieldKind::List(&FieldKind::Record(super::product::PERMIT), 30), "Izin dan bukti mutu usaha")
        .help("Yang berlaku untuk semua produknya; tidak perlu diulang di tiap produk."),
];
