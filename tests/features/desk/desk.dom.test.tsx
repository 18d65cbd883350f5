import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MemoryDesk } from '../../../src/adapters/memory/desk-client.ts';
import { Desk } from '../../../src/features/desk/desk.tsx';
import { aNote, AMINA, anOrganisation, BEN, entity, PASSWORD } from './memory-organisation.ts';

function open(desk: MemoryDesk, address = '/desk'): void {
  window.history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Desk client={desk.client} />
    </LocationProvider>,
  );
}
function openSignedIn(desk: MemoryDesk, address?: string, who = 'amina'): void {
  desk.enter(who);
  open(desk, address);
}
const detail = (desk: MemoryDesk, n: number) => {
  const found = desk.state.details.find((one) => one.item.entityId === entity(n));
  if (found === undefined) throw new Error(`no note ${n}`);
  return found;
};
const recordOf = (n: number): string => `/desk/inbox/${entity(n)}`;
const noteBox = () => screen.findByLabelText<HTMLTextAreaElement>('Staff note');

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

describe('the first run', () => {
  test('names the organisation, makes the account, and shows what is still to be confirmed', async () => {
    const desk = anOrganisation([]);
    desk.state.setUp = false;
    desk.state.accounts = [];
    open(desk, '/desk/setup#the-token');
    fireEvent.input(await screen.findByLabelText('Name of the organisation'), { target: { value: 'Riverside' } });
    fireEvent.click(screen.getByRole('button', { name: /Next/ }));

    fireEvent.input(await screen.findByLabelText(/Your name/), { target: { value: 'Amina Khan' } });
    fireEvent.input(screen.getByLabelText('Sign-in name'), { target: { value: 'amina' } });
    fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'too short' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make the account' }));
    expect(desk.state.setUp).toBe(false);
    expect(screen.getAllByText('3 more signs are needed.').length).toBeGreaterThan(0);

    fireEvent.input(screen.getByLabelText('Password'), { target: { value: PASSWORD } });
    fireEvent.click(screen.getByRole('button', { name: 'Make the account' }));
    await screen.findByText('What is still to be confirmed');
    expect(desk.state.settings.name).toBe('Riverside');
    expect(window.location.hash).toBe('');

    const phones = await screen.findByRole('listitem', { name: 'Phone numbers for something serious' });
    fireEvent.click(within(phones).getByRole('button', { name: 'Yes, this is right' }));
    await within(phones).findByText(/Confirmed by Amina Khan/);
    expect(desk.state.settings.confirmed.phones?.by).toBe('Amina Khan');
  });

  test('a wrong token says so and keeps what was typed', async () => {
    const desk = anOrganisation([]);
    desk.state.setUp = false;
    open(desk, '/desk/setup#another-token');
    fireEvent.input(await screen.findByLabelText('Name of the organisation'), { target: { value: 'Riverside' } });
    fireEvent.click(screen.getByRole('button', { name: /Next/ }));
    fireEvent.input(await screen.findByLabelText(/Your name/), { target: { value: 'Amina' } });
    fireEvent.input(screen.getByLabelText('Sign-in name'), { target: { value: 'amina' } });
    fireEvent.input(screen.getByLabelText('Password'), { target: { value: PASSWORD } });
    fireEvent.click(screen.getByRole('button', { name: 'Make the account' }));
    await screen.findByRole('status');
    expect(screen.getByLabelText<HTMLInputElement>('Sign-in name').value).toBe('amina');
    expect(desk.state.setUp).toBe(false);
  });
});

