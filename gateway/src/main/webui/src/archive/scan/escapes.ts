const SINGLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A text without its JSON escapes; one that means nothing stays as it is written. */
export function resolveEscapes(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, hex?: string, letter = '') =>
    hex === undefined ? (SINGLE[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)));
}
