import { readFileSync } from "node:fs";
import { join } from "node:path";
import mysql, { type Connection, type RowDataPacket } from "mysql2/promise";
import type { LibraryDatabase } from "../../generated-example/sqlite/generated/index.js";
import { loadMysqlScript } from "../../test/support/load-mysql-script.js";
import { startMariadbServer } from "../../test/support/mariadb-server.js";
import { generatedCalls } from "./calls.js";
import { mariadbCalls } from "./mariadb-calls.js";
import { clientCpuMs, loadSample, root, type OpenSides } from "./open-sides.js";
import { processCpuMs } from "./server-cpu.js";

/** By contract the calls of the workloads are the same on every engine, so SQLite's types serve here too. */
interface Module {
  readonly connect: (options: { readonly uri: string; readonly connectionLimit: number }) => Promise<LibraryDatabase>;
}

const connectionLimit = 4;

/** One filled sample on a server of its own, and a pool for each side. */
export async function openMariadbSides(): Promise<OpenSides> {
  const { module, seed } = await loadSample<Module>("mariadb");
  const server = await startMariadbServer();
  const uri = await makeSample(server.url);
  const admin = await mysql.createConnection(uri);
  const nobody = await readThreads(admin);
  const db = await module.connect({ uri, connectionLimit });
  const own = await threadsOf(admin, nobody, () => db.sql`select sleep(0.2)`);
  const pool = mysql.createPool({ uri, connectionLimit, timezone: "Z" });
  const others = await threadsOf(admin, [...nobody, ...own], () => pool.query("select sleep(0.2)"));
  await seed(db);
  const [rows] = await admin.query<RowDataPacket[]>("select max(transfer_id) as id from transfer");
  const largest = Number(rows[0]?.["id"]);
  return {
    sides: {
      generated: generatedCalls(db),
      handWritten: mariadbCalls(pool),
      generatedCpuMs: () => clientCpuMs() + processCpuMs(own),
      handWrittenCpuMs: () => clientCpuMs() + processCpuMs(others),
      reset: async () => void (await admin.query("delete from transfer where transfer_id > ?", [largest])),
      concurrent: true,
    },
    close: async () => {
      await Promise.all([db.close(), pool.end(), admin.end()]);
      await server.stop();
    },
  };
}

async function makeSample(server: string): Promise<string> {
  const uri = new URL("/library", server).href;
  const client = await mysql.createConnection(server);
  await client.query("create database library");
  await client.end();
  await loadMysqlScript(uri, readFileSync(join(root, "generated-example", "mariadb", "schema.sql"), "utf8"));
  return uri;
}

/** The server's threads that serve a side: the ones that are new after as many calls at once as it may have connections. */
async function threadsOf(
  admin: Connection,
  known: readonly number[],
  call: () => Promise<unknown>,
): Promise<readonly number[]> {
  await Promise.all(Array.from({ length: connectionLimit }, call));
  return (await readThreads(admin)).filter((thread) => !known.includes(thread));
}

async function readThreads(admin: Connection): Promise<readonly number[]> {
  const [rows] = await admin.query<RowDataPacket[]>(
    "select TID as tid from information_schema.PROCESSLIST where USER = 'root'",
  );
  return rows.map((row) => Number(row["tid"]));
}
