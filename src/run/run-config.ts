import type { Config } from "../config/config.js";
import { toDatabaseSettings } from "../config/database-settings.js";
import { toLoadedConfig } from "../config/load-config.js";
import { createSecrets } from "../config/secrets.js";
import type { CheckReport } from "./check-databases.js";
import type { GenerateReport } from "./generate-databases.js";
import type { PullReport } from "./pull-databases.js";
import type { RunContext } from "./run-context.js";

/** What a run is given from outside. */
export interface RunOptions {
  /** The folder that the configuration's relative paths start from, and in which `.env` is looked for. */
  readonly directory: string;
  /** Where `env("NAME")` is looked up before `.env`: `process.env`, as a rule. Default: nothing. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Writes nothing, and reports what would be written. Default: what the configuration says, else false. */
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((database: string, what: string) => void) | undefined;
}

/**
 * Generates the modules of a configuration's databases, as `tablewright generate` does. What the user can mend is thrown as a `RunFailure`, which holds one
 * error for each database concerned, or as a `Failure`; nothing is written then.
 *
 * @example await generate(config, { directory: import.meta.dirname, env: process.env })
 */
export async function generate(config: Config, options: RunOptions): Promise<readonly GenerateReport[]> {
  const { generateDatabases } = await import("./generate-databases.js");
  const dryRun = options.dryRun ?? config.dryRun;
  return generateDatabases(settingsOf(config, options), contextOf(options), { dryRun });
}

/** Compares the modules of a configuration's databases with the disk, as `tablewright check` does; writes nothing. Throws as `generate` does. */
export async function check(config: Config, options: RunOptions): Promise<readonly CheckReport[]> {
  const { checkDatabases } = await import("./check-databases.js");
  return checkDatabases(settingsOf(config, options), contextOf(options));
}

/** Writes the snapshots of a configuration's databases, as `tablewright pull` does. Throws as `generate` does. */
export async function pull(config: Config, options: RunOptions): Promise<readonly PullReport[]> {
  const { pullDatabases } = await import("./pull-databases.js");
  const dryRun = options.dryRun ?? config.dryRun;
  return pullDatabases(settingsOf(config, options), contextOf(options), { dryRun });
}

function settingsOf(config: Config, { directory }: RunOptions): ReturnType<typeof toDatabaseSettings> {
  return toDatabaseSettings(toLoadedConfig(config, `${directory}/configuration`));
}

function contextOf({ env = {}, onProgress = () => undefined }: RunOptions): RunContext {
  return { env, secrets: createSecrets(), onProgress };
}
