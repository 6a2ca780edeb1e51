import type { DialectDoor } from "../dialect-traits.js";

/** The door of a built-in engine: `tablewright/codegen/v1/sqlite` with `openSqlite` and `SqliteOptions`. */
export function builtInDoor(name: string): DialectDoor {
  const capitalized = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return {
    module: `tablewright/codegen/v1/${name}`,
    open: `open${capitalized}`,
    options: `${capitalized}Options`,
  };
}
