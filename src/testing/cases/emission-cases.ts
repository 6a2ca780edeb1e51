import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { join } from "node:path";
import { getHeapStatistics } from "node:v8";
import { planFiles } from "../../emit/plan/plan-files.js";
import { toPlanOptions } from "../../emit/plan/plan-options.js";
import type { RenderedFile } from "../../emit/rendered-file.js";
import { verifyFiles } from "../../emit/verify-files.js";
import { parseModel } from "../../model/model-json.js";
import { toEmitterCases, type ComplianceCase } from "../compliance-case.js";
import { collidingModel } from "../model/colliding-model.js";
import { grownLibraryModel, largeModel, libraryModel } from "../model/library-model.js";
import { makeModel, makeTable, makeTextColumn } from "../model/make-model.js";
import { findLint } from "../module/find-lint.js";
import { generateText, textOf } from "../module/generate-text.js";
import { testedDialect } from "../module/tested-packages.js";

/** What is emitted for models made by hand. */
export const emissionCases: readonly ComplianceCase[] = toEmitterCases([
  {
    name: "emit.compiles_under_strict_tsc_and_lint_for_every_golden_model",
    run: async ({ dialect, folder }) => {
      const goldens = await Promise.all((["plain", "rich"] as const).map((name) => dialect.loadGolden(name)));
      const models = [libraryModel(dialect.engine), ...goldens.filter((text) => text !== null).map(parseModel)];
      equal(models.length, 3, "a reviewed model is missing");
      for (const [place, model] of models.entries()) {
        requireSound(join(folder, `golden-${place}`), await generateText(model, { name: "golden" }));
      }
    },
  },
  {
    name: "emit.name_collisions_all_pairs",
    run: async ({ dialect, folder }) => {
      const model = collidingModel(dialect.engine);
      const files = await generateText(model, { name: "collide" });
      const code = files.filter(({ path }) => /^(tables|views)\//.test(path));
      equal(code.length, model.tables.length + model.views.length);
      equal(new Set(files.map(({ path }) => path.toLowerCase())).size, files.length, "two files differ by case only");
      requireSound(join(folder, "collide"), files);
      const { diagnostics } = planFiles(model, toPlanOptions({ name: "collide" }), testedDialect(model.engine));
      ok(
        diagnostics.some(({ code: name }) => name === "TW2001"),
        "nobody is told of the names that gave way",
      );
      ok(diagnostics.every(({ hint }) => hint !== ""));
    },
  },
  {
    name: "emit.adding_an_fk_does_not_rename_existing_relation",
    run: async ({ dialect }) => {
      const before = await generateText(libraryModel(dialect.engine), { name: "library" });
      const after = await generateText(grownLibraryModel(dialect.engine), { name: "library" });
      for (const path of ["tables/author.ts", "tables/book.ts"]) {
        const now = membersOf(textOf(after, path));
        deepEqual(
          membersOf(textOf(before, path)).filter((line) => !now.includes(line)),
          [],
          `${path} lost a member`,
        );
      }
      ok(textOf(after, "tables/author.ts").includes("booksByEditor"));
    },
  },
  {
    name: "emit.column_order_policy_ordinal_or_name_stable",
    run: async ({ dialect }) => {
      const model = libraryModel(dialect.engine);
      const files = await generateText(model, { name: "library" });
      const text = textOf(files, "tables/book.ts");
      const places = ["bookId:", "authorId:", "zebra:", "apple:"].map((name) => text.indexOf(`  ${name}`));
      deepEqual(
        [...places].sort((one, other) => one - other),
        places,
        "columns do not stand in the catalog's order",
      );
      const reversed = { ...model, tables: model.tables.toReversed() };
      const again = await generateText(reversed, { name: "library", snapshot: false });
      for (const file of again) equal(file.text, textOf(files, file.path), file.path);
    },
  },
  {
    name: "emit.forced_type_priority_and_unused_rule_error",
    run: async ({ dialect }) => {
      const model = libraryModel(dialect.engine);
      const typeRules = [
        { column: "book.zebra", use: { type: "Zebra", from: "../own.js" } },
        { column: "*.zebra", use: { type: "Other", from: "../own.js" } },
      ];
      const files = await generateText(model, { name: "library", typeRules });
      ok(/^ {2}zebra: Zebra;$/m.test(textOf(files, "tables/book.ts")), "the first rule does not win");
      ok(/^ {2}zebra: Other;$/m.test(textOf(files, "views/titles.ts")), "the second rule is not applied");
      const stale = [{ column: "book.zebro", use: "number" }] as const;
      await rejects(async () => generateText(model, { name: "library", typeRules: stale }), /zebro/);
      const toOne = [{ foreignKey: "book.nothing", toOne: "writer" }];
      await rejects(async () => generateText(model, { name: "library", relationNames: toOne }), /nothing/);
    },
  },
  {
    name: "emit.comments_escape_and_line_endings_lf",
    run: async ({ dialect, folder }) => {
      const comment = "One.\r\nTwo */ export const evil = 1; /*\u2028`${three}` @deprecated\n";
      const table = makeTable("remark", [makeTextColumn("word", { comment })], { comment });
      const files = await generateText(makeModel(dialect.engine, { tables: [table] }), { name: "*/ evil" });
      requireSound(join(folder, "comments"), files);
      const text = textOf(files, "tables/remark.ts");
      ok(text.includes("Two") && !/^export const evil/m.test(text), "a comment became code");
    },
  },
  {
    name: "emit.2000_table_schema_under_budget",
    run: async ({ dialect, folder }) => {
      const model = largeModel(dialect.engine, 2000);
      const before = getHeapStatistics().used_heap_size;
      const started = performance.now();
      const files = await generateText(model, { name: "large" });
      const seconds = (performance.now() - started) / 1000;
      const megabytes = (getHeapStatistics().used_heap_size - before) / 2 ** 20;
      equal(files.filter(({ path }) => path.startsWith("tables/")).length, 2000);
      ok(seconds < 30, `${seconds.toFixed(1)} s is more than 30`);
      ok(megabytes < 700, `${megabytes.toFixed(0)} MB is more than 700`);
      const largest = Math.max(
        ...files.filter(({ path }) => path.startsWith("tables/")).map(({ text }) => text.length),
      );
      ok(largest < 40_000, `a file of ${largest} characters is more than 40,000`);
      const checked = performance.now();
      verifyFiles(join(folder, "large"), partOf(files, 200));
      const checking = (performance.now() - checked) / 1000;
      ok(checking < 30, `checking 200 tables took ${checking.toFixed(1)} s, which is more than 30`);
    },
  },
]);

/** The first tables, which refer to no others. */
function partOf(files: readonly RenderedFile[], count: number): readonly RenderedFile[] {
  const numberOf = (path: string): number => Number(/thing-(\d+)\.ts$/.exec(path)?.[1] ?? Infinity);
  return files.filter(({ path }) => numberOf(path) < count);
}

function requireSound(folder: string, files: readonly RenderedFile[]): void {
  verifyFiles(folder, files);
  deepEqual(files.filter(({ path }) => path.endsWith(".ts")).flatMap(findLint), []);
}

/** The lines that declare members. */
function membersOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => /^ {2}\w+\??: /.test(line));
}
