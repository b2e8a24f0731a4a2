// Lists that live on the device: saved products, and the inquiry list with one message per seller.

/** @param {HTMLElement} page @param {number} n how many entries stand in the list */
function showFull(page, n) {
  const [empty, full] = [one("[data-empty]", page), one("[data-full]", page)];
  if (empty) empty.hidden = n > 0;
  if (full) full.hidden = n === 0;
}

/** Where the focus goes when its button is gone: the next line, or the first way on from an empty list. @param {HTMLElement} page */
function focusOn(page) {
  (one("[data-full] [data-remove]", page) || one("[data-empty] a", page))?.focus();
}

/** @param {HTMLElement} page */
function startSaved(page) {
  const place = one("[data-full] ul", page);
  if (!place) return;
  const draw = () => {
    const items = readList(SAVED);
    place.textContent = "";
    for (const item of items) {
      const card = makeCard(item);
      if (!card) continue;
      one("[data-remove]", card)?.addEventListener("click", () => {
        writeList(SAVED, readList(SAVED).filter((other) => other.id !== item.id));
        draw();
        focusOn(page);
      });
      place.append(card);
    }
    showFull(page, items.length);
  };
  const clear = one("[data-clear]", page);
  clear?.addEventListener("click", () => {
    writeList(SAVED, []);
    draw();
    focusOn(page);
    say(clear.dataset.done || "", page);
  });
  draw();
}

/**
 * One message for one seller; shortened until the address fits what WhatsApp accepts.
 * @param {Item[]} items @param {DOMStringMap} words
 */
function inquiryText(items, words) {
  const write = (/** @type {boolean} */ links) => {
    const lines = [fill(words.hello || "", { nama: items[0].seller_name }), ""];
    items.forEach((item, i) => {
      lines.push(`${i + 1}. *${item.name}*`);
      if (item.option) lines.push(`   ${fill(words.option || "", { varian: item.option })}`);
      lines.push(`   ${fill(words.amount || "", { n: item.amount || 1, satuan: item.unit_word })}`);
      if (links) lines.push(`   ${item.link}`);
    });
    lines.push("", words.ask || "");
    return lines.join("\n");
  };
  const long = write(true);
  return encodeURIComponent(long).length <= 1750 ? long : write(false);
}

/**
 * Asks each product's own page for its price and contact of today; `prices` are those of single options.
 * @param {Item[]} items @returns {Promise<Map<string, Item & { prices?: Record<string, string> } | null>>}
 */
async function freshItems(items) {
  /** @type {Map<string, Item & { prices?: Record<string, string> } | null>} */
  const found = new Map();
  const urls = new Map(items.map((item) => [item.id, ownUrl(item.url)]));
  await Promise.all(Array.from(urls, async ([id, url]) => {
    if (!url) return;
    try {
      const answer = await fetch(url);
      if (answer.status === 404 || answer.status === 410) return void found.set(id, null);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const data = page.querySelector("[data-item]")?.getAttribute("data-item");
      const rows = all("[data-options] li[data-price]", page);
      const prices = Object.fromEntries(rows.map((row) => [one("[data-value]", row)?.textContent || "", row.dataset.price || ""]));
      if (data) found.set(id, { ...JSON.parse(data), prices });
      else if (page.body.classList.contains("k-pesan")) found.set(id, null);
    } catch {
      // Offline: what is kept must do.
    }
  }));
  return found;
}

