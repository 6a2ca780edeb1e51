import type { FetchTypeResponse, Metadata } from "oracledb";
import type { OracleDriver } from "./oracle-session.js";

/** Says for each column of a result how the driver is to give its values. */
export type OracleReading = (column: Metadata<unknown>) => FetchTypeResponse | undefined;

/**
 * Numbers as digits, large objects as texts and bytes, and JSON as text, so that it comes alike from each type that holds it
 * (https://node-oracledb.readthedocs.io/en/latest/user_guide/sql_execution.html, "Using Fetch Type Handlers"). Dates are selected as texts.
 */
export function toReading(driver: OracleDriver): OracleReading {
  return ({ dbType }) => {
    switch (dbType) {
      case driver.DB_TYPE_NUMBER:
      case driver.DB_TYPE_CLOB:
      case driver.DB_TYPE_NCLOB:
        return { type: driver.DB_TYPE_VARCHAR };
      case driver.DB_TYPE_BLOB:
        return { type: driver.DB_TYPE_RAW };
      case driver.DB_TYPE_JSON:
        return { converter: toJsonText };
      default:
        return undefined;
    }
  };
}

/** The driver decodes JSON, whose null it gives as the null that stands for no value. */
function toJsonText(value: unknown): unknown {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
