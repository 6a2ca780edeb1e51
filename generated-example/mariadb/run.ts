import { connect } from "./generated/index.js";
import { print } from "../library/print.js";
import { seed } from "../library/seed/seed.js";
import { evenings } from "./evenings.js";
import { tour } from "../library/tour.js";

const uri = process.argv[2];
if (uri === undefined) throw new Error("usage: run.js URL, of a database made by schema.sql");
await using db = await connect({ uri });
if ((await db.branches.count()) === 0) await seed(db);
await tour(db, print);
await evenings(db, print);
