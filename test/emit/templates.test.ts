import Handlebars from "handlebars";
import { beforeAll, describe, expect, it } from "vitest";
import { planFiles } from "../../src/emit/plan/plan-files.js";
import { toPlanOptions } from "../../src/emit/plan/plan-options.js";
import { loadTemplates } from "../../src/emit/render/load-templates.js";
import type { TemplateSources } from "../../src/emit/render/template-engine.js";
import { misspeltPaths } from "./misspelt-paths.js";
import { richModel } from "./rich-model.js";
import { shapeOf, type ViewShape } from "./view-shape.js";

const { files } = planFiles(richModel, toPlanOptions({ name: "rich" }));
const shared = shapeOf(files.map(({ view }) => view));
const shapes = new Map(
  [...new Set(files.map(({ template }) => template))].map((name) => [name, shapeOfTemplate(name)]),
);
let sources: TemplateSources = { templates: new Map(), partials: new Map() };

beforeAll(async () => {
  sources = await loadTemplates(null);
});

describe("every name in a template", () => {
  it.each([...shapes.keys()])("of %s.hbs and its partials is a field of its view", (name) => {
    expect(misspelt(name, sources)).toEqual([]);
  });

  it("is looked at: a wrong one is found wherever it stands", () => {
    const wrong = [
      "{{nmae}}",
      "{{#if nmae}}{{/if}}",
      "{{#each columns}}{{proprety}}{{/each}}",
      "{{#each nmae}}{{/each}}",
      "{{> key nmae}}",
      "{{names.entiti}}",
      "{{> missing}}",
    ];
    const found = wrong.map((source) => misspelt("table", { ...sources, templates: new Map([["table", source]]) }));
    expect(found.filter((paths) => paths.length === 0)).toEqual([]);
  });
});

it("every template is one that a file is printed with", () => {
  expect([...sources.templates.keys()].sort()).toEqual([...shapes.keys()].sort());
});

it("every partial is used", () => {
  const all = [...sources.templates.values(), ...sources.partials.values()].join("");
  expect([...sources.partials.keys()].filter((name) => !all.includes(`{{> ${name}`))).toEqual([]);
});

function misspelt(name: string, { templates, partials }: TemplateSources): readonly string[] {
  const shape: ViewShape = shapes.get(name as "table") ?? { fields: new Map(), element: null };
  const parsed = new Map([...partials].map(([partial, source]) => [partial, Handlebars.parse(source)]));
  return misspeltPaths(Handlebars.parse(templates.get(name) ?? ""), [shape], parsed);
}

/** The fields of the template's own views. What they hold is of the same types in all views, so that a list can be empty in some. */
function shapeOfTemplate(name: string): ViewShape {
  const own = shapeOf(files.filter(({ template }) => template === name).map(({ view }) => view));
  return { fields: new Map([...shared.fields].filter(([field]) => own.fields.has(field))), element: null };
}
