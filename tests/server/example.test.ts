import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  deskStatus,
  inboxDetail,
  inboxPage,
  orgSettings,
  quarantinePage,
  tabletList,
  type InboxPage,
} from '../../src/domain/desk.ts';
import { coverage, noteList, openPlace, placeList } from '../../src/domain/desk-places.ts';
import { surveyList, surveyResults } from '../../src/domain/desk-surveys.ts';
import { startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';

const ADA = { loginName: 'ada', password: 'only-an-example', displayName: 'Ada Example' };

vi.setConfig({ hookTimeout: 180_000 });

let server: TestServer;
let desk: DeskFetch;
beforeAll(async () => {
  server = await startServer({ command: 'example' });
  desk = await server.signIn(ADA);
});
afterAll(() => server.dispose());

const inbox = async (query: string): Promise<InboxPage> =>
  inboxPage.parse(await (await desk(`/desk/v1/inbox${query}`)).json());

describe('the example organisation', () => {
  test('says that it is one, on the console and to every screen', async () => {
    await expect.poll(() => server.output()).toContain('This is an EXAMPLE');
    await expect.poll(() => server.output()).toContain(ADA.password);
    expect(deskStatus.parse(await (await desk('/desk/v1/status')).json())).toMatchObject({
      setUp: true,
      example: true,
    });
  });

  test('has an inbox with something in every lane and state', async () => {
    const page = await inbox('?limit=200');
    expect(page.items.length).toBeGreaterThanOrEqual(32);
    const seen = (pick: (item: (typeof page.items)[number]) => unknown) => new Set(page.items.map(pick));
    expect(seen(({ lane }) => lane)).toEqual(new Set(['urgent', 'needs', 'promises', 'rest']));
    expect(seen(({ state }) => state)).toEqual(new Set(['new', 'read', 'needs-action', 'done']));
    expect(seen(({ withdrawn }) => withdrawn)).toEqual(new Set([true, false]));
    expect(page.counts).toMatchObject({ quarantine: 1, urgent: 1 });
  });

  test('the withdrawn words are nowhere', async () => {
    expect((await inbox('?q=taken')).items).toEqual([]);
    const gone = (await inbox('?limit=200')).items.find(({ withdrawn }) => withdrawn);
    const detail = inboxDetail.parse(await (await desk(`/desk/v1/inbox/${gone?.entityId}`)).json());
    expect(detail.records).toEqual([]);
    expect(detail.history.map(({ what }) => what)).toContain('withdrawn');
  });

  test('is found in Arabic, and a photo and a voice can be had', async () => {
    expect((await inbox(`?q=${encodeURIComponent('العيادة')}`)).items).toHaveLength(1);
    const [damp] = (await inbox('?kind=conversation&facet=themes:damp')).items;
    const detail = inboxDetail.parse(await (await desk(`/desk/v1/inbox/${damp?.entityId}`)).json());
    const types = await Promise.all(
      (detail.records[0]?.media ?? []).map(async ({ url }) => (await desk(url ?? '')).headers.get('content-type')),
    );
    expect(types.sort()).toEqual(['audio/wav', 'image/png']);
    expect(detail.note).toContain('meter');
  });

  test('has a record in quarantine, a tablet with a gap, one that waits, and things to confirm', async () => {
    const parked = quarantinePage.parse(await (await desk('/desk/v1/quarantine')).json());
    expect(parked.items.map(({ reason }) => reason)).toEqual(['unknown-kind']);
    const { tablets } = tabletList.parse(await (await desk('/desk/v1/tablets')).json());
    expect(tablets.map(({ state }) => state).sort()).toEqual(['approved', 'approved', 'approved', 'waiting']);
    const gaps = tablets.flatMap((tablet) => tablet.gaps.map(({ first, last }) => last - first + 1));
    expect(gaps).toEqual([3]);
    const settings = orgSettings.parse(await (await desk('/desk/v1/organisation')).json());
    expect(Object.keys(settings.confirmed)).toEqual(['key-holder']);
  });

  test('has the starter surveys in use, answered by some sixty people in three languages and every voice that helps', async () => {
    const { surveys } = surveyList.parse(await (await desk('/desk/v1/surveys')).json());
    expect(surveys.map(({ surveyId, state }) => [surveyId, state])).toEqual([
      ['getting-to-see-a-doctor', 'published'],
      ['how-was-your-care', 'published'],
      ['what-matters-here', 'published'],
    ]);
    const answered = surveys.reduce((sum, { responses }) => sum + (responses ?? 0), 0);
    expect(answered).toBeGreaterThanOrEqual(60);
    const results = async (id: string) =>
      surveyResults.parse(await (await desk(`/desk/v1/surveys/${id}/results`)).json());
    const [doctor, care, matters] = await Promise.all(surveys.map(({ surveyId }) => results(surveyId)));
    expect(doctor?.refused).toBeNull();
    expect(doctor?.questions.find(({ code }) => code === 'D3')?.voices.map(({ voice }) => voice)).toContain('own');
    expect(new Set(care?.languages.map(({ code }) => code))).toEqual(new Set(['en', 'ar', 'pl']));
    expect(care?.fft.length).toBeGreaterThan(0);
    expect(matters?.groups).toBe(2);
    const said = await inbox('?facet=survey:how-was-your-care&limit=200');
    expect(said.items.length).toBeGreaterThan(5);
  });

  test('has a directory with everything that happens to one: never met, asked too often, fading, disagreed upon', async () => {
    const { places } = placeList.parse(await (await desk('/desk/v1/places')).json());
    const of = (id: string) => places.find(({ entry }) => entry.entryId === id);
    expect(new Set(places.map(({ entry }) => entry.type))).toEqual(
      new Set(['venue', 'group', 'network', 'community', 'gatekeeper']),
    );
    expect(places.filter(({ entry }) => !entry.checked)).toHaveLength(2);
    expect(
      places.filter(({ entry }) => entry.grade === 'shielded').every(({ entry }) => !('points' in entry.where)),
    ).toBe(true);
    expect(of('example-quay-library')?.freshness).toBe('fading');
    expect(of('example-elm-tree')?.visits).toBeGreaterThan(4);
    const { places: lines } = coverage.parse(await (await desk('/desk/v1/places/coverage')).json());
    const line = (id: string) => lines.find(({ entryId }) => entryId === id);
    expect(line('example-barton-mothers')).toMatchObject({ never: true, languages: [{ code: 'so', days: 0 }] });
    expect(line('example-elm-tree-families')).toMatchObject({ tooOften: true, never: false });
    const club = openPlace.parse(await (await desk('/desk/v1/places/example-elm-tree-families')).json());
    const told = club.notes.filter(({ status }) => status !== null).map(({ status, byName }) => [status, byName]);
    expect(told.slice(0, 2)).toEqual([
      ['growing', 'Bea'],
      ['moving', 'Tom'],
    ]);
    expect(club.notes.some(({ share }) => share === 'office')).toBe(true);
    const { notes } = noteList.parse(await (await desk('/desk/v1/places/notes')).json());
    expect(notes.filter(({ entryId }) => entryId === null)).toHaveLength(2);
    const answered = notes.flatMap(({ entryId, answers }) => (answers === undefined ? [] : [[entryId, answers.now]]));
    expect(answered).toEqual([
      ['example-harbour-hall', 'better'],
      ['example-elm-tree', 'same'],
    ]);
    expect([of('example-harbour-hall')?.openNeeds, of('example-elm-tree')?.openNeeds]).toEqual([0, 2]);
  });

  test('a second start adds nothing', async () => {
    const before = await inbox('?limit=200');
    await server.restart();
    const again = await server.signIn(ADA);
    const after = inboxPage.parse(await (await again('/desk/v1/inbox?limit=200')).json());
    expect(after).toEqual(before);
  });

  test('never goes into the folder of a real organisation', async () => {
    const real = await startServer();
    try {
      await real.setUp();
      await real.stop();
      const attempt = startServer({ command: 'example', env: { DATA_DIR: real.dataDir } });
      await expect(attempt).rejects.toThrow(/holds a real organisation/);
    } finally {
      await real.dispose();
    }
  });
});
