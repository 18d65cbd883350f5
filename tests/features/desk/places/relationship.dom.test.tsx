import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bareLine } from '../../../../src/adapters/memory/places-client.ts';
import type { DirectoryEntry } from '../../../../src/domain/directory.ts';
import { joinEdits } from '../../../../src/features/desk/places/join-edits.ts';
import { draftOf } from '../../../../src/features/desk/places/draft-of.ts';
import { anEntry } from '../../../helpers/directory.ts';
import { aPromise, openPlaces } from './open-places.tsx';

const LADDER = { step: 'relationship' as const, on: '2026-11-05', note: 'They rang us first.' };
const MET = [
  { day: '2026-11-10', kinds: ['conversation', 'visit'] },
  { day: '2026-10-01', kinds: ['visit'] },
];

function open(path: string, over: Partial<DirectoryEntry> = {}, met = MET) {
  const entry = anEntry('elm', { type: 'group', name: 'Elm Tree', ...over });
  return openPlaces(path, { lines: [bareLine(entry)], met: { elm: met } }, { details: [aPromise()] });
}
const steps = () => [...document.querySelectorAll('.ladder > li')].map(({ textContent }) => textContent);

beforeAll(
  () =>
    Promise.all([
      import('../../../../src/features/desk/places/places-room.tsx'),
      import('../../../../src/features/desk/places/one-place.tsx'),
      import('../../../../src/features/desk/places/profile-page.tsx'),
    ]),
  60_000,
);
afterEach(cleanup);

test('each step with its day and where that is from, how often anybody came, and everything between us in one list', async () => {
  open('/entry/elm', { ladder: LADDER });
  await screen.findByText('Somebody was met on 2 days, from 1 October 2026 to 10 November 2026.');
  expect(steps()).toEqual([
    expect.stringContaining('Since 1 October 2026: somebody was met there'),
    expect.stringContaining('Since 10 November 2026: somebody told us something'),
    expect.stringMatching(/We know one another.*Since 5 November 2026: staff say so.*They rang us first/),
    expect.stringContaining('Not yet, as far as we know'),
  ]);
  const section = screen.getByRole('heading', { name: 'How far we have come together' }).closest('section');
  const folded = section?.querySelector('details');
  expect(folded?.querySelectorAll('li')).toHaveLength(0);
  folded!.open = true;
  fireEvent(folded!, new Event('toggle'));
  await waitFor(() => expect(section?.querySelectorAll('.places-plain > li')).toHaveLength(4));
  const lines = [...(section?.querySelectorAll('.places-plain > li') ?? [])].map(({ textContent }) => textContent);
  expect(lines.some((line) => /Promised:.*Bring the answer.*Owed, without a date/.test(line))).toBe(true);
  expect(lines.some((line) => line?.startsWith('5 November 2026 · A step: We know one another'))).toBe(true);
  expect(lines.at(-1)).toMatch(/^1 October 2026 · /);
});

test('who was met once, and who never, is said as it is', async () => {
  open('/entry/elm', {}, MET.slice(1));
  await screen.findByText('Somebody was met once, on 1 October 2026. Nobody has come back yet.');
  cleanup();
  open('/entry/elm', {}, []);
  await screen.findByText('Nobody was met there yet.');
});

test('staff say which step was reached, since when and what shows it, and take it back', async () => {
  const desk = open('/entry/elm');
  const kept = () => desk.state.places.lines[0]?.entry.ladder;
  const label = 'How far have we come together?';
  fireEvent.click(await screen.findByRole('button', { name: 'Change it' }));
  fireEvent.change(await screen.findByLabelText(label), { target: { value: 'partnership' } });
  fireEvent.input(screen.getByLabelText('Since when?'), { target: { value: '2026-11-02' } });
  fireEvent.input(screen.getByLabelText('What shows it?'), { target: { value: 'They chose the questions.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));
  await screen.findByText('Kept. Tablets have it after their next sync.');
  expect(kept()).toEqual({ step: 'partnership', on: '2026-11-02', note: 'They chose the questions.' });
  expect(steps().at(-1)).toContain('Since 2 November 2026: staff say so');
  fireEvent.click(screen.getByRole('button', { name: 'Change it' }));
  fireEvent.change(await screen.findByLabelText(label), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));
  await waitFor(() => expect(kept()).toBeNull());
});

test('a step that was said of an entry that was merged into it stands with its source, and on paper without', async () => {
  const two = (path: string) =>
    open(path).state.places.lines.push(
      bareLine(anEntry('elm-2', { type: 'group', name: 'The old Elm', mergedInto: 'elm', ladder: LADDER })),
    );
  two('/entry/elm');
  await screen.findByText('Somebody was met on 2 days, from 1 October 2026 to 10 November 2026.');
  await waitFor(() =>
    expect(steps()[2]).toMatch(
      /We know one another.*Since 5 November 2026: staff said so of .*The old Elm.*They rang us first/,
    ),
  );
  const folded = screen.getByRole('heading', { name: 'How far we have come together' }).closest('section');
  const details = folded?.querySelector('details');
  details!.open = true;
  fireEvent(details!, new Event('toggle'));
  await waitFor(() =>
    expect(details?.textContent).toMatch(/A step: We know one another\. Staff said so of .*The old Elm/),
  );
  cleanup();
  two('/profile/elm');
  await screen.findByText('Elm Tree');
  await waitFor(() => expect(steps()[2]).toMatch(/Since 5 November 2026: staff say so/));
  expect(document.querySelector('.profile')?.textContent).not.toMatch(/old Elm|rang us/);
});

test('on paper with their days, and without what staff wrote for one another', async () => {
  open('/profile/elm', { ladder: LADDER });
  await screen.findByRole('heading', { name: 'How far we have come together' });
  expect(steps()[2]).toContain('Since 5 November 2026: staff say so');
  expect(document.querySelector('.profile')?.textContent).not.toContain('They rang us first');
});

test('a step that one of two people added stays when both changes go together', () => {
  const before = draftOf(anEntry('elm'));
  const mine = { ...before, ladder: LADDER };
  const theirs = { ...before, notes: 'Ring first.' };
  expect(joinEdits(before, mine, theirs)).toEqual({ draft: { ...mine, notes: 'Ring first.' }, both: [] });
  expect(joinEdits(before, theirs, mine)).toEqual({ draft: { ...mine, notes: 'Ring first.' }, both: [] });
});
