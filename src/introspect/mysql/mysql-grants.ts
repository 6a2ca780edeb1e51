import { toSqlTokens, type SqlToken } from "./sql-tokens.js";

/** What the connecting user may do, as the lines of SHOW GRANTS say it. */
export interface Grants {
  /** Whether a privilege holds for a whole table or view; `privilege` in upper case. */
  onTable(privilege: string, schema: string, table: string): boolean;
  /** Whether there is any privilege on a database as a whole, or on all. */
  onSchema(schema: string): boolean;
  onRoutine(privilege: string, kind: "FUNCTION" | "PROCEDURE", schema: string, name: string): boolean;
}

/** Reads the lines of SHOW GRANTS, REVOKE lines of MySQL's partial revokes included. */
export function toGrants(lines: readonly string[]): Grants {
  const grants = lines.flatMap((line) => toGrant(line) ?? []);
  const holds = (privilege: string, kind: Grant["kind"], schema: string, name: string): boolean => {
    const reaching = grants.filter((grant) => gives(grant, privilege) && reaches(grant, kind, schema, name));
    return reaching.some((grant) => !grant.revoked) && !reaching.some((grant) => grant.revoked);
  };
  return {
    onTable: (privilege, schema, table) => holds(privilege, "TABLE", schema, table),
    onSchema: (schema) =>
      grants.some(
        (grant) => !grant.privileges.has("USAGE") && grant.name === null && reaches(grant, "TABLE", schema, ""),
      ),
    onRoutine: (privilege, kind, schema, name) => holds(privilege, kind, schema, name),
  };
}

interface Grant {
  readonly revoked: boolean;
  readonly privileges: ReadonlySet<string>;
  readonly kind: "TABLE" | "FUNCTION" | "PROCEDURE";
  /** A pattern, in which `_` and `%` stand for characters; null for all. */
  readonly schema: string | null;
  /** Null for all. */
  readonly name: string | null;
}

function gives({ privileges }: Grant, privilege: string): boolean {
  return privileges.has(privilege) || privileges.has("ALL PRIVILEGES") || privileges.has("ALL");
}

function reaches(grant: Grant, kind: Grant["kind"], schema: string, name: string): boolean {
  if (grant.name !== null) return grant.kind === kind && grant.schema === schema && grant.name === name;
  return grant.schema === null || matches(grant.schema, schema);
}

/** `GRANT SELECT, INSERT (a, b) ON [FUNCTION | PROCEDURE] db.name TO …`; a privilege on columns is not one on the table. Null for any other line. */
function toGrant(line: string): Grant | null {
  const tokens = toSqlTokens(line) ?? [];
  const on = tokens.findIndex((token) => isWord(token, "ON"));
  const revoked = isWord(tokens[0], "REVOKE");
  if (on < 0 || (!revoked && !isWord(tokens[0], "GRANT"))) return null;
  const word = tokens[on + 1]?.value.toUpperCase() ?? "";
  const kind = tokens[on + 1]?.kind === "word" && /^(TABLE|FUNCTION|PROCEDURE)$/.test(word) ? word : "TABLE";
  const isNamed = tokens[on + 2]?.value !== "." || tokens[on + 2]?.kind !== "symbol";
  const first = on + (isNamed ? 2 : 1);
  if (tokens[first + 1]?.value !== ".") return null;
  return {
    revoked,
    privileges: new Set(toPrivileges(tokens.slice(1, on))),
    kind: kind === "FUNCTION" || kind === "PROCEDURE" ? kind : "TABLE",
    schema: nameOrAll(tokens[first]),
    name: nameOrAll(tokens[first + 2]),
  };
}

function toPrivileges(tokens: readonly SqlToken[]): readonly string[] {
  const privileges: string[] = [];
  let words: string[] = [];
  let depth = 0;
  let ofColumns = false;
  const end = (): void => {
    if (words.length > 0 && !ofColumns) privileges.push(words.join(" "));
    words = [];
    ofColumns = false;
  };
  for (const token of tokens) {
    if (token.value === "(") [depth, ofColumns] = [depth + 1, true];
    else if (token.value === ")") depth -= 1;
    else if (depth === 0 && token.value === ",") end();
    else if (depth === 0) words.push(token.value.toUpperCase());
  }
  end();
  return privileges;
}

function nameOrAll(token: SqlToken | undefined): string | null {
  return token === undefined || (token.kind === "symbol" && token.value === "*") ? null : token.value;
}

/** Databases are granted by patterns, in which a backslash takes the meaning from `_` and `%`. */
function matches(pattern: string, schema: string): boolean {
  const parts = pattern.match(/\\[^]|[^]/gu) ?? [];
  const source = parts.map((part) => {
    if (part === "%") return ".*";
    if (part === "_") return ".";
    return (part.length > 1 ? part.slice(1) : part).replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  });
  return new RegExp(`^${source.join("")}$`, "su").test(schema);
}

function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === "word" && token.value.toUpperCase() === word;
}
