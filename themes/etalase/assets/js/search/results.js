// @ts-check
// The search page, and every list with filters: from the state in the address to cards, counts, pills and notes.

import { categoryIndex, chosenPlaces, filter, sorted } from "./columns.js";
import { changed, facetPanel, rangeName } from "./facets.js";
import { fillCard } from "./fill.js";
import { canMeasure, isLocated, locate } from "./near.js";
import { withEngine } from "./open.js";
import { NUMBERS, choose, element, kindName, say, today } from "./say.js";
import { countFilters, readState, withoutFilters, writeState } from "./state.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./engine.js").Found} Found */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./columns.js").Filtered} Filtered */
/**
 * What a state leads to: `kinds` counts the documents of each kind before filters, `kind` is the one that is shown,
 * `order` holds its documents that are left.
 * @typedef {{ engine: Engine, found: Found | undefined, kinds: Map<string, number>, kind: string, result: Filtered, order: number[],
 *   sort: string, keys: string[] }} Outcome
 */

const FACET_KEYS = ["kategori", "kec", "harga", "stok", "mutu", "beli", "bahan", "penjual", "sifat"];
const TYPED_MIN = 3;
/** So many cards are shown as soon as they are there; they fill the screen of a phone. */
const FIRST_CARDS = 8;
/** Milliseconds without a key, until more than the first cards is fetched. */
const TYPING_PAUSE = 350;
const NARROW = "(max-width: 63.99em)";

/** Starts the page if it has results. @param {HTMLElement} root */
export function startResults(root) {
  if (root.dataset.index) new Results(root, root.dataset.index).start();
}

class Results {
  #root;
  #index;
  #kind;
  #isSearch;
  #scope;
  #perPage;
  #facetKeys;
  #narrow;
  #turn;
  #isBusy = false;
  #active;
  #plainCount;
  /** @type {State} */
  #state;
  /** @type {HTMLInputElement | null | undefined} */
  #field;

  /** @param {HTMLElement} root @param {string} index */
  constructor(root, index) {
    this.#root = root;
    this.#index = index;
    this.#kind = root.dataset.kind ?? "produk";
    this.#isSearch = root.dataset.scope === "*";
    this.#scope = scopeOf(this.#isSearch ? "" : (root.dataset.scope ?? ""));
    this.#perPage = Number(root.dataset.page) || 24;
    this.#facetKeys = root.dataset.facetKeys?.split(/[ ,]+/).filter(Boolean) ?? FACET_KEYS;
    this.#narrow = matchMedia(NARROW);
    this.#turn = 0;
    this.#active = false;
    this.#plainCount = this.#part("count")?.textContent ?? "";
    this.#state = this.#read();
  }

