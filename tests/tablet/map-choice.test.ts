import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryReferenceStore } from '../../src/adapters/memory/memory-stores.ts';
import { createMemorySurveyAssets } from '../../src/adapters/memory/memory-survey-assets.ts';
import { sha256Hex } from '../../src/domain/bytes.ts';
import type { BaseMap } from '../../src/domain/directory.ts';
import { bytesToBring, bytesToFree, takeMapOff } from '../../src/tablet/map-choice.ts';

const content = (name: string) => new TextEncoder().encode(name);

/** A tablet that holds these pieces, all of them the size of their names, of which maps are made. */
async function aTablet(pieces: readonly string[], made: Readonly<Record<string, readonly string[]>>) {
  const reference = createMemoryReferenceStore();
  const mapPieces = createMemorySurveyAssets();
  const named = new Map<string, string>();
  const hashOf = async (name: string) => {
    const sha256 = await sha256Hex(content(name));
    named.set(sha256, name);
    return sha256;
  };
  for (const name of pieces) await mapPieces.put(await hashOf(name), 'application/octet-stream', content(name));
  const maps = new Map<string, BaseMap>();
  for (const [mapId, names] of Object.entries(made)) {
    const of = await Promise.all(names.map(async (name) => ({ sha256: await hashOf(name), bytes: name.length })));
    const bytes = of.reduce((sum, piece) => sum + piece.bytes, 0);
    const map: BaseMap = {
      mapId,
      title: mapId,
      bounds: [-2.6, 51.4, -2.5, 51.5],
      minZoom: 0,
      maxZoom: 14,
      attribution: '',
      pieces: of,
      bytes,
    };
    maps.set(mapId, map);
    await reference.apply([{ kind: 'base-map', id: mapId, value: map }]);
  }
  const map = (mapId: string): BaseMap => {
    const found = maps.get(mapId);
    if (found === undefined) throw new Error(mapId);
    return found;
  };
  const here = async () => (await mapPieces.list()).map((sha256) => named.get(sha256) ?? sha256).sort();
  return { reference, mapPieces, map, here };
}

test('a map goes at once, what another map needs stays, and the room is told to the byte', async () => {
  const pieces = ['north', 'shared', 'streets', 'a clip'];
  const tablet = await aTablet(pieces, {
    county: ['north', 'shared', 'north', 'missing'],
    town: ['streets', 'shared'],
  });
  const held = await tablet.reference.baseMaps();
  expect(bytesToFree(tablet.map('county'), held, new Set(await tablet.mapPieces.list()))).toBe(5);
  expect(await takeMapOff(tablet, tablet.map('county'))).toBe(5);
  expect(await tablet.here()).toEqual(['a clip', 'shared', 'streets']);
  expect((await tablet.reference.baseMaps()).map(({ mapId }) => mapId)).toEqual(['town']);
  expect(bytesToBring(tablet.map('county'), new Set(await tablet.mapPieces.list()))).toBe(12);
  // The last one that needs it takes it along.
  expect(await takeMapOff(tablet, tablet.map('town'))).toBe(13);
  expect(await tablet.here()).toEqual(['a clip']);
});

test('cut off in the middle, it is off all the same: what is left is fetched by nobody', async () => {
  const tablet = await aTablet(['north', 'south'], { county: ['north', 'south'] });
  const remove = () => Promise.reject(new Error('the cache does not answer'));
  const broken = { reference: tablet.reference, mapPieces: { ...tablet.mapPieces, remove } };
  await expect(takeMapOff(broken, tablet.map('county'))).rejects.toThrow('does not answer');
  expect(await tablet.reference.baseMaps()).toEqual([]);
  expect(await takeMapOff(tablet, tablet.map('county'))).toBe(10);
  expect(await tablet.here()).toEqual([]);
});

test('whatever maps share, those that stay lack nothing they had, and no file of anything else goes', async () => {
  const piece: fc.Arbitrary<string> = fc.constantFrom('a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff');
  const some = fc.array(piece, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(some, some, some, fc.uniqueArray(piece), async (one, two, three, here) => {
      const tablet = await aTablet([...here, 'a clip'], { one, two, three });
      const before = await tablet.here();
      const told = await takeMapOff(tablet, tablet.map('one'));
      const after = await tablet.here();
      for (const name of before)
        expect(after.includes(name)).toBe(!one.includes(name) || [...two, ...three].includes(name));
      expect(told).toBe(before.join('').length - after.join('').length);
    }),
    { numRuns: 60 },
  );
});
