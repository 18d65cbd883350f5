import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bounds, MapLook, MapTiles } from '../map-props.ts';
import type { View } from '../view.ts';
import { openGround, type OpenGround } from './open-ground.ts';

export interface GroundState {
  /** null until it is there. */
  readonly ground: OpenGround | null;
  /** This device cannot draw maps. */
  readonly failed: boolean;
  /** Where the map came to rest, or where it is while its zoom changes. */
  readonly view: View | null;
  /** Goes up when the map has come to rest or more of it has arrived: time to look again at what is in view. */
  readonly settled: number;
}

/**
 * Opens the map in a box for as long as the box is there. While a map is dragged nothing is rendered anew: what lies over
 * it is moved along; marks and labels come again when the map rests or has moved by a good part of itself.
 */
export function useGround(
  box: RefObject<HTMLElement | null>,
  { tiles, look, bounds }: { tiles: readonly MapTiles[]; look: MapLook; bounds: Bounds | null },
): GroundState {
  const [ground, setGround] = useState<OpenGround | null>(null);
  const [failed, setFailed] = useState(false);
  const [view, setView] = useState<View | null>(null);
  const [settled, setSettled] = useState(0);
  const shown = useRef<View | null>(null);
  useEffect(() => {
    let closed = false;
    let opened: OpenGround | null = null;
    const element = box.current;
    if (element === null) return undefined;
    const open = async (): Promise<void> => {
      const next = await openGround(element, { tiles, look, bounds });
      if (closed) {
        next.close();
        return;
      }
      opened = next;
      follow(next, shown, setView, () => setSettled((n) => n + 1));
      setGround(next);
    };
    open().catch(() => {
      if (!closed) setFailed(true);
    });
    return () => {
      closed = true;
      opened?.close();
    };
  }, []);
  const names = tiles.map(({ id, bytes }) => `${id} ${bytes}`).join('\n');
  const first = useRef(true);
  useEffect(() => {
    if (ground === null) return;
    if (first.current) first.current = false;
    else void ground.dress(tiles, look).then(() => setSettled((n) => n + 1));
  }, [ground, names, look]);
  return { ground, failed, view, settled };
}

const REST_MS = 120;

function follow(
  ground: OpenGround,
  shown: { current: View | null },
  setView: (view: View) => void,
  settle: () => void,
): void {
  const show = (view: View): void => {
    shown.current = view;
    setView(view);
    ground.over.style.transform = '';
  };
  const settleAt = (): void => {
    show(ground.view());
    settle();
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  ground.map.on('move', () => {
    const [view, before] = [ground.view(), shown.current];
    if (before === null || Math.abs(view.zoom - before.zoom) > 1e-9) show(view);
    else ground.over.style.transform = `translate(${before.x - view.x}px, ${before.y - view.y}px)`;
    if (before !== null && Math.max(Math.abs(before.x - view.x), Math.abs(before.y - view.y)) > view.width / 3)
      settleAt();
  });
  ground.map.on('moveend', settleAt);
  ground.map.on('resize', settleAt);
  ground.map.on('idle', settle);
  ground.map.on('sourcedata', () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      settle();
    }, REST_MS);
  });
  ground.map.on('remove', () => clearTimeout(waiting));
  settleAt();
}
