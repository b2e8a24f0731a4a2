// The browser suite over a built sample site. Run: node tests/browser/run.mjs SITE_FOLDER [TOPIC …]
// Each file of topics/ is one topic: it exports a function that is given the tools below and calls `check`.
// A topic in which something fails is gone through once more: a busy machine can make a page late, and only what fails twice is a failure.
// The first time is told all the same.
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
 * @property {(good: boolean | (() => boolean | Promise<boolean>), what: string) => Promise<void>} check what holds, or a question that
 *   is asked again until the answer is yes: pages settle a moment after the key
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

/** How long a question is asked again, in milliseconds. */
const PATIENCE = 5000;

/** @param {() => boolean | Promise<boolean>} ask @returns {Promise<boolean>} */
async function comesTrue(ask) {
  const until = Date.now() + PATIENCE;
  for (;;) {
    // A page that is just being left answers with an error: that is no yes.
    if (await Promise.resolve().then(ask).catch(() => false)) return true;
    if (Date.now() > until) return false;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Goes through a topic. @param {string} name @returns {Promise<{ passed: number, failures: string[] }>} */
async function go(name) {
  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  /** @type {Tools["check"]} */
  const check = async (good, what) => {
    if (typeof good === "function" ? await comesTrue(good) : good) passed += 1;
    else failures.push(what);
  };
  try {
    const { default: topic } = await import(`./topics/${name}.mjs`);
    await topic({ folder, site, browser, check, open: (/** @type {any} */ options) => open(browser, site.origin, options) });
  } catch (error) {
    failures.push(`stopped: ${error instanceof Error ? error.stack : error}`);
  }
  if (passed + failures.length === 0) failures.push("checked nothing");
  return { passed, failures };
}

let passed = 0;
let failed = 0;
for (const name of wanted.length ? wanted : names) {
  const started = Date.now();
  let result = await go(name);
  if (result.failures.length) {
    for (const what of result.failures) console.error(`UNSTEADY ${name}: ${what}; once more`);
    result = await go(name);
  }
  for (const what of result.failures) console.error(`FAIL ${name}: ${what}`);
  passed += result.passed;
  failed += result.failures.length;
  console.log(`${name}: ${result.passed + result.failures.length} checks, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
await browser.close();
site.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
