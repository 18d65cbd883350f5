import { expect, test } from 'vitest';
import { memoryMapsClient, noMaps } from '../../../../src/adapters/memory/maps-client.ts';
import { UPLOAD_CHUNK_BYTES } from '../../../../src/domain/desk-maps.ts';
import { Problem, type ProblemCode } from '../../../../src/domain/problems.ts';
import { sendFile } from '../../../../src/features/desk/maps/send-file.ts';
import type { MapsClient } from '../../../../src/ports/maps-client.ts';

const SIZE = UPLOAD_CHUNK_BYTES * 3 + 5;
const file = new Blob([Uint8Array.from({ length: SIZE }, (_, i) => (i * 7) % 251)]);

function aServer() {
  const state = noMaps();
  const client = memoryMapsClient(
    state,
    async (_name, make) => make(),
    () => 'Amina',
  );
  return { state, client };
}
/** Fails each chunk call as told: before it arrives, or after, when only the answer is lost. */
function faulty(client: MapsClient, plan: readonly ('ok' | 'before' | 'after')[], code: ProblemCode = 'unreachable') {
  const left = [...plan];
  return {
    ...client,
    addToMapFile: async (...given: Parameters<MapsClient['addToMapFile']>) => {
      const how = left.shift() ?? 'ok';
      if (how === 'before') throw new Problem(code);
      const answer = await client.addToMapFile(...given);
      if (how === 'after') throw new Problem(code);
      return answer;
    },
  };
}
const send = async (client: MapsClient, over: { signal?: AbortSignal } = {}) => {
  const sent: number[] = [];
  const how = { onSent: (bytes: number) => sent.push(bytes), signal: new AbortController().signal, waitMs: 0, ...over };
  return { sent, uploadId: await sendFile(client, file, how) };
};
const whole = async (state: ReturnType<typeof noMaps>, uploadId: string | null) => {
  const parts = state.uploads.get(uploadId ?? '')?.parts ?? [];
  return Buffer.concat(parts).equals(Buffer.from(await file.arrayBuffer()));
};

test('sends a file chunk by chunk, and says how far it is', async () => {
  const { state, client } = aServer();
  const { sent, uploadId } = await send(client);
  expect(sent).toEqual([1, 2, 3].map((n) => n * UPLOAD_CHUNK_BYTES).concat(SIZE));
  expect(await whole(state, uploadId)).toBe(true);
});

test('a connection that breaks, before a chunk or behind it, loses nothing and doubles nothing', async () => {
  const { state, client } = aServer();
  const { uploadId } = await send(
    faulty(client, ['before', 'ok', 'after', 'before', 'before', 'after', 'ok', 'after']),
  );
  expect(await whole(state, uploadId)).toBe(true);
});

test('a connection that stays away is told in the end', async () => {
  const { client } = aServer();
  await expect(send(faulty(client, Array(9).fill('before')))).rejects.toMatchObject({ code: 'unreachable' });
});

test('what no waiting helps against is told at once', async () => {
  const { client } = aServer();
  await expect(send(faulty(client, ['before', 'ok'], 'not-allowed'))).rejects.toMatchObject({ code: 'not-allowed' });
});

test('stopped, it leaves nothing at the server', async () => {
  const { state, client } = aServer();
  const stop = new AbortController();
  const stopping = {
    ...client,
    addToMapFile: async (...given: Parameters<MapsClient['addToMapFile']>) => {
      stop.abort();
      return client.addToMapFile(...given);
    },
  };
  expect((await send(stopping, { signal: stop.signal })).uploadId).toBeNull();
  expect(state.uploads.size).toBe(0);
});
