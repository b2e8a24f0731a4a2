// HTML, by the checker of the standard's editors: every page of the built site but the many of the same kind.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { pages, fileOf } from "../lib/pages.mjs";
import { englishOf } from "../lib/twins.mjs";

const jar = new URL("../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url).pathname;

/** @param {import("../run.mjs").Tools} tools */
export default async function html({ folder, check }) {
  const all = [...pages, ...pages.flatMap((path) => englishOf(folder, path) ?? []), "/en/404.html", "/en/offline/"];
  const files = [...new Set(all.map((path) => join(folder, fileOf(path))))];
  for (const file of files) check(existsSync(file), `${relative(folder, file)} is not there`);
  const result = spawnSync("java", ["-jar", jar, "--errors-only", "--format", "json", ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
  check(result.stderr.includes('"messages"'), `the checker did not run: ${result.error ?? result.stderr}`);
  const { messages } = JSON.parse(result.stderr);
  for (const { url, lastLine, message } of messages.slice(0, 30)) check(false, `${relative(folder, new URL(url).pathname)}:${lastLine}: ${message}`);
  check(messages.length === 0, `${messages.length} errors`);
}
