import type { BaseMap } from '../../src/domain/directory.ts';

/** Base maps, their pieces, and the files that maps are cut from. Bytes lie in the blob store. A part of `Store`. */

export type MapFacts = Omit<BaseMap, 'mapId' | 'pieces'>;
/** These alone, of a row that has more. */
export const factsOf = ({ title, bounds, minZoom, maxZoom, bytes, attribution }: MapFacts): MapFacts => ({
  title,
  bounds,
  minZoom,
  maxZoom,
  bytes,
  attribution,
});

export type MapPiece = BaseMap['pieces'][number];

export interface MapRow extends MapFacts {
  readonly mapId: string;
  /** `leaving`: gone for everybody; its bytes are being removed. */
  readonly state: 'making' | 'kept' | 'offered' | 'leaving';
  /** Bytes of the pieces that are flushed. */
  readonly made: number;
  /** When its last piece was flushed: what is still being made and did not move for long was given up. */
  readonly madeAt: string;
  readonly madeBy: string;
}

export interface SourceRow extends MapFacts {
  readonly sourceId: string;
  readonly addedAt: string;
  readonly addedBy: string;
}

export interface MapStore {
  /** Newest first, without those that are leaving. */
  list(): Promise<readonly MapRow[]>;
  get(mapId: string): Promise<MapRow | null>;
  pieces(mapId: string): Promise<readonly MapPiece[]>;
  /** Where a piece that tablets may have lies: of a map that is offered. */
  pieceOffered(sha256: string): Promise<(MapPiece & { readonly mapId: string; readonly index: number }) | null>;

  begin(map: MapFacts & { readonly mapId: string }, byName: string, now: string): Promise<void>;
  /** Its bytes are in the blob store already. false when somebody removed the map meanwhile. */
  addPiece(mapId: string, index: number, piece: MapPiece, now: string): Promise<boolean>;
  /** Every piece is there. false when somebody removed the map meanwhile, or pieces are missing. */
  finish(mapId: string): Promise<boolean>;
  /** To tablets, or back from them, with their row in the same transaction. false when there is no such whole map. */
  offer(mapId: string, offered: boolean, now: string): Promise<boolean>;
  /** Takes it back from tablets and says which bytes to remove; `forget` when they are. false when there is none. */
  leave(mapId: string, now: string): Promise<boolean>;
  forget(mapId: string): Promise<void>;
  /** Maps whose bytes are to be removed: leaving, or being made since before this moment. */
  unfinished(before: string): Promise<readonly string[]>;

  sources(): Promise<readonly SourceRow[]>;
  source(sourceId: string): Promise<SourceRow | null>;
  addSource(source: SourceRow): Promise<void>;
  removeSource(sourceId: string): Promise<boolean>;
}
