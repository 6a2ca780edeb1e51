import {
  capabilities,
  complianceCases,
  type ComplianceDialect,
  type ComplianceResult,
} from "../../src/testing/index.js";
import { marks, printComplianceTable, printMarkdownTable } from "../../src/testing/compliance-table.js";

/** What one dialect's run gave. */
export interface EngineRun {
  readonly dialect: ComplianceDialect;
  readonly results: readonly ComplianceResult[];
}

/** The page `docs/engines.md`, from runs of the suite. */
export function printEnginesPage(runs: readonly EngineRun[]): string {
  const results = complianceCases.flatMap(({ name }) =>
    runs.flatMap((run) => run.results.filter((result) => result.name === name)),
  );
  return [
    "# Engines",
    introduction(runs),
    "## What each engine has",
    printCapabilities(runs),
    ...runs.map(printReasons),
    "## Every case",
    "What is emitted for a model does not depend on a server's version, so one version of each engine runs those cases.",
    printComplianceTable(results),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

function introduction(runs: readonly EngineRun[]): string {
  const names = runs.map(({ dialect }) => dialect.name).join(", ");
  return [
    "This page is made from a run of the [compliance suite](testing.md), by `npm run engines`; a test holds it to what the tests of this project do.",
    `${marks.passed} says that a test ran on that engine and passed; ${marks.off} that the engine lacks the thing, for the reason below.`,
    `It was made with ${names}. MySQL is read and spoken to by the same code as MariaDB; its cases run where TABLEWRIGHT_TEST_MYSQL_URL names a server, and did not for this page.`,
  ].join("\n");
}

/** A capability is an engine's where every case that asks for it passed. */
function printCapabilities(runs: readonly EngineRun[]): string {
  const rows = Object.entries(capabilities)
    .filter(([name]) => name !== "suite" && name !== "emitter")
    .map(([name, title]) => [title, ...runs.map((run) => capabilityMark(run, name))]);
  return printMarkdownTable(["", ...runs.map(({ dialect }) => dialect.name)], rows);
}

function capabilityMark({ dialect, results }: EngineRun, capability: string): string {
  const stated: Readonly<Record<string, unknown>> = dialect.capabilities;
  if (stated[capability] !== "on") return marks.off;
  const asking = complianceCases.filter((one) =>
    [one.capability, ...(one.partly ?? [])].some((name) => name === capability),
  );
  const passed = asking.every(({ name }) =>
    results.some((result) => result.name === name && result.outcome === "passed"),
  );
  return passed ? marks.passed : marks.failed;
}

function printReasons({ dialect }: EngineRun): string {
  const lines = Object.entries(dialect.capabilities).flatMap(([name, state]) => {
    if (state === "on") return [];
    const titles: Readonly<Record<string, string>> = capabilities;
    return [`- ${titles[name] ?? name}: ${state.off}`];
  });
  return `### What ${dialect.name} lacks\n\n${lines.join("\n")}`;
}
