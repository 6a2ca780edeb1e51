/** What of a page's columns and lists differs from another's; engines that only one of them has are left out. */
export function comparePages(kept: string, made: string): readonly string[] {
  const [old, now] = [readPage(kept), readPage(made)];
  return [...now.facts].flatMap(([key, text]) => {
    const engine = key.slice(0, key.indexOf(":"));
    const before = old.facts.get(key);
    if (!old.engines.has(engine) || before === text) return [];
    return [`${key}: the page says ${before ?? "nothing"}, the run ${text}`];
  });
}

interface Page {
  readonly engines: ReadonlySet<string>;
  /** What each cell and each list says, by engine. */
  readonly facts: ReadonlyMap<string, string>;
}

function readPage(page: string): Page {
  const facts = new Map<string, string>();
  const engines = new Set<string>();
  let head: readonly string[] = [];
  let section = "";
  for (const line of page.replaceAll(/MariaDB \d+\.\d+/g, "MariaDB").split("\n")) {
    const cells = line.startsWith("|")
      ? line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim())
      : [];
    if (line.startsWith("#")) [section, head] = [line, []];
    else if (line.startsWith("- ")) facts.set(`${/What (.*) lacks/.exec(section)?.[1]}:${line.split(":")[0]}`, line);
    else if (cells.length > 0 && head.length === 0) head = cells;
    else if (cells.length > 0 && !/^-+$/.test(cells[0] ?? "")) {
      for (const [place, cell] of cells.entries()) {
        const engine = head[place] ?? "";
        if (place > 0) engines.add(engine);
        if (place > 0) facts.set(`${engine}:${cells[0]}`, cell);
      }
    }
  }
  return { engines, facts };
}
