// Serves built folders with the files they bring for their host (.htaccess, nginx.conf.contoh), by the real servers, at the root of a domain
// and below a path, with and without files compressed beforehand. Run: node tests/hosts/run.mjs
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { get, start } from "./servers.mjs";
import { below, publish, work } from "./sites.mjs";

let passed = 0;
/** @type {string[]} */
const failures = [];

const SECURITY = {
  "content-security-policy": /default-src 'self'.*frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /strict-origin/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "strict-transport-security": /^max-age=\d{8}$/,
};
const FOREVER = /max-age=31536000, immutable/;
const AGAIN = /max-age=0, must-revalidate/;

/** @param {"nginx" | "apache"} kind @param {string} base @param {boolean} compressed */
async function tour(kind, base, compressed) {
  const name = `${kind} ${base} ${compressed ? "compressed beforehand" : "compressed on the way"}`;
  const { root, site } = published(base, compressed);
  const files = below(site);
  const server = await start(kind, join(work, `${kind}-${base.replaceAll("/", "")}-${compressed}`), root, site);
  /** @param {boolean} good @param {string} what */
  const check = (good, what) => {
    if (good) passed += 1;
    else failures.push(`${name}: ${what}`);
  };
  /** @param {string} path @param {Record<string, string>} [headers] */
  const at = (path, headers) => get(server.origin + base + path, headers);
  /** @param {RegExp} pattern */
  const one = (pattern) => files.find((path) => pattern.test(path)) ?? failures.push(`${name}: the site has no ${pattern}`) + "";

  // Every kind of file: status, bytes, type, caching, safety.
  const kinds = [
    ["index.html", /^text\/html; ?charset=utf-8$/i, AGAIN],
    ["produk/bingkai-kayu-contoh/index.html", /^text\/html; ?charset=utf-8$/i, AGAIN],
    [one(/^aset\/.*\.css$/), /^text\/css/, FOREVER],
    [one(/^aset\/.*\.js$/), /^(text|application)\/javascript/, FOREVER],
    [one(/^aset\/.*\.svg$/), /^image\/svg\+xml/, FOREVER],
    [one(/^i\/.*\.webp$/), /^image\/webp$/, FOREVER],
    [one(/^i\/.*\.jpg$/), /^image\/jpeg$/, FOREVER],
    ["manifest.webmanifest", /^application\/manifest\+json/, AGAIN],
    ["en/manifest.webmanifest", /^application\/manifest\+json/, AGAIN],
    ["kabar/atom.xml", /^application\/atom\+xml/, AGAIN],
    ["en/news/atom.xml", /^application\/atom\+xml/, AGAIN],
    ["agenda.ics", /^text\/calendar; ?charset=utf-8$/i, AGAIN],
    ["sitemap.xml", /^(text|application)\/xml/, AGAIN],
    ["robots.txt", /^text\/plain; ?charset=utf-8$/i, AGAIN],
    ["llms.txt", /^text\/plain; ?charset=utf-8$/i, AGAIN],
    ["data/produk.csv", /^text\/csv; ?charset=utf-8$/i, AGAIN],
    ["data/produk.json", /^application\/json/, AGAIN],
    ["data/datapackage.json", /^application\/json/, AGAIN],
    [".well-known/security.txt", /^text\/plain; ?charset=utf-8$/i, AGAIN],
  ];
  for (const [path, type, caching] of /** @type {[string, RegExp, RegExp][]} */ (kinds)) {
    const bytes = readFileSync(join(site, path));
    for (const accepted of ["identity", "gzip", "gzip, br"]) {
      const answer = await at(path, { "accept-encoding": accepted });
      const where = `${path} (${accepted})`;
      check(answer.status === 200, `${where}: status ${answer.status}`);
      check(type.test(answer.headers["content-type"] ?? ""), `${where}: type ${answer.headers["content-type"]}`);
      check(caching.test(answer.headers["cache-control"] ?? ""), `${where}: caching ${answer.headers["cache-control"]}`);
      for (const [header, value] of Object.entries(SECURITY)) check(value.test(String(answer.headers[header] ?? "")), `${where}: ${header} is ${answer.headers[header]}`);
      const coding = answer.headers["content-encoding"];
      const plain = coding === "br" ? brotliDecompressSync(answer.body) : coding === "gzip" ? gunzipSync(answer.body) : answer.body;
      check(plain.equals(bytes), `${where}: other bytes than the file's (${coding ?? "plain"}, ${answer.body.length})`);
      if (accepted === "identity") check(coding === undefined, `${where}: ${coding}, which was not asked for`);
      else if (/\.(html|css|js|svg|webmanifest|xml|ics|csv|json)$/.test(path) && bytes.length > 2000) {
        // Debian's nginx has no brotli of its own.
        const want = accepted.includes("br") && kind === "apache" ? "br" : "gzip";
        check(coding === want, `${where}: sent as ${coding ?? "plain"} instead of ${want}`);
        check(/accept-encoding/i.test(answer.headers.vary ?? ""), `${where}: Vary is ${answer.headers.vary}`);
        const ready = `${path}${want === "br" ? ".br" : ".gz"}`;
        if (compressed && files.includes(ready)) check(answer.body.equals(readFileSync(join(site, ready))), `${where}: not the bytes of ${ready}`);
      } else if (/\.(webp|jpg)$/.test(path)) check(coding === undefined, `${where}: a picture packed once more`);
    }
  }
  check((await at("data/produk.json")).headers["access-control-allow-origin"] === "*", "open data is closed to scripts of other sites");
  check((await at("produk/")).headers["access-control-allow-origin"] === undefined, "pages are open to scripts of other sites");

  // A file that did not change costs a few bytes.
  const first = await at("produk/");
  const again = await at("produk/", { "if-none-match": String(first.headers.etag), "if-modified-since": String(first.headers["last-modified"]) });
  check(again.status === 304 && again.body.length === 0, `unchanged page: ${again.status}`);

  const [missing, missingEn] = ["404.html", "en/404.html"].map((path) => readFileSync(join(site, path)));

  // Folders.
  check((await at("")).body.equals(readFileSync(join(site, "index.html"))), "the folder is its index.html");
  const bare = await at("produk/bingkai-kayu-contoh");
  check([301, 308].includes(bare.status) && String(bare.headers.location).endsWith(`${base}produk/bingkai-kayu-contoh/`), `a folder without its slash: ${bare.status} ${bare.headers.location}`);
  for (const path of ["aset/", "i/", "indeks/", "data/", "bagikan/", ".well-known/"]) {
    const answer = await at(path);
    check(answer.status === 404 && answer.body.equals(missing), `${path} is listed (${answer.status})`);
  }

  // Old addresses.
  for (const path of ["produk/nama-lama/", "produk/nama-lama"]) {
    const answer = await at(path);
    check(answer.status === 301 && String(answer.headers.location).replace(server.origin, "") === `${base}produk/bingkai-kayu-contoh/`, `${path}: ${answer.status} ${answer.headers.location}`);
  }

  // What is not there.
  for (const [path, page] of /** @type {[string, Buffer][]} */ ([
    ["tiada", missing], ["tiada/", missing], ["a/b/c/d/e/", missing], ["produk/tiada/", missing], ["produk/bingkai-kayu-contoh/tiada.jpg", missing],
    ["aset/tiada.css", missing], ["data/tiada.csv", missing], ["en/tiada/", missingEn], ["en/products/a/b/", missingEn],
  ])) {
    const answer = await at(path, { "accept-encoding": "identity" });
    check(answer.status === 404, `${path}: status ${answer.status}`);
    check(answer.body.equals(page), `${path}: another page than the site's own`);
    check(!FOREVER.test(answer.headers["cache-control"] ?? ""), `${path}: the error is kept for a year`);
    check(SECURITY["content-security-policy"].test(String(answer.headers["content-security-policy"] ?? "")), `${path}: without a policy`);
  }
  const links = [...String(missing).matchAll(/ (?:href|src)="([^"#]+)"/g)].map(([, link]) => link).filter((link) => !/^(https?|mailto|tel|data):/.test(link));
  check(links.length > 10 && links.every((link) => link.startsWith(base)), "the error page has links that depend on where it is shown");
  for (const link of new Set(links)) check((await get(server.origin + link.replaceAll("&amp;", "&"))).status === 200, `404.html: ${link}`);

  // The browser editor has a policy of its own, and nothing else has it.
  for (const path of ["admin/", "admin/index.html", "admin/sveltia-cms.js", "admin/config.yml"]) {
    const answer = await at(path);
    const policy = String(answer.headers["content-security-policy"]);
    check(answer.status === 200, `${path}: status ${answer.status}`);
    check(/script-src 'self';.*connect-src[^;]* https:\/\/api\.github\.com[ ;].*frame-ancestors 'none'/.test(policy), `${path}: policy ${policy}`);
    check(!policy.includes(","), `${path}: two policies at once`);
    check(answer.headers["cross-origin-opener-policy"] === "same-origin-allow-popups", `${path}: ${answer.headers["cross-origin-opener-policy"]}`);
    for (const header of ["x-content-type-options", "x-frame-options", "strict-transport-security", "referrer-policy"]) check(header in answer.headers, `${path}: no ${header}`);
    check(AGAIN.test(answer.headers["cache-control"] ?? ""), `${path}: caching ${answer.headers["cache-control"]}`);
  }
  check((await at("admin/BACA.md")).status === 404, "the guide of the editor is published");
  for (const path of ["", "produk/", "administrasi/", "404.html"]) check(!/unsafe|github/.test(String((await at(path)).headers["content-security-policy"])), `${path}: the editor's policy`);

  // What is for the host alone.
  for (const path of ["_headers", "_redirects", "nginx.conf.contoh", "CNAME", "hapus.txt", "_headers.gz"]) {
    const answer = await at(path);
    check(answer.status === 404, `${path} is served (${answer.status})`);
  }

  // What is nobody's business.
  for (const path of [".htaccess", "en/.htaccess", ".git/config", ".env", ".nojekyll", ".git/"]) {
    const answer = await at(path);
    check([403, 404].includes(answer.status) && !String(answer.body).includes("rahasia"), `${path} is served (${answer.status})`);
  }
  await server.stop();
}

/** @type {Map<string, { root: string, site: string }>} */
const sites = new Map();
/** @param {string} base @param {boolean} compressed */
function published(base, compressed) {
  const key = `${base} ${compressed}`;
  const known = sites.get(key) ?? publish(base, compressed);
  sites.set(key, known);
  return known;
}

for (const base of ["/", "/katalog/"]) for (const compressed of [false, true]) for (const kind of /** @type {const} */ (["nginx", "apache"])) await tour(kind, base, compressed);
for (const failure of failures.slice(0, 60)) console.error(`FAIL ${failure}`);
console.log(`hosts: ${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length || !passed ? 1 : 0;
