// One page or more of every kind, in Indonesian. Its English twin is found through the page's own `hreflang`.
export const pages = [
  "/", "/produk/", "/produk/halaman/2/", "/produk/bingkai-foto-jati-belanda-a4/", "/produk/tunik-linen/", "/produk/halaman-toko/", "/kategori/",
  "/kategori/kerajinan/", "/kategori/kecantikan-dan-kesehatan/", "/umkm/", "/umkm/bingkai-rantika/", "/umkm/roti-emparan/",
  "/umkm/bingkai-rantika/cetak/", "/umkm/bingkai-rantika/label-harga/", "/umkm/anyam-lesmana/", "/koperasi/", "/koperasi/kriya-tujuh-rumpun/",
  "/kecamatan/", "/kecamatan/pamulang/", "/kecamatan/serpong/serpong/", "/koleksi/", "/koleksi/oleh-oleh-tangsel/", "/inovasi/",
  "/inovasi/jig-sudut-45/", "/program/", "/program/bengkel-mutu/", "/fasilitas/", "/fasilitas/dapur-uji/", "/pokja/", "/pokja/produksi/", "/mitra/",
  "/mitra/puspiptek/", "/mitra/kerja-sama/", "/mentor/", "/mentor/mentor-ayodya/", "/pembiayaan/", "/pembiayaan/contoh-kredit-mikro/", "/agenda/",
  "/agenda/arsip/", "/agenda/pasar-kriya/", "/kabar/", "/kabar/2016/kemajuan-umkm-ditentukan-mutu/", "/cerita/", "/cerita/sambal-enam-bulan/",
  "/tentang/", "/tentang/dampak/", "/tentang/data/", "/tentang/privasi/", "/tentang/aksesibilitas/", "/cara-belanja/", "/daftar-usaha/", "/lapor/",
  "/simpanan/", "/daftar-tanya/", "/cari/", "/cari/?q=kripik", "/luring/", "/404.html",
];

/** The file of the built site behind an address. @param {string} path */
export const fileOf = (path) => (path.split("?")[0].endsWith("/") ? `${path.split("?")[0]}index.html` : path);
