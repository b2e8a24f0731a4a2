// @ts-check
// A first answer without files of words: the start file tells in which file of cards all words of a query stand, and its cards tell which
// documents have them. What is found so is right, but need not be all, nor in its last order.

import { isInRanges } from "./engine.js";
import { STOP_WORDS, words } from "./normalise.js";
import { ATTRIBUTE, CLASS_PERCENT, MAKER, Postings, TITLE, TITLE_SECOND, TITLE_START } from "./postings.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./engine.js").Found} Found */
/** @typedef {import("./engine.js").Meant} Meant */
/** @typedef {import("./engine.js").Term} Term */
/** @typedef {import("./engine.js").Whereabouts} Whereabouts */
/** @typedef {import("./engine.js").CardBlock} CardBlock */
/** @typedef {import("./files.js").Card & { document: number }} Card */
/** @typedef {import("./understand.js").ValueChip} ValueChip */
/** @typedef {(card: Card) => boolean} Fits */
/** What a word of the index may be on cards. @typedef {Whereabouts & { weight: number, isPlace: boolean, about: number }} Reading */
/**
 * How it can be known which documents have a word: from lists that are here, or from its file of words, which is far; or else from
 * cards, for each way to read it, or where they pass a filter.
 * @typedef {{ list: "here" | "far" | undefined, readings: Reading[], fits: Fits | undefined }} Way
 */

/** About how many documents with all words a file of cards has, and what the best are worth. @typedef {{ expected: number, value: number }} Worth */

/** The kind whose cards name makers and categories. */
const PRODUCT = "produk";
/** About this share of documents passes a filter. */
const FILTER_SHARE = 0.15;
/** With fewer documents to be expected in a file of cards, it is not worth a look. */
const LIKELY = 0.4;
/** The same for a second file, when the first had nothing after all. */
const SURE = 1;
/** With fewer, one more list of documents will not be enough. */
const UNLIKELY = 0.05;
/** A block with fewer does not tell what its file is worth. */
const SOME = 0.2;
/** So many files of cards are looked through. */
const FILES_MAX = 2;

/**
 * Finds a first answer, where that needs fewer files than the whole one. Of the lists of documents as few are fetched, the rarest word
 * first, as are needed to know a file of cards that is worth a look. `isEnough` says that its titles have all words in as many products as
 * are shown, and that no other kind can have them all.
 * @param {Engine} engine @param {string} text @param {number} day @param {number} wanted how many products are shown
 * @returns {Promise<{ found: Found, isEnough: boolean } | undefined>}
 */
export async function preview(engine, text, day, wanted) {
  if (!engine.hasWhereabouts()) return undefined;
  const meant = await engine.meant(text, true);
  const alone = meant.terms.length === 1;
  const plain = meant.terms.length - meant.filters.length;
  const ofPlaces = new Set(engine.head.places.flatMap((place) => words(place.name, engine.head.spellings)));
  const ways = meant.terms.map((term, at) => wayOf(engine, term, meant.filters[at - plain], alone, ofPlaces));
  /** @type {(Postings | undefined)[]} */
  const lists = ways.map(() => undefined);
  /** @type {Set<number>} */
  const seenFiles = new Set();
  for (;;) {
    if (ways.every(({ list }) => list)) return undefined;
    await Promise.all(ways.map(async ({ list }, at) => {
      if (list && !lists[at]) lists[at] = await engine.postings(meant.terms[at], alone);
    }));
    const worth = filesOf(engine, lists.flatMap((list) => list ?? []), ways);
    const least = seenFiles.size === 0 ? LIKELY : SURE;
    const files = [...worth].filter(([file, { expected }]) => !seenFiles.has(file) && (expected >= least || alone));
    files.sort(([a, x], [b, y]) => hope(y) - hope(x) || engine.fileRank(b, day) - engine.fileRank(a, day));
    if (files.length > 0 && seenFiles.size < FILES_MAX) {
      const [file] = files[0];
      seenFiles.add(file);
      const found = await lookThrough(engine, meant, ways, lists, file);
      if (found.full.length > 0) return { found, isEnough: meant.letter === undefined && isEnough(engine, found, worth, wanted) };
    }
    // The rarest words tell most.
    const unread = ways.filter(({ list }) => !list).sort((a, b) => rareness(a) - rareness(b));
    const most = [...worth].reduce((sum, [file, { expected }]) => (seenFiles.has(file) ? sum : Math.max(sum, expected)), 0);
    for (const way of unread.slice(0, most < UNLIKELY ? 2 : 1)) way.list = "far";
  }
}

