import { refuseRead, refuseWrite, type Codec } from "tablewright/dialect";

/** Lists and arrays of a fixed length; an element of null throws. */
export function arrayOf<T>(element: Codec<T>): Codec<T[]> {
  return listCodec<T>("arrayOf", element, false);
}

/** Lists whose elements may be null. */
export function arrayOfNullable<T>(element: Codec<T>): Codec<(T | null)[]> {
  return listCodec<T | null>("arrayOfNullable", element, true);
}

/** The driver value of a list is an array of driver values, on both ways. */
function listCodec<T>(kind: string, element: Codec, nullable: boolean): Codec<T[]> {
  const name = `${kind}(${element.name})`;
  const readItem = (item: unknown): unknown => {
    if (item !== null) return element.read(item);
    return nullable ? null : refuseRead(name, "an element", null);
  };
  const writeItem = (item: unknown): unknown => {
    if (item === null && nullable) return null;
    return item === null || item === undefined ? refuseWrite(name, "an element", item) : element.write(item);
  };
  const isItem = (item: unknown): boolean => (item === null ? nullable : element.is(item));
  return {
    name,
    read: (value) => (Array.isArray(value) ? (value.map(readItem) as T[]) : refuseRead(name, "a list", value)),
    // Not map: it passes over the holes of a sparse array.
    write: (value) =>
      Array.isArray(value) ? Array.from(value as unknown[], writeItem) : refuseWrite(name, "an array", value),
    is: (value): value is T[] => Array.isArray(value) && Array.from(value as unknown[]).every(isItem),
    wide: false,
  };
}
