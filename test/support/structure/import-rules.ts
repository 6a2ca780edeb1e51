/** Which files of src/ may import what: the table of docs/architecture.md, as data. The first rule whose `files` match a file is its rule. */
export interface ImportRule {
  readonly files: string;
  /** Files of src/ besides its own folder's, as globs. */
  readonly may: readonly string[];
  /** The same, for imports that are gone at run time. */
  readonly mayTypes?: readonly string[];
  /** Packages and `node:` modules, as globs. */
  readonly packages?: readonly string[];
}

const leaves = ["diagnostics.ts", "lang/**"];
const neutral = ["model/**", ...leaves];
const stages = ["config/**", "dialect/**", "emit/**", "introspect/*.ts", ...neutral];

export const importRules: readonly ImportRule[] = [
  { files: "lang/**", may: [], packages: ["fastest-levenshtein"] },
  { files: "diagnostics.ts", may: ["lang/**"] },
  // Comparing values deeply is all that it takes from Node.
  { files: "model/**", may: leaves, packages: ["node:util"] },

  // Facts of engines, which every stage may ask for: docs/decisions/0019-facts-of-engines-in-one-place.md.
  {
    files: "dialect/**",
    may: [...neutral, "runtime/codegen/v1/symbols.ts"],
    mayTypes: ["introspect/inspector.ts"],
  },

  // The one shared file that knows the engines loads their folders when they are asked for.
  {
    files: "introspect/open-inspector.ts",
    may: [...neutral, "dialect/**", "introspect/*.ts", "introspect/*/*-inspector.ts"],
  },
  { files: "introspect/*.ts", may: neutral, packages: ["picomatch"] },
  {
    files: "introspect/*/*-connection.ts",
    may: [...neutral, "introspect/*.ts"],
    packages: ["better-sqlite3", "mssql", "mysql2/promise", "oracledb", "pg", "node:fs"],
  },
  { files: "introspect/*/**", may: [...neutral, "introspect/*.ts"], packages: [] },

  {
    files: "emit/plan/**",
    may: ["dialect/**", ...neutral, "runtime/codegen/v1/symbols.ts"],
    packages: ["inflection", "picomatch", "node:crypto"],
  },
  {
    files: "emit/render/load-templates.ts",
    may: leaves,
    packages: ["node:fs", "node:fs/promises", "node:path", "node:url"],
  },
  {
    files: "emit/render/**",
    may: ["emit/rendered-file.ts", ...leaves],
    mayTypes: ["emit/plan/*.ts"],
    // Of Prettier, the printer of laid-out text only.
    packages: ["handlebars", "prettier", "prettier/doc"],
  },
  {
    files: "emit/*.ts",
    may: leaves,
    packages: [
      "node:crypto",
      "node:events",
      "node:fs",
      "node:fs/promises",
      "node:module",
      "node:os",
      "node:path",
      "node:url",
      "node:worker_threads",
      "prettier",
      "ts-morph",
    ],
  },

  {
    files: "runtime/driver/**",
    may: ["runtime/**"],
    packages: ["better-sqlite3", "mssql", "mysql2", "mysql2/promise", "oracledb", "pg", "tedious", "node:module"],
  },
  { files: "runtime/**", may: ["runtime/**"], packages: ["node:async_hooks"] },

  {
    files: "config/**",
    may: ["dialect/**", ...leaves],
    mayTypes: ["emit/plan/*.ts", "introspect/*.ts"],
    packages: ["jiti", "node:fs", "node:fs/promises", "node:path", "node:url", "node:util"],
  },

  // From here on, files that put stages together.
  { files: "generate.ts", may: ["run/**", ...stages] },
  {
    files: "run/**",
    may: ["generate.ts", ...stages],
    packages: ["node:crypto", "node:fs", "node:fs/promises", "node:path", "node:url"],
  },
  { files: "index.ts", may: ["generate.ts", "run/**", ...stages] },
  // The suite that dialects run: of the runtime it takes the doors, as its other files are bundled in the package.
  {
    files: "testing/**",
    may: ["cli/run-cli.ts", "generate.ts", "run/**", "runtime/index.ts", "introspect/**", ...stages],
    mayTypes: ["runtime/**"],
    packages: ["node:assert/strict", "node:fs/promises", "node:path", "node:url", "node:v8", "ts-morph"],
  },
  {
    files: "cli/**",
    may: ["**"],
    packages: ["yargs", "picocolors", "node:*", "node:*/*"],
  },
];

/** What generated code may import, besides its siblings. */
export const generatedCodeMayImport = /^tablewright\/(runtime|codegen\/v1(\/\w+)?)$/;
