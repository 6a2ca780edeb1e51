import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What the compiler says of itself (`--extendedDiagnostics`). */
export interface CheckCost {
  readonly compiler: string;
  readonly checkSeconds: number;
  readonly totalSeconds: number;
  readonly memoryMb: number;
  /** Null where the compiler does not count them. */
  readonly instantiations: number | null;
}

/** Compiles a project with the compiler of a package; an error in it ends the benchmark. */
export function typeCheck(root: string, compiler: string, project: string): CheckCost {
  const program = join(root, "node_modules", compiler, "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [program, "-p", project, "--extendedDiagnostics"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${compiler} found errors in ${project}:\n${stdout.slice(0, 4000)}`);
  const read = (label: string): number | null => {
    const text = new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1];
    return text === undefined ? null : Number(text);
  };
  return {
    compiler,
    checkSeconds: read("Check time") ?? Number.NaN,
    totalSeconds: read("Total time") ?? Number.NaN,
    memoryMb: (read("Memory used") ?? Number.NaN) / 1024,
    instantiations: read("Instantiations"),
  };
}
