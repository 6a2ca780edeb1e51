// A consumer of the generated Chinook module, written from the contract alone: the test compiles it against each engine's module and compares what it prints.
import type * as Chinook from "./chinook/index.js";
import {
  artistTable,
  Album,
  genreTable,
  type AlbumWhere,
  type TrackInsert,
  type ChinookDatabase,
} from "./chinook/index.js";
import {
  NotFoundError,
  UniqueViolationError,
  ForeignKeyViolationError,
  NotNullViolationError,
} from "tablewright/runtime";

type Print = (label: string, value: unknown) => void;

/** Runs every shape of the contract and hands each result to `print`. Leaves the data as it found it. */
export async function runProgram(db: ChinookDatabase, print: Print): Promise<void> {
  await reads(db, print);
  await relations(db, print);
  await conditions(db, print);
  await pages(db, print);
  await writes(db, print);
  await transactions(db, print);
}

async function reads(db: ChinookDatabase, print: Print): Promise<void> {
  const album = await db.albums.find(1);
  print("find", album);
  print("is an Album", album instanceof Album);
  print("find nothing", await db.albums.find(-1));
  print("get", await db.albums.get(2));
  print("get nothing", await db.albums.get(-1).catch((error: unknown) => error instanceof NotFoundError && error.code));
  print("composite key", await db.playlistTracks.find({ playlistId: 1, trackId: 2 }));
  print("dates and decimals", await db.invoices.find(1));
  print("count", await db.tracks.count({ where: { composer: null } }));
  print("exists", await db.tracks.exists({ where: { name: "nope" } }));
  print("first", await db.artists.findFirst({ orderBy: { artistId: "desc" } }));
  const picked: Pick<Album, "albumId" | "title">[] = await db.albums.findMany({
    select: ["albumId", "title"],
    orderBy: { albumId: "asc" },
    limit: 2,
  });
  print("select", picked);
  print("offset", await db.genres.findMany({ orderBy: { genreId: "asc" }, limit: 2, offset: 3 }));
  print("clone", structuredClone({ ...album }));
  print("table", Object.keys(artistTable.columns));
  let bytes = 0;
  for await (const track of db.tracks.stream({ where: { composer: null } }, { batchSize: 100 }))
    bytes += track.bytes ?? 0;
  print("stream", bytes);
  let seen = 0;
  for await (const track of db.tracks.stream({}, { batchSize: 7 })) if (track.trackId > 0 && ++seen === 10) break;
  print("stream left early", seen);
  const id = 1;
  // MariaDB tells upper from lower case in the names of tables.
  const genre = db.sql.id(genreTable.name);
  print("sql", (await db.sql<{ n: number }>`select count(*) as n from ${genre} where 1 = ${id}`)[0]?.n);
}

async function relations(db: ChinookDatabase, print: Print): Promise<void> {
  const rows = await db.albums.findMany({
    where: { title: { startsWith: "A" }, artist: { name: { ne: null } } },
    orderBy: [{ artistId: "asc" }, { albumId: "desc" }],
    include: { artist: true, tracks: { orderBy: { trackId: "asc" }, limit: 3, include: { genre: true } } },
    limit: 20,
  });
  print("include", rows);
  const genre: string | null | undefined = rows[0]?.tracks[0]?.genre?.name;
  print("deep", genre);
  const playlist = await db.playlists.findFirst({
    where: { playlistId: 17 },
    include: { tracks: { orderBy: { trackId: "desc" }, limit: 2, select: ["name"] } },
  });
  print("through", playlist);
  print(
    "self",
    await db.employees.find(2, {
      include: { employeesByReportsTo: { orderBy: { employeeId: "asc" }, select: ["firstName"] } },
    }),
  );
  print(
    "role",
    await db.employees.find(3, { include: { customersBySupportRep: { limit: 1, orderBy: { customerId: "asc" } } } }),
  );
  const clerk = await db.employees.find(2, { include: { reportsTo: true } });
  print("relation with its column's name", clerk?.reportsTo?.firstName);
  print("filter of it", await db.employees.count({ where: { reportsTo: { title: "General Manager" } } }));
  print("filter of its column", await db.employees.count({ where: { reportsTo: { gt: 1 } } }));
  print("neither", await db.employees.count({ where: { reportsTo: null } }));
  print("to-one", await db.customers.find(1, { include: { supportRep: true } }));
  print(
    "picked and included",
    await db.tracks.find(1, { select: ["name"], include: { album: { include: { artist: true } }, mediaType: true } }),
  );
}

