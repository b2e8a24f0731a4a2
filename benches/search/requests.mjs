// What any query costs: counts the files that the field fetches for hundreds of queries drawn from an index, in node, without a browser.
//
//   node benches/search/requests.mjs INDEX [--script BYTES] [--count 300] [--list]
//
// INDEX is what the bench `search` leaves behind (INDEX.bin and INDEX/). Each query is asked once as the first of a visit and once behind
// three others. `--list` names the dearest.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { openEngine } from "../../themes/etalase/assets/js/search/engine.js";
import { Bytes, readCards, readPostings } from "../../themes/etalase/assets/js/search/files.js";
import { fold, words as wordsOf } from "../../themes/etalase/assets/js/search/normalise.js";
import { steps } from "../../themes/etalase/assets/js/search/suggest.js";

const args = process.argv.slice(2);
const option = (/** @type {string} */ name, /** @type {string} */ otherwise) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : args.splice(at, 2)[1];
};
const script = Number(option("script", "16500"));
const count = Number(option("count", "300"));
const isListed = args.includes("--list");
const index = args.find((argument) => !argument.startsWith("--")) ?? "";
const DAY = 20_000;
/** What a host says before each file. */
const HEADERS = 300;

const packed = (/** @type {string} */ name) => readFileSync(name === "indeks.bin" ? `${index}.bin` : `${index}/${name}`);
const unpacked = (/** @type {string} */ name) => new Uint8Array(inflateRawSync(packed(name)));

