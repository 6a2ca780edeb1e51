import { statSync } from "node:fs";
import { basename, extname, isAbsolute, resolve, sep } from "node:path";
import { builtInDialects, comingDialects } from "../dialect/built-in-dialects.js";
import { sqliteTraits } from "../dialect/built-in/sqlite-traits.js";
import type { DialectTraits } from "../dialect/dialect-traits.js";
import { Failure } from "../diagnostics.js";
import type { ConnectionTarget } from "../introspect/inspector.js";
import { suggestion } from "../lang/nearest-name.js";
import { redactUrls } from "../lang/redact-urls.js";

/** What a URL says of a database. */
export interface DatabaseUrl {
  readonly target: ConnectionTarget;
  /** The engine's. */
  readonly dialect: DialectTraits;
  /** The database's own name: of the file without its suffix, or the last part of the URL. */
  readonly name: string;
  /** The password in it; null where it holds none. */
  readonly password: string | null;
}

/**
 * Reads a URL, or the path of a SQLite file; relative paths start at `directory`. Fails without showing what may be a secret. `dialects` are those whose
 * URLs are known.
 */
export function parseDatabaseUrl(
  url: string,
  directory: string,
  dialects: readonly DialectTraits[] = builtInDialects,
): DatabaseUrl {
  const scheme = schemeOf(url);
  if (scheme === null || isFile(resolve(directory, url))) return parsePath(url, { directory, dialects });
  const dialect = dialects.find(({ urls }) => urls.schemes.includes(scheme));
  if (dialect === undefined) throw unknownScheme(url, scheme, dialects);
  if (dialect.urls.file === null) return parseServerUrl(url, dialect);
  return databaseFile(dialect, stripAuthority(url.slice(scheme.length + 1)), { directory, dialects });
}

/** One letter is no scheme, but a drive. */
function schemeOf(url: string): string | null {
  return /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase() ?? null;
}

interface Surroundings {
  readonly directory: string;
  readonly dialects: readonly DialectTraits[];
}

/** A path is of the engine that its suffix tells, else of SQLite. */
function parsePath(path: string, surroundings: Surroundings): DatabaseUrl {
  const { directory, dialects } = surroundings;
  const suffix = extname(path).toLowerCase();
  const bySuffix = dialects.find(({ urls }) => urls.file?.suffixes.includes(suffix) === true);
  const looksLikeFile = path.includes("/") || path.includes(sep) || bySuffix !== undefined;
  if (isFile(resolve(directory, path)) || looksLikeFile)
    return databaseFile(bySuffix ?? sqliteTraits, path, surroundings);
  throw new Failure("usage", `url: reading "${redactUrls(path)}": it is neither a URL nor an existing file`, {
    hint: urlForms(dialects),
  });
}

function databaseFile(dialect: DialectTraits, path: string, { directory, dialects }: Surroundings): DatabaseUrl {
  const { name, urls } = dialect;
  if (path === "")
    throw new Failure("usage", `url: reading "${urls.schemes[0] ?? name}:": it names no file`, {
      hint: urlForms(dialects),
    });
  const file = path === ":memory:" || isAbsolute(path) ? path : resolve(directory, path);
  return { target: { engine: name, connection: { file } }, dialect, name: fileName(file), password: null };
}

/** `//` and an empty authority mean nothing to a file: `sqlite:///abs.db` is `/abs.db`. */
function stripAuthority(path: string): string {
  return path.startsWith("//") ? path.slice(2) : path;
}

/** `chinook.db` → `chinook`; a file that is nothing but a suffix keeps its whole name. */
function fileName(file: string): string {
  return basename(file, extname(file));
}

function parseServerUrl(url: string, dialect: DialectTraits): DatabaseUrl {
  const { name: engine } = dialect;
  try {
    const parsed = new URL(url);
    const name = decodeURIComponent(parsed.pathname.slice(1)) || decodeURIComponent(parsed.username) || engine;
    const password = parsed.password === "" ? parsed.searchParams.get("password") : decodeURIComponent(parsed.password);
    // A password that is the user's own name cannot be told from it in a message.
    const shown = password === parsed.username ? null : password;
    return { target: { engine, connection: url }, dialect, name, password: shown };
  } catch {
    const hint = "percent-encode what is special in the user's name and in the password (@ as %40, / as %2F, : as %3A)";
    throw new Failure("usage", `url: reading "${redactUrls(url)}": it is not a valid URL`, { hint });
  }
}

function unknownScheme(url: string, scheme: string, dialects: readonly DialectTraits[]): Failure {
  const known = dialects.flatMap(({ urls }) => urls.schemes);
  const doing = `url: reading "${redactUrls(url)}":`;
  const coming = comingDialects.find(({ urls }) => urls.schemes.includes(scheme));
  if (coming !== undefined) {
    const others = dialects.map(({ title }) => title).join(", ");
    return new Failure("usage", `${doing} ${coming.title} is not available in this version, which reads ${others}`);
  }
  const text = `${doing} "${scheme}:" is no engine's scheme${suggestion(scheme, known)}`;
  return new Failure("usage", text, {
    hint: `${urlForms(dialects)}; name the package of another dialect with --dialect`,
  });
}

function urlForms(dialects: readonly DialectTraits[]): string {
  return `write ${dialects.map(({ urls }) => urls.form).join(", ")}, or the path of an existing SQLite file`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