/** What a file is worth, as far as it is likely that it has a document with all words. @param {Worth} worth */
function hope({ expected, value }) {
  return value * (1 - Math.exp(-expected));
}

/** About how many documents there are with a word. @param {Way} way */
function rareness({ readings, fits }) {
  return fits ? Infinity : Math.max(...readings.map(({ about, weight }) => about * weight));
}

/** The documents with all words in a file of cards. @param {Engine} engine @param {Meant} meant @param {Way[]} ways @param {(Postings | undefined)[]} lists @param {number} file */
async function lookThrough(engine, meant, ways, lists, file) {
  const cards = await engine.cardsOf(file);
  const says = cards.map((card) => wordsOf(engine, card));
  const postings = ways.map((way, at) => lists[at] ?? seen(engine, meant.terms[at], way, cards, says));
  const prices = new Map(cards.map((card) => [card.document, card.price ?? NaN]));
  const found = engine.found(meant, postings, (document) => prices.has(document) && isInRanges(meant, prices.get(document) ?? NaN));
  return { ...found, partial: [] };
}

/** @param {Engine} engine @param {Found} found @param {Map<number, Worth>} worth @param {number} wanted */
function isEnough(engine, { full, scored }, worth, wanted) {
  const end = engine.head.kinds.find(({ slug }) => slug === PRODUCT)?.end ?? 0;
  const isTitled = (/** @type {number} */ document) => scored.postings.every(({ classes }) => classes[document] >= TITLE);
  const titled = full.filter((document) => document < end && isTitled(document));
  const isElsewhere = [...worth].some(([file, { expected }]) => expected >= UNLIKELY && engine.head.chunks[file][0] + engine.sizeOf(file) > end);
  return titled.length >= wanted && !isElsewhere;
}

/** @param {Engine} engine @param {Term} term @param {ValueChip | undefined} chip @param {boolean} alone @param {Set<string>} ofPlaces words of places @returns {Way} */
function wayOf(engine, term, chip, alone, ofPlaces) {
  if (engine.isAtHand(term, alone)) return { list: "here", readings: [], fits: undefined };
  if (chip) {
    const fits = onCard(engine, chip);
    return { list: fits ? undefined : "far", readings: [], fits };
  }
  const readings = term.candidates.flatMap(({ term: word, weight }) => {
    const where = engine.whereabouts().words.get(word);
    const isPlace = ofPlaces.has(word);
    if (!where && !isPlace) return [];
    return { ...(where ?? { leading: [], other: [], isName: false }), isPlace, weight, about: engine.about(word) };
  });
  return { list: readings.length > 0 ? undefined : "far", readings, fits: undefined };
}

/** How a card tells that it passes a filter; nothing where it does not. @param {Engine} engine @param {ValueChip} chip @returns {Fits | undefined} */
function onCard({ head }, { key, value }) {
  if (key === "tempat") return ({ place }) => place !== undefined && (place === value || head.places[place].district === value);
  const at = head.facets.filter((facet) => facet.card).findIndex((facet) => facet.key === key);
  return at < 0 || value >= 32 ? undefined : ({ marks }) => ((marks[at] >> value) & 1) === 1;
}

/**
 * The files of cards in which all words may stand; about how many documents with all of them each has, where more likely readings count
 * more; and what the best of those is worth.
 * @param {Engine} engine @param {Postings[]} lists @param {Way[]} ways
 */
function filesOf(engine, lists, ways) {
  const { blocks } = engine.whereabouts();
  const terms = ways.filter(({ list, fits }) => list === undefined && !fits).map(({ readings }) => inBlocks(engine, readings, blocks));
  const filters = FILTER_SHARE ** ways.filter(({ list, fits }) => list === undefined && fits).length;
  const known = lists.length > 0 ? inLists(lists, blocks) : undefined;
  const chances = new Map(engine.head.kinds.map((kind) => [kind, chanceOf(kind, blocks, known ? [known, ...terms] : terms)]));
  /** @type {Map<number, Worth>} */
  const worth = new Map();
  blocks.forEach(({ file, start, size }, at) => {
    const kind = engine.kindOf(start);
    let expected = known ? known.titles[at] : size;
    let isTold = known !== undefined;
    let [names, place, value] = [1, 1, known ? known.values[at] : 0];
    for (const term of terms) {
      value += term.values[at];
      if (term.titles[at] > 0) {
        expected *= Math.min(1, term.titles[at] / size);
        isTold = true;
      } else if (term.place > 0 && term.place >= term.name) {
        place = Math.min(place, term.place);
      } else {
        names *= kind.slug === PRODUCT ? term.name : 0;
      }
    }
    // Words of one title come together more often than by accident: the more so, the less of an accident it would be.
    if (isTold && expected > 0) expected = Math.max(expected, chances.get(kind) ?? 0);
    expected *= names * place * filters;
    if (expected === 0) return;
    const before = worth.get(file) ?? { expected: 0, value: 0 };
    worth.set(file, { expected: before.expected + expected, value: Math.max(before.value, expected >= SOME ? value : 0) });
  });
  return worth;
}

