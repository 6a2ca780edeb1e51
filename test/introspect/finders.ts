import type { DatabaseModel } from "../../src/model/database-model.js";
import type { QualifiedName } from "../../src/model/qualified-name.js";
import type { ColumnModel, TableModel, ViewModel } from "../../src/model/table-model.js";

/** Finds what a test names in what was read. What is not there fails the test. */
export interface Finders {
  readonly tableOf: (model: DatabaseModel, name: string) => TableModel;
  readonly viewOf: (model: DatabaseModel, name: string) => ViewModel;
  readonly named: <Named extends QualifiedName>(list: readonly Named[], wanted: string) => Named;
}

/** Finders of things by their names: those of one schema without it, as `orders`, others as `sales.orders`. */
export function findersIn(schema: string): Finders {
  function named<Named extends QualifiedName>(list: readonly Named[], wanted: string): Named {
    const qualified = wanted.includes(".") ? wanted : `${schema}.${wanted}`;
    return found(
      list.find((item) => `${item.schema}.${item.name}` === qualified),
      qualified,
    );
  }
  return {
    named,
    tableOf: (model, name) => named(model.tables, name),
    viewOf: (model, name) => named(model.views, name),
  };
}

/** The column of a name. */
export function columnOf(relation: TableModel | ViewModel, name: string): ColumnModel {
  return found(
    relation.columns.find((column) => column.name === name),
    `column ${name} of ${relation.name}`,
  );
}

/** The thing of a name in a list of a table. */
export function itemOf<Item extends { readonly name: string | null }>(list: readonly Item[], name: string): Item {
  return found(
    list.find((item) => item.name === name),
    name,
  );
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`there is no ${name}`);
  return value;
}
