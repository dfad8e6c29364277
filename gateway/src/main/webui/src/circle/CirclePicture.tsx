import { useEffect, useRef } from 'react';
import type { Point } from './points';

const GROUND = '#16121f';
const REST = '#6f6390';
const LIT = '#ffc247';
const GROUPS = ['#8f9cff', '#7fd6c2', '#e59ad8', '#9fd47a', '#f09d7a', '#7cc4f0', '#c9a2ff'];
const GROWING = 900;

/** Draws my circle: a point for each person, lit when they were found. */
export function CirclePicture({ points, found, label }: { points: readonly Point[]; found: ReadonlySet<string>; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const begun = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const grown = still ? 1 : Math.min(1, (now - begun) / GROWING);
      const side = element.getBoundingClientRect();
      const scale = Math.min(2, devicePixelRatio);
      element.width = side.width * scale;
      element.height = side.height * scale;
      paintCircle(element, points, found, grown);
      if (grown < 1) frame = requestAnimationFrame(draw);
    };
    const again = () => { frame = requestAnimationFrame(draw); };
    again();
    const watch = new ResizeObserver(again);
    watch.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
    };
  }, [points, found]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

/** Paints it; `grown` is how far the found ones are lit, 0 to 1. */
export function paintCircle(canvas: HTMLCanvasElement, points: readonly Point[], found: ReadonlySet<string>, grown: number): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  const half = Math.min(width, height) / 2;
  const size = Math.max(1, half * Math.min(0.03, 0.55 / Math.sqrt(points.length + 1)));
  context.fillStyle = GROUND;
  context.fillRect(0, 0, width, height);
  for (const lit of [false, true]) {
    for (const point of points) {
      if (found.has(String(point.id)) !== lit) continue;
      context.fillStyle = lit ? LIT : point.group === 0 ? REST : GROUPS[(point.group - 1) % GROUPS.length] ?? REST;
      context.globalAlpha = lit ? 1 : 0.55;
      context.beginPath();
      context.arc(width / 2 + point.x * half, height / 2 + point.y * half, lit ? size * (0.5 + grown) : size * 0.8, 0, Math.PI * 2);
      context.fill();
    }
  }
  context.globalAlpha = 1;
}

/** The picture to share: points, a number, and no name but the owner's own. */
export function pictureToShare(points: readonly Point[], found: ReadonlySet<string>, words: readonly string[], rightToLeft: boolean): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = 1200;
  canvas.height = 1350;
  paintCircle(canvas, points, found, 1);
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
