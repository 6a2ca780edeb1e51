import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { readDatabase } from "../../src/introspect/read-database.js";
import { printModel } from "../../src/model/model-json.js";
import { complianceCases, fillWords, type GoldenName } from "../../src/testing/index.js";
import type { DialectUnderTest } from "./dialects/dialect-under-test.js";
import { goldenFile } from "./dialects/golden-model.js";

/** The cases that hold a model to a reviewed one. */
const goldens: Readonly<Record<GoldenName, string>> = {
  plain: "mechanics.server_version_gates",
  rich: "suite.golden_models_reviewed_by_diff",
};

/** Writes the models as they are now in place of the reviewed ones: the difference is there to be reviewed. */
export async function writeGoldens({ dialect }: DialectUnderTest): Promise<void> {
  for (const [name, caseName] of Object.entries(goldens)) {
    const given = dialect.fixtures[caseName];
    const script = given ?? complianceCases.find((testCase) => testCase.name === caseName)?.fixture ?? "";
    const database = await dialect.createDatabase();
    await database.run(fillWords(typeof script === "string" ? script : script.sql, dialect.words));
    const { model } = await readDatabase(database.target, { schemas: null, include: [], exclude: [] });
    await database.drop();
    const file = goldenFile(dialect.engine, name as GoldenName);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, printModel(model));
  }
}
