import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DatabaseSettings } from "../config/database-settings.js";
import { findBuiltIn } from "../dialect/built-in-dialects.js";
import type { Diagnostic } from "../diagnostics.js";
import { hashText, manifestPath } from "../emit/manifest.js";
import { openOutputFolder } from "../emit/output-folder.js";
import type { Reading } from "../introspect/read-database.js";
import { isRecord } from "../lang/is-record.js";
import { printModel } from "../model/model-json.js";
import type { ComparedModule } from "./compare-module.js";
import { moduleStamp } from "./module-stamp.js";
import { programFingerprint } from "./program-fingerprint.js";
import { loadSnapshotText } from "./snapshot-file.js";

/** What an earlier run on this machine made of the same model. */
export interface ModuleMemory {
  /** The module as it stands on the disk, where planning and rendering would give that again; else null. */
  readonly recalled: ComparedModule | null;
  /** Keeps what a run has written, for the next one. */
  readonly remember: (compared: ComparedModule) => Promise<void>;
}

/**
 * Looks whether planning and rendering can be left out, since the model, the settings and the program are those of the last run, and every file still is as it
 * was left. What was made is kept under `node_modules/.cache`; a project without that folder, or with settings that are more than data, has no memory.
 */
export async function consultMemory(settings: DatabaseSettings, reading: Reading): Promise<ModuleMemory> {
  const file = isData(settings) ? memoryFile(settings) : null;
  if (file === null) return { recalled: null, remember: async () => undefined };
  const text = printModel(reading.model);
  const facts = [moduleStamp(settings, null), settings.snapshot, reading.diagnostics];
  const key = hashText(`${programFingerprint()}\n${JSON.stringify(facts)}\n${text}`);
  const kept = await loadRecord(file);
  return {
    recalled: kept?.key === key ? await recall(settings, reading, { kept, text }) : null,
    remember: (compared) =>
      writeRecord(file, { key, manifest: manifestAfter(compared), diagnostics: compared.module.diagnostics }),
  };
}

/** Functions, templates and dialects of packages cannot be compared with what they were; formatting and type-checking depend on more than the settings. */
function isData({ dialect, plan, templates, format, verify }: DatabaseSettings): boolean {
  if (dialect !== null && (typeof dialect !== "string" || findBuiltIn(dialect) === null)) return false;
  return Object.keys(plan.naming).length === 0 && templates === null && !format && !verify;
}

interface MemoryRecord {
  readonly key: string;
  /** A hash of the manifest's text. */
  readonly manifest: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Recollection {
  readonly kept: MemoryRecord;
  /** The model as a snapshot. */
  readonly text: string;
}

async function recall(
  settings: DatabaseSettings,
  reading: Reading,
  { kept, text }: Recollection,
): Promise<ComparedModule | null> {
  const folder = await openOutputFolder(settings.out);
  if (folder.manifest === null || folder.manifestText === null || hashText(folder.manifestText) !== kept.manifest)
    return null;
  if (!settings.plan.snapshot && (await loadSnapshotText(settings.snapshot)) !== text) return null;
  const files = Object.entries(folder.manifest.files);
  if (!files.every(([path, hash]) => isAsWritten(join(settings.out, path), hash))) return null;
  const { model, statements, counted } = reading;
  const comparison = { folder, differences: [], changed: [], unchanged: files.length };
  return {
    settings,
    module: { model, files: [], diagnostics: kept.diagnostics, statements, counted },
    comparison,
    snapshot: null,
  };
}

/** Read at once, file by file: for thousands of small files that takes a fifth of the time that promises take. */
function isAsWritten(file: string, hash: string): boolean {
  try {
    return hashText(readFileSync(file, "utf8")) === hash;
  } catch {
    // What cannot be read is not as it was: comparing says what is the matter.
    return false;
  }
}

/** A hash of the manifest as it is once the comparison has been carried out. */
function manifestAfter({ comparison }: ComparedModule): string {
  const written = comparison.changed.find(({ path }) => path === manifestPath);
  return hashText(written?.text ?? comparison.folder.manifestText ?? "");
}

/** Of its own for each output folder; null where there is no place. */
function memoryFile({ directory, out }: DatabaseSettings): string | null {
  const modules = findModules(directory);
  return modules === null ? null : join(modules, ".cache", "tablewright", `${hashText(out).slice(0, 32)}.json`);
}

function findModules(folder: string): string | null {
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return modules;
  return dirname(folder) === folder ? null : findModules(dirname(folder));
}

/** Null for none; one that cannot be read is none. */
async function loadRecord(file: string): Promise<MemoryRecord | null> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return isRecord(value) && Array.isArray(value["diagnostics"]) ? (value as unknown as MemoryRecord) : null;
  } catch {
    return null;
  }
}

async function writeRecord(file: string, record: MemoryRecord): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(record));
  } catch {
    // A folder that cannot be written costs time at the next run, and nothing else.
  }
}
