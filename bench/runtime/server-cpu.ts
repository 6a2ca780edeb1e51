import { readFileSync } from "node:fs";
import type { Pool } from "pg";

/** The server processes that a pool's connections talk to: one for each connection that it may hold, all of them opened. */
export async function readBackends(pool: Pool): Promise<readonly number[]> {
  const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  const pids: number[] = [];
  for (const client of clients) {
    const result = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    pids.push(...result.rows.map((row) => row.pid));
    client.release();
  }
  return pids;
}

/** The milliseconds that processes have spent on the processor. Linux only: elsewhere the server's share is left out, as 0. */
export function processCpuMs(pids: readonly number[]): number {
  if (process.platform !== "linux") return 0;
  return pids.reduce((sum, pid) => sum + Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6, 0);
}
