// The house of `./essaim demo --keep` as a test uses it: where it is, new people on its networks, and what the networks hold.
import { option } from './option.mjs';

export const ESSAIM = option('essaim', 'http://127.0.0.1:8080');
export const PDS = option('pds', 'http://localhost:2583');
export const MASTODON = option('mastodon', 'http://127.0.0.1:2590');
export const X = option('x', 'http://127.0.0.1:2591');

async function answer(address, request = {}) {
  const response = await fetch(address, request);
  if (!response.ok) throw new Error(`${address} answers ${response.status}: ${await response.text()}`);
  const text = await response.text();
  return text === '' ? {} : JSON.parse(text);
}

const post = (address, body) => answer(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** Somebody whom nobody knows yet, with an account on X and on both networks. */
export async function newPerson() {
  const name = `w${Date.now().toString(36)}`;
  const xId = String(1_600_000_000_000_000_000n + BigInt(Date.now()));
  await post(`${X}/_control/accounts`, { id: xId, username: name, name: 'Wanda' });
  const bluesky = await post(`${PDS}/xrpc/com.atproto.server.createAccount`, { handle: `${name}.test`, email: `${name}@example.test`, password: `password-of-${name}` });
  const mastodon = await post(`${MASTODON}/_control/accounts`, { username: name });
  return { name, xId, did: bluesky.did, bluesky: `${name}.test`, mastodon: mastodon.address, password: `password-of-${name}` };
}

/** Whom the person follows on Bluesky, by DID, as everybody can read it. */
export async function followedOnBluesky({ did }) {
  const found = [];
  for (let cursor = ''; ;) {
    const { records, cursor: next } = await answer(`${PDS}/xrpc/com.atproto.repo.listRecords?repo=${did}&collection=app.bsky.graph.follow&limit=100${cursor && `&cursor=${cursor}`}`);
    found.push(...records.map((record) => record.value.subject));
    if (!next || records.length === 0) return found;
    cursor = next;
  }
}

/** Whom the person follows on Mastodon, and whom they asked to, by address. */
export async function followedOnMastodon({ name }) {
  const account = `${MASTODON}/_control/accounts/${name}`;
  return [...(await answer(`${account}/following`)), ...(await answer(`${account}/requests`))];
}

/** An archive of X in which the person follows these. */
export function archiveOf({ name, xId }, followings) {
  const lines = (list, ids) => `window.YTD.${list}.part0 = ${JSON.stringify(ids.map((id) => ({ [list]: { accountId: id } })))}`;
  return {
    'data/account.js': `window.YTD.account.part0 = [ {"account": {"accountId": "${xId}", "username": "${name}"}} ]`,
    'data/following.js': lines('following', followings),
    'data/follower.js': lines('follower', followings.slice(0, 5)),
    'data/block.js': lines('block', []),
  };
}
