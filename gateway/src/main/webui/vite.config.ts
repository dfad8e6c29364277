import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { hints } from './scripts/hints.ts';
import { messages } from './scripts/messages.ts';

/** Where `npm run dev` finds the API: a gateway that runs on this machine. */
const GATEWAY = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [messages(), react(), hints()],
  build: {
    outDir: '../../../target/webui',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is written into the page itself: its policy allows no inline script, style or data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': GATEWAY, '/logout': GATEWAY } },
  test: { include: ['test/**/*.test.{ts,tsx}'] },
});
