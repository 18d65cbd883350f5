import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../../src/adapters/memory/memory-sounds.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { CaptureScreen } from '../../../src/features/capture/capture-screen.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { textOf } from '../../../src/i18n/use-text.tsx';
import { conversation } from '../../../src/kinds/conversation/schema.ts';
import type { Sounds } from '../../../src/ports/sounds.ts';
import type { CurrentVisit } from '../../../src/tablet/drafts.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';

const SHIELDED: CurrentVisit = {
  stamp: {
    visitId: '00000000-0000-4000-8000-000000000700' as CurrentVisit['stamp']['visitId'],
    placeName: 'Example Meadow',
    grade: 'shielded',
    setting: 'traveller-site',
    groupName: 'Families at Example Meadow',
    date: '2026-11-03',
    team: ['Maria'],
    interpreter: { type: 'professional', language: 'ro', atConsent: true },
  },
  opId: '00000000-0000-4000-8000-000000000701',
  entityId: '00000000-0000-4000-8000-000000000702',
  startedAt: '2026-11-03T09:55:00.000Z',
};

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const open = async (tablet = captureTablet(), draftId?: string) => {
  const onDone = vi.fn();
  tablet.show(
    <CaptureScreen request={{ kind: 'conversation', ...(draftId === undefined ? {} : { draftId }) }} onDone={onDone} />,
  );
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(tablet.watching()).toBe(1));
  return { tablet, onDone };
};
const only = <Value,>(values: Iterable<Value>): Value => {
  const [first, ...more] = values;
  if (first === undefined || more.length > 0) throw new Error('expected exactly one');
  return first;
};
const next = async (heading: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByRole('heading', { level: 1, name: heading });
};
const choose = (group: RegExp, name: RegExp | string) =>
  fireEvent.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name }));

async function toWords(): Promise<void> {
  screen.getByRole('heading', { level: 1, name: 'What would you like to tell us?' });
  choose(/Is that all right/, 'Yes');
  await screen.findByLabelText('In their own words');
}
async function toConsent(): Promise<void> {
  await toWords();
  fireEvent.input(screen.getByLabelText('In their own words'), { target: { value: 'Nobody told us.' } });
  await next('Did I get it right?');
  choose(/Whose words/, /^Their own words$/);
  await next('What is it about?');
  await next('May we use what you said?');
}

test.each(['ar', 'en'])('in %s the first question says whether its words may be used outside', async (language) => {
  await changeLanguage(language, 'standard');
  await open();
  await waitFor(() => screen.getByText(textOf('consent')('yes')));
  const told = () => screen.queryAllByText(textOf('consent')('notForField')).length;
  expect(told()).toBe(language === 'ar' ? 1 : 0);
  const [yes] = screen.getAllByRole('radio', { name: textOf('consent')('yes') });
  if (yes !== undefined) fireEvent.click(yes);
  // So does the question before a voice is recorded.
  fireEvent.click(await screen.findByRole('button', { name: textOf('kind-conversation')('said.voice') }));
  await screen.findByText(textOf('consent')('layers.voice.note'));
  expect(told()).toBe(language === 'ar' ? 2 : 0);
});

test('what is said of one step is not heard any more on the next', async () => {
  const voices = createMemoryVoices([{ id: 'gb', name: 'gb', language: 'en-GB', local: true }]);
  const sounds: Sounds = {
    clips: createMemoryClips(new Map()),
    player: createMemoryPlayer(),
    voices,
    heard: createMemoryHeardVoices(),
  };
  await open(captureTablet({ services: { sounds: async () => sounds } }));
  await toWords();
  fireEvent.input(screen.getByLabelText('In their own words'), { target: { value: 'Nobody told us.' } });
  await waitFor(() => screen.getByText('Machine voice'));
  fireEvent.click(screen.getByRole('button', { name: /^Listen/ }));
  await waitFor(() => expect(voices.heard).toHaveLength(1));
  await next('Did I get it right?');
  await waitFor(() => expect(voices.heard[0]?.over()).toBe(true));
  expect(voices.heard).toHaveLength(1);
});

