import { refuseRead, refuseWrite, type Codec } from "tablewright/dialect";

/** `TIME`: `HH:MM:SS`, with up to nine digits after the point. */
export const time: Codec<string> = timeCodec(
  "time",
  /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?$|^24:00:00$/,
  "a time of day, as HH:MM:SS",
);

/** `TIME WITH TIME ZONE`: `HH:MM:SS+HH` with minutes and seconds of the offset where it has some. */
export const timetz: Codec<string> = timeCodec(
  "timetz",
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?|24:00:00)(?:Z|[+-](?:0\d|1[0-5])(?::?[0-5]\d(?::?[0-5]\d)?)?)$/,
  "a time of day with its offset, as HH:MM:SS+HH:MM",
);

function timeCodec(name: string, form: RegExp, expected: string): Codec<string> {
  const is = (value: unknown): value is string => typeof value === "string" && form.test(value);
  return {
    name,
    read: (value) => (typeof value === "string" ? value : refuseRead(name, "a time of day", value)),
    write: (value) =>
      is(value)
        ? value
            .replace(/(\.\d*?)0+(?=[Z+-]|$)/, "$1")
            .replace(/\.(?=[Z+-]|$)/, "")
            .replace("Z", "+00")
        : refuseWrite(name, expected, value),
    is,
    wide: false,
  };
}
