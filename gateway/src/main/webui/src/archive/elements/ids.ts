import { ArchiveRefused } from '../refusal';
import type { Fields, Target } from '../scan/scanner';
import { Names } from '../scan/names';

/** Gathers the ids of one list as they are read; 8 bytes an id. */
export class IdCollector {
  private ids = new BigUint64Array(1024);
  private size = 0;

  /** @param most how many ids the list may name before the archive is refused */
  constructor(private readonly most: number) {}

  add(id: bigint): void {
    if (this.size === this.most) throw new ArchiveRefused('TOO_MANY_IDS');
    if (this.size === this.ids.length) {
      const larger = new BigUint64Array(this.size * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[this.size++] = id;
  }

  /** How many were added, duplicates included. */
  get added(): number {
    return this.size;
  }

  /** The ids in ascending order, each once. */
  toSorted(): BigUint64Array<ArrayBuffer> {
    const sorted = this.ids.slice(0, this.size).sort();
    let kept = 0;
    for (const id of sorted) {
      if (kept === 0 || id !== sorted[kept - 1]) sorted[kept++] = id;
    }
    return sorted.slice(0, kept);
  }
}

/** Whether a sorted list names an id. */
export function holds(sorted: BigUint64Array, id: bigint): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? 0n;
    if (found === id) return true;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** The array that a part is: every element must be an object. */
export function listOf(element: Fields): Target {
  const target: Target = { strict: true, object: () => element };
  return { strict: true, array: () => ({ element: () => target }) };
}

const ACCOUNT_ID = new Names('accountId');

/** `{"following": {"accountId": "123"}}`, or without the wrapper. */
export class IdList {
  private id = -1n;
  private unreadableLines = 0;

  constructor(private readonly into: IdCollector) {}

  /** How many elements named no account. */
  get unreadable(): number {
    return this.unreadableLines;
  }

  target(): Target {
    const id: Target = { scalar: (value) => { this.id = value.id(); }, other: () => { this.id = -1n; } };
    const wrapped: Fields = { names: ACCOUNT_ID, field: (name) => (name === 0 ? id : null) };
    const wrapper: Target = { object: () => { this.id = -1n; return wrapped; } };
    const element: Fields = {
      names: ACCOUNT_ID,
      field: (name) => (name === 0 ? id : wrapper),
      end: () => this.endElement(),
    };
    return listOf(element);
  }

  private endElement(): void {
    if (this.id > 0n) this.into.add(this.id);
    else this.unreadableLines++;
    this.id = -1n;
  }
}
