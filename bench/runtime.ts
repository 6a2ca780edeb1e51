// What a call of a generated module takes, against a careful call of the driver by hand: `npm run bench:runtime -- [--engine sqlite] [--rounds 30]`.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { compare, type Comparison } from "./runtime/compare.js";
import { measureImport } from "./runtime/measure-import.js";
import { openMariadbSides } from "./runtime/open-mariadb-sides.js";
import { openPostgresqlSides } from "./runtime/open-postgresql-sides.js";
import { openSqliteSides } from "./runtime/open-sqlite-sides.js";
import { sampleUrl } from "./runtime/open-sides.js";
import { workloads } from "./runtime/workloads.js";

const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    engine: { type: "string", multiple: true, default: ["sqlite", "postgresql", "mariadb"] },
    rounds: { type: "string", default: "30" },
    only: { type: "string", default: "" },
  },
});

const engines = new Map([
  ["sqlite", { driver: "better-sqlite3", open: openSqliteSides }],
  ["postgresql", { driver: "pg", open: openPostgresqlSides }],
  ["mariadb", { driver: "mysql2", open: openMariadbSides }],
]);

for (const engine of values.engine) {
  console.log(`${engine}: processor time, generated / by hand`);
  const side = engines.get(engine);
  if (side === undefined) throw new Error(`no such engine: ${engine}`);
  const opened = await side.open();
  try {
    const driver = pathToFileURL(require.resolve(side.driver)).href;
    const [alone, both] = [measureImport([driver]), measureImport([driver, sampleUrl(engine)])];
    console.log(
      `  importing the sample's module adds ${(both - alone).toFixed(1)} ms to the ${alone.toFixed(1)} ms of the driver`,
    );
    for (const workload of workloads(opened.sides)) {
      if (workload.name.includes(values.only)) console.log(toText(await compare(workload, Number(values.rounds))));
    }
  } finally {
    await opened.close();
  }
}

function toText({ name, ratio, quartiles, handWrittenMicros }: Comparison): string {
  const [low, high] = quartiles.map((quartile) => quartile.toFixed(2));
  return `  ${name.padEnd(30)} ${ratio.toFixed(2)}  (${low} to ${high})  by hand ${handWrittenMicros.toFixed(1)} µs`;
}
