import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { type ArrayTree, parseArrayText } from "./array-text.js";

/** Arrays of any number of dimensions, which no declaration tells; elements may be null. */
export function rawArray(element: Codec, delimiter = ","): Codec<unknown[]> {
  const name = `rawArray(${element.name})`;
  return {
    name,
    read: (value) =>
      readTree(parseArrayText(value as string, delimiter) ?? refuseRead(name, "an array", value), element),
    write: (value) => refuseWrite(name, "an array of a declared type", value),
    is: (value) => Array.isArray(value),
    wide: false,
  };
}

function readTree(tree: ArrayTree, element: Codec): unknown[] {
  return tree.map((item) => {
    if (item === null) return null;
    return typeof item === "string" ? element.read(item) : readTree(item, element);
  });
}
