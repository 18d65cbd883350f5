import { useEffect, useRef, useState } from 'preact/hooks';
import type { LngLat } from '../../domain/place-grid.ts';
import type { OpenGround } from '../ground/open-ground.ts';
import { pathShape, whereShapes, cellShape } from '../ground/shapes.ts';
import type { MapPick } from '../map-props.ts';
import { unproject } from '../view.ts';
import { addTouch, FEWEST, squaresOf, whereOf } from './draft.ts';

export interface Picking {
  readonly squares: readonly LngLat[];
  /** The last touch fell into a square that is taken. */
  readonly same: boolean;
  /** Takes touches. A line or an area that is done does not, until it is changed. */
  readonly open: boolean;
  /** What is under the cross in the middle. */
  addMiddle(): void;
  undo(): void;
  clear(): void;
  finish(open: boolean): void;
}

interface Partial {
  readonly shape: string;
  readonly squares: readonly LngLat[];
}

/** Puts a spot, a way or an area on the map by touch, or by the cross in its middle. */
export function usePick(ground: OpenGround | null, pick: MapPick | undefined): Picking | null {
  const [partial, setPartial] = useState<Partial | null>(null);
  const [same, setSame] = useState(false);
  const [open, setOpen] = useState(true);
  const shape = pick === undefined ? '' : `${pick.as} ${pick.grade}`;
  const kept = pick === undefined ? [] : squaresOf(pick, pick.value);
  const squares = kept.length > 0 ? kept : partial?.shape === shape ? partial.squares : [];
  const set = (next: readonly LngLat[]): void => {
    if (pick === undefined) return;
    setPartial({ shape, squares: next.length < FEWEST[pick.as] ? next : [] });
    const where = whereOf(pick, next);
    if (where.as !== 'nowhere' || pick.value.as !== 'nowhere') pick.onChange(where);
  };
  const add = (spot: LngLat): void => {
    if (pick === undefined || !open) return;
    const next = addTouch(pick, squares, spot);
    setSame(next.same);
    if (!next.same) set(next.squares);
  };
  // As of this rendering, also for a finger that comes down before effects have run.
  const touch = useRef(add);
  touch.current = add;
  const picks = pick !== undefined;
  useEffect(() => {
    if (ground === null || !picks) return undefined;
    const { map } = ground;
    map.doubleClickZoom.disable();
    const touched = map.on('click', ({ lngLat }) => touch.current([lngLat.lng, lngLat.lat]));
    return () => {
      touched.unsubscribe();
      map.doubleClickZoom.enable();
    };
  }, [ground, picks]);
  useEffect(() => setOpen(true), [shape]);
  const drawn = JSON.stringify(squares);
  useEffect(() => {
    if (ground === null || pick === undefined) return;
    const where = whereOf(pick, squares);
    const { cells, drawn: paths } = whereShapes(where);
    const begun = where.as === 'nowhere' ? squares.map((square) => cellShape(pick.grade, square)) : cells;
    const path =
      where.as === 'nowhere' && pick.as !== 'point' && squares.length > 1 ? [pathShape(pick.as, squares)] : paths;
    ground.draw('picked', begun);
    ground.draw('drawn', path);
  }, [ground, shape, drawn]);
  if (pick === undefined) return null;
  return {
    squares,
    same,
    open,
    addMiddle: () => {
      if (ground === null) return;
      const { x, y, width, height, zoom } = ground.view();
      add(unproject({ x: x + width / 2, y: y + height / 2 }, zoom));
    },
    undo: () => {
      setSame(false);
      set(squares.slice(0, -1));
    },
    clear: () => {
      setSame(false);
      setOpen(true);
      set([]);
    },
    finish: setOpen,
  };
}
