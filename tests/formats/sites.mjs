// Two sites to read: the sample as it is, and the same with a hostile text in every field that takes free text, shown as if it were real
// and with the feeds of the shopping platforms on.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Scalar, isMap, isScalar, isSeq, parseDocument } from "yaml";

const project = resolve(new URL("../..", import.meta.url).pathname);
const program = resolve(process.env.ETALASE ?? join(project, "target/debug/etalase"));

/** Quotes, an end of script, entities, signs of every format, an emoji, text from right to left and a sign that turns text around. */
export const HOSTILE = `Keripik "Pedas" & 'Manis' </script><!-- ]]> ; a,b\\c {{x}} [y](z) #1 🌶️ مرحبا \u202Ex\u202C`;

/** Fields of free text, by their key. */
const TEXTS = new Set(
  ("nama judul ringkas tagline kota teks alt kredit medium penulis penjamin bunga tenor lembaga ukuran warna motif teknik kapasitas isi " +
    "simpan cara_simpan saji asal usia kustom_teks petunjuk patokan fokus peran topik pengembang_teks metode gelar pemesanan definisi " +
    "oleh jabatan kantor uraian saran_saji simpan_cara custom_teks moq lead").split(" ").flatMap((key) => [key, `${key}_en`]),
);

/** @param {string} folder @returns {string[]} */
export const below = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile()).sort();

