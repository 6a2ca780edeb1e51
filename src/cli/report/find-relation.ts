import { Failure } from "../../diagnostics.js";
import { suggestion } from "../../lang/nearest-name.js";
import type { DatabaseModel } from "../../model/database-model.js";
import type { TableModel, ViewModel } from "../../model/table-model.js";

/** The table or view called `name` or `schema.name`; the default schema's wins where several have it. */
export function findRelation(model: DatabaseModel, name: string): TableModel | ViewModel {
  const relations: readonly (TableModel | ViewModel)[] = [...model.tables, ...model.views];
  const found = relations.filter((one) => one.name === name || `${one.schema}.${one.name}` === name);
  const relation = found.find((one) => one.schema === model.defaultSchema) ?? found[0];
  if (relation !== undefined) return relation;
  const names = relations.flatMap((one) => [one.name, `${one.schema}.${one.name}`]);
  throw new Failure("usage", `flags: reading "--table": there is no table or view "${name}"${suggestion(name, names)}`);
}
