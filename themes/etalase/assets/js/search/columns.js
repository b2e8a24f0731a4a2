// @ts-check
// Filters, exact counts and sorts over the columns of the index.

import { distances } from "./near.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./state.js").State} State */
/** @typedef {{ sets: number[][], of: Uint32Array }} SetColumn */
/** @typedef {{ key: string, column: SetColumn, chosen: number[], all: boolean, rule: (set: number[]) => boolean }} Filter */
/** `present` says which values occur at all among documents of this kind. @typedef {{ kept: number[], counts: Map<string, Uint32Array>, present: Map<string, Uint32Array>, bands: number[] }} Filtered */

/** Kilometres to a place whose middle is not known: behind all others. */
const FARTHEST = 1e6;

/** Lower and upper end of the price bands, in rupiah; the ends of neighbours do not overlap. */
export const BANDS = /** @type {[number | undefined, number | undefined][]} */ ([
  [undefined, 24_999], [25_000, 49_999], [50_000, 99_999], [100_000, 249_999], [250_000, 500_000], [500_001, undefined],
]);

/** @param {Engine} engine @param {string} key @returns {Promise<SetColumn>} */
async function setColumn(engine, key) {
  const reader = await engine.column(key);
  if (!reader) return { sets: [[]], of: new Uint32Array(engine.head.documents) };
  const sets = Array.from({ length: reader.number() }, () =>
    Array.from({ length: reader.number() }, () => reader.number()),
  );
  return { sets, of: reader.planes() };
}

/** A category and all above it. @param {Engine} engine @param {number} category */
export function categoryPath(engine, category) {
  const path = [];
  for (let at = category; at >= 0; at = engine.head.categories[at].parent) path.push(at);
  return path;
}

/** Index of a category by slug; -1 when there is none. @param {Engine} engine @param {string} slug */
export function categoryIndex(engine, slug) {
  return engine.head.categories.findIndex((category) => category.slug === slug);
}

/** Indices of the places that are chosen: districts, or some of their villages. @param {Engine} engine @param {State} state */
export function chosenPlaces(engine, state) {
  const { places } = engine.head;
  const districts = places.flatMap((place, at) => (place.district < 0 && state.districts.includes(place.slug) ? [at] : []));
  const villages = places.flatMap((place, at) => {
    const inside = place.district >= 0 && (districts.length === 0 || districts.includes(place.district));
    return inside && state.villages.includes(place.slug) ? [at] : [];
  });
  const narrowed = new Set(villages.map((at) => places[at].district));
  return [...villages, ...districts.filter((district) => !narrowed.has(district))];
}

/**
 * The documents that pass all filters, and for every value of the facets in `shown` how many would be left with it.
 * @param {Engine} engine @param {number[]} documents @param {State} state @param {string[]} shown keys of facets
 * @returns {Promise<Filtered>}
 */
export async function filter(engine, documents, state, shown) {
  const filters = await filtersOf(engine, state, shown);
  const byPrice = shown.includes("harga") || state.min !== undefined || state.max !== undefined;
  const prices = byPrice ? (await engine.column("harga"))?.prices() : undefined;
  const allowed = filters.map(({ column, rule }) => column.sets.map(rule));
  const priceBit = 1 << filters.length;
  // What is sold out is left out until someone asks for a kind of stock; the count of that value says how many there are.
  const hidesSoldOut = (state.facets.stok ?? []).length === 0;
  const stockAt = filters.findIndex(({ key }) => key === "stok");
  const soldOutBit = 1 << (stockAt >= 0 ? stockAt : filters.length + 1);
  const counts = filters.map(({ column }) => new Uint32Array(column.sets.length));
  const bands = BANDS.map(() => 0);
  /** @type {number[]} */
  const kept = [];
  /** @type {number[]} */
  const soldOut = [];
  for (const document of documents) {
    let fails = 0;
    filters.forEach(({ column }, at) => {
      if (!allowed[at][column.of[document]]) fails |= 1 << at;
    });
    const price = prices ? prices[document] : NaN;
    const priced = state.min !== undefined || state.max !== undefined;
    if (priced && !(price >= (state.min ?? 0) && price <= (state.max ?? Infinity))) fails |= priceBit;
    if (hidesSoldOut && engine.isSoldOut(document)) {
      if (fails === 0) soldOut.push(document);
      fails |= soldOutBit;
    }
    if (fails === 0) kept.push(document);
    filters.forEach(({ column, all }, at) => {
      if (fails === 0 || (!all && fails === 1 << at)) counts[at][column.of[document]] += 1;
    });
    if (fails === 0 || fails === priceBit) {
      BANDS.forEach(([low, high], at) => {
        if (price >= (low ?? 0) && price <= (high ?? Infinity)) bands[at] += 1;
      });
    }
  }
  /** @param {(entry: Filter, at: number) => Uint32Array} bySet */
  const byKey = (bySet) => new Map(filters.map((entry, at) => [entry.key, countValues(engine, entry, bySet(entry, at))]));
  const { start, end } = documents.length > 0 ? engine.kindOf(documents[0]) : { start: 0, end: 0 };
  // Better sold out than nothing: its page tells when there will be more.
  return { kept: kept.length > 0 ? kept : soldOut, counts: byKey((_, at) => counts[at]), present: byKey(({ column }) => countSets(column, start, end)), bands };
}

