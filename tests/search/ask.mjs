// node ask.mjs FOLDER [--queries FILE] [QUERY…]: the browser's engine over a built index; one JSON array a query.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { openEngine } from "../../themes/etalase/assets/js/search/engine.js";

/** The day that the comparisons with `etalase search` use. */
export const DAY = 20_000;

const START = "indeks.bin";

/** An engine over a folder of index files; the start file lies beside it. @param {string} folder */
export async function engineOf(folder) {
  const cache = new Map();
  const load = async (name) => {
    const path = name === START ? `${folder}.bin` : `${folder}/${name}`;
    if (!cache.has(name)) cache.set(name, new Uint8Array(inflateRawSync(readFileSync(path))));
    return cache.get(name);
  };
  return openEngine(load, START);
}

/** @typedef {import("../../themes/etalase/assets/js/search/engine.js").Engine} Engine */

/**
 * The answer to a query with its ten best hits, as `etalase search` gives it.
 * @param {Engine} engine @param {string} query
 */
export async function answer(engine, query) {
  const limit = 10;
  const found = await engine.search(query, true);
  const { scores, terms, postings } = found.scored;
  const order = engine.order(found.full, scores, DAY, limit);
  if (order.length < limit) order.push(...engine.order(found.partial, scores, DAY, limit - order.length));
  const isApproximate = (document) => terms.some((term, at) => {
    const { best, which } = postings[at];
    return best[document] === 0 || term.candidates[which[document]].how === "typo2";
  });
  const hits = (await engine.cards(order)).map((card) => ({
    kind: engine.kindOf(card.document).slug, card, score: scores[card.document], approximate: isApproximate(card.document),
  }));
  return {
    hits,
    total: found.full.length || found.partial.length,
    dropped: engine.missing(found, order[0]),
    corrections: engine.corrections(found, order[0]),
  };
}

/** @param {Engine} engine @param {string} query */
async function ranked(engine, query) {
  const { hits } = await answer(engine, query);
  return hits.map(({ kind, card, score, approximate }) => ({ kind, slug: card.slug, title: card.title, score, approximate }));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [folder, ...rest] = process.argv.slice(2);
  const queries = rest[0] === "--queries" ? readFileSync(rest[1], "utf8").replace(/\n$/, "").split("\n") : rest;
  const engine = await engineOf(folder);
  for (const query of queries) console.log(JSON.stringify(await ranked(engine, query)));
}
