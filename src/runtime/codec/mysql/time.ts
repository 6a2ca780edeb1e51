import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { trimFraction } from "./trim-fraction.js";

/** `time`, as `HH:MM:SS` with the digits after the point that it has. A time of the server may be negative, and has up to 838 hours. */
export const time: Codec<string> = {
  name: "time",
  read: (value) => (typeof value === "string" ? trimFraction(value) : refuseRead("time", "a time", value)),
  write: (value) =>
    isTime(value)
      ? value
      : refuseWrite("time", "HH:MM:SS of up to 838 hours, at most six digits after the point", value),
  is: isTime,
  wide: false,
};

function isTime(value: unknown): value is string {
  return typeof value === "string" && timeText.test(value);
}

const timeText = /^-?(?:\d\d|[0-7]\d\d|8[0-2]\d|83[0-8]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?$/;
