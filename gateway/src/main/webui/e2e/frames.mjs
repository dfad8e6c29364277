// How smooth the two large pages are in Chromium: the review scrolled through 20,000 rows, and the picture of 10,000 points as somebody arrives.
//   frames.mjs [--rows 20000] [--points 10000] [--only review|circle]
// Prints one JSON line a page: frames, the middle and the 99th of a hundred of the time between them, and the longest task, in milliseconds.
import { launch } from './browser.mjs';
import { option } from './option.mjs';
import { manyPeople } from './scenes.mjs';
import { serve } from './serve.mjs';

const count = (name, otherwise) => Number(option(name, otherwise));
const ROWS = count('rows', '20000');
const POINTS = count('points', '10000');
const STEP = 400;
const WAIT = 120_000;

/** Counts the time between frames, and the longest task, while something goes on in the page. */
async function framesOf(page, name, deed) {
  await page.evaluate(() => {
    globalThis.frames = [];
    globalThis.longest = 0;
    globalThis.watch ??= new PerformanceObserver((list) => { for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration); });
    globalThis.watch.observe({ entryTypes: ['longtask'] });
    let before = performance.now();
    const count = (now) => { globalThis.frames.push(now - before); before = now; globalThis.counting = requestAnimationFrame(count); };
    globalThis.counting = requestAnimationFrame(count);
  });
  await deed();
  const { frames, longest } = await page.evaluate(() => { cancelAnimationFrame(globalThis.counting); return { frames: globalThis.frames.slice(1), longest: globalThis.longest }; });
  const sorted = frames.sort((a, b) => a - b);
  const share = (part) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1));
  console.log(JSON.stringify({ page: name, frames: sorted.length, median_ms: share(0.5), p99_ms: share(0.99), longest_frame_ms: share(1), longest_task_ms: Math.round(longest) }));
}

const browser = await launch();

async function review() {
  const server = await serve(manyPeople(ROWS).answer);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })).newPage();
  await page.goto(`${server.address}/app/people`);
  await page.locator('.row').first().waitFor();
  await framesOf(page, `review, the first time down ${ROWS} rows`, async () => {
    const loaded = () => page.locator('.row').first().getAttribute('aria-setsize').then(Number);
    const begun = Date.now();
    while (await loaded() < ROWS && Date.now() - begun < WAIT) await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  });
  await framesOf(page, `review, up and down among ${ROWS} rows`, async () => {
    for (const way of [-1, 1, -1]) for (let times = 0; times < 150; times++) await page.mouse.wheel(0, way * STEP * (1 + times % 5));
  });
  await framesOf(page, `review, a hundred yeses among ${ROWS} rows`, async () => {
    await page.locator('.row').nth(3).focus();
    for (let times = 0; times < 100; times++) { await page.keyboard.press(' '); await page.keyboard.press('ArrowUp'); }
  });
  await page.context().close();
  server.close();
}

async function circle() {
  const people = manyPeople(POINTS);
  const server = await serve(people.answer);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })).newPage();
  await page.goto(`${server.address}/app/circle`);
  await page.locator('canvas').waitFor();
  await page.waitForFunction((all) => document.querySelector('.timeline')?.textContent?.includes(all), POINTS.toLocaleString('en'), { timeout: WAIT });
  await framesOf(page, `circle, ${POINTS} points, one arriving after the other`, async () => {
    for (let times = 0; times < 20; times++) { people.arrive(); await page.waitForTimeout(500); }
  });
  await page.context().close();
  server.close();
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
if (only !== 'circle') await review();
if (only !== 'review') await circle();
await browser.close();
