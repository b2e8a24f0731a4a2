// The preview for staff: a save is on the screen, the place on the page is kept, mistakes lie over the page until they are mended.
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PATIENT } from "../lib/browser.mjs";
import { temporary } from "../lib/build.mjs";
import { preview } from "../lib/preview.mjs";

const PRODUCT = "content/produk/tunik-linen/index.md";

/** @param {import("../run.mjs").Tools} tools */
export default async function previewed({ browser, check }) {
  const root = temporary();
  for (const part of ["content", "themes", ".etalase"]) cpSync(part, join(root, part), { recursive: true, force: true });
  const file = join(root, PRODUCT);
  const text = readFileSync(file, "utf8");
  const server = await preview(root, 18_731);
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: "block" });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENT);
    await page.goto(`${server.origin}/produk/tunik-linen/`);
    await page.evaluate(() => scrollTo(0, 400));
    writeFileSync(file, text.replace(/^harga: .*$/m, "harga: 198765"));
    const price = page.locator("[data-price]").first();
    await price.filter({ hasText: "198.765" }).waitFor();
    check(true, "a new price comes by itself");
    await page.waitForFunction(() => scrollY > 0);
    await check(async () => Math.abs((await page.evaluate(() => scrollY)) - 400) < 5, "the place on the page is kept");

    const over = page.locator("#etalase-galat");
    writeFileSync(file, text.replace(/^harga: .*$/m, "harga: 25.000"));
    await over.filter({ hasText: "25000" }).waitFor();
    const words = await over.innerText();
    check(words.includes(`${PRODUCT}:`) && words.includes("Belum bisa terbit"), `mistakes lie over the page, with their place: ${words}`);
    await check(async () => (await price.innerText()).includes("198.765"), "the page below is the last good one");
    await page.reload();
    await over.filter({ hasText: "25000" }).waitFor();
    check(true, "a page that is opened meanwhile shows them too");
    writeFileSync(file, text.replace(/^harga: .*$/m, "harga: 187000"));
    await price.filter({ hasText: "187.000" }).waitFor();
    await check(async () => !(await over.isVisible()), "they go when they are mended");

    // A folder that was not there when the preview began, and an editor that writes beside and renames.
    mkdirSync(join(root, "content/produk/baru-sekali"));
    const fresh = join(root, "content/produk/baru-sekali/index.md");
    writeFileSync(`${fresh}.tmp`, text.replace(/^nama: .*$/m, "nama: Tunik Baru Sekali").replace(/^foto:(\n {2,}.*| *\[.*)*$/m, "").replace(/^alamat_lama:.*$/m, ""));
    renameSync(`${fresh}.tmp`, fresh);
    let answer = 0;
    for (let turn = 0; turn < 100 && answer !== 200; turn += 1) {
      await new Promise((done) => setTimeout(done, 100));
      answer = (await fetch(`${server.origin}/produk/baru-sekali/`)).status;
    }
    check(answer === 200, `a new folder is watched: ${answer} ${server.said()}`);
    const missing = await fetch(`${server.origin}/produk/tidak-ada/`);
    await check(async () => missing.status === 404 && (await missing.text()).includes("muat.js"), "a page that is not there says so and comes alive when it is");
    await context.close();
  } finally {
    server.stop();
  }
}
