import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryPosition } from '../../../src/adapters/memory/memory-position.ts';
import { isSnapped } from '../../../src/domain/place-grid.ts';
import type { PlaceGrade } from '../../../src/domain/record.ts';
import { CaptureScreen } from '../../../src/features/capture/capture-screen.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { type MapNote, mapNote } from '../../../src/kinds/map-note/schema.ts';
import type { CurrentVisit } from '../../../src/tablet/drafts.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';
import { aLibrary, anEntry, anObservation } from '../../helpers/directory.ts';

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const visitAt = (placeId: string | null, grade: PlaceGrade): CurrentVisit => ({
  stamp: {
    visitId: '0190f5a0-0000-7000-8000-000000000001' as CurrentVisit['stamp']['visitId'],
    placeName: 'Central Library',
    grade,
    setting: 'library',
    groupName: '',
    ...(placeId === null ? {} : { placeId }),
    date: '2026-11-03',
    team: ['Maria'],
    interpreter: null,
  },
  opId: 'op',
  entityId: 'entity',
  startedAt: '2026-11-03T10:00:00.000Z',
});
const ENTRIES = [aLibrary(), anEntry('meadow', { name: 'Bluebell', type: 'community', grade: 'shielded' })];
const AT_LIBRARY = { entries: ENTRIES, visit: visitAt('library', 'open') };

const open = async (tablet = captureTablet(AT_LIBRARY), request = {}) => {
  const onDone = vi.fn();
  tablet.show(<CaptureScreen request={{ kind: 'map-note', ...request }} onDone={onDone} />);
  await screen.findByRole('heading', { name: 'What is it?' });
  await waitFor(() => expect(tablet.watching()).toBe(1));
  return { tablet, onDone };
};
const choose = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('radio', { name }));
const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const write = async (label: string, words: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value: words } });
const unfold = (title: string) => {
  const details = screen.getByText(title).closest('details');
  if (details === null) throw new Error(`${title} is not folded`);
  details.open = true;
  fireEvent(details, new Event('toggle'));
};
const camera = () => document.querySelector('input[type=file]');
const saved = () => screen.findByRole('heading', { name: 'Saved on this tablet' });
const noteOf = (tablet: ReturnType<typeof captureTablet>): MapNote => {
  const [draft, ...more] = tablet.finished;
  if (draft === undefined || more.length > 0) throw new Error('expected exactly one record');
  return mapNote.schema.parse(draft.body);
};

