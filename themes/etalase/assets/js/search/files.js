// @ts-check
// Fetches and reads the files of an index. The format stands in src/search/FORMAT.md.

export const FORMAT_VERSION = 4;

/** @typedef {import("./understand.js").Phrase} Phrase */
/**
 * @typedef {{ version: number, documents: number,
 *   kinds: { slug: string, start: number, end: number, weight: number }[],
 *   categories: { slug: string, parent: number, name: string, name_en: string }[],
 *   places: { slug: string, name: string, district: number }[],
 *   facets: { key: string, label: string, label_en: string, all: boolean, card: boolean, values: [string, string, string][] }[],
 *   phrases: Phrase[], spellings: Record<string, string>, protected: string[],
 *   shards: [string, string][], lists: string[], chunks: [number, string][], columns: [string, string[]][],
 *   vocabulary: string }} Head
 */
/**
 * @typedef {{ slug: string, title: string, titleEn: string, maker: string, url: string, urlEn: string,
 *   price: number | undefined, priceText: string, priceTextEn: string, unit: string, unitEn: string,
 *   category: number | undefined, place: number | undefined, marks: number[],
 *   picture: { src: string, width: number, height: number, tone: string } | undefined }} Card
 */
/** @typedef {(name: string) => Promise<Uint8Array>} Load gives the unpacked bytes of a file */

/** The index on the server is another one than this page knows. */
export class StaleIndex extends Error {}

/**
 * A loader for an index. Every file is fetched once; a failure is forgotten, so that one can try again. The start file lies
 * beside the folder of all others: "/indeks.bin" and "/indeks/".
 */
export class Folder {
  /** @param {string} start address of the start file @param {boolean} [isNewest] whether the server must be asked for it */
  constructor(start, isNewest = false) {
    const address = new URL(start, document.baseURI).href;
    const folder = address.replace(/\.bin$/, "/");
    this.start = address.slice(address.lastIndexOf("/") + 1);
    this.isNewest = isNewest;
    /** @type {Map<string, Promise<Uint8Array>>} */
    this.files = new Map();
    /** @type {Load} */
    this.load = (name) => {
      const known = this.files.get(name);
      if (known) return known;
      const file = name === this.start
        ? fetchFile(address, isNewest ? "reload" : "default", true)
        : fetchFile(folder + name, "default", isNewest);
      this.files.set(name, file);
      file.catch(() => this.files.delete(name));
      return file;
    };
  }
}

/** @param {string} address @param {RequestCache} cache @param {boolean} isNewest */
async function fetchFile(address, cache, isNewest) {
  const answer = await fetch(address, { cache });
  if (!isNewest && (answer.status === 404 || answer.status === 410)) throw new StaleIndex(address);
  if (!answer.ok || !answer.body) throw new Error(address);
  const unpacked = answer.body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

const DECODER = new TextDecoder();

/** Reads a file from front to back; one that ends too early is a `RangeError`. */
export class Bytes {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    if (this.at >= this.bytes.length) throw new RangeError();
    return this.bytes[this.at++];
  }

  /** A number in groups of seven bits, least first. */
  number() {
    let byte = this.byte();
    if (byte < 0x80) return byte;
    let number = byte & 0x7f;
    for (let scale = 0x80; ; scale *= 0x80) {
      byte = this.byte();
      number += (byte & 0x7f) * scale;
      if (byte < 0x80) return number;
    }
  }

  /** @param {number} length */
  take(length) {
    const start = this.at;
    this.at += length;
    if (this.at > this.bytes.length) throw new RangeError();
    return this.bytes.subarray(start, this.at);
  }

  text() {
    return DECODER.decode(this.take(this.number()));
  }

  /** Sorted words; each gives how many letters it shares with the one before, and the rest. */
  words() {
    const count = this.number();
    /** @type {string[]} */
    const words = [];
    let before = "";
    for (let index = 0; index < count; index += 1) {
      const shared = this.number();
      const length = this.number();
      before = before.slice(0, shared) + shortText(this.take(length));
      words.push(before);
    }
    return words;
  }

  /** Numbers as byte planes. */
  planes() {
    const width = this.byte();
    const count = this.number();
    const numbers = new Uint32Array(count);
    for (let plane = 0; plane < width; plane += 1) {
      const bytes = this.take(count);
      for (let index = 0; index < count; index += 1) numbers[index] |= bytes[index] << (8 * plane);
    }
    return numbers;
  }

  /** Prices in steps of their divisor; NaN where there is none. */
  prices() {
    const step = this.number();
    const prices = new Float64Array(this.number());
    for (let index = 0; index < prices.length; index += 1) {
      const steps = this.number();
      prices[index] = steps === 0 ? NaN : (steps - 1) * step;
    }
    return prices;
  }
}

