import { beforeAll, describe, expect, test } from 'vitest';
import { needsSomebody, statusTone, statusWords } from '../../../src/features/sync-status/status-words.ts';
import { loadTexts } from '../../../src/i18n/catalogue.ts';
import { textOf } from '../../../src/i18n/use-text.tsx';
import type { SyncStatus } from '../../../src/sync/status.ts';

const QUIET: SyncStatus = {
  phase: 'nothing-yet',
  waiting: 0,
  waitingMedia: 0,
  quarantined: 0,
  oldestWaitingAt: null,
  lastSentAt: null,
  problem: null,
  met: null,
  nextTryAtMs: null,
};

describe('the status chip', () => {
  beforeAll(() => loadTexts(['sync']));
  const say = (part: Partial<SyncStatus>) => statusWords({ ...QUIET, ...part }, textOf('sync'), 'en');

  test('says in words where the records are', () => {
    expect(say({ phase: 'saved', waiting: 12 })).toBe('Saved on this tablet (12 waiting)');
    expect(say({ phase: 'sending' })).toBe('Sending');
    expect(say({ phase: 'parts-coming', waitingMedia: 2 })).toBe('Words sent. 2 photos or voices still to go');
    expect(say({ phase: 'all-sent', lastSentAt: new Date(2026, 10, 22, 14, 20).toISOString() })).toBe('All sent 14:20');
    expect(say({})).toBe('Nothing to send');
  });

  test('no signal is the ordinary state of the field; a revoked tablet is not', () => {
    expect(needsSomebody({ ...QUIET, problem: 'unreachable' })).toBe(false);
    expect(statusTone({ ...QUIET, phase: 'saved', problem: 'unreachable' })).toBe('waiting');
    expect(statusTone({ ...QUIET, phase: 'saved', problem: 'device-revoked' })).toBe('attention');
    expect(statusTone({ ...QUIET, phase: 'sending' })).toBe('working');
  });
});
