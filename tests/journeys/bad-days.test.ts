import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SurveyResults } from '../../src/domain/desk-surveys.ts';
import { aDevice } from '../helpers/journey/device.ts';
import { type Place, aPlace } from '../helpers/journey/place.ts';
import { aConversation, aNote, somethingFromTheFuture, surveyAnswers } from '../helpers/journey/what-was-said.ts';

/** Days on which the server, the staff or the database do something to a tablet. */

describe('the server stops, and starts', { timeout: 120_000 }, () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace();
  }, 60_000);
  afterAll(() => place.close(), 60_000);

  it('without warning, while records are on their way', async () => {
    const device = aDevice(place);
    const notes = Array.from({ length: 60 }, (_, n) => aNote(`killed ${n}`));
    await device.offline().captures(...notes);
    device.link.mode({ slow: { delayMs: 30 } });
    device.engine.nudge();
    await device.until('the first push', 30_000, () =>
      device.link.log.some(({ path, status }) => path === '/sync/v1/push' && status === 200),
    );
    await place.server.kill();
    await device.captures(aNote('killed 60'));
    await place.server.restart();
    await place.signInAgain();
    await device.goesOnline().sendsAll();
    // All of it is in the queue. What the killed worker had in its hands is filed when its lease has run out, a minute on.
    const tablet = (await place.tablets()).find(({ deviceId }) => deviceId === device.deviceId);
    expect(tablet).toMatchObject({ received: 61, gaps: [] });
    expect(await place.quarantine()).toEqual([]);
  });
});

describe('the server comes back from an older backup', { timeout: 120_000 }, () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace();
  }, 60_000);
  afterAll(() => place.close(), 60_000);

  it('gets again what it no longer has, photo and all, and nothing twice', async () => {
    const device = aDevice(place);
    await device.captures(aNote('before the backup').withPhoto()).sendsAll();
    await place.backup();
    await device
      .captures(aNote('after the backup').withPhoto(), aConversation('after, with voice').withVoice())
      .sendsAll();
    await place.inboxShows((all) => all.length === 3 && all.every(({ mediaMissing }) => mediaMissing === 0));

    await place.restore();
    expect((await place.inbox()).map(({ headline }) => headline)).toEqual(['before the backup']);
    await device
      .does(async () => device.engine.nudge())
      .until('all to be back', 20_000, async () => {
        const items = await place.inbox();
        return items.length === 3 && items.every(({ mediaMissing }) => mediaMissing === 0);
      });
    await device.sendsAll();
    expect(await place.quarantine()).toEqual([]);
  });

  it('lets sealed words go only when they, and their photo, are in a verified backup', async () => {
    const device = aDevice(place);
    await device.offline().captures(aNote('held').withPhoto());
    device.link.mode(({ method }) => (method === 'PUT' ? 'down' : 'pass'));
    device.engine.nudge();
    const held = async () => (await device.rows()).filter(({ operation }) => operation !== null).length;
    await device.until('the words to arrive', 30_000, async () =>
      (await device.rows()).every(({ state }) => state !== 'waiting'),
    );
    await place.backup();
    await device.does(async () => device.engine.nudge());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await held()).toBe(1);

    await device.goesOnline().sendsAll();
    expect(await held()).toBe(1);
    await place.backup();
    await device
      .does(async () => device.engine.nudge())
      .until('the payload to go', 30_000, async () => (await held()) === 0);
    expect(await device.media.list()).toEqual([]);
    expect((await device.rows()).length).toBe(1);
    await place.inboxShows((all) =>
      all.some(({ headline, mediaMissing }) => headline === 'held' && mediaMissing === 0),
    );
  });

  it('withdrawn records do not come back: the withdrawal is sent again too', async () => {
    const device = aDevice(place);
    await device.captures(aNote('never again').withCode('7KQ4M2TD')).sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'never again'));
    await place.backup();
    await device.withdraws('7KQ4-M2TD').sendsAll();
    await place.inboxShows((all) => all.every(({ headline }) => headline !== 'never again'));

    await place.restore();
    await device.does(async () => device.engine.nudge());
    await place.inboxShows((all) => all.every(({ headline }) => headline !== 'never again'));
    const rows = await device.rows();
    expect(rows.find(({ kind }) => kind === 'void')?.state).toBe('withdrawn');
  });
});

