//! What people call the columns of their own sheets, and which field each means.

use super::column::{Column, SLUG, columns_of};
use crate::model::Kind;

/// Columns that an import makes something of although no field has their name.
pub mod special {
    /// Weight in kilograms.
    pub const WEIGHT_KG: &str = "+berat_kg";
    /// Latitude alone.
    pub const LATITUDE: &str = "+lintang";
    /// Longitude alone.
    pub const LONGITUDE: &str = "+bujur";
    /// HTML that becomes the text of the page.
    pub const HTML: &str = "+html";
    /// HTML that becomes the summary.
    pub const SUMMARY_HTML: &str = "+ringkas_html";
    /// A permit number, before the name of its kind.
    pub const PERMIT: &str = "+izin.";
}

/// What a column is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A field of the entry, by its key, or one of [`special`].
    Field(String),
    /// Row numbers, time stamps and the like.
    Nothing,
    /// Data that must never be kept here.
    Forbidden,
    /// Not understood.
    Unknown,
}

/// A heading in small letters, words only; what stands in parentheses is an explanation.
pub fn folded(heading: &str) -> String {
    let mut depth = 0;
    let mut out = String::new();
    for letter in heading.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if depth > 0 => {}
            letter if letter.is_alphanumeric() => out.extend(letter.to_lowercase()),
            _ if !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.trim().split(' ').map(one_word).collect::<Vec<_>>().join(" ")
}

/// Words that are written in several ways.
fn one_word(word: &str) -> &str {
    match word {
        "tgl" | "tggl" => "tanggal",
        "nomor" | "nomer" | "nmr" | "num" => "no",
        "tlp" | "telpon" | "telephone" | "phone" => "telp",
        "mail" => "email",
        "whats" | "whatsap" => "whatsapp",
        "merk" => "merek",
        "discription" => "description",
        other => other,
    }
}

/// Headings that a kind of sheet has, each with the fields it may mean, the likeliest first.
type Words = &'static [(&'static str, &'static [&'static str])];

const COMMON: Words = &[
    ("slug", &["slug"]),
    ("nama di alamat", &["slug"]),
    ("keterangan", &["deskripsi"]),
    ("penjelasan", &["deskripsi"]),
    ("uraian", &["deskripsi"]),
    ("description", &["deskripsi"]),
    ("deskripsi lengkap", &["deskripsi"]),
    ("deskripsi singkat", &["ringkas"]),
    ("ringkasan", &["ringkas"]),
    ("short description", &["ringkas"]),
    ("foto", &["foto"]),
    ("nama foto", &["foto"]),
    ("nama berkas foto", &["foto"]),
    ("file foto", &["foto"]),
    ("berkas foto", &["foto"]),
    ("gambar", &["foto"]),
    ("tag", &["kata_kunci"]),
    ("tags", &["kata_kunci"]),
    ("label", &["kata_kunci"]),
    ("kata kunci", &["kata_kunci"]),
    ("tanggal periksa", &["diperiksa_pada"]),
    ("nama inggris", &["en.nama"]),
    ("english name", &["en.nama"]),
    ("no bukti persetujuan", &["persetujuan.bukti"]),
    ("nomor bukti persetujuan", &["persetujuan.bukti"]),
    ("no formulir persetujuan", &["persetujuan.bukti"]),
    ("tanggal persetujuan", &["persetujuan.tanggal"]),
    ("lingkup persetujuan", &["persetujuan.lingkup"]),
    ("status persetujuan", &["persetujuan.status"]),
];

