import type { ColumnType } from "../column-type.js";
import { boolean, choice, count, integer, list, nullable, text, union, type Shape } from "./shape.js";

const bounded = { length: nullable(count), fixed: boolean };
const named = { schema: text, name: text };

/** The shape of a column's type. */
export const columnTypeShape: Shape<ColumnType> = union<ColumnType>({
  boolean: {},
  integer: { bits: choice(8, 16, 24, 32, 64), unsigned: boolean, exact: boolean },
  decimal: { precision: nullable(count), scale: nullable(integer), unsigned: boolean },
  money: {},
  float: { bits: choice(32, 64) },
  text: bounded,
  uuid: {},
  xml: {},
  bytes: bounded,
  bits: bounded,
  date: {},
  year: {},
  time: { precision: nullable(count), zone: boolean },
  timestamp: { precision: nullable(count), zone: boolean },
  interval: { precision: nullable(count), fields: nullable(text) },
  json: { binary: boolean },
  enum: named,
  inlineEnum: { values: list(text) },
  set: { values: list(text) },
  array: { element: () => columnTypeShape },
  range: { element: () => columnTypeShape, multi: boolean },
  composite: named,
  domain: named,
  opaque: { name: text, comparable: boolean },
  unsupported: {},
});
