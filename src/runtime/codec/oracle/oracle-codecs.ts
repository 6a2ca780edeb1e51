/**
 * The codecs of Oracle, under the names of the codec table. Numbers arrive as digits, dates, timestamps and intervals as the texts that the statements select,
 * large objects as texts and bytes.
 */
export { date, dateObject } from "./date-codecs.js";
export { decimal, decimalNumber } from "./decimal-codecs.js";
export { float32, float64 } from "./float-codecs.js";
export { int32, int64, int64Number, int64String, safeInteger } from "./integer-codecs.js";
export { interval } from "./interval.js";
export { boolean, bytes, json, numberEnumOf, unknown } from "./scalar-codecs.js";
export { enumOf, opaque, opaqueUnequal, text, uuid } from "./text-codecs.js";
export { timestamp, timestampString, timestamptz, timestamptzString } from "./timestamp-codecs.js";
