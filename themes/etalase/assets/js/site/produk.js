// The product page: photos, options, the message, the lists on the device.

/**
 * The text sent to the seller.
 * @param {Item} item @param {string} option @param {number} amount @param {string} price empty when the seller must be asked
 */
function orderText(item, option, amount, price) {
  const text = item.text || {};
  const lines = [text.hello, "", text.product];
  if (option) lines.push(fill(text.option || "", { varian: option }));
  if (amount > 1) lines.push(fill(text.amount || "", { n: amount, satuan: item.unit_word }));
  if (price && text.price) lines.push(fill(text.price, { harga: price }));
  lines.push("", text.ask, "", item.link);
  return lines.filter((line) => line !== undefined).join("\n");
}

/** @param {HTMLElement} root */
function startGallery(root) {
  const strip = one(".gallery-strip", root);
  if (!strip) return;
  const thumbs = all("[data-thumb]", root);
  const show = (/** @type {number} */ index) => strip.scrollTo({ left: index * strip.clientWidth, behavior: "auto" });
  const mark = () => {
    const index = Math.round(strip.scrollLeft / (strip.clientWidth || 1));
    thumbs.forEach((thumb, i) => (i === index ? thumb.setAttribute("aria-current", "true") : thumb.removeAttribute("aria-current")));
  };
  let waiting = 0;
  strip.addEventListener("scroll", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(mark);
  }, { passive: true });
  thumbs.forEach((thumb, i) => thumb.addEventListener("click", (event) => {
    event.preventDefault();
    show(i);
  }));
  mark();
  root.addEventListener("show-photo", (event) => show(/** @type {CustomEvent} */ (event).detail - 1));

  const box = /** @type {HTMLDialogElement | null} */ (one("[data-zoom-box]"));
  const place = box && one(".zoom-pic", box);
  if (!box || !place || !box.showModal) return;
  const links = /** @type {HTMLAnchorElement[]} */ (all("[data-zoom]", root));
  const ways = all("[data-step]", box);
  ways.forEach((way) => (way.hidden = links.length < 2));
  let current = 0;
  const enlarge = () => place.classList.toggle("is-large");
  const open = (/** @type {number} */ index) => {
    current = (index + links.length) % links.length;
    const img = new Image();
    img.src = links[current].href;
    img.alt = /** @type {HTMLImageElement | null} */ (links[current].querySelector("img"))?.alt || "";
    place.classList.remove("is-large");
    place.replaceChildren ? place.replaceChildren(img) : (place.textContent = "", place.append(img));
  };
  links.forEach((link, i) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(i);
    box.showModal();
  }));
  place.addEventListener("click", enlarge);
  ways.forEach((way) => way.addEventListener("click", () => open(current + Number(way.dataset.step))));
  box.addEventListener("keydown", (event) => {
    if (event.target === place && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      return enlarge();
    }
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step && links.length > 1 && !place.classList.contains("is-large")) open(current + step);
  });
  one("[data-close]", box)?.addEventListener("click", () => box.close());
}

/** Turns the list of choices into radio buttons. @param {HTMLElement} group @param {() => void} changed */
function startOptions(group, changed) {
  const name = group.dataset.options || "";
  all("li", group).forEach((row, i) => {
    if (row.classList.contains("gone")) return;
    const input = Object.assign(document.createElement("input"), { type: "radio", name, id: `${name}-${i}`, value: one("[data-value]", row)?.textContent || "" });
    const label = Object.assign(document.createElement("label"), { htmlFor: input.id });
    label.append(...Array.from(row.childNodes));
    row.append(input, label);
    row.classList.add("pick");
    input.addEventListener("change", changed);
  });
}

/** @param {HTMLElement} root */
function startProduct(root) {
  /** @type {Item} */
  let item;
  try {
    item = JSON.parse(root.dataset.item || "");
  } catch {
    return;
  }
  startGallery(root);
  const groups = all("[data-options]", root);
  const price = one("[data-price]", root);
  const listed = price?.textContent || item.price;
  const onRequest = Boolean(price?.closest(".price-ask"));
  const amountField = /** @type {HTMLInputElement | null} */ (one("#jumlah", root));
  const wa = /** @type {HTMLAnchorElement | null} */ (one("a[data-wa]", root));
  const picked = () => /** @type {HTMLInputElement[]} */ (all("[data-options] input:checked", root));
  const amount = () => Math.max(1, Math.floor(Number(amountField?.value)) || 1);
  const optionPrice = () => picked().map((input) => input.closest("li")?.dataset.price).filter(Boolean).pop();
  const option = () => picked().map((input) => input.value).join(", ");

  const refresh = () => {
    let shown = optionPrice() || listed;
    for (const input of picked()) {
      const row = input.closest("li");
      if (row?.dataset.photo) root.dispatchEvent(new CustomEvent("show-photo", { detail: Number(row.dataset.photo) }));
    }
    if (price) price.textContent = shown;
    const n = amount();
    let best = -1;
    (item.tiers || []).forEach(([min, tierPrice], i) => {
      if (n >= min) [best, shown] = [i, tierPrice];
    });
    all(".tiers tr", root).forEach((row, i) => row.classList.toggle("on", i === best));
    if (wa && item.wa && item.text) wa.href = `https://wa.me/${item.wa}?text=${encodeURIComponent(orderText(item, option(), n, onRequest ? "" : shown))}`;
  };
  groups.forEach((group) => startOptions(group, refresh));
  if (amountField) {
    const box = amountField.closest("p");
    if (box) box.hidden = false;
    amountField.addEventListener("input", refresh);
  }

  const ask = one("[data-ask]", root);
  if (ask) {
    ask.hidden = false;
    ask.addEventListener("click", () => {
      const list = readList(ASKED);
      const line = { ...kept(item), option: option(), amount: amount(), price: optionPrice() || item.price };
      const same = list.findIndex((other) => other.id === line.id && (other.option || "") === line.option);
      if (same < 0 && list.length >= ASK_LIMIT) return say(ask.dataset.full || "", root);
      if (same < 0) list.push(line);
      else list[same] = line;
      writeList(ASKED, list);
      say(ask.dataset.done || "", root);
    });
  }
  const save = one("[data-save]", root);
  if (save) {
    const paint = () => {
      const on = readList(SAVED).some((other) => other.id === item.id);
      save.setAttribute("aria-pressed", String(on));
    };
    save.hidden = false;
    save.addEventListener("click", () => {
      const list = readList(SAVED);
      const others = list.filter((other) => other.id !== item.id);
      writeList(SAVED, others.length < list.length ? others : [kept(item), ...list]);
      paint();
      say(others.length < list.length ? "" : save.dataset.done || "", root);
    });
    paint();
  }
  const share = one("[data-share]", root);
  if (share && (navigator.share || navigator.clipboard)) {
    share.hidden = false;
    share.addEventListener("click", async () => {
      try {
        if (navigator.share) await navigator.share({ title: item.name, url: item.link });
        else {
          await navigator.clipboard.writeText(item.link);
          say(share.dataset.done || "", root);
        }
      } catch {
        // Closed by the visitor.
      }
    });
  }

  const seen = readList(SEEN).filter((other) => other.id !== item.id);
  const recent = one("[data-recent]");
  const place = recent && one("ul", recent);
  if (recent && place && seen.length) {
    for (const other of seen.slice(0, 6)) {
      const card = makeCard(other);
      if (card) place.append(card);
    }
    recent.hidden = false;
  }
  writeList(SEEN, [kept(item), ...seen].slice(0, 12));
}
