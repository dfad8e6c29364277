import type { ReadLimits } from '../limits';
import { ArchiveRefused } from '../refusal';

/** One line of a ZIP's directory. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** How many bytes the entry takes in the file. */
  readonly packed: number;
  /** How many it inflates to. */
  readonly size: number;
  readonly crc: number;
  /** Where its own header stands. */
  readonly offset: number;
  /** Milliseconds since 1970; null for a time that does not exist. */
  readonly modified: number | null;
}

const LINE = 46, LINE_SIGNATURE = 0x02014b50, LONGEST_LINE = LINE + 3 * 0xffff;
const END = 22, END_SIGNATURE = 0x06054b50, LONGEST_COMMENT = 0xffff;
const LOCATOR = 20, LOCATOR_SIGNATURE = 0x07064b50;
const END64 = 56, END64_SIGNATURE = 0x06064b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ENCRYPTED = 1 | (1 << 6) | (1 << 13), UTF8_NAME = 1 << 11, EXTRA_ZIP64 = 1;
const IN_EXTRA = 0xffffffff;
/** So many entries make a count of 16 bits begin again. */
const WRAP = 1 << 16;
const WINDOW = 2 ** 20;

interface DirectoryEnd {
  readonly entries: number;
  /** Whether the number of entries stands in 16 bits, so that some programs count from 0 again after each 65,536. */
  readonly wraps: boolean;
  readonly size: number;
  readonly offset: number;
}

/** Bytes of a file; refuses a place that the file does not have. */
export async function bytesOf(file: Blob, offset: number, length: number): Promise<DataView<ArrayBuffer>> {
  if (offset < 0 || length < 0 || offset > file.size - length) throw new ArchiveRefused('TRUNCATED');
  return new DataView(await file.slice(offset, offset + length).arrayBuffer());
}

/** Hands on every line of the directory; of those that are not kept by whoever takes them, none stays in memory. */
export async function readDirectory(file: Blob, limits: ReadLimits, take: (entry: ZipEntry) => void): Promise<void> {
  const end = await findEnd(file);
  const lines = new Lines(file, end.offset, end.size);
  let read = 0;
  let count = end.entries;
  do {
    read += count;
    if (read > limits.entries) throw new ArchiveRefused('BOMB');
    for (let i = 0; i < count; i++) take(lines.ready() ? lines.next() : await lines.more());
    count = WRAP;
  } while (end.wraps && lines.left >= WRAP * LINE);
}

async function findEnd(file: Blob): Promise<DirectoryEnd> {
  const signature = file.size < END ? 0 : (await bytesOf(file, 0, 4)).getUint32(0, true);
  if (signature !== LOCAL_SIGNATURE && signature !== END_SIGNATURE) throw new ArchiveRefused('NOT_AN_ARCHIVE');
  const length = Math.min(file.size, END + LONGEST_COMMENT);
  const start = file.size - length;
  const tail = await bytesOf(file, start, length);
  for (let at = length - END; at >= 0; at--) {
    if (tail.getUint32(at, true) === END_SIGNATURE && at + END + tail.getUint16(at + 20, true) <= length) {
      return endAt(file, start + at, tail, at);
    }
  }
  throw new ArchiveRefused('TRUNCATED');
}

async function endAt(file: Blob, position: number, tail: DataView, at: number): Promise<DirectoryEnd> {
  const disk = tail.getUint16(at + 4, true);
  const entries = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  const large = disk === 0xffff || entries === 0xffff || size === IN_EXTRA || offset === IN_EXTRA;
  if (large && position >= LOCATOR) {
    const locator = await bytesOf(file, position - LOCATOR, LOCATOR);
    if (locator.getUint32(0, true) === LOCATOR_SIGNATURE) return end64(file, u64(locator, 8));
  }
  if (disk !== 0 && disk !== 0xffff) throw new ArchiveRefused('TRUNCATED');
  return { entries, wraps: true, size, offset };
}

