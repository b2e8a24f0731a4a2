// Searching as visitors do.

/** @param {import("../run.mjs").Tools} tools */
export default async function search({ site, open, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.home}/`);
  await page.locator("main form[role=search] input").first().focus();
  await page.keyboard.type("kripik singkng", { delay: 15 });
  await page.waitForSelector("[role=option]").catch(() => {});
  const option = await page.locator("[role=option]").allInnerTexts();
  check(option.some((text) => text.includes("Keripik Singkong")), `suggestions for a misspelt query: ${option.join(" / ")}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/cari|keripik/).catch(() => {});
  check(/cari|keripik/.test(page.url()), `Enter leads to the search page: ${page.url()}`);

  for (const [path, want] of [["/cari/?q=pigura", "Bingkai"], ["/cari/?q=oleh2", ""], ["/cari/?q=batik%20di%20bawah%20250%20ribu", "Batik"], ["/en/search/?q=photo%20frame", "frame"]]) {
    await page.goto(site.home + path);
    await page.waitForSelector("[data-results] [data-list] a").catch(() => {});
    const names = await page.locator("[data-results] [data-list] h3").allInnerTexts();
    check(names.length > 0 && names.some((text) => text.toLowerCase().includes(want.toLowerCase())), `${path}: ${names.slice(0, 3).join(" / ")}`);
  }
  // The same mark looks the same, whether the page brought the card or the script made it.
  const low = async (/** @type {string} */ path, /** @type {string} */ list) => {
    await page.goto(site.home + path);
    const line = page.locator(`${list} .card-stock`, { hasText: "Stok terbatas" }).first();
    return line.evaluate((node) => getComputedStyle(node).color);
  };
  const [made, brought] = [await low("/cari/?q=batik", "[data-results] [data-list]"), await low("/produk/", "main")];
  check(made === brought, `a low stock is ${made} in results, ${brought} in lists`);
  check(wrong.length === 0, `searching: ${wrong.join("; ")}`);
  await context.close();
}
