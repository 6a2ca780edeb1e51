import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, it } from "vitest";
import { complianceCases, runCompliance } from "../../src/testing/index.js";
import type { DialectUnderTest } from "./dialects/dialect-under-test.js";
import { dialectsUnderTest } from "./dialects/dialects-under-test.js";
import { writeGoldens } from "./write-goldens.js";

const folder = fileURLToPath(new URL("../../.tmp", import.meta.url));
const updates = process.env["TABLEWRIGHT_COMPLIANCE_UPDATE"] !== undefined;

for (const tested of await dialectsUnderTest()) {
  describe(tested.dialect.name, () => {
    if (updates) beforeAll(() => writeGoldens(tested));
    runCompliance(tested.dialect, { test: it, after: afterAll, folder, cases: casesOf(tested) });
    afterAll(tested.end);
  });
}

/** What is emitted does not depend on a server's version: one of them runs those cases. */
function casesOf({ isOlder }: DialectUnderTest): typeof complianceCases {
  return isOlder ? complianceCases.filter(({ half }) => half !== "emitter") : complianceCases;
}
