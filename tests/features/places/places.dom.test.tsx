import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import type { VNode } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryReferenceStore } from '../../../src/adapters/memory/memory-stores.ts';
import { createMemorySurveyAssets } from '../../../src/adapters/memory/memory-survey-assets.ts';
import { ServicesProvider, type Services } from '../../../src/app/services.ts';
import { SessionProvider, type Session } from '../../../src/app/session.ts';
import type { DirectoryEntry, Observation } from '../../../src/domain/directory.ts';
import type { Owed } from '../../../src/domain/protocol.ts';
import { PlacesPage } from '../../../src/features/places/places-page.tsx';
import { VisitStartScreen } from '../../../src/features/visits/visit-start-screen.tsx';
import { changeLanguage, loadTexts } from '../../../src/i18n/catalogue.ts';
import { anEntry, anObservation } from '../../helpers/directory.ts';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['places', 'lists', 'common', 'visits']);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  glass.painted = Promise.resolve();
});

/** What was drawn is not on the glass before this. */
const glass = vi.hoisted(() => ({ painted: Promise.resolve() }));
vi.mock(import('../../../src/features/in-turns.ts'), async (importOriginal) => {
  const real = await importOriginal();
  return { ...real, painted: () => real.painted().then(() => glass.painted) };
});

const LONG_LANE = anEntry('long-lane', {
  name: 'Long Lane',
  setting: 'traveller-site',
  grade: 'shielded',
  council: 'Northfield',
  facts: { notAlone: true, signal: 'good', photos: 'ask-first' },
  culture: [{ says: 'Shoes off at the door.', approvedBy: 'Elders', on: '2026-06-01' }],
  askable: [{ who: 'Mary', how: 'In the morning', entry: 'mary' }],
});
const ENTRIES = [
  LONG_LANE,
  anEntry('mary', { type: 'gatekeeper', name: 'Mary', links: [{ to: 'long-lane', how: 'opens-doors' }] }),
  anEntry('hall', { name: 'St Mark’s hall', alsoCalled: ['The old hall'], setting: 'church', council: 'Northfield' }),
];
const SEEN = [
  anObservation('1', 'long-lane', '2026-11-10', { status: 'weak', facts: { photos: 'never' }, what: 'One tap runs.' }),
  anObservation('2', 'long-lane', '2026-10-20', { status: 'growing', byName: 'Tom', facts: { signal: 'none' } }),
  ...['01', '05', '09', '14'].map((day) => anObservation(`v${day}`, 'long-lane', `2026-11-${day}`, { kind: 'visit' })),
  anObservation('3', 'hall', '2026-03-01', { kind: 'need', what: 'A ramp' }),
];

/** A tablet whose directory is this, at one of the addresses under `/places` or at the start of a visit. */
async function show(
  path: string,
  given: {
    entries?: readonly DirectoryEntry[];
    seen?: readonly Observation[];
    owed?: readonly Owed[];
    /** Reading what was seen takes until this is done. */
    slow?: Promise<void>;
  } = {},
) {
  const store = createMemoryReferenceStore();
  const observations = async () => {
    await given.slow;
    return store.observations();
  };
  const reference = { ...store, observations };
  const apply = (entries: readonly DirectoryEntry[], seen: readonly Observation[], owed: readonly Owed[]) =>
    reference.apply([
      ...entries.map((value) => ({ kind: 'directory' as const, id: value.entryId, value })),
      ...seen.map((value) => ({ kind: 'observation' as const, id: `${value.entryId}/${value.observationId}`, value })),
      ...owed.map((value) => ({ kind: 'owed' as const, id: value.entityId, value })),
    ]);
  await apply(given.entries ?? ENTRIES, given.seen ?? SEEN, given.owed ?? []);
  const begun: unknown[] = [];
  let nudges = 0;
  const mapPieces = createMemorySurveyAssets(new Map());
  const services = {
    reference,
    mapPieces,
    packFiles: { pack: async () => null, copies: async () => [] },
    clock: { wallMs: () => Date.UTC(2026, 10, 22, 12) },
    outbox: { install: async () => ({ standing: null }) },
    sync: { nudge: () => void (nudges += 1), subscribe: () => () => undefined },
    drafts: () => ({
      start: async (_kind: string, from: unknown) => {
        begun.push(from);
        return {};
      },
    }),
    finishRecord: () => async () => ({ opId: 'o', entityId: 'e' }),
  } as unknown as Services;
  const worker = { actorId: 'a', displayName: 'Maria' };
  const session = { vault: {}, worker, visit: null, setVisit: async () => undefined } as unknown as Session;
  history.replaceState(null, '', path);
  const at = (page: VNode): VNode => (
    <LocationProvider>
      <ServicesProvider value={services}>
        <SessionProvider value={session}>{page}</SessionProvider>
      </ServicesProvider>
    </LocationProvider>
  );
  render(
    at(
      <Router>
        <Route path="/places/:at?" component={PlacesPage} />
        <Route path="/visit/start" component={VisitStartScreen} />
        <Route default component={() => null} />
      </Router>,
    ),
  );
  return { reference, begun, mapPieces, nudged: () => nudges };
}