describe('signing in', () => {
  test('a wrong pair keeps both fields; the right one opens the inbox', async () => {
    const desk = anOrganisation();
    open(desk);
    const name = await screen.findByLabelText<HTMLInputElement>('Sign-in name');
    fireEvent.input(name, { target: { value: 'amina' } });
    fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'not this one' } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByText(/do not go together/);
    expect(name.value).toBe('amina');
    fireEvent.input(screen.getByLabelText('Password'), { target: { value: PASSWORD } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByText('The meter eats the money, story 3.');
    expect(screen.getByText('Signed in as Amina')).toBeTruthy();
  });

  test('an example says so before and after signing in', async () => {
    const desk = anOrganisation();
    desk.state.example = true;
    open(desk);
    await screen.findByText(/^EXAMPLE/);
    cleanup();
    openSignedIn(desk, '/desk/tablets');
    await screen.findByRole('heading', { name: 'Tablets' });
    expect(screen.getByText(/^EXAMPLE/)).toBeTruthy();
  });

  test('staff do not see rooms that are not theirs, and a typed address does not open one', async () => {
    openSignedIn(anOrganisation(), '/desk/people', 'ben');
    await screen.findByText(/Your account does not reach this page/);
    expect(screen.queryByRole('link', { name: /People/ })).toBeNull();
    expect(screen.getByRole('link', { name: /Inbox/ })).toBeTruthy();
  });
});

describe('the inbox', () => {
  test('begins in the first lane that has something open', async () => {
    openSignedIn(
      anOrganisation([aNote(1, { lane: 'promises' }), aNote(2), aNote(3, { lane: 'needs', state: 'done' })]),
    );
    await waitFor(() => expect(window.location.search).toBe('?lane=promises'));
    await screen.findByText(/story 1/);
    expect(screen.queryByText(/story 2/)).toBeNull();
    expect(screen.getByRole('link', { name: 'Promises 1 open' }).getAttribute('aria-current')).toBe('page');
  });

  test('walks with j and k, opens with Enter, is done with e and taken back with u', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, '/desk/inbox?lane=rest');
    await screen.findByText(/story 3/);
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(document.activeElement?.getAttribute('data-entity')).toBe(entity(3)));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'j' });
    await waitFor(() => expect(document.activeElement?.getAttribute('data-entity')).toBe(entity(2)));

    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'e' });
    await waitFor(() => expect(detail(desk, 2).item.state).toBe('done'));
    await screen.findByText('Done.');
    fireEvent.keyDown(document.body, { key: 'u' });
    await waitFor(() => expect(detail(desk, 2).item.state).toBe('read'));

    fireEvent.keyDown(document.body, { key: 'a' });
    await waitFor(() => expect(desk.state.details.some((one) => one.item.ownerId === AMINA)).toBe(true));
  });

  test('letters typed into a field are letters', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, recordOf(2));
    const box = await noteBox();
    box.focus();
    fireEvent.keyDown(box, { key: 'e' });
    fireEvent.keyDown(box, { key: 'a' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(detail(desk, 2).item).toMatchObject({ state: 'read', ownerId: null });
  });

  test('a withdrawn line and record hold nothing but the date', async () => {
    const desk = anOrganisation();
    desk.enter('amina');
    await desk.client.withdraw('7KQ4M2TD', 'words');
    openSignedIn(desk, recordOf(1));
    await screen.findByText(/^Withdrawn on .* Nothing is kept\.$/);
    expect(screen.queryByText(/story 1/)).toBeNull();
    expect(screen.queryByLabelText('Staff note')).toBeNull();
  });
});

describe('my own password', () => {
  test('is changed with the one I have, and says what is wrong', async () => {
    const desk = anOrganisation();
    openSignedIn(desk);
    fireEvent.click(await screen.findByRole('button', { name: 'Change my password' }));
    const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
    type('Your password now', 'not this one');
    type('Password', 'a quite new password');
    fireEvent.click(screen.getByRole('button', { name: 'Change it' }));
    await screen.findByText(/That is not your password/);
    type('Your password now', PASSWORD);
    fireEvent.click(screen.getByRole('button', { name: 'Change it' }));
    await screen.findByText('Your password is changed.');
    expect(desk.state.accounts.find((one) => one.loginName === 'amina')?.password).toBe('a quite new password');
  });
});

