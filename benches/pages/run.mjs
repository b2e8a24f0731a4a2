// Lighthouse and first-view bytes of pages of the sample site. Run, after `cargo build` and `npm install --no-package-lock` here:
//   node benches/pages/run.mjs [--site FOLDER] [--only bytes|lighthouse] [PATH …]
// Without --site the sample is built in a temporary folder with its sample mode off: that mode forbids search engines on every page, and
// Lighthouse would count it against the site. Such a copy is for measuring only.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import lighthouse from "lighthouse";
import { live, variant } from "../../tests/browser/lib/build.mjs";
import { serve } from "../../tests/browser/lib/server.mjs";

const puppeteer = createRequire(createRequire(import.meta.url).resolve("lighthouse"))("puppeteer-core");
const BUDGET = 153_600;

const args = process.argv.slice(2);
const option = (/** @type {string} */ name) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const [given, only] = [option("site"), option("only")];
const paths = args.length ? args : ["/", "/produk/", "/produk/bingkai-foto-jati-belanda-a4/", "/umkm/bingkai-rantika/", "/koleksi/oleh-oleh-tangsel/"];

/** What a phone of 360 px and two dots a pixel fetches before anybody scrolls. */
async function firstView(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const client = await page.createCDPSession();
  await client.send("Network.enable");
  await client.send("Network.setBypassServiceWorker", { bypass: true });
  const kinds = new Map();
  const type = new Map();
  const list = [];
  client.on("Network.responseReceived", (event) => type.set(event.requestId, [event.type, event.response.url]));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const [kind, address] = type.get(requestId) ?? ["Other", ""];
    kinds.set(kind, (kinds.get(kind) ?? 0) + encodedDataLength);
    list.push([encodedDataLength, address]);
  });
  await page.goto(url, { waitUntil: "networkidle0" });
  await new Promise((ready) => setTimeout(ready, 500));
  await context.close();
  const all = [...kinds.values()].reduce((a, b) => a + b, 0);
  return { all, kinds, list };
}

const folder = given ? resolve(given) : variant({ edit: live });
const site = await serve(folder, "/", { compress: true });
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
let bad = 0;
if (only !== "lighthouse") {
  console.log("first view, 360 px, 2 dots a pixel (kB)      all   page  style  script  pictures  other");
  for (const path of paths) {
    const { all, kinds, list } = await firstView(browser, site.origin + path);
    const kb = (/** @type {number} */ n) => (n / 1000).toFixed(1).padStart(6);
    const named = ["Document", "Stylesheet", "Script", "Image"].map((kind) => kinds.get(kind) ?? 0);
    console.log(`${path.padEnd(42)}${kb(all)} ${kb(named[0])} ${kb(named[1])}  ${kb(named[2])}    ${kb(named[3])} ${kb(all - named.reduce((a, b) => a + b, 0))}${all > BUDGET ? "  OVER" : ""}`);
    if (process.env.EACH) for (const [size, address] of list.sort((a, b) => b[0] - a[0])) console.log(`    ${kb(size)} ${address.slice(site.origin.length)}`);
    if (all > BUDGET) bad += 1;
  }
}
if (only !== "bytes") {
  console.log("Lighthouse, mobile                        speed  access  practices  search   LCP s  TBT ms    CLS");
  for (const path of paths) {
    const result = await lighthouse(site.origin + path, { port: Number(new URL(browser.wsEndpoint()).port), output: "json", logLevel: "silent", onlyCategories: ["performance", "accessibility", "best-practices", "seo"] });
    const { categories, audits } = result.lhr;
    const scores = ["performance", "accessibility", "best-practices", "seo"].map((name) => Math.round((categories[name].score ?? 0) * 100));
    const number = (/** @type {string} */ name) => audits[name].numericValue ?? NaN;
    console.log(`${path.padEnd(42)}${String(scores[0]).padStart(5)} ${String(scores[1]).padStart(7)} ${String(scores[2]).padStart(10)} ${String(scores[3]).padStart(7)} ${(number("largest-contentful-paint") / 1000).toFixed(2).padStart(7)} ${number("total-blocking-time").toFixed(0).padStart(7)} ${number("cumulative-layout-shift").toFixed(3).padStart(6)}`);
    if (scores[0] < 99 || scores.slice(1).some((score) => score < 100)) bad += 1;
    for (const name of Object.keys(categories)) for (const { id, weight } of categories[name].auditRefs) {
      const { score, title, displayValue, details } = audits[id];
      if (weight && score !== null && score < (name === "performance" ? 0.9 : 1)) console.log(`    ${name}: ${id}: ${title} ${displayValue ?? ""} ${process.env.EACH ? JSON.stringify(details?.items?.slice(0, 4)) : ""}`);
    }
  }
}
await browser.close();
site.close();
process.exitCode = bad ? 1 : 0;
