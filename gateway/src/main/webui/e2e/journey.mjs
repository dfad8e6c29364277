// The whole way in a real browser against the house of `./essaim demo --keep`: a person who is new signs in, lets X confirm the account, drops
// the archive, links Bluesky and Mastodon, says yes to everybody, follows, closes the page, comes back and finds the follows done; the networks
// are asked who is followed. In the end the person is erased. Ends with 1 when something is not as it should be.
//   journey.mjs --as NAME --password PASSWORD [--language fr] [--width 390] [--into FOLDER] [--essaim, --pds, --mastodon, --x ADDRESS]
// NAME and PASSWORD are those that the demo prints: that person's matches say whom the new one can know.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { overflow, violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { archiveOf, ESSAIM, followedOnBluesky, followedOnMastodon, MASTODON, newPerson, PDS, X } from './house.mjs';
import { option } from './option.mjs';
import { register } from './register.mjs';
import { zipOf } from './zip.mjs';

const language = option('language', 'fr');
const width = Number(option('width', '390'));
const into = option('into');
const LONG = 120_000;
const NOBODY = ['7', '8', '9'];

const troubles = [];
const browser = await launch();
const say = (what) => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);
const expect = (right, what) => { if (!right) troubles.push(what); };

/** A page of a browser of its own; what it asks of any other site is a trouble. */
async function begin(locale = language) {
  const context = await browser.newContext({ locale, viewport: { width, height: 844 }, reducedMotion: 'reduce', acceptDownloads: true });
  return { context, page: await open(context) };
}

async function open(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(LONG);
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error' && /Content.Security/i.test(message.text())) troubles.push(`${page.url()}: ${message.text()}`); });
  page.on('request', (request) => {
    const ours = request.frame().url().startsWith(ESSAIM) && !request.isNavigationRequest();
    expect(!ours || request.url().startsWith(ESSAIM) || /^(blob|data):/.test(request.url()), `asks elsewhere: ${request.url()}`);
  });
  return page;
}

let pictures = 0;

/** Looks at a page of ours: language, direction, axe, nothing sticks out; a picture when they are wanted. */
async function look(page, what) {
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(300);
  const root = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  expect(root[0] === language && root[1] === (language === 'ar' ? 'rtl' : 'ltr'), `${what}: is in ${root}`);
  const wide = await overflow(page);
  expect(wide <= 0, `${what}: sticks out by ${wide} px`);
  for (const found of await violations(page)) troubles.push(`${what}: ${found}`);
  await picture(page, what);
}

async function picture(page, what) {
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
  const matches = await page.evaluate(async () => {
    const [move] = await (await fetch('/api/v1/migrations')).json();
    return (await (await fetch(`/api/v1/migrations/${move.id}/matches?limit=200`)).json()).matches;
  });
  await context.close();
  return matches.map((match) => match.xId);
}

async function signIn(page, { name }) {
  await page.goto(ESSAIM);
  await look(page, 'landing');
  await page.locator('.hero a.button').first().click();
  await page.locator('a[href*="registration"]').first().click();
  await page.locator('[name="password-confirm"]').waitFor();
  await picture(page, 'register');
  await register(page, name);
  await page.waitForURL(`${ESSAIM}/app`);
  await look(page, 'overview');
}

async function proveX(page, { xId }) {
  await page.locator('.stations a').nth(0).click();
  await look(page, 'x');
  await page.locator('a[href="/app/prove"]').click();
  // Keycloak asks first whether the account shall be linked.
  const ask = page.locator('#kc-continue, [name=continue], [type=submit]').first();
  const choice = page.locator(`input[value="${xId}"]`);
  await ask.or(choice).first().waitFor();
  if (!page.url().startsWith(X)) {
    await picture(page, 'to-x');
    await ask.click();
  }
  await choice.check();
  await page.locator('[value="authorize"]').click();
  await page.waitForURL(`${ESSAIM}/app/x**`);
  await page.locator('.notice.good').waitFor();
  await look(page, 'x-confirmed');
}

async function bringArchive(page, person, followings) {
  await page.goto(`${ESSAIM}/app/archive`);
  await look(page, 'archive');
  const bytes = [...zipOf(archiveOf(person, followings))];
  await page.evaluate((zip) => {
    const carried = new DataTransfer();
    carried.items.add(new File([Uint8Array.from(zip)], 'twitter.zip', { type: 'application/zip' }));
    document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
  }, bytes);
  await page.locator('#preview').waitFor();
  await look(page, 'preview');
  await page.locator('section[aria-labelledby=preview] .buttons .button').first().click();
  await page.locator('p.notice.good').waitFor();
  await page.locator('#stands').waitFor();
  await look(page, 'archive-stands');
}

async function linkBluesky(page, { bluesky, password }) {
  await page.goto(`${ESSAIM}/app/homes`);
  await page.locator('input[type=radio][name=findability]').nth(1).check();
  const form = page.locator('form').nth(0);
  await form.locator('input').fill(bluesky);
  await look(page, 'homes');
  await form.locator('button').click();
  await page.waitForURL(`${PDS}/**`);
  const field = page.locator('input[type=password]');
  await field.waitFor();
  const user = page.locator('input[name=username]');
  if (await user.count() > 0 && await user.first().isEditable()) await user.first().fill(bluesky);
  await field.fill(password);
  await page.locator('button[type=submit]').first().click();
  await field.waitFor({ state: 'detached' });
  // The first button with a word on it, in whatever language, is the one that agrees.
  await page.locator('button').filter({ hasText: /\p{L}{3}/u }).first().click();
  await linked(page, 'linked-bluesky');
}

