// What a phone fetches before anybody scrolls: the page, its style and script, and the pictures, as a host sends them with gzip. No page may
// ask for more than the theme's budget.
import { readFileSync } from "node:fs";
import { pages } from "../lib/pages.mjs";
import { serve } from "../lib/server.mjs";
import { englishOf } from "../lib/twins.mjs";

const theme = new URL("../../../themes/etalase/theme.yaml", import.meta.url);
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, serviceWorkers: /** @type {const} */ ("block") };
const AT_ONCE = 4;

/** @param {import("playwright-core").Browser} browser @param {string} url */
async function bytesOf(browser, url) {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  let all = 0;
  let pictures = 0;
  /** @type {Map<string, string>} */
  const types = new Map();
  client.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    all += encodedDataLength;
    if (types.get(requestId) === "Image") pictures += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await context.close();
  return { all, pictures };
}

/** @param {import("../run.mjs").Tools} tools */
export default async function firstView({ folder, browser, check }) {
  const budget = Number(/first_view: (\d+)/.exec(readFileSync(theme, "utf8"))?.[1]);
  check(budget > 0, "the theme names a budget");
  const site = await serve(folder, "/", { compress: "gzip" });
  const waiting = pages.flatMap((path) => (path.includes("?") ? [] : [path, englishOf(folder, path)])).filter((path) => path !== null);
  /** @type {[number, string][]} */
  const found = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const { all, pictures } = await bytesOf(browser, site.home + path);
      // What was measured must be a page with its style and script, not an empty answer.
      check(all > 10_000, `${path}: only ${all} bytes came`);
      check(all <= budget, `${path}: ${all} bytes before anybody scrolls, ${pictures} of them pictures; the budget is ${budget}`);
      found.push([all, path]);
    }
  }));
  site.close();
  const [most, path] = found.sort((a, b) => b[0] - a[0])[0];
  console.log(`first-view: ${found.length} pages, the largest ${path} with ${(most / 1000).toFixed(1)} of ${(budget / 1000).toFixed(1)} kB`);
}
