// The vectors shared with src/search/words.rs, through the module of the browser. Run: node --test tests/search/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { edits, fold, queryWords, roots, shown, spellingKey } from "../../themes/etalase/assets/js/search/normalise.js";
import { engineOf } from "./ask.mjs";

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8"));

/** The spellings of the index that the Rust tests leave behind. */
const { head } = await engineOf(process.env.SEARCH_INDEX ?? new URL("../../target/tmp/search", import.meta.url).pathname);

const checks = {
  fold: ([text, expected]) => assert.equal(fold(text), expected),
  query_words: ([text, expected]) => assert.deepEqual(queryWords(text, head.spellings), expected),
  spelling_key: ([text, expected]) => assert.equal(spellingKey(text), expected),
  shown: ([text, expected]) => assert.equal(shown(text), expected),
  roots: ([text, expected]) => assert.deepEqual(roots(text), expected),
  edits: ([typed, found, max, open, expected]) => assert.equal(edits(typed, found, max, open), expected ?? max + 1),
};

for (const [name, list] of Object.entries(vectors)) test(name, () => list.forEach(checks[name]));
test("every list has its check", () => assert.deepEqual(Object.keys(vectors).sort(), Object.keys(checks).sort()));
