/** The suite that every dialect runs: cases as data, for any test runner. */
export type { ConnectionTarget, Inspector } from "../introspect/inspector.js";
export { capabilities, type Capability, type EngineCapability, type Off } from "./capability.js";
export type { ComplianceCase, ComplianceHalf } from "./compliance-case.js";
export { complianceCases } from "./compliance-cases.js";
export type { ComplianceContext } from "./compliance-context.js";
export type {
  ComplianceDatabase,
  ComplianceDialect,
  ExpectedFixture,
  Fixture,
  GoldenName,
  Login,
  LoginKind,
  WatchedTarget,
} from "./compliance-dialect.js";
export { printComplianceTable } from "./compliance-table.js";
export type { ModelPart, Part } from "./model/model-part.js";
export { runCompliance, type ComplianceResult, type ComplianceRunner } from "./run-compliance.js";
export type { TestedPackage } from "./module/tested-packages.js";
export { fillWords, words, type Word } from "./word.js";