const rows = () => within(screen.getByRole('list', { name: 'Places and groups' })).getAllByRole('link');

test('the list finds by another name and by what is linked, says how many, and shows everything again', async () => {
  await show('/places');
  await screen.findByText('3 found');
  const search = screen.getByLabelText('Find by name or group');
  fireEvent.input(search, { target: { value: 'old hall' } });
  await screen.findByText('1 found');
  expect(rows()[0]?.textContent).toContain('St Mark’s hall');
  expect(rows()[0]?.getAttribute('href')).toBe('/places/hall');
  fireEvent.input(search, { target: { value: 'mary' } });
  await screen.findByText('2 found');
  fireEvent.input(search, { target: { value: 'nobody' } });
  await screen.findByText('Nothing fits');
  fireEvent.click(screen.getByRole('button', { name: 'Show everything' }));
  await screen.findByText('3 found');
});

test('the list is narrowed to what needs somebody, and each choice says how many there are', async () => {
  await show('/places', {
    owed: [{ entityId: 'w', groupName: '', placeName: 'the old hall', what: 'x', dueOn: null }],
  });
  await screen.findByText('3 found');
  const fold = document.querySelector('details');
  if (fold === null) throw new Error('nothing to unfold');
  fold.open = true;
  fireEvent(fold, new Event('toggle'));
  for (const [choice, name] of [
    ['Not seen for 6 months', 'St Mark’s hall'],
    ['Something is owed', 'St Mark’s hall'],
    ['Asked often', 'Long Lane'],
  ] as const) {
    const box = await screen.findByRole('checkbox', { name: new RegExp(choice) });
    expect(box.closest('label')?.textContent).toContain('1 found');
    fireEvent.click(box);
    await screen.findByText('1 found', { selector: '.places__soft' });
    expect(rows()[0]?.textContent).toContain(name);
    fireEvent.click(box);
  }
  fireEvent.click(screen.getByRole('checkbox', { name: /Never visited/ }));
  await screen.findByText('2 found', { selector: '.places__soft' });
});

test('names stand in the list before what was seen is read, and nothing is said of it until then', async () => {
  let done = (): void => undefined;
  const slow = new Promise<void>((resolve) => (done = resolve));
  await show('/places', { slow });
  await screen.findByText('3 found');
  expect(rows()[0]?.textContent).toBe('Long LaneTraveller site · Northfield');
  done();
  await screen.findByText('Asked 4 times in 90 days');
  expect(rows()[0]?.textContent).toContain('Last seen 14 November 2026');
});

test('who looks for something while what was seen is read finds it then also by what a note tells of', async () => {
  let done = (): void => undefined;
  const slow = new Promise<void>((resolve) => (done = resolve));
  const link = { to: 'long-lane', how: 'meets-at' as const };
  await show('/places', { slow, seen: [anObservation('1', 'hall', '2026-11-10', { link })] });
  await screen.findByText('3 found');
  fireEvent.input(screen.getByLabelText('Find by name or group'), { target: { value: 'st mark' } });
  await screen.findByText('1 found');
  done();
  await screen.findByText('2 found');
  expect(rows().map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^St Mark’s hall.*Last seen 10 November 2026/),
    expect.stringMatching(/^Long Lane/),
  ]);
});

