/**
 * Converts between what a driver hands over and the declared TypeScript value, for one type on one engine.
 *
 * Null never reaches a codec: callers keep it apart. A codec that meets a value it cannot represent exactly throws a `CodecError`.
 */
export interface Codec<T = unknown> {
  /** The codec's name in the codec table, with its arguments: `int64`, `arrayOf(int32)`. */
  readonly name: string;
  /** Driver value to declared value. */
  readonly read: (value: unknown) => T;
  /** Declared value to a value that the driver binds. A method, so that a codec of any type is a `Codec`: it checks what it is given at run time. */
  write(value: T): unknown;
  /** Whether a value is of the declared type: one that `write` takes, or refuses only because the engine cannot hold it exactly. */
  readonly is: (value: unknown) => value is T;
  /** Whether reading needs 64-bit integers to arrive as bigint (better-sqlite3's safe integers), or geometries as bytes (mysql2's type cast). */
  readonly wide: boolean;
}
