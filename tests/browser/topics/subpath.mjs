// The main ways of a site that lies below a path: nothing asks outside it.
import { PATIENT } from "../lib/browser.mjs";
import { variant } from "../lib/build.mjs";
import { serve } from "../lib/server.mjs";

/** @param {import("../run.mjs").Tools} tools */
export default async function subpath({ browser, check }) {
  const site = await serve(variant({ args: ["--base-url", "https://contoh.invalid/katalog/"] }), "/katalog/");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "allow" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENT);
  /** @type {string[]} */
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  await page.goto(`${site.home}/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await check(async () => (await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.scope))) === `${site.home}/`, "the service worker keeps to its path");

  await page.locator(".tile").first().click();
  await page.waitForURL(/\/katalog\/kategori\//);
  await page.locator(".card-name a").first().click();
  await page.waitForURL(/\/katalog\/produk\//);
  await check(async () => (await page.locator("h1").count()) === 1, "home, category and product lead to each other");
  await page.locator("[data-ask]").click();
  await page.locator("[data-save]").click();
  await page.locator(".lang").click();
  await page.waitForURL(/\/katalog\/en\/products\//);
  await check(async () => (await page.locator("html").getAttribute("lang")) === "en", "the other language is there");
  await page.goto(`${site.home}/daftar-tanya/`);
  await page.locator("[data-groups] h3 a").first().waitFor();
  await check(async () => (await page.locator("[data-groups] h3 a").first().getAttribute("href"))?.startsWith(`${site.home}/`) ?? false, "the inquiry list leads below the path");
  const picture = page.locator("[data-groups] img").first();
  if (await picture.count()) await check(() => picture.evaluate((img) => /** @type {HTMLImageElement} */ (img).decode().then(() => true, () => false)), "its picture comes");
  await page.goto(`${site.home}/simpanan/`);
  await page.locator("[data-saved] .card-name").first().waitFor();
  await page.goto(`${site.home}/produk/`);
  await page.locator("[data-open-filters]").click();
  await page.locator(".facets-side .facets").waitFor();
  await page.locator('.facets-side input[name="kec"][value="pamulang"]').check();
  await page.waitForURL(/\/katalog\/produk\/\?kec=pamulang/);
  await page.locator(".pill").waitFor();
  await check(async () => (await page.locator("[data-list] a").first().getAttribute("href"))?.includes("/katalog/produk/") ?? false, "filtered cards lead below the path");
  await page.goto(`${site.home}/cari/?q=batik`);
  await page.locator("[data-list] h3").first().waitFor();
  await page.locator("[data-list] a").first().click();
  await page.waitForURL(/\/katalog\/produk\//);
  await check(async () => (await page.locator("[data-item]").count()) === 1, "search leads to a product");
  const manifest = await page.evaluate(async () => (await fetch(/** @type {HTMLLinkElement} */ (document.querySelector('link[rel="manifest"]')).href)).json());
  const icons = await page.evaluate(async (list) => Promise.all(list.map(async (/** @type {{ src: string }} */ icon) => (await fetch(new URL(icon.src, /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="manifest"]')).href))).status)), manifest.icons);
  check(icons.length > 0 && icons.every((status) => status === 200), `the icons of the manifest are there: ${icons}`);
  check(new URL(manifest.start_url, `${site.home}/`).pathname === "/katalog/", `the installed site starts below the path: ${manifest.start_url}`);
  await page.waitForFunction(async () => (await (await caches.open("etalase-halaman-1")).keys()).length > 3);
  site.block = () => true;
  await context.setOffline(true);
  await page.goto(`${site.home}/produk/`);
  await check(async () => (await page.locator("h1").innerText()).length > 0 && !/luring/i.test(await page.locator("h1").innerText()), "a page that was read can be read without a network");
  await page.goto(`${site.home}/mitra/`);
  await check(async () => /luring/i.test(await page.locator("h1").innerText()), "one that was not leads to the offline page");
  const outside = [...new Set(site.log.filter((path) => !path.startsWith("/katalog/") && path !== "/favicon.ico"))];
  check(outside.length === 0, `asked for outside the path: ${outside.join(" ")}`);
  const real = wrong.filter((line) => !/ERR_(INTERNET|FAILED|EMPTY)|Failed to load/.test(line));
  check(real.length === 0, `errors: ${real.join("; ")}`);
  await context.close();
  site.close();
}
