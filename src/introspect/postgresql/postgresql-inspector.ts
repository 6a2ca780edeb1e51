import { Failure } from "../../diagnostics.js";
import { suggestion } from "../../lang/nearest-name.js";
import type { CatalogReading, ConnectionTarget, Inspector, ReadOptions } from "../inspector.js";
import type { CatalogQuery } from "./catalog-query.js";
import type { CatalogRows } from "./catalog-rows.js";
import { openPostgresqlConnection, type PostgresqlConnection } from "./postgresql-connection.js";
import { postgresqlQueries as queries } from "./postgresql-queries.js";
import type { SchemaRow, SessionRow } from "./postgresql-rows.js";
import { toReading } from "./postgresql-translate.js";
import { functionNames, numericOperators, plainOperators } from "./view-tree/expression-facts.js";

/** Opens a PostgreSQL server, 12 or later, for reading its catalog. */
export async function openPostgresqlInspector(target: ConnectionTarget): Promise<Inspector> {
  const connection = await openPostgresqlConnection(target.connection);
  return { read: (options) => readCatalog(connection, options), close: () => connection.close() };
}

async function readCatalog(connection: PostgresqlConnection, options: ReadOptions): Promise<CatalogReading> {
  const before = connection.statements;
  const rows = await readRows(connection, options).catch(async (error: unknown) => {
    // What broke the reading is what matters: after a lost connection the rollback fails too.
    await connection.run("rollback").catch(() => undefined);
    throw error;
  });
  return { ...toReading(rows), counts: rows.counts[0] ?? null, statements: connection.statements - before };
}

async function readRows(connection: PostgresqlConnection, options: ReadOptions): Promise<CatalogRows> {
  await connection.run("begin transaction isolation level repeatable read, read only");
  const session = await readSession(connection, options);
  const ask = <Row>(query: CatalogQuery<Row>, ...parameters: unknown[]): Promise<readonly Row[]> => {
    options.onProgress?.(query.name);
    return connection.ask(query, session.version, parameters);
  };
  const schemas = wantedSchemas(await ask(queries.schemas), options.schemas);
  const names = schemas.map((schema) => schema.name);
  const relations = await ask(queries.relations, names);
  const oids = relations.map((relation) => relation.oid);
  const rows: CatalogRows = {
    session,
    schemas,
    relations,
    types: await ask(queries.types),
    columns: await ask(queries.columns, oids),
    constraints: await ask(queries.constraints, oids),
    indexes: await ask(queries.indexes, oids),
    sequences: await ask(queries.sequences, names, oids),
    routines: await ask(queries.routines, names),
    ...one(await ask(queries.tableParts, oids)),
    ...one(await ask(queries.viewParts, oids, plainOperators, numericOperators, functionNames)),
    counts: await ask(queries.counts, names),
  };
  await connection.run("commit");
  return rows;
}

/** The row of a query that gives one in any case. */
function one<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Failure("catalog", "postgresql: reading the catalog: the server gave no answer");
  return row;
}

const oldestVersion = 120_000;

async function readSession(connection: PostgresqlConnection, options: ReadOptions): Promise<SessionRow> {
  const timeout = String(options.statementTimeoutMs);
  const session = one(await connection.ask(queries.session, 0, [timeout]));
  if (session.version >= oldestVersion) return session;
  const version = Math.floor(session.version / 10_000);
  throw new Failure("catalog", `postgresql: reading settings: version ${version} is too old, 12 is the oldest`);
}

function wantedSchemas(present: readonly SchemaRow[], wanted: readonly string[] | null): readonly SchemaRow[] {
  if (wanted === null) return present;
  const names = present.map((schema) => schema.name);
  const missing = wanted.find((name) => !names.includes(name));
  if (missing === undefined) return present.filter((schema) => wanted.includes(schema.name));
  const guess = suggestion(missing, names);
  const hint = names.length === 0 ? "the database has no schema" : `the database has: ${names.join(", ")}`;
  throw new Failure("config", `postgresql: reading schemas "${missing}": no such schema${guess}`, { hint });
}
