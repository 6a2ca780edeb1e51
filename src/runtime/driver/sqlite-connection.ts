import type { Database } from "better-sqlite3";
import type { Row } from "../executor.js";
import { DatabaseClosedError } from "../errors/connection-errors.js";
import type { ErrorTable } from "../errors/error-context.js";
import { QueryEvents } from "../query-events.js";
import { TransactionScope } from "../transaction-scope.js";
import { RecentMap } from "./recent-map.js";
import { SqliteCommand } from "./sqlite-command.js";

/** What an opener knows of the connection that it made. */
export interface SqliteConnectionFacts {
  /** Opens a second, read-only connection to the file at a path; null for a connection whose functions and settings only its maker knows. */
  readonly openReader: ((file: string) => Database) | null;
  /** Whether `close` ends the driver's connection. */
  readonly owned: boolean;
}

/** One connection of better-sqlite3, with the statements prepared on it. Knows nothing of turns. */
export class SqliteConnection {
  readonly native: Database;
  readonly facts: SqliteConnectionFacts;
  readonly events = new QueryEvents();
  /** The level outside transactions. */
  readonly scope = new TransactionScope();
  readonly #commands = new RecentMap<string, SqliteCommand>(commandsMin);
  readonly #wideCommands = new RecentMap<string, SqliteCommand>(commandsMin);

  #closing: Promise<void> | undefined;

  constructor(native: Database, facts: SqliteConnectionFacts) {
    this.native = native;
    this.facts = facts;
  }

  /** The prepared statement for a text; the same object as long as it is kept. */
  command(sql: string, options?: SqliteCommandOptions): SqliteCommand {
    if (options?.keep === false) return this.#make(sql, options);
    const commands = options?.wide === true ? this.#wideCommands : this.#commands;
    const kept = commands.get(sql);
    if (kept !== undefined) return kept;
    const made = this.#make(sql, options);
    commands.set(sql, made);
    return made;
  }

  /** Runs a statement of our own, such as `begin`. */
  run(sql: string): readonly Row[] {
    return this.command(sql).all([]);
  }

  /** Waits for the transaction that is open, if any. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  #make(sql: string, options?: SqliteCommandOptions): SqliteCommand {
    return new SqliteCommand(this, sql, { wide: options?.wide ?? false, table: options?.table });
  }

  async #close(): Promise<void> {
    try {
      await this.scope.turn();
    } catch (error) {
      this.#closing = undefined;
      throw error;
    }
    this.scope.end(() => new DatabaseClosedError("database: it was used after it was closed"));
    this.#commands.clear();
    this.#wideCommands.clear();
    if (this.facts.owned) this.native.close();
  }
}

export interface SqliteCommandOptions {
  readonly wide?: boolean | undefined;
  readonly keep?: boolean | undefined;
  readonly table?: ErrorTable | undefined;
}

const commandsMin = 250;
