// The order by distance: asked for by a choice alone, refused with a word, and nothing of the position leaves the device.

/** @param {import("playwright-core").Page} page */
const places = (page) => page.locator("[data-list] .card-by").allInnerTexts();

/** @param {import("../run.mjs").Tools} tools */
export default async function nearest({ site, open, check }) {
  const pamulang = { latitude: -6.341, longitude: 106.738 };
  const serpongUtara = { latitude: -6.241, longitude: 106.661 };
  {
    const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 }, geolocation: pamulang, permissions: ["geolocation"] });
    await page.addInitScript(() => {
      const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
      navigator.geolocation.getCurrentPosition = (...args) => {
        /** @type {any} */ (window).asked = (/** @type {any} */ (window).asked ?? 0) + 1;
        ask(...args);
      };
    });
    /** @type {string[]} */
    const sent = [];
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
    await page.goto(`${site.home}/umkm/?urut=terdekat`);
    await page.locator("[data-open-filters]").click();
    await page.locator('[data-sort] option[value="terdekat"]').waitFor({ state: "attached" });
    const asked = () => page.evaluate(() => /** @type {any} */ (window).asked ?? 0);
    await check(async () => (await asked()) === 0, "an address and the filters ask no device where it is");
    await page.locator("[data-sort]").selectOption("terdekat");
    await page.waitForFunction(() => /Pamulang/.test(document.querySelector("[data-list] .card-by")?.textContent ?? ""));
    const near = await places(page);
    const first = near.findIndex((text) => !/Pamulang/.test(text));
    check(first > 1 && near.slice(first).every((text) => !/Pamulang/.test(text)), `those of Pamulang stand first: ${near.join(" | ")}`);
    check(/Serpong Utara/.test(near.at(-1) ?? ""), `the farthest stand last: ${near.at(-1)}`);
    await check(async () => (await asked()) === 1, "the choice asks once");
    check(new URL(page.url()).search.includes("urut=terdekat"), "the order stands in the address");
    await context.setGeolocation(serpongUtara);
    check(!sent.some((line) => /6[.,]341|106[.,]73/.test(line)), "the position is in no request");
    check(wrong.length === 0, wrong.join("; "));
    await context.close();
  }
  {
    const { context, page } = await open({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${site.home}/koperasi/`);
    await page.locator("[data-open-filters]").click();
    await page.locator('[data-sort] option[value="terdekat"]').waitFor({ state: "attached" });
    const before = await places(page);
    await page.locator("[data-sort]").selectOption("terdekat");
    await page.locator("[data-notes] .notice").waitFor();
    await check(async () => /tidak terbaca/.test(await page.locator("[data-notes]").innerText()), "a refusal is told");
    await check(async () => (await page.locator("[data-sort]").inputValue()) === "pilihan" && (await places(page)).join() === before.join(), "and the order stays");
    await page.goto(`${site.home}/produk/`);
    await page.locator("[data-open-filters]").click();
    await page.locator('[data-sort] option[value="nama"]').waitFor({ state: "attached" });
    await check(async () => (await page.locator('[data-sort] option[value="terdekat"]').count()) === 0, "products have no such order");
    await context.close();
  }
}
