// A site of extremes, made here: entries with nothing but what is required, with too much of everything, in capitals, without a
// translation, and every list that can be empty. Each page must hold together and say something useful.
import { variant } from "../lib/build.mjs";
import { audit, spill } from "../lib/browser.mjs";
import { serve } from "../lib/server.mjs";

const longName = "Set Bingkai Foto Kayu Jati Belanda Ukuran Besar Lengkap dengan Kaca Bening Gantungan dan Kartu Ucapan Tulisan Tangan";
const person = "persetujuan: {status: ya, tanggal: 2026-01-05, bukti: PDP-1, lingkup: [whatsapp]}";

/** @param {string} name @param {string} extra @param {string} [body] */
const product = (name, extra, body = "") => `---\nnama: ${name}\nkategori: ukiran-kayu\nsatuan: buah\nstok: siap\nberat_g: 900\n${extra}\n---\n${body ? `\n${body}\n` : ""}`;

export function build() {
  return variant({ sample: false, edit: ({ root, write, folder }) => {
    folder("content/produk");
    folder("content/umkm");
    write("content/situs.yaml", `nama: ETALASE UJI KOTA TANGERANG SELATAN
nama_en: TEST SHOWCASE
alamat_situs: https://uji.example
kota: Kota Contohan
bahasa: [id, en]
kantor: {nama: Kantor Uji, alamat: "Jl. Uji No. 1, Setu", whatsapp: "0812-0000-0099", surel: kantor@uji.example}
`);
    const seller = (/** @type {string} */ slug, /** @type {string} */ text) => write(`content/umkm/${slug}.yaml`, text);
    seller("warung-bisu", `nama: Warung Bisu\njenis_usaha: kerajinan\nalamat: {kelurahan: Setu, kecamatan: Setu}\npersetujuan: {status: ya, tanggal: 2026-01-05, bukti: PDP-1, lingkup: []}\n`);
    seller("toko-raksasa", `nama: Toko Raksasa\njenis_usaha: kerajinan\nringkas: Toko dengan empat ratus produk, untuk melihat apa yang terjadi pada daftar panjang.\nalamat: {kelurahan: Kedaung, kecamatan: Pamulang}\nkontak: {whatsapp: 0812-0000-0001}\n${person}\n`);
    seller("usaha-kapital", `nama: USAHA KAPITAL JAYA ABADI SENTOSA MAKMUR SEJAHTERA BERSAMA KELUARGA BESAR\njenis_usaha: kerajinan\nringkas: KAMI MENJUAL SEGALA MACAM KERAJINAN DENGAN HARGA TERMURAH SE-TANGERANG SELATAN DAN SEKITARNYA.\nalamat: {kelurahan: Pondok Kacang Timur, kecamatan: Pondok Aren}\nkontak: {whatsapp: 0812-0000-0002}\n${person}\n`);
    const entry = (/** @type {string} */ slug, /** @type {string} */ text) => write(`content/produk/${slug}.md`, text);
    entry("polos", product("Polos", "umkm: warung-bisu\nharga: tanya"));
    entry("nama-panjang", product(longName, "umkm: usaha-kapital\nharga: 999999999", "Isi."));
    entry("banyak-pilihan", product("Kotak Banyak Pilihan", `umkm: usaha-kapital\nharga: 25000\nvarian: [${Array.from({ length: 40 }, (_, at) => `Pilihan panjang nomor ${at + 1}`).join(", ")}]`));
    entry("kapital", product("KERAJINAN KAYU TERBAIK ASLI BUATAN TANGAN", "umkm: usaha-kapital\nharga: 125000000\nringkas: BELI SEKARANG JUGA SEBELUM KEHABISAN KARENA STOK SANGAT TERBATAS DAN HARGA SEGERA NAIK.", "PRODUK INI ADALAH PRODUK TERBAIK. JANGAN SAMPAI KEHABISAN."));
    entry("satu-kata", product(`Super${"panjang".repeat(13)}`, "umkm: usaha-kapital\nharga: 5000", `Satukata${"tanpaspasi".repeat(30)}`));
    for (let at = 1; at <= 400; at += 1) entry(`barang-${at}`, product(`Barang ${at}`, `umkm: toko-raksasa\nharga: ${1000 * at}`));
  } });
}

