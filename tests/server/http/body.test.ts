import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBytes, readJson, unzip } from '../../../server/http/body.ts';

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://x/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
const packed = (data: string | Uint8Array) => new Uint8Array(gzipSync(data));

describe('bodies', () => {
  test('gives the bytes as they came', async () => {
    expect(await readBytes(post('abc'), 3)).toEqual(new TextEncoder().encode('abc'));
    expect(await readBytes(new Request('http://x/'), 3)).toEqual(new Uint8Array(0));
  });

  test('stops at the limit, whatever length was announced', async () => {
    await expect(readBytes(post('abcd'), 3)).rejects.toMatchObject({ code: 'too-large' });
    await expect(readBytes(post('a', { 'content-length': '999' }), 3)).rejects.toMatchObject({ code: 'too-large' });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    await expect(readBytes(post(endless), 10_000)).rejects.toMatchObject({ code: 'too-large' });
    expect(sent).toBeLessThan(30);
  });

  test('unpacks gzip, and a bomb stops at the limit', () => {
    expect(new TextDecoder().decode(unzip(packed('hello'), 100))).toBe('hello');
    const bomb = packed(new Uint8Array(50_000_000));
    const before = process.memoryUsage().rss;
    expect(() => unzip(bomb, 1_000_000)).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  test.each([
    ['no gzip at all', new Uint8Array([1, 2, 3])],
    ['cut off', packed('hello hello hello').slice(0, 12)],
    ['nothing', new Uint8Array(0)],
  ])('%s is a bad request, never a crash', (_name, bytes) => {
    expect(() => readJson(unzip(bytes, 100))).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  test.each(['', '{', 'undefined', '\u0000', '{"a":1}}'])('%j is no JSON', (text) => {
    expect(() => readJson(new TextEncoder().encode(text))).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  test('broken UTF-8 is refused rather than guessed', () => {
    expect(() => readJson(new Uint8Array([0x22, 0xff, 0x22]))).toThrow(
      expect.objectContaining({ code: 'bad-request' }),
    );
  });
});
