import { execFileSync } from "node:child_process";

/** Milliseconds of processor time that importing modules takes a new process, beyond its own start: the median of several. */
export function measureImport(urls: readonly string[]): number {
  const imports = urls.map((url) => `await import(${JSON.stringify(url)});`).join("");
  const script = `const before = process.cpuUsage(); ${imports} const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`;
  const run = (): number =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }));
  return Array.from({ length: 15 }, run).sort((one, other) => one - other)[7] ?? Number.NaN;
}
