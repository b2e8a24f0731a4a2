// The browser suite over a built sample site. Run: node tests/browser/run.mjs SITE_FOLDER [TOPIC …]
// Each file of topics/ is one topic: it exports a function that is given the tools below and calls `check`.
import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { launch, open } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";

/**
 * @typedef {object} Tools
 * @property {string} folder the built site
 * @property {import("./lib/server.mjs").Site} site the same, served
 * @property {import("playwright-core").Browser} browser
 * @property {(options?: import("playwright-core").BrowserContextOptions) => ReturnType<typeof open>} open a page on `site`
 * @property {(good: boolean, what: string) => void} check
 */

const here = new URL(".", import.meta.url).pathname;
const folder = resolve(process.argv[2] ?? "public");
const names = readdirSync(join(here, "topics")).filter((name) => name.endsWith(".mjs")).map((name) => basename(name, ".mjs")).sort();
const wanted = process.argv.slice(3);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length || !existsSync(join(folder, "index.html"))) {
  console.error(unknown.length ? `no topic ${unknown.join(", ")}; there are ${names.join(", ")}` : `no site in ${folder}`);
  process.exit(2);
}

const site = await serve(folder);
const browser = await launch();
let passed = 0;
let failed = 0;
for (const name of wanted.length ? wanted : names) {
  const started = Date.now();
  const before = passed + failed;
  /** @param {boolean} good @param {string} what */
  const check = (good, what) => {
    if (good) passed += 1;
    else {
      failed += 1;
      console.error(`FAIL ${name}: ${what}`);
    }
  };
  try {
    const { default: topic } = await import(`./topics/${name}.mjs`);
    await topic({ folder, site, browser, check, open: (/** @type {any} */ options) => open(browser, site.origin, options) });
  } catch (error) {
    check(false, `stopped: ${error instanceof Error ? error.stack : error}`);
  }
  if (passed + failed === before) check(false, "checked nothing");
  console.log(`${name}: ${passed + failed - before} checks, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
await browser.close();
site.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
