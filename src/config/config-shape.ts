import type { NamingFunctions, RelationNameRule, RepositoryRule } from "../emit/plan/plan-options.js";
import type { TypeRule, UserType } from "../emit/plan/type-rule.js";
import type { ViewRule } from "../introspect/view-rules.js";
import type { Config, DatabaseConfig, OutputConfig, RunConfig } from "./config.js";
import { boolean, func, objectOf, positive, text, texts, type ObjectShape, type Shape } from "./shape.js";

const connection: Shape = {
  kind: "either",
  shapes: [text, { kind: "record", value: { kind: "any" } }, func],
  expected: "a URL, the driver's own options, env(…), or a function that gives one of them",
};

/** A dialect that was made elsewhere is checked when it is loaded. */
const dialect: Shape = {
  kind: "either",
  shapes: [text, { kind: "record", value: { kind: "any" } }],
  expected: "an engine's name, the name of a dialect's package, or the dialect that a package exports",
};

const output = {
  importSuffix: { kind: "choice", values: [".js", ".ts"] },
  templates: text,
  format: boolean,
  verify: boolean,
  strict: boolean,
  respectPrivileges: boolean,
  timeoutMs: positive,
} as const satisfies Readonly<Record<keyof OutputConfig, Shape>>;

const run = {
  only: texts,
  dryRun: boolean,
  watch: boolean,
  interval: positive,
  json: boolean,
  quiet: boolean,
  verbose: boolean,
} as const satisfies Readonly<Record<keyof RunConfig, Shape>>;

const naming = objectOf<NamingFunctions>({
  required: {},
  optional: { singular: func, plural: func, type: func, repository: func, property: func },
});

const userType = objectOf<UserType>({ required: { type: text, from: text }, optional: { codec: text } });

const typeRule = objectOf<TypeRule>({
  required: {
    use: {
      kind: "either",
      shapes: [{ kind: "choice", values: ["number", "bigint", "string", "Date"] }, userType],
      expected: '"number", "bigint", "string", "Date", or an object with type, codec and from',
    },
  },
  optional: { column: text, databaseType: text },
});

const relation = objectOf<RelationNameRule>({
  required: { foreignKey: text },
  optional: { toOne: text, toMany: text, through: text },
});

const view = objectOf<ViewRule>({
  required: { view: text },
  optional: { key: texts, notNull: texts, nullable: texts },
});

const repository = objectOf<RepositoryRule>({ required: { table: text, className: text, from: text }, optional: {} });

const database = objectOf<DatabaseConfig>({
  required: { out: text },
  optional: {
    ...output,
    dialect,
    connection,
    schemas: texts,
    include: texts,
    exclude: texts,
    from: text,
    snapshot: text,
    partitions: boolean,
    routines: { kind: "either", shapes: [boolean, texts], expected: "true, false, or a list of globs" },
    views: { kind: "list", element: view },
    naming,
    types: { kind: "list", element: typeRule },
    relations: { kind: "list", element: relation },
    repositories: { kind: "list", element: repository },
  },
});

/** What a configuration may hold. */
export const configShape: ObjectShape = objectOf<Config>({
  required: { databases: { kind: "record", value: database } },
  optional: { ...output, ...run },
});
