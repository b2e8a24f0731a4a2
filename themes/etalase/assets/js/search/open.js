// @ts-check
// Opens the index of the page once, and the newer one when the site was built anew while the page lay open.

import { openEngine } from "./engine.js";
import { Folder, StaleIndex } from "./files.js";

/** @typedef {import("./engine.js").Engine} Engine */

/** @type {Map<string, Promise<Engine>>} */
const engines = new Map();
/** Where an index went that is no longer there. @type {Map<string, string>} */
const moved = new Map();

/** @param {string} address */
function engineAt(address) {
  let engine = engines.get(address);
  if (!engine) {
    const folder = new Folder(address);
    engine = openEngine(folder.load, folder.start);
    engines.set(address, engine);
    engine.catch(() => engines.delete(address));
  }
  return engine;
}

/**
 * Does something with the engine of an index; when the index has been replaced, does it again with the new one.
 * @template T @param {string} address of the start file @param {(engine: Engine) => Promise<T>} work @returns {Promise<T>}
 */
export async function withEngine(address, work) {
  const current = moved.get(address) ?? address;
  try {
    return await work(await engineAt(current));
  } catch (error) {
    if (!(error instanceof StaleIndex)) throw error;
    const newest = await new Folder(current).newest();
    if (!newest || new URL(newest).href === new URL(current, document.baseURI).href) throw error;
    moved.set(address, newest);
    return work(await engineAt(newest));
  }
}