const PLACE: Words = &[
    ("no hp", &["kontak.whatsapp", "kontak.telepon"]),
    ("nomor hp", &["kontak.whatsapp", "kontak.telepon"]),
    ("hp", &["kontak.whatsapp", "kontak.telepon"]),
    ("handphone", &["kontak.whatsapp", "kontak.telepon"]),
    ("no handphone", &["kontak.whatsapp", "kontak.telepon"]),
    ("nomor handphone", &["kontak.whatsapp", "kontak.telepon"]),
    ("wa", &["kontak.whatsapp"]),
    ("no wa", &["kontak.whatsapp"]),
    ("nomor wa", &["kontak.whatsapp"]),
    ("hp wa", &["kontak.whatsapp"]),
    ("no hp wa", &["kontak.whatsapp"]),
    ("no wa aktif", &["kontak.whatsapp"]),
    ("no whatsapp", &["kontak.whatsapp"]),
    ("nomor whatsapp", &["kontak.whatsapp"]),
    ("nomor wa aktif", &["kontak.whatsapp"]),
    ("kontak", &["kontak.whatsapp"]),
    ("kontak person", &["kontak.whatsapp"]),
    ("no kontak", &["kontak.whatsapp"]),
    ("contact", &["kontak.whatsapp"]),
    ("no telp", &["kontak.whatsapp", "kontak.telepon"]),
    ("no telepon", &["kontak.whatsapp", "kontak.telepon"]),
    ("no tlp", &["kontak.whatsapp", "kontak.telepon"]),
    ("nomor telepon", &["kontak.whatsapp", "kontak.telepon"]),
    ("nomor telp", &["kontak.whatsapp", "kontak.telepon"]),
    ("telp", &["kontak.telepon", "kontak.whatsapp"]),
    ("email", &["kontak.surel"]),
    ("e mail", &["kontak.surel"]),
    ("alamat email", &["kontak.surel"]),
    ("email address", &["kontak.surel"]),
    ("alamat surel", &["kontak.surel"]),
    ("ig", &["kontak.instagram"]),
    ("akun instagram", &["kontak.instagram"]),
    ("akun ig", &["kontak.instagram"]),
    ("fb", &["kontak.facebook"]),
    ("website", &["kontak.situs"]),
    ("web", &["kontak.situs"]),
    ("alamat", &["alamat.jalan"]),
    ("alamat usaha", &["alamat.jalan"]),
    ("alamat lengkap", &["alamat.jalan"]),
    ("alamat produksi", &["alamat.jalan"]),
    ("jalan", &["alamat.jalan"]),
    ("kel", &["alamat.kelurahan"]),
    ("desa", &["alamat.kelurahan"]),
    ("kelurahan desa", &["alamat.kelurahan"]),
    ("desa kelurahan", &["alamat.kelurahan"]),
    ("kec", &["alamat.kecamatan"]),
    ("kodepos", &["alamat.kode_pos"]),
    ("koordinat", &["titik"]),
    ("titik koordinat", &["titik"]),
    ("lokasi peta", &["titik"]),
    ("latitude", &[special::LATITUDE]),
    ("lintang", &[special::LATITUDE]),
    ("lat", &[special::LATITUDE]),
    ("longitude", &[special::LONGITUDE]),
    ("bujur", &[special::LONGITUDE]),
    ("long", &[special::LONGITUDE]),
    ("lng", &[special::LONGITUDE]),
    ("link tokopedia", &["tautan.tokopedia"]),
    ("link shopee", &["tautan.shopee"]),
    ("toko shopee", &["tautan.shopee"]),
    ("toko tokopedia", &["tautan.tokopedia"]),
    ("metode pembayaran", &["pembayaran"]),
    ("cara pembayaran", &["pembayaran"]),
    ("jam operasional", &["jam"]),
    ("tahun mulai usaha", &["sejak"]),
    ("tahun mulai", &["sejak"]),
    ("berdiri", &["sejak"]),
    ("berdiri sejak", &["sejak"]),
    ("tahun pendirian", &["sejak"]),
    ("kapasitas", &["kapasitas"]),
];

const BUSINESS: Words = &[
    ("nama usaha", &["nama"]),
    ("nama umkm", &["nama"]),
    ("nama toko", &["nama"]),
    ("nama brand", &["nama"]),
    ("nama merek", &["nama"]),
    ("usaha", &["nama"]),
    ("umkm", &["nama"]),
    ("merek", &["nama"]),
    ("brand", &["nama"]),
    ("nama", &["nama", "nama_pemilik"]),
    ("pemilik", &["nama_pemilik"]),
    ("owner", &["nama_pemilik"]),
    ("pemilik usaha", &["nama_pemilik"]),
    ("nama pemilik usaha", &["nama_pemilik"]),
    ("nama pelaku usaha", &["nama_pemilik"]),
    ("pelaku usaha", &["nama_pemilik"]),
    ("bidang usaha", &["jenis_usaha"]),
    ("kategori usaha", &["jenis_usaha"]),
    ("kategori", &["jenis_usaha"]),
    ("sektor", &["jenis_usaha"]),
    ("sektor usaha", &["jenis_usaha"]),
    ("badan usaha", &["bentuk_usaha"]),
    ("skala", &["skala"]),
    ("no nib", &["nib"]),
    ("nomor nib", &["nib"]),
    ("nomor induk berusaha", &["nib"]),
    ("kbli", &["kbli"]),
    ("kode kbli", &["kbli"]),
    ("koperasi", &["koperasi"]),
];

