// Drops each published archive into the page, in Chromium, and compares what the page shows with what their README counts.
//   archives.mjs [--folder FOLDER]
// FOLDER is `archives` in what ESSAIM_SHARED names, or beside the project. Ends with 1 when a count differs; says so, and ends with 0, when there are none.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { option } from './option.mjs';
import { nobody } from './scenes.mjs';
import { serve } from './serve.mjs';

const FOLDER = option('folder') ?? join(process.env.ESSAIM_SHARED ?? fileURLToPath(new URL('../../../../../../shared/', import.meta.url)), 'archives');

/** What README.md there says of each; a list it does not speak of is not compared. */
const COUNTS = {
  'organisation-2021.zip': { 'You follow': 124, 'Follow you': 111, 'Handles in your posts': 13 },
  'organisation-2022-hand-edited.zip': { 'You follow': 212, 'Follow you': undefined },
};

if (!existsSync(FOLDER)) {
  console.warn(`no published archives in ${FOLDER}: not looked at (ESSAIM_SHARED names their place)`);
  process.exit(0);
}
const browser = await launch();
for (const [archive, counts] of Object.entries(COUNTS)) {
  const server = await serve((method, path) => (path === '/api/v1/me' ? nobody : { body: [] }));
  const page = await (await browser.newContext({ locale: 'en' })).newPage();
  await page.goto(`${server.address}/app/archive`);
  await page.setInputFiles('input[type=file]', join(FOLDER, archive));
  await page.locator('#preview').waitFor({ timeout: 60_000 });
  const shown = Object.fromEntries(await page.locator('section[aria-labelledby=preview] .figures > div').evaluateAll((all) => all.map((one) => [one.querySelector('dt').textContent, Number(one.querySelector('dd').textContent.replace(/\D/g, ''))])));
  const problems = await page.locator('section[aria-labelledby=preview] .notice li').allTextContents();
  console.log(JSON.stringify({ archive, shown, problems }));
  for (const [list, count] of Object.entries(counts)) {
    if (shown[list] !== count) {
      console.error(`${archive}: ${list} is ${shown[list]}, and not ${count}`);
      process.exitCode = 1;
    }
  }
  await page.context().close();
  server.close();
}
await browser.close();
