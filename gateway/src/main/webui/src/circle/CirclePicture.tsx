import { useEffect, useRef } from 'react';
import type { Point } from './points';

const GROUND = '#16121f';
const REST = '#6f6390';
const LIT = '#ffc247';
const GROUPS = ['#8f9cff', '#7fd6c2', '#e59ad8', '#9fd47a', '#f09d7a', '#7cc4f0', '#c9a2ff'];
const GROWING = 900;

/** Draws my circle: a point for each person, lit when they were found; who arrives while one looks is lit before one's eyes. */
export function CirclePicture({ points, found, label }: { points: readonly Point[]; found: ReadonlySet<bigint>; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const litSince = useRef(new Map<bigint, number>());
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const since = litSince.current;
    const begun = performance.now();
    for (const id of found) if (!since.has(id)) since.set(id, begun);
    for (const id of since.keys()) if (!found.has(id)) since.delete(id);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const settled = document.createElement('canvas');
    const growing = points.filter(({ id }) => !still && since.get(id) === begun);
    let frame = 0;
    const draw = (now: number) => {
      const grown = Math.min(1, Math.max(0, (now - begun) / GROWING));
      const context = element.getContext('2d');
      context?.drawImage(settled, 0, 0);
      if (context) paintLit(context, growing, grown, points.length);
      if (grown < 1) frame = requestAnimationFrame(draw);
    };
    // What does not move is painted once for each size.
    const again = () => {
      const side = element.getBoundingClientRect();
      const scale = Math.min(2, devicePixelRatio);
      settled.width = element.width = Math.round(side.width * scale);
      settled.height = element.height = Math.round(side.height * scale);
      const moving = new Set(growing);
      paintCircle(settled, points, (point) => found.has(point.id) && !moving.has(point));
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    };
    const watch = new ResizeObserver(again);
    watch.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
    };
  }, [points, found]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

/** Paints all points, the lit ones over the others. */
export function paintCircle(canvas: HTMLCanvasElement, points: readonly Point[], isLit: (point: Point) => boolean): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.globalAlpha = 1;
  context.fillStyle = GROUND;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const lit: Point[] = [];
  context.globalAlpha = 0.55;
  for (const point of points) {
    if (isLit(point)) {
      lit.push(point);
      continue;
    }
    context.fillStyle = point.group === 0 ? REST : GROUPS[(point.group - 1) % GROUPS.length] ?? REST;
    dot(context, point, 0.8, points.length);
  }
  paintLit(context, lit, 1, points.length);
}

/** Paints lit points; `grown` is how far they are lit, 0 to 1. */
function paintLit(context: CanvasRenderingContext2D, lit: readonly Point[], grown: number, among: number): void {
  context.globalAlpha = 1;
  context.fillStyle = LIT;
  for (const point of lit) dot(context, point, 0.5 + grown, among);
}

function dot(context: CanvasRenderingContext2D, point: Point, size: number, among: number): void {
  const { width, height } = context.canvas;
  const half = Math.min(width, height) / 2;
  const radius = Math.max(1, half * Math.min(0.03, 0.55 / Math.sqrt(among + 1))) * size;
  context.beginPath();
  context.arc(width / 2 + point.x * half, height / 2 + point.y * half, radius, 0, Math.PI * 2);
  context.fill();
}

/** The picture to share: points, a number, and no name but the owner's own. */
export function pictureToShare(points: readonly Point[], found: ReadonlySet<bigint>, words: readonly string[], rightToLeft: boolean): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = 1200;
  canvas.height = 1350;
  paintCircle(canvas, points, ({ id }) => found.has(id));
  const context = canvas.getContext('2d');
  if (context) {
    context.direction = rightToLeft ? 'rtl' : 'ltr';
    context.textAlign = 'center';
    context.fillStyle = '#f1edfa';
    words.forEach((line, index) => {
      context.font = `${index === 0 ? 700 : 400} ${index === 0 ? 46 : 30}px 'Bricolage Grotesque Variable', system-ui, sans-serif`;
      context.fillText(line, 600, index === 0 ? 58 : 1350 - 74 + (index - 1) * 44, 1120);
    });
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
