import { builtInNames, findBuiltIn, type DialectName } from "../dialect/built-in-dialects.js";
import { Failure } from "../diagnostics.js";
import { suggestion } from "../lang/nearest-name.js";
import type { ConnectionTarget, Inspector } from "./inspector.js";

/** Opens a database's catalog; an engine's folder, and with it its driver, is loaded only when a database of that engine is opened. */
export async function openInspector(target: ConnectionTarget): Promise<Inspector> {
  const dialect = findBuiltIn(target.engine);
  if (dialect === null) {
    const guess = suggestion(target.engine, builtInNames);
    throw new Failure("config", `engine: opening "${target.engine}": there is no such engine${guess}`);
  }
  const { name, driver } = dialect;
  const open = await load(name).catch((error: unknown) => {
    throw isMissing(error, driver) ? toMissingDriver(name, driver) : error;
  });
  return open(target);
}

type Open = (target: ConnectionTarget) => Promise<Inspector>;

function load(engine: string): Promise<Open> {
  const loader = loaders.get(engine);
  if (loader === undefined) throw new Error(`engine: opening "${engine}": nothing opens it`);
  return loader();
}

/** One folder reads MySQL and MariaDB: which of the two a server is, it says itself. */
const loadMysql = async (): Promise<Open> => (await import("./mysql/mysql-inspector.js")).openMysqlInspector;

const openers: Readonly<Record<DialectName, () => Promise<Open>>> = {
  mariadb: loadMysql,
  mysql: loadMysql,
  postgresql: async () => (await import("./postgresql/postgresql-inspector.js")).openPostgresqlInspector,
  sqlite: async () => (await import("./sqlite/sqlite-inspector.js")).openSqliteInspector,
};
const loaders: ReadonlyMap<string, () => Promise<Open>> = new Map(Object.entries(openers));

function isMissing(error: unknown, driver: string): boolean {
  return (
    error instanceof Error &&
    /^(ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND)$/.test(codeOf(error)) &&
    error.message.includes(`'${driver}'`)
  );
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}

function toMissingDriver(engine: string, driver: string): Failure {
  const hint = `npm install ${driver}`;
  return new Failure("config", `${engine}: loading its driver "${driver}": the package is not installed`, { hint });
}
