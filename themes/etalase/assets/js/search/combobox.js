// @ts-check
// Suggestions below a search field, after the ARIA pattern "editable combobox with list autocomplete". The markup stands
// in README.md. Keys: down and up walk through, Enter opens the chosen one or searches, Escape closes, then empties.

import { addressOf, putPicture } from "./cards.js";
import { fold, queryWords, shown } from "./normalise.js";
import { withEngine } from "./open.js";
import { forget, recent, remember } from "./recent.js";
import { choose, element, kindName, say, today } from "./say.js";
import { MAKERS, steps } from "./suggest.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {{ title: string, options: HTMLAnchorElement[] }} Group */

/** The most suggested words and categories; those with cards are in `suggest.js`. */
const WORDS_SHOWN = 3;
const CATEGORIES_SHOWN = 2;
const LETTERS_MIN = 2;

/** Gives a field its suggestions. @param {HTMLFormElement} form */
export function startCombobox(form) {
  const input = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=q]"));
  if (input && form.dataset.index && !input.hasAttribute("aria-controls")) new Combobox(form, input, form.dataset.index);
}

class Combobox {
  #form;
  #input;
  #index;
  #turn;
  #isBusy = false;
  #brief;
  /** @type {HTMLAnchorElement[]} */
  #options;
  #chosen;
  #list;
  #note;
  #box;
  #status;

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {string} index */
  constructor(form, input, index) {
    this.#form = form;
    this.#input = input;
    this.#index = index;
    this.#turn = 0;
    /** Where results show as one types, suggestions are only words and categories. */
    this.#brief = form.hasAttribute("data-live");
    /** @type {HTMLAnchorElement[]} */
    this.#options = [];
    this.#chosen = -1;
    this.#list = element("div", { role: "listbox", id: `${input.id || "cari"}-saran`, "aria-label": say("cari.memuat") });
    this.#note = element("p", { class: "suggestions-note", hidden: true });
    this.#box = element("div", { class: "suggestions", hidden: true }, this.#list, this.#note);
    this.#status = element("p", { class: "vh", role: "status" });
    form.append(this.#box, this.#status);
    const roles = {
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.#list.id,
      autocapitalize: "none", spellcheck: "false",
    };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    input.addEventListener("input", () => this.#suggest());
    input.addEventListener("focus", () => this.#touched());
    input.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", () => {
      remember(input.value);
      this.#close();
    });
    form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) this.#close();
    });
    // A press on a suggestion must not take the focus first, or the list would be gone before the click.
    this.#box.addEventListener("pointerdown", (event) => event.preventDefault());
    if (document.activeElement === input) {
      this.#touched();
      if (input.value.length >= LETTERS_MIN) this.#suggest();
    }
  }

  /**
   * Fetches the start file as soon as the field is touched, and offers what was searched for last. Who saves data fetches nothing
   * before a letter is typed.
   */
  #touched() {
    const saves = /** @type {any} */ (navigator).connection?.saveData === true;
    if (!saves) withEngine(this.#index, async () => undefined).catch(() => undefined);
    if (this.#input.value === "") this.#offerRecent();
  }

  /** What was searched for last, with a button that forgets it. */
  #offerRecent() {
    const queries = recent();
    if (queries.length === 0) return this.#close();
    this.#turn += 1;
    const options = queries.map((query) => option(`${this.#form.action}?q=${encodeURIComponent(query)}`, "word", element("span", { class: "suggestion-name" }, query)));
    this.#show([{ title: say("cari.riwayat"), options }]);
    const clear = element("button", { type: "button", class: "link-btn" }, say("cari.hapus_riwayat"));
    clear.addEventListener("click", () => {
      forget();
      this.#close();
      this.#input.focus();
    });
    this.#note.replaceChildren(clear);
    this.#note.hidden = false;
  }

  /** Answers what stands in the field. One answer is made at a time, and the next is for the newest text. */
  async #suggest() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    let text;
    do {
      text = this.#input.value;
      await this.#suggestFor(text);
    } while (this.#input.value !== text);
    this.#isBusy = false;
  }

  /** @param {string} text */
  async #suggestFor(text) {
    const turn = (this.#turn += 1);
    if (text.trim() === "") return this.#offerRecent();
    if (text.trim().length < LETTERS_MIN) return this.#close();
    const slow = setTimeout(() => turn === this.#turn && this.#say(say("cari.memuat")), 300);
    try {
      await withEngine(this.#index, (engine) => suggestions(engine, text, this.#form.action, this.#brief, (groups) => {
        if (turn !== this.#turn) return false;
        clearTimeout(slow);
        this.#show(groups.filter((group) => group.options.length > 0));
        // What was typed meanwhile is more urgent than the rest of this answer.
        return this.#input.value === text;
      }));
    } catch {
      if (turn === this.#turn) this.#fail();
    } finally {
      clearTimeout(slow);
    }
  }

  /** @param {Group[]} groups */
  #show(groups) {
    const chosen = this.#options[this.#chosen]?.href;
    this.#options = groups.flatMap((group) => group.options);
    this.#options.forEach((option, at) => (option.id = `${this.#list.id}-${at}`));
    this.#list.replaceChildren(...groups.map(({ title, options }) => element(
      "div", { role: "group", "aria-label": title },
      element("div", { class: "suggestion-title", "aria-hidden": "true" }, title), ...options,
    )));
    this.#list.setAttribute("aria-label", say("hasil.saran", { n: this.#options.length }));
    // More of the same answer must not take away what was chosen in the first part.
    this.#choose(this.#options.findIndex(({ href }) => href === chosen));
    this.#note.hidden = true;
    this.#open(this.#options.length > 0);
    this.#status.textContent = say("hasil.saran", { n: this.#options.length });
  }

  /** @param {...(string | Node)} parts */
  #say(...parts) {
    this.#options = [];
    this.#list.replaceChildren();
    this.#note.replaceChildren(...parts);
    this.#note.hidden = false;
    this.#choose(-1);
    this.#open(true);
  }

  #fail() {
    const again = element("button", { type: "button", class: "link-btn" }, say("hasil.lagi"));
    again.addEventListener("click", () => this.#suggest());
    this.#say(say("cari.gagal"), " ", again);
    this.#status.textContent = say("cari.gagal");
  }

  /** @param {boolean} open */
  #open(open) {
    this.#box.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open && this.#options.length > 0));
  }

  #close() {
    this.#turn += 1;
    this.#choose(-1);
    this.#open(false);
    this.#status.textContent = "";
  }

  /** @param {number} at */
  #choose(at) {
    this.#options[this.#chosen]?.setAttribute("aria-selected", "false");
    this.#chosen = at;
    const option = this.#options[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.#input.setAttribute("aria-activedescendant", option.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { length } = this.#options;
    const shown = !this.#box.hidden && length > 0;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !event.altKey && !event.ctrlKey && !event.metaKey) {
      if (!shown) {
        this.#suggest();
      } else {
        // One step beyond either end is the field itself.
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.#choose(((this.#chosen + 1 + step + length + 1) % (length + 1)) - 1);
      }
      event.preventDefault();
    } else if (event.key === "Enter" && shown && this.#chosen >= 0) {
      event.preventDefault();
      this.#options[this.#chosen].click();
    } else if (event.key === "Escape" && !this.#box.hidden) {
      event.preventDefault();
      this.#close();
    }
  }
}