describe('a note at the place of the visit', () => {
  test('is one picture, a sentence and one press', async () => {
    const { tablet } = await open();
    await screen.findByText('Central Library');
    await choose('A danger');
    await write('In a sentence', 'The ramp is broken.');
    await press('Save');
    await saved();
    const note = noteOf(tablet);
    expect(note).toMatchObject({
      about: { entryId: 'library', name: 'Central Library' },
      kind: 'hazard',
      said: 'The ramp is broken.',
      grade: 'open',
      where: { as: 'nowhere' },
      share: 'team',
      source: 'not-said',
    });
    expect(tablet.finished[0]?.consent).toBeNull();
    expect(document.body.textContent).not.toContain('Can we write down');
  });

  test('without a picture it says what to do', async () => {
    const { tablet } = await open();
    await write('In a sentence', 'The ramp is broken.');
    await press('Save');
    const said = await screen.findByText('Choose a picture that says what it is. Then save.');
    // At the button that was pressed: at the end of so long a screen nobody would see it.
    expect(said.closest('footer')).toBe(screen.getByRole('button', { name: 'Save' }).closest('footer'));
    expect(tablet.finished).toEqual([]);
  });

  test('asks before it keeps what somebody told, and a no keeps none of it', async () => {
    const { tablet } = await open();
    await choose('A danger');
    await write('In a sentence', 'They are afraid of the dogs.');
    expect(screen.queryByText(/Can we write down what you say/)).toBeNull();
    await choose('Yes');
    await screen.findByText('Who told you?');
    const asked = within(screen.getByRole('group', { name: /Can we write down what you say/ }));
    fireEvent.click(asked.getByRole('radio', { name: 'No' }));
    await screen.findByText(/We will keep nothing you said/);
    await press('Save');
    await saved();
    expect(tablet.finished[0]?.consent?.answers.use).toBe('no');
  });

  test('the worker’s own voice needs no yes, somebody else’s does', async () => {
    const { tablet } = await open();
    await press('Or say it');
    await waitFor(() => expect(tablet.state.recordings).toBe(1));
    cleanup();
    const other = await open();
    await choose('Yes');
    await screen.findByText('Who told you?');
    await press('Or say it');
    await screen.findByText(/record/i);
    expect(other.tablet.state.recordings).toBe(0);
  });

  test('what looks like a person’s is kept from the team’s tablets at one press', async () => {
    const { tablet } = await open();
    await choose('A danger');
    await write('In a sentence', 'Ask Mrs Ward, 07700 900123.');
    await screen.findByText(/It would go to every tablet of the team/);
    await press('Only for the office');
    await screen.findByText('Only the office will read this note.');
    await press('Save');
    await saved();
    expect(noteOf(tablet).share).toBe('office');
  });

  test('what a place asks for is kept: no photos where it wants none', async () => {
    const entries = [aLibrary({ facts: { photos: 'never' } })];
    await open(captureTablet({ entries, visit: visitAt('library', 'open') }));
    unfold('A photo or a plan');
    await screen.findByText(/This place asks for no photos/);
    expect(camera()).toBeNull();
  });

  test('what somebody noted since holds too: the strictest word on photos, whoever said it', async () => {
    const never = anObservation('o1', 'meadow', '2026-10-20', { facts: { photos: 'never' } });
    const tablet = captureTablet({ ...AT_LIBRARY, observations: [never] });
    await open(tablet, { about: 'meadow' });
    unfold('A photo or a plan');
    await screen.findByText('No photos, ever');
    expect(camera()).toBeNull();
  });

  test('where nobody said so, there is a way to take one', async () => {
    const elsewhere = anObservation('o1', 'meadow', '2026-10-20', { facts: { photos: 'never' } });
    await open(captureTablet({ ...AT_LIBRARY, observations: [elsewhere] }));
    unfold('A photo or a plan');
    await waitFor(() => expect(camera()).not.toBeNull());
  });

  test('facts, status and a link to another entry are folded away, and kept', async () => {
    const { tablet } = await open();
    await choose('How things are now');
    unfold('How things stand there now');
    await choose('Growing');
    unfold('Getting in, signal and sockets');
    await choose('Weak signal');
    unfold('What it belongs together with');
    fireEvent.click(await screen.findByRole('radio', { name: /Bluebell/ }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Serves' }));
    await press('Save');
    await saved();
    expect(noteOf(tablet)).toMatchObject({
      kind: 'seen',
      status: 'growing',
      facts: { signal: 'weak' },
      link: { to: 'meadow', how: 'serves' },
    });
  });

  test('a fact that is taken back leaves no gap', async () => {
    const { tablet } = await open();
    await choose('A service');
    unfold('Who is there, and their languages');
    await write('Who receives you?', 'The librarian');
    await write('Who receives you?', '');
    await press('Save');
    await saved();
    expect(noteOf(tablet).facts).toEqual({});
  });
});

describe('where', () => {
  const EXACT = { lng: 9.521347, lat: 47.139862 };

  test('this tablet’s own square is kept, and can be taken away', async () => {
    const tablet = captureTablet({ ...AT_LIBRARY, position: createMemoryPosition(EXACT) });
    await open(tablet);
    await choose('A danger');
    unfold('Where exactly');
    await choose('It is where I am now');
    await press('Take the square I am in');
    await screen.findByText('A square of 250 metres is kept.');
    await press('Save');
    await saved();
    const { where } = noteOf(tablet);
    if (where.as !== 'point') throw new Error('there is no point');
    expect(isSnapped('open', where.points[0] ?? [0, 0])).toBe(true);
    expect(JSON.stringify([...tablet.kept.values(), ...tablet.finished])).not.toContain('9.5213');
  });

  test('a refusal says what to do instead, and loses nothing', async () => {
    const tablet = captureTablet({ ...AT_LIBRARY, position: createMemoryPosition('refused') });
    await open(tablet);
    await write('In a sentence', 'The ramp is broken.');
    unfold('Where exactly');
    await choose('It is where I am now');
    await press('Take the square I am in');
    await screen.findByText(/say in words or on the map where it is/);
    expect(screen.getByLabelText<HTMLTextAreaElement>('In a sentence').value).toBe('The ramp is broken.');
  });

  test('in words: the council areas the directory knows are one press', async () => {
    const { tablet } = await open();
    await choose('A danger');
    unfold('Where exactly');
    await choose('In words');
    fireEvent.click(await screen.findByRole('button', { name: 'Example Borough' }));
    await press('Save');
    await saved();
    expect(noteOf(tablet).where).toEqual({ as: 'council', council: 'Example Borough' });
  });

  test('a hidden place shows no way to say its position, and says why', async () => {
    await open(captureTablet({ entries: ENTRIES, visit: visitAt('meadow', 'shielded') }));
    unfold('Where exactly');
    await screen.findByText(/This place is hidden, so no position of it is kept/);
    expect(screen.queryByText('On the map')).toBeNull();
    expect(screen.queryByText('It is where I am now')).toBeNull();
  });

  test('about no place: how closely it may be shown comes first, and lowering it makes what is there coarser at once', async () => {
    const tablet = captureTablet({ entries: ENTRIES, position: createMemoryPosition(EXACT) });
    await open(tablet);
    await choose('A danger');
    unfold('Where exactly');
    await screen.findByText('First choose how closely the spot may be shown.');
    await press('Save');
    await screen.findByText(/Choose the place it is about, or how closely/);
    await choose(/^Open/);
    await choose('It is where I am now');
    await press('Take the square I am in');
    await screen.findByText('A square of 250 metres is kept.');
    await choose(/^Area only/);
    await screen.findByText('A square of 1 kilometre is kept.');
    await choose(/^Hidden/);
    await waitFor(() => expect(screen.queryByText(/is kept\.$/)).toBeNull());
    await press('Save');
    await saved();
    expect(noteOf(tablet)).toMatchObject({ about: null, grade: 'shielded', where: { as: 'nowhere' } });
  });
});

describe('where a note begins', () => {
  test('at the entry the address names, with its grade, not at the visit', async () => {
    const { tablet } = await open(captureTablet(AT_LIBRARY), { about: 'meadow' });
    await screen.findByText('Bluebell');
    await choose('Something that is needed');
    await press('Save');
    await saved();
    expect(noteOf(tablet)).toMatchObject({ about: { entryId: 'meadow' }, grade: 'shielded' });
  });

  test('a place that was merged is the one it turned out to be', async () => {
    const entries = [aLibrary(), anEntry('old', { name: 'The old library', mergedInto: 'library' })];
    const { tablet } = await open(captureTablet({ entries, visit: visitAt('old', 'open') }));
    await screen.findByText('Central Library');
    await choose('A service');
    await press('Save');
    await saved();
    expect(noteOf(tablet).about?.entryId).toBe('library');
  });

  test('a visit to a place of no list lends its grade', async () => {
    const { tablet } = await open(captureTablet({ entries: ENTRIES, visit: visitAt(null, 'area') }));
    await choose('A service');
    await press('Save');
    await saved();
    expect(noteOf(tablet)).toMatchObject({ about: null, grade: 'area' });
  });

  test('another place can be chosen, and brings its own grade', async () => {
    const { tablet } = await open();
    await press('Choose another');
    fireEvent.click(await screen.findByRole('radio', { name: /Bluebell/ }));
    await choose('A service');
    await press('Save');
    await saved();
    expect(noteOf(tablet)).toMatchObject({ about: { entryId: 'meadow' }, grade: 'shielded' });
  });
});

describe('whether something is better now', () => {
  const TAP = anObservation('tap', 'meadow', '2026-10-20', { kind: 'need', what: 'One tap for forty people' });
  const ASKED = { about: 'meadow', answers: 'tap' };
  const ask = async (request: object = ASKED, entries = ENTRIES) => {
    const tablet = captureTablet({ entries, observations: [TAP], visit: visitAt('library', 'open') });
    tablet.show(<CaptureScreen request={{ kind: 'map-note', ...request }} onDone={vi.fn()} />);
    await screen.findByRole('heading', { name: 'Is this better now?' });
    await waitFor(() => expect(tablet.watching()).toBe(1));
    return tablet;
  };

  test('stands with what was told before, and is one picture and one press', async () => {
    const tablet = await ask();
    await screen.findByText('One tap for forty people');
    screen.getByText('Bluebell');
    // What it is and where is known: neither is asked again.
    expect(screen.queryByRole('radio', { name: 'A danger' })).toBeNull();
    expect(screen.queryByText('Choose another')).toBeNull();
    await press('Save');
    await screen.findByText('Choose a picture: better, the same or worse. Then save.');
    expect(tablet.finished).toEqual([]);
    await choose('Better now');
    await write('In a sentence', 'It runs all day since Tuesday.');
    await press('Save');
    await saved();
    expect(noteOf(tablet)).toMatchObject({
      about: { entryId: 'meadow', name: 'Bluebell' },
      kind: 'seen',
      grade: 'shielded',
      said: 'It runs all day since Tuesday.',
      answers: { observationId: 'tap', now: 'better' },
    });
    // The words of the other note stay in that note alone.
    expect(JSON.stringify(tablet.finished)).not.toContain('forty');
  });

  test('what somebody told is asked for as with any note', async () => {
    await ask();
    await choose('Worse now');
    await choose('Yes');
    await screen.findByRole('group', { name: /Can we write down what you say/ });
  });

  test('stays with the entry it was told of, also where that stands as another one now', async () => {
    const entries = [aLibrary(), anEntry('meadow', { name: 'The meadow', mergedInto: 'library' })];
    const tablet = await ask(ASKED, entries);
    await choose('Still the same');
    await press('Save');
    await saved();
    expect(noteOf(tablet)).toMatchObject({
      about: { entryId: 'meadow', name: 'Central Library' },
      answers: { observationId: 'tap', now: 'same' },
    });
  });

  test('in easy read it begins with that question, and a draft that was left finds it again', async () => {
    await changeLanguage('en', 'easy');
    const tablet = await ask();
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    await choose('Better now');
    await press('Next');
    await screen.findByRole('heading', { name: 'What should we know?' });
    const [draftId] = [...tablet.kept.keys()];
    cleanup();
    tablet.show(<CaptureScreen request={{ kind: 'map-note', draftId: draftId ?? '' }} onDone={vi.fn()} />);
    await screen.findByRole('heading', { name: 'What should we know?' });
    await press('Back');
    await screen.findByRole('heading', { name: 'Is this better now?' });
    await screen.findByText('One tap for forty people');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Better now' }).checked).toBe(true);
  });
});

test('in easy read: one thing a screen, and enough after the sentence', async () => {
  await changeLanguage('en', 'easy');
  const { tablet } = await open();
  await choose('Something not safe');
  await press('Next');
  await screen.findByRole('heading', { name: 'Which place is it about?' });
  expect(screen.queryByRole('button', { name: 'That is all' })).toBeNull();
  await press('Next');
  // The place has its grade: nobody is asked for one.
  await screen.findByRole('heading', { name: 'What should we know?' });
  await write('Write 1 sentence', 'The ramp is broken.');
  await press('That is all');
  // Nothing to ask anybody: straight to the check.
  await screen.findByText('The ramp is broken.');
  await press('Finish');
  await saved();
  expect(noteOf(tablet)).toMatchObject({ kind: 'hazard', said: 'The ramp is broken.' });
});

test('in easy read, what somebody told is asked for before the check', async () => {
  await changeLanguage('en', 'easy');
  await open();
  await choose('Something not safe');
  await press('Next');
  await screen.findByRole('heading', { name: 'Which place is it about?' });
  await press('Next');
  await screen.findByRole('heading', { name: 'What should we know?' });
  await press('Next');
  await screen.findByRole('heading', { name: 'Did someone tell you this?' });
  await choose('Yes');
  await press('That is all');
  await screen.findByRole('group', { name: /write down/i });
});
