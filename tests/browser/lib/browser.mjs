// The browser, pages that remember what went wrong on them, and axe.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** How long a page is waited for, in milliseconds: long, for a failure only, since a machine may be busy. */
export const PATIENT = 20_000;

/** @returns {Promise<import("playwright-core").Browser>} */
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/**
 * A context with one page. `wrong` collects console errors, thrown errors, requests to other hosts and refusals of the content policy.
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function open(browser, origin, options) {
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENT);
  /** @type {string[]} */
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")) wrong.push(`outside request: ${url}`);
  });
  return { context, page, wrong };
}

/**
 * What axe finds, best practices included; one line per rule. It is injected past the content policy of the page, which stays in force
 * for the page's own files.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function audit(page) {
  const loaded = await page.evaluate(() => "axe" in window);
  if (!loaded) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] });
    return violations.map((/** @type {any} */ found) => `axe ${found.id}: ${found.nodes.slice(0, 3).map((/** @type {any} */ node) => node.target.join(" ")).join(" | ")}`);
  });
}

/** How many pixels the page is wider than its window, and what sticks out. @param {import("playwright-core").Page} page */
export const spill = (page) => page.evaluate(() => {
  const root = document.documentElement;
  const over = root.scrollWidth - root.clientWidth;
  if (over <= 0) return "";
  const widest = Array.from(document.querySelectorAll("body *")).filter((node) => node.getBoundingClientRect().right > root.clientWidth + 1).pop();
  return `${over} px wider than the window${widest ? ` (${widest.tagName.toLowerCase()}.${widest.className})` : ""}`;
});

/**
 * Presses Tab (or Shift+Tab) until an element that matches has the focus. That the focus is there proves that the keyboard gets there.
 * @param {import("playwright-core").Page} page @param {string} selector @param {{ limit?: number, back?: boolean }} [options]
 * @returns {Promise<boolean>}
 */
export async function tabTo(page, selector, { limit = 60, back = false } = {}) {
  for (let turn = 0; turn < limit; turn += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    if (await focused(page, selector)) return true;
  }
  return false;
}

/** Has an element that matches the focus? @param {import("playwright-core").Page} page @param {string} selector */
export const focused = (page, selector) => page.evaluate((want) => document.activeElement?.matches(want) ?? false, selector);

/** Does the focus show, by an outline of its own or of a label? @param {import("playwright-core").Page} page */
export const focusShows = (page) => page.evaluate(() => {
  const node = document.activeElement;
  if (!node || node === document.body) return false;
  const drawn = (/** @type {Element | null | undefined} */ element, /** @type {string} */ part) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part || undefined);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || (part === "" && element.matches("label") && boxShadow !== "none");
  };
  return [node, node.nextElementSibling, node.closest("label")].some((element) => drawn(element, "")) || drawn(node, "::after");
});
