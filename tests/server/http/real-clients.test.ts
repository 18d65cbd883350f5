import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpDeskClient } from '../../../src/adapters/http/desk-client.ts';
import { createHttpTransport } from '../../../src/adapters/http/http-transport.ts';
import { createHpkeSealer } from '../../../src/adapters/web-crypto/hpke-sealer.ts';
import type { Operation } from '../../../src/domain/envelope.ts';
import { isProblemCode, type Problem } from '../../../src/domain/problems.ts';
import { organisation, type DeviceHealth, type Organisation } from '../../../src/domain/protocol.ts';
import { makeVoiceNote } from '../../../server/example/voice-note.ts';
import { sealCapture } from '../../../server/example/capture.ts';
import { PUBLIC_URL, testApp, type TestApp } from '../../helpers/app.ts';
import { aQuickNote } from '../../helpers/captures.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
});
afterAll(() => app.close());

/** A browser's fetch as far as we need it: keeps cookies, says where it comes from, calls the server's own routes. */
function aBrowser(): typeof globalThis.fetch {
  const jar = new Map<string, string>();
  return async (input, init) => {
    const request = new Request(input as string, { ...init, signal: null });
    const headers = new Headers(request.headers);
    headers.set('sec-fetch-site', 'same-origin');
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const body = request.body === null ? {} : { body: await request.arrayBuffer() };
    const answer = await app.send(new Request(request.url, { method: request.method, headers, ...body }));
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      jar.set(name, value);
    }
    return answer;
  };
}

async function aKey() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  let deviceId: string | null = null;
  return {
    publicKey: Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64'),
    deviceId: async () => deviceId,
    setDeviceId: (id: string) => {
      deviceId = id;
    },
    sign: async (text: string) => {
      const how = { name: 'ECDSA', hash: 'SHA-256' };
      const raw = await crypto.subtle.sign(how, pair.privateKey, new TextEncoder().encode(text));
      return Buffer.from(raw).toString('base64');
    },
  };
}

const health: DeviceHealth = {
  unsent: 1,
  oldestUnsentAt: null,
  persisted: true,
  freeBytes: null,
  battery: null,
  appVersion: 'test',
  wall: '2026-11-22T09:00:00.000Z',
};
const trouble = async (doing: Promise<unknown>): Promise<Problem> =>
  doing.then(
    () => Promise.reject(new Error('it went well')),
    (thrown: Problem) => (isProblemCode(thrown.code) ? thrown : Promise.reject(thrown)),
  );

describe('the tablet’s own transport and the desk’s own client, against the real routes', () => {
  const desk = () => httpDeskClient({ fetch: aBrowser(), origin: PUBLIC_URL });

  test('sign in, let a tablet in, hear from it, read it, close it, take it back', async () => {
    const staff = desk();
    expect(await staff.status()).toMatchObject({ setUp: true, me: null });
    expect((await trouble(staff.signIn('ada', 'wrong'))).code).toBe('wrong-sign-in');
    expect((await staff.signIn('ada', 'correct horse battery')).me?.role).toBe('admin');

    const key = await aKey();
    const tablet = createHttpTransport({ key, fetch: aBrowser(), origin: PUBLIC_URL });
    const installId = randomUUID() as Operation['installId'];
    const request = { publicKey: key.publicKey, label: 'Real tablet', installId };
    expect((await trouble(tablet.enrol({ ...request, code: 'AAAAAAAAAA' }))).code).toBe('code-unknown');
    const { code } = await staff.newTabletCode();
    const asked = await tablet.enrol({ ...request, code });
    key.setDeviceId(asked.deviceId);
    expect((await trouble(tablet.hello(installId, health))).code).toBe('device-unknown');
    const [shown] = await staff.tablets();
    expect(shown).toMatchObject({ check: asked.check, state: 'waiting' });
    await staff.changeTablet(asked.deviceId, { action: 'approve', label: 'Tablet 9' });
    expect((await tablet.status()).state).toBe('approved');

    const pulled = (await tablet.pull(null)).rows as { kind: string; value: unknown }[];
    const org: Organisation = organisation.parse(pulled.find(({ kind }) => kind === 'organisation')?.value);
    const voice = makeVoiceNote(1);
    const files = [{ role: 'voice', mime: 'audio/wav', bytes: voice } as const];
    const by = { installId, seq: 1, actorId: randomUUID(), displayName: 'Bea' };
    const capture = aQuickNote('through the real transport', { files, receiptCode: '7KQ4M2TD' });
    const { operation, chunks } = await sealCapture(org.orgKey, by, capture);
    const pushed = await tablet.push(installId, health, [operation]);
    expect(pushed).toMatchObject({ verdicts: [{ verdict: 'stored' }], standing: { haveThrough: 1 } });
    await app.work();
    for (const [id, parts] of chunks) {
      expect((await tablet.mediaStatus(id)).have).toEqual([]);
      for (const [n, part] of parts.entries()) await tablet.putChunk(id, n, part);
      expect((await tablet.mediaStatus(id)).complete).toBe(true);
    }

    const page = await staff.inbox({ state: 'open' });
    expect(page.items.map(({ headline }) => headline)).toEqual(['through the real transport']);
    const item = await staff.item(operation.entityId);
    const done = await staff.changeItem(operation.entityId, { rev: item.rev, state: 'done', note: 'Said and done' });
    expect(done.note).toBe('Said and done');
    expect((await trouble(staff.changeItem(operation.entityId, { rev: item.rev, state: 'new' }))).code).toBe(
      'conflict',
    );
    expect(await staff.withdraw('7KQ4-M2TD', 'words')).toBe(1);
    expect((await staff.item(operation.entityId)).records).toEqual([]);

    await staff.changeTablet(asked.deviceId, { action: 'revoke' });
    expect((await trouble(tablet.pull(null))).code).toBe('device-revoked');
    expect((await staff.quarantine()).total).toBe(0);
    expect((await staff.audit()).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['signed-in', 'tablet-approve', 'record-read', 'withdrawn-words', 'tablet-revoke']),
    );
    await staff.signOut();
    expect((await trouble(staff.inbox({}))).code).toBe('not-signed-in');
  });

  test('many requests of one tablet at once are all signed right', async () => {
    const key = await aKey();
    const tablet = createHttpTransport({ key, fetch: aBrowser(), origin: PUBLIC_URL });
    const installId = randomUUID() as Operation['installId'];
    const asked = await tablet.enrol({ code: await app.newCode(), publicKey: key.publicKey, label: 'Busy', installId });
    await app.deps.store.devices.setState(asked.deviceId, 'approved');
    key.setDeviceId(asked.deviceId);
    const answers = await Promise.all(Array.from({ length: 20 }, () => tablet.hello(installId, health)));
    expect(answers.every(({ standing }) => standing.serverEpoch === 'epoch-1')).toBe(true);
  });

  test('what the tablet’s own sealer seals, the server opens', async () => {
    const by = { installId: randomUUID(), seq: 1, actorId: randomUUID(), displayName: 'Bea' };
    const org = app.deps.keys.current();
    const { operation } = await sealCapture(org, by, aQuickNote('sealed twice'));
    const opened = await app.deps.keys.open(operation);
    const { sealed: _, ...header } = operation;
    const again = await createHpkeSealer().seal(org, header, opened);
    expect((await app.deps.keys.open({ ...header, sealed: again })).body).toEqual(opened.body);
  });
});
