import type { FileView } from "../plan/views.js";
import type { RenderedFile } from "../rendered-file.js";
import { breakLongLines } from "./break-long-lines.js";
import { loadTemplates } from "./load-templates.js";
import { createTemplateEngine } from "./template-engine.js";

export interface RenderOptions {
  /** A folder of the user's templates; null for the built-in ones only. */
  readonly templates: string | null;
}

/** Prints every file of a plan, in the plan's order. */
export async function renderFiles(
  plan: { readonly files: readonly FileView[] },
  options: RenderOptions,
): Promise<readonly RenderedFile[]> {
  const render = createTemplateEngine(await loadTemplates(options.templates));
  return plan.files.map(({ path, template, view }) => {
    const text = render(template, view);
    return { path, text: path.endsWith(".ts") ? breakLongLines(text) : text };
  });
}
