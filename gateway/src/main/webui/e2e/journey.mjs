// The whole way in a real browser against the house of `./essaim demo --keep`: a person who is new signs in, lets X confirm the account, has the
// archive read in the page, links Bluesky, says yes to everybody, follows, closes the page, comes back, and finds the follows done; the
// Bluesky server is asked who is followed. Ends with 1 when something is not as it should be.
//   journey.mjs --as NAME --password PASSWORD [--language fr] [--width 390] [--into FOLDER]
// NAME and PASSWORD are those that the demo prints: that person's matches say whom the new one can know.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { overflow, violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { zipOf } from './zip.mjs';

const option = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
const ESSAIM = option('essaim', 'http://127.0.0.1:8080');
const PDS = option('pds', 'http://localhost:2583');
const X = option('x', 'http://127.0.0.1:2591');
const language = option('language', 'fr');
const width = Number(option('width', '390'));
const into = option('into');
const LONG = 120_000;

const name = `w${Date.now().toString(36)}`;
const xId = String(1_600_000_000_000_000_000n + BigInt(Date.now()));
const troubles = [];
const browser = await launch();

async function post(address, body) {
  const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}: ${await response.text()}`);
  const text = await response.text();
  return text === '' ? {} : JSON.parse(text);
}

async function begin(locale = language) {
  const context = await browser.newContext({ locale, viewport: { width, height: 844 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(LONG);
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => { if (new URL(page.url() || ESSAIM).origin === ESSAIM && !request.url().startsWith(ESSAIM) && !request.isNavigationRequest()) troubles.push(`asks elsewhere: ${request.url()}`); });
  return { context, page };
}

let pictures = 0;
async function look(page, what) {
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(300);
  const wide = await overflow(page);
  if (wide > 0) troubles.push(`${what}: sticks out by ${wide} px`);
  for (const found of await violations(page)) troubles.push(`${what}: ${found}`);
  if (!into) return;
  mkdirSync(into, { recursive: true });
  await page.screenshot({ path: join(into, `${language}.${width}.${String(++pictures).padStart(2, '0')}-${what}.png`) });
}

/** The X ids of those whom the demo's own person found, who can be found by others too. */
async function known() {
  const { context, page } = await begin('en');
  await page.goto(`${ESSAIM}/app`);
  await page.locator('#username').fill(option('as'));
  await page.locator('#password').fill(option('password'));
  await page.locator('#kc-login, [type=submit]').first().click();
  await page.waitForURL(`${ESSAIM}/app`);
  const ids = await page.evaluate(async () => {
    const [move] = await (await fetch('/api/v1/migrations')).json();
    const { matches } = await (await fetch(`/api/v1/migrations/${move.id}/matches?limit=200`)).json();
    return matches.filter((match) => match.targets.some((target) => target.network === 'BLUESKY')).map((match) => match.xId);
  });
  await context.close();
  return ids;
}

const everybody = await known();
await post(`${X}/_control/accounts`, { id: xId, username: name, name: 'Wanda' });
const account = await post(`${PDS}/xrpc/com.atproto.server.createAccount`, { handle: `${name}.test`, email: `${name}@example.test`, password: `password-of-${name}` });
const say = (what) => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);

const { context, page } = await begin();
await page.goto(ESSAIM);
await look(page, 'landing');
await page.locator('.hero a.button').first().click();
await page.locator('a[href*="registration"]').first().click();
for (const [field, value] of Object.entries({ username: name, email: `${name}@example.test`, firstName: name, lastName: 'Essaim', password: 'a password of twelve', 'password-confirm': 'a password of twelve' })) {
  const input = page.locator(`[name="${field}"]`);
  if (await input.count() > 0) await input.first().fill(value);
}
await page.locator('[type=submit]').first().click();
await page.waitForURL(`${ESSAIM}/app`);
await look(page, 'overview');
say('signed in');

await page.locator('.stations a').nth(0).click();
await look(page, 'x');
await page.locator('a[href="/app/prove"]').click();
for (let step = 0; step < 6 && !page.url().startsWith(ESSAIM); step++) {
  await page.waitForLoadState('load');
  if (page.url().startsWith(X)) {
    const choice = page.locator(`input[value="${xId}"]`);
    if (await choice.count() > 0) await choice.first().check().catch(() => undefined);
    const field = page.locator('input[name="account"]:not([type=radio]):not([type=hidden])');
    if (await field.count() > 0) await field.first().fill(xId);
    const select = page.locator('select[name="account"]');
    if (await select.count() > 0) await select.first().selectOption(xId);
    await page.locator('[value="authorize"]').first().click();
  } else if (!page.url().startsWith(ESSAIM)) {
    await page.locator('[type=submit], #kc-continue').first().click();
  }
  await page.waitForTimeout(1500);
}
await page.waitForURL(`${ESSAIM}/app/x**`);
await page.locator('h1').waitFor();
await page.waitForTimeout(1000);
const proven = await page.evaluate(async () => (await (await fetch('/api/v1/me/x-account/refresh', { method: 'POST', headers: { 'X-Essaim-CSRF': '1' } })).json()).xAccount?.assurance);
if (proven !== 'PROVEN') troubles.push(`X did not confirm the account: ${proven}`);
await page.reload();
await look(page, 'x-confirmed');
say('X account');

await page.goto(`${ESSAIM}/app/archive`);
await look(page, 'archive');
const following = `window.YTD.following.part0 = ${JSON.stringify([...everybody, '7', '8', '9'].map((id) => ({ following: { accountId: id } })))}`;
await page.setInputFiles('input[type=file]', { name: 'twitter.zip', mimeType: 'application/zip', buffer: zipOf({ 'data/account.js': `window.YTD.account.part0 = [ {"account": {"accountId": "${xId}", "username": "${name}"}} ]`, 'data/following.js': following, 'data/block.js': 'window.YTD.block.part0 = [ ]' }) });
await page.locator('#preview').waitFor();
await look(page, 'preview');
await page.locator('section[aria-labelledby=preview] .buttons .button').first().click();
await page.locator('.notice.good').first().waitFor();
say('archive sent');

await page.goto(`${ESSAIM}/app/homes`);
await page.locator('input[type=radio]').nth(1).check();
await page.locator('form input').first().fill(`${name}.test`);
await look(page, 'homes');
await page.locator('form button').first().click();
await page.waitForURL(`${PDS}/**`);
const password = page.locator('input[type=password]');
await password.waitFor();
const user = page.locator('input[name=username]');
if (await user.count() > 0 && await user.first().isEditable()) await user.first().fill(`${name}.test`);
await password.fill(`password-of-${name}`);
await page.locator('button[type=submit]').first().click();
for (let step = 0; step < 5 && page.url().startsWith(PDS); step++) {
  await page.waitForTimeout(2000);
  const accept = page.locator('button').filter({ hasText: /authorize|accept|allow|autoriser|accepter|continue/i });
  if (page.url().startsWith(PDS) && await accept.count() > 0) await accept.last().click().catch(() => undefined);
}
await page.waitForURL(`${ESSAIM}/link/callback`);
await page.locator('.notice.good').waitFor();
await look(page, 'linked');
say('Bluesky linked');

await page.goto(`${ESSAIM}/app/people`);
await page.locator('.row').first().waitFor();
await look(page, 'people');
await page.locator('.tools + .buttons .button').first().click();
await page.locator('.sum a.button').waitFor();
await page.waitForTimeout(1000);
await look(page, 'people-yes');
await page.locator('.sum a.button').click();
await page.locator('#plan').waitFor();
await look(page, 'plan');
await page.locator('section[aria-labelledby=plan] .buttons .button').click();
await page.locator('.bar').first().waitFor();
await look(page, 'following');
await page.close();
say('following, and the page is closed');

const back = await context.newPage();
back.setDefaultTimeout(LONG);
await back.goto(`${ESSAIM}/app/follow`);
const outcomes = () => back.evaluate(async () => {
  const [move] = await (await fetch('/api/v1/migrations')).json();
  const status = await (await fetch(`/api/v1/migrations/${move.id}`)).json();
  return Object.fromEntries(status.accounts.flatMap((one) => one.outcomes).map((one) => [one.state, one.follows]));
});
let found = await outcomes();
for (const until = Date.now() + 2 * LONG; Date.now() < until && ((found.PLANNED ?? 0) > 0 || (found.DEFERRED ?? 0) > 0); found = await outcomes()) await back.waitForTimeout(2000);
await look(back, 'followed');
await back.goto(`${ESSAIM}/app/circle`);
await look(back, 'circle');
const records = [];
for (let cursor = ''; ;) {
  const { records: some, cursor: next } = await (await fetch(`${PDS}/xrpc/com.atproto.repo.listRecords?repo=${account.did}&collection=app.bsky.graph.follow&limit=100${cursor && `&cursor=${cursor}`}`)).json();
  records.push(...some);
  if (!next || some.length === 0) break;
  cursor = next;
}
if (records.length === 0 || records.length !== (found.FOLLOWED ?? 0)) troubles.push(`the page says ${JSON.stringify(found)}, the Bluesky server holds ${records.length} follows`);
console.log(JSON.stringify({ language, width, known: everybody.length, outcomes: found, on_bluesky: records.length, troubles: troubles.length }));
if (troubles.length > 0) {
  console.error([...new Set(troubles)].join('\n'));
  process.exitCode = 1;
}
await browser.close();