/**
 * About how many titles of each block have a word, and what a document with it is worth there; and the share of documents that have it
 * as a name or place.
 * @param {Engine} engine @param {Reading[]} readings @param {CardBlock[]} blocks
 */
function inBlocks({ head }, readings, blocks) {
  const titles = new Float64Array(blocks.length);
  const values = new Float64Array(blocks.length);
  let [name, place] = [0, 0];
  for (const { leading, other, weight, about, isName, isPlace } of readings) {
    const each = (about / (leading.length + other.length)) * (weight / 1000);
    for (const [found, fieldClass] of /** @type {[number[], number][]} */ ([[leading, TITLE_START], [other, TITLE]])) {
      for (const at of found) {
        titles[at] += Math.min(blocks[at].size, each);
        values[at] = Math.max(values[at], weight * CLASS_PERCENT[fieldClass]);
      }
    }
    const share = (about / head.documents) * (weight / 1000);
    if (isName) name = Math.max(name, share);
    if (isPlace) place = Math.max(place, share);
  }
  return { titles, values, name, place };
}

/** How many documents of each block are in all lists, and what the best of them is worth. @param {Postings[]} lists @param {CardBlock[]} blocks */
function inLists(lists, blocks) {
  const titles = new Float64Array(blocks.length);
  const values = new Float64Array(blocks.length);
  for (const document of lists[0].documents) {
    if (!lists.every(({ best }) => best[document] > 0)) continue;
    let [low, high] = [0, blocks.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (blocks[middle].start <= document) low = middle;
      else high = middle;
    }
    titles[low] += 1;
    values[low] = Math.max(values[low], lists.reduce((sum, { best }) => sum + best[document], 0));
  }
  return { titles, values };
}

/**
 * How likely it is that a block in which all words of titles stand has a title with all of them: less, the more such blocks there would be
 * by accident.
 * @param {{ start: number, end: number }} kind @param {CardBlock[]} blocks @param {{ titles: Float64Array }[]} terms
 */
function chanceOf({ start, end }, blocks, terms) {
  const own = blocks.flatMap((block, at) => (block.start >= start && block.start < end ? [at] : []));
  const shares = terms.map(({ titles }) => own.filter((at) => titles[at] > 0).length / own.length).filter((share) => share > 0);
  return 1 / (1 + shares.reduce((product, share) => product * share, own.length));
}

/** The words that a card tells, with their class. @param {Engine} engine @param {Card} card */
function wordsOf(engine, card) {
  const { categories, places, spellings } = engine.head;
  /** @type {Map<string, number>} */
  const found = new Map();
  /** @param {string} text @param {(at: number) => number} classAt @param {boolean} all */
  const add = (text, classAt, all) => words(text, spellings).forEach((word, at) => {
    if (all || !STOP_WORDS.has(word)) found.set(word, Math.max(classAt(at), found.get(word) ?? 0));
  });
  const inTitle = (/** @type {number} */ at) => (at === 0 ? TITLE_START : at === 1 ? TITLE_SECOND : TITLE);
  const place = card.place === undefined ? undefined : places[card.place];
  if (place) add(place.name, () => ATTRIBUTE, false);
  if (place && place.district >= 0) add(places[place.district].name, () => ATTRIBUTE, false);
  const category = card.category === undefined ? undefined : categories[card.category];
  for (const name of [category?.name, category?.name_en, card.maker]) if (name) add(name, () => MAKER, false);
  for (const title of [card.title, card.titleEn]) if (title) add(title, inTitle, true);
  return found;
}

/** What the cards of a file tell of one word. @param {Engine} engine @param {Term} term @param {Way} way @param {Card[]} cards @param {Map<string, number>[]} says */
function seen(engine, term, { fits }, cards, says) {
  const postings = new Postings(engine.head.documents);
  cards.forEach((card, row) => {
    if (fits?.(card)) postings.add(card.document, term.candidates[0].weight, 0, ATTRIBUTE);
    term.candidates.forEach(({ term: word, weight }, at) => {
      const fieldClass = says[row].get(word);
      if (fieldClass !== undefined) postings.add(card.document, weight, at, fieldClass);
    });
  });
  postings.about = engine.about(term.candidates[0]?.term ?? "");
  return postings;
}
