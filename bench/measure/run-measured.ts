import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a process took, from its start to its end. */
export interface Usage {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly memoryMb: number;
  readonly stdout: string;
}

/** Runs a Node program and measures it; a failure of its own ends the benchmark. */
export function runMeasured(args: readonly string[]): Usage {
  const folder = mkdtempSync(join(tmpdir(), "tablewright-bench-"));
  const file = join(folder, "usage.json");
  const preload = fileURLToPath(new URL("report-usage.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", preload, ...args], {
    encoding: "utf8",
    env: { ...process.env, BENCH_USAGE_FILE: file },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}:\n${stdout}${stderr}`);
  const usage = JSON.parse(readFileSync(file, "utf8")) as Omit<Usage, "stdout">;
  rmSync(folder, { recursive: true });
  return { ...usage, stdout };
}

/** The one of several runs that took the middle amount of CPU. */
export function medianRun(runs: number, run: () => Usage): Usage {
  const usages = Array.from({ length: runs }, run).sort((one, other) => one.cpuMs - other.cpuMs);
  const middle = usages[Math.floor(runs / 2)];
  if (middle === undefined) throw new Error("no run");
  return middle;
}
