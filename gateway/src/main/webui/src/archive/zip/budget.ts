import type { ReadLimits } from '../limits';
import { ArchiveRefused } from '../refusal';
import type { ZipEntry } from './directory';

const HARMLESS = 2 ** 20;

/** How many bytes the parts of one archive may still inflate to. */
export class InflatedBudget {
  private left: number;

  constructor(private readonly limits: ReadLimits) {
    this.left = limits.inflatedBytes;
  }

  /** Refuses an entry by what the directory claims of it, before a byte is read. */
  require(entry: ZipEntry): void {
    if (entry.size > this.left) throw new ArchiveRefused('TOO_LARGE');
    if (entry.size > HARMLESS && Math.floor(entry.size / this.limits.ratio) > entry.packed) throw new ArchiveRefused('BOMB');
  }

  /** Takes bytes that were inflated; refuses an entry that grows beyond what the directory claims. */
  take(entry: ZipEntry, delivered: number, count: number): void {
    this.left -= count;
    if (delivered > entry.size || this.left < 0) throw new ArchiveRefused('BOMB');
  }
}
