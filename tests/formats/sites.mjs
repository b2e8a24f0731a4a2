// Two sites to read: the sample as it is, and the same with a hostile text in every field that takes free text, shown as if it were real
// and with the feeds of the shopping platforms on.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const project = resolve(new URL("../..", import.meta.url).pathname);
const program = resolve(process.env.ETALASE ?? join(project, "target/debug/etalase"));

/** Quotes, an end of script, entities, signs of every format, an emoji, text from right to left and a sign that turns text around. */
export const HOSTILE = `Keripik "Pedas" & 'Manis' </script><!-- ]]> ; a,b\\c {{x}} [y](z) #1 🌶️ مرحبا \u202Ex\u202C`;

/** Fields of free text, by their key. */
const TEXTS = new Set(
  ("nama judul ringkas tagline kota deskripsi masalah solusi teks alt kredit medium penulis penjamin bunga tenor lembaga ukuran warna motif teknik kapasitas isi " +
    "simpan cara_simpan saji asal usia kustom_teks petunjuk patokan fokus peran topik pengembang_teks metode gelar pemesanan definisi " +
    "oleh jabatan kantor").split(" ").flatMap((key) => [key, `${key}_en`]),
);

/** @param {string} folder @returns {string[]} */
export const below = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile()).sort();

const work = mkdtempSync(join(tmpdir(), "etalase-formats-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

/** @param {string[]} args */
function etalase(args) {
  const result = spawnSync(program, ["--date", "2026-11-24", "--lang", "en", ...args], { cwd: project, encoding: "utf8", maxBuffer: 1 << 27 });
  if (result.status !== 0) throw new Error(`etalase ${args.join(" ")}:\n${(result.stdout + result.stderr).slice(0, 6000)}`);
}

/** @returns {string} the built sample */
export function sample() {
  const out = join(work, "contoh");
  etalase(["build", "--out", out]);
  return out;
}

/** How many values were replaced. */
export const poisoned = { fields: 0, keys: new Set() };

/** @param {string} text an entry @param {string} name a word that keeps names apart */
function poison(text, name) {
  const lines = text.split("\n");
  const end = text.startsWith("---") ? lines.indexOf("---", 1) : lines.length;
  return lines
    .map((line, at) => {
      if (at >= end) return line;
      const [, indent, key, value] = /^(\s*(?:- )?)([a-z_]+): *(.*)$/.exec(line) ?? [];
      if (!key || !TEXTS.has(key) || !value || /^[|>{[&*]/.test(value)) return line;
      poisoned.fields += 1;
      poisoned.keys.add(key);
      const own = /^(nama|judul)/.test(key) && indent === "" ? `${HOSTILE} ${name}` : HOSTILE;
      return `${indent}${key}: ${JSON.stringify(own)}`;
    })
    .join("\n");
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
  const out = join(root, "public");
  etalase(["--root", root, "build", "--out", out, "--base-url", "https://contoh.example/katalog/"]);
  return out;
}
