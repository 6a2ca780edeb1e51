import Database from "better-sqlite3";
import { join } from "node:path";

const shop = `
  create table customer (customer_id integer primary key, name text not null, email text unique);
  create table purchase (
    purchase_id integer primary key,
    customer_id integer not null references customer (customer_id),
    total decimal(10, 2) not null check (total >= 0)
  );
  create view big_purchase as select purchase_id, total from purchase where total > 100;
`;

/** Makes a small SQLite database in a folder and gives its path. */
export function makeShop(folder: string, name = "shop.db", sql = shop): string {
  const file = join(folder, name);
  const database = new Database(file);
  database.exec(sql);
  database.close();
  return file;
}

/** Runs SQL in a database that is there. */
export function changeDatabase(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}
