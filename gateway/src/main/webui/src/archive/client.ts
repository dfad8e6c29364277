import type { ReadRequest, Told } from './worker';

/** Reads files in a worker of its own, so that the page stays quick. Aborting ends the worker. */
export function readInWorker(request: ReadRequest, signal: AbortSignal, tell: (told: Told) => void): void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const end = () => worker.terminate();
  signal.addEventListener('abort', end);
  worker.addEventListener('message', (event: MessageEvent<Told>) => {
    tell(event.data);
    if (event.data.told !== 'progress') end();
  });
  worker.addEventListener('error', () => {
    tell({ told: 'failed' });
    end();
  });
  worker.postMessage(request);
}
