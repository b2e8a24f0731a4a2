// nginx and Apache from Debian, each with the configuration that a published folder brings along, on a port of its own.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { join } from "node:path";

/** A port that is free now. @returns {Promise<number>} */
const freePort = () =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });

/**
 * One answer, as it came over the wire.
 * @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer }} Answer
 * @param {string} url @param {Record<string, string>} [headers] @returns {Promise<Answer>}
 */
export const get = (url, headers = {}) =>
  new Promise((done, fail) => {
    const sent = ask(url, { headers, agent: false }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on("error", fail);
    sent.end();
  });

/** The configuration around the generated snippet: what its own first lines ask for. @param {string} work @param {string} root @param {string} site @param {number} port */
function nginxConfig(work, root, site, port) {
  return `daemon off; pid ${work}/pid; error_log ${work}/errors.log; worker_processes 1;
events { worker_connections 64; }
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path ${work}/a; proxy_temp_path ${work}/b; fastcgi_temp_path ${work}/c; uwsgi_temp_path ${work}/d; scgi_temp_path ${work}/e;
  server { listen 127.0.0.1:${port}; server_name localhost; root ${root}; include ${site}/nginx.conf.contoh; }
}
`;
}

const MODULES = "mpm_event authz_core dir mime headers rewrite setenvif filter deflate brotli autoindex alias negotiation".split(" ");
const MODULES_FOLDER = "/usr/lib/apache2/modules";

/** A host as cPanel sets one up: the folder's own .htaccess decides, listings are on until it says otherwise. @param {string} work @param {string} root @param {number} port */
function apacheConfig(work, root, port) {
  const load = MODULES.filter((name) => existsSync(`${MODULES_FOLDER}/mod_${name}.so`)).map((name) => `LoadModule ${name}_module ${MODULES_FOLDER}/mod_${name}.so`);
  return `ServerRoot ${work}
${load.join("\n")}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${work}/pid
ErrorLog ${work}/errors.log
TypesConfig /etc/mime.types
DocumentRoot ${root}
<Directory ${root}>
  Options Indexes FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
`;
}

/**
 * A running server over `root`; `site` is the published folder in it.
 * @param {"nginx" | "apache"} kind @param {string} work an empty folder of its own @param {string} root @param {string} site
 */
export async function start(kind, work, root, site) {
  mkdirSync(work, { recursive: true });
  const port = await freePort();
  const config = join(work, "server.conf");
  writeFileSync(config, kind === "nginx" ? nginxConfig(work, root, site, port) : apacheConfig(work, root, port));
  const [program, test, run] =
    kind === "nginx"
      ? ["nginx", ["-t", "-q", "-c", config], ["-c", config]]
      : ["apache2", ["-t", "-f", config], ["-D", "FOREGROUND", "-f", config]];
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, APACHE_RUN_DIR: work };
  const judged = spawnSync(program, test, { encoding: "utf8", env });
  if (judged.status !== 0) throw new Error(`${program} refuses its configuration:\n${judged.stdout}${judged.stderr}${judged.error ?? ""}`);
  const child = spawn(program, run, { stdio: "ignore", env });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (await get(`${origin}/`).then(() => true, () => false)) break;
    if (tries > 100) throw new Error(`${program} does not answer`);
    await new Promise((later) => setTimeout(later, 50));
  }
  return { origin, stop: () => new Promise((done) => { child.on("exit", done); child.kill("SIGTERM"); }) };
}
