import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DraftsScreen } from '../../../src/features/drafts/drafts-screen.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';
import { outboxRow } from '../../helpers/outbox-row.ts';

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const part = async (name: string) => within(await screen.findByRole('region', { name }));
const begin = (tablet: ReturnType<typeof captureTablet>, kind: string, body: unknown) =>
  tablet.drafts.start(kind, { body, visit: null, language: 'en', readingMode: 'standard' });

test('three groups with counts and ages, and never a word of what was said', async () => {
  const tablet = captureTablet();
  await begin(tablet, 'quick-note', { said: 'The wall is wet.' });
  tablet.state.wallMs += 12 * 60_000;
  tablet.rows.push(outboxRow(2), outboxRow(3, { state: 'applied', kind: 'promise' }));
  tablet.show(<DraftsScreen />);

  const open = await part('Not finished');
  await open.findByText('Quick note');
  expect(open.getByText(/Begun/).textContent).toContain('12 minutes');
  const link = open.getByRole('link', { name: 'Carry on' });
  expect(link.getAttribute('href')).toBe(`/capture/quick-note/${[...tablet.kept.keys()][0]}`);
  const waiting = await part('Waiting on this tablet');
  waiting.getByText('Waiting for signal');
  waiting.getByText(/1 record/);
  const sent = await part('Sent');
  sent.getByText('With staff');
  sent.getByText('Promise');
  expect(document.body.textContent).not.toContain('The wall is wet.');
});

test('throwing away asks first, and then nothing is left', async () => {
  const tablet = captureTablet();
  await begin(tablet, 'conversation', { said: 'x' });
  tablet.show(<DraftsScreen />);
  const open = await part('Not finished');
  fireEvent.click(await open.findByRole('button', { name: 'Throw away' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Keep it', hidden: true }));
  expect(tablet.kept.size).toBe(1);
  fireEvent.click(open.getByRole('button', { name: 'Throw away' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Throw it away', hidden: true }));
  await open.findByText('Nothing is left unfinished.');
  expect(tablet.kept.size).toBe(0);
});

test('a quick note of today goes on as a conversation that adds to it', async () => {
  const tablet = captureTablet();
  const row = outboxRow(4, { state: 'applied' });
  tablet.rows.push(row);
  tablet.show(<DraftsScreen />);
  const sent = await part('Sent');
  const link = await sent.findByRole('link', { name: 'Add more' });
  expect(link.getAttribute('href')).toBe(`/capture/conversation?amends=${row.opId}&entity=${row.entityId}`);
});

test('a record that needs a look says why, and what was withdrawn says so', async () => {
  const tablet = captureTablet();
  tablet.rows.push(
    outboxRow(5, { state: 'quarantined', problem: 'unknown-version' }),
    outboxRow(6, { state: 'withdrawn', kind: 'void' }),
  );
  tablet.show(<DraftsScreen />);
  const sent = await part('Sent');
  await sent.findByText('Needs a look at the office');
  sent.getByText(/There is nothing for you to do/);
  sent.getByText('Words taken back');
  await waitFor(() => sent.getByText('Withdrawn'));
});
