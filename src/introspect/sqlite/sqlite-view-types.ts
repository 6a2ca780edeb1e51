import { foldAscii } from "../../lang/fold-ascii.js";
import type { ColumnModel, TableModel } from "../../model/table-model.js";
import { relationKey, type SqliteRelation } from "./sqlite-catalog.js";
import { toSqliteColumnType } from "./sqlite-column-type.js";
import { typeExpression } from "./sqlite-expression-type.js";
import type { OriginRow } from "./sqlite-rows.js";
import { joinTypes, type ExpressionType } from "./sqlite-type-join.js";
import type { SqliteViewArm } from "./sqlite-view-arm.js";

/** Finds the types of views' columns, those of views over views included. */
export class SqliteViewTypes {
  readonly #relations: ReadonlyMap<string, SqliteRelation>;
  readonly #tables: ReadonlyMap<string, TableModel>;
  readonly #known = new Map<SqliteRelation, readonly (ExpressionType | null)[]>();

  /** Both maps go by `relationKey`. */
  constructor(relations: ReadonlyMap<string, SqliteRelation>, tables: ReadonlyMap<string, TableModel>) {
    this.#relations = relations;
    this.#tables = tables;
  }

  /** What each column gives, where all SELECTs of the view agree on it; null where that is not known. */
  typesOf(view: SqliteRelation): readonly (ExpressionType | null)[] {
    const known = this.#known.get(view);
    if (known !== undefined) return known;
    const types = view.columns.map((_, place) =>
      view.arms.length === 0 ? null : joinTypes(view.arms.map((arm) => this.#typeInArm(view, arm, place))),
    );
    this.#known.set(view, types);
    return types;
  }

  /** The base column that a view's column shows unchanged; undefined for a computed one. */
  findBase(origin: OriginRow | undefined): ColumnModel | undefined {
    if (origin === undefined || origin.schema === null || origin.table === null) return undefined;
    const table = this.#tables.get(relationKey(origin.schema, origin.table));
    return table?.columns.find((column) => column.name === origin.column);
  }

  /** The table that the first name in a FROM clause means, whose first word is FROM itself; undefined for a view. */
  findTable(schema: string, sources: readonly string[]): TableModel | undefined {
    return this.#tables.get(relationKey(schema, sources[1] ?? ""));
  }

  #typeInArm(view: SqliteRelation, arm: SqliteViewArm, place: number): ExpressionType | null {
    const column = arm.columns[place];
    if (column === undefined) return null;
    if (column.origin.table !== null) return this.#typeOfOrigin(column.origin, arm);
    if (column.expression === null) return this.#typeInView(view, arm, column.origin.name);
    return typeExpression(column.expression, (sql) => this.#typeOfOperand(view, arm, sql));
  }

  #typeOfOperand(view: SqliteRelation, arm: SqliteViewArm, sql: string): ExpressionType | null {
    const origin = arm.operands.get(sql);
    if (origin === undefined) return null;
    return origin.table === null ? this.#typeInView(view, arm, origin.name) : this.#typeOfOrigin(origin, arm);
  }

  #typeOfOrigin(origin: OriginRow, arm: SqliteViewArm): ExpressionType | null {
    const base = this.findBase(origin);
    if (base !== undefined) return { type: base.type, nullable: base.nullable || !this.#isAlwaysThere(origin, arm) };
    // The rowid has no column in the model.
    return origin.type === null ? null : { type: toSqliteColumnType(origin.type), nullable: true };
  }

  /** Whether each result row holds a row of the base table: it has to stand in the FROM clause itself, beside tables only. */
  #isAlwaysThere({ schema, table }: OriginRow, arm: SqliteViewArm): boolean {
    if (schema === null || table === null || arm.sources === null || !arm.complete) return false;
    const keys = arm.sources.map((source) => relationKey(schema, source));
    return keys.includes(relationKey(schema, table)) && keys.every((key) => this.#relations.get(key)?.kind !== "view");
  }

  /** A name that leads to no base column is a computed column of the one view in the FROM clause that has a column of this name. */
  #typeInView(view: SqliteRelation, arm: SqliteViewArm, name: string): ExpressionType | null {
    const keys = new Set(arm.sources?.map((source) => relationKey(view.schema, source)));
    const found = [...keys].flatMap((key) => {
      const source = this.#relations.get(key);
      const place = source?.columns.findIndex((column) => foldAscii(column.name) === foldAscii(name)) ?? -1;
      return source?.kind === "view" && place >= 0 ? [this.typesOf(source)[place] ?? null] : [];
    });
    const [only] = found;
    return found.length !== 1 || !only ? null : { ...only, nullable: true };
  }
}
