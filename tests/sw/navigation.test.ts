import { describe, expect, test } from 'vitest';
import { asksToTakeOver } from '../../sw/messages.ts';
import { NOT_THE_APP } from '../../sw/navigation.ts';

const isTheApp = (address: string) => !NOT_THE_APP.some((pattern) => pattern.test(address));

describe('the service worker', () => {
  test.each([
    '/',
    '/home',
    '/enrol',
    '/capture/quick-note',
    '/desk',
    '/desk/inbox/5',
    '/desk/inbox?q=a.b',
    '/visit/end',
  ])('answers %s with the page of the app', (address) => expect(isTheApp(address)).toBe(true));

  test.each([
    '/sync/v1/hello',
    '/desk/v1/status',
    '/healthz',
    '/readyz?x=1',
    '/field-pack.json',
    '/assets/a.js',
    '/sw.js?v=1',
  ])('leaves %s to the server', (address) => expect(isTheApp(address)).toBe(false));

  test('takes over only when it is asked in the one word for it', () => {
    expect(asksToTakeOver({ type: 'SKIP_WAITING' })).toBe(true);
    for (const other of [null, undefined, 'SKIP_WAITING', {}, { type: 'CACHE_URLS' }]) {
      expect(asksToTakeOver(other)).toBe(false);
    }
  });
});
