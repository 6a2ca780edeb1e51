import { randomBytes } from "node:crypto";
import mysql from "mysql2/promise";
import { openMariadb } from "../../../src/runtime/driver/open-mariadb.js";
import type { MysqlOptions } from "../../../src/runtime/driver/mysql-options.js";
import type { Executor } from "../../../src/runtime/executor.js";
import type {
  ComplianceDatabase,
  ComplianceDialect,
  ConnectionTarget,
  Login,
  LoginKind,
} from "../../../src/testing/index.js";
import { createMariadbDatabase, mariadbServerUrl } from "../../support/mariadb-database.js";
import { startMysqlStatementRecorder } from "../../support/mysql-statement-recorder.js";
import type { DialectUnderTest } from "./dialect-under-test.js";
import { goldenLoader } from "./golden-model.js";
import { mariadbCapabilities } from "./mariadb-capabilities.js";
import { mariadbFixtures } from "./mariadb-fixtures.js";

/** Schemas are databases here: these two are made by fixtures, beside the database of the case. */
const otherSchemas = ["compliance_sales", "compliance_aside"];

/** MariaDB or MySQL, which have most things alike. */
export interface MysqlKind {
  readonly engine: "mariadb" | "mysql";
  readonly title: string;
  /** The server's URL. */
  readonly server: string;
  readonly capabilities: ComplianceDialect["capabilities"];
  readonly fixtures: ComplianceDialect["fixtures"];
  readonly openExecutor: (options: MysqlOptions) => Promise<Executor>;
}

export function mariadbUnderTest(): Promise<DialectUnderTest> {
  return underTest({
    engine: "mariadb",
    title: "MariaDB",
    server: mariadbServerUrl(),
    capabilities: mariadbCapabilities,
    fixtures: mariadbFixtures,
    openExecutor: openMariadb,
  });
}

export async function underTest(kind: MysqlKind): Promise<DialectUnderTest> {
  const { engine, server } = kind;
  const reader = `compliance_${randomBytes(6).toString("hex")}`;
  await runOn(server, `create user ${reader}@'%' identified by 'reader-secret'`);
  return {
    dialect: {
      name: `${kind.title} ${await majorVersion(server)}`,
      engine,
      capabilities: kind.capabilities,
      words: {
        identity: "integer auto_increment primary key",
        bigint: "bigint",
        boolean: "boolean",
        timestamp: "datetime(3)",
        moment: "datetime(6)",
        bytes: "longblob",
        text: "longtext",
        double: "double",
        json: "json",
        reader: `${reader}@'%'`,
      },
      namesSchemas: true,
      fixtures: kind.fixtures,
      createDatabase: () => createDatabase(kind, reader),
      openExecutor: (target) => kind.openExecutor(toOptions(target)),
      slowStatement: "select sleep(20)",
      logins: toLogins,
      loadGolden: goldenLoader(engine),
    },
    isOlder: false,
    end: () => runOn(server, `drop user ${reader}@'%'`),
  };
}

async function createDatabase({ engine, server }: MysqlKind, reader: string): Promise<ComplianceDatabase> {
  const toTarget = (connection: string): ConnectionTarget => ({ engine, connection });
  const database = await createMariadbDatabase({ server });
  const readerUrl = new URL(database.url);
  [readerUrl.username, readerUrl.password] = [reader, "reader-secret"];
  return {
    target: toTarget(database.url),
    reader: toTarget(readerUrl.href),
    secrets: [new URL(database.url).host, database.name, database.url],
    // The suite's scripts quote names as the standard does.
    run: (script) => database.run(`set sql_mode = concat(@@sql_mode, ',ANSI_QUOTES'); ${script}`),
    watch: async () => {
      const recorder = await startMysqlStatementRecorder(database.url);
      return {
        target: toTarget(recorder.url),
        statements: async () => recorder.statements,
        stop: () => recorder.close(),
      };
    },
    block: () => holdTable(database.url),
    drop: async () => {
      await runOn(server, otherSchemas.map((schema) => `drop database if exists ${schema}`).join("; "));
      await database.drop();
    },
  };
}

/** Two tables that are renamed at a time: the first is nobody else's while the second is waited for. */
async function holdTable(url: string): Promise<() => Promise<void>> {
  const [holder, changer] = [await mysql.createConnection(url), await mysql.createConnection(url)];
  await holder.query("start transaction");
  await holder.query("select * from book");
  const changing = changer.query("rename table author to author_later, book to book_later");
  await new Promise((resolve) => setTimeout(resolve, 200));
  return async () => {
    await holder.end();
    await changing;
    await changer.query("rename table author_later to author, book_later to book");
    await changer.end();
  };
}

function toLogins({ target }: ComplianceDatabase): Readonly<Record<LoginKind, Login | string>> {
  const { engine, connection: url } = target;
  if (typeof url !== "string") throw new Error("the database's target is no URL");
  const { hostname: host, port, pathname, username: user, password } = new URL(url);
  const options = { host, port: Number(port), database: pathname.slice(1), user, password };
  const wrong = new URL(url);
  wrong.password = "not-the-password";
  return {
    password: {
      target: { engine, connection: options },
      wrong: { engine, connection: wrong.href },
    },
    token: "mysql2 takes passwords only: a token is one, made by the configuration's function",
    certificate: "the servers of the test run have no TLS certificates",
    integrated: "the servers of the test run take passwords only",
    wallet: "neither MariaDB nor MySQL has wallets",
  };
}

function toOptions({ connection }: ConnectionTarget): MysqlOptions {
  return typeof connection === "string"
    ? { uri: connection, connectionLimit: 4 }
    : { ...connection, connectionLimit: 4 };
}

async function majorVersion(url: string): Promise<string> {
  const connection = await mysql.createConnection(url);
  const [rows] = await connection.query<mysql.RowDataPacket[]>("select version() as version");
  await connection.end();
  return /\d+\.\d+/.exec(String(rows[0]?.["version"]))?.[0] ?? "";
}

async function runOn(url: string, script: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: url, multipleStatements: true });
  await connection.query(script);
  await connection.end();
}
