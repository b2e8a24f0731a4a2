// @ts-check
// A query to ranked documents: the same steps and the same whole numbers as src/search/reader.rs.

import { Bytes, FORMAT_VERSION, StaleIndex, readCards, readPostings, readRuns, skipPostings } from "./files.js";
import { Vocabulary, candidates, readVocabulary, split } from "./matching.js";
import { STOP_WORDS, fold, queryWords, shown } from "./normalise.js";
import { ATTRIBUTE, Postings, TITLE, TITLE_SECOND, TITLE_START } from "./postings.js";
import { understand } from "./understand.js";

/** @typedef {import("./files.js").Head} Head */
/** @typedef {import("./files.js").Card} Card */
/** @typedef {import("./files.js").Load} Load */
/** @typedef {import("./understand.js").Chip} Chip */
/** @typedef {import("./matching.js").Candidate} Candidate */
/** @typedef {{ typed: string, candidates: Candidate[], lowest: number }} Term */
/**
 * A query with what its words may mean. Words that are filters come last; `ranges` are filters by price.
 * @typedef {{ words: string[], chips: Chip[], terms: Term[], filters: import("./understand.js").ValueChip[],
 *   ranges: import("./understand.js").PriceChip[], letter: string | undefined, searched: number }} Meant
 */
/**
 * Where a word stands on cards: the blocks, by number, in which it begins a title, others that have it in one, and whether it is a word
 * of the name of a maker or category.
 * @typedef {{ leading: number[], other: number[], isName: boolean }} Whereabouts
 */
/**
 * Neighbouring cards: the file in which they lie, the first, and how many they are.
 * @typedef {{ file: number, start: number, size: number }} CardBlock
 */
/** @typedef {{ scores: Uint32Array, terms: Term[], postings: Postings[] }} Scored */
/**
 * `incomplete` says that a file did not arrive, and the rest had to do without.
 * @typedef {{ words: string[], chips: Chip[], full: number[], partial: number[], scored: Scored, incomplete: boolean }} Found
 */

const COLD_SHARDS_MAX = 2;
const LONG_LISTS_MAX = 2;
const SHORT_LETTERS = 3;
const PARTIAL_WORDS = 3;
const PARTIAL_PERCENT = 60;
const LETTER_BONUS = 30_000;
/** Words with their posting lists. */
class Block {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    const reader = new Bytes(bytes, at);
    this.bytes = bytes;
    this.words = new Vocabulary(reader.words());
    /** @type {number[]} */
    this.starts = [];
    for (let index = 0; index < this.words.words.length; index += 1) {
      this.starts.push(reader.at);
      if (bytes[reader.at] === 0) {
        reader.byte();
        reader.number();
      } else {
        skipPostings(reader);
      }
    }
  }

  /** A reader at the posting list of a word. @param {string} word */
  list(word) {
    const at = this.words.indexOf(word);
    return at < 0 ? undefined : new Bytes(this.bytes, this.starts[at]);
  }
}

/** Opens the index. @param {Load} load @param {string} start name of the start file */
export async function openEngine(load, start) {
  return new Engine(load, await load(start));
}

export class Engine {
  /** @type {Load} */
  #load;
  #hot;
  #embedded;
  /** @type {Promise<Vocabulary> | undefined} */
  #vocabulary;
  /** @type {Map<string, Promise<Block>>} */
  #blocks;
  /** @type {Map<string, Promise<Card[]>>} */
  #chunks;
  /** Files of words that are here. @type {Map<string, Block>} */
  #arrived;
  #places;
  /** @type {{ blocks: CardBlock[], words: Map<string, Whereabouts> } | undefined} */
  #whereabouts;