/** Address, and what the page must say. @type {[string, RegExp][]} */
const pages = [
  ["/", /Buatan Contohan/],
  ["/produk/", /405 produk/],
  ["/produk/halaman/17/", /405 produk/],
  ["/produk/polos/", /Tanya harga|Hubungi/i],
  ["/en/products/polos/", /no photo|photo/i],
  ["/produk/nama-panjang/", /Rp999\.999\.999/],
  ["/en/products/nama-panjang/", /Rp999,999,999/],
  ["/produk/banyak-pilihan/", /Pilihan panjang nomor 40/],
  ["/produk/kapital/", /Rp125\.000\.000/],
  ["/produk/satu-kata/", /Rp5\.000/],
  ["/umkm/warung-bisu/", /Kantor Uji|petugas|kantor/i],
  ["/umkm/toko-raksasa/", /400/],
  ["/umkm/toko-raksasa/halaman/2/", /Barang/],
  ["/umkm/toko-raksasa/label-harga/", /Barang 400/],
  ["/umkm/toko-raksasa/cetak/", /0812-0000-0001/],
  ["/umkm/usaha-kapital/", /USAHA KAPITAL/],
  ["/umkm/usaha-kapital/cetak/", /USAHA KAPITAL/],
  ["/en/businesses/usaha-kapital/", /USAHA KAPITAL/],
  ["/kecamatan/", /Pondok Aren/],
  ["/kecamatan/setu/", /Warung Bisu/],
  ["/kecamatan/serpong/serpong/", /Daftarkan/],
  ["/en/districts/serpong/serpong/", /List your business|Register/i],
  ["/kategori/", /Kerajinan/],
  ["/kategori/makanan/", /Belum ada/],
  ["/koperasi/", /Belum ada|koperasi/i],
  ["/koleksi/", /Belum ada|produk/i],
  ["/inovasi/", /Belum ada/], ["/program/", /Belum ada/], ["/fasilitas/", /Belum ada/], ["/pokja/", /Belum ada/], ["/mitra/", /Belum ada/],
  ["/mentor/", /Belum ada/], ["/pembiayaan/", /Belum ada/], ["/agenda/", /Belum ada/], ["/agenda/arsip/", /Belum ada/], ["/kabar/", /Belum ada/],
  ["/cerita/", /Belum ada/], ["/tentang/dampak/", /405/], ["/tentang/", /Kantor Uji/], ["/cara-belanja/", /./], ["/daftar-usaha/", /./],
  ["/cari/?q=barang", /barang/i], ["/cari/?q=zzzzqqqq", /zzzzqqqq/], ["/produk/?kec=setu", /Polos/],
];

/** @param {import("../run.mjs").Tools} tools */
export default async function oddContent({ browser, check }) {
  const site = await serve(build());
  await Promise.all([360, 1280].map(async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, serviceWorkers: "block" });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send("Page.setBypassCSP", { enabled: true });
    for (const [path, says] of pages) {
      const where = `${path} at ${width}`;
      const answer = await page.goto(site.home + path);
      check(answer?.status() === 200, `${where}: status ${answer?.status()}`);
      if (path.includes("?")) await page.waitForFunction(() => document.querySelector("[data-said]")?.textContent).catch(() => {});
      const text = await page.locator("main").innerText();
      check(says.test(text), `${where} says nothing of ${says}: ${text.slice(0, 200).replace(/\s+/g, " ")}`);
      await check(async () => (await page.locator("main a[href], main button:visible").count()) > 0, `${where} leads nowhere`);
      const found = await audit(page);
      check(found.length === 0, `${where}: ${found.join("; ")}`);
      for (const narrow of width === 360 ? [360, 320] : [1280]) {
        await page.setViewportSize({ width: narrow, height: 800 });
        const over = await spill(page);
        check(!over, `${where}, ${narrow} px: ${over}`);
      }
      await page.setViewportSize({ width, height: 800 });
      const cut = await page.evaluate(() => {
        const bad = Array.from(document.querySelectorAll("main h1, main .price b, main .btn span, main td")).filter((node) => !node.closest(".grid-scroll, .table-box")).find((node) => {
          const box = node.getBoundingClientRect();
          return box.width > 0 && (box.left < -1 || box.right > document.documentElement.clientWidth + 1);
        });
        return bad ? `${bad.tagName} ${bad.textContent?.slice(0, 60)}` : "";
      });
      check(!cut, `${where}: cut off: ${cut}`);
    }
    await context.close();
  }));
  site.close();
}
