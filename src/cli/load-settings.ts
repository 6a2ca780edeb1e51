import { basename, dirname, resolve } from "node:path";
import type { Config, RunConfig } from "../config/config.js";
import { toDatabaseSettings, type ConfigOverrides, type DatabaseSettings } from "../config/database-settings.js";
import { configNames, findConfig, loadConfig, toLoadedConfig, type LoadedConfig } from "../config/load-config.js";
import { parseUrlFlag } from "../config/parse-url-flag.js";
import { Failure } from "../diagnostics.js";
import type { Flags } from "./flags.js";
import type { Session } from "./session.js";

/** What a command works on: databases, and how the run behaves. Flags have won over the configuration. */
export interface Settings {
  readonly databases: readonly DatabaseSettings[];
  readonly run: RunConfig;
  /** Null for a run without one. */
  readonly configFile: string | null;
}

/** What a command needs of a database that only flags describe. */
export interface Needs {
  /** `module`: an output folder; `snapshot`: a place for the snapshot at least; `nothing`: it only reads. */
  readonly place: "module" | "snapshot" | "nothing";
}

/** Loads the configuration; or, with `--url` or with `--from` where there is none, makes one out of the flags. */
export async function loadSettings(session: Session, needs: Needs): Promise<Settings> {
  const { flags, io } = session;
  const file = flags.url === undefined ? findFile(flags, io.cwd) : null;
  const loaded = file === null ? await toAdHocConfig(session, needs) : await loadConfig(file);
  if (file !== null && flags.name !== undefined)
    throw usage("--name", "it goes with --url, where no configuration names the database");
  const run = { ...loaded.config, ...toRunOverrides(flags) };
  session.settle(run);
  return { databases: toDatabaseSettings(loaded, toOverrides(flags, io.cwd)), run, configFile: file };
}

function findFile(flags: Flags, cwd: string): string | null {
  if (flags.config !== undefined) return resolve(cwd, flags.config);
  const found = findConfig(cwd);
  if (found !== null || flags.from !== undefined) return found;
  throw new Failure("config", `config: looking for ${configNames[0]} in "${cwd}": there is none`, {
    hint: "run `tablewright init`, or give --url and --out",
  });
}

/** A configuration of one database. Its out folder goes unused where the command needs none. */
async function toAdHocConfig({ flags, io, secrets }: Session, needs: Needs): Promise<LoadedConfig> {
  if (flags.config !== undefined) throw usage("--url", "it goes without --config");
  if (flags.database !== undefined)
    throw usage("--database", "it chooses from a configuration, and with --url there is none");
  const hasPlace = flags.out !== undefined || (needs.place === "snapshot" && flags.snapshot !== undefined);
  if (needs.place !== "nothing" && !hasPlace)
    throw usage("--out", "it is missing: name the folder of the generated module");
  const parsed = flags.url === undefined ? null : await parseUrlFlag(flags.url, flags.dialect, io.cwd);
  if (parsed !== null && parsed.password !== null) secrets.add(parsed.password);
  const name = flags.name ?? parsed?.name ?? nameOfFolder(flags, io.cwd);
  const config: Config = {
    databases: {
      [name]: { dialect: flags.dialect, connection: flags.url, from: flags.from, out: flags.out ?? io.cwd },
    },
  };
  return toLoadedConfig(config, resolve(io.cwd, "command line"));
}

/** A snapshot does not hold its database's name: it is taken from the folder of the module, or from that of the snapshot. */
function nameOfFolder(flags: Flags, cwd: string): string {
  return (
    basename(flags.out === undefined ? dirname(resolve(cwd, flags.from ?? "")) : resolve(cwd, flags.out)) || "database"
  );
}

function toOverrides(flags: Flags, cwd: string): ConfigOverrides {
  const path = (given: string | undefined): string | undefined =>
    given === undefined ? undefined : resolve(cwd, given);
  return {
    only: flags.database,
    dialect: flags.dialect,
    schemas: flags.schemas,
    include: flags.include,
    exclude: flags.exclude,
    timeoutMs: flags.timeout,
    from: path(flags.from),
    out: path(flags.out),
    snapshot: path(flags.snapshot),
    templates: path(flags.templates),
    importSuffix: flags["import-suffix"] === ".ts" ? ".ts" : flags["import-suffix"] === ".js" ? ".js" : undefined,
    format: flags.format,
    verify: flags.verify,
    strict: flags.strict,
    respectPrivileges: flags["respect-privileges"],
  };
}

/** Only the flags that were given, so that the configuration's values stand where they were not. */
function toRunOverrides(flags: Flags): RunConfig {
  const given: RunConfig = {
    dryRun: flags["dry-run"],
    watch: flags.watch,
    interval: flags.interval,
    json: flags.json,
    quiet: flags.quiet,
    verbose: flags.verbose,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function usage(flag: string, reason: string): Failure {
  return new Failure("usage", `flags: reading "${flag}": ${reason}`);
}
