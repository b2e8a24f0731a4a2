// The inquiry list, by keyboard.

/** @param {import("../run.mjs").Tools} tools */
export default async function inquiry({ site, open, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.home}/produk/bingkai-foto-jati-belanda-a4/`);
  await page.getByRole("button", { name: "Tambah ke daftar tanya" }).press("Enter");
  await page.goto(`${site.home}/produk/sambal-bawang/`);
  await page.getByRole("button", { name: "Tambah ke daftar tanya" }).press("Enter");
  await page.goto(`${site.home}/daftar-tanya/`);
  await page.waitForSelector("[data-inquiry] h2, [data-inquiry] h3").catch(() => {});
  const list = await page.locator("main").innerText();
  check(list.includes("Bingkai Foto Kayu") && list.includes("Sambal Bawang") && list.includes("Sambal Kiranara"), "the inquiry list holds both products by seller");
  check(wrong.length === 0, `using the site: ${wrong.join("; ")}`);
  await context.close();
}
