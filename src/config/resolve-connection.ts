import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { builtInDialects } from "../dialect/built-in-dialects.js";
import type { DialectTraits } from "../dialect/dialect-traits.js";
import { Failure } from "../diagnostics.js";
import type { ConnectionTarget } from "../introspect/inspector.js";
import { isRecord } from "../lang/is-record.js";
import type { DatabaseSettings } from "./database-settings.js";
import { parseDatabaseUrl } from "./database-url.js";
import { loadDialect } from "./load-dialect.js";
import type { Secrets } from "./secrets.js";

/** Where secrets come from, and where those that were met are kept so that no message shows them. */
export interface SecretSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: Secrets;
}

/** What can be opened, and how. */
export interface ResolvedConnection {
  readonly target: ConnectionTarget;
  readonly dialect: DialectTraits;
}

/** Calls the functions and looks up the variables of a connection. */
export async function resolveConnection(settings: DatabaseSettings, source: SecretSource): Promise<ResolvedConnection> {
  if (settings.connection === null)
    throw new Failure("config", `config: connecting to "${settings.name}": it has no "connection"`);
  const given =
    typeof settings.connection === "function"
      ? await callProvider(settings.connection, settings.name)
      : settings.connection;
  const value = await resolveValue(given, settings, source);
  const { directory } = settings;
  const dialect = settings.dialect === null ? null : await loadDialect(settings.dialect, directory);
  if (typeof value === "string") return toUrlTarget(value, { settings, dialect, source });
  if (!isRecord(value))
    throw new Failure(
      "config",
      `config: connecting to "${settings.name}": the function gave neither a URL nor options`,
    );
  return toOptionsTarget(value, { settings, dialect, source });
}

async function callProvider<T>(provider: () => T | Promise<T>, name: string): Promise<T> {
  try {
    return await provider();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure("connection", `config: asking the function of "${name}" for its connection: ${reason}`, {
      cause: error,
    });
  }
}

/** Options that a provider may compute; functions elsewhere are the driver's own (certificate checks, streams) and pass as they are. */
const providers: ReadonlySet<string> = new Set(["connectionString", "uri", "password", "user", "host"]);

async function resolveValue(value: unknown, settings: DatabaseSettings, source: SecretSource): Promise<unknown> {
  if (!isRecord(value)) return value;
  const variable = value["env"];
  if (typeof variable === "string" && Object.keys(value).length === 1) return lookUp(variable, settings, source);
  const resolved: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const called =
      typeof one === "function" && providers.has(key)
        ? await callProvider(() => Reflect.apply(one, undefined, []) as unknown, settings.name)
        : one;
    resolved[key] = await resolveValue(called, settings, source);
    if (isSecretKey(key) && typeof resolved[key] === "string") source.secrets.add(resolved[key]);
  }
  return resolved;
}

function isSecretKey(key: string): boolean {
  return /pass|secret|token|key/i.test(key);
}

function lookUp(variable: string, settings: DatabaseSettings, source: SecretSource): string {
  const value = source.env[variable] ?? loadEnvFile(settings.directory)[variable];
  if (value !== undefined && value !== "") return value;
  throw new Failure(
    "config",
    `config: connecting to "${settings.name}": the environment variable "${variable}" is not set`,
    {
      hint: `set it, or write it to ${join(settings.directory, ".env")}`,
    },
  );
}

function loadEnvFile(directory: string): Readonly<Record<string, string | undefined>> {
  const file = join(directory, ".env");
  return existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
}

interface Resolving {
  readonly settings: DatabaseSettings;
  /** Null where the configuration names none. */
  readonly dialect: DialectTraits | null;
  readonly source: SecretSource;
}

function toUrlTarget(url: string, { settings, dialect, source }: Resolving): ResolvedConnection {
  const { target, dialect: told, password } = parseDatabaseUrl(url, settings.directory, dialectsBeside(dialect));
  if (password !== null) source.secrets.add(password);
  if (dialect !== null && familyOf(dialect) !== familyOf(told)) {
    throw new Failure(
      "config",
      `config: connecting to "${settings.name}": its dialect is "${dialect.name}", but its URL is of ${target.engine}`,
    );
  }
  return { target, dialect: told };
}

/** A dialect's own URLs come first. */
function dialectsBeside(dialect: DialectTraits | null): readonly DialectTraits[] {
  return dialect === null || builtInDialects.includes(dialect) ? builtInDialects : [dialect, ...builtInDialects];
}

/** The engines that a URL may mean, where the server itself says which of them it is. */
function familyOf({ name, urls }: DialectTraits): string {
  return urls.family ?? name;
}

function toOptionsTarget(
  options: Readonly<Record<string, unknown>>,
  { settings, dialect, source }: Resolving,
): ResolvedConnection {
  const given = options["connectionString"] ?? options["uri"];
  // A connection string of SQL Server or Oracle may be of another form: that is the driver's own business.
  const isUrl = typeof given === "string" && (dialect === null || /^[a-z][a-z0-9+.-]*:\/\//i.test(given));
  const url = isUrl ? parseDatabaseUrl(given, settings.directory, dialectsBeside(dialect)) : null;
  if (url !== null && url.password !== null) source.secrets.add(url.password);
  if (typeof given === "string" && url === null) addSecretsOf(given, source);
  const known = dialect ?? url?.dialect;
  if (known === undefined) {
    throw new Failure(
      "config",
      `config: connecting to "${settings.name}": "dialect" is needed where the connection is an object`,
    );
  }
  const file = options["file"];
  const isPath = known.urls.file !== null && typeof file === "string" && file !== ":memory:";
  const connection = isPath ? { ...options, file: resolve(settings.directory, file) } : options;
  return { target: { engine: known.name, connection }, dialect: known };
}

/** The passwords of `Server=…;Password=…`. */
function addSecretsOf(text: string, { secrets }: SecretSource): void {
  for (const [, secret = ""] of text.matchAll(/(?:^|;)\s*(?:password|pwd)\s*=\s*([^;]*)/gi)) secrets.add(secret.trim());
}
