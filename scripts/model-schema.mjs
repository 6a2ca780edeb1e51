import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { createGenerator } from "ts-json-schema-generator";

// Writes schema/model-v1.json from the types of src/model; with --check it only says whether the file is as it should be.

const file = fileURLToPath(new URL("../schema/model-v1.json", import.meta.url));

/** The JSON Schema of a model, as text. */
export async function renderModelSchema() {
  const generator = createGenerator({
    path: fileURLToPath(new URL("../src/model/database-model.ts", import.meta.url)),
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
    type: "DatabaseModel",
    additionalProperties: false,
    skipTypeCheck: true,
    sortProps: true,
  });
  const schema = generator.createSchema("DatabaseModel");
  const text = JSON.stringify({ $id: "urn:tablewright:model:v1", ...schema });
  return format(text, { ...(await resolveConfig(file)), parser: "json" });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await renderModelSchema();
  if (!process.argv.includes("--check")) await writeFile(file, text);
  else if ((await readFile(file, "utf8")) !== text) {
    process.stderr.write("schema/model-v1.json is stale: run `node scripts/model-schema.mjs`\n");
    process.exitCode = 2;
  }
}
