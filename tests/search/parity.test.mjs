// The script of the theme gives the answers that the Rust reader gave: same documents, order, scores and notes.
// `cargo test --test it search` writes index and answers to target/tmp/search first. Run: node --test tests/search/
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { answer, engineOf } from "./ask.mjs";

const folder = process.env.SEARCH_INDEX ?? new URL("../../target/tmp/search", import.meta.url).pathname;

test("answers of both readers are equal", async () => {
  assert.ok(existsSync(`${folder}/answers.jsonl`), "run `cargo test --test it search` first");
  const engine = await engineOf(folder);
  const expected = readFileSync(`${folder}/answers.jsonl`, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.ok(expected.length >= 200);
  for (const { query, total, dropped, corrections, hits } of expected) {
    const given = await answer(engine, query);
    const found = given.hits.map(({ kind, card, score, approximate }) => ({
      kind, slug: card.slug, url: card.url, title: card.title, price: card.priceText, score, approximate,
    }));
    assert.deepEqual({ query, total: given.total, dropped: given.dropped, corrections: given.corrections, hits: found },
      { query, total, dropped, corrections, hits });
  }
});

test("the same answers whatever was asked before", async () => {
  const queries = ["kopi", "keripik pisang", "batik di setu", "sambel halal", "kripk"];
  const engine = await engineOf(folder);
  for (const query of queries) {
    const fresh = await engineOf(folder);
    assert.deepEqual(await answer(engine, query), await answer(fresh, query));
  }
});
