import { toEpochDay } from "./calendar.js";

/**
 * Milliseconds since 1970 of `YYYY-MM-DD HH:MM:SS[.f…][±HH[:MM]|Z]`, UTC where no zone is given; digits after the third are cut off, which is toward the
 * past. NaN for any other form: callers then take their slow path.
 *
 * The hot path of reading rows: positions are fixed, and separators alone tell the form from others.
 */
export function readTimestampMillis(text: string): number {
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash || text.charCodeAt(13) !== colon) return NaN;
  if (text.charCodeAt(10) !== space && text.charCodeAt(10) !== letterT) return NaN;
  const year = two(text, 0) * 100 + two(text, 2);
  const seconds = two(text, 11) * 3600 + two(text, 14) * 60 + two(text, 17);
  const day = toEpochDay(year, two(text, 5), two(text, 8));
  const length = text.length;
  let at = 19;
  let millis = 0;
  if (text.charCodeAt(19) === point) {
    at = endOfDigits(text, 20);
    millis = readMillis(text, at);
  }
  return (day * 86400 + seconds) * 1000 + millis - (at === length ? 0 : readOffset(text, at, length));
}

function readMillis(text: string, end: number): number {
  if (end > 22) return two(text, 20) * 10 + text.charCodeAt(22) - zero;
  if (end === 22) return two(text, 20) * 10;
  return end === 21 ? (text.charCodeAt(20) - zero) * 100 : NaN;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= zero && text.charCodeAt(at) <= nine) at++;
  return at;
}

/** Milliseconds east of UTC; NaN for a form that only the slow path knows (offsets with seconds, ` BC`). */
function readOffset(text: string, at: number, length: number): number {
  const sign = text.charCodeAt(at);
  if (sign === letterZ && length === at + 1) return 0;
  if (sign !== plus && sign !== dash) return NaN;
  let minutes = two(text, at + 1) * 60;
  if (length === at + 6 && text.charCodeAt(at + 3) === colon) minutes += two(text, at + 4);
  else if (length !== at + 3) return NaN;
  return (sign === dash ? -minutes : minutes) * 60_000;
}

/** The number of two digits; their codes are taken at their word. */
function two(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * zero;
}

const zero = 48;
const nine = 57;
const dash = 45;
const plus = 43;
const colon = 58;
const point = 46;
const space = 32;
const letterT = 84;
const letterZ = 90;
