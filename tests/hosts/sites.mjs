// Published folders to try hosts with: the site that `etalase init --contoh` makes, with a photo, an old address and two languages.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const project = resolve(new URL("../..", import.meta.url).pathname);
const program = resolve(process.env.ETALASE ?? join(project, "target/debug/etalase"));

/** @param {string[]} args */
function etalase(args) {
  const result = spawnSync(program, ["--quiet", "--date", "2026-11-24", ...args], { cwd: project, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`etalase ${args.join(" ")}: ${result.stdout}${result.stderr}${result.error ?? ""}`);
}

/** Everything that is made here lies below, and goes at the end. */
export const work = mkdtempSync(join(tmpdir(), "etalase-hosts-"));
chmodSync(work, 0o755);
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

/** @param {string} folder @returns {string[]} paths of all files below it */
export const below = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());

/** The source of the sites. */
const source = join(work, "isi");
etalase(["init", source, "--contoh"]);
{
  const settings = readFileSync(join(source, "content/situs.yaml"), "utf8").split("\n");
  const own = /^(alamat_situs|bahasa|inang):/;
  writeFileSync(join(source, "content/situs.yaml"), `${settings.filter((line) => !own.test(line)).join("\n")}\n`);
  const product = join(source, "content/produk/bingkai-kayu-contoh");
  const text = readFileSync(join(product, "index.md"), "utf8");
  copyFileSync(join(project, "tests/fixtures/pictures/srgb.jpg"), join(product, "foto.jpg"));
  writeFileSync(join(product, "index.md"), text.replace("---\n", "---\nalamat_lama: [/produk/nama-lama/]\nfoto: [foto.jpg]\n"));
}
// A browser editor, which stands in for the library that its owner would choose.
etalase(["--root", source, "cms", "--repo", "dinas/situs"]);
writeFileSync(join(source, "admin/sveltia-cms.js"), "document.title = 'penyunting';\n");
const settings = readFileSync(join(source, "content/situs.yaml"), "utf8");

/**
 * A folder for the root of a server, with the site at `base` in it.
 * @param {string} base "/" or "/katalog/" @param {boolean} compressed with .br and .gz files @returns {{ root: string, site: string }}
 */
export function publish(base, compressed) {
  const root = join(work, `akar-${base.replaceAll("/", "")}-${compressed}`);
  const site = join(root, base);
  writeFileSync(
    join(source, "content/situs.yaml"),
    `${settings}alamat_situs: https://uji.example${base}\nbahasa: [id, en]\ninang: {kompres: ${compressed ? "ya" : "tidak"}}\n`,
  );
  const out = join(work, "hasil");
  etalase(["--root", source, "build", "--out", out]);
  mkdirSync(join(site, ".."), { recursive: true });
  renameSync(out, site.replace(/\/$/, ""));
  // What people leave lying about.
  mkdirSync(join(site, ".git"));
  writeFileSync(join(site, ".git/config"), "rahasia");
  writeFileSync(join(site, ".env"), "rahasia");
  return { root, site };
}
