//! The innovation center: innovations, programmes, facilities, working groups, partners, mentors, funding (specification 4.5).

use super::{LINE, LINES, SENTENCE, SENTENCES, choice, field, product};
use crate::diagnostic::Code;
use crate::model::Kind;
use crate::schema::{Choice, Field, FieldKind, Scope};

/// States of an innovation, and the states of publication that any entry has.
pub const INNOVATION_STATUS: &[Choice] = &[
    choice("ide", "Gagasan", "Idea"),
    choice("uji", "Uji coba", "In trial"),
    choice("pakai", "Sudah dipakai", "In use"),
    choice("berhenti", "Berhenti", "Discontinued"),
    choice("terbit", "Terbit", "Published"),
    choice("draf", "Draf", "Draft"),
    choice("arsip", "Arsip", "Archived"),
];

const LEVEL_BASIS: &[Field] = &[
    field("oleh", LINE, "Ditetapkan oleh").required().example("penilaian mandiri"),
    field("tanggal", FieldKind::Date, "Tanggal").required(),
];

const RESULT: &[Field] = &[
    field("ukuran", LINE, "Yang diukur").required().example("gas per 10 kg"),
    field("ukuran_en", LINE, "Yang diukur (Inggris)"),
    field("sebelum", LINE, "Sebelum").example("1,6"),
    field("sesudah", LINE, "Sesudah").required().example("1,1"),
    field("satuan", LINE, "Satuan").example("kg"),
    field("tanggal", FieldKind::Date, "Tanggal ukur"),
    field("metode", SENTENCE, "Cara mengukur"),
];

const DOWNLOAD: &[Field] =
    &[field("nama", LINE, "Nama").required(), field("berkas", FieldKind::File, "Berkas PDF").required()];

/// Innovation.
pub const INNOVATION: &[Field] = &[
    field("masalah", FieldKind::Prose, "Masalah").required(),
    field("solusi", FieldKind::Prose, "Solusi").required(),
    field("tkt", FieldKind::Whole { min: i64::MIN, max: i64::MAX }, "Tingkat kesiapterapan teknologi (TKT)").required(),
    field("tkt_dasar", FieldKind::Record(LEVEL_BASIS), "Dasar penetapan TKT"),
    field("status", FieldKind::Choice(INNOVATION_STATUS), "Status inovasi").required().example("pakai"),
    field("hasil", FieldKind::List(&FieldKind::Record(RESULT), 20), "Hasil terukur"),
    field("penerap", FieldKind::List(&FieldKind::Seller, 50), "Diterapkan oleh").example("[dapur-serunai]"),
    field("pengembang", FieldKind::List(&FieldKind::Reference(Kind::Partner), 10), "Mitra pengembang"),
    field("pengembang_teks", SENTENCE, "Pengembang"),
    field("hki", FieldKind::List(&FieldKind::Record(product::PERMIT), 10), "Kekayaan intelektual"),
    field("pokja", FieldKind::Reference(Kind::WorkingGroup), "Kelompok kerja"),
    field("program", FieldKind::List(&FieldKind::Reference(Kind::Programme), 10), "Program"),
    field("unduhan", FieldKind::List(&FieldKind::Record(DOWNLOAD), 10), "Unduhan"),
];

/// Whom something is for.
pub const TARGET: &[Choice] = &[
    choice("umkm", "UMKM", "Small businesses"),
    choice("koperasi", "Koperasi", "Cooperatives"),
    choice("wirausaha_pemula", "Wirausaha pemula", "New entrepreneurs"),
    choice("mahasiswa", "Mahasiswa", "Students"),
    choice("umum", "Umum", "The public"),
];

/// Fields of work.
pub const FIELD_OF_WORK: &[Choice] = &[
    choice("permodalan", "Permodalan", "Capital"),
    choice("produksi", "Produksi dan mutu", "Production and quality"),
    choice("promosi", "Promosi", "Promotion"),
    choice("pemasaran_teknologi", "Pemasaran berbasis teknologi", "Technology-based marketing"),
    choice("sdm", "Sumber daya manusia", "People"),
    choice("legalitas", "Legalitas", "Registration"),
];

/// Is registration open?
pub const REGISTRATION_STATUS: &[Choice] =
    &[choice("buka", "Dibuka", "Open"), choice("tutup", "Ditutup", "Closed"), choice("segera", "Segera", "Soon")];

