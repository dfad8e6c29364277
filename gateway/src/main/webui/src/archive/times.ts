/** The times that are taken from an archive, in milliseconds since 1970. A crafted one may name any year up to a thousand million. */
const END = Date.UTC(9999, 0, 1);

const ISO = /^[+-]?\d{4,10}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const CLASSIC = /^.{4}([A-Z][a-z]{2}).(\d\d).(\d\d).(\d\d).(\d\d) \+0000 (\d{4})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO 8601 time in UTC; null for what is none, and for one out of all time. */
export function instantOf(text: string | null): number | null {
  if (text === null || !ISO.test(text)) return null;
  const at = Date.parse(text.replace(/(\.\d{3})\d+Z$/, '$1Z'));
  return held(at);
}

/** When a post was made: `Tue Jan 12 17:00:02 +0000 2021`; some exports of later years write ISO 8601. */
export function postTimeOf(text: string | null): number | null {
  if (text === null) return null;
  if (text.endsWith('Z')) return instantOf(text);
  const parts = CLASSIC.exec(text);
  if (!parts) return null;
  const month = MONTHS.indexOf(parts[1] ?? '');
  const [day, hour, minute, second, year] = parts.slice(2).map(Number) as [number, number, number, number, number];
  const midnight = Date.UTC(year, month, day);
  const exists = month >= 0 && year >= 100 && new Date(midnight).getUTCDate() === day && new Date(midnight).getUTCMonth() === month;
  if (!exists || hour > 23 || minute > 59 || second > 60) return null;
  return held(midnight + ((hour * 60 + minute) * 60 + second) * 1000);
}

function held(at: number): number | null {
  return Number.isNaN(at) || at < 0 || at >= END ? null : at;
}

/** As the extract writes it. */
export function isoOf(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
