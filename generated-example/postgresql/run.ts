import { connect } from "./generated/index.js";
import { print } from "../library/print.js";
import { seed } from "../library/seed/seed.js";
import { programme } from "./programme.js";
import { tour } from "../library/tour.js";

const connectionString = process.argv[2];
if (connectionString === undefined) throw new Error("usage: run.js URL, of a database made by schema.sql");
await using db = await connect({ connectionString });
if ((await db.branches.count()) === 0) await seed(db);
await tour(db, print);
await programme(db, print);
