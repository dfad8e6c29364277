/** What was asked for before there was a page to ask, by address; each is given once. */
const asked = new Map<string, Promise<Response>>();

/** The pages of a signed-in person ask who that is and for their moves; the landing page asks how many are here. */
function firstCallsOf(path: string): readonly string[] {
  if (path === '/') return ['/api/v1/figures'];
  return path.startsWith('/app') ? ['/api/v1/me', '/api/v1/migrations'] : [];
}

/** Begins the calls that the page of an address makes first. */
export function askEarly(path: string): void {
  for (const address of firstCallsOf(path)) {
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