  /** @param {Load} load @param {Uint8Array} start */
  constructor(load, start) {
    this.#load = load;
    const reader = new Bytes(start);
    /** @type {Head} */
    this.head = JSON.parse(reader.text());
    if (this.head.version !== FORMAT_VERSION) throw new StaleIndex();
    this.qualities = reader.planes();
    this.#hot = new Block(reader.take(reader.number()));
    const rest = reader.take(reader.number());
    this.#embedded = rest.length > 0 ? readVocabulary(rest) : undefined;
    this.#vocabulary = this.#embedded && Promise.resolve(this.#embedded);
    this.#blocks = new Map();
    this.#chunks = new Map();
    this.#arrived = new Map();
    this.#places = reader.take(reader.number());
  }

  /**
   * Finds the documents of a query.
   * @param {string} text @param {boolean} open whether the last word may still go on @returns {Promise<Found>}
   */
  async search(text, open) {
    const words = queryWords(text, this.head.spellings);
    const mayGoOn = open && text.trimEnd().length === text.length;
    const understood = understand(words, this.head.phrases);
    let found = await this.#walk(understood.words, understood.chips, mayGoOn, false);
    if (found.full.length === 0) found = await this.#walk(understood.words, understood.chips, mayGoOn, true);
    if (found.full.length === 0 && understood.chips.length > 0) {
      const plain = await this.#walk(words, [], mayGoOn, true);
      if (plain.full.length > 0 || found.partial.length === 0) return plain;
    }
    return found;
  }

  /**
   * The first documents by score, then completeness, freshness, and the shuffle of the day.
   * @param {number[]} documents @param {Uint32Array} scores @param {number} day @param {number} limit
   */
  order(documents, scores, day, limit) {
    let kept = documents;
    if (documents.length > limit * 4) {
      const sorted = Uint32Array.from(documents, (document) => scores[document]).sort();
      const least = sorted[sorted.length - limit];
      kept = documents.filter((document) => scores[document] >= least);
    }
    return this.byRank(kept, day, 7, (document) => scores[document]).slice(0, limit);
  }

  /**
   * Sorted by a number, highest first; equals by quality (the bits of `mask`) and the shuffle of the day. Neighbours
   * share a shuffle of their own, so that a page of equals needs few files.
   * @param {number[]} documents @param {number} day @param {number} mask @param {(document: number) => number} value
   */
  byRank(documents, day, mask, value) {
    const ranked = documents.map((document) => ({
      document,
      value: value(document),
      quality: this.qualities[document] & mask,
      chunk: shuffle(day, this.chunkOf(document)),
      own: shuffle(day, document),
    }));
    ranked.sort(
      (a, b) =>
        b.value - a.value || b.quality - a.quality || b.chunk - a.chunk || b.own - a.own || a.document - b.document,
    );
    return ranked.map((entry) => entry.document);
  }

  /** @param {number} document */
  kindOf(document) {
    return this.head.kinds.find((kind) => document < kind.end) ?? { slug: "", start: 0, end: 0, weight: 100 };
  }

  /** Whether a product is sold out. @param {number} document */
  isSoldOut(document) {
    return (this.qualities[document] & 0x80) !== 0;
  }

  /** @param {number} document */
  chunkOf(document) {
    return Math.max(0, lastAtMost(this.head.chunks, document));
  }

  /**
   * How many of the first documents, at least one, lie in the file of the very first or in files that are here: those can be
   * shown first.
   * @param {number[]} documents
   */
  countNear(documents) {
    const isNear = this.#nearness(documents[0]);
    const end = documents.findIndex((document) => !isNear(document));
    return end < 0 ? documents.length : end;
  }

  /**
   * The first of ranked documents, so many as wanted. Documents of other files are passed over where those of the first file, and
   * of files that are here, suffice: a list below a field need not be complete, but it must come soon.
   * @param {number[]} documents @param {number} limit @param {number} enough
   */
  nearest(documents, limit, enough) {
    const isNear = this.#nearness(documents[0]);
    const near = documents.filter(isNear).slice(0, limit);
    return near.length >= Math.min(enough, documents.length) ? near : documents.slice(0, limit);
  }

