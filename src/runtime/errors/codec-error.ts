import { TablewrightError } from "./tablewright-error.js";

/** Where a value stood that a codec refused. */
export interface CodecErrorPlace {
  /** The table's name in the database. */
  readonly table: string;
  /** The property's name. */
  readonly property: string;
}

export interface CodecErrorOptions {
  /** The codec's name, with its arguments. */
  readonly codec: string;
  /** `read`: from the database; `write`: to it. */
  readonly direction: "read" | "write";
  /** What was expected and what kind of value came; never the value itself. */
  readonly reason: string;
  readonly place?: CodecErrorPlace | undefined;
}

/**
 * A value that cannot pass between the database and TypeScript without being changed, or that is not of the declared type. The value itself stands
 * neither in the message nor in a field.
 */
export class CodecError extends TablewrightError {
  override readonly name = "CodecError";
  readonly code = "codec";
  readonly codec: string;
  readonly direction: "read" | "write";
  readonly reason: string;
  /** The table's name in the database; undefined where the value stood outside a table. */
  readonly table: string | undefined;
  /** The property's name; undefined where the value stood outside a table. */
  readonly property: string | undefined;

  constructor(options: CodecErrorOptions) {
    super(toMessage(options));
    this.codec = options.codec;
    this.direction = options.direction;
    this.reason = options.reason;
    this.table = options.place?.table;
    this.property = options.place?.property;
  }

  /** The same error, with the place where the value stood. */
  at(place: CodecErrorPlace): CodecError {
    return new CodecError({ codec: this.codec, direction: this.direction, reason: this.reason, place });
  }
}

function toMessage(options: CodecErrorOptions): string {
  const doing = options.direction === "read" ? "reading" : "writing";
  if (options.place === undefined) return `${options.codec}: ${doing} a value: ${options.reason}`;
  return `${options.place.table}: ${doing} "${options.place.property}" as ${options.codec}: ${options.reason}`;
}
