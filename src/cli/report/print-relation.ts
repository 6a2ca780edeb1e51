import type { DatabaseModel } from "../../model/database-model.js";
import type { DefaultValue } from "../../model/default-value.js";
import type {
  CheckModel,
  ColumnModel,
  ForeignKeyModel,
  IndexModel,
  KeyModel,
  TableModel,
  TriggerModel,
  ViewModel,
} from "../../model/table-model.js";
import type { Style } from "../style.js";
import { printGrid } from "./print-grid.js";
import { shownName } from "./print-overview.js";
import { visible, visibleSql } from "./visible.js";

/** Everything that a model holds of one table or view. */
export function printRelation(relation: TableModel | ViewModel, model: DatabaseModel, style: Style): readonly string[] {
  const section = (title: string, rows: readonly (readonly string[])[]): readonly string[] =>
    rows.length === 0 ? [] : [style.dim(title), ...printGrid(rows)];
  return [
    `${style.bold(shownName(relation, model))}  ${relation.kind}`,
    ...(relation.comment === null ? [] : [`  ${visible(relation.comment)}`]),
    ...section("columns", relation.columns.map(toColumnRow)),
    ...("foreignKeys" in relation ? printConstraints(relation, model, section) : []),
    ...section("indexes", relation.indexes.map(toIndexRow)),
    ...section("triggers", relation.triggers.map(toTriggerRow)),
  ];
}

type Section = (title: string, rows: readonly (readonly string[])[]) => readonly string[];

function printConstraints(table: TableModel, model: DatabaseModel, section: Section): readonly string[] {
  const primary = table.primaryKey === null ? [] : [toKeyRow(table.primaryKey, "primary")];
  return [
    ...section("keys", [...primary, ...table.uniqueKeys.map((key) => toKeyRow(key, "unique"))]),
    ...section(
      "foreign keys",
      table.foreignKeys.map((key) => toForeignKeyRow(key, model)),
    ),
    ...section("checks", table.checks.map(toCheckRow)),
    ...section(
      "partitions",
      (table.partitioning?.partitions ?? []).map((one) => [shownName(one, model), visibleSql(one.bound)]),
    ),
  ];
}

function toColumnRow(column: ColumnModel): readonly string[] {
  const { name, databaseType, nullable, comment } = column;
  return [
    visible(name),
    visible(databaseType),
    nullable ? "" : "not null",
    visibleSql(valueOf(column)),
    comment === null ? "" : visible(comment),
  ];
}

/** What fills a column that an insert leaves out. */
function valueOf({ default: value, generated, identity }: ColumnModel): string {
  if (generated !== null) return `generated ${generated.kind}: ${generated.expression}`;
  if (identity !== null) return identity.mode === "always" ? "identity, always" : "identity, by default";
  return defaultOf(value);
}

function defaultOf(value: DefaultValue): string {
  switch (value.kind) {
    case "none":
      return "";
    case "literal":
      return `default ${value.value === null ? "null" : String(value.value)}`;
    case "expression":
      return `default ${value.sql}`;
    case "sequence":
      return `default: next of ${value.schema}.${value.name}`;
  }
}

function toKeyRow({ name, columns }: KeyModel, kind: "primary" | "unique"): readonly string[] {
  return [named(name), kind, list(columns)];
}

function toForeignKeyRow(
  { name, columns, references, onUpdate, onDelete }: ForeignKeyModel,
  model: DatabaseModel,
): readonly string[] {
  const actions = [
    onUpdate === "noAction" ? "" : `on update ${words(onUpdate)}`,
    onDelete === "noAction" ? "" : `on delete ${words(onDelete)}`,
  ];
  return [
    named(name),
    list(columns),
    `→ ${shownName(references, model)} ${list(references.columns)}`,
    actions.filter((action) => action !== "").join(", "),
  ];
}

function toCheckRow({ name, expression }: CheckModel): readonly string[] {
  return [named(name), visibleSql(expression)];
}

function toIndexRow({ name, unique, method, parts, predicate }: IndexModel): readonly string[] {
  const keys = parts.map(({ column, expression }) => column ?? `(${visibleSql(expression ?? "")})`);
  return [
    visible(name),
    unique ? `unique, ${visible(method)}` : visible(method),
    list(keys),
    predicate === null ? "" : `where ${visibleSql(predicate)}`,
  ];
}

function toTriggerRow({ name, timing, events, level }: TriggerModel): readonly string[] {
  return [visible(name), `${words(timing)} ${events.join(" or ")}`, `for each ${level}`];
}

function named(name: string | null): string {
  return name === null ? "(unnamed)" : visible(name);
}

function list(columns: readonly string[]): string {
  return `(${columns.map(visible).join(", ")})`;
}

/** `setNull` → `set null`. */
function words(camelCase: string): string {
  return camelCase.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
