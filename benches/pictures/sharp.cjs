// The same pictures by sharp, in the two ways it is mostly driven: see bench.py.
//   node sharp.cjs IN OUT THREADS simple|shared
// simple: each file from the photo itself, which sharp shrinks while it decodes. shared: one decode to the largest width,
// and all files from that.
const [, , from, to, threads, way] = process.argv;
process.env.UV_THREADPOOL_SIZE = threads;
const fs = require("node:fs");
const path = require("node:path");
const sharp = require("sharp");

sharp.concurrency(1);
sharp.cache(false);

const widths = [1280, 960, 640, 320];
const small = { withoutEnlargement: true };

async function files(name, open) {
  for (const width of widths) {
    await open().resize(width, null, small).webp({ quality: 75 }).toFile(`${name}-${width}.webp`);
  }
  await open().resize(640, null, small).jpeg({ quality: 80, optimiseCoding: true }).toFile(`${name}-640.jpg`);
  const inline = await open().resize(16).webp({ quality: 20 }).toBuffer();
  await fs.promises.writeFile(`${name}-ph.txt`, `data:image/webp;base64,${inline.toString("base64")}`);
}

async function one(file) {
  const photo = path.join(from, file);
  const name = path.join(to, path.parse(file).name);
  if (way === "simple") {
    return files(name, () => sharp(photo).autoOrient());
  }
  const upright = sharp(photo).autoOrient().resize(widths[0], null, small).toColourspace("srgb");
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return files(name, () => sharp(data, { raw }));
}

async function worker(queue) {
  for (let file = queue.shift(); file; file = queue.shift()) {
    await one(file);
  }
}

fs.mkdirSync(to, { recursive: true });
const queue = fs.readdirSync(from).filter((file) => /\.jpe?g$/i.test(file)).sort();
Promise.all(Array.from({ length: Number(threads) }, () => worker(queue))).catch((error) => {
  console.error(error);
  process.exit(1);
});
