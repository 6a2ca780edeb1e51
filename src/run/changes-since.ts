import { Failure } from "../diagnostics.js";
import type { DatabaseModel } from "../model/database-model.js";
import { diffModels, type Change } from "../model/diff-models.js";
import { loadSnapshot } from "./snapshot-file.js";

/** What changed in a database since its snapshot was made; empty where there is none, or one that cannot be read any more. */
export async function changesSince(snapshot: string, model: DatabaseModel): Promise<readonly Change[]> {
  try {
    const before = await loadSnapshot(snapshot);
    return before === null ? [] : diffModels(before, model);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
