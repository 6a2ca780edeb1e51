// `npm run quickstart`, from a fresh clone too: a SQLite database, its generated module, a program that uses it, and what it prints.
import { join } from "node:path";
import { generateSample, makeSqliteSample, runNode, sqliteFile } from "./sample.mjs";

const steps = [
  [
    "install what is missing, build the generator",
    () => ["install", "build"].forEach((name) => runNode([`scripts/${name}.mjs`])),
  ],
  ["make a database: generated-example/sqlite/schema.sql", makeSqliteSample],
  [
    "generate its module: tablewright generate --config generated-example/sqlite/tablewright.config.ts",
    () => generateSample("sqlite"),
  ],
  ["compile: tsc -p generated-example/sqlite", compile],
  ["run generated-example/sqlite/run.ts", run],
];

for (const [title, step] of steps) {
  process.stderr.write(`# ${title}\n`);
  step();
}

function compile() {
  runNode(["node_modules/typescript/bin/tsc", "-p", "generated-example/sqlite"]);
}

function run() {
  runNode([join("generated-example", "dist", "sqlite", "run.js"), sqliteFile]);
}
