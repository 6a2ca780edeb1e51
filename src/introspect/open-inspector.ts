import { Failure } from "../diagnostics.js";
import { suggestion } from "../lang/nearest-name.js";
import type { ConnectionTarget, Inspector } from "./inspector.js";

/** Opens a database's catalog; an engine's folder, and with it its driver, is loaded only when a database of that engine is opened. */
export async function openInspector(target: ConnectionTarget): Promise<Inspector> {
  const engine = engines.get(target.engine);
  if (engine === undefined) {
    const guess = suggestion(target.engine, [...engines.keys()]);
    throw new Failure("config", `engine: opening "${target.engine}": there is no such engine${guess}`);
  }
  const open = await engine.load().catch((error: unknown) => {
    throw isMissing(error, engine.driver) ? toMissingDriver(target.engine, engine.driver) : error;
  });
  return open(target);
}

interface Engine {
  /** The npm package that talks to it, installed by the user. */
  readonly driver: string;
  readonly load: () => Promise<(target: ConnectionTarget) => Promise<Inspector>>;
}

/** One folder reads both: which of the two a server is, it says itself. */
const mysql: Engine = {
  driver: "mysql2",
  load: async () => (await import("./mysql/mysql-inspector.js")).openMysqlInspector,
};

const engines: ReadonlyMap<string, Engine> = new Map<string, Engine>([
  ["mysql", mysql],
  ["mariadb", mysql],
  [
    "postgresql",
    {
      driver: "pg",
      load: async () => (await import("./postgresql/postgresql-inspector.js")).openPostgresqlInspector,
    },
  ],
  [
    "sqlite",
    {
      driver: "better-sqlite3",
      load: async () => (await import("./sqlite/sqlite-inspector.js")).openSqliteInspector,
    },
  ],
]);

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
