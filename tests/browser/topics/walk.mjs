// Every kind of page in both languages, on phone and desktop, in light and dark, with and without script.
import { audit, spill } from "../lib/browser.mjs";
import { pages } from "../lib/pages.mjs";
import { englishOf } from "../lib/twins.mjs";

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };
/** The desktop window when the page is enlarged to twice its size. */
const zoomed = { width: 640, height: 450 };

const views = [
  { name: "phone", viewport: phone, colorScheme: "light" },
  { name: "desktop", viewport: desktop, colorScheme: "dark" },
  { name: "phone without script", viewport: phone, colorScheme: "dark", script: false },
  { name: "desktop without script", viewport: desktop, colorScheme: "light", script: false },
];

/** @param {import("../run.mjs").Tools} tools */
export default async function walk({ folder, site, open, check }) {
  const addresses = pages.flatMap((path) => {
    const twin = englishOf(folder, path);
    check(Boolean(twin) || path === "/404.html" || path === "/luring/", `${path}: no English twin`);
    return twin ? [path, twin] : [path];
  });
  addresses.push("/en/404.html", "/en/offline/");
  await Promise.all(views.map(async ({ name, script = true, ...options }) => {
    const { context, page, wrong } = await open(/** @type {any} */ (options));
    // Lets axe in; the policy of each page is checked in a context without this, by the topic "policy".
    const client = await context.newCDPSession(page);
    await client.send("Page.setBypassCSP", { enabled: true });
    for (const path of addresses) {
      wrong.length = 0;
      // The page is read with scripts off; then they are let in for axe alone.
      await client.send("Emulation.setScriptExecutionDisabled", { value: !script });
      const response = await page.goto(site.home + path, { waitUntil: "load" });
      const where = `${path} (${name})`;
      await client.send("Emulation.setScriptExecutionDisabled", { value: false });
      check(response?.status() === 200, `${where}: status ${response?.status()}`);
      const found = (await audit(page)).map((line) => `${options.colorScheme}: ${line}`);
      const other = options.colorScheme === "light" ? "dark" : "light";
      await page.emulateMedia({ colorScheme: other });
      found.push(...(await audit(page)).map((line) => `${other}: ${line}`));
      await page.emulateMedia({ colorScheme: /** @type {any} */ (options.colorScheme) });
      check(found.length === 0, `${where}: ${found.join("; ")}`);
      let over = await spill(page);
      check(!over, `${where}: ${over}`);
      if (options.viewport === phone) {
        await page.setViewportSize(narrow);
        over = await spill(page);
        check(!over, `${where} at 320 px: ${over}`);
        await page.setViewportSize(phone);
      } else if (script) {
        await page.setViewportSize(zoomed);
        over = await spill(page);
        check(!over, `${where} at 200 %: ${over}`);
        await page.setViewportSize(desktop);
      }
      check(wrong.length === 0, `${where}: ${wrong.join("; ")}`);
    }
    await context.close();
  }));
}
