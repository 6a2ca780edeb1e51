// Puts the many files of the runtime into the few that a generated module loads: each file costs a third of a millisecond.
import { readdirSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { rolldown } from "rolldown";

const doors = [
  "index",
  "codegen/v1/index",
  "codegen/v1/sqlite",
  "codegen/v1/postgresql",
  "codegen/v1/mysql",
  "codegen/v1/mariadb",
];
/** The generator reads it, by itself. */
const kept = "codegen/v1/symbols.js";

/**
 * Bundles the compiled runtime in its place. The doors share what they have in common, so that a class is one class
 * whichever door it came through; declarations stay as they are.
 */
export async function bundleRuntime(folder) {
  const input = Object.fromEntries(doors.map((door) => [door, join(folder, `${door}.js`)]));
  const bundle = await rolldown({ input, external: [/^node:/, "better-sqlite3", "mysql2", "pg"], platform: "node" });
  const { output } = await bundle.write({ dir: folder, format: "esm", chunkFileNames: "chunks/[name].js" });
  await bundle.close();
  removeScripts(folder, new Set([kept, ...output.map((file) => file.fileName)]));
}

function removeScripts(folder, wanted) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (path.endsWith(".js") && !wanted.has(relative(folder, path).split(sep).join("/"))) rmSync(path);
  }
}
