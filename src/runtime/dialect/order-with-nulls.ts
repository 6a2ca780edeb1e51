import type { Dialect } from "./dialect.js";

/** Says where nulls go as standard SQL does. */
export const orderWithNulls: Dialect["order"] = (operand, direction, nulls) =>
  `${operand}${direction}${nulls === null ? "" : ` nulls ${nulls}`}`;