/** The same numbers every time. */
let seed = 7;
const random = (/** @type {number} */ below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const pick = (/** @type {any[]} */ list) => list[random(list.length)];

/** A visit: an engine, and the files that were asked for. `rounds` counts those that were waited for one behind the other. */
class Visit {
  constructor() {
    /** @type {{ name: string, bytes: number }[]} */
    this.asked = [];
    this.rounds = 0;
    /** @type {(() => void)[]} */
    let waiting = [];
    const known = new Map();
    /** @param {string} name */
    this.load = (name) => {
      if (!known.has(name)) {
        this.asked.push({ name, bytes: packed(name).length + HEADERS });
        known.set(name, new Promise((done) => {
          if (waiting.length === 0) setImmediate(() => {
            this.rounds += 1;
            const all = waiting;
            waiting = [];
            all.forEach((arrive) => arrive());
          });
          waiting.push(() => done(unpacked(name)));
        }));
      }
      return known.get(name);
    };
  }

  /** @param {string} text */
  async ask(text) {
    const before = this.asked.length;
    const rounds = this.rounds;
    this.engine ??= await openEngine(this.load, "indeks.bin");
    let first;
    /** @type {number[]} */
    let last = [];
    for await (const { lists, lead } of steps(this.engine, text, DAY)) {
      await Promise.all(lists.map((list) => this.engine.cards(list)));
      last = lists[lead];
      if (!first && lists.flat().length > 0) {
        first = { ...this.#cost(before), rounds: this.rounds - rounds, documents: lists.flat(), top: last[0] };
      }
    }
    return { first, all: this.#cost(before), last };
  }

  /** @param {number} from */
  #cost(from) {
    const files = this.asked.slice(from);
    return { requests: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0), names: files.map((file) => file.name).join(" ") };
  }
}

const opened = await openEngine(new Visit().load, "indeks.bin");
const { head } = opened;
const cards = head.chunks.flatMap(([, hash]) => readCards(unpacked(`c-${hash}.bin`), fold));
const products = cards.slice(0, head.kinds[0].end);
const spell = (/** @type {string} */ text) => wordsOf(text, head.spellings).filter((word) => /^\p{L}{3,}$/u.test(word));
/** All words of some products, by their files of words. @type {Map<number, string[]>} */
const wordsOfProducts = new Map(Array.from({ length: 400 }, () => [random(products.length), []]));
/** @param {Bytes} reader */
const note = (reader) => {
  for (const word of reader.words()) {
    const isFar = reader.bytes[reader.at] === 0;
    if (isFar) reader.byte();
    const list = isFar ? new Bytes(unpacked(`p-${head.lists[reader.number()]}.bin`)) : reader;
    readPostings(list, (document) => { if (/^\p{L}{3,}$/u.test(word)) wordsOfProducts.get(document)?.push(word); });
  }
};
for (const [, hash] of head.shards) note(new Bytes(unpacked(`t-${hash}.bin`)));
const anyWords = () => pick([...wordsOfProducts.values()]);
const titleWords = [...new Set(products.flatMap((card) => spell(card.title)))].sort();
const places = head.places.map((place) => place.name.toLowerCase());

/** One letter wrong. @param {string} word */
function mistyped(word) {
  const at = 1 + random(word.length - 2);
  return pick([
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    () => word.slice(0, at) + pick([..."aeioutnrs"]) + word.slice(at + 1),
  ])();
}

/** @type {Record<string, () => string>} */
const KINDS = {
  "title word": () => pick(titleWords),
  "any word": () => pick(anyWords()),
  "two of a title": () => { const words = spell(pick(products).title); return words.slice(0, 2).join(" "); },
  "any two of a title": () => { const words = spell(pick(products).title); return `${pick(words)} ${pick(words)}`; },
  "three of a title": () => spell(pick(products).title).slice(0, 3).join(" "),
  "title and maker": () => { const card = pick(products); return `${pick(spell(card.title))} ${pick(spell(card.maker))}`; },
  "title and place": () => { const card = pick(products); return `${spell(card.title)[0]} ${head.places[card.place ?? 0].name.toLowerCase()}`; },
  "maker": () => spell(pick(products).maker).join(" "),
  "place": () => pick(places),
  "mistyped": () => mistyped(pick(titleWords.filter((word) => word.length > 4))),
  "mistyped of two": () => { const [a, b = a] = spell(pick(products).title); return a.length > 4 ? `${mistyped(a)} ${b}` : `${a} ${b}`; },
  "beginning": () => { const word = pick(titleWords); return word.slice(0, 2 + random(word.length - 1)); },
  "two beginnings": () => { const [a, b = a] = spell(pick(products).title); return `${a} ${b.slice(0, 2 + random(b.length - 1))}`; },
  "any two of a product": () => { const words = anyWords(); return `${pick(words)} ${pick(words)}`; },
  "two that seldom meet": () => `${pick(titleWords)} ${pick(titleWords)}`,
};

const at = (/** @type {number[]} */ sorted, /** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const line = (/** @type {number[]} */ list, digits = 0) => {
  const sorted = [...list].sort((a, b) => a - b);
  return `${at(sorted, 0.5).toFixed(digits)} / ${at(sorted, 0.99).toFixed(digits)} / ${sorted[sorted.length - 1].toFixed(digits)}`;
};

/** @type {any[]} */
const rows = [];
for (const [kind, make] of Object.entries(KINDS)) {
  for (let round = 0; round < count / Object.keys(KINDS).length; round += 1) {
    const query = make();
    const visit = new Visit();
    const cold = await visit.ask(query);
    const later = new Visit();
    for (let step = 0; step < 3; step += 1) await later.ask(pick(Object.values(KINDS))());
    rows.push({ kind, query, cold, next: await later.ask(query) });
  }
}
// Nothing found costs as much as it costs; it has no first answer.
const answered = rows.filter((row) => row.cold.first);
const start = packed("indeks.bin").length + HEADERS;
console.log(`${head.documents} documents, ${rows.length} queries, ${answered.length} answered; middle / 99 of 100 / most`);
const own = (/** @type {any} */ cost) => cost.bytes / 1000;
console.log(`cold: first answer ${line(answered.map(({ cold }) => cold.first.requests + 1))} requests, ${line(answered.map(({ cold }) => own(cold.first) + (script + HEADERS) / 1000), 1)} kB, ${line(answered.map(({ cold }) => cold.first.rounds))} rounds`);
console.log(`   in all ${line(rows.map(({ cold }) => cold.all.requests + 1))} requests, ${line(rows.map(({ cold }) => own(cold.all) + (script + HEADERS) / 1000), 1)} kB`);
const nextAnswered = rows.filter((row) => row.next.first);
console.log(`next: first answer ${line(nextAnswered.map(({ next }) => next.first.requests))} requests; in all ${line(rows.map(({ next }) => next.all.requests))} requests, ${line(rows.map(({ next }) => own(next.all)), 1)} kB`);
const settled = answered.filter(({ cold }) => cold.last.length > 0);
const kept = settled.filter(({ cold }) => cold.last.includes(cold.first.top));
const same = settled.filter(({ cold }) => cold.last[0] === cold.first.top);
console.log(`the first shown is still shown in the end: ${kept.length} of ${settled.length}; is the first in the end: ${same.length}`);
for (const kind of Object.keys(KINDS)) {
  const own = answered.filter((row) => row.kind === kind);
  if (own.length === 0) continue;
  console.log(`   ${kind.padEnd(20)} ${String(own.length).padStart(4)}: cold ${line(own.map(({ cold }) => cold.first.requests + 1))}, in all ${line(own.map(({ cold }) => cold.all.requests + 1))}; next ${line(own.map(({ next }) => next.first?.requests ?? 0))}, in all ${line(own.map(({ next }) => next.all.requests))}`);
}
const usual = answered.filter((row) => row.kind !== "two that seldom meet");
console.log(`all but the last: ${line(usual.map(({ cold }) => cold.first.requests + 1))} requests, ${line(usual.map(({ cold }) => own(cold.first) + (script + HEADERS) / 1000), 1)} kB; ${usual.filter(({ cold }) => cold.first.requests + 1 > 4).length} of ${usual.length} above 4, ${usual.filter(({ cold }) => cold.first.bytes + script + HEADERS > 60_000).length} above 60 kB`);
const over = (/** @type {number} */ limit) => answered.filter(({ cold }) => cold.first.requests + 1 > limit).length;
console.log(`first answers of more than 4 requests: ${over(4)}, of more than 5: ${over(5)}; next of more than 2: ${nextAnswered.filter(({ next }) => next.first.requests > 2).length}, in all: ${rows.filter(({ next }) => next.all.requests > 2).length}; start file ${start} bytes`);
if (isListed) {
  const dearest = [...answered].sort((a, b) => b.cold.first.requests - a.cold.first.requests || b.cold.first.bytes - a.cold.first.bytes).slice(0, 25);
  for (const { kind, query, cold } of dearest) console.log(`   ${kind}: "${query}" ${cold.first.requests + 1} requests, ${cold.first.bytes + script + HEADERS} bytes: ${cold.first.names}`);
}