  /** @param {number | undefined} first */
  #nearness(first) {
    const chunk = first === undefined ? -1 : this.chunkOf(first);
    return (/** @type {number} */ document) => {
      const at = this.chunkOf(document);
      return at === chunk || this.#chunks.has(`c-${this.head.chunks[at][1]}.bin`);
    };
  }

  /** The cards of documents, in their order; those that did not arrive are left out. @param {number[]} documents */
  async cards(documents) {
    const cards = await Promise.all(documents.map((document) => this.#card(document)));
    return cards.flatMap((card) => card ?? []);
  }

  /** @param {number} document @returns {Promise<(Card & { document: number }) | undefined>} */
  async #card(document) {
    const [start, hash] = this.head.chunks[this.chunkOf(document)];
    try {
      const cards = await this.#once(this.#chunks, `c-${hash}.bin`, (bytes) => readCards(bytes, fold));
      return { ...cards[document - start], document };
    } catch (error) {
      if (error instanceof StaleIndex) throw error;
      return undefined;
    }
  }

  /** Words of the query that a document does not have. @param {Found} found @param {number | undefined} document */
  missing({ scored }, document) {
    const missing = scored.terms.filter((_, at) => document === undefined || scored.postings[at].best[document] === 0);
    return missing.map((term) => shown(term.typed));
  }

  /** Words of which only a guess is in a document. @param {Found} found @param {number | undefined} document */
  corrections({ scored }, document) {
    /** @type {[string, string][]} */
    const pairs = [];
    scored.terms.forEach((term, at) => {
      const { best, which } = scored.postings[at];
      if (document === undefined || best[document] === 0) return;
      const candidate = term.candidates[which[document]];
      if (/^typo|^joined/.test(candidate.how)) pairs.push([shown(term.typed), shown(candidate.term)]);
    });
    return pairs;
  }

  /** Words of titles that begin so, the most frequent first. @param {string} prefix @param {number} limit */
  completions(prefix, limit) {
    // Words of the start file are mostly those of titles.
    const known = this.#embedded ?? this.#hot.words;
    const isGood = (/** @type {number} */ at) => known === this.#hot.words || (known.marks[at] & 0x40) !== 0;
    const found = [...known.beginning(prefix)].filter((at) => known.words[at] !== prefix && isGood(at));
    found.sort((a, b) => known.magnitudes[b] - known.magnitudes[a] || a - b);
    return found.slice(0, limit).map((at) => known.words[at]);
  }

  /** All words of the index, when they are at hand. */
  vocabularyWords() {
    return this.#embedded?.words ?? [];
  }

  /** Whether the start file tells in which files of cards words stand. */
  hasWhereabouts() {
    return this.#places.length > 0;
  }

  /** The blocks of cards, and where words stand among them. */
  whereabouts() {
    this.#whereabouts ??= this.#readWhereabouts(new Bytes(this.#places));
    return this.#whereabouts;
  }

  /** @param {Bytes} reader */
  #readWhereabouts(reader) {
    const size = reader.number();
    const blocks = this.head.chunks.flatMap((_, file) => {
      const cards = this.sizeOf(file);
      return Array.from({ length: Math.ceil(cards / size) }, (_unused, at) => ({
        file, start: this.head.chunks[file][0] + at * size, size: Math.min(size, cards - at * size),
      }));
    });
    /** @type {Map<string, Whereabouts>} */
    const words = new Map();
    for (const word of this.vocabularyWords()) {
      const isName = reader.byte() === 1;
      /** @type {[number[], number[]]} */
      const [leading, other] = [[], []];
      readRuns(reader, (block) => leading.push(block));
      readRuns(reader, (block) => other.push(block));
      if (isName || leading.length + other.length > 0) words.set(word, { leading, other, isName });
    }
    return { blocks, words };
  }

  /** About how many documents have a word. @param {string} word */
  about(word) {
    const at = this.#embedded?.indexOf(word) ?? -1;
    return at < 0 ? 1 : Math.floor(1.5 * 2 ** (this.#embedded?.magnitudes[at] ?? 0));
  }

  /** How many cards a file has. @param {number} file */
  sizeOf(file) {
    return (this.head.chunks[file + 1]?.[0] ?? this.head.documents) - this.head.chunks[file][0];
  }

  /** All cards of a file. @param {number} file */
  cardsOf(file) {
    const [start] = this.head.chunks[file];
    return this.cards(Array.from({ length: this.sizeOf(file) }, (_, at) => start + at));
  }

  /** Of files of cards that are worth as much, those that are here come first, then the shuffle of the day decides. @param {number} file @param {number} day */
  fileRank(file, day) {
    return (this.#chunks.has(`c-${this.head.chunks[file][1]}.bin`) ? 2 ** 32 : 0) + shuffle(day, file);
  }

  /** The bytes of a column. @param {string} key @returns {Promise<Bytes | undefined>} */
  async column(key) {
    const file = this.head.columns.find(([, keys]) => keys.includes(key));
    if (!file) return undefined;
    const reader = new Bytes(await this.#load(`f-${file[0]}.bin`));
    for (const other of file[1]) {
      const length = reader.number();
      if (other === key) return reader;
      reader.take(length);
    }
    return undefined;
  }

  /**
   * Reads a file once. A failure is forgotten.
   * @template T @param {Map<string, Promise<T>>} known @param {string} name @param {(bytes: Uint8Array) => T} read
   * @returns {Promise<T>}
   */
  #once(known, name, read) {
    let value = known.get(name);
    if (!value) {
      value = this.#load(name).then(read);
      known.set(name, value);
      value.catch(() => known.delete(name));
    }
    return value;
  }

  /** @param {string[]} words @param {Chip[]} chips @param {boolean} open @param {boolean} eager @returns {Promise<Found>} */
  async #walk(words, chips, open, eager) {
    const meant = await this.#mean(words, chips, open, eager);
    const postings = await Promise.all(meant.terms.map((term) => this.postings(term, meant.terms.length === 1)));
    if (meant.ranges.length === 0) return this.found(meant, postings);
    const prices = (await this.column("harga"))?.prices();
    return this.found(meant, postings, (document) => isInRanges(meant, prices?.[document] ?? NaN));
  }

  /** A query with all that its words may mean. @param {string} text @param {boolean} open whether the last word may still go on */
  async meant(text, open) {
    const { words, chips } = understand(queryWords(text, this.head.spellings), this.head.phrases);
    return this.#mean(words, chips, open && text.trimEnd().length === text.length, false);
  }

  /** @param {string[]} words @param {Chip[]} chips @param {boolean} open @param {boolean} eager @returns {Promise<Meant>} */
  async #mean(words, chips, open, eager) {
    const [searched, letter] = searchedWords(words, open);
    const ranges = chips.flatMap((chip) => (chip.key === "harga" ? /** @type {import("./understand.js").PriceChip} */ (chip) : []));
    const filters = chips.flatMap((chip) => (chip.key === "harga" ? [] : /** @type {import("./understand.js").ValueChip} */ (chip)));
    const terms = await this.#terms(searched, filters, open && letter === undefined, eager);
    return { words, chips, terms, filters, ranges, letter, searched: searched.length };
  }

  /**
   * The documents with all words and those with most.
   * @param {Meant} meant @param {Postings[]} postings @param {(document: number) => boolean} [allowed] @returns {Found}
   */
  found({ words, chips, terms, letter, searched }, postings, allowed) {
    const { full, partial, scores } = this.#score(terms, postings, this.#liked(letter, searched), allowed);
    return { words, chips, full, partial, scored: { scores, terms, postings }, incomplete: postings.some((entry) => entry.incomplete) };
  }

  /**
   * Documents whose title has a word of the start file that begins with a letter, and what that is worth: more in the second
   * place, where it follows a query of one word.
   * @param {string | undefined} letter @param {number} words @returns {Map<number, number>}
   */
  #liked(letter, words) {
    /** @type {Map<number, number>} */
    const liked = new Map();
    if (letter === undefined) return liked;
    for (const at of this.#hot.words.beginning(letter)) {
      const list = this.#hot.list(this.#hot.words.words[at]);
      if (list && list.bytes[list.at] !== 0) readPostings(list, (document, fieldClass) => {
        if (fieldClass < TITLE) return;
        const bonus = fieldClass === TITLE_SECOND && words === 1 ? 2 * LETTER_BONUS : LETTER_BONUS;
        liked.set(document, Math.max(bonus, liked.get(document) ?? 0));
      });
    }
    return liked;
  }

  /** @param {string[]} words @param {import("./understand.js").ValueChip[]} filters @param {boolean} open @param {boolean} eager */
  async #terms(words, filters, open, eager) {
    const parts = await Promise.all(
      words.map(async (word, at) => {
        const goesOn = open && at === words.length - 1;
        const known = await this.#knownWords(word, goesOn, eager);
        const isProtected = this.head.protected.includes(word);
        const meant = candidates({ word, open: goesOn, eager, isProtected }, known);
        const certain = meant.length > 0 && meant[0].weight >= 550;
        const parted = certain ? undefined : split(word, known);
        if (!parted) return [/** @type {Term} */ ({ typed: word, candidates: meant, lowest: 0 })];
        return parted.map((part) => /** @type {Term} */ ({
          typed: word, candidates: [{ term: part, weight: 900, how: "joined" }], lowest: 0,
        }));
      }),
    );
    const terms = parts.flat();
    await this.#addJoined(words, eager, terms);
    for (const { words: typed, term } of filters) {
      terms.push({ typed, candidates: [{ term, weight: 1000, how: "phrase" }], lowest: ATTRIBUTE });
    }
    return terms;
  }

  /** Two or three neighbours that are one word: "eco print". @param {string[]} words @param {boolean} eager @param {Term[]} terms */
  async #addJoined(words, eager, terms) {
    for (const size of [2, 3]) {
      for (let at = 0; at + size <= words.length; at += 1) {
        const parts = words.slice(at, at + size);
        const joined = parts.join("");
        if (joined.length < 6 || !(await this.#knownWords(joined, false, eager)).has(joined)) continue;
        for (const term of terms) {
          const known = !parts.includes(term.typed) || term.candidates.some((candidate) => candidate.term === joined);
          if (!known) term.candidates.push({ term: joined, weight: 900, how: "joined" });
        }
      }
    }
  }

  /** The words among which a typed word is looked up. @param {string} word @param {boolean} open @param {boolean} eager */
  async #knownWords(word, open, eager) {
    if (this.head.vocabulary === "" || eager) return this.#allWords();
    /** @param {Vocabulary} known */
    const finds = (known) => known.has(word) || (open && word.length >= 3 && !known.beginning(word).next().done);
    if (finds(this.#hot.words)) return this.#hot.words;
    const block = await this.#blockOf(word);
    return block && finds(block.words) ? block.words : this.#allWords();
  }

  #allWords() {
    if (!this.#vocabulary) {
      this.#vocabulary = this.#load(`w-${this.head.vocabulary}.bin`).then(readVocabulary);
      this.#vocabulary.catch(() => (this.#vocabulary = undefined));
    }
    return this.#vocabulary;
  }

  /** Hash of the shard that holds a word if any does. @param {string} word @returns {string | undefined} */
  #shardOf(word) {
    return this.head.shards[lastAtMost(this.head.shards, word)]?.[1];
  }

  /** The shard that holds a word if any does. @param {string} word @returns {Promise<Block | undefined>} */
  async #blockOf(word) {
    const shard = this.#shardOf(word);
    return shard === undefined ? undefined : this.#once(this.#blocks, `t-${shard}.bin`, (bytes) => {
      const block = new Block(bytes);
      this.#arrived.set(shard, block);
      return block;
    });
  }

  /** The best match of each document for one word of the query. @param {Term} term @param {boolean} alone @returns {Promise<Postings>} */
  async postings(term, alone) {
    const postings = new Postings(this.head.documents);
    const lists = await this.#lists(term, alone);
    for (const { list, at } of lists.found) {
      const { weight } = term.candidates[at];
      readPostings(list, (document, fieldClass) => {
        if (fieldClass >= term.lowest) postings.add(document, weight, at, fieldClass);
      });
    }
    postings.incomplete = lists.incomplete;
    return postings;
  }

  /** Whether all lists that `postings` would read are here. @param {Term} term @param {boolean} alone */
  isAtHand(term, alone) {
    const coldMax = this.#coldShardsMax(term, alone);
    /** @type {Set<string>} */
    const cold = new Set();
    return term.candidates.every(({ term: word }) => {
      let list = this.#hot.list(word);
      const shard = list ? undefined : this.#shardOf(word);
      if (shard !== undefined && (cold.has(shard) || cold.size < coldMax)) {
        cold.add(shard);
        const block = this.#arrived.get(shard);
        if (!block) return false;
        list = block.list(word);
      }
      return list === undefined || list.bytes[list.at] !== 0;
    });
  }

  /** Posting lists of what a word may mean, fetched side by side. @param {Term} term @param {boolean} alone */
  async #lists(term, alone) {
    /** @type {Set<string>} */
    const cold = new Set();
    const coldMax = this.#coldShardsMax(term, alone);
    let incomplete = false;
    /** @template T @param {Promise<T>} wanted */
    const orNone = (wanted) => wanted.catch((error) => {
      if (error instanceof StaleIndex) throw error;
      incomplete = true;
      return undefined;
    });
    const near = await Promise.all(term.candidates.map(({ term: word }) => {
      const hot = this.#hot.list(word);
      const shard = hot ? undefined : this.#shardOf(word);
      if (hot || shard === undefined || (!cold.has(shard) && cold.size >= coldMax)) return hot;
      cold.add(shard);
      return orNone(this.#blockOf(word).then((block) => block?.list(word)));
    }));
    let long = 0;
    const whole = await Promise.all(near.map((list) => {
      const isLong = list !== undefined && list.bytes[list.at] === 0;
      if (isLong) long += 1;
      return isLong && long > LONG_LISTS_MAX ? undefined : orNone(this.#wholeList(list));
    }));
    const found = whole.flatMap((list, at) => (list ? [{ list, at }] : []));
    return { found, incomplete };
  }

  /** How many files of words a word may fetch. @param {Term} term @param {boolean} alone */
  #coldShardsMax({ typed, candidates }, alone) {
    if (candidates.length > 0 && candidates[0].weight >= 1000) return 1;
    const hot = alone && typed.length <= SHORT_LETTERS && candidates.some(({ term }) => this.#hot.words.has(term));
    return hot ? 0 : candidates[0]?.how === "prefix" ? 1 : COLD_SHARDS_MAX;
  }

  /** The list itself, or the file that holds it. @param {Bytes | undefined} list */
  async #wholeList(list) {
    if (!list || list.bytes[list.at] !== 0) return list;
    list.byte();
    return new Bytes(await this.#load(`p-${this.head.lists[list.number()]}.bin`));
  }

  /**
   * Adds up the words and parts the documents into those with all and those with most.
   * @param {Term[]} terms @param {Postings[]} postings @param {Map<number, number>} liked @param {((document: number) => boolean) | undefined} allowed
   */
  #score(terms, postings, liked, allowed) {
    const size = this.head.documents;
    const scores = new Uint32Array(size);
    const covered = new Uint16Array(size);
    const inTitle = new Uint8Array(size);
    const leads = new Uint8Array(size);
    const weights = postings.map(({ best, which, classes, documents, about }, at) => {
      const rare = rarity(size, about ?? documents.length);
      const factor = 614 + 11 * rare;
      for (const document of documents) {
        scores[document] += Math.floor((best[document] * factor) / 1024);
        covered[document] |= 1 << at;
        const asTyped = terms[at].candidates[which[document]].weight >= 900;
        if (asTyped && classes[document] >= TITLE) inTitle[document] += 1;
        if (at === 0 && classes[document] === TITLE_START) leads[document] |= 1;
        if (at === 1 && classes[document] === TITLE_SECOND) leads[document] |= 2;
      }
      const certainty = terms[at].candidates[0]?.weight ?? 0;
      return documents.length === 0 ? 0 : Math.floor((rare * certainty) / 1000);
    });
    const all = (1 << terms.length) - 1;
    const touched = terms.length > 0 ? [...new Set(postings.flatMap((entry) => entry.documents))] : [];
    const documents = terms.length > 0 ? touched : allowed ? Array.from(scores.keys()) : [];
    /** @type {number[]} */
    const full = [];
    /** @type {number[]} */
    const part = [];
    const partWeight = new Uint32Array(size);
    for (const document of documents) {
      if (allowed && !allowed(document)) continue;
      const words = Math.min(terms.length, 8);
      const isTitle = words > 0 && inTitle[document] === words && ((this.qualities[document] >> 4) & 7) + 1 === words;
      const percent = isTitle ? 115 : this.kindOf(document).weight;
      const led = leads[document] === 3 ? 112 : 100;
      let score = Math.floor((Math.floor((scores[document] * percent) / 100) * led) / 100);
      score += liked.get(document) ?? 0;
      if (covered[document] === all) {
        full.push(document);
      } else if (bitCount(covered[document]) * PARTIAL_WORDS >= terms.length) {
        const weight = weights.reduce((sum, w, at) => sum + (((covered[document] >> at) & 1) === 1 ? w : 0), 0);
        partWeight[document] = weight;
        score += weight * 500;
        part.push(document);
      }
      scores[document] = score;
    }
    // Words that are filters may be left out only when nothing has all words.
    const filters = full.length === 0 ? 0 : terms.reduce((bits, { lowest }, at) => bits | (lowest > 0 ? 1 << at : 0), 0);
    const best = part.reduce((most, document) => Math.max(most, partWeight[document]), 0);
    const reference = full.length === 0 ? best : weights.reduce((sum, weight) => sum + weight, 0);
    const least = Math.floor((reference * PARTIAL_PERCENT) / 100);
    const partial = part.filter((document) => {
      const weight = partWeight[document];
      return weight >= least && weight > 0 && (covered[document] & filters) === filters;
    });
    return { full, partial, scores };
  }
}