describe('one record', () => {
  test('shows consent layer by layer, the visit, and never the receipt code', async () => {
    openSignedIn(anOrganisation(), recordOf(1));
    const share = await screen.findByText(/show their words to others/);
    expect(share.closest('li')?.textContent).toContain('No');
    expect(screen.getByText(/keep a recording of their voice/).closest('li')?.textContent).toContain('Not asked');
    expect(screen.getByText(/Asked aloud on 1 November 2026, in Romanian/)).toBeTruthy();
    expect(screen.getByText(/there when consent was asked/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('7KQ4');
  });

  test('words that came without the question about their use say so; a promise has nothing to ask', async () => {
    const withConsent = (n: number, kind: string, answers: { voice?: 'yes' } | null) => {
      const note = aNote(n);
      const records = note.records.map((filed) => {
        const { record } = filed;
        const consent = answers === null || record.consent === null ? null : { ...record.consent, answers };
        return { ...filed, record: { ...record, kind, consent } };
      });
      return { ...note, records };
    };
    const desk = anOrganisation([
      withConsent(1, 'quick-note', null),
      withConsent(2, 'quick-note', { voice: 'yes' }),
      withConsent(3, 'promise', null),
    ]);
    openSignedIn(desk, recordOf(1));
    await screen.findByText(/Consent was not asked/);
    cleanup();
    openSignedIn(desk, recordOf(2));
    await screen.findByText(/Consent was not asked/);
    expect(screen.getByText(/keep a recording of their voice/).closest('li')?.textContent).toContain('Yes');
    cleanup();
    openSignedIn(desk, recordOf(3));
    await screen.findByText(/Nothing was asked here/);
    expect(screen.queryByText(/Consent was not asked/)).toBeNull();
  });

  test('says which parts are still coming', async () => {
    const note = aNote(1, { mediaMissing: 1 });
    const records = note.records.map((filed) => ({
      ...filed,
      media: [
        { id: 'm1', role: 'voice' as const, mime: 'audio/webm', bytes: 10, state: 'coming' as const, url: null },
        {
          id: 'm2',
          role: 'photo' as const,
          mime: 'image/jpeg',
          bytes: 10,
          state: 'here' as const,
          url: '/p',
          caption: 'A damp wall',
        },
      ],
    }));
    openSignedIn(anOrganisation([{ ...note, records }]), recordOf(1));
    await screen.findByText(/A voice note is still on the tablet/);
    fireEvent.click(screen.getByRole('button', { name: 'Show larger: A damp wall' }));
    await waitFor(() => expect(screen.getByAltText('A damp wall')).toBeTruthy());
  });

  test('an owner who is not me can be chosen', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, recordOf(1));
    const owner = await screen.findByLabelText<HTMLSelectElement>('Who looks after it');
    await waitFor(() => expect(owner.options.length).toBe(3));
    fireEvent.change(owner, { target: { value: BEN } });
    await waitFor(() => expect(detail(desk, 1).item.ownerName).toBe('Ben'));
    await screen.findByText('Given to Ben.');
  });

  test('two notes at once stand side by side, and both can be kept', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, recordOf(1));
    const box = await noteBox();
    fireEvent.input(box, { target: { value: 'Amina wrote this.' } });
    const now = detail(desk, 1);
    desk.state.details = desk.state.details.map((one) =>
      one === now ? { ...now, note: 'Ben rang.', rev: now.rev + 1 } : one,
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Save note' }));

    await screen.findByText('Ben rang.');
    expect(screen.getByText('Amina wrote this.')).toBeTruthy();
    expect(detail(desk, 1).note).toBe('Ben rang.');
    fireEvent.click(screen.getByRole('button', { name: 'Keep both' }));
    await waitFor(() => expect(detail(desk, 1).note).toBe('Ben rang.\n\nAmina wrote this.'));
    await screen.findByText('Note saved.');
  });

  test('a session that ends in mid-note asks to sign in over the screen, and the note is saved after it', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, recordOf(1));
    fireEvent.input(await noteBox(), { target: { value: 'Half a day of work.' } });
    desk.endSession();
    fireEvent.click(await screen.findByRole('button', { name: 'Save note' }));
    await screen.findByText('Sign in again to go on');
    expect((await noteBox()).value).toBe('Half a day of work.');
    fireEvent.input(screen.getByLabelText('Sign-in name'), { target: { value: 'amina' } });
    fireEvent.input(screen.getByLabelText('Password'), { target: { value: PASSWORD } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(detail(desk, 1).note).toBe('Half a day of work.'));
    await waitFor(() => expect(screen.queryByText('Sign in again to go on')).toBeNull());
  });

  test('signing out and in again brings an unsaved note back; another person never sees it', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, recordOf(1));
    fireEvent.input(await noteBox(), { target: { value: 'Not saved yet.' } });
    await screen.findByText(/Not saved yet\. It stays here/);
    const signInAs = async (name: string): Promise<void> => {
      fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
      fireEvent.input(await screen.findByLabelText('Sign-in name'), { target: { value: name } });
      fireEvent.input(screen.getByLabelText('Password'), { target: { value: PASSWORD } });
      fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
      await screen.findByText(new RegExp(`Signed in as ${name}`, 'i'));
    };
    await signInAs('ben');
    expect((await noteBox()).value).toBe('');
    await signInAs('amina');
    expect((await noteBox()).value).toBe('Not saved yet.');
  });

  test('a server that does not answer says so and keeps the note', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, recordOf(1));
    fireEvent.input(await noteBox(), { target: { value: 'Kept.' } });
    desk.fail('unreachable');
    fireEvent.click(await screen.findByRole('button', { name: 'Save note' }));
    await screen.findByText('The server does not answer. What you typed stays here.');
    expect((await noteBox()).value).toBe('Kept.');
    desk.fail(null);
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await waitFor(() => expect(detail(desk, 1).note).toBe('Kept.'));
  });
});

