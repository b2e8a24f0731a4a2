// Starts what the page needs.

function startCopy() {
  for (const button of all("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy || "");
      button.textContent = button.dataset.done || "";
      setTimeout(() => (button.textContent = label), 3000);
    });
  }
  for (const button of all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

/** The report page names the page it was opened from, and puts it into the message. */
function startReport() {
  const line = one("[data-report]");
  const from = new URLSearchParams(location.search).get("dari");
  if (!line || !from || !/^\/[^/\\]/.test(from)) return;
  const url = new URL(from, location.origin).href;
  const link = Object.assign(document.createElement("a"), { href: url, textContent: from });
  line.append(`${line.dataset.label || ""}: `, link);
  line.hidden = false;
  for (const wa of /** @type {HTMLAnchorElement[]} */ (all('main a[href^="https://wa.me/"]'))) {
    wa.href += `${wa.search ? "%0A" : "?text="}${encodeURIComponent(url)}`;
  }
}

/** The offline page lists the pages the service worker has kept. */
async function startCached() {
  const box = one("[data-cached]");
  const place = box && one("ul", box);
  if (!box || !place || !("caches" in self)) return;
  for (const name of (await caches.keys()).filter((key) => key.startsWith("etalase-halaman"))) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).slice(-40).reverse()) {
      const answer = await cache.match(request);
      const title = /<title>([^<]*)/.exec((await answer?.text()) || "")?.[1];
      if (!title || request.url === location.href) continue;
      const row = document.createElement("li");
      const text = new DOMParser().parseFromString(title, "text/html").body.textContent || "";
      row.append(Object.assign(document.createElement("a"), { href: request.url, textContent: text.split(" · ")[0] }));
      place.append(row);
    }
  }
  box.hidden = !place.children.length;
}

/**
 * The search script is larger than all this, so it comes when it is wanted: a search field is touched, a list is to be filtered, or the
 * address asks for it, and the start of the index beside it, not behind it. Pages with results have a script of their own, which does
 * everything; the search page loads it itself.
 */
function startSearch() {
  const form = one("form[data-search]");
  const list = one("[data-results]");
  const script = list?.dataset.script || form?.dataset.script;
  if (!script) return;
  const isHere = one(`script[src="${script}"]`) !== null;
  let isWarm = false;
  // Only before the script opens the index: later nobody would take it, but whoever asks for the newest start file would get this one.
  const warm = () => {
    const address = form?.dataset.index;
    const late = isWarm;
    isWarm = true;
    if (!address || late || /** @type {any} */ (navigator).connection?.saveData === true) return;
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address });
    document.head.append(link);
  };
  const button = list && one("[data-open-filters]", list);
  const waits = button && !isHere;
  const load = async () => {
    if (!isHere) warm();
    try {
      await import(script);
    } catch {
      return false;
    }
    button?.removeEventListener("click", open);
    return true;
  };
  const open = async () => {
    if (await load()) button?.click();
  };
  for (const touch of ["pointerdown", "focusin"]) {
    addEventListener(touch, (event) => {
      if (!(event.target instanceof Element && event.target.closest("form[data-search]"))) return;
      load();
    });
  }
  if (list && location.search) warm();
  if (!waits) return;
  button.hidden = false;
  button.addEventListener("click", open);
  if (location.search) load();
}

/** Who saves data gets the smallest picture of each that has not come yet. */
function startThrift() {
  if (/** @type {any} */ (navigator).connection?.saveData !== true) return;
  for (const img of /** @type {HTMLImageElement[]} */ (all('img[loading="lazy"]'))) {
    if (img.complete) continue;
    for (const source of /** @type {HTMLSourceElement[]} */ (all("source", img.parentElement || img))) source.sizes = "1px";
  }
}

startThrift();
startMenu();
startSieve();
startTime();
startCopy();
startSearch();
showCounts();
{
  const [product, saved, inquiry] = [one("[data-item]"), one("[data-saved]"), one("[data-inquiry]")];
  if (product) startProduct(product);
  if (saved) startSaved(saved);
  if (inquiry) startInquiry(inquiry);
}
startReport();
startCached();
addEventListener("storage", showCounts);
/** The page of the first visit came before the service worker: it is asked for once more, so that it can be read offline too. */
async function startWorker() {
  const { serviceWorker } = navigator;
  const address = document.body.dataset.worker;
  if (!serviceWorker || !address) return;
  const isFirst = !serviceWorker.controller;
  try {
    await serviceWorker.register(address);
    if (!isFirst) return;
    serviceWorker.addEventListener("controllerchange", () => {
      // The browser still holds it: this costs no bytes.
      fetch(location.pathname, { headers: { accept: "text/html" }, cache: "force-cache" }).catch(() => {});
    }, { once: true });
  } catch {
    // Private mode, or an address without TLS: the site works on.
  }
}
addEventListener("load", startWorker);
