// Builds dist/ from src/, where src/ has changed since the last build: `npm run build`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleRuntime } from "./bundle-runtime.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const stamp = join(root, "node_modules", ".cache", "tablewright", "built");

const sources = hashSources();
if (!existsSync(dist) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== sources) await build();

/** Beside the old output, which stays until the new one is whole. */
async function build() {
  const fresh = join(root, ".tmp", `dist-${process.pid}`);
  process.on("exit", () => rmSync(fresh, { recursive: true, force: true }));
  compile(fresh);
  await bundleRuntime(join(fresh, "runtime"));
  cpSync(join(root, "src", "templates"), join(fresh, "templates"), { recursive: true });
  chmodSync(join(fresh, "cli", "main.js"), 0o755);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

function hashSources() {
  const hash = createHash("sha256");
  const names = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  const settings = [
    "package-lock.json",
    "tsconfig.json",
    "tsconfig.build.json",
    "scripts/build.mjs",
    "scripts/bundle-runtime.mjs",
  ].map((name) => join(root, name));
  for (const file of [...files, ...settings]) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function compile(outDir) {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", outDir], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
