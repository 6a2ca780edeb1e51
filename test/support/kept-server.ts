import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A running throw-away server; `url` is a superuser's. */
export interface KeptServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts one of the servers of `scripts/`, which stops with the calling process, however that ends. Null where this machine has none of its kind. */
export async function startKeptServer(script: string, args: readonly string[]): Promise<KeptServer | null> {
  const program = fileURLToPath(new URL(`../../scripts/${script}`, import.meta.url));
  // In a process group of its own Ctrl-C does not reach it before the tests have let go of the server.
  const keeper = spawn(process.execPath, [program, ...args], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  const url = await readUrl(keeper, script);
  return url === null ? null : { url, stop: () => stopKeeper(keeper) };
}

async function readUrl(keeper: ChildProcess, script: string): Promise<string | null> {
  let output = "";
  let errors = "";
  keeper.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    keeper.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.endsWith("\n")) resolve(output.trim());
    });
    keeper.once("error", reject);
    keeper.once("exit", (code) => (code === missing ? resolve(null) : reject(new Error(`${script} ended: ${errors}`))));
  });
}

async function stopKeeper(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null) return;
  const ended = once(keeper, "exit");
  keeper.stdin?.end();
  await ended;
}

/** The exit code of a script whose server is not installed. */
const missing = 69;
