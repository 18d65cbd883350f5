import { useRef, useState } from 'preact/hooks';
import type { SheetSpot } from './plan.ts';

/** Squares across and down that the keys go over. */
export const SQUARES = 20;
const SQUARE = 1000 / SQUARES;
const MIDDLE: Cursor = { column: SQUARES / 2, row: SQUARES / 2 };
/** Further than this a touch has become a stroke. Pixels. */
const SLIP_PX = 14;

export interface Cursor {
  readonly column: number;
  readonly row: number;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The middle of the square the cursor is on. */
export const spotUnder = ({ column, row }: Cursor): SheetSpot => [(column + 0.5) * SQUARE, (row + 0.5) * SQUARE];

/** Touches, strokes and keys on a sheet. A stroke is told when the finger is lifted. */
export function useDrawing(told: {
  touch: (spot: SheetSpot) => void;
  stroke: (path: readonly SheetSpot[]) => void;
  undo: () => void;
}) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [path, setPath] = useState<readonly SheetSpot[]>([]);
  const begun = useRef<{ x: number; y: number; slipped: boolean } | null>(null);
  const spotOf = (event: PointerEvent): SheetSpot => {
    const { left, top, width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return [((event.clientX - left) / width) * 1000, ((event.clientY - top) / height) * 1000];
  };
  const stop = (): void => {
    begun.current = null;
    setPath([]);
  };
  return {
    cursor,
    path,
    on: {
      onPointerDown: (event: PointerEvent): void => {
        if (!event.isPrimary || event.button !== 0) return;
        begun.current = { x: event.clientX, y: event.clientY, slipped: false };
        setPath([spotOf(event)]);
        setCursor(null);
        (event.currentTarget as HTMLElement).setPointerCapture?.(event.pointerId);
      },
      onPointerMove: (event: PointerEvent): void => {
        const start = begun.current;
        if (start === null || !event.isPrimary) return;
        if (!start.slipped && Math.hypot(event.clientX - start.x, event.clientY - start.y) < SLIP_PX) return;
        start.slipped = true;
        setPath((before) => [...before, spotOf(event)]);
      },
      onPointerUp: (event: PointerEvent): void => {
        const start = begun.current;
        if (start === null || !event.isPrimary) return;
        if (start.slipped) told.stroke([...path, spotOf(event)]);
        else told.touch(spotOf(event));
        stop();
      },
      onPointerCancel: stop,
      // A screen reader presses it without a finger on a spot.
      onClick: (event: MouseEvent): void => {
        if (event.detail === 0) told.touch(spotUnder(cursor ?? MIDDLE));
      },
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const step = STEPS[event.key];
        if (step !== undefined) setCursor(cursor === null ? MIDDLE : moved(cursor, step));
        else if (event.key === 'Enter' || event.key === ' ') told.touch(spotUnder(cursor ?? MIDDLE));
        else if (event.key === 'Backspace') told.undo();
        else return;
        if (cursor === null) setCursor(MIDDLE);
        event.preventDefault();
      },
    },
  };
}

function moved({ column, row }: Cursor, [across, down]: readonly [number, number]): Cursor {
  const held = (at: number): number => Math.max(0, Math.min(SQUARES - 1, at));
  return { column: held(column + across), row: held(row + down) };
}
