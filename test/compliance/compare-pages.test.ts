import { expect, it } from "vitest";
import { comparePages } from "./compare-pages.js";

const page = `## What each engine has

|        | SQLite 3 | MariaDB 10.11 |
| ------ | -------- | ------------- |
| tables | ✓        | ✓             |

### What SQLite 3 lacks

- enums: SQLite has no enums

## Every case

| case     | SQLite 3 | MariaDB 10.11 |
| -------- | -------- | ------------- |
| \`tables\` | ✓        | –             |
`;

it("finds nothing where a page says what ran", () => {
  expect(comparePages(page, page)).toEqual([]);
  expect(comparePages(page, page.replaceAll("10.11", "11.4"))).toEqual([]);
});

it("finds a cell, a reason and a row that differ", () => {
  const cell = page.replace("✓        | –", "–        | –");
  expect(comparePages(page, cell)).toEqual(["SQLite 3:`tables`: the page says ✓, the run –"]);
  expect(comparePages(page, page.replace("has no enums", "lacks them"))).toHaveLength(1);
  expect(comparePages(page.replace("| tables | ✓        | ✓             |\n", ""), page)).toHaveLength(2);
});

it("looks at no engine that did not run, and at none that the page does not have", () => {
  const alone = page.replaceAll(/ \| (MariaDB 10\.11|-{13}|[✓–] {12}) \|/g, " |");
  expect(comparePages(page, alone)).toEqual([]);
  expect(comparePages(alone, page)).toEqual([]);
});
