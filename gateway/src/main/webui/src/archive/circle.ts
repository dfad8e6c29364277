import { type Acquaintances, PAIR } from './acquaintances';
import { holds } from './elements/ids';

/** The followings, in groups of those whom the person's own posts name together. Made and kept on this machine, never sent. */
export interface Circle {
  /** The id of each point: those who are in a group first, the others behind. */
  readonly ids: BigUint64Array<ArrayBuffer>;
  /** The group of each point, 0 for those who are in none; the largest group is 1. */
  readonly groups: Uint16Array<ArrayBuffer>;
}

/** So many are drawn; the closest come first where there are more. */
export const MOST_POINTS = 10_000;
const ROUNDS = 12;
const SMALLEST_GROUP = 3;

/** Groups by label propagation: each account takes the label that weighs most among those it is named with, until nothing changes. */
export function circleOf(followings: BigUint64Array, acquaintances: Acquaintances): Circle {
  const { ids, pairs } = acquaintances.named;
  const neighbours = new Map<number, [number, number][]>();
  for (const [key, count] of pairs) {
    const one = Math.floor(key / PAIR);
    const other = key % PAIR;
    if (!holds(followings, ids[one] ?? 0n) || !holds(followings, ids[other] ?? 0n)) continue;
    append(neighbours, one, [other, count]);
    append(neighbours, other, [one, count]);
  }
  const groups = bySize(propagate(neighbours));
  const inGroups = [...groups].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, MOST_POINTS);
  const placed = new Set(inGroups.map(([number]) => ids[number] ?? 0n));
  const others: bigint[] = [];
  for (let i = 0; i < followings.length && others.length + placed.size < MOST_POINTS; i++) {
    const id = followings[i] ?? 0n;
    if (!placed.has(id)) others.push(id);
  }
  return {
    ids: BigUint64Array.from([...inGroups.map(([number]) => ids[number] ?? 0n), ...others]),
    groups: Uint16Array.from([...inGroups.map(([, group]) => group), ...others.map(() => 0)]),
  };
}

function append(map: Map<number, [number, number][]>, key: number, value: [number, number]): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function propagate(neighbours: ReadonlyMap<number, readonly [number, number][]>): Map<number, number> {
  const labels = new Map([...neighbours.keys()].map((number) => [number, number]));
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const [number, others] of neighbours) {
      const weights = new Map<number, number>();
      for (const [other, count] of others) {
        const label = labels.get(other) ?? other;
        weights.set(label, (weights.get(label) ?? 0) + count);
      }
      const current = labels.get(number) ?? number;
      let best = current;
      for (const [label, weight] of weights) {
        const most = weights.get(best) ?? 0;
        if (weight > most || (weight === most && best !== current && label < best)) best = label;
      }
      if (best !== current) {
        labels.set(number, best);
        changed = true;
      }
    }
  }
  return labels;
}

/** Renames labels to 1, 2, 3 by the size of their groups; members of small groups are left out. */
function bySize(labels: ReadonlyMap<number, number>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const label of labels.values()) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const large = [...sizes].filter(([, size]) => size >= SMALLEST_GROUP).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const names = new Map(large.map(([label], index) => [label, index + 1]));
  const groups = new Map<number, number>();
  for (const [number, label] of labels) {
    const name = names.get(label);
    if (name !== undefined) groups.set(number, name);
  }
  return groups;
}
