import type { ReadLimits } from '../limits';
import { type ArchiveShape, type Part, endsWith, partOf, requireSafe } from '../parts';
import { ArchiveRefused, MalformedPart } from '../refusal';
import { InflatedBudget } from './budget';
import { crc32 } from './crc32';
import { type ZipEntry, bytesOf, readDirectory } from './directory';

/** An open archive: which parts it holds, and the bytes of each. */
export interface ArchiveParts {
  readonly parts: readonly Part[];
  readonly shape: ArchiveShape;
  /** Whether several files were put together. */
  readonly joined?: boolean;
  /** How many bytes a part has, as far as is known before it is read. */
  size(part: Part): number;
  /** Hands on the bytes of a part in order; ends with a refusal when they are more than is accepted. */
  read(part: Part, take: (bytes: Uint8Array) => void): Promise<void>;
}

const STORED = 0, DEFLATED = 8;
const LOCAL_HEADER = 30, LOCAL_SIGNATURE = 0x04034b50;
const MOST_PARTS = 10_000;
/** What stands before the deflated bytes in a gzip file that says nothing of itself. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, DEFLATED, 0, 0, 0, 0, 0, 0, 0xff);

/**
 * A ZIP of any size, as a person chose it. Of its directory only the entries that matter stay in memory, of its bytes only those that
 * are read, as they are read.
 *
 * The browser inflates. It is given each entry as a gzip file made of the entry's bytes, with the checksum and size that the directory
 * claims behind them, so that it checks both.
 */
export class ZipArchive implements ArchiveParts {
  private readonly entries = new Map<Part, ZipEntry>();
  private readonly places = new Set<string>();
  private readonly budget: InflatedBudget;
  private foundShape: ArchiveShape = 'PLAIN';

  private constructor(private readonly file: Blob, limits: ReadLimits) {
    this.budget = new InflatedBudget(limits);
  }

  /** Reads the directory of a ZIP, nothing else; refuses what is no ZIP, cut, locked or a trap. */
  static async open(file: Blob, limits: ReadLimits): Promise<ZipArchive> {
    const archive = new ZipArchive(file, limits);
    await readDirectory(file, limits, (entry) => archive.note(entry));
    return archive;
  }

  private note(entry: ZipEntry): void {
    requireSafe(entry.name);
    const part = partOf(entry.name, entry.modified);
    if (!part) {
      this.noteShape(entry.name);
      return;
    }
    if (entry.encrypted) throw new ArchiveRefused('ENCRYPTED');
    this.places.add(`${part.directory}${part.fileName} ${part.modified}`);
    this.entries.set(part, entry);
    if (this.places.size !== this.entries.size || this.entries.size > MOST_PARTS) throw new ArchiveRefused('UNSAFE_PATH');
  }

  private noteShape(name: string): void {
    if (this.foundShape !== 'PLAIN' || !(endsWith(name, '.js') || endsWith(name, '.zip'))) return;
    const path = name.replaceAll('\\', '/').toLowerCase();
    if (path.includes('data/js/tweets/') || path.endsWith('data/js/user_details.js')) this.foundShape = 'CLASSIC';
    else if (path.endsWith('.zip')) this.foundShape = 'NESTED';
  }

  get parts(): readonly Part[] {
    return [...this.entries.keys()];
  }

  get shape(): ArchiveShape {
    return this.foundShape;
  }

  private entry(part: Part): ZipEntry {
    const entry = this.entries.get(part);
    if (!entry) throw new Error('the part is not of this archive');
    return entry;
  }

  size(part: Part): number {
    return this.entry(part).size;
  }

  async read(part: Part, take: (bytes: Uint8Array) => void): Promise<void> {
    const entry = this.entry(part);
    if (entry.method !== STORED && entry.method !== DEFLATED) throw new MalformedPart(0);
    this.budget.require(entry);
    const header = await bytesOf(this.file, entry.offset, LOCAL_HEADER);
    if (header.getUint32(0, true) !== LOCAL_SIGNATURE) throw new MalformedPart(0);
    const data = entry.offset + LOCAL_HEADER + header.getUint16(26, true) + header.getUint16(28, true);
    if (data > this.file.size - entry.packed) throw new ArchiveRefused('TRUNCATED');
    const packed = this.file.slice(data, data + entry.packed);
    await (entry.method === STORED ? this.stored(entry, packed, take) : this.inflated(entry, packed, take));
  }

  private async stored(entry: ZipEntry, packed: Blob, take: (bytes: Uint8Array) => void): Promise<void> {
    let crc = 0;
    const delivered = await this.deliver(entry, packed.stream(), (bytes) => {
      crc = crc32(bytes, crc);
      take(bytes);
    });
    if (delivered !== entry.size || crc !== entry.crc) throw new MalformedPart(delivered);
  }

  private async inflated(entry: ZipEntry, packed: Blob, take: (bytes: Uint8Array) => void): Promise<void> {
    const trailer = new DataView(new ArrayBuffer(8));
    trailer.setUint32(0, entry.crc, true);
    trailer.setUint32(4, entry.size % 2 ** 32, true);
    const gzip = new Blob([GZIP_HEADER, packed, trailer]);
    await this.deliver(entry, gzip.stream().pipeThrough(new DecompressionStream('gzip')), take);
  }

  /** Hands on what a stream gives; a stream that fails is a part that is damaged in the ZIP. */
  private async deliver(entry: ZipEntry, stream: ReadableStream<Uint8Array>, take: (bytes: Uint8Array) => void): Promise<number> {
    const reader = stream.getReader();
    let delivered = 0;
    try {
      while (true) {
        const chunk = await reader.read().catch(() => { throw new MalformedPart(delivered); });
        if (chunk.done) return delivered;
        delivered += chunk.value.length;
        this.budget.take(entry, delivered, chunk.value.length);
        take(chunk.value);
      }
    } finally {
      // Whatever ended the reading, the rest is not inflated; that a broken stream cannot be cancelled is no news.
      reader.cancel().catch(() => undefined);
    }
  }
}
