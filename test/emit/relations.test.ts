import { describe, expect, it, test } from "vitest";
import type { DatabaseModel } from "../../src/model/database-model.js";
import type { ForeignKeyModel, TableModel } from "../../src/model/table-model.js";
import { makeColumn, makeForeignKey, makeKey, makeModel, makeTable } from "../model/sample-model.js";
import { planModel, tableAt } from "./planned-module.js";

const artist = makeKeyed("artist", ["artist_id"]);
const album = makeKeyed("album", ["album_id"], [makeForeignKey(["artist_id"], "artist", ["artist_id"])]);

describe("a to-one relation is called after the foreign key's columns less their id suffix", () => {
  it.each([
    ["artist_id", "artist"],
    ["ArtistId", "artist"],
    ["support_rep_id", "supportRep"],
    ["SupportRepID", "supportRep"],
    ["id_artist", "artist"],
    ["artist_uuid", "artist"],
    ["artist_fk", "artist"],
    ["artistid", "artist"],
    ["ReportsTo", "reportsTo"],
    ["reports_to", "reportsTo"],
    ["id", "artist"],
    ["original_artist_code", "originalArtist"],
  ])("%s → %s", (column, name) => {
    const target = makeKeyed("artist", [column === "original_artist_code" ? "code" : "artist_id"]);
    const key = makeForeignKey([column], "artist", target.primaryKey?.columns ?? []);
    expect(relationsOf(makeModel({ tables: [target, makeKeyed("album", ["album_id"], [key])] }), "album")).toEqual([
      `one ${name}`,
    ]);
  });

  it("several columns: after the referenced table", () => {
    const target = makeKeyed("order_lines", ["order_id", "line"]);
    const key = makeForeignKey(["o", "l"], "order_lines", ["order_id", "line"]);
    expect(relationsOf(makeModel({ tables: [target, makeKeyed("shipment", ["id"], [key])] }), "shipment")).toEqual([
      "one orderLine",
    ]);
  });

  it("is maybe where a column of it can be null, or the key is not held to", () => {
    const nullable = {
      ...album,
      columns: album.columns.map((column) => ({ ...column, nullable: column.name === "artist_id" })),
    };
    const unheld = { ...album, foreignKeys: album.foreignKeys.map((key) => ({ ...key, validated: false })) };
    expect(relationsOf(makeModel({ tables: [artist, nullable] }), "album")).toEqual(["maybe artist"]);
    expect(relationsOf(makeModel({ tables: [artist, unheld] }), "album")).toEqual(["maybe artist"]);
  });
});

describe("the way back", () => {
  it("is the child's plural where the role is the parent's own name", () => {
    expect(relationsOf(makeModel({ tables: [artist, album] }), "artist")).toEqual(["many albums"]);
  });

  it("says the role otherwise", () => {
    const employee = makeKeyed(
      "employee",
      ["employee_id"],
      [makeForeignKey(["reports_to"], "employee", ["employee_id"])],
    );
    expect(relationsOf(makeModel({ tables: [employee] }), "employee")).toEqual([
      "one reportsTo",
      "many employeesByReportsTo",
    ]);
  });

  it("carries the schema of a child in another one", () => {
    const order = {
      ...makeKeyed("order", ["order_id"], [makeForeignKey(["artist_id"], "artist", ["artist_id"])]),
      schema: "sales",
    };
    expect(relationsOf(makeModel({ tables: [artist, order] }), "public/artist")).toEqual(["many salesOrders"]);
  });
});

describe("a relation through a link table", () => {
  const link = (name: string, ...rest: readonly ForeignKeyModel[]): TableModel =>
    makeKeyed(
      name,
      ["album_id", "artist_id"],
      [
        makeForeignKey(["album_id"], "album", ["album_id"]),
        makeForeignKey(["artist_id"], "artist", ["artist_id"]),
        ...rest,
      ],
    );
  const plain = makeKeyed("album", ["album_id"]);

  it("is the far table's plural on both sides", () => {
    const model = makeModel({ tables: [plain, link("album_artist"), artist] });
    expect(relationsOf(model, "album")).toEqual(["many albumArtists", "many artists"]);
    expect(relationsOf(model, "artist")).toEqual(["many albumArtists", "many albums"]);
  });

  it("takes another name where that one is not free", () => {
    const model = makeModel({ tables: [album, link("credit"), artist] });
    expect(relationsOf(model, "artist")).toEqual(["many albums", "many credits", "many albumsThroughCredit"]);
  });

  it("keeps its name when another link table comes", () => {
    const model = makeModel({ tables: [plain, link("album_artist"), link("album_fan"), artist] });
    expect(relationsOf(model, "album")).toContain("many artists");
    expect(relationsOf(model, "album")).toContain("many artistsThroughAlbumFan");
  });

  it("needs a primary key made of just two foreign keys, or a table of just these columns", () => {
    const wide = { ...link("album_artist"), primaryKey: makeKey("k", "album_id") };
    const keyless = { ...link("album_artist"), primaryKey: null };
    expect(relationsOf(makeModel({ tables: [plain, wide, artist] }), "album")).toEqual(["many albumArtists"]);
    expect(relationsOf(makeModel({ tables: [plain, keyless, artist] }), "album")).toEqual([
      "many albumArtists",
      "many artists",
    ]);
  });

  it("leads both ways between rows of one table", () => {
    const person = makeKeyed("person", ["person_id"]);
    const friend = makeKeyed(
      "friendship",
      ["person_id", "friend_id"],
      [makeForeignKey(["person_id"], "person", ["person_id"]), makeForeignKey(["friend_id"], "person", ["person_id"])],
    );
    expect(relationsOf(makeModel({ tables: [friend, person] }), "person")).toEqual([
      "many friendships",
      "many friendshipsByFriend",
      "many people",
      "many peopleByFriend",
    ]);
  });
});

