import { deepEqual } from "node:assert/strict";
import { capabilities, type Off } from "../capability.js";
import { own, type ComplianceCase } from "../compliance-case.js";
import type { ComplianceDialect } from "../compliance-dialect.js";
import { requireGolden } from "../model/require-golden.js";
import { offReason } from "../off-reason.js";

/** Cases on the suite, and on the part that a dialect takes in it. */
export function toSuiteCases(others: readonly ComplianceCase[]): readonly ComplianceCase[] {
  const cases: readonly ComplianceCase[] = [
    ...others,
    {
      name: "suite.everyCaseHasCapability",
      half: "meta",
      capability: "suite",
      run: async () => {
        deepEqual(
          cases.filter(({ capability }) => !Object.hasOwn(capabilities, capability)),
          [],
        );
        const used = new Set(cases.flatMap(({ capability, partly = [] }) => [capability, ...partly]));
        deepEqual(
          Object.keys(capabilities).filter((name) => !([...used] as readonly string[]).includes(name)),
          [],
          "a capability that no case asks for is not tested",
        );
        deepEqual(new Set(cases.map(({ name }) => name)).size, cases.length);
      },
    },
    {
      name: "suite.everyDialectRunsEveryCaseOrDeclaresWhyNot",
      half: "meta",
      capability: "suite",
      run: async ({ dialect }) => deepEqual(findOmissions(dialect, cases), []),
    },
    {
      name: "suite.golden_models_reviewed_by_diff",
      half: "meta",
      capability: "suite",
      fixture: own,
      run: async (context) => requireGolden(context, "rich", await context.model()),
    },
  ];
  return cases;
}

/** What a dialect owes the suite: a word on every capability, a reason for every one that is off, a script for every case that has none of its own. */
export function findOmissions(dialect: ComplianceDialect, cases: readonly ComplianceCase[]): readonly string[] {
  const stated: Readonly<Record<string, "on" | Off | undefined>> = dialect.capabilities;
  const engineCases = cases.filter(({ half }) => half === "dialect");
  const unstated = new Set(
    engineCases.map(({ capability }) => capability).filter((name) => stated[name] === undefined),
  );
  const unreasoned = Object.entries(stated).filter(
    ([, state]) => state !== "on" && (state?.off ?? "").trim().length < 10,
  );
  const running = cases.filter((testCase) => offReason(dialect, testCase) === null);
  const scriptless = running.filter(({ name, fixture }) => fixture === own && dialect.fixtures[name] === undefined);
  const known = new Set(cases.map(({ name }) => name));
  const stale = Object.keys(dialect.fixtures).filter((name) => !known.has(name));
  return [
    ...[...unstated].map((name) => `${name}: neither on nor off`),
    ...unreasoned.map(([name]) => `${name}: off without a reason`),
    ...scriptless.map(({ name }) => `${name}: no fixture`),
    ...stale.map((name) => `${name}: a fixture for no case`),
  ];
}
