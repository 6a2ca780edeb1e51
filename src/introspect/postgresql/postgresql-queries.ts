import { columnsQuery } from "./queries/columns-query.js";
import { constraintsQuery } from "./queries/constraints-query.js";
import { indexesQuery } from "./queries/indexes-query.js";
import { countsQuery } from "./queries/counts-query.js";
import { expressionsQuery } from "./queries/expressions-query.js";
import { inheritanceQuery } from "./queries/inheritance-query.js";
import { outerColumnsQuery } from "./queries/outer-columns-query.js";
import { policiesQuery } from "./queries/policies-query.js";
import { privilegesQuery } from "./queries/privileges-query.js";
import { relationsQuery } from "./queries/relations-query.js";
import { routinesQuery } from "./queries/routines-query.js";
import { rulesQuery } from "./queries/rules-query.js";
import { schemasQuery } from "./queries/schemas-query.js";
import { sequencesQuery } from "./queries/sequences-query.js";
import { sessionQuery } from "./queries/session-query.js";
import { triggersQuery } from "./queries/triggers-query.js";
import { typesQuery } from "./queries/types-query.js";

/** Every question that is put to the catalog, each once, whatever the number of tables. */
export const postgresqlQueries = {
  session: sessionQuery,
  schemas: schemasQuery,
  relations: relationsQuery,
  inheritance: inheritanceQuery,
  types: typesQuery,
  columns: columnsQuery,
  constraints: constraintsQuery,
  indexes: indexesQuery,
  triggers: triggersQuery,
  policies: policiesQuery,
  sequences: sequencesQuery,
  routines: routinesQuery,
  privileges: privilegesQuery,
  rules: rulesQuery,
  outerColumns: outerColumnsQuery,
  expressions: expressionsQuery,
  counts: countsQuery,
} as const;
