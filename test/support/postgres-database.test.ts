import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import {
  createPostgresDatabase,
  hasPostgresServer,
  postgresServerUrl,
  type PostgresDatabase,
} from "./postgres-database.js";

const versions = (["18", "12"] as const).filter(hasPostgresServer);

describe.each(versions)("the PostgreSQL %s test server", (version) => {
  const made: PostgresDatabase[] = [];
  afterAll(() => Promise.all(made.map((database) => database.drop())));

  it("is of that version", async () => {
    expect(await ask(postgresServerUrl(version), "show server_version_num")).toMatch(new RegExp(`^${version}`));
  });

  it("gives databases that know nothing of each other", async () => {
    const one = await createPostgresDatabase({ version, script: "create table t (n int); insert into t values (1)" });
    const two = await createPostgresDatabase({ version, script: "create table t (n int)" });
    made.push(one, two);
    expect(await ask(one.url, "select count(*) from t")).toBe("1");
    expect(await ask(two.url, "select count(*) from t")).toBe("0");
  });

  it("drops a database that is still in use", async () => {
    const database = await createPostgresDatabase({ version });
    const client = new pg.Client({ connectionString: database.url });
    client.on("error", () => undefined);
    await client.connect();
    await database.drop();
    const left = await ask(
      postgresServerUrl(version),
      `select count(*) from pg_database where datname = '${database.name}'`,
    );
    expect(left).toBe("0");
  });

  it("refuses a wrong password", async () => {
    const url = new URL(postgresServerUrl(version));
    url.password = "wrong";
    await expect(ask(url.href, "select 1")).rejects.toThrow("password authentication failed");
  });
});

async function ask(url: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<string[]>({ text: sql, rowMode: "array" });
    return String(result.rows[0]?.[0]);
  } finally {
    await client.end();
  }
}
