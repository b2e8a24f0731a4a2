// Reads every format of two built sites, the sample and a hostile one, with other people's libraries. Run: node tests/formats/run.mjs
// FRICTIONLESS names a program that checks the data package; XMLLINT one that checks the sitemap against its schema.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as readCsv } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import ICAL from "ical.js";
import { parse as readHtml } from "parse5";
import { judge } from "./recommended.mjs";
import { checkGraph } from "./structured.mjs";
import { below, hostile, poisoned, sample } from "./sites.mjs";
import { workflows } from "./workflows.mjs";

let passed = 0;
/** @type {string[]} */
const failures = [];
/** @type {Map<string, number>} */
const seen = new Map();
/** @param {boolean} good @param {string} what */
const check = (good, what) => {
  if (good) passed += 1;
  else failures.push(what);
};
/** What of the hostile text every format can hold. */
const CORE = `Keripik "Pedas" & 'Manis' </script>`;

/** Everything below a node of a page, with its own text. @param {any} node @param {(node: any) => void} visit */
function walk(node, visit) {
  visit(node);
  for (const child of node.childNodes ?? []) walk(child, visit);
}
/** @param {any} node @param {string} name */
const attribute = (node, name) => node.attrs?.find((/** @type {any} */ one) => one.name === name)?.value;
/** @param {any} node */
const textOf = (node) => (node.childNodes ?? []).map((/** @type {any} */ child) => child.value ?? "").join("");

/** @param {string} where @param {string} folder @param {string} path @param {string} text @param {boolean} evil @param {Map<string, any>} rows */
function html(where, folder, path, text, evil, rows) {
  /** @type {string[]} */
  const errors = [];
  const page = readHtml(text, { onParseError: (error) => errors.push(`${error.code}:${error.startLine}`), sourceCodeLocationInfo: true });
  check(errors.length === 0, `${where}: ${errors.slice(0, 3)}`);
  /** @type {any[]} */
  const graphs = [];
  /** @type {any[]} */
  const images = [];
  let redirect = false;
  walk(page, (node) => {
    if (node.nodeName === "img") images.push(node);
    if (node.nodeName === "link" && /(^| )(preload|modulepreload)( |$)/.test(attribute(node, "rel") ?? "")) {
      const target = new URL(attribute(node, "href") ?? "", `https://contoh.example/${path}`).pathname.replace(evil ? "/katalog/" : "/", "");
      check(existsSync(join(folder, target)), `${where}: preloads ${target}, which is not there`);
    }
    // Only a script may ask for the next page ahead, since it alone knows whether data is to be saved.
    check(!(node.nodeName === "link" && /(prefetch|prerender)/.test(attribute(node, "rel") ?? "")) && !(node.nodeName === "script" && attribute(node, "type") === "speculationrules"), `${where}: the next page is fetched ahead`);
    if (attribute(node, "http-equiv") === "refresh") redirect = true;
    if (node.nodeName === "script") {
      if (attribute(node, "type") === "application/ld+json") graphs.push(textOf(node));
      else check(Boolean(attribute(node, "src")) && !textOf(node).trim(), `${where}: a script that is not ours`);
    }
    if (node.nodeName === "#comment") check(false, `${where}: a comment: ${node.data}`);
    for (const { name, value } of node.attrs ?? []) {
      check(!/^on/.test(name) && !(/^(href|src|action)$/.test(name) && /^\s*javascript:/i.test(value)), `${where}: ${name}=${value}`);
    }
  });
  if (redirect) return;
  // The picture of the first view comes first, all others when they are near.
  const hurried = images.filter((image) => attribute(image, "fetchpriority") === "high");
  check(hurried.length <= 1, `${where}: ${hurried.length} pictures are in a hurry`);
  for (const image of images) check((attribute(image, "loading") === "lazy") !== hurried.includes(image), `${where}: ${attribute(image, "src")} is ${attribute(image, "loading") ?? "eager"}`);
  if (hurried.length) check(images[0] === hurried[0], `${where}: the first picture is not the one in a hurry`);
  if (/^(en\/)?(produk|products|umkm|businesses|kategori|categories)\/([^/]+\/)?index/.test(path) && images.length) check(hurried.length === 1, `${where}: its first picture waits`);
  // Errors, the offline page and what stands in place of a withdrawn entry are about nothing.
  const bare = /(^|\/)(404\.html|luring\/index\.html|offline\/index\.html)$/.test(path) || /\/anyam-lesmana\//.test(path);
  check(graphs.length === (bare ? 0 : 1), `${where}: ${graphs.length} graphs`);
  for (const graph of graphs) {
    try {
      checkGraph(JSON.parse(graph), path, where, evil, rows, check);
    } catch (error) {
      check(false, `${where}: JSON-LD: ${error}`);
    }
  }
}

