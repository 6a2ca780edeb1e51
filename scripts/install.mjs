// Makes node_modules what package-lock.json says, and does nothing where it already is: `node scripts/install.mjs`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (!isInstalled() || !isLoadable("better-sqlite3")) {
  process.stderr.write("installing the dependencies (npm ci)\n");
  // The driver of SQLite compiles where its prebuilt binary cannot be had: that takes a minute, on every core that there is.
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
    env: { JOBS: "max", ...process.env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** npm keeps a copy of the lock in node_modules, less the packages that are not for this platform. */
function isInstalled() {
  const wanted = lockedPackages("package-lock.json");
  const installed = lockedPackages("node_modules/.package-lock.json");
  if (wanted === null || installed === null) return false;
  const missing = Object.entries(wanted).some(
    ([path, { optional }]) => path !== "" && optional !== true && !(path in installed),
  );
  return !missing && Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version);
}

/** Null where there is no such file. */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/** Whether a compiled package fits the running Node: not after a change of its major version. */
function isLoadable(name) {
  try {
    const Database = createRequire(import.meta.url)(name);
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}
