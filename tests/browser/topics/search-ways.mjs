// Every way to search, in both languages, at the root and below a path, under the policy that the site sends: by name, misspelt, by
// maker, by category, with a filter, and with the keyboard alone from the home page to an entry.
import { PATIENT } from "../lib/browser.mjs";
import { variant } from "../lib/build.mjs";
import { serve } from "../lib/server.mjs";

const LANGUAGES = [
  { home: "/", search: "cari/", name: ["rempeyek kacang", /Rempeyek Kacang/i], typo: ["rempeyk kcang", /Rempeyek/i], maker: ["dapur serunai", /Dapur Serunai/],
    category: ["anggrek", /Anggrek/], chip: ["keripik di bawah 20 ribu", /Di bawah|20\.000/] },
  { home: "/en/", search: "en/search/", name: ["peanut rempeyek", /rempeyek/i], typo: ["cassva chips", /cassava/i], maker: ["bingkai rantika", /Bingkai Rantika/],
    category: ["orchids", /Orchid/i], chip: ["chips under 20k", /Under|20,000/] },
];

/** @param {import("../run.mjs").Tools} tools */
export default async function searchWays({ folder, browser, check }) {
  const below = variant({ args: ["--base-url", "https://contoh.invalid/katalog/"] });
  for (const [site, where] of /** @type {[import("../lib/server.mjs").Site, string][]} */ ([
    [await serve(folder), "at the root"], [await serve(below, "/katalog/"), "below a path"],
  ])) {
    for (const language of LANGUAGES) {
      const told = (/** @type {string} */ what) => `${what}, ${language.home}, ${where}`;
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENT);
      /** @type {string[]} */
      const wrong = [];
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
      const field = page.locator("main form[data-search] input[name=q]").first();
      /** What the suggestions say once they hold what is wanted. @param {string} query @param {RegExp} wanted */
      const suggested = async (query, wanted) => {
        await field.fill("");
        await field.pressSequentially(query, { delay: 10 });
        const found = page.locator("main [role=option]").filter({ hasText: wanted }).first();
        return found.waitFor().then(() => true, () => false);
      };

      site.log.length = 0;
      await page.goto(site.home + language.home);
      check(!site.log.some((path) => path.includes("/indeks")), told("nothing of the index is fetched before a field is touched"));
      for (const [way, [query, wanted]] of /** @type {[string, [string, RegExp]][]} */ (Object.entries(language).filter(([key]) => ["name", "typo", "maker", "category"].includes(key)))) {
        check(await suggested(query, wanted), told(`suggestions by ${way}: ${query}`));
      }
      check(site.log.some((path) => path.includes("/saran-")) && !site.log.some((path) => path.includes("/cari-")), told("the small script is enough"));

      // The keyboard alone: tab to the field, type, down to a product, enter.
      await page.goto(site.home + language.home);
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(() => document.activeElement?.matches("form[data-search] input[name=q]") ?? false)) break;
      }
      await page.keyboard.type(language.name[0]);
      await page.locator(".suggestion-product").filter({ hasText: language.name[1] }).first().waitFor();
      for (let step = 0; step < 8; step += 1) {
        await page.keyboard.press("ArrowDown");
        if (await page.locator('.suggestion-product[aria-selected="true"]').count()) break;
      }
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/(produk|products)\/[^/]+\/$/);
      await check(async () => language.name[1].test(await page.locator("h1").innerText()), told("the keyboard leads to the product"));

      // Results: a filter in words becomes a pill, one in the panel narrows the list.
      await page.goto(`${site.home}/${language.search}?q=${encodeURIComponent(String(language.chip[0]))}`);
      await page.locator("[data-list] h3").first().waitFor();
      await check(async () => /** @type {RegExp} */ (language.chip[1]).test(await page.locator("[data-pills]").innerText()), told("a price in words is a pill"));
      await page.goto(`${site.home}/${language.search}?q=batik`);
      await page.locator(".facets-side .facets").waitFor();
      const before = await page.locator("[data-list] h3").count();
      await page.locator('.facets-side input[name="kec"]:not([disabled])').first().check();
      await page.locator(".pill").first().waitFor();
      await check(async () => /[?&]kec=/.test(page.url()) && (await page.locator("[data-list] h3").count()) <= before, told("a filter narrows the list and stands in the address"));
      check(wrong.length === 0, told(`no script and no policy complains: ${wrong.join("; ")}`));
      await context.close();
    }
    site.close();
  }
}
