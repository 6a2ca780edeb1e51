// The sample of generated-example/, step by step: what quickstart.mjs and regenerate.mjs share.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const sqliteFile = join(root, "generated-example", "library.db");

/** Runs a Node program from the project's folder, and ends this one where it fails. */
export function runNode(args, variables = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...variables },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Makes the SQLite sample anew: its tables, empty. */
export function makeSqliteSample() {
  for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(sqliteFile + suffix, { force: true });
  // Loaded here, as it may not have been installed when this file was.
  const Database = createRequire(import.meta.url)("better-sqlite3");
  const database = new Database(sqliteFile);
  database.exec(readFileSync(join(root, "generated-example", "sqlite", "schema.sql"), "utf8"));
  database.close();
}

/** Generates the sample's module for an engine: `sqlite` or `postgresql`. */
export function generateSample(engine, variables = {}) {
  runNode(["dist/cli/main.js", "generate", "--config", `generated-example/${engine}/tablewright.config.ts`], variables);
}
