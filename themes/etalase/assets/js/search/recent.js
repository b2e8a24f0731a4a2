// @ts-check
// What was searched for last. It stays on the device, and one button forgets it.

const STORE = "etalase.cari";
const KEPT = 5;
const LONGEST = 60;

/** The latest first. @returns {string[]} */
export function recent() {
  try {
    const list = JSON.parse(localStorage.getItem(STORE) || "[]");
    return Array.isArray(list) ? list.filter((query) => typeof query === "string" && query.trim() !== "").slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** @param {string} query */
export function remember(query) {
  const text = query.trim().replace(/\s+/g, " ");
  if (text.length < 2 || text.length > LONGEST) return;
  const others = recent().filter((other) => other.toLowerCase() !== text.toLowerCase());
  keep([text, ...others].slice(0, KEPT));
}

export function forget() {
  keep([]);
}

/** @param {string[]} list */
function keep(list) {
  try {
    if (list.length > 0) localStorage.setItem(STORE, JSON.stringify(list));
    else localStorage.removeItem(STORE);
  } catch {
    // Private mode or a full store: nothing is kept.
  }
}
