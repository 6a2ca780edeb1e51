import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ConnectionConfig, DatabaseConfig } from "../../src/config/config.js";
import { toDatabaseSettings, type DatabaseSettings } from "../../src/config/database-settings.js";
import { env } from "../../src/config/env.js";
import { toLoadedConfig } from "../../src/config/load-config.js";
import { resolveConnection } from "../../src/config/resolve-connection.js";
import { createSecrets } from "../../src/config/secrets.js";
import { temporaryFolder } from "../support/temporary-folder.js";

interface Resolved {
  readonly target: unknown;
  /** What a message would show of the text. */
  readonly shown: string;
}

async function resolve(
  connection: ConnectionConfig,
  dialect?: DatabaseConfig["dialect"],
  text = "",
): Promise<Resolved> {
  const secrets = createSecrets();
  const variables = { URL: "postgres://ann:s3cr3t@host/shop", PASSWORD: "s3cr3t" };
  const settings = settingsOf("/base", { connection, dialect });
  const { target } = await resolveConnection(settings, { env: variables, secrets });
  return { target, shown: secrets.redact(text) };
}

function settingsOf(directory: string, config: Omit<DatabaseConfig, "out">): DatabaseSettings {
  const loaded = toLoadedConfig({ databases: { shop: { out: "out", ...config } } }, join(directory, "config"));
  const [settings] = toDatabaseSettings(loaded);
  if (settings === undefined) throw new Error("no settings");
  return settings;
}

describe("a connection", () => {
  test("may be a URL, a variable, or a function that gives either, and its password is hidden from then on", async () => {
    const url = "postgres://ann:s3cr3t@host/shop";
    for (const connection of [url, env("URL"), () => url, async () => env("URL")]) {
      const { target, shown } = await resolve(connection, undefined, "the password is s3cr3t");
      expect(target).toEqual({ engine: "postgresql", connection: url });
      expect(shown).toBe("the password is ***");
    }
  });

  test("may be the driver's options, with variables and providers in them", async () => {
    const verify = (): undefined => undefined;
    const options = { host: "host", password: async () => env("PASSWORD"), ssl: { checkServerIdentity: verify } };
    const { target, shown } = await resolve(options, "postgresql", "s3cr3t");
    const connection = { host: "host", password: "s3cr3t", ssl: { checkServerIdentity: verify } };
    expect([target, shown]).toEqual([{ engine: "postgresql", connection }, "***"]);
  });

  test("is of the engine that its connection string tells", async () => {
    const { target } = await resolve({ connectionString: env("URL"), ssl: true });
    expect(target).toMatchObject({ engine: "postgresql" });
  });

  test("may name MySQL where the URL says MariaDB, and the other way round", async () => {
    const url = "mariadb://ann:s3cr3t@host/shop";
    expect((await resolve(url, "mysql")).target).toEqual({ engine: "mariadb", connection: url });
    const { target, shown } = await resolve({ uri: url, ssl: {} }, undefined, "s3cr3t");
    expect([target, shown]).toEqual([{ engine: "mariadb", connection: { uri: url, ssl: {} } }, "***"]);
  });

  test("takes a file's path from the configuration's folder", async () => {
    expect((await resolve({ file: "shop.db", readOnly: true }, "sqlite")).target).toEqual({
      engine: "sqlite",
      connection: { file: "/base/shop.db", readOnly: true },
    });
  });

  test("is refused where dialect and URL disagree, or neither tells the engine", async () => {
    await expect(resolve("sqlite:shop.db", "postgresql")).rejects.toThrow(
      'its dialect is "postgresql", but its URL is of sqlite',
    );
    await expect(resolve({ host: "host" })).rejects.toThrow('"dialect" is needed');
    await expect(resolve(env("NOWHERE"))).rejects.toThrow('the environment variable "NOWHERE" is not set');
  });

  test("looks into .env after the environment", async () => {
    const folder = temporaryFolder({ ".env": 'URL="sqlite:from-file.db"\nOTHER=sqlite:other.db\n' });
    const source = { env: { URL: "sqlite:from-process.db" }, secrets: createSecrets() };
    const fileOf = async (name: string): Promise<unknown> =>
      (await resolveConnection(settingsOf(folder, { connection: env(name) }), source)).target.connection;
    expect(await fileOf("URL")).toEqual({ file: join(folder, "from-process.db") });
    expect(await fileOf("OTHER")).toEqual({ file: join(folder, "other.db") });
  });
});

describe("settings", () => {
  test("turn paths of the user's modules into paths from the output folder", () => {
    const { plan } = settingsOf("/base", {
      connection: "sqlite:shop.db",
      repositories: [
        { table: "a", className: "A", from: "./src/a.js" },
        { table: "b", className: "B", from: "@scope/b" },
      ],
      types: [
        { column: "a.b", use: { type: "T", from: "./out/../t.js" } },
        { column: "c.d", use: "string" },
      ],
    });
    expect(plan.repositories.map(({ from }) => from)).toEqual(["../src/a.js", "@scope/b"]);
    expect(plan.typeRules.map(({ use }) => (typeof use === "string" ? use : use.from))).toEqual(["../t.js", "string"]);
  });

  test("of a database win over those for all", () => {
    const config = {
      format: true,
      importSuffix: ".ts",
      databases: { a: { out: "a", from: "a.json", format: false }, b: { out: "b", from: "b.json" } },
    };
    const settings = toDatabaseSettings(toLoadedConfig(config, "/base/config"));
    expect(settings.map(({ name, format, plan }) => [name, format, plan.importSuffix])).toEqual([
      ["a", false, ".ts"],
      ["b", true, ".ts"],
    ]);
  });
});
