// Pictures of every page and state in every language, at a phone's width and a desk's, light and dark; axe and a look for what sticks out on
// each. Ends with 1 when something was found.
//   screenshots.mjs [--only PART-OF-A-NAME] [--language xx] [--view phone|desk-dark] [--into FOLDER]
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { overflow, violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { option } from './option.mjs';
import { SCENES } from './scenes.mjs';
import { serve } from './serve.mjs';

const INTO = option('into') ?? fileURLToPath(new URL('../../../../target/screenshots/', import.meta.url));
const LANGUAGES = readdirSync(new URL('../src/locales/', import.meta.url)).map((file) => file.replace('.json', '')).filter((language) => (option('language') ?? language) === language);
const VIEWS = [
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'desk-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
].filter(({ name }) => (option('view') ?? name) === name);

/** A page has its title before its data. */
const settled = () => document.querySelector('h1') !== null && document.querySelector('.loading') === null;

const browser = await launch();
const troubles = [];
let pictures = 0;
for (const scene of SCENES.filter(({ name }) => name.includes(option('only') ?? ''))) {
  const server = await serve(scene.answer);
  for (const language of LANGUAGES) {
    for (const { name: view, ...settings } of VIEWS) {
      const context = await browser.newContext({ ...settings, locale: language, reducedMotion: 'reduce', timezoneId: 'Europe/Paris' });
      const page = await context.newPage();
      const name = `${scene.name}.${language}.${view}`;
      const report = (what) => troubles.push(`${name}: ${what}`);
      page.on('console', (message) => { if (message.type() === 'error' && !/status of (40[0149]|503)/.test(message.text())) report(message.text()); });
      page.on('pageerror', (error) => report(error.message));
      try {
        await page.goto(server.address + scene.address, { waitUntil: 'load' });
        await page.waitForFunction(settled, undefined, { timeout: 10_000 });
        await scene.steps?.(page);
        await page.waitForTimeout(250);
        const wide = await overflow(page);
        if (wide > 0) report(`sticks out by ${wide} px`);
        for (const found of await violations(page)) report(found);
        await page.evaluate(() => scrollTo(0, 0));
        mkdirSync(join(INTO, language), { recursive: true });
        await page.screenshot({ path: join(INTO, language, `${scene.name}.${view}.png`), fullPage: scene.name !== 'people' });
        pictures++;
      } catch (error) {
        report(error.message.split('\n')[0]);
      }
      await context.close();
    }
  }
  server.close();
}
await browser.close();
console.log(`${pictures} pictures in ${INTO}`);
if (troubles.length > 0) {
  console.error([...new Set(troubles)].join('\n'));
  process.exitCode = 1;
}