/** Decoding a few letters at a time is faster by hand. @param {Uint8Array} bytes */
function shortText(bytes) {
  let text = "";
  for (const byte of bytes) {
    if (byte >= 0x80) return DECODER.decode(bytes);
    text += String.fromCharCode(byte);
  }
  return text;
}

/** @typedef {(document: number, fieldClass: number) => void} EachPosting */

/** Reads the posting lists of a word: classes from high to low, each with its runs. @param {Bytes} bytes @param {EachPosting} each */
export function readPostings(bytes, each) {
  const mask = bytes.byte();
  for (let fieldClass = 5; fieldClass >= 0; fieldClass -= 1) {
    if (((mask >> fieldClass) & 1) === 0) continue;
    readRuns(bytes, (document) => each(document, fieldClass));
  }
}

/** Reads numbers that stand as runs. @param {Bytes} bytes @param {(number: number) => void} each */
export function readRuns(bytes, each) {
  let next = 0;
  for (let runs = bytes.number(); runs > 0; runs -= 1) {
    const head = bytes.number();
    next += head >>> 1;
    const end = next + ((head & 1) === 1 ? bytes.number() + 2 : 1);
    for (; next < end; next += 1) each(next);
  }
}

/** Passes over the posting lists of a word. @param {Bytes} bytes */
export function skipPostings(bytes) {
  for (let mask = bytes.byte(); mask > 0; mask >>= 1) {
    if ((mask & 1) === 0) continue;
    for (let runs = bytes.number(); runs > 0; runs -= 1) if ((bytes.number() & 1) === 1) bytes.number();
  }
}

/** Words joined by hyphens: what a slug of this text is most likely to be. @param {string} folded */
function slugGuess(folded) {
  return folded.split(/[^a-z0-9]+/).filter(Boolean).join("-");
}

/** "Rp25.000". @param {number | undefined} price @param {string} separator */
export function rupiah(price, separator) {
  return price === undefined ? "" : `Rp${String(price).replace(/\B(?=(?:[0-9]{3})+$)/g, separator)}`;
}

/** @param {string} stored @param {number | undefined} price @param {string} separator */
function priceText(stored, price, separator) {
  if (stored === "") return rupiah(price, separator);
  return stored === "-" ? "" : stored;
}

const TEXT_FIELDS = 12;

/** Reads a chunk of cards. @param {Uint8Array} file @param {(text: string) => string} fold @returns {Card[]} */
export function readCards(file, fold) {
  const bytes = new Bytes(file);
  const count = bytes.number();
  const markFields = bytes.number();
  const texts = Array.from({ length: TEXT_FIELDS }, () => bytes.text().split("\n"));
  const prices = bytes.prices();
  const numbers = Array.from({ length: count * (4 + markFields) }, () => bytes.number());
  /** @param {number} value */
  const index = (value) => (value === 0 ? undefined : value - 1);
  return Array.from({ length: count }, (_, row) => {
    const [title, titleEn, maker, slugShort, url, urlEn, shown, shownEn, unit, unitEn, src, colour] = texts.map(
      (lines) => lines[row],
    );
    const slug = slugShort
      .replace("\u0001", () => slugGuess(fold(title)))
      .replace("\u0002", () => `-${slugGuess(fold(maker))}`);
    /** @param {string} address */
    const address = (address) => address.replace("\u0001", () => slug);
    /** @param {number} field */
    const number = (field) => numbers[field * count + row];
    const price = Number.isNaN(prices[row]) ? undefined : prices[row];
    return {
      slug, title, titleEn, maker, price, unit, unitEn,
      url: address(url),
      urlEn: address(urlEn),
      priceText: priceText(shown, price, "."),
      priceTextEn: priceText(shownEn, price, ","),
      category: index(number(0)),
      place: index(number(1)),
      marks: Array.from({ length: markFields }, (_unused, mark) => number(2 + mark)),
      picture: src === "" ? undefined : {
        src: address(src),
        width: number(2 + markFields),
        height: number(3 + markFields),
        tone: colour && `tn r${colour[0]} g${colour[1]} b${colour[2]}`,
      },
    };
  });
}
