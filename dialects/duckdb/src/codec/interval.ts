import { refuseRead, refuseWrite, type Codec } from "tablewright/dialect";

const expected = "a duration of ISO 8601, as P1Y2M3DT4H5M6.7S";

/** `INTERVAL` as ISO 8601: months, days and microseconds are kept apart, as the database keeps them. */
export const interval: Codec<string> = {
  name: "interval",
  read: (value) => {
    const match = typeof value === "string" ? stored.exec(value) : null;
    if (match === null) return refuseRead("interval", "an interval", value);
    return printDuration(Number(match[1]), Number(match[2]), BigInt(match[3] ?? "0"));
  },
  write: (value) => toStored(value) ?? refuseWrite("interval", expected, value),
  is: (value): value is string => toStored(value) !== null,
  wide: false,
};

/** The driver value of an interval, which the database reads as it stands. */
export function printInterval(months: number, days: number, micros: bigint): string {
  return `${months} months ${days} days ${micros} microseconds`;
}

const stored = /^(-?\d+) months (-?\d+) days (-?\d+) microseconds$/;
const duration =
  /^P(?=[\dT-])(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?=[\d-])(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d{1,6})?)S)?)?$/;

function toStored(value: unknown): string | null {
  const match = typeof value === "string" ? duration.exec(value) : null;
  if (match === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const micros = BigInt(hours * 60 + minutes) * 60_000_000n + toMicros(match[7] ?? "0");
  return printInterval(years * 12 + months, weeks * 7 + days, micros);
}

function toMicros(seconds: string): bigint {
  const [whole = "0", fraction = ""] = seconds.replace("-", "").split(".");
  const micros = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0"));
  return seconds.startsWith("-") ? -micros : micros;
}

function printDuration(months: number, days: number, micros: bigint): string {
  const years = Math.trunc(months / 12);
  const date = `${part(years, "Y")}${part(months % 12, "M")}${part(days, "D")}`;
  const time = printTime(micros);
  return date === "" && time === "" ? "PT0S" : `P${date}${time === "" ? "" : `T${time}`}`;
}

function printTime(micros: bigint): string {
  const sign = micros < 0n ? "-" : "";
  const all = micros < 0n ? -micros : micros;
  const seconds = all / 1_000_000n;
  const fraction = String(all % 1_000_000n)
    .padStart(6, "0")
    .replace(/0+$/, "");
  const rest = `${seconds % 60n}${fraction === "" ? "" : `.${fraction}`}`;
  const clock = [part(seconds / 3600n, "H", sign), part((seconds / 60n) % 60n, "M", sign)].join("");
  return `${clock}${rest === "0" ? "" : `${sign}${rest}S`}`;
}

function part(value: number | bigint, unit: string, sign = ""): string {
  return value === 0 || value === 0n ? "" : `${sign}${value}${unit}`;
}