describe('answers to surveys', { timeout: 120_000 }, () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace();
  }, 60_000);
  afterAll(() => place.close(), 60_000);

  const results = async () => {
    const answer = await place.desk()('/desk/v1/surveys/getting-to-see-a-doctor/results');
    const { responses, questions } = (await answer.json()) as SurveyResults;
    const cells = questions.find(({ code }) => code === 'E2')?.voices[0]?.cells ?? [];
    return [responses, ...['yes', 'no'].map((code) => cells.find((cell) => cell.code === code)?.count)];
  };
  const countsAre = (expected: unknown[]) => expect.poll(results, { timeout: 30_000 }).toEqual(expected);

  it('sent twice and cut off in between, each counts once; withdrawn it counts no more, also after a restore', async () => {
    const device = aDevice(place);
    const all = Array.from({ length: 14 }, (_, at) => surveyAnswers(at < 8 ? 'yes' : 'no'));
    await device.offline().captures(...all, surveyAnswers('yes').withCode('K7M2P9QX'));
    device.link.next('cut-after-commit', '/sync/v1/push');
    device.link.next('cut-coming', '/sync/v1/push');
    await device.over('twice').sendsAll();
    await countsAre([15, 9, 6]);
    await place.backup();

    await device.withdraws('K7M2-P9QX').sendsAll();
    await countsAre([14, 8, 6]);
    await place.restore();
    await device.does(async () => device.engine.nudge());
    await countsAre([14, 8, 6]);
    expect(await place.quarantine()).toEqual([]);
  });
});

describe('staff decide', { timeout: 120_000 }, () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace();
  }, 60_000);
  afterAll(() => place.close(), 60_000);

  it('a revoked tablet is wiped at its next contact, and what it held still lands, in quarantine', async () => {
    const device = aDevice(place);
    await device.offline().captures(aNote('from a lost tablet'));
    await place.revoke(device.deviceId);
    await device.goesOnline().sendsAll();
    await device.until('the wipe', 30_000, () => device.wiped);
    expect(await device.reference.organisation()).toBeNull();
    const parked = await place.quarantine();
    expect(parked.map(({ reason }) => reason)).toEqual(['from-revoked-tablet']);
    await device.until('the chip to say so', 30_000, () => device.engine.status().problem === 'device-revoked');
    expect((await device.rows()).map(({ state, operation }) => [state, operation !== null])).toEqual([
      ['quarantined', true],
    ]);
  });

  it('a record of an unknown newer kind is parked and listed, on both sides, and holds nothing up', async () => {
    const device = aDevice(place);
    await device.offline().captures(somethingFromTheFuture(), aNote('quite usual')).goesOnline().sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'quite usual'));
    await device.until('the receipt', 30_000, async () => {
      device.engine.nudge();
      return (await device.rows()).some(({ kind, state }) => kind === 'moon-phase' && state === 'quarantined');
    });
    const row = (await device.rows()).find(({ kind }) => kind === 'moon-phase');
    expect(row?.problem).toBe('unknown-kind');
    expect(row?.operation).not.toBeNull();
    expect((await place.quarantine()).map(({ reason }) => reason)).toContain('unknown-kind');
    expect(device.engine.status().quarantined).toBe(1);
  });

  it('an expired or ended sign-in at the desk never blocks a tablet', async () => {
    const device = aDevice(place);
    await device.captures(aNote('signed in')).sendsAll();
    await place.desk()('/desk/v1/session', { method: 'DELETE' });
    await device.captures(aNote('signed out')).sendsAll();
    await place.signInAgain();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'signed out'));
    expect(device.engine.status().problem).toBeNull();
  });

  it('withdrawn before it was sent: the words never leave the tablet, the number does', async () => {
    const device = aDevice(place);
    await device.offline().captures(aNote('please forget').withCode('AB12CD34').withPhoto(), aNote('please keep'));
    await device.withdraws('AB12-CD34').goesOnline().sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'please keep'));
    expect((await place.inbox()).some(({ headline }) => headline.includes('forget'))).toBe(false);
    expect(await device.media.list()).toEqual([]);
    expect(device.link.log.some(({ method, path }) => method === 'PUT' && path.includes('/media/'))).toBe(false);
    const tablet = (await place.tablets()).find(({ deviceId }) => deviceId === device.deviceId);
    expect(tablet?.gaps).toEqual([]);
    expect(tablet?.received).toBe(3);
  });

  it('withdrawn after it was sent: it leaves the inbox, and the tablet says so', async () => {
    const device = aDevice(place);
    await device.captures(aNote('changed my mind').withCode('EF56GH78')).sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'changed my mind'));
    await device.withdraws('EF56-GH78').sendsAll();
    await place.inboxShows((all) => all.every(({ headline }) => headline !== 'changed my mind'));
    const row = (await device.rows()).find(({ kind }) => kind === 'void');
    expect(row?.state).toBe('withdrawn');
    expect(row?.operation?.sealed).toBeNull();
  });

  it('withdrawn at the desk: the receipt reaches the tablet', async () => {
    const device = aDevice(place);
    await device.captures(aNote('by telephone').withCode('JK90MN12')).sendsAll();
    await place.inboxShows((all) => all.some(({ headline }) => headline === 'by telephone'));
    await place.desk()('/desk/v1/withdraw', { body: { code: 'JK90MN12', scope: 'words' } });
    await device.until('the receipt', 30_000, async () => {
      device.engine.nudge();
      return (await device.rows())[0]?.state === 'withdrawn';
    });
  });
});
