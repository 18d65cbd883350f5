import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../view.ts';
import { openGround, type GroundStart, type OpenGround, type RestedAt } from './open-ground.ts';

export interface GroundState {
  /** null until it is there. */
  readonly ground: OpenGround | null;
  /** This device cannot draw maps; or, when one was `lost`, not now. */
  readonly failed: boolean;
  /** The device took the drawing away (too little memory, a long sleep). It is drawn again by itself, unless it `failed`. */
  readonly lost: boolean;
  /** After it failed: tries once more. */
  drawAgain(): void;
  /** Where the map came to rest, or where it is while its zoom changes. */
  readonly view: View | null;
  /** Goes up when the map has come to rest or more of it has arrived: time to look again at what is in view. */
  readonly settled: number;
}

/** So long after it was lost it is drawn again, as soon as somebody can see it. */
const AGAIN_MS = 1000;
/** Lost more often than this within a minute: the device cannot hold it, and the list is the better way. */
const MOST_LOSSES = 3;
const MINUTE_MS = 60_000;

/**
 * Opens the map in a box for as long as the box is there. While a map is dragged nothing is rendered anew: what lies over
 * it is moved along; marks and labels come again when the map rests or has moved by a good part of itself.
 */
export function useGround(
  box: RefObject<HTMLElement | null>,
  { tiles, look, bounds }: Omit<GroundStart, 'at'>,
): GroundState {
  const [ground, setGround] = useState<OpenGround | null>(null);
  const [failed, setFailed] = useState(false);
  const [lost, setLost] = useState(false);
  const [opening, setOpening] = useState(0);
  const [view, setView] = useState<View | null>(null);
  const [settled, setSettled] = useState(0);
  const shown = useRef<View | null>(null);
  const at = useRef<RestedAt | null>(null);
  const losses = useRef<readonly number[]>([]);
  const openAgain = (): void => setOpening((n) => n + 1);
  useEffect(() => {
    let closed = false;
    let opened: OpenGround | null = null;
    let stopWaiting: (() => void) | null = null;
    const element = box.current;
    if (element === null) return undefined;
    const lose = (gone: OpenGround): void => {
      if (closed) return;
      at.current = gone.at();
      shown.current = null;
      opened = null;
      setGround(null);
      setView(null);
      setLost(true);
      // Not while it is still telling of its loss.
      queueMicrotask(() => gone.close());
      const now = performance.now();
      losses.current = [...losses.current.filter((before) => now - before < MINUTE_MS), now];
      if (losses.current.length > MOST_LOSSES) setFailed(true);
      else stopWaiting = whenSeen(openAgain);
    };
    const open = async (): Promise<void> => {
      const next = await openGround(element, { tiles, look, bounds, at: at.current });
      if (closed) {
        next.close();
        return;
      }
      opened = next;
      next.map.on('webglcontextlost', () => lose(next));
      follow(next, shown, setView, () => setSettled((n) => n + 1));
      setGround(next);
      setLost(false);
    };
    open().catch(() => {
      if (!closed) setFailed(true);
    });
    return () => {
      closed = true;
      stopWaiting?.();
      opened?.close();
    };
  }, [opening]);
  const names = tiles.map(({ id, bytes }) => `${id} ${bytes}`).join('\n');
  const first = useRef(true);
  useEffect(() => {
    if (ground === null) {
      first.current = true;
      return;
    }
    if (first.current) first.current = false;
    else void ground.dress(tiles, look).then(() => setSettled((n) => n + 1));
  }, [ground, names, look]);
  const drawAgain = (): void => {
    losses.current = [];
    setFailed(false);
    openAgain();
  };
  return { ground, failed, lost, drawAgain, view, settled };
}

/** Soon, and not while nobody looks: a page in the background would lose it again. Gives what calls it off. */
function whenSeen(work: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState === 'hidden') document.addEventListener('visibilitychange', look, { once: true });
    else work();
  };
  const timer = setTimeout(look, AGAIN_MS);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
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
