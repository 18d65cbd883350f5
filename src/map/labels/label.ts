import type { LngLat } from '../../domain/place-grid.ts';
import type { NameFound } from './name-in.ts';

/** How large a label is written. */
export type LabelRank = 'city' | 'town' | 'village' | 'small' | 'water' | 'road' | 'thing';

export interface Label extends NameFound {
  readonly key: string;
  readonly at: LngLat;
  readonly rank: LabelRank;
}

/** Most important first. */
export const RANKS: readonly LabelRank[] = ['city', 'town', 'village', 'water', 'small', 'road', 'thing'];

/** Font size of each, in rem. */
export const LABEL_REM: Readonly<Record<LabelRank, number>> = {
  city: 1.25,
  town: 1.125,
  village: 1,
  water: 0.9375,
  small: 0.9375,
  road: 0.875,
  thing: 0.875,
};
