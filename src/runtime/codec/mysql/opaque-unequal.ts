import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { isStorableText } from "./text-codecs.js";

/** Types whose text is their value and that have no equality operator: MariaDB's `xmltype`. */
export const opaqueUnequal: Codec<string> = {
  name: "opaqueUnequal",
  read: (value) => (typeof value === "string" ? value : refuseRead("opaqueUnequal", "a text", value)),
  write: (value) =>
    isStorableText(value) ? value : refuseWrite("opaqueUnequal", "a text without lone surrogates", value),
  is: isStorableText,
  wide: false,
};
