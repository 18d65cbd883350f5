import type { Map as Ground } from 'maplibre-gl';

/** How far one step goes: a part of the window, so that something known stays in sight. */
const STEP = 0.33;

const STEPS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** West is left on every map, whichever way the words run. */
export type Direction = 'north' | 'south' | 'west' | 'east';

const KEY_OF: Readonly<Record<Direction, string>> = {
  north: 'ArrowUp',
  south: 'ArrowDown',
  west: 'ArrowLeft',
  east: 'ArrowRight',
};

export function moveTo(map: Ground, direction: Direction): void {
  step(map, KEY_OF[direction]);
}

/** Whether the key was one that moves maps. */
export function moveByKey(map: Ground, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  if (event.key === '+' || event.key === '=') map.zoomIn();
  else if (event.key === '-' || event.key === '_') map.zoomOut();
  else return step(map, event.key);
  return true;
}

function step(map: Ground, key: string): boolean {
  const [across, down] = STEPS[key] ?? [0, 0];
  if (across === 0 && down === 0) return false;
  const { clientWidth, clientHeight } = map.getContainer();
  map.panBy([across * clientWidth * STEP, down * clientHeight * STEP]);
  return true;
}

/** A wheel over the map goes on scrolling the page; with Ctrl (or two fingers on a pad) it brings the map closer. */
export function slowScroll(frame: HTMLElement | null): (() => void) | undefined {
  if (frame === null) return undefined;
  const pass = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  frame.addEventListener('wheel', pass, { capture: true, passive: true });
  return () => frame.removeEventListener('wheel', pass, { capture: true });
}
