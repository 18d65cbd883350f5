import { snap } from '../../domain/place-grid.ts';
import { Problem } from '../../domain/problems.ts';
import type { Position } from '../../ports/position.ts';

/** Memory twin of the tablet's position. It may be moved, and its owner may refuse or the sky be covered. */
export interface MovablePosition extends Position {
  moveTo(to: { lng: number; lat: number } | 'refused' | 'unknown'): void;
}

export function createMemoryPosition(first: Parameters<MovablePosition['moveTo']>[0] = 'unknown'): MovablePosition {
  let at = first;
  return {
    moveTo(to) {
      at = to;
    },
    async here(grade) {
      if (at === 'refused' || at === 'unknown') throw new Problem(`position-${at}`);
      return snap(grade, at.lng, at.lat);
    },
  };
}