const COOPERATIVE: Words = &[
    ("nama koperasi", &["nama"]),
    ("koperasi", &["nama"]),
    ("jenis", &["jenis"]),
    ("badan hukum", &["badan_hukum"]),
    ("no badan hukum", &["badan_hukum"]),
    ("nik koperasi", &["nik"]),
    ("anggota", &["anggota.orang"]),
    ("jumlah anggota", &["anggota.orang"]),
    ("rat terakhir", &["rat_terakhir"]),
];

const PRODUCT: Words = &[
    ("nama produk", &["nama"]),
    ("nama barang", &["nama"]),
    ("nama item", &["nama"]),
    ("nama jasa", &["nama"]),
    ("produk", &["nama"]),
    ("barang", &["nama"]),
    ("judul produk", &["nama"]),
    ("product name", &["nama"]),
    ("nama", &["nama"]),
    ("umkm", &["umkm"]),
    ("nama umkm", &["umkm"]),
    ("nama usaha", &["umkm"]),
    ("usaha", &["umkm"]),
    ("penjual", &["umkm"]),
    ("pembuat", &["umkm"]),
    ("produsen", &["umkm"]),
    ("toko", &["umkm"]),
    ("nama toko", &["umkm"]),
    ("merek", &["umkm"]),
    ("koperasi", &["koperasi"]),
    ("nama koperasi", &["koperasi"]),
    ("harga jual", &["harga"]),
    ("harga satuan", &["harga"]),
    ("harga produk", &["harga"]),
    ("harga rp", &["harga"]),
    ("harga eceran", &["harga"]),
    ("price", &["harga"]),
    ("kategori produk", &["kategori"]),
    ("jenis produk", &["kategori"]),
    ("jenis barang", &["kategori"]),
    ("category", &["kategori"]),
    ("unit", &["satuan"]),
    ("stok", &["stok"]),
    ("stock", &["stok"]),
    ("ketersediaan stok", &["stok"]),
    ("status stok", &["stok"]),
    ("status produk", &["stok"]),
    ("berat", &["berat_g"]),
    ("berat produk", &["berat_g"]),
    ("berat g", &["berat_g"]),
    ("berat gram", &["berat_g"]),
    ("berat gr", &["berat_g"]),
    ("berat kg", &[special::WEIGHT_KG]),
    ("netto", &["isi"]),
    ("isi", &["isi"]),
    ("berat bersih", &["isi"]),
    ("bahan baku", &["bahan"]),
    ("material", &["bahan"]),
    ("komposisi bahan", &["komposisi"]),
    ("ingredients", &["komposisi"]),
    ("dimensi", &["ukuran"]),
    ("varian", &["varian"]),
    ("variasi", &["varian"]),
    ("varian rasa", &["varian"]),
    ("rasa", &["varian"]),
    ("minimal order", &["min"]),
    ("min order", &["min"]),
    ("minimum order", &["min"]),
    ("minimal pesanan", &["min"]),
    ("minimal pembelian", &["min"]),
    ("lama pengerjaan", &["hari"]),
    ("waktu pengerjaan", &["hari"]),
    ("masa simpan", &["simpan"]),
    ("daya tahan", &["simpan"]),
    ("kedaluwarsa", &["simpan"]),
    ("deskripsi produk", &["deskripsi"]),
    ("foto produk", &["foto"]),
    ("pirt", &["+izin.pirt"]),
    ("p irt", &["+izin.pirt"]),
    ("izin pirt", &["+izin.pirt"]),
    ("izin p irt", &["+izin.pirt"]),
    ("no izin pirt", &["+izin.pirt"]),
    ("no pirt", &["+izin.pirt"]),
    ("no p irt", &["+izin.pirt"]),
    ("nomor pirt", &["+izin.pirt"]),
    ("nomor p irt", &["+izin.pirt"]),
    ("halal", &["+izin.halal"]),
    ("no halal", &["+izin.halal"]),
    ("nomor halal", &["+izin.halal"]),
    ("sertifikat halal", &["+izin.halal"]),
    ("no sertifikat halal", &["+izin.halal"]),
    ("bpom", &["+izin.bpom"]),
    ("no bpom", &["+izin.bpom"]),
    ("nomor bpom", &["+izin.bpom"]),
    ("sni", &["+izin.sni"]),
];

