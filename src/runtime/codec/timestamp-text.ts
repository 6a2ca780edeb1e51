import { daysInMonth, toEpochDay } from "./calendar.js";

/**
 * Milliseconds since 1970 of `YYYY-MM-DD HH:MM:SS[.f…][±HH[:MM]|Z]`, UTC where no zone is given; digits after the third are cut off, toward the past.
 * NaN for any other form and for dates that do not exist: callers then take their slow path.
 *
 * The hot path of reading rows: every position is fixed.
 */
export function readTimestampMillis(text: string): number {
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return NaN;
  if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return NaN;
  if (text.charCodeAt(10) !== space && text.charCodeAt(10) !== letterT) return NaN;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hours = two(text, 11);
  const minutes = two(text, 14);
  const seconds = two(text, 17);
  if (!(day >= 1 && day <= daysInMonth(year, month) && hours < 24 && minutes < 60 && seconds < 60)) return NaN;
  const length = text.length;
  let at = 19;
  let millis = 0;
  if (text.charCodeAt(19) === point) {
    at = endOfDigits(text, 20);
    millis = readMillis(text, at);
  }
  const inDay = (hours * 3600 + minutes * 60 + seconds) * 1000 + millis;
  return toEpochDay(year, month, day) * 86_400_000 + inDay - (at === length ? 0 : readOffset(text, at, length));
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

/** The number of two digits; NaN for other characters. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
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
