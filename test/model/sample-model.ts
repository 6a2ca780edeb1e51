import type { DatabaseModel } from "../../src/model/database-model.js";
import type { ForeignKeyModel, IndexModel, TableModel, ViewModel } from "../../src/model/table-model.js";
import * as make from "../../src/testing/model/make-model.js";

export { makeColumn, makeKey } from "../../src/testing/model/make-model.js";

/** A model of PostgreSQL with nothing in it but what is given. */
export function makeModel(parts: Partial<DatabaseModel> = {}): DatabaseModel {
  const schemas = [{ name: "public", comment: null }];
  return make.makeModel("postgresql", { defaultSchema: "public", schemas, ...parts });
}

/** A table of the schema public; without a key where none is given. */
export function makeTable(name: string, parts: Partial<TableModel> = {}): TableModel {
  return make.makeTable(name, [], { schema: "public", ...parts });
}

/** A view of the schema public. */
export function makeView(name: string, parts: Partial<ViewModel> = {}): ViewModel {
  return make.makeView(name, [], { schema: "public", ...parts });
}

/** A foreign key without a name, to a table of the schema public. */
export function makeForeignKey(
  columns: readonly string[],
  target: string,
  targetColumns: readonly string[],
): ForeignKeyModel {
  const references = { schema: "public", name: target, columns: targetColumns };
  return { ...make.makeForeignKey("", "", target, ""), name: null, columns, references };
}

export function makeIndex(name: string, parts: Partial<IndexModel> = {}): IndexModel {
  return {
    name,
    unique: false,
    method: "btree",
    parts: [],
    include: [],
    predicate: null,
    nullsNotDistinct: false,
    constraint: null,
    valid: true,
    comment: null,
    extra: {},
    ...parts,
  };
}
