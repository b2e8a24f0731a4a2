// What Google documents as required for its results, what the schema needs, and which graph each kind of page has.

import { count, matchRow } from "./recommended.mjs";

/** @typedef {(good: boolean, what: string) => void} Check */
/** @param {any} value @returns {any[]} */
const list = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
/** @param {any} node @param {RegExp} kind */
const isA = (node, kind) => list(node["@type"]).some((own) => kind.test(own));

/** Every object of a graph. @param {any} value @param {(node: any) => void} visit */
function each(value, visit) {
  if (Array.isArray(value)) for (const item of value) each(item, visit);
  else if (value && typeof value === "object") {
    visit(value);
    for (const item of Object.values(value)) each(item, visit);
  }
}

const DAY = /^\d{4}-\d\d-\d\d/;
const ADDRESS = /^https?:\/\/[^\s<>"]+$/;
const EVENT = /Event$/;
const ARTICLE = /^(News)?Article$/;
const LOCAL = /^(LocalBusiness|Store|FoodEstablishment)$/;
const PRODUCT_PAGE = /^(produk|en\/products)\//;
const RATED = ["aggregateRating", "review", "ratingCount"];

/** Which main node a page has, by its path in the folder. @type {[RegExp, RegExp][]} */
const PAGES = [
  [/^(en\/)?index\.html$/, /^WebSite$/],
  [/^(produk|en\/products)\/(halaman|page)\//, /^CollectionPage$/],
  [/^(produk|en\/products)\/[^/]+\/index/, /^(Product|ProductGroup|Service|WebPage)$/],
  [/^(produk|en\/products|umkm|en\/businesses|koperasi|en\/cooperatives|koleksi|en\/collections|kabar|en\/news|agenda|en\/events)\/index/, /^CollectionPage$/],
  [/^(kategori|en\/categories|kecamatan|en\/districts|koleksi|en\/collections)\/[^/]+\/index/, /^CollectionPage$/],
  [/^(umkm|en\/businesses)\/[^/]+\/index/, /^(LocalBusiness|Store|FoodEstablishment|Organization|WebPage)$/],
  [/^(koperasi|en\/cooperatives)\/(?!halaman|page)[^/]+\/index/, /^Cooperative$/],
  [/^(inovasi|en\/innovations)\/[^/]+\/index/, /^(CreativeWork|ResearchProject)$/],
  [/^(program|en\/programmes)\/[^/]+\/index/, /^(GovernmentService|Course)$/],
  [/^(fasilitas|en\/facilities)\/[^/]+\/index/, /^Place$/],
  [/^(mitra|en\/partners)\/(?!kerja-sama|cooperate)[^/]+\/index/, /Organization$|^CollegeOrUniversity$|^Corporation$|^BankOrCreditUnion$|^NGO$|^NewsMediaOrganization$/],
  [/^(mentor|en\/mentors)\/[^/]+\/index/, /^Person$/],
  [/^(pembiayaan|en\/funding)\/[^/]+\/index/, /^(LoanOrCredit|MonetaryGrant)$/],
  [/^(agenda|en\/events)\/(?!arsip|archive)[^/]+\/index/, EVENT],
  [/^(kabar|en\/news)\/\d{4}\/[^/]+\/index/, /^NewsArticle$/],
  [/^(cerita|en\/stories)\/[^/]+\/index/, /^Article$/],
  [/^(tentang\/dampak|en\/about\/impact)\/index/, /^Dataset$/],
];

/** @param {any} graph @param {string} path @param {string} where @param {boolean} real @param {Map<string, any>} rows products of the open data, by slug @param {Check} check */
export function checkGraph(graph, path, where, real, rows, check) {
  check(graph["@context"] === "https://schema.org" && Array.isArray(graph["@graph"]), `${where}: no graph`);
  const nodes = graph["@graph"];
  for (const kind of [/^WebSite$/, /^(Government)?Organization$/]) check(nodes.some((/** @type {any} */ node) => isA(node, kind)), `${where}: no ${kind}`);
  const home = /^(en\/)?(index|404)\.html$/.test(path);
  check(home || nodes.some((/** @type {any} */ node) => isA(node, /^BreadcrumbList$/)), `${where}: no BreadcrumbList`);
  for (const [pattern, kind] of PAGES) if (pattern.test(path)) { check(nodes.some((/** @type {any} */ node) => isA(node, kind)), `${where}: no ${kind}, but ${nodes.map((/** @type {any} */ node) => node["@type"])}`); break; }
  /** @param {any} node @param {string[]} keys */
  const needs = (node, keys) => keys.forEach((key) => check(list(node[key]).length > 0 && node[key] !== "", `${where}: ${node["@type"]} ${node.name ?? ""} without ${key}`));
  // A reference stands for the thing with its name, when that is on the page.
  const byId = new Map(nodes.map((/** @type {any} */ node) => [node["@id"], node]));
  const whole = (/** @type {any} */ one) => (one?.["@id"] && Object.keys(one).length <= 4 ? { ...byId.get(one["@id"]), ...one } : one);
  const slug = /^(?:produk|en\/products)\/([^/]+)\/index/.exec(path)?.[1];
  if (slug) matchRow(nodes, rows.get(slug), where, check);
  each(graph, (node) => {
    for (const key of RATED) check(!(key in node), `${where}: ${key} is invented`);
    for (const key of ["url", "@id", "item", "image", "logo", "contentUrl", "sameAs"]) for (const value of list(node[key])) if (typeof value === "string") check(ADDRESS.test(value), `${where}: ${key} ${value}`);
    // A reference, not a thing.
    if (!node["@type"] || Object.keys(node).every((key) => ["@id", "@type", "name", "url"].includes(key))) return;
    count(node, nodes.includes(node), path, where, whole);
    if (isA(node, /^WebSite$/)) {
      needs(node, ["name", "url", "potentialAction"]);
      for (const action of list(node.potentialAction)) check(/\{search_term_string\}/.test(action.target?.urlTemplate ?? action.target ?? "") && /name=search_term_string/.test(action["query-input"] ?? ""), `${where}: SearchAction`);
    }
    if (isA(node, /^BreadcrumbList$/)) list(node.itemListElement).forEach((step, at) => check(step.position === at + 1 && Boolean(step.name) && ADDRESS.test(step.item?.["@id"] ?? step.item), `${where}: step ${at + 1}`));
    if (isA(node, /^ItemList$/)) for (const item of list(node.itemListElement)) check(Number.isInteger(item.position) && Boolean(item.name) && ADDRESS.test(item.url) && !item.item, `${where}: list item ${JSON.stringify(item)}`);
    if (isA(node, /^Product$/)) needs(node, ["name", "offers"]);
    if (isA(node, /^ProductGroup$/)) needs(node, ["name", "hasVariant", "variesBy"]);
    if (isA(node, /^(Offer|AggregateOffer)$/) && ("price" in node || "lowPrice" in node)) {
      needs(node, PRODUCT_PAGE.test(path) ? ["priceCurrency", "availability"] : ["priceCurrency"]);
      // "From" prices have no highest one.
      const prices = isA(node, /^Offer$/) ? [node.price] : [node.lowPrice, node.highPrice ?? node.lowPrice];
      for (const price of prices) check(Number.isFinite(Number(price)) && Number(price) >= 0, `${where}: price ${price}`);
      if (node.availability) check(/^https:\/\/schema\.org\/(InStock|OutOfStock|PreOrder|BackOrder|LimitedAvailability|MadeToOrder|SoldOut|Discontinued|InStoreOnly|OnlineOnly|Reserved)$/.test(node.availability), `${where}: ${node.availability}`);
    }
    if (isA(node, EVENT) && "startDate" in node) {
      needs(node, ["name", "startDate", "location", "endDate", "eventStatus", "organizer", "description"]);
      check(DAY.test(node.startDate) && DAY.test(node.endDate) && node.endDate >= node.startDate, `${where}: ${node.startDate} to ${node.endDate}`);
      for (const place of list(node.location)) if (isA(place, /^Place$/)) check(Boolean(place.address), `${where}: a place without an address`);
    }
    // What an article is based on stands in it by name and address alone.
    if (isA(node, ARTICLE) && nodes.includes(node)) {
      needs(node, ["headline", "datePublished", "dateModified", "author", "publisher"]);
      check(node.headline.length <= 110, `${where}: headline of ${node.headline.length}`);
      for (const author of list(node.author)) check(Boolean(author.name ?? author["@id"]), `${where}: an author without a name`);
    }
    if (isA(node, LOCAL)) needs(node, ["name", "address", "url"]);
    if (isA(node, /^Cooperative$/)) needs(node, ["name", "url"]);
    if (isA(node, /^Dataset$/)) { needs(node, ["name", "description", "license"]); check(node.description.length >= 50 && node.description.length <= 5000, `${where}: description of ${node.description.length}`); }
    if (isA(node, /^Course$/)) needs(node, ["name", "description", "provider"]);
    if (isA(node, /^Certification$/)) { needs(node, ["name"]); check(real, `${where}: a sample tells a permit`); }
  });
}
