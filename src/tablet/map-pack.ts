import { sha256Hex } from '../domain/bytes.ts';
import { MAP_PIECE_MIME, mapFiles, mapsHere } from '../domain/map-pieces.ts';
import { Problem, toProblem } from '../domain/problems.ts';
import type { PackFiles } from '../ports/pack-files.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { SurveyAssets } from '../ports/survey-assets.ts';
import type { Tablet } from '../ports/tablet.ts';
import type { AssetLink } from '../ports/transport.ts';
import { keepEngine, lackingEngine } from '../sync/keep-engine.ts';
import { isWantedPiece } from '../sync/wanted-piece.ts';

/** What a base map still lacks on this tablet. Only maps that lack something are told of. */
export interface MapLack {
  readonly title: string;
  readonly bytesHere: number;
  readonly bytes: number;
}

export interface MapPackReport {
  readonly files: number;
  readonly bytes: number;
  readonly lacking: readonly MapLack[];
}

export interface MapPackDeps {
  readonly reference: Pick<ReferenceStore, 'baseMaps'>;
  readonly assets: { readonly store: SurveyAssets; readonly link: AssetLink };
  readonly tablet: Pick<Tablet, 'space'>;
  readonly files: PackFiles;
}

/** Never taken by a map: what people are about to say comes first. */
const LEFT_FREE_BYTES = 60 * 1024 * 1024;

/** Reads and hashes every piece of the base maps. `onFile` is called after each. */
export async function checkMaps(deps: MapPackDeps, onFile: () => void = () => {}): Promise<MapPackReport> {
  const maps = await deps.reference.baseMaps();
  const whole = new Set<string>();
  const looked = new Set<string>();
  for (const { sha256 } of mapFiles(maps)) {
    if (looked.has(sha256)) continue;
    looked.add(sha256);
    if ((await deps.assets.store.get(sha256)) !== null) whole.add(sha256);
    onFile();
  }
  const here = mapsHere(maps, whole);
  // Without what draws it, a map that is whole is no map.
  const drawn = maps.length === 0 || (await lackingEngine(deps.files)).length === 0;
  return {
    files: whole.size,
    bytes: here.reduce((sum, { bytesHere }) => sum + bytesHere, 0),
    lacking: here
      .filter((map) => !map.whole || !drawn)
      .map(({ map, bytesHere }) => ({ title: map.title, bytesHere, bytes: map.bytes })),
  };
}

/** How many files `checkMaps` will read. */
export async function countMapFiles({ reference }: MapPackDeps): Promise<number> {
  return new Set(mapFiles(await reference.baseMaps()).map(({ sha256 }) => sha256)).size;
}

/** Fetches the pieces that are missing or damaged, until all are here or the connection or the room ends. */
export async function mendMaps({ reference, assets, tablet, files }: MapPackDeps): Promise<void> {
  const { store, link } = assets;
  if ((await reference.baseMaps()).length > 0 && (await keepEngine(files)) !== null) return;
  for (const { sha256, bytes } of mapFiles(await reference.baseMaps())) {
    if ((await store.get(sha256)) !== null || !(await isWantedPiece(reference, sha256))) continue;
    const room = (await tablet.space())?.freeBytes ?? null;
    if (room !== null && room < LEFT_FREE_BYTES + bytes) return;
    try {
      const piece = await link.asset(sha256);
      if ((await sha256Hex(piece)) !== sha256) throw new Problem('wrong-hash');
      await store.put(sha256, MAP_PIECE_MIME, piece);
      if (!(await isWantedPiece(reference, sha256))) await store.remove(sha256);
    } catch (thrown) {
      // The check that follows says what is still missing.
      const { code } = toProblem(thrown, 'unreachable');
      if (code !== 'not-found' && code !== 'wrong-hash') return;
    }
  }
}
