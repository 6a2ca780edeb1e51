import { startPostgresServer, type PostgresServer, type PostgresVersion } from "./postgres-server.js";

const urlVariables: Readonly<Record<PostgresVersion, string>> = {
  "18": "TABLEWRIGHT_TEST_POSTGRES_URL",
  "12": "TABLEWRIGHT_TEST_POSTGRES12_URL",
};

/** Gives every test file a PostgreSQL server: the ones named by the environment, or else new ones for this run. */
export default async function setup(): Promise<() => Promise<void>> {
  const servers = await Promise.all([provide("18"), provide("12")]);
  return async () => {
    await Promise.all(servers.map((server) => server?.stop()));
  };
}

async function provide(version: PostgresVersion): Promise<PostgresServer | undefined> {
  const variable = urlVariables[version];
  if (process.env[variable] !== undefined) return undefined;
  const server = await startPostgresServer(version);
  process.env[variable] = server.url;
  return server;
}
