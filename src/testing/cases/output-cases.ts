import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toEmitterCases, type ComplianceCase } from "../compliance-case.js";
import { grownLibraryModel, libraryModel } from "../model/library-model.js";
import { ModuleProject } from "../module/module-project.js";
import { testedDialect } from "../module/tested-packages.js";

/** The output folder, and the commands that keep it. */
export const outputCases: readonly ComplianceCase[] = toEmitterCases([
  {
    name: "emit.idempotent_second_run_zero_writes",
    run: async ({ folder, dialect }) => {
      const project = await ModuleProject.make(folder, libraryModel(dialect.engine));
      equal((await project.run("generate")).code, 0);
      const paths = await project.paths();
      const before = await inodesOf(project, paths);
      equal((await project.run("generate")).code, 0);
      deepEqual(await project.paths(), paths);
      deepEqual(await inodesOf(project, paths), before);
    },
  },
  {
    name: "emit.stale_files_removed_user_files_kept",
    run: async ({ folder, dialect }) => {
      const model = libraryModel(dialect.engine);
      const project = await ModuleProject.make(folder, model);
      await project.run("generate");
      await project.write("tables/mine.ts", "export const mine = 1;\n");
      await project.setModel({ ...model, tables: model.tables.filter(({ name }) => name !== "tag"), views: [] });
      equal((await project.run("generate")).code, 0);
      const paths = await project.paths();
      ok(paths.includes("tables/mine.ts") && paths.includes("tables/book.ts"));
      ok(!paths.includes("tables/tag.ts") && !paths.some((path) => path.startsWith("views")));
      equal(await project.textOf("tables/mine.ts"), "export const mine = 1;\n");
    },
  },
  {
    name: "emit.check_mode_exit_code_and_diff_output",
    run: async ({ folder, dialect }) => {
      const project = await ModuleProject.make(folder, libraryModel(dialect.engine));
      equal((await project.run("check")).code, 2);
      await project.run("generate");
      equal((await project.run("check")).code, 0);
      await project.setModel(grownLibraryModel(dialect.engine));
      const { code, stdout } = await project.run("check");
      equal(code, 2);
      ok(/stale\s+tables\/book\.ts/.test(stdout) && /missing\s+tables\/loan\.ts/.test(stdout), stdout);
      ok(stdout.includes("main.loan") && stdout.includes("editor_id"), "the changes of the schema are not told");
      ok(!(await project.paths()).includes("tables/loan.ts"), "a check has written");
    },
  },
  {
    name: "emit.check_detects_textually_merged_output",
    run: async ({ folder, dialect }) => {
      const project = await ModuleProject.make(folder, libraryModel(dialect.engine));
      const branch = await ModuleProject.make(folder, grownLibraryModel(dialect.engine));
      await project.run("generate");
      await branch.run("generate");
      // What a merge by lines leaves: one file of the other branch among those of this one, the manifest still this one's.
      await project.write("tables/book.ts", await branch.textOf("tables/book.ts"));
      const { code, stdout } = await project.run("check");
      equal(code, 2);
      ok(/edited\s+tables\/book\.ts/.test(stdout), stdout);
      const manifest = await project.textOf(".tablewright.json");
      await project.write(".tablewright.json", `<<<<<<< ours\n${manifest}=======\n${manifest}>>>>>>> theirs\n`);
      ok((await project.run("check")).code !== 0, "a manifest with marks of a conflict passes");
    },
  },
  {
    name: "emit.secrets_absent_in_generated_files",
    run: async ({ folder, dialect }) => {
      const secret = "s3cr3t-of-nobody";
      const connection = `postgres://somebody:${secret}@secret-host.invalid:5432/library`;
      const project = await ModuleProject.make(folder, libraryModel(dialect.engine), {
        connection,
        dialect: undefined,
      });
      const { code, stdout, stderr } = await project.run("generate");
      equal(code, 0);
      const texts = await Promise.all((await project.paths()).map((path) => project.textOf(path)));
      const said = [stdout, stderr, ...texts].join("\n");
      for (const word of [secret, "secret-host", "somebody", project.folder])
        ok(!texts.join("\n").includes(word), word);
      ok(!said.includes(secret), "the secret was printed");
    },
  },
  {
    name: "emit.template_override_and_custom_emitter_api_version",
    run: async ({ folder, dialect }) => {
      const project = await ModuleProject.make(folder, libraryModel(dialect.engine), { templates: "templates" });
      const templates = join(project.folder, "templates");
      await mkdir(templates);
      await writeFile(join(templates, "enums.hbs"), "{{> preamble}}\n");
      await mkdir(join(templates, "partials"));
      await writeFile(join(templates, "partials", "preamble.hbs"), "// House rules.\n");
      equal((await project.run("generate")).code, 0);
      ok((await project.textOf("tables/book.ts")).startsWith("// House rules.\n"), "the partial was not replaced");
      await writeFile(join(templates, "tables.hbs"), "");
      const refused = await project.run("generate");
      equal(refused.code, 1);
      ok(/"table"/.test(refused.stderr), "the nearest name is not suggested");
      const plain = await ModuleProject.make(folder, libraryModel(dialect.engine));
      await plain.run("generate");
      // The version of the door is in the path, so that a runtime can serve older code.
      ok((await plain.textOf("index.ts")).includes(`"${testedDialect(dialect.engine).door.module}"`));
      await plain.setModel({ ...libraryModel(dialect.engine), modelVersion: 99 as 1 });
      const newer = await plain.run("generate");
      ok(newer.code !== 0 && newer.stderr.includes("99"), "a model of another version is taken");
    },
  },
]);

async function inodesOf(project: ModuleProject, paths: readonly string[]): Promise<readonly number[]> {
  return Promise.all(paths.map(async (path) => (await stat(join(project.out, path))).ino));
}
