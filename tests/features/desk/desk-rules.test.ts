import { describe, expect, test } from 'vitest';
import { daysUntil } from '../../../src/features/desk/due.ts';
import { windowOf } from '../../../src/features/desk/inbox/window-of.ts';
import { createNotes } from '../../../src/features/desk/notes.ts';
import { inboxPath, readPlace } from '../../../src/features/desk/place.ts';
import { isLoginName } from '../../../src/features/desk/setup/login-name.ts';

const place = (address: string) => {
  const url = new URL(address, 'http://desk.test');
  return readPlace(url.pathname, url.searchParams, url.hash);
};

describe('addresses', () => {
  test.each([
    [{ state: 'open' }, '/desk/inbox'],
    [{ state: 'open', lane: 'urgent' }, '/desk/inbox?lane=urgent'],
    [{ lane: 'needs' }, '/desk/inbox?lane=needs&state=any'],
    [{ state: 'done', q: 'damp & cold', owner: 'none' }, '/desk/inbox?q=damp+%26+cold&owner=none&state=done'],
  ] as const)('%j goes to %s and back', (filter, address) => {
    expect(inboxPath(filter)).toBe(address);
    expect(place(address)).toEqual({ room: 'inbox', entityId: null, filter, start: false });
  });

  test('an open record keeps the list it was opened from', () => {
    const address = inboxPath({ state: 'open', lane: 'rest' }, 'one');
    expect(place(address)).toMatchObject({ entityId: 'one', filter: { state: 'open', lane: 'rest' } });
  });

  test('the set-up token is read from behind the #, where no server log sees it', () => {
    expect(place('/desk/setup#abc%2Fd')).toEqual({ room: 'setup', token: 'abc/d' });
  });

  test('a stale or broken address becomes the inbox', () => {
    expect(place('/desk/no-such-room')).toMatchObject({ room: 'inbox', start: true });
    expect(place('/desk/inbox?lane=nowhere')).toMatchObject({ room: 'inbox', filter: { state: 'open' } });
  });
});

describe('the window on a long list', () => {
  test('fifty thousand lines draw a few dozen, wherever it is scrolled to', () => {
    for (const scrolled of [0, 124 * 25_000, 124 * 49_990]) {
      const { first, last } = windowOf({ count: 50_000, lineHeight: 124, scrolled, viewHeight: 900 });
      expect(last - first).toBeLessThan(30);
      const line = Math.floor(scrolled / 124);
      expect(first).toBeLessThanOrEqual(line);
      expect(last).toBeGreaterThan(line);
    }
  });
  test('never reaches outside the list', () => {
    expect(windowOf({ count: 3, lineHeight: 100, scrolled: -5000, viewHeight: 800 })).toEqual({ first: 0, last: 0 });
    expect(windowOf({ count: 3, lineHeight: 100, scrolled: 90_000, viewHeight: 800 })).toEqual({ first: 3, last: 3 });
    expect(windowOf({ count: 3, lineHeight: 0, scrolled: 0, viewHeight: 800 })).toEqual({ first: 0, last: 3 });
  });
});

test('days until a due day are calendar days, whatever the hour', () => {
  const lateEvening = new Date(2026, 10, 22, 23, 59);
  expect(daysUntil('2026-11-22', lateEvening)).toBe(0);
  expect(daysUntil('2026-11-23T00:00:00.000Z', lateEvening)).toBe(1);
  expect(daysUntil('2026-11-19', new Date(2026, 10, 22, 0, 1))).toBe(-3);
  expect(daysUntil('soon', lateEvening)).toBeNull();
});

test('unsaved notes belong to the person who typed them', () => {
  const notes = createNotes();
  notes.set('amina', 'one', 'half a sentence');
  expect(notes.get('amina', 'one')).toBe('half a sentence');
  expect(notes.get('ben', 'one')).toBeNull();
  expect(notes.unsaved).toBe(1);
  notes.set('amina', 'one', null);
  expect(notes.unsaved).toBe(0);
});

test.each([
  ['amina', true],
  ['Amina.K', true],
  ['a', false],
  ['amina khan', false],
  ['-amina', false],
])('sign-in name %s: %s', (typed, fits) => expect(isLoginName(typed)).toBe(fits));
