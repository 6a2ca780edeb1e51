import type { ConnectionTarget, Inspector } from "../introspect/inspector.js";
import { readDatabase, type ReadDatabaseOptions, type Reading } from "../introspect/read-database.js";
import type { Scope } from "../introspect/scope.js";
import type { DatabaseModel } from "../model/database-model.js";
import type { EngineCapability } from "./capability.js";
import { openCatalog } from "./module/open-catalog.js";
import { own, type ComplianceCase } from "./compliance-case.js";
import type { ComplianceDatabase, ComplianceDialect, ExpectedFixture } from "./compliance-dialect.js";
import type { Shop } from "./module/shop.js";
import { fillWords } from "./word.js";

/** What one case has at hand while it runs. */
export class ComplianceContext {
  readonly dialect: ComplianceDialect;
  /** A folder for files of the case, from which `tablewright` can be imported. */
  readonly folder: string;
  /** The database that the cases on generated code share, with its module. */
  readonly shop: () => Promise<Shop>;
  readonly #case: ComplianceCase;
  readonly #databases: ComplianceDatabase[] = [];
  #database: Promise<ComplianceDatabase> | undefined;

  constructor(given: Pick<ComplianceContext, "dialect" | "folder" | "shop">, testCase: ComplianceCase) {
    this.dialect = given.dialect;
    this.folder = given.folder;
    this.shop = given.shop;
    this.#case = testCase;
  }

  /** What the case is given: its own script unless the dialect has another. */
  get fixture(): ExpectedFixture {
    const given = this.dialect.fixtures[this.#case.name];
    if (given !== undefined && typeof given !== "string") return { ...given, sql: this.fill(given.sql) };
    const sql = given ?? this.#case.fixture;
    if (sql === undefined || sql === own) throw new Error(`${this.dialect.name} has no fixture for ${this.#case.name}`);
    return { sql: this.fill(sql), model: {} };
  }

  has(capability: EngineCapability): boolean {
    return this.dialect.capabilities[capability] === "on";
  }

  /** The database of the case's fixture. */
  database(): Promise<ComplianceDatabase> {
    return (this.#database ??= this.createDatabase(this.fixture.sql));
  }

  /** Another database, dropped with the first. */
  async createDatabase(script: string): Promise<ComplianceDatabase> {
    const database = await this.dialect.createDatabase();
    this.#databases.push(database);
    await database.run(this.fill(script));
    return database;
  }

  /** Reads the case's database, or another. */
  async read(scope: Partial<Scope> = {}, target?: ConnectionTarget, options?: ReadDatabaseOptions): Promise<Reading> {
    const whole = { schemas: null, include: [], exclude: [], ...scope };
    const from = target ?? (await this.database()).target;
    return readDatabase(from, whole, { ...options, open: (given) => this.openInspector(given) });
  }

  /** Reads the default schema and another, by the names that the dialect needs. */
  async readSchemas(other: string, target?: ConnectionTarget): Promise<Reading> {
    if (this.dialect.namesSchemas !== true) return this.read({}, target);
    const { defaultSchema } = await this.model();
    return this.read({ schemas: [defaultSchema, other] }, target);
  }

  async model(): Promise<DatabaseModel> {
    const { model } = await this.read();
    return model;
  }

  openInspector(target: ConnectionTarget): Promise<Inspector> {
    return openCatalog(this.dialect, target);
  }

  /** Drops what the case made. */
  async end(): Promise<void> {
    for (const database of this.#databases.splice(0)) await database.drop();
  }

  /** Puts the dialect's words into a script. */
  fill(script: string): string {
    return fillWords(script, this.dialect.words);
  }
}
