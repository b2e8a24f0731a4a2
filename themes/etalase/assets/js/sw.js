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
const PAGE_LIMIT = 60;
const FILE_LIMIT = 240;
const PATIENCE = 5000;

const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(caches.open(FIXED).then((cache) => cache.addAll(PRECACHE)).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("etalase-") && ![FIXED, PAGES, FILES].includes(name)) await caches.delete(name);
    }
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

/** Keeps the newest entries. @param {string} name @param {number} limit */
async function trim(name, limit) {
  const cache = await caches.open(name);
  const keys = await cache.keys();
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

/** Pictures, index files, styles: their names change with their content. @param {Request} request */
async function file(request) {
  const stored = await caches.match(request);
  if (stored) return stored;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(FILES);
    await cache.put(request, answer.clone());
    await trim(FILES, FILE_LIMIT);
  }
  return answer;
}

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  /** @type {Request} */
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" || (request.headers.get("accept") || "").startsWith("text/html")) event.respondWith(page(request));
  else if (/\.(webp|avif|jpg|svg|png|css|js|bin)$/.test(url.pathname) && !url.pathname.endsWith("/sw.js")) event.respondWith(file(request));
});