/// `pendaftaran`.
pub const REGISTRATION: &[Field] = &[
    field("status", FieldKind::Choice(REGISTRATION_STATUS), "Status"),
    field("tautan", FieldKind::Url, "Tautan"),
    field("whatsapp", FieldKind::Phone, "WhatsApp"),
    field("sampai", FieldKind::Date, "Sampai"),
];

const OUTCOME: &[Field] = &[
    field("uraian", LINE, "Uraian").required(),
    field("nilai", FieldKind::Amount, "Nilai").required(),
    field("satuan", LINE, "Satuan"),
    field("per", FieldKind::Month, "Per"),
    field("sumber", SENTENCE, "Sumber").required(),
];

/// Programme or service.
pub const PROGRAMME: &[Field] = &[
    field("pokja", FieldKind::Reference(Kind::WorkingGroup), "Kelompok kerja"),
    field("sasaran", FieldKind::List(&FieldKind::Choice(TARGET), 5), "Untuk siapa").required().example("[umkm]"),
    field("bidang", FieldKind::List(&FieldKind::Choice(FIELD_OF_WORK), 6), "Bidang").example("[produksi]"),
    field("manfaat", SENTENCES, "Yang didapat"),
    field("syarat", SENTENCES, "Syarat"),
    field("langkah", SENTENCES, "Langkah mengikuti").required(),
    field("biaya", FieldKind::Rupiah, "Biaya").help("0 berarti gratis.").example("0"),
    field("pendaftaran", FieldKind::Record(REGISTRATION), "Pendaftaran"),
    field("jadwal", SENTENCE, "Jadwal"),
    field("penanggung_jawab", LINE, "Penanggung jawab").help("Nama bidang, bukan nama orang."),
    field("mitra", FieldKind::List(&FieldKind::Reference(Kind::Partner), 20), "Mitra"),
    field("hasil", FieldKind::List(&FieldKind::Record(OUTCOME), 20), "Hasil"),
];

/// States of a facility, and the states of publication that any entry has.
pub const FACILITY_STATUS: &[Choice] = &[
    choice("rencana", "Direncanakan", "Planned"),
    choice("dibangun", "Sedang dibangun", "Under construction"),
    choice("beroperasi", "Beroperasi", "Open"),
    choice("terbit", "Terbit", "Published"),
    choice("draf", "Draf", "Draft"),
    choice("arsip", "Arsip", "Archived"),
];

/// Facility.
pub const FACILITY: &[Field] = &[
    field("ruang", LINE, "Ruang"),
    field("kapasitas", FieldKind::Amount, "Kapasitas"),
    field("alat", LINES, "Peralatan"),
    field("jam", FieldKind::Hours, "Jam buka"),
    field("cara_pesan", SENTENCE, "Cara memesan"),
    field("biaya", FieldKind::Amount, "Biaya"),
    field("aturan", SENTENCES, "Aturan"),
    field("status", FieldKind::Choice(FACILITY_STATUS), "Status"),
];

const GOAL: &[Field] = &[
    field("uraian", SENTENCE, "Uraian").required(),
    field("ukuran", LINE, "Ukuran"),
    field("target", FieldKind::Decimal { min: 0.0, max: 1e12 }, "Target").required(),
    field("capaian", FieldKind::Decimal { min: 0.0, max: 1e12 }, "Capaian"),
    field("per", FieldKind::Month, "Per"),
];

const NOTE: &[Field] =
    &[field("tanggal", FieldKind::Date, "Tanggal").required(), field("isi", SENTENCE, "Isi").required()];

/// Working group.
pub const WORKING_GROUP: &[Field] = &[
    field("fokus", SENTENCE, "Fokus"),
    field("ketua", LINE, "Ketua").help("Jabatan, bukan nama orang.").example("Kepala Bidang Koperasi"),
    field("lembaga", FieldKind::List(&FieldKind::Reference(Kind::Partner), 20), "Lembaga anggota"),
    field("program", FieldKind::List(&FieldKind::Reference(Kind::Programme), 20), "Program"),
    field("target", FieldKind::List(&FieldKind::Record(GOAL), 20), "Target"),
    field("catatan", FieldKind::List(&FieldKind::Record(NOTE), 100), "Catatan kemajuan"),
];

