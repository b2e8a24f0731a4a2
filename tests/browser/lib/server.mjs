// Serves a built site as a host that reads its `_headers` file would: with the Content-Security-Policy that the file names.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml",
  ".webp": "image/webp", ".avif": "image/avif", ".jpg": "image/jpeg", ".png": "image/png", ".xml": "application/xml", ".webmanifest": "application/manifest+json",
  ".bin": "application/octet-stream", ".ics": "text/calendar; charset=utf-8", ".vcf": "text/vcard; charset=utf-8", ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** The rules of a `_headers` file. @param {string} text @returns {{ path: string, headers: [string, string][] }[]} */
function readRules(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    if (!line.trim() || line.startsWith("#")) continue;
    if (/^\S/.test(line)) rules.push({ path: line.trim(), headers: [] });
    else {
      const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? [];
      if (name) rules.at(-1)?.headers.push([name.toLowerCase(), value]);
    }
  }
  return rules;
}

/**
 * A running server. `site.folder` may be changed while it runs: that is a new publication. `site.block` answers nothing for paths it
 * says true to; `site.log` holds the paths asked for.
 * @typedef {{ folder: string, home: string, origin: string, log: string[], block: (path: string) => boolean, close: () => void }} Site
 */

/** @type {Map<string, Buffer>} */
const packed = new Map();

/** The bytes of a file as hosts send them to this browser. @param {string} file @param {string} how */
function pack(file, how) {
  const key = `${how} ${file}`;
  const bytes = readFileSync(file);
  const made = packed.get(key) ?? (how === "br" ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : gzipSync(bytes));
  packed.set(key, made);
  return made;
}

/**
 * @param {string} folder @param {string} [base] path the site lies under, as "/" or "/katalog/"
 * @param {{ compress?: boolean | "gzip" }} [options] `compress` packs what hosts pack, with brotli where the browser takes it, or with gzip alone
 * @returns {Promise<Site>}
 */
export async function serve(folder, base = "/", { compress = false } = {}) {
  /** @type {Site} */
  const site = { folder, home: "", origin: "", log: [], block: () => false, close: () => server.close() };
  /** @type {Map<string, ReturnType<typeof readRules>>} */
  const rulesOf = new Map();
  const rules = () => {
    const known = rulesOf.get(site.folder) ?? readRules(readFileSync(join(site.folder, "_headers"), "utf8"));
    rulesOf.set(site.folder, known);
    return known;
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    site.log.push(path);
    if (site.block(path)) return void response.destroy();
    const inside = path.startsWith(base) ? `/${path.slice(base.length)}` : null;
    let file = inside === null ? "" : join(site.folder, inside);
    if (file && existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith("/")) return void response.writeHead(301, { location: `${path}/` }).end();
      file = join(file, "index.html");
    }
    const found = Boolean(file) && existsSync(file);
    if (!found) file = join(site.folder, inside?.startsWith("/en/") ? "en/404.html" : "404.html");
    for (const rule of rules()) {
      const want = rule.path.replace(/\*$/, "");
      if (rule.path.endsWith("*") ? inside?.startsWith(want) : inside === want) for (const [name, value] of rule.headers) response.setHeader(name, value);
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const packs = compress && /html|css|javascript|json|svg|xml|plain/.test(type);
    const how = !packs ? "" : compress !== "gzip" && /\bbr\b/.test(accepted) ? "br" : /gzip/.test(accepted) ? "gzip" : "";
    if (how) response.setHeader("content-encoding", how);
    response.writeHead(found ? 200 : 404, { "content-type": type });
    response.end(how ? pack(file, how) : readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(null)));
  site.origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  site.home = site.origin + base.slice(0, -1);
  return site;
}
