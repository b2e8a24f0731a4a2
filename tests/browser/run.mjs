// Walks every kind of page of a built sample site in a real browser: both languages, phone and desktop, light and dark, with and
// without script. Run: node tests/browser/run.mjs SITE_FOLDER
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const folder = resolve(process.argv[2] ?? "public");
const here = new URL(".", import.meta.url).pathname;
const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml",
  ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png", ".xml": "application/xml", ".webmanifest": "application/manifest+json",
  ".bin": "application/octet-stream",
};

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  let file = join(folder, path);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  const found = existsSync(file);
  if (!found) file = join(folder, "404.html");
  response.writeHead(found ? 200 : 404, { "content-type": types[extname(file)] ?? "application/octet-stream" });
  response.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const pages = [
  "/", "/produk/", "/produk/halaman/2/", "/produk/bingkai-foto-jati-belanda-a4/", "/produk/tunik-linen/", "/produk/halaman-toko/", "/kategori/",
  "/kategori/kerajinan/", "/kategori/kecantikan-dan-kesehatan/", "/umkm/", "/umkm/bingkai-rantika/", "/umkm/mainan-tirsana/",
  "/umkm/bingkai-rantika/cetak/", "/umkm/bingkai-rantika/label-harga/", "/umkm/anyam-lesmana/", "/koperasi/", "/koperasi/kriya-tujuh-rumpun/",
  "/kecamatan/", "/kecamatan/pamulang/", "/kecamatan/serpong/serpong/", "/koleksi/", "/koleksi/oleh-oleh-tangsel/", "/inovasi/",
  "/inovasi/jig-sudut-45/", "/program/", "/program/bengkel-mutu/", "/fasilitas/", "/fasilitas/dapur-uji/", "/pokja/", "/pokja/produksi/", "/mitra/",
  "/mitra/puspiptek/", "/mitra/kerja-sama/", "/mentor/", "/mentor/mentor-ayodya/", "/pembiayaan/", "/pembiayaan/contoh-kredit-mikro/", "/agenda/",
  "/agenda/arsip/", "/agenda/pasar-kriya/", "/kabar/", "/cerita/", "/cerita/sambal-enam-bulan/", "/tentang/", "/tentang/dampak/", "/tentang/data/",
  "/tentang/privasi/", "/cara-belanja/", "/daftar-usaha/", "/lapor/", "/simpanan/", "/daftar-tanya/", "/cari/", "/cari/?q=kripik", "/luring/",
  "/404.html", "/en/", "/en/products/", "/en/products/bingkai-foto-jati-belanda-a4/", "/en/businesses/bingkai-rantika/", "/en/businesses/roti-emparan/",
  "/en/innovations/jig-sudut-45/", "/en/events/", "/en/search/?q=photo%20frame", "/en/about/impact/", "/en/partners/cooperate/",
];

let passed = 0;
const failures = [];
/** @param {boolean} good @param {string} what */
const check = (good, what) => {
  if (good) passed += 1;
  else failures.push(what);
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** A page that keeps what went wrong on it. */
async function open(options) {
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")) wrong.push(`outside request: ${url}`);
  });
  return { context, page, wrong };
}

