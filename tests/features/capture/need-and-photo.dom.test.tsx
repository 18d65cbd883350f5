import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CaptureScreen } from '../../../src/features/capture/capture-screen.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { immediateNeed } from '../../../src/kinds/immediate-need/schema.ts';
import type { CurrentVisit } from '../../../src/tablet/drafts.ts';
import { aLibrary, anEntry } from '../../helpers/directory.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';
import { outboxRow } from '../../helpers/outbox-row.ts';

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const open = (kind: string, tablet = captureTablet()) => {
  tablet.show(<CaptureScreen request={{ kind }} onDone={vi.fn()} />);
  return tablet;
};
const choose = (group: RegExp, name: RegExp | string) =>
  fireEvent.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name }));
const next = async (heading: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByRole('heading', { level: 1, name: heading });
};

test('a need is taken down in two screens, its day follows from how urgent it is, and it says nobody has seen it yet', async () => {
  const tablet = open('immediate-need');
  await screen.findByRole('heading', { level: 1, name: 'What is needed?' });
  choose(/What is needed/, 'See a doctor or nurse');
  fireEvent.input(screen.getByLabelText('What do they need? In a sentence'), {
    target: { value: 'A cough for a week.' },
  });
  await next('How soon?');
  choose(/How soon/, /week/i);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('By when').value).toBe('2026-11-10'));
  choose(/How soon/, /today/i);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('By when').value).toBe('2026-11-03'));
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByText('Choose who will act. Then go on.');
  choose(/Who will act/, 'I will');
  choose(/How do we reach you/, 'Come back in person');
  // Consent is one question, and it may be passed over when help cannot wait.
  await next('May we use what you said?');
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  await next('Check what you said');
  fireEvent.click(screen.getByRole('button', { name: 'Finish' }));
  await screen.findByRole('heading', { name: 'Saved on this tablet' });
  screen.getByText(/Until then nobody at the office has seen it/);
  const body = immediateNeed.schema.parse(tablet.finished[0]?.body);
  expect(body).toMatchObject({ need: 'see-doctor', urgency: 'today', byWhen: '2026-11-03', reach: 'come-back' });

  // Only the office's own word changes that sentence.
  const opId = tablet.finished[0]?.draftId as never;
  tablet.rows.push(outboxRow(1, { opId, kind: 'immediate-need', state: 'stored' }));
  tablet.tell();
  await screen.findByText('It has arrived at the office.');
  expect(screen.queryByText(/nobody at the office has seen it/)).toBeNull();
});

test('no photo in any record of a visit to where there are none, said of the place or of the group that meets there', async () => {
  const visit = {
    stamp: {
      visitId: '0190f5a0-0000-7000-8000-000000000001',
      placeId: 'library',
      placeName: 'Central Library',
      grade: 'open',
      setting: 'library',
      groupName: 'Quiet readers',
      date: '2026-11-03',
      team: ['Maria'],
      interpreter: null,
    },
    opId: 'op',
    entityId: 'entity',
    startedAt: '2026-11-03T10:00:00.000Z',
  } as CurrentVisit;
  const readers = anEntry('readers', {
    type: 'group',
    name: 'Quiet readers',
    facts: { photos: 'never' },
    links: [{ to: 'library', how: 'meets-at' }],
  });
  open('conversation', captureTablet({ visit, entries: [aLibrary(), readers] }));
  const fold = (await screen.findByText('Is there something you want to show us?')).closest('details');
  if (fold === null) throw new Error('the photo is not folded away');
  fold.open = true;
  fireEvent(fold, new Event('toggle'));
  await screen.findByText('No photos, ever');
  expect(screen.queryByRole('button', { name: 'Photo' })).toBeNull();
});

test('a photo is taken only after a yes, described in words, and can be deleted', async () => {
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const tablet = open('conversation');
  await screen.findByRole('group', { name: /Is that all right/ });
  choose(/Is that all right/, 'Yes');
  const fold = screen.getByText('Is there something you want to show us?').closest('details');
  if (fold === null) throw new Error('the photo is not folded away');
  fold.open = true;
  fireEvent(fold, new Event('toggle'));
  await screen.findByRole('button', { name: 'Photo' });
  expect(document.querySelector('input[type=file]')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Photo' }));
  choose(/Can we take a photo/, 'Yes');
  const input = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[type=file]');
    if (found === null) throw new Error('there is no camera');
    return found;
  });
  const take = (type: string) => {
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'x', { type })], configurable: true });
    fireEvent.change(input);
  };
  // The camera was closed without a photo, and nobody said so: being seen again is enough to count idle time again.
  fireEvent.click(input);
  expect(tablet.state.held).toBe(1);
  window.dispatchEvent(new Event('focus'));
  await waitFor(() => expect(tablet.state.held).toBe(0));
  // Closed without a photo, or shut to us: what to do next is said, and taking one takes it away.
  fireEvent.click(input);
  fireEvent(input, new Event('cancel', { bubbles: true }));
  await screen.findByText(/If the camera did not open, allow it/);
  expect(tablet.state.held).toBe(0);
  take('image/broken');
  await screen.findByText(/This picture could not be read/);
  take('image/jpeg');
  const caption = await screen.findByLabelText('What is it?');
  expect(screen.queryByText(/If the camera did not open/)).toBeNull();
  fireEvent.input(caption, { target: { value: 'A wet wall' } });
  await waitFor(() =>
    expect([...tablet.kept.values()][0]?.media[0]).toMatchObject({ role: 'photo', caption: 'A wet wall' }),
  );
  await waitFor(() => expect(screen.getByRole('img', { name: 'A wet wall' })).toBeTruthy());
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, delete it', hidden: true }));
  await waitFor(() => expect([...tablet.kept.values()][0]?.media).toEqual([]));
  await waitFor(() => expect(tablet.mediaBytes.size).toBe(0));
  expect(revoked).toHaveBeenCalled();
});

test('a promise is made out to the group of the visit, and owed until it is closed', async () => {
  const tablet = open('promise');
  fireEvent.input(await screen.findByLabelText('What will happen'), { target: { value: 'Come back on Friday.' } });
  expect(screen.getByLabelText<HTMLInputElement>('Who will do it').value).toBe('Maria');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/It stays on the list until it is kept or explained/);
  expect(tablet.finished[0]?.body).toMatchObject({ what: 'Come back on Friday.', owner: 'Maria' });
  expect(tablet.finished[0]?.consent).toBeNull();
});
