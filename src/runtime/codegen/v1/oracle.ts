/** What the generated code of an Oracle database imports. */
export * from "./index.js";
export * from "../../codec/oracle/oracle-codecs.js";
export { openOracle } from "../../driver/open-oracle.js";
export type { OracleOptions } from "../../driver/oracle-options.js";
