import type { ColumnModel, TableModel, ViewKeyModel, ViewModel, ViewOriginModel } from "../../model/table-model.js";
import { toSmallestKeys } from "../smallest-keys.js";
import type { SourceTable, ViewSources } from "./mysql-view-sources.js";
import { toSchemaName } from "./schema-names.js";

/** A view with what its query says. */
export interface ViewDraft {
  readonly model: ViewModel;
  /** Null where the query cannot be seen, or is not one plain SELECT. */
  readonly sources: ViewSources | null;
}

/** The views, each with what follows from its query and from what that reads: origins, keys, and what can be written through it. */
export function withViewFacts(
  drafts: readonly ViewDraft[],
  tables: readonly TableModel[],
  connected: string,
): readonly ViewModel[] {
  const facts = new FactFinder(drafts, tables, connected);
  return drafts.map((draft) => toViewModel(draft, facts.of(draft)));
}

/** What follows from one view's query. */
interface ViewFacts {
  readonly columns: readonly ColumnModel[];
  readonly origins: readonly ViewOriginModel[];
  readonly keys: readonly ViewKeyModel[];
  readonly writes: readonly Write[];
  /** The table that takes what is inserted into the view, and its columns by the view's; null where there is no single one. */
  readonly base: { readonly table: TableModel; readonly columns: ReadonlyMap<string, string> } | null;
}

type Write = "insert" | "update" | "delete";

function toViewModel({ model, sources }: ViewDraft, { columns, origins, keys, writes }: ViewFacts): ViewModel {
  if (sources === null) return model;
  const updatable = writes.length === 3;
  return {
    ...model,
    columns,
    updatable,
    ...(updatable || writes.length === 0 ? {} : { writes }),
    ...(keys.length === 0 ? {} : { keys }),
    ...(origins.length === 0 ? {} : { origins }),
  };
}

class FactFinder {
  readonly #drafts: ReadonlyMap<string, ViewDraft>;
  readonly #tables: ReadonlyMap<string, TableModel>;
  readonly #connected: string;
  readonly #known = new Map<ViewDraft, ViewFacts>();

  constructor(drafts: readonly ViewDraft[], tables: readonly TableModel[], connected: string) {
    this.#drafts = new Map(drafts.map((draft) => [keyOf(draft.model.schema, draft.model.name), draft]));
    this.#tables = new Map(tables.map((table) => [keyOf(table.schema, table.name), table]));
    this.#connected = connected;
  }

  of(draft: ViewDraft): ViewFacts {
    const known = this.#known.get(draft);
    if (known !== undefined) return known;
    const origins = this.#originsOf(draft);
    const only = draft.sources?.only ?? null;
    const base = only === null ? null : this.#baseOf(only, origins);
    const keys = only === null ? [] : this.#keysOf(only, origins);
    const columns = draft.model.columns.map((column) => this.#typed(column, origins));
    const facts = { columns, origins, keys, base, writes: this.#writesOf(draft, base, origins) };
    this.#known.set(draft, facts);
    return facts;
  }

  #originsOf({ model, sources }: ViewDraft): readonly ViewOriginModel[] {
    return (sources?.columns ?? []).flatMap(({ name, from, column }) => {
      const schema = toSchemaName(from.schema, this.#connected);
      const table = this.#tables.get(keyOf(schema, from.table));
      const view = this.#drafts.get(keyOf(schema, from.table));
      const found = findColumn((table ?? view?.model)?.columns ?? [], column);
      if (found === undefined || findColumn(model.columns, name) === undefined) return [];
      const takes = view === undefined ? found.generated === null : this.#takesValues(view, found.name);
      const origin = { schema, table: from.table, column: found.name };
      return [{ column: name, from: origin, writable: model.updatable && takes }];
    });
  }

  /** In a view, MariaDB's JSON is a long text without the check that tells it. */
  #typed(column: ColumnModel, origins: readonly ViewOriginModel[]): ColumnModel {
    const from =
      column.type.kind === "text" ? origins.find((origin) => origin.column === column.name)?.from : undefined;
    if (from === undefined) return column;
    const key = keyOf(from.schema, from.table);
    const view = this.#drafts.get(key);
    const source = view === undefined ? this.#tables.get(key) : this.of(view);
    const found = findColumn(source?.columns ?? [], from.column);
    if (found?.type.kind !== "json") return column;
    return { ...column, type: found.type, databaseType: found.databaseType, collation: null };
  }

  #takesValues(view: ViewDraft, column: string): boolean {
    return this.of(view).origins.some((origin) => origin.column === column && origin.writable);
  }

