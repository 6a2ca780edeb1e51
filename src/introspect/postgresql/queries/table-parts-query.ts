import { combineQueries } from "./combine-queries.js";
import { inheritanceQuery } from "./inheritance-query.js";
import { policiesQuery } from "./policies-query.js";
import { privilegesQuery } from "./privileges-query.js";
import { statisticsQuery } from "./statistics-query.js";
import { triggersQuery } from "./triggers-query.js";

/** What few tables have, in one question. Parameter: the relations. */
export const tablePartsQuery = combineQueries("partitions, triggers, policies, privileges", {
  inheritance: inheritanceQuery,
  triggers: triggersQuery,
  policies: policiesQuery,
  privileges: privilegesQuery,
  statistics: statisticsQuery,
});