const views = [
  { name: "phone light", viewport: { width: 360, height: 740 }, colorScheme: "light", axe: true },
  { name: "desktop dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark", axe: true },
  { name: "narrow without script", viewport: { width: 320, height: 640 }, colorScheme: "light", javaScriptEnabled: false },
];
for (const { name, axe: audited, ...options } of views) {
  const { context, page, wrong } = await open(options);
  for (const path of pages) {
    wrong.length = 0;
    const response = await page.goto(origin + path, { waitUntil: "load" });
    const where = `${path} (${name})`;
    check(response.status() === 200, `${where}: status ${response.status()}`);
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => null);
    if (spill !== null) check(spill <= 0, `${where}: ${spill} px wider than the screen`);
    if (audited) {
      const client = await context.newCDPSession(page);
      await client.send("Page.setBypassCSP", { enabled: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      for (const found of violations) {
        check(false, `${where}: axe ${found.id}: ${found.nodes.slice(0, 2).map((node) => node.target.join(" ")).join(" | ")}`);
      }
      check(violations.length === 0, `${where}: axe`);
      await client.detach();
    }
    check(wrong.length === 0, `${where}: ${wrong.join("; ")}`);
  }
  await context.close();
}

// What people do, by keyboard where they can.
{
  const { context, page, wrong } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${origin}/`);
  const field = page.locator("main form[role=search] input").first();
  await field.focus();
  await page.keyboard.type("kripik singkng", { delay: 15 });
  await page.waitForSelector("[role=option]", { timeout: 8000 }).catch(() => {});
  const option = await page.locator("[role=option]").allInnerTexts();
  check(option.some((text) => text.includes("Keripik Singkong")), `suggestions for a misspelt query: ${option.join(" / ")}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/cari|keripik/, { timeout: 8000 }).catch(() => {});
  check(/cari|keripik/.test(page.url()), `Enter leads to the search page: ${page.url()}`);

  for (const [path, want] of [["/cari/?q=pigura", "Bingkai"], ["/cari/?q=oleh2", ""], ["/cari/?q=batik%20di%20bawah%20250%20ribu", "Batik"], ["/en/search/?q=photo%20frame", "frame"]]) {
    await page.goto(origin + path);
    await page.waitForSelector("[data-results] [data-list] a", { timeout: 8000 }).catch(() => {});
    const names = await page.locator("[data-results] [data-list] h3").allInnerTexts();
    check(names.length > 0 && names.some((text) => text.toLowerCase().includes(want.toLowerCase())), `${path}: ${names.slice(0, 3).join(" / ")}`);
  }

  await page.goto(`${origin}/produk/bingkai-foto-jati-belanda-a4/`);
  await page.getByRole("button", { name: "Tambah ke daftar tanya" }).press("Enter");
  await page.goto(`${origin}/produk/sambal-bawang/`);
  await page.getByRole("button", { name: "Tambah ke daftar tanya" }).press("Enter");
  await page.goto(`${origin}/daftar-tanya/`);
  await page.waitForSelector("[data-inquiry] h2, [data-inquiry] h3", { timeout: 8000 }).catch(() => {});
  const list = await page.locator("main").innerText();
  check(list.includes("Bingkai Foto Kayu") && list.includes("Sambal Bawang") && list.includes("Sambal Kiranara"), "the inquiry list holds both products by seller");
  check(wrong.length === 0, `using the site: ${wrong.join("; ")}`);
  await context.close();
}

// Types of the scripts.
{
  const config = join(here, "tsconfig.json");
  const result = spawnSync("npx", ["tsc", "-p", config], { cwd: here, encoding: "utf8" });
  check(result.status === 0, `tsc: ${result.stdout.split("\n").slice(0, 12).join("\n")}`);
}

// HTML, by the checker of the standard's editors.
{
  const jar = join(here, "node_modules/vnu-jar/build/dist/vnu.jar");
  const files = pages.map((path) => path.split("?")[0]).map((path) => join(folder, path.endsWith("/") ? `${path}index.html` : path));
  const result = spawnSync("java", ["-jar", jar, "--errors-only", "--format", "json", ...new Set(files)], { encoding: "utf8", maxBuffer: 1 << 28 });
  const messages = JSON.parse(result.stderr || "{\"messages\":[]}").messages;
  for (const { url, lastLine, message } of messages.slice(0, 30)) check(false, `${url.replace(/.*browser-site/, "")}:${lastLine}: ${message}`);
  check(messages.length === 0, `HTML: ${messages.length} errors`);
}

await browser.close();
server.close();
for (const failure of failures) console.error(`FAIL ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;
