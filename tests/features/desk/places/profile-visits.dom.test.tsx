import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bareLine } from '../../../../src/adapters/memory/places-client.ts';
import type { DeskNote, OpenPlace } from '../../../../src/domain/desk-places.ts';
import { aDeskNote, anEntry } from '../../../helpers/directory.ts';
import { openPlaces } from './open-places.tsx';

const visit = (on: string): DeskNote => aDeskNote({ entryId: 'sisters', kind: 'visit', what: '', on });

/** What stands under "Visits" on the paper of a group. */
async function visitsOf(notes: readonly DeskNote[], met: OpenPlace['met']): Promise<string | undefined> {
  const lines = [bareLine(anEntry('sisters', { type: 'group', name: 'Friday sisters' }))];
  openPlaces('/profile/sisters', { lines, notes: [...notes], met: { sisters: met } });
  const heading = await screen.findByRole('heading', { name: 'Visits' });
  return heading.closest('section')?.querySelector('p')?.textContent;
}

beforeAll(
  () =>
    Promise.all([
      import('../../../../src/features/desk/places/places-room.tsx'),
      import('../../../../src/features/desk/places/profile-page.tsx'),
    ]),
  60_000,
);
afterEach(cleanup);

test('on paper a group was visited where it meets too, each day once', async () => {
  const met = [
    { day: '2026-11-20', kinds: ['quick-note'] },
    { day: '2026-11-14', kinds: ['quick-note', 'visit'] },
    { day: '2026-04-06', kinds: ['visit'] },
  ];
  expect(await visitsOf([visit('2026-04-06')], met)).toBe('2 visits, the last on 14 November 2026');
});

test('two visits on one day are two, and somebody who was only spoken with elsewhere was not visited', async () => {
  expect(await visitsOf([visit('2026-04-06'), visit('2026-04-06')], [])).toBe('2 visits, the last on 6 April 2026');
  cleanup();
  expect(await visitsOf([], [{ day: '2026-11-20', kinds: ['quick-note'] }])).toBe('No visit was noted.');
});