/** @param {HTMLElement} page */
function startInquiry(page) {
  const place = one("[data-groups]", page);
  const groupTemplate = /** @type {HTMLTemplateElement | null} */ (one("#kelompok"));
  const rowTemplate = /** @type {HTMLTemplateElement | null} */ (one("#baris"));
  if (!place || !groupTemplate || !rowTemplate) return;
  const words = page.dataset;
  /** @type {Set<string>} */
  const gone = new Set();

  /** @param {Item} a @param {Item} b */
  const sameLine = (a, b) => a.id === b.id && (a.option || "") === (b.option || "");

  /** @param {HTMLElement} box @param {Item[]} items */
  const writeMessage = (box, items) => {
    const live = items.filter((item) => !gone.has(item.id));
    const text = live.length ? inquiryText(live, words) : "";
    setText(box, "pre", text);
    const link = /** @type {HTMLAnchorElement | null} */ (box.querySelector("[data-send-link]"));
    const wa = live.find((item) => item.wa)?.wa;
    if (!link) return;
    link.hidden = !wa;
    if (wa) link.href = `https://wa.me/${wa}?text=${encodeURIComponent(text)}`;
    const note = one("[data-nocontact]", box);
    if (note) note.hidden = Boolean(wa);
  };

  const draw = () => {
    const items = readList(ASKED);
    /** @type {Map<string, Item[]>} */
    const sellers = new Map();
    for (const item of items) sellers.set(item.seller, [...(sellers.get(item.seller) || []), item]);
    place.textContent = "";
    setText(page, "[data-total]", fill(words.count || "", { n: items.length, m: sellers.size }));
    for (const group of sellers.values()) {
      const box = /** @type {HTMLElement} */ (/** @type {Element} */ (groupTemplate.content.firstElementChild).cloneNode(true));
      const head = /** @type {HTMLAnchorElement} */ (box.querySelector("h2 a"));
      head.href = ownUrl(group[0].seller_url);
      head.textContent = group[0].seller_name;
      setText(box, "[data-send-label]", fill(words.send || "", { nama: group[0].seller_name }));
      for (const item of group) one("ul", box)?.append(makeRow(item, box, group));
      writeMessage(box, group);
      place.append(box);
    }
    showFull(page, items.length);
  };

  /** @param {Item} item @param {HTMLElement} box @param {Item[]} group */
  const makeRow = (item, box, group) => {
    const row = /** @type {HTMLElement} */ (/** @type {Element} */ (rowTemplate.content.firstElementChild).cloneNode(true));
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("h3 a"));
    link.href = ownUrl(item.url);
    link.textContent = item.name;
    if (item.lang && item.lang !== document.documentElement.lang) link.lang = item.lang;
    const img = /** @type {HTMLImageElement} */ (row.querySelector("img"));
    const src = item.img && ownUrl(item.img);
    if (src) img.src = src;
    setText(row, "[data-option]", item.option ? fill(words.option || "", { varian: item.option }) : "");
    setText(row, ".price b", item.price);
    setText(row, ".price span", item.unit);
    const state = one("[data-state]", row);
    if (state && gone.has(item.id)) {
      state.textContent = words.gone || "";
      state.hidden = false;
    }
    const field = /** @type {HTMLInputElement} */ (row.querySelector("input"));
    field.value = String(item.amount || 1);
    field.addEventListener("input", () => {
      item.amount = Math.max(1, Math.floor(Number(field.value)) || 1);
      writeList(ASKED, readList(ASKED).map((other) => (sameLine(other, item) ? { ...other, amount: item.amount } : other)));
      writeMessage(box, group);
    });
    one("[data-remove]", row)?.addEventListener("click", () => {
      writeList(ASKED, readList(ASKED).filter((other) => !sameLine(other, item)));
      draw();
      focusOn(page);
    });
    return row;
  };

  const clear = one("[data-clear]", page);
  clear?.addEventListener("click", () => {
    writeList(ASKED, []);
    draw();
    focusOn(page);
    say(clear.dataset.done || "", page);
  });
  draw();
  freshItems(readList(ASKED)).then((fresh) => {
    if (!fresh.size) return;
    writeList(ASKED, readList(ASKED).map((item) => {
      const now = fresh.get(item.id);
      if (now === null) gone.add(item.id);
      if (!now) return now === null ? { ...item, wa: null } : item;
      const { prices, ...rest } = now;
      return { ...kept(rest), option: item.option, amount: item.amount, price: (prices || {})[item.option || ""] || rest.price };
    }));
    draw();
  });
}
