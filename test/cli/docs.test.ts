import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandNames } from "../../src/cli/command-specs.js";
import { flagSpecs } from "../../src/cli/flags.js";
import { configShape } from "../../src/config/config-shape.js";
import { toDatabaseSettings } from "../../src/config/database-settings.js";
import { loadConfig } from "../../src/config/load-config.js";
import type { ObjectShape, Shape } from "../../src/config/shape.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const load = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
const commandLine = load("command-line.md");
const configuration = load("configuration.md");

describe("the documentation", () => {
  test.each(commandNames)("tells of the command %s", (name) => {
    expect(commandLine).toContain(`tablewright ${name}`);
  });

  test.each(Object.keys(flagSpecs))("tells of the flag --%s", (name) => {
    expect(commandLine).toContain(`| \`--${name}\``);
  });

  test.each(keysOf(configShape))("tells of the key %s", (key) => {
    expect(configuration).toMatch(new RegExp(`\`(\\{ )?([\\w, ]*, )?${key}\\b`));
  });

  test("names for each flag a key that there is", () => {
    const twins = [...commandLine.matchAll(/^\| `--[\w-]+` +\| `(\w+)`/gm)].map(([, key]) => key);
    const withoutTwin = ["config", "name", "table", "force"];
    expect(twins).toHaveLength(Object.keys(flagSpecs).length - withoutTwin.length);
    expect(twins.filter((key) => key === undefined || !keysOf(configShape).includes(key))).toEqual([]);
  });

  test("shows a configuration that can be loaded", async () => {
    const [, example] = /```ts\n([^]*?)```/.exec(configuration) ?? [];
    const file = join(temporaryFolder({ "tablewright.config.ts": example ?? "" }), "tablewright.config.ts");
    const settings = toDatabaseSettings(await loadConfig(file));
    expect(settings.map(({ name, strict }) => [name, strict])).toEqual([
      ["library", true],
      ["archive", true],
    ]);
  });
});

/** Every key at any depth, but for those of the driver's own options. */
function keysOf(shape: ObjectShape): readonly string[] {
  const entries = Object.entries({ ...shape.required, ...shape.optional });
  return [...new Set(entries.flatMap(([key, value]) => [key, ...keysWithin(value)]))];
}

function keysWithin(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case "object":
      return keysOf(shape);
    case "record":
      return keysWithin(shape.value);
    case "list":
      return keysWithin(shape.element);
    case "either":
      return shape.shapes.flatMap(keysWithin);
    default:
      return [];
  }
}
