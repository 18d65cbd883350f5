import type { EntryType } from '../../domain/place.ts';
import type { Owed } from '../../domain/protocol.ts';
import type { Known } from '../../places/history.ts';

/** What the list can be narrowed to. */
export const ONLY = ['near', 'owed', 'fading', 'never', 'often', 'onlyHere'] as const;
export type Only = (typeof ONLY)[number];

/** What somebody looks for in the list. */
export interface Asked {
  readonly words: string;
  readonly type: EntryType | null;
  readonly only: readonly Only[];
}

export const EVERYTHING: Asked = { words: '', type: null, only: [] };

export interface Around {
  /** What is owed, by the id of the entry it is owed to. */
  readonly owed: ReadonlyMap<string, readonly Owed[]>;
  /** Name of the council area of the visit that is going on, or ''. */
  readonly council: string;
}

export function is(only: Only, known: Known, around: Around): boolean {
  switch (only) {
    case 'near':
      return around.council !== '' && known.entry.council === around.council;
    case 'owed':
      return around.owed.has(known.entry.entryId);
    case 'fading':
      return known.freshness === 'fading';
    case 'never':
      return known.visits === 0;
    case 'often':
      return known.askedOften;
    case 'onlyHere':
      return known.onlyHere || known.observations.some(({ onlyHere }) => onlyHere);
  }
}

/** Of these, what somebody asked for: every mark that was chosen holds. */
export function narrowed(all: readonly Known[], asked: Asked, around: Around): readonly Known[] {
  return all.filter(
    (known) =>
      (asked.type === null || known.entry.type === asked.type) && asked.only.every((only) => is(only, known, around)),
  );
}
