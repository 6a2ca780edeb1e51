import { Failure } from "../diagnostics.js";
import { isRecord } from "../lang/is-record.js";
import { modelVersion, type DatabaseModel } from "./database-model.js";
import { findMismatch } from "./shape/find-mismatch.js";
import { modelShape } from "./shape/model-shape.js";
import { printShape } from "./shape/print-shape.js";
import { validateModel } from "./validate-model.js";

/** The model as canonical JSON: the same bytes for the same model, on every machine. `schema/model-v1.json` describes it. */
export function printModel(model: DatabaseModel): string {
  return printShape(modelShape, model);
}

/** Reads what `printModel` wrote. Text that is no model, or one of another version, is a `Failure` that says where. */
export function parseModel(text: string): DatabaseModel {
  const value = parseJson(text);
  requireVersion(value);
  const mismatch = findMismatch(modelShape, value);
  if (mismatch !== null) throw failure(`at "${mismatch.path}": expected ${mismatch.expected}`);
  // Every part has just been compared with the shape, which the compiler holds to the type.
  const model = value as DatabaseModel;
  const problem = validateModel(model)[0];
  if (problem !== undefined) throw failure(`at "${problem.subject}": ${problem.text}`);
  return model;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ""));
  } catch (error) {
    throw failure(error instanceof Error ? error.message : String(error), error);
  }
}

function requireVersion(value: unknown): void {
  const version = isRecord(value) ? value["modelVersion"] : undefined;
  if (version === modelVersion) return;
  if (typeof version !== "number") throw failure("it is not a model of a database: it has no modelVersion");
  throw failure(`it is of version ${version}, and this program reads version ${modelVersion}`);
}

function failure(reason: string, cause?: unknown): Failure {
  return new Failure("config", `model: reading a snapshot: ${reason}`, {
    hint: "make it anew with `tablewright pull`",
    cause,
  });
}
