// What was searched for last: kept on the device, offered below an empty field, forgotten with one button.
import { audit, focused } from "../lib/browser.mjs";

/** @param {import("../run.mjs").Tools} tools */
export default async function recent({ site, open, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const field = page.locator("#cari-atas");
  const offered = page.locator(".bar-top .suggestions");
  await page.goto(`${site.home}/produk/`);
  await field.focus();
  await page.waitForTimeout(400);
  await check(async () => !(await offered.isVisible()), "nothing is offered before anything was searched for");
  for (const query of ["batik", "kopi susu", "batik"]) {
    await field.fill(query);
    await field.press("Enter");
    await page.waitForURL(/\/cari\/\?q=/);
    await page.locator("[data-list] .card").first().waitFor();
  }
  await page.goto(`${site.home}/umkm/`);
  await field.focus();
  await offered.waitFor();
  const options = offered.locator('[role="option"]');
  await check(async () => (await options.allInnerTexts()).join() === "batik,kopi susu", `the latest first, each once: ${await options.allInnerTexts()}`);
  await check(async () => (await field.getAttribute("aria-expanded")) === "true", "the field says that something is offered");
  const found = await audit(page);
  check(found.length === 0, found.join("; "));
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  await field.press("Enter");
  await page.waitForURL(/q=kopi%20susu|q=kopi\+susu/);
  check(true, "an offered query is searched for again by keyboard");
  await page.goto(`${site.home}/umkm/`);
  await field.focus();
  await offered.waitFor();
  await field.press("Tab");
  for (let turn = 0; turn < 4 && !(await focused(page, ".suggestions-note button")); turn += 1) await page.keyboard.press("Tab");
  await check(() => focused(page, ".suggestions-note button"), "the button that forgets them is reached");
  await page.keyboard.press("Enter");
  await check(async () => !(await offered.isVisible()) && (await focused(page, "#cari-atas")), "they are gone and the focus is in the field");
  await check(async () => (await page.evaluate(() => localStorage.getItem("etalase.cari"))) === null, "nothing of them is left on the device");
  check(wrong.length === 0, wrong.join("; "));
  await context.close();
}
