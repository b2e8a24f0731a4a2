// @ts-check
// Which documents are suggested for a query, and in which steps they can be shown.

import { preview } from "./preview.js";

/** @typedef {import("./engine.js").Engine} Engine */
/**
 * Documents to be shown, best first: of products, makers and all others. `lead` is the sort with the best of them.
 * @typedef {{ lists: number[][], lead: number }} Step
 */

/** The most suggestions of each sort. */
const MOST_SHOWN = { products: 5, makers: 2, others: 2 };
/** So many products suffice, when more would need another file. */
const PRODUCTS_ENOUGH = 3;
/** Products among which those of files at hand are looked for. */
const PRODUCTS_SEEN = 20;
/** Percent of the best score from which another sort is worth a place. */
const WORTH_PERCENT = 55;

const PRODUCTS = 0;
/** Where makers stand in the lists of a step. */
export const MAKERS = 1;
const OTHERS = 2;

/**
 * Finds suggestions: first what the cards alone tell, then what lies in the file of the best, then all.
 * @param {Engine} engine @param {string} text @param {number} day @returns {AsyncGenerator<Step>}
 */
export async function* steps(engine, text, day) {
  const early = await preview(engine, text, day, MOST_SHOWN.products);
  const isShown = early !== undefined && early.found.full.length > 0;
  if (isShown) {
    yield chosen(engine, early.found, day);
    if (early.isEnough) return;
  }
  const found = await engine.search(text, true);
  // What is shown is right; without a file that did not arrive the rest may be less.
  if (isShown && found.incomplete) return;
  const step = chosen(engine, found, day);
  const best = step.lists[step.lead];
  const first = best.slice(0, engine.countNear(best));
  if (!isShown && first.length < step.lists.flat().length) yield { ...step, lists: step.lists.map((_, at) => (at === step.lead ? first : [])) };
  yield step;
}

/** The best of each sort. @param {Engine} engine @param {import("./engine.js").Found} found @param {number} day @returns {Step} */
function chosen(engine, found, day) {
  const { scores } = found.scored;
  const documents = found.full.length > 0 ? found.full : found.partial;
  const top = documents.reduce((most, document) => Math.max(most, scores[document]), 0);
  /** @param {(kind: string) => boolean} wanted @param {number} limit @param {number} percent */
  const best = (wanted, limit, percent) => {
    const kept = documents.filter((document) =>
      scores[document] * 100 >= top * percent && wanted(engine.kindOf(document).slug));
    return engine.order(kept, scores, day, limit);
  };
  const isMaker = (/** @type {string} */ kind) => kind === "umkm" || kind === "koperasi";
  const lists = [
    best((kind) => kind === "produk", PRODUCTS_SEEN, 0),
    best(isMaker, MOST_SHOWN.makers, WORTH_PERCENT),
    best((kind) => kind !== "produk" && !isMaker(kind), MOST_SHOWN.others, WORTH_PERCENT),
  ];
  lists[PRODUCTS] = engine.nearest(lists[PRODUCTS], MOST_SHOWN.products, PRODUCTS_ENOUGH);
  const score = (/** @type {number} */ at) => (lists[at].length > 0 ? scores[lists[at][0]] : -1);
  // The sort with the best comes first, in time and on the page when it is not products.
  const lead = score(MAKERS) > score(PRODUCTS) ? MAKERS : score(PRODUCTS) < 0 && score(MAKERS) < score(OTHERS) ? OTHERS : PRODUCTS;
  return { lists, lead };
}
