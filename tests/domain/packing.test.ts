import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DICTIONARY_1 } from '../../src/domain/dictionary.ts';
import { packRecord, PADDING_STEP, unpackRecord } from '../../src/domain/packing.ts';

const framed = (data: Uint8Array, format = 1) => {
  const bytes = Buffer.alloc(5 + data.length);
  bytes[0] = format;
  bytes.writeUInt32BE(data.length, 1);
  bytes.set(data, 5);
  return bytes;
};

describe('packing', () => {
  test('gives back whatever was packed, in steps of 256 bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const packed = packRecord(value);
        expect(packed.length % PADDING_STEP).toBe(0);
        expect(JSON.stringify(unpackRecord(packed))).toBe(JSON.stringify(value));
      }),
      { numRuns: 150 },
    );
  });

  test('a short answer and a long one of the same step look alike', () => {
    expect(packRecord({ said: 'no' }).length).toBe(packRecord({ said: 'no, because nobody came' }).length);
  });

  test('the dictionary is frozen: every seal made with it still opens', () => {
    const hash = createHash('sha256').update(DICTIONARY_1).digest('hex');
    expect(hash).toBe('a3dff50b3dff9ab91844f01da6182220814e80ac4485c265776db78a1e0682fe');
  });

  test('an ordinary record fits into one step', () => {
    const record = {
      kind: 'conversation',
      schemaVersion: 1,
      entityId: '0195a000-0000-7000-8000-000000000001',
      amends: null,
      visit: null,
      recordedBy: { actorId: '0195a000-0000-7000-8000-000000000002', displayName: 'Ann' },
      language: 'en',
      readingMode: 'standard',
      receiptCode: '7KQ4M2TD',
      consent: {
        version: '2026-11',
        answers: { talk: 'yes', use: 'yes', share: 'no', voice: 'no', photo: 'no', 'hear-back': 'yes' },
        how: 'spoken',
        language: 'en',
        interpreted: false,
        at: '2026-11-22T10:00:00.000Z',
      },
      startedAt: '2026-11-22T10:00:00.000Z',
      finishedAt: '2026-11-22T10:05:00.000Z',
      media: [],
      body: {
        said: 'They sent me away twice.',
        saidLanguage: 'en',
        gist: '',
        voice: 'own',
        readBack: 'right',
        prompts: [],
        services: ['gp'],
        themes: ['registration-refused'],
        access: [],
        accessNote: '',
      },
    };
    expect(packRecord(record).length).toBe(PADDING_STEP);
  });

  test('what is cut, changed or of another format is refused, never misread', () => {
    const packed = packRecord({ said: 'something' });
    const length = new DataView(packed.buffer).getUint32(1);
    const code = (bytes: Uint8Array) => {
      try {
        return JSON.stringify(unpackRecord(bytes));
      } catch (thrown) {
        return (thrown as { code: string }).code;
      }
    };
    expect(code(new Uint8Array(0))).toBe('does-not-fit');
    expect(code(packed.subarray(0, 5 + length - 1))).toBe('does-not-fit');
    expect(code(framed(new Uint8Array([1, 2, 3]), 9))).toBe('unknown-version');
    expect(code(framed(Buffer.from('not deflate at all')))).toBe('does-not-fit');
    expect(code(framed(deflateRawSync(Buffer.from('not json'))))).toBe('does-not-fit');
  });

  test('a decompression bomb is stopped', () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    expect(() => unpackRecord(framed(bomb))).toThrow('does-not-fit');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });
});
