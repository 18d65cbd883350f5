import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/domain/envelope.ts';
import { PATHS, type MediaAnswer } from '../../../src/domain/protocol.ts';
import { inboxDetail } from '../../../src/domain/desk.ts';
import { chunkKey } from '../../../server/ports/blobs.ts';
import type { CapturedFile } from '../../../server/example/capture.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aQuickNote, aWithdrawal, CaptureMaker } from '../../helpers/captures.ts';
import type { TestTablet } from '../../helpers/test-tablet.ts';

let free: number | null = null;
let sick: (() => Promise<Uint8Array | null>) | null = null;
let app: TestApp;
let tablet: TestTablet;
let make: CaptureMaker;
let staff: string;
beforeAll(async () => {
  app = await testApp({
    rateLimits: false,
    blobs: (disk) => ({ ...disk, freeBytes: async () => free, get: (key) => sick?.() ?? disk.get(key) }),
  });
  tablet = await app.tablet();
  make = new CaptureMaker(tablet);
  staff = await app.cookieFor('staff');
});
afterAll(() => app.close());

const problem = async (answer: Response) => [answer.status, ((await answer.json()) as { problem: string }).problem];
const big = 2.5 * 1024 * 1024;

async function announce(file: Partial<CapturedFile> = {}, code = '7KQ4M2TD') {
  const bytes = new Uint8Array(randomBytes(big));
  const files: CapturedFile[] = [{ role: 'photo', mime: 'image/jpeg', bytes, ...file }];
  const { operation, chunks } = await make.seal(aQuickNote('with a file', { files, receiptCode: code }));
  await tablet.push([operation]);
  await app.work();
  const [[id = '', parts = []] = []] = chunks;
  return { operation, id, parts, bytes: files[0]?.bytes ?? bytes };
}
const stateAtDesk = async (operation: Operation) => {
  const answer = await app.ask(`/desk/v1/inbox/${operation.entityId}`, { cookie: staff });
  return inboxDetail.parse(await answer.json());
};

