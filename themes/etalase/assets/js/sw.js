// Service worker. The build fills in the three constants below; everything else is as it stands here.
// Pages come from the network first, so that a withdrawn page or a changed number does not live on; what was opened once can be read offline.

/** Hash of all precached files. */
const VERSION = "%VERSION%";
/** Addresses kept from the start: stylesheet, script, icons, offline pages. @type {string[]} */
const PRECACHE = ["%PRECACHE%"];
/** Offline page per path prefix, the longest first: [["/en/", "/en/offline/"], ["/", "/luring/"]]. @type {string[][]} */
const OFFLINE = [["%OFFLINE%"]];

const FIXED = `etalase-tetap-${VERSION}`;
const PAGES = "etalase-halaman-1";
const FILES = "etalase-berkas-1";
const INDEX = "etalase-indeks-1";
const PAGE_LIMIT = 60;
const FILE_LIMIT = 240;
const INDEX_LIMIT = 120;
const PATIENCE = 5000;

/** The start file of the search index, and the list of its other files: their names stay, so the network comes first. */
const START = new URL("indeks.bin", location.href).href;
const LIST = new URL("indeks.json", location.href).href;

const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(caches.open(FIXED).then((cache) => cache.addAll(PRECACHE)).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("etalase-") && ![FIXED, PAGES, FILES, INDEX].includes(name)) await caches.delete(name);
    }
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

/** Keeps the newest entries. @param {string} name @param {number} limit */
async function trim(name, limit) {
  const cache = await caches.open(name);
  const keys = (await cache.keys()).filter(({ url }) => url !== START && url !== LIST);
  await Promise.all(keys.slice(0, Math.max(0, keys.length - limit)).map((key) => cache.delete(key)));
}

/** One entry per page, whatever its query says. @param {Request} request */
const pageKey = (request) => new Request(request.url.split(/[?#]/)[0]);

/** @param {Request} request */
async function page(request) {
  const cache = await caches.open(PAGES);
  const key = pageKey(request);
  const stored = (await cache.match(key)) || (await (await caches.open(FIXED)).match(key));
  const network = fetch(request).then(async (answer) => {
    if (answer.ok && !answer.redirected && (answer.headers.get("content-type") || "").includes("html")) {
      await cache.delete(key);
      await cache.put(key, answer.clone());
      await trim(PAGES, PAGE_LIMIT);
    } else if (answer.status === 404 || answer.status === 410) {
      await cache.delete(key);
    }
    return answer;
  });
  if (!stored) return network.catch(() => offline(request));
  /** @type {Promise<Response>} */
  const patience = new Promise((resolve) => setTimeout(() => resolve(stored.clone()), PATIENCE));
  return Promise.race([network.catch(() => stored.clone()), patience]);
}

/** @param {Request} request */
async function offline(request) {
  const path = new URL(request.url).pathname;
  const found = OFFLINE.find(([prefix]) => path.startsWith(prefix));
  return (found && (await caches.match(found[1]))) || Response.error();
}

/** Pictures, index files, styles: their names change with their content. @param {Request} request @param {string} name @param {number} limit */
async function file(request, name, limit) {
  const stored = await caches.match(request);
  if (stored) return stored;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(name);
    await cache.put(request, answer.clone());
    await trim(name, limit);
  }
  return answer;
}

/** @param {Request} request @param {any} event */
async function indexStart(request, event) {
  const cache = await caches.open(INDEX);
  const stored = await cache.match(START);
  const network = fetch(request).then((answer) => {
    if (answer.ok) event.waitUntil(takeStart(answer.clone(), stored?.clone()).catch(() => undefined));
    return answer;
  });
  if (!stored) return network;
  /** @type {Promise<Response>} */
  const patience = new Promise((resolve) => setTimeout(() => resolve(stored.clone()), PATIENCE));
  return Promise.race([network.then((answer) => (answer.ok ? answer : stored.clone()), () => stored.clone()), patience]);
}

/** Keeps a start file that is another than the stored one, and what belongs to it. @param {Response} answer @param {Response | undefined} stored */
async function takeStart(answer, stored) {
  const [now, before] = await Promise.all([answer.clone().arrayBuffer(), stored ? stored.arrayBuffer() : undefined]);
  const bytes = new Uint8Array(now);
  const old = new Uint8Array(before ?? new ArrayBuffer(0));
  if (bytes.length === old.length && bytes.every((byte, at) => byte === old[at])) return;
  if (!(await keepIndex(answer))) await (await caches.open(INDEX)).put(START, answer);
}

/**
 * Keeps the whole index of a small catalogue, file by file, those that are there already aside; the start file last, so
 * that it never names what is not there. Tells whether it did. Who saves data fetches what is asked for, no more.
 * @param {Response} [start]
 */
async function keepIndex(start) {
  const list = await fetch(LIST, { cache: "no-cache" });
  if (!list.ok) return false;
  /** @type {{ whole: boolean, files: string[] }} */
  const { whole, files } = await list.clone().json();
  const cache = await caches.open(INDEX);
  const wanted = new Set(files.map((name) => new URL(`indeks/${name}`, location.href).href));
  const saves = /** @type {any} */ (navigator).connection?.saveData === true;
  const all = whole && !saves;
  if (all) {
    for (const address of wanted) if (!(await cache.match(address))) await cache.add(address);
    const newest = start ?? (await fetch(START, { cache: "no-cache" }));
    if (!newest.ok) return false;
    await cache.put(START, newest);
  }
  wanted.add(START).add(LIST);
  for (const key of await cache.keys()) if (!wanted.has(key.url)) await cache.delete(key);
  await cache.put(LIST, list);
  return all;
}

/** @type {Promise<unknown> | undefined} */
let keeping;

/** After a page was opened: the index, if that has not been done. Its failure is none of the page's. */
async function keepFirstIndex() {
  if (keeping || (await (await caches.open(INDEX)).match(LIST))) return;
  keeping = keepIndex().catch(() => (keeping = undefined));
  await keeping;
}

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  /** @type {Request} */
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" || (request.headers.get("accept") || "").startsWith("text/html")) {
    const answer = page(request);
    event.respondWith(answer);
    event.waitUntil(answer.then(keepFirstIndex, () => undefined));
  } else if (url.href === START) event.respondWith(indexStart(request, event));
  else if (url.pathname.endsWith(".bin")) event.respondWith(file(request, INDEX, INDEX_LIMIT));
  else if (/\.(webp|avif|jpg|svg|png|css|js)$/.test(url.pathname) && !url.pathname.endsWith("/sw.js")) event.respondWith(file(request, FILES, FILE_LIMIT));
});
