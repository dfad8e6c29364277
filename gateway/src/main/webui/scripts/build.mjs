// Builds the web app into the classes of the gateway: META-INF/resources, from where it is served. Does nothing when nothing changed since
// the last time, so that it can be part of every build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WEBUI = fileURLToPath(new URL('..', import.meta.url));
const TARGET = join(WEBUI, '../../../target');
const BUILT = join(TARGET, 'webui');
const SERVED = join(TARGET, 'classes/META-INF/resources');
const OLDEST_NODE = 20;

/** Every file that the app is made of, in a fixed order. */
function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(WEBUI.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function isKept(mark, hash) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === hash;
}

/** Runs a program of the web app; ends with its status when it fails. */
export function run(program, ...options) {
  const { status, error } = spawnSync(program, options, { cwd: WEBUI, stdio: 'inherit' });
  if (error || status !== 0) {
    console.error(`${program} ${options.join(' ')} failed${error ? `: ${error.message}` : ''}`);
    process.exit(status || 1);
  }
}

/** Fetches what package-lock.json names, once for each state of it. */
export function install() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    console.error(`the web app needs Node ${OLDEST_NODE} or newer, this is ${process.version}: https://nodejs.org`);
    process.exit(1);
  }
  const hash = hashOf([join(WEBUI, 'package-lock.json')]);
  const mark = join(WEBUI, 'node_modules/.installed');
  if (isKept(mark, hash)) return;
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(mark, hash);
}

function build() {
  const sources = ['package-lock.json', 'index.html', 'vite.config.ts'].map((name) => join(WEBUI, name));
  const hash = hashOf([...sources, ...files(join(WEBUI, 'src')), ...files(join(WEBUI, 'public')), ...files(join(WEBUI, 'scripts'))]);
  const mark = join(BUILT, '.built');
  if (!isKept(mark, hash)) {
    install();
    run('node', 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
    writeFileSync(mark, hash);
  }
  const served = join(SERVED, '.built');
  if (isKept(served, hash)) return;
  rmSync(SERVED, { recursive: true, force: true });
  mkdirSync(SERVED, { recursive: true });
  cpSync(BUILT, SERVED, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
