//! The codes of everything that can be wrong with the content, and how grave each is.
//!
//! One table holds them all. Their texts (title, message, why, fix, example) stand beside it in `texts/`, in both
//! languages, so that whoever improves a sentence need not touch a line of Rust.

use std::fmt;

use super::texts;
use crate::bahasa::Language;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing is published while one of these stands (`galat`).
    Error,
    /// The site is published, but somebody should look at it (`peringatan`).
    Warning,
    /// A way to do better (`saran`).
    Advice,
}

impl Level {
    /// All levels, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The word for it: `galat`, `peringatan`, `saran`, or `error`, `warning`, `advice`.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Error, Language::Id) => "galat",
            (Self::Error, Language::En) => "error",
            (Self::Warning, Language::Id) => "peringatan",
            (Self::Warning, Language::En) => "warning",
            (Self::Advice, Language::Id) => "saran",
            (Self::Advice, Language::En) => "advice",
        }
    }
}

/// The texts of a code in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts {
    /// Three to six words, without a full stop.
    pub title: &'static str,
    /// The message, with `{placeholders}` for [`fill`].
    pub message: &'static str,
    /// Why it matters: to a buyer, a maker or the office.
    pub why: &'static str,
    /// What to do about it.
    pub fix: &'static str,
    /// A snippet that has the mistake; the same in both languages.
    pub before: &'static str,
    /// The snippet, mended.
    pub after: &'static str,
}

/// Declares the enum, the table and the names from one list.
macro_rules! codes {
    ($($variant:ident $name:literal $level:ident,)+) => {
        /// The code of a mistake, warning or advice. Authors see it as `UMUM-WAJIB`; it never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(
                #[doc = concat!("`", $name, "`; what it means stands in `texts/` under this name.")]
                $variant,
            )+
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name that authors see, such as `UMUM-WAJIB`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// How grave it is.
            #[must_use]
            pub fn level(self) -> Level {
                match self {
                    $(Self::$variant => Level::$level,)+
                }
            }
        }
    };
}

