// @ts-check
// Opens the index of the page once, and the newer one when the site was built anew while the page lay open.

import { openEngine } from "./engine.js";
import { Folder, StaleIndex } from "./files.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {{ folder: Folder, engine: Promise<Engine> }} Opened */

/** @type {Map<string, Opened>} */
const opened = new Map();

/** @param {string} address @param {Folder} folder @returns {Opened} */
function openAt(address, folder) {
  const entry = { folder, engine: openEngine(folder.load, folder.start) };
  opened.set(address, entry);
  entry.engine.catch(() => opened.get(address) === entry && opened.delete(address));
  return entry;
}

/**
 * Does something with the engine of an index. A file that is gone means that the site was built anew: then the start file
 * is fetched past all stores, and the work is done again. A file that is gone all the same did not arrive, no more.
 * @template T @param {string} address of the start file @param {(engine: Engine) => Promise<T>} work @returns {Promise<T>}
 */
export async function withEngine(address, work) {
  const current = opened.get(address) ?? openAt(address, new Folder(address));
  try {
    return await work(await current.engine);
  } catch (error) {
    if (!(error instanceof StaleIndex) || current.folder.isNewest) throw error;
    const known = opened.get(address);
    // Another piece of work may have gone over to the new index already.
    const next = known && known !== current ? known : openAt(address, new Folder(address, true));
    return work(await next.engine);
  }
}
