import type { Connection, Request } from "tedious";

/** A connection of tedious, with what it knows of itself beyond what it declares. */
export type SqlserverConnection = Connection & {
  /** Whether a transaction is open, as the server last told. */
  readonly inTransaction: boolean;
  readonly closed: boolean;
  /** A mark of mssql's: a pool lends such a connection to nobody. */
  hasError?: boolean;
  readonly socket?: { destroy(): void } | undefined;
  readonly config: { readonly options: { readonly connectionIsolationLevel?: number } };
};

/** The parts of mssql's pool that lend connections out, which its types leave out. */
export interface SqlserverPool {
  readonly connected: boolean;
  readonly config: { readonly pool?: { readonly max?: number } };
  connect(): Promise<unknown>;
  close(): Promise<unknown>;
  acquire(requester: object): Promise<SqlserverConnection>;
  release(connection: SqlserverConnection): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
}

export type TediousRequest = Request;

/** Closes a connection, whatever the server still sends on it; its pool makes another in its place. */
export function breakOff(connection: SqlserverConnection): void {
  connection.hasError = true;
  connection.socket?.destroy();
  // The driver calls a request back before it knows that it has: told to close meanwhile, it would call back again, without end.
  setImmediate(() => connection.close());
}
