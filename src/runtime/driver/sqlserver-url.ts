import { ConnectionFailedError } from "../errors/connection-errors.js";

/**
 * A URL as mssql's configuration: `mssql://user:password@host:1433/database?encrypt=true`. The rule is that of the generator: user and password may stand
 * behind the `?` too, `instance` names an instance, `authentication` a form of it, and all else is an option of tedious, whatever its case.
 */
export function readSqlserverUrl(text: string): Readonly<Record<string, unknown>> {
  const url = parseUrl(text);
  const parameters = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), { name, value }]));
  const take: Take = (...names) => {
    const found = names.flatMap((name) => parameters.get(name.toLowerCase()) ?? []);
    for (const name of names) parameters.delete(name.toLowerCase());
    return found[0]?.value;
  };
  const authentication = toAuthentication({
    user: url.username === "" ? take("user") : decode(url.username),
    password: url.password === "" ? take("password") : decode(url.password),
    take,
  });
  const instanceName = take("instance", "instanceName");
  const database = url.pathname.length > 1 ? decode(url.pathname.slice(1)) : take("database");
  return {
    server: decode(url.hostname.replace(/^\[(.*)\]$/, "$1")) || "localhost",
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    ...(database === undefined ? {} : { database }),
    authentication,
    options: {
      ...(instanceName === undefined ? {} : { instanceName }),
      ...Object.fromEntries([...parameters.values()].map(({ name, value }) => [optionName(name), toValue(value)])),
    },
  };
}

/** Whether a text is a URL; if not, it is a connection string of mssql. */
export function isSqlserverUrl(text: string): boolean {
  return /^(?:mssql|sqlserver):\/\//i.test(text);
}

/** The first of the parameters that is given, which are all used up. */
type Take = (...names: readonly string[]) => string | undefined;

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

interface Given {
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly take: Take;
}

/** One that is not named is a login of SQL Server, or, with a domain, one of Windows: https://tediousjs.github.io/tedious/api-connection.html */
function toAuthentication({ user, password, take }: Given): Readonly<Record<string, unknown>> {
  const domain = take("domain");
  const type = take("authentication", "authenticationType") ?? (domain === undefined ? "default" : "ntlm");
  const wanted = authenticationOptions.get(type);
  if (wanted === undefined) {
    const known = [...authenticationOptions.keys()].join(", ");
    throw new ConnectionFailedError(`connection: a URL has no authentication "${type}": write one of ${known}`);
  }
  const given: Readonly<Record<string, string | undefined>> = {
    userName: user,
    password,
    domain,
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

function optionName(name: string): string {
  return optionNames.get(name.toLowerCase()) ?? name;
}

/** The driver's own spelling of the options that people write in many ways. */
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
