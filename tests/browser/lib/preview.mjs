// The preview (`etalase serve`) of a site in a folder.
import { spawn } from "node:child_process";
import { program, TODAY } from "./build.mjs";

/**
 * Starts it and waits until it answers.
 * @param {string} root @param {number} port
 * @returns {Promise<{ origin: string, said: () => string, stop: () => void }>}
 */
export async function preview(root, port) {
  const child = spawn(program, ["--date", TODAY, "--root", root, "serve", "--port", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (text += bytes));
  const origin = `http://127.0.0.1:${port}`;
  for (let turn = 0; turn < 600; turn += 1) {
    if (child.exitCode !== null) throw new Error(`serve ended: ${text}`);
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) return { origin, said: () => text, stop: () => void child.kill() };
    await new Promise((done) => setTimeout(done, 100));
  }
  child.kill();
  throw new Error(`serve did not answer: ${text}`);
}
