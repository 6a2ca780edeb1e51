import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { leftBehind } from "./run-folder.js";
import { temporaryFolder } from "./temporary-folder.js";

test("what tests make for a while lies in the run's own folder", () => {
  expect(basename(tmpdir())).toMatch(/^tablewright-run-/);
  expect(dirname(temporaryFolder())).toBe(tmpdir());
});

test("what a test leaves in it is noticed", () => {
  const folder = mkdtempSync(join(tmpdir(), "left-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(leftBehind()).toContain(basename(folder));
});
