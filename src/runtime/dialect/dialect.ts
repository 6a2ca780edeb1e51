/** How an engine spells SQL. Pure text; nothing here talks to a server. */
export interface Dialect {
  readonly name: "sqlite" | "postgresql";
  /** Quotes a name, whatever it holds. */
  quote(name: string): string;
  /** The placeholder of the parameter at a position from 1. */
  placeholder(position: number): string;
}
