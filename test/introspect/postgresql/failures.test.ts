import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { Failure } from "../../../src/diagnostics.js";
import type { ConnectionTarget } from "../../../src/introspect/inspector.js";
import { readDatabase } from "../../../src/introspect/read-database.js";
import { postgresServerUrl } from "../../support/postgres-database.js";
import { createDatabase, everything, readUrl } from "./read-postgres.js";

const secret = "s3cret-word";

describe("a PostgreSQL server that cannot be read", () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  it("does not listen", async () => {
    const failure = await failureOf(`postgres://me:${secret}@127.0.0.1:1/shop`);
    expect(failure).toMatchObject({
      kind: "connection",
      message: 'postgresql: connecting at "127.0.0.1:1": no server listens there',
      hint: "start the server, or correct host and port",
    });
  });

  it("is on no host", async () => {
    const failure = await failureOf(`postgres://me:${secret}@no-host.invalid/shop`);
    expect(failure.kind).toBe("connection");
    expect(failure.message).toMatch(/^postgresql: connecting at "no-host.invalid:5432": (no host has|the host's name)/);
  });

  it("has no socket there", async () => {
    const failure = await failureOf({ host: "/nowhere", user: "me", password: secret });
    expect(failure.message).toBe('postgresql: connecting at "/nowhere": there is no such socket or file');
  });

  it("does not take the password", async () => {
    const failure = await failureOf(withParts({ password: secret }));
    expect(failure).toMatchObject({ kind: "connection", hint: "correct user and password" });
    expect(failure.message).toContain('password authentication failed for user "postgres"');
  });

  it("asks for a password and gets none", async () => {
    const failure = await failureOf(withParts({ password: "" }));
    expect(failure).toMatchObject({ kind: "connection" });
    expect(failure.message).toContain("the server asks for a password");
  });

  it("has no such database", async () => {
    const failure = await failureOf(withParts({ pathname: "/no_such_database" }));
    expect(failure).toMatchObject({ kind: "connection", hint: "correct the database's name, or create it" });
    expect(failure.message).toContain('database "no_such_database" does not exist');
  });

  it("does not speak TLS", async () => {
    const { hostname, port, username, password } = new URL(postgresServerUrl());
    const connection = { host: hostname, port: Number(port), user: username, password, ssl: true };
    const failure = await failureOf(connection);
    expect(failure).toMatchObject({ kind: "connection", hint: "leave out sslmode and ssl" });
  });

  it("never answers", async () => {
    const port = await listen(() => undefined);
    const failure = await failureOf({ host: "127.0.0.1", port, user: "me", connectionTimeoutMillis: 100 });
    expect(failure.message).toBe(`postgresql: connecting at "127.0.0.1:${port}": no answer in time`);
  });

  it("hangs up", async () => {
    const port = await listen((socket) => socket.destroy());
    const failure = await failureOf({ host: "127.0.0.1", port, user: "me" });
    expect(failure.message).toBe(`postgresql: connecting at "127.0.0.1:${port}": the server ended the connection`);
  });

  it("is named by a URL that is none", async () => {
    const failure = await failureOf(`postgres://me:${secret}@[::1/shop`);
    expect(failure).toMatchObject({ kind: "connection", message: "postgresql: connecting: the URL is not valid" });
    expect(failure.cause).toBeUndefined();
  });

  function listen(onConnection: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      onConnection(socket);
    });
    servers.push(server);
    return new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address() as AddressInfo;
        resolve(address.port);
      });
    });
  }
});

describe("a reading of PostgreSQL that cannot be done", () => {
  it("asks for a schema that is not there, and hears which ones are", async () => {
    const database = await createDatabase("18", "create schema sales; create schema stock");
    const failure = await failureOf(database.url, ["public", "sale"]);
    expect(failure).toMatchObject({
      kind: "config",
      message: 'postgresql: reading schemas "sale": no such schema; did you mean "sales"?',
      hint: "the database has: public, sales, stock",
    });
    expect((await failureOf(database.url, ["pg_catalog"])).kind).toBe("config");
  });

  it("waits for a table that somebody holds longer than a statement may take", async () => {
    const { url, holder } = await holdTable();
    const reading = readDatabase({ engine: "postgresql", connection: url }, everything, { statementTimeoutMs: 200 });
    const failure = await caught(reading);
    await holder.end();
    expect(failure).toMatchObject({ kind: "catalog", hint: "try again, or raise the timeout" });
    expect(failure.message).toMatch(/^postgresql: reading tables and views at ".*": it took longer than the statement/);
  });

  it("loses its connection on the way", async () => {
    const { url, holder } = await holdTable();
    const reading = caught(readUrl(url));
    await endWaiting(url);
    const failure = await reading;
    await holder.end();
    expect(failure.kind).toBe("connection");
    expect(failure.message).toMatch(/^postgresql: reading tables and views at ".*": the server ended the connection$/);
  });

  /** A view over a table that is locked: printing the view's text waits for the lock. */
  async function holdTable(): Promise<{ readonly url: string; readonly holder: pg.Client }> {
    const { url } = await createDatabase("18", "create table t (id integer); create view v as select * from t");
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query("begin; lock table t in access exclusive mode");
    return { url, holder };
  }

  async function endWaiting(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (let ended = 0; ended === 0;) {
      const { rows } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'tablewright' and datname = current_database() and wait_event_type = 'Lock'`,
      );
      ended = rows.length;
    }
    await client.end();
  }
});

/** The test server's URL with another part. */
function withParts(parts: Partial<Pick<URL, "password" | "pathname">>): string {
  return Object.assign(new URL(postgresServerUrl()), parts).href;
}

async function failureOf(
  connection: ConnectionTarget["connection"],
  schemas: readonly string[] | null = null,
): Promise<Failure> {
  const failure = await caught(readDatabase({ engine: "postgresql", connection }, { ...everything, schemas }));
  expect(`${failure.message} ${failure.hint ?? ""}`).not.toContain(secret);
  return failure;
}

async function caught(reading: Promise<unknown>): Promise<Failure> {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
}
