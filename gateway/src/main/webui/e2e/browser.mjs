// The Chromium that the tests drive: Debian's package, or the one that CHROMIUM names.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is, or null. */
export function chromiumPath() {
  return PLACES.find((place) => place && existsSync(place)) ?? null;
}

/** Starts it; says plainly what to do when there is none. */
export async function launch() {
  const executablePath = chromiumPath();
  if (!executablePath) {
    console.error('no Chromium here: sudo apt install chromium, or set CHROMIUM to one');
    process.exit(3);
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
