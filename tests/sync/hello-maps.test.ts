import { expect, test } from 'vitest';
import { createMemorySurveyAssets } from '../../src/adapters/memory/memory-survey-assets.ts';
import { sha256Hex } from '../../src/domain/bytes.ts';
import { Problem } from '../../src/domain/problems.ts';
import { type DeviceHealth, helloRequest } from '../../src/domain/protocol.ts';
// Here already, as on a tablet: virtual time does not wait for the disk.
import '../../src/sync/whole-maps.ts';
import { oneEngine } from '../helpers/simulation/one-engine.ts';

const PIECE = new TextEncoder().encode('streets');

/** A tablet that holds a map whole, and what it told of itself; `refuses` answers as a server does that does not know it. */
async function aTablet(refuses: (health: DeviceHealth) => boolean) {
  const told: ('hello' | 'push' | { readonly maps: readonly string[] | undefined })[] = [];
  const store = createMemorySurveyAssets();
  const one = oneEngine({
    transport: (real) => ({
      hello: (installId, health) => {
        told.push({ maps: health.maps });
        if (refuses(health)) return Promise.reject(new Problem('bad-request'));
        return real.hello(installId, health);
      },
      push: (installId, health, all) => {
        told.push('push', { maps: health.maps });
        if (refuses(health)) return Promise.reject(new Problem('bad-request'));
        return real.push(installId, health, all);
      },
    }),
    deps: () => ({ assets: { store, link: { asset: () => Promise.reject(new Problem('not-found')) } } }),
  });
  const sha256 = await sha256Hex(PIECE);
  await store.put(sha256, 'application/octet-stream', PIECE);
  const value = {
    mapId: 'town',
    title: 'Riverside',
    bounds: [-2.6, 51.4, -2.5, 51.5] as [number, number, number, number],
    minZoom: 0,
    maxZoom: 14,
    bytes: PIECE.length,
    pieces: [{ sha256, bytes: PIECE.length }],
    attribution: '',
  };
  await one.deps.reference.apply([{ kind: 'base-map', id: 'town', value }]);
  return { one, told, store, sha256 };
}

test('tells a server which maps are whole here', async () => {
  const { one, told } = await aTablet(() => false);
  one.engine.start();
  await one.pass(10_000);
  await one.engine.stop();
  expect(told).toEqual([{ maps: ['town'] }]);
});

test('an older server that refuses to be told of maps gets the words all the same', async () => {
  const { one, told } = await aTablet(({ maps }) => maps !== undefined);
  const op = await one.finish();
  one.engine.start();
  await one.pass(10_000);
  await one.engine.stop();
  expect(told.slice(0, 4)).toEqual([{ maps: ['town'] }, { maps: undefined }, 'push', { maps: undefined }]);
  expect((await one.deps.outbox.get(op.opId))?.state).toBe('stored');
  expect(one.engine.status().problem).toBeNull();
});

test('a server that refuses for another reason is not asked twice', async () => {
  const { one, told, store, sha256 } = await aTablet(() => true);
  await store.remove(sha256);
  await one.deps.reference.apply([{ kind: 'base-map', id: 'town', value: null }]);
  one.engine.start();
  await one.pass(1000);
  await one.engine.stop();
  expect(told).toEqual([{ maps: undefined }]);
});

test('what a newer tablet tells beside what is known is passed over, and keeps no words away', () => {
  const health = {
    unsent: 0,
    oldestUnsentAt: null,
    persisted: null,
    freeBytes: null,
    battery: null,
    appVersion: '9',
    wall: '2026-11-22T12:00:00.000Z',
    temperature: 31,
  };
  const read = helloRequest.parse({ installId: '00000000-0000-4000-8000-000000000001', health });
  expect(read.health).not.toHaveProperty('temperature');
});
