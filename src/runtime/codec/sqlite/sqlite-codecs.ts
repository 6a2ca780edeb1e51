/** The codecs of SQLite, under the names of the codec table. Values cross as the driver's own: numbers, bigints, texts, bytes. */
export { boolean } from "./boolean.js";
export { bytes } from "./bytes.js";
export { date, dateObject } from "./date-codecs.js";
export { decimal, decimalNumber } from "./decimal-codecs.js";
export { enumOf } from "../list-codec.js";
export { numberEnumOf } from "./enum-codecs.js";
export { float32, float64 } from "./float-codecs.js";
export { int32, int64, int64Number, int64String, safeInteger } from "./integer-codecs.js";
export { json } from "./json.js";
export { opaque, text, uuid } from "./text-codecs.js";
export { time } from "./time.js";
export { timestamp, timestamptz } from "./timestamp-codecs.js";
export { timestampString, timestamptzString } from "./timestamp-string-codecs.js";
export { unknown } from "./unknown.js";
