/** What was asked for before there was a page to ask, by address; each is given once. */
const asked = new Map<string, Promise<Response>>();

const SIGNED_IN = ['/api/v1/me', '/api/v1/migrations'];
const LANDING = ['/api/v1/figures'];

/** Begins the calls that the page of an address makes first. */
export function askEarly(path: string): void {
  for (const address of path.startsWith('/app') ? SIGNED_IN : LANDING) {
    const answer = fetch(address, { headers: { Accept: 'application/json' } });
    // Whoever takes it hears of a failure; nobody may.
    answer.catch(() => undefined);
    asked.set(address, answer);
  }
}

/** The answer that is under way, for the first who asks. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const answer = asked.get(address);
  asked.delete(address);
  return answer;
}
