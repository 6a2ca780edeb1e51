// Writes the checked-in modules of generated-example/ anew, for both engines: `npm run regenerate`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateSample, makeSqliteSample, root, runNode } from "./sample.mjs";

for (const name of ["install", "build"]) runNode([`scripts/${name}.mjs`]);
makeSqliteSample();
generateSample("sqlite");
await withPostgres(async (serverUrl) => {
  const url = await makePostgresqlSample(serverUrl);
  generateSample("postgresql", { LIBRARY_URL: url });
});

async function withPostgres(use) {
  const server = spawn(process.execPath, [join(root, "scripts", "postgres-server.mjs")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  try {
    const [output] = await Promise.race([once(server.stdout.setEncoding("utf8"), "data"), ended]);
    if (typeof output !== "string") throw new Error("the PostgreSQL server did not start");
    await use(output.trim());
  } finally {
    server.stdin.end();
    await ended;
  }
}

/** The database's name is the sample's on both engines, as a name that is told stays in the generated text. */
async function makePostgresqlSample(serverUrl) {
  const { default: pg } = await import("pg");
  const url = new URL("/library", serverUrl).href;
  await runSql(pg, serverUrl, "create database library");
  await runSql(pg, url, readFileSync(join(root, "generated-example", "postgresql", "schema.sql"), "utf8"));
  return url;
}

async function runSql(pg, connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
