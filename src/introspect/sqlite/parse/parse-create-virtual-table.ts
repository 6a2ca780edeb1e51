import { TokenReader } from "./token-reader.js";

/** The module of a virtual table and the arguments it was given, each as written (https://sqlite.org/lang_createvtab.html). */
export interface VirtualTableSyntax {
  readonly module: string;
  readonly arguments: string | null;
}

/** Reads the text that `sqlite_schema` keeps of a virtual table. */
export function parseCreateVirtualTable(sql: string): VirtualTableSyntax {
  const reader = new TokenReader(sql);
  while (!reader.atEnd() && !reader.takeKeywords("USING")) reader.take();
  return { module: reader.takeName(), arguments: reader.takeGroup() };
}