describe("names of relations stay put", () => {
  test("when a foreign key is added", () => {
    const before = relationsOf(makeModel({ tables: [album, artist] }), "album");
    const producer = makeForeignKey(["producer_id"], "artist", ["artist_id"]);
    const more = makeModel({ tables: [makeKeyed("album", ["album_id"], [...album.foreignKeys, producer]), artist] });
    expect(relationsOf(more, "album")).toEqual([...before, "one producer"]);
    expect(relationsOf(more, "artist")).toEqual(["many albums", "many albumsByProducer"]);
  });

  test("when the same foreign key is declared twice", () => {
    const [key] = album.foreignKeys;
    const twice = {
      ...album,
      foreignKeys: [...album.foreignKeys, ...(key === undefined ? [] : [{ ...key, name: "again" }])],
    };
    expect(relationsOf(makeModel({ tables: [twice, artist] }), "album")).toEqual(["one artist"]);
  });
});

describe("a relation and a column of one name", () => {
  it("share it where the relation follows just that column", () => {
    const view = tableAt(
      planModel(
        makeModel({
          tables: [makeKeyed("album", ["id"], [makeForeignKey(["artist"], "artist", ["artist_id"])]), artist],
        }),
      ),
      "tables/album.ts",
    );
    expect(view.columns.find(({ property }) => property === "artist")?.where).toBe("ArtistWhere | NumberWhere");
    expect(view.relations).toMatchObject([{ name: "artist", where: null }]);
  });

  it("differ otherwise, and the user is told", () => {
    const columns = [makeColumn("id"), makeColumn("artist"), makeColumn("artist_id")];
    const table = makeTable("album", {
      columns,
      foreignKeys: [makeForeignKey(["artist_id"], "artist", ["artist_id"])],
    });
    const plan = planModel(makeModel({ tables: [table, artist] }));
    expect(tableAt(plan, "tables/album.ts").relations.map(({ name }) => name)).toEqual(["artistRow"]);
    expect(plan.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["TW2003", "note"]]);
  });
});

describe("names of relations in the configuration", () => {
  const model = makeModel({ tables: [album, artist] });

  it.each(["album.artist_id", "public.album.artist_id", "album.album_artist_fkey"])(
    "apply to the foreign key %s",
    (foreignKey) => {
      const named = { ...album, foreignKeys: album.foreignKeys.map((key) => ({ ...key, name: "album_artist_fkey" })) };
      const plan = planModel(makeModel({ tables: [named, artist] }), {
        relationNames: [{ foreignKey, toOne: "by", toMany: "records" }],
      });
      expect(tableAt(plan, "tables/album.ts").relations.map(({ name }) => name)).toEqual(["by"]);
      expect(tableAt(plan, "tables/artist.ts").relations.map(({ name }) => name)).toEqual(["records"]);
    },
  );

  it("must find one", () => {
    expect(() => planModel(model, { relationNames: [{ foreignKey: "album.artst_id", toOne: "by" }] })).toThrow(
      'relation names: looking for the foreign key "album.artst_id": there is none; did you mean "album.artist_id"?',
    );
  });

  it("must be names", () => {
    expect(() => planModel(model, { relationNames: [{ foreignKey: "album.artist_id", toOne: "a b" }] })).toThrow(
      '"a b" is no identifier',
    );
  });
});

it("a foreign key to a table that is not in the module gives no relation and stays a constraint", () => {
  const named = { ...album, foreignKeys: album.foreignKeys.map((key) => ({ ...key, name: "away" })) };
  const view = tableAt(planModel(makeModel({ tables: [named] })), "tables/album.ts");
  expect([view.relations, view.constraint]).toEqual([[], '"album_pkey" | "away"']);
});

/** A table whose columns are those of its keys. */
function makeKeyed(name: string, key: readonly string[], foreignKeys: readonly ForeignKeyModel[] = []): TableModel {
  const columns = [...new Set([...key, ...foreignKeys.flatMap((foreignKey) => foreignKey.columns)])];
  return makeTable(name, {
    columns: columns.map((column) => makeColumn(column)),
    primaryKey: makeKey(`${name}_pkey`, ...key),
    foreignKeys,
  });
}

function relationsOf(model: DatabaseModel, file: string): readonly string[] {
  return tableAt(planModel(model), `tables/${file}.ts`).relations.map(({ name, kind }) => `${kind} ${name}`);
}
