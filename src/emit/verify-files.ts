import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Project, ts, type Diagnostic, type SourceFile } from "ts-morph";
import { Failure } from "../diagnostics.js";
import type { RenderedFile } from "./rendered-file.js";

/**
 * Type-checks a module in memory, as if it lay in its folder, together with the user's modules that it imports: classes that extend its repositories, types
 * that rules name. The first error is a `Failure` that says how many there are.
 */
export function verifyFiles(path: string, files: readonly RenderedFile[]): void {
  const project = new Project({
    compilerOptions,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
  });
  const code = files.filter((file) => file.path.endsWith(".ts"));
  const sources = code.map((file) => project.createSourceFile(join(path, file.path), file.text, { overwrite: true }));
  project.resolveSourceFileDependencies();
  const extensions = importedModules(sources);
  const errors = [...sources, ...extensions].flatMap((source) => source.getPreEmitDiagnostics());
  if (errors[0] !== undefined) throw toFailure(path, errors[0], errors.length);
}

/** The strictest settings under which a user may compile the module. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  paths: ownPaths(),
  allowImportingTsExtensions: true,
  declaration: true,
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
};

/** The package's own name leads to the version that is running: it need not be installed where the module goes. */
function ownPaths(): Record<string, string[]> {
  const own = fileURLToPath(new URL("..", import.meta.url));
  return {
    "tablewright/runtime": [join(own, "runtime", "index")],
    "tablewright/codegen/v1": [join(own, "runtime", "codegen", "v1", "index")],
    "tablewright/codegen/v1/*": [join(own, "runtime", "codegen", "v1", "*")],
  };
}

/** The user's modules: not those of packages, nor the runtime's. */
function importedModules(sources: readonly SourceFile[]): readonly SourceFile[] {
  const own = fileURLToPath(new URL("..", import.meta.url)).replaceAll("\\", "/");
  const generated = new Set(sources);
  const imported = new Set(sources.flatMap((source) => source.getReferencedSourceFiles()));
  return [...imported].filter(
    (source) => !generated.has(source) && !source.isInNodeModules() && !source.getFilePath().startsWith(own),
  );
}

function toFailure(path: string, error: Diagnostic, errors: number): Failure {
  const file = error.getSourceFile();
  const place = file === undefined ? path : `${file.getFilePath()}:${error.getLineNumber() ?? 1}`;
  const reason = ts.flattenDiagnosticMessageText(error.compilerObject.messageText, " ");
  const more = errors > 1 ? ` (and ${errors - 1} more)` : "";
  return new Failure("config", `verify: type-checking "${place}": ${reason}${more}`, {
    hint: "correct what the configuration's rules and repositories name; nothing was written",
  });
}
