// The inquiry list by keyboard: two products of two sellers, options and amounts, one message per seller; later without a network.
import { live, variant } from "../lib/build.mjs";
import { PATIENT, focusShows, focused, tabTo } from "../lib/browser.mjs";
import { serve } from "../lib/server.mjs";

const frame = "/produk/bingkai-foto-jati-belanda-a4/";
const chips = "/produk/keripik-singkong-daun-jeruk/";

/** What a wa.me link says, and to whom. @param {string | null} link */
function message(link) {
  const url = new URL(link ?? "https://none.invalid/");
  return { host: url.host, number: url.pathname.slice(1), text: url.searchParams.get("text") ?? "", link: link ?? "" };
}

/** @param {import("../run.mjs").Tools} tools */
export default async function inquiry({ browser, open, site: sample, check }) {
  const site = await serve(variant({ edit: live }));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "allow" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENT);
  /** @type {string[]} */
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));

  await page.goto(site.home + frame);
  const leaving = await page.locator('.contact a[rel~="ugc"][href^="http"]').evaluateAll((links) => links.map((link) => ({
    host: new URL(/** @type {HTMLAnchorElement} */ (link).href).host.replace(/^www\./, ""), says: link.getAttribute("title") ?? "", icon: link.querySelectorAll("svg").length,
  })));
  check(leaving.length > 1, `${leaving.length} links lead to other sites`);
  check(leaving.every(({ host, says, icon }) => says.includes("situs lain") && says.includes(host) && icon === 2), `each says so and shows it: ${JSON.stringify(leaving)}`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  check(await tabTo(page, "[data-options] input", { limit: 60 }), "the options are reached");
  await check(() => focusShows(page), "the focus on an option shows");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  const option = await page.locator("[data-options] input:checked").getAttribute("value");
  check(Boolean(option), "the arrow keys choose an option");
  check(await tabTo(page, "#jumlah", { limit: 6 }), "the amount is reached");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("12");
  const order = message(await page.locator("a[data-wa]").getAttribute("href"));
  check(order.host === "wa.me" && /^62\d{9,13}$/.test(order.number), `the message goes to a number: ${order.number}`);
  check(order.text.includes(String(option)) && order.text.includes("12"), `the message holds option and amount: ${order.text}`);
  check(order.text.includes("41.000"), `twelve cost the price from ten on: ${order.text}`);
  check(order.text.trimEnd().split("\n").pop() === `https://etalase.example${frame}`, "the address of the page stands alone in the last line");
  check(!order.link.includes("+") && order.link.length <= 1800 && order.text.length <= 700, "spaces are %20, and the link is short enough");
  check(await tabTo(page, "[data-ask]", { limit: 12 }), "the button is reached");
  await page.keyboard.press("Enter");
  await check(async () => (await page.locator("article [data-say]").innerText()).length > 3, "adding is announced");
  await check(async () => (await page.locator(".bar-list [data-asked]").innerText()) === "1", "the header counts it");
  await page.keyboard.press("Enter");
  await check(async () => (await page.locator(".bar-list [data-asked]").innerText()) === "1", "the same line twice is one line");

  await page.goto(site.home + chips);
  check(await tabTo(page, "[data-ask]", { limit: 60 }), "the button of the other seller is reached");
  await page.keyboard.press("Enter");
  check(await tabTo(page, ".bar-list", { limit: 60, back: true }), "the list is reached from the header");
  await page.keyboard.press("Enter");
  await page.waitForURL(/daftar-tanya/);
  await page.locator("[data-groups] section").nth(1).waitFor();
  const sellers = await page.locator("[data-groups] h2").allInnerTexts();
  check(sellers.length === 2 && sellers.includes("Bingkai Rantika") && sellers.includes("Dapur Serunai"), `one group per seller: ${sellers}`);
  const links = await page.locator("[data-send-link]").evaluateAll((nodes) => nodes.map((node) => /** @type {HTMLAnchorElement} */ (node).href));
  const [one, two] = links.map(message);
  check(links.length === 2 && one.number !== two.number, "each seller has a message to a number of its own");
  check(one.text.includes("Bingkai Foto") && !one.text.includes("Keripik") && two.text.includes("Keripik") && !two.text.includes("Bingkai"), "each message holds that seller's products alone");
  check(one.text.includes("12") && one.text.includes(String(option)), `option and amount are in the message: ${one.text}`);
  check(links.every((link) => link.length <= 1800 && !link.includes("+")), "the links are short enough and written with %20");

  check(await tabTo(page, ".inquiry-item input", { limit: 30 }), "the amount of the first line is reached");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("3");
  await check(async () => message(await page.locator("[data-send-link]").first().getAttribute("href")).text.includes("3 "), "a new amount is in the message at once");
  await check(async () => (await page.locator(".inquiry pre").first().textContent())?.includes("3") ?? false, "and in its preview");
  await page.reload();
  await page.locator("[data-groups] section").nth(1).waitFor();
  await check(async () => (await page.locator(".inquiry-item input").first().inputValue()) === "3", "the amount is kept");

  // Without a network: the list, its messages, a page that was read, and the offline page for one that was not.
  await page.waitForFunction(async () => (await (await caches.open("etalase-halaman-1")).keys()).some(({ url }) => url.endsWith("/daftar-tanya/")));
  site.block = () => true;
  await context.setOffline(true);
  await page.goto(`${site.home}/daftar-tanya/`);
  await page.locator("[data-groups] section").nth(1).waitFor();
  const offline = await page.locator("[data-send-link]").evaluateAll((nodes) => nodes.map((node) => /** @type {HTMLAnchorElement} */ (node).href));
  check(offline.length === 2 && message(offline[0]).text.includes("3 "), "without a network the list and its messages stand");
  await page.goto(site.home + frame);
  await check(async () => (await page.locator("h1").innerText()).includes("Bingkai Foto"), "a product that was read can be read");
  await page.goto(`${site.home}/daftar-tanya/`);
  await page.locator("[data-remove]").first().waitFor();
  check(await tabTo(page, "[data-remove]", { limit: 40 }), "the button to take a line off is reached");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".inquiry-item").length === 1);
  await check(() => focused(page, "[data-remove]"), "the focus goes to the next line");
  check(await tabTo(page, "[data-clear]", { limit: 12 }), "the button to empty the list is reached");
  await page.keyboard.press("Enter");
  await check(() => page.locator("[data-empty]").isVisible(), "the empty list says what to do");
  await check(async () => (await page.evaluate(() => localStorage.getItem("etalase.tanya"))) === "[]", "nothing is kept on the device");
  await check(async () => !(await page.locator(".bar-list [data-asked]").isVisible()), "the header counts nothing");
  await check(() => page.evaluate(() => document.activeElement !== document.body), "the focus is not lost with the button");
  await context.setOffline(false);
  site.block = () => false;
  check(wrong.length === 0, `errors: ${wrong.join("; ")}`);
  await context.close();

  // A withdrawn number does not live on in a list; a product that is gone says so.
  const later = await browser.newContext({ serviceWorkers: "block" });
  const tab = await later.newPage();
  await tab.goto(site.home + frame);
  await tab.locator("[data-ask]").click();
  await tab.goto(site.home + chips);
  await tab.locator("[data-ask]").click();
  site.folder = variant({ edit: (files) => {
    live(files);
    const path = "content/umkm/bingkai-rantika/index.yaml";
    files.write(path, files.read(path).replace(/whatsapp: "[^"]*", /, "").replace("whatsapp, ", ""));
    const product = `content${chips}index.md`;
    files.write(product, files.read(product).replace("---\n", "---\nstatus: draf\n"));
  } });
  await tab.goto(`${site.home}/daftar-tanya/`);
  await tab.locator("[data-state]:not([hidden])").waitFor();
  await check(async () => (await tab.locator("[data-state]:not([hidden])").count()) === 1, "a product that is gone says so");
  const numbers = await tab.locator("[data-send-link]:not([hidden])").count();
  check(numbers === 0, `no message goes to a withdrawn number or about a product that is gone: ${numbers}`);
  await check(async () => !(await tab.evaluate(() => localStorage.getItem("etalase.tanya") ?? "")).includes('"wa":"62'), "and none is kept");
  await later.close();
  site.close();

  // In sample mode nothing leads to a number.
  const shown = await open({ viewport: { width: 360, height: 740 } });
  await shown.page.goto(sample.home + frame);
  await shown.page.locator("[data-ask]").click();
  await shown.page.goto(`${sample.home}/daftar-tanya/`);
  await shown.page.locator("[data-groups] section").waitFor();
  await check(async () => (await shown.page.locator('a[href*="wa.me"]').count()) === 0, "in sample mode no link leads to WhatsApp");
  await shown.page.locator(".inquiry .off summary").press("Enter");
  await check(() => shown.page.locator(".inquiry .off p").isVisible(), "but the button says why");
  await shown.context.close();
}
