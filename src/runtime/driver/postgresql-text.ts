/** A statement's text with the name under which connections keep it. */
export interface PostgresqlText {
  readonly sql: string;
  /** Undefined for a text that is parsed at every call. */
  name: string | undefined;
  /** Whether it goes by the simple protocol, which takes no parameters and costs the server less for statements without a plan. */
  readonly simple?: boolean;
  /** Whether it may share a connection with others at the same time. */
  readonly shareable?: boolean;
}

/** A statement of our own, such as `begin`. */
export function toCommand(sql: string): PostgresqlText {
  return { sql, name: undefined, simple: true };
}

/** Gives names to texts, the same for the same text, until as many as allowed are given. */
export class PostgresqlTexts {
  readonly #max: number;
  readonly #texts = new Map<string, PostgresqlText>();

  constructor(max: number) {
    this.#max = max;
  }

  /** The text as it is kept; a new, unnamed one where no more can be. */
  get(sql: string): PostgresqlText {
    const kept = this.#texts.get(sql);
    if (kept !== undefined) return kept;
    if (this.#texts.size >= this.#max) return { sql, name: undefined };
    const text = { sql, name: nextName(), shareable: isShareable(sql) };
    this.#texts.set(sql, text);
    return text;
  }
}

/** Gives a text a new name, so that connections parse it anew: what they keep under the old one is out of date. */
export function rename(text: PostgresqlText): void {
  if (text.name !== undefined) text.name = nextName();
}

/**
 * A read that waits for nobody. One that waits for a lock would hold up the reads behind it, and with them perhaps the very transaction that has the
 * lock.
 */
function isShareable(sql: string): boolean {
  return /^select\b/i.test(sql) && !/\bfor\s+(no\s+key\s+|key\s+)?(update|share)\b/i.test(sql);
}

// Connections of a pool that is handed in can be shared with another copy of this module, hence the random part.
const prefix = `tablewright_${Math.random().toString(36).slice(2, 8)}_`;
let named = 0;

function nextName(): string {
  return `${prefix}${(named += 1)}`;
}
