import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { coverage, openPlace, placeList, type OpenPlace, type PlaceDraft } from '../../../src/domain/desk-places.ts';
import { pullRow } from '../../../src/domain/pull-row.ts';
import { blankDraft, draftOf } from '../../../src/features/desk/places/draft-of.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aQuickNote, CaptureMaker } from '../../helpers/captures.ts';
import { aStamp } from '../../helpers/told-places.ts';

// A real database, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const outing = { startedAt: '', endedAt: null, heard: [], hearBack: '', note: '' };
let app: TestApp;
let cookie: string;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
  cookie = await app.cookieFor('staff');
});
afterAll(() => app.close());

const ask = async (path: string, over: { method?: string; body?: object } = {}): Promise<OpenPlace> => {
  const answer = await app.ask(`/desk/v1/places${path}`, { method: 'GET', ...over, cookie });
  expect(answer.status).toBe(200);
  return openPlace.parse(await answer.json());
};
const add = (entry: Partial<PlaceDraft>) =>
  ask('', { method: 'POST', body: { entry: { ...blankDraft('group'), grade: 'open', ...entry } } });
const put = (open: OpenPlace, entry: PlaceDraft) =>
  ask(`/${open.entry.entryId}`, { method: 'PUT', body: { rev: open.rev, entry } });

test('days on which somebody was met, by kind and nothing else; of a community those of its parts too', async () => {
  const community = await add({ type: 'community', name: 'Boaters' });
  const link = { to: community.entry.entryId, how: 'part-of' as const };
  const [club, double] = [await add({ name: 'Club', links: [link] }), await add({ name: 'The club' })];
  const make = new CaptureMaker(await app.tablet('One'));
  const at = (id: string, date: string) => ({ visit: aStamp(id, { date }) });
  const tablet = await app.tablet('Two');
  await tablet.push([
    await make.operation({ kind: 'visit', body: outing, ...at(club.entry.entryId, '2026-11-01') }),
    await make.operation(aQuickNote('We want a tap.', at(club.entry.entryId, '2026-11-01'))),
    await make.operation(aQuickNote('And light.', at(double.entry.entryId, '2026-11-08'))),
  ]);
  await app.work();
  await ask(`/${double.entry.entryId}/merge`, {
    method: 'POST',
    body: { rev: double.rev, into: club.entry.entryId, intoRev: club.rev },
  });
  const met = [
    { day: '2026-11-08', kinds: ['quick-note'] },
    { day: '2026-11-01', kinds: ['quick-note', 'visit'] },
  ];
  expect((await ask(`/${club.entry.entryId}`)).met).toEqual(met);
  expect((await ask(`/${community.entry.entryId}`)).met).toEqual(met);
  expect((await add({ name: 'Nobody yet' })).met).toEqual([]);

  // The list says of the community what its page and "Who was asked" say: it was met where its parts were.
  const read = async (path: string) => (await app.ask(`/desk/v1/places${path}`, { method: 'GET', cookie })).json();
  const { places: listed } = placeList.parse(await read(''));
  const { places: covered } = coverage.parse(await read('/coverage'));
  for (const { entryId } of [club.entry, community.entry]) {
    const line = listed.find(({ entry }) => entry.entryId === entryId);
    expect(line).toMatchObject({ contactDays: 2, lastContact: '2026-11-08' });
    expect(covered.find((one) => one.entryId === entryId)).toMatchObject({
      never: false,
      asked90: line?.asked90,
      lastContact: '2026-11-08',
    });
  }
});

test('a step that staff say was reached is kept with its day, in the history and off tablets, and can be taken back', async () => {
  const made = await add({ name: 'Sisters' });
  const ladder = { step: 'partnership' as const, on: '2026-11-20', note: 'They chose the questions.' };
  const said = await put(made, { ...draftOf(made.entry), ladder });
  expect(said.entry.ladder).toEqual(ladder);
  expect(said.history.at(-1)?.changes).toEqual([{ field: 'ladder', before: null, after: ladder }]);
  // What staff say of it is for staff: tablets are told the place without it.
  const { rows } = await (await app.tablet()).pull();
  const row = rows
    .map((one) => pullRow.parse(one))
    .find(({ kind, id }) => kind === 'directory' && id === made.entry.entryId);
  expect(row).toMatchObject({ kind: 'directory', value: { name: 'Sisters' } });
  expect(JSON.stringify(row)).not.toMatch(/ladder|chose the questions/);

  // A desk from before there was a ladder says nothing of it, and takes nothing away.
  const { ladder: _unknown, ...older } = draftOf(said.entry);
  const renamed = await put(said, { ...older, name: 'Friday sisters' });
  expect(renamed.entry).toMatchObject({ name: 'Friday sisters', ladder });
  expect((await put(renamed, { ...draftOf(renamed.entry), ladder: null })).entry.ladder).toBeNull();
  const refused = await app.ask(`/desk/v1/places/${made.entry.entryId}`, {
    method: 'PUT',
    body: { rev: renamed.rev + 1, entry: { ...older, ladder: { ...ladder, step: 'friends' } } },
    cookie,
  });
  expect(refused.status).toBe(400);
});
