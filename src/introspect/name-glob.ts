import picomatch from "picomatch";

/** Whether a name of one to three parts (`table`, `schema.table`, `schema.table.column`) is meant. */
export type NameGlob = (parts: readonly string[]) => boolean;

/**
 * Compiles a glob whose dots part names: `sales.*`, `*_log`, `{public,sales}.order?`, `**.password`. `*` and `?` do not cross a dot, `**` does, and a
 * backslash takes the meaning from the character after it.
 */
export function toNameGlob(glob: string): NameGlob {
  const isMatch = picomatch(toPath(glob), { dot: true, nonegate: true, strictSlashes: true });
  // A name that holds glob characters, or a dot, is still found as it is written.
  return (parts) => parts.join(".") === glob || isMatch(parts.map(hideSlashes).join("/"));
}

/** The glob library parts names at slashes: dots become slashes, and slashes within names a character that no name has. */
function toPath(glob: string): string {
  return glob.replaceAll(/\\.|[./]/gsu, (found) => (found === "." ? "/" : hideSlashes(found)));
}

function hideSlashes(name: string): string {
  return name.replaceAll("/", "\u{f8ff}");
}
