import { afterAll, beforeAll, expect, it } from "vitest";
import { createMariadbDatabase, hasMariadbServer, type MariadbDatabase } from "../../support/mariadb-database.js";
import { startMariadbServer, type MariadbServer } from "../../support/mariadb-server.js";
import { readUrl, tableOf, viewOf } from "./read-mysql.js";

// lower_case_table_names = 1: the server of Windows, which keeps names of tables in lower case and finds them in any.
const describedServer = hasMariadbServer();
let server: MariadbServer | undefined;
let database: MariadbDatabase | undefined;

beforeAll(async () => {
  if (!describedServer) return;
  server = await startMariadbServer({ lowerCaseTableNames: "1" });
  database = await createMariadbDatabase({
    server: server.url,
    script: `
      create table Album (AlbumId int primary key, Title varchar(20));
      create table Track (TrackId int primary key, AlbumId int, foreign key (albumid) references ALBUM (ALBUMID));
      create view TrackTitles as select t.TrackId, a.Title from TRACK t join album a on a.AlbumId = t.AlbumId;
      create trigger AlbumBefore before insert on ALBUM for each row set new.Title = trim(new.Title);`,
  });
}, 60_000);

afterAll(() => server?.stop());

it.skipIf(!describedServer)("is read as it keeps its names", async () => {
  const { model, diagnostics } = await readUrl(database?.url ?? "");
  expect(diagnostics).toEqual([]);
  expect(model.tables.map(({ name }) => name)).toEqual(["album", "track"]);
  expect(tableOf(model, "track").foreignKeys).toMatchObject([
    { columns: ["AlbumId"], references: { schema: "main", name: "album", columns: ["AlbumId"] } },
  ]);
  expect(tableOf(model, "album").triggers).toMatchObject([{ name: "AlbumBefore" }]);
  expect(viewOf(model, "tracktitles")).toMatchObject({
    columns: [{ name: "TrackId" }, { name: "Title" }],
    origins: [
      { column: "TrackId", from: { schema: "main", table: "track", column: "TrackId" } },
      { column: "Title", from: { schema: "main", table: "album", column: "Title" } },
    ],
    writes: ["update"],
  });
});
