import type { Capability, EngineCapability } from "./capability.js";
import type { ComplianceContext } from "./compliance-context.js";

/** `dialect`: on a live database. `emitter`: on models made by hand, without a database. `meta`: on the suite and a dialect's part in it. */
export type ComplianceHalf = "dialect" | "emitter" | "meta";

/** One case of the suite: data, for any runner. */
export interface ComplianceCase {
  readonly name: string;
  readonly half: ComplianceHalf;
  /** The case runs where the dialect has it. */
  readonly capability: Capability;
  /** What parts of the case ask for besides: the rest runs without it. */
  readonly partly?: readonly EngineCapability[];
  /** The script of its database; `own` where each dialect brings one; absent where it needs none, or the shop's. */
  readonly fixture?: string;
  /** Throws where the case is not met. */
  readonly run: (context: ComplianceContext) => Promise<void>;
}

/** The fixture of a case that no script can state for every engine. */
export const own = "own";

/** Cases on a live database. */
export function toDialectCases(cases: readonly Omit<ComplianceCase, "half">[]): readonly ComplianceCase[] {
  return cases.map((testCase) => ({ ...testCase, half: "dialect" }));
}

/** Cases on models made by hand. */
export function toEmitterCases(cases: readonly Pick<ComplianceCase, "name" | "run">[]): readonly ComplianceCase[] {
  return cases.map((testCase) => ({ ...testCase, half: "emitter", capability: "emitter" }));
}
