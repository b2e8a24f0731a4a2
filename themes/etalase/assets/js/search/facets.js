// @ts-check
// The panel of filters: builds it, reads it, and keeps it where the keyboard was when counts change.

import { BANDS, categoryIndex, categoryPath } from "./columns.js";
import { rupiah } from "./files.js";
import { fold } from "./normalise.js";
import { IS_ENGLISH, NUMBERS, choose, element, say } from "./say.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./columns.js").Filtered} Filtered */
/** @typedef {{ value: string, label: string, count: number, checked: boolean, depth?: number }} Value */

const VALUES_SHOWN = 8;
/** A longer list gets a field to look for a value. */
const VALUES_LONG = 16;
const OPEN_FACETS = 3;

/** Amounts in the language of the page. @param {number} amount */
function money(amount) {
  return rupiah(amount, IS_ENGLISH ? "," : ".");
}

/** The name of a price range. @param {number | undefined} low @param {number | undefined} high */
export function rangeName(low, high) {
  if (low === undefined) return high === undefined ? say("hasil.semua") : say("hasil.kurang", { b: money(high === 24_999 ? 25_000 : high) });
  if (high === undefined) return say("hasil.lebih", { a: money(low === 500_001 ? 500_000 : low) });
  const round = high % 1000 === 999 ? high + 1 : high;
  return `${money(low)}–${money(round)}`;
}