  #baseOf(only: SourceTable, origins: readonly ViewOriginModel[]): ViewFacts["base"] {
    const key = keyOf(toSchemaName(only.schema, this.#connected), only.table);
    const table = this.#tables.get(key);
    const handed = origins.map(({ column, from }) => [column, from.column] as const);
    if (table !== undefined) return { table, columns: new Map(handed) };
    const view = this.#drafts.get(key);
    const base = view === undefined ? null : this.of(view).base;
    if (base === null) return null;
    const columns = handed.flatMap(([column, inner]) => {
      const outer = base.columns.get(inner);
      return outer === undefined ? [] : [[column, outer] as const];
    });
    return { table: base.table, columns: new Map(columns) };
  }

  /** A query over one table gives none of its rows twice. */
  #keysOf(only: SourceTable, origins: readonly ViewOriginModel[]): readonly ViewKeyModel[] {
    const key = keyOf(toSchemaName(only.schema, this.#connected), only.table);
    const table = this.#tables.get(key);
    const view = this.#drafts.get(key);
    const inner = table === undefined ? (view === undefined ? [] : this.of(view).keys) : tableKeys(table);
    const outer = new Map(origins.toReversed().map(({ column, from }) => [from.column, column]));
    const proved = inner.flatMap(({ columns }) => {
      const handed = columns.flatMap((column) => outer.get(column) ?? []);
      return handed.length === columns.length ? [handed] : [];
    });
    return toSmallestKeys(proved);
  }

  /**
   * What an updatable view takes (https://dev.mysql.com/doc/refman/8.4/en/view-updatability.html): a join takes updates alone, and an insert must reach every
   * column that has no default.
   */
  #writesOf(
    { model, sources }: ViewDraft,
    base: ViewFacts["base"],
    origins: readonly ViewOriginModel[],
  ): readonly Write[] {
    const only = sources?.only ?? null;
    if (!model.updatable || !origins.some((origin) => origin.writable)) return [];
    if (only === null) return ["update"];
    const view = this.#drafts.get(keyOf(toSchemaName(only.schema, this.#connected), only.table));
    const possible: readonly Write[] =
      view === undefined ? ["insert", "update", "delete"] : writesOf(this.of(view), view);
    const reached = new Set(base?.columns.values());
    const takesRows =
      base !== null && base.table.columns.every((column) => !isRequired(column) || reached.has(column.name));
    return takesRows ? possible : possible.filter((write) => write !== "insert");
  }
}

/** An insert into an outer view may reach no more columns than into the inner one, but the inner one's own limits count too. */
function writesOf(facts: ViewFacts, { model, sources }: ViewDraft): readonly Write[] {
  if (sources === null) return model.updatable ? ["update"] : [];
  return facts.writes;
}

function tableKeys(table: TableModel): readonly Pick<ViewKeyModel, "columns">[] {
  const isNull = (name: string): boolean => findColumn(table.columns, name)?.nullable ?? true;
  const unique = table.uniqueKeys.filter(({ columns }) => !columns.some(isNull));
  return table.primaryKey === null ? unique : [table.primaryKey, ...unique];
}

function isRequired(column: ColumnModel): boolean {
  return !column.nullable && column.default.kind === "none" && column.generated === null && column.identity === null;
}

/** Names of columns are compared without case. */
function findColumn(columns: readonly ColumnModel[], name: string): ColumnModel | undefined {
  return (
    columns.find((column) => column.name === name) ??
    columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
  );
}

function keyOf(schema: string, name: string): string {
  return `${schema}\0${name}`;
}
