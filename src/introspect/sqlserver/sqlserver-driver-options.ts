import { Failure } from "../../diagnostics.js";
import { isRecord } from "../../lang/is-record.js";

/** How to reach a server: what the driver takes, and what may be shown of it. */
export interface DriverOptions {
  /** Configuration of mssql's `ConnectionPool`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** `host:port`, or `host\instance`. */
  readonly address: string;
}

/** Reads a URL, or the driver's own configuration. A URL's database, or the option of that name, is a must: without it, a login's default would be read. */
export function toDriverOptions(connection: string | Readonly<Record<string, unknown>>): DriverOptions {
  const options = typeof connection === "string" ? readUrl(connection) : connection;
  const address = addressOf(options);
  const { database } = isRecord(options["options"]) ? { ...options, ...options["options"] } : options;
  if (typeof (options["database"] ?? database) === "string" && (options["database"] ?? database) !== "") {
    return { options, address };
  }
  throw new Failure("config", `sqlserver: connecting at "${address}": no database is named`, {
    hint: "write it behind the server: mssql://user@host:1433/database",
  });
}

function addressOf(configuration: Readonly<Record<string, unknown>>): string {
  const inner = isRecord(configuration["options"]) ? configuration["options"] : {};
  const { server } = configuration;
  const host = typeof server === "string" && server !== "" ? server : "localhost";
  const instance = inner["instanceName"];
  if (typeof instance === "string") return `${host}\\${instance}`;
  const port = configuration["port"] ?? inner["port"];
  return `${host}:${typeof port === "number" || typeof port === "string" ? port : 1433}`;
}

function readUrl(text: string): Readonly<Record<string, unknown>> {
  const url = parseUrl(text);
  const parameters = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), { name, value }]));
  const take = (...names: readonly string[]): string | undefined => {
    const found = names.flatMap((name) => parameters.get(name.toLowerCase()) ?? []);
    for (const name of names) parameters.delete(name.toLowerCase());
    return found[0]?.value;
  };
  const user = url.username === "" ? take("user") : decode(url.username);
  const password = url.password === "" ? take("password") : decode(url.password);
  const instanceName = take("instance", "instanceName");
  const authentication = toAuthentication({ user, password, take });
  return {
    server: decode(url.hostname.replace(/^\[(.*)\]$/, "$1")) || "localhost",
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    database: url.pathname.length > 1 ? decode(url.pathname.slice(1)) : take("database"),
    authentication,
    options: {
      ...(instanceName === undefined ? {} : { instanceName }),
      ...Object.fromEntries([...parameters.values()].map(({ name, value }) => [optionName(name), toValue(value)])),
    },
  };
}

function parseUrl(text: string): URL {
  try {
    // A scheme that browsers do not know leaves the host as it is written; both schemes mean the same.
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

function invalidUrl(): Failure {
  return new Failure("connection", "sqlserver: connecting: the URL is not valid", {
    hint: "percent-encode what is special in user and password",
  });
}

interface Given {
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly take: (...names: readonly string[]) => string | undefined;
}

/**
 * The forms of authentication of tedious 19 (https://tediousjs.github.io/tedious/api-connection.html, `authentication.type`). One that is not named is
 * a login of SQL Server, or, with a domain, one of Windows. `token-credential` takes an object, which a URL cannot hold.
 */
function toAuthentication({ user, password, take }: Given): Readonly<Record<string, unknown>> {
  const domain = take("domain");
  const type = take("authentication", "authenticationType") ?? (domain === undefined ? "default" : "ntlm");
  const wanted = authenticationOptions.get(type);
  if (wanted === undefined) {
    throw new Failure("config", `sqlserver: connecting: a URL has no authentication "${type}"`, {
      hint: `write one of ${[...authenticationOptions.keys()].join(", ")}; for token-credential give the driver's options`,
    });
  }
  const given: Readonly<Record<string, string | undefined>> = {
    userName: user,
    password,
    domain,
    // Who it is and its secret may stand where a user and a password do.
    clientId: take("clientId") ?? user,
    clientSecret: take("clientSecret") ?? password,
    tenantId: take("tenantId"),
    token: take("token") ?? password,
  };
  const options = wanted.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]] as const]));
  return { type, options: Object.fromEntries(options) };
}

const authenticationOptions: ReadonlyMap<string, readonly string[]> = new Map([
  ["default", ["userName", "password"]],
  ["ntlm", ["userName", "password", "domain"]],
  ["azure-active-directory-password", ["userName", "password", "clientId", "tenantId"]],
  ["azure-active-directory-access-token", ["token"]],
  ["azure-active-directory-msi-vm", ["clientId"]],
  ["azure-active-directory-msi-app-service", ["clientId"]],
  ["azure-active-directory-service-principal-secret", ["clientId", "clientSecret", "tenantId"]],
  ["azure-active-directory-default", ["clientId"]],
]);

/** The driver's own spelling of the options that people write in many ways. */
function optionName(name: string): string {
  return optionNames.get(name.toLowerCase()) ?? name;
}

const optionNames: ReadonlyMap<string, string> = new Map(
  [
    "encrypt",
    "trustServerCertificate",
    "appName",
    "connectTimeout",
    "requestTimeout",
    "readOnlyIntent",
    "multiSubnetFailover",
    "serverName",
    "packetSize",
    "workstationId",
  ].map((name) => [name.toLowerCase(), name]),
);

function toValue(value: string): unknown {
  if (/^(true|false)$/i.test(value)) return /^true$/i.test(value);
  return /^\d{1,9}$/.test(value) ? Number(value) : value;
}