async function linkMastodon(page, { name, mastodon, password }) {
  await page.goto(`${ESSAIM}/app/homes`);
  const form = page.locator('form').nth(1);
  await form.locator('input').fill(`@${mastodon}`);
  await form.locator('button').click();
  await page.waitForURL(`${MASTODON}/**`);
  await page.locator('input[name="user[email]"]').fill(name);
  await page.locator('input[name="user[password]"]').fill(password);
  await page.locator('button').click();
  await page.locator('button[name=authorize]').click();
  await linked(page, 'linked-mastodon');
}

async function linked(page, what) {
  await page.waitForURL(`${ESSAIM}/link/callback`);
  await page.locator('.notice.good').waitFor();
  await look(page, what);
}

async function choose(page, count) {
  await page.goto(`${ESSAIM}/app/people`);
  await page.locator('.row').first().waitFor();
  await page.waitForFunction((all) => Number(document.querySelector('.row')?.getAttribute('aria-setsize')) >= all, count);
  await look(page, 'people');
  await page.locator('.tools + .buttons .button').first().click();
  await page.locator('.sum a.button').waitFor();
  await look(page, 'people-yes');
}

async function follow(page) {
  await page.locator('.sum a.button').click();
  await page.locator('#plan').waitFor();
  await look(page, 'plan');
  await page.locator('section[aria-labelledby=plan] .buttons .button').click();
  await page.locator('.bar').first().waitFor();
  await look(page, 'following');
}

/** How many follows are in which state on each network. */
function outcomes(page) {
  return page.evaluate(async () => {
    const [move] = await (await fetch('/api/v1/migrations')).json();
    const status = await (await fetch(`/api/v1/migrations/${move.id}`)).json();
    return Object.fromEntries(status.accounts.map((one) => [one.account.network, Object.fromEntries(one.outcomes.map((each) => [each.state, each.follows]))]));
  });
}

async function comeBack(page, person) {
  await page.goto(`${ESSAIM}/app/follow`);
  const open = (found) => Object.values(found).some((states) => (states.PLANNED ?? 0) + (states.DEFERRED ?? 0) > 0);
  let found = await outcomes(page);
  for (const until = Date.now() + 4 * LONG; Date.now() < until && open(found); found = await outcomes(page)) await page.waitForTimeout(2000);
  await look(page, 'followed');
  const there = { BLUESKY: await followedOnBluesky(person), MASTODON: await followedOnMastodon(person) };
  for (const [network, followed] of Object.entries(there)) {
    const { FOLLOWED = 0, AWAITING_APPROVAL = 0 } = found[network] ?? {};
    expect(followed.length > 0 && followed.length === FOLLOWED + AWAITING_APPROVAL, `the page says ${JSON.stringify(found[network])}, ${network} holds ${followed.length} follows`);
  }
  await page.goto(`${ESSAIM}/app/circle`);
  await look(page, 'circle');
  return { outcomes: found, bluesky: there.BLUESKY.length, mastodon: there.MASTODON.length };
}

async function erase(page) {
  await page.goto(`${ESSAIM}/app/settings`);
  await look(page, 'settings');
  await page.locator('section[aria-labelledby=rights] > .buttons .button.grave').click();
  await page.locator('dialog[open] .button.grave').click();
  await page.locator('p.notice.good').waitFor();
  await look(page, 'erased');
  const download = page.waitForEvent('download');
  await page.locator('main .buttons button').click();
  expect((await download).suggestedFilename() === 'essaim-receipt.json', 'there is no receipt');
  const status = await page.evaluate(async () => (await fetch('/api/v1/me')).status);
  expect(status === 401, `somebody who is erased is answered ${status}`);
}

/** The whole way; gives what the networks hold in the end. */
async function go(everybody, person) {
  const { context, page } = await begin();
  shown = page;
  await signIn(page, person);
  say('signed in');
  await proveX(page, person);
  say('X confirmed the account');
  await bringArchive(page, person, [...everybody, ...NOBODY]);
  say('the archive was dropped, read here, and its lists sent');
  await linkBluesky(page, person);
  say('Bluesky is linked');
  await linkMastodon(page, person);
  say('Mastodon is linked');
  await choose(page, everybody.length);
  await follow(page);
  await page.close();
  say('following, and the page is closed');
  shown = await open(context);
  const found = await comeBack(shown, person);
  say('came back, and the follows are done');
  await erase(shown);
  say('erased');
  return found;
}

let shown;
const everybody = await known();
try {
  const found = await go(everybody, await newPerson());
  console.log(JSON.stringify({ language, width, known: everybody.length, ...found, troubles: troubles.length }));
} catch (failure) {
  troubles.push(`${shown?.url()}: ${failure.message}`);
  await picture(shown, 'stuck');
}
await browser.close();
if (troubles.length > 0) {
  console.error([...new Set(troubles)].join('\n'));
  process.exitCode = 1;
}
