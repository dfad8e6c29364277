import type { Answer, Given, Method, PathOf } from './calls';
import { takeEarly } from './early';

/** What the API refuses, in words: RFC 9457. */
export class Problem extends Error {
  /** @param type the last part of the problem's type, stable, such as `account-not-found` */
  constructor(readonly status: number, readonly type: string, detail: string) {
    super(detail);
    this.name = 'Problem';
  }
}

/** What a call is given, whichever it is. */
interface Parts {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** A call that changes something rides on the browser's cookie and needs a header that no other site can set. */
const HEADERS = { Accept: 'application/json', 'X-Essaim-CSRF': '1' };

/**
 * Calls the API. A body that is a Blob is sent as it is, everything else as JSON.
 *
 * @throws Problem when the API says no; a TypeError when it cannot be reached
 */
export async function call<M extends Method, P extends PathOf<M>>(method: M, path: P, ...[given]: Given<M, P>): Promise<Answer<M, P>> {
  const { body, signal, ...address } = (given ?? {}) as Parts;
  const isBlob = body instanceof Blob;
  const whole = addressOf(path, address);
  const early = method === 'get' ? takeEarly(whole) : undefined;
  const response = await (early ?? fetch(whole, {
    method: method.toUpperCase(),
    headers: { ...HEADERS, ...(body !== undefined && { 'Content-Type': isBlob ? body.type : 'application/json' }) },
    ...(body !== undefined && { body: isBlob ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  }));
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : parsed(text);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as Answer<M, P>;
}

/** The address of a call under this site. */
export function addressOf(path: PathOf<Method>, { path: names = {}, query = {} }: Pick<Parts, 'path' | 'query'> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Something between us and the API answered in its own words.
    return undefined;
  }
}

function problemOf(status: number, answer: unknown): Problem {
  const { type = '', detail = '' } = (answer ?? {}) as { type?: string; detail?: string };
  return new Problem(status, type.slice(type.lastIndexOf('/') + 1), detail);
}
