// Sold-out products, long lists of values, and input that asks for nothing sensible.
import { serve } from "../lib/server.mjs";
import { variant } from "../lib/build.mjs";

/** @param {import("../run.mjs").Tools} tools */
export default async function searchFilters({ open, site, browser, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.home}/cari/`);
  const field = page.locator("main input[name=q]");
  for (const text of ["", "k", "a".repeat(10_000), "   ", "?!.,;", "<img src=x onerror=alert(1)>", "مرحبا بالعالم", "🙂🍌", "KERIPIK"]) {
    await field.fill(text);
    await page.waitForTimeout(250);
    await check(async () => (await page.locator("[data-results] img[src=x]").count()) === 0, `${text.slice(0, 20)}: text stays text`);
  }
  await page.locator("[data-list] h3").first().waitFor();
  await check(async () => (await page.locator("[data-list] h3").allInnerTexts()).some((name) => /keripik/i.test(name)), "capitals find what small letters do");
  check(wrong.length === 0, `odd input: ${wrong.join("; ")}`);
  await context.close();

  const folder = variant({ edit: ({ read, write }) => {
    for (const slug of ["keripik-singkong-daun-jeruk", "tunik-linen"]) {
      const path = `content/produk/${slug}/index.md`;
      write(path, read(path).replace(/^stok: .*$/m, "stok: habis"));
    }
  }, args: ["--base-url", "https://contoh.invalid/katalog/"] });
  const below = await serve(folder, "/katalog/");
  const other = await browser.newContext({ serviceWorkers: "block" });
  const list = await other.newPage();
  const names = async () => {
    await list.waitForFunction(() => document.querySelector("[data-said]")?.textContent);
    await list.waitForTimeout(300);
    return list.locator("[data-list] h3").allInnerTexts();
  };
  await list.goto(`${below.home}/cari/?q=keripik`);
  const shown = await names();
  check(shown.length > 0 && !shown.some((name) => /daun jeruk/i.test(name)), `sold out is hidden: ${shown.join(" / ")}`);
  await list.goto(`${below.home}/cari/?q=keripik&stok=habis`);
  await check(async () => (await names()).some((name) => /daun jeruk/i.test(name)), "and shown when it is asked for");
  await list.goto(`${below.home}/cari/?q=tunik+linen`);
  await check(async () => (await names()).some((name) => /tunik linen/i.test(name)), "where nothing else is left, what is sold out is shown");
  await other.close();
  below.close();
}