test('from the first question to the receipt, with every step but one passed over', async () => {
  const { tablet } = await open();
  await toConsent();
  choose(/Can we write down/, 'Yes');
  choose(/Can we show your words/, 'No');
  await next('A little about you');
  await next('Check what you said');
  expect(document.body.textContent).toContain('Nobody told us.');
  fireEvent.click(screen.getByRole('button', { name: 'Finish' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  expect(document.body.textContent).not.toContain('Nobody told us.');
  const done = only(tablet.finished);
  expect(conversation.schema.parse(done.body)).toMatchObject({ said: 'Nobody told us.', voice: 'own', themes: [] });
  expect(done.body).not.toHaveProperty('aboutYou');
  expect(done.consent).toMatchObject({
    answers: { talk: 'yes', use: 'yes', share: 'no' },
    how: 'spoken',
    language: 'en',
  });
});

test('a step that is needed says so and is not passed; whether words may be kept must have been asked', async () => {
  await open();
  await toWords();
  await next('Did I get it right?');
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByText(/Choose whose words these are/);
  cleanup();
  await open();
  await toConsent();
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByText(/Please ask whether it may be written down/);
});

test('a no to "use" passes what is left, finishes, and gives no code', async () => {
  const { tablet } = await open();
  await toConsent();
  choose(/Can we write down/, 'No');
  await screen.findByText(/We will keep nothing you said/);
  expect(screen.queryByRole('group', { name: /Can we show your words/ })).toBeNull();
  await next('Check what you said');
  fireEvent.click(screen.getByRole('button', { name: 'Finish' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  expect(only(tablet.finished).consent?.answers.use).toBe('no');
  expect(document.body.textContent).not.toContain('7KQ4');
});

test('a no before the first question is counted in two taps', async () => {
  const { tablet } = await open();
  choose(/Is that all right/, 'No');
  fireEvent.click(await screen.findByRole('button', { name: 'Count it and stop' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  expect(only(tablet.finished).consent?.answers).toEqual({ talk: 'no', use: 'no' });
});

test('coming back finds the same screen and the same words', async () => {
  const { tablet, onDone } = await open();
  await toWords();
  fireEvent.input(screen.getByLabelText('In their own words'), { target: { value: 'Nobody told us.' } });
  await next('Did I get it right?');
  fireEvent.click(screen.getByRole('button', { name: 'Leave for now' }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  cleanup();
  await open(tablet, only(tablet.kept.keys()));
  screen.getByRole('heading', { level: 1, name: 'Did I get it right?' });
  screen.getByText('Nobody told us.');
});

test('the next screen waits until the answer is kept, and says why when it is not', async () => {
  const { tablet } = await open();
  await toWords();
  tablet.state.saveFails = new Problem('storage-full');
  fireEvent.input(screen.getByLabelText('In their own words'), { target: { value: 'Nobody told us.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByText(/Everything you wrote is still here/);
  await screen.findByRole('heading', { level: 1, name: 'What would you like to tell us?' });
  expect(screen.getByLabelText<HTMLTextAreaElement>('In their own words').value).toBe('Nobody told us.');
  tablet.state.saveFails = null;
  await next('Did I get it right?');
});

test('a voice is recorded only after a yes, kept in pieces, and a later no deletes it after saying so', async () => {
  const { tablet } = await open();
  await toWords();
  fireEvent.click(screen.getByRole('button', { name: 'Or record their voice' }));
  expect(tablet.state.recordings).toBe(0);
  choose(/Can we record your voice/, 'Yes');
  await waitFor(() => expect(tablet.state.recordings).toBe(1));
  expect(tablet.state.held).toBe(1);
  // Going on ends the recording and keeps it whole.
  await next('Did I get it right?');
  await waitFor(() =>
    expect(only(only(tablet.kept.values()).media)).toMatchObject({ role: 'voice', whole: true, durationMs: 2400 }),
  );
  expect(tablet.state.pieces.map((piece) => [...piece])).toEqual([[1], [2]]);
  expect(tablet.state.held).toBe(0);
  choose(/Whose words/, /^Their own words$/);
  await next('What is it about?');
  await next('May we use what you said?');
  choose(/Can we record your voice/, 'No');
  expect(only(tablet.kept.values()).media).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Delete the recording', hidden: true }));
  await waitFor(() => expect(only(tablet.kept.values()).media).toHaveLength(0));
  await waitFor(() => expect(tablet.mediaBytes.size).toBe(0));
  expect(only(tablet.kept.values()).consent?.answers.voice).toBe('no');
});

test('a no to recording says that writing goes on; a low battery and a denied microphone do too', async () => {
  const tablet = captureTablet();
  tablet.state.battery = { level: 0.14, charging: false };
  await open(tablet);
  await toWords();
  fireEvent.click(screen.getByRole('button', { name: 'Or record their voice' }));
  choose(/Can we record your voice/, 'Yes');
  await screen.findByText(/The battery is too low for recording/);
  expect(tablet.state.recordings).toBe(0);
  tablet.state.battery = { level: 0.14, charging: true };
  tablet.state.microphone = new Problem('microphone-denied');
  fireEvent.click(screen.getByRole('button', { name: 'Record' }));
  await screen.findByText(/The microphone is switched off/);
  expect(only(tablet.kept.values()).media).toEqual([]);
  cleanup();
  await open();
  await toWords();
  fireEvent.click(screen.getByRole('button', { name: 'Or record their voice' }));
  choose(/Can we record your voice/, 'No');
  await screen.findByText(/You can go on and write instead/);
});

test('a place where people could be known changes the question about showing words; the interpreter is written down', async () => {
  const { tablet } = await open(captureTablet({ visit: SHIELDED }));
  await toConsent();
  choose(/Someone might guess it was you/, 'Yes');
  await waitFor(() =>
    expect(only(tablet.kept.values()).consent).toMatchObject({ answers: { share: 'yes' }, interpreted: true }),
  );
});

test('how to reach somebody is asked after a yes to hearing back, and forgotten after a no', async () => {
  const { tablet } = await open();
  await toConsent();
  expect(screen.queryByRole('group', { name: /How should we reach you/ })).toBeNull();
  choose(/Can we contact you/, 'Yes');
  await screen.findByRole('group', { name: /How should we reach you/ });
  choose(/How should we reach you/, /text/i);
  fireEvent.input(await screen.findByLabelText('The number, the person or the place'), {
    target: { value: '07700 900123' },
  });
  await waitFor(() =>
    expect(only(tablet.kept.values()).body).toMatchObject({ contact: { how: 'text', detail: '07700 900123' } }),
  );
  choose(/Can we contact you/, 'No');
  await waitFor(() => expect(only(tablet.kept.values()).body).not.toHaveProperty('contact'));
});

test('nothing about the person is kept without permission, and clearing takes it away again', async () => {
  const { tablet } = await open();
  await toConsent();
  choose(/Can we write down/, 'Yes');
  await next('A little about you');
  choose(/May I ask a few questions/, 'Yes');
  choose(/How old are you/, /25/);
  await waitFor(() => expect(only(tablet.kept.values()).body).toMatchObject({ aboutYou: { ageBand: '25-34' } }));
  fireEvent.click(screen.getByRole('button', { name: 'Clear these answers' }));
  await waitFor(() => expect(only(tablet.kept.values()).body).not.toHaveProperty('aboutYou'));
});

test('what is folded away opens on demand, and by itself where something stands in it', async () => {
  const { tablet } = await open();
  await toWords();
  await next('Did I get it right?');
  const fold = () => screen.getByText('What did you understand?').closest('details');
  expect(fold()?.open).toBe(false);
  expect(screen.queryByLabelText('In your words')).toBeNull();
  const closed = fold();
  if (closed === null) throw new Error('nothing is folded here');
  closed.open = true;
  fireEvent(closed, new Event('toggle'));
  fireEvent.input(await screen.findByLabelText('In your words'), { target: { value: 'Damp, again' } });
  fireEvent.click(screen.getByRole('button', { name: 'Leave for now' }));
  cleanup();
  await open(tablet, only(tablet.kept.keys()));
  expect(fold()?.open).toBe(true);
  expect(screen.getByLabelText<HTMLTextAreaElement>('In your words').value).toBe('Damp, again');
});

test('what looks like a name is asked about; it is taken out or kept as the writer says', async () => {
  await open();
  await toWords();
  const words = screen.getByLabelText<HTMLTextAreaElement>('In their own words');
  fireEvent.input(words, { target: { value: 'Dr Sample listened, and my son Ali was there' } });
  await screen.findByText(/Is this a person.s name/);
  expect(words.value).toBe('Dr Sample listened, and my son Ali was there');
  fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Take it out' }));
  await waitFor(() => expect(words.value).toBe('Dr Sample listened, and my son (a name) was there'));
  expect(screen.queryByText(/Is this a person.s name/)).toBeNull();
});

test('a screen turned to the person is turned back when it is left', async () => {
  await open();
  await toConsent();
  fireEvent.click(screen.getByRole('button', { name: 'Turn to the person' }));
  await waitFor(() => expect(document.documentElement.dataset['turned']).toBe('yes'));
  screen.getByRole('button', { name: 'Turn back' });
  cleanup();
  await waitFor(() => expect(document.documentElement.dataset['turned']).toBeUndefined());
});

test('in easy read each consent question has a screen of its own, and is its heading', async () => {
  await changeLanguage('en', 'easy');
  await open();
  choose(/Is that OK/, 'Yes');
  const go = () => fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  for (let at = 0; at < 12 && screen.queryByText(/Question 1 of/) === null; at += 1) {
    const whose = screen.queryByRole('radio', { name: /^(their|my|your) own words$/i });
    if (whose !== null) fireEvent.click(whose);
    const before = document.querySelector('h1')?.textContent;
    go();
    await waitFor(() => expect(document.querySelector('h1')?.textContent).not.toBe(before));
  }
  screen.getByText(/Question 1 of 5/);
  screen.getByRole('heading', { level: 1, name: /^Can we write down what you say/ });
  screen.getByRole('group', { name: /Can we write down what you say/ });
  expect(screen.queryByRole('group', { name: /Can we show your words/ })).toBeNull();
  go();
  await screen.findByText(/Question 2 of 5/);
  screen.getByRole('heading', { level: 1, name: /^Can we show your words/ });
  screen.getByRole('group', { name: /No one will know it was you/ });
});

test('who needs somebody who signs says so at the first question, and it is written down with what they need', async () => {
  const tablet = captureTablet({ languages: ['en', 'bfi'] });
  await open(tablet);
  const [first] = await screen.findAllByRole('button', { name: 'Show in British Sign Language' });
  fireEvent.click(first as HTMLElement);
  await screen.findByText('There is no sign language for this one yet. You can ask for an interpreter.');
  fireEvent.click(screen.getByRole('button', { name: 'Ask for an interpreter' }));
  await screen.findByText(/^We wrote down that you need a sign language interpreter/);
  await waitFor(() => expect(only(tablet.kept.values()).body).toMatchObject({ access: ['bsl-interpreter'] }));
});
