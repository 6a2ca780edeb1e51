import {
  modelVersion,
  type CompositeField,
  type CompositeModel,
  type DatabaseModel,
  type DomainModel,
  type EnumModel,
  type EventModel,
  type ParameterModel,
  type RangeModel,
  type RoutineModel,
  type RoutineReturn,
  type SchemaModel,
  type SequenceModel,
} from "../database-model.js";
import { columnTypeShape } from "./column-type-shape.js";
import { boolean, choice, extra, list, nullable, object, optional, text } from "./shape.js";
import {
  checkShape,
  columnRefShape,
  defaultValueShape,
  qualifiedNameShape,
  tableShape,
  viewShape,
} from "./table-shape.js";

const comment = nullable(text);

const domainShape = object<DomainModel>({
  schema: text,
  name: text,
  type: columnTypeShape,
  databaseType: text,
  nullable: boolean,
  default: defaultValueShape,
  checks: list(checkShape),
  collation: nullable(text),
  comment,
});

const compositeShape = object<CompositeModel>({
  schema: text,
  name: text,
  fields: list(object<CompositeField>({ name: text, type: columnTypeShape, databaseType: text })),
  comment,
});

const rangeShape = object<RangeModel>({
  schema: text,
  name: text,
  element: columnTypeShape,
  databaseType: text,
  multirange: nullable(qualifiedNameShape),
  comment,
});

const sequenceShape = object<SequenceModel>({
  schema: text,
  name: text,
  databaseType: text,
  start: text,
  increment: text,
  min: text,
  max: text,
  cache: text,
  cycle: boolean,
  ownedBy: nullable(columnRefShape),
  comment,
});

const parameterShape = object<ParameterModel>({
  name: nullable(text),
  mode: choice("in", "out", "inout", "variadic", "table"),
  type: columnTypeShape,
  databaseType: text,
  hasDefault: boolean,
});

const routineShape = object<RoutineModel>({
  schema: text,
  name: text,
  kind: choice("function", "procedure", "aggregate", "window"),
  signature: text,
  language: text,
  parameters: list(parameterShape),
  returns: nullable(object<RoutineReturn>({ type: columnTypeShape, databaseType: text, set: boolean })),
  volatility: nullable(choice("immutable", "stable", "volatile")),
  comment,
  executable: optional(boolean),
});

/** The shape of a whole model. */
export const modelShape = object<DatabaseModel>({
  modelVersion: choice(modelVersion),
  engine: text,
  defaultSchema: text,
  schemas: list(object<SchemaModel>({ name: text, comment })),
  tables: list(tableShape),
  views: list(viewShape),
  enums: list(object<EnumModel>({ schema: text, name: text, values: list(text), comment })),
  domains: list(domainShape),
  composites: list(compositeShape),
  ranges: list(rangeShape),
  sequences: list(sequenceShape),
  routines: list(routineShape),
  events: optional(list(object<EventModel>({ schema: text, name: text, schedule: text, enabled: boolean, comment }))),
  extra,
});
