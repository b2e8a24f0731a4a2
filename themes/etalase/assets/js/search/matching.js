// @ts-check
// From one typed word to the words of the index that it may mean, each with a weight: the same as src/search/matching.rs.

import { Bytes } from "./files.js";
import { edits, roots, spellingKey } from "./normalise.js";

/** @typedef {"exact" | "prefix" | "spelling" | "root" | "typo1" | "typo2" | "joined" | "phrase"} How */
/** @typedef {{ term: string, weight: number, how: How }} Candidate */

const MATCHES_MAX = 24;
const ONE_EDIT_LETTERS = 3;
const TWO_EDITS_LETTERS = 7;
const DOUBTED_LETTERS = 5;
const CONSONANTS_MIN = 3;

/** Words of the index, sorted, with the magnitude of their frequency where it is known. */
export class Vocabulary {
  /** @param {string[]} words @param {Uint8Array} [marks] magnitude of the frequency, 64 for words of titles */
  constructor(words, marks = new Uint8Array(words.length)) {
    this.words = words;
    this.marks = marks;
    this.magnitudes = marks.map((mark) => mark & 0x3f);
    /** @type {string[] | undefined} */
    this.spellings = undefined;
  }

  /** Where a word stands or would stand. @param {string} word */
  place(word) {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {string} word */
  indexOf(word) {
    const at = this.place(word);
    return this.words[at] === word ? at : -1;
  }

  /** @param {string} word */
  has(word) {
    return this.indexOf(word) >= 0;
  }

  /** Indices of the words that begin so. @param {string} prefix */
  *beginning(prefix) {
    for (let at = this.place(prefix); at < this.words.length && this.words[at].startsWith(prefix); at += 1) yield at;
  }

  /** Spelling keys of all words. */
  keys() {
    this.spellings ??= this.words.map(spellingKey);
    return this.spellings;
  }
}

/** @param {Uint8Array} bytes */
export function readVocabulary(bytes) {
  const reader = new Bytes(bytes);
  const words = reader.words();
  return new Vocabulary(words, reader.take(words.length));
}

/**
 * A typed word before it is matched. `open` says that it may go on, `eager` that more than the word itself is wanted although it is
 * known, `isProtected` that it may not lose affixes.
 * @typedef {{ word: string, open: boolean, eager: boolean, isProtected: boolean }} Typed
 */

/** The words of the index that a typed word may mean, best first. @param {Typed} typed @param {Vocabulary} known @returns {Candidate[]} */
export function candidates({ word, open, eager, isProtected }, known) {
  /** @type {Map<string, Candidate>} */
  const found = new Map();
  /** @param {string} term @param {number} weight @param {How} how */
  const put = (term, weight, how) => {
    if ((found.get(term)?.weight ?? -1) < weight) found.set(term, { term, weight, how });
  };
  const exact = known.has(word);
  if (exact) put(word, 1000, "exact");
  putPrefixes(word, open, known, exact, put);
  if (!/^[0-9]/.test(word)) {
    if (!isProtected) putRoots(word, known, exact, put);
    if (!exact) putSpellings(word, open, known, put);
    const mayGoOn = open && !known.beginning(word).next().done;
    if (exact ? eager && word.length >= DOUBTED_LETTERS : eager || !mayGoOn) putTypos(word, open, known, exact, put);
  }
  const list = [...found.values()].sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  return list.slice(0, MATCHES_MAX);
}

/** @typedef {(term: string, weight: number, how: How) => void} Put */

/** @param {string} word @param {boolean} open @param {Vocabulary} known @param {boolean} exact @param {Put} put */
function putPrefixes(word, open, known, exact, put) {
  if (word.length < (open ? 2 : 3) || (exact && !open)) return;
  const base = open ? 820 : 700;
  // "ud" may be a word, but is more likely the beginning of one.
  const kept = !exact ? 100 : word.length < 4 ? 90 : 70;
  for (const at of known.beginning(word)) {
    const other = known.words[at];
    if (other === word) continue;
    const share = 600 + Math.floor((400 * word.length) / other.length);
    const weight = Math.floor((base * share) / 1000) + 4 * Math.min(known.magnitudes[at], 12);
    put(other, Math.floor((weight * kept) / 100), "prefix");
  }
}

/** @param {string} word @param {Vocabulary} known @param {boolean} exact @param {Put} put */
function putRoots(word, known, exact, put) {
  for (const root of roots(word)) {
    if (known.has(root)) {
      put(root, exact ? 500 : 800, "root");
    } else if (!exact && root.length >= 4) {
      for (const at of known.beginning(root)) {
        if (known.words[at].length <= root.length + 3) put(known.words[at], 600, "root");
      }
    }
  }
}

/** @param {string} word @param {boolean} open @param {Vocabulary} known @param {Put} put */
function putSpellings(word, open, known, put) {
  if (word.length < 3) return;
  const key = spellingKey(word);
  if (key.length < 2) return;
  known.keys().forEach((other, at) => {
    if (other === key) put(known.words[at], 900, "spelling");
    else if (open && key.length >= 4 && other.startsWith(key)) put(known.words[at], 650, "spelling");
  });
}

/** @param {string} word @param {boolean} open @param {Vocabulary} known @param {boolean} exact @param {Put} put */
function putTypos(word, open, known, exact, put) {
  const max = word.length >= TWO_EDITS_LETTERS ? 2 : word.length >= ONE_EDIT_LETTERS ? 1 : 0;
  if (max === 0) return;
  /** @type {[number, string, number][]} */
  const near = [];
  known.words.forEach((other, at) => {
    if (other.length < 3 || other === word || /^[0-9]/.test(other)) return;
    const sameStart = other.charCodeAt(0) === word.charCodeAt(0);
    const magnitude = Math.min(known.magnitudes[at], 12);
    /** @param {number} weight */
    const kept = (weight) => (sameStart ? weight : Math.floor((weight * 9) / 10));
    const count = edits(word, other, max, false);
    if (count <= max) {
      near.push([count, other, kept((count <= 1 ? 600 : 420) + 5 * magnitude)]);
    } else if (open && word.length >= 5 && other.length > word.length && edits(word, other, 1, true) <= 1) {
      near.push([2, other, kept(400 + 2 * magnitude)]);
    }
  });
  near.push(...withoutVowels(word, known));
  if (near.length === 0) near.push(...nearSpellings(word, known));
  const nearest = near.reduce((least, [count]) => Math.min(least, count), 3);
  for (const [count, other, weight] of near) {
    if (count === nearest) put(other, exact ? Math.floor((weight * 4) / 5) : weight, count <= 1 ? "typo1" : "typo2");
  }
}

/** Words that are typed as one types in a hurry, without vowels: "bln" for "bulan", "krpk" for "keripik". @param {string} word @param {Vocabulary} known @returns {[number, string, number][]} */
function withoutVowels(word, known) {
  const wanted = consonants(word);
  if (wanted.length < CONSONANTS_MIN || word.length - wanted.length > 1) return [];
  return known.words.flatMap((other, at) => {
    const fits = other[0] === word[0] && other.length > word.length && consonants(other) === wanted && isWithin(word, other);
    return fits ? [/** @type {[number, string, number]} */ ([1, other, 560 + 2 * Math.min(known.magnitudes[at], 12)])] : [];
  });
}

/** @param {string} word */
function consonants(word) {
  return word.replace(/[aeiou]/g, "");
}

/** Whether the letters of a word stand in another in their order. @param {string} short @param {string} long */
function isWithin(short, long) {
  let at = -1;
  return Array.from(short).every((letter) => (at = long.indexOf(letter, at + 1)) >= 0);
}

/** Words whose spelling key is one edit away: "kripk" for "keripik". @param {string} word @param {Vocabulary} known */
function nearSpellings(word, known) {
  const key = spellingKey(word);
  if (key.length < 4) return [];
  return known.keys().flatMap((other, at) => {
    if (known.words[at] === word || edits(key, other, 1, false) > 1) return [];
    return [/** @type {[number, string, number]} */ ([2, known.words[at], 400 + 2 * Math.min(known.magnitudes[at], 12)])];
  });
}

/** Two words of the index that were typed as one. @param {string} word @param {Vocabulary} known */
export function split(word, known) {
  /** @type {[string, string] | undefined} */
  let best;
  let most = 0;
  for (let at = 3; at <= word.length - 3; at += 1) {
    const left = known.indexOf(word.slice(0, at));
    const right = known.indexOf(word.slice(at));
    if (left < 0 || right < 0) continue;
    const worth = Math.min(known.magnitudes[left], known.magnitudes[right]) + 1;
    if (worth > most) {
      most = worth;
      best = [word.slice(0, at), word.slice(at)];
    }
  }
  return best;
}
