import type { ReadLimits } from './limits';
import { isFollowData, type Part, partOf } from './parts';
import { ArchiveRefused } from './refusal';
import type { ArchiveParts } from './zip/archive';

const LONGEST_PREFIX = 256;
const BEGINNING = /^(?:\u00EF\u00BB\u00BF)?\s*window\.YTD\.([a-z_]{1,40})\.part([0-9]{1,4})\s*=/;

/**
 * A `following.js` that someone took out of the ZIP, told by its first words: its name may have been lost on the way. Null for any other
 * file.
 */
export async function loosePart(file: Blob, limits: ReadLimits): Promise<ArchiveParts | null> {
  const start = new TextDecoder('latin1').decode(await file.slice(0, LONGEST_PREFIX).arrayBuffer());
  // What browsers call latin1 is windows-1252; the mark's three bytes are the same in both.
  const beginning = BEGINNING.exec(start);
  if (!beginning) return null;
  const number = Number(beginning[2]);
  const name = `${(beginning[1] ?? '').replaceAll('_', '-')}${number === 0 ? '' : `-part${number}`}.js`;
  const part = partOf(name, null);
  if (!part || !isFollowData(part)) return null;
  if (file.size > limits.inflatedBytes) throw new ArchiveRefused('TOO_LARGE');
  return {
    parts: [part],
    shape: 'PLAIN',
    size: () => file.size,
    read: (_: Part, take) => readAll(file, take),
  };
}

async function readAll(file: Blob, take: (bytes: Uint8Array) => void): Promise<void> {
  const reader = file.stream().getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) take(chunk.value);
}
