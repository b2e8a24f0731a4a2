// @ts-check
// Phrases of a query that are filters, not words: the same rules as src/search/understand.rs.

/** @typedef {{ words: string, term: string, key: string, value: number }} Phrase */
/** @typedef {{ words: string, key: string, value: number, term: string, min?: undefined, max?: undefined }} ValueChip */
/** @typedef {{ words: string, key: "harga", min: number | undefined, max: number | undefined }} PriceChip */
/** @typedef {ValueChip | PriceChip} Chip */
/** @typedef {{ value: number, unit: number, length: number, money: boolean }} Amount */

const PHRASE_WORDS_MAX = 4;

/** @param {string} list */
const set = (list) => new Set(list.split(" "));
/** @param {string} list phrases parted by commas */
const phrases = (list) => list.split(",").map((phrase) => phrase.split(" "));

const PLACE_WORDS = set(
  "di dari in from near dekat sekitar daerah area wilayah kec kecamatan kel kelurahan asal around",
);
const MOST = phrases(
  "di bawah,dibawah,bawah,kurang dari,tidak lebih dari,maks,maksimal,maksimum,max,under,below,less than,up to," +
    "paling mahal,sampai,hingga,budget,bujet,harga,seharga,price",
);
const LEAST = phrases(
  "di atas,diatas,atas,lebih dari,min,minimal,minimum,above,over,more than,at least,paling murah,mulai",
);
const PRICE_FILLERS = set("harga dari price than");
const RANGE_WORDS = set("sampai hingga dan to and s d sd");
const RANGE_STARTS = set("antara between harga kisaran");
const CURRENCY = set("rp idr rupiah");
const THOUSAND = set("rb rbu rebu ribu ribuan rban k");
const MILLION = set("jt juta jutaan mio");
/** Numbers as words. What stands before "puluh" and "ratus" is multiplied, "belas" adds ten. */
const NUMBER_WORDS = "setengah satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ");

/**
 * Parts the words of a query into those to be searched and those that are filters.
 * @param {string[]} words @param {Phrase[]} known
 * @returns {{ words: string[], chips: Chip[] }}
 */
export function understand(words, known) {
  /** @type {string[]} */
  const plain = [];
  /** @type {Chip[]} */
  const chips = [];
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at);
    const found = price(rest) ?? place(rest, known) ?? longestPhrase(rest, known, (key) => key !== "tempat");
    if (found) {
      chips.push({ ...found.chip, words: rest.slice(0, found.length).join(" ") });
      at += found.length;
    } else {
      plain.push(words[at]);
      at += 1;
    }
  }
  return { words: plain, chips };
}

/** A unit of money behind an amount. @param {string | undefined} word */
function unitOf(word = "") {
  return THOUSAND.has(word) ? 1_000 : MILLION.has(word) ? 1_000_000 : 1;
}

/** An amount in words: "seratus ribu", "lima puluh ribu", "seribu", "setengah juta". @param {string[]} words @returns {Amount | undefined} */
function spelledAmount(words) {
  const whole = words[0] === "seribu" ? 1_000 : words[0] === "sejuta" ? 1_000_000 : 0;
  if (whole > 0) return { value: whole, unit: whole, length: 1, money: true };
  let sum = 0;
  let last = 0;
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at];
    const number = word === "seratus" ? 100 : NUMBER_WORDS.indexOf(word);
    const times = word === "puluh" ? 10 : word === "ratus" ? 100 : 0;
    if (last > 0 && (times > 0 || word === "belas")) {
      sum += times > 0 ? last * times : last + 10;
      last = 0;
    } else if (number >= 0) {
      sum += last;
      last = number;
    } else {
      break;
    }
  }
  const unit = unitOf(words[at]);
  if (at === 0 || unit === 1) return undefined;
  const value = at === 1 && words[0] === "setengah" ? unit / 2 : (sum + last) * unit;
  return { value, unit, length: at + 1, money: true };
}

/** @param {string[]} words @returns {Amount | undefined} */
function amount(words) {
  const spelled = spelledAmount(words);
  if (spelled) return spelled;
  const currency = CURRENCY.has(words[0] ?? "");
  const start = currency ? 1 : 0;
  const number = words[start] ?? "";
  const digits = /^([0-9]+)(?:\.([0-9])[0-9]*)?$/.exec(number);
  if (!digits || number.length > 12) return undefined;
  const unit = unitOf(words[start + 1]);
  const value = Number(digits[1]) * unit + Math.floor((Number(digits[2] ?? 0) * unit) / 10);
  return { value, unit, length: start + 1 + (unit > 1 ? 1 : 0), money: currency || unit > 1 };
}

/** @param {number | undefined} min @param {number | undefined} max @param {number} length */
function priceChip(min, max, length) {
  return { chip: /** @type {PriceChip} */ ({ words: "", key: "harga", min, max }), length };
}

/** @param {string[]} words */
function price(words) {
  const range = priceRange(words);
  if (range) return range;
  for (const [starts, isMost] of /** @type {[string[][], boolean][]} */ ([[MOST, true], [LEAST, false]])) {
    for (const start of starts) {
      if (!start.every((word, index) => words[index] === word)) continue;
      let at = start.length;
      while (PRICE_FILLERS.has(words[at] ?? "")) at += 1;
      const found = amount(words.slice(at));
      if (!found || !(found.money || found.value >= 1_000)) continue;
      const length = at + found.length;
      return isMost ? priceChip(undefined, found.value, length) : priceChip(found.value, undefined, length);
    }
  }
  const bare = amount(words);
  return bare && bare.money && bare.value >= 1_000 ? priceChip(undefined, bare.value, bare.length) : undefined;
}

/** "50rb-100rb", "50-100 ribu", "antara 50 dan 100 ribu". @param {string[]} words */
function priceRange(words) {
  const start = RANGE_STARTS.has(words[0] ?? "") ? 1 : 0;
  const low = amount(words.slice(start));
  if (!low) return undefined;
  let at = start + low.length;
  while (RANGE_WORDS.has(words[at] ?? "")) at += 1;
  const high = amount(words.slice(at));
  if (!high) return undefined;
  const min = low.unit === 1 && low.value < 1_000 ? low.value * high.unit : low.value;
  const isRange = (high.money || (low.value >= 1_000 && high.value >= 1_000)) && min < high.value;
  return isRange ? priceChip(min, high.value, at + high.length) : undefined;
}

/** @param {string[]} words @param {Phrase[]} known */
function place(words, known) {
  let at = 0;
  while (PLACE_WORDS.has(words[at] ?? "")) at += 1;
  if (at === 0) return undefined;
  const found = longestPhrase(words.slice(at), known, (key) => key === "tempat");
  return found && { chip: found.chip, length: at + found.length };
}

/** @param {string[]} words @param {Phrase[]} known @param {(key: string) => boolean} wanted */
function longestPhrase(words, known, wanted) {
  for (let length = Math.min(words.length, PHRASE_WORDS_MAX); length >= 1; length -= 1) {
    const spoken = words.slice(0, length).join(" ");
    const phrase = known.find((candidate) => candidate.words === spoken && wanted(candidate.key));
    if (phrase) return { chip: /** @type {ValueChip} */ ({ ...phrase }), length };
  }
  return undefined;
}
