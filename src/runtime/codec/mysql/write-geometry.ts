import { geometryNames } from "./read-geometry.js";

/** Well-known text, with `SRID=4326;` before it or not, as MySQL and MariaDB keep geometries; null for other texts. */
export function writeGeometry(text: string): Buffer | null {
  const match = /^(?:SRID=(\d{1,10});)?([^;]+)$/i.exec(text);
  const writer = new GeometryWriter(match?.[2] ?? "");
  const geometry = writer.whole();
  return geometry === null ? null : Buffer.concat([integer(Number(match?.[1] ?? 0)), geometry]);
}

class GeometryWriter {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = text.match(/[a-z]+|[-+\d.][-+\d.e]*|[(),]|\S/gi) ?? [];
  }

  whole(): Buffer | null {
    const geometry = this.#geometry();
    return this.#at === this.#tokens.length ? geometry : null;
  }

  #geometry(): Buffer | null {
    const type = geometryNames.indexOf(this.#next().toUpperCase() as "POINT");
    if (type < 1) return null;
    if (type === 7 && this.#tokens[this.#at]?.toUpperCase() === "EMPTY") return header(7, [this.#skip(), integer(0)]);
    return withHeader(type, this.#body(type));
  }

  #body(type: number): Buffer | null {
    if (type === 1) return this.#inBrackets(() => this.#point());
    if (type === 2) return this.#list(() => this.#point());
    if (type === 3) return this.#list(() => this.#list(() => this.#point()));
    if (type === 7) return this.#list(() => this.#geometry());
    // A point of several is written with brackets of its own or without.
    if (type === 4) return this.#list(() => withHeader(1, this.#takes("(") ? this.#body(1) : this.#point()));
    return this.#list(() => withHeader(type - 3, this.#body(type - 3)));
  }

  #list(item: () => Buffer | null): Buffer | null {
    if (this.#next() !== "(") return null;
    const items: Buffer[] = [];
    for (;;) {
      const made = item();
      if (made === null) return null;
      items.push(made);
      const token = this.#next();
      if (token === ")") return Buffer.concat([integer(items.length), ...items]);
      if (token !== ",") return null;
    }
  }

  #inBrackets(item: () => Buffer | null): Buffer | null {
    if (this.#next() !== "(") return null;
    const made = item();
    return this.#next() === ")" ? made : null;
  }

  #point(): Buffer | null {
    const point = Buffer.alloc(16);
    for (const at of [0, 8]) {
      const token = this.#next();
      const value = /^[-+\d.]/.test(token) ? Number(token) : NaN;
      if (!Number.isFinite(value)) return null;
      point.writeDoubleLE(value, at);
    }
    return point;
  }

  #takes(token: string): boolean {
    return this.#tokens[this.#at] === token;
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? "";
  }

  #skip(): Buffer {
    this.#at++;
    return Buffer.alloc(0);
  }
}

function withHeader(type: number, body: Buffer | null): Buffer | null {
  return body === null ? null : header(type, [body]);
}

/** Little-endian, as the servers keep it. */
function header(type: number, body: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.of(1), integer(type), ...body]);
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
