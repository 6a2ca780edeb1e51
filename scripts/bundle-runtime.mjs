// Puts the many files of the runtime into the few that a generated module loads: each file costs a third of a millisecond.
import { readdirSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { rolldown } from "rolldown";

/** The generator reads it, by itself. */
const kept = "codegen/v1/symbols.js";

/**
 * Bundles the compiled runtime in its place. The doors share what they have in common, so that a class is one class
 * whichever door it came through; declarations stay as they are.
 */
export async function bundleRuntime(folder) {
  const input = Object.fromEntries(doorsOf(folder).map((door) => [door, join(folder, `${door}.js`)]));
  const bundle = await rolldown({
    input,
    external: [/^node:/, "better-sqlite3", "mssql", "mysql2", "oracledb", "pg"],
    platform: "node",
  });
  const { output } = await bundle.write({
    dir: folder,
    format: "esm",
    chunkFileNames: "chunks/[name].js",
    codeSplitting: { groups: sharedParts },
  });
  await bundle.close();
  removeScripts(folder, new Set([kept, ...output.map((file) => file.fileName)]));
}

/** What more than one door needs: the two engines of one driver have much in common that no other wants. */
const sharedParts = [
  { name: "mysql", test: /[/\\\\]mysql[^/\\\\]*[/\\\\]?[^/\\\\]*$/, minShareCount: 2, priority: 2 },
  { name: "shared", minShareCount: 2, priority: 1 },
];

/** The runtime's own door, and what generated code of each engine imports. */
function doorsOf(folder) {
  const versioned = readdirSync(join(folder, "codegen", "v1")).filter((name) => name.endsWith(".js"));
  return [
    "index",
    "dialect/index",
    ...versioned.map((name) => `codegen/v1/${name.slice(0, -3)}`).filter((door) => `${door}.js` !== kept),
  ];
}

function removeScripts(folder, wanted) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (path.endsWith(".js") && !wanted.has(relative(folder, path).split(sep).join("/"))) rmSync(path);
  }
}
