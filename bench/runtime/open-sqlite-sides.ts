import Database from "better-sqlite3";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Sample from "../../generated-example/sqlite/generated/index.js";
import { generatedCalls } from "./calls.js";
import { clientCpuMs, loadSample, root, type OpenSides } from "./open-sides.js";
import { sqliteCalls } from "./sqlite-calls.js";

/** Two copies of the filled sample, one for each side, with the same settings. */
export async function openSqliteSides(): Promise<OpenSides> {
  const { module, seed } = await loadSample<typeof Sample>("sqlite");
  const folder = mkdtempSync(join(tmpdir(), "tablewright-bench-"));
  const open = (name: string): Database.Database => {
    const database = new Database(join(folder, name));
    for (const pragma of ["journal_mode = wal", "synchronous = off", "foreign_keys = on"]) database.pragma(pragma);
    database.exec(readFileSync(join(root, "generated-example", "sqlite", "schema.sql"), "utf8"));
    return database;
  };
  const [one, other] = [open("generated.db"), open("by-hand.db")];
  for (const database of [one, other]) await seed(await module.connect({ database }));
  const db = await module.connect({ database: one });
  const largest = Number(other.prepare("select max(transfer_id) from transfer").pluck().get());
  return {
    sides: {
      generated: generatedCalls(db),
      handWritten: sqliteCalls(other),
      generatedCpuMs: clientCpuMs,
      handWrittenCpuMs: clientCpuMs,
      reset: async () =>
        void [one, other].map((database) =>
          database.prepare("delete from transfer where transfer_id > ?").run(largest),
        ),
      concurrent: false,
    },
    close: async () => {
      for (const database of [one, other]) database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