/** The panel for a result. @param {Engine} engine @param {State} state @param {Filtered} result @param {string[]} keys @param {boolean} folded whether only the first are open */
export function facetPanel(engine, state, result, keys, folded) {
  const form = element("form", { class: "facets" });
  keys.forEach((key, at) => {
    const facet = oneFacet(engine, state, result, key);
    if (!facet) return;
    const open = !folded || form.children.length < OPEN_FACETS || isOn(state, key);
    form.append(open ? framed(facet, at) : foldable(facet));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

/** @param {State} state @param {string} key */
function isOn(state, key) {
  if (key === "kategori") return state.category !== "";
  if (key === "kec") return state.districts.length > 0;
  if (key === "harga") return state.min !== undefined || state.max !== undefined;
  return (state.facets[key] ?? []).length > 0;
}

/** @typedef {{ label: string, body: HTMLElement[], isPrice: boolean }} Facet */

/** @param {Facet} facet @param {number} at */
function framed({ label, body, isPrice }, at) {
  const className = isPrice ? "facet facet-price" : "facet";
  return element("fieldset", { class: className, "data-facet": String(at) }, element("legend", {}, label), ...body);
}

/** @param {Facet} facet */
function foldable({ label, body }) {
  return element("details", { class: "facet" }, element("summary", {}, label), ...body);
}

/** @param {Engine} engine @param {State} state @param {Filtered} result @param {string} key @returns {Facet | undefined} */
function oneFacet(engine, state, result, key) {
  if (key === "harga") {
    return result.bands.some((count) => count > 0) || isOn(state, key)
      ? { label: say("saring.harga"), body: priceBody(state, result), isPrice: true } : undefined;
  }
  const counts = result.counts.get(key);
  if (!counts) return undefined;
  const { label, values, radio } = valuesOf(engine, state, key, counts, result.present.get(key) ?? counts);
  const worth = values.some(({ count, checked }) => count > 0 || checked) && values.length > 1;
  return worth ? { label, body: valueList(key, label, values, radio), isPrice: false } : undefined;
}

/** @param {Engine} engine @param {State} state @param {string} key @param {Uint32Array} counts @param {Uint32Array} present @returns {{ label: string, values: Value[], radio: boolean }} */
function valuesOf(engine, state, key, counts, present) {
  const { categories, places, facets } = engine.head;
  if (key === "kategori") {
    const chosen = categoryIndex(engine, state.category);
    const open = new Set(chosen < 0 ? [] : categoryPath(engine, chosen));
    const values = categories.flatMap(({ slug, name, name_en, parent }, at) => {
      const shown = (parent < 0 || open.has(parent)) && (present[at] > 0 || at === chosen);
      const depth = categoryPath(engine, at).length - 1;
      return shown ? [{ value: slug, label: choose(name, name_en), count: counts[at], checked: at === chosen, depth }] : [];
    });
    const all = { value: "", label: say("hasil.semua"), count: -1, checked: chosen < 0, depth: 0 };
    return { label: say("saring.kategori"), values: [all, ...values], radio: true };
  }
  if (key === "kec") {
    const values = places.flatMap(({ slug, name, district }, at) => {
      if (district < 0) return [{ value: slug, label: name, count: counts[at], checked: state.districts.includes(slug) }];
      const parent = places[district];
      const shown = state.districts.length === 1 && state.districts[0] === parent.slug && present[at] > 0;
      const checked = state.villages.includes(slug);
      return shown || (checked && state.districts.includes(parent.slug))
        ? [{ value: `${parent.slug}/${slug}`, label: name, count: counts[at], checked, depth: 1 }] : [];
    });
    return { label: say("saring.kecamatan"), values, radio: false };
  }
  const facet = facets.find((candidate) => candidate.key === key);
  const chosen = state.facets[key] ?? [];
  const values = (facet?.values ?? []).flatMap(([slug, label, labelEn], at) => {
    const checked = chosen.includes(slug);
    return present[at] > 0 || checked ? [{ value: slug, label: choose(label, labelEn), count: counts[at], checked }] : [];
  });
  return { label: facet ? choose(facet.label, facet.label_en) : key, values, radio: false };
}

/** @param {string} key @param {string} label @param {Value[]} values @param {boolean} radio */
function valueList(key, label, values, radio) {
  const items = values.map((value) => valueItem(key, value, radio));
  const list = element("ul", {}, ...items);
  const spare = items.filter((_, at) => at >= VALUES_SHOWN && !values[at].checked);
  if (spare.length < 3) return [list];
  const more = element("button", { type: "button", class: "link-btn" }, say("saring.lebih", { n: values.length }));
  const fold = (/** @type {boolean} */ folded) => {
    spare.forEach((item) => (item.hidden = folded));
    more.textContent = folded ? say("saring.lebih", { n: values.length }) : say("saring.ringkas");
    more.setAttribute("aria-expanded", String(!folded));
  };
  fold(true);
  more.addEventListener("click", () => fold(more.getAttribute("aria-expanded") === "true"));
  return values.length > VALUES_LONG ? [finder(label, values, items, more, () => fold(true)), list, more] : [list, more];
}

/**
 * A field that leaves in a long list only the values with what is typed.
 * @param {string} label @param {Value[]} values @param {HTMLElement[]} items @param {HTMLElement} more @param {() => void} restore
 */
function finder(label, values, items, more, restore) {
  const field = element("input", { type: "search", autocomplete: "off", class: "facet-find", "aria-label": say("hasil.dalam", { nama: label }), placeholder: say("hasil.dalam", { nama: label }) });
  field.addEventListener("input", () => {
    const wanted = fold(field.value.trim());
    more.hidden = wanted !== "";
    items.forEach((item, at) => (item.hidden = wanted !== "" && !fold(values[at].label).includes(wanted)));
    if (wanted === "") restore();
  });
  // Typing here chooses nothing.
  field.addEventListener("change", (event) => event.stopPropagation());
  return field;
}

/** @param {string} key @param {Value} value @param {boolean} radio */
function valueItem(key, { value, label, count, checked, depth }, radio) {
  const none = count === 0 && !checked;
  const input = element("input", {
    type: radio ? "radio" : "checkbox", name: key, value, checked, disabled: none, "data-focus": `${key}=${value}`,
  });
  const number = count < 0 ? undefined : element("small", {}, NUMBERS.format(count));
  const className = `facet-value${none ? " facet-none" : ""}${depth ? " facet-below" : ""}`;
  return element("li", {}, element("label", { class: className }, input, element("span", {}, label), number));
}

/** @param {State} state @param {Filtered} result */
function priceBody(state, result) {
  /** @type {Value[]} */
  const values = BANDS.map(([low, high], at) => ({
    value: `${low ?? ""}-${high ?? ""}`, label: rangeName(low, high), count: result.bands[at],
    checked: (low !== undefined || high !== undefined) && state.min === low && state.max === high,
  }));
  const all = { value: "", label: say("hasil.semua"), count: -1, checked: state.min === undefined && state.max === undefined };
  const list = element("ul", {}, ...[all, ...values].map((value) => valueItem("harga", value, true)));
  const field = (/** @type {string} */ name, /** @type {string} */ label, /** @type {number | undefined} */ value) =>
    element("label", {}, label, element("input", {
      name, inputmode: "numeric", autocomplete: "off", value: value === undefined ? "" : String(value), "data-focus": name,
    }));
  const range = element(
    "div", { class: "facet-range" },
    field("harga-min", say("saring.harga_min"), state.min), field("harga-maks", say("saring.harga_maks"), state.max),
  );
  return [list, range];
}

/** The state after a change in the panel. @param {State} state @param {HTMLInputElement} input @returns {State} */
export function changed(state, input) {
  const { name, value, checked } = input;
  const next = { ...state, page: 1 };
  if (name === "kategori") return { ...next, category: value };
  if (name === "kec") return changedPlace(next, value, checked);
  if (name === "harga") {
    const [low = "", high = ""] = value.split("-");
    return { ...next, min: low === "" ? undefined : Number(low), max: high === "" ? undefined : Number(high) };
  }
  if (name === "harga-min" || name === "harga-maks") {
    const amount = readAmount(value);
    return name === "harga-min" ? { ...next, min: amount } : { ...next, max: amount };
  }
  const chosen = (state.facets[name] ?? []).filter((slug) => slug !== value);
  const facets = { ...state.facets, [name]: checked ? [...chosen, value] : chosen };
  if (facets[name].length === 0) delete facets[name];
  return { ...next, facets };
}

/** @param {State} state @param {string} value @param {boolean} checked @returns {State} */
function changedPlace(state, value, checked) {
  const [district, village] = value.split("/");
  const without = (/** @type {string[]} */ slugs, /** @type {string} */ slug) => slugs.filter((other) => other !== slug);
  if (village !== undefined) {
    const villages = without(state.villages, village);
    return { ...state, villages: checked ? [...villages, village] : villages };
  }
  const districts = without(state.districts, district);
  return { ...state, districts: checked ? [...districts, district] : districts, villages: [] };
}

/** "25.000", "Rp25rb" or "25k" as typed into the range. @param {string} text */
function readAmount(text) {
  const match = /([0-9][0-9.,]*)\s*(rb|ribu|k|jt|juta)?/i.exec(text);
  if (!match) return undefined;
  const unit = match[2]?.toLowerCase() ?? "";
  const digits = Number(match[1].replace(/[.,](?=[0-9]{3}\b)/g, "").replace(",", "."));
  const scale = /^(rb|ribu|k)$/.test(unit) ? 1_000 : unit ? 1_000_000 : 1;
  return Number.isFinite(digits) ? Math.round(digits * scale) : undefined;
}
