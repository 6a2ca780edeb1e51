import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The files under a folder whose names end so, as paths from the root with slashes, in code-point order; none where there is no such folder. */
export function listFiles(root: string, folder: string, ending: string): readonly string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file))
    .sort();
}
