// Gets the MariaDB server that the tests run, where there is none and Debian's packages can be had: `node scripts/install-mariadb.mjs`.
// Starts no service. Where it cannot, it says so, and the tests that need the server are skipped.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findMariadb, unpackedFolder } from "./find-mariadb.mjs";

if (process.env.TABLEWRIGHT_TEST_MARIADB_URL === undefined && findMariadb() === null) install();

function install() {
  try {
    if (!isThere("apt-get")) throw new Error("there is no apt-get");
    const root = becomeRoot();
    process.stderr.write(
      `getting a MariaDB server for the tests (apt-get${root === null ? " download" : " install"})\n`,
    );
    if (root === null) unpack();
    else installAs(root);
    if (findMariadb() === null) throw new Error("the packages hold no server");
  } catch (error) {
    const hint = "install it, or set TABLEWRIGHT_TEST_MARIADB_URL";
    process.stderr.write(`no MariaDB server: ${error.message}; the tests on MariaDB are skipped (${hint})\n`);
  }
}

/** What to write in front of a command, so that it runs as root; null where that needs a person. */
function becomeRoot() {
  if (process.getuid?.() === 0) return [];
  return isThere("sudo") && spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : null;
}

function installAs(root) {
  const apt = (...args) => run([...root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args]);
  const get = () => apt("install", "-y", "--no-install-recommends", ...corePackages([]));
  try {
    get();
  } catch {
    // A fresh machine has no lists of packages, an old one lists packages that are gone.
    apt("update");
    get();
  }
}

/** The packages and what they need, without installing them: in a folder of our own. */
function unpack() {
  rmSync(unpackedFolder, { recursive: true, force: true });
  const [lists, cache, packages] = ["lists", "cache", "packages"].map((name) => join(unpackedFolder, name));
  for (const folder of [join(lists, "partial"), join(cache, "archives", "partial"), packages])
    mkdirSync(folder, { recursive: true });
  const own = ["-o", `Dir::State::lists=${lists}`, "-o", `Dir::Cache=${cache}`, "-o", "Debug::NoLocking=1"];
  run(["apt-get", "-q", ...own, "update"]);
  const plan = run(["apt-get", ...own, "install", "-s", "--no-install-recommends", ...corePackages(own)]);
  const names = Array.from(plan.matchAll(/^Inst (\S+)/gm), ([, name]) => name);
  run(["apt-get", "-q", ...own, "download", ...names], packages);
  for (const file of readdirSync(packages)) run(["dpkg", "-x", join(packages, file), unpackedFolder]);
  for (const folder of [lists, cache, packages]) rmSync(folder, { recursive: true });
}

/** The server without its service; some releases have the version in the name. */
function corePackages(options) {
  const known = run(["apt-cache", ...options, "search", "--names-only", "^mariadb-server-core"]);
  const name = known.match(/^mariadb-server-core\S*/gm)?.sort()[0];
  if (name === undefined) throw new Error("apt knows no package mariadb-server-core");
  return [name, name.replace("server", "client")];
}

function run([program, ...args], cwd) {
  return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function isThere(program) {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}