describe('photos and voice notes', () => {
  test('arrive chunk by chunk, in any order, and go on where they stopped', async () => {
    const { operation, id, parts, bytes } = await announce();
    expect(parts).toHaveLength(3);
    const put = async (n: number) => (await (await tablet.putChunk(id, n, parts[n]!)).json()) as MediaAnswer;
    expect(await put(2)).toEqual({ id, have: [2], complete: false });
    expect(await put(0)).toEqual({ id, have: [0, 2], complete: false });
    expect(await put(0)).toEqual({ id, have: [0, 2], complete: false });
    expect(await tablet.mediaStatus(id)).toEqual({ id, have: [0, 2], complete: false });
    expect((await stateAtDesk(operation)).item.mediaMissing).toBe(1);
    expect(await put(1)).toEqual({ id, have: [0, 1, 2], complete: true });
    expect(await put(1)).toEqual({ id, have: [0, 1, 2], complete: true });
    const detail = await stateAtDesk(operation);
    expect(detail.history.filter(({ what }) => what === 'media-arrived')).toHaveLength(1);
    // The code is the person's, and the key of the file nobody's but the server's.
    expect(JSON.stringify(detail)).not.toContain('7KQ4M2TD');
    expect(detail.records[0]?.record.media[0]?.key).toBe('');
    const shown = await app.ask(detail.records[0]?.media[0]?.url ?? '', { cookie: staff });
    expect(Buffer.compare(Buffer.from(await shown.arrayBuffer()), bytes)).toBe(0);
    const opened = (await app.deps.store.audit.list(50)).filter(({ what }) => what === 'photo-opened');
    expect(opened.map(({ about }) => about)).toEqual([operation.entityId]);
  });

  test('a chunk damaged on the way is not kept', async () => {
    const { id, parts } = await announce();
    const headers = { 'x-chunk-sha256': createHash('sha256').update(parts[0]!).digest('hex') };
    const body = parts[0]!.slice();
    body[5] = (body[5] ?? 0) ^ 1;
    const answer = await tablet.fetch(`${PATHS.media}/${id}/0`, { method: 'PUT', body, headers });
    expect(await problem(answer)).toEqual([422, 'wrong-hash']);
    expect((await tablet.mediaStatus(id)).have).toEqual([]);
    expect(await app.deps.blobs.get(chunkKey(id, 0))).toBeNull();
  });

  test('a file that is not what was announced is cleared, and sent again', async () => {
    const { id, parts, operation } = await announce();
    const wrong = new Uint8Array(randomBytes(parts[1]!.length));
    await tablet.putChunk(id, 0, parts[0]!);
    await tablet.putChunk(id, 1, wrong);
    expect(await problem(await tablet.putChunk(id, 2, parts[2]!))).toEqual([422, 'wrong-hash']);
    expect(await tablet.mediaStatus(id)).toEqual({ id, have: [], complete: false });
    for (const [n, part] of parts.entries()) await tablet.putChunk(id, n, part);
    expect((await tablet.mediaStatus(id)).complete).toBe(true);
    expect((await stateAtDesk(operation)).item.mediaMissing).toBe(0);
  });

  test('what nobody announced is not taken', async () => {
    const bytes = new Uint8Array(100);
    expect(await problem(await tablet.putChunk(randomUUID(), 0, bytes))).toEqual([404, 'not-found']);
    const { id, parts } = await announce();
    expect(await problem(await tablet.putChunk(id, 3, parts[0]!))).toEqual([400, 'bad-request']);
    for (const path of [`${id}/-1`, `${id}/1e3`, `${id}/0x1`, '..%2f..%2fetc/0', 'a/0']) {
      const answer = await tablet.fetch(`${PATHS.media}/${path}`, { method: 'PUT', body: bytes });
      expect([path, ...(await problem(answer))]).toEqual([path, 404, 'not-found']);
    }
    const huge = new Uint8Array(1024 * 1024 + 65);
    expect(await problem(await tablet.putChunk(id, 0, huge))).toEqual([413, 'too-large']);
  });

  test('a file larger than any of ours, or in more chunks than it says, is never kept', async () => {
    const { operation, parts } = await announce();
    const [media] = operation.media;
    const huge = { ...media, id: randomUUID(), bytes: 300 * 1024 * 1024, chunks: 300 };
    const many = { ...media, id: randomUUID(), bytes: 5_000_000, chunks: 4096 };
    await tablet.push([{ ...operation, opId: randomUUID(), seq: operation.seq + 500, media: [huge, many] }]);
    for (const { id } of [huge, many]) {
      expect(await problem(await tablet.putChunk(id, 0, parts[0]!))).toEqual([413, 'too-large']);
      expect(await app.deps.blobs.get(chunkKey(id, 0))).toBeNull();
    }
  });

  test('words come in on a full disk; files wait, and are told how long', async () => {
    free = 100 * 1024 * 1024;
    try {
      const { id, parts } = await announce();
      const answer = await tablet.putChunk(id, 0, parts[0]!);
      expect(answer.headers.get('retry-after')).toBe('600');
      expect(await problem(answer)).toEqual([507, 'disk-low']);
      free = null;
      expect((await tablet.putChunk(id, 0, parts[0]!)).status).toBe(200);
    } finally {
      free = null;
    }
  });

  test('withdrawn while it was on its way: taken as complete, and kept nowhere', async () => {
    const { id, parts } = await announce({}, 'ABCD1234');
    await tablet.putChunk(id, 0, parts[0]!);
    await tablet.push([await make.operation(aWithdrawal('ABCD1234'))]);
    await app.work();
    expect(await app.deps.blobs.get(chunkKey(id, 0))).toBeNull();
    expect((await tablet.mediaStatus(id)).complete).toBe(true);
    const answer = (await (await tablet.putChunk(id, 1, parts[1]!)).json()) as MediaAnswer;
    expect(answer).toEqual({ id, have: [0, 1, 2], complete: true });
    expect(await app.deps.blobs.get(chunkKey(id, 1))).toBeNull();
    expect((await app.ask(`/desk/v1/media/${id}`, { cookie: staff })).status).toBe(404);
  });

  test('damaged in the store: the record says so, the words stay', async () => {
    const { operation, id, parts } = await announce();
    for (const [n, part] of parts.entries()) await tablet.putChunk(id, n, part);
    await app.deps.blobs.put(chunkKey(id, 1), new Uint8Array(parts[1]!.length));
    expect((await app.ask(`/desk/v1/media/${id}`, { cookie: staff })).status).toBe(404);
    const detail = await stateAtDesk(operation);
    expect(detail.records[0]?.media[0]).toMatchObject({ state: 'damaged', url: null });
    expect(detail.records[0]?.record.body).toMatchObject({ said: 'with a file' });
    // And the tablet that still has it sends it again.
    expect(await tablet.mediaStatus(id)).toEqual({ id, have: [], complete: false });
    for (const [n, part] of parts.entries()) await tablet.putChunk(id, n, part);
    expect((await app.ask(`/desk/v1/media/${id}`, { cookie: staff })).status).toBe(200);
  });

  test('a store that cannot be asked, or has not got it just now, does not make a file damaged', async () => {
    const { operation, id, parts } = await announce();
    for (const [n, part] of parts.entries()) await tablet.putChunk(id, n, part);
    for (const trouble of [async () => Promise.reject(new Error('no route to the bucket')), async () => null]) {
      sick = trouble;
      expect((await app.ask(`/desk/v1/media/${id}`, { cookie: staff })).status).toBeGreaterThanOrEqual(400);
      sick = null;
      expect((await stateAtDesk(operation)).records[0]?.media[0]?.state).toBe('here');
    }
    expect((await app.ask(`/desk/v1/media/${id}`, { cookie: staff })).status).toBe(200);
  });
});

