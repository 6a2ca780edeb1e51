import { deepEqual } from "node:assert/strict";
import { join } from "node:path";
import type { RenderedFile } from "../../emit/rendered-file.js";
import { readDatabase } from "../../introspect/read-database.js";
import type { DatabaseModel } from "../../model/database-model.js";
import type { Database } from "../../runtime/database.js";
import type { Executor } from "../../runtime/executor.js";
import type { Repository } from "../../runtime/repository.js";
import type { TableTypes } from "../../runtime/types/table-types.js";
import type { ComplianceDatabase, ComplianceDialect } from "../compliance-dialect.js";
import { fillWords } from "../word.js";
import { generateText } from "./generate-text.js";
import { openCatalog } from "./open-catalog.js";
import { loadModule } from "./load-module.js";
import { shopSchema } from "./shop-schema.js";

/** The shop's database and its generated module. */
export interface Shop {
  readonly database: ComplianceDatabase;
  readonly model: DatabaseModel;
  readonly files: readonly RenderedFile[];
  readonly db: ShopDatabase;
  /** Opens it once more, on connections of its own. */
  readonly connect: () => Promise<ShopDatabase>;
  readonly drop: () => Promise<void>;
}

/** The generated class, as far as the cases call it: they are compiled before it is made. */
export interface ShopDatabase extends Database {
  readonly customers: ShopRepository & { findByEmail(email: string): Promise<ShopRow | undefined> };
  readonly categories: ShopRepository;
  readonly products: ShopRepository & {
    findByRegionAndSku(key: { region: string; sku: string }): Promise<ShopRow | undefined>;
  };
  readonly purchases: ShopRepository;
  readonly purchaseLines: ShopRepository;
  readonly tags: ShopRepository;
  readonly productTags: ShopRepository;
  readonly events: ShopRepository;
  readonly sampleValues: ShopRepository;
  readonly selects: ShopRepository;
}

export type ShopRow = Record<string, unknown>;
export type ShopRepository = Repository<ShopTypes>;

export interface ShopTypes extends TableTypes {
  entity: ShopRow;
  key: unknown;
  insert: ShopRow;
  update: ShopRow;
  where: ShopRow;
  orderBy: ShopRow;
  include: ShopRow;
  relations: Record<string, never>;
  unique: string;
  constraint: string;
}

/** Makes the shop, generates its module into the folder, and opens it by the dialect's door. */
export async function openShop(dialect: ComplianceDialect, folder: string): Promise<Shop> {
  const database = await dialect.createDatabase();
  await database.run(fillWords(shopSchema, dialect.words));
  const scope = { schemas: null, include: [], exclude: [] };
  const { model, diagnostics } = await readDatabase(database.target, scope, {
    open: (target) => openCatalog(dialect, target),
  });
  deepEqual(diagnostics, []);
  const files = await generateText(model, { name: "shop" });
  const module = await loadModule(join(folder, "shop"), files);
  const Class = module["ShopDatabase"] as new (executor: Executor) => ShopDatabase;
  const connect = async (): Promise<ShopDatabase> => new Class(await dialect.openExecutor(database.target));
  const db = await connect();
  const drop = async (): Promise<void> => {
    await db.close();
    await database.drop();
  };
  return { database, model, files, db, connect, drop };
}
