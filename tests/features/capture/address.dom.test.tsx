import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requestFromAddress } from '../../../src/features/capture/address.ts';
import { CaptureScreen } from '../../../src/features/capture/capture-screen.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';

const go = (address: string) => globalThis.history.replaceState(null, '', address);
beforeEach(() => changeLanguage('en', 'standard'));
afterEach(() => {
  cleanup();
  go('/');
});

const at = (pathname: string, search = '') => requestFromAddress({ pathname, search });
const write = async (words: string) =>
  fireEvent.input(await screen.findByLabelText('What was said, in a sentence'), { target: { value: words } });

test('an address begins, carries on with, or adds to a record', () => {
  expect(at('/capture/promise')).toEqual({ kind: 'promise' });
  expect(at('/capture/promise/abc')).toEqual({ kind: 'promise', draftId: 'abc' });
  expect(at('/capture/conversation', '?amends=op&entity=it')).toEqual({
    kind: 'conversation',
    amends: { opId: 'op', entityId: 'it' },
  });
  expect(at('/home')).toBeNull();
  expect(at('/capture')).toBeNull();
});

test('after a lock the same draft opens again, not a new one', async () => {
  const tablet = captureTablet();
  go('/capture/quick-note');
  tablet.show(<CaptureScreen onDone={vi.fn()} />);
  await write('The wall');
  await waitFor(() => expect(globalThis.location.pathname).toMatch(/^\/capture\/quick-note\/.+/));
  await write('The wall is wet.');
  await tablet.lock();
  cleanup();
  tablet.show(<CaptureScreen onDone={vi.fn()} />);
  const field = await screen.findByLabelText<HTMLTextAreaElement>('What was said, in a sentence');
  expect(field.value).toBe('The wall is wet.');
  expect(tablet.kept.size).toBe(1);
});

test('a finished record is gone from the address, so that nobody pages back to it', async () => {
  const tablet = captureTablet();
  go('/capture/no-thanks');
  const onDone = vi.fn();
  tablet.show(<CaptureScreen onDone={onDone} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  expect(tablet.finished[0]?.body).toEqual({ count: 1, reason: 'not-said' });
  expect(globalThis.location.pathname).toBe('/home');
  expect(document.body.textContent).not.toContain('7KQ4');
  cleanup();
  tablet.show(<CaptureScreen onDone={onDone} />);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(tablet.kept.size).toBe(0);
});

test('a note is continued as a conversation of the same entity, and its first code stays good', async () => {
  const tablet = captureTablet();
  go('/capture/conversation?amends=00000000-0000-4000-8000-000000000801&entity=00000000-0000-4000-8000-000000000802');
  tablet.show(<CaptureScreen onDone={vi.fn()} />);
  fireEvent.click(await screen.findByRole('radio', { name: 'No' }));
  fireEvent.click(await screen.findByRole('radio', { name: 'Yes' }));
  await waitFor(() =>
    expect([...tablet.kept.values()][0]).toMatchObject({
      amends: '00000000-0000-4000-8000-000000000801',
      entityId: '00000000-0000-4000-8000-000000000802',
      receiptCode: null,
    }),
  );
  screen.getByText('This adds to the note from before.');
});

test('a draft that is gone, and a kind this version does not know, are told plainly', async () => {
  go('/capture/quick-note/00000000-0000-4000-8000-000000000999');
  captureTablet().show(<CaptureScreen onDone={vi.fn()} />);
  await screen.findByText('This one is no longer on this tablet.');
  cleanup();
  go('/capture/tomorrow');
  const onDone = vi.fn();
  captureTablet().show(<CaptureScreen onDone={onDone} />);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent.length).toBeGreaterThan(20);
  fireEvent.click(screen.getAllByRole('button', { name: 'Back' }).at(-1) as HTMLElement);
  expect(onDone).toHaveBeenCalledOnce();
});
