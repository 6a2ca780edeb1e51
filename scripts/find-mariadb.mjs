import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where `install-mariadb.mjs` unpacks the server's packages where it may not install them. */
export const unpackedFolder = fileURLToPath(new URL("../node_modules/.cache/tablewright/mariadb", import.meta.url));

/**
 * The programs of a MariaDB server on this machine: `{ server, installer, flags, env }`, where `flags` and `env` are what both need. Null where there
 * is none.
 */
export function findMariadb() {
  return findInstalled() ?? findUnpacked();
}

/** On the path, or where systems keep programs that only an administrator calls. */
function findInstalled() {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/usr/local/bin"];
  const find = (name) => folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  const server = find("mariadbd");
  const installer = find("mariadb-install-db");
  return server === undefined || installer === undefined ? null : { server, installer, flags: [], env: {} };
}

function findUnpacked() {
  const base = join(unpackedFolder, "usr");
  const server = join(base, "sbin", "mariadbd");
  const installer = join(base, "bin", "mariadb-install-db");
  if (!existsSync(server) || !existsSync(installer)) return null;
  const libraries = readdirSync(join(base, "lib")).map((name) => join(base, "lib", name));
  const flags = [`--basedir=${base}`, `--lc-messages-dir=${join(base, "share", "mysql")}`];
  return { server, installer, flags, env: { LD_LIBRARY_PATH: libraries.join(delimiter) } };
}
