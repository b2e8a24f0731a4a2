// What a visitor of a slow phone waits for: the first answer of a cold visit, what it costs, the queries after it, and warm keys; and
// beside it the default interface of Pagefind over the same pages, in the same run, under the same throttling.
//
//   node benches/search/run.mjs SITE [--pagefind BINARY] [--rounds 1] [QUERY …]
//
// SITE is a built catalogue (see README.md). Needs `npm install` in tests/browser and Chromium.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { serve } from "../../tests/browser/lib/server.mjs";

const require = createRequire(new URL("../../tests/browser/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const args = process.argv.slice(2);
const option = (/** @type {string} */ name) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const pagefind = option("pagefind");
const rounds = Number(option("rounds") ?? 1);
const folder = resolve(args.shift() ?? "public");
const queries = args.length > 0 ? args : [
  "keripik singkong", "kopi", "pamulang", "sambal bawang", "nastar keju", "kripik singkng", "batik tulis", "serpong", "jahe merah",
  "makanan ringan", "abon ayam balado", "dapur bu", "tas rotan", "rendang pedas", "anggrek",
];
const LATENCY = 150;
const BYTES_PER_MS = 1_600_000 / 8 / 1000;
const CPU = 4;

const PAGE = "pembanding-pagefind.html";
if (pagefind && !existsSync(join(folder, "pagefind"))) {
  console.log("indexing with Pagefind …");
  const made = spawnSync(pagefind, ["--site", folder, "--glob", "produk/**/*.html"], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
}
if (pagefind) {
  const page = `<!doctype html><html lang="id"><title>x</title><link href="/pagefind/pagefind-ui.css" rel="stylesheet">
<script src="/pagefind/pagefind-ui.js"></script><div id="search"></div><script src="/pembanding-pagefind.js"></script></html>`;
  writeFileSync(join(folder, PAGE), page);
  writeFileSync(join(folder, "pembanding-pagefind.js"), `new PagefindUI({ element: "#search", showSubResults: false });`);
  const headers = readFileSync(join(folder, "_headers"), "utf8");
  // Its program is WebAssembly, which the policy of our pages shuts out.
  if (!headers.includes(PAGE)) {
    const policy = "  Content-Security-Policy: default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
    writeFileSync(join(folder, "_headers"), `${headers}\n/${PAGE}\n${policy}\n/pagefind/*\n${policy}\n`);
  }
}

const OURS = { name: "ours", path: "/", input: "main form[data-search] input", answer: ".suggestion-product, .suggestion-page" };
const THEIRS = { name: "Pagefind", path: `/${PAGE}`, input: ".pagefind-ui__search-input", answer: ".pagefind-ui__result-link" };

const site = await serve(folder, "/", { compress: true });

/**
 * The slow network, as a server between: so it is the same for requests of pages and of workers, which a browser's own throttling leaves
 * out. All answers share one line. `log` holds what went over it.
 */
const log = [];
let lineIsFree = 0;
const slow = createServer(async (request, response) => {
  const asked = Date.now();
  const answer = await fetch(site.origin + request.url, { headers: { "accept-encoding": request.headers["accept-encoding"] ?? "" } });
  const { pathname } = new URL(answer.url);
  const how = answer.headers.get("content-encoding");
  // `fetch` has unpacked it: it goes on as hosts pack it.
  const plain = Buffer.from(await answer.arrayBuffer());
  const body = how === "br" ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : how === "gzip" ? gzipSync(plain) : plain;
  const begins = Math.max(asked + LATENCY, lineIsFree);
  lineIsFree = begins + (body.length + 300) / BYTES_PER_MS;
  await new Promise((done) => setTimeout(done, lineIsFree - Date.now()));
  for (const name of ["content-type", "content-encoding", "content-security-policy", "cache-control"]) {
    const value = answer.headers.get(name);
    if (value) response.setHeader(name, value);
  }
  response.writeHead(answer.status);
  response.end(body);
  // Pictures of answers are no part of the answer.
  if (!/\.(webp|jpg|png|avif|svg)$/.test(pathname)) log.push({ url: pathname, bytes: body.length + 300, at: Date.now() });
});
await new Promise((ready) => slow.listen(0, "127.0.0.1", () => ready(undefined)));
const origin = `http://127.0.0.1:${/** @type {any} */ (slow.address()).port}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

/** Opens the page of a contender, throttled, with an eye on its answers. @param {typeof OURS} who */
async function open(who) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  await page.goto(origin + who.path, { waitUntil: "networkidle" });
  await page.evaluate((answer) => {
    const seen = { from: 0, first: 0, at: 0 };
    Object.assign(globalThis, { seen });
    addEventListener("beforeinput", () => (seen.from ||= performance.now()), true);
    new MutationObserver(() => {
      if (seen.from && !seen.first && document.querySelector(answer)) {
        seen.first = performance.now();
        seen.at = Date.now();
      }
    }).observe(document, { subtree: true, childList: true });
  }, who.answer);
  return { context, page };
}

/** Asks, and waits until nothing more comes. @param {any} opened @param {typeof OURS} who @param {string} query @param {number} delay 0 puts the whole query in at once */
async function ask({ page }, who, query, delay) {
  const before = log.length;
  await page.evaluate(() => Object.assign(globalThis.seen, { from: 0, first: 0, at: 0 }));
  await page.locator(who.input).first().focus();
  if (delay > 0) await page.keyboard.type(query, { delay });
  else await page.keyboard.insertText(query);
  const answered = await page.waitForFunction(() => globalThis.seen.first > 0, undefined, { timeout: 15_000 }).then(() => true, () => false);
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.waitForTimeout(900);
  const { from, first, at } = await page.evaluate(() => globalThis.seen);
  const all = log.slice(before);
  const until = all.filter((entry) => entry.at <= at);
  const sum = (list) => list.reduce((bytes, entry) => bytes + entry.bytes, 0);
  return {
    query, ms: answered ? first - from : NaN, requests: until.length, bytes: sum(until), allRequests: all.length, allBytes: sum(all),
    names: until.map((entry) => entry.url),
  };
}

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const highest = (list) => Math.max(...list);
const kb = (bytes) => (bytes / 1000).toFixed(1);

/** @param {typeof OURS} who @param {number} delay */
async function cold(who, delay) {
  const rows = [];
  for (const query of queries) {
    for (let round = 0; round < rounds; round += 1) {
      const opened = await open(who);
      rows.push(await ask(opened, who, query, delay));
      await opened.context.close();
    }
  }
  const of = (key) => rows.map((row) => row[key]);
  console.log(`${who.name}, cold, ${delay > 0 ? `typed, a key each ${delay} ms` : "put in at once"}: first answer ${middle(of("ms")).toFixed(0)} ms, at most ${highest(of("ms")).toFixed(0)}; `
    + `until then ${middle(of("requests"))} requests, at most ${highest(of("requests"))}; ${kb(middle(of("bytes")))} kB, at most ${kb(highest(of("bytes")))}; `
    + `in all ${middle(of("allRequests"))} requests, at most ${highest(of("allRequests"))}; ${kb(middle(of("allBytes")))} kB, at most ${kb(highest(of("allBytes")))}`);
  if (process.env.EACH) for (const row of rows) console.log(`   ${row.query.padEnd(20)} ${row.ms.toFixed(0).padStart(5)} ms ${row.requests} requests ${kb(row.bytes)} kB; in all ${row.allRequests}, ${kb(row.allBytes)} kB  ${process.env.EACH > 1 ? row.names.join(" ") : ""}`);
  return middle(of("ms"));
}

const ours = [await cold(OURS, 0), await cold(OURS, 100)];
if (pagefind) {
  const theirs = [await cold(THEIRS, 0), await cold(THEIRS, 100)];
  console.log(`Pagefind / ours: ${(theirs[0] / ours[0]).toFixed(2)} put in at once, ${(theirs[1] / ours[1]).toFixed(2)} typed`);
}

// One visit, query after query; then keys whose files are here.
const opened = await open(OURS);
const next = [];
for (const [at, query] of queries.entries()) {
  const { page } = opened;
  await page.locator(OURS.input).first().fill("");
  await page.waitForTimeout(200);
  const row = await ask(opened, OURS, query, 0);
  if (at > 0) next.push(row);
}
console.log(`next queries: ${middle(next.map((row) => row.requests))} requests to the first answer, at most ${highest(next.map((row) => row.requests))}; `
  + `in all ${middle(next.map((row) => row.allRequests))}, at most ${highest(next.map((row) => row.allRequests))}; first answer ${middle(next.map((row) => row.ms)).toFixed(0)} ms, at most ${highest(next.map((row) => row.ms)).toFixed(0)}`);
if (process.env.EACH) for (const row of next) console.log(`   ${row.query.padEnd(20)} ${row.ms.toFixed(0).padStart(5)} ms ${row.requests} requests; in all ${row.allRequests}, ${kb(row.allBytes)} kB ${process.env.EACH > 1 ? row.names.join(" ") : ""}`);

const keys = [];
for (const query of queries.slice(0, 6)) {
  const { page } = opened;
  for (const round of [0, 1]) {
    await page.locator(OURS.input).first().fill("");
    for (const letter of query) {
      const ms = await page.evaluate(async ([selector, letter]) => {
        const input = document.querySelector(selector);
        const list = input.form.querySelector("[role=listbox]");
        const start = performance.now();
        const shown = new Promise((done) => {
          const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now() - start); });
          watch.observe(list, { childList: true, subtree: true });
          setTimeout(() => done(NaN), 1500);
        });
        input.value += letter;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        return shown;
      }, [OURS.input, letter]);
      if (round > 0 && !Number.isNaN(ms)) keys.push(ms);
      await page.waitForTimeout(60);
    }
  }
}
keys.sort((a, b) => a - b);
console.log(`warm key: ${middle(keys).toFixed(0)} ms, 95 of 100 below ${keys[Math.floor(keys.length * 0.95)].toFixed(0)}, at most ${highest(keys).toFixed(0)} (${keys.length} keys)`);
await browser.close();
site.close();
slow.close();
slow.closeAllConnections();
