// @ts-check
// What suggestions and cards show alike.

import { choose } from "./say.js";

/** @typedef {import("./files.js").Card & { document: number }} Card */

/** Address of a card in the language of the page. @param {Card} card */
export function addressOf(card) {
  return choose(card.url, card.urlEn);
}

/** A picture that takes its place before it is there. @param {Card} card @param {Element} box @param {HTMLImageElement} image */
export function putPicture(card, box, image) {
  if (!card.picture) return;
  const { src, width, height, tone } = card.picture;
  if (tone) box.classList.add(...tone.split(" "));
  image.width = width;
  image.height = height;
  image.src = src;
}
