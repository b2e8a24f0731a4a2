// Small helpers. The files of this folder are joined into one module, in the order of theme.yaml.

/**
 * A product as kept on the device; the JSON of `data-item` plus what the visitor chose.
 * @typedef {object} Item
 * @property {string} id
 * @property {string} url
 * @property {string} link absolute, for messages
 * @property {string} name
 * @property {string} lang
 * @property {string} price
 * @property {string} unit
 * @property {string} unit_word
 * @property {string} img
 * @property {number} min
 * @property {string} seller
 * @property {string} seller_name
 * @property {string} seller_url
 * @property {string | null} wa digits; null in sample mode and without consent
 * @property {[number, string][]} [tiers]
 * @property {Record<string, string>} [text]
 * @property {string} [option]
 * @property {number} [amount]
 */

const SAVED = "etalase.simpan";
const ASKED = "etalase.tanya";
const SEEN = "etalase.lihat";
const ASK_LIMIT = 20;

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement | null} */
const one = (selector, root = document) => root.querySelector(selector);

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

/** @param {ParentNode} root @param {string} selector @param {string} text */
function setText(root, selector, text) {
  const node = one(selector, root);
  if (node) node.textContent = text;
}

/** @param {string} text @param {Record<string, string | number>} values */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));

/** Only addresses of this site leave the store: another page of a shared host may have written there. @param {string} url */
function ownUrl(url) {
  try {
    const full = new URL(url, location.href);
    return full.origin === location.origin ? full.href : "";
  } catch {
    return "";
  }
}

/** @param {string} name @returns {Item[]} */
function readList(name) {
  try {
    const list = JSON.parse(localStorage.getItem(name) || "[]");
    return Array.isArray(list) ? list.filter((item) => item && typeof item.id === "string" && typeof item.url === "string") : [];
  } catch {
    return [];
  }
}

/** @param {string} name @param {Item[]} items */
function writeList(name, items) {
  try {
    localStorage.setItem(name, JSON.stringify(items));
  } catch {
    // Private mode or a full store: the page works on, the list is not kept.
  }
  showCounts();
}

function showCounts() {
  const n = readList(ASKED).length;
  for (const badge of all("[data-asked]")) {
    badge.textContent = String(n);
    badge.hidden = n === 0;
  }
}

/** What is kept of a product: all but the sentences of the message. @param {Item} item @returns {Item} */
function kept(item) {
  const copy = { ...item };
  delete copy.text;
  return copy;
}

/** Announces something, and shows it. @param {string} text @param {ParentNode} [root] */
function say(text, root = document) {
  setText(root, "[data-say]", text);
}

/** A card for a product of a device list. @param {Item} item @returns {HTMLElement | null} */
function makeCard(item) {
  const template = /** @type {HTMLTemplateElement | null} */ (one("#kartu-alat"));
  const card = /** @type {HTMLElement | undefined} */ (template?.content.firstElementChild?.cloneNode(true));
  if (!card) return null;
  const link = /** @type {HTMLAnchorElement} */ (card.querySelector(".card-name a"));
  link.href = ownUrl(item.url);
  link.textContent = item.name;
  if (item.lang && item.lang !== document.documentElement.lang) link.lang = item.lang;
  setText(card, ".price b", item.price);
  setText(card, ".price span", item.unit);
  setText(card, ".card-by", item.seller_name);
  const img = /** @type {HTMLImageElement} */ (card.querySelector("img"));
  const src = item.img && ownUrl(item.img);
  if (src) img.src = src;
  else img.replaceWith(Object.assign(document.createElement("span"), { className: "no-pic" }));
  return card;
}