test('of a long list one page is drawn, in the order of the names, and the count says all of it', async () => {
  const entries = Array.from({ length: 30 }, (_, n) => anEntry(`p${n}`, { name: `Yard ${30 - n}` }));
  const { reference } = await show('/places', { entries, seen: [] });
  await screen.findByText('30 found');
  await expect.poll(() => rows().length).toBe(24);
  expect(rows()[0]?.textContent).toContain('Yard 1');
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await expect.poll(() => rows().length).toBe(30);
  expect(rows().at(-1)?.textContent).toContain('Yard 30');
  const between = anEntry('between', { name: 'Yard 4½' });
  await reference.apply([{ kind: 'directory', id: 'between', value: between }]);
  await screen.findByText('31 found');
  expect(rows()[4]?.textContent).toContain('Yard 4½');
});

test('of a long list what fills the glass is drawn first, and the rest of the page when that can be seen', async () => {
  let seen = (): void => undefined;
  glass.painted = new Promise<void>((resolve) => (seen = resolve));
  const entries = Array.from({ length: 30 }, (_, n) => anEntry(`p${n}`));
  for (const [height, first] of [
    [640, 7],
    [1280, 14],
  ] as const) {
    vi.stubGlobal('innerHeight', height);
    await show('/places', { entries, seen: [] });
    await screen.findByText('30 found');
    expect(rows()).toHaveLength(first);
    if (height === 640) cleanup();
  }
  seen();
  await expect.poll(() => rows().length).toBe(24);
});

test('rows that stay in the list are the same rows, and follow the language', async () => {
  await show('/places');
  await screen.findByText('3 found');
  await screen.findByText('Asked 4 times in 90 days');
  const before = rows()[0];
  fireEvent.input(screen.getByLabelText('Find by name or group'), { target: { value: 'long' } });
  await screen.findByText('2 found');
  expect(rows()[0]).toBe(before);
  expect(before?.textContent).toContain('Last seen');
  await changeLanguage('ar', 'standard');
  await expect.poll(() => before?.textContent).not.toContain('Last seen');
  expect(before?.textContent).toContain('Long Lane');
});

test('a row that came while the list is open appears in it', async () => {
  const { reference } = await show('/places', { entries: [], seen: [] });
  await screen.findByText('No places yet');
  await reference.keepOwn({ opId: 'o', entityId: 'e', entry: anEntry('new', { name: 'New yard' }), observation: null });
  expect((await screen.findByRole('link', { name: /New yard/ })).textContent).toContain('Not on other tablets yet');
});

test('the page of a place warns before anything else, keeps disagreement, and tells who said what', async () => {
  const owed = [
    { entityId: 'w', groupName: '', placeName: 'Long Lane', what: 'When the tap runs', dueOn: '2026-11-01' },
  ];
  await show('/places/long-lane', { owed });
  await screen.findByText('Nobody should go here alone');
  screen.getByText('Asked 4 times in 90 days');
  screen.getByText('When the tap runs');
  screen.getByText('Was due 1 November 2026');
  screen.getByText('Shoes off at the door.');
  // The strictest rule that anybody told.
  screen.getByText('No photos, ever', { selector: '.before__facts *' });
  const differing = screen.getByText('Two people saw this differently').closest('.notice');
  expect(differing?.textContent).toMatch(/Getting weak.*Maria.*saw it.*Growing.*Tom/s);
  expect(screen.getByRole('link', { name: 'Write a note here' }).getAttribute('href')).toBe(
    '/capture/map-note?about=long-lane',
  );
  expect(screen.getByRole('link', { name: 'Start a visit here' }).getAttribute('href')).toBe(
    '/visit/start?place=long-lane',
  );
  const told = [...document.querySelectorAll('.places-history > li')].map(({ textContent }) => textContent ?? '');
  expect(told).toHaveLength(6);
  expect(told[0]).toMatch(/^A visit.*was there · 14 November 2026/);
  expect(told.at(-1)).toMatch(/Growing.*Tom.*20 October 2026/);
  expect(screen.getAllByRole('link', { name: /Mary/ }).map((link) => link.getAttribute('href'))).toContain(
    '/places/mary',
  );
});

