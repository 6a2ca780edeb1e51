import type { PoolClient } from "pg";
import { defineOwnQuery, type DriverConnection, type PostgresqlOwnQueryClass } from "./postgresql-own-query.js";

/** The class of our own queries that a client takes; null for a client or a version of the driver that takes none. */
export function ownQueryClassOf(client: PoolClient): PostgresqlOwnQueryClass | null {
  const known = classes.get(client);
  if (known !== undefined) return known;
  const found = findClass(client as unknown as ClientFacts);
  classes.set(client, found);
  return found;
}

/** Whether a query of our own can carry the values. */
export function arePlain(params: readonly unknown[]): boolean {
  return params.every((value) => typeof value !== "object" || value === null || value instanceof Uint8Array);
}

const classes = new WeakMap<PoolClient, PostgresqlOwnQueryClass | null>();
/** For every client that does not pipeline. */
export const plainOwnQuery: PostgresqlOwnQueryClass = defineOwnQuery(null);
/** By the prototype of the driver's own class. */
const pipelinedClasses = new WeakMap<object, PostgresqlOwnQueryClass>();

/**
 * A client that pipelines refuses what is no instance of the driver's own class, for fear of queries that keep a portal open (pg 8.23). Ours keep none,
 * so there they are made its instances.
 */
function findClass(client: ClientFacts): PostgresqlOwnQueryClass | null {
  if (!isKnown(client)) return null;
  if (client.pipeline !== true) return plainOwnQuery;
  const parent = client.constructor.Query?.prototype;
  if (parent === undefined) return null;
  const known = pipelinedClasses.get(parent) ?? defineOwnQuery(parent);
  pipelinedClasses.set(parent, known);
  return known;
}

/** A client of libpq (`pg-native`) has no such connection. */
function isKnown({ connection, binary }: ClientFacts): boolean {
  if (connection === undefined || binary === true) return false;
  return (
    methods.every((name) => typeof connection[name] === "function") && typeof connection.parsedStatements === "object"
  );
}

const methods = ["query", "parse", "bind", "describe", "execute", "sync", "sendCopyFail"] as const;

/** What we look at in the driver's client. */
interface ClientFacts {
  readonly connection?: DriverConnection;
  readonly pipeline?: boolean;
  readonly binary?: boolean;
  readonly constructor: { readonly Query?: { readonly prototype: object } };
}
