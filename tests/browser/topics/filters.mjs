// Filters of a list by keyboard: the panel beside the list on wide screens, the sheet on phones; state in the address, pills, Back.
import { focusShows, focused, tabTo } from "../lib/browser.mjs";

/** @param {import("playwright-core").Page} page */
const count = async (page) => Number((await page.locator("[data-count]").innerText()).replace(/\D/g, ""));

/** @param {import("../run.mjs").Tools} tools */
export default async function filters({ site, open, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.home}/produk/`);
  const all = await count(page);
  check(all > 40, `the list counts ${all}`);
  check(await tabTo(page, "[data-open-filters]", { limit: 60 }), "the button is reached");
  await check(() => focusShows(page), "the focus on it shows");
  await page.keyboard.press("Enter");
  await page.locator(".facets-side .facets").waitFor();
  await page.waitForFunction(() => document.querySelector(".facets-side")?.contains(document.activeElement)).catch(() => {});
  await check(() => page.evaluate(() => document.querySelector(".facets-side")?.contains(document.activeElement) ?? false), "Enter opens the panel and the focus is in it");
  check(await tabTo(page, '.facets-side input[name="kec"][value="pamulang"]', { limit: 30 }), "a district is reached");
  await check(() => focusShows(page), "the focus on it shows");
  await page.keyboard.press("Space");
  await page.waitForURL(/kec=pamulang/);
  await page.waitForFunction((was) => document.querySelector("[data-count]")?.textContent?.replace(/\D/g, "") !== String(was), all);
  const inPamulang = await count(page);
  check(inPamulang > 0 && inPamulang < all, `${inPamulang} of ${all} are in Pamulang`);
  await page.waitForTimeout(300);
  await check(() => focused(page, '.facets-side input[name="kec"][value="pamulang"]'), "the focus stays where it was when the counts come");
  const said = await page.locator("[data-said]").innerText();
  check(said.includes(String(inPamulang)), `the new count is announced: ${said}`);
  check(await tabTo(page, '.facets-side input[name="sifat"], .facets-side input[name="stok"]', { limit: 60 }), "another filter is reached");
  await page.keyboard.press("Space");
  await page.waitForURL(/(sifat|stok)=/);
  await page.locator(".pill").nth(1).waitFor();
  const both = await count(page);
  check(both <= inPamulang, `filters of two kinds narrow: ${both}`);
  const address = page.url();

  // The pills, from the keyboard: the panel stands behind them, so one goes back.
  check(await tabTo(page, ".pill", { limit: 60, back: true }), "the pills are reached");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".pill").length === 1);
  await check(() => focused(page, ".pill, .pills button"), "taking one off leaves the focus on the next");
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".pill").length === 2);
  await check(async () => page.url() === address && (await count(page)) === both, "Back brings both filters again");

  // The address alone is enough.
  const other = await context.newPage();
  await other.goto(address);
  await other.locator(".pill").nth(1).waitFor();
  await check(async () => (await count(other)) === both, "the address opened elsewhere shows the same");
  await other.close();
  check(wrong.length === 0, `wide: ${wrong.join("; ")}`);
  await context.close();

  const phone = await open({ viewport: { width: 360, height: 740 } });
  {
    const { page, wrong } = phone;
    await page.goto(`${site.home}/produk/`);
    check(await tabTo(page, "[data-open-filters]", { limit: 60 }), "phone: the button is reached");
    await page.keyboard.press("Enter");
    await page.locator("dialog.sheet[open] .facets").waitFor();
    await check(() => page.evaluate(() => document.querySelector("dialog.sheet")?.contains(document.activeElement) ?? false), "phone: the focus is in the sheet");
    check(await tabTo(page, 'dialog.sheet input[name="kategori"]', { limit: 20 }), "phone: the categories are reached");
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/kategori=/);
    await page.waitForTimeout(300);
    await check(() => page.evaluate(() => document.querySelector("dialog.sheet")?.contains(document.activeElement) ?? false), "phone: the focus is still in the sheet");
    const label = await page.locator("[data-apply]").innerText();
    check(/\d/.test(label), `phone: the button says how many there are: ${label}`);
    // A long way round inside the sheet never leaves it.
    let strayed = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      await page.keyboard.press("Tab");
      strayed += await page.evaluate(() => Number(document.activeElement !== document.body && !document.querySelector("dialog.sheet")?.contains(document.activeElement)));
    }
    check(strayed === 0, `phone: the focus left the sheet ${strayed} times`);
    check(await tabTo(page, "[data-apply]", { limit: 60 }), "phone: the button below is reached");
    await page.keyboard.press("Enter");
    await check(async () => !(await page.locator("dialog.sheet[open]").count()), "phone: it closes the sheet");
    await check(() => focused(page, "[data-open-filters]"), "phone: the focus is on the button that opened it");
    await check(async () => (await count(page)) === Number(label.replace(/\D/g, "")), "phone: the list holds what the button said");
    await page.keyboard.press("Enter");
    await page.locator("dialog.sheet[open]").waitFor();
    await page.keyboard.press("Escape");
    await check(async () => !(await page.locator("dialog.sheet[open]").count()), "phone: Escape closes it");
    check(wrong.length === 0, `phone: ${wrong.join("; ")}`);
  }
  await phone.context.close();

  // Without script the same ways are links.
  const plain = await open({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await plain.page.goto(`${site.home}/produk/`);
  await check(async () => !(await plain.page.locator("[data-open-filters]").isVisible()), "without script no button is shown that does nothing");
  await check(async () => (await plain.page.locator('main a.chip[href*="/kategori/"]').count()) >= 8, "categories are links");
  await check(async () => (await plain.page.locator('main a.chip[href*="/kecamatan/"]').count()) === 7, "districts are links");
  await plain.context.close();
}
