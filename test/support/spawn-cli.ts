import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { CliResult } from "./run-cli.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** Builds the command line where its sources changed since the last build; test files that ask for it at once take turns. */
export async function buildCli(): Promise<void> {
  while (!takeTurn()) await sleep(200);
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
      cwd: root,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`the build failed: ${stdout}${stderr}`);
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

const turn = fileURLToPath(new URL("../../node_modules/.cache/tablewright-building", import.meta.url));
const turnMaxMs = 180_000;

function takeTurn(): boolean {
  try {
    mkdirSync(dirname(turn), { recursive: true });
    mkdirSync(turn);
    return true;
  } catch {
    // A run that was killed leaves its turn behind.
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > turnMaxMs) rmSync(turn, { recursive: true, force: true });
    return false;
  }
}

export interface SpawnOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user to run as; only root may choose another. */
  readonly uid?: number;
}

/** Starts the built command line as a process of its own. */
export function startCli(args: readonly string[], options: SpawnOptions): ChildProcessWithoutNullStreams {
  const { cwd, env, uid } = options;
  return spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

/** Runs the built command line to its end. */
export async function runSpawned(args: readonly string[], options: SpawnOptions): Promise<CliResult> {
  const child = startCli(args, options);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code: code ?? -1, stdout, stderr };
}
