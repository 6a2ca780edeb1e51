import type { DuckDBInstance } from "@duckdb/node-api";
import { QueryEvents } from "tablewright/dialect";
import { DatabaseClosedError } from "tablewright/runtime";
import { DuckdbConnection } from "./duckdb-connection.js";

/** The connections to one database. They cost little within the process: there is one for each statement and transaction that runs at a time. */
export class DuckdbPool {
  readonly events = new QueryEvents();
  readonly #instance: DuckDBInstance;
  readonly #owned: boolean;
  readonly #idle: DuckdbConnection[] = [];
  readonly #used = new Set<DuckdbConnection>();
  #whenUnused: (() => void) | null = null;
  #closing: Promise<void> | undefined;

  /** @param owned whether `close` ends the driver's instance */
  constructor(instance: DuckDBInstance, owned: boolean) {
    this.#instance = instance;
    this.#owned = owned;
  }

  async acquire(): Promise<DuckdbConnection> {
    if (this.#closing !== undefined) throw new DatabaseClosedError("database: it was used after it was closed");
    const connection = this.#idle.pop() ?? new DuckdbConnection(await this.#instance.connect());
    this.#used.add(connection);
    return connection;
  }

  release(connection: DuckdbConnection): void {
    this.#used.delete(connection);
    if (this.#closing === undefined) this.#idle.push(connection);
    else connection.close();
    if (this.#used.size === 0) this.#whenUnused?.();
  }

  /** Runs work on a free connection. */
  async use<R>(work: (connection: DuckdbConnection) => Promise<R>): Promise<R> {
    const connection = await this.acquire();
    try {
      return await work(connection);
    } finally {
      this.release(connection);
    }
  }

  /** Waits for what is under way. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    if (this.#used.size > 0) await new Promise<void>((resolve) => (this.#whenUnused = resolve));
    for (const connection of this.#idle.splice(0)) connection.close();
    if (this.#owned) this.#instance.closeSync();
  }
}
