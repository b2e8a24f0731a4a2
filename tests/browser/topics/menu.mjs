// The menu by keyboard: dropdowns on wide screens, a sheet on phones; both without script too.
import { focusShows, focused, tabTo } from "../lib/browser.mjs";

/** Waits until the sheet is there, or gone. @param {import("playwright-core").Page} page @param {boolean} open */
const sheet = (page, open) => page.waitForFunction((want) => {
  const menu = document.querySelector("#menu-isi");
  return menu !== null && (getComputedStyle(menu).position === "fixed") === want;
}, open).then(() => true, () => false);

/** @param {import("../run.mjs").Tools} tools */
export default async function menu({ site, open, check }) {
  const wide = await open({ viewport: { width: 1280, height: 900 } });
  {
    const { context, page, wrong } = wide;
    await page.goto(`${site.home}/produk/tunik-linen/`);
    await page.keyboard.press("Tab");
    await check(() => focused(page, ".skip"), "the first stop leads past the header");
    await check(async () => (await page.locator(".skip").boundingBox())?.y !== undefined && (await focusShows(page)), "and is seen");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await check(() => page.evaluate(() => document.querySelector("main")?.contains(document.activeElement) ?? false), "the next stop after it is in the content");

    await page.goto(`${site.home}/`);
    check(await tabTo(page, ".nav-group summary", { limit: 4 }), "the first group of the menu is reached");
    await check(() => focusShows(page), "the focus on it shows");
    await page.keyboard.press("Enter");
    const opened = () => page.locator(".nav-group[open]").count();
    await check(async () => (await opened()) === 1, "Enter opens it");
    await page.keyboard.press("Tab");
    await check(() => focused(page, ".nav-group[open] a"), "the next stop is its first entry");
    await page.keyboard.press("Escape");
    await check(async () => (await opened()) === 0 && (await focused(page, ".nav-group summary")), "Escape closes it and the focus is where it was");
    await page.keyboard.press("Space");
    await check(async () => (await opened()) === 1, "the space bar opens it too");
    const entries = await page.locator(".nav-group[open] a").count();
    for (let turn = 0; turn <= entries; turn += 1) await page.keyboard.press("Tab");
    await check(async () => (await opened()) === 0 && (await focused(page, ".nav-group summary")), "leaving a group closes it");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const target = await page.evaluate(() => /** @type {HTMLAnchorElement} */ (document.activeElement).href);
    await page.keyboard.press("Enter");
    await page.waitForURL(target);
    await check(async () => (await page.locator(".nav-group a[aria-current]").count()) === 1, `${target}: its entry is marked`);
    check(wrong.length === 0, `wide: ${wrong.join("; ")}`);
    await context.close();
  }
  for (const script of [true, false]) {
    const { context, page, wrong } = await open({ viewport: { width: 360, height: 740 } });
    const name = script ? "phone" : "phone without script";
    const client = await context.newCDPSession(page);
    if (!script) await client.send("Emulation.setScriptExecutionDisabled", { value: true });
    await page.goto(`${site.home}/produk/`);
    if (!script) await client.send("Emulation.setScriptExecutionDisabled", { value: false });
    check(await tabTo(page, "#menu-buka", { limit: 8 }), `${name}: the menu button is reached`);
    await page.keyboard.press("Enter");
    await sheet(page, true);
    const box = await page.locator("#menu-isi").boundingBox();
    check(box?.y === 0 && box.width === 360, `${name}: the menu fills the window`);
    const seen = await page.evaluate(() => Array.from(document.querySelectorAll("body a, body button, body input, body summary")).filter((node) => {
      return !node.closest("#menu-isi") && getComputedStyle(node).visibility !== "hidden";
    }).length);
    check(seen === 0, `${name}: ${seen} things behind the sheet can be reached`);
    if (script) await check(() => focused(page, "#menu-isi a"), `${name}: the focus is in the menu`);
    check(await tabTo(page, '#menu-isi .menu-groups a[href$="/koperasi/"]', { limit: 30 }), `${name}: an entry is reached`);
    await check(() => focusShows(page), `${name}: the focus in the menu shows`);
    if (script) {
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => location.hash === "");
      await check(() => sheet(page, false), `${name}: Escape closes the menu`);
      await check(() => focused(page, "#menu-buka"), `${name}: and the focus is on the button that opened it`);
      await page.goForward();
    }
    await sheet(page, true);
    const out = '#menu-isi .menu-head a[href="#menu-buka"]';
    check((await focused(page, out)) || (await tabTo(page, out, { limit: 40, back: true })), `${name}: the way out is reached`);
    // All the way round: nothing that the sheet covers gets the focus.
    let strayed = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      await page.keyboard.press("Tab");
      strayed += await page.evaluate(() => Number(document.activeElement !== document.body && !document.querySelector("#menu-isi")?.contains(document.activeElement)));
    }
    check(strayed === 0, `${name}: the focus went ${strayed} times behind the sheet`);
    check(await tabTo(page, out, { limit: 60 }), `${name}: the way out is reached again`);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#menu-buka");
    await check(() => sheet(page, false), `${name}: the way out closes it`);
    await page.keyboard.press("Tab");
    await check(() => page.evaluate(() => !document.querySelector("#menu-isi")?.contains(document.activeElement)), `${name}: the focus is no longer in the menu`);
    check(wrong.length === 0, `${name}: ${wrong.join("; ")}`);
    await context.close();
  }
}
