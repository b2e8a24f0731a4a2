// @ts-check
// From text to the words of the index: the same rules, in the same order, as src/search/words.rs. tests/search/vectors.json
// is run through both; a rule changed here is changed there.

export const QUERY_CHARS_MAX = 160;
export const QUERY_WORDS_MAX = 10;

export const STOP_WORDS = new Set(
  "dan yang untuk dengan di ke dari atau bisa ada saja the a of for and with in from or to".split(" "),
);

/** @type {Record<string, string>} */
const UNITS = {
  g: "g", gr: "g", grm: "g", gram: "g", kg: "kg", kilo: "kg", kilogram: "kg", ml: "ml", mililiter: "ml",
  l: "l", lt: "l", ltr: "l", liter: "l", litre: "l", mm: "mm", cm: "cm", senti: "cm", m: "m", mtr: "m", meter: "m",
};

/** @typedef {Record<string, string>} Spellings variant to standard form */

/** Lower case, without accents, ligatures and apostrophes. @param {string} text */
export function fold(text) {
  return text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/[\p{M}'’‘`ʼ]/gu, "");
}

/** The words of a text, in order. @param {string} text @param {Spellings} spellings */
export function words(text, spellings) {
  return joinDoubled(joinQuantities(pieces(fold(text)))).map((word) => standard(spellings, word) ?? word);
}

/** The words of a query, cut to the limits. @param {string} text @param {Spellings} spellings */
export function queryWords(text, spellings) {
  return words(Array.from(text).slice(0, QUERY_CHARS_MAX).join(""), spellings).slice(0, QUERY_WORDS_MAX);
}

/** @param {Spellings} spellings @param {string} word @returns {string | undefined} */
function standard(spellings, word) {
  return Object.hasOwn(spellings, word) ? spellings[word] : undefined;
}

// Letters and digits of the basic plane; a dot, comma or slash between two ASCII digits belongs to the number.
const RUNS = /(?:(?![\u{10000}-\u{10ffff}])[\p{Alphabetic}\p{N}]|(?<=[0-9])[.,/\u2044](?=[0-9]))+/gu;
const NUMERIC = /\p{N}/u;

/** Runs of letters and digits; those that touch are parted, but not in "a4". @param {string} folded */
function pieces(folded) {
  /** @type {string[]} */
  const out = [];
  for (const [run] of folded.matchAll(RUNS)) {
    if (NUMERIC.test(run)) splitRun(run, out);
    else out.push(run);
  }
  return out;
}

/** @param {string} run @param {string[]} out */
function splitRun(run, out) {
  const parts = run.match(/[0-9.,/\u2044]+|[^0-9.,/\u2044]+/g) ?? [];
  const [first = "", second = ""] = parts;
  if (parts.length === 2 && second === "2" && first.length >= 3 && !NUMERIC.test(first)) {
    out.push(first, first); // "oleh2" is "oleh-oleh"
    return;
  }
  if (parts.length === 2 && first.length === 1 && /\p{Alphabetic}/u.test(first) && /^[0-9]{1,3}$/.test(second)) {
    out.push(run); // "a4" is a name
    return;
  }
  parts.forEach((part, index) => {
    const betweenNumbers = part === "x" && index > 0 && startsWithDigit(parts[index + 1] ?? "");
    if (!betweenNumbers) out.push(...numberOrWord(part));
  });
}

/** "12.500" is 12500, "2,5" is 2.5, "1/2" stays for the unit behind it. @param {string} part */
function numberOrWord(part) {
  if (!startsWithDigit(part)) return [part];
  if (/[/\u2044]/.test(part)) {
    return /^[0-9][/\u2044][0-9]$/.test(part) ? [`${part[0]}/${part[2]}`] : part.split(/[/\u2044.,]/);
  }
  const groups = part.split(/[.,]/);
  const rest = groups.slice(1);
  if (rest.every((group) => group.length === 3) && (rest.length === 0 || groups[0].length <= 3)) return [groups.join("")];
  if (groups.length !== 2) return groups;
  const decimals = rest[0].replace(/0+$/, "");
  return [decimals === "" ? groups[0] : `${groups[0]}.${decimals}`];
}

/** @param {string} text */
function startsWithDigit(text) {
  return /^[0-9]/.test(text);
}

/** "150 gr" is "150g", "1/2 kg" is "500g", "P-IRT" is "pirt". @param {string[]} found */
function joinQuantities(found) {
  /** @type {string[]} */
  const out = [];
  for (let at = 0; at < found.length; at += 1) {
    const piece = found[at];
    const amount = amountOf(piece);
    const unit = standard(UNITS, found[at + 1] ?? "");
    if (amount !== undefined && unit !== undefined) {
      out.push(quantity(amount, unit));
      at += 1;
    } else if (piece === "p" && found[at + 1] === "irt") {
      out.push("pirt");
      at += 1;
    } else if (startsWithDigit(piece) && piece.includes("/")) {
      out.push(...piece.split("/"));
    } else {
      out.push(piece);
    }
  }
  return out;
}

/** @param {string} piece */
function amountOf(piece) {
  if (piece === "setengah") return "1/2";
  if (piece === "seperempat") return "1/4";
  return startsWithDigit(piece) ? piece : undefined;
}

/** @type {Record<string, number>} */
const THOUSANDTHS = { "1/2": 500, "0.5": 500, "1/4": 250, "0.25": 250, "3/4": 750, "0.75": 750 };

/** @param {string} amount @param {string} unit */
function quantity(amount, unit) {
  const small = unit === "kg" ? "g" : unit === "l" ? "ml" : undefined;
  if (small !== undefined && Object.hasOwn(THOUSANDTHS, amount)) return `${THOUSANDTHS[amount]}${small}`;
  return `${amount.replaceAll("/", "per")}${unit}`;
}

/** Two equal words side by side are one: "oleh-oleh". @param {string[]} found */
function joinDoubled(found) {
  /** @type {string[]} */
  const out = [];
  let open = false;
  for (const word of found) {
    if (open && out[out.length - 1] === word && isDoubling(word)) {
      out[out.length - 1] += word;
      open = false;
    } else {
      out.push(word);
      open = true;
    }
  }
  return out;
}

/** @param {string} word */
function isDoubling(word) {
  return word.length >= 2 && !NUMERIC.test(word);
}

/** How a word of the index is shown: a doubled word gets its hyphen back. @param {string} word */
export function shown(word) {
  const half = word.slice(0, word.length / 2);
  return half.length >= 2 && word === half + half && isDoubling(word) ? `${half}-${half}` : word;
}

/** A key under which old and new spellings of a word meet. @param {string} word */
export function spellingKey(word) {
  return word
    .replaceAll("oe", "u")
    .replaceAll("tj", "c")
    .replaceAll("dj", "y")
    .replaceAll("sj", "sy")
    .replaceAll("j", "y")
    .replaceAll("ph", "f")
    .replaceAll("v", "f")
    .replaceAll("kh", "k")
    .replaceAll("q", "k")
    .replaceAll("z", "s")
    .replace(/(.)\1+/gsu, "$1")
    .replace(/(?<=[b-df-hj-np-tv-z])e(?=[rl](?![b-df-hj-np-tv-z]|$))/g, "");
}

/** Possible roots of an Indonesian word, for a caller who keeps those that the index knows. @param {string} word */
export function roots(word) {
  if (word.length < 5 || !/^[\x00-\x7f]*$/.test(word)) return [];
  /** @type {string[]} */
  const found = [];
  const half = word.slice(0, word.length / 2);
  if (word === half + half) found.push(half);
  for (const stem of withoutSuffixes(word)) found.push(...withoutPrefix(stem), stem);
  return [...new Set(found)].filter((root) => root !== word && root.length >= 3);
}

/** @param {string} word */
function withoutSuffixes(word) {
  const stems = [word];
  /** @param {string} from @param {string} suffix @param {number} least */
  const cut = (from, suffix, least) => {
    if (from.endsWith(suffix) && from.length - suffix.length >= least) stems.push(from.slice(0, -suffix.length));
  };
  for (const suffix of ["nya", "lah", "kah", "pun", "ku", "mu"]) cut(word, suffix, 4);
  for (const stem of stems.slice()) {
    cut(stem, "kan", 3);
    cut(stem, "an", 3);
    cut(stem, "i", 4);
  }
  return stems;
}

/** @param {string} word */
function withoutPrefix(word) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} prefix @param {string[]} melted letters that the prefix may have swallowed */
  const cut = (prefix, ...melted) => {
    const rest = word.slice(prefix.length);
    if (word.startsWith(prefix) && rest.length >= 3) for (const letter of melted) found.push(letter + rest);
  };
  for (const nasal of ["me", "pe"]) {
    if (!word.startsWith(nasal)) continue;
    const [first = "", second = ""] = word.slice(2);
    if (first === "n" && second === "g") cut(`${nasal}ng`, "", "k");
    else if (first === "n" && second === "y") cut(`${nasal}ny`, "s");
    else if (first === "n" && "cdjtz".includes(second) && second) cut(`${nasal}n`, "");
    else if (first === "n" && second) cut(`${nasal}n`, "t", "n");
    else if (first === "m" && "bfv".includes(second) && second) cut(`${nasal}m`, "");
    else if (first === "m" && second) cut(`${nasal}m`, "p", "m");
    else if (first && "lrwy".includes(first)) cut(nasal, "");
  }
  for (const prefix of ["ber", "per", "pe", "ter", "di", "ke", "se", "memper", "diper"]) cut(prefix, "");
  return found;
}

/**
 * How many edits part two words, at most `max`; `max + 1` when more. With `open`, `found` may go on behind `typed`.
 * @param {string} typed @param {string} found @param {number} max @param {boolean} open
 */
export function edits(typed, found, max, open) {
  const rows = typed.length;
  const columns = found.length;
  const tooMany = max + 1;
  if (rows > columns + max || (!open && columns > rows + max)) return tooMany;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= rows; row += 1) {
    const line = [row];
    let best = row;
    const letter = typed.charCodeAt(row - 1);
    for (let column = 1; column <= columns; column += 1) {
      const other = found.charCodeAt(column - 1);
      let least = Math.min(last[column - 1] + (letter === other ? 0 : 1), last[column] + 1, line[column - 1] + 1);
      if (row > 1 && column > 1 && letter === found.charCodeAt(column - 2) && typed.charCodeAt(row - 2) === other) {
        least = Math.min(least, before[column - 2] + 1);
      }
      line.push(least);
      if (least < best) best = least;
    }
    if (best > max) return tooMany;
    before = last;
    last = line;
  }
  const cost = open ? Math.min(...last.slice(Math.max(0, rows - max))) : last[columns];
  return cost <= max ? cost : tooMany;
}
