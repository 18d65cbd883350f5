import { PMTiles } from 'pmtiles';
import { expect, test } from 'vitest';
import { smallArchive } from '../helpers/map-lab/small-archive.ts';

test('the small archive of the tests is one that the reader of archives takes', async () => {
  const { buffer } = smallArchive({ name: 'Vaduz' }, { lng: 9.52, lat: 47.14 });
  const archive = new PMTiles({
    getKey: () => 'small',
    getBytes: (offset, length) => Promise.resolve({ data: (buffer as ArrayBuffer).slice(offset, offset + length) }),
  });
  expect(await archive.getHeader()).toMatchObject({ tileType: 1, minZoom: 0, maxZoom: 0, maxLon: 180 });
  const tile = await archive.getZxy(0, 0, 0);
  expect(new TextDecoder().decode(tile?.data)).toContain('Vaduz');
  expect(await archive.getZxy(1, 0, 0)).toBeUndefined();
});
