import { combineQueries } from "./combine-queries.js";
import { expressionsQuery } from "./expressions-query.js";
import { outerColumnsQuery } from "./outer-columns-query.js";
import { rulesQuery } from "./rules-query.js";

/** What views are analysed by, in one question. Parameters: the relations, then those of the expressions. */
export const viewPartsQuery = combineQueries("rules, and what views rest on", {
  rules: rulesQuery,
  outerColumns: outerColumnsQuery,
  expressions: expressionsQuery,
});
