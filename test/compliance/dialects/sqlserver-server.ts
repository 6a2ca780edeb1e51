import mssql from "mssql";

/** What a server that speaks TDS is. */
export interface SqlserverFacts {
  /** `16.0.4135.4`. */
  readonly version: string;
  /** The version of a server that speaks TDS and is not SQL Server; null for SQL Server. */
  readonly standIn: string | null;
}

/** Whether this run has a SQL Server, which nobody starts for it: its URL is in the environment. */
export function hasSqlserverServer(): boolean {
  return process.env[variable] !== undefined;
}

/** The URL of a login that may make databases and logins. */
export function sqlserverServerUrl(): string {
  const url = process.env[variable];
  if (url === undefined) throw new Error(`${variable} is not set`);
  return url;
}

const variable = "TABLEWRIGHT_TEST_MSSQL_URL";

/** Babelfish tells its own version (https://babelfishpg.org/docs/usage/limitations-of-babelfish/); SQL Server knows no such property. */
export async function readSqlserverFacts(url: string): Promise<SqlserverFacts> {
  const [row] = await querySqlserver(
    url,
    `select cast(serverproperty('ProductVersion') as nvarchar(128)) as version,
      cast(serverproperty('BabelfishVersion') as nvarchar(128)) as stand_in`,
  );
  const standIn: unknown = row?.["stand_in"] ?? null;
  return { version: String(row?.["version"]), standIn: typeof standIn === "string" ? standIn : null };
}

/** The rows of one statement, on a connection of its own. */
export async function querySqlserver(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return withPool(url, async (pool) => (await pool.request().batch<Record<string, unknown>>(sql)).recordset);
}

/** Runs a script of batches, in order and on one connection. */
export async function runSqlserverScript(url: string, script: string): Promise<void> {
  await withPool(url, async (pool) => {
    for (const batch of splitSqlserverScript(script)) await pool.request().batch(batch);
  });
}

/**
 * The batches of a script: what stands between lines of `go`; a script without such lines is cut at the semicolons outside of texts and quoted names, as a view
 * must be alone in its batch (https://learn.microsoft.com/sql/t-sql/statements/create-view-transact-sql).
 */
export function splitSqlserverScript(script: string): readonly string[] {
  const lines = script.split(/^[ \t]*go[ \t]*$/im);
  const parts = lines.length > 1 ? lines : (script.match(/(?:'[^']*'|"[^"]*"|\[[^\]]*\]|[^;'"[])+/g) ?? []);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Another database on the same server. */
export function withSqlserverDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function withPool<Result>(url: string, work: (pool: mssql.ConnectionPool) => Promise<Result>): Promise<Result> {
  const pool = new mssql.ConnectionPool(toConfig(url));
  // Without a listener the loss of an idle connection would end the process; what is running fails by itself.
  pool.on("error", () => undefined);
  await pool.connect();
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

function toConfig(url: string): mssql.config {
  const { hostname, port, pathname, username, password, searchParams } = new URL(url);
  return {
    server: hostname,
    port: Number(port === "" ? "1433" : port),
    database: decodeURIComponent(pathname.slice(1)) || "master",
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    requestTimeout: 60_000,
    pool: { max: 1 },
    options: {
      encrypt: searchParams.get("encrypt") !== "false",
      trustServerCertificate: searchParams.get("trustServerCertificate") === "true",
    },
  };
}
