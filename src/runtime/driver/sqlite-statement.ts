import type { CallOptions, Eventually, PreparedStatement, Row } from "../executor.js";
import type { TransactionScope } from "../transaction-scope.js";
import type { SqliteCommand } from "./sqlite-command.js";

/** A statement as callers hold it: it waits for its turn where a transaction of somebody else has the connection. */
export class SqliteStatement implements PreparedStatement {
  readonly sql: string;
  readonly #command: SqliteCommand;
  readonly #scope: TransactionScope;

  constructor(command: SqliteCommand, scope: TransactionScope) {
    this.sql = command.sql;
    this.#command = command;
    this.#scope = scope;
  }

  all(params: readonly unknown[], options?: CallOptions): Eventually<readonly Row[]> {
    if (this.#scope.idle && options?.signal === undefined) return this.#command.all(params);
    return inTurn(this.#scope, () => this.#command.all(params), options);
  }

  run(params: readonly unknown[], options?: CallOptions): Eventually<number> {
    if (this.#scope.idle && options?.signal === undefined) return this.#command.run(params);
    return inTurn(this.#scope, () => this.#command.run(params), options);
  }
}

/** Runs synchronous work when the connection is free. */
export async function inTurn<R>(scope: TransactionScope, work: () => R, options?: CallOptions): Promise<R> {
  await scope.turn(options);
  try {
    return work();
  } finally {
    scope.release();
  }
}
