import type { Config, DatabaseConfig, OutputConfig, RunConfig } from "./config.js";
import { boolean, func, objectOf, positive, text, texts, type ObjectShape, type Shape } from "./shape.js";

const connection: Shape = {
  kind: "either",
  shapes: [text, { kind: "record", value: { kind: "any" } }, func],
  expected: "a URL, the driver's own options, env(…), or a function that gives one of them",
};

const output = {
  importSuffix: { kind: "choice", values: [".js", ".ts"] },
  templates: text,
  format: boolean,
  verify: boolean,
  strict: boolean,
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

const database = objectOf<DatabaseConfig>({
  required: { out: text },
  optional: {
    ...output,
    dialect: { kind: "choice", values: ["postgresql", "sqlite"] },
    connection,
    schemas: texts,
    include: texts,
    exclude: texts,
    from: text,
    snapshot: text,
  },
});

/** What a configuration may hold. */
export const configShape: ObjectShape = objectOf<Config>({
  required: { databases: { kind: "record", value: database } },
  optional: { ...output, ...run },
});
