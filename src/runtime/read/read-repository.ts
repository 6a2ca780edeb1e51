import { columnsOf, invalidQuery, toTableSql, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";
import { NotFoundError } from "../errors/query-errors.js";
import { after, settle } from "../eventually.js";
import type { CallOptions, Eventually, Executor } from "../executor.js";
import type { TableMeta } from "../table-meta.js";
import type {
  BatchOptions,
  CountOptions,
  FindOptions,
  Include,
  ListOptions,
  PageOptions,
  Select,
  Shaped,
} from "../types/query-options.js";
import type { Found, Page } from "../types/result.js";
import type { TableTypes } from "../types/table-types.js";
import { KeyReader, toKeyWhere } from "./key-reader.js";
import type { ListQuery } from "./list-query.js";
import { readCount, readExists } from "./read-count.js";
import { readList } from "./read-list.js";
import { readPage } from "./read-page.js";
import { streamList } from "./stream-list.js";

/** Reads the rows of a table or a view. Nothing is loaded that was not asked for. */
export class ReadRepository<T extends TableTypes> {
  /** What is known of the table. */
  readonly table: TableMeta<T>;
  protected readonly executor: Executor;
  /** The table as the engine's statements need it. */
  protected readonly tableSql: TableSql;
  #primaryKey: KeyReader | undefined;
  readonly #otherKeys = new Map<string, KeyReader>();

  constructor(table: TableMeta<T>, executor: Executor) {
    this.table = table;
    this.executor = executor;
    this.tableSql = toTableSql(table, executor.dialect);
  }

  /** The row of a primary key; undefined where there is none. */
  find<const C extends Select<T> = undefined, const I extends Include<T> = undefined>(
    key: T["key"],
    options?: FindOptions & Shaped<C, I>,
  ): Promise<Found<T, C, I> | undefined> {
    return settle(() => this.#find(key, options));
  }

  /** The row of a primary key; `NotFoundError` where there is none. */
  get<const C extends Select<T> = undefined, const I extends Include<T> = undefined>(
    key: T["key"],
    options?: FindOptions & Shaped<C, I>,
  ): Promise<Found<T, C, I>> {
    return settle(() => after(this.#find(key, options), (found) => found ?? this.#notFound()));
  }

  /** The rows that pass a filter; all of them without one. */
  findMany<const C extends Select<T> = undefined, const I extends Include<T> = undefined>(
    query?: ListOptions<T> & Shaped<C, I>,
  ): Promise<Found<T, C, I>[]> {
    return settle(() => readList(this.executor, this.tableSql, query ?? {}));
  }

  /** The first of the rows that `findMany` would give; undefined where there is none. */
  findFirst<const C extends Select<T> = undefined, const I extends Include<T> = undefined>(
    query?: ListOptions<T> & Shaped<C, I>,
  ): Promise<Found<T, C, I> | undefined> {
    return settle(() => after(readList(this.executor, this.tableSql, { ...query, limit: 1 }), (rows) => rows[0]));
  }

  /** A page of rows in a total order: the one asked for, made total by the primary key. It costs the same however far the page is. */
  page<const C extends Select<T> = undefined, const I extends Include<T> = undefined>(
    query: PageOptions<T> & Shaped<C, I>,
  ): Promise<Page<Found<T, C, I>>> {
    return settle(() => readPage(this.executor, this.tableSql, query));
  }

  /** The rows that pass a filter, one after another, in constant memory. Leaving the loop early ends the query. */
  stream<const C extends Select<T> = undefined, const I extends Include<T> = undefined>(
    query?: ListOptions<T> & Shaped<C, I>,
    options?: BatchOptions,
  ): AsyncIterable<Found<T, C, I>> {
    return streamList(this.executor, this.tableSql, { ...query, ...options });
  }

  /** How many rows pass a filter. */
  count(query?: CountOptions<T>): Promise<number> {
    return settle(() => readCount(this.executor, this.tableSql, query ?? {}));
  }

  /** Whether a row passes a filter. */
  exists(query?: CountOptions<T>): Promise<boolean> {
    return settle(() => readExists(this.executor, this.tableSql, query ?? {}));
  }

  /** The row of a unique key, by the key's name and its values in key order: what generated finders call. */
  protected findUnique(
    key: string,
    values: readonly unknown[],
    options?: CallOptions,
  ): Promise<T["entity"] | undefined> {
    return settle(() => this.#keyReader(key).read(values, options));
  }

  #find(key: unknown, options: ListQuery | undefined): Eventually<object | undefined> {
    if (options?.select === undefined && options?.lock === undefined) {
      return (this.#primaryKey ??= this.#makeReader(this.#primaryColumns())).find(key, options);
    }
    const where = toKeyWhere(this.tableSql, this.#primaryColumns(), key);
    return after(readList(this.executor, this.tableSql, { ...options, where }), (rows) => rows[0]);
  }

  #keyReader(key: string): KeyReader {
    let reader = this.#otherKeys.get(key);
    if (reader === undefined) {
      const columns = columnsOf(this.tableSql, this.table.keys?.[key] ?? [], `reading by the key "${key}" over`);
      this.#otherKeys.set(key, (reader = this.#makeReader(columns)));
    }
    return reader;
  }

  #makeReader(columns: readonly ColumnSql[]): KeyReader {
    return new KeyReader(this.executor, this.tableSql, columns);
  }

  #primaryColumns(): readonly ColumnSql[] {
    const { primaryKey } = this.tableSql;
    if (primaryKey.length > 0) return primaryKey;
    throw invalidQuery(this.tableSql, "reading by key: the table has no primary key");
  }

  #notFound(): never {
    const { name, schema } = this.table;
    throw new NotFoundError(`${name}: reading by key: no row has it`, { table: name, schema: schema ?? null });
  }
}
