// Lints, checks the types, those of the API included, and runs the unit tests of the web app, and looks at every page in Chromium, in the language that is written the other way, and at what it makes of published archives; does nothing when the build says "true" to leaving out tests.
import { chromiumPath } from '../e2e/browser.mjs';
import { install, run } from './build.mjs';

if (process.argv.includes('true')) process.exit(0);
install();
run('node', 'node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.');
run('node', 'scripts/api.mjs', '--check');
run('node', 'node_modules/typescript/bin/tsc', '--noEmit');
run('node', 'node_modules/vitest/vitest.mjs', 'run', '--silent=passed-only', '--reporter=dot');
run('node', 'scripts/size.mjs');
if (chromiumPath()) {
  run('node', 'e2e/screenshots.mjs', '--language', 'ar', '--view', 'phone');
  run('node', 'e2e/archives.mjs');
} else console.warn('the pages were not looked at: no Chromium here (sudo apt install chromium, or set CHROMIUM)');
