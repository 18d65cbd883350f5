import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDevice } from '../helpers/journey/device.ts';
import { type Place, aPlace } from '../helpers/journey/place.ts';
import { aConversation, aNote } from '../helpers/journey/what-was-said.ts';

/**
 * Ways in which this class of software has lost data, as far as sending is concerned. Some have their test elsewhere:
 *
 * - lost acknowledgement, then duplicates: sync.test.ts "a lost acknowledgement"
 * - one bad item blocks or wipes the queue: sync.test.ts "one bad item blocks nothing"
 * - a 401 deletes unsent work: sync.test.ts "401 changes nothing on the tablet"
 * - login expires offline: bad-days.test.ts "an expired or ended sign-in"
 * - storage connection killed, quota full in mid-save: ../sync/engine.test.ts "stores that fail"
 * - server restored from an old backup, withdrawn records that come back: bad-days.test.ts
 */
describe('it does not happen here', { timeout: 120_000 }, () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace();
  }, 60_000);
  afterAll(() => place.close(), 60_000);

  const item = async (headline: string) => (await place.inbox()).find((one) => one.headline === headline);

  it('success returned, attachments gone', async () => {
    const device = aDevice(place);
    await device.offline().captures(aConversation('two files').withPhoto().withVoice());
    device.link.mode(({ method, path }) => (method === 'PUT' && path.includes('/media/') ? 'cut-going' : 'pass'));
    device.engine.nudge();
    await device.until('the words', 30_000, async () => (await item('two files')) !== undefined);
    await device.until('the chip', 30_000, () => device.engine.status().phase === 'parts-coming');
    expect((await item('two files'))?.mediaMissing).toBe(2);
    expect((await device.media.list()).length).toBe(2);
    expect((await device.rows())[0]?.mediaSent).toEqual([]);
    await device.goesOnline().sendsAll();
    expect((await item('two files'))?.mediaMissing).toBe(0);
  });

  it('the browser loses its database: the journal arrives by itself, in quarantine, and its photo follows', async () => {
    const device = aDevice(place);
    await device.captures(aNote('sent long before')).sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'sent long before'));
    await device.offline().captures(aNote('only in the journal').withPhoto(), aNote('this too')).losesDatabase();
    expect((await device.rows()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);

    await device.goesOnline().handsOverJournal();
    const parked = (await place.quarantine()).filter(({ reason }) => reason === 'from-recovered-journal');
    expect(parked.length).toBe(2);

    await device.enrolsAgain().captures(aNote('after it')).sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'after it'));
    for (const { inboxId } of parked) await place.desk()(`/desk/v1/quarantine/${inboxId}/retry`, { method: 'POST' });
    await place.inboxShows((all) =>
      all.some(({ headline, mediaMissing }) => headline === 'only in the journal' && mediaMissing === 0),
    );
    expect((await place.inbox()).filter(({ headline }) => headline === 'sent long before').length).toBe(1);
  });

  it('a sync that fails, or a tablet that is empty, never empties the copy of the server', async () => {
    const device = aDevice(place);
    await device.captures(aNote('stays')).sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'stays'));
    const before = (await place.inbox()).length;
    await device.offline().captures(aNote('half way'));
    device.link.mode('cut-going');
    device.engine.nudge();
    await device.until('a failed push', 30_000, () => device.link.log.some(({ fault }) => fault === 'cut-going'));
    await device.losesDatabase().goesOnline().enrolsAgain().sendsAll();
    const after = await place.inboxShows((all) => all.length > before);
    expect(after.some(({ headline }) => headline === 'stays')).toBe(true);
    expect(after.some(({ headline }) => headline === 'half way')).toBe(true);
  });

  it('a record keeps the name of who recorded it, whoever is signed in when it is sent', async () => {
    const device = aDevice(place);
    await device.offline().captures(aNote('by the first'));
    const [row] = await device.rows();
    await device.goesOnline().sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'by the first'));
    const detail = await place.record(row?.entityId ?? '');
    expect(detail.records[0]?.record.recordedBy.actorId).toBe(row?.actorId);
    expect(detail.item.recordedBy).toBe('Champion One');
  });

  it('an upgrade: what waits is sent as it was sealed, byte for byte', async () => {
    const device = aDevice(place);
    await device.offline().captures(aNote('sealed before the update'));
    const before = (await device.rows())[0]?.operation;
    await device.dies().opensAgain();
    expect((await device.rows())[0]?.operation).toEqual(before);
    await device.goesOnline().sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'sealed before the update'));
  });
});
