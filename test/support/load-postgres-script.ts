import pg from "pg";
import { splitPostgresScript, type ScriptStatement } from "./split-postgres-script.js";

/** Runs a script as `psql` would: any number of statements, with the data of `COPY … FROM stdin` in line; a failing statement ends it. */
export async function loadPostgresScript(url: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const batch of toBatches(splitPostgresScript(script))) await runBatch(client, batch);
  } finally {
    await client.end();
  }
}

/**
 * Statements that are sent together, which is many times faster than one by one. The server splits a batch into statements by the settings that it
 * starts with, so a SET is the last of its batch.
 */
function* toBatches(statements: Iterable<ScriptStatement>): Generator<readonly ScriptStatement[]> {
  let batch: ScriptStatement[] = [];
  for (const statement of statements) {
    if (statement.copyData !== null) {
      yield batch;
      yield [statement];
      batch = [];
      continue;
    }
    batch.push(statement);
    if (/^\s*set\b/i.test(statement.sql) || batch.length >= 500) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

async function runBatch(client: pg.Client, batch: readonly ScriptStatement[]): Promise<void> {
  const copyData = batch[0]?.copyData ?? null;
  const sql = batch.map((statement) => statement.sql).join(";\n");
  if (copyData === null) await client.query(sql);
  else await copyIn(client, sql, copyData);
}

function copyIn(client: pg.Client, sql: string, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, data, (error) => (error === null ? resolve() : reject(error))));
  });
}

/** The driver's side of `COPY … FROM stdin`: it calls these as the server's messages come in. */
class CopyIn implements pg.Submittable {
  #error: Error | null = null;
  readonly #sql: string;
  readonly #data: string;
  readonly #done: (error: Error | null) => void;

  constructor(sql: string, data: string, done: (error: Error | null) => void) {
    this.#sql = sql;
    this.#data = data;
    this.#done = done;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.#data));
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.#error = error;
  }

  handleCommandComplete(): void {
    // The end of the command is told by the server's being ready again.
  }

  handleReadyForQuery(): void {
    this.#done(this.#error);
  }
}

interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}
