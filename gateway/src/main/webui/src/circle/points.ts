import type { Circle } from '../archive/circle';

/** A point of the picture, in units of half the picture's side, the middle being 0. */
export interface Point {
  readonly id: bigint;
  readonly x: number;
  readonly y: number;
  readonly group: number;
}

/** The angle between one seed of a sunflower and the next. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const REACH = 0.94;

/** Places people who are named together beside each other, the largest group innermost: seeds of a sunflower in one order for each circle. */
export function pointsOf({ ids, groups }: Circle): Point[] {
  const count = ids.length;
  const clusters = clustersOf(groups);
  const taken = new Map<number, number>();
  let outside = 0;
  const points: Point[] = [];
  const loose = groups.reduce((sum, group) => sum + (group === 0 ? 1 : 0), 0);
  const grouped = count - loose;
  const inner = count === 0 ? 0 : Math.sqrt(grouped / count) * REACH;
  ids.forEach((id, index) => {
    const group = groups[index] ?? 0;
    const cluster = clusters.get(group);
    if (group === 0 || !cluster) {
      const far = Math.sqrt(inner ** 2 + (REACH ** 2 - inner ** 2) * ((outside + 0.5) / Math.max(1, loose)));
      const angle = outside * GOLDEN;
      points.push({ id, group, x: Math.cos(angle) * far, y: Math.sin(angle) * far });
      outside++;
      return;
    }
    const place = taken.get(group) ?? 0;
    taken.set(group, place + 1);
    const far = cluster.radius * Math.sqrt((place + 0.5) / cluster.size) * inner;
    const angle = place * GOLDEN;
    points.push({ id, group, x: cluster.x * inner + Math.cos(angle) * far, y: cluster.y * inner + Math.sin(angle) * far });
  });
  return points;
}

interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly size: number;
}

/** A place for each group within a circle of radius 1: its share of the area, along the same spiral. */
function clustersOf(groups: Uint16Array): Map<number, Cluster> {
  const sizes = new Map<number, number>();
  for (const group of groups) if (group !== 0) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const clusters = new Map<number, Cluster>();
  let before = 0;
  [...sizes].forEach(([group, size], index) => {
    const share = size / total;
    const far = index === 0 && share > 0.3 ? 0 : Math.sqrt(before + share / 2) * 0.86;
    before += share;
    clusters.set(group, { x: Math.cos(index * GOLDEN) * far, y: Math.sin(index * GOLDEN) * far, radius: Math.sqrt(share) * 0.8, size });
  });
  return clusters;
}
