import { holds } from './elements/ids';

/** A post of the owner named this account by this handle at that time. Evidence, not identity: handles change hands. */
export interface HandleSighting {
  readonly xId: bigint;
  readonly handle: string;
  /** Milliseconds since 1970. */
  readonly seenAt: number;
}

/** How often one post names two accounts, which are known by their number in here. */
export type Pairs = ReadonlyMap<number, number>;

/** A mention counts once, a message twice, a reply three times: to answer someone is closer than to name them. */
const MENTION = 1, MESSAGE = 2, REPLY = 3;
/** Beyond this many, new accounts are no longer noted: memory has a bound, and nobody knows so many people. */
const MOST = 1_000_000;
const MOST_PAIRS = 500_000;
/** A post to a crowd says little of who belongs together. */
const CROWD = 8;
const LONGEST_HANDLE = 50;
const NOBODY = -1;

/** Two numbers as one key; both are below a million. */
export const PAIR = 2 ** 20;

/** Whom a person writes to: how often, by which handle last, and who is named together. */
export class Acquaintances {
  private readonly numbers = new Map<bigint, number>();
  private readonly ids: bigint[] = [];
  private readonly weights: number[] = [];
  private readonly seenAt: number[] = [];
  private readonly handles: (string | undefined)[] = [];
  private readonly pairs = new Map<number, number>();

  /** Notes that a post names an account, and gives its number. */
  mentioned(id: bigint): number {
    return this.note(id, MENTION);
  }

  /** Notes that a post answers an account, and gives its number. */
  repliedTo(id: bigint): number {
    return this.note(id, REPLY);
  }

  /** Notes a direct message to or from an account. */
  wroteWith(id: bigint): void {
    this.note(id, MESSAGE);
  }

  private note(id: bigint, weight: number): number {
    let number = this.numbers.get(id);
    if (number === undefined) {
      if (this.ids.length === MOST) return NOBODY;
      number = this.ids.length;
      this.numbers.set(id, number);
      this.ids.push(id);
      this.weights.push(0);
      this.seenAt.push(0);
      this.handles.push(undefined);
    }
    this.weights[number] = (this.weights[number] ?? 0) + weight;
    return number;
  }

  /** Notes the handle that an account had at that time, if that is news; what is no handle is passed over. */
  saw(number: number, handle: string, at: number): void {
    const known = this.handles[number] !== undefined && at <= (this.seenAt[number] ?? 0);
    if (number === NOBODY || known || handle.length > LONGEST_HANDLE) return;
    this.handles[number] = handle;
    this.seenAt[number] = at;
  }

  /** Notes that one post names these accounts. */
  together(numbers: readonly number[]): void {
    if (numbers.length < 2 || numbers.length > CROWD) return;
    for (const [i, one] of numbers.entries()) {
      for (const other of numbers.slice(i + 1)) {
        if (one === other || one === NOBODY || other === NOBODY) continue;
        const key = Math.min(one, other) * PAIR + Math.max(one, other);
        const count = this.pairs.get(key);
        if (count !== undefined || this.pairs.size < MOST_PAIRS) this.pairs.set(key, (count ?? 0) + 1);
      }
    }
  }

  /** Those among the followings, closest first; ties go to the older account, so that a repeat ranks the same. */
  closeness(followings: BigUint64Array): BigUint64Array<ArrayBuffer> {
    const weightOf = (number: number) => this.weights[number] ?? 0;
    const idOf = (number: number) => this.ids[number] ?? 0n;
    const ranked = this.ids
      .map((_, number) => number)
      .filter((number) => holds(followings, idOf(number)))
      .sort((a, b) => weightOf(b) - weightOf(a) || (idOf(a) < idOf(b) ? -1 : 1));
    return BigUint64Array.from(ranked, idOf);
  }

  /** The newest handle of each account of either list, by id. */
  sightings(followings: BigUint64Array, followers: BigUint64Array): HandleSighting[] {
    const seen: HandleSighting[] = [];
    this.ids.forEach((xId, number) => {
      const handle = this.handles[number];
      if (handle !== undefined && (holds(followings, xId) || holds(followers, xId))) {
        seen.push({ xId, handle, seenAt: this.seenAt[number] ?? 0 });
      }
    });
    return seen.sort((a, b) => (a.xId < b.xId ? -1 : 1));
  }

  /** Who is named together, among the accounts that `ids` numbers. */
  get named(): { readonly ids: readonly bigint[]; readonly pairs: Pairs } {
    return { ids: this.ids, pairs: this.pairs };
  }
}
