import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complianceCases, runCompliance, type ComplianceResult } from "../../src/testing/index.js";
import { printComplianceTable } from "../../src/testing/compliance-table.js";
import { comparePages } from "./compare-pages.js";
import type { DialectUnderTest } from "./dialects/dialect-under-test.js";
import { dialectsUnderTest } from "./dialects/dialects-under-test.js";
import { printEnginesPage, type EngineRun } from "./engines-page.js";
import { writeGoldens } from "./write-goldens.js";

const folder = fileURLToPath(new URL("../../.tmp", import.meta.url));
const page = new URL("../../docs/engines.md", import.meta.url);
/** Set by `npm run engines`: what is kept of the models and the page is written anew. */
const updates = process.env["TABLEWRIGHT_COMPLIANCE_UPDATE"] !== undefined;
const runs: (EngineRun & { readonly expected: number })[] = [];

for (const tested of await dialectsUnderTest()) {
  const { dialect } = tested;
  describe(dialect.name, () => {
    const results: ComplianceResult[] = [];
    const cases = casesOf(tested);
    runs.push({ dialect, results, expected: cases.length });
    if (updates && !tested.isOlder) beforeAll(() => writeGoldens(tested));
    const onResult = (result: ComplianceResult): unknown => results.push(result);
    runCompliance(dialect, { test: it, after: afterAll, folder, cases, onResult });
    afterAll(tested.end);
  });
}

describe("the page of engines", () => {
  // A run of chosen tests knows nothing of the others.
  const isWhole = (): boolean => runs.every(({ results, expected }) => results.length === expected);

  it("says what ran, and how it went", ({ skip }) => {
    if (!isWhole()) skip("not every case ran");
    const made = printEnginesPage(runs);
    process.stdout.write(`\n${printComplianceTable(runs.flatMap(({ results }) => results))}\n\n`);
    if (updates) writeFileSync(page, made);
    const kept = readFileSync(page, "utf8");
    expect(comparePages(kept, made), "make docs/engines.md anew with `npm run engines`").toEqual([]);
  });
});

/** What is emitted does not depend on a server's version: one of them runs those cases. */
function casesOf({ isOlder }: DialectUnderTest): typeof complianceCases {
  return isOlder ? complianceCases.filter(({ half }) => half !== "emitter") : complianceCases;
}
