// Every page in every state that a person can meet it in, as the answers of the API that lead to it.
const AT = '2026-11-20T10:15:00Z';
const ID = '0193e0a0-0000-7000-8000-000000000001';
const bluesky = { network: 'BLUESKY', id: 'did:plc:ana', handle: 'ana.bsky.social' };
const mastodon = { network: 'MASTODON', id: 'https://mastodon.example/users/ana', handle: 'ana@mastodon.example' };
const link = (account, more = {}) => ({ account, state: 'LINKED', canFollow: true, linkedAt: AT, ...more });
const counts = { followings: 1243, followers: 872, blocks: 31, mutes: 12 };
const upload = (more = {}) => ({ id: ID, kind: 'EXTRACT', state: 'INGESTED', uploadedAt: AT, reason: null, detail: null, counts, problems: [], ...more });
const review = (more = {}) => ({ all: 0, undecided: 0, isNew: 0, confirmed: 0, declined: 0, mutual: 0, wholeMatched: true, networks: [], ...more });

export const nobody = { id: ID, xAccount: null, findability: null, followArrivals: false, email: false, partners: [], links: [], notices: [] };
const claimed = { ...nobody, xAccount: { xId: '1000', handle: 'ana', assurance: 'CLAIMED', since: AT } };
const member = {
  ...nobody,
  xAccount: { xId: '1000', handle: 'ana', assurance: 'PROVEN', since: AT },
  findability: 'PEOPLE_I_FOLLOW_TOO',
  links: [link(bluesky), link(mastodon)],
  notices: [{ kind: 'X_ACCOUNT_PROVEN', at: AT }, { kind: 'X_ACCOUNT_CLAIMED_BY_OTHER', at: AT }],
};
const lost = { ...member, links: [link(bluesky, { state: 'LOST', canFollow: false }), link(mastodon)] };
const status = (more = {}) => ({ changes: 1, id: ID, state: 'REVIEW', createdAt: AT, archive: upload(), wholeMatched: true, undecided: 0, paused: false, review: review(), matched: [], follows: [], accounts: [], ...more });

const NAMES = ['Camille Dubois', 'あおい', 'Jonas Weber', 'سارة', 'María José de la Concepción Fernández', 'x', 'Dr. Ngozi Okafor', 'Zoë'];
const matches = Array.from({ length: 60 }, (_, index) => ({
  xId: String(2000 + index),
  mutual: index % 3 === 0,
  closeness: index < 20 ? index + 1 : 0,
  assurance: 'PROVEN',
  evidence: ['FOLLOWED'],
  targets: [
    ...(index % 4 === 3 ? [] : [{ network: 'BLUESKY', id: `did:plc:p${index}`, handle: index % 7 === 4 ? 'a-remarkably-long-handle-that-goes-on.example.social' : `person${index}.bsky.social` }]),
    ...(index % 2 === 1 ? [{ network: 'MASTODON', id: `https://m.example/users/p${index}`, handle: `person${index}@m.example` }] : []),
  ],
  since: index < 4 ? '2026-11-22T09:00:00Z' : AT,
  isNew: index < 3,
  decision: [null, 'CONFIRMED', null, 'DECLINED', 'CONFIRMED'][index % 5],
  reasons: [],
}));
const found = review({ all: 48, undecided: 24, isNew: 3, confirmed: 24, declined: 12, mutual: 20 });
const progress = (account, outcomes, more = {}) => ({
  account,
  outcomes: Object.entries(outcomes).map(([state, follows]) => ({ state, follows })),
  needs: [],
  waiting: [],
  until: null,
  slowed: null,
  ...more,
});
const underWay = [
  progress(bluesky, { FOLLOWED: 31, ALREADY_FOLLOWING: 4, PLANNED: 9 }, { slowed: 'GENTLE_START' }),
  progress(mastodon, { FOLLOWED: 12, AWAITING_APPROVAL: 2, REFUSED: 1, DEFERRED: 6, NEEDS_PERSON: 3 }, {
    needs: [{ reason: 'LINK_AGAIN', follows: 2 }, { reason: 'FOLLOW_LIMIT_REACHED', follows: 1 }],
    waiting: [{ reason: 'BUDGET_SPENT', follows: 6 }],
    until: '2026-11-24T00:00:00Z',
    slowed: 'FEW_FOLLOW_BACK',
  }),
];
const preview = { follows: 44, accounts: [{ account: bluesky, able: true, follows: 24, done: 0, open: 0, standing: 'GOES_ON', endsAt: '2026-11-24T18:00:00Z' }, { account: mastodon, able: false, follows: 20, done: 0, open: 0, standing: null, endsAt: null }] };
const noPlan = { follows: 0, accounts: [] };
const outlook = [{ account: bluesky, open: 9, standing: 'GOES_ON', next: AT, endsAt: '2026-11-25T12:00:00Z' }, { account: mastodon, open: 6, standing: 'HOST_IN_TROUBLE', next: AT, endsAt: null }];
const follows = ['FOLLOWED', 'AWAITING_APPROVAL', 'REFUSED'].map((state, index) => ({ acting: bluesky, target: matches[index].targets[0], xId: matches[index].xId, state, reason: state === 'REFUSED' ? 'TARGET_GONE' : null, until: null, slowed: null, cancelled: false, changedAt: AT }));

