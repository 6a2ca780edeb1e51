/**
 * The codecs of MySQL and MariaDB, under the names of the codec table. The driver is set so that 64-bit integers and decimals arrive as digits, dates, times
 * and JSON as texts, and bits and bytes as bytes.
 */
export { bits } from "./bits.js";
export { boolean } from "./boolean.js";
export { bytes } from "./bytes.js";
export { date, dateObject } from "./date-codecs.js";
export { decimal, decimalNumber } from "./decimal-codecs.js";
export { enumOf } from "../list-codec.js";
export { numberEnumOf } from "./enum-codecs.js";
export { float32, float64 } from "./float-codecs.js";
export { int32, int64, int64Number, int64String, safeInteger, year } from "./integer-codecs.js";
export { json } from "./json.js";
export { opaqueUnequal } from "./opaque-unequal.js";
export { setOf } from "./set-of.js";
export { opaque, text, uuid } from "./text-codecs.js";
export { time } from "./time.js";
export { timestamp, timestamptz } from "./timestamp-codecs.js";
export { timestampString, timestamptzString } from "./timestamp-string-codecs.js";
export { unknown } from "./unknown.js";
