import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '../../../src/domain/problems.ts';
import { quickNote } from '../../../src/kinds/quick-note/schema.ts';
import { CaptureScreen } from '../../../src/features/capture/capture-screen.tsx';
import { captureTablet } from '../../helpers/capture-services.tsx';

afterEach(cleanup);

const openNote = async (tablet = captureTablet()) => {
  const onDone = vi.fn();
  tablet.show(<CaptureScreen request={{ kind: 'quick-note' }} onDone={onDone} />);
  await screen.findByRole('heading', { name: 'What did you hear?' });
  // Effects run a little after the first drawing.
  await waitFor(() => expect(tablet.watching()).toBe(1));
  return { tablet, onDone };
};
const group = (name: RegExp) => within(screen.getByRole('group', { name }));
const threeTaps = () => {
  fireEvent.click(group(/What is it about/).getByRole('radio', { name: /Damp/i }));
  fireEvent.click(group(/How does it feel/).getByRole('radio', { name: /Worried/i }));
  fireEvent.click(group(/Whose words/).getByRole('radio', { name: /Their own words/i }));
};
const write = (words: string) =>
  fireEvent.input(screen.getByLabelText('What was said, in a sentence'), { target: { value: words } });
const only = <Value,>(values: Iterable<Value>): Value => {
  const [first, ...more] = values;
  if (first === undefined || more.length > 0) throw new Error('expected exactly one');
  return first;
};

test('three taps, a sentence and one yes make a note that fits its schema', async () => {
  const { tablet, onDone } = await openNote();
  threeTaps();
  write('The wall is wet.');
  fireEvent.click(group(/Can we write down what you say/).getByRole('radio', { name: 'Yes' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });

  const done = only(tablet.finished);
  expect(quickNote.schema.parse(done.body)).toEqual({
    theme: 'damp',
    feeling: 'worried',
    voice: 'own',
    said: 'The wall is wet.',
  });
  expect(done.consent?.answers).toEqual({ use: 'yes' });
  expect(tablet.state.nudged).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: 'Show next person a clean screen' }));
  expect(onDone).toHaveBeenCalledOnce();
});

test('nothing is chosen beforehand, and a note without its taps says what is missing', async () => {
  const { tablet } = await openNote();
  for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Choose what it is about, how it feels/);
  expect(tablet.finished).toEqual([]);
});

test('consent may be left out: it is then written down as not asked', async () => {
  const { tablet } = await openNote();
  threeTaps();
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  expect(only(tablet.finished).consent).toBeNull();
});

test('the receipt shows a code and never what was said', async () => {
  await openNote();
  threeTaps();
  write('The wall is wet.');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  expect(document.body.textContent).toContain('7KQ4');
  expect(document.body.textContent).not.toContain('The wall is wet.');
});

test('a no to "use" is said plainly and gives no code', async () => {
  const { tablet } = await openNote();
  threeTaps();
  fireEvent.click(group(/Can we write down what you say/).getByRole('radio', { name: 'No' }));
  await screen.findByText(/We will keep nothing you said/);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  screen.getByText(/We only count that we asked/);
  expect(only(tablet.finished).consent?.answers.use).toBe('no');
  expect(document.body.textContent).not.toContain('7KQ4');
});

test('each change is kept while the note is open, and leaving keeps it', async () => {
  const { tablet, onDone } = await openNote();
  threeTaps();
  write('The wall');
  await waitFor(() => expect(only(tablet.kept.values()).body).toMatchObject({ theme: 'damp', said: 'The wall' }));
  write('The wall is wet.');
  fireEvent.click(screen.getByRole('button', { name: 'Leave for now' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(only(tablet.kept.values()).body).toMatchObject({ said: 'The wall is wet.' });
});

test('leaving after a no keeps nothing of what was said, and the tally can still be finished', async () => {
  const { tablet, onDone } = await openNote();
  threeTaps();
  write('The wall is wet.');
  fireEvent.click(group(/Can we write down what you say/).getByRole('radio', { name: 'No' }));
  await waitFor(() => expect(only(tablet.kept.values()).consent?.answers.use).toBe('no'));
  fireEvent.click(screen.getByRole('button', { name: 'Leave for now' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(only(tablet.kept.values()).body).toEqual({ said: '' });
  const { draftId } = only(tablet.kept.values());
  cleanup();
  tablet.show(<CaptureScreen request={{ kind: 'quick-note', draftId }} onDone={onDone} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await waitFor(() => expect(tablet.finished).toHaveLength(1));
});

test('hiding the tablet keeps the last letter at once', async () => {
  const { tablet } = await openNote();
  write('T');
  await waitFor(() => expect(only(tablet.kept.values()).body).toMatchObject({ said: 'T' }));
  // What would be kept by itself a little later is never kept here.
  const soon = globalThis.setTimeout;
  const later = vi
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation(((work: () => void, ms = 0) => (ms > 100 ? 0 : soon(work, ms))) as typeof setTimeout);
  try {
    write('Th');
    tablet.hide();
    await waitFor(() => expect(only(tablet.kept.values()).body).toMatchObject({ said: 'Th' }));
  } finally {
    later.mockRestore();
  }
});

test('leaving a note nobody has touched leaves nothing behind', async () => {
  const { tablet, onDone } = await openNote();
  fireEvent.click(screen.getByRole('button', { name: 'Leave for now' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(tablet.kept.size).toBe(0);
});

test('when it cannot be saved the note is still there, with what to do next, and a second try saves it', async () => {
  const { tablet } = await openNote();
  threeTaps();
  write('The wall is wet.');
  tablet.state.finishFails = new Problem('storage-full');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Everything you wrote is still here/);
  expect(screen.getByLabelText<HTMLTextAreaElement>('What was said, in a sentence').value).toBe('The wall is wet.');
  expect(screen.queryByRole('heading', { name: 'Saved on this tablet' })).toBeNull();
  tablet.state.finishFails = null;
  write('The wall is very wet.');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  expect(only(tablet.finished).body).toMatchObject({ said: 'The wall is very wet.' });
});

test('the further pictures are one tap away', async () => {
  await openNote();
  expect(group(/What is it about/).getAllByRole('radio')).toHaveLength(9);
  fireEvent.click(screen.getByRole('button', { name: 'More pictures' }));
  expect(group(/What is it about/).getAllByRole('radio').length).toBeGreaterThan(30);
});
