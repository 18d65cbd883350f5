import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bareLine } from '../../../../src/adapters/memory/places-client.ts';
import type { KeptBack } from '../../../../src/domain/desk-places.ts';
import { aDeskNote, anEntry } from '../../../helpers/directory.ts';
import { aNote } from '../memory-organisation.ts';
import { openPlaces } from './open-places.tsx';

const NOTES = 'Ring at the side door, BS3 4AB.';
const SAID = 'The gate is at ST 593 731.';
const PIECES: readonly KeptBack[] = [
  {
    entryId: 'elm',
    rev: 1,
    piece: 'BS3 4AB',
    in: [{ field: 'notes', observationId: null, says: NOTES, written: 'BS3 4AB' }],
  },
  {
    entryId: 'elm-2',
    rev: 1,
    piece: 'ST 593 731',
    in: [{ field: 'what', observationId: 'n1', says: SAID, written: 'ST 593 731' }],
  },
];

function open(path: string, keptBack: readonly KeptBack[] = PIECES) {
  const promise = aNote(1, {
    lane: 'promises',
    headline: 'Bring it to ST 593 731',
    groupName: 'Elm Tree',
    placeName: null,
  });
  const known = {
    lines: [
      bareLine(anEntry('elm', { type: 'group', name: 'Elm Tree', notes: NOTES, facts: { whoMeets: 'At BS3 4AB' } }), {
        toDecide: 2,
      }),
      bareLine(anEntry('elm-2', { type: 'group', name: 'The elm', mergedInto: 'elm' })),
      bareLine(anEntry('oak', { name: 'Oak' })),
    ],
    notes: [aDeskNote({ observationId: 'n1', entryId: 'elm-2', kind: 'strength', what: SAID })],
    keptBack: [...keptBack],
  };
  return openPlaces(path, known, { details: [promise] });
}

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

test('each piece stands with the texts it is in, is taken out or kept, and the focus goes on', async () => {
  const desk = open('/entry/elm');
  const heading = await screen.findByRole('heading', { name: 'Words kept back until you decide' });
  const section = heading.closest('section');
  expect(section?.textContent).toMatch(/What the team knows: .*Ring at the side door.*In a note: .*The gate is at/s);
  fireEvent.click(within(section as HTMLElement).getByRole('button', { name: /^Take it out .*ST 593 731/ }));
  await screen.findByText('Taken out. Tablets lose these words at their next sync.');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: /Words kept back/ })));
  fireEvent.click(screen.getByRole('button', { name: /^Keep it .*BS3 4AB/ }));
  await screen.findByText('Kept. Tablets have these words after their next sync.');
  expect(screen.queryByRole('heading', { name: /Words kept back/ })).toBeNull();
  expect(document.activeElement?.textContent).toBe('Change it');
  expect(desk.state.places.events.map(({ what, entryId }) => [what, entryId])).toEqual([
    ['words-out', 'elm-2'],
    ['words-kept', 'elm'],
  ]);
});

test('whoever makes a place stricter is told at once that words are kept back', async () => {
  open('/entry/elm');
  fireEvent.click(await screen.findByRole('button', { name: 'Change it' }));
  // Not while the words stand in the fields: what is kept then would bring them back.
  expect(screen.queryByRole('heading', { name: /Words kept back/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));
  await screen.findByText(/^Kept\. Some words are kept back until you decide\./);
  expect(screen.getByRole('heading', { name: /Words kept back/ })).toBeTruthy();
});

test('the list says where there is something to decide, and shows those alone', async () => {
  open('');
  await screen.findByText('Words kept back: 2 to decide');
  fireEvent.change(await screen.findByLabelText('How it stands'), { target: { value: 'words' } });
  await screen.findByText('1 found');
  expect([...document.querySelectorAll('.places-desk__name')].map(({ textContent }) => textContent)).toEqual([
    'Elm Tree',
  ]);
});

test('on paper none of it stands, in no text, nor in a promise', async () => {
  open('/profile/elm');
  await screen.findByText('Elm Tree');
  await screen.findByText(/^Bring it to …/);
  const paper = document.querySelector('.profile')?.textContent ?? '';
  expect(paper).toMatch(/At ….*The gate is at …\./s);
  expect(paper).not.toMatch(/BS3|593/);
});
