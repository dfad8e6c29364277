const SLOTS = 256;
const LONGEST = 32;

/** A field whose name nobody knows. */
export const OTHER = -1;

/** The few field names that a place knows, found by their bytes: most fields are passed over without a text made of their name. */
export class Names {
  private readonly names: readonly Uint8Array[];
  private readonly bySlot = new Int8Array(SLOTS).fill(OTHER);
  /** Which lengths names have, a bit each: most others differ in that already. */
  private readonly lengths: number;

  /** Names, numbered from 0. Two that share length, first and last letter share a slot, and are refused. */
  constructor(...names: string[]) {
    this.names = names.map((name) => new TextEncoder().encode(name));
    this.lengths = this.names.reduce((bits, name) => bits | (1 << name.length), 0);
    this.names.forEach((name, number) => {
      if (name.length >= LONGEST) throw new Error('a name is too long');
      const at = slot(name, 0, name.length);
      if (this.bySlot[at] !== OTHER) throw new Error('a name shares the slot of another');
      this.bySlot[at] = number;
    });
  }

  /** The number of the name that stands there, or `OTHER`. */
  find(text: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length === 0 || length >= LONGEST || ((this.lengths >>> length) & 1) === 0) return OTHER;
    const number = this.bySlot[slot(text, start, end)] ?? OTHER;
    const name = this.names[number];
    if (!name || name.length !== length) return OTHER;
    for (let i = 0; i < name.length; i++) {
      if (name[i] !== text[start + i]) return OTHER;
    }
    return number;
  }
}

function slot(text: Uint8Array, start: number, end: number): number {
  return ((end - start) * 31 + (text[start] ?? 0) * 7 + (text[end - 1] ?? 0)) & (SLOTS - 1);
}
