/** What generated code of every engine imports: the contract between a generator and a runtime of the same number. */
export { defineTable, defineView, defineWritableView } from "../../define-table.js";
export { many, maybe, one } from "../../define-relation.js";
export { Database } from "../../database.js";
export { AppendRepository } from "../../limited/append-repository.js";
export { DeleteRepository } from "../../limited/delete-repository.js";
export { InsertDeleteRepository } from "../../limited/insert-delete-repository.js";
export { InsertRepository } from "../../limited/insert-repository.js";
export { InsertUpdateRepository } from "../../limited/insert-update-repository.js";
export { UpdateDeleteRepository } from "../../limited/update-delete-repository.js";
export { UpdateRepository } from "../../limited/update-repository.js";
export { ReadRepository } from "../../read/read-repository.js";
export { Repository } from "../../repository.js";
export { callOverload, callRoutine, type OverloadOptions } from "../../routine/call-routine.js";
export { defineRoutine } from "../../routine/define-routine.js";
export { manyRawRecords, oneRawRecord } from "../../routine/raw-results.js";
export { manyRecords, oneRecord, recordWithSets } from "../../routine/record-results.js";
export { Routines } from "../../routine/routines.js";
export { manyRows, oneRow } from "../../routine/row-results.js";
export { manyValues, noResult, oneValue } from "../../routine/value-results.js";
export type { Codec } from "../../codec.js";
export type { CallOptions, Executor, Row } from "../../executor.js";
export type { TableMeta } from "../../table-meta.js";
export type {
  ArrayWhere,
  BigIntWhere,
  BooleanWhere,
  BytesWhere,
  DateWhere,
  DecimalWhere,
  EnumWhere,
  JsonWhere,
  NullWhere,
  NumberWhere,
  RangeWhere,
  StringWhere,
  TextWhere,
} from "../../types/column-where.js";
export type { JsonValue } from "../../types/json-value.js";
export type { OrderDirection } from "../../types/order-direction.js";
export type { Range } from "../../types/range.js";
export type { Page, ToMany, ToManyWhere, ToOne } from "../../types/result.js";
export type { Many, Maybe, One, TableTypes } from "../../types/table-types.js";
