import type {
  DuckDBConnection,
  DuckDBMaterializedResult,
  DuckDBPreparedStatement,
  DuckDBResult,
} from "@duckdb/node-api";
import { RecentMap, type CallOptions } from "tablewright/dialect";
import { InvalidQueryError, QueryTimeoutError } from "tablewright/runtime";
import { isInterruption } from "./duckdb-error.js";
import { toBound } from "./parameters.js";

/** A statement on its way to a connection. */
export interface Command {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** False for one-off text, which is not kept prepared. */
  readonly keep?: boolean | undefined;
  readonly options?: CallOptions | undefined;
}

/** One connection of the driver, with the statements prepared on it. One statement runs at a time: whoever has the connection sees to that. */
export class DuckdbConnection {
  readonly native: DuckDBConnection;
  readonly #prepared = new RecentMap<string, DuckDBPreparedStatement>(preparedMin);

  constructor(native: DuckDBConnection) {
    this.native = native;
  }

  /** Runs it to its end. */
  run(command: Command): Promise<DuckDBMaterializedResult> {
    return this.#within(command, (statement) => statement.run());
  }

  /** Gives rows as they are asked for; the connection runs nothing else meanwhile. */
  stream(command: Command): Promise<DuckDBResult> {
    return this.#within(command, (statement) => statement.stream());
  }

  /** Runs work that `interrupt` ends early: when the signal or the time says so. */
  async bounded<R>({ signal, timeoutMs }: CallOptions, sql: string, work: () => Promise<R>): Promise<R> {
    signal?.throwIfAborted();
    if (signal === undefined && timeoutMs === undefined) return work();
    let stopped: { readonly reason: unknown } | undefined;
    const stop = (reason: unknown): void => {
      stopped ??= { reason };
      this.native.interrupt();
    };
    const onAbort = (): void => stop(signal?.reason);
    const toTimeout = (): Error => new QueryTimeoutError(`statement: it took longer than ${timeoutMs} ms`, { sql });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => stop(toTimeout()), timeoutMs);
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      return await work();
    } catch (error) {
      // A statement that failed by itself keeps its own error.
      throw stopped !== undefined && isInterruption(error) ? stopped.reason : error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    }
  }

  close(): void {
    this.#prepared.clear();
    this.native.closeSync();
  }

  #within<R>(command: Command, run: (statement: DuckDBPreparedStatement) => Promise<R>): Promise<R> {
    return this.bounded(command.options ?? {}, command.sql, async () => {
      const statement = await this.#prepare(command);
      bind(statement, command.params);
      return run(statement);
    });
  }

  async #prepare({ sql, keep = true }: Command): Promise<DuckDBPreparedStatement> {
    const kept = keep ? this.#prepared.get(sql) : undefined;
    if (kept !== undefined) return kept;
    const made = await this.native.prepare(sql);
    if (keep) this.#prepared.set(sql, made);
    return made;
  }
}

function bind(statement: DuckDBPreparedStatement, params: readonly unknown[]): void {
  if (statement.parameterCount !== params.length)
    throw new InvalidQueryError(
      `statement: it cannot be run: it has ${statement.parameterCount} parameters, and ${params.length} were given`,
    );
  if (params.length === 0) return;
  const bound = params.map(toBound);
  statement.bind(
    bound.map(({ value }) => value),
    bound.map(({ type }) => type),
  );
}

const preparedMin = 250;
