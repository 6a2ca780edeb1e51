import mysql from "mysql2/promise";

export interface MysqlScriptOptions {
  /** The name by which the script calls its own database, where it does: it then means the connected one. */
  readonly calls?: string;
}

/** Runs a script as the command line client would, DELIMITER lines included; a failing statement ends it. */
export async function loadMysqlScript(url: string, script: string, { calls }: MysqlScriptOptions = {}): Promise<void> {
  const connection = await mysql.createConnection({ uri: url, multipleStatements: true, charset: "utf8mb4" });
  const name = new URL(url).pathname.slice(1);
  const text = calls === undefined ? script : script.replaceAll(new RegExp(`\\b${calls}\\.`, "g"), `${name}.`);
  try {
    for (const batch of splitMysqlScript(text)) await connection.query(batch);
  } finally {
    await connection.end();
  }
}

/** The parts of a script that the server takes in one go: statements with semicolons together, those with another delimiter one by one. */
export function* splitMysqlScript(script: string): Generator<string> {
  const text = script.replace(/^\uFEFF/u, "").replaceAll("\r\n", "\n");
  let delimiter = ";";
  let position = 0;
  for (const line of [...text.matchAll(/^[ \t]*delimiter[ \t]+(\S+)[ \t]*$/gim), null]) {
    const part = text.slice(position, line?.index);
    const statements = delimiter === ";" ? [part] : part.split(delimiter);
    yield* statements.filter((statement) => !isBlank(statement));
    delimiter = line?.[1] ?? delimiter;
    position = (line?.index ?? 0) + (line?.[0].length ?? 0);
  }
}

/** Nothing but comments, which the server takes for an empty statement: an error. */
function isBlank(statement: string): boolean {
  return statement.replace(/^\s*(?:--(?:\s.*)?|#.*)$|\/\*(?!!|M!)[\s\S]*?\*\//gm, "").trim() === "";
}
