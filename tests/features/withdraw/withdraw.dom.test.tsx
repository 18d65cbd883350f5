import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WithdrawScreen } from '../../../src/features/withdraw/withdraw-screen.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';
import { outboxRow } from '../../helpers/outbox-row.ts';

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const open = async (tablet = captureTablet()) => {
  tablet.show(<WithdrawScreen />);
  await screen.findByRole('heading', { name: 'Take words back' });
  return tablet;
};
const scope = (name: RegExp) =>
  fireEvent.click(within(screen.getByRole('group', { name: /What should happen/ })).getByRole('radio', { name }));
const confirm = () => fireEvent.click(screen.getByRole('button', { name: 'Withdraw' }));

test('a code, typed as people type, stops the words being used and says what that means', async () => {
  const tablet = await open();
  fireEvent.input(screen.getByLabelText('The code'), { target: { value: '7kq4 m2td' } });
  scope(/Stop using my words/);
  confirm();
  await screen.findByRole('heading', { name: 'We will stop using these words' });
  screen.getByText(/It goes before everything else/);
  screen.getByText(/It was still on this tablet/);
  screen.getByText(/cannot be taken back/);
  expect(tablet.withdrawn).toEqual([{ code: '7KQ4M2TD', scope: 'words', ...tablet.worker }]);
  expect(tablet.state.nudged).toBe(1);
});

test('a wrong code and a missing choice say what to do, and nothing is sent', async () => {
  const tablet = await open();
  fireEvent.input(screen.getByLabelText('The code'), { target: { value: '7KQ4-M2' } });
  confirm();
  await screen.findByText(/A code has eight letters and numbers/);
  screen.getByText('Choose what should happen.');
  expect(tablet.withdrawn).toEqual([]);
});

test('only the number can be removed', async () => {
  const tablet = await open();
  fireEvent.input(screen.getByLabelText('The code'), { target: { value: '7KQ4M2TD' } });
  scope(/Remove my number/);
  confirm();
  await screen.findByRole('heading', { name: 'We will remove the number' });
  expect(tablet.withdrawn[0]?.scope).toBe('contact');
});

test("without a code, one of today's records is picked by time and kind", async () => {
  const tablet = captureTablet();
  const note = outboxRow(1, { finishedAt: '2026-11-03T09:31:00.000Z' });
  const added = outboxRow(2, { kind: 'conversation', entityId: note.entityId, finishedAt: '2026-11-03T09:50:00.000Z' });
  tablet.rows.push(
    note,
    added,
    outboxRow(3, { kind: 'conversation', finishedAt: '2026-11-03T09:40:00.000Z' }),
    outboxRow(4, { finishedAt: '2026-11-02T09:40:00.000Z' }),
    outboxRow(5, { kind: 'no-thanks' }),
    outboxRow(6, { state: 'withdrawn' }),
  );
  await open(tablet);
  fireEvent.click(screen.getByRole('tab', { name: 'They have no code' }));
  const group = within(await screen.findByRole('group', { name: 'Recorded today on this tablet' }));
  const choices = group.getAllByRole('radio');
  expect(choices).toHaveLength(2);
  await waitFor(() => group.getByText('Conversation'));
  fireEvent.click(group.getByRole('radio', { name: /Quick note/ }));
  scope(/Stop using my words/);
  confirm();
  await screen.findByRole('heading', { name: 'We will stop using these words' });
  expect(tablet.withdrawn).toEqual([{ code: '', entityId: note.entityId, scope: 'words', ...tablet.worker }]);
});
