import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Stands for the program that turns a model into files: its own files and the packages that they print with, by size and time of change. It differs between
 * machines, so it is good for what stays on one.
 */
export function programFingerprint(): string {
  const own = fileURLToPath(new URL("..", import.meta.url));
  const folders = ["dialect", "emit", "lang", "model", "templates", "run"].map((name) => join(own, name));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const packages = ["handlebars", "inflection", "prettier"].flatMap((name) => findPackage(own, name) ?? []);
  return [...files, join(own, "generate.js"), ...packages].map(stateOf).join("\n");
}

function stateOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return `${file} ${stats?.mtimeMs ?? 0} ${stats?.size ?? 0}`;
}

/** The manifest of an installed package, from a folder upwards; null where it is installed otherwise. */
function findPackage(folder: string, name: string): string | null {
  const file = join(folder, "node_modules", name, "package.json");
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? null : findPackage(dirname(folder), name);
}
