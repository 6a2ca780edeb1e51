import { refuseRead, refuseWrite, type Codec } from "tablewright/dialect";

export const boolean: Codec<boolean> = {
  name: "boolean",
  read: (value) => (typeof value === "boolean" ? value : refuseRead("boolean", "a boolean", value)),
  write: (value) => (typeof value === "boolean" ? value : refuseWrite("boolean", "a boolean", value)),
  is: (value): value is boolean => typeof value === "boolean",
  wide: false,
};
