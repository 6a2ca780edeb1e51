/** A node of an analysed query, as the server writes it down: `{VAR :varno 1 …}`. */
export interface TreeNode {
  readonly type: string;
  readonly fields: ReadonlyMap<string, TreeValue>;
}

/** A field of a node: a node, a list, a word as it is written, or null for `<>`. */
export type TreeValue = TreeNode | readonly TreeValue[] | string | null;

/**
 * Reads the text form of an analysed query (`nodeToString`, src/backend/nodes/outfuncs.c of PostgreSQL), as `pg_rewrite.ev_action` holds it. Fields are taken
 * by their names and none is expected, for they differ from version to version. Null for a text of another form.
 */
export function parseNodeTree(text: string): TreeValue {
  const reader = new NodeTreeReader(text);
  const value = reader.readValue();
  return reader.failed ? null : value;
}

/** A word without the escapes that the server puts before blanks, brackets and leading digits, and without its quotes. */
export function unescapeWord(word: string): string {
  return word.replace(/^"(.*)"$/s, "$1").replaceAll(/\\(.)/gs, "$1");
}

class NodeTreeReader {
  /** Whether the text ended too early, or held what no node holds. */
  failed = false;
  readonly #text: string;
  readonly #words = /[(){}]|(?:\\.|[^\s(){}\\])+/gs;
  #next: string;

  constructor(text: string) {
    this.#text = text;
    this.#next = this.#scan();
  }

  readValue(): TreeValue {
    const word = this.#take();
    if (word === "{") return this.#readNode();
    if (word === "(") return this.#readList();
    return word === "<>" ? null : word;
  }

  #readNode(): TreeNode {
    // Names were shortened in some versions: https://github.com/postgres/postgres/blob/REL_15_STABLE/src/backend/nodes/outfuncs.c
    const type = this.#take();
    const fields = new Map<string, TreeValue>();
    for (let name = this.#take(); name !== "}" && !this.failed; name = this.#take()) {
      if (!name.startsWith(":")) this.failed = true;
      fields.set(name.slice(1), this.readValue());
      if (this.#next === "[") this.#skipBytes();
    }
    return { type: longNames.get(type) ?? type, fields };
  }

  #readList(): readonly TreeValue[] {
    const items: TreeValue[] = [];
    while (this.#next !== ")" && !this.failed) items.push(this.readValue());
    this.#take();
    return items;
  }

  /** The bytes of a constant stand behind their number: `4 [ 1 0 0 0 ]`. */
  #skipBytes(): void {
    while (this.#take() !== "]" && !this.failed);
  }

  #take(): string {
    const word = this.#next;
    if (word === "") this.failed = true;
    this.#next = this.#scan();
    return word;
  }

  #scan(): string {
    return this.#words.exec(this.#text)?.[0] ?? "";
  }
}

/** The names of nodes before PostgreSQL 16, and since. */
const longNames: ReadonlyMap<string, string> = new Map([
  ["RTE", "RANGETBLENTRY"],
  ["COALESCE", "COALESCEEXPR"],
  ["CASE", "CASEEXPR"],
  ["WHEN", "CASEWHEN"],
  ["ARRAY", "ARRAYEXPR"],
  ["ROW", "ROWEXPR"],
  ["MINMAX", "MINMAXEXPR"],
  ["COLLATE", "COLLATEEXPR"],
]);