test('at the gate the page tells what was promised there to a group, and whose it is; its own page does not repeat that', async () => {
  const group = anEntry('women', { type: 'group', name: 'Women', links: [{ to: 'hall', how: 'meets-at' }] });
  const owed = [
    { entityId: 'w', groupName: 'Women', placeName: 'St Mark’s hall', placeId: 'hall', what: 'A ramp?', dueOn: null },
  ];
  const card = () => screen.getByText('1 answer is owed here').closest('.card')?.textContent;
  await show('/places/hall', { entries: [...ENTRIES, group], owed });
  await screen.findByText('1 answer is owed here');
  expect(card()).toMatch(/A ramp\?.*Women.*No date was promised/);
  cleanup();
  await show('/places/women', { entries: [...ENTRIES, group], owed });
  await screen.findByText('1 answer is owed here');
  expect(card()).not.toContain('Women');
  cleanup();
  // Beside one another, at the start of a visit, it stands once.
  await show('/visit/start?place=hall', { entries: [...ENTRIES, group], owed });
  await screen.findByText('1 answer is owed here');
});

test('what was told with something in the way says that it is better now', async () => {
  const seen = [
    anObservation('lift', 'hall', '2026-09-03', { kind: 'barrier', facts: { accessNote: 'Lift out of order' } }),
    anObservation('mended', 'hall', '2026-10-27', { answers: { observationId: 'lift', now: 'better' } }),
  ];
  const { reference } = await show('/places/hall', { seen });
  const note = (await screen.findByText('Lift out of order', { selector: '.before__facts *' })).closest('dd');
  expect(note?.textContent).toMatch(/3 September 2026.*Better now, as of 27 October 2026/);
  const worse = anObservation('again', 'hall', '2026-11-01', { answers: { observationId: 'lift', now: 'worse' } });
  await reference.apply([{ kind: 'observation', id: 'hall/again', value: worse }]);
  await screen.findByText('Worse, as of 1 November 2026');
  expect(document.querySelector('.before__facts')?.textContent).not.toContain('Better now');
});

test('what is open stands above everything that was seen, and leads to whether it is better now', async () => {
  const seen = [
    anObservation('tap', 'hall', '2026-03-01', { kind: 'need', what: 'One tap for all' }),
    anObservation('dogs', 'hall', '2026-04-01', { kind: 'hazard', what: 'Loose dogs' }),
    anObservation('still', 'hall', '2026-05-01', {
      answers: { observationId: 'dogs', now: 'same' },
      byName: 'Tom',
      source: 'resident',
    }),
    anObservation('ramp', 'hall', '2026-02-01', { kind: 'barrier', what: 'No ramp' }),
    anObservation('built', 'hall', '2026-06-01', { answers: { observationId: 'ramp', now: 'better' }, byName: 'Ama' }),
    anObservation('lost', 'hall', '2026-06-02', { answers: { observationId: 'taken-back', now: 'better' } }),
  ];
  const { reference } = await show('/places/hall', { seen });
  const needs = within(await screen.findByRole('region', { name: 'What people need here' }));
  needs.getByText('One tap for all', { selector: 'p *' });
  expect(needs.getByRole('link', { name: /^Is this better now\? .*One tap for all/ }).getAttribute('href')).toBe(
    '/capture/map-note?about=hall&answers=tap',
  );
  const others = screen.getByRole('region', { name: 'Dangers, and what is in the way here' });
  expect(others.textContent).toMatch(/A danger.*Loose dogs.*Still so, as of 1 May 2026.*told.*Tom/);
  expect(others.textContent).not.toContain('No ramp');
  const told = () => [...document.querySelectorAll('.places-history > li')].map(({ textContent }) => textContent ?? '');
  expect(told()).toHaveLength(6);
  expect(told()[0]).toMatch(/^Better now.*About something that was taken back/);
  expect(told()[1]).toMatch(/^Better now.*About:.*No ramp.*Ama/);
  // What is better stands in the history with who said so, and can be asked after again.
  expect(told().at(-1)).toMatch(
    /Something in the way.*No ramp.*Better now, as of 1 June 2026.*Ama.*Is it still better\?/,
  );
  const worse = anObservation('worse', 'hall', '2026-07-01', { answers: { observationId: 'ramp', now: 'worse' } });
  await reference.apply([{ kind: 'observation', id: 'hall/worse', value: worse }]);
  await screen.findByText('Worse, as of 1 July 2026');
  expect(screen.getByRole('region', { name: 'Dangers, and what is in the way here' }).textContent).toContain('No ramp');
  expect(told()).toHaveLength(7);
});