const work = mkdtempSync(join(tmpdir(), "etalase-formats-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

/** @param {string[]} args */
function etalase(args) {
  const result = spawnSync(program, ["--quiet", "--date", "2026-11-24", "--lang", "en", ...args], { cwd: project, encoding: "utf8", maxBuffer: 1 << 27 });
  if (result.status !== 0) throw new Error(`etalase ${args.join(" ")}:\n${(result.stdout + result.stderr).slice(0, 6000)}`);
}

/** A new site for a host. @param {string} host @returns {string} */
export function fresh(host) {
  const root = join(work, `baru-${host}`);
  etalase(["init", root, "--host", host, "--hook"]);
  return root;
}

/** @returns {string} the built sample */
export function sample() {
  const out = join(work, "contoh");
  etalase(["build", "--out", out]);
  return out;
}

/** How many values were replaced. */
export const poisoned = { fields: 0, keys: new Set() };

/** Lists of free text, by their key. */
const LISTS = new Set("bahan komposisi alergen unit_usaha manfaat syarat langkah alat keahlian".split(" "));

/** A value in double quotes, whatever it was written as. @param {string} text */
function quoted(text) {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** Puts the hostile text into a map and all that lies in it, on however few lines it is written. @param {any} map @param {string} name a word that keeps names apart, where they must be */
function poisonMap(map, name) {
  for (const pair of map.items) {
    const key = String(pair.key?.value ?? pair.key);
    const value = pair.value;
    if (isScalar(value)) {
      // Blocks are Markdown, which refuses raw HTML.
      if (!TEXTS.has(key) || !String(value.value).trim() || /^BLOCK/.test(value.type ?? "")) continue;
      pair.value = quoted(name && /^(nama|judul)/.test(key) ? `${HOSTILE} ${name}` : HOSTILE);
      poisoned.fields += 1;
      poisoned.keys.add(key);
    } else if (isMap(value)) {
      if (key === "varian") poisonAxes(value);
      else poisonMap(value, "");
    } else if (isSeq(value)) {
      value.items.forEach((item, at) => {
        if (isMap(item)) poisonMap(item, String(at));
        else if (isScalar(item) && (LISTS.has(key) || key === "varian")) {
          value.items[at] = quoted(`${HOSTILE} ${at}`);
          poisoned.fields += 1;
          poisoned.keys.add(`${key}[]`);
        }
      });
    }
  }
}

/** Axes of options: their names are free text too. @param {any} axes */
function poisonAxes(axes) {
  axes.items.forEach((/** @type {any} */ pair, /** @type {number} */ at) => {
    pair.key = quoted(`${HOSTILE} s${at}`);
    if (isSeq(pair.value)) pair.value.items = pair.value.items.map((/** @type {any} */ _, /** @type {number} */ one) => quoted(`${HOSTILE} ${one}`));
    poisoned.fields += 1;
    poisoned.keys.add("varian.sumbu");
  });
}

/** Every value is text, so that numbers with leading zeros stay as they are. @param {string} text an entry @param {string} name a word that keeps names apart */
function poison(text, name) {
  const front = /^---\n([\s\S]*?\n)---\n/.exec(text);
  const document = parseDocument(front ? front[1] : text, { schema: "failsafe" });
  if (document.errors.length || !isMap(document.contents)) throw new Error(`${name}: ${document.errors}`);
  poisonMap(document.contents, name);
  const yaml = document.toString({ lineWidth: 0 });
  return front ? `---\n${yaml}---\n${text.slice(front[0].length)}` : yaml;
}

/** What the sample has too little of: every nested field with free text at once. Numbers of permits, hours and addresses are checked, so
    they get what is odd and still allowed. @param {string} root */
function nested(root) {
  const text = JSON.stringify(HOSTILE);
  const lines = [
    `nama: ${JSON.stringify(`${HOSTILE} bersarang`)}`, "umkm: dapur-serunai", "kategori: camilan", "harga: 18000", "satuan: bungkus", "stok: siap", "berat_g: 170",
    `ringkas: ${text}`, `bahan: [${text}, "kaca 2 mm"]`, `warna: ${text}`, `motif: ${text}`, `teknik: ${text}`, `usia: "3+ ${HOSTILE.slice(0, 7)}"`,
    `simpan: ${text}`, `komposisi: [${text}, "a"]`, `alergen: [${text}, "b"]`, "foto: [{berkas: /foto/uji.png, alt: " + text + ", kredit: " + text + "}]",
    `ukuran: {p: 21, l: "29,7", t: 2, satuan: cm}`,
    `izin: [{jenis: pirt, nomor: "2063674990009-30"}, {jenis: uji_lab, uraian: ${text}, lembaga: ${text}, terbit: 2026-01-02}, {jenis: penghargaan, uraian: ${text}, lembaga: ${text}, tahun: 2025}]`,
    `varian: [{nama: ${text}, harga: 17000, sku: ${JSON.stringify(HOSTILE.slice(0, 60))}}, {nama: "biasa", harga: 18000}]`,
    "grosir: [[10, 16000], [50, 15000]]", `promo: {harga_coret: 20000, sampai: 2026-12-31}`,
    `tautan: {situs: "https://contoh.example/a?b=%22%3E%3C/script%3E&c='d'", tokopedia: https://www.tokopedia.com/contoh-serunai/keripik}`,
    `ekspor: {siap: ya, hs: "200520", moq: ${text}, lead: ${text}}`, `custom: ya`, `custom_teks: ${text}`, `en: {nama: ${text}, ringkas: ${text}, komposisi: [${text}, "a"]}`,
  ];
  writeFileSync(join(root, "content/produk/uji-bersarang.yaml"), `${lines.join("\n")}\n`);
  cpSync(join(project, "tests/fixtures/pictures/1x1.png"), join(root, "content/foto/uji.png"));
  const axes = lines.filter((line) => !/^(varian|izin|nama)/.test(line)).concat(`nama: ${JSON.stringify(`${HOSTILE} bersumbu`)}`, `varian: {${text}: [${text}, "b"], "ukuran": ["S", ${text}]}`, "pengecualian: siap_saji");
  writeFileSync(join(root, "content/produk/uji-bersumbu.yaml"), `${axes.join("\n")}\n`);
}

/** @returns {string} the built hostile site */
export function hostile() {
  const root = join(work, "musuh");
  cpSync(join(project, "content"), join(root, "content"), { recursive: true });
  if (existsSync(join(project, ".etalase/simpan"))) cpSync(join(project, ".etalase/simpan"), join(root, ".etalase/simpan"), { recursive: true });
  for (const path of below(join(root, "content"))) {
    const file = join(root, "content", path);
    if (path.startsWith("data/") || !/\.(md|yaml)$/.test(path) || path.startsWith(".")) continue;
    let text = readFileSync(file, "utf8").replace(/^contoh: ya\n/gm, "");
    const parts = path.split("/");
    text = poison(text, /index/.test(parts.at(-1) ?? "") ? parts.at(-2) ?? "" : (parts.at(-1) ?? "").replace(/\..*/, ""));
    if (path === "situs.yaml") text = `${text.replace(/^kanal:.*\n/m, "").trimEnd()}\nkanal: {google: ya, meta: ya}\n`;
    writeFileSync(file, text);
  }
  nested(root);
  const out = join(root, "public");
  etalase(["--root", root, "build", "--out", out, "--base-url", "https://contoh.example/katalog/"]);
  return out;
}
