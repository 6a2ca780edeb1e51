// Everything that must hold before a change goes in: `npm run check`. The tests come last, so that their counts end the output.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = "node_modules/.cache";

run("install", ["scripts/install.mjs"]) || process.exit(1);
// The sample imports the package by its name, so what lint knows of its types comes from the build.
run("build", ["scripts/build.mjs"]) || process.exit(1);
const results = [
  run("types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"]),
  run("lint", ["node_modules/eslint/bin/eslint.js", "--cache", "--cache-location", `${cache}/eslint/`, "."]),
  run("format", [
    "node_modules/prettier/bin/prettier.cjs",
    "--check",
    "--log-level",
    "warn",
    "--cache",
    "--cache-location",
    `${cache}/prettier`,
    ".",
  ]),
  run("tests", ["scripts/test.mjs"]),
];
if (results.includes(false)) process.exit(1);

function run(title, args) {
  console.log(`# ${title}`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) console.log(`# ${title} failed`);
  return status === 0;
}
