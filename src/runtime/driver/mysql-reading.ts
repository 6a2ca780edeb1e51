import type { PoolConnection, TypeCast } from "mysql2";

/**
 * How the driver is to read values on a connection. A connection of ours reads JSON and decimals as text by its options; on that of a caller's pool,
 * where no query can set that, a function does, for which the driver makes an object of every value. So it does where geometries are read, whose bytes the
 * driver would take apart without their reference system.
 */
export function castOf({ config }: PoolConnection, wide = false): TypeCast {
  if (wide) return withGeometries;
  const { jsonStrings = false, decimalNumbers = false, typeCast = true } = config;
  return jsonStrings && !decimalNumbers && typeof typeCast !== "function" ? true : asText;
}

const asText: TypeCast = (field, next) => {
  if (field.type === "JSON" || field.extendedFormat === "json") return field.string("utf8");
  return field.type === "NEWDECIMAL" || field.type === "DECIMAL" ? field.string() : next();
};

const withGeometries: TypeCast = (field, next): unknown =>
  field.type === "GEOMETRY" ? field.buffer() : asText(field, next);
