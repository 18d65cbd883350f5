import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openKeyring } from '../../../server/keys/keyring.ts';
import type { Operation } from '../../../src/domain/envelope.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { aConversation, sealOperation, voidOf } from '../../helpers/sealed-operations.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('the keyring', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-keys-'));
    file = join(folder, 'deep', 'organisation.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const codeOf = async (promise: Promise<unknown>) => {
    const thrown = await promise.then(
      () => null,
      (error: unknown) => error,
    );
    return thrown instanceof Problem ? thrown.code : thrown;
  };

  test('is made once, for its owner alone, even when several processes start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => openKeyring(file)));
    expect(new Set(all.map((keys) => keys.current().keyId)).size).toBe(1);
    expect(new Set(all.map((keys) => keys.token('word'))).size).toBe(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'deep'))).toEqual(['organisation.json']);
    expect((await openKeyring(file)).current()).toEqual(all[0]?.current());
  });

  test('a damaged key file is never replaced, and its content never told', async () => {
    await openKeyring(file);
    const good = await readFile(file, 'utf8');
    const secret = (JSON.parse(good) as { records: string }).records;
    for (const bad of ['', '{}', good.slice(0, -20), good.replace(secret, secret.slice(4))]) {
      await writeFile(file, bad);
      const thrown: unknown = await openKeyring(file).catch((error: unknown) => error);
      expect(String(thrown)).toContain('cannot be used');
      expect(String(thrown)).not.toContain(secret.slice(4, 20));
      expect(await readFile(file, 'utf8')).toBe(bad);
    }
  });

  test('opens what a tablet sealed, and nothing whose header or seal was touched', async () => {
    const keys = await openKeyring(file);
    const op = await sealOperation({ key: keys.current(), kind: 'conversation', body: aConversation() });
    expect((await keys.open(op)).body).toEqual(aConversation());
    const sealed = op.sealed ?? { keyId: '', enc: '', ct: '' };
    const torn = Buffer.from(sealed.ct, 'base64');
    torn[9] = (torn[9] ?? 0) ^ 1;
    const touched: readonly Operation[] = [
      { ...op, kind: 'promise' },
      { ...op, seq: op.seq + 1 },
      { ...op, consentRef: null },
      { ...op, capturedAt: { ...op.capturedAt, wall: '2020-01-01T00:00:00Z' } },
      { ...op, sealed: { ...sealed, ct: torn.toString('base64') } },
      { ...op, sealed: { ...sealed, enc: sealed.ct.slice(0, 88) } },
      { ...op, sealed: { ...sealed, ct: '' } },
    ];
    for (const one of touched) expect(await codeOf(keys.open(one))).toBe('cannot-open');
    expect(await codeOf(keys.open({ ...op, sealed: { ...sealed, keyId: 'other' } }))).toBe('unknown-key');
    expect(await codeOf(keys.open(voidOf(op)))).toBe('does-not-fit');
    const odd = await sealOperation({
      key: keys.current(),
      kind: 'conversation',
      body: {},
      record: { consent: 'yes' },
    });
    expect(await codeOf(keys.open(odd))).toBe('does-not-fit');
    const other = await openKeyring(join(folder, 'other.json'));
    const foreign = await sealOperation({
      key: { ...other.current(), keyId: keys.current().keyId },
      kind: 'visit',
      body: {},
    });
    expect(await codeOf(keys.open(foreign))).toBe('cannot-open');
  });

  test('a box opens only with its key and for what it was made', async () => {
    const keys = await openKeyring(file);
    const plain = new TextEncoder().encode('what was said');
    const box = await keys.encrypt(plain, 'record/1');
    expect(await keys.encrypt(plain, 'record/1')).not.toEqual(box);
    expect(await keys.decrypt(box, 'record/1')).toEqual(plain);
    const other = await openKeyring(join(folder, 'other.json'));
    const torn = Uint8Array.from(box, (byte, i) => (i === 20 ? byte ^ 1 : byte));
    for (const attempt of [
      keys.decrypt(box, 'record/2'),
      other.decrypt(box, 'record/1'),
      keys.decrypt(torn, 'record/1'),
      keys.decrypt(box.subarray(0, 20), 'record/1'),
      keys.decrypt(new Uint8Array(), 'record/1'),
    ]) {
      expect(await codeOf(attempt)).toBe('cannot-open');
    }
  });

  test('hashes are keyed, and one purpose says nothing about another', async () => {
    const keys = await openKeyring(file);
    const other = await openKeyring(join(folder, 'other.json'));
    expect(keys.token('damp')).toMatch(/^[a-z2-7]{13}$/);
    expect(keys.token('damp')).not.toBe(keys.token('dump'));
    expect(keys.token('damp')).not.toBe(other.token('damp'));
    expect(keys.hash('receipt', 'A')).not.toBe(keys.hash('session', 'A'));
    expect(keys.hash('receipt', 'A')).not.toBe(other.hash('receipt', 'A'));
    expect(keys.mac('A')).not.toBe(other.mac('A'));
    const tokens = new Set(Array.from({ length: 20_000 }, (_, i) => keys.token(`word:${i}`)));
    expect(tokens.size).toBe(20_000);
  });
});
