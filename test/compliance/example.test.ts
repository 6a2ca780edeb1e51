import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeWorkFolder, removeWorkFolder, runNode } from "../support/compile-module.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";

beforeAll(async () => void (folder = await makeWorkFolder("dialect-example")));
afterAll(() => removeWorkFolder(folder));

it("runs the example of docs/testing.md against the built package, by another runner", async () => {
  const text = await readFile(join(root, "docs/testing.md"), "utf8");
  const code = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  await mkdir(join(folder, "node_modules"));
  await symlink(root, join(folder, "node_modules/tablewright"), "dir");
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "dialect.test.js"), code);
  const { code: status, output, errors } = await runNode(["--test", "dialect.test.js"], folder);
  expect({ status, errors }, output).toEqual({ status: 0, errors: "" });
  expect(output).toMatch(/crud\.upsert_by_each_unique_key` *\| ✓/);
  expect(output).toMatch(/sequences\.\S+` *\| –/);
});
