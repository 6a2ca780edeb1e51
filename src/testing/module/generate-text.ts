import { planFiles } from "../../emit/plan/plan-files.js";
import { toPlanOptions, type PlanOptions } from "../../emit/plan/plan-options.js";
import type { RenderedFile } from "../../emit/rendered-file.js";
import { renderFiles } from "../../emit/render/render-files.js";
import type { DatabaseModel } from "../../model/database-model.js";
import { testedDialect } from "./tested-packages.js";

/** The files of a model's module, in memory. */
export async function generateText(
  model: DatabaseModel,
  options: Partial<PlanOptions> & Pick<PlanOptions, "name">,
): Promise<readonly RenderedFile[]> {
  return renderFiles(planFiles(model, toPlanOptions(options), testedDialect(model.engine)), { templates: null });
}

/** The text of one of them. An error says which there are. */
export function textOf(files: readonly RenderedFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`there is no ${path}, but ${files.map((file) => file.path).join(", ")}`);
  return found.text;
}