async function end64(file: Blob, position: number): Promise<DirectoryEnd> {
  const record = await bytesOf(file, position, END64);
  if (record.getUint32(0, true) !== END64_SIGNATURE) throw new ArchiveRefused('TRUNCATED');
  return { entries: u64(record, 32), wraps: false, size: u64(record, 40), offset: u64(record, 48) };
}

/** A number of 8 bytes; one beyond 2^53 cannot be a place in a file. */
function u64(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new ArchiveRefused('TRUNCATED');
  return value;
}

/** The lines of a directory, of which a window lies in memory. */
class Lines {
  private view = new DataView(new ArrayBuffer(0));
  private at = 0;
  private position: number;
  private readonly end: number;

  constructor(private readonly file: Blob, offset: number, size: number) {
    if (offset > file.size - size) throw new ArchiveRefused('TRUNCATED');
    this.position = offset;
    this.end = offset + size;
  }

  /** How many bytes of the directory are not read yet. */
  get left(): number {
    return this.view.byteLength - this.at + (this.end - this.position);
  }

  /** Whether the next line lies in memory, whatever its length. */
  ready(): boolean {
    return this.view.byteLength - this.at >= LONGEST_LINE;
  }

  /** The next line, after more was read from the file. */
  async more(): Promise<ZipEntry> {
    const kept = this.view.byteLength - this.at;
    const length = Math.min(WINDOW, this.end - this.position);
    if (length > 0) {
      const joined = new Uint8Array(kept + length);
      joined.set(new Uint8Array(this.view.buffer, this.view.byteOffset + this.at, kept));
      joined.set(new Uint8Array((await bytesOf(this.file, this.position, length)).buffer), kept);
      this.view = new DataView(joined.buffer);
      this.at = 0;
      this.position += length;
    }
    return this.next();
  }

  next(): ZipEntry {
    const { view, at } = this;
    const left = view.byteLength - at;
    if (left < LINE || view.getUint32(at, true) !== LINE_SIGNATURE) throw new ArchiveRefused('TRUNCATED');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const length = LINE + nameLength + extraLength + view.getUint16(at + 32, true);
    if (left < length) throw new ArchiveRefused('TRUNCATED');
    this.at += length;
    const flags = view.getUint16(at + 8, true);
    const name = new Uint8Array(view.buffer, at + LINE, nameLength);
    const extra = new DataView(view.buffer, at + LINE + nameLength, extraLength);
    const small = [24, 20, 42].map((field) => view.getUint32(at + field, true)) as [number, number, number];
    const [size, packed, offset] = small.includes(IN_EXTRA) ? fromExtra(extra, small) : small;
    return {
      name: ((flags & UTF8_NAME) === 0 ? LATIN : UTF8).decode(name),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & ENCRYPTED) !== 0,
      packed,
      size,
      crc: view.getUint32(at + 16, true),
      offset,
      modified: dosTime(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
    };
  }
}

// Names that matter are ASCII; in any other encoding the wrong letters do no harm.
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const LATIN = new TextDecoder('latin1');

/** The numbers that move to an extra field when they outgrow 4 bytes, in the order they stand there. */
function fromExtra(extra: DataView, small: readonly [number, number, number]): [number, number, number] {
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const id = extra.getUint16(at, true);
    const end = Math.min(at + 4 + extra.getUint16(at + 2, true), extra.byteLength);
    at += 4;
    if (id === EXTRA_ZIP64) {
      return small.map((number) => {
        if (number !== IN_EXTRA) return number;
        if (at + 8 > end) throw new ArchiveRefused('TRUNCATED');
        at += 8;
        return u64(extra, at - 8);
      }) as [number, number, number];
    }
    at = end;
  }
  throw new ArchiveRefused('TRUNCATED');
}

/** DOS time has no zone; half a day does not matter where archives are told apart by their age. */
function dosTime(date: number, time: number): number | null {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, Math.min(59, (time & 31) * 2)];
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const made = new Date(at);
  const exists = month >= 1 && month <= 12 && made.getUTCDate() === day && hour < 24 && minute < 60;
  return exists ? at : null;
}
