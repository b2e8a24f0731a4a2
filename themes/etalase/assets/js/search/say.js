// @ts-check
// Texts of the interface, with their values filled in.

import { TEXT } from "./text.js";

export const IS_ENGLISH = document.documentElement.lang.startsWith("en");

/** Numbers as the language of the page writes them. */
export const NUMBERS = new Intl.NumberFormat(IS_ENGLISH ? "en-GB" : "id-ID");

/** A text with its values. @param {string} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  const found = TEXT[key] ?? key;
  const text = typeof found === "string" ? found : values.n === 1 ? found.one : found.other;
  return text.replace(/\{(\w+)\}/g, (hole, name) => {
    const value = values[name];
    return typeof value === "number" ? NUMBERS.format(value) : (value ?? hole);
  });
}

/** The name of a kind of document. @param {string} kind */
export function kindName(kind) {
  return say(kind === "halaman" ? "nav.info" : `nav.${kind}`);
}

/** The Indonesian or the English of two, as the page asks; the Indonesian when there is no English. @param {string} id @param {string} en */
export function choose(id, en) {
  return (IS_ENGLISH && en) || id;
}

/**
 * An element with classes, attributes and children. Children that are texts become text nodes: no text is ever markup.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, string | boolean | undefined>} [attributes] @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The day by the clock of western Indonesia, counted from 1970. */
export function today() {
  return Math.floor((Date.now() + 7 * 3_600_000) / 86_400_000);
}
