// What is suggested first has all words of the query, and seldom needs more than one file beside the start file.
// `cargo test --test it search` writes the index to target/tmp/search-parts first. Run: node --test tests/search/
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { openEngine } from "../../themes/etalase/assets/js/search/engine.js";
import { queryWords, roots } from "../../themes/etalase/assets/js/search/normalise.js";
import { steps } from "../../themes/etalase/assets/js/search/suggest.js";
import { DAY } from "./ask.mjs";

const folder = process.env.SEARCH_PARTS ?? new URL("../../target/tmp/search-parts", import.meta.url).pathname;

/** An engine, and the files it asked for. */
async function opened() {
  const asked = [];
  const load = async (name) => {
    asked.push(name);
    return new Uint8Array(inflateRawSync(readFileSync(name === "indeks.bin" ? `${folder}.bin` : `${folder}/${name}`)));
  };
  return { engine: await openEngine(load, "indeks.bin"), asked };
}

/** The first two words of titles, a maker's name, and a title with a place: what people type. */
async function queries() {
  const { engine } = await opened();
  const cards = await engine.cards(Array.from({ length: engine.head.documents }, (_, at) => at));
  const found = new Set();
  for (const card of cards) {
    const [first, second] = queryWords(card.title, engine.head.spellings);
    found.add(`${first} ${second}`);
    if (card.document % 20 === 0) found.add(`${first} ${engine.head.places[card.place].name.toLowerCase()}`);
    if (card.document % 20 === 10) found.add(`${first} ${card.maker.split(" ").at(-1).toLowerCase()}`);
  }
  return [...found];
}

/** Whether every word of a query, or its root, stands on a card or begins a word there. */
function says({ head }, card, query) {
  const place = head.places[card.place];
  const names = [place.name, head.places[place.district]?.name ?? "", head.categories[card.category].name];
  const said = queryWords([card.title, card.maker, ...names].join(" "), head.spellings);
  return queryWords(query, head.spellings).every((word) => said.some((other) => other.startsWith(word) || roots(word).includes(other)));
}

/** A query put in first of all: what is shown first, and the files asked for until then. */
async function firstOf(query) {
  const { engine, asked } = await opened();
  for await (const { lists } of steps(engine, query, DAY)) {
    const documents = lists.flat();
    if (documents.length === 0) continue;
    await engine.cards(documents);
    return { engine, documents, files: asked.slice(1) };
  }
  return { engine, documents: [], files: asked.slice(1) };
}

test("what is shown first has all words", async () => {
  assert.ok(existsSync(`${folder}.bin`), "run `cargo test --test it search` first");
  const list = await queries();
  assert.ok(list.length >= 150, `${list.length} queries`);
  for (const query of list) {
    const { engine, documents } = await firstOf(query);
    assert.ok(documents.length > 0, query);
    const { full } = await engine.search(query, true);
    for (const card of await engine.cards(documents)) {
      assert.ok(full.includes(card.document) || says(engine, card, query), `${query}: ${card.title}`);
    }
  }
});

test("a first answer is known from the cards of one file", async () => {
  const list = await queries();
  const costs = await Promise.all(list.map(async (query) => (await firstOf(query)).files));
  const few = costs.filter((files) => files.length <= 2).length;
  const one = costs.filter((files) => files.length === 1 && files[0].startsWith("c-")).length;
  assert.ok(few >= list.length * 0.95, `${few} of ${list.length} need at most two files`);
  assert.ok(one >= list.length * 0.8, `${one} of ${list.length} need one file of cards`);
});
