import { ConnectionFailedError } from "../errors/connection-errors.js";

/**
 * A URL as oracledb's options: `oracle://user:password@host:1521/service`. The rule is that of the generator: `sid` stands for a service name, `protocol=tcps` asks
 * for TLS, and each other parameter is an option of the driver, as JSON where it is no text. Without a host, `connectString` names the server.
 */
export function readOracleUrl(text: string): Readonly<Record<string, unknown>> {
  const url = parseUrl(text);
  const { sid, protocol, ...parameters } = Object.fromEntries(url.searchParams);
  const host = decode(url.hostname);
  const port = url.port === "" ? "1521" : url.port;
  const options = {
    user: url.username === "" ? undefined : decode(url.username),
    password: url.password === "" ? undefined : decode(url.password),
    connectString:
      host === "" ? undefined : toConnectString({ host, port, service: decode(url.pathname.slice(1)), sid, protocol }),
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toValue(name, value)])),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
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
    throw invalidUrl();
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalidUrl();
  }
}

function invalidUrl(): ConnectionFailedError {
  return new ConnectionFailedError(
    "connection: the URL is not valid: percent-encode what is special in user and password",
  );
}

function toValue(name: string, value: string): unknown {
  if (/password|user|token|location|dir$/i.test(name)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
