import type { PoolClient } from "pg";

/** Makes a connection ready, once: settings on which the reading of values rests, and an ear for errors between two statements. */
export function prepareSession(client: PoolClient, then: (error: unknown) => void): void {
  // Without a listener, a connection that breaks while nobody waits for an answer would end the process; the next statement on it reports the loss.
  client.on("error", ignore);
  client.query<[string]>({ text: settings, rowMode: "array" }, (error: unknown, result) => {
    if (error) return then(error);
    processIds.set(client, Number(result.rows[0]?.[0]));
    then(null);
  });
}

/** Whether the connection has had its settings. */
export function isReady(client: PoolClient): boolean {
  return processIds.has(client);
}

/** The server process behind a connection that is ready. */
export function processIdOf(client: PoolClient): number | undefined {
  return processIds.get(client);
}

const processIds = new WeakMap<PoolClient, number>();

function ignore(): void {}

const settings = `select pg_backend_pid(), ${[
  ["datestyle", "ISO"],
  ["timezone", "UTC"],
  ["intervalstyle", "iso_8601"],
  ["bytea_output", "hex"],
  ["extra_float_digits", "1"],
]
  .map(([name, value]) => `set_config('${name}', '${value}', false)`)
  .join(", ")}`;