codes! {
    // umum.yaml
    UmumWajib "UMUM-WAJIB" Error,
    UmumKosong "UMUM-KOSONG" Error,
    UmumAsing "UMUM-ASING" Error,
    UmumPilihan "UMUM-PILIHAN" Error,
    UmumPanjang "UMUM-PANJANG" Error,
    UmumPendek "UMUM-PENDEK" Warning,
    UmumRingkaskan "UMUM-RINGKASKAN" Advice,
    UmumBesar "UMUM-BESAR" Warning,
    UmumEmoji "UMUM-EMOJI" Warning,
    UmumYaml "UMUM-YAML" Error,
    UmumGanda "UMUM-GANDA" Error,
    UmumSlug "UMUM-SLUG" Error,
    UmumSlugSama "UMUM-SLUG-SAMA" Error,
    UmumRujuk "UMUM-RUJUK" Error,
    UmumTanggal "UMUM-TANGGAL" Error,
    UmumTanggalRancu "UMUM-TANGGAL-RANCU" Error,
    UmumTanggalMasadepan "UMUM-TANGGAL-MASADEPAN" Warning,
    UmumEnKurang "UMUM-EN-KURANG" Advice,
    UmumUsang "UMUM-USANG" Warning,
    UmumHtml "UMUM-HTML" Error,
    UmumTipe "UMUM-TIPE" Error,
    UmumAngka "UMUM-ANGKA" Error,
    UmumAngkaTitik "UMUM-ANGKA-TITIK" Error,
    UmumRentang "UMUM-RENTANG" Error,
    UmumBanyak "UMUM-BANYAK" Error,
    UmumUlang "UMUM-ULANG" Warning,
    UmumLingkar "UMUM-LINGKAR" Error,
    UmumSlugTerpakai "UMUM-SLUG-TERPAKAI" Error,
    UmumTanggalHari "UMUM-TANGGAL-HARI" Warning,
    UmumBulan "UMUM-BULAN" Error,
    UmumWaktu "UMUM-WAKTU" Error,
    UmumEnBeda "UMUM-EN-BEDA" Warning,
    UmumEnGanda "UMUM-EN-GANDA" Error,
    UmumKutip "UMUM-KUTIP" Advice,
    UmumTeksTautan "UMUM-TEKS-TAUTAN" Error,
    UmumTeksRujuk "UMUM-TEKS-RUJUK" Error,
    UmumTeksGambar "UMUM-TEKS-GAMBAR" Error,
    // berkas.yaml
    BerkasUtf8 "BERKAS-UTF8" Error,
    BerkasKosong "BERKAS-KOSONG" Error,
    BerkasBesar "BERKAS-BESAR" Error,
    BerkasBatas "BERKAS-BATAS" Error,
    BerkasTautan "BERKAS-TAUTAN" Error,
    BerkasAsing "BERKAS-ASING" Warning,
    BerkasBaca "BERKAS-BACA" Error,
    // pdp.yaml
    PdpTiada "PDP-TIADA" Error,
    PdpTarik "PDP-TARIK" Error,
    PdpKedaluwarsa "PDP-KEDALUWARSA" Error,
    PdpLingkup "PDP-LINGKUP" Error,
    PdpBukti "PDP-BUKTI" Error,
    PdpNik "PDP-NIK" Error,
    PdpRekening "PDP-REKENING" Error,
    PdpNpwp "PDP-NPWP" Error,
    PdpRahasia "PDP-RAHASIA" Error,
    PdpKontakTeks "PDP-KONTAK-TEKS" Warning,
    PdpAnak "PDP-ANAK" Warning,
    // foto.yaml
    FotoGps "FOTO-GPS" Warning,
    FotoTiada "FOTO-TIADA" Error,
    FotoKurang "FOTO-KURANG" Warning,
    FotoKecil "FOTO-KECIL" Warning,
    FotoBesar "FOTO-BESAR" Warning,
    FotoFormat "FOTO-FORMAT" Error,
    FotoBukan "FOTO-BUKAN" Error,
    FotoPutus "FOTO-PUTUS" Error,
    FotoRusak "FOTO-RUSAK" Error,
    FotoAlt "FOTO-ALT" Warning,
    FotoSama "FOTO-SAMA" Warning,
    FotoRasio "FOTO-RASIO" Warning,
    FotoPiksel "FOTO-PIKSEL" Error,
    FotoMemori "FOTO-MEMORI" Error,
    FotoHeic "FOTO-HEIC" Error,
    FotoAvif "FOTO-AVIF" Warning,
    // umkm.yaml
    UmkmNib "UMKM-NIB" Error,
    UmkmNibPalsu "UMKM-NIB-PALSU" Error,
    UmkmNibGanda "UMKM-NIB-GANDA" Error,
    UmkmNibKosong "UMKM-NIB-KOSONG" Advice,
    UmkmKbli "UMKM-KBLI" Error,
    UmkmKbliTakada "UMKM-KBLI-TAKADA" Warning,
    UmkmKbliLama "UMKM-KBLI-LAMA" Advice,
    UmkmKecamatan "UMKM-KECAMATAN" Error,
    UmkmKelurahan "UMKM-KELURAHAN" Error,
    UmkmKodepos "UMKM-KODEPOS" Warning,
    UmkmTitik "UMKM-TITIK" Error,
    UmkmTitikPresisi "UMKM-TITIK-PRESISI" Warning,
    UmkmTahun "UMKM-TAHUN" Error,
    UmkmTanpaKontak "UMKM-TANPA-KONTAK" Warning,
    UmkmTanpaProduk "UMKM-TANPA-PRODUK" Advice,
    UmkmJam "UMKM-JAM" Error,
    // kontak.yaml
    WaKarakter "WA-KARAKTER" Error,
    WaPanjang "WA-PANJANG" Error,
    WaFormat "WA-FORMAT" Error,
    WaNegara "WA-NEGARA" Error,
    Wa620 "WA-620" Warning,
    WaGrup "WA-GRUP" Error,
    WaPendek "WA-PENDEK" Error,
    WaRumah "WA-RUMAH" Warning,
    WaGanda "WA-GANDA" Warning,
    KontakTelepon "KONTAK-TELEPON" Error,
    KontakSurel "KONTAK-SUREL" Error,
    // koperasi.yaml
    KopNik "KOP-NIK" Warning,
    KopBh "KOP-BH" Warning,
    KopAnggota "KOP-ANGGOTA" Error,
    KopSekunder "KOP-SEKUNDER" Error,
    KopSp "KOP-SP" Error,
    KopRat "KOP-RAT" Advice,
    KopNama "KOP-NAMA" Warning,
    KopJumlah "KOP-JUMLAH" Error,
    // produk.yaml
    ProdHarga "PROD-HARGA" Error,
    ProdHargaTitik "PROD-HARGA-TITIK" Error,
    ProdHargaNol "PROD-HARGA-NOL" Error,
    ProdHargaWajar "PROD-HARGA-WAJAR" Warning,
    ProdHargaRentang "PROD-HARGA-RENTANG" Error,
    ProdHargaCoret "PROD-HARGA-CORET" Error,
    ProdNamaHarga "PROD-NAMA-HARGA" Warning,
    ProdKategori "PROD-KATEGORI" Error,
    ProdSatuan "PROD-SATUAN" Error,
    ProdMin "PROD-MIN" Error,
    ProdPo "PROD-PO" Error,
    ProdVarian "PROD-VARIAN" Error,
    ProdVarianBanyak "PROD-VARIAN-BANYAK" Warning,
    ProdGrosir "PROD-GROSIR" Error,
    ProdBerat "PROD-BERAT" Warning,
    ProdPanganIzin "PROD-PANGAN-IZIN" Error,
    ProdPanganSimpan "PROD-PANGAN-SIMPAN" Warning,
    ProdPanganKomposisi "PROD-PANGAN-KOMPOSISI" Warning,
    ProdPanganAlergen "PROD-PANGAN-ALERGEN" Advice,
    ProdKosmetik "PROD-KOSMETIK" Error,
    ProdJamu "PROD-JAMU" Error,
    ProdMainan "PROD-MAINAN" Warning,
    ProdKlaim "PROD-KLAIM" Warning,
    ProdHargaBaca "PROD-HARGA-BACA" Warning,
    ProdPemilik "PROD-PEMILIK" Error,
    ProdKategoriInduk "PROD-KATEGORI-INDUK" Error,
    ProdHari "PROD-HARI" Error,
    ProdMusim "PROD-MUSIM" Error,
    ProdHs "PROD-HS" Warning,
    // izin.yaml
    PirtFormat "PIRT-FORMAT" Error,
    PirtLama "PIRT-LAMA" Error,
    PirtKedaluwarsa "PIRT-KEDALUWARSA" Error,
    PirtSegera "PIRT-SEGERA" Warning,
    PirtWilayah "PIRT-WILAYAH" Warning,
    BpomFormat "BPOM-FORMAT" Error,
    BpomMl "BPOM-ML" Warning,
    HalalFormat "HALAL-FORMAT" Error,
    HalalLama "HALAL-LAMA" Error,
    HalalKh "HALAL-KH" Error,
    HalalKlaim "HALAL-KLAIM" Warning,
    SniFormat "SNI-FORMAT" Error,
    HkiFormat "HKI-FORMAT" Warning,
    HkiR "HKI-R" Warning,
    TkdnNilai "TKDN-NILAI" Error,
    QrisNmid "QRIS-NMID" Warning,
    QrisGambar "QRIS-GAMBAR" Warning,
    QrisNama "QRIS-NAMA" Error,
    QrisBaca "QRIS-BACA" Warning,
    QrisBukan "QRIS-BUKAN" Error,
    QrisRusak "QRIS-RUSAK" Error,
    QrisSekali "QRIS-SEKALI" Error,
    QrisNmidBeda "QRIS-NMID-BEDA" Warning,
    PirtKemasan "PIRT-KEMASAN" Warning,
    HalalId "HALAL-ID" Warning,
    IzinKedaluwarsa "IZIN-KEDALUWARSA" Error,
    IzinSegera "IZIN-SEGERA" Warning,
    // tautan.yaml
    TautanHttps "TAUTAN-HTTPS" Error,
    TautanHost "TAUTAN-HOST" Error,
    TautanBeranda "TAUTAN-BERANDA" Warning,
    TautanLacak "TAUTAN-LACAK" Warning,
    TautanBukalapak "TAUTAN-BUKALAPAK" Warning,
    TautanPendek "TAUTAN-PENDEK" Warning,
    TautanRusak "TAUTAN-RUSAK" Error,
    TautanNama "TAUTAN-NAMA" Error,
    // layanan.yaml
    InovTkt "INOV-TKT" Error,
    InovHasil "INOV-HASIL" Warning,
    InovTktDasar "INOV-TKT-DASAR" Advice,
    AgendaWaktu "AGENDA-WAKTU" Error,
    AgendaZona "AGENDA-ZONA" Advice,
    AgendaTempat "AGENDA-TEMPAT" Error,
    KabarSumber "KABAR-SUMBER" Error,
    DampakSumber "DAMPAK-SUMBER" Error,
    ModalPeriksa "MODAL-PERIKSA" Warning,
    ModalResmi "MODAL-RESMI" Error,
    MitraSumber "MITRA-SUMBER" Error,
    MitraLogo "MITRA-LOGO" Error,
    // situs.yaml
    ContohCampur "CONTOH-CAMPUR" Error,
    AlamatBentrok "ALAMAT-BENTROK" Error,
    AlamatLama "ALAMAT-LAMA" Error,
    AlamatSitus "ALAMAT-SITUS" Error,
    SitusTiada "SITUS-TIADA" Error,
    TemaRusak "TEMA-RUSAK" Error,
    TemaAnggaran "TEMA-ANGGARAN" Warning,
    InangBatas "INANG-BATAS" Warning,
    GitDangkal "GIT-DANGKAL" Advice,
}

impl Code {
    /// The code with this name, however its letters are cased.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(name))
    }

    /// Its texts in a language.
    #[must_use]
    pub fn texts(self, language: Language) -> Texts {
        texts::of(self.as_str(), language)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_spelled_like_their_variants() {
        let mut seen = BTreeSet::new();
        for code in Code::ALL {
            let name = code.as_str();
            assert!(seen.insert(name), "{name} stands twice");
            assert!(name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-'), "{name}");
            assert_eq!(format!("{code:?}").to_uppercase(), name.replace('-', ""), "{name}");
        }
    }

    #[test]
    fn a_code_is_found_by_its_name_in_any_case() {
        assert_eq!(Code::parse(" prod-harga-titik "), Some(Code::ProdHargaTitik));
        assert_eq!(Code::parse("PROD-HARGA-TITIK-X"), None);
        assert_eq!(Code::parse(""), None);
    }
}
