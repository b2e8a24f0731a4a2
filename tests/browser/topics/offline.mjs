// The service worker: what was read can be read without a network, what was not leads to the offline page, and a new publication
// replaces the old one.
import { PATIENT } from "../lib/browser.mjs";
import { variant } from "../lib/build.mjs";
import { serve } from "../lib/server.mjs";

/** @param {import("../run.mjs").Tools} tools */
export default async function offline({ folder, browser, check }) {
  const site = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: "allow" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENT);
  await page.goto(`${site.home}/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.goto(`${site.home}/produk/tunik-linen/`);
  await page.goto(`${site.home}/en/products/mug-glasir/`);
  await page.locator(".gallery img").first().evaluate((img) => /** @type {HTMLImageElement} */ (img).decode());
  const kept = (/** @type {string} */ path) => page.evaluate(async (address) => Boolean(await caches.match(address)), path);
  for (const path of ["/produk/tunik-linen/", "/en/products/mug-glasir/", "/luring/", "/en/offline/"]) await check(() => kept(path), `${path} is kept`);

  site.block = () => true;
  await context.setOffline(true);
  await page.goto(`${site.home}/produk/tunik-linen/`);
  await check(async () => (await page.locator("h1").innerText()).includes("Tunik"), "a page that was read can be read");
  const style = await page.evaluate(() => getComputedStyle(document.querySelector(".btn-wa, .btn") ?? document.body).borderRadius);
  check(style !== "0px", "with its style");
  await page.goto(`${site.home}/en/products/mug-glasir/`);
  const width = await page.locator(".gallery img").first().evaluate((img) => /** @type {HTMLImageElement} */ (img).naturalWidth);
  check(width > 0, "with its photo");
  await page.goto(`${site.home}/produk/sambal-bawang/`);
  await check(async () => (await page.locator("html").getAttribute("lang")) === "id" && /luring/i.test(await page.locator("h1").innerText()), "a page that was not read says so");
  check(page.url().endsWith("/produk/sambal-bawang/"), "under its own address, so that a reload is enough");
  const links = page.locator("[data-cached] a");
  await links.first().waitFor();
  await check(async () => (await links.allInnerTexts()).some((name) => name.includes("Tunik")), "and names those that can be read");
  await page.goto(`${site.home}/en/products/sambal-bawang/`);
  await check(async () => (await page.locator("html").getAttribute("lang")) === "en" && /offline/i.test(await page.locator("h1").innerText()), "in English below /en/");
  await page.goto(`${site.home}/simpanan/`);
  await check(async () => (await page.locator("h1").count()) === 1, "a page of the device lists says something too");
  await context.setOffline(false);
  site.block = () => false;
  await page.goto(`${site.home}/produk/sambal-bawang/`);
  await check(async () => (await page.locator("h1").innerText()).includes("Sambal"), "with a network again the page comes");

  // A new publication: another price, another style, and a product less.
  const next = variant({ edit: ({ read, write }) => {
    const price = "content/produk/tunik-linen/index.md";
    write(price, read(price).replace(/^harga: .*$/m, "harga: 198765"));
    const gone = "content/produk/mug-glasir/index.md";
    write(gone, read(gone).replace("---\n", "---\nstatus: draf\n"));
    const style = "themes/etalase/assets/css/00-token.css";
    write(style, `${read(style)}\n:root { --test: 1; }\n`);
  } });
  const fixed = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("etalase-tetap-")));
  const before = await fixed();
  check(before.length === 1, `one set of fixed files is kept: ${before}`);
  site.folder = next;
  await page.goto(`${site.home}/produk/tunik-linen/`);
  await check(async () => (await page.locator("[data-price]").innerText()).includes("198.765"), "the next visit shows the new price");
  await check(async () => (await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--test"))).trim() === "1", "in the new style");
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration?.update()));
  for (let turn = 0; turn < 80 && ((await fixed()).length !== 1 || (await fixed())[0] === before[0]); turn += 1) await page.waitForTimeout(100);
  const after = await fixed();
  check(after.length === 1 && after[0] !== before[0], `the new set takes the place of the old: ${before} ${after}`);
  const answer = await page.goto(`${site.home}/en/products/mug-glasir/`);
  check(answer?.status() === 404, "a page that is gone is gone");
  site.block = () => true;
  await context.setOffline(true);
  await page.goto(`${site.home}/produk/tunik-linen/`);
  await check(async () => (await page.locator("[data-price]").innerText()).includes("198.765"), "without a network the new price stands");
  await check(async () => (await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--test"))).trim() === "1", "and the new style");
  await page.goto(`${site.home}/en/products/mug-glasir/`);
  await check(async () => !(await page.locator("h1").innerText()).includes("mug"), "a withdrawn page does not live on in the store");
  await context.close();

  // Who saves data gets no more than the page asks for.
  site.folder = folder;
  site.block = () => false;
  const thrifty = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, serviceWorkers: "block", extraHTTPHeaders: { "save-data": "on" } });
  const tab = await thrifty.newPage();
  site.log.length = 0;
  await tab.goto(`${site.home}/`, { waitUntil: "networkidle" });
  check(!site.log.some((path) => path.startsWith("/indeks")), "the home page fetches nothing of the search before it is asked to");
  await check(async () => !(await tab.locator('link[rel="prefetch"], link[rel="prerender"], script[type="speculationrules"]').count()), "and nothing ahead");
  await tab.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await tab.setViewportSize({ width: 360, height: 740 });
  const widths = async () => {
    await tab.goto(`${site.home}/produk/`, { waitUntil: "networkidle" });
    const last = tab.locator("[data-list] img").last();
    await last.scrollIntoViewIfNeeded();
    await last.evaluate((img) => /** @type {HTMLImageElement} */ (img).decode());
    return last.evaluate((img) => /** @type {HTMLImageElement} */ (img).currentSrc);
  };
  await check(async () => (await widths()).endsWith("-180.webp"), `who saves data gets the small pictures: ${await widths()}`);
  await thrifty.close();
  site.close();
}
