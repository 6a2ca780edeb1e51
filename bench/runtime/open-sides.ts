import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Sides } from "./workloads.js";

export interface OpenSides {
  readonly sides: Sides;
  close(): Promise<void>;
}

export const root: string = fileURLToPath(new URL("../..", import.meta.url));
const example = join(root, "generated-example");

/** The sample's module for an engine and the function that fills a database, compiled. */
export async function loadSample<Module>(
  engine: string,
): Promise<{ readonly module: Module; readonly seed: (db: unknown) => Promise<void> }> {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", join(example, engine)], { stdio: "inherit" });
  if (status !== 0) throw new Error(`the sample for ${engine} does not compile`);
  const load = async (path: string): Promise<unknown> => import(pathToFileURL(join(example, "dist", path)).href);
  const { seed } = (await load("library/seed/seed.js")) as { readonly seed: (db: unknown) => Promise<void> };
  return { module: (await import(sampleUrl(engine))) as Module, seed };
}

/** The compiled module of an engine. */
export function sampleUrl(engine: string): string {
  return pathToFileURL(join(example, "dist", engine, "generated", "index.js")).href;
}

/** What this process has spent on the processor. */
export function clientCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
