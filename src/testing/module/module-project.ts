import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DatabaseModel } from "../../model/database-model.js";
import { printModel } from "../../model/model-json.js";
import { testedChoice } from "./tested-packages.js";
import { runCommand, type CommandResult } from "./run-command.js";

/** A folder with a configuration whose one database is read from a snapshot. */
export class ModuleProject {
  readonly folder: string;
  readonly out: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.out = join(folder, "out");
  }

  /** Made within the folder; `database` adds to the configuration of the database. */
  static async make(
    parent: string,
    model: DatabaseModel,
    database: Readonly<Record<string, unknown>> = {},
  ): Promise<ModuleProject> {
    await mkdir(parent, { recursive: true });
    const project = new ModuleProject(await mkdtemp(join(parent, "project-")));
    const config = {
      databases: { library: { from: "model.json", out: "out", ...testedChoice(model.engine), ...database } },
    };
    await writeFile(join(project.folder, "tablewright.config.json"), JSON.stringify(config));
    await project.setModel(model);
    return project;
  }

  setModel(model: DatabaseModel): Promise<void> {
    return writeFile(join(this.folder, "model.json"), printModel(model));
  }

  run(...args: readonly string[]): Promise<CommandResult> {
    return runCommand(args, this.folder);
  }

  textOf(path: string): Promise<string> {
    return readFile(join(this.out, path), "utf8");
  }

  write(path: string, text: string): Promise<void> {
    return writeFile(join(this.out, path), text);
  }

  /** The files of the output folder, with slashes, in order. */
  async paths(): Promise<readonly string[]> {
    const entries = await readdir(this.out, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(this.out.length + 1)
          .replaceAll("\\", "/"),
      )
      .sort();
  }
}
