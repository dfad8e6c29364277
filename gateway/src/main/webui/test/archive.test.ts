import { closeSync, existsSync, openAsBlob, openSync, readSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArchiveContents } from '../src/archive/reading';
import { extractOf } from '../src/archive/extract';
import { readArchive } from '../src/archive/read';
import { crc32 } from '../src/archive/zip/crc32';
import { zipOf } from './zip';

const PUBLISHED = join(process.env['ESSAIM_SHARED'] ?? join(import.meta.dirname, '../../../../../../shared'), 'archives');
const text = (written: string) => new TextEncoder().encode(written);
const list = (name: string, ...ids: number[]) => text(`window.YTD.${name}.part0 = ${JSON.stringify(ids.map((id) => ({ [name]: { accountId: String(id) } })))}`);
const ACCOUNT = text('window.YTD.account.part0 = [ {"account": {"accountId": "1000", "username": "keeper"}} ]');

async function contentsOf(...files: Blob[]): Promise<ArchiveContents> {
  const outcome = await readArchive(files, null);
  if (outcome.outcome === 'refused') throw new Error(`refused: ${outcome.reason}`);
  return outcome.contents;
}

const published = (name: string) => join(PUBLISHED, name);
const absent = !existsSync(published('organisation-2021.zip'));
if (absent) console.warn('the published archives are not on this machine: set ESSAIM_SHARED to the folder that holds them');

describe.skipIf(absent)('published archives', () => {
  it('should give the lists of the organisation of 2021', async () => {
    const contents = await contentsOf(await openAsBlob(published('organisation-2021.zip')));
    expect([contents.followings.length, contents.followers.length, contents.owner.handle]).toEqual([124, 111, 'RTIatMLA']);
    const followings = new Set(contents.followings);
    expect(contents.sightings.filter((seen) => followings.has(seen.xId))).toHaveLength(13);
  });

  it('should give the list of the one edited by hand and say what is missing', async () => {
    const contents = await contentsOf(await openAsBlob(published('organisation-2022-hand-edited.zip')));
    expect([contents.followings.length, contents.followers.length, contents.owner.handle]).toEqual([212, 0, 'eth_classic']);
    expect(contents.problems).toContainEqual({ kind: 'missing', file: 'follower.js' });
  });
});

describe('archive beyond four gigabytes', () => {
  const file = join(tmpdir(), `essaim-${process.pid}.zip`);
  afterEach(() => rm(file, { force: true }));

  it('should be read by its directory', async () => {
    await writeLarge(file, 20 * 2 ** 30);
    const contents = await contentsOf(new OnDisk(file));
    expect([Array.from(contents.followings, String), String(contents.owner.xId)]).toEqual([['1', '2', '3'], '1000']);
  });
});

describe('archive in several files', () => {
  const zip = (files: Record<string, Uint8Array>) => new Blob([zipOf(new Map(Object.entries(files)))]);
  const first = zip({ 'data/manifest.js': text('window.__THAR_CONFIG = {"userInfo": {"accountId": "1000"}, "archiveInfo": {"isPartialArchive": true}}'), 'data/following.js': list('following', 3, 1) });

  it('should be read as one', async () => {
    const second = zip({ 'data/account.js': ACCOUNT, 'data/follower.js': list('follower', 1), 'data/following-part1.js': list('following', 2) });
    const pictures = zip({ 'data/tweets_media/1.jpg': text('no list') });
    const contents = await contentsOf(second, pictures, first);
    expect([Array.from(contents.followings, String), Array.from(contents.followers, String), contents.owner.handle, contents.problems]).toEqual([['1', '2', '3'], ['1'], 'keeper', []]);
  });

  it('should be refused when they are those of two people', async () => {
    const another = zip({ 'data/account.js': text('window.YTD.account.part0 = [ {"account": {"accountId": "2000"}} ]'), 'data/follower.js': list('follower', 1) });
    expect(await readArchive([first, another], null)).toEqual({ outcome: 'refused', reason: 'OWNER_AMBIGUOUS' });
  });

  it('should be refused when they are two archives of one person', async () => {
    const older = zip({ 'data/account.js': ACCOUNT, 'data/following.js': list('following', 3) });
    expect(await readArchive([first, older], null)).toEqual({ outcome: 'refused', reason: 'SEVERAL_ARCHIVES' });
  });

  it('should be read from lists that were taken out of it', async () => {
    const outcome = await readArchive([new Blob([list('following', 3)]), new Blob([list('follower', 4)])], 1000n);
    expect(outcome.outcome === 'read' && [outcome.contents.followings.length, outcome.contents.followers.length]).toEqual([1, 1]);
  });
});

