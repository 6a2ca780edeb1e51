import { existsSync } from "node:fs";
import { print } from "./print.js";
import { seed } from "./seed/seed.js";
import { connect } from "./sqlite/index.js";
import { tour } from "./tour.js";

const file = process.argv[2];
if (file === undefined || !existsSync(file))
  throw new Error("usage: run-sqlite FILE, a database made by schema/sqlite.sql");
await using db = await connect({ file });
if ((await db.branches.count()) === 0) await seed(db);
await tour(db, print);
