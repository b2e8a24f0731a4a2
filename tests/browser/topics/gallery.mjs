// Photos of a product by keyboard: thumbnails, enlarging, going through them; and without script.
import { PATIENT, focusShows, focused, tabTo } from "../lib/browser.mjs";

const product = "/produk/bingkai-foto-jati-belanda-a4/";

/** @param {import("../run.mjs").Tools} tools */
export default async function gallery({ site, open, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(site.home + product);
  const shown = () => page.evaluate(() => {
    const strip = /** @type {HTMLElement} */ (document.querySelector(".gallery-strip"));
    return Math.round(strip.scrollLeft / strip.clientWidth) + 1;
  });
  const count = await page.locator("[data-thumb]").count();
  check(count > 1, `the sample product has ${count} photos`);
  check(await tabTo(page, '[data-thumb="2"]', { limit: 60 }), "the second thumbnail is reached");
  await check(() => focusShows(page), "the focus on it shows");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector('[data-thumb="2"]')?.hasAttribute("aria-current")).catch(() => {});
  await check(async () => (await shown()) === 2 && (await page.locator("[data-thumb][aria-current]").count()) === 1, "Enter shows the second photo and marks its thumbnail");
  check(!page.url().includes("#"), "the address stays as it is, so that Back leaves the page");

  // The focus on the link of a photo brings that photo into view.
  await page.locator('[data-thumb="1"]').press("Enter");
  await page.waitForFunction(() => document.querySelector('[data-thumb="1"]')?.hasAttribute("aria-current"));
  await page.keyboard.press("Home");
  await page.locator("#foto-2 a[data-zoom]").focus();
  await page.waitForTimeout(300);
  await check(async () => (await shown()) === 2, "a photo that gets the focus is brought into view");
  await page.keyboard.press("Enter");
  const dialog = page.locator("dialog[data-zoom-box]");
  await check(() => dialog.evaluate((node) => /** @type {HTMLDialogElement} */ (node).open), "Enter enlarges the photo");
  await check(() => page.evaluate(() => document.querySelector("dialog[open]")?.contains(document.activeElement) ?? false), "the focus is in the dialog");
  const source = () => page.locator(".zoom-pic img").getAttribute("src");
  const first = await source();
  await check(async () => Boolean(await page.locator(".zoom-pic img").getAttribute("alt")), "the large photo has a text");
  await page.keyboard.press("ArrowRight");
  const second = await source();
  check(first !== second, "the right arrow key shows the next photo");
  await page.keyboard.press("ArrowLeft");
  await check(async () => (await source()) === first, "the left arrow key shows the one before");
  check(await tabTo(page, "[data-step='1']", { limit: 6 }), "the button for the next photo is reached");
  await page.keyboard.press("Enter");
  await check(async () => (await source()) === second, "and shows it");
  check(await tabTo(page, ".zoom-pic", { limit: 6 }), "the large photo is reached");
  await check(() => focusShows(page), "the focus on the large photo shows");
  await page.keyboard.press("Enter");
  await check(async () => await page.locator(".zoom-pic.is-large").count() === 1, "Enter makes it larger");
  const room = await page.locator(".zoom-pic").evaluate((node) => [node.scrollWidth - node.clientWidth, node.scrollHeight - node.clientHeight]);
  check(room.some((pixels) => pixels > 20), `and it can be scrolled: ${room}`);
  await page.keyboard.press("Enter");
  await check(async () => await page.locator(".zoom-pic.is-large").count() === 0, "and smaller again");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.activeElement === document.body || document.querySelector("dialog[open]")?.contains(document.activeElement));
  check(Boolean(inside), "the focus does not leave the dialog");
  await page.keyboard.press("Escape");
  await check(async () => !(await dialog.evaluate((node) => /** @type {HTMLDialogElement} */ (node).open)), "Escape closes it");
  await check(() => focused(page, "#foto-2 a[data-zoom]"), "and the focus is where it was");
  check(wrong.length === 0, `gallery: ${wrong.join("; ")}`);
  await context.close();

  const plain = await open({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await plain.page.goto(site.home + product);
  await plain.page.locator('[data-thumb="2"]').click();
  await plain.page.waitForTimeout(600);
  const box = await plain.page.locator("#foto-2").boundingBox();
  check(box !== null && Math.abs(box.x) < 2, `without script a thumbnail leads to its photo: ${JSON.stringify(box)}`);
  const large = await plain.page.locator("#foto-1 a").getAttribute("href");
  check(/\.(webp|jpg)$/.test(large ?? ""), `without script a photo is a link to the large one: ${large}`);
  await plain.context.close();

  // Fingers: a swipe is a scroll, and the strip stops at a photo.
  const phone = await open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await phone.page.goto(site.home + product);
  await phone.page.locator(".gallery-strip").evaluate((strip) => strip.scrollBy({ left: strip.clientWidth * 0.7, behavior: "instant" }));
  await phone.page.waitForFunction(() => document.querySelector('[data-thumb="2"]')?.hasAttribute("aria-current"), undefined, { timeout: PATIENT }).catch(() => {});
  const rest = await phone.page.locator(".gallery-strip").evaluate((strip) => strip.scrollLeft % strip.clientWidth);
  check(rest < 2, `the strip rests on a photo: ${rest} px beside it`);
  await check(async () => await phone.page.locator('[data-thumb="2"][aria-current]').count() === 1, "and its thumbnail is marked");
  await phone.context.close();
}
