import { statSync } from "node:fs";
import { basename, extname, isAbsolute, resolve, sep } from "node:path";
import { Failure } from "../diagnostics.js";
import type { ConnectionTarget } from "../introspect/inspector.js";
import { suggestion } from "../lang/nearest-name.js";
import { redactUrls } from "../lang/redact-urls.js";
import type { DialectName } from "./config.js";

/** What a URL says of a database. */
export interface DatabaseUrl {
  readonly target: ConnectionTarget;
  /** The database's own name: of the file without its suffix, or the last part of the URL. */
  readonly name: string;
  /** The password in it; null where it holds none. */
  readonly password: string | null;
}

const engines: Readonly<Record<string, DialectName>> = {
  mariadb: "mariadb",
  mysql: "mysql",
  postgres: "postgresql",
  postgresql: "postgresql",
  sqlite: "sqlite",
};

const enginesToCome: Readonly<Record<string, string>> = {
  mssql: "SQL Server",
  sqlserver: "SQL Server",
  oracle: "Oracle",
};

const urlForms =
  "write postgres://user@host/database, mysql:// or mariadb:// likewise, sqlite:PATH, or the path of an existing SQLite file";

/** Reads a URL, or the path of a SQLite file; relative paths start at `directory`. Fails without showing what may be a secret. */
export function parseDatabaseUrl(url: string, directory: string): DatabaseUrl {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || isFile(resolve(directory, url))) return parsePath(url, directory);
  const engine = Object.hasOwn(engines, scheme) ? engines[scheme] : undefined;
  if (engine === undefined) throw unknownScheme(url, scheme);
  return engine === "sqlite"
    ? sqliteFile(stripAuthority(url.slice("sqlite:".length)), directory)
    : parseServerUrl(url, engine);
}

function parsePath(path: string, directory: string): DatabaseUrl {
  const looksLikeFile = path.includes("/") || path.includes(sep) || /^\.(db3?|sqlite3?)$/i.test(extname(path));
  if (isFile(resolve(directory, path)) || looksLikeFile) return sqliteFile(path, directory);
  throw new Failure("usage", `url: reading "${redactUrls(path)}": it is neither a URL nor an existing file`, {
    hint: urlForms,
  });
}

function sqliteFile(path: string, directory: string): DatabaseUrl {
  if (path === "") throw new Failure("usage", 'url: reading "sqlite:": it names no file', { hint: urlForms });
  const file = path === ":memory:" || isAbsolute(path) ? path : resolve(directory, path);
  return { target: { engine: "sqlite", connection: { file } }, name: fileName(file), password: null };
}

/** `//` and an empty authority mean nothing to a file: `sqlite:///abs.db` is `/abs.db`. */
function stripAuthority(path: string): string {
  return path.startsWith("//") ? path.slice(2) : path;
}

/** `chinook.db` → `chinook`; a file that is nothing but a suffix keeps its whole name. */
function fileName(file: string): string {
  return basename(file, extname(file));
}

function parseServerUrl(url: string, engine: DialectName): DatabaseUrl {
  try {
    const parsed = new URL(url);
    const name = decodeURIComponent(parsed.pathname.slice(1)) || decodeURIComponent(parsed.username) || engine;
    const password = parsed.password === "" ? parsed.searchParams.get("password") : decodeURIComponent(parsed.password);
    // A password that is the user's own name cannot be told from it in a message.
    return { target: { engine, connection: url }, name, password: password === parsed.username ? null : password };
  } catch {
    const hint = "percent-encode what is special in the user's name and in the password (@ as %40, / as %2F, : as %3A)";
    throw new Failure("usage", `url: reading "${redactUrls(url)}": it is not a valid URL`, { hint });
  }
}

function unknownScheme(url: string, scheme: string): Failure {
  const toCome = Object.hasOwn(enginesToCome, scheme) ? enginesToCome[scheme] : undefined;
  const known = Object.keys(engines);
  const reason =
    toCome === undefined
      ? `"${scheme}:" is no engine's scheme${suggestion(scheme, known)}`
      : `${toCome} is not available in this version, which reads PostgreSQL, MySQL, MariaDB and SQLite`;
  return new Failure(
    "usage",
    `url: reading "${redactUrls(url)}": ${reason}`,
    toCome === undefined ? { hint: urlForms } : {},
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
