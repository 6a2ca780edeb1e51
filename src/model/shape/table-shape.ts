import type { ColumnRef } from "../column-ref.js";
import type { DefaultValue } from "../default-value.js";
import type { QualifiedName } from "../qualified-name.js";
import type {
  CheckModel,
  ColumnModel,
  ColumnPrivilege,
  Deferrable,
  ExclusionModel,
  ForeignKeyModel,
  ForeignKeyTarget,
  GeneratedModel,
  IdentityModel,
  IndexModel,
  IndexPart,
  KeyModel,
  OneOf,
  PartitioningModel,
  PartitionModel,
  PolicyModel,
  PrivilegesModel,
  ReferentialAction,
  TableModel,
  TriggerModel,
  ViewKeyModel,
  ViewModel,
  ViewOriginModel,
} from "../table-model.js";
import { columnTypeShape } from "./column-type-shape.js";
import {
  boolean,
  choice,
  count,
  extra,
  list,
  nullable,
  object,
  optional,
  text,
  textOrBoolean,
  union,
  type Shape,
} from "./shape.js";

const comment = nullable(text);

export const qualifiedNameShape = object<QualifiedName>({ schema: text, name: text });

export const columnRefShape = object<ColumnRef>({ schema: text, table: text, column: text });

export const defaultValueShape = union<DefaultValue>({
  none: {},
  literal: { value: nullable(textOrBoolean) },
  expression: { sql: text },
  sequence: { schema: text, name: text },
});

export const checkShape = object<CheckModel>({
  name: nullable(text),
  expression: text,
  oneOf: nullable(object<OneOf>({ column: text, values: list(text), numeric: boolean })),
  validated: boolean,
  enforced: boolean,
  comment,
});

const columnShape = object<ColumnModel>({
  name: text,
  type: columnTypeShape,
  databaseType: text,
  nullable: boolean,
  nullability: choice("declared", "proved", "asserted", "unknown"),
  default: defaultValueShape,
  generated: nullable(object<GeneratedModel>({ kind: choice("stored", "virtual"), expression: text })),
  identity: nullable(
    object<IdentityModel>({ mode: choice("always", "byDefault"), sequence: nullable(qualifiedNameShape) }),
  ),
  collation: nullable(text),
  hidden: boolean,
  comment,
  onUpdate: optional(text),
});

const deferrable: Shape<Deferrable> = choice("no", "initiallyImmediate", "initiallyDeferred");

const keyShape = object<KeyModel>({
  name: nullable(text),
  columns: list(text),
  nullsNotDistinct: boolean,
  deferrable,
  comment,
});

const action: Shape<ReferentialAction> = choice("noAction", "restrict", "cascade", "setNull", "setDefault");

const foreignKeyShape = object<ForeignKeyModel>({
  name: nullable(text),
  columns: list(text),
  references: object<ForeignKeyTarget>({ schema: text, name: text, columns: list(text) }),
  onUpdate: action,
  onDelete: action,
  match: choice("simple", "full", "partial"),
  deferrable,
  validated: boolean,
  enforced: boolean,
  comment,
});

const exclusionShape = object<ExclusionModel>({ name: text, definition: text, comment });

const indexPartShape = object<IndexPart>({
  column: nullable(text),
  expression: nullable(text),
  direction: choice("asc", "desc"),
  nulls: choice("first", "last"),
  operatorClass: nullable(text),
  collation: nullable(text),
  prefixLength: nullable(count),
});

const indexShape = object<IndexModel>({
  name: text,
  unique: boolean,
  method: text,
  parts: list(indexPartShape),
  include: list(text),
  predicate: nullable(text),
  nullsNotDistinct: boolean,
  constraint: nullable(text),
  valid: boolean,
  comment,
  extra,
});

const triggerShape = object<TriggerModel>({
  name: text,
  timing: choice("before", "after", "insteadOf"),
  events: list(choice("insert", "update", "delete", "truncate")),
  level: choice("row", "statement"),
  enabled: boolean,
  definition: text,
  comment,
});

const policyShape = object<PolicyModel>({
  name: text,
  command: choice("all", "select", "insert", "update", "delete"),
  permissive: boolean,
  roles: list(text),
  using: nullable(text),
  check: nullable(text),
});

const partitioningShape = object<PartitioningModel>({
  method: text,
  key: text,
  partitions: list(object<PartitionModel>({ schema: text, name: text, bound: text })),
});

const columnPrivilege: Shape<ColumnPrivilege> = { kind: "wordOrList", values: ["all", "none"] };

const privilegesShape = object<PrivilegesModel>({
  select: columnPrivilege,
  insert: columnPrivilege,
  update: columnPrivilege,
  delete: choice("all", "none"),
});

export const tableShape = object<TableModel>({
  schema: text,
  name: text,
  kind: choice("table", "partitioned", "partition", "foreign", "virtual"),
  comment,
  columns: list(columnShape),
  primaryKey: nullable(keyShape),
  uniqueKeys: list(keyShape),
  foreignKeys: list(foreignKeyShape),
  checks: list(checkShape),
  exclusions: list(exclusionShape),
  indexes: list(indexShape),
  triggers: list(triggerShape),
  policies: list(policyShape),
  partitioning: nullable(partitioningShape),
  inherits: list(qualifiedNameShape),
  privileges: optional(privilegesShape),
  extra,
});

export const viewShape = object<ViewModel>({
  schema: text,
  name: text,
  kind: choice("view", "materialized"),
  comment,
  columns: list(columnShape),
  definition: nullable(text),
  updatable: boolean,
  writes: optional(list(choice("insert", "update", "delete"))),
  keys: optional(list(object<ViewKeyModel>({ columns: list(text), source: choice("proved", "asserted") }))),
  origins: optional(list(object<ViewOriginModel>({ column: text, from: columnRefShape, writable: boolean }))),
  privileges: optional(privilegesShape),
  indexes: list(indexShape),
  triggers: list(triggerShape),
  extra,
});