  /** @param {string} name @returns {HTMLElement | null} */
  #part(name) {
    return this.#root.querySelector(`[data-${name}]`);
  }

  #read() {
    const state = readState(location.search, this.#kind, this.#facetKeys);
    // An address alone asks no device where it is.
    return state.sort === "terdekat" && !isLocated() ? { ...state, sort: "" } : state;
  }

  start() {
    const open = this.#part("open-filters");
    if (open) open.hidden = false;
    open?.addEventListener("click", () => (this.#narrow.matches ? this.#openSheet() : this.#togglePanel()));
    this.#startSort();
    this.#startSheet();
    this.#root.addEventListener("change", (event) => this.#onChange(event));
    this.#part("more")?.addEventListener("click", () => this.#more());
    addEventListener("popstate", () => {
      this.#state = this.#read();
      this.#syncField();
      this.#update();
    });
    this.#narrow.addEventListener("change", () => {
      const panel = this.#part("facets");
      if (panel) panel.hidden = true;
      if (this.#active) this.#update();
    });
    if (this.#isSearch) this.#takeForm();
    if (this.#isAsked()) this.#update();
  }

  /** Whether the state asks for anything but the page as it stands. */
  #isAsked() {
    const { q, sort, page } = this.#state;
    return q.trim() !== "" || countFilters(this.#state) > 0 || sort !== "" || page > 1 || this.#state.kind !== this.#kind;
  }

  /** The search page answers its own form without a new page. */
  #takeForm() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector("main form[data-search]"));
    form?.setAttribute("data-live", "");
    const input = /** @type {HTMLInputElement | null} */ (form?.querySelector("input[name=q]") ?? null);
    this.#field = input;
    this.#syncField();
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go({ ...withoutFilters(this.#state), q: input?.value ?? "", sort: "", kind: this.#kind });
      input?.blur();
    });
    input?.addEventListener("input", () => this.#onTyping(input));
  }

  /**
   * Results as one types; one or two letters are not worth their files yet. One result is made at a time, and the next is
   * for the newest text.
   * @param {HTMLInputElement} input
   */
  async #onTyping(input) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const isNew = () => input.value !== this.#state.q && (input.value.trim() === "" || input.value.trim().length >= TYPED_MIN);
    while (isNew()) await this.#go({ ...this.#state, q: input.value, page: 1 }, true);
    this.#isBusy = false;
  }

  #syncField() {
    if (this.#field && this.#field.value !== this.#state.q) this.#field.value = this.#state.q;
  }

  #startSort() {
    const box = this.#part("sort-box");
    const select = /** @type {HTMLSelectElement | null} */ (this.#part("sort"));
    if (!box || !select) return;
    box.hidden = false;
    this.#fillSort("pilihan", this.#state.kind);
  }

  /** @param {string} current @param {string} kind */
  #fillSort(current, kind) {
    const select = /** @type {HTMLSelectElement | null} */ (this.#part("sort"));
    if (!select) return;
    const near = canMeasure(this.#root) ? ["terdekat"] : [];
    const sorts = ["pilihan", "terbaru", ...(kind === "produk" ? ["murah", "mahal"] : []), "nama", ...near];
    const all = this.#state.q.trim() === "" ? sorts : ["relevan", ...sorts];
    const options = all.map((sort) => element("option", { value: sort, selected: sort === current }, say(`urut.${sort}`)));
    select.replaceChildren(...options);
  }

  #startSheet() {
    const sheet = /** @type {HTMLDialogElement | null} */ (this.#part("sheet"));
    sheet?.querySelector("[data-close]")?.addEventListener("click", () => sheet.close());
    sheet?.querySelector("[data-apply]")?.addEventListener("click", () => sheet.close());
    sheet?.querySelector("[data-clear]")?.addEventListener("click", () => this.#go(withoutFilters(this.#state)));
    sheet?.addEventListener("click", (event) => event.target === sheet && sheet.close());
    sheet?.addEventListener("close", () => this.#part("open-filters")?.focus());
  }

  /** On wide screens the filters stand beside the list. Nothing moves before someone asks for them. */
  async #togglePanel() {
    const panel = this.#part("facets");
    if (!panel) return;
    panel.hidden = !panel.hidden;
    if (panel.hidden) return;
    try {
      this.#showPanel(await this.#outcome(true));
      panel.querySelector("input")?.focus();
    } catch {
      this.#fail();
    }
  }

  async #openSheet() {
    const sheet = /** @type {HTMLDialogElement | null} */ (this.#part("sheet"));
    if (!sheet) return;
    sheet.showModal();
    try {
      this.#showPanel(await this.#outcome(true));
    } catch {
      this.#part("sheet-body")?.replaceChildren(element("p", {}, say("cari.gagal")));
    }
  }

  /** @param {Event} event */
  #onChange(event) {
    const { target } = event;
    if (target instanceof HTMLSelectElement && target.matches("[data-sort]")) {
      this.#sort(target);
    } else if (target instanceof HTMLInputElement && target.closest(".facets")) {
      this.#go(changed(this.#state, target));
    }
  }

  /** @param {HTMLSelectElement} select */
  async #sort(select) {
    const usual = this.#state.q.trim() === "" ? "pilihan" : "relevan";
    if (select.value === "terdekat" && !isLocated() && !(await locate())) {
      select.value = this.#state.sort || usual;
      const box = this.#part("notes");
      this.#announce(say("hasil.lokasi"));
      box?.replaceChildren(element("p", { class: "notice notice-warn" }, say("hasil.lokasi")));
      if (box) box.hidden = false;
      return;
    }
    await this.#go({ ...this.#state, sort: select.value === usual ? "" : select.value, page: 1 });
  }

  /** Goes to a state. While one types the address changes in place. @param {State} state @param {boolean} [typing] */
  #go(state, typing = false) {
    this.#state = state;
    const address = location.pathname + writeState(state, this.#kind);
    history[typing ? "replaceState" : "pushState"](null, "", address);
    return this.#update();
  }

  #more() {
    const shown = this.#part("list")?.children.length ?? 0;
    this.#state = { ...this.#state, page: this.#state.page + 1 };
    history.replaceState(null, "", location.pathname + writeState(this.#state, this.#kind));
    return this.#update(shown);
  }

  /** Works out the state and shows it. @param {number} [focusAt] the card that gets the focus */
  async #update(focusAt) {
    const turn = (this.#turn += 1);
    this.#active = true;
    if (this.#isSearch && !this.#isAsked()) return this.#rest();
    const slow = setTimeout(() => turn === this.#turn && this.#announce(say("cari.memuat")), 400);
    try {
      const { outcome, wanted, first, cards } = await withEngine(this.#index, async () => {
        const outcome = await this.#outcome();
        const wanted = outcome.order.slice(0, this.#state.page * this.#perPage);
        const soon = Math.min(FIRST_CARDS, outcome.engine.countNear(wanted));
        const first = focusAt === undefined ? wanted.slice(0, soon) : wanted;
        return { outcome, wanted, first: first.length, cards: await outcome.engine.cards(first) };
      });
      if (turn !== this.#turn) return;
      this.#show(outcome, cards, wanted.length, first);
      if (focusAt !== undefined) this.#part("list")?.children[focusAt]?.querySelector("a")?.focus();
      this.#showRest(turn, outcome, wanted, cards.length === first ? first : 0);
    } catch {
      if (turn === this.#turn) this.#fail();
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * The cards behind the first, and then the counts; nothing waits for either. While someone types on, neither is fetched.
   * @param {number} turn @param {Outcome} outcome @param {number[]} wanted @param {number} before how many stand as they must
   */
  async #showRest(turn, outcome, wanted, before) {
    if (this.#isBusy) await new Promise((done) => setTimeout(done, TYPING_PAUSE));
    if (turn !== this.#turn) return;
    if (before < wanted.length) {
      try {
        const cards = await withEngine(this.#index, (engine) => {
          if (engine === outcome.engine) return engine.cards(wanted);
          return this.#update().then(() => undefined);
        });
        if (cards && turn === this.#turn) this.#addCards(outcome, cards, before);
      } catch {
        if (turn === this.#turn) this.#showNotes(outcome, true);
      }
    }
    if (turn === this.#turn && this.#panelIsShown()) this.#updatePanel(turn);
  }

  /** Puts cards behind those that stand. @param {Outcome} outcome @param {import("./cards.js").Card[]} cards @param {number} before */
  #addCards(outcome, cards, before) {
    const wanted = Math.min(outcome.order.length, this.#state.page * this.#perPage);
    const list = this.#part("list");
    const fresh = cards.slice(before).map((card) => fillCard(this.#root, outcome.engine, card));
    // When one of the first came late, all are put anew, in their order.
    if (before === 0) list?.replaceChildren(...fresh);
    else list?.append(...fresh);
    this.#showMore(cards.length, outcome);
    this.#showNotes(outcome, cards.length < wanted);
  }

  /** @param {number} shown @param {Outcome} outcome */
  #showMore(shown, { order }) {
    const more = this.#part("more");
    if (more) more.hidden = shown >= order.length;
  }

  /** Counts need the columns; nothing waits for them. @param {number} turn */
  async #updatePanel(turn) {
    const outcome = await this.#outcome(true).catch(() => undefined);
    if (outcome && turn === this.#turn) this.#showPanel(outcome);
  }

  #panelIsShown() {
    const sheet = /** @type {HTMLDialogElement | null} */ (this.#part("sheet"));
    return this.#narrow.matches ? (sheet?.open ?? false) : this.#part("facets")?.hidden === false;
  }

  /** @param {boolean} [counted] whether counts of all facets are wanted @returns {Promise<Outcome>} */
  #outcome(counted = false) {
    const state = this.#scoped();
    return withEngine(this.#index, async (engine) => {
      const query = this.#state.q.trim() === "" ? "" : this.#state.q;
      const found = query === "" ? undefined : await engine.search(query, true);
      const all = found ? (found.full.length > 0 ? found.full : found.partial) : undefined;
      const kinds = countKinds(engine, all);
      const kind = this.#kindShown(kinds);
      const inKind = documentsOfKind(engine, kind, all);
      const keys = this.#keysFor(engine, counted);
      const result = await filter(engine, inKind, state, keys);
      const sort = this.#state.sort || (found ? "relevan" : "pilihan");
      const scores = found?.scored.scores ?? new Uint32Array(0);
      const order = await sorted(engine, result.kept, sort, scores, today(), this.#root.dataset.centres ?? "");
      return { engine, found, kinds, kind, result, order, sort, keys };
    });
  }

  /** The kind asked for, or the first with results when nothing was asked for and the usual one has none. @param {Map<string, number>} kinds */
  #kindShown(kinds) {
    const { kind } = this.#state;
    const isOpen = this.#isSearch && kind === this.#kind && (kinds.get(kind) ?? 0) === 0 && countFilters(this.#state) === 0;
    return (isOpen && [...kinds].find(([, count]) => count > 0)?.[0]) || kind;
  }

  /** The state with what the list is limited to. */
  #scoped() {
    const { category, district, village } = this.#scope;
    return {
      ...this.#state,
      category: this.#state.category || category,
      districts: district ? [district] : this.#state.districts,
      villages: village ? [village] : this.#state.villages,
    };
  }

  /** @param {Engine} engine @param {boolean} counted */
  #keysFor(engine, counted) {
    if (!counted && this.#active) return [];
    const known = new Set(["kategori", "kec", "harga", ...engine.head.facets.map((facet) => facet.key)]);
    return this.#facetKeys.filter((key) => known.has(key) && !(key === "kec" && this.#scope.village));
  }

  /** @param {Outcome} outcome @param {import("./cards.js").Card[]} cards @param {number} wanted how many there will be @param {number} first how many there should be now */
  #show(outcome, cards, wanted, first) {
    const { engine, order, sort, kind } = outcome;
    const list = this.#part("list");
    if (list) {
      list.className = `grid grid-${kind === "produk" ? "product" : "teaser"}`;
      list.replaceChildren(...cards.map((card) => fillCard(this.#root, engine, card)));
    }
    this.#showMore(wanted, outcome);
    for (const plain of this.#root.querySelectorAll("[data-static]")) /** @type {HTMLElement} */ (plain).hidden = true;
    const browse = this.#part("browse");
    if (browse) browse.hidden = order.length > 0;
    const bar = this.#part("result-bar");
    if (bar) bar.hidden = false;
    const panel = this.#part("facets");
    // The panel keeps its place free from the start, so that the cards do not move when it comes.
    if (panel && !this.#narrow.matches && this.#isSearch) panel.hidden = false;
    const count = this.#countText(outcome);
    this.#setCount(count);
    this.#announce(count);
    this.#fillSort(sort, kind);
    this.#showTabs(outcome);
    this.#showPills(engine, outcome);
    this.#showNotes(outcome, cards.length < first);
  }

  /** @param {Outcome} outcome */
  #countText({ order, kind }) {
    const q = this.#state.q.trim();
    if (q === "") return kind === "produk" ? say("cari.hasil_tanpa_q", { n: order.length }) : say("hasil.banding", { n: order.length });
    return order.length === 0 ? say("cari.kosong", { q }) : say("cari.hasil", { n: order.length, q });
  }

  /** @param {string} text */
  #setCount(text) {
    const count = this.#part("count");
    if (count) count.textContent = text;
  }

  /** @param {string} text */
  #announce(text) {
    const said = this.#part("said");
    if (said && said.textContent !== text) said.textContent = text;
  }

  /** Kinds with results, as buttons. @param {Outcome} outcome */
  #showTabs({ kinds, kind: current, found }) {
    const tabs = this.#part("tabs");
    if (!tabs) return;
    const shown = [...kinds].filter(([kind, count]) => count > 0 || kind === current);
    tabs.hidden = !found || shown.length < 2;
    tabs.replaceChildren(...shown.map(([kind, count]) => {
      const attributes = { type: "button", class: "tab", "aria-pressed": String(kind === current) };
      const tab = element("button", attributes, kindName(kind), " ", element("small", {}, NUMBERS.format(count)));
      tab.addEventListener("click", () => this.#go({ ...withoutFilters(this.#state), kind }).then(() => this.#focusTab(kind)));
      tab.dataset.kind = kind;
      return tab;
    }));
  }

  /** @param {string} kind */
  #focusTab(kind) {
    /** @type {HTMLElement | null} */ (this.#part("tabs")?.querySelector(`[data-kind="${kind}"]`) ?? null)?.focus();
  }

  /** @param {Engine} engine @param {Outcome} outcome */
  #showPills(engine, { found }) {
    const box = this.#part("pills");
    if (!box) return;
    const pills = [...pillsOf(engine, this.#state), ...chipPills(engine, this.#state, found)];
    box.hidden = pills.length === 0;
    box.replaceChildren(...pills.map(({ label, state }) => this.#pill(label, state)));
    if (pills.length > 1) box.append(this.#pill(say("saring.hapus_semua"), withoutFilters(this.#state), true));
  }

  /** @param {string} label @param {State} state @param {boolean} [all] */
  #pill(label, state, all = false) {
    const hint = all ? undefined : element("span", { class: "vh" }, ` ${say("saring.hapus_satu", { nama: label })}`);
    const cross = all ? undefined : element("span", { "aria-hidden": "true" }, "×");
    const button = element("button", { type: "button", class: all ? "link-btn" : "pill" }, label, cross, hint);
    button.addEventListener("click", async () => {
      if (state.q !== this.#state.q && this.#field) this.#field.value = state.q;
      await this.#go(state);
      const next = /** @type {HTMLElement | null} */ (this.#part("pills")?.querySelector("button") ?? this.#part("open-filters"));
      next?.focus();
    });
    return element("li", {}, button);
  }

  /** Words left out, words read otherwise, help when nothing is left. @param {Outcome} outcome @param {boolean} cardsMissing */
  #showNotes({ engine, found, order, kind }, cardsMissing) {
    const box = this.#part("notes");
    if (!box) return;
    /** @type {HTMLElement[]} */
    const notes = [];
    const q = this.#state.q.trim();
    if (found && order.length > 0) {
      const best = engine.order(order, found.scored.scores, today(), 1)[0];
      const dropped = found.full.length > 0 ? [] : engine.missing(found, best);
      const corrections = engine.corrections(found, best);
      if (dropped.length > 0) notes.push(element("p", {}, say("hasil.tanpa", { q: dropped.join(" ") })));
      if (corrections.length > 0) notes.push(element("p", {}, say("cari.dipakai", { q: corrected(q, corrections) })));
    }
    if (order.length === 0) notes.push(...this.#emptyNotes(found, engine, kind));
    if (found?.incomplete || cardsMissing) notes.push(this.#againNote(say("hasil.sebagian")));
    box.hidden = notes.length === 0;
    box.replaceChildren(...notes);
  }

  /** @param {Found | undefined} found @param {Engine} engine @param {string} kind */
  #emptyNotes(found, engine, kind) {
    const filtered = countFilters(this.#state) > 0;
    const notes = [element("p", {}, say(filtered ? "kosong.saring" : "cari.kosong_saran"))];
    if (!filtered) return notes;
    const ways = element("p", { class: "ways-on" });
    notes.push(ways);
    this.#offerWaysOut(engine, found, kind, ways);
    return notes;
  }

  /** For each filter a button that takes it off, with what that would give. @param {Engine} engine @param {Found | undefined} found @param {string} kind @param {HTMLElement} box */
  async #offerWaysOut(engine, found, kind, box) {
    const all = found ? (found.full.length > 0 ? found.full : found.partial) : undefined;
    const documents = documentsOfKind(engine, kind, all);
    const ways = await Promise.all(pillsOf(engine, this.#state).map(async ({ label, state }) => {
      const { kept } = await filter(engine, documents, { ...this.#scoped(), ...filtersIn(state) }, []);
      return { label, state, count: kept.length };
    }));
    for (const { label, state, count } of ways.filter((way) => way.count > 0).sort((a, b) => b.count - a.count)) {
      const button = element("button", { type: "button", class: "btn btn-line" }, say("hasil.tanpa_satu", { nama: label, n: count }));
      button.addEventListener("click", () => this.#go(state));
      box.append(button);
    }
  }

  /** @param {string} text */
  #againNote(text) {
    const again = element("button", { type: "button", class: "link-btn" }, say("hasil.lagi"));
    again.addEventListener("click", () => this.#update());
    return element("p", { class: "notice notice-warn" }, text, " ", again);
  }

  #fail() {
    const box = this.#part("notes");
    this.#announce(say("cari.gagal"));
    if (!box) return;
    box.hidden = false;
    box.replaceChildren(this.#againNote(say("cari.gagal")));
  }

  /** The search page before anything is asked. */
  #rest() {
    this.#active = false;
    this.#part("list")?.replaceChildren();
    for (const name of ["tabs", "pills", "notes", "more", "facets"]) {
      const part = this.#part(name);
      if (part) part.hidden = true;
    }
    const browse = this.#part("browse");
    if (browse) browse.hidden = false;
    this.#setCount(this.#plainCount);
    this.#announce("");
  }

  /** @param {Outcome} outcome */
  #showPanel({ engine, result, order, keys }) {
    const narrow = this.#narrow.matches;
    const home = this.#part(narrow ? "sheet-body" : "facets");
    if (!home || keys.length === 0) return;
    const before = document.activeElement?.getAttribute("data-focus");
    const opened = [...home.querySelectorAll("details")].map((details) => details.open);
    const panel = facetPanel(engine, this.#state, result, keys, narrow);
    panel.querySelectorAll("details").forEach((details, at) => (details.open = opened[at] ?? false));
    home.replaceChildren(panel);
    home.hidden = false;
    if (before) /** @type {HTMLElement | null} */ (panel.querySelector(`[data-focus="${CSS.escape(before)}"]`))?.focus();
    const apply = this.#root.querySelector("[data-apply]");
    if (apply) apply.textContent = say("saring.terapkan", { n: order.length });
  }
}

/** @param {string} scope */
function scopeOf(scope) {
  const [key = "", value = ""] = scope.split("=");
  const [district = "", village = ""] = key === "kec" ? value.split("/") : [];
  return { category: key === "kategori" ? value : "", district, village };
}

/** How many of the documents are of each kind; of all when there is no query. @param {Engine} engine @param {number[] | undefined} documents */
function countKinds(engine, documents) {
  const counts = new Map(engine.head.kinds.map((kind) => [kind.slug, documents ? 0 : kind.end - kind.start]));
  for (const document of documents ?? []) {
    const { slug } = engine.kindOf(document);
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return counts;
}

/** @param {Engine} engine @param {string} slug @param {number[] | undefined} documents */
function documentsOfKind(engine, slug, documents) {
  const kind = engine.head.kinds.find((candidate) => candidate.slug === slug);
  if (!kind) return [];
  if (documents) return documents.filter((document) => document >= kind.start && document < kind.end);
  return Array.from({ length: kind.end - kind.start }, (_, at) => kind.start + at);
}

/** The filters of a state alone. @param {State} state */
function filtersIn({ category, districts, villages, min, max, facets }) {
  return { category, districts, villages, min, max, facets };
}

/** @typedef {{ label: string, state: State }} Pill the state without it */

/** One pill for each filter that is on. @param {Engine} engine @param {State} state @returns {Pill[]} */
function pillsOf(engine, state) {
  const { categories, places, facets } = engine.head;
  /** @type {Pill[]} */
  const pills = [];
  const category = categories[categoryIndex(engine, state.category)];
  if (category) pills.push({ label: choose(category.name, category.name_en), state: { ...state, category: "", page: 1 } });
  for (const at of chosenPlaces(engine, state)) {
    const { slug, name, district } = places[at];
    const key = district < 0 ? "districts" : "villages";
    pills.push({ label: name, state: { ...state, [key]: state[key].filter((other) => other !== slug), page: 1 } });
  }
  if (state.min !== undefined || state.max !== undefined) {
    pills.push({ label: rangeName(state.min, state.max), state: { ...state, min: undefined, max: undefined, page: 1 } });
  }
  for (const { key, values } of facets) {
    for (const slug of state.facets[key] ?? []) {
      const value = values.find(([candidate]) => candidate === slug);
      if (!value) continue;
      const rest = state.facets[key].filter((other) => other !== slug);
      const others = Object.fromEntries(Object.entries(state.facets).filter(([other]) => other !== key));
      pills.push({
        label: choose(value[1], value[2]),
        state: { ...state, facets: rest.length > 0 ? { ...others, [key]: rest } : others, page: 1 },
      });
    }
  }
  return pills;
}

/** Filters that were read from the query; without one, its words are gone from the query. @param {Engine} engine @param {State} state @param {Found | undefined} found @returns {Pill[]} */
function chipPills(engine, state, found) {
  return (found?.chips ?? []).map((chip) => {
    const others = found?.chips.filter((other) => other !== chip).map((other) => other.words) ?? [];
    return { label: chipName(engine, chip), state: { ...state, q: [...(found?.words ?? []), ...others].join(" "), page: 1 } };
  });
}

/** @param {Engine} engine @param {import("./understand.js").Chip} chip */
function chipName(engine, chip) {
  if (chip.key === "harga") return rangeName(chip.min, chip.max);
  const { key, value } = /** @type {import("./understand.js").ValueChip} */ (chip);
  if (key === "tempat") return engine.head.places[value]?.name ?? chip.words;
  const labels = engine.head.facets.find((facet) => facet.key === key)?.values[value];
  return labels ? choose(labels[1], labels[2]) : chip.words;
}

/** The query with the words that were meant. @param {string} query @param {[string, string][]} corrections */
function corrected(query, corrections) {
  const meant = new Map(corrections);
  return query.split(/\s+/).map((word) => meant.get(word.toLowerCase()) ?? word).join(" ");
}
