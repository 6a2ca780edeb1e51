import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  // Generated code answers to the compiler's strictest settings and to Prettier; its own text is the emitter's matter.
  globalIgnores(["**/dist", ".tmp", "**/node_modules", "generated-example/*/generated"]),
  // Compiled by a test against a module that it generates.
  globalIgnores(["test/**/*-program.ts"]),
  {
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        { property: "localeCompare", message: "its order depends on the machine: compare by code point" },
      ],
      "no-restricted-syntax": ["error", { selector: "ExportDefaultDeclaration", message: "export by name" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["generated-example/*/tablewright.config.ts"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // A caught error is passed on as it is, whatever was thrown.
      "@typescript-eslint/prefer-promise-reject-errors": ["error", { allowThrowingUnknown: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  // An async method without await keeps an interface's promise, and turns a thrown error into a rejection.
  { files: ["**/*.ts"], rules: { "@typescript-eslint/require-await": "off" } },
  { files: ["scripts/**", "bench/**", "generated-example/**", "src/cli/**"], rules: { "no-console": "off" } },
  // Tools that load these files ask for a default export.
  {
    files: ["*.config.ts", "*.config.js", "**/tablewright.config.ts", "test/support/*-setup.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