/** Width and height of a JPEG or PNG. @param {Buffer} bytes @returns {[number, number]} */
function sizeOf(bytes) {
  if (bytes.readUInt32BE(0) === 0x89504e47) return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (/^c[0-35-79-bd-f]$/.test(bytes[at + 1].toString(16))) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
  }
  return [0, 0];
}

const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", processEntities: { enabled: true, maxTotalExpansions: 1e9, maxExpandedLength: 1e9 }, isArray: (name) => ["item", "entry", "url", "link", "Url"].includes(name) });
/** @param {any} value */
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** @param {string} folder @param {boolean} evil */
function tour(folder, evil) {
  const name = evil ? "hostile" : "sample";
  const files = below(folder);
  const rows = new Map(JSON.parse(readFileSync(join(folder, "data/produk.json"), "utf8")).baris.map((/** @type {any} */ row) => [row.id, row]));
  /** @type {string[]} */
  const titles = [];
  for (const path of files) {
    const where = `${name}: ${path}`;
    const kind = /(^|\/)(atom|opensearch|umpan|sitemap[^/]*)\.xml$/.exec(path)?.[2] ?? path.split(".").pop() ?? "";
    if (path.startsWith("bagikan/")) {
      seen.set(`${name} share card`, (seen.get(`${name} share card`) ?? 0) + 1);
      const card = readFileSync(join(folder, path));
      const [width, height] = sizeOf(card);
      check(width === 1200 && height === 630 && card.length <= 100_000, `${where}: ${width}×${height}, ${card.length} bytes`);
    }
    if (/\.(webp|jpg|png|svg|css|js|bin|br|gz|avif)$/.test(path)) continue;
    const bytes = readFileSync(join(folder, path));
    const text = bytes.toString("utf8");
    check(Buffer.from(text).equals(bytes), `${where}: not UTF-8`);
    seen.set(`${name} ${kind}`, (seen.get(`${name} ${kind}`) ?? 0) + 1);
    if (path.endsWith(".html")) html(where, folder, path, text, evil, rows);
    else if (path.endsWith(".xml")) {
      const judged = XMLValidator.validate(text);
      check(judged === true, `${where}: ${JSON.stringify(judged)}`);
      const strict = spawnSync(process.env.XMLLINT ?? "xmllint", ["--noout", "--nonet", ...(kind.startsWith("sitemap") && /<urlset/.test(text) ? ["--schema", new URL("sitemap.xsd", import.meta.url).pathname] : []), join(folder, path)], { encoding: "utf8" });
      check(strict.status === 0, `${where}: xmllint: ${(strict.stderr ?? String(strict.error)).slice(0, 300)}`);
      const tree = xml.parse(text);
      if (kind === "atom") {
        const feed = tree.feed;
        check(Boolean(feed.id && feed.title && feed.updated) && list(feed.link).some((/** @type {any} */ link) => link.rel === "self"), `${where}: a feed without id, title, updated or self`);
        check(list(feed.entry).length > 0, `${where}: no entries`);
        for (const entry of list(feed.entry)) {
          check(Boolean(entry.id && entry.title && /^\d{4}-\d\d-\d\dT/.test(entry.updated)) && list(entry.link).length > 0, `${where}: entry ${entry.id}`);
          titles.push(String(entry.title["#text"] ?? entry.title));
        }
      } else if (kind === "umpan") {
        for (const item of tree.rss.channel.item) {
          for (const field of ["id", "title", "description", "link", "image_link", "availability", "price"]) check(Boolean(item[`g:${field}`] ?? item[field]), `${where}: ${field} is missing`);
          titles.push(String(item["g:title"]));
        }
      } else if (kind === "opensearch") {
        const found = tree.OpenSearchDescription;
        check(String(found.ShortName).length <= 16 && found.Url.some((/** @type {any} */ url) => url.template.includes("{searchTerms}")), where);
      } else if (kind.startsWith("sitemap") && tree.urlset) check(new Set(tree.urlset.url.map((/** @type {any} */ url) => url.loc)).size === tree.urlset.url.length, `${where}: an address twice`);
    } else if (/\.(json|webmanifest)$/.test(path)) {
      try {
        const value = JSON.parse(text);
        if (kind === "webmanifest") check(Boolean(value.name && value.start_url && value.icons.length >= 2 && value.display), `${where}: incomplete`);
      } catch (error) {
        check(false, `${where}: ${error}`);
      }
    } else if (path.endsWith(".csv")) {
      try {
        const rows = /** @type {Record<string, string>[]} */ (readCsv(text, { columns: true, bom: true }));
        check(rows.length > 0, `${where}: no rows`);
        titles.push(...rows.map((row) => row.nama ?? row.title));
      } catch (error) {
        check(false, `${where}: ${error}`);
      }
    } else if (/\.(ics|vcf)$/.test(path)) {
      check(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)), `${where}: lines`);
      try {
        const component = new ICAL.Component(ICAL.parse(text));
        if (kind === "ics") {
          const events = component.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
          check(events.length > 0 && new Set(events.map((event) => event.uid)).size === events.length, `${where}: events`);
          for (const event of events) check(Boolean(event.summary && event.startDate && event.uid) && event.startDate.zone.tzid === "Asia/Jakarta", `${where}: ${event.uid}`);
          titles.push(...events.map((event) => event.summary));
        } else {
          check(Boolean(component.getFirstPropertyValue("fn")) && component.getFirstPropertyValue("version") !== null, `${where}: no name`);
          titles.push(String(component.getFirstPropertyValue("fn")));
        }
      } catch (error) {
        check(false, `${where}: ${error}`);
      }
    } else if (path.endsWith("llms.txt")) {
      const lines = text.split("\n");
      check(lines.filter((line) => line.startsWith("# ")).length === 1 && lines[0].startsWith("# "), `${where}: headings`);
      check(lines.filter((line) => line.startsWith("- ")).every((line) => /^- \[(?:[^\]\\]|\\.)+\]\(https?:\/\/[^)\s]+\)/.test(line)), `${where}: a line that is no link: ${lines.find((line) => line.startsWith("- ") && !/^- \[(?:[^\]\\]|\\.)+\]\(https?:\/\/[^)\s]+\)/.test(line))}`);
    } else if (path === "robots.txt") {
      check(text.split("\n").every((line) => !line || /^(#|User-agent: |Disallow:|Allow: |Sitemap: https?:\/\/\S+$)/.test(line)) && /^Sitemap: /m.test(text), `${where}: ${text}`);
    } else if (path === ".well-known/security.txt") check(/^Contact: /m.test(text) && /^Expires: \d{4}-/m.test(text), where);
  }
  const wanted = ["html", "atom", "sitemap", "opensearch", "webmanifest", "json", "csv", "ics", "txt", "share card", ...(evil ? ["umpan", "vcf"] : [])];
  for (const kind of wanted) check([...seen.keys()].some((key) => key.startsWith(`${name} ${kind}`)), `${name}: no ${kind} was read`);
  if (evil) {
    check(existsSync(join(folder, "produk/meta.csv")), "hostile: no Meta catalogue");
    // This reader of XML leaves numbered signs as they are written.
    const whole = titles.filter((title) => title?.replaceAll("&#39;", "'").includes(CORE)).length;
    check(whole > 100 && whole > titles.length * 0.8, `hostile: ${whole} of ${titles.length} names came back whole, as ${titles.find((title) => !title?.includes(CORE))}`);
    check(poisoned.fields > 800 && poisoned.keys.size > 20, `hostile: only ${poisoned.fields} fields of ${poisoned.keys.size} keys`);
  }
  if (process.env.FRICTIONLESS) {
    const judged = spawnSync(process.env.FRICTIONLESS, ["validate", join(folder, "data/datapackage.json"), "--json"], { encoding: "utf8", maxBuffer: 1 << 27 });
    const report = JSON.parse(judged.stdout || "{}");
    check(report.valid === true && report.tasks?.length >= 4, `${name}: data package: ${judged.stdout.slice(0, 1500)}${judged.stderr.slice(0, 300)}`);
  }
}

workflows(check);
tour(sample(), false);
tour(hostile(), true);
judge(check);
for (const failure of failures.slice(0, 40)) console.error(`FAIL ${failure}`);
console.log([...seen].map(([kind, count]) => `${kind} ${count}`).join(", "));
console.log(`formats: ${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length || !passed ? 1 : 0;
