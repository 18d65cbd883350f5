import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bareLine } from '../../../../src/adapters/memory/places-client.ts';
import type { DirectoryEntry } from '../../../../src/domain/directory.ts';
import { anEntry } from '../../../helpers/directory.ts';
import { openPlaces } from './open-places.tsx';

/** What is written of a place and not yet kept: it is neither lost on the way nor left out of what is kept. */

const NOT_KEPT = 'This is not kept yet. It stays here while this page is open.';
const line = (entryId: string, over: Partial<DirectoryEntry> = {}) =>
  bareLine(anEntry(entryId, { grade: 'open', council: 'Example Borough', ...over }));
const open = (path: string) =>
  openPlaces(path, {
    lines: [
      line('hall', { name: 'Harbour hall', checked: false }),
      line('sisters', { type: 'group', name: 'Friday sisters' }),
    ],
    notes: [],
  });
type Desk = ReturnType<typeof open>;
const lineOf = (desk: Desk, entryId: string) => desk.state.places.lines.find(({ entry }) => entry.entryId === entryId)!;
const kept = (desk: Desk, entryId: string) => lineOf(desk, entryId).entry;
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const write = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const pick = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
const reads = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const follow = async (name: string) => fireEvent.click(await screen.findByRole('link', { name }));
/** Whether the browser asks before the page goes. */
const asksBeforeLeaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeAll(
  () =>
    Promise.all([
      import('../../../../src/features/desk/places/places-room.tsx'),
      import('../../../../src/features/desk/places/one-place.tsx'),
      import('../../../../src/features/desk/places/edit-place.tsx'),
    ]),
  60_000,
);
afterEach(cleanup);

async function leaveAndComeBack(): Promise<void> {
  await follow('Back to the list');
  await follow('Harbour hall');
}

test('a change that is not kept is there again on coming back, with a word about it, until it is kept', async () => {
  const desk = open('/entry/hall');
  await press('Change it');
  expect(asksBeforeLeaving()).toBe(false);
  await write('What the team knows', 'Ring twice.');
  await pick('Whom or what', 'sisters');
  expect(screen.queryByText(NOT_KEPT)).toBeNull();
  expect(asksBeforeLeaving()).toBe(true);
  await leaveAndComeBack();
  await screen.findByText(NOT_KEPT);
  expect(reads('What the team knows')).toBe('Ring twice.');
  await waitFor(() => expect(reads('Whom or what')).toBe('sisters'));
  expect(asksBeforeLeaving()).toBe(true);
  await press('Keep this');
  await screen.findByText(/^Kept\./);
  expect(kept(desk, 'hall')).toMatchObject({ notes: 'Ring twice.', links: [{ to: 'sisters', how: 'meets-at' }] });
  expect(screen.queryByText(NOT_KEPT)).toBeNull();
  expect(asksBeforeLeaving()).toBe(false);
});

test('left as it was, nothing of it comes back', async () => {
  open('/entry/hall');
  await press('Change it');
  await write('What the team knows', 'Ring twice.');
  await press('Leave it as it was');
  expect(asksBeforeLeaving()).toBe(false);
  await leaveAndComeBack();
  await screen.findByRole('button', { name: 'Change it' });
  expect(screen.queryByText(NOT_KEPT)).toBeNull();
});

test('what somebody else kept while it lay there is joined with it, not written over', async () => {
  const desk = open('/entry/hall');
  await press('Change it');
  await write('What the team knows', 'Ring twice.');
  await follow('Back to the list');
  await screen.findByRole('link', { name: 'Harbour hall' });
  const there = lineOf(desk, 'hall');
  desk.state.places.lines = desk.state.places.lines.map((one) =>
    one === there ? { ...there, rev: 9, changedBy: 'Ben', entry: { ...there.entry, council: 'North' } } : one,
  );
  await follow('Harbour hall');
  await screen.findByText(NOT_KEPT);
  await press('Keep this');
  await screen.findByRole('region', { name: 'Somebody else changed it' });
  expect(kept(desk, 'hall')).toMatchObject({ council: 'North', notes: there.entry.notes });
  expect(reads('Council area')).toBe('North');
  expect(reads('What the team knows')).toBe('Ring twice.');
  await press('Keep this');
  await screen.findByText(/^Kept\./);
  expect(kept(desk, 'hall')).toMatchObject({ council: 'North', notes: 'Ring twice.' });
});

test('marked as looked at meanwhile, what is being written stays and is kept', async () => {
  const desk = open('/entry/hall');
  await press('Change it');
  await write('What the team knows', 'Ring twice.');
  await press('I have looked at it');
  await screen.findByText('Marked as looked at.');
  expect(reads('What the team knows')).toBe('Ring twice.');
  await press('Keep this');
  await screen.findByText(/^Kept\./);
  expect(kept(desk, 'hall')).toMatchObject({ checked: true, notes: 'Ring twice.' });
});

test('a link that is chosen is kept with the rest, and stands among the others when it cannot be kept', async () => {
  const desk = open('/entry/sisters');
  await press('Change it');
  await pick('Whom or what', 'hall');
  desk.fail('unreachable');
  await press('Keep this');
  await screen.findByRole('button', { name: 'Remove this link' });
  expect(kept(desk, 'sisters').links).toEqual([]);
  desk.fail(null);
  await press('Keep this');
  await screen.findByText(/^Kept\./);
  expect(kept(desk, 'sisters').links).toEqual([{ to: 'hall', how: 'meets-at' }]);
});

test('a custom and somebody who may be asked are kept as they are written, without another press', async () => {
  const desk = open('/entry/hall');
  await press('Change it');
  await press('Add a custom');
  await write('What is good to know', 'Shoes stay at the door.');
  await press('Add somebody');
  await write('Who', 'The caretaker');
  await press('Keep this');
  await screen.findByText(/^Kept\./);
  expect(kept(desk, 'hall').culture).toMatchObject([{ says: 'Shoes stay at the door.' }]);
  expect(kept(desk, 'hall').askable).toEqual([{ who: 'The caretaker', how: '', entry: null }]);
});

test('a new place that is not kept is there again on coming back, and is kept with its link', async () => {
  const desk = open('');
  await press('Add a place or a group');
  await write('Code name', 'Heron');
  await pick('Whom or what', 'sisters');
  expect(asksBeforeLeaving()).toBe(true);
  await follow('Harbour hall');
  await follow('Back to the list');
  await screen.findByText(NOT_KEPT);
  expect(reads('Code name')).toBe('Heron');
  await press('Keep this');
  await screen.findByRole('heading', { name: 'Heron', level: 1 });
  const heron = desk.state.places.lines.find(({ entry }) => entry.name === 'Heron');
  expect(heron?.entry.links).toEqual([{ to: 'sisters', how: 'meets-at' }]);
  expect(asksBeforeLeaving()).toBe(false);
  await follow('Back to the list');
  await screen.findByRole('link', { name: 'Heron' });
  expect(within(document.body).queryByText(NOT_KEPT)).toBeNull();
});
