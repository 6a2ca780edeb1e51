import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseEnv } from "node:util";
import type { DatabaseUrl } from "../../config/database-url.js";
import { parseUrlFlag } from "../../config/parse-url-flag.js";
import { postgresqlTraits } from "../../dialect/built-in/postgresql-traits.js";
import { builtInDialects } from "../../dialect/built-in-dialects.js";
import type { Session } from "../session.js";
import { dependsOn, type PackageFile } from "./load-package.js";

/** What a new configuration will say. */
export interface ConfigPlan {
  readonly name: string;
  /** The dialect that was asked for; null where the URL tells. */
  readonly dialect: string | null;
  /** A file's URL, or null where the connection is looked up in `DATABASE_URL`. A server's URL is never written down: it may hold a password. */
  readonly url: string | null;
  readonly out: string;
  /** The driver that the project still has to install; null where it has one. */
  readonly missingDriver: string | null;
  /** `DATABASE_URL` where the configuration needs it and it is not set. */
  readonly missingVariable: string | null;
}

const variable = "DATABASE_URL";

/** Decides from the flags, `DATABASE_URL`, the installed drivers and the SQLite files that lie about. */
export async function planConfig({ flags, io, secrets }: Session, manifest: PackageFile | null): Promise<ConfigPlan> {
  const known = io.env[variable] ?? loadVariable(io.cwd);
  const file = flags.url === undefined && known === undefined ? findSqliteFile(io.cwd, manifest) : undefined;
  const url = flags.url ?? known ?? file;
  const parsed = url === undefined ? null : await parseUrlFlag(url, flags.dialect, io.cwd);
  if (parsed !== null && parsed.password !== null) secrets.add(parsed.password);
  const name = flags.name ?? parsed?.name ?? "database";
  const isWritten = url !== undefined && url !== known && isOfFile(parsed);
  return {
    name,
    dialect: flags.dialect ?? null,
    url: isWritten ? toFileUrl(url, parsed) : null,
    out: flags.out ?? join(existsSync(join(io.cwd, "src")) ? "src" : "", toFolderName(name)).replaceAll("\\", "/"),
    missingDriver: missingDriver(parsed, manifest),
    missingVariable: isWritten || known !== undefined ? null : variable,
  };
}

/** The configuration's text. */
export function printConfig({ name, dialect, url, out }: ConfigPlan): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  const connection = url === null ? `env("${variable}")` : JSON.stringify(url);
  return `import { defineConfig${url === null ? ", env" : ""} } from "tablewright";

export default defineConfig({
  databases: {
    ${key}: {${dialect === null ? "" : `\n      dialect: ${JSON.stringify(dialect)},`}
      connection: ${connection},
      out: ${JSON.stringify(out)},
    },
  },
});
`;
}

function loadVariable(directory: string): string | undefined {
  const file = join(directory, ".env");
  const value = existsSync(file) ? parseEnv(readFileSync(file, "utf8"))[variable] : undefined;
  return value === "" ? undefined : value;
}

/** The only SQLite file in the folder, for a project that does not ask for a server's driver. */
function findSqliteFile(directory: string, manifest: PackageFile | null): string | undefined {
  const servers = builtInDialects.filter(({ urls }) => urls.file === null);
  if (servers.some(({ driver }) => dependsOn(manifest, driver))) return undefined;
  const found = readdirSync(directory).filter((name) => /\.(db|db3|sqlite|sqlite3)$/i.test(name));
  return found.length === 1 ? found[0] : undefined;
}

function missingDriver(parsed: DatabaseUrl | null, manifest: PackageFile | null): string | null {
  const driver = parsed?.dialect.driver;
  if (driver !== undefined) return dependsOn(manifest, driver) ? null : driver;
  return builtInDialects.some(({ driver }) => dependsOn(manifest, driver)) ? null : postgresqlTraits.driver;
}

function isOfFile(parsed: DatabaseUrl | null): parsed is DatabaseUrl {
  return parsed !== null && parsed.dialect.urls.file !== null;
}

/** A bare path gets the scheme of its engine. */
function toFileUrl(url: string, { dialect }: DatabaseUrl): string {
  const { schemes } = dialect.urls;
  return schemes.some((scheme) => url.toLowerCase().startsWith(`${scheme}:`)) ? url : `${schemes[0] ?? ""}:${url}`;
}

/** A folder's name that is harmless on every system. */
function toFolderName(name: string): string {
  const plain = basename(name)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "database" : plain;
}
