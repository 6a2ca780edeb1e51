import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { useRunFolder } from "./test/support/run-folder.js";

useRunFolder();

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    // Generated code imports the package by name; under test that is the source, so no build stands between an edit and a run.
    alias: [
      { find: /^tablewright$/, replacement: source("index.ts") },
      { find: /^tablewright\/testing$/, replacement: source("testing/index.ts") },
      { find: /^tablewright\/runtime$/, replacement: source("runtime/index.ts") },
      { find: /^tablewright\/dialect$/, replacement: source("runtime/dialect/index.ts") },
      { find: /^tablewright\/codegen\/v1$/, replacement: source("runtime/codegen/v1/index.ts") },
      { find: /^tablewright\/codegen\/v1\/(\w+)$/, replacement: source("runtime/codegen/v1/$1.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/server-setup.ts"],
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: "America/St_Johns" },
  },
});