const disputed = {
  contested: [{ xId: '1000', handle: 'ana', why: 'HELD_BY_OTHER' }],
  disputes: [
    { id: ID, xId: '1001', words: 'This was my account until March.', raisedAt: AT, state: 'OPEN', reason: null, decidedAt: null },
    { id: `${ID}2`, xId: '1002', words: 'كان هذا حسابي حتى مارس.', raisedAt: AT, state: 'REJECTED', reason: 'X says otherwise.', decidedAt: AT },
  ],
};
const problem = (status, type) => ({ status, body: { type: `https://essaim.org/problems/${type}`, detail: '' } });

/** What the API answers in a scene, by the end of the path. */
function answers({ me = nobody, move = null, plan = noPlan, outlooks = outlook, people = matches, handle = null, busy = false, disputes = { contested: [], disputes: [] } }) {
  const profiles = people.map((match, index) => ({ account: match.targets[0], name: index % 5 === 4 ? null : NAMES[index % NAMES.length], picture: null, known: true }));
  return (method, path) => {
    if (path === '/api/v1/me' && method === 'DELETE') return { id: ID, erasedAt: AT, topicsBy: AT, backupsBy: AT, remains: [] };
    if (path === '/api/v1/me') return me ?? problem(401, 'unauthenticated');
    if (path === '/api/v1/migrations') return { body: move ? [move] : [] };
    if (path === '/api/v1/figures') return { members: 4200, links: 6100, reconnections: 83_000 };
    if (path.endsWith('/matches')) return { at: AT, matches: people, next: null };
    if (path.endsWith('/profiles')) return { profiles };
    if (path.endsWith('/preview')) return plan;
    if (path.endsWith('/outlook')) return { body: outlooks };
    if (path.endsWith('/follows')) return { follows, next: null };
    if (path.endsWith('/completions')) return busy ? problem(503, 'server-busy') : problem(400, 'link-expired');
    if (path === '/api/v1/me/consents') return { findability: me?.findability ?? null, followArrivals: false, email: false, partners: [{ partner: 'sky', name: 'Sky Follower Bridge', given: true }, { partner: 'bees', name: 'جمعية النحل', given: false }], wordings: {} };
    if (path === '/api/v1/me/disputes') return disputes;
    if (path === '/api/v1/me/letters') return { available: true, language: null, archiveReminder: null };
    if (path === '/api/v1/me/x-handle') return { handle };
    if (path.endsWith('/x-handle/codes')) return { code: 'essaim-7f3k-92mq-x4tz', until: AT };
    if (path.endsWith('/x-handle/readings')) return problem(409, 'code-missing');
    return method === 'GET' && path === `/api/v1/migrations/${ID}` ? move : problem(404, 'account-not-found');
  };
}

