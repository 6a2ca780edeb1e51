import { isAbsolute, relative, resolve, sep } from "node:path";
import { Failure } from "../diagnostics.js";
import type { PlanOptions } from "../emit/plan/plan-options.js";
import type { Scope } from "../introspect/scope.js";
import type { ViewRule } from "../introspect/view-rules.js";
import { suggestion } from "../lang/nearest-name.js";
import type { Config, ConnectionConfig, DatabaseConfig, RunConfig } from "./config.js";
import type { DialectChoice } from "./load-dialect.js";
import type { LoadedConfig } from "./load-config.js";

/** One database of a configuration with every default filled in and every path absolute. */
export interface DatabaseSettings {
  readonly name: string;
  /** What relative paths in a connection start from. */
  readonly directory: string;
  /** Null where the URL, or the model of a snapshot, tells. */
  readonly dialect: DialectChoice | null;
  /** Null where the model is only read from a snapshot. */
  readonly connection: ConnectionConfig | null;
  readonly scope: Scope;
  readonly viewRules: readonly ViewRule[];
  /** Milliseconds. */
  readonly timeoutMs: number;
  /** The snapshot to read in place of the database; null reads the database. */
  readonly from: string | null;
  readonly out: string;
  /** Where the snapshot is kept. */
  readonly snapshot: string;
  /** Null for the built-in templates only. */
  readonly templates: string | null;
  readonly plan: PlanOptions;
  readonly format: boolean;
  readonly verify: boolean;
  readonly strict: boolean;
}

/** The snapshot's name where it is one of the module's files. */
const snapshotName = "schema.json";

/** What flags say, which wins over the configuration. Paths are absolute. */
export type ConfigOverrides = { readonly [Key in keyof DatabaseConfig]?: DatabaseConfig[Key] | undefined } & RunConfig;

/** The settings of the databases that are chosen, in the configuration's order. */
export function toDatabaseSettings(loaded: LoadedConfig, overrides: ConfigOverrides = {}): readonly DatabaseSettings[] {
  const all = Object.keys(loaded.config.databases);
  const chosen = chooseNames(all, overrides.only ?? loaded.config.only);
  rejectOverridesOfSeveral(chosen, overrides);
  const settings = chosen.flatMap((name) => {
    const database = loaded.config.databases[name];
    return database === undefined
      ? []
      : [toSettings(name, merge(loaded.config, database, overrides), loaded.directory)];
  });
  rejectSharedFolders(settings);
  return settings;
}

function chooseNames(all: readonly string[], only: readonly string[] | undefined): readonly string[] {
  const unknown = only?.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    const known = all.map((name) => `"${name}"`).join(", ");
    throw new Failure(
      "usage",
      `database: choosing "${unknown}": the configuration has no such database${suggestion(unknown, all)}`,
      { hint: `it has ${known}` },
    );
  }
  return only === undefined ? all : all.filter((name) => only.includes(name));
}

const ofOneDatabase = ["connection", "dialect", "out", "from", "snapshot"] as const;

function rejectOverridesOfSeveral(chosen: readonly string[], overrides: ConfigOverrides): void {
  const given = ofOneDatabase.find((key) => overrides[key] !== undefined);
  if (given === undefined || chosen.length <= 1) return;
  throw new Failure("usage", `flags: applying --${given}: it is of one database, and ${chosen.length} are chosen`, {
    hint: "choose one with --database",
  });
}

/** A key whose value is undefined counts as absent. */
function merge(config: Config, database: DatabaseConfig, overrides: ConfigOverrides): DatabaseConfig {
  const present = Object.entries(overrides).filter(([, value]) => value !== undefined);
  const own = Object.entries(database).filter(([, value]) => value !== undefined);
  return { ...config, ...Object.fromEntries([...own, ...present]), out: overrides.out ?? database.out };
}

function toSettings(name: string, config: DatabaseConfig, directory: string): DatabaseSettings {
  const path = (given: string | undefined): string | null => (given === undefined ? null : resolve(directory, given));
  if (config.connection === undefined && config.from === undefined) {
    throw new Failure("config", `config: reading the database "${name}": it has neither "connection" nor "from"`);
  }
  const out = resolve(directory, config.out);
  const snapshot = path(config.snapshot) ?? resolve(out, snapshotName);
  return {
    name,
    directory,
    dialect: config.dialect ?? null,
    connection: config.connection ?? null,
    scope: { schemas: config.schemas ?? null, include: config.include ?? [], exclude: config.exclude ?? [] },
    viewRules: config.views ?? [],
    timeoutMs: config.timeoutMs ?? 60_000,
    from: path(config.from),
    out,
    snapshot,
    templates: path(config.templates),
    plan: toPlan(name, config, { directory, out, snapshot: snapshot === resolve(out, snapshotName) }),
    format: config.format ?? false,
    verify: config.verify ?? false,
    strict: config.strict ?? false,
  };
}

interface PlanPlaces {
  readonly directory: string;
  readonly out: string;
  /** Whether the snapshot is one of the module's files. */
  readonly snapshot: boolean;
}

function toPlan(name: string, config: DatabaseConfig, places: PlanPlaces): PlanOptions {
  const own = <Rule extends { readonly from: string }>(rule: Rule): Rule => ({
    ...rule,
    from: fromOutput(rule.from, places),
  });
  return {
    name,
    importSuffix: config.importSuffix ?? ".js",
    snapshot: places.snapshot,
    partitions: config.partitions ?? false,
    respectPrivileges: config.respectPrivileges ?? false,
    routines: config.routines ?? true,
    naming: config.naming ?? {},
    typeRules: (config.types ?? []).map((rule) =>
      typeof rule.use === "string" ? rule : { ...rule, use: own(rule.use) },
    ),
    relationNames: config.relations ?? [],
    repositories: (config.repositories ?? []).map(own),
  };
}

/** A module that the configuration names by a path from its own folder, as a path from the output folder; a package stays as it is. */
function fromOutput(from: string, { directory, out }: PlanPlaces): string {
  if (!/^\.{0,2}\//.test(from)) return from;
  const path = relative(out, resolve(directory, from)).replaceAll(sep, "/");
  return path.startsWith(".") ? path : `./${path}`;
}

/** A folder is owned by one module: two would take each other's files for strangers or leftovers. */
function rejectSharedFolders(settings: readonly DatabaseSettings[]): void {
  for (const [index, one] of settings.entries()) {
    const other = settings
      .slice(index + 1)
      .find((candidate) => isWithin(one.out, candidate.out) || isWithin(candidate.out, one.out));
    if (other === undefined) continue;
    throw new Failure(
      "config",
      `config: comparing the output folders: "${one.name}" and "${other.name}" share "${one.out}"`,
      { hint: "give each a folder of its own, none inside another" },
    );
  }
}

function isWithin(folder: string, path: string): boolean {
  const rest = relative(folder, path);
  return rest !== ".." && !rest.startsWith(`..${sep}`) && !isAbsolute(rest);
}
