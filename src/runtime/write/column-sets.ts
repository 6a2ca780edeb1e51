import { columnOf, invalidQuery, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";

/** Columns of a table that a statement gives values to, in table order: one object for each set, so that what is made of it can be kept by it. */
export interface ColumnSet {
  readonly columns: readonly ColumnSql[];
}

/** The columns that a table's rows are inserted with. */
export function insertSetsOf(table: TableSql): ColumnSets {
  return setsOf(inserting, table, "inserting");
}

/** The columns that a table's rows are updated in. */
export function updateSetsOf(table: TableSql): ColumnSets {
  return setsOf(updating, table, "updating");
}

/** Finds the columns that objects of values give. */
export class ColumnSets {
  readonly #table: TableSql;
  readonly #doing: string;
  /** By the properties in the order in which an object has them. */
  readonly #byProperties = new Map<string, Listed>();
  readonly #byColumns = new Map<string, ColumnSet>();
  #last: Listed;

  /** `doing` begins the messages of errors: `inserting`. */
  constructor(table: TableSql, doing: string) {
    this.#table = table;
    this.#doing = doing;
    this.#last = this.#list([]);
  }

  /**
   * The columns that values are given for: `undefined` counts as absent. A property that is no column, or one that cannot be written, is an
   * `InvalidQueryError`.
   */
  of(values: object): ColumnSet {
    if (typeof values !== "object" || values === null || Array.isArray(values)) {
      throw invalidQuery(this.#table, `${this.#doing}: an object of values is expected`);
    }
    // Callers mostly give the same properties in the same order as the last time.
    const { properties, set } = this.#last;
    let index = 0;
    for (const property in values) {
      if ((values as Values)[property] === undefined) continue;
      if (property !== properties[index]) return this.#find(values);
      index++;
    }
    return index === properties.length ? set : this.#find(values);
  }

  /** The set of some columns. */
  ofColumns(columns: Iterable<ColumnSql>): ColumnSet {
    const sorted = [...new Set(columns)].sort((a, b) => a.position - b.position);
    const key = sorted.map(({ position }) => position).join();
    let set = this.#byColumns.get(key);
    if (set === undefined) {
      if (this.#byColumns.size >= keptMax) this.#byColumns.clear();
      this.#byColumns.set(key, (set = { columns: sorted }));
    }
    return set;
  }

  #find(values: object): ColumnSet {
    const properties = Object.keys(values).filter((property) => (values as Values)[property] !== undefined);
    this.#last = this.#list(properties);
    return this.#last.set;
  }

  #list(properties: readonly string[]): Listed {
    const key = JSON.stringify(properties);
    let listed = this.#byProperties.get(key);
    if (listed === undefined) {
      const columns = properties.map((property) => toWritable(this.#table, property, this.#doing));
      if (this.#byProperties.size >= keptMax) this.#byProperties.clear();
      this.#byProperties.set(key, (listed = { properties, set: this.ofColumns(columns) }));
    }
    return listed;
  }
}

/** The column of a property that can be written; anything else is an `InvalidQueryError`. */
export function toWritable(table: TableSql, property: PropertyKey, doing: string): ColumnSql {
  const column = columnOf(table, property, doing);
  if (column.meta.filled !== "always") return column;
  throw invalidQuery(table, `${doing} "${column.property}": the database computes it`);
}

const inserting = new WeakMap<TableSql, ColumnSets>();
const updating = new WeakMap<TableSql, ColumnSets>();

function setsOf(kept: WeakMap<TableSql, ColumnSets>, table: TableSql, doing: string): ColumnSets {
  let sets = kept.get(table);
  if (sets === undefined) kept.set(table, (sets = new ColumnSets(table, doing)));
  return sets;
}

type Values = Readonly<Record<string, unknown>>;

interface Listed {
  readonly properties: readonly string[];
  readonly set: ColumnSet;
}

/** Callers whose objects come from elsewhere could give any number of them. */
const keptMax = 500;
