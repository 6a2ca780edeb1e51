import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, it } from "vitest";
import { runCompliance } from "../../src/testing/index.js";
import { dialectsUnderTest } from "./dialects/dialects-under-test.js";
import { writeGoldens } from "./write-goldens.js";

const folder = fileURLToPath(new URL("../../.tmp", import.meta.url));
const updates = process.env["TABLEWRIGHT_COMPLIANCE_UPDATE"] !== undefined;

for (const tested of await dialectsUnderTest()) {
  describe(tested.dialect.name, () => {
    if (updates) beforeAll(() => writeGoldens(tested));
    runCompliance(tested.dialect, { test: it, after: afterAll, folder });
    afterAll(tested.end);
  });
}
