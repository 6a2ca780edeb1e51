/** One statement that has ended, well or not. */
export interface QueryEvent {
  readonly sql: string;
  readonly parameterCount: number;
  /** The values as they were bound; only for listeners that asked for them. */
  readonly parameters?: readonly unknown[];
  readonly durationMs: number;
  /** Rows returned, or changed where none are returned; 0 for a failed statement. */
  readonly rows: number;
  /** Null for a statement that went well. */
  readonly error: unknown;
}

export type QueryListener = (event: QueryEvent) => void;

export interface QueryListenerOptions {
  /** Whether events carry the values of parameters. Default false: they may be secrets. */
  readonly parameters?: boolean;
}

/** A statement on its way to the listeners. */
export interface QueryReport {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** `performance.now()` before it ran. */
  readonly startedAt: number;
  readonly rows: number;
  readonly error: unknown;
}

interface Subscription {
  readonly listener: QueryListener;
  readonly parameters: boolean;
}

/** The listeners of a database. Executors look at `active` before they take any time. */
export class QueryEvents {
  active = false;
  #subscriptions: readonly Subscription[] = [];

  /** Returns the function that ends the subscription. */
  subscribe(listener: QueryListener, options: QueryListenerOptions = {}): () => void {
    const subscription = { listener, parameters: options.parameters ?? false };
    this.#replace([...this.#subscriptions, subscription]);
    return () => this.#replace(this.#subscriptions.filter((other) => other !== subscription));
  }

  report({ sql, params, startedAt, rows, error }: QueryReport): void {
    const event = { sql, parameterCount: params.length, durationMs: performance.now() - startedAt, rows, error };
    for (const { listener, parameters } of this.#subscriptions) {
      deliver(listener, parameters ? { ...event, parameters: [...params] } : event);
    }
  }

  #replace(subscriptions: readonly Subscription[]): void {
    this.#subscriptions = subscriptions;
    this.active = subscriptions.length > 0;
  }
}

/** A listener's own failure must not fail the query: it surfaces as an uncaught exception, as with `node:diagnostics_channel`. */
function deliver(listener: QueryListener, event: QueryEvent): void {
  try {
    listener(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
