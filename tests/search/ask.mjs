// node ask.mjs FOLDER [--queries FILE] [QUERY…]: the browser's engine over a built index; one JSON array a query.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { openEngine } from "../../themes/etalase/assets/js/search/engine.js";

/** The day that the comparisons with `etalase search` use. */
export const DAY = 20_000;

/** An engine over a folder of index files. @param {string} folder */
export async function engineOf(folder) {
  const cache = new Map();
  const load = async (name) => {
    if (!cache.has(name)) cache.set(name, new Uint8Array(inflateRawSync(readFileSync(`${folder}/${name}`))));
    return cache.get(name);
  };
  const { start } = JSON.parse(readFileSync(`${folder}/indeks.json`, "utf8"));
  return openEngine(load, start);
}

/** @param {import("../../themes/etalase/assets/js/search/engine.js").Engine} engine @param {string} query */
export async function ranked(engine, query) {
  const { hits } = await engine.query(query, { limit: 10, day: DAY, open: true });
  return hits.map(({ kind, card, score, approximate }) => ({ kind, slug: card.slug, title: card.title, score, approximate }));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [folder, ...rest] = process.argv.slice(2);
  const queries = rest[0] === "--queries" ? readFileSync(rest[1], "utf8").replace(/\n$/, "").split("\n") : rest;
  const engine = await engineOf(folder);
  for (const query of queries) console.log(JSON.stringify(await ranked(engine, query)));
}