test('who speaks for others stands apart from what people say themselves, and is counted apart', async () => {
  const seen = [
    anObservation('leader', 'hall', '2026-11-03', { what: 'They only want work', source: 'community-leader' }),
    anObservation('nurse', 'hall', '2026-11-02', { what: 'They do not come', source: 'professional' }),
    anObservation('mother', 'hall', '2026-11-01', { what: 'Nobody asked us', source: 'resident' }),
    anObservation('there', 'hall', '2026-10-01', { kind: 'visit' }),
  ];
  const { reference } = await show('/places/hall', { seen });
  await screen.findByText('From people who live here: 1');
  screen.getByText('From people who speak for them: 2');
  screen.getByText('From the team: 0');
  const marked = [...document.querySelectorAll('.places-history > li')].map(({ className, textContent }) => [
    className,
    textContent?.includes('This person speaks for others'),
  ]);
  expect(marked).toEqual([
    ['places-history__others', true],
    ['places-history__others', true],
    ['places-history__members', false],
    ['places-history__team', false],
  ]);
  await reference.apply(['leader', 'nurse'].map((id) => ({ kind: 'observation', id: `hall/${id}`, value: null })));
  await waitFor(() => expect(screen.queryByText(/^From people who speak for them/)).toBeNull());
});

test('what others have written since somebody was there is told at once, and marked', async () => {
  const seen = [
    anObservation('mine', 'hall', '2026-11-08', { what: 'My own' }),
    anObservation('came', 'hall', '2026-11-07', { kind: 'visit', byName: 'Tom' }),
    anObservation('new', 'hall', '2026-11-06', { what: 'The tap is broken', byName: 'Tom' }),
    anObservation('there', 'hall', '2026-11-05', { kind: 'visit' }),
    anObservation('old', 'hall', '2026-11-04', { what: 'Read long ago', byName: 'Tom' }),
  ];
  const { reference } = await show('/places/hall', { seen });
  await screen.findByText('Since you were here on 5 November 2026, others have written: 1');
  const marked = screen.getAllByText('Written since you were here').map((mark) => mark.closest('li')?.textContent);
  expect(marked).toEqual([expect.stringContaining('The tap is broken')]);
  // Who was never there reads it all as it is.
  await reference.apply([{ kind: 'observation', id: 'hall/there', value: null }]);
  await waitFor(() => expect(screen.queryByText('Written since you were here')).toBeNull());
});

test('a page whose entry is gone says so and leads back', async () => {
  await show('/places/nothing-here');
  await screen.findByText('This is no longer on the list');
  expect(screen.getByRole('link', { name: 'Places and groups' }).getAttribute('href')).toBe('/places');
});

test('who is linked to whom is told in words, and the picture says the same', async () => {
  await show('/places/networks');
  expect((await screen.findAllByText(/Opens doors to/)).length).toBe(2);
  fireEvent.click(screen.getByRole('tab', { name: 'Picture' }));
  const mary = await screen.findByRole('button', { name: /^Mary.*Someone who opens doors · 1 link/ });
  fireEvent.click(mary);
  expect(mary.getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('status').textContent).toBe('Mary · Opens doors to · Long Lane');
});

