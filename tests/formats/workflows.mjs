// The files that `etalase init --host …` writes for each host, read by the parsers of others: YAML, TOML, and the shells themselves.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as readToml } from "smol-toml";
import { parseAllDocuments } from "yaml";
import { below, fresh } from "./sites.mjs";

/** @typedef {(good: boolean, what: string) => void} Check */

/** What a shell says against a script. @param {string} shell @param {string} script */
function refusal(shell, script) {
  const judged = spawnSync(shell, ["-n"], { input: script, encoding: "utf8" });
  return judged.status === 0 ? "" : `${shell}: ${judged.stderr || judged.error}`;
}

/** Every script in a workflow: `run` of GitHub, `script` lists of GitLab. @param {any} value @param {(script: string) => void} visit */
function scripts(value, visit) {
  if (Array.isArray(value)) for (const item of value) scripts(item, visit);
  else if (value && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "run" && typeof inner === "string") visit(inner);
      else if (/^(before_|after_)?script$/.test(key) && Array.isArray(inner)) visit(inner.flat(9).filter((line) => typeof line === "string").join("\n"));
      else scripts(inner, visit);
    }
  }
}

/** How each host finds what the last build made. @type {Record<string, (texts: Map<string, string>, trees: Map<string, any>) => boolean>} */
const CACHE = {
  github: (_, trees) => isCached(trees.get(".github/workflows/terbit.yml")),
  cloudflare: (texts, trees) => [...trees].some(([path, tree]) => path.startsWith(".github/workflows/") && isCached(tree)) || /etalase.*simpan|\.etalase/.test(texts.get("TERBIT.md") ?? ""),
  gitlab: (_, trees) => Object.values(trees.get(".gitlab-ci.yml") ?? {}).some((job) => [job?.cache].flat().some((cache) => [cache?.paths].flat().some((path) => /^\.etalase\/?/.test(path ?? "")))),
  netlify: (texts) => /cp -a "\$cache\/simpanan" \.etalase/.test(texts.get("bangun.sh") ?? "") && /cp -a \.etalase "\$cache\/simpanan"/.test(texts.get("bangun.sh") ?? ""),
  // Built on the office's own machine: the folder stays where it is.
  cpanel: (texts) => !/\.etalase|--clean/.test(texts.get("kirim.sh") ?? ""),
};

/** Is `.etalase` fetched before the build and kept after it? @param {any} tree */
function isCached(tree) {
  return Object.values(tree?.jobs ?? {}).some((job) => {
    const steps = job.steps ?? [];
    const at = (/** @type {RegExp} */ uses) => steps.findIndex((/** @type {any} */ step) => uses.test(step.uses ?? "") && /\.etalase/.test(step.with?.path ?? ""));
    const build = steps.findIndex((/** @type {any} */ step) => /etalase .*build/.test(step.run ?? ""));
    const [restore, save] = [at(/^actions\/cache(\/restore)?@/), at(/^actions\/cache(\/save)?@/)];
    return build > 0 && restore >= 0 && restore < build && (save > build || /^actions\/cache@/.test(steps[restore].uses));
  });
}

/** @param {Check} check */
export function workflows(check) {
  for (const [host, isKept] of Object.entries(CACHE)) {
    const root = fresh(host);
    /** @type {Map<string, string>} */
    const texts = new Map();
    /** @type {Map<string, any>} */
    const trees = new Map();
    let shells = 0;
    const isSound = (/** @type {string} */ where, /** @type {string} */ script) => {
      shells += 1;
      // What a service fills in before a shell sees it.
      const filled = script.replace(/\$\{\{.*?\}\}/gs, "isi");
      check(refusal("bash", filled) === "", `${host}: ${where}: ${refusal("bash", filled)}`);
    };
    for (const path of below(root)) {
      if (path.startsWith("content/")) continue;
      const text = readFileSync(join(root, path), "utf8");
      texts.set(path, text);
      if (/\.ya?ml$/.test(path)) {
        for (const document of parseAllDocuments(text, { strict: true, uniqueKeys: true })) {
          const said = [...document.errors, ...document.warnings].map(String);
          check(said.length === 0, `${host}: ${path}: ${said}`);
          trees.set(path, document.toJS());
        }
        scripts(trees.get(path), (script) => isSound(path, script));
      } else if (path.endsWith(".toml")) {
        try {
          check(Object.keys(readToml(text)).length > 0, `${host}: ${path} says nothing`);
        } catch (error) {
          check(false, `${host}: ${path}: ${error}`);
        }
      } else if (path.endsWith(".json")) {
        try {
          JSON.parse(text);
        } catch (error) {
          check(false, `${host}: ${path}: ${error}`);
        }
      } else if (/^#!.*sh\b/.test(text)) {
        isSound(path, text);
        check(refusal("sh", text) === "", `${host}: ${path}: ${refusal("sh", text)}`);
      }
    }
    check(shells > 0, `${host}: no script was read`);
    check(isKept(texts, trees), `${host}: what the last build made is not kept for the next`);
  }
}
