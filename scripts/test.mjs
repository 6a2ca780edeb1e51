// `npm test`, from a fresh clone too: installs, builds, runs the tests (of the given folders, or all) and ends with one line of counts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tablewright-test-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
// The tests' own handling of Ctrl-C stops the servers; this process only has to outlive it.
process.on("SIGINT", () => undefined);

for (const step of ["scripts/install.mjs", "scripts/install-mariadb.mjs", "scripts/build.mjs"]) {
  const { status } = runNode([step]);
  if (status !== 0) finish({ passed: 0, failed: 1, skipped: 0 }, `${step} failed`);
}

const results = join(folder, "results.json");
const servers = join(folder, "servers.json");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
const { status } = runNode(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)], {
  TABLEWRIGHT_TEST_SERVERS_FILE: servers,
});
const report = loadJson(results);
if (report === null) finish({ passed: 0, failed: 1, skipped: 0 }, "the tests did not run to their end");

const counts = countTests(report);
console.log(`engines: ${(loadJson(servers)?.engines ?? []).join(", ") || "none"}`);
console.log(sharedSchemas());
// An error outside every test, such as an unhandled rejection, shows in the exit status alone.
if (status !== 0 && counts.failed === 0)
  finish({ ...counts, failed: 1 }, "an error was thrown outside the tests: see above");
finish(counts, null);

function runNode(args, variables = {}) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...variables },
  });
}

function countTests({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const count = (...wanted) => tests.filter((test) => wanted.includes(test.status)).length;
  // A file that cannot be loaded holds no test that could fail.
  const broken = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: count("passed"),
    failed: count("failed") + broken.length,
    skipped: count("skipped", "pending", "todo", "disabled"),
  };
}

function sharedSchemas() {
  const { folder: path, schemas } = loadJson(join(root, "test", "support", "shared-schemas.json"));
  const there = schemas.filter((name) => loadText(join(root, path, `${name}.sql`)) !== null).length;
  const skipped = schemas.length - there;
  return `shared schemas: ${there} of ${schemas.length} found in ${path}${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}

/** Null where there is no such file. */
function loadJson(path) {
  const text = loadText(path);
  return text === null ? null : JSON.parse(text);
}

function loadText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function finish({ passed, failed, skipped }, reason) {
  if (reason !== null) console.log(reason);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed === 0 ? 0 : 1);
}
