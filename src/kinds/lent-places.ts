import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ComponentChildren, ComponentType, VNode } from 'preact';
import type { Sheet } from '../domain/place.ts';

/** What a summary cannot know by itself: names of the directory, and how a plan looks. */
export interface PlacesLent {
  /** null: not in the directory that is at hand. */
  nameOf(entryId: string): string | null;
  /** Shows a plan with its words, over its photo where there is one; `children` where it cannot be drawn. */
  readonly Plan: ComponentType<{ sheet: Sheet; children: ComponentChildren }>;
}

const LentPlaces = createContext<PlacesLent>({
  nameOf: () => null,
  Plan: ({ children }): VNode => children as VNode,
});
/** Lends summaries the directory and plans: a record itself holds ids and points. */
export const PlacesLender = LentPlaces.Provider;
export const useLentPlaces = (): PlacesLent => useContext(LentPlaces);
