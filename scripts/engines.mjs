// Runs the compliance suite and writes what is kept of it anew: docs/engines.md and test/compliance/golden: `npm run engines`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "test/compliance/compliance.test.ts"],
  {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, TABLEWRIGHT_COMPLIANCE_UPDATE: "1" },
  },
);
process.exit(status ?? 1);
