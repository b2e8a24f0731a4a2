// Filters of the lists that stand whole in their pages: by keyboard, in the address, over the further pages of a long list, and absent without
// script.
import { variant } from "../lib/build.mjs";
import { PATIENT, audit, focusShows, focused, tabTo } from "../lib/browser.mjs";
import { serve } from "../lib/server.mjs";

const NEWS = 30;

/** A site with thirty news items more, seven a page. */
const longList = () => variant({ edit: ({ read, write }) => {
  write("content/situs.yaml", `${read("content/situs.yaml")}\nper_halaman: 7\n`);
  for (let at = 1; at <= NEWS; at += 1) {
    const [topic, year] = [at % 3 ? "pasar" : "ekspor", 2020 + (at % 4)];
    write(`content/kabar/uji-${at}.md`, `---\njudul: Kabar uji ${at}\ntanggal: ${year}-03-${String(1 + (at % 28)).padStart(2, "0")}\ntopik: ${topic}\nringkas: Kabar untuk menguji daftar yang panjang.\ncontoh: ya\n---\n\nIsi kabar uji nomor ${at}.\n`);
  }
} });

/** @param {import("playwright-core").Page} page */
const shown = (page) => page.locator("[data-marks]:visible").count();

/** @param {import("../run.mjs").Tools} tools */
export default async function centerFilters({ site, browser, open, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  await page.goto(`${site.home}/program/`);
  const all = await shown(page);
  check(all > 3, `there are ${all} programmes`);
  check(await tabTo(page, ".drop summary", { limit: 60 }), "the first filter is reached");
  await check(() => focusShows(page), "the focus on it shows");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await check(() => focused(page, '.drop[open] input[name="sasaran"]'), "the next stop after opening it is its first value");
  const value = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);
  const promised = Number(await page.locator(".drop[open] label", { has: page.locator(`input[value="${value}"]`) }).locator("small").innerText());
  await page.keyboard.press("Space");
  await page.waitForURL(new RegExp(`sasaran=${value}`));
  const some = await shown(page);
  check(some === promised && some < all, `${some} of ${all} are left where ${promised} were promised`);
  const said = await page.locator(".sieve [role=status]").innerText();
  check(said.includes(String(some)) && said.includes(String(all)), `it is said: ${said}`);
  await check(async () => (await page.locator("[data-group]:visible").count()) === (await page.locator("[data-group]:has([data-marks]:not([hidden]))").count()), "no title stands above nothing");
  const found = await audit(page);
  check(found.length === 0, `open filters: ${found.join("; ")}`);
  await page.keyboard.press("Escape");
  await check(async () => (await page.locator(".drop[open]").count()) === 0 && (await focused(page, ".drop summary")), "Escape closes it and the focus is on its button");
  await check(async () => (await page.locator(".drop [data-chosen]:visible").innerText()) === "1", "the button tells that one value is on");

  // Two questions narrow, two answers to one question widen.
  await page.locator(".drop summary").nth(1).click();
  const second = page.locator(".drop[open] input:not([disabled])").first();
  await second.click();
  const both = await shown(page);
  check(both > 0 && both <= some, `two filters leave ${both}`);
  const address = page.url();
  check(new URL(address).searchParams.size === 2, `both stand in the address: ${address}`);
  const other = await context.newPage();
  await other.goto(address);
  await check(async () => (await shown(other)) === both, "the address opened elsewhere shows the same");
  await other.goto(`${site.home}/program/?sasaran=tidak-ada`);
  await check(async () => (await shown(other)) === all, "a value that is not there filters nothing");
  await other.close();
  await page.locator(".sieve [type=reset]").click();
  await check(async () => (await shown(page)) === all && !new URL(page.url()).search, "all filters go at once");
  await check(() => focused(page, ".drop summary"), "and the focus stays with the filters");
  check(wrong.length === 0, wrong.join("; "));
  await context.close();

  for (const path of ["/inovasi/", "/mitra/", "/mentor/", "/pembiayaan/", "/agenda/", "/agenda/arsip/", "/kabar/", "/cerita/", "/en/innovations/", "/en/events/"]) {
    const { context, page, wrong } = await open({ viewport: { width: 360, height: 740 } });
    await page.goto(site.home + path);
    const before = await shown(page);
    await page.locator(".drop summary").first().click();
    const input = page.locator(".drop[open] input").first();
    const count = Number(await page.locator(".drop[open] small").first().innerText());
    await input.click();
    await check(async () => (await shown(page)) === count && count > 0, `${path}: ${await shown(page)} of ${before} where ${count} were promised`);
    const box = await page.locator(".drop[open] fieldset").boundingBox();
    check(box !== null && box.x >= 0 && box.x + box.width <= 360, `${path}: the values stand within the window`);
    check(wrong.length === 0, `${path}: ${wrong.join("; ")}`);
    await context.close();
  }

  const plain = await open({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await plain.page.goto(`${site.home}/program/?sasaran=umkm`);
  await check(async () => (await plain.page.locator(".drop summary:visible").count()) === 0, "without script there are no filters to press");
  await check(async () => (await plain.page.locator("[data-marks]:visible").count()) === all, "and the list is whole");
  await plain.context.close();

  const long = await serve(longList());
  const far = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const list = await far.newPage();
  list.setDefaultTimeout(PATIENT);
  await list.goto(`${long.home}/kabar/`);
  await check(async () => (await shown(list)) === 7, `a page holds seven: ${await shown(list)}`);
  await list.locator(".drop summary").first().click();
  await list.locator('.drop[open] input[value="ekspor"]').click();
  await list.waitForFunction((want) => document.querySelectorAll("[data-marks]:not([hidden])").length === want, NEWS / 3);
  check(new URL(list.url()).search === "?topik=ekspor", `address: ${list.url()}`);
  await check(async () => (await list.locator(".pages:visible").count()) === 0, "with a filter on there are no further pages");
  const titles = await list.locator("[data-group]:visible h2").allInnerTexts();
  check(new Set(titles).size === titles.length && titles.length === 4, `each year stands once: ${titles.join(", ")}`);
  // A further page sends the choice to the first.
  await list.goto(`${long.home}/kabar/halaman/3/`);
  await list.locator(".drop summary").first().click();
  await list.locator('.drop[open] input[value="ekspor"]').click();
  await list.waitForURL(/\/kabar\/\?topik=ekspor$/);
  await list.waitForFunction((want) => document.querySelectorAll("[data-marks]:not([hidden])").length === want, NEWS / 3);
  // A page that does not come is told.
  long.block = (path) => path.includes("/halaman/");
  await list.goto(`${long.home}/kabar/?topik=ekspor`);
  await list.waitForFunction(() => document.querySelector(".sieve [role=status]")?.textContent);
  await check(async () => /tidak bisa dimuat/.test(await list.locator(".sieve [role=status]").innerText()), "that the list is not whole is said");
  await far.close();
  long.close();
}
