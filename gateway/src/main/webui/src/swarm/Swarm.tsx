import { useEffect, useRef } from 'react';

const POINTS = 420;
const ROUND = 16_000;
const STILL = 0.62;

interface Point {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly bend: number;
  readonly start: number;
  readonly size: number;
  readonly lit: boolean;
}

/** The same swarm at each visit: chance with a seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function swarm(): Point[] {
  const next = chance(7);
  const around = (x: number, y: number, radius: number): [number, number] => {
    const angle = next() * Math.PI * 2;
    const far = Math.sqrt(next()) * radius;
    return [x + Math.cos(angle) * far, y + Math.sin(angle) * far * 0.92];
  };
  return Array.from({ length: POINTS }, (_, index) => ({
    from: around(0.22, 0.62, 0.2),
    to: index % 3 === 0 ? around(0.82, 0.75, 0.14) : around(0.72, 0.26, 0.2),
    bend: (next() - 0.5) * 0.3 - 0.12,
    start: next() * 0.55,
    size: 0.0032 + next() * 0.0052,
    lit: next() < 0.55,
  }));
}

/** People leaving one place together for two others, as points. Says nothing that the words beside it do not. */
export function Swarm() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const points = swarm();
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    const begun = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const through = still.matches ? STILL : Math.min(1, ((now - begun) % ROUND) / (ROUND * 0.8));
      paint(element, context, points, through);
      if (!still.matches) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, []);
  return <canvas ref={canvas} aria-hidden="true" width="800" height="640" />;
}

function paint(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, points: readonly Point[], through: number): void {
  const style = getComputedStyle(canvas);
  const mirrored = style.direction === 'rtl';
  const { width, height } = canvas;
  const dark = context.canvas.ownerDocument.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches ?? false;
  const [left, arrived] = dark ? ['#8d7fb8', '#ffc247'] : ['#7a6aa8', '#e39a00'];
  context.clearRect(0, 0, width, height);
  for (const point of points) {
    const raw = Math.min(1, Math.max(0, (through - point.start) / 0.42));
    const at = raw * raw * (3 - 2 * raw);
    const hover = Math.sin(through * 30 + point.start * 90) * 0.004;
    const x = point.from[0] + (point.to[0] - point.from[0]) * at + hover;
    const y = point.from[1] + (point.to[1] - point.from[1]) * at + Math.sin(at * Math.PI) * point.bend + hover;
    context.globalAlpha = point.lit ? 1 : 0.72;
    context.fillStyle = at > 0.02 && point.lit ? arrived : left;
    context.beginPath();
    context.arc((mirrored ? 1 - x : x) * width, y * height, point.size * width, 0, Math.PI * 2);
    context.fill();
  }
  context.globalAlpha = 1;
}