const NOTHING: [&str; 17] = [
    "no",
    "nomor",
    "nomor urut",
    "no urut",
    "timestamp",
    "cap waktu",
    "stempel waktu",
    "hasil periksa",
    "catatan periksa",
    "id",
    "paraf",
    "tanda tangan",
    "ttd",
    "jenis kelamin",
    "verifikator",
    "petugas",
    "skor",
];

const FORBIDDEN: [&str; 26] = [
    "nik",
    "no nik",
    "no ktp",
    "nomor ktp",
    "ktp",
    "nik ktp",
    "no kk",
    "npwp",
    "no npwp",
    "omzet",
    "omset",
    "modal",
    "modal usaha",
    "aset",
    "tanggal lahir",
    "tempat tanggal lahir",
    "ttl",
    "alamat rumah",
    "alamat ktp",
    "no rekening",
    "nomor rekening",
    "rekening",
    "omzet per bulan",
    "omset per bulan",
    "penghasilan",
    "nama ibu kandung",
];

/// The headings of one kind of entry.
pub struct Headings {
    exact: Vec<(String, Vec<String>)>,
}

impl Headings {
    /// Keys and titles of the fields themselves, then what people call them.
    pub fn of(kind: Kind) -> Headings {
        let columns = columns_of(kind);
        let mut exact: Vec<(String, Vec<String>)> = Vec::new();
        let own = match kind {
            Kind::Business => BUSINESS,
            Kind::Cooperative => COOPERATIVE,
            Kind::Product => PRODUCT,
            _ => &[],
        };
        let place = if matches!(kind, Kind::Business | Kind::Cooperative) { PLACE } else { &[] };
        let known = |key: &str| key == SLUG || key.starts_with('+') || columns.iter().any(|column| column.key() == key);
        for (word, keys) in own.iter().chain(place).chain(COMMON) {
            let keys: Vec<String> = keys.iter().filter(|key| known(key)).map(|key| (*key).to_owned()).collect();
            let word = folded(word);
            if !keys.is_empty() && !exact.iter().any(|(other, _)| *other == word) {
                exact.push((word, keys));
            }
        }
        for column in &columns {
            for word in names_of(column) {
                if !exact.iter().any(|(other, _)| *other == word) {
                    exact.push((word, vec![column.key()]));
                }
            }
        }
        Headings { exact }
    }

    /// What a heading may mean. The key of a field as it is always means that field.
    pub fn meanings(&self, kind: Kind, heading: &str) -> Vec<Meaning> {
        let written = heading.trim().trim_end_matches('*').trim();
        if written == SLUG || columns_of(kind).iter().any(|column| column.key() == written) {
            return vec![Meaning::Field(written.to_owned())];
        }
        let word = folded(heading);
        let in_kilograms = word == "berat" && heading.to_lowercase().contains("kg");
        if kind == Kind::Product && in_kilograms {
            return vec![Meaning::Field(special::WEIGHT_KG.to_owned())];
        }
        if word.is_empty() {
            return vec![Meaning::Unknown];
        }
        if let Some((_, keys)) = self.exact.iter().find(|(other, _)| *other == word) {
            return keys.iter().cloned().map(Meaning::Field).collect();
        }
        if FORBIDDEN.iter().any(|other| folded(other) == word) {
            return vec![Meaning::Forbidden];
        }
        if NOTHING.iter().any(|other| folded(other) == word) {
            return vec![Meaning::Nothing];
        }
        self.within(&word)
            .map_or_else(|| vec![Meaning::Unknown], |keys| keys.iter().cloned().map(Meaning::Field).collect())
    }

