import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { NewsLine } from '../../../../src/domain/place-news.ts';
import { daysBefore } from '../../../../src/places/days.ts';
import { localDay } from '../../../../src/features/local-day.ts';
import { openPlaces } from './open-places.tsx';

const TODAY = localDay(Date.now());
const DAY = daysBefore(TODAY, 2);
const about = { on: DAY, cameIn: null, entryId: 'hall', name: 'Harbour hall', type: 'venue' as const };
const spot = { ...about, entryId: null, name: '', type: null };
const LINES: readonly NewsLine[] = [
  { ...about, what: 'new', how: 'arrived', by: '' },
  { ...about, what: 'seen', days: 2, before: '2026-01-02', afterLong: true },
  { ...about, what: 'seen', days: 3, before: '2026-11-02', afterLong: false },
  { ...about, what: 'seen', days: 1, before: null, afterLong: false },
  { ...about, what: 'status', before: 'steady', after: 'weak', by: 'Omar', source: 'resident' },
  { ...about, what: 'status', before: null, after: 'growing', by: 'Amina', source: null },
  { ...spot, what: 'need', says: 'A tap.', by: 'Bea', source: 'own-eyes', share: 'office', entityId: 'a-record' },
  { ...about, what: 'differing', field: 'signal' },
  { ...about, what: 'merged', other: 'Old hall', by: 'Amina' },
  { ...about, what: 'unmerged', other: 'Shed', by: 'Amina' },
  { ...about, what: 'closed', by: 'Amina' },
  { ...about, what: 'opened', by: 'Amina' },
  {
    ...about,
    what: 'answered',
    now: 'better',
    says: 'No lamp.',
    by: 'Bea',
    source: 'own-eyes',
    share: 'team',
    entityId: 'an-answer',
  },
  { ...about, what: 'fading', lastSeen: '2026-05-20', on: daysBefore(TODAY, 6) },
];

function open(lines: readonly NewsLine[] = LINES) {
  const news = { since: daysBefore(TODAY, 7), today: TODAY, lines: [...lines], found: lines.length };
  return openPlaces('/news', { news });
}
/** What the rows say, without the signs that keep names of another direction apart. */
const rows = () =>
  [...document.querySelectorAll('.places-desk__row')].map((row) => row.textContent.replaceAll(/[\u2066-\u2069]/g, ''));

beforeAll(
  () =>
    Promise.all([
      import('../../../../src/features/desk/places/places-room.tsx'),
      import('../../../../src/features/desk/places/news-page.tsx'),
    ]),
  60_000,
);
afterEach(cleanup);

describe('what changed', () => {
  test('each thing in words, with a way to the place, or to the record where it is no place', async () => {
    open();
    await screen.findByText(/^14 changes since /);
    const words = [
      'New: written down in the field',
      'Nobody had seen it for more than 6 months',
      'Seen on 3 days',
      'Seen for the first time',
      'How it stands: Getting weak. Before that: Steady.',
      'How it stands: Growing. Nobody had said so before.',
      'A tap.',
      'People see this differently: Signal',
      'Old hall',
      'it stands apart again',
      'Closed',
      'Opened again',
      'About: No lamp.',
      'Not seen for 6 months. The last time was on 20 May 2026.',
    ];
    expect(rows()).toEqual(words.map((part) => expect.stringContaining(part)));
    expect(rows()[4]).toContain('Someone who lives here told Omar');
    expect(rows()[5]).toContain('Amina, at the desk');
    expect(rows()[6]).toContain('For the office only');
    expect(rows()[6]).toContain('A spot that is not on the list');
    expect(document.querySelector('.places-desk__name[href="/desk/places/entry/hall"]')).not.toBeNull();
    expect(screen.getAllByRole('link', { name: 'Open the record' })[0]?.getAttribute('href')).toContain('/a-record');
    expect(screen.getByRole('link', { name: 'What changed' }).getAttribute('aria-current')).toBe('page');
  });

  test('what came in late is not said to be seen after a later day', async () => {
    open([{ ...about, on: '2026-10-20', cameIn: DAY, what: 'seen', days: 1, before: '2026-11-02', afterLong: false }]);
    await screen.findByText(/^1 change since /);
    expect(rows()[0]).toContain('Seen on 1 day, last on 20 October 2026');
    expect(rows()[0]).not.toContain('Before that');
  });

  test('one kind of change by itself, and how many there are of each', async () => {
    open();
    await screen.findByText(/^14 changes since /);
    const choice = screen.getByLabelText('Show');
    expect(screen.getByRole('option', { name: 'Merged, or taken apart (2)' })).toBeTruthy();
    fireEvent.change(choice, { target: { value: 'status' } });
    await screen.findByText(/^2 changes since /);
    expect(rows()).toHaveLength(2);
    cleanup();
    open(LINES.slice(0, 1));
    fireEvent.change(await screen.findByLabelText('Show'), { target: { value: 'need' } });
    await screen.findByText(/^Nothing of this kind since /);
  });

  test('since another day: the server is asked again', async () => {
    open();
    await screen.findByText(/^14 changes since /);
    fireEvent.click(screen.getByRole('button', { name: 'Yesterday' }));
    await screen.findByText(/^Nothing changed since /);
    fireEvent.input(screen.getByLabelText('Since'), { target: { value: daysBefore(TODAY, 5) } });
    await screen.findByText(/^13 changes since /);
    await waitFor(() => expect(rows()).toHaveLength(13));
  });
});
