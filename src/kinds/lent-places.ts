import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ComponentType } from 'preact';
import type { Sheet } from '../domain/place.ts';

/** What a summary cannot know by itself: names of the directory, and how a plan looks. */
export interface PlacesLent {
  /** null: not in the directory that is at hand. */
  nameOf(entryId: string): string | null;
  /** Shows a plan, over its photo where there is one; null where nothing can be drawn. */
  readonly Plan: ComponentType<{ sheet: Sheet }> | null;
}

const LentPlaces = createContext<PlacesLent>({ nameOf: () => null, Plan: null });
/** Lends summaries the directory and plans: a record itself holds ids and points. */
export const PlacesLender = LentPlaces.Provider;
export const useLentPlaces = (): PlacesLent => useContext(LentPlaces);
