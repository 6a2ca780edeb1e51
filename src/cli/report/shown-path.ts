import { relative } from "node:path";

/** A path as the user would write it: from the working directory where it lies in or near it, else whole. */
export function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  if (near === "") return ".";
  return near.startsWith("../../..") ? path : near;
}
