import mysql from "mysql2/promise";
import { expect, it } from "vitest";
import { Failure } from "../../../src/diagnostics.js";
import type { ConnectionTarget } from "../../../src/introspect/inspector.js";
import { openMysqlInspector } from "../../../src/introspect/mysql/mysql-inspector.js";
import { readDatabase } from "../../../src/introspect/read-database.js";
import { mariadbServerUrl } from "../../support/mariadb-database.js";
import { describeMariadb, createDatabase, everything, readUrl, tableOf } from "./read-mysql.js";

const secret = "s3cr3t-pa55";

function urlOf(database: string, change: (url: URL) => void = () => undefined): string {
  const url = new URL(mariadbServerUrl());
  url.pathname = `/${database}`;
  change(url);
  return url.href;
}

async function failureOf(connection: ConnectionTarget["connection"], scope = everything): Promise<Failure> {
  const error: unknown = await readDatabase({ engine: "mariadb", connection }, scope).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw new Error(`not a failure: ${String(error)}`);
  expect(`${error.message} ${error.hint ?? ""}`).not.toContain(secret);
  expect(error.message).not.toContain("\n");
  return error;
}

describeMariadb("a server that cannot be reached", () => {
  it("is no server", async () => {
    const failure = await failureOf(`mariadb://root:${secret}@127.0.0.1:1/shop`);
    expect(failure).toMatchObject({
      kind: "connection",
      message: 'mariadb: connecting at "127.0.0.1:1": no server listens there',
      hint: "start the server, or correct host and port",
    });
  });

  it("is no host", async () => {
    const failure = await failureOf(`mariadb://root:${secret}@no-such-host.invalid/shop`);
    expect(failure.kind).toBe("connection");
    expect(failure.message).toMatch(/^mariadb: connecting at "no-such-host\.invalid:3306": (no host|the host's name)/);
  });

  it("is no socket", async () => {
    expect(await failureOf({ socketPath: "/no/such.sock", database: "shop", user: "root" })).toMatchObject({
      kind: "connection",
      message: 'mariadb: connecting at "/no/such.sock": there is no such socket or file',
    });
  });

  it("does not speak TLS", async () => {
    const failure = await failureOf(urlOf("shop", (url) => url.searchParams.set("ssl-mode", "required")));
    expect(failure.kind).toBe("connection");
  });
});

describeMariadb("a connection that is refused", () => {
  it("has the wrong password", async () => {
    const failure = await failureOf(urlOf("mysql", (url) => (url.password = secret)));
    expect(failure).toMatchObject({ kind: "connection", hint: "correct user and password" });
    expect(failure.message).toMatch(/^mariadb: connecting at "[^"]+": Access denied for user 'root'/);
  });

  it("names no database that there is", async () => {
    const failure = await failureOf(urlOf("no_such_database"));
    expect(failure).toMatchObject({ kind: "connection", hint: "correct the database's name, or create it" });
    expect(failure.message).toMatch(/Unknown database 'no_such_database'$/);
  });

  it("names none at all", async () => {
    const failure = await failureOf(urlOf(""));
    expect(failure).toMatchObject({
      kind: "config",
      hint: "write it behind the server: mariadb://user@host:3306/database",
    });
    expect(failure.message).toMatch(/: no database is named$/);
  });

  it("names one that the user may not enter", async () => {
    const database = await createDatabase(`create user if not exists outsider@'%' identified by '${secret}'`);
    const failure = await failureOf(
      urlOf(database.name, (url) => {
        url.username = "outsider";
        url.password = secret;
      }),
    );
    expect(failure.kind).toBe("connection");
    expect(failure.message).toMatch(/Access denied for user 'outsider'/);
    await database.run("drop user outsider@'%'");
  });

  it("is no URL", async () => {
    expect(await failureOf(`mariadb://root:${secret}@host:port/shop`)).toMatchObject({
      kind: "connection",
      message: "mariadb: connecting: the URL is not valid",
    });
  });

  it("asks for an ssl-mode that there is not", async () => {
    expect(await failureOf("mariadb://root@127.0.0.1/shop?ssl-mode=maybe")).toMatchObject({ kind: "config" });
  });
});

describeMariadb("a reading that breaks off", () => {
  it("lost its connection", async () => {
    const database = await createDatabase("create table t (id int primary key)");
    const inspector = await openMysqlInspector({ engine: "mariadb", connection: database.url });
    const root = await mysql.createConnection({ uri: mariadbServerUrl(), rowsAsArray: true });
    let killed: Promise<unknown> | undefined;
    const reading = inspector.read({
      schemas: null,
      statementTimeoutMs: 60_000,
      onProgress: (what) => {
        if (what === "columns") killed ??= killSessionsOf(root, database.name);
      },
    });
    const failure: unknown = await reading.catch((error: unknown) => error);
    await killed;
    await root.end();
    await inspector.close();
    // The reading may have been faster than the kill only if nobody killed it.
    expect(failure).toMatchObject({ kind: "connection" });
    expect((failure as Failure).message).toMatch(
      /^mariadb: (reading|starting).* at "[^"]+": the server ended the connection$/,
    );
  });

  it("asked for a database that is not there", async () => {
    const database = await createDatabase();
    const failure = await failureOf(database.url, { ...everything, schemas: ["nowhere"] });
    expect(failure).toMatchObject({ kind: "config" });
    expect(failure.message).toMatch(/reading databases "nowhere": no such database/);
  });
});

describeMariadb("the driver's own options", () => {
  it("are taken", async () => {
    const database = await createDatabase("create table t (id bigint unsigned primary key, j json)");
    const { hostname, port, username, password } = new URL(database.url);
    const options = {
      host: hostname,
      port: Number(port),
      user: username,
      password: () => Promise.resolve(decodeURIComponent(password)),
      database: database.name,
      dateStrings: false,
      rowsAsArray: false,
      bigNumberStrings: true,
      typeCast: () => "changed",
    };
    const { model } = await readDatabase({ engine: "mariadb", connection: options }, everything);
    expect(tableOf(model, "t").columns).toMatchObject([{ type: { kind: "integer" } }, { type: { kind: "json" } }]);
    const byUri = await readDatabase({ engine: "mysql", connection: { uri: database.url } }, everything);
    expect(byUri.model).toEqual(model);
    expect((await readUrl(`${database.url}?charset=utf8mb4_bin&connectTimeout=5000`)).model).toEqual(model);
  });
});

async function killSessionsOf(root: mysql.Connection, database: string): Promise<void> {
  const [rows] = await root.query("select ID from information_schema.PROCESSLIST where DB = ?", [database]);
  for (const [id] of rows as unknown as readonly [number][]) await root.query(`kill ${id}`);
}
