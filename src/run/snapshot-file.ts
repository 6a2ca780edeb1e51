import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "../diagnostics.js";
import { makeFolder } from "../emit/make-folder.js";
import { reasonOf } from "../lang/reason-of.js";
import type { DatabaseModel } from "../model/database-model.js";
import { parseModel } from "../model/model-json.js";

/** The model in a snapshot's file; null where there is no such file. */
export async function loadSnapshot(file: string): Promise<DatabaseModel | null> {
  const text = await loadSnapshotText(file);
  if (text === null) return null;
  try {
    return parseModel(text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.kind, `${error.message} (in "${file}")`, {
      cause: error,
      ...(error.hint === null ? {} : { hint: error.hint }),
    });
  }
}

/** The text of a snapshot's file; null where there is no such file. */
export async function loadSnapshotText(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new Failure("config", `snapshot: loading "${file}": ${reasonOf(error)}`, { cause: error });
  }
}

/** Replaces a snapshot's file in one step, so that a run that is cut off leaves the old one whole. */
export async function writeSnapshot(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`;
  try {
    await makeFolder(dirname(file));
    await writeFile(temporary, text);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new Failure("output", `snapshot: writing "${file}": ${reasonOf(error)}`, { cause: error });
  }
}
