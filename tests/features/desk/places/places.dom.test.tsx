import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bareLine } from '../../../../src/adapters/memory/places-client.ts';
import type { DeskNote, PlaceLine } from '../../../../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../../../../src/domain/directory.ts';
import { aDeskNote, anEntry } from '../../../helpers/directory.ts';
import { spotAt } from '../../../helpers/told-places.ts';
import { aPromise, openPlaces } from './open-places.tsx';

const line = (entryId: string, over: Partial<DirectoryEntry> = {}, known: Partial<PlaceLine> = {}): PlaceLine =>
  bareLine(anEntry(entryId, { grade: 'open', council: 'Example Borough', ...over }), known);
const told = (entryId: string | null, over: Partial<DeskNote> = {}): DeskNote => aDeskNote({ entryId, ...over });
const ELM = line('elm', { name: 'Elm Tree', grade: 'shielded', where: { as: 'council', council: 'Bristol' } });
const HALL = line('hall', { name: 'Harbour hall', where: spotAt('open') });

function open(path: string, over: { lines?: PlaceLine[]; notes?: DeskNote[]; who?: string } = {}) {
  const known = { lines: over.lines ?? [ELM, HALL], notes: over.notes ?? [] };
  return openPlaces(path, known, { details: [aPromise()], who: over.who ?? 'amina' });
}
const kept = (desk: ReturnType<typeof open>, entryId: string) =>
  desk.state.places.lines.find(({ entry }) => entry.entryId === entryId)!.entry;
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const write = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const pick = async (label: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
const names = () => [...document.querySelectorAll('.places-desk__name')].map((one) => one.textContent);

// Heavy rooms are fetched once, so that no test waits for it.
beforeAll(
  () =>
    Promise.all([
      import('../../../../src/features/desk/places/places-room.tsx'),
      import('../../../../src/features/desk/places/one-place.tsx'),
      import('../../../../src/features/desk/places/same-page.tsx'),
      import('../../../../src/features/desk/places/profile-page.tsx'),
      import('../../../../src/features/desk/places/coverage-page.tsx'),
    ]),
  60_000,
);
afterEach(cleanup);

describe('the list', () => {
  test('says of a hidden place that it is hidden, finds by word and group, and shows what was noted elsewhere', async () => {
    const sisters = line('sisters', { type: 'group', links: [{ to: 'hall', how: 'meets-at' }] });
    open('', { lines: [ELM, HALL, sisters], notes: [told(null, { what: 'A lamp is broken.' })] });
    await screen.findByText('3 found');
    expect(names()).toEqual(['Elm Tree', 'Harbour hall', 'sisters']);
    expect(screen.getByRole('link', { name: 'Elm Tree' }).closest('li')?.textContent).toContain('Hidden');
    expect(screen.getByText('1 note about a spot that is not on this list')).toBeTruthy();
    await pick('Group, network or community', 'sisters');
    expect(names()).toEqual(['Harbour hall', 'sisters']);
    await write('Name or council area', 'harb');
    await screen.findByText('1 found');
  });
});

describe('one entry', () => {
  test('where a group meets is put right as it is of a place: the tablet asks for it of both', async () => {
    const desk = open('/entry/sisters', { lines: [line('sisters', { type: 'group', setting: 'mosque' })] });
    await press('Change it');
    await pick('Kind of place', 'church');
    await press('Keep this');
    await screen.findByText('Kept. Tablets have it after their next sync.');
    expect(kept(desk, 'sisters').setting).toBe('church');
  });

  test('how it stands is not asked where somebody who was there has said so: another word would stand nowhere', async () => {
    const notes = [
      told('hall', { status: 'growing', on: '2026-11-14' }),
      told('elm', { status: 'weak', share: 'office' }),
    ];
    open('/entry/hall', { notes });
    await press('Change it');
    await screen.findByText('Somebody who was there said so on 14 November 2026.', { exact: false });
    expect(screen.queryByLabelText('How it stands')).toBeNull();
    cleanup();
    // What is kept for the office decides nothing on tablets.
    open('/entry/elm', { notes });
    await press('Change it');
    await screen.findByLabelText('How it stands');
  });

  test('promises with their state, people who saw it differently, and links either way', async () => {
    const seen = (byName: string, signal: 'none' | 'good', on: string) =>
      told('elm', { byName, on, facts: { signal } });
    open('/entry/elm', {
      lines: [ELM, line('sisters', { type: 'group', links: [{ to: 'elm', how: 'meets-at' }] })],
      notes: [seen('Bea', 'none', '2026-11-01'), seen('Omar', 'good', '2026-10-20')],
    });
    await screen.findByText('Bring the answer');
    expect(screen.getByText(/Owed, without a date/)).toBeTruthy();
    const differing = document.querySelector('.places-differing');
    expect(differing?.textContent).toMatch(/Bea/);
    expect(differing?.textContent).toMatch(/Omar/);
    expect(screen.getByRole('link', { name: 'sisters' }).closest('li')?.textContent).toContain('Meets at');
  });

  test('how it stands, how many, and links are changed and kept; the focus comes back', async () => {
    const group = line('sisters', { type: 'group', name: 'Friday sisters' });
    const desk = open('/entry/sisters', { lines: [group, HALL] });
    await press('Change it');
    expect(document.activeElement?.textContent).toMatch(/^Change/);
    await pick('How it stands', 'growing');
    await write('About how many people', 'about 40 families');
    await pick('Who says so', 'resident');
    await pick('Whom or what', 'hall');
    await press('Add the link');
    await press('Keep this');
    await screen.findByText('Kept. Tablets have it after their next sync.');
    expect(kept(desk, 'sisters')).toMatchObject({
      status: 'growing',
      size: { about: 'about 40 families', source: 'resident', confidence: 'guess' },
      links: [{ to: 'hall', how: 'meets-at' }],
    });
    expect(document.activeElement?.textContent).toBe('Change it');
    expect(screen.getByRole('link', { name: 'Harbour hall' })).toBeTruthy();
  });

  test('nothing is kept without a name', async () => {
    const desk = open('/entry/hall');
    await press('Change it');
    await write('Name', ' ');
    await press('Keep this');
    await screen.findByText('Give it a name first.');
    expect(kept(desk, 'hall').name).toBe('Harbour hall');
  });

  test('made coarser: said beforehand, and the position is as coarse at once', async () => {
    const desk = open('/entry/hall');
    await press('Change it');
    fireEvent.click(await screen.findByRole('radio', { name: /^Hidden/ }));
    await screen.findByText(/become as coarse as that/);
    await press('Keep this');
    await waitFor(() => expect(kept(desk, 'hall').where).toEqual({ as: 'council', council: 'Example Borough' }));
  });

  test('whoever may not tell it more finely is not asked, and told who may', async () => {
    open('/entry/elm', { who: 'ben' });
    await press('Change it');
    await screen.findByText('Only a lead or an administrator can show it more closely than now.');
    expect(
      screen.getAllByRole('radio').filter((one) => one.closest('fieldset')?.textContent?.includes('How closely')),
    ).toHaveLength(1);
    cleanup();
    open('/entry/elm');
    await press('Change it');
    fireEvent.click(await screen.findByRole('radio', { name: /within 250 metres/ }));
    await screen.findByText(/What was finer is gone/);
  });

  test('two people at once: what the other wrote stands with mine, and what both wrote is chosen', async () => {
    const desk = open('/entry/hall');
    await press('Change it');
    await write('Council area', 'South');
    const there = desk.state.places.lines.find(({ entry }) => entry.entryId === 'hall')!;
    desk.state.places.lines = [
      ELM,
      { ...there, rev: 9, changedBy: 'Ben', entry: { ...there.entry, council: 'North', notes: 'Ring twice.' } },
    ];
    await press('Keep this');
    const notice = within(await screen.findByRole('region', { name: 'Somebody else changed it' }));
    expect(kept(desk, 'hall').council).toBe('North');
    expect(screen.getByLabelText<HTMLInputElement>('What the team knows').value).toBe('Ring twice.');
    expect(screen.getByLabelText<HTMLInputElement>('Council area').value).toBe('South');
    fireEvent.click(notice.getByRole('button'));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Council area').value).toBe('North'));
    await press('Keep this');
    await screen.findByText(/^Kept\./);
    expect(kept(desk, 'hall')).toMatchObject({ council: 'North', notes: 'Ring twice.' });
  });

  test('what came in from the field is looked at, closed and opened again, each said in words', async () => {
    const desk = open('/entry/hall', { lines: [line('hall', { checked: false })] });
    await press('I have looked at it');
    await screen.findByText('Marked as looked at.');
    await press('Close it');
    await screen.findByText('Closed.');
    expect(kept(desk, 'hall')).toMatchObject({ checked: true, closed: true });
    await press('Open it again');
    await screen.findByText('Open again.');
  });
});

describe('twice there', () => {
  test('any two are merged by hand, found by a word among many, and the way back is told', async () => {
    const many = Array.from({ length: 60 }, (_, at) => line(`venue-${at}`, { name: `Venue number ${at} ${at * 7}` }));
    const desk = open('/same', { lines: [...many, HALL] });
    await screen.findByLabelText('This one goes');
    const [words] = screen.getAllByLabelText('Find by a word');
    fireEvent.input(words!, { target: { value: 'number 58' } });
    await waitFor(() => expect(screen.getByLabelText('This one goes').children).toHaveLength(2));
    await pick('This one goes', 'venue-58');
    fireEvent.input(screen.getAllByLabelText('Find by a word')[1]!, { target: { value: 'harbour' } });
    await pick('into this one', 'hall');
    await press('Merge them');
    const back = await screen.findByRole('link', { name: 'Look at it, or take them apart again' });
    expect(back.getAttribute('href')).toBe('/desk/places/entry/venue-58');
    expect(kept(desk, 'venue-58').mergedInto).toBe('hall');
  });
});

test('a profile has sources without names, promises, strengths first; nothing of the office, no way to a hidden place', async () => {
  open('/profile/elm', {
    notes: [
      told('elm', { what: 'The drain floods.' }),
      told('elm', { kind: 'strength', what: 'Everybody knows everybody.' }),
      told('elm', { kind: 'how-to-find', what: 'Second gate.' }),
      told('elm', { share: 'office', what: 'A private matter.' }),
    ],
  });
  await screen.findByText('Bring the answer');
  const paper = document.querySelector('.profile')?.textContent ?? '';
  expect(paper.indexOf('Everybody knows')).toBeLessThan(paper.indexOf('The drain floods'));
  expect(paper).toContain('Someone who lives here');
  expect(paper).not.toMatch(/Bea|Second gate|A private matter/);
});

describe('what is open', () => {
  const drain = told('elm', { what: 'The drain floods.', on: '2026-10-01' });
  const ramp = told('elm', { what: 'No ramp.', on: '2026-10-02', kind: 'barrier' });
  const better = told('elm', {
    kind: 'seen',
    what: 'There is a ramp now.',
    on: '2026-10-20',
    byName: 'Omar',
    answers: { observationId: ramp.observationId, now: 'better' },
  });
  const still = told('elm', {
    kind: 'seen',
    what: 'On Mondays too.',
    on: '2026-10-25',
    byName: 'Hana',
    answers: { observationId: drain.observationId, now: 'same' },
  });
  const notes = [still, better, ramp, drain];
  const LINES = [line('elm', { name: 'Elm Tree' }, { openNeeds: 1 }), HALL];

  test('stands by itself with who saw it last; what is better stands in the history', async () => {
    open('/entry/elm', { lines: LINES, notes });
    const list = (await screen.findByRole('heading', { name: 'Open needs, dangers, and what is in the way' })).closest(
      'section',
    );
    expect(list?.textContent).toMatch(/A danger.*The drain floods.*Still so, as of 25 October 2026.*Hana/);
    expect(list?.textContent).not.toContain('No ramp');
    const all = [
      ...(screen.getByRole('heading', { name: 'What was seen' }).closest('section')?.querySelectorAll('li') ?? []),
    ];
    expect(all).toHaveLength(4);
    expect(all[1]?.textContent).toMatch(/^Better now.*About:.*No ramp.*There is a ramp now.*Omar/);
    expect(all[2]?.textContent).toMatch(/Something in the way.*No ramp.*Better now, as of 20 October 2026.*Omar/);
  });

  test('is counted in the list, and missing from paper once it is better', async () => {
    open('', { lines: LINES, notes });
    await screen.findByText('1 open need');
    cleanup();
    open('/profile/elm', { lines: LINES, notes });
    await screen.findByText(/The drain floods/);
    const paper = document.querySelector('.profile')?.textContent ?? '';
    expect(paper).toMatch(/The drain floods.*Still so, as of 25 October 2026/);
    expect(paper).toMatch(/Better now: .*There is a ramp now/);
    expect(paper).not.toMatch(/No ramp|On Mondays|Omar|Hana/);
  });
});

test('who was asked: each finding leads to its entry', async () => {
  const desk = open('/coverage');
  desk.state.places.coverage = {
    loadLimit: 4,
    today: '2026-11-22',
    places: [
      {
        entryId: 'elm',
        name: 'Elm Tree',
        type: 'venue',
        never: false,
        fading: false,
        lastContact: '2026-11-16',
        lastSeen: '2026-11-16',
        asked90: 5,
        tooOften: true,
        openNeeds: 3,
        times: [{ code: 'weekend-morning', days: 0 }],
        languages: [],
      },
    ],
  };
  const often = within((await screen.findByRole('heading', { name: /Asked too often: 4 days/ })).closest('section')!);
  expect(often.getByRole('link', { name: 'Elm Tree' }).getAttribute('href')).toBe('/desk/places/entry/elm');
  expect(often.getByText('5')).toBeTruthy();
  const needs = screen.getByRole('heading', { name: 'Needs, dangers, or something in the way' }).closest('section');
  expect(needs?.textContent).toMatch(/Elm Tree.*3/);
  const times = within(screen.getByRole('heading', { name: 'Times when nobody came' }).closest('section')!);
  expect(times.getByText('Weekend mornings')).toBeTruthy();
});
