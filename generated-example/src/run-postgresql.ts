import { connect } from "./postgresql/index.js";
import { print } from "./print.js";
import { seed } from "./seed/seed.js";
import { programme } from "./programme.js";
import { tour } from "./tour.js";

const connectionString = process.argv[2];
if (connectionString === undefined)
  throw new Error("usage: run-postgresql URL, of a database made by schema/postgresql.sql");
await using db = await connect({ connectionString });
if ((await db.branches.count()) === 0) await seed(db);
await tour(db, print);
await programme(db, print);
