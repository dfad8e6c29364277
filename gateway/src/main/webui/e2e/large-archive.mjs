// How long a ZIP of 2 GB with a million posts takes in Chromium, and how long the page was busy at a time while it was read.
//   large-archive.mjs [--posts 1000000] [--archive FILE] [--make]
// FILE is made when it is not there, and kept; --make does no more than that.
// Prints one JSON line: seconds, mb, posts, followings, sightings, longest_task_ms, heap_mb.
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeflateRaw } from 'node:zlib';
import { launch } from './browser.mjs';
import { option } from './option.mjs';
import { nobody } from './scenes.mjs';
import { serve } from './serve.mjs';
import { checksum } from './zip.mjs';

const POSTS = Number(option('posts') ?? 1_000_000);
const SIZE = 2 * 2 ** 30;
const FOLLOWINGS = 20_000;
const WORDS = 'the a of to and in that people year bee hive honey field lavender swarm leave home again friend letter river light morning night'.split(' ');

let state = 7;
const chance = () => { state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296; return state / 4_294_967_296; };
const idOf = (index) => String(1_400_000_000_000_000_000n + BigInt(index) * 7_919n);

/** A post as X writes it, about 2 KB. */
function post(index) {
  const mentions = Array.from({ length: Math.floor(chance() * 3) }, () => Math.floor(chance() * FOLLOWINGS));
  const text = Array.from({ length: 25 + Math.floor(chance() * 20) }, () => WORDS[Math.floor(chance() * WORDS.length)]).join(' ');
  return {
    tweet: {
      edit_info: { initial: { editTweetIds: [idOf(index)], editableUntil: '2023-02-03T05:05:06.000Z', editsRemaining: '5', isEditEligible: true } },
      retweeted: false,
      source: '<a href="https://mobile.example.com" rel="nofollow">An App \\o/ "quoted"</a>',
      entities: { hashtags: [], symbols: [], user_mentions: mentions.map((who) => ({ name: `Person ${who}`, screen_name: `person_${who}`, indices: ['0', '9'], id_str: idOf(who), id: idOf(who) })), urls: [{ url: 'https://t.example/abc', expanded_url: `https://example.org/${index}`, display_url: 'example.org', indices: ['10', '33'] }] },
      display_text_range: ['0', '140'],
      favorite_count: String(index % 40),
      in_reply_to_status_id_str: idOf(index + 1),
      id_str: idOf(index),
      ...(mentions.length > 0 && index % 3 === 0 && { in_reply_to_user_id: idOf(mentions[0]), in_reply_to_user_id_str: idOf(mentions[0]), in_reply_to_screen_name: `person_${mentions[0]}` }),
      truncated: false,
      retweet_count: '0',
      id: idOf(index),
      created_at: 'Tue Jan 12 17:00:02 +0000 2021',
      favorited: false,
      full_text: `${text} \u00e9\u00e8 \ud83d\udc1d`,
      lang: 'en',
    },
  };
}

const kept = option('archive');
const folder = kept ? null : mkdtempSync(join(tmpdir(), 'essaim-'));
const path = kept ?? join(folder, 'archive.zip');
let file;
let position = 0;
const placed = [];

const put = (bytes) => { writeSync(file, bytes, 0, bytes.length, position); position += bytes.length; };

/** One entry, deflated as it is made. */
async function entry(name, pieces) {
  const offset = position;
  put(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(22), Buffer.from([name.length, 0, 0, 0]), Buffer.from(name)]));
  const deflate = createDeflateRaw({ level: 4 });
  const start = position;
  deflate.on('data', put);
  let size = 0;
  let crc = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    crc = checksum(bytes, crc);
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  await new Promise((resolve) => { deflate.once('end', resolve); deflate.end(); });
  placed.push({ name, method: 8, size, packed: position - start, crc, offset });
}

function* posts() {
  for (let index = 0; index < POSTS; index += 500) {
    const some = Array.from({ length: 500 }, (_, more) => JSON.stringify(post(index + more), null, 2));
    yield `${index === 0 ? 'window.YTD.tweets.part0 = [' : ','}\n${some.join(',\n')}`;
  }
  yield '\n]';
}

const ids = (name, count) => [`window.YTD.${name}.part0 = ${JSON.stringify(Array.from({ length: count }, (_, index) => ({ [name]: { accountId: idOf(index), userLink: `https://twitter.com/intent/user?user_id=${idOf(index)}` } })))}`];
/** Writes the archive. */
async function make() {
  file = openSync(path, 'w');
  await entry('data/account.js', ['window.YTD.account.part0 = [ {"account": {"accountId": "1000", "username": "ana"}} ]']);
  await entry('data/following.js', ids('following', FOLLOWINGS));
  await entry('data/follower.js', ids('follower', 3 * FOLLOWINGS));
  await entry('data/tweets.js', posts());
  const media = Math.max(0, SIZE - position);
  placed.push({ name: 'data/tweets_media/1.mp4', method: 0, size: media, packed: media, crc: 0, offset: position });
  position += media;
  const directory = position;
  for (const { name, method, size, packed, crc, offset } of placed) {
    const line = Buffer.alloc(46 + name.length);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(method, 10);
    [crc, packed, size].forEach((value, index) => line.writeUInt32LE(value, 16 + index * 4));
    line.writeUInt16LE(name.length, 28);
    line.writeUInt32LE(offset, 42);
    line.write(name, 46);
    put(line);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(placed.length, 8);
  end.writeUInt16LE(placed.length, 10);
  end.writeUInt32LE(position - directory, 12);
  end.writeUInt32LE(directory, 16);
  put(end);
  closeSync(file);
}

if (!kept || !existsSync(kept)) await make();
if (process.argv.includes('--make')) process.exit(0);
const server = await serve((_, way) => (way === '/api/v1/me' ? nobody : { body: [] }));
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${server.address}/app/archive`);
await page.locator('input[type=file]').waitFor();
await page.evaluate(() => {
  globalThis.longest = 0;
  new PerformanceObserver((list) => { for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration); }).observe({ entryTypes: ['longtask'] });
});
const begun = performance.now();
await page.setInputFiles('input[type=file]', path);
await page.locator('#preview').waitFor({ timeout: 300_000 });
const seconds = (performance.now() - begun) / 1000;
const figures = await page.locator('.figures dd').allTextContents();
const { longest, heap } = await page.evaluate(() => ({ longest: globalThis.longest, heap: performance.memory?.usedJSHeapSize ?? 0 }));
console.log(JSON.stringify({ seconds: Number(seconds.toFixed(1)), mb: Math.round(statSync(path).size / 2 ** 20), posts: POSTS, figures, longest_task_ms: Math.round(longest), heap_mb: Math.round(heap / 2 ** 20) }));
await browser.close();
server.close();
if (folder) rmSync(folder, { recursive: true });
