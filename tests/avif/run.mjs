// AVIF pictures as a browser sees them. Run: node tests/avif/run.mjs PROGRAM, where PROGRAM was built with `--features avif`
// (and `npm install` was run in tests/browser). Builds a small site with `avif: ya` and compares each AVIF with the WebP beside it.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { launch, open } from "../browser/lib/browser.mjs";
import { serve } from "../browser/lib/server.mjs";

const project = resolve(new URL("../..", import.meta.url).pathname);
const program = resolve(process.argv[2] ?? join(project, "target/debug/etalase"));
let passed = 0;
let failed = 0;
/** @param {boolean} good @param {string} what */
const check = (good, what) => {
  if (good) passed += 1;
  else {
    failed += 1;
    console.error(`FAIL ${what}`);
  }
};

// Ordinary, another colour space, turned, of odd sides, transparent.
const photos = {
  mug: "content/produk/mug-glasir/foto-1.jpg",
  kain: "content/produk/kain-batik-cap-anggrek/foto-3.jpg",
  warna: "tests/fixtures/pictures/p3.jpg",
  putar: "tests/fixtures/pictures/turned6.jpg",
  ganjil: "tests/fixtures/pictures/odd.jpg",
  tembus: "tests/fixtures/pictures/alpha.png",
};
const root = mkdtempSync(join(tmpdir(), "etalase-avif-"));
const write = (/** @type {string} */ path, /** @type {string} */ text) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};
write("content/situs.yaml", "nama: Uji\nalamat_situs: https://uji.example\nkota: Kota Uji\navif: ya\n");
write("content/umkm/warung-uji.yaml", `nama: Warung Uji
ringkas: Warung kecil untuk menguji gambar, dengan ringkasan cukup panjang.
jenis_usaha: kerajinan
alamat: {kelurahan: Kedaung, kecamatan: Pamulang}
kontak: {whatsapp: 0812-0000-0001}
persetujuan: {status: ya, tanggal: 2026-01-05, bukti: PDP-1, lingkup: [whatsapp]}
`);
for (const [slug, photo] of Object.entries(photos)) {
  const name = `foto-1.${photo.split(".").pop()}`;
  write(`content/produk/${slug}/index.md`, `---
nama: Meja ${slug}
umkm: warung-uji
kategori: ukiran-kayu
harga: 250000
satuan: buah
stok: siap
berat_g: 900
foto:
  - {berkas: ${name}, alt: Meja dari kayu jati}
---

Dari kayu.
`);
  copyFileSync(join(project, photo), join(root, `content/produk/${slug}`, name));
}
const built = spawnSync(program, ["--root", root, "--date", "2026-11-24", "build"], { encoding: "utf8" });
if (built.status !== 0 || /FOTO-AVIF/.test(built.stderr)) {
  console.error(built.stderr);
  process.exit(2);
}

const folder = join(root, "public");
const files = readdirSync(join(folder, "i"));
const pairs = files.filter((name) => name.endsWith(".avif")).map((name) => ({ avif: name, webp: name.replace(/avif$/, "webp") }));
check(pairs.length === files.filter((name) => name.endsWith(".webp")).length && pairs.length > 20, `${pairs.length} AVIF files, one beside each WebP`);

const site = await serve(folder);
const browser = await launch();
const { page, wrong } = await open(browser, site.origin, {});
await page.goto(`${site.origin}/produk/mug/`);

/** Size and mean colours (red, green, blue, opacity) of a file, and its mean distance from another. */
const compare = (/** @type {string} */ one, /** @type {string} */ other) => page.evaluate(async (names) => {
  const read = async (/** @type {string} */ name) => {
    const picture = new Image();
    picture.src = `/i/${name}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
    const ink = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    ink.drawImage(picture, 0, 0);
    return ink.getImageData(0, 0, canvas.width, canvas.height);
  };
  const [a, b] = [await read(names[0]), await read(names[1])];
  const sums = [0, 0, 0, 0];
  const signed = [0, 0, 0, 0];
  // A colour counts as much as can be seen of it.
  const seen = (/** @type {ImageData} */ image, /** @type {number} */ i) => i % 4 === 3 ? image.data[i] : image.data[i] * image.data[i | 3] / 255;
  for (let i = 0; i < Math.min(a.data.length, b.data.length); i += 1) {
    const difference = seen(a, i) - seen(b, i);
    sums[i % 4] += Math.abs(difference);
    signed[i % 4] += difference;
  }
  const pixels = a.width * a.height;
  return { size: [a.width, a.height], other: [b.width, b.height], apart: sums.map((sum) => sum / pixels), shifted: signed.map((sum) => sum / pixels) };
}, [one, other]);

let [avif, webp] = [0, 0];
for (const pair of pairs) {
  const { size, other, apart, shifted } = await compare(pair.avif, pair.webp);
  const numbers = `${pair.avif}: ${size} beside ${other}, apart ${apart.map((x) => x.toFixed(2))}, shifted ${shifted.map((x) => x.toFixed(2))}`;
  check(size.join() === other.join() && pair.avif.includes(`-${size[0]}.`), numbers);
  // Both lose something, each in its own way, most of it where small cloth patterns meet; a wrong matrix or range would shift a channel as a whole.
  check(apart.every((x) => x <= 12) && shifted.every((x) => Math.abs(x) <= 1), numbers);
  avif += statSync(join(folder, "i", pair.avif)).size;
  webp += statSync(join(folder, "i", pair.webp)).size;
}
check(avif < webp, `AVIF has ${avif} bytes, WebP ${webp}`);
// The comparison would tell other pictures apart.
const strangers = await compare(pairs[0].avif, /** @type {{webp: string}} */ (pairs.find((pair) => pair.webp.slice(0, 16) !== pairs[0].webp.slice(0, 16))).webp);
check(strangers.apart.some((x) => x > 18), `two photos look the same: ${strangers.apart}`);

// Pages offer AVIF before WebP, and the browser takes it.
for (const slug of Object.keys(photos)) {
  const html = readFileSync(join(folder, `produk/${slug}/index.html`), "utf8");
  const types = Array.from(html.matchAll(/<source[^>]*type="?(image\/\w+)/g), (found) => found[1]);
  check(types.length > 1 && types.length % 2 === 0 && types.every((type, i) => type === (i % 2 ? "image/webp" : "image/avif")), `${slug}: ${types}`);
  await page.goto(`${site.origin}/produk/${slug}/`);
  const shown = await page.evaluate(async () => {
    const picture = /** @type {HTMLImageElement} */ (document.querySelector("main picture img"));
    picture.loading = "eager";
    await picture.decode();
    return { from: picture.currentSrc, width: picture.naturalWidth };
  });
  check(/\/i\/[0-9a-f]+-\d+\.avif$/.test(shown.from) && shown.width > 0, `${slug} shows ${shown.from}`);
}
check(wrong.length === 0, wrong.join("; "));
await browser.close();
site.close();
rmSync(root, { recursive: true });
console.log(`avif: ${passed} passed, ${failed} failed; ${pairs.length} files, ${((1 - avif / webp) * 100).toFixed(1)} % smaller than WebP`);
process.exitCode = failed ? 1 : 0;