describe('hostile files', () => {
  const html = '<script>fetch("/desk/v1/people")</script>';
  const corpus: [string, string, string][] = [
    ['a page', 'text/html', html],
    ['an SVG with a script', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg">${html}</svg>`],
    ['a page that says it is a photo', 'image/jpeg', html],
    ['XML', 'application/xhtml+xml', html],
    ['a script', 'text/javascript', 'alert(1)'],
    ['a type with a line break', 'image/png\r\nset-cookie: x=1', html],
    ['a type in capitals with a charset', 'TEXT/HTML; charset=utf-7', html],
    ['no type', '', html],
  ];
  test.each(corpus)('%s is never a page of ours', async (_name, mime, content) => {
    const { id, parts } = await announce({ mime, bytes: new TextEncoder().encode(content) });
    expect((await tablet.putChunk(id, 0, parts[0]!)).status).toBe(200);
    const answer = await app.ask(`/desk/v1/media/${id}`, { cookie: staff });
    expect(answer.status).toBe(200);
    expect(['image/jpeg', 'image/png', 'application/octet-stream']).toContain(answer.headers.get('content-type'));
    expect(answer.headers.get('content-disposition')).toBe('attachment');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox;/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('ranges are read strictly', async () => {
    const { id, parts, bytes } = await announce({ mime: 'audio/ogg', bytes: new Uint8Array(randomBytes(1000)) });
    await tablet.putChunk(id, 0, parts[0]!);
    const get = async (range: string) => {
      const answer = await app.ask(`/desk/v1/media/${id}`, { cookie: staff, headers: { range } });
      return {
        status: answer.status,
        range: answer.headers.get('content-range'),
        body: Buffer.from(await answer.arrayBuffer()),
      };
    };
    expect(await get('bytes=0-0')).toEqual({
      status: 206,
      range: 'bytes 0-0/1000',
      body: Buffer.from(bytes.slice(0, 1)),
    });
    expect(await get('bytes=990-')).toEqual({
      status: 206,
      range: 'bytes 990-999/1000',
      body: Buffer.from(bytes.slice(990)),
    });
    expect(await get('bytes=-10')).toEqual({
      status: 206,
      range: 'bytes 990-999/1000',
      body: Buffer.from(bytes.slice(990)),
    });
    expect(await get('bytes=500-99999')).toMatchObject({ status: 206, range: 'bytes 500-999/1000' });
    expect(await get('bytes=1000-')).toMatchObject({ status: 416, range: 'bytes */1000' });
    for (const odd of ['bytes=5-1', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,5-6']) {
      expect([odd, (await get(odd)).status]).toEqual([odd, 200]);
    }
  });
});
