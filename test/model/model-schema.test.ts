import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryModel } from "./arbitrary-model.js";
import { makeModel } from "./sample-model.js";

const file = fileURLToPath(new URL("../../schema/model-v1.json", import.meta.url));
const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
const validate = new Ajv({ allowUnionTypes: true }).compile(schema as object);

test("the published JSON Schema is what the types say", () => {
  const script = fileURLToPath(new URL("../../scripts/model-schema.mjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("every model is valid against it", () => {
  fc.assert(
    fc.property(arbitraryModel, (model) => {
      validate(model);
      expect(validate.errors).toBeNull();
    }),
  );
});

test.each([
  ["a missing list", { ...makeModel(), views: undefined }],
  ["an unknown key", { ...makeModel(), tabels: [] }],
  ["another version", { ...makeModel(), modelVersion: 2 }],
  ["a default of no known kind", { ...makeModel(), enums: [{ schema: "s", name: "e", values: [1], comment: null }] }],
])("%s is not", (_, model) => {
  expect(validate(model)).toBe(false);
});
