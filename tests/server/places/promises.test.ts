import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inboxDetail, inboxPage } from '../../../src/domain/desk.ts';
import { pullRow } from '../../../src/domain/pull-row.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aPromise, CaptureMaker } from '../../helpers/captures.ts';
import { aStamp } from '../../helpers/told-places.ts';

// A real database, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
});
afterAll(() => app.close());

test('a promise is known by the entry that was visited: to tablets until it is closed, and to the desk', async () => {
  const [tablet, other, cookie] = await Promise.all([app.tablet('One'), app.tablet('Two'), app.cookieFor('staff')]);
  const make = new CaptureMaker(tablet);
  await tablet.push([
    await make.operation(aPromise('Bring the answer', { visit: aStamp('the-hall') })),
    await make.operation(aPromise('Bring another', { visit: aStamp('elsewhere') })),
    await make.operation(aPromise('Said at no place')),
    await make.operation(aPromise('Said at a place with a bad name', { visit: aStamp('No Such Name!') })),
  ]);
  await app.work();
  const owed = async () =>
    (await other.pull()).rows
      .map((row) => pullRow.parse(row))
      .flatMap((row) => (row.kind === 'owed' && row.value !== null ? [row.value] : []));
  const byWhat = new Map((await owed()).map(({ what, placeId }) => [what, placeId]));
  expect([...byWhat].toSorted()).toEqual([
    ['Bring another', 'elsewhere'],
    ['Bring the answer', 'the-hall'],
    ['Said at a place with a bad name', undefined],
    ['Said at no place', undefined],
  ]);

  const asked = await app.ask('/desk/v1/inbox?lane=promises&facet=place:the-hall', { method: 'GET', cookie });
  const { items } = inboxPage.parse(await asked.json());
  expect(items).toMatchObject([{ headline: 'Bring the answer', placeId: 'the-hall', toGroup: 'Tuesday group' }]);

  const [item] = items;
  const path = `/desk/v1/inbox/${item?.entityId ?? ''}`;
  const { rev } = inboxDetail.parse(await (await app.ask(path, { method: 'GET', cookie })).json());
  expect((await app.ask(path, { method: 'PATCH', body: { rev, state: 'done' }, cookie })).status).toBe(200);
  expect((await owed()).map(({ what }) => what)).not.toContain('Bring the answer');
});
