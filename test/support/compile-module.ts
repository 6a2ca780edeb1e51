import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The compilers that generated code is held to. */
export const compilers = {
  "5.9": "node_modules/typescript/bin/tsc",
  "7": "node_modules/typescript-7/bin/tsc",
} as const;

/** Every setting that the contract names, and the library types checked too. */
export const strictestOptions = {
  target: "ES2022",
  lib: ["ES2023", "ESNext.Disposable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
  skipLibCheck: true,
} as const;

export interface Finished {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** A folder inside the package, so that generated code finds `tablewright` by its published name. Remove it with `removeWorkFolder`. */
export async function makeWorkFolder(name: string): Promise<string> {
  const parent = join(root, ".tmp");
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, `${name}-`));
}

export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Compiles every TypeScript file below the folder, to `<folder>/js` where `emit` is set. */
export async function compileFolder(
  folder: string,
  options: { readonly compiler: keyof typeof compilers; readonly emit?: boolean },
): Promise<Finished> {
  const emit = options.emit ?? false;
  const config = join(folder, `tsconfig.${options.compiler}.json`);
  const compilerOptions = { ...strictestOptions, noEmit: !emit, outDir: join(folder, "js"), rootDir: folder };
  const include = [join(folder, "**/*.ts")];
  const exclude = [join(folder, "js"), join(folder, "node_modules")];
  await writeFile(config, JSON.stringify({ compilerOptions, include, exclude }));
  return runNode([join(root, compilers[options.compiler]), "-p", config], folder);
}

/** Runs the built command line, as a user would. */
export function runTablewright(args: readonly string[], cwd: string): Promise<Finished> {
  return runNode([join(root, "dist/cli/main.js"), ...args], cwd);
}

/** Runs a Node program to its end; a non-zero code is a result, not an error. */
export function runNode(args: readonly string[], cwd: string): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, output, errors }));
  });
}
