import Database from "better-sqlite3";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../../src/runtime/driver/open-sqlite.js";
import type { ComplianceDatabase } from "../../../src/testing/index.js";
import type { DialectUnderTest } from "./dialect-under-test.js";
import { goldenLoader } from "./golden-model.js";
import { sqliteCapabilities } from "./sqlite-capabilities.js";
import { sqliteFixtures } from "./sqlite-fixtures.js";

export function sqliteUnderTest(): DialectUnderTest {
  return {
    dialect: {
      name: "SQLite 3",
      engine: "sqlite",
      capabilities: sqliteCapabilities,
      words: {
        identity: "integer primary key",
        bigint: "bigint",
        boolean: "boolean",
        timestamp: "datetime",
        moment: "datetime",
        bytes: "blob",
        text: "text",
        double: "double precision",
        json: "json",
        reader: "nobody",
      },
      fixtures: sqliteFixtures,
      createDatabase: async () => createDatabase(),
      openExecutor: (target) => openSqlite({ file: fileOf(target.connection) }),
      loadGolden: goldenLoader("sqlite"),
    },
    isOlder: false,
    end: async () => undefined,
  };
}

function createDatabase(): ComplianceDatabase {
  const folder = mkdtempSync(join(tmpdir(), "compliance-"));
  const file = join(folder, `${randomBytes(6).toString("hex")}.db`);
  return {
    target: { engine: "sqlite", connection: { file } },
    secrets: [folder],
    run: async (script) => {
      const database = new Database(file);
      // What is lost with the machine does not matter here, and waiting for the disk takes long.
      database.pragma("synchronous = off");
      database.exec(script);
      database.close();
    },
    watch: async () => {
      const statements: string[] = [];
      const database = new Database(file, { readonly: true, verbose: (text) => statements.push(String(text)) });
      return {
        target: { engine: "sqlite", connection: { database } },
        statements: async () => statements,
        stop: async () => void database.close(),
      };
    },
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function fileOf(connection: unknown): string {
  return (connection as { readonly file: string }).file;
}
