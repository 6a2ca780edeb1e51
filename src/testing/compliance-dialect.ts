import type { ConnectionTarget, Inspector } from "../introspect/inspector.js";
import type { Executor } from "../runtime/executor.js";
import type { EngineCapability, Off } from "./capability.js";
import type { TestedPackage } from "./module/tested-packages.js";
import type { ModelPart } from "./model/model-part.js";
import type { Word } from "./word.js";

/** A dialect on one server, as the suite needs it. */
export interface ComplianceDialect {
  /** How the table of results calls it: `PostgreSQL 18`. */
  readonly name: string;
  /** The engine of its models, after which the door of its generated code is called: `postgresql`. */
  readonly engine: string;
  /** The dialect's package; needed where the engine is no built-in one. */
  readonly package?: TestedPackage;
  /** What it has, and why it lacks the rest. A case whose capability is off does not run. */
  readonly capabilities: Readonly<Record<EngineCapability, "on" | Off>>;
  /** What stands for `{word}` in the suite's own scripts. */
  readonly words: Readonly<Record<Word, string>>;
  /** Whether schemas beside the default one are read only where they are named. Default false: all are read. */
  readonly namesSchemas?: boolean;
  /** By case: the scripts of cases that have none of their own, and scripts in place of theirs. */
  readonly fixtures: Readonly<Record<string, Fixture>>;
  /** Makes an empty database on the server. */
  readonly createDatabase: () => Promise<ComplianceDatabase>;
  /** Opens the catalog. Default: the package, or the built-in inspector of the target's engine. */
  readonly openInspector?: (target: ConnectionTarget) => Promise<Inspector>;
  /** Opens the door that the generated code of its databases uses. */
  readonly openExecutor: (target: ConnectionTarget) => Promise<Executor>;
  /** A statement that takes some seconds; needed where `timeouts` is on. */
  readonly slowStatement?: string;
  /** Ways to log in, by name; needed where `logins` is on. A text says why there is none. */
  readonly logins?: (database: ComplianceDatabase) => Readonly<Record<LoginKind, Login | string>>;
  /** The canonical JSON of a model that was reviewed, by its name; null where there is none yet. */
  readonly loadGolden: (name: GoldenName) => Promise<string | null>;
}

/** `plain` is the suite's own small schema, the same on every version of a server; `rich` is what the dialect's fixture makes. */
export type GoldenName = "plain" | "rich";

/** A script, or a script with what must be read of it. */
export type Fixture = string | ExpectedFixture;

export interface ExpectedFixture {
  readonly sql: string;
  /** What the model must hold at least. */
  readonly model: ModelPart;
  /** The codes of the diagnostics that the reading must give, in any order. Default: not looked at. */
  readonly diagnostics?: readonly string[];
}

/** A database of one case. */
export interface ComplianceDatabase {
  readonly target: ConnectionTarget;
  /** The same for the role of the word `reader`, which owns nothing; needed where `roles` is on. */
  readonly reader?: ConnectionTarget;
  /** What must stand nowhere: passwords, hosts, paths. At least one. */
  readonly secrets: readonly string[];
  /** Runs a script of any number of statements. */
  readonly run: (script: string) => Promise<void>;
  /** Makes a target whose statements are written down as the server sees them. */
  readonly watch: () => Promise<WatchedTarget>;
  /** Makes readers of the catalog wait, until what it gives is called; needed where `timeouts` is on. */
  readonly block?: () => Promise<() => Promise<void>>;
  readonly drop: () => Promise<void>;
}

export interface WatchedTarget {
  readonly target: ConnectionTarget;
  readonly statements: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

export type LoginKind = "password" | "certificate" | "integrated" | "token" | "wallet";

export interface Login {
  readonly target: ConnectionTarget;
  /** The same with a secret that is wrong; null where there is none. */
  readonly wrong: ConnectionTarget | null;
}