/// Kinds of partner.
pub const PARTNER_KIND: &[Choice] = &[
    choice("pemerintah", "Pemerintah", "Government"),
    choice("perguruan_tinggi", "Perguruan tinggi", "University"),
    choice("riset", "Lembaga riset", "Research institute"),
    choice("masyarakat", "Lembaga masyarakat", "Community organisation"),
    choice("pelatihan", "Lembaga pelatihan", "Training provider"),
    choice("perbankan", "Perbankan", "Bank"),
    choice("swasta", "Swasta", "Company"),
    choice("internasional", "Internasional", "International"),
];

const LOGO: &[Field] = &[
    field("berkas", FieldKind::File, "Berkas logo").required(),
    field("izin", LINE, "Izin memakai logo").required_as(Code::MitraLogo),
];

const BASIS: &[Field] = &[field("dokumen", LINE, "Dokumen").required(), field("tanggal", FieldKind::Date, "Tanggal")];

/// Where a statement was published.
pub const SOURCE: &[Field] = &[
    field("media", LINE, "Media").required().example("Bisnis.com"),
    field("tanggal", FieldKind::Date, "Tanggal").required(),
    field("penulis", LINE, "Penulis"),
    field("tautan", FieldKind::Url, "Tautan"),
];

/// Partner.
pub const PARTNER: &[Field] = &[
    field("singkatan", LINE, "Singkatan"),
    field("jenis", FieldKind::Choice(PARTNER_KIND), "Jenis").required().example("riset"),
    field("negara", FieldKind::Text { min: 2, max: 2 }, "Negara (kode 2 huruf)").example("ID"),
    field("peran", SENTENCE, "Peran"),
    field("sejak", FieldKind::Whole { min: 1900, max: 2100 }, "Mitra sejak"),
    field("situs", FieldKind::Url, "Situs web"),
    field("logo", FieldKind::Record(LOGO), "Logo"),
    field("dasar", FieldKind::Record(BASIS), "Dasar kerja sama"),
    field("sumber", FieldKind::Record(SOURCE), "Sumber").required_as(Code::MitraSumber),
];

/// Mentor.
pub const MENTOR: &[Field] = &[
    field("gelar", LINE, "Gelar"),
    field("lembaga", FieldKind::Reference(Kind::Partner), "Lembaga"),
    field("keahlian", LINES, "Keahlian").required(),
    field("bahasa", LINES, "Bahasa"),
    field("jadwal", SENTENCE, "Jadwal konsultasi"),
    field("cara_temu", SENTENCE, "Cara bertemu"),
    field("kontak", FieldKind::Record(super::business::CONTACT), "Kontak"),
    field("foto", FieldKind::List(&FieldKind::Photo, crate::limits::PHOTOS_MAX), "Foto")
        .consent(Scope::OwnerPhoto)
        .example("[foto-1.jpg]"),
];

/// Kinds of funding.
pub const FUNDING_KIND: &[Choice] = &[
    choice("kur", "KUR", "KUR subsidised loan"),
    choice("ultra_mikro", "Ultra mikro", "Ultra micro loan"),
    choice("lpdb", "LPDB", "LPDB revolving fund"),
    choice("kredit", "Kredit", "Loan"),
    choice("dana_bergulir", "Dana bergulir", "Revolving fund"),
    choice("hibah", "Hibah", "Grant"),
    choice("csr", "CSR", "CSR"),
    choice("urun_dana", "Urun dana", "Crowdfunding"),
];

const CEILING: &[Field] = &[field("dari", FieldKind::Rupiah, "Dari"), field("sampai", FieldKind::Rupiah, "Sampai")];

/// Funding scheme.
pub const FUNDING: &[Field] = &[
    field("jenis", FieldKind::Choice(FUNDING_KIND), "Jenis").required().example("kredit"),
    field("sasaran", FieldKind::List(&FieldKind::Choice(TARGET), 5), "Untuk siapa"),
    field("plafon", FieldKind::Record(CEILING), "Plafon"),
    field("bunga_teks", SENTENCE, "Bunga"),
    field("tenor_teks", SENTENCE, "Jangka waktu"),
    field("syarat", SENTENCES, "Syarat umum"),
    field("penyalur", LINE, "Penyalur"),
    field("tautan_resmi", FieldKind::Url, "Tautan resmi"),
    field("diperiksa_pada", FieldKind::Date, "Diperiksa pada").required(),
];
