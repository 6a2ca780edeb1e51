import { existsSync } from "node:fs";
import { print } from "../library/print.js";
import { seed } from "../library/seed/seed.js";
import { connect } from "./generated/index.js";
import { tour } from "../library/tour.js";

const file = process.argv[2];
if (file === undefined || !existsSync(file)) throw new Error("usage: run.js FILE, a database made by schema.sql");
await using db = await connect({ file });
if ((await db.branches.count()) === 0) await seed(db);
await tour(db, print);