describe('extract', () => {
  it('should hold what was read and leave out what was not there', async () => {
    const files = new Map([['data/account.js', ACCOUNT], ['data/following.js', list('following', 3, 1)]]);
    const extract = extractOf(await contentsOf(new Blob([zipOf(files)])), Date.UTC(2024, 0, 1));
    expect(JSON.parse(await extract.text())).toEqual({
      format: 'essaim-extract/1',
      owner: { xId: '1000', handle: 'keeper' },
      generatedAt: '2019-05-06T07:08:10Z',
      followings: ['1', '3'],
    });
  });
});

describe('reader of a part', () => {
  it('should understand a part whatever the pieces it comes in', async () => {
    const posts = text('window.YTD.tweets.part0 = [ { "tweet" : { "full_text" : "a \\" b", "created_at" : "Tue Jan 12 17:00:02 +0000 2021", "entities" : { "user_mentions" : [ { "id_str" : "3", "screen_name" : "three" } ] } } } ]');
    for (const size of [1, 2, 3, 7, 50]) {
      const files = new Map([['data/account.js', ACCOUNT], ['data/following.js', list('following', 3)], ['data/tweets.js', posts]]);
      const contents = await contentsOf(inPieces(zipOf(files, true), size));
      expect(contents.sightings.map((seen) => seen.handle)).toEqual(['three']);
    }
  });
});

/** A file of more than 4 GB, of which Node's own Blob forgets the upper bits of the size. */
class OnDisk extends Blob {
  constructor(private readonly path: string) {
    super();
  }

  override get size(): number {
    return statSync(this.path).size;
  }

  override slice(start = 0, end = this.size): Blob {
    const bytes = new Uint8Array(end - start);
    const file = openSync(this.path, 'r');
    readSync(file, bytes, 0, bytes.length, start);
    closeSync(file);
    return new Blob([bytes]);
  }
}

/** A file whose streams give so many bytes at a time. */
function inPieces(bytes: Uint8Array<ArrayBuffer>, size: number): Blob {
  const whole = new Blob([bytes]);
  const slice = whole.slice.bind(whole);
  whole.slice = (...range) => {
    const part = slice(...range);
    part.stream = () => new ReadableStream({
      async start(controller) {
        const all = new Uint8Array(await part.arrayBuffer());
        for (let at = 0; at < all.length; at += size) controller.enqueue(all.slice(at, at + size));
        controller.close();
      },
    });
    return part;
  };
  return whole;
}

/** Stored entries behind a hole, so that every place needs more than 32 bits. */
async function writeLarge(path: string, hole: number): Promise<void> {
  const zip = await open(path, 'w');
  const placed: { name: string; size: number; crc: number; offset: number }[] = [];
  let position = 0;
  for (const [name, bytes, gap] of [['data/media.mp4', new Uint8Array(), hole], ['data/account.js', ACCOUNT, 0], ['data/following.js', list('following', 1, 2, 3), 0]] as const) {
    const header = Buffer.alloc(30 + name.length);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(name.length, 26);
    header.write(name, 30);
    await zip.write(header, 0, header.length, position);
    await zip.write(bytes, 0, bytes.length, position + header.length);
    placed.push({ name, size: bytes.length + gap, crc: crc32(bytes), offset: position });
    position += header.length + bytes.length + gap;
  }
  const lines = placed.map(({ name, size, crc, offset }) => {
    const line = Buffer.alloc(46 + name.length + 28);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt32LE(crc, 16);
    for (const field of [20, 24, 42]) line.writeUInt32LE(0xffffffff, field);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt16LE(28, 30);
    line.write(name, 46);
    line.writeUInt16LE(1, 46 + name.length);
    line.writeUInt16LE(24, 48 + name.length);
    [size, size, offset].forEach((value, index) => line.writeBigUInt64LE(BigInt(value), 50 + name.length + index * 8));
    return line;
  });
  const directory = Buffer.concat(lines);
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  [placed.length, placed.length, directory.length, position].forEach((value, index) => end.writeBigUInt64LE(BigInt(value), 24 + index * 8));
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(position + directory.length), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  end.fill(0xff, 84, 96);
  await zip.write(Buffer.concat([directory, end]), 0, directory.length + end.length, position);
  await zip.close();
}
