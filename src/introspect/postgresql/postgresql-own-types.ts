import type {
  CompositeField,
  CompositeModel,
  DatabaseModel,
  DomainModel,
  EnumModel,
  RangeModel,
} from "../../model/database-model.js";
import type { QualifiedName } from "../../model/qualified-name.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { CatalogRows } from "./catalog-rows.js";
import { toCheck } from "./postgresql-check.js";
import { isOwnType, toDomainBase, toPlainType } from "./postgresql-column-type.js";
import type { ColumnRow, TypeRow } from "./postgresql-rows.js";

type OwnTypes = Pick<DatabaseModel, "enums" | "domains" | "composites" | "ranges">;

/**
 * The enums, domains, composites and ranges of the schemas that were read, and those of other schemas that columns and parameters use: to be called
 * when these are translated.
 */
export function toOwnTypes(rows: CatalogRows, index: CatalogIndex): OwnTypes {
  const composites = new Set(rows.relations.filter((row) => row.relkind === "c").map((row) => row.oid));
  const own = rows.types.filter((row) => isOwnType(row) && (row.typtype !== "c" || composites.has(row.relation)));
  const schemas = new Set(rows.schemas.map((schema) => schema.name));
  const models = new Map<TypeRow, OwnTypes>();
  // A type may be made of others that nothing else uses, which its translation finds.
  for (let size = -1; size !== models.size;) {
    size = models.size;
    for (const row of own) {
      const isListed = schemas.has(row.schema) || index.types.isUsed(row.oid);
      if (isListed && !models.has(row)) models.set(row, toOwnType(row, index));
    }
  }
  const found = [...models.values()];
  return {
    enums: found.flatMap((model) => model.enums),
    domains: found.flatMap((model) => model.domains),
    composites: found.flatMap((model) => model.composites),
    ranges: found.flatMap((model) => model.ranges),
  };
}

const none: OwnTypes = { enums: [], domains: [], composites: [], ranges: [] };

function toOwnType(row: TypeRow, index: CatalogIndex): OwnTypes {
  if (row.typtype === "e") return { ...none, enums: [toEnum(row)] };
  if (row.typtype === "d") return { ...none, domains: [toDomain(row, index)] };
  if (row.typtype === "c") return { ...none, composites: [toComposite(row, index)] };
  return row.typtype === "r" ? { ...none, ranges: [toRange(row, index)] } : none;
}

function toEnum(row: TypeRow): EnumModel {
  return { schema: row.schema, name: row.name, values: row.labels ?? [], comment: row.comment };
}

function toDomain(row: TypeRow, index: CatalogIndex): DomainModel {
  const checks = (index.domainConstraints.get(row.oid) ?? []).filter((constraint) => constraint.contype === "c");
  return {
    schema: row.schema,
    name: row.name,
    type: toDomainBase(index.types, row),
    databaseType: row.base_name ?? "",
    nullable: !row.not_null,
    default: index.toDefault(row.default),
    checks: checks.map((constraint) => {
      const check = toCheck(constraint, () => (row.deterministic ? toPlainType(index.types, row.oid, -1) : null));
      return { ...check, oneOf: check.oneOf === null ? null : { ...check.oneOf, column: "VALUE" } };
    }),
    collation: row.collation,
    comment: row.comment,
  };
}

/** A composite type is a relation of its own, which holds its fields. */
function toComposite(row: TypeRow, index: CatalogIndex): CompositeModel {
  const fields = (index.columns.get(row.relation) ?? []).map((field) => toField(field, index));
  return { schema: row.schema, name: row.name, fields, comment: row.comment };
}

function toField(row: ColumnRow, index: CatalogIndex): CompositeField {
  const type = index.types.toColumnType(row.type, row.typmod, row.dimensions);
  return { name: row.name, type, databaseType: row.formatted };
}

function toRange(row: TypeRow, index: CatalogIndex): RangeModel {
  const multirange = index.types.find(row.multirange);
  return {
    schema: row.schema,
    name: row.name,
    element: index.types.toColumnType(row.subtype, -1, 0),
    databaseType: index.types.find(row.subtype)?.formatted ?? "",
    multirange: multirange === undefined ? null : toName(multirange),
    comment: row.comment,
  };
}

function toName({ schema, name }: TypeRow): QualifiedName {
  return { schema, name };
}
