import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `TIME` as the text that is stored: `HH:MM:SS`, with digits after the point where it has some, or `HH:MM`. */
export const time: Codec<string> = {
  name: "time",
  read: (value) => (typeof value === "string" ? value : refuseRead("time", "a time of day", value)),
  write: (value) => (isTime(value) ? value : refuseWrite("time", "a time of day, as HH:MM:SS", value)),
  is: isTime,
  wide: false,
};

function isTime(value: unknown): value is string {
  return typeof value === "string" && /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/.test(value);
}
