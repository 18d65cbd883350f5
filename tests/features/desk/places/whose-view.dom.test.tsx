import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bareLine } from '../../../../src/adapters/memory/places-client.ts';
import { aDeskNote, anEntry } from '../../../helpers/directory.ts';
import { openPlaces } from './open-places.tsx';

const note = (what: string, source: 'resident' | 'community-leader' | 'own-eyes', on: string) =>
  aDeskNote({ entryId: 'elm', kind: 'need', what, source, on });
const NOTES = [
  aDeskNote({ entryId: 'elm', kind: 'visit', what: '', source: 'own-eyes', on: '2026-11-03' }),
  note('They only want work.', 'community-leader', '2026-11-02'),
  note('We want water first.', 'resident', '2026-11-01'),
  note('One tap for thirty.', 'own-eyes', '2026-10-31'),
];

const open = (path: string, notes = NOTES) =>
  openPlaces(path, { lines: [bareLine(anEntry('elm', { name: 'Elm Tree' }))], notes });

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

test('whoever speaks for others is marked, counted apart, and can be read apart', async () => {
  open('/entry/elm');
  const choice = await screen.findByLabelText('Whose view');
  const seen = () => [
    ...(screen.getByRole('heading', { name: 'What was seen' }).closest('section')?.querySelectorAll('li') ?? []),
  ];
  expect(seen().map((row) => row.textContent.includes('This person speaks for others'))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect([...choice.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    'Everybody’s, each for itself',
    'From people who live here: 1',
    'From people who speak for them: 1',
    'From the team: 1',
  ]);
  fireEvent.change(choice, { target: { value: 'members' } });
  expect(seen()).toHaveLength(1);
  expect(seen()[0]?.textContent).toContain('We want water first.');
});

test('on paper what people say themselves stands first, and nobody else’s view among it', async () => {
  open('/profile/elm');
  await screen.findByText('We want water first.');
  const needs = screen.getByText('We want water first.').closest('section');
  expect([...(needs?.querySelectorAll('h3, li') ?? [])].map((one) => [one.tagName, one.textContent])).toEqual([
    ['H3', 'What people who live here say'],
    ['LI', expect.stringContaining('We want water first.')],
    ['H3', 'What people say who speak for them'],
    ['LI', expect.stringContaining('They only want work.')],
    ['H3', 'What the team saw or read'],
    ['LI', expect.stringContaining('One tap for thirty.')],
  ]);
});

test('on paper nothing is better that somebody since says is not', async () => {
  const tap = note('One tap for thirty.', 'own-eyes', '2026-10-01');
  const lamp = note('No lamp.', 'own-eyes', '2026-10-02');
  const says = (what: string, of: typeof tap, now: 'better' | 'worse', on: string) =>
    aDeskNote({ entryId: 'elm', kind: 'seen', what, on, answers: { observationId: of.observationId, now } });
  open('/profile/elm', [
    says('It drips again.', tap, 'worse', '2026-11-03'),
    says('A second tap runs.', tap, 'better', '2026-11-01'),
    says('The lamp is lit.', lamp, 'better', '2026-11-02'),
    lamp,
    tap,
  ]);
  await screen.findByText('The lamp is lit.');
  expect(screen.getByText('One tap for thirty.')).toBeTruthy();
  expect(screen.queryByText('No lamp.')).toBeNull();
  expect(screen.queryByText('A second tap runs.')).toBeNull();
});

test('on paper a place stands as the team was told, whatever was kept for the office', async () => {
  const on = '2026-11-01';
  open('/profile/elm', [
    aDeskNote({ entryId: 'elm', kind: 'seen', what: 'It closes.', on: '2026-11-03', status: 'weak', share: 'office' }),
    aDeskNote({ entryId: 'elm', kind: 'seen', what: 'More come.', on, status: 'growing' }),
  ]);
  await screen.findByText('More come.');
  const head = screen.getByRole('heading', { level: 1 }).closest('header')?.textContent ?? '';
  expect(head).toContain('Growing');
  expect(head).not.toContain('weak');
});
