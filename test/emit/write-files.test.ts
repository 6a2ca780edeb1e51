import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Failure } from "../../src/diagnostics.js";
import { compareFiles } from "../../src/emit/compare-files.js";
import { parseManifest } from "../../src/emit/manifest.js";
import { writeFiles } from "../../src/emit/write-files.js";

const stamp = { generator: "1.0.0", config: "c" };
const files = [
  { path: "index.ts", text: "export {};\n" },
  { path: "tables/a.ts", text: "export const a = 1;\n" },
  { path: "tables/sales/b.ts", text: "export const b = 1;\n" },
];

describe("writing a module's files", () => {
  let parent = "";
  let out = "";

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "tablewright-write-"));
    out = join(parent, "out");
  });

  afterEach(() => rm(parent, { recursive: true, force: true }));

  it("writes everything into a folder that is not there yet, and a manifest that owns it", async () => {
    expect(await writeFiles(out, files, stamp)).toEqual({
      written: files.map(({ path }) => path),
      removed: [],
      unchanged: 0,
    });
    expect(await textOf("tables/sales/b.ts")).toBe("export const b = 1;\n");
    expect(Object.keys(parseManifest(await textOf(".tablewright.json"), out).files)).toEqual(
      files.map(({ path }) => path),
    );
  });

  it("writes nothing the second time", async () => {
    await writeFiles(out, files, stamp);
    const before = await stat(join(out, "index.ts"));
    const manifest = await stat(join(out, ".tablewright.json"));
    expect(await writeFiles(out, files, stamp)).toEqual({ written: [], removed: [], unchanged: 3 });
    expect((await stat(join(out, "index.ts"))).ino).toBe(before.ino);
    expect((await stat(join(out, ".tablewright.json"))).ino).toBe(manifest.ino);
  });

  it("removes what it no longer needs, with the folder that held it, and leaves the user's files", async () => {
    await writeFiles(out, files, stamp);
    await writeFile(join(out, "tables/mine.ts"), "mine");
    const report = await writeFiles(out, files.slice(0, 1), stamp);
    expect(report.removed).toEqual(["tables/a.ts", "tables/sales/b.ts"]);
    expect(await readdir(join(out, "tables"))).toEqual(["mine.ts"]);
  });

  it("tells missing, stale, edited and orphan files apart", async () => {
    await writeFiles(out, [...files, { path: "old.ts", text: "old" }], stamp);
    await rm(join(out, "tables/a.ts"));
    await writeFile(join(out, "tables/sales/b.ts"), "changed by hand");
    const next = files.map((file) => (file.path === "index.ts" ? { ...file, text: "new" } : file));
    expect((await compareFiles(out, next, stamp)).differences).toEqual([
      { path: "index.ts", kind: "stale" },
      { path: "old.ts", kind: "orphan" },
      { path: "tables/a.ts", kind: "missing" },
      { path: "tables/sales/b.ts", kind: "edited" },
    ]);
  });

  it("finds nothing to say of a folder that is up to date, and a stale manifest where only the generator changed", async () => {
    await writeFiles(out, files, stamp);
    expect((await compareFiles(out, files, stamp)).differences).toEqual([]);
    expect((await compareFiles(out, files, { ...stamp, generator: "2.0.0" })).differences).toEqual([
      { path: ".tablewright.json", kind: "stale" },
    ]);
  });

  it("refuses a folder that holds other files", async () => {
    await mkdir(out);
    await writeFile(join(out, "notes.txt"), "mine");
    await expect(writeFiles(out, files, stamp)).rejects.toThrow(/it holds other files \(notes\.txt\)/);
    expect(await readdir(out)).toEqual(["notes.txt"]);
  });

  it("refuses to replace a file of the user's that stands where a new one should", async () => {
    await writeFiles(out, files, stamp);
    await writeFile(join(out, "new.ts"), "mine");
    await expect(writeFiles(out, [...files, { path: "new.ts", text: "ours" }], stamp)).rejects.toThrow(Failure);
    expect(await textOf("new.ts")).toBe("mine");
  });

  it("refuses an output path that is a file, or lies below one", async () => {
    await writeFile(out, "a file");
    await expect(writeFiles(out, files, stamp)).rejects.toThrow(/is a file/);
    await expect(writeFiles(join(out, "deeper"), files, stamp)).rejects.toThrow(/is a file/);
    expect(await readFile(out, "utf8")).toBe("a file");
  });

  it("leaves the old files whole where one of the new ones cannot be written", async () => {
    await writeFiles(out, files, stamp);
    await mkdir(join(out, "zzz.ts"));
    const next = [...files.map((file) => ({ ...file, text: "new" })), { path: "zzz.ts", text: "new" }];
    await expect(writeFiles(out, next, stamp)).rejects.toThrow(Failure);
    expect(await textOf("index.ts")).toBe("export {};\n");
    expect((await readdir(out)).sort()).toEqual([".tablewright.json", "index.ts", "tables", "zzz.ts"]);
  });

  // The superuser may write anywhere, whatever the permissions say.
  it.skipIf(process.getuid?.() === 0)("leaves the old files whole in a folder that is read-only", async () => {
    await writeFiles(out, files, stamp);
    await chmod(out, 0o555);
    await expect(writeFiles(out, [{ path: "index.ts", text: "new" }], stamp)).rejects.toThrow(/permission denied/);
    await chmod(out, 0o755);
    expect(await textOf("index.ts")).toBe("export {};\n");
  });

  it.each(["../evil.ts", "/evil.ts", "a/../../evil.ts", "a\\b.ts", "a//b.ts", "a\0b.ts"])(
    "refuses the path %j",
    async (path) => {
      await expect(writeFiles(out, [{ path, text: "x" }], stamp)).rejects.toThrow(Failure);
      expect(await readdir(parent)).not.toContain("evil.ts");
    },
  );

  it("refuses to follow a link out of the folder", async () => {
    await writeFiles(out, files.slice(0, 1), stamp);
    await symlink(parent, join(out, "tables"));
    await expect(writeFiles(out, files, stamp)).rejects.toThrow(/leads out of the folder/);
    expect(await readdir(parent)).toEqual(["out"]);
  });

  it("says what to do about a manifest that makes no sense", async () => {
    await writeFiles(out, files, stamp);
    await writeFile(join(out, ".tablewright.json"), "<<<<<<< ours");
    await expect(writeFiles(out, files, stamp)).rejects.toThrow(/it is not a manifest/);
  });

  function textOf(path: string): Promise<string> {
    return readFile(join(out, path), "utf8");
  }
});
