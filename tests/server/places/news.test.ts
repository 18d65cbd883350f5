import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPlace, type OpenPlace, type PlaceDraft } from '../../../src/domain/desk-places.ts';
import { placeNews } from '../../../src/domain/place-news.ts';
import { blankDraft } from '../../../src/features/desk/places/draft-of.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { CaptureMaker } from '../../helpers/captures.ts';
import { aNote, aPlace, aStamp } from '../../helpers/told-places.ts';

// A real database, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let app: TestApp;
let cookie: string;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
  cookie = await app.cookieFor('staff');
});
afterAll(() => app.close());

/** It is this day, and whoever is at the desk has signed in again. */
const itIs = async (day: string) => {
  app.clock.ms = Date.parse(`${day}T09:00:00.000Z`);
  cookie = await app.cookieFor('staff');
};
const desk = (path: string, over: { method?: string; body?: object } = {}) =>
  app.ask(`/desk/v1${path}`, { method: 'GET', ...over, cookie });
const news = async (since = '') => {
  const answer = await desk(`/places/news${since === '' ? '' : `?since=${since}`}`);
  expect(answer.status).toBe(200);
  return placeNews.parse(await answer.json());
};
const opened = async (answer: Response): Promise<OpenPlace> => openPlace.parse(await answer.json());
const draft = (name: string, over: Partial<PlaceDraft> = {}): PlaceDraft => ({
  ...blankDraft('venue'),
  name,
  grade: 'open',
  ...over,
});

test('what came in, what the desk did, and what a tablet brought weeks later, since the day asked for', async () => {
  const tablet = await app.tablet('One');
  const make = new CaptureMaker(tablet);
  const hall = aPlace({ name: 'The hall', status: 'steady', said: '' });
  const about = { entryId: hall.entryId, name: hall.name };
  await tablet.push([await make.operation({ kind: 'place', body: hall, visit: aStamp(hall.entryId) })]);
  await app.work();
  expect((await news()).lines).toMatchObject([
    { what: 'new', how: 'arrived', entryId: hall.entryId, on: '2026-11-22' },
  ]);

  // Two weeks later the hall is old news, until another tablet sends what it wrote down before that.
  await itIs('2026-12-06');
  expect(await news()).toEqual({ since: '2026-11-29', today: '2026-12-06', lines: [], found: 0 });
  const late = aNote(about, { kind: 'need', said: 'Chairs that fold.', status: null });
  const office = aNote(about, { kind: 'need', said: 'Not for the team.', status: 'weak', share: 'office' });
  const weak = aNote(about, { said: 'Fewer came.', status: 'weak' });
  await tablet.push([
    await make.operation({ kind: 'map-note', body: late, visit: aStamp(hall.entryId, { date: '2026-11-25' }) }),
    await make.operation({ kind: 'map-note', body: office, visit: aStamp(hall.entryId, { date: '2026-12-05' }) }),
    await make.operation({ kind: 'map-note', body: weak, visit: aStamp(hall.entryId, { date: '2026-12-04' }) }),
  ]);
  await app.work();
  const double = await opened(await desk('/places', { method: 'POST', body: { entry: draft('The old hall') } }));
  const { rev } = await opened(await desk(`/places/${hall.entryId}`));
  const merge = { rev: double.rev, into: hall.entryId, intoRev: rev };
  const merged = await opened(await desk(`/places/${double.entry.entryId}/merge`, { method: 'POST', body: merge }));
  await desk(`/places/${hall.entryId}/close`, { method: 'POST', body: { rev: merged.rev, closed: true } });
  const { entry: _entry, ...shut } = await opened(await desk(`/places/${hall.entryId}`));
  await desk(`/places/${hall.entryId}/close`, { method: 'POST', body: { rev: shut.rev, closed: false } });

  const { lines } = await news();
  expect(lines.every(({ entryId, name }) => entryId === hall.entryId && name === 'The hall')).toBe(true);
  expect(lines.map(({ what, on, cameIn }) => [what, on, cameIn])).toEqual(
    expect.arrayContaining([
      ['need', '2026-11-25', '2026-12-06'],
      ['need', '2026-12-05', null],
      ['seen', '2026-12-04', null],
      ['status', '2026-12-04', null],
      ['merged', '2026-12-06', null],
      ['closed', '2026-12-06', null],
      ['opened', '2026-12-06', null],
    ]),
  );
  expect(lines).toHaveLength(7);
  expect(lines.find(({ what }) => what === 'status')).toMatchObject({
    before: 'steady',
    after: 'weak',
    by: 'Champion One',
  });
  expect(lines.find(({ what }) => what === 'merged')).toMatchObject({ other: 'The old hall' });

  // That staff read what is kept for the office is in the audit, as wherever they do.
  const audited = JSON.stringify(await app.deps.store.audit.list(100));
  expect(audited).toContain('office-notes-read');

  // Farther back both are there; half a year on, only that nobody was there.
  expect((await news('2026-11-01')).lines.map(({ what }) => what)).toContain('new');
  await itIs('2027-06-07');
  expect((await news()).lines).toMatchObject([{ what: 'fading', on: '2027-06-05', lastSeen: '2026-12-04' }]);
});

test('a day that is none is refused', async () => {
  expect((await desk('/places/news?since=soon')).status).toBe(400);
});
