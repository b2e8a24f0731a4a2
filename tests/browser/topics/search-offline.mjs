// Search without a network after installing, after a new publication, and when a file does not arrive.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PATIENT } from "../lib/browser.mjs";
import { serve } from "../lib/server.mjs";
import { variant } from "../lib/build.mjs";

/** @param {import("playwright-core").Page} page @param {string} [text] */
const names = async (page, text) => {
  await page.waitForSelector("[data-results] [data-list] h3", { timeout: PATIENT }).catch(() => {});
  if (text) await page.getByText(text).first().waitFor({ timeout: PATIENT }).catch(() => {});
  return page.locator("[data-results] [data-list] h3").allInnerTexts();
};

/** @param {import("../run.mjs").Tools} tools */
export default async function searchOffline({ folder, browser, check }) {
  const site = await serve(folder);
  const { files, whole } = JSON.parse(readFileSync(join(folder, "indeks.json"), "utf8"));
  check(whole === true && files.length > 2, "a small catalogue is to be kept whole");

  const context = await browser.newContext({ serviceWorkers: "allow" });
  const page = await context.newPage();
  await page.goto(`${site.home}/`);
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await page.goto(`${site.home}/cari/`);
  const kept = () => page.evaluate(async () => (await (await caches.open("etalase-indeks-1")).keys()).map(({ url }) => url.split("/").pop() ?? ""));
  for (let turn = 0; turn < 50 && (await kept()).length < files.length + 2; turn += 1) await page.waitForTimeout(100);
  const stored = await kept();
  check(files.every((/** @type {string} */ name) => stored.includes(name)) && stored.includes("indeks.bin"), `all files of the index are kept: ${stored.length} of ${files.length + 2}`);
  await page.goto(`${site.home}/cari/`);
  site.block = () => true;
  await context.setOffline(true);
  await page.locator("main input[name=q]").fill("rempeyek");
  await check(async () => (await names(page)).some((name) => /rempeyek/i.test(name)), "a word never searched before is found without a network");
  await context.setOffline(false);
  site.block = () => false;

  // A new publication: the price of one product. Unchanged files are not fetched again.
  const next = variant({ edit: ({ read, write }) => {
    const path = "content/produk/tunik-linen/index.md";
    write(path, read(path).replace(/^harga: .*$/m, "harga: 198765"));
  } });
  const later = JSON.parse(readFileSync(join(next, "indeks.json"), "utf8")).files;
  const fresh = later.filter((/** @type {string} */ name) => !files.includes(name));
  check(fresh.length > 0 && fresh.length < later.length, `${fresh.length} of ${later.length} files are new`);
  site.folder = next;
  site.log.length = 0;
  await page.evaluate(() => fetch("/indeks.bin", { cache: "reload" }).then((answer) => answer.arrayBuffer()));
  for (let turn = 0; turn < 50 && (await kept()).some((name) => files.includes(name) && !later.includes(name)); turn += 1) await page.waitForTimeout(100);
  const asked = site.log.filter((path) => path.startsWith("/indeks/")).map((path) => path.slice(8));
  check(asked.length > 0 && asked.every((name) => fresh.includes(name)), `only new files are fetched: ${asked.join(" ")}`);
  await page.goto(`${site.home}/cari/?q=tunik+linen`);
  await names(page);
  await check(async () => (await page.locator("[data-list]").innerText()).includes("198.765"), "the new price is shown");
  await context.close();

  // Without a worker: the browser still holds the start file of an index whose files are gone.
  const plain = await browser.newContext({ serviceWorkers: "block" });
  const tab = await plain.newPage();
  site.folder = folder;
  await tab.goto(`${site.home}/`);
  await tab.evaluate(() => fetch("/indeks.bin").then((answer) => answer.arrayBuffer()));
  site.folder = next;
  site.log.length = 0;
  await tab.goto(`${site.home}/cari/?q=tunik+linen`);
  await tab.getByText("198.765").first().waitFor({ timeout: PATIENT }).catch(() => {});
  const lost = site.log.filter((path) => path.startsWith("/indeks/") && !later.includes(path.slice(8)));
  check(lost.length > 0, "the page asked for a file of the old index");
  await check(async () => (await tab.locator("[data-list]").innerText()).includes("198.765"), "a page with an old index goes over to the new one");
  await plain.close();

  // A file that does not arrive is told, offered again, and leaves the rest standing.
  const fresher = await browser.newContext({ serviceWorkers: "block" });
  const broken = await fresher.newPage();
  site.folder = folder;
  site.block = (path) => /^\/indeks\/c-/.test(path);
  await broken.goto(`${site.home}/cari/?q=keripik`);
  await broken.locator("[data-notes] button").waitFor({ timeout: PATIENT }).catch(() => {});
  await check(async () => (await broken.locator("[data-notes]").innerText()).includes("Coba lagi"), "a missing file is told and offered again");
  site.block = () => false;
  await broken.locator("[data-notes] button").click();
  await check(async () => (await names(broken)).some((name) => /keripik/i.test(name)), "and comes when it is asked for again");
  await fresher.close();
  site.close();
}