/**
 * Finds suggestions and shows them in some steps, as long as they are wanted.
 * @param {Engine} engine @param {string} text @param {string} action address of the search page @param {boolean} brief
 * @param {(groups: Group[]) => boolean} show says whether the rest of the answer is wanted
 */
async function suggestions(engine, text, action, brief, show) {
  const last = queryWords(text, engine.head.spellings).at(-1) ?? "";
  const words = /\s$/.test(text) ? [] : engine.completions(last, WORDS_SHOWN);
  const wordGroup = { title: say("hasil.kata"), options: words.map((word) => wordOption(text, shown(word), action)) };
  const categoryGroup = { title: say("nav.kategori"), options: categoryOptions(engine, text, action) };
  if (brief) {
    show([wordGroup, categoryGroup]);
    return;
  }
  for await (const { lists, lead } of steps(engine, text, today())) {
    const [products, makers, others] = await Promise.all(lists.map((list) => engine.cards(list)));
    const productGroup = { title: say("nav.produk"), options: products.map(productOption) };
    const makerGroup = {
      title: say("hasil.pembuat"), options: makers.map((card) => plainOption(addressOf(card), choose(card.title, card.titleEn))),
    };
    const otherGroup = { title: say("hasil.lain"), options: others.map((card) => plainOption(
      addressOf(card), choose(card.title, card.titleEn), kindName(engine.kindOf(card.document).slug),
    )) };
    const isWanted = show(lead === MAKERS ? [wordGroup, makerGroup, productGroup, categoryGroup, otherGroup]
      : [wordGroup, productGroup, categoryGroup, makerGroup, otherGroup]);
    if (!isWanted) return;
  }
}

/** @param {string} href @param {string} kind @param {...(Node | string | undefined)} parts */
function option(href, kind, ...parts) {
  const attributes = { class: `suggestion suggestion-${kind}`, role: "option", "aria-selected": "false", href, tabindex: "-1" };
  return element("a", attributes, ...parts);
}

/** @param {string} href @param {string} name @param {string} [note] */
function plainOption(href, name, note) {
  return option(href, "page", element("span", { class: "suggestion-name" }, name, note && element("small", {}, note)));
}

/** The query with its last word written out. @param {string} text @param {string} word @param {string} action */
function wordOption(text, word, action) {
  const [, before, begun] = /^(.*?)([^\s]*)$/s.exec(text) ?? ["", "", text];
  const href = `${action}?q=${encodeURIComponent(before + word)}`;
  const typed = word.startsWith(fold(begun)) ? fold(begun) : "";
  const name = element("span", { class: "suggestion-name" }, before + typed, element("mark", {}, word.slice(typed.length)));
  return option(href, "word", name);
}

/** @param {import("./cards.js").Card} card */
function productOption(card) {
  const image = element("img", { alt: "", decoding: "async" });
  const picture = element("span", { class: "suggestion-pic" }, card.picture ? image : undefined);
  putPicture(card, picture, image);
  const maker = card.maker ? element("small", {}, card.maker) : undefined;
  const price = choose(card.priceText, card.priceTextEn);
  return option(
    addressOf(card), "product", picture,
    element("span", { class: "suggestion-name" }, choose(card.title, card.titleEn), maker),
    price ? element("b", { class: "suggestion-price" }, price) : undefined,
  );
}

/** Categories of which every typed word begins a word. @param {Engine} engine @param {string} text @param {string} action */
function categoryOptions(engine, text, action) {
  const typed = queryWords(text, engine.head.spellings);
  const fits = engine.head.categories.filter((category) => {
    const words = queryWords(`${category.name} ${category.name_en}`, engine.head.spellings);
    return typed.length > 0 && typed.every((word) => words.some((known) => known.startsWith(word)));
  });
  return fits.slice(0, CATEGORIES_SHOWN).map((category) =>
    plainOption(`${action}?kategori=${category.slug}`, choose(category.name, category.name_en)),
  );
}
