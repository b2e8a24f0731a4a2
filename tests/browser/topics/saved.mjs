// Saved products and those seen lately, by keyboard; nothing of it leaves the device.
import { focusShows, focused, tabTo } from "../lib/browser.mjs";

/** @param {import("../run.mjs").Tools} tools */
export default async function saved({ site, open, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.home}/produk/mug-glasir/`);
  check(await tabTo(page, "[data-save]", { limit: 60 }), "the button is reached");
  await check(() => focusShows(page), "the focus on it shows");
  const button = page.locator("[data-save]");
  const words = page.locator("article [data-say]");
  await page.keyboard.press("Enter");
  await check(async () => (await button.getAttribute("aria-pressed")) === "true" && (await words.innerText()) === "Tersimpan", "Enter saves; the button is pressed and the page says so");
  await page.keyboard.press("Space");
  await check(async () => (await button.getAttribute("aria-pressed")) === "false" && (await words.innerText()) === "", "the space bar takes it off again");
  await page.keyboard.press("Enter");
  await page.reload();
  await check(async () => (await button.getAttribute("aria-pressed")) === "true", "it is still saved after a reload");

  await page.goto(`${site.home}/produk/tunik-linen/`);
  const recent = page.locator("[data-recent] .card-name");
  await check(async () => (await recent.allInnerTexts()).join().includes("Mug"), "the product seen before is named");
  await check(async () => !(await recent.allInnerTexts()).join().includes("Tunik"), "the one that is open is not");

  await page.goto(`${site.home}/simpanan/`);
  const list = page.locator("[data-full] .card-name");
  await list.first().waitFor();
  await check(async () => (await list.allInnerTexts()).length === 1, "the page of saved products holds it");
  await check(async () => !(await page.locator("[data-empty]").isVisible()), "and does not say that it is empty");
  check(await tabTo(page, "[data-full] .card-name a", { limit: 40 }), "its card is reached");
  await check(() => focusShows(page), "the focus on the card shows");
  const remove = page.locator("[data-saved] [data-remove], [data-saved] .card-tools button");
  if (await remove.count()) {
    await remove.first().press("Enter");
  } else {
    check(await tabTo(page, "[data-clear]", { limit: 20 }), "the button to empty the list is reached");
    await page.keyboard.press("Enter");
  }
  await page.locator("[data-empty]").waitFor();
  await check(async () => (await page.evaluate(() => localStorage.getItem("etalase.simpan"))) === "[]", "taken off, nothing is kept");
  await check(() => page.evaluate(() => document.activeElement !== document.body), "the focus is not lost with the button");
  check(wrong.length === 0, `saved: ${wrong.join("; ")}`);

  // A store that is full, closed or full of nonsense does no harm.
  await page.evaluate(() => {
    localStorage.setItem("etalase.simpan", "{nonsense");
    localStorage.setItem("etalase.tanya", JSON.stringify([{ id: "x", url: "https://elsewhere.invalid/", name: "<img src=x onerror=alert(1)>", seller: "y", seller_url: "javascript:alert(1)", seller_name: "y", price: "1", unit: "" }]));
    localStorage.setItem("etalase.lihat", "[1, null, {}]");
  });
  for (const path of ["/simpanan/", "/daftar-tanya/", "/produk/mug-glasir/"]) {
    wrong.length = 0;
    await page.goto(site.home + path);
    await page.waitForTimeout(300);
    const bad = await page.locator('main a[href^="javascript:"], main a[href*="elsewhere.invalid"], main img[src="x"]').count();
    check(bad === 0 && wrong.length === 0, `${path} with a spoilt store: ${bad} bad links, ${wrong.join("; ")}`);
  }
  await check(() => focused(page, "body"), "nothing takes the focus unasked");
  await context.close();
}
