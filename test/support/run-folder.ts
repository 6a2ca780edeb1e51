import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the operating systems' programs are told of the temporary folder by. */
const variables = ["TMPDIR", "TEMP", "TMP"];

/**
 * Makes a folder in which everything temporary of this run lies, whichever process makes it, and which goes with the calling process. It is called before
 * Vitest takes a name for its own files.
 */
export function useRunFolder(): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tablewright-run-")));
  // The servers run by another account where this one is root's: it may pass through, to their own folders.
  chmodSync(folder, 0o711);
  for (const variable of variables) process.env[variable] = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

/** What the tests of this run left behind, as names. Vitest's own folder, named by 21 random characters, and the cache of jiti are not theirs. */
export function leftBehind(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name !== "jiti" && !/^[\w-]{21}$/.test(name));
}
