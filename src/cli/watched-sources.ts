import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSettings } from "../config/database-settings.js";
import { resolveConnection } from "../config/resolve-connection.js";
import type { Settings } from "./load-settings.js";
import type { Session } from "./session.js";

/** What a run depends on. */
export interface WatchedSources {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Whether a server's catalog is read, which can only be asked. */
  readonly isLive: boolean;
}

/** Finds what a run depends on. */
export async function watchedSources(settings: Settings, session: Session): Promise<WatchedSources> {
  const sources = await Promise.all(settings.databases.map((one) => sourcesOf(one, session)));
  return {
    files: [...(settings.configFile === null ? [] : [settings.configFile]), ...sources.flatMap(({ files }) => files)],
    folders: sources.flatMap(({ folders }) => folders),
    isLive: sources.some(({ isLive }) => isLive),
  };
}

/** One text for the state of all files: it differs when one of them was changed, made or removed. */
export function fileStates({ files, folders }: WatchedSources): string {
  const inside = folders.flatMap((folder) => filesOf(folder).map((name) => join(folder, name)));
  return [...files, ...inside].map((file) => `${file} ${stateOf(file)}`).join("\n");
}

async function sourcesOf(settings: DatabaseSettings, { io, secrets }: Session): Promise<WatchedSources> {
  const folders = settings.templates === null ? [] : [settings.templates];
  if (settings.from !== null) return { files: [settings.from], folders, isLive: false };
  const { target, dialect } = await resolveConnection(settings, { env: io.env, secrets });
  const { connection } = target;
  const file = typeof connection === "string" ? undefined : connection["file"];
  const ofFiles = dialect.urls.file;
  if (ofFiles !== null && typeof file === "string")
    return { files: [file, ...ofFiles.beside.map((suffix) => `${file}${suffix}`)], folders, isLive: false };
  return { files: [], folders, isLive: true };
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    // The run itself says that the folder cannot be read.
    return [];
  }
}

function stateOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? "none" : `${stats.mtimeMs} ${stats.size}`;
}