async function conditions(db: ChinookDatabase, print: Print): Promise<void> {
  const count = async (label: string, where: AlbumWhere): Promise<void> =>
    print(label, await db.albums.count({ where }));
  await count("eq", { albumId: 3 });
  await count("in", { albumId: { in: [1, 2, 3, 999999] } });
  await count("in nothing", { albumId: { in: [] } });
  await count("notIn", { albumId: { notIn: [1, 2, 3] } });
  await count("between", { albumId: { between: [10, 20] } });
  await count("gt and lt", { albumId: { gt: 10, lte: 20 } });
  await count("contains", { title: { contains: "the" } });
  await count("ilike", { title: { ilike: "%THE%" } });
  await count("like", { title: { like: "%the%" } });
  await count("notLike", { title: { notLike: "A%" } });
  await count("endsWith", { title: { endsWith: "]" } });
  await count("percent", { title: { contains: "%" } });
  await count("and or not", {
    or: [{ albumId: 1 }, { and: [{ title: { startsWith: "B" } }, { not: { artistId: { gt: 100 } } }] }],
  });
  await count("to-one", { artist: { name: "Queen" } });
  await count("some", { tracks: { some: { milliseconds: { gt: 600000 } } } });
  await count("every", { tracks: { every: { unitPrice: "0.99" } } });
  await count("none", { tracks: { none: { genre: { name: "Rock" } } } });
  print("null", await db.tracks.count({ where: { composer: null } }));
  print("not null", await db.tracks.count({ where: { composer: { ne: null } } }));
  print("ne is true of null", await db.tracks.count({ where: { composer: { ne: "U2" } } }));
  print("decimal", await db.invoices.count({ where: { total: { gte: "10.00" } } }));
  print("date", await db.invoices.count({ where: { invoiceDate: { lt: new Date("2022-01-01T00:00:00Z") } } }));
  const broken = { albumId: undefined } as unknown as AlbumWhere;
  print(
    "undefined",
    await db.albums.count({ where: broken }).then(
      () => "counted",
      () => "refused",
    ),
  );
}

async function pages(db: ChinookDatabase, print: Print): Promise<void> {
  let after: string | undefined;
  let items = 0;
  let sum = 0;
  do {
    const page = await db.tracks.page({
      size: 500,
      orderBy: [{ composer: "desc" }, { milliseconds: "asc" }],
      after,
      where: { genreId: 1 },
    });
    items += page.items.length;
    sum += page.items.reduce((total, track) => total + track.trackId, 0);
    after = page.next;
  } while (after !== undefined);
  print("pages", [items, sum]);
}

async function writes(db: ChinookDatabase, print: Print): Promise<void> {
  const made: Chinook.Artist = await db.artists.insert({ artistId: 9001, name: "X" });
  print("insert", made);
  print(
    "insertMany",
    await db.artists.insertMany([
      { artistId: 9002, name: "Y" },
      { artistId: 9003, name: "Z" },
    ]),
  );
  print("upsert old", await db.artists.upsert({ artistId: 9001, name: "W" }, { on: "primaryKey", update: ["name"] }));
  print("upsert new", await db.artists.upsert({ artistId: 9004, name: "W" }, { on: "primaryKey" }));
  print("update", await db.artists.update(9001, { name: "V" }));
  print("update nothing", await db.artists.update(-1, { name: "V" }));
  print("set null", await db.artists.update(9002, { name: null }));
  print(
    "updateMany",
    await db.artists.updateMany({ where: { artistId: { gt: 9000 }, name: null }, set: { name: "?" } }),
  );
  print("delete", await db.artists.delete(9001));
  print("delete nothing", await db.artists.delete(9001));
  print("deleteMany", await db.artists.deleteMany({ where: { artistId: { gt: 9000 } } }));
  const track: TrackInsert = { trackId: 9001, name: "T", mediaTypeId: 1, milliseconds: 1, unitPrice: "12345678.90" };
  print("defaults", await db.tracks.insert(track));
  await db.tracks.delete(9001);
  const many = Array.from({ length: 5000 }, (_, index) => ({
    artistId: 10000 + index,
    name: index % 2 === 0 ? null : `n${index}`,
  }));
  const inserted = await db.artists.insertMany(many);
  print(
    "in order",
    inserted.every((artist, index) => artist.artistId === many[index]?.artistId && artist.name === many[index].name),
  );
  print("removed", await db.artists.deleteMany({ where: { artistId: { gte: 10000 } } }));
  print(
    "unique",
    await db.artists
      .insert({ artistId: 1, name: "X" })
      .catch((error: unknown) => error instanceof UniqueViolationError && [error.code, error.columns]),
  );
  print(
    "foreign key",
    await db.albums
      .insert({ albumId: 9001, title: "T", artistId: -1 })
      .catch((error: unknown) => error instanceof ForeignKeyViolationError && error.code),
  );
  const untitled = { albumId: 9001, artistId: 1, title: null } as unknown as Chinook.AlbumInsert;
  print(
    "not null",
    await db.albums
      .insert(untitled)
      .catch((error: unknown) => error instanceof NotNullViolationError && [error.code, error.columns]),
  );
}

async function transactions(db: ChinookDatabase, print: Print): Promise<void> {
  const events: string[] = [];
  const stop = db.onQuery((event) => void events.push(event.error === null ? "ok" : "failed"));
  await db.transaction(
    async (tx) => {
      await tx.artists.insert({ artistId: 9100, name: "kept?" });
      await tx
        .transaction(async (inner) => {
          await inner.artists.insert({ artistId: 9101, name: "inner" });
          throw new Error("back");
        })
        .catch(() => undefined);
      print("savepoint", await tx.artists.count({ where: { artistId: { gte: 9100 } } }));
      await tx.artists.deleteMany({ where: { artistId: { gte: 9100 } } });
    },
    { isolation: "serializable", readOnly: false, retries: 3 },
  );
  const failed = await db
    .transaction(async (tx) => {
      await tx.artists.insert({ artistId: 9200, name: "gone" });
      throw new Error("no");
    })
    .catch((error: unknown) => error instanceof Error && error.message);
  print("rolled back", [failed, await db.artists.find(9200)]);
  stop();
  print("observed", events.length > 5 && events.every((event) => event === "ok"));
}