test('the maps of this tablet are told with their size; without one, that everything works from the list', async () => {
  const { reference } = await show('/places/maps');
  await screen.findByText('No maps yet');
  const map = { mapId: 'm', title: 'Bristol', bounds: [0, 0, 1, 1] as [number, number, number, number] };
  const value = {
    ...map,
    minZoom: 0,
    maxZoom: 14,
    bytes: 4_000_000,
    pieces: [{ sha256: 'a'.repeat(64), bytes: 4_000_000 }],
    attribution: '© OpenStreetMap contributors',
  };
  await reference.apply([{ kind: 'base-map', id: 'm', value }]);
  await screen.findByText('Bristol');
  screen.getByText(/of 4\s?MB are here/);
  screen.getByText('The rest comes with the signal');
  screen.getByText('© OpenStreetMap contributors');
});

test('a worker takes a map off this tablet for its room, and it stays away until somebody brings it back', async () => {
  const { reference, mapPieces, nudged } = await show('/places/maps');
  const piece = 'b'.repeat(64);
  await mapPieces.put(piece, 'application/octet-stream', new Uint8Array(3));
  const value = {
    mapId: 'm',
    title: 'Bristol',
    bounds: [0, 0, 1, 1] as [number, number, number, number],
    minZoom: 0,
    maxZoom: 14,
    bytes: 6_000_000,
    pieces: [
      { sha256: piece, bytes: 5_000_000 },
      { sha256: 'c'.repeat(64), bytes: 1_000_000 },
    ],
    attribution: '© OpenStreetMap contributors',
  };
  await reference.apply([{ kind: 'base-map', id: 'm', value }]);
  const off = await screen.findByRole('button', { name: 'Take off this tablet' });
  fireEvent.click(off);
  await screen.findByText(/^5\s?MB will be free again\.$/);
  fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(await mapPieces.list()).toEqual([piece]);
  fireEvent.click(off);
  fireEvent.click(await screen.findByRole('button', { name: 'Take it off' }));
  await screen.findByText(/^Bristol is off this tablet\. 5\s?MB are free again\.$/);
  expect([await mapPieces.list(), await reference.baseMaps()]).toEqual([[], []]);
  await screen.findByText('Taken off this tablet');
  expect(screen.queryByText('The rest comes with the signal')).toBeNull();
  screen.getByText(/^6\s?MB come with the signal if you bring it back\.$/);
  const back = screen.getByRole('button', { name: 'Bring it back' });
  // The same button: whoever works with keys has not lost their place.
  expect(back).toBe(off);
  expect(nudged()).toBe(0);
  fireEvent.click(back);
  await screen.findByText('Bristol comes back with the signal.');
  await screen.findByText('The rest comes with the signal');
  expect([(await reference.baseMaps()).length, nudged()]).toEqual([1, 1]);
});

test('a map that could not be taken off says so', async () => {
  const { reference, mapPieces } = await show('/places/maps');
  const piece = 'b'.repeat(64);
  await mapPieces.put(piece, 'application/octet-stream', new Uint8Array(3));
  mapPieces.remove = () => Promise.reject(new Error('no'));
  const value = {
    mapId: 'm',
    title: 'Bristol',
    bounds: [0, 0, 1, 1] as [number, number, number, number],
    minZoom: 0,
    maxZoom: 14,
    bytes: 3,
    pieces: [{ sha256: piece, bytes: 3 }],
    attribution: '',
  };
  await reference.apply([{ kind: 'base-map', id: 'm', value }]);
  fireEvent.click(await screen.findByRole('button', { name: 'Take off this tablet' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Take it off' }));
  await screen.findByText('That did not work. Nothing was lost. Try again.');
});

test('a visit to where nobody should go alone asks first, and carries the place in every record', async () => {
  const { begun } = await show('/visit/start?place=long-lane');
  await screen.findByText('Nobody should go here alone');
  expect((screen.getByRole('radio', { name: /Long Lane/ }) as HTMLInputElement).checked).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Start the visit' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Go back' }));
  expect(begun).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Start the visit' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Somebody is with me. Start.' }));
  await expect.poll(() => begun).toMatchObject([{ visit: { placeId: 'long-lane', grade: 'shielded' } }]);
});
