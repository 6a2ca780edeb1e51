import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { expect, it } from "vitest";
import { listFiles } from "../support/structure/list-files.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(join(root, ".github/workflows/ci.yml"), "utf8");
/** The text of each job, by its name. */
const jobs = new Map(
  [...text.slice(text.indexOf("\njobs:")).matchAll(/^ {2}(\w+):\n((?:(?: {4}.*|)\n)+)/gm)].map(
    ([, name = "", body = ""]) => [name, body],
  ),
);
const variables = /TABLEWRIGHT_TEST_\w+_URL/g;

it("is YAML, laid out as the rest of the project", async () => {
  expect(await format(text, { parser: "yaml", printWidth: 120 })).toBe(text);
  expect([...jobs.keys()]).toEqual(["test", "check", "quickstart", "sqlserver", "mysql", "mariadb", "postgresql"]);
});

it("names the servers by the variables that the tests read, and all of them", () => {
  const files = listFiles(root, "test", ".ts").filter((file) => !file.endsWith("workflow.test.ts"));
  const read = files.flatMap((file) => readFileSync(join(root, file), "utf8").match(variables) ?? []);
  expect(namesIn(text.match(variables) ?? [])).toEqual(namesIn(read));
});

it.each([...jobs])("gives the job %s all that a job needs", (_, body) => {
  for (const key of ["name", "runs-on", "timeout-minutes", "steps"])
    expect(body).toMatch(new RegExp(`^ {4}${key}:`, "m"));
  const used = [...body.matchAll(/\$\{\{ matrix\.(\w+) \}\}/g)].map(([, key = ""]) => key);
  const matrix = /^ {6}matrix:\n((?: {8}.*\n)+)/m.exec(body)?.[1] ?? "";
  expect(used.filter((key) => !new RegExp(`\\b${key}:`).test(matrix))).toEqual([]);
  expect((body.match(/\$\{\{/g) ?? []).length).toBe(used.length);
});

it.each([...jobs].filter(([, body]) => body.includes("services:")))(
  "waits until the server of %s answers",
  (_, body) => {
    expect(body).toContain("--health-cmd");
    expect(body).toContain("wait for the port");
    const published = /ports: \["(\d+):\1"\]/.exec(body)?.[1];
    expect(body).toContain(`/dev/tcp/127.0.0.1/${published}'`);
    expect(body).toContain(`@127.0.0.1:${published}/`);
  },
);

it("runs scripts and folders that there are", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
  const named = [...text.matchAll(/npm run (\w+)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const paths = [...text.matchAll(/npm test -- (.*)/g)].flatMap(([, list = ""]) => list.split(" "));
  const existing = listFiles(root, "test", ".ts");
  expect(paths.filter((path) => !existing.some((file) => file.startsWith(path)))).toEqual([]);
});

function namesIn(found: readonly string[]): readonly string[] {
  return [...new Set(found)].sort();
}
