#!/usr/bin/env node
// Asks the networks themselves, over their public APIs, whom an account follows, and compares with what should be.
// Knows nothing of Essaim: what it reads here is what anybody can read.
//
//   node ask-networks.mjs EXPECTED.json
//
// EXPECTED.json: {
//   "bluesky":  {"plc": URL, "resolver": URL, "account": HANDLE, "follows": [HANDLE], "untouched": [{"uri", "cid", "value"}]},
//   "mastodon": {"server": URL, "account": NAME, "follows": [ACTOR URI]}
// }
// Exit 0 when both are exactly as expected, 1 when not, 2 when a network could not be asked.

import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'

const FOLLOW = 'app.bsky.graph.follow'

async function get(url) {
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`GET ${url} answers ${response.status}: ${await response.text()}`)
  return { body: await response.json(), link: response.headers.get('link') ?? '' }
}

async function resolveHandle(resolver, handle) {
  const { body } = await get(`${resolver}/xrpc/com.atproto.identity.resolveHandle?handle=${encodeURIComponent(handle)}`)
  return body.did
}

async function didDocument(plc, did) {
  return (await get(`${plc}/${did}`)).body
}

async function followRecords(pds, did) {
  const records = []
  let cursor
  do {
    const query = new URLSearchParams({ repo: did, collection: FOLLOW, limit: '100' })
    if (cursor) query.set('cursor', cursor)
    const { body } = await get(`${pds}/xrpc/com.atproto.repo.listRecords?${query}`)
    records.push(...body.records)
    cursor = body.cursor
  } while (cursor)
  return records
}

async function askBluesky({ plc, resolver, account, follows, untouched }) {
  const did = await resolveHandle(resolver, account)
  const document = await didDocument(plc, did)
  if (!document.alsoKnownAs.includes(`at://${account}`)) throw new Error(`${did} does not claim the handle ${account}`)
  const pds = document.service.find((service) => service.id.endsWith('#atproto_pds')).serviceEndpoint
  const records = await followRecords(pds, did)
  const expected = new Map()
  for (const handle of follows) expected.set(await resolveHandle(resolver, handle), handle)
  const changed = untouched.filter(
    (before) => !records.some((now) => now.uri === before.uri && now.cid === before.cid && isDeepStrictEqual(now.value, before.value)),
  )
  return { ...compare(records.map((record) => record.value.subject), expected), changed: changed.map((record) => record.uri) }
}

async function askMastodon({ server, account, follows }) {
  const { body: self } = await get(`${server}/api/v1/accounts/lookup?acct=${encodeURIComponent(account)}`)
  const followed = []
  let page = `${server}/api/v1/accounts/${self.id}/following?limit=80`
  while (page) {
    const { body, link } = await get(page)
    followed.push(...body.map((target) => target.uri ?? target.url))
    page = /<([^>]+)>;\s*rel="next"/.exec(link)?.[1]
  }
  return { ...compare(followed, new Map(follows.map((uri) => [uri, uri]))), changed: [] }
}

// `followed` as the network lists it, `expected` by identity, with the name that a reader of the verdict knows.
function compare(followed, expected) {
  const seen = new Set(followed)
  return {
    followed: followed.length,
    expected: expected.size,
    missing: [...expected].filter(([id]) => !seen.has(id)).map(([, name]) => name),
    extra: [...seen].filter((id) => !expected.has(id)),
    doubled: [...seen].filter((id) => followed.indexOf(id) !== followed.lastIndexOf(id)),
  }
}

function say(network, verdict) {
  const { followed, expected, missing, extra, doubled, changed } = verdict
  const right = [missing, extra, doubled, changed].every((list) => list.length === 0)
  const counts = `${missing.length} missing, ${extra.length} extra, ${doubled.length} doubled, ${changed.length} touched`
  console.log(`${right ? 'as it should be' : 'WRONG'}: ${network}: ${followed} followed of ${expected} expected, ${counts}`)
  for (const [what, list] of Object.entries({ missing, extra, doubled, touched: changed })) {
    for (const name of list) console.log(`  ${what}: ${name}`)
  }
  return right
}

try {
  const expected = JSON.parse(await readFile(process.argv[2], 'utf8'))
  const right = [
    say('Bluesky', await askBluesky(expected.bluesky)),
    say('Mastodon', await askMastodon(expected.mastodon)),
  ]
  process.exitCode = right.every(Boolean) ? 0 : 1
} catch (trouble) {
  console.log(`the networks could not be asked: ${trouble.message}`)
  process.exitCode = 2
}
