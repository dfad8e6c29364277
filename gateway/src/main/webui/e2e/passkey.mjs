// A passkey at the real Keycloak: somebody registers with a password, makes a passkey, comes back on a browser that remembers nothing, and signs
// in with the passkey alone; a browser that has none cannot. Ends with 1 when something is not as it should be.
//   passkey.mjs --keycloak ADDRESS      (a name, not a number: browsers make no passkey for a number)
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { launch } from './browser.mjs';
import { option } from './option.mjs';
import { register } from './register.mjs';

const KEYCLOAK = option('keycloak');
const PROTOCOL = `${KEYCLOAK}/realms/essaim/protocol/openid-connect`;
const LONG = 30_000;
const NAME = `passkey-${Date.now().toString(36)}`;

/** Listens as a command line does. */
const listening = createServer((_, response) => response.end('back'));
await new Promise((resolve) => listening.listen(0, '127.0.0.1', resolve));
const CALLBACK = `http://127.0.0.1:${listening.address().port}/callback`;

const browser = await launch();
const expect = (right, what) => { if (!right) throw new Error(what); };

/** A browser that remembers nothing, with a device that can hold passkeys. */
async function begin() {
  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  page.setDefaultTimeout(LONG);
  page.on('dialog', (dialog) => dialog.accept('my device'));
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  const passkeys = async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  return { context, page, passkeys };
}

/** Asks to be signed in, and gives what is needed to find out as whom. */
async function ask(page, more = {}) {
  const verifier = randomBytes(40).toString('base64url');
  const question = { client_id: 'essaim-cli', response_type: 'code', scope: 'openid', redirect_uri: CALLBACK, code_challenge_method: 'S256', code_challenge: createHash('sha256').update(verifier).digest('base64url'), ...more };
  await page.goto(`${PROTOCOL}/auth?${new URLSearchParams(question)}`);
  return verifier;
}

/** Who came back signed in: the subject of the access token. */
async function subject(page, verifier) {
  await page.waitForURL(`${CALLBACK}**`);
  const back = new URL(page.url()).searchParams;
  const response = await fetch(`${PROTOCOL}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', client_id: 'essaim-cli', redirect_uri: CALLBACK, code: back.get('code') ?? '', code_verifier: verifier }) });
  expect(response.ok, `no token for ${page.url()}: ${await response.clone().text()}`);
  const { access_token: token } = await response.json();
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).sub;
}

async function arrive(page) {
  const verifier = await ask(page);
  await page.locator('a[href*="registration"]').first().click();
  await register(page, NAME);
  return subject(page, verifier);
}

async function makePasskey(page) {
  await ask(page, { kc_action: 'webauthn-register-passwordless' });
  await page.locator('#registerWebAuthn').click();
  await page.waitForURL(`${CALLBACK}**`);
  expect(new URL(page.url()).searchParams.get('kc_action_status') === 'success', `no passkey was made: ${page.url()}`);
}

try {
  const { context, page, passkeys } = await begin();
  const registered = await arrive(page);
  await makePasskey(page);
  expect((await passkeys()).length === 1, 'the device holds no passkey');

  await context.clearCookies();
  const verifier = await ask(page);
  // The browser may offer the passkey by itself; the button is for those where it does not.
  await Promise.any([page.waitForURL(`${CALLBACK}**`), page.locator('#authenticateWebAuthnButton').click().then(() => page.waitForURL(`${CALLBACK}**`))]);
  expect(await subject(page, verifier) === registered, 'the passkey is somebody else’s');

  await page.goto(`${KEYCLOAK}/realms/essaim/account/account-security/signing-in?referrer=essaim-gateway`);
  await page.getByText('my device').waitFor();

  const stranger = await begin();
  await ask(stranger.page);
  await stranger.page.locator('#authenticateWebAuthnButton').click();
  await stranger.page.waitForTimeout(3000);
  expect(stranger.page.url().startsWith(KEYCLOAK), `a device without the passkey came to ${stranger.page.url()}`);
  console.log(JSON.stringify({ registered: true, passkeys: 1, signedInWithPasskey: true, strangerSignedIn: false }));
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}
await browser.close();
listening.close();