const scene = (name, address, given = {}, steps = undefined) => ({ name, address, answer: answers(given), steps });
const opened = async (page) => {
  await page.locator('details').first().waitFor();
  await page.locator('details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
};

/** The scenes; `steps` brings the page from its address to the state. */
export const SCENES = [
  scene('landing', '/'),
  scene('signed-out', '/app', { me: null }),
  scene('overview-new', '/app'),
  scene('overview-under-way', '/app', { me: member, move: status({ state: 'FOLLOWING', undecided: 24, review: found, accounts: underWay }) }),
  scene('x-none', '/app/x'),
  scene('x-claimed', '/app/x', { me: claimed }),
  scene('x-handle', '/app/x', { me: claimed }, async (page) => {
    await page.locator('section[aria-labelledby=handle] button').click();
    await page.locator('section[aria-labelledby=handle] input').fill('https://x.com/ana/status/1');
    await page.locator('section[aria-labelledby=handle] button').click();
    await page.getByRole('alert').waitFor();
  }),
  scene('x-handle-proven', '/app/x', { me: claimed, handle: 'ana' }),
  scene('x-disputed', '/app/x', { me: claimed, disputes: disputed }),
  scene('x-proven', '/app/x', { me: member }),
  scene('archive-none', '/app/archive', { me: member }, opened),
  scene('archive-refused', '/app/archive', { me: member }, async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('this is no ZIP, whatever its name may say') });
    await page.getByRole('alert').waitFor();
  }),
  scene('archive-preview', '/app/archive', { me: member }, async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'x.zip', mimeType: 'application/zip', buffer: await smallArchive() });
    await page.locator('#preview').waitFor();
    await opened(page);
  }),
  scene('archive-rejected', '/app/archive', { me: member, move: status({ state: 'REJECTED', archive: upload({ state: 'REJECTED', reason: 'OWNER_DIFFERS', counts: null }) }) }),
  scene('archive-stands', '/app/archive', { me: member, move: status() }),
  scene('homes-none', '/app/homes', { me: claimed }),
  scene('homes-linked', '/app/homes', { me: lost }),
  scene('homes-refused', '/app/homes', { me: claimed }, async (page) => {
    await page.locator('form input').first().fill('nobody.example');
    await page.locator('form button').first().click();
    await page.getByRole('alert').waitFor();
  }),
  scene('homes-unlink', '/app/homes', { me: member }, async (page) => { await page.locator('.accounts .button.quiet').first().click(); }),
  scene('people-none', '/app/people', { me: member }),
  scene('people-nobody', '/app/people', { me: member, move: status() }),
  scene('people', '/app/people', { me: member, move: status({ undecided: 24, review: found }) }),
  scene('follow-none', '/app/follow', { me: claimed, move: status() }),
  scene('follow-plan', '/app/follow', { me: member, move: status({ review: found }), plan: preview }, opened),
  scene('follow-under-way', '/app/follow', { me: lost, move: status({ state: 'FOLLOWING', review: found, accounts: underWay }) }),
  scene('follow-paused', '/app/follow', { me: member, move: status({ state: 'PAUSED', paused: true, review: found, accounts: underWay }) }),
  scene('circle', '/app/circle', { me: member, move: status({ review: found }) }, opened),
  scene('settings', '/app/settings', { me: member, move: status() }),
  scene('settings-erased', '/app/settings', { me: member, move: status() }, async (page) => {
    await page.locator('section[aria-labelledby=rights] > .buttons .button.grave').click();
    await page.locator('dialog[open] .button.grave').click();
    await page.locator('p.notice.good').waitFor();
  }),
  scene('callback-later', '/link/callback?state=s&code=c', { me: member, busy: true }, (page) => page.getByRole('alert').waitFor()),
  scene('callback-failed', '/link/callback?state=s&error=access_denied', { me: member }, (page) => page.getByRole('alert').waitFor()),
];

/** A move with so many people found, page by page, newest first; one more with each `arrive`. */
export function manyPeople(count) {
  let found = count;
  let tell = () => undefined;
  const person = (index) => ({ ...matches[index % matches.length], xId: String(1_000_000 + index), targets: [{ network: 'BLUESKY', id: `did:plc:${index}`, handle: `person${index}.bsky.social` }], decision: null, since: AT, isNew: index >= count });
  const move = () => status({ changes: found, archive: upload({ counts: { ...counts, followings: count } }), undecided: found, review: review({ all: found, undecided: found, isNew: found - count }) });
  const page = (query) => {
    const [least, most] = { true: [count, found], false: [0, count] }[query.get('new')] ?? [0, found];
    const from = Number(query.get('cursor') ?? most);
    const next = Math.max(least, from - Number(query.get('limit') ?? 100));
    return { at: AT, matches: Array.from({ length: from - next }, (_, index) => person(from - 1 - index)), next: next > least ? String(next) : null };
  };
  const others = answers({ me: member });
  const answer = (method, path, url) => {
    if (path.endsWith('/events')) return { events: (stream) => { tell = () => stream.write(`id: ${found}\nevent: status\ndata: ${JSON.stringify(move())}\n\n`); } };
    if (path.endsWith('/matches')) return page(new URL(url, 'http://127.0.0.1').searchParams);
    if (path.endsWith('/profiles')) return { profiles: [] };
    if (path.endsWith('/decisions')) return { decided: 1 };
    if (path === '/api/v1/migrations') return { body: [move()] };
    return path === `/api/v1/migrations/${ID}` ? move() : others(method, path);
  };
  return { answer, arrive: () => { found++; tell(); } };
}

/** A ZIP with a few lists and a file that is missing. */
async function smallArchive() {
  const { zipOf } = await import('./zip.mjs');
  const ids = (name, all) => `window.YTD.${name}.part0 = ${JSON.stringify(all.map((id) => ({ [name]: { accountId: String(id) } })))}`;
  const mentions = [2001, 2002, 2003].map((id) => ({ id_str: String(id), screen_name: `person_${id}` }));
  return zipOf({
    'data/account.js': 'window.YTD.account.part0 = [ {"account": {"accountId": "1000", "username": "ana", "accountDisplayName": "Ana"}} ]',
    'data/following.js': ids('following', Array.from({ length: 300 }, (_, index) => 2000 + index)),
    'data/follower.js': ids('follower', [2001, 2005]),
    'data/following-part2.js': ids('following', [9000]),
    'data/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet: { created_at: 'Tue Jan 12 17:00:02 +0000 2021', entities: { user_mentions: mentions } } }])}`,
  });
}
