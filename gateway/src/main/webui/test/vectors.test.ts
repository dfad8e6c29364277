import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type ReadLimits } from '../src/archive/limits';
import { type ReadOutcome, readArchive } from '../src/archive/read';
import type { Reason } from '../src/archive/refusal';
import { isoOf } from '../src/archive/times';
import { zipOf } from './zip';

/** The cases that every reader of archives shares; the service's reader is held against the same files. */
const FOLDER = join(import.meta.dirname, '../../../../../archive-ingest/src/test/vectors');

type Text = string | { before: string; repeat: string; times: number; after: string };
interface Vector {
  readonly name: string;
  readonly files?: Record<string, Text>;
  readonly stored?: boolean;
  readonly zip?: string;
  readonly text?: string;
  readonly owner?: string;
  readonly limits?: Partial<ReadLimits>;
  readonly expected: unknown;
}

const vectors = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Vector);

function fileOf(vector: Vector): Blob {
  if (vector.zip !== undefined) return new Blob([Buffer.from(vector.zip, 'base64')]);
  if (vector.text !== undefined) return new Blob([vector.text]);
  const files = Object.entries(vector.files ?? {}).map(([name, text]): [string, Uint8Array] => [name, new TextEncoder().encode(textOf(text))]);
  return new Blob([zipOf(new Map(files), vector.stored)]);
}

function textOf(text: Text): string {
  return typeof text === 'string' ? text : text.before + text.repeat.repeat(text.times) + text.after;
}

/** Two refusals are told apart here and not by the service. */
function reasonOf(reason: Reason): string {
  if (reason === 'NESTED_ZIP') return 'NO_FOLLOW_DATA';
  return reason === 'OWNER_AMBIGUOUS' ? 'OWNER_UNKNOWN' : reason;
}

function told(outcome: ReadOutcome): unknown {
  if (outcome.outcome === 'refused') return { refused: reasonOf(outcome.reason) };
  const { owner, generatedAt, sightings, incomplete, problems, ...lists } = outcome.contents;
  const ids = (list: BigUint64Array) => Array.from(list, String);
  return {
    owner: { ...owner, xId: String(owner.xId) },
    generatedAt: generatedAt === null ? null : isoOf(generatedAt),
    followings: ids(lists.followings),
    followers: ids(lists.followers),
    blocks: ids(lists.blocks),
    mutes: ids(lists.mutes),
    closeness: ids(lists.closeness),
    sightings: sightings.map((seen) => ({ ...seen, xId: String(seen.xId), seenAt: isoOf(seen.seenAt) })),
    incomplete: incomplete.toSorted(),
    problems: problems.length,
  };
}

describe('reader of archives', () => {
  it.each(vectors)('gives what its vector says: $name', async (vector) => {
    const owner = vector.owner === undefined ? null : BigInt(vector.owner);
    const outcome = await readArchive([fileOf(vector)], owner, { ...DEFAULT_LIMITS, ...vector.limits });
    expect(told(outcome)).toEqual(vector.expected);
  });
});
