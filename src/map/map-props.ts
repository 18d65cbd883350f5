import type { VNode } from 'preact';
import type { EntryType, NoteKind, Where } from '../domain/place.ts';

/** What a map is given and gives back. Types only: importing them brings no map along. */

/** West, south, east, north. Degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** One base map as it lies on the device: a PMTiles file that is read in parts. */
export interface MapTiles {
  readonly id: string;
  /** Rejects where the piece is not on the device. Never asks anybody else. */
  read(offset: number, length: number): Promise<ArrayBuffer>;
  readonly bytes: number;
  readonly title: string;
  readonly bounds: Bounds;
  /** Stands on the map as long as the map does. */
  readonly attribution: string;
}

/** Something with a place on the map. What has no position is told in words beside it, never put anywhere. */
export interface MapMark {
  readonly id: string;
  readonly name: string;
  readonly where: Where;
  readonly type: EntryType | NoteKind;
  /** `faded`: not seen for long, or better now. `urgent`: wants somebody. Said in words too, by what the mark opens. */
  readonly tone?: 'plain' | 'faded' | 'urgent' | undefined;
}

/** `sun`: black on white for bright light. `easy`: few things and big words. */
export type MapLook = 'day' | 'sun' | 'easy';

export interface MapPick {
  readonly grade: 'open' | 'area';
  readonly as: 'point' | 'line' | 'area';
  readonly value: Where;
  /** Only ever gets middles of cells: what was touched never leaves the map. */
  onChange(where: Where): void;
}

export interface MapProps {
  readonly tiles: readonly MapTiles[];
  readonly look: MapLook;
  /** BCP 47 tag: names of places are shown in its script where the data have them. */
  readonly language: string;
  readonly marks: readonly MapMark[];
  /** Where it opens; otherwise around what is picked, the marks, or the base maps. */
  readonly start?: { readonly bounds: Bounds } | null | undefined;
  /** What this map is, in words: its name for a screen reader. */
  readonly label: string;
  readonly onOpenMark?: ((id: string) => void) | undefined;
  /** Said where the device cannot draw maps, in place of the list: what to do instead of choosing here. */
  readonly cannotDraw?: VNode | undefined;
  readonly pick?: MapPick | undefined;
}
