import type { Client, ClientConfig, PoolClient } from "pg";
import { toConnectError } from "./connect-error.js";
import { sendRequest, type PostgresqlReply, type PostgresqlRequest } from "./postgresql-query.js";
import { prepareSession } from "./postgresql-session.js";

/** Connections beside the pool that carry many reads at the same time: each is sent without waiting for the answers to those before it. */
export class PostgresqlPipelines {
  readonly #options: PipelineOptions;
  #lines: readonly Line[] = [];

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  send(request: PostgresqlRequest, reply: PostgresqlReply): void {
    const line = this.#pick();
    line.load += 1;
    const settle: PostgresqlReply = (error, result) => {
      line.load -= 1;
      reply(error, result);
    };
    if (line.ready) return sendOn(line, request, settle);
    line.opening.then(
      () => sendOn(line, request, settle),
      (error: unknown) => settle(toConnectError(error), undefined),
    );
  }

  async close(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    await Promise.all(lines.map(({ client }) => client.end()));
  }

  /** The line with the least to do; a new one while all are busy and more are allowed. */
  #pick(): Line {
    const [first, ...others] = this.#lines;
    if (first === undefined) return this.#open();
    const least = others.reduce((best, line) => (line.load < best.load ? line : best), first);
    return least.load > 0 && this.#lines.length < this.#options.max ? this.#open() : least;
  }

  #open(): Line {
    // A client of a pool differs by its `release` only, which nobody calls here.
    const client = new this.#options.ClientClass({ ...this.#options.config, pipeline: true }) as PoolClient;
    const line: Line = {
      client,
      load: 0,
      corked: false,
      ready: false,
      opening: openLine(client).then(() => void (line.ready = true)),
    };
    const drop = (): void => {
      this.#lines = this.#lines.filter((other) => other !== line);
    };
    client.on("error", drop);
    client.on("end", drop);
    line.opening.catch(drop);
    this.#lines = [...this.#lines, line];
    return line;
  }
}

export interface PipelineOptions {
  readonly ClientClass: new (config: ClientConfig) => Client;
  readonly config: ClientConfig;
  /** How many connections there may be. */
  readonly max: number;
}

interface Line {
  readonly client: PoolClient;
  readonly opening: Promise<void>;
  ready: boolean;
  /** Whether what is sent is held back until the current turn of the event loop has said all it wants. */
  corked: boolean;
  /** Requests that are not answered. */
  load: number;
}

/** Sends everything that is asked for in one go as one packet. */
function sendOn(line: Line, request: PostgresqlRequest, reply: PostgresqlReply): void {
  const { stream } = line.client.connection;
  if (!line.corked) {
    line.corked = true;
    stream.cork();
    queueMicrotask(() => {
      line.corked = false;
      stream.uncork();
    });
  }
  sendRequest(line.client, request, reply);
}

async function openLine(client: PoolClient): Promise<void> {
  await client.connect();
  const failure = await new Promise((resolve) => prepareSession(client, resolve));
  if (failure !== null) throw failure as Error;
}
