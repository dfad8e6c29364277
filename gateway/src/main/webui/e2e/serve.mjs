// Serves the built pages as the gateway does, policy included, and answers the API from fixtures.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUILT = fileURLToPath(new URL('../../../../target/webui/', import.meta.url));
const PROPERTIES = readFileSync(new URL('../../resources/application.properties', import.meta.url), 'utf8');
const POLICY = /Content-Security-Policy"\.value=(.*)/.exec(PROPERTIES)?.[1] ?? '';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** Listens on loopback; `answer` gives the body for a call of the API, `events` with what writes into a stream, or undefined for 404. */
export function serve(answer) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://127.0.0.1').pathname;
    if (path.startsWith('/api/')) {
      const body = answer(request.method, path, request.url);
      if (path.endsWith('/events')) {
        if (!body?.events) return response.writeHead(204).end();
        response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
        return body.events(response);
      }
      response.writeHead(body === undefined ? 404 : body.status ?? 200, { 'Content-Type': 'application/json' });
      return response.end(JSON.stringify(body?.body ?? body ?? {}));
    }
    const file = extname(path) === '' ? 'index.html' : path;
    try {
      const bytes = readFileSync(join(BUILT, file));
      const packed = extname(file) !== '.woff2' && /gzip/.test(request.headers['accept-encoding'] ?? '');
      response.writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': POLICY,
        'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(packed && { 'Content-Encoding': 'gzip' }),
      });
      response.end(packed ? gzipSync(bytes) : bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ address: `http://localhost:${server.address().port}`, close: () => { server.close(); server.closeAllConnections(); } })));
}
