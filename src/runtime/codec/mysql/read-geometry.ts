/**
 * A geometry as MySQL and MariaDB keep it (https://dev.mysql.com/doc/refman/8.4/en/gis-data-formats.html: the number of its reference system, then the
 * well-known binary form) as well-known text; `SRID=4326;` stands before it where there is one. Coordinates come in the order in which they are kept. Null
 * for other bytes.
 */
export function readGeometry(bytes: Uint8Array): string | null {
  try {
    const reader = new GeometryReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return reader.whole();
  } catch (error) {
    // Past the end of the bytes.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The names of the types, by their numbers. */
export const geometryNames = [
  "",
  "POINT",
  "LINESTRING",
  "POLYGON",
  "MULTIPOINT",
  "MULTILINESTRING",
  "MULTIPOLYGON",
  "GEOMETRYCOLLECTION",
] as const;

class GeometryReader {
  readonly #view: DataView;
  #at = 0;
  #little = true;

  constructor(view: DataView) {
    this.#view = view;
  }

  whole(): string | null {
    const srid = this.#integer();
    const text = this.#geometry((name, body) => (body === "()" ? `${name} EMPTY` : name + body));
    if (text === null || this.#at !== this.#view.byteLength) return null;
    return srid === 0 ? text : `SRID=${String(srid)};${text}`;
  }

  #geometry(write: (name: string, body: string) => string): string | null {
    this.#little = this.#view.getUint8(this.#at++) === 1;
    const type = this.#integer();
    const name = geometryNames[type];
    return name === undefined || name === "" ? null : write(name, this.#body(type));
  }

  #body(type: number): string {
    if (type === 1) return `(${this.#point()})`;
    if (type === 2) return this.#points();
    if (type === 3) return this.#list(() => this.#points());
    if (type === 7) return this.#list(() => this.#geometry((name, body) => name + body) ?? "");
    return this.#list(() => this.#geometry((_name, body) => body) ?? "");
  }

  #points(): string {
    return this.#list(() => this.#point());
  }

  #list(item: () => string): string {
    const items: string[] = [];
    for (let count = this.#integer(); count > 0; count--) items.push(item());
    return `(${items.join(",")})`;
  }

  #point(): string {
    return `${String(this.#double())} ${String(this.#double())}`;
  }

  #integer(): number {
    const value = this.#view.getUint32(this.#at, this.#little);
    this.#at += 4;
    return value;
  }

  #double(): number {
    const value = this.#view.getFloat64(this.#at, this.#little);
    this.#at += 8;
    return value;
  }
}
