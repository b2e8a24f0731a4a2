// The English page of an Indonesian one, as the page itself names it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf } from "./pages.mjs";

/** @param {string} folder @param {string} path @returns {string | null} */
export function englishOf(folder, path) {
  const text = readFileSync(join(folder, fileOf(path)), "utf8");
  const found = /<link rel="alternate" hreflang="en" href="https?:\/\/[^/]+([^"]*)"/.exec(text)?.[1];
  const query = path.split("?")[1];
  return found ? found + (query ? `?${query}` : "") : null;
}
