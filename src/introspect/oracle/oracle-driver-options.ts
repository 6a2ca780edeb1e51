import { Failure } from "../../diagnostics.js";

/** How to reach a server: what the driver takes, and what may be shown of it. */
export interface DriverOptions {
  /** Options of oracledb's getConnection. */
  readonly options: Readonly<Record<string, unknown>>;
  /** `host:port/service`, or the alias of a tnsnames.ora. */
  readonly address: string;
}

/**
 * Reads `oracle://user:password@host:1521/service?…` or options of the driver. Of the parameters, `sid` stands for a service name, `protocol=tcps`
 * asks for TLS, and each other one is an option of the driver, as JSON where it is no text.
 */
export function toDriverOptions(connection: string | Readonly<Record<string, unknown>>): DriverOptions {
  const own = typeof connection === "string" ? { uri: connection } : connection;
  const { uri, ...others } = own;
  const options = { ...(typeof uri === "string" ? readUrl(uri) : {}), ...others };
  const address = options["connectString"] ?? options["connectionString"];
  if (typeof address === "string" && address !== "") return { options, address: toShown(address) };
  throw new Failure("config", "oracle: connecting: no server is named", {
    hint: "write oracle://user@host:1521/service, or give connectString",
  });
}

/** A whole descriptor is long, and says too much. */
function toShown(address: string): string {
  const host = /\bHOST\s*=\s*([^)\s]+)/i.exec(address)?.[1];
  return address.startsWith("(") ? (host ?? "its descriptor") : (address.split("?", 1)[0] ?? "");
}

function readUrl(text: string): Readonly<Record<string, unknown>> {
  const url = parseUrl(text);
  const { sid, protocol, ...parameters } = Object.fromEntries(url.searchParams);
  const host = decodeURIComponent(url.hostname);
  const port = url.port === "" ? "1521" : url.port;
  const server = { host, port, service: decodeURIComponent(url.pathname.slice(1)), sid, protocol };
  const given = {
    user: url.username === "" ? undefined : decodeURIComponent(url.username),
    password: url.password === "" ? undefined : decodeURIComponent(url.password),
    connectString: host === "" ? undefined : toConnectString(server),
  };
  const driver = Object.entries(parameters).map(([name, value]) => [name, toValue(name, value)] as const);
  return Object.fromEntries([...Object.entries(given), ...driver].filter(([, value]) => value !== undefined));
}

interface ServerPlace {
  readonly host: string;
  readonly port: string;
  readonly service: string;
  readonly sid: string | undefined;
  readonly protocol: string | undefined;
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/23/netag/configuring-naming-methods.html, "Easy Connect Plus". */
function toConnectString({ host, port, service, sid, protocol }: ServerPlace): string {
  if (sid === undefined) return `${protocol === undefined ? "" : `${protocol}://`}${host}:${port}/${service}`;
  const address = `(ADDRESS=(PROTOCOL=${protocol ?? "tcp"})(HOST=${host})(PORT=${port}))`;
  return `(DESCRIPTION=${address}(CONNECT_DATA=(SID=${sid})))`;
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    // The error of an invalid URL holds the URL, password and all.
    throw new Failure("connection", "oracle: connecting: the URL is not valid", {
      hint: "percent-encode what is special in user and password",
    });
  }
}

function toValue(name: string, value: string): unknown {
  if (/password|user|token|location|dir$/i.test(name)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
