import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProxiedRequest } from '../helpers/fault-proxy.ts';
import { aDevice } from '../helpers/journey/device.ts';
import { type Place, aPlace } from '../helpers/journey/place.ts';
import { aConversation, aNote } from '../helpers/journey/what-was-said.ts';

/** From a tablet's stores, through the real engine and transport, over a link that breaks, to the real server's inbox. */

const problem = (code: string) => JSON.stringify({ problem: code });
const isPush = (request: ProxiedRequest) => request.path === '/sync/v1/push';
const textOf = (request: ProxiedRequest) => (request.body.length === 0 ? '' : gunzipSync(request.body).toString());

describe('one voice, from a tablet to the desk', { timeout: 120_000 }, () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace();
  }, 60_000);
  afterAll(() => place.close(), 60_000);

  it('arrives whole, with its photo and its voice', async () => {
    const device = aDevice(place);
    const talk = aConversation('whole: the lift').withPhoto().withVoice();
    await device.offline().captures(talk, aNote('whole: damp')).goesOnline().sendsAll();
    const items = await place.inboxShows(
      (all) => all.filter((one) => one.headline.startsWith('whole') && one.mediaMissing === 0).length === 2,
    );
    const lift = items.find((one) => one.headline === 'whole: the lift');
    const detail = await place.record(lift?.entityId ?? '');
    expect(detail.records[0]?.media.map(({ state }) => state)).toEqual(['here', 'here']);
    for (const [index, { url }] of (detail.records[0]?.media ?? []).entries()) {
      const bytes = new Uint8Array(await (await place.desk()(url ?? '')).arrayBuffer());
      expect(bytes).toEqual(talk.files[index]?.bytes);
    }
  });

  it('a lost acknowledgement: sent again, nothing doubled', async () => {
    const device = aDevice(place);
    await device.offline().captures(aNote('ack 1'), aNote('ack 2'), aNote('ack 3'));
    device.link.next('cut-after-commit', '/sync/v1/push');
    device.link.next('cut-coming', '/sync/v1/push');
    await device.goesOnline().sendsAll();
    expect(device.link.log.filter(({ path }) => path === '/sync/v1/push').length).toBeGreaterThanOrEqual(3);
    await place.inboxShows((all) => all.filter((one) => one.headline.startsWith('ack')).length === 3);
    expect(await place.quarantine()).toEqual([]);
  });

  it('every request twice: nothing doubled', async () => {
    const device = aDevice(place);
    await device.over('twice').captures(aNote('twice 1').withPhoto(), aNote('twice 2')).sendsAll();
    await place.inboxShows((all) => all.filter((one) => one.headline.startsWith('twice')).length === 2);
    expect(await place.quarantine()).toEqual([]);
  });

  it('one bad item blocks nothing: the others arrive, it waits with its reason, and goes when it can', async () => {
    const device = aDevice(place);
    await device.offline().captures(aNote('bad 1'), aNote('bad 2'), aNote('bad 3'), aNote('bad 4'));
    const poison = (await device.rows()).find((row) => row.seq === 2)?.opId ?? '';
    device.link.mode((request) =>
      isPush(request) && textOf(request).includes(poison) ? { answer: 413, body: problem('too-large') } : 'pass',
    );
    device.engine.nudge();
    await device.until('the other three', 30_000, async () => {
      const waiting = (await device.rows()).filter((row) => row.state === 'waiting');
      return waiting.length === 1 && waiting[0]?.problem === 'too-large';
    });
    await place.inboxShows((all) => all.filter((one) => one.headline.startsWith('bad')).length === 3);
    const left = (await device.rows()).find((row) => row.opId === poison);
    expect(left?.operation).not.toBeNull();
    await device.until('the chip to say so', 30_000, () => device.engine.status().phase === 'saved');
    expect(device.engine.status()).toMatchObject({ waiting: 1, problem: 'too-large' });
    await device.goesOnline().sendsAll();
    await place.inboxShows((all) => all.filter((one) => one.headline.startsWith('bad')).length === 4);
  });

  for (const [name, fault] of [
    ['401', { answer: 401, body: problem('not-signed-in') }],
    ['403', { answer: 403, body: problem('not-allowed') }],
    ['404', { answer: 404, body: problem('not-found') }],
    ['410', { answer: 410, body: problem('code-expired') }],
    ['413', { answer: 413, body: problem('too-large') }],
    ['426', { answer: 426, body: problem('update-needed') }],
    ['429', { answer: 429, body: problem('too-many-requests'), headers: { 'retry-after': '1' } }],
    ['500', { answer: 500, body: problem('server-failed') }],
    ['503', { answer: 503, body: problem('server-busy'), headers: { 'retry-after': '1' } }],
    ['nonsense', 'garbage'],
    ['half a request', 'cut-going'],
    ['silence', 'hang'],
  ] as const) {
    it(`${name} changes nothing on the tablet and loses nothing`, async () => {
      const device = aDevice(place);
      const words = `status ${name}`;
      await device.offline().captures(aNote(words).withPhoto(), aNote(words));
      const before = await device.rows();
      await device.over((request) => (isPush(request) ? fault : 'pass')).does(async () => device.engine.nudge());
      const pushes = () => device.link.log.filter(({ path }) => path === '/sync/v1/push').length;
      await device.until('a refused push', 30_000, () => pushes() >= 1);
      await device.over(fault).does(async () => device.engine.nudge());
      await new Promise((resolve) => setTimeout(resolve, 150));
      const after = await device.rows();
      expect(after.map(({ opId, state }) => [opId, state])).toEqual(before.map(({ opId }) => [opId, 'waiting']));
      expect(after.map(({ operation }) => operation)).toEqual(before.map(({ operation }) => operation));
      expect((await device.journal.operationIds()).size).toBe(2);
      await device.goesOnline().sendsAll();
      await place.inboxShows((all) => all.filter((one) => one.headline === words).length === 2);
    });
  }

  it('a half-uploaded photo goes on where it stopped, after the page was killed', async () => {
    const device = aDevice(place);
    await device.offline().captures(aConversation('half a photo').withPhoto(2_500_000));
    const chunk = (index: number) => (request: ProxiedRequest) =>
      request.method === 'PUT' && request.path.endsWith(`/${index}`);
    device.link.mode((request) => (chunk(1)(request) ? 'cut-going' : 'pass'));
    device.engine.nudge();
    await device.until('the second chunk to be cut', 30_000, () =>
      device.link.log.some(({ path, fault }) => path.endsWith('/1') && fault === 'cut-going'),
    );
    const [talk] = await place.inboxShows((all) => all.some((one) => one.headline === 'half a photo'));
    expect((await place.inbox()).find((one) => one.headline === 'half a photo')?.mediaMissing).toBe(1);
    expect(talk).toBeDefined();
    await device.dies().opensAgain().goesOnline().sendsAll();
    const sent = device.link.log.filter(({ method, status }) => method === 'PUT' && status === 200);
    expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(['0', '1', '2']);
    await place.inboxShows((all) => all.some((one) => one.headline === 'half a photo' && one.mediaMissing === 0));
  });

  it('words that are finished while a file goes up overtake the rest of it', async () => {
    const device = aDevice(place);
    await device.offline().captures(aConversation('big file first').withVoice(3_500_000));
    device.link.mode((request) => (request.method === 'PUT' ? { slow: { delayMs: 300 } } : 'pass'));
    device.engine.nudge();
    await device.until('the file to be on its way', 30_000, () =>
      device.link.log.some(({ method }) => method === 'PUT'),
    );
    await device.captures(aNote('urgent words')).sendsAll();
    const log = device.link.log.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/, 'file')}`);
    const lastPush = log.lastIndexOf('POST /sync/v1/push');
    expect(log.indexOf('PUT /sync/v1/media/file/3')).toBeGreaterThan(lastPush);
    expect(log.indexOf('PUT /sync/v1/media/file/0')).toBeLessThan(lastPush);
  });
});
