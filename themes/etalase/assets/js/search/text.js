// The words of the interface. The build puts the strings of i18n/<language>.yaml in place of these: the comment behind a
// line is the key there. English texts that differ by number are `{ one, other }`.

/** @type {Record<string, string | { one: string, other: string }>} */
export const TEXT = {
  "cari.memuat": "Menyiapkan pencarian…", // cari.memuat
  "cari.hasil": "{n} hasil untuk “{q}”", // cari.hasil
  "cari.hasil_tanpa_q": "{n} produk", // cari.hasil_tanpa_q
  "cari.kosong": "Tidak ada hasil untuk “{q}”", // cari.kosong
  "cari.kosong_saran": "Periksa ejaan, pakai kata yang lebih umum, atau hapus saringan", // cari.kosong_saran
  "cari.mungkin": "Mungkin maksud Anda: {q}", // cari.mungkin
  "cari.dipakai": "Menampilkan hasil untuk “{q}”", // cari.dipakai
  "cari.riwayat": "Pencarian terakhir Anda (hanya tersimpan di ponsel ini)", // cari.riwayat
  "cari.hapus_riwayat": "Hapus riwayat", // cari.hapus_riwayat
  "cari.gagal": "Pencarian tidak bisa dimuat. Periksa sambungan lalu coba lagi.", // cari.gagal
  "hasil.tanpa": "Hasil tanpa “{q}”", // hasil.tanpa
  "hasil.sebagian": "Sebagian hasil belum termuat.", // hasil.sebagian
  "hasil.lagi": "Coba lagi", // hasil.lagi
  "hasil.kata": "Kata", // hasil.kata
  "hasil.pembuat": "Pembuat", // hasil.pembuat
  "hasil.lain": "Lainnya", // hasil.lain
  "hasil.saran": "{n} saran", // hasil.saran
  "hasil.banding": "{n} hasil", // hasil.banding
  "hasil.lokasi": "Lokasi Anda tidak terbaca. Urutan tetap seperti semula.", // hasil.lokasi
  "hasil.semua": "Semua", // hasil.semua
  "hasil.lebih": "Di atas {a}", // hasil.lebih
  "hasil.kurang": "Di bawah {b}", // hasil.kurang
  "hasil.dalam": "Cari dalam daftar {nama}", // hasil.dalam
  "hasil.tanpa_satu": "Tanpa {nama} ({n})", // hasil.tanpa_satu
  "saring.judul": "Saring", // saring.judul
  "saring.aktif": "{n} saringan aktif", // saring.aktif
  "saring.terapkan": "Lihat {n} produk", // saring.terapkan
  "saring.hapus_semua": "Hapus semua saringan", // saring.hapus_semua
  "saring.hapus_satu": "Hapus saringan {nama}", // saring.hapus_satu
  "saring.kategori": "Kategori", // saring.kategori
  "saring.kecamatan": "Kecamatan", // saring.kecamatan
  "saring.kelurahan": "Kelurahan", // saring.kelurahan
  "saring.harga": "Harga", // saring.harga
  "saring.harga_min": "Harga terendah", // saring.harga_min
  "saring.harga_maks": "Harga tertinggi", // saring.harga_maks
  "saring.lebih": "Tampilkan semua ({n})", // saring.lebih
  "saring.ringkas": "Tampilkan lebih sedikit", // saring.ringkas
  "urut.relevan": "Paling sesuai", // urut.relevan
  "urut.pilihan": "Pilihan redaksi", // urut.pilihan
  "urut.terbaru": "Terbaru", // urut.terbaru
  "urut.murah": "Harga terendah", // urut.murah
  "urut.mahal": "Harga tertinggi", // urut.mahal
  "urut.terdekat": "Terdekat dari saya", // urut.terdekat
  "urut.nama": "Nama A–Z", // urut.nama
  "kosong.saring": "Tidak ada produk yang cocok dengan saringan ini", // kosong.saring
  "nav.produk": "Produk", // nav.produk
  "nav.umkm": "UMKM", // nav.umkm
  "nav.koperasi": "Koperasi", // nav.koperasi
  "nav.kategori": "Kategori", // nav.kategori
  "nav.inovasi": "Inovasi", // nav.inovasi
  "nav.program": "Program & Layanan", // nav.program
  "nav.fasilitas": "Fasilitas", // nav.fasilitas
  "nav.pokja": "Kelompok Kerja", // nav.pokja
  "nav.mitra": "Mitra", // nav.mitra
  "nav.mentor": "Mentor", // nav.mentor
  "nav.pembiayaan": "Akses Permodalan", // nav.pembiayaan
  "nav.agenda": "Agenda", // nav.agenda
  "nav.kabar": "Kabar", // nav.kabar
  "nav.cerita": "Cerita Sukses", // nav.cerita
  "nav.koleksi": "Koleksi Pilihan", // nav.koleksi
  "nav.info": "Info", // nav.info
};
