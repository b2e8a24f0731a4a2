// What Google recommends for each of its results, and what becomes of it here: always there, there where the entry has the datum, or not in
// our data, with the reason. Every property of Google's lists stands here, so that a new one is a line and not a surprise.

/** @typedef {(good: boolean, what: string) => void} Check */

const ALWAYS = "always";
/** Where the entry has it: some of the built pages must show it. */
const GIVEN = "given";
/** @param {string} why */
const none = (why) => ({ why });
const UNRATED = none("nobody rates here; invented ratings are forbidden");
const NO_CHECKOUT = none("nothing is sold on the page itself, so there are no terms of returns or costs of sending to promise");

/** Google's name of the result, the nodes it looks at, and its required and recommended properties.
    @type {{ name: string, kind: RegExp, within?: RegExp, top?: boolean, properties: Record<string, typeof ALWAYS | typeof GIVEN | { why: string }> }[]} */
const RESULTS = [
  {
    name: "product snippet", kind: /^Product$/, properties: {
      name: ALWAYS, offers: ALWAYS, aggregateRating: UNRATED, review: UNRATED, positiveNotes: UNRATED, negativeNotes: UNRATED,
    },
  },
  {
    name: "merchant listing", kind: /^Product$/, properties: {
      name: ALWAYS, image: GIVEN, offers: ALWAYS, description: GIVEN, "brand.name": GIVEN, color: GIVEN, material: GIVEN, pattern: GIVEN, size: GIVEN, sku: GIVEN,
      audience: GIVEN, hasCertification: GIVEN, isVariantOf: GIVEN, aggregateRating: UNRATED, review: UNRATED,
      gtin: none("small makers have no GTIN"), mpn: none("small makers number by SKU"), inProductGroupWithID: none("the group holds its variants by isVariantOf"),
      subjectOf: GIVEN,
    },
  },
  {
    name: "product variants", kind: /^ProductGroup$/, properties: {
      name: ALWAYS, hasVariant: ALWAYS, productGroupID: ALWAYS, variesBy: ALWAYS, description: GIVEN, url: ALWAYS, "brand.name": ALWAYS, material: GIVEN, audience: GIVEN,
      aggregateRating: UNRATED, review: UNRATED,
    },
  },
  {
    name: "offer", kind: /^Offer$/, within: /^(produk|en\/products)\//, properties: {
      price: ALWAYS, priceCurrency: ALWAYS, availability: ALWAYS, url: ALWAYS, itemCondition: GIVEN, priceSpecification: GIVEN, priceValidUntil: GIVEN,
      hasMerchantReturnPolicy: NO_CHECKOUT, shippingDetails: NO_CHECKOUT,
    },
  },
  {
    name: "aggregate offer", kind: /^AggregateOffer$/, properties: { lowPrice: ALWAYS, priceCurrency: ALWAYS, highPrice: GIVEN, offerCount: ALWAYS },
  },
  {
    name: "event", kind: /Event$/, properties: {
      name: ALWAYS, startDate: ALWAYS, location: ALWAYS, "location.address": GIVEN, "location.name": GIVEN, description: ALWAYS, endDate: ALWAYS, eventStatus: ALWAYS, image: GIVEN,
      offers: GIVEN, "offers.price": GIVEN, "offers.priceCurrency": GIVEN, "offers.availability": GIVEN, "offers.url": GIVEN, "offers.validFrom": GIVEN,
      "organizer.name": ALWAYS, "organizer.url": ALWAYS, "performer.name": GIVEN, previousStartDate: none("an entry does not keep the day before a change"),
    },
  },
  { name: "breadcrumb", kind: /^BreadcrumbList$/, properties: { itemListElement: ALWAYS, "itemListElement.name": ALWAYS, "itemListElement.position": ALWAYS, "itemListElement.item": ALWAYS } },
  {
    // What an article is based on stands in it by name and address alone.
    name: "article", kind: /^(News)?Article$/, top: true, properties: {
      headline: ALWAYS, image: GIVEN, datePublished: ALWAYS, dateModified: ALWAYS, author: ALWAYS, "author.name": ALWAYS, "author.url": GIVEN,
    },
  },
  {
    name: "local business", kind: /^(LocalBusiness|Store|FoodEstablishment)$/, properties: {
      name: ALWAYS, address: ALWAYS, url: ALWAYS, geo: GIVEN, openingHoursSpecification: GIVEN, priceRange: GIVEN, telephone: GIVEN, department: GIVEN,
      menu: none("no restaurants with a menu"), servesCuisine: none("no restaurants with a cuisine"), aggregateRating: UNRATED, review: UNRATED,
    },
  },
];

/** @param {any} value @returns {any[]} */
const list = (value) => (value === undefined || value === null || value === "" ? [] : Array.isArray(value) ? value : [value]);

/** Values at a path of properties. @param {any} node @param {string} path @returns {any[]} */
const at = (node, path) => path.split(".").reduce((nodes, key) => nodes.flatMap((one) => list(one?.[key])), [node]);

/** How many nodes of each result were seen, and how many had each property. @type {Map<string, { seen: number, with: Map<string, number>, lacking: Map<string, string> }>} */
const tally = new Map();

/** Counts one node. `whole` finds what a reference stands for. @param {any} node @param {boolean} isTop not a part of another @param {string} path @param {string} where @param {(reference: any) => any} whole */
export function count(node, isTop, path, where, whole) {
  for (const { name, kind, within, top, properties } of RESULTS) {
    if (!list(node["@type"]).some((own) => kind.test(own)) || (within && !within.test(path)) || (top && !isTop)) continue;
    const row = tally.get(name) ?? { seen: 0, with: new Map(), lacking: new Map() };
    tally.set(name, row);
    row.seen += 1;
    for (const property of Object.keys(properties)) {
      const [first, ...rest] = property.split(".");
      const values = rest.length ? list(node[first]).map(whole).flatMap((one) => at(one, rest.join("."))) : list(node[first]);
      if (values.length) row.with.set(property, (row.with.get(property) ?? 0) + 1);
      else row.lacking.set(property, where);
    }
  }
}

/** What the pages of all sites show together. @param {Check} check */
export function judge(check) {
  for (const { name, properties } of RESULTS) {
    const row = tally.get(name);
    check(Boolean(row), `${name}: no page has one`);
    if (!row) continue;
    for (const [property, fate] of Object.entries(properties)) {
      const found = row.with.get(property) ?? 0;
      if (fate === ALWAYS) check(found === row.seen, `${name}: ${property} in ${found} of ${row.seen}, not in ${row.lacking.get(property)}`);
      else if (fate === GIVEN) check(found > 0, `${name}: ${property} is shown nowhere`);
      else check(found === 0, `${name}: ${property} is in ${found}, but ${/** @type {any} */ (fate).why}`);
    }
  }
}

/** Properties of a product and the column of the open data that has their datum: what is known there must stand here. */
const DATA = { material: "bahan", size: "ukuran", weight: "berat_g", image: "gambar", description: "ringkas", brand: "penjual_nama" };

/** @param {any[]} nodes of a product's page @param {any} row of the open data @param {string} where @param {Check} check */
export function matchRow(nodes, row, where, check) {
  const main = nodes.find((node) => /^(Product|ProductGroup)$/.test(String(node["@type"])));
  if (!main || !row) return;
  for (const [property, column] of Object.entries(DATA)) {
    if (list(row[column]).length) check(list(main[property]).length > 0, `${where}: ${column} is known, but there is no ${property}`);
  }
}
