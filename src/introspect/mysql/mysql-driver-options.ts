import { Failure } from "../../diagnostics.js";

/** How to reach a server: what the driver takes, and what may be shown of it. */
export interface DriverOptions {
  /** Options of mysql2. */
  readonly options: Readonly<Record<string, unknown>>;
  /** `host:port`, or the path of a socket. */
  readonly address: string;
}

/** Reads a URL or options of the driver; `engine` is for messages. A URL's database, or the option of that name, is a must. */
export async function toDriverOptions(
  connection: string | Readonly<Record<string, unknown>>,
  engine: string,
): Promise<DriverOptions> {
  const own = typeof connection === "string" ? { uri: connection } : connection;
  const { uri, ...others } = own;
  const options = { ...(typeof uri === "string" ? readUrl(uri, engine) : {}), ...others };
  const address = addressOf(options);
  if (typeof options["database"] !== "string" || options["database"] === "") {
    throw new Failure("config", `${engine}: connecting at "${address}": no database is named`, {
      hint: `write it behind the server: ${engine}://user@host:3306/database`,
    });
  }
  const { password } = options;
  const secret: unknown = typeof password === "function" ? await (password as () => unknown)() : password;
  return { options: { ...options, ...(secret === undefined ? {} : { password: secret }) }, address };
}

function addressOf(options: Readonly<Record<string, unknown>>): string {
  const { socketPath, host, port } = options;
  if (typeof socketPath === "string") return socketPath;
  return `${typeof host === "string" && host !== "" ? host : "localhost"}:${typeof port === "number" || typeof port === "string" ? port : 3306}`;
}

function readUrl(text: string, engine: string): Readonly<Record<string, unknown>> {
  const url = parseUrl(text, engine);
  const given = {
    host: decodeURIComponent(url.hostname.replace(/^\[(.*)\]$/, "$1")),
    port: url.port === "" ? undefined : Number(url.port),
    user: decodeURIComponent(url.username),
    password: url.password === "" ? undefined : decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
  const parameters = [...url.searchParams].flatMap(([name, value]) => Object.entries(toOption(name, value, engine)));
  const entries = [...Object.entries(given), ...parameters].filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

function parseUrl(text: string, engine: string): URL {
  try {
    return new URL(text);
  } catch {
    // The error of an invalid URL holds the URL, password and all.
    throw new Failure("connection", `${engine}: connecting: the URL is not valid`, {
      hint: "percent-encode what is special in user and password",
    });
  }
}

/** A parameter of a URL as an option of the driver, which takes JSON for what is no text. */
function toOption(name: string, value: string, engine: string): Readonly<Record<string, unknown>> {
  if (/^ssl-?mode$/i.test(name)) return { ssl: toSslOption(value, engine) };
  if (name === "ssl" && /^(true|false|0|1)$/i.test(value)) return { ssl: /^(true|1)$/i.test(value) ? {} : undefined };
  if (/^(host|port|user|password|database)$/.test(name)) return { [name]: value };
  try {
    return { [name]: JSON.parse(value) as unknown };
  } catch {
    return { [name]: value };
  }
}

/** The modes of the command-line client: https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode. */
function toSslOption(mode: string, engine: string): unknown {
  switch (mode.toLowerCase().replaceAll("-", "_")) {
    case "disabled":
    case "preferred":
      return undefined;
    case "required":
      return { rejectUnauthorized: false };
    case "verify_ca":
      return { rejectUnauthorized: true, verifyIdentity: false };
    case "verify_identity":
      return { rejectUnauthorized: true, verifyIdentity: true };
    default:
      throw new Failure("config", `${engine}: connecting: there is no ssl-mode "${mode}"`, {
        hint: "write disabled, required, verify_ca or verify_identity",
      });
  }
}
