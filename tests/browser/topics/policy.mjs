// The content policy of the `_headers` file is in force, the page's own policy too, and no page breaks either.
import { pages } from "../lib/pages.mjs";

/** @param {import("../run.mjs").Tools} tools */
export default async function policy({ site, open, check }) {
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    /** @type {any} */ (window).refused = [];
    addEventListener("securitypolicyviolation", (event) => /** @type {any} */ (window).refused.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  for (const path of pages) {
    wrong.length = 0;
    const response = await page.goto(site.home + path, { waitUntil: "load" });
    const header = response?.headers()["content-security-policy"] ?? "";
    check(/default-src 'self'/.test(header) && !/unsafe/.test(header), `${path}: policy "${header}"`);
    const refused = await page.evaluate(() => /** @type {any} */ (window).refused);
    check(refused.length === 0 && wrong.length === 0, `${path}: ${[...refused, ...wrong].join("; ")}`);
  }
  // The check itself must be able to fail.
  wrong.length = 0;
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.inlineRan = true";
    document.head.append(script);
    return Boolean(/** @type {any} */ (window).inlineRan);
  });
  await check(async () => !ran && (await page.evaluate(() => /** @type {any} */ (window).refused.length)) > 0, "an inline script is refused and noticed");
  await context.close();
}
