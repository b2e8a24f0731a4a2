// @ts-check
// What is asked for, and its form in the address of the page.

/**
 * @typedef {{ q: string, kind: string, category: string, districts: string[], villages: string[],
 *   min: number | undefined, max: number | undefined, facets: Record<string, string[]>, sort: string, page: number }} State
 */

export const SORTS = ["relevan", "pilihan", "terbaru", "murah", "mahal", "nama", "terdekat"];

const SLUG = /^[a-z0-9][a-z0-9/-]*$/;

/** @param {string | null} value */
function list(value) {
  return [...new Set((value ?? "").split(",").filter((slug) => SLUG.test(slug)))].slice(0, 50);
}

/** @param {string | undefined} digits */
function ends(digits) {
  return digits === undefined || digits === "" ? undefined : Number(digits);
}

/** Reads an address. @param {string} search @param {string} kind of the page @param {string[]} facetKeys @returns {State} */
export function readState(search, kind, facetKeys) {
  const params = new URLSearchParams(search);
  const [, low, high] = /^([0-9]{0,12})-([0-9]{0,12})$/.exec(params.get("harga") ?? "") ?? [];
  const sort = params.get("urut") ?? "";
  const page = Number(params.get("h"));
  /** @type {Record<string, string[]>} */
  const facets = {};
  for (const key of facetKeys) {
    const values = list(params.get(key));
    if (values.length > 0) facets[key] = values;
  }
  return {
    q: (params.get("q") ?? "").slice(0, 200),
    kind: list(params.get("jenis"))[0] ?? kind,
    category: list(params.get("kategori"))[0] ?? "",
    districts: list(params.get("kec")),
    villages: list(params.get("kel")),
    min: ends(low),
    max: ends(high),
    facets,
    sort: SORTS.includes(sort) ? sort : "",
    page: Number.isInteger(page) && page > 1 && page <= 500 ? page : 1,
  };
}

/** The address of a state; what is usual is left out. @param {State} state @param {string} kind of the page */
export function writeState(state, kind) {
  /** @type {[string, string][]} */
  const parts = [
    ["q", state.q.trim()],
    ["jenis", state.kind === kind ? "" : state.kind],
    ["kategori", state.category],
    ["kec", state.districts.join(",")],
    ["kel", state.villages.join(",")],
    ["harga", state.min === undefined && state.max === undefined ? "" : `${state.min ?? ""}-${state.max ?? ""}`],
    ...Object.entries(state.facets).map(([key, values]) => /** @type {[string, string]} */ ([key, values.join(",")])),
    ["urut", state.sort],
    ["h", state.page > 1 ? String(state.page) : ""],
  ];
  const written = parts
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%20", "+")}`);
  return written.length > 0 ? `?${written.join("&")}` : "";
}

/** How many filters are on. @param {State} state */
export function countFilters(state) {
  const values = Object.values(state.facets).flat().length + state.districts.length + state.villages.length;
  return values + (state.category ? 1 : 0) + (state.min !== undefined || state.max !== undefined ? 1 : 0);
}

/** The state without filters. @param {State} state @returns {State} */
export function withoutFilters(state) {
  return { ...state, category: "", districts: [], villages: [], min: undefined, max: undefined, facets: {}, page: 1 };
}
