import {
  CheckViolationError,
  ForeignKeyViolationError,
  NotNullViolationError,
  UniqueViolationError,
} from "../errors/constraint-errors.js";
import type { DatabaseError, DatabaseErrorDetails } from "../errors/database-error.js";
import { toPropertyNames, type ErrorContext, type ErrorTable } from "../errors/error-context.js";
import type { MysqlServerError } from "./mysql-server-error.js";

/** The error of a constraint that a statement would break; null for another error. Names are read from the message, which is all that the server sends. */
export function toViolation(
  error: MysqlServerError,
  details: DatabaseErrorDetails,
  context: ErrorContext,
): DatabaseError | null {
  const violation = violations.get(error.errno);
  return violation === undefined ? null : violation(error.message, details, context.table);
}

type ToViolation = (message: string, details: DatabaseErrorDetails, table: ErrorTable | undefined) => DatabaseError;

/** `Duplicate entry '…' for key 'name'`, in the server's language: the key comes last, and the value before it may hold quotes. */
const toUnique: ToViolation = (message, details, table) => {
  const key = /'([^']*)'[^']*$/.exec(message)?.[1] ?? "";
  const place = placeOf(withoutTable(key, table), table);
  return new UniqueViolationError(toMessage("unique key", place), { ...details, ...place });
};

/** ``… (`db`.`child`, CONSTRAINT `name` FOREIGN KEY (`a`, `b`) REFERENCES …``; servers tell it only to whoever may see both tables. */
const toForeignKey: ToViolation = (message, details, table) => {
  const parts = /`((?:[^`]|``)*)`, CONSTRAINT `((?:[^`]|``)*)` FOREIGN KEY \((.*?)\) REFERENCES/s.exec(message);
  const [child = null, name = null, list = ""] = (parts ?? []).slice(1).map((part) => part.replaceAll("``", "`"));
  const known = table?.name === child ? table : undefined;
  const named = Array.from(list.matchAll(/`([^`]+)`/g), ([, column = ""]) => column);
  const columns = known?.constraints?.[name ?? ""] ?? toPropertyNames(named, known);
  const place = { table: child, constraint: name, columns };
  return new ForeignKeyViolationError(toMessage("foreign key", place), { ...details, ...place });
};

/** MariaDB: ``CONSTRAINT `name` failed for `db`.`table` ``, with the table before the name of a column's check; MySQL: `Check constraint 'name' is violated.` */
const toCheck: ToViolation = (message, details, table) => {
  const name = /[`'](.+?)[`'](?: |$)/.exec(message)?.[1] ?? "";
  const place = placeOf(withoutTable(name, table), table);
  const child = /\.`([^`]+)`$/.exec(message)?.[1];
  const known = child === undefined || child === table?.name ? place : { ...place, table: child, columns: [] };
  return new CheckViolationError(toMessage("check", known), { ...details, ...known });
};

/** `Column 'name' cannot be null`; `Field 'name' doesn't have a default value`. */
const toNotNull: ToViolation = (message, details, table) => {
  const column = /'([^']*)'/.exec(message)?.[1] ?? "";
  const known = Object.values(table?.columns ?? {}).some((meta) => meta.column === column) ? table : undefined;
  const columns = toPropertyNames([column], known);
  const subject = known?.name ?? "row";
  return new NotNullViolationError(`${subject}: "${column}" must not be null`, {
    ...details,
    table: known?.name ?? null,
    columns,
  });
};

const violations: ReadonlyMap<number, ToViolation> = new Map([
  [1022, toUnique],
  [1062, toUnique],
  [1169, toUnique],
  [1586, toUnique],
  [1216, toForeignKey],
  [1217, toForeignKey],
  [1451, toForeignKey],
  [1452, toForeignKey],
  [3819, toCheck],
  [4025, toCheck],
  [1048, toNotNull],
  [1263, toNotNull],
  [1364, toNotNull],
]);

interface Place {
  readonly table: string | null;
  readonly constraint: string | null;
  readonly columns: readonly string[];
}

/** Only a constraint that the table has tells the table: a trigger may have broken one of another. */
function placeOf(name: string, table: ErrorTable | undefined): Place {
  const columns = table?.constraints?.[name];
  return {
    table: columns === undefined ? null : (table?.name ?? null),
    constraint: name || null,
    columns: columns ?? [],
  };
}

/** MySQL since 8.0.19 has a key's table before its name: `t.PRIMARY`. */
function withoutTable(name: string, table: ErrorTable | undefined): string {
  if (table?.constraints?.[name] !== undefined) return name;
  if (table !== undefined && name.startsWith(`${table.name}.`)) return name.slice(table.name.length + 1);
  return name.replace(/^[^.]*\.(?=.)/s, "");
}

function toMessage(kind: string, { table, constraint }: Place): string {
  return `${table ?? "row"}: the ${kind} "${constraint ?? ""}" is violated`;
}
