// Types of the scripts, told by their comments.
import { spawnSync } from "node:child_process";

const here = new URL("..", import.meta.url).pathname;

/** @param {import("../run.mjs").Tools} tools */
export default async function types({ check }) {
  const result = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"], { cwd: here, encoding: "utf8" });
  check(result.status === 0, result.stdout.split("\n").slice(0, 20).join("\n") + result.stderr);
}
