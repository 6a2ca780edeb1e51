import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../../diagnostics.js";
import { suggestion } from "../../lang/nearest-name.js";
import { reasonOf } from "../../lang/reason-of.js";
import type { TemplateSources } from "./template-engine.js";

/**
 * Loads the built-in templates, and from a folder of the user's those that take their place: a file of the same name. Its `partials` folder can hold more of
 * them, for its own templates to use. A template that takes no place is a `Failure`.
 */
export async function loadTemplates(folder: string | null): Promise<TemplateSources> {
  const own = fileURLToPath(new URL("../../templates", import.meta.url));
  const builtIn = { templates: await loadFolder(own), partials: await loadFolder(join(own, "partials")) };
  if (folder === null) return builtIn;
  const given = await loadUserTemplates(folder);
  const known = [...builtIn.templates.keys()];
  const stray = [...given.templates.keys()].find((name) => !builtIn.templates.has(name));
  if (stray !== undefined) {
    throw new Failure(
      "config",
      `templates: loading "${join(folder, `${stray}.hbs`)}": it takes the place of none${suggestion(stray, known)}`,
      {
        hint: `templates are called ${known.join(", ")}; others belong in "partials"`,
      },
    );
  }
  return {
    templates: new Map([...builtIn.templates, ...given.templates]),
    partials: new Map([...builtIn.partials, ...given.partials]),
  };
}

async function loadUserTemplates(folder: string): Promise<TemplateSources> {
  try {
    const names = await readdir(folder);
    const partials = names.includes("partials")
      ? await loadFolder(join(folder, "partials"))
      : new Map<string, string>();
    return { templates: await loadFolder(folder), partials };
  } catch (error) {
    throw new Failure("config", `templates: loading "${folder}": ${reasonOf(error)}`, { cause: error });
  }
}

const suffix = ".hbs";

/** The templates of a folder by name, in any order. A checkout can give them line ends of its platform. */
async function loadFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(
    names.map((name, index) => [name.slice(0, -suffix.length), (texts[index] ?? "").replaceAll("\r\n", "\n")]),
  );
}
