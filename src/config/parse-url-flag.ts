import { builtInDialects } from "../dialect/built-in-dialects.js";
import { parseDatabaseUrl, type DatabaseUrl } from "./database-url.js";
import { loadDialect } from "./load-dialect.js";

/** Reads a URL of the command line; `choice` is the dialect that goes with it, if any. */
export async function parseUrlFlag(url: string, choice: string | undefined, directory: string): Promise<DatabaseUrl> {
  const dialect = choice === undefined ? [] : [await loadDialect(choice, directory)];
  return parseDatabaseUrl(url, directory, [...dialect, ...builtInDialects]);
}
