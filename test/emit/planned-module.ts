import { planFiles, type Plan } from "../../src/emit/plan/plan-files.js";
import { toPlanOptions, type PlanOptions } from "../../src/emit/plan/plan-options.js";
import type { FileView, IndexView, TableView } from "../../src/emit/plan/views.js";
import { renderFiles } from "../../src/emit/render/render-files.js";
import type { DatabaseModel } from "../../src/model/database-model.js";

/** Plans a model as the database `test`. */
export function planModel(model: DatabaseModel, options: Partial<PlanOptions> = {}): Plan {
  return planFiles(model, toPlanOptions({ name: "test", snapshot: false, ...options }));
}

/** The view of the table whose file has this path. */
export function tableAt(plan: Plan, path: string): TableView {
  return viewAt(plan, path, "table") as TableView;
}

export function indexOf(plan: Plan): IndexView {
  return viewAt(plan, "index.ts", "index") as IndexView;
}

/** The text of every file, by its path. */
export async function renderModel(
  model: DatabaseModel,
  options: Partial<PlanOptions> = {},
): Promise<ReadonlyMap<string, string>> {
  const files = await renderFiles(planModel(model, options), { templates: null });
  return new Map(files.map(({ path, text }) => [path, text]));
}

function viewAt(plan: Plan, path: string, template: FileView["template"]): FileView["view"] {
  const file = plan.files.find((candidate) => candidate.path === path);
  if (file?.template !== template)
    throw new Error(`no ${template} at ${path}, but ${plan.files.map((known) => known.path).join(", ")}`);
  return file.view;
}
