// @ts-check
// Fills the card templates of the page. See README.md, "Cards".

import { addressOf, putPicture } from "./cards.js";
import { choose, element, kindName } from "./say.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./cards.js").Card} Card */

/** The labels of the facets on a card, by key. @param {Engine} engine @param {Card} card @returns {Record<string, [string, string][]>} slug and label */
function marksOf(engine, card) {
  const shown = engine.head.facets.filter((facet) => facet.card);
  return Object.fromEntries(shown.map((facet, at) => [
    facet.key,
    facet.values
      .filter((_, value) => ((card.marks[at] >> value) & 1) === 1)
      .map(([slug, label, labelEn]) => /** @type {[string, string]} */ ([slug, choose(label, labelEn)])),
  ]));
}

/** Where a card's maker is: the district. @param {Engine} engine @param {Card} card */
function placeOf(engine, card) {
  if (card.place === undefined) return "";
  const place = engine.head.places[card.place];
  return place.district < 0 ? place.name : engine.head.places[place.district].name;
}

/** A list item made from a template of `root`. @param {ParentNode} root @param {Engine} engine @param {Card} card */
export function fillCard(root, engine, card) {
  const kind = engine.kindOf(card.document).slug;
  const name = kind === "produk" ? "product" : "teaser";
  const template = /** @type {HTMLTemplateElement | null} */ (root.querySelector(`template[data-card="${name}"]`));
  const item = /** @type {Element} */ (template?.content.cloneNode(true).firstChild ?? element("li"));
  const marks = marksOf(engine, card);
  const stock = (marks.stok ?? []).find(([slug]) => slug !== "siap");
  /** @type {Record<string, string>} */
  const texts = {
    price: choose(card.priceText, card.priceTextEn),
    unit: choose(card.unit, card.unitEn),
    maker: card.maker,
    place: placeOf(engine, card),
    stock: stock?.[1] ?? "",
    kind: kindName(kind),
  };
  for (const slot of item.querySelectorAll("[data-slot]")) {
    const key = slot.getAttribute("data-slot") ?? "";
    slot.removeAttribute("data-slot");
    if (key === "link") {
      slot.setAttribute("href", addressOf(card));
      slot.textContent = choose(card.title, card.titleEn);
    } else if (key === "picture") {
      if (card.picture && slot.parentElement) putPicture(card, slot.parentElement, /** @type {HTMLImageElement} */ (slot));
      else slot.remove();
    } else if (key === "no-picture") {
      if (card.picture) slot.remove();
    } else if (key === "badges") {
      putBadges(slot, [...(marks.mutu ?? []), ...(marks.sifat ?? [])].slice(0, 2));
    } else if (texts[key]) {
      slot.textContent = texts[key];
      if (key === "stock" && stock?.[0] === "terbatas") slot.classList.add("stock-warn");
    } else {
      slot.remove();
    }
  }
  return item;
}

/** @param {Element} list @param {[string, string][]} badges */
function putBadges(list, badges) {
  const model = list.firstElementChild;
  if (!model || badges.length === 0) return list.remove();
  list.replaceChildren(...badges.map(([, label]) => {
    const badge = /** @type {Element} */ (model.cloneNode(true));
    badge.textContent = label;
    return badge;
  }));
}
