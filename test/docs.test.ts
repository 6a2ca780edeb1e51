import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diagnosticKinds } from "../src/diagnostics.js";
import * as runtime from "../src/runtime/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".md"),
);
const pages = ["README.md", "CONTRIBUTING.md", ...docs.map((path) => join("docs", path))];

describe("the documentation", () => {
  it("lists every diagnostic as it is", () => {
    const page = readFileSync(join(root, "docs/diagnostics.md"), "utf8").replaceAll(/ +/g, " ");
    const rows = Object.entries(diagnosticKinds).map(
      ([code, { severity, message, hint }]) => `| ${code} | ${severity} | ${message} | ${hint} |`,
    );
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  it("lists every class of errors that the runtime exports", () => {
    const page = readFileSync(join(root, "docs/repository.md"), "utf8");
    const classes = Object.keys(runtime).filter((name) => name.endsWith("Error"));
    const bases = ["TablewrightError", "DatabaseError", "ConstraintViolationError"];
    expect(classes.filter((name) => !bases.includes(name) && !page.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(pages)("links only to what is there: %s", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
});