/**
 * The words to search for, and the single letter behind them: the first of a next word says too little to be searched.
 * @param {string[]} typed @param {boolean} open @returns {[string[], string | undefined]}
 */
function searchedWords(typed, open) {
  const words = [...new Set(typed.length >= 3 ? typed.filter((word) => !STOP_WORDS.has(word)) : typed)];
  const last = words[words.length - 1] ?? "";
  const isLetter = open && words.length >= 2 && last.length === 1 && !/\p{N}/u.test(last);
  return [words, isLetter ? words.pop() : undefined];
}

/** Whether a price is in all ranges that are asked for. @param {Meant} meant @param {number} price */
export function isInRanges({ ranges }, price) {
  return ranges.every(({ min, max }) => price >= (min ?? 0) && price <= (max ?? Infinity));
}

/**
 * Index of the last entry whose first part is at most `value`; -1 when there is none.
 * @template {string | number} T @param {[T, string][]} entries @param {T} value
 */
function lastAtMost(entries, value) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle][0] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @param {number} bits */
function bitCount(bits) {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

/** Sixteen times the base-2 logarithm of how rare a word is, in whole numbers. @param {number} documents @param {number} withWord */
function rarity(documents, withWord) {
  const ratio = Math.floor((documents * 256) / (withWord + 1)) + 256;
  const magnitude = 31 - Math.clz32(ratio);
  return (magnitude - 8) * 16 + ((ratio >>> (magnitude - 4)) & 15);
}

/** A number that looks random but is the same for everyone on one day. @param {number} day @param {number} item */
function shuffle(day, item) {
  let mixed = Math.imul(day, 0x9e3779b1) ^ Math.imul(item, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
