import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));

interface PackedFile {
  readonly path: string;
  readonly mode: number;
}

describe("the published package", () => {
  let files: readonly PackedFile[];
  let paths: readonly string[];

  beforeAll(() => {
    const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
    const packed = JSON.parse(output) as readonly { readonly files: readonly PackedFile[] }[];
    files = packed[0]?.files ?? [];
    paths = files.map((file) => file.path);
  });

  it("holds what it is made of, and nothing else", () => {
    const stray = paths.filter(
      (path) => !/^(dist|schema)\/|^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path),
    );
    expect(stray).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", "schema/model-v1.json"]));
    expect(paths.filter((path) => /\.(map|tsbuildinfo)$|\.test\./.test(path))).toEqual([]);
    expect(paths.filter((path) => path.startsWith("dist/templates/"))).not.toEqual([]);
  });

  it("holds the file behind every entry point", () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === "string" ? [target] : Object.values(target),
    );
    expect(targets.map((target) => target.replace("./", "")).filter((target) => !paths.includes(target))).toEqual([]);
  });

  it("holds the runtime in few files, as every program that uses a module loads them", () => {
    expect(paths.filter((path) => /^dist\/runtime\/.*\.js$/.test(path)).length).toBeLessThanOrEqual(15);
  });

  it("names the types first, as compilers take the first condition that fits", () => {
    for (const target of Object.values(manifest.exports)) {
      if (typeof target !== "string") expect(Object.keys(target)).toEqual(["types", "default"]);
    }
  });

  it("has a program that can be run", () => {
    const program = files.find((file) => file.path === manifest.bin.tablewright.replace("./", ""));
    expect(program).toBeDefined();
    expect((program?.mode ?? 0) & 0o111).toBe(0o111);
    expect(readFileSync(new URL("../../dist/cli/main.js", import.meta.url), "utf8")).toMatch(
      /^#!\/usr\/bin\/env node\n/,
    );
  });

  it.each(Object.keys(manifest.exports).filter((entry) => !entry.endsWith(".json")))(
    "can be imported as %s",
    (entry) => {
      const script = `await import("tablewright${entry.slice(1)}")`;
      expect(() =>
        execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, stdio: "pipe" }),
      ).not.toThrow();
    },
  );
});
