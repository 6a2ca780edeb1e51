import { deepEqual, ok } from "node:assert/strict";
import type { DatabaseModel } from "../../model/database-model.js";
import type { ComplianceContext } from "../compliance-context.js";
import { findDifferences } from "./model-part.js";

/** Reads a database of the dialect's own fixture and holds it to what the dialect states; gives the model for the case to see that its subject is in it. */
export async function readStated(context: ComplianceContext): Promise<DatabaseModel> {
  const { model: stated, diagnostics } = context.fixture;
  const reading = await context.read();
  deepEqual(findDifferences(reading.model, stated), []);
  if (diagnostics !== undefined) {
    deepEqual(reading.diagnostics.map(({ code }) => code).sort(), [...diagnostics].sort());
  }
  return reading.model;
}

/** Fails a case whose fixture does not show what the case is about. */
export function requireShown(isShown: boolean, what: string): void {
  ok(isShown, `the fixture shows no ${what}, or it was not read`);
}
