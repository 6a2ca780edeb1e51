import { Failure } from "../../diagnostics.js";
import { suggestion } from "../../lang/nearest-name.js";
import type { CatalogReading, ConnectionTarget, Inspector, ReadOptions } from "../inspector.js";
import { toCatalogStatement, type CatalogQuery } from "./catalog-query.js";
import { placeKey } from "./catalog-index.js";
import type { CatalogRows } from "./catalog-rows.js";
import { toMysqlCounts } from "./mysql-counts.js";
import { openMysqlConnection, type MysqlConnection } from "./mysql-connection.js";
import { mysqlQueries as queries } from "./mysql-queries.js";
import type { ColumnRow, RelationPlace, SchemaRow, TableRow } from "./mysql-rows.js";
import { toMysqlServer, type MysqlServer } from "./mysql-server.js";
import { toReading } from "./mysql-translate.js";
import { toGrantsStatement } from "./queries/grants-statement.js";
import { toProblemsStatement } from "./queries/problems-statement.js";
import { toSequencesStatement } from "./queries/sequences-statement.js";
import { sessionStatement } from "./queries/session-statement.js";
import { toSettings } from "./session-settings.js";
import { mainSchema, toDatabaseName } from "./schema-names.js";

/** Opens a database of a MySQL server, 5.7 or later, or of a MariaDB server, 10.6 or later, for reading its catalog. */
export async function openMysqlInspector(target: ConnectionTarget): Promise<Inspector> {
  const connection = await openMysqlConnection(target.connection, target.engine);
  return { read: (options) => readCatalog(connection, options), close: () => connection.close() };
}

async function readCatalog(connection: MysqlConnection, options: ReadOptions): Promise<CatalogReading> {
  const before = connection.statements;
  const rows = await readRows(connection, options).catch(async (error: unknown) => {
    // What broke the reading is what matters: after a lost connection the rollback fails too.
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  });
  return { ...toReading(rows), counts: toMysqlCounts(rows), statements: connection.statements - before };
}

async function readRows(connection: MysqlConnection, options: ReadOptions): Promise<CatalogRows> {
  const server = await readServer(connection);
  await connection.run(toSettings(server, options.statementTimeoutMs));
  await connection.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
  const names = (options.schemas ?? [mainSchema]).map((schema) => toDatabaseName(schema, server.database));
  const ask = async <Row>(query: CatalogQuery<Row> | null): Promise<readonly Row[]> => {
    if (query === null || names.length === 0) return [];
    options.onProgress?.(query.name);
    return connection.ask(toCatalogStatement(query, server, names));
  };
  const schemas = await ask(queries.schemas);
  rejectMissing(names, schemas, server);
  const tables = await ask(queries.tables);
  const columns = await ask(queries.columns);
  const foreignKeyColumns = await ask(queries.foreignKeyColumns);
  const routines = await ask(queries.routines);
  // What there is nothing of is not asked for: MariaDB opens every table for some of these questions.
  const rows = {
    server,
    schemas,
    tables,
    columns,
    indexes: await ask(queries.indexes),
    foreignKeyColumns,
    foreignKeys: await ask(foreignKeyColumns.length === 0 ? null : queries.foreignKeys),
    checks: await ask(queries.checksOf(server)),
    views: await ask(tables.some(isView) ? queries.views : null),
    triggers: await ask(queries.triggers),
    routines,
    parameters: await ask(routines.length === 0 ? null : queries.parameters),
    partitions: await ask(tables.some(isPartitioned) ? queries.partitions : null),
    events: await ask(queries.events),
    grants: await connection.ask(toGrantsStatement(schemas[0]?.roles ?? null)),
    sequences: await readSequences(connection, selectable(tables.filter(isSequence), columns)),
  };
  await connection.run("COMMIT");
  return { ...rows, ...(await readProblems(connection, selectable(tables.filter(isView), columns))) };
}

const oldestVersions: Readonly<Record<MysqlServer["engine"], number>> = { mysql: 50_700, mariadb: 100_600 };

async function readServer(connection: MysqlConnection): Promise<MysqlServer> {
  const [session] = await connection.ask(sessionStatement);
  const doing = `${connection.engine}: reading settings`;
  if (session === undefined || session.database === null)
    throw new Failure("config", `${doing}: the connection names no database`);
  const server = toMysqlServer(session, session.database);
  const oldest = oldestVersions[server.engine];
  if (server.version >= oldest) return server;
  throw new Failure(
    "catalog",
    `${doing}: version ${showVersion(server.version)} is too old, ${showVersion(oldest)} is the oldest`,
  );
}

function showVersion(version: number): string {
  return `${Math.floor(version / 10_000)}.${Math.floor(version / 100) % 100}`;
}

function rejectMissing(names: readonly string[], present: readonly SchemaRow[], server: MysqlServer): void {
  const known = present.map((schema) => schema.name);
  const missing = names.find((name) => !known.includes(name));
  if (missing === undefined) return;
  const guess = suggestion(missing, [mainSchema, ...known]);
  const hint =
    missing === server.database
      ? "grant the user a privilege on it"
      : `the connection's own database is called "${mainSchema}"; of others the user needs a privilege`;
  throw new Failure("config", `${server.engine}: reading databases "${missing}": no such database${guess}`, { hint });
}

function isView(row: TableRow): boolean {
  return row.tableType === "VIEW";
}

function isPartitioned(row: TableRow): boolean {
  return /\bpartitioned\b/i.test(row.createOptions ?? "");
}

async function readSequences(
  connection: MysqlConnection,
  sequences: readonly RelationPlace[],
): Promise<CatalogRows["sequences"]> {
  return sequences.length === 0 ? [] : connection.ask(toSequencesStatement(sequences));
}

/** A server that speaks this protocol may know no CHECK TABLE, as TiDB does not: the reading goes on without what it tells. */
async function readProblems(
  connection: MysqlConnection,
  views: readonly RelationPlace[],
): Promise<Pick<CatalogRows, "problems" | "problemsRefusal">> {
  if (views.length === 0) return { problems: [], problemsRefusal: null };
  try {
    return { problems: await connection.ask(toProblemsStatement(views)), problemsRefusal: null };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== "catalog") throw error;
    return { problems: [], problemsRefusal: error.message };
  }
}

/** Those that the connecting user may read. */
function selectable(places: readonly TableRow[], columns: readonly ColumnRow[]): readonly TableRow[] {
  if (places.length === 0) return [];
  const readable = new Set(columns.map((row) => (/\bselect\b/i.test(row.privileges) ? placeKey(row) : "")));
  return places.filter((row) => readable.has(placeKey(row)));
}

function isSequence(row: TableRow): boolean {
  return row.tableType === "SEQUENCE";
}
