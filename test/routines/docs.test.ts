import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { compileFolder, makeWorkFolder, removeWorkFolder, runNode } from "../support/compile-module.js";
import { createPostgresDatabase } from "../support/postgres-database.js";
import { generateInto } from "./generated-module.js";

const page = fileURLToPath(new URL("../../docs/routines.md", import.meta.url));

it("the example of docs/routines.md compiles, runs, and prints what it says", async () => {
  const text = await readFile(page, "utf8");
  const blockOf = (language: string): string =>
    new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(text)?.[1] ?? "";
  const folder = await makeWorkFolder("routines-docs");
  const database = await createPostgresDatabase({ script: blockOf("sql") });
  try {
    await generateInto(folder, { engine: "postgresql", connection: database.url });
    const options = JSON.stringify({ connectionString: database.url });
    const program = `import { connect } from "./index.js";\n\nawait using db = await connect(${options});\n${blockOf("ts")}`;
    await writeFile(join(folder, "main.ts"), program);
    expect(await compileFolder(folder, { compiler: "5.9", emit: true })).toMatchObject({ output: "", code: 0 });
    const ran = await runNode([join(folder, "js/main.js")], folder);
    expect(ran).toEqual({ code: 0, errors: "", output: blockOf("text") });
  } finally {
    await database.drop();
    await removeWorkFolder(folder);
  }
});
