/** The codecs of PostgreSQL, under the names of the codec table. Every value crosses as the server's text. */
export { arrayOf, arrayOfNullable } from "./array-codecs.js";
export { boolean } from "./boolean.js";
export { bytes } from "./bytes.js";
export { compositeOf } from "./composite-of.js";
export { date, dateObject } from "./date-codecs.js";
export { decimal, decimalNumber, money } from "./decimal-codecs.js";
export { enumOf, numberEnumOf } from "./enum-codecs.js";
export { float32, float64 } from "./float-codecs.js";
export { int32, int64, int64Number, int64String, safeInteger } from "./integer-codecs.js";
export { json } from "./json.js";
export { multirangeOf, rangeOf } from "./range-codecs.js";
export { opaque, opaqueUnequal, text, unknown, uuid } from "./text-codecs.js";
export { interval, time, timetz } from "./time-codecs.js";
export { timestamp, timestamptz } from "./timestamp-codecs.js";
export { timestampString, timestamptzString } from "./timestamp-string-codecs.js";
