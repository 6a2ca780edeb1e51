import type { Row } from "../executor.js";

/**
 * Finds parents by the driver values of their keys. Values that the database holds equal though they differ (`1.0` and `1.00`, texts of a collation without
 * case) are found by a second look that levels such differences.
 */
export class KeyIndex {
  /** The distinct keys, in the order of their slots. */
  readonly keys: (readonly unknown[])[] = [];
  readonly #positions: readonly number[];
  readonly #slots = new Map<unknown, number>();
  #levelled: Map<string, number> | undefined;

  /** @param positions where a parent's row holds its key */
  constructor(positions: readonly number[]) {
    this.#positions = positions;
  }

  /** The slot of a parent's key, a new one for a new key; undefined for a key that holds null, which relates to nothing. */
  add(parent: Row): number | undefined {
    const identity = toIdentity(parent, this.#positions);
    if (identity === null) return undefined;
    let slot = this.#slots.get(identity);
    if (slot === undefined) {
      slot = this.keys.push(this.#positions.map((position) => parent[position])) - 1;
      this.#slots.set(identity, slot);
    }
    return slot;
  }

  /** The slot of the parent whose key a related row holds at these positions; undefined where none is recognized as equal. */
  find(related: Row, positions: readonly number[]): number | undefined {
    const identity = toIdentity(related, positions);
    const slot = this.#slots.get(identity);
    if (slot !== undefined || identity === null) return slot;
    this.#levelled ??= new Map(this.keys.map((key, index) => [toLevelled(key), index]));
    return this.#levelled.get(toLevelled(positions.map((position) => related[position])));
  }
}

/** What tells keys apart in a map; null for a key that holds null. */
function toIdentity(row: Row, positions: readonly number[]): unknown {
  const [first] = positions;
  if (positions.length === 1 && first !== undefined) return toPlain(row[first]);
  let identity = "";
  for (const position of positions) {
    const value = toPlain(row[position]);
    if (value === null) return null;
    identity += withLength(toText(value));
  }
  return identity;
}

/** The same integer comes as a number or as a bigint, as the statement wants it. */
function toPlain(value: unknown): unknown {
  if (typeof value === "bigint") return BigInt.asIntN(53, value) === value ? Number(value) : value;
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
}

/** Keys are texts and numbers. */
function toText(value: unknown): string {
  return String(value);
}

function toLevelled(key: readonly unknown[]): string {
  return key.map((value) => withLength(level(toText(toPlain(value))))).join("");
}

function level(text: string): string {
  const digits = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text);
  if (digits === null) return text.trimEnd().toLowerCase();
  const [, sign = "", whole = "", fraction = ""] = digits;
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Keeps `("a", "bc")` and `("ab", "c")` apart. */
function withLength(text: string): string {
  return `${text.length}:${text}`;
}
