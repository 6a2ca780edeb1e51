import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { LibraryDatabase } from "../../generated-example/sqlite/generated/index.js";
import { startPostgresServer } from "../../test/support/postgres-server.js";
import { generatedCalls } from "./calls.js";
import { clientCpuMs, loadSample, root, type OpenSides } from "./open-sides.js";
import { postgresqlCalls } from "./postgresql-calls.js";
import { processCpuMs, readBackends } from "./server-cpu.js";

/** By contract the calls of the workloads are the same on every engine, so SQLite's types serve for both. */
interface Module {
  readonly connect: (options: { readonly pool: pg.Pool }) => Promise<LibraryDatabase>;
}

/** One filled sample on a server of its own, and a pool for each side. */
export async function openPostgresqlSides(): Promise<OpenSides> {
  const { module, seed } = await loadSample<Module>("postgresql");
  const server = await startPostgresServer("18");
  const pools = [0, 1].map(() => new pg.Pool({ connectionString: server.url, max: 4, idleTimeoutMillis: 0 }));
  // The end of a pool does not wait for the server to see it, which may say so when it stops.
  for (const pool of pools) pool.on("error", () => undefined);
  const [one, other] = pools;
  if (one === undefined || other === undefined) throw new Error("two pools were made");
  await one.query(readFileSync(join(root, "generated-example", "postgresql", "schema.sql"), "utf8"));
  const db = await module.connect({ pool: one });
  await seed(db);
  await one.query("vacuum analyze");
  const largest = (await one.query<{ id: number }>("select max(transfer_id) as id from transfer")).rows[0]?.id;
  const [backends, otherBackends] = [await readBackends(one), await readBackends(other)];
  return {
    sides: {
      generated: generatedCalls(db),
      handWritten: postgresqlCalls(other),
      generatedCpuMs: () => clientCpuMs() + processCpuMs(backends),
      handWrittenCpuMs: () => clientCpuMs() + processCpuMs(otherBackends),
      reset: async () => void (await other.query("delete from transfer where transfer_id > $1", [largest])),
      concurrent: true,
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await server.stop();
    },
  };
}
