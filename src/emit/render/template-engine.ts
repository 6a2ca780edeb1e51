import Handlebars from "handlebars";
import { Failure } from "../../diagnostics.js";
import { reasonOf } from "../../lang/reason-of.js";

/** The source of every template, by name, and of every partial. */
export interface TemplateSources {
  readonly templates: ReadonlyMap<string, string>;
  readonly partials: ReadonlyMap<string, string>;
}

/** Prints a view with the template of a name. */
export type Render = (template: string, view: object) => string;

/**
 * Prepares templates on a Handlebars of their own: nothing is escaped, for the output is code and the view holds code; a name that the view lacks is an
 * error; no helper exists but the built-in ones.
 */
export function createTemplateEngine({ templates, partials }: TemplateSources): Render {
  const engine = Handlebars.create();
  for (const [name, source] of partials) engine.registerPartial(name, engine.compile(source, compileOptions));
  const compiled = new Map([...templates].map(([name, source]) => [name, engine.compile(source, compileOptions)]));
  return (name, view) => {
    const template = compiled.get(name);
    if (template === undefined) throw new Error(`templates: rendering "${name}": there is no such template`);
    try {
      return template(view);
    } catch (error) {
      throw new Failure("config", `template "${name}.hbs": rendering it: ${reasonOf(error)}`, { cause: error });
    }
  };
}

const compileOptions: CompileOptions = { noEscape: true, strict: true, knownHelpersOnly: true };
