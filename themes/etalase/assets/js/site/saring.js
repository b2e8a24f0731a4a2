// Filters of the lists that stand whole in their pages: innovations, programmes, events, news and the like. The cards stay where they are;
// those that do not match are hidden. The product lists and the search page have filters of their own (js/search).

/** "status=pakai tkt=8" of a card. @param {Element} card */
const marksOf = (card) => new Set((/** @type {HTMLElement} */ (card).dataset.marks || "").split(" "));

/**
 * The further pages of the list: their cards join those of this page, each below its own title.
 * @param {string} url address of the next page; empty when there is none
 */
async function joinPages(url) {
  const place = one(".pages");
  while (url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const group of all("[data-group]", page)) {
      const own = group.id && document.getElementById(group.id);
      if (own) one("ul.grid", own)?.append(...all("ul.grid > li", group));
      else place?.before(group);
    }
    url = /** @type {HTMLAnchorElement | null} */ (page.querySelector(".pages [rel=next]"))?.getAttribute("href") || "";
  }
  startTime();
}

function startSieve() {
  const form = /** @type {HTMLFormElement | null} */ (one("[data-sieve]"));
  if (!form) return;
  const inputs = /** @type {HTMLInputElement[]} */ (all("input", form));
  const words = form.dataset;
  const reset = one("[type=reset]", form);
  const said = one("[role=status]", form);
  const none = one("[data-sieve-none]");
  const pages = one(".pages");
  let isWhole = !pages;

  /** The values that are on, by question. */
  const chosen = () => {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    for (const { name, value, checked } of inputs) if (checked) found.set(name, [...(found.get(name) || []), value]);
    return found;
  };
  const show = () => {
    const on = chosen();
    const cards = all("[data-marks]").map((card) => ({ card, marks: marksOf(card) }));
    /** One of the values of each question; `but` is left out. @param {Set<string>} marks @param {string} [but] */
    const fits = (marks, but) => Array.from(on).every(([key, values]) => key === but || values.some((value) => marks.has(`${key}=${value}`)));
    let n = 0;
    for (const { card, marks } of cards) {
      card.hidden = !fits(marks);
      n += Number(!card.hidden);
    }
    if (isWhole) {
      for (const input of inputs) {
        const count = cards.filter(({ marks }) => marks.has(`${input.name}=${input.value}`) && fits(marks, input.name)).length;
        input.disabled = count === 0 && !input.checked;
        input.closest("label")?.classList.toggle("facet-none", input.disabled);
        setText(input.parentElement || form, "small", String(count));
      }
    }
    for (const drop of all("details", form)) {
      const count = all("input:checked", drop).length;
      const badge = one("[data-chosen]", drop);
      if (!badge) continue;
      badge.textContent = String(count);
      badge.hidden = count === 0;
    }
    for (const group of all("[data-group]")) {
      group.hidden = on.size > 0 && !one("[data-marks]:not([hidden])", group);
      // The link to a group that is not there leads nowhere.
      const row = group.id && one(`.chips a[href$="#${group.id}"]`)?.closest("li");
      if (row) row.hidden = group.hidden;
    }
    if (pages) pages.hidden = on.size > 0 || isWhole;
    if (none) none.hidden = n > 0;
    if (reset) reset.hidden = on.size === 0;
    if (said) said.textContent = on.size ? fill(words.some || "", { n, m: cards.length }) : "";
  };
  const change = async () => {
    const on = chosen();
    const query = Array.from(on, ([key, values]) => `${key}=${values.join(",")}`).join("&");
    if (words.first) return location.assign(words.first + (query && `?${query}`));
    history.replaceState(history.state, "", location.pathname + (query && `?${query}`) + location.hash);
    show();
    if (isWhole || on.size === 0) return;
    try {
      await joinPages(one(".pages [rel=next]")?.getAttribute("href") || "");
      isWhole = true;
      show();
    } catch {
      if (said) said.textContent = words.failed || "";
    }
  };
  form.hidden = false;
  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const input of inputs) input.checked = false;
    change();
    one("summary", form)?.focus();
  });
  if (words.first) return;
  const asked = new URLSearchParams(location.search);
  for (const input of inputs) input.checked = (asked.get(input.name) || "").split(",").includes(input.value);
  if (chosen().size) change();
}
