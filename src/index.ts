export type {
  Config,
  ConnectionConfig,
  ConnectionValue,
  DatabaseConfig,
  OutputConfig,
  RunConfig,
} from "./config/config.js";
export type { DialectName } from "./dialect/built-in-dialects.js";
export type { DialectPackage } from "./dialect/dialect-package.js";
export type * from "./dialect/dialect-traits.js";
export { defineConfig } from "./config/define-config.js";
export { env, type EnvReference } from "./config/env.js";
export {
  diagnostic,
  Failure,
  type Diagnostic,
  type DiagnosticCode,
  type FailureKind,
  type Severity,
} from "./diagnostics.js";
export type { FileDifference } from "./emit/compare-files.js";
export type { NamedObject, NamingFunctions, RelationNameRule, RepositoryRule } from "./emit/plan/plan-options.js";
export type { TypeChoice, TypeRule, UserType } from "./emit/plan/type-rule.js";
export type * from "./model/column-type.js";
export type * from "./model/database-model.js";
export type { DefaultValue } from "./model/default-value.js";
export type { CatalogReading, ConnectionTarget, Inspector, ReadOptions } from "./introspect/inspector.js";
export { diffModels, type Change } from "./model/diff-models.js";
export { parseModel, printModel } from "./model/model-json.js";
export type * from "./model/table-model.js";
export type { CheckReport } from "./run/check-databases.js";
export type { GenerateReport } from "./run/generate-databases.js";
export type { PullReport } from "./run/pull-databases.js";
export { check, generate, pull, type RunOptions } from "./run/run-config.js";
export { RunFailure, type DatabaseError } from "./run/run-failure.js";
