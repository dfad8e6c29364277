// What Lighthouse says of the landing page and of the review, on its phone and its network: performance and accessibility, in hundredths.
//   lighthouse.mjs [--runs 3] [--lighthouse FOLDER]
// FOLDER holds node_modules/lighthouse (npm install --prefix FOLDER lighthouse): it is too large to be among the packages of the web app.
// Prints one JSON line a page: the middle of the runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromiumPath } from './browser.mjs';
import { option } from './option.mjs';
import { SCENES } from './scenes.mjs';
import { serve } from './serve.mjs';

const RUNS = Number(option('runs', '3'));
const PROGRAM = resolve(option('lighthouse', '.'), 'node_modules/lighthouse/cli/index.js');
const folder = mkdtempSync(join(tmpdir(), 'essaim-'));
const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const name of ['landing', 'people']) {
  const scene = SCENES.find((one) => one.name === name);
  const server = await serve(scene.answer);
  const reports = [];
  for (let run = 0; run < RUNS; run++) {
    const file = join(folder, `${name}.${run}.json`);
    // The pages are served by this very process, which must not wait for it standing still.
    await once(spawn(process.execPath, [PROGRAM, server.address + scene.address, '--quiet', '--output=json', `--output-path=${file}`, '--only-categories=performance,accessibility', `--chrome-path=${chromiumPath()}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu'], { stdio: 'inherit' }), 'exit');
    reports.push(JSON.parse(readFileSync(file, 'utf8')));
  }
  const score = (category) => Math.round(middle(reports.map((report) => report.categories[category].score)) * 100);
  const value = (audit) => Math.round(middle(reports.map((report) => report.audits[audit].numericValue)) * 1000) / 1000;
  console.log(JSON.stringify({ page: name, performance: score('performance'), accessibility: score('accessibility'), fcp_ms: value('first-contentful-paint'), lcp_ms: value('largest-contentful-paint'), tbt_ms: value('total-blocking-time'), cls: value('cumulative-layout-shift') }));
  server.close();
}
rmSync(folder, { recursive: true });
