import type {
  EstimateBody,
  MakeMapBody,
  MapAction,
  MapEstimate,
  MapsAnswer,
  SourceLine,
  Upload,
  UploadDone,
} from '../domain/desk-maps.ts';

/** The part of the desk's link that brings base maps in and offers them to tablets. Fails as every call of `DeskClient` does. */
export interface MapsClient {
  maps(): Promise<MapsAnswer>;
  /** The exact size of the map that would be made. Throws Problem('asset-type') with `details.reason` (`MapRefusal`). */
  estimateMap(wanted: EstimateBody, signal?: AbortSignal): Promise<MapEstimate>;
  /** Begins, and answers with its id at once; the list shows how far it is. */
  makeMap(wanted: MakeMapBody): Promise<string>;
  changeMap(mapId: string, action: MapAction): Promise<void>;
  removeMap(mapId: string): Promise<void>;
  removeMapSource(sourceId: string): Promise<void>;
  /** A part of the file, as far as it goes: for a map at the desk. */
  mapBytes(of: { mapId: string } | { sourceId: string }, from: number, length: number): Promise<ArrayBuffer>;
  /** A PMTiles file by chunks of `UPLOAD_CHUNK_BYTES`: begin, add each where the last one ended, and say that it is done. */
  beginMapFile(bytes: number): Promise<Upload>;
  /** Where the next chunk begins: after a cut. */
  mapFileAt(uploadId: string): Promise<Upload>;
  /** Throws Problem('conflict') where the file does not end at `at`. */
  addToMapFile(uploadId: string, at: number, chunk: Blob): Promise<Upload>;
  /** Throws Problem('asset-type') with `details.reason` for what tablets could not draw. */
  finishMapFile(uploadId: string, about: UploadDone): Promise<SourceLine>;
  dropMapFile(uploadId: string): Promise<void>;
}
