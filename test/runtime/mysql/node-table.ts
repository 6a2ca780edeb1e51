import * as codecs from "../../../src/runtime/codec/mysql/mysql-codecs.js";
import { defineTable } from "../../../src/runtime/define-table.js";
import { mysqlDialect } from "../../../src/runtime/dialect/mysql-dialect.js";
import { openMariadb } from "../../../src/runtime/driver/open-mariadb.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { Repository } from "../../../src/runtime/repository.js";
import type { TableMeta } from "../../../src/runtime/table-meta.js";
import { createMariadbDatabase } from "../../support/mariadb-database.js";
import { withDialect } from "../write/with-dialect.js";

export type Feature = "a" | "b" | "c";

export interface Node {
  id: number;
  code: string;
  email: string | null;
  parentId: number | null;
  label: string | null;
  features: Feature[];
  made: Date | null;
  born: string | null;
  mask: string;
}

export interface NodeTypes {
  entity: Node;
  key: number;
  insert: Partial<Node> & { code: string };
  update: Partial<Node>;
  where: object;
  orderBy: { id?: "asc" | "desc"; label?: "asc" | "desc" };
  include: object;
  relations: object;
  unique: "primaryKey" | "code" | "email";
  constraint: never;
}

const features = codecs.setOf<Feature>(["a", "b", "c"]);
const mask = codecs.bits(4);

/** A tree of nodes with two unique keys beside the primary key, under a collation that takes `A` for `a`. */
export const nodeTable: TableMeta<NodeTypes> = defineTable<NodeTypes>({
  name: "node",
  read: (row): Node => ({
    id: codecs.int32.read(row[0]),
    code: codecs.text.read(row[1]),
    email: row[2] === null ? null : codecs.text.read(row[2]),
    parentId: row[3] === null ? null : codecs.int32.read(row[3]),
    label: row[4] === null ? null : codecs.text.read(row[4]),
    features: features.read(row[5]),
    made: row[6] === null ? null : codecs.timestamp.read(row[6]),
    born: row[7] === null ? null : codecs.date.read(row[7]),
    mask: mask.read(row[8]),
  }),
  columns: {
    id: { column: "id", codec: codecs.int32, filled: "default" },
    code: { column: "code", codec: codecs.text },
    email: { column: "email", codec: codecs.text, nullable: true },
    parentId: { column: "parent_id", codec: codecs.int32, nullable: true },
    label: { column: "label", codec: codecs.text, nullable: true },
    features: { column: "features", codec: features, filled: "default" },
    made: { column: "made", codec: codecs.timestamp, nullable: true },
    born: { column: "born", codec: codecs.date, nullable: true },
    mask: { column: "mask", codec: mask, filled: "default" },
  },
  keys: { primaryKey: ["id"], code: ["code"], email: ["email"] },
  constraints: { PRIMARY: ["id"], code: ["code"], email: ["email"] },
  relations: {
    parent: { kind: "maybe", table: () => nodeTable, from: ["parentId"], to: ["id"] },
    children: { kind: "many", table: () => nodeTable, from: ["id"], to: ["parentId"] },
  },
});

const script = `
create table node (
  id int auto_increment primary key, code varchar(40) not null unique, email varchar(40) unique, parent_id int, label longtext,
  features set('a', 'b', 'c') not null default '', made datetime, born date, mask bit(4) not null default b'0'
) character set utf8mb4 collate utf8mb4_general_ci;
`;

export interface Nodes {
  readonly executor: Executor;
  readonly nodes: Repository<NodeTypes>;
  run(script: string): Promise<void>;
  /** The texts of the statements since the last call. */
  statements(): readonly string[];
  close(): Promise<void>;
}

/** An empty table on MariaDB, by statements written for it or for MySQL. */
export async function openNodes(dialect: "mariadb" | "mysql"): Promise<Nodes> {
  const database = await createMariadbDatabase({ script });
  const opened = await openMariadb({ uri: database.url });
  const executor = dialect === "mariadb" ? opened : withDialect(opened, mysqlDialect);
  let log: string[] = [];
  executor.events.subscribe((event) => void log.push(event.sql));
  const close = async (): Promise<void> => {
    await opened.close();
    await database.drop();
  };
  const statements = (): readonly string[] => {
    const seen = log;
    log = [];
    return seen;
  };
  return { executor, nodes: new Repository(nodeTable, executor), run: (text) => database.run(text), statements, close };
}
