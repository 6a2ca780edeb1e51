// Writes the checked-in modules of generated-example/ anew, for every engine: `npm run regenerate`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateSample, makeSqliteSample, root, runNode } from "./sample.mjs";

for (const name of ["install", "build"]) runNode([`scripts/${name}.mjs`]);
makeSqliteSample();
generateSample("sqlite");
for (const [engine, makeSample] of [
  ["postgresql", makePostgresqlSample],
  ["mariadb", makeMariadbSample],
]) {
  await withServer(engine, async (serverUrl) => generateSample(engine, { LIBRARY_URL: await makeSample(serverUrl) }));
}

async function withServer(engine, use) {
  const program = engine === "postgresql" ? "postgres-server.mjs" : "mariadb-server.mjs";
  const server = spawn(process.execPath, [join(root, "scripts", program)], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(server, "exit");
  try {
    const [output] = await Promise.race([once(server.stdout.setEncoding("utf8"), "data"), ended]);
    if (typeof output !== "string") throw new Error(`the server of ${engine} did not start`);
    await use(output.trim());
  } finally {
    server.stdin.end();
    await ended;
  }
}

/** The database's name is the sample's on every engine, as a name that is told stays in the generated text. */
async function makePostgresqlSample(serverUrl) {
  const { default: pg } = await import("pg");
  const url = new URL("/library", serverUrl).href;
  await runSql(pg, serverUrl, "create database library");
  await runSql(pg, url, readFileSync(join(root, "generated-example", "postgresql", "schema.sql"), "utf8"));
  return url;
}

async function makeMariadbSample(serverUrl) {
  const { default: mysql } = await import("mysql2/promise");
  const url = new URL("/library", serverUrl).href;
  const client = await mysql.createConnection({ uri: serverUrl, multipleStatements: true });
  await client.query("create database library; use library");
  await client.query(withoutDelimiters(readFileSync(join(root, "generated-example", "mariadb", "schema.sql"), "utf8")));
  await client.end();
  return url;
}

/** The server finds the end of a routine by itself; only the command line client has to be told. */
function withoutDelimiters(script) {
  return script.replaceAll(/^DELIMITER .*$/gm, "").replaceAll(/\/\/$/gm, ";");
}

async function runSql(pg, connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