    /// What the heading of a column below that of its group means ("Alamat", "Jalan"); only for what is known as a whole.
    pub fn in_group(&self, group: &str, heading: &str) -> Vec<Meaning> {
        let word = folded(&format!("{group} {heading}"));
        let found = self.exact.iter().find(|(other, _)| *other == word);
        found.map_or_else(|| vec![Meaning::Unknown], |(_, keys)| keys.iter().cloned().map(Meaning::Field).collect())
    }

    /// The longest known heading whose words all stand, side by side, in a question of a form.
    fn within(&self, word: &str) -> Option<&Vec<String>> {
        let words = word.split(' ').count();
        let asks_leave =
            ["bersedia", "setuju", "apakah", "mengizinkan", "izin menampilkan"].iter().any(|mark| word.contains(mark));
        if words < 3 || asks_leave {
            return None;
        }
        let padded = format!(" {word} ");
        let fits = |known: &str| known.len() >= 4 && padded.contains(&format!(" {known} "));
        let best = self
            .exact
            .iter()
            .filter(|(known, _)| fits(known))
            .max_by_key(|(known, _)| (known.split(' ').count(), known.len()));
        best.map(|(_, keys)| keys)
    }
}

/// Names of a column: its key, its title, the last part of each.
fn names_of(column: &Column) -> Vec<String> {
    let key = column.key();
    let mut names = vec![folded(&key.replace('_', " ")), folded(&column.title)];
    if !column.english {
        names.push(folded(column.field.title));
        if column.path.len() > 1 && column.path.first() != Some(&"persetujuan") && column.path.first() != Some(&"qris")
        {
            names.extend(column.path.last().map(|name| folded(&name.replace('_', " "))));
        }
    }
    names.retain(|name| !name.is_empty());
    names.dedup();
    names
}

/// The kind that a sheet's name speaks of.
pub fn kind_named(name: &str) -> Option<Kind> {
    let word = folded(name);
    let words: Vec<&str> = word.split(' ').collect();
    let plain = [
        ("usaha", Kind::Business),
        ("pelaku", Kind::Business),
        ("barang", Kind::Product),
        ("products", Kind::Product),
        ("produk", Kind::Product),
        ("acara", Kind::Event),
        ("berita", Kind::News),
    ];
    Kind::ALL
        .into_iter()
        .find(|kind| words.contains(&kind.folder()))
        .or_else(|| plain.iter().find(|(other, _)| words.contains(other)).map(|(_, kind)| *kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(kind: Kind, heading: &str) -> Meaning {
        Headings::of(kind).meanings(kind, heading).remove(0)
    }

    fn field(key: &str) -> Meaning {
        Meaning::Field(key.to_owned())
    }

    #[test]
    fn headings_of_the_office() {
        assert_eq!(first(Kind::Product, "Nama Produk"), field("nama"));
        assert_eq!(first(Kind::Product, "HARGA JUAL (Rp)"), field("harga"));
        assert_eq!(first(Kind::Product, "Berat (kg)"), field(special::WEIGHT_KG));
        assert_eq!(first(Kind::Business, "No. HP / WA"), field("kontak.whatsapp"));
        assert_eq!(first(Kind::Business, "Kecamatan"), field("alamat.kecamatan"));
        assert_eq!(first(Kind::Business, "Nama Usaha"), field("nama"));
        assert_eq!(first(Kind::Business, "alamat.kode_pos"), field("alamat.kode_pos"));
        assert_eq!(first(Kind::Business, "Alamat: Kelurahan *"), field("alamat.kelurahan"));
        assert_eq!(first(Kind::Business, "NIK"), Meaning::Forbidden);
        assert_eq!(first(Kind::Business, "No."), Meaning::Nothing);
    }

    #[test]
    fn questions_of_a_form() {
        assert_eq!(first(Kind::Business, "Apa nama usaha Anda?"), field("nama"));
        assert_eq!(first(Kind::Business, "Nomor WhatsApp yang bisa dihubungi pembeli"), field("kontak.whatsapp"));
        assert_eq!(first(Kind::Business, "Apakah Anda bersedia nomor HP ditampilkan?"), Meaning::Unknown);
    }

    #[test]
    fn sheets_say_their_kind() {
        assert_eq!(kind_named("Daftar UMKM Pamulang"), Some(Kind::Business));
        assert_eq!(kind_named("Sheet1"), None);
    }
}
