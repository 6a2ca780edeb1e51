import { deepEqual, equal } from "node:assert/strict";
import type { DatabaseModel } from "../../model/database-model.js";
import { diffModels } from "../../model/diff-models.js";
import { parseModel, printModel } from "../../model/model-json.js";
import type { ComplianceContext } from "../compliance-context.js";
import type { GoldenName } from "../compliance-dialect.js";

/** Holds a model to the one that was reviewed, byte for byte; what differs is told as changes of the database. */
export async function requireGolden(context: ComplianceContext, name: GoldenName, model: DatabaseModel): Promise<void> {
  const golden = await context.dialect.loadGolden(name);
  if (golden === null) throw new Error(`${context.dialect.name} has no reviewed model "${name}"`);
  deepEqual(diffModels(parseModel(golden), model), []);
  equal(printModel(model), golden);
}