describe('the other rooms', () => {
  test('how often is too often is the organisation’s own to say', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, '/desk/organisation');
    const box = await screen.findByLabelText<HTMLInputElement>(/asked too often/);
    expect(box.value).toBe('4');
    fireEvent.change(box, { target: { value: '3' } });
    const form = box.closest('form');
    if (form === null) throw new Error('it stands in no form');
    fireEvent.submit(form);
    await waitFor(() => expect(desk.state.settings.loadLimit).toBe(3));
  });

  test('gaps are sentences, and revoking says what follows before it is done', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, '/desk/tablets');
    await screen.findByText(/Items 41 to 43 never arrived/);
    expect(screen.getByText(/Item 47 never arrived/)).toBeTruthy();
    expect(screen.getByText(/Clock 60 minutes ahead|Clock 1 hour ahead/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Revoke' }));
    await screen.findByText(/2 records on it were not sent yet/);
    expect(desk.state.tablets[0]?.state).toBe('approved');
    fireEvent.click(screen.getByRole('button', { name: 'Revoke it' }));
    await waitFor(() => expect(desk.state.tablets[0]?.state).toBe('revoked'));
  });

  test('what is parked says why in words, and is tried again', async () => {
    const desk = anOrganisation();
    desk.state.parked = [
      {
        inboxId: 'p1',
        opId: null,
        kind: 'quick-note',
        deviceLabel: 'Tablet 7',
        seq: 44,
        receivedAt: '2026-11-02T09:00:00.000Z',
        reason: 'unknown-version',
        detail: '',
        attempts: 1,
      },
    ];
    openSignedIn(desk, '/desk/quarantine');
    await screen.findByText('From Tablet 7, number 44');
    await screen.findByText('1', { selector: '.desk-menu .desk-count' });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Nothing is parked.');
    await waitFor(() => expect(document.querySelector('.desk-menu .desk-count')).toBeNull());
  });

  test('a code is read as people say it, asked about once more, and the answer is honest', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, '/desk/withdraw');
    fireEvent.input(await screen.findByLabelText('Receipt code'), { target: { value: '7kq4 m2td' } });
    fireEvent.click(screen.getByLabelText(/Stop using my words/));
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    await screen.findByText('Withdraw everything under 7KQ4-M2TD?');
    expect(detail(desk, 1).item.withdrawn).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw it' }));
    await screen.findByText('1 record was emptied.');
    expect(screen.getByText(/counts that were already published cannot be undone/)).toBeTruthy();
    expect(detail(desk, 1).item.withdrawn).toBe(true);
  });

  test('a champion is added without a password, and a taken sign-in name keeps the form', async () => {
    const desk = anOrganisation();
    openSignedIn(desk, '/desk/people');
    fireEvent.click(await screen.findByRole('button', { name: /Add somebody/ }));
    fireEvent.input(await screen.findByLabelText(/Name, as colleagues/), { target: { value: 'Bea' } });
    expect(screen.queryByLabelText('Password')).toBeNull();
    fireEvent.click(screen.getByLabelText(/^Staff/));
    fireEvent.input(await screen.findByLabelText('Sign-in name'), { target: { value: 'amina' } });
    fireEvent.input(screen.getByLabelText('Password'), { target: { value: PASSWORD } });
    fireEvent.click(screen.getByRole('button', { name: 'Add this person' }));
    await waitFor(() => expect(document.querySelector('dialog .notice')).not.toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>(/Name, as colleagues/).value).toBe('Bea');
    fireEvent.click(screen.getByLabelText(/^Champion/));
    fireEvent.click(screen.getByRole('button', { name: 'Add this person' }));
    await screen.findByText('Bea was added.');
    expect(desk.state.people.find((one) => one.displayName === 'Bea')).toMatchObject({
      role: 'champion',
      loginName: null,
    });
  });
});
