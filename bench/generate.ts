// How much it takes to generate a module for a large database, and to compile what came out: `npm run bench:generate -- [--tables 1000] [--engine sqlite]`.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createLargeDatabase } from "./large-schema/create-large-database.js";
import { largeSchema, type LargeSchema } from "./large-schema/large-schema.js";
import { toConsumer } from "./large-schema/to-consumer.js";
import { benchEngines, type BenchEngine } from "./large-schema/to-sql.js";
import { medianRun, runMeasured, type Usage } from "./measure/run-measured.js";
import { measureCompletion } from "./measure/measure-completion.js";
import { typeCheck } from "./measure/type-check.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    tables: { type: "string", default: "1000" },
    engine: { type: "string", multiple: true, default: [...benchEngines] },
    runs: { type: "string", default: "3" },
    "skip-compilers": { type: "boolean", default: false },
  },
});

for (const engine of values.engine) {
  const known = benchEngines.find((name) => name === engine);
  if (known === undefined) throw new Error(`no such engine: ${engine}`);
  await measureEngine(known, largeSchema(Number(values.tables)));
}

async function measureEngine(engine: BenchEngine, schema: LargeSchema): Promise<void> {
  const folder = join(root, ".tmp", "bench", `${engine}-${schema.tables.length}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = await createLargeDatabase(engine, schema, folder);
  try {
    print(`${engine}, ${schema.tables.length} tables`, null);
    measureGeneration(engine, database.connection, folder);
  } finally {
    await database.drop();
  }
  if (values["skip-compilers"]) return;
  measureCompilers(schema, folder);
  print("  completion inside where", JSON.stringify(await measureCompletion(root, join(folder, "consumer.ts"))));
}

function measureGeneration(engine: BenchEngine, connection: string, folder: string): void {
  const out = join(folder, "module");
  const url = engine === "sqlite" ? `sqlite:${connection}` : connection;
  const generate = [
    join(root, "dist", "cli", "main.js"),
    "generate",
    "--url",
    url,
    "--out",
    out,
    "--name",
    "large",
    "--quiet",
  ];
  const runs = Number(values.runs);
  const first = medianRun(runs, () => {
    rmSync(out, { recursive: true, force: true });
    return runMeasured(generate);
  });
  const again = medianRun(runs, () => runMeasured(generate));
  const reading = medianRun(runs, () => runMeasured([join(root, "bench", "read-catalog.mjs"), engine, connection]));
  print("  statements, tables", reading.stdout.trim());
  print("  reading the catalog", toText(reading));
  print("  first run", toText(first));
  print("  second run", `${toText(again)}, ${(again.cpuMs / reading.cpuMs).toFixed(2)} × reading`);
  const size = folderSize(out);
  print(
    "  output",
    `${size.files} files, ${(size.bytes / 1e6).toFixed(1)} MB, ${(size.source / Number(values.tables)).toFixed(0)} bytes of TypeScript per table`,
  );
}

function toText({ cpuMs, wallMs, memoryMb }: Usage): string {
  return `${(cpuMs / 1000).toFixed(2)} s of CPU, ${(wallMs / 1000).toFixed(2)} s, ${memoryMb.toFixed(0)} MB`;
}

function folderSize(folder: string): { readonly files: number; readonly bytes: number; readonly source: number } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = entries.map((entry) => ({
    name: entry.name,
    bytes: statSync(join(entry.parentPath, entry.name)).size,
  }));
  const sum = (some: typeof sizes): number => some.reduce((total, { bytes }) => total + bytes, 0);
  return { files: sizes.length, bytes: sum(sizes), source: sum(sizes.filter(({ name }) => name.endsWith(".ts"))) };
}

/** The consumer against the module's source, and against what the compiler makes of it. */
function measureCompilers(schema: LargeSchema, folder: string): void {
  writeProject(folder, "module", { schema, include: ["consumer.ts", "module"] });
  const emitted = join(folder, "emitted");
  mkdirSync(emitted);
  writeFileSync(
    join(folder, "emit.json"),
    JSON.stringify({
      extends: "./tsconfig.json",
      compilerOptions: { noEmit: false, outDir: "emitted/module", rootDir: "module" },
      include: ["module"],
    }),
  );
  typeCheck(root, "typescript", join(folder, "emit.json"));
  writeProject(emitted, "module", { schema, include: ["consumer.ts"] });
  for (const [title, project] of [
    ["source", folder],
    ["declarations", emitted],
  ] as const) {
    for (const compiler of ["typescript", "typescript-7"]) {
      const costs = Array.from({ length: Number(values.runs) }, () => typeCheck(root, compiler, project));
      const cost = costs.sort((one, other) => one.checkSeconds - other.checkSeconds)[Math.floor(costs.length / 2)];
      print(`  ${compiler}, 30 queries against the ${title}`, JSON.stringify(cost));
    }
  }
}

interface Project {
  readonly schema: LargeSchema;
  readonly include: readonly string[];
}

function writeProject(folder: string, module: string, { schema, include }: Project): void {
  writeFileSync(join(folder, "consumer.ts"), toConsumer(schema, { module: `./${module}/index.js`, queries: 30 }));
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2023", "ESNext.Disposable"],
    module: "NodeNext",
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    isolatedDeclarations: true,
    erasableSyntaxOnly: true,
    declaration: true,
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
}

function print(title: string, text: string | null): void {
  console.log(text === null ? title : `${title}: ${text}`);
}