/** How often each set occurs. @param {SetColumn} column @param {number} start @param {number} end */
function countSets({ sets, of }, start, end) {
  const counts = new Uint32Array(sets.length);
  for (let document = start; document < end; document += 1) counts[of[document]] += 1;
  return counts;
}

/** @param {Engine} engine @param {State} state @param {string[]} shown @returns {Promise<Filter[]>} */
async function filtersOf(engine, state, shown) {
  const { facets } = engine.head;
  /** @type {Promise<Filter>[]} */
  const filters = [];
  const category = categoryIndex(engine, state.category);
  if (shown.includes("kategori") || category >= 0) {
    filters.push(setColumn(engine, "kategori").then((column) => ({
      key: "kategori", column, chosen: [category], all: false,
      rule: (set) => category < 0 || set.some((value) => categoryPath(engine, value).includes(category)),
    })));
  }
  const places = chosenPlaces(engine, state);
  if (shown.includes("kec") || places.length > 0) {
    filters.push(setColumn(engine, "tempat").then((column) => ({
      key: "kec", column, chosen: places, all: false,
      rule: (set) => places.length === 0
        || set.some((value) => places.includes(value) || places.includes(engine.head.places[value].district)),
    })));
  }
  for (const facet of facets) {
    const slugs = state.facets[facet.key] ?? [];
    if (!shown.includes(facet.key) && slugs.length === 0) continue;
    const chosen = facet.values.flatMap(([slug], at) => (slugs.includes(slug) ? [at] : []));
    filters.push(setColumn(engine, facet.key).then((column) => ({
      key: facet.key, column, chosen, all: facet.all,
      rule: (set) => chosen.length === 0
        || (facet.all ? chosen.every((value) => set.includes(value)) : chosen.some((value) => set.includes(value))),
    })));
  }
  return Promise.all(filters);
}

/** Counts of sets to counts of values; a category counts for all above it, a village for its district. @param {Engine} engine @param {Filter} entry @param {Uint32Array} bySet */
function countValues(engine, entry, bySet) {
  const { categories, places, facets } = engine.head;
  const size = entry.key === "kategori" ? categories.length : entry.key === "kec" ? places.length
    : (facets.find((facet) => facet.key === entry.key)?.values.length ?? 0);
  const counts = new Uint32Array(size);
  entry.column.sets.forEach((set, at) => {
    const values = set.flatMap((value) => {
      if (entry.key === "kategori") return categoryPath(engine, value);
      const district = entry.key === "kec" ? places[value].district : -1;
      return district >= 0 ? [value, district] : [value];
    });
    for (const value of new Set(values)) counts[value] += bySet[at];
  });
  return counts;
}

/**
 * Documents in the order asked for.
 * @param {Engine} engine @param {number[]} documents @param {string} sort @param {Uint32Array} scores @param {number} day
 * @param {string} centres middles of places, for the order by distance
 */
export async function sorted(engine, documents, sort, scores, day, centres) {
  if (sort === "terdekat") {
    const { sets, of } = await setColumn(engine, "tempat");
    const far = distances(engine.head.places, centres);
    const ofSet = sets.map((set) => Math.min(FARTHEST, ...set.map((place) => far[place])));
    return engine.byRank(documents, day, 15, (document) => -ofSet[of[document]]);
  }
  if (sort === "relevan") return engine.byRank(documents, day, 7, (document) => scores[document]);
  if (sort === "terbaru") {
    const dates = (await engine.column("tanggal"))?.planes();
    return engine.byRank(documents, day, 15, (document) => dates?.[document] ?? 0);
  }
  if (sort === "murah" || sort === "mahal") {
    const prices = (await engine.column("harga"))?.prices();
    const sign = sort === "murah" ? -1 : 1;
    return engine.byRank(documents, day, 15, (document) => {
      const price = prices ? prices[document] : NaN;
      return Number.isNaN(price) ? -Number.MAX_VALUE : sign * price;
    });
  }
  if (sort === "nama") {
    const ranks = await nameRanks(engine);
    return engine.byRank(documents, day, 0, (document) => -ranks[document]);
  }
  // Chosen by the editors, complete, fresh; the quality bits say all three, in this order.
  return engine.byRank(documents, day, 0, (document) => engine.qualities[document] & 15);
}

/** @param {Engine} engine */
async function nameRanks(engine) {
  const reader = await engine.column("nama");
  const ranks = new Int32Array(engine.head.documents);
  if (!reader) return ranks;
  let rank = 0;
  const count = reader.number();
  for (let document = 0; document < count; document += 1) {
    const step = reader.number();
    rank += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    ranks[document] = rank;
  }
  return ranks;
}
