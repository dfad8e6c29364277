// Holds the first load to its budget: the JavaScript that the landing page fetches, compressed, the largest language included.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET = 150_000;
const BUILT = fileURLToPath(new URL('../../../../target/webui/', import.meta.url));
const page = readFileSync(`${BUILT}index.html`, 'utf8');
const read = (file) => readFileSync(`${BUILT}assets/${file}`, 'utf8');
const sizeOf = (file) => gzipSync(read(file)).length;

const fetched = new Set();
const waiting = [...page.matchAll(/\/assets\/([^"]+\.js)"/g)].map((match) => match[1]);
while (waiting.length > 0) {
  const file = waiting.pop();
  if (fetched.has(file)) continue;
  fetched.add(file);
  for (const [, name] of read(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) waiting.push(name);
}
const language = Math.max(...readdirSync(`${BUILT}assets`).filter((file) => /^[a-z]{2}-.*\.js$/.test(file)).map(sizeOf));
const size = [...fetched].reduce((sum, file) => sum + sizeOf(file), language);
console.log(`first load: ${size} bytes of JavaScript, compressed, of ${BUDGET}`);
if (size > BUDGET) process.exit(1);
