import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { chunkKey, type Blobs } from '../../server/ports/blobs.ts';

/** What every place for photos and voice notes must do. */
export function blobsContract(open: () => Promise<Blobs>): void {
  const keysOf = async (blobs: Blobs, prefix: string) => {
    const keys: string[] = [];
    for await (const key of blobs.list(prefix)) keys.push(key);
    return keys.sort();
  };

  test('gives back the very bytes that were put', async () => {
    const blobs = await open();
    const key = chunkKey(randomUUID(), 0);
    const bytes = randomBytes(70_000);
    await blobs.put(key, bytes);
    expect(Buffer.compare((await blobs.get(key)) ?? new Uint8Array(0), bytes)).toBe(0);
  });

  test('has nothing under a key that was never put', async () => {
    const blobs = await open();
    expect(await blobs.get(chunkKey(randomUUID(), 3))).toBeNull();
  });

  test('puts again over what is there', async () => {
    const blobs = await open();
    const key = chunkKey(randomUUID(), 0);
    await blobs.put(key, new Uint8Array([1, 2, 3]));
    await blobs.put(key, new Uint8Array([9]));
    expect(await blobs.get(key)).toEqual(new Uint8Array([9]));
  });

  test('removes, and removing what is gone is no trouble', async () => {
    const blobs = await open();
    const key = chunkKey(randomUUID(), 0);
    await blobs.put(key, new Uint8Array([1]));
    await blobs.remove(key);
    await blobs.remove(key);
    expect(await blobs.get(key)).toBeNull();
    expect(await keysOf(blobs, key)).toEqual([]);
  });

  test('lists every key of one file, and of no other, however many there are', async () => {
    const blobs = await open();
    const [mine, other] = [randomUUID(), randomUUID()];
    for (let index = 0; index < 8; index += 1) await blobs.put(chunkKey(mine, index), new Uint8Array([index]));
    await blobs.put(chunkKey(other, 0), new Uint8Array([1]));
    const expected = Array.from({ length: 8 }, (_, index) => chunkKey(mine, index));
    expect(await keysOf(blobs, `${mine}/`)).toEqual(expected);
    expect(await keysOf(blobs, '')).toContain(chunkKey(other, 0));
  });

  test('takes many at once', async () => {
    const blobs = await open();
    const id = randomUUID();
    const parts = Array.from({ length: 20 }, (_, index) => ({ index, bytes: randomBytes(5000) }));
    await Promise.all(parts.map(({ index, bytes }) => blobs.put(chunkKey(id, index), bytes)));
    for (const { index, bytes } of parts) {
      expect(Buffer.compare((await blobs.get(chunkKey(id, index))) ?? new Uint8Array(0), bytes)).toBe(0);
    }
  });
}
