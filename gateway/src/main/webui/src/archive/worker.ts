import { extractOf, writtenLists } from './extract';
import { DEFAULT_LIMITS } from './limits';
import { readArchive } from './read';
import type { ArchiveContents, ListName } from './reading';
import type { Reason } from './refusal';

/** What the page asks of the worker: read these files, which may not say whose they are. */
export interface ReadRequest {
  readonly files: readonly File[];
  readonly proven: string | null;
}

/** The lists as the page shows them before they are sent. */
export type Brought = Omit<ArchiveContents, 'sightings'> & {
  readonly sightings: Sightings;
  /** The lists that are sent. */
  readonly written: readonly ListName[];
  /** The very bytes that are sent. */
  readonly extract: Blob;
};

/** Handles seen, side by side: thousands of objects would keep the page busy while they arrive. */
export interface Sightings {
  readonly ids: BigUint64Array<ArrayBuffer>;
  /** When each was seen, in milliseconds since 1970. */
  readonly seenAt: Float64Array<ArrayBuffer>;
  /** The handles, a line each. */
  readonly handles: string;
}

/** What the worker tells. */
export type Told =
  | { readonly told: 'progress'; readonly read: number; readonly total: number }
  | { readonly told: 'refused'; readonly reason: Reason }
  | { readonly told: 'failed' }
  | { readonly told: 'read'; readonly brought: Brought };

const EVERY = 100;

let shown = 0;

function progress(read: number, total: number): void {
  const now = performance.now();
  if (now - shown < EVERY) return;
  shown = now;
  tell({ told: 'progress', read, total });
}

function tell(told: Told, transfer: Transferable[] = []): void {
  postMessage(told, { transfer });
}

async function read({ files, proven }: ReadRequest): Promise<void> {
  const outcome = await readArchive(files, proven === null ? null : BigInt(proven), DEFAULT_LIMITS, progress);
  if (outcome.outcome === 'refused') {
    tell({ told: 'refused', reason: outcome.reason });
    return;
  }
  const { contents } = outcome;
  const seen = contents.sightings;
  const sightings: Sightings = {
    ids: BigUint64Array.from(seen, (one) => one.xId),
    seenAt: Float64Array.from(seen, (one) => one.seenAt),
    handles: seen.map((one) => one.handle.replaceAll('\n', ' ')).join('\n'),
  };
  const brought: Brought = { ...contents, sightings, written: writtenLists(contents), extract: extractOf(contents, Math.max(...files.map((file) => file.lastModified))) };
  const { followings, followers, blocks, mutes, closeness, circle } = contents;
  const buffers = [followings, followers, blocks, mutes, closeness, circle.ids, circle.groups, sightings.ids, sightings.seenAt].map((list) => list.buffer);
  tell({ told: 'read', brought }, buffers);
}

addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  // The file may vanish or change while it is read; the person chooses it again then.
  read(event.data).catch(() => tell({ told: 'failed' }));
});
