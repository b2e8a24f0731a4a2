// How long a save takes until the browser shows it, in the preview of a generated catalogue.
//   node benches/speed/serve.mjs [--n 1000] [--saves 15] [--etalase target/release/etalase]
// Needs Chromium (CHROMIUM=/usr/bin/chromium) and `npm install` in tests/browser. Prints milliseconds from the end of the writing of a changed
// price to the frame that shows it, with the part of it that the program spent (the wait for a quiet moment of 30 ms comes on top).
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: {
  n: { type: "string", default: "1000" }, saves: { type: "string", default: "15" }, etalase: { type: "string", default: "target/release/etalase" },
} });
process.env.ETALASE = resolve(values.etalase);
const { launch } = await import("../../tests/browser/lib/browser.mjs");
const { preview } = await import("../../tests/browser/lib/preview.mjs");

const here = new URL(".", import.meta.url).pathname;
const root = mkdtempSync(join(tmpdir(), "etalase-serve-"));
execFileSync("python3", [join(here, "../catalog/gen_catalog.py"), "--n", values.n, "--format", "etalase", "--out", root, "--force"], { stdio: "ignore" });
const folder = join(root, "content/produk");
const name = readdirSync(folder).sort()[3];
const slug = name.replace(/\.md$/, "");
const text = readFileSync(join(folder, name), "utf8");
const server = await preview(root, 18_732);
const browser = await launch();
const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
await page.goto(`${server.origin}/produk/${slug}/`);
const shown = [];
for (let turn = 0; turn <= Number(values.saves); turn += 1) {
  const price = 41_000 + turn * 500;
  const label = price.toLocaleString("de-DE");
  writeFileSync(join(folder, name), text.replace(/^harga: .*$/m, `harga: ${price}`));
  const saved = performance.now();
  // The page reloads in between, so the question may be cut off and is put again.
  for (;;) {
    const there = await page.evaluate((want) => document.querySelector("[data-price]")?.textContent?.includes(want), label).catch(() => false);
    if (there) break;
    if (performance.now() - saved > 30_000) throw new Error(`the price ${label} did not come: ${server.said()}`);
    await new Promise((done) => setTimeout(done, 2));
  }
  shown.push(performance.now() - saved);
  await new Promise((done) => setTimeout(done, 300));
}
await browser.close();
server.stop();
rmSync(root, { recursive: true });
// The first one still fills caches.
const sorted = shown.slice(1).sort((a, b) => a - b);
const builds = [...server.said().matchAll(/(\d+) ms/g)].map((found) => Number(found[1])).slice(2).sort((a, b) => a - b);
const middle = (/** @type {number[]} */ list) => list[Math.floor(list.length / 2)];
console.log(`${values.n} products, ${sorted.length} saves: on the screen after ${middle(sorted).toFixed(0)} ms (median; ${sorted[0].toFixed(0)} to ${sorted.at(-1)?.toFixed(0)}), of it ${middle(builds)} ms building`);
