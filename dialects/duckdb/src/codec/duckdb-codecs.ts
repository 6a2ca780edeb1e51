/** The codecs of DuckDB, under the names of the codec table. */
export { enumOf } from "tablewright/dialect";
export { boolean } from "./boolean.js";
export { bytes } from "./bytes.js";
export { date, dateObject } from "./date-codecs.js";
export { decimal, decimalNumber } from "./decimal-codecs.js";
export { float32, float64 } from "./float-codecs.js";
export { int32, int64, int64Number, int64String, numberEnumOf, safeInteger } from "./integer-codecs.js";
export { interval } from "./interval.js";
export { json } from "./json.js";
export { arrayOf, arrayOfNullable } from "./list-codecs.js";
export { opaque, text, unknown, uuid } from "./text-codecs.js";
export { time, timetz } from "./time-codecs.js";
export { timestamp, timestamptz, timestampString, timestamptzString } from "./timestamp-codecs.js";
