import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `time without time zone`, as `HH:MM:SS` with the digits after the point that it has; `24:00:00` is a value too. */
export const time: Codec<string> = {
  name: "time",
  read: (value) => value as string,
  write: (value) =>
    isTime(value) ? value : refuseWrite("time", "HH:MM:SS, at most six digits after the point", value),
  is: isTime,
  wide: false,
};

/** `time with time zone`, as `HH:MM:SS+HH` with the zone's minutes and seconds where it has some. */
export const timetz: Codec<string> = {
  name: "timetz",
  read: (value) => value as string,
  write: (value) =>
    isTimetz(value) ? value : refuseWrite("timetz", "HH:MM:SS+HH:MM, at most six digits after the point", value),
  is: isTimetz,
  wide: false,
};

/** `interval`, as ISO 8601 with a sign on each part: `P1Y2M-3DT4H5M6.789S`; `infinity` and `-infinity` from version 17 on. */
export const interval: Codec<string> = {
  name: "interval",
  read: (value) => {
    const text = value as string;
    return text.startsWith("P") || isInterval(text) ? text : refuseRead("interval", "IntervalStyle = iso_8601", text);
  },
  write: (value) => (isInterval(value) ? value : refuseWrite("interval", "an ISO 8601 duration", value)),
  is: isInterval,
  wide: false,
};

function isTime(value: unknown): value is string {
  return typeof value === "string" && timeText.test(value);
}

function isTimetz(value: unknown): value is string {
  return typeof value === "string" && timetzText.test(value);
}

function isInterval(value: unknown): value is string {
  return typeof value === "string" && (isoInterval.test(value) || value === "infinity" || value === "-infinity");
}

const clock = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const zone = "[+-](?:0\\d|1[0-5])(?::[0-5]\\d(?::[0-5]\\d)?)?";
const timeText = new RegExp(`^(?:${clock}(?::[0-5]\\d(?:\\.\\d{1,6})?)?|24:00:00)$`);
const timetzText = new RegExp(`^(?:${clock}(?::[0-5]\\d(?:\\.\\d{1,6})?)?|24:00:00)(?:${zone}|Z)$`);
const isoInterval =
  /^P(?=[\dT+-])(?:[+-]?\d+Y)?(?:[+-]?\d+M)?(?:[+-]?\d+W)?(?:[+-]?\d+D)?(?:T(?=[\d+-])(?:[+-]?\d+H)?(?:[+-]?\d+M)?(?:[+-]?\d+(?:\.\d{1,6})?S)?)?$/;
