// Builds variants of the sample site with the program under test. Photos come out of its cache, so a variant costs about a second.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const project = resolve(new URL("../../..", import.meta.url).pathname);
export const program = resolve(process.env.ETALASE ?? join(project, "target/debug/etalase"));

/** The day the suite lives in: fixed, like that of the build. */
export const TODAY = "2026-11-24";

/** @param {string[]} args */
export function etalase(args) {
  const result = spawnSync(program, ["--quiet", "--date", TODAY, ...args], { cwd: project, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`etalase ${args.join(" ")}: ${result.stdout}${result.stderr}${result.error ?? ""}`);
}

/**
 * A folder for a variant of the site, removed at the end of the run.
 * `edit` is given functions to change the copy of the content before it is built.
 * @param {{ sample?: boolean, args?: string[], edit?: (files: { read: (path: string) => string, write: (path: string, text: string | Buffer) => void, folder: (path: string) => void, root: string }) => void }} [options]
 * @returns {string} the built site
 */
export function variant({ sample = true, args = [], edit } = {}) {
  const root = temporary();
  cpSync(join(project, "themes"), join(root, "themes"), { recursive: true });
  if (sample) {
    cpSync(join(project, "content"), join(root, "content"), { recursive: true });
    if (existsSync(join(project, ".etalase"))) cpSync(join(project, ".etalase"), join(root, ".etalase"), { recursive: true });
  }
  edit?.({
    root,
    read: (path) => readFileSync(join(root, path), "utf8"),
    write: (path, text) => writeFileSync(join(root, path), text),
    folder: (path) => mkdirSync(join(root, path), { recursive: true }),
  });
  const out = join(root, "out");
  etalase(["--root", root, "build", "--out", out, ...args]);
  return out;
}

/**
 * Takes the sample mode off a copy of the sample, so that contacts are links and search engines are let in. For tests and measurements
 * only: all names and numbers in it are invented.
 * @param {{ root: string }} files
 */
export function live({ root }) {
  const content = join(root, "content");
  for (const name of readdirSync(content, { recursive: true, encoding: "utf8" })) {
    const path = join(content, name);
    if (!/\.(md|yaml)$/.test(name) || !statSync(path).isFile()) continue;
    writeFileSync(path, readFileSync(path, "utf8").replace(/^contoh: *ya *$/gm, "contoh: tidak"));
  }
}

/** @type {string[]} */
const made = [];
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), "etalase-browser-"));
  made.push(folder);
  return folder;
}
process.on("exit", () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
